// The package's functions, through Node's entry and the one with the module inside.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as inline from '../../pkg/entries/index.js';
import * as node from '../../pkg/entries/node.js';
import { METADATA_FIELDS } from '../../pkg/lib/metadata.js';
import { EMPTY_SHELL, FIRST_SENTENCE, PASTED, SECOND_TITLE, TEXT, TWO_PASTED, VIETNAMESE } from './pages.js';

const FIELDS = [
  ...['type', 'pageType', 'pageTypeConfidence', 'title', 'byline', 'authors', 'source', 'dir', 'lang', 'content', 'textContent'],
  ...['length', 'excerpt', 'description', 'siteName', 'publisher', 'publishedTime', 'modifiedTime', 'image', 'imageWidth'],
  ...['imageHeight', 'imageAlt', 'favicon', 'url', 'nextPage', 'section', 'tags', 'license', 'isAccessibleForFree'],
  ...['links', 'markdown', 'summary', 'summarySentences', 'keywords', 'wordCount', 'readingTime', 'readingTimeRange'],
  ...['secondArticle', 'matchedRules', 'notice', 'posts', 'comments', 'blocks'],
];

for (const [
  entry,
  { checkOptions, clean, join, keywords, probablyReadable, summarize, toMarkdown, toText, UnchaffError },
] of Object.entries({
  node,
  inline,
})) {
  describe(`clean (${entry} entry)`, () => {
    it('answers the article of a page', () => {
      const article = clean(VIETNAMESE, { url: 'https://tin.example/xa-hoi/thu-vien' });
      assert.deepEqual(Object.keys(article), FIELDS);
      assert.equal(article.type, 'html');
      assert.equal(article.title, 'Huyện Tân Lâm mở thư viện mới bên sông');
      assert.ok(article.textContent.includes(FIRST_SENTENCE));
      assert.ok(!article.textContent.includes('Bản quyền'));
      assert.ok(article.content.includes(`<p>${FIRST_SENTENCE}</p>`));
      assert.ok(article.markdown.includes(FIRST_SENTENCE));
      assert.equal(article.length, article.textContent.length);
      assert.equal(article.readingTime, 1);
      assert.deepEqual(article.readingTimeRange, [1, 1]);
    });

    it('says where the metadata was read, when asked', () => {
      const { sources } = clean(VIETNAMESE, { explain: true });
      assert.equal(sources.title, 'heading');
      assert.equal(clean(VIETNAMESE, { explain: false }).sources, undefined);
    });

    it('gives JSON-LD as the page has it, when asked', () => {
      const json = '{"@type":"Article","__proto__":{"x":1},"headline":"<b>Rain</b>"}';
      const page = VIETNAMESE.replace('<body', `<script type="application/ld+json">${json}</script><body`);
      const { jsonLd } = clean(page, { jsonLd: true });
      assert.equal(JSON.stringify(jsonLd), `[${json}]`);
      assert.equal(Object.getPrototypeOf(jsonLd[0]), Object.prototype);
      assert.equal(clean(page).jsonLd, undefined);
    });

    it('answers null for what is not known', () => {
      assert.equal(clean(VIETNAMESE).modifiedTime, null);
    });

    it('answers a plain object', () => {
      const article = clean(VIETNAMESE);
      assert.deepEqual(structuredClone(article), article);
      assert.deepEqual(JSON.parse(JSON.stringify(article)), article);
      assert.equal(Object.getPrototypeOf(article), Object.prototype);
    });

    it('gives a verdict on every block', () => {
      const { blocks } = clean(VIETNAMESE);
      const kept = blocks.find((block) => block.text === FIRST_SENTENCE);
      assert.equal(kept.kept, true);
      assert.ok(blocks.some((block) => !block.kept));
      for (const { reason, probability } of blocks) {
        assert.match(reason, /^[a-z-]+$/);
        assert.ok(probability >= 0 && probability <= 1);
      }
    });

    it('says what kind of page it is', () => {
      const { pageType, pageTypeConfidence } = clean(VIETNAMESE);
      assert.equal(pageType, 'article');
      assert.ok(pageTypeConfidence > 0.5 && pageTypeConfidence <= 1);
      assert.equal(clean(PASTED).pageType, 'article');
      assert.equal(clean('Nhớ mua dầu đèn.', { type: 'text' }).pageType, null);
    });

    it('explains its verdicts when it is asked to', () => {
      const { blocks } = clean(VIETNAMESE, { explain: true });
      const kept = blocks.find((block) => block.text === FIRST_SENTENCE);
      assert.ok(kept.influences.some(({ pull }) => pull > 0));
      for (const { influences } of blocks) {
        const pulls = influences.map(({ evidence, pull }) => (assert.match(evidence, /^[a-z]+$/), Math.abs(pull)));
        assert.deepEqual(
          pulls,
          pulls.toSorted((a, b) => b - a),
        );
      }
      assert.ok(!('influences' in clean(VIETNAMESE).blocks[0]));
    });

    it('keeps and leaves out what the caller says', () => {
      const before = clean(VIETNAMESE);
      const footer = before.blocks.findIndex((block) => block.text.includes('Bản quyền'));
      const first = before.blocks.findIndex((block) => block.text.includes(FIRST_SENTENCE));
      const after = clean(VIETNAMESE, { keep: [footer], drop: [first] });
      assert.ok(after.content.includes('Bản quyền') && after.markdown.includes('Bản quyền'));
      assert.ok(!after.content.includes(FIRST_SENTENCE));
      assert.equal(after.blocks[footer].kept, true);
      assert.equal(after.blocks[first].reason, 'by-hand');
      const joined = join([{ input: VIETNAMESE, keep: [footer] }]);
      assert.ok(joined.textContent.includes('Bản quyền'));
    });

    it('keeps the whole of what is shown, when asked', () => {
      const { textContent } = clean(VIETNAMESE, { whole: true });
      assert.ok(textContent.includes('Bản quyền') && textContent.includes(FIRST_SENTENCE));
      assert.equal(clean('<b>Mưa</b>', { whole: true }).markdown.trim(), '**Mưa**');
    });

    it('keeps more with a larger beta', () => {
      const kept = (beta) => clean(VIETNAMESE, { beta }).blocks.filter((block) => block.kept).length;
      assert.ok(kept(0.1) <= kept(1) && kept(1) <= kept(10) && kept(0.1) < kept(10));
    });

    it('takes bytes of every kind, with the same answer', () => {
      const expected = clean(VIETNAMESE);
      const bytes = new TextEncoder().encode(VIETNAMESE);
      const padded = new Uint8Array(bytes.length + 2);
      padded.set(bytes, 1);
      const inputs = [
        ...[bytes, bytes.buffer, Buffer.from(bytes), new DataView(bytes.buffer)],
        // Bytes in the middle of a larger buffer.
        padded.subarray(1, -1),
      ];
      for (const input of inputs) assert.deepEqual(clean(input), expected);
    });

    it('decodes bytes by the charset of the server', () => {
      const bytes = Buffer.from('<title>Café</title><article><p>'.concat('Un café très serré, à côté de la gare. '.repeat(8)), 'latin1');
      assert.equal(clean(bytes, { charset: 'iso-8859-1' }).title, 'Café');
    });

    it('takes a document, and its address', () => {
      const document = { nodeType: 9, documentElement: { outerHTML: VIETNAMESE }, URL: 'https://tin.example/xa-hoi/thu-vien' };
      assert.deepEqual(clean(document), clean(VIETNAMESE, { url: document.URL }));
    });

    it('tells pasted text from HTML', () => {
      const article = clean(PASTED);
      assert.equal(article.type, 'text');
      assert.ok(article.textContent.includes(FIRST_SENTENCE));
    });

    it('leaves a second article of a paste out, and says so', () => {
      const article = clean(TWO_PASTED);
      const { title, block } = article.secondArticle;
      assert.equal(title, SECOND_TITLE);
      assert.equal(article.blocks[block].text, SECOND_TITLE);
      assert.ok(!article.textContent.includes('ghe rau'));
      assert.equal(clean(PASTED).secondArticle, null);
    });

    it('reads the input as it is told to', () => {
      const tagged = TEXT.replaceAll('\n', '\n\n<p>');
      assert.ok(!clean(tagged, { type: 'html' }).textContent.includes('<p>'));
      assert.ok(clean(tagged, { type: 'text' }).textContent.includes('<p>'));
    });

    it('summarises in as many sentences as asked for', () => {
      assert.equal(clean(VIETNAMESE, { sentences: 2 }).summary.length, 2);
      assert.deepEqual(clean(VIETNAMESE, { sentences: 0 }).summary, []);
    });

    it('names the lengths of a summary alike in both functions, and knows the older names', () => {
      const { textContent } = clean(VIETNAMESE);
      for (const [name, older, value] of [
        ['summaryShare', 'share', 0.4],
        ['summaryCharacters', 'characters', 150],
      ]) {
        const sentences = summarize(textContent, { [name]: value });
        assert.ok(sentences.length > 0);
        assert.deepEqual(sentences, summarize(textContent, { [older]: value }));
        assert.throws(() => summarize(textContent, { [name]: value, sentences: 2 }), { code: 'invalid-option', message: new RegExp(name) });
      }
    });

    it('checks options without a page', () => {
      assert.equal(checkOptions({ url: 'https://example.com/a', beta: 2 }), undefined);
      for (const options of [
        { ulr: '' },
        { beta: 11 },
        { charset: 'utf8x' },
        { summaryShare: 2 },
        { sentences: 1, summaryShare: 0.5 },
        'x',
      ]) {
        const thrown = (work) => {
          try {
            work();
          } catch ({ code, message }) {
            return { code, message };
          }
        };
        assert.deepEqual(
          thrown(() => checkOptions(options)),
          thrown(() => clean('<p>A page', options)),
        );
        assert.equal(thrown(() => checkOptions(options)).code, 'invalid-option');
      }
    });

    it('summarises in a share of the text or in so many characters', () => {
      const { textContent } = clean(VIETNAMESE);
      assert.ok(clean(VIETNAMESE, { summaryShare: 0.4 }).summary.join(' ').length <= 0.4 * textContent.length);
      assert.equal(clean(VIETNAMESE, { summaryShare: 0.001 }).summary.length, 1);
      const { summary } = clean(VIETNAMESE, { summaryCharacters: 150 });
      assert.ok(summary.length > 0 && summary.join(' ').length <= 150);
      assert.deepEqual(clean(VIETNAMESE, { summaryCharacters: 5 }).summary, []);
    });

    it('tells where the sentences of the summary stand', () => {
      // Characters outside the basic plane count twice in JavaScript.
      const article = clean(VIETNAMESE.replace(FIRST_SENTENCE, `😀 ${FIRST_SENTENCE}`), { sentences: 3 });
      assert.deepEqual(
        article.summarySentences.map((sentence) => sentence.text),
        article.summary,
      );
      const inText = article.summarySentences.filter((sentence) => sentence.start !== null);
      assert.ok(inText.length > 1);
      for (const { text, start, end, block } of inText) {
        assert.equal(article.textContent.slice(start, end), text);
        assert.ok(article.blocks[block].kept && article.blocks[block].text.includes(text));
      }
    });

    it('names what the article is about', () => {
      const { keywords: found } = clean(VIETNAMESE);
      assert.ok(found.length >= 5 && found.length <= 10 && found.includes('thư viện'), found.join(', '));
    });

    for (const [part, empty] of Object.entries({
      content: { content: '' },
      markdown: { markdown: '' },
      links: { links: [] },
      summary: { summary: [], summarySentences: [] },
      keywords: { keywords: [] },
      blocks: { blocks: [] },
    })) {
      it(`leaves out ${part} where it is not wanted, and nothing else`, () => {
        const page = `${VIETNAMESE}<p><a href="https://example.com/b">Đọc tiếp bài trước về thư viện của làng ven sông.</a></p>`;
        assert.deepEqual(clean(page, { whole: true, omit: [part] }), { ...clean(page, { whole: true }), ...empty });
        assert.notDeepEqual(clean(page, { whole: true, omit: [part] }), clean(page, { whole: true }));
      });
    }

    it('takes an element, with the address of its document', () => {
      const ownerDocument = { URL: 'https://tin.example/xa-hoi/thu-vien' };
      const element = { nodeType: 1, outerHTML: VIETNAMESE, ownerDocument };
      assert.deepEqual(clean(element), clean(VIETNAMESE, { url: ownerDocument.URL }));
      assert.ok(clean({ nodeType: 1, outerHTML: VIETNAMESE }).title);
    });

    it('reads the open shadow roots of a document that can write them', () => {
      const inner = { querySelectorAll: () => [] };
      const outer = { querySelectorAll: () => [{ shadowRoot: null }, { shadowRoot: inner }] };
      const asked = [];
      const root = {
        outerHTML: '<html lang="vi"></html>',
        cloneNode: () => ({ outerHTML: '<html lang="vi"></html>' }),
        querySelectorAll: () => [{ shadowRoot: outer }],
        getHTML: ({ shadowRoots }) => {
          asked.push(...shadowRoots);
          return VIETNAMESE;
        },
      };
      assert.equal(clean({ nodeType: 9, documentElement: root }).title, clean(VIETNAMESE).title);
      assert.deepEqual(asked, [outer, inner]);
    });

    it('says that a document cannot be read, and why', () => {
      const document = {
        nodeType: 9,
        get documentElement() {
          throw new RangeError('no such luck');
        },
      };
      assert.throws(() => clean(document), { code: 'invalid-option', message: /input cannot be read \(no such luck\)/ });
    });

    it('takes an address as a URL', () => {
      const url = 'https://tin.example/xa-hoi/thu-vien';
      assert.deepEqual(clean(VIETNAMESE, { url: new URL(url) }), clean(VIETNAMESE, { url }));
    });

    it('loses no page for an address that cannot serve, and says so', () => {
      for (const url of ['', '/xa-hoi/thu-vien', 'tin.example/xa-hoi']) {
        const { notice, ...article } = clean(VIETNAMESE, { url });
        assert.equal(notice.code, 'relative-url');
        assert.match(notice.message, /url was ignored.*absolute/);
        assert.deepEqual({ ...article, notice: null }, clean(VIETNAMESE));
      }
    });

    it('says title, author and date of a page without an article', () => {
      const page = `<title>Phà sang đảo</title><meta name=author content="Lê Thu Hà"><meta property="article:published_time" content="2031-03-24">
        <link rel=canonical href="https://tin.example/pha"><div id=app></div>`;
      assert.throws(
        () => clean(page),
        ({ code, metadata }) => {
          assert.equal(code, 'nothing-readable');
          assert.deepEqual(Object.keys(metadata), METADATA_FIELDS);
          assert.equal(metadata.title, 'Phà sang đảo');
          assert.deepEqual(metadata.authors, ['Lê Thu Hà']);
          assert.equal(metadata.publishedTime, '2031-03-24');
          assert.equal(metadata.url, 'https://tin.example/pha');
          assert.equal(metadata.image, null);
          return true;
        },
      );
      assert.throws(
        () => clean(''),
        (error) => !('metadata' in error),
      );
    });

    it('takes options that are undefined or null for not given', () => {
      const options = {
        url: undefined,
        type: null,
        charset: null,
        sentences: undefined,
        maxBytes: null,
        beta: null,
        whole: null,
        keep: null,
        drop: undefined,
        explain: undefined,
        omit: null,
      };
      assert.deepEqual(clean(VIETNAMESE, options), clean(VIETNAMESE));
      assert.deepEqual(clean(VIETNAMESE, null), clean(VIETNAMESE));
    });

    const failures = [
      ['no text', [''], 'empty-input', /empty/],
      ['white space', [' \n\t '], 'empty-input', /empty/],
      ['no bytes', [new Uint8Array()], 'empty-input', /empty/],
      ['too long a string', ['x'.repeat(11), { maxBytes: 10 }], 'input-too-large', /more than 10 bytes.*raise maxBytes/],
      ['a string too long in bytes alone', ['ờ'.repeat(5), { maxBytes: 10 }], 'input-too-large', /15 bytes.*10.*raise maxBytes/],
      ['too many bytes', [new Uint8Array(11), { maxBytes: 10 }], 'input-too-large', /11 bytes.*10/],
      ['a PDF', [Buffer.from('%PDF-1.7\n\0\0\x01\x02')], 'not-text', /text/],
      ['a page without an article', [EMPTY_SHELL], 'nothing-readable', /No article/],
      ['a page larger than the largest limit', ['x'.repeat(2 ** 25 + 1)], 'input-too-large', /more than 33554432 bytes/],
      ['a number', [5], 'invalid-option', /input must be a string.*got a number\./],
      ['nothing', [], 'invalid-option', /input must be.*got undefined\./],
      ['null', [null], 'invalid-option', /input must be.*got null\./],
      ['any object', [{}], 'invalid-option', /input must be.*got an object\./],
      ['a Promise', [Promise.resolve(VIETNAMESE)], 'invalid-option', /input must be.*got a Promise\. Await it first/],
      ['a Response', [new Response(VIETNAMESE)], 'invalid-option', /got a Response.*cleanResponse/],
      ['a stream', [new Blob([VIETNAMESE]).stream()], 'invalid-option', /got a ReadableStream.*CleanStream/],
      ['an address as an object', [new URL('https://example.com/')], 'invalid-option', /got an address\. Fetch/],
      ['an address', ['https://example.com/a'], 'invalid-option', /argument input.*got an address\. Fetch/],
      ['the name of a file', ['pages/rain.html'], 'invalid-option', /argument input.*got the name of a file\. Read/],
      ['a charset that does not exist', ['x', { charset: 'utf8x' }], 'invalid-option', /charset.*"utf8x" is no charset/],
      ['a misspelt option', ['x', { ulr: 'https://example.com/' }], 'invalid-option', /ulr.*Did you mean url\?/],
      ['an option in other case', ['x', { maxbytes: 1 }], 'invalid-option', /maxbytes.*Did you mean maxBytes\?/],
      ['an option like no other', ['x', { verbose: true }], 'invalid-option', /no such option\. Known are: url, type/],
      ['an unknown type', ['x', { type: 'pdf' }], 'invalid-option', /type.*auto, html or text/],
      ['an address that is no string', ['x', { url: 5 }], 'invalid-option', /url.*string/],
      ['half a sentence', ['x', { sentences: 1.5 }], 'invalid-option', /sentences.*whole number/],
      ['two lengths', ['x', { sentences: 2, summaryShare: 0.1 }], 'invalid-option', /summaryShare.*sentences too/],
      ['more than the text', ['x', { summaryShare: 1.5 }], 'invalid-option', /summaryShare.*at most 1/],
      ['a share that is no number', ['x', { summaryShare: '10%' }], 'invalid-option', /summaryShare.*number/],
      ['no characters', ['x', { summaryCharacters: 0 }], 'invalid-option', /summaryCharacters.*0 sentences/],
      ["Rust's name of an option", ['x', { max_bytes: 1 }], 'invalid-option', /option max_bytes.*Did you mean maxBytes\?/],
      ['too large a limit', ['x', { maxBytes: 2 ** 30 }], 'invalid-option', /option maxBytes.*between 1 and/],
      ['a negative limit', ['x', { maxBytes: -1 }], 'invalid-option', /maxBytes.*whole number/],
      ['a number of a block that is not there', ['x', { keep: [9] }], 'invalid-option', /keep.*no block 9/],
      ['numbers of blocks that are none', ['x', { drop: 1 }], 'invalid-option', /drop.*array/],
      ['a beta out of range', ['x', { beta: 0 }], 'invalid-option', /beta.*between 0.1 and 10/],
      ['a beta that is no number', ['x', { beta: 'high' }], 'invalid-option', /beta.*number/],
      ['an explanation of another kind', ['x', { explain: 1 }], 'invalid-option', /explain.*true or false/],
      ['a part that no article has', ['x', { omit: ['content', 'html'] }], 'invalid-option', /omit.*"html".*content, markdown/],
      ['parts that are no list', ['x', { omit: 'content' }], 'invalid-option', /omit.*array of strings/],
      ['options that are no object', ['x', 'html'], 'invalid-option', /options must be an object.*got a string/],
      ['a Promise of options', ['x', Promise.resolve({})], 'invalid-option', /options must be an object.*got a Promise/],
      ['options in a list', ['x', []], 'invalid-option', /options.*object/],
    ];
    for (const [name, args, code, message] of failures) {
      it(`refuses ${name}`, () => {
        assert.throws(
          () => clean(...args),
          (error) => {
            assert.ok(error instanceof UnchaffError && error instanceof Error);
            assert.equal(error.name, 'UnchaffError');
            assert.equal(error.code, code);
            assert.match(error.message, message);
            return true;
          },
        );
      });
    }
  });

  describe(`toMarkdown and toText (${entry} entry)`, () => {
    it('answer what clean answers, and nothing else', () => {
      const url = 'https://tin.example/xa-hoi/thu-vien';
      const { markdown, textContent } = clean(VIETNAMESE, { url });
      assert.equal(toMarkdown(VIETNAMESE, { url }), markdown);
      assert.equal(toText(VIETNAMESE, { url, sentences: 5, explain: true }), textContent);
      assert.equal(toText(new TextEncoder().encode(PASTED), { type: 'text' }), clean(PASTED).textContent);
    });

    it('throw what clean throws', () => {
      assert.throws(() => toText(EMPTY_SHELL), { code: 'nothing-readable' });
      assert.throws(() => toMarkdown(5), { code: 'invalid-option', message: /input must be/ });
      assert.throws(() => toMarkdown(VIETNAMESE, { ulr: '' }), { code: 'invalid-option', message: /Did you mean url/ });
    });
  });

  describe(`join (${entry} entry)`, () => {
    const second = VIETNAMESE.replace(
      FIRST_SENTENCE,
      'Phần hai của câu chuyện bắt đầu ở bến phà cũ, nơi không ai còn bán vé từ nhiều năm nay.',
    );

    it('joins the pages of an article and leaves out what a page repeats', () => {
      const url = 'https://tin.example/xa-hoi/thu-vien';
      const joined = join([
        { input: VIETNAMESE, url },
        { input: second, url: `${url}?page=2` },
      ]);
      const { textContent, wordCount } = clean(VIETNAMESE, { url });
      assert.ok(joined.textContent.startsWith(textContent));
      assert.ok(joined.textContent.includes('Phần hai của câu chuyện'));
      assert.ok(joined.wordCount > wordCount && joined.wordCount < 2 * wordCount);
      assert.deepEqual(Object.keys(joined), FIELDS);
    });

    it('takes pages without an address, and bytes', () => {
      const bytes = new TextEncoder().encode(second);
      assert.equal(join([VIETNAMESE, bytes]).textContent, join([VIETNAMESE, second]).textContent);
    });

    it('refuses what is no list of pages', () => {
      assert.throws(() => join(VIETNAMESE), { code: 'invalid-option', message: /pages/ });
      assert.throws(() => join([]), { code: 'empty-input' });
      assert.throws(() => join([VIETNAMESE], { keep: [0] }), { code: 'invalid-option', message: /keep/ });
      assert.throws(() => join([{ input: VIETNAMESE, adress: 'https://tin.example' }]), { code: 'invalid-option' });
    });
  });

  describe(`probablyReadable (${entry} entry)`, () => {
    it('tells an article from a page without one', () => {
      const prose = `<p>${FIRST_SENTENCE}</p>`.repeat(12);
      assert.equal(probablyReadable(prose), true);
      assert.equal(probablyReadable(new TextEncoder().encode(prose)), true);
      assert.equal(probablyReadable(EMPTY_SHELL), false);
      assert.equal(probablyReadable(''), false);
    });

    it('refuses what is no page', () => {
      assert.throws(() => probablyReadable(5), { code: 'invalid-option' });
    });
  });

  describe(`summarize (${entry} entry)`, () => {
    it('answers sentences of the text in its order', () => {
      const summary = summarize(TEXT, { title: 'Thư viện mới', sentences: 2, language: 'vi' });
      assert.equal(summary.length, 2);
      for (const { text, start, end } of summary) assert.equal(TEXT.slice(start, end), text);
      assert.ok(summary[1].start >= summary[0].end);
    });

    it('puts the description first', () => {
      const description = 'Thư viện mới của huyện nằm bên sông và mở cửa cho bạn đọc mọi lứa tuổi đến mượn sách.';
      const [first] = summarize(`${TEXT}\n${description.replace('nằm', 'ở')}`, { description, sentences: 1 });
      assert.ok(first.text.startsWith('Thư viện mới của huyện'));
    });

    it('answers a summary of the length asked for', () => {
      const summary = summarize(TEXT, { characters: 120 });
      assert.ok(summary.map((sentence) => sentence.text).join(' ').length <= 120);
      assert.ok(summarize(TEXT, { share: 1 }).length > summarize(TEXT, { share: 0.3 }).length);
      assert.throws(() => summarize(TEXT, { share: 0 }), { code: 'invalid-option', message: /share/ });
      assert.throws(() => summarize(TEXT, { share: 0.5, characters: 9 }), { code: 'invalid-option', message: /characters.*share too/ });
      assert.throws(() => summarize(TEXT, { sentences: 51 }), { code: 'invalid-option', message: /sentences.*50/ });
    });

    it('refuses what is no text and unknown options', () => {
      assert.throws(() => summarize(5), { code: 'invalid-option', message: /text.*string/ });
      assert.throws(() => summarize(TEXT, { lang: 'vi' }), { code: 'invalid-option', message: /Did you mean language\?|Known are/ });
    });
  });
  describe(`keywords (${entry} entry)`, () => {
    it('answers words and phrases of the text', () => {
      const text = 'Hai nước bàn về hợp tác quốc phòng. Theo thông báo, hợp tác quốc phòng gồm đào tạo sĩ quan.';
      assert.equal(keywords(text, { title: 'Mở rộng hợp tác quốc phòng', language: 'vi' })[0], 'hợp tác quốc phòng');
    });

    it('refuses what is no text and unknown options', () => {
      assert.throws(() => keywords(5), { code: 'invalid-option', message: /text.*string/ });
      assert.throws(() => keywords(TEXT, { titel: '' }), { code: 'invalid-option', message: /Did you mean title\?/ });
    });
  });
}
