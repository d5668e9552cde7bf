import assert from 'node:assert/strict';
import { test } from 'node:test';

import { button, cinnamon, harbour, mount, onReader, update } from './reader-harness.js';

const onPage = onReader();

const BROOK = { name: 'Brook', lang: 'en-GB', voiceURI: 'brook', localService: true, default: true };
const WREN = { name: 'Wren', lang: 'en_US', voiceURI: 'wren', localService: true, default: false };
const CLOUD = { name: 'Cloud', lang: 'en-US', voiceURI: 'cloud', localService: false, default: false };
const MAI = { name: 'Mai', lang: 'vi-VN', voiceURI: 'mai', localService: true, default: false };

/**
 * Puts a speech engine into the page that says nothing and keeps what it was given, in window.speech. As real ones do,
 * it tells of an end when it is cancelled.
 */
async function speakWith(page, voices) {
  await page.evaluate((list) => {
    const engine = new EventTarget();
    window.speech = { voices: list, said: [], now: null };
    Object.assign(engine, {
      getVoices: () => window.speech.voices,
      speak(utterance) {
        window.speech.now = utterance;
        window.speech.said.push({ text: utterance.text, voice: utterance.voice?.name, rate: utterance.rate });
      },
      cancel() {
        const { now } = window.speech;
        window.speech.now = null;
        now?.dispatchEvent(new Event('error'));
      },
    });
    window.speech.end = () => window.speech.now.dispatchEvent(new Event('end'));
    Object.defineProperty(window, 'speechSynthesis', { value: engine, configurable: true });
    window.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) {
        super();
        this.text = text;
      }
    };
  }, voices);
}

/** Starts the reading, and waits for the voice: sentences are gathered in tasks of their own. */
async function listen(page, name = 'Listen') {
  await button(page, name).click();
  await page.waitForFunction(() => window.speech.now);
}

const said = (page) => page.evaluate(() => window.speech.said.map(({ text }) => text));
const now = (page) => page.evaluate(() => window.speech.now?.text ?? null);
const end = (page) => page.evaluate(() => window.speech.end());
const marked = (page) => page.evaluate(() => [...(CSS.highlights.get('unchaff-spoken') ?? [])].map(String).join());
const shows = (page, article, content) => mount(page, { ...article, content }, 'en', false);

test(
  "without a voice for the article's language there is nothing to press",
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    await mount(page, cinnamon(), 'vi');
    assert.equal(await button(page, 'Nghe đọc bài').count(), 0);
    // Voices come after the page.
    await page.evaluate((voice) => {
      window.speech.voices.push(voice);
      window.speechSynthesis.dispatchEvent(new Event('voiceschanged'));
    }, MAI);
    await listen(page, 'Nghe đọc bài');
    assert.match(await now(page), /^Mùa bóc quế/);
    assert.equal(await page.evaluate(() => window.speech.said[0].voice), 'Mai');
  }),
);

test(
  'an article is said sentence by sentence, each one marked, to its end',
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    await shows(
      page,
      harbour(),
      '<h2>The tide</h2><p>It comes. It <em>goes. Then</em> it comes again!</p><ul><li>Twice</li><li>a day</li></ul>',
    );
    await listen(page);
    const expected = ['The tide', 'It comes.', 'It goes.', 'Then it comes again!', 'Twice', 'a day'];
    for (const sentence of expected) {
      assert.equal(await now(page), sentence);
      assert.equal(await marked(page), sentence);
      await end(page);
    }
    assert.deepEqual(await said(page), expected);
    assert.equal(await button(page, 'Play').isVisible(), true);
  }),
);

test(
  'pause ends the utterance, and its sentence is said again',
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    await shows(page, harbour(), '<p>One. Two. Three.</p>');
    await listen(page);
    await end(page);
    await button(page, 'Pause').click();
    assert.equal(await now(page), null);
    assert.equal(await marked(page), 'Two.');
    await button(page, 'Play').click();
    assert.equal(await now(page), 'Two.');
    await button(page, 'Next sentence').click();
    await button(page, 'Previous sentence').click();
    await button(page, 'Previous sentence').click();
    assert.deepEqual(await said(page), ['One.', 'Two.', 'Two.', 'Three.', 'Two.', 'One.']);
    await button(page, 'Stop listening').click();
    assert.equal(await now(page), null);
    assert.equal(await marked(page), '');
    assert.deepEqual(await page.evaluate(() => window.said), []);
  }),
);

test(
  'what is not speech is left out',
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    await shows(
      page,
      harbour(),
      `<p>Water boils.<sup id="unchaff-ref-1"><a href="#unchaff-note-1" role="doc-noteref">1</a></sup> So does <span class="math inline">\\(x^2\\)</span>tea.</p>
    <pre><code>let x = 1;</code></pre><figure><img src="https://a.example/a.png" alt="A kettle"><figcaption>A kettle.</figcaption></figure><hr><p>…</p>
    <section class="footnotes" role="doc-endnotes"><ol><li id="unchaff-note-1">At sea. <a href="#unchaff-ref-1" role="doc-backlink">↩</a></li></ol></section>`,
    );
    await listen(page);
    while (await now(page))
      await end(page).then(() => page.evaluate(() => void (window.speech.said.length > 20 && (window.speech.now = null))));
    assert.deepEqual((await said(page)).slice(0, 4), ['Water boils.', 'So does tea.', 'A kettle.', 'At sea.']);
  }),
);

test(
  'a Vietnamese title or an initial ends no sentence, a long sentence is said in parts',
  onPage({}, async (page) => {
    await speakWith(page, [MAI]);
    const long = `Bà kể ${'về con suối, về cây cầu treo, về những mùa quế đã qua, '.repeat(8)}rồi im lặng.`;
    await shows(page, cinnamon(), `<p>TS. Hoàng Văn Thắng đến từ TP. Yên Bái. Ông ở lại.</p><p>${long}</p>`);
    await listen(page);
    for (let n = 0; n < 8 && (await now(page)); n++) await end(page);
    const [first, second, ...parts] = await said(page);
    assert.equal(first, 'TS. Hoàng Văn Thắng đến từ TP. Yên Bái.');
    assert.equal(second, 'Ông ở lại.');
    assert.ok(parts.length > 1);
    for (const part of parts) assert.ok(part.length <= 220 && /[,.]$/.test(part), part);
    assert.equal(parts.join(' '), long);
  }),
);

test(
  'reading begins where the reader is, and is brought into view as it goes',
  onPage({ reducedMotion: 'reduce' }, async (page) => {
    await speakWith(page, [BROOK]);
    await mount(page, harbour());
    await page.getByRole('heading', { name: 'What nobody had noticed' }).evaluate((heading) => heading.scrollIntoView());
    await listen(page);
    assert.equal(await now(page), 'What nobody had noticed');
    for (let n = 0; n < 8; n++) await end(page);
    const { top, bottom, height } = await page.evaluate(() => {
      const [range] = CSS.highlights.get('unchaff-spoken');
      const place = range.getBoundingClientRect();
      return { top: place.top, bottom: place.bottom, height: innerHeight };
    });
    assert.ok(top >= 0 && bottom <= height, `${top} to ${bottom} of ${height}`);
  }),
);

test(
  'speed and voice change what is said at once, and are remembered',
  onPage({}, async (page) => {
    await speakWith(page, [CLOUD, WREN, BROOK, MAI]);
    await mount(page, harbour());
    await listen(page);
    const voices = page.getByRole('combobox', { name: 'Voice' });
    assert.deepEqual(await voices.locator('option').allInnerTexts(), [
      'Brook · British English',
      'Wren · American English',
      'Cloud · American English, online',
    ]);
    await voices.selectOption('wren');
    await page.getByRole('slider', { name: 'Speed' }).fill('1.5');
    const last = await page.evaluate(() => window.speech.said.at(-1));
    assert.equal(last.voice, 'Wren');
    assert.equal(last.rate, 1.5);
    assert.deepEqual(new Set(await said(page)).size, 1, 'the same sentence again');

    await page.reload();
    await speakWith(page, [BROOK, WREN]);
    await mount(page, harbour());
    await listen(page);
    assert.deepEqual(await page.evaluate(() => window.speech.said.map(({ voice, rate }) => [voice, rate])), [['Wren', 1.5]]);
  }),
);

test(
  'a voice that sends the text away speaks only when it was chosen',
  onPage({}, async (page) => {
    await speakWith(page, [CLOUD]);
    await mount(page, harbour());
    await button(page, 'Listen').click();
    await button(page, 'Play').click();
    assert.deepEqual(await said(page), []);
    assert.equal(await page.getByText('An online voice sends each sentence to its maker.').isVisible(), true);
    await page.getByRole('combobox', { name: 'Voice' }).selectOption('cloud');
    await page.waitForFunction(() => window.speech.now?.text.startsWith('A year of tides'));
  }),
);

test(
  'an article that changes goes on being said',
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    const article = harbour();
    await shows(page, article, '<p>One. Two.</p><p>Three. Four.</p>');
    await listen(page);
    await end(page);
    await end(page);
    await update(page, { ...article, content: '<p>Zero.</p><p>One. Two.</p><p>Three. Four.</p>' });
    assert.equal(await now(page), 'Three.');
    // The reader has gathered the sentences again. The next one is found among them.
    await page.waitForFunction(() => {
      const [range] = CSS.highlights.get('unchaff-spoken');
      return String(range) === 'Three.' && range.startContainer.parentElement === document.querySelectorAll('#article p')[2];
    });
    await end(page);
    assert.equal(await now(page), 'Four.');
    assert.deepEqual(await said(page), ['One.', 'Two.', 'Three.', 'Four.']);
    await update(page, { ...article, content: '<p>Another text.</p>' });
    await page.waitForFunction(() => window.speech.now === null);
  }),
);

test(
  'nothing is said once the view is put away',
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    await mount(page, harbour());
    await listen(page);
    await page.locator('.reader').evaluate((reader) => {
      reader.hidden = true;
    });
    await page.waitForFunction(() => window.speech.now === null);
  }),
);

test(
  'a voice that fails is told',
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    await mount(page, harbour());
    await listen(page);
    await page.evaluate(() => window.speech.now.dispatchEvent(new Event('error')));
    assert.equal(await button(page, 'Play').isVisible(), true);
    assert.match((await page.evaluate(() => window.said)).join(), /The voice stopped/);
  }),
);

test(
  'without highlights the sentence is marked by boxes behind it',
  onPage({}, async (page) => {
    await speakWith(page, [BROOK]);
    await page.evaluate(() => delete CSS.highlights);
    await page.evaluate(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
    await shows(page, harbour(), '<p>One sentence. Another sentence.</p>');
    await listen(page);
    await end(page);
    const [box, words] = await page.evaluate(() => {
      const place = document.createRange();
      const text = document.querySelector('#article p').firstChild;
      place.setStart(text, 14);
      place.setEnd(text, 31);
      return [document.querySelector('.mark-layer.unchaff-spoken div'), place].map((each) => each.getBoundingClientRect().toJSON());
    });
    for (const side of ['left', 'top', 'right', 'bottom']) assert.ok(Math.abs(box[side] - words[side]) < 1, side);
    await button(page, 'Stop listening').click();
    assert.equal(await page.locator('.mark-layer.unchaff-spoken div').count(), 0);
  }),
);
