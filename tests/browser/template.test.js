/** Markdown by a template of the person's own: the language, the editor, and what it is used for. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parse } from 'yaml';

import { fill, NAMES, problems } from '../../www/template/language.js';
import { obsidianNote } from '../../www/template/obsidian.js';
import { PRESETS } from '../../www/template/presets.js';
import { words } from '../../www/template/words.js';
import { articleText, clipboard, downloadBy, transfer, useSite } from './harness.js';
import { ORCHARD } from './pages.js';

const onSite = useSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const ARTICLE = {
  title: 'Tea: a “short” story',
  byline: 'Ann Lee, Bo Ray',
  authors: ['Ann Lee', 'Bo Ray'],
  publishedTime: '2025-03-04T09:05:00+01:00',
  modifiedTime: null,
  url: 'https://tea.example/a_b?c=1',
  siteName: 'Tea',
  source: null,
  section: null,
  lang: 'en',
  description: null,
  image: null,
  tags: ['tea', 'hot water'],
  keywords: [],
  wordCount: 120,
  readingTime: 1,
  summary: ['The kettle *sang*.'],
  markdown: 'First.\n\n```\na\n\n\nb\n```\n',
};
const NOW = new Date(2026, 0, 2, 3, 4);
const made = (template, article = {}) =>
  fill({ ...ARTICLE, ...article }, { style: 'yaml', fields: '', name: '', body: '', ...template }, { fallbackName: 'article', now: NOW });

for (const [what, title] of Object.entries({
  'a colon': 'Tea: an end',
  'a quotation mark': 'The "best" tea',
  'an apostrophe at its start': "'Tis tea",
  'a line break': 'Tea\nadmin: true',
  'an at sign at its start': '@tea',
  'a hash': 'Tea # not a comment',
  'a dash at its start': '- tea',
  'an exclamation mark at its start': '!tea',
  'an ampersand at its start': '&tea *tea',
  'a brace at its start': '{tea}',
  'a backslash': 'C:\\tea\\n',
  'a word of YAML': 'yes',
  'a number': '007',
  'an emoji': 'Tea 🫖 time',
  'three dashes': 'Tea\n---\nend',
  'a line separator': 'Tea\u2028time',
  'letters of Vietnamese': 'Trà: “nóng” hay lạnh?',
  'a place of a template': '{{content}}',
})) {
  test(`a title with ${what} is the same title in the front matter`, () => {
    const parsed = parse(/^---\n([^]*?)\n---$/m.exec(made({ fields: 'title: {{title}}', body: 'x' }, { title }).text)[1]);
    assert.deepEqual(parsed, { title: title.replace(/\s+/g, ' ') });
  });
}

test('a field is a list where it names nothing but one, a string else, and is left out where it is empty', () => {
  const { text } = made({
    fields: 'author: {{authors}}\nby: by {{authors}}\ntags: {{tags}}\nupdated: {{updated}}\nread: false\nrating: 4\nkind: note',
  });
  assert.deepEqual(parse(text.split('---')[1]), {
    author: ['Ann Lee', 'Bo Ray'],
    by: 'by Ann Lee, Bo Ray',
    tags: ['tea', 'hot water'],
    read: false,
    rating: 4,
    kind: 'note',
  });
});

test('a name of a field is a name, whatever it is made of', () => {
  assert.deepEqual(parse(made({ fields: 'my field: {{title}}\nno: 1\n"a": 2\nngày đăng: {{date}}' }).text.split('---')[1]), {
    'my field': ARTICLE.title,
    no: 1,
    '"a"': 2,
    'ngày đăng': '2025-03-04',
  });
});

test('properties stand in lines of their own', () => {
  const { text } = made(
    { style: 'properties', fields: 'title:: {{title}}\nlist: {{tags}}\nimage: {{image}}', body: '{{content}}' },
    { title: 'A\nb:: c' },
  );
  assert.match(text, /^title:: A b:: c\nlist:: tea, hot water\n\nFirst\./);
});

test('what a page says is no markup in the body', () => {
  const { text } = made(
    { body: '# {{title}}\n{{author}}\n[page]({{url}})' },
    { title: '*a* [b](javascript:c) <img>', byline: '1. list\n# head' },
  );
  assert.equal(text, '# \\*a\\* \\[b\\](javascript:c) &lt;img&gt;\n1\\. list \\# head\n[page](<https://tea.example/a_b?c=1>)\n');
});

test('a place in what a page says is not filled', () => {
  assert.match(
    made({ body: '{{title}} {{content}}' }, { title: '{{url}}', markdown: '{{title}}' }).text,
    /^\\\{\\\{url\}\} \{\{title\}\}\n$/,
  );
});

test('a line of which all is empty is left out; the content keeps its own empty lines', () => {
  assert.equal(
    made({ body: 'On {{updated}}, {{section}}\n\n{{image}}\n\n{{content}}\n\nEnd of {{site}}{{image}}' }).text,
    'First.\n\n```\na\n\n\nb\n```\n\nEnd of Tea\n',
  );
});

test('times are written as they are asked for', () => {
  const { text } = made({ body: '{{date}} {{date|DD/MM/YYYY HH:mm}} {{today}} {{today|YYYY}} {{ date | MM/YYYY }}' });
  assert.equal(text, '2025-03-04 04/03/2025 09:05 2026-01-02 2026 03/2025\n');
  assert.equal(made({ body: '{{date|DD/MM}}' }, { publishedTime: 'last year' }).text, 'last year\n');
});

test('a file has a name that every system takes', () => {
  assert.equal(made({ name: '{{date}} {{title}}' }, { title: '../a\\b: c?' }).name, '2025-03-04 .. a b c');
  assert.equal(made({ name: '{{section}}' }).name, 'article');
  assert.equal(made({ name: 'notes/{{title}}' }, { title: 'x' }).name, 'notes x');
});

test('a name that stands for nothing stays, and is told', () => {
  assert.equal(made({ body: '{{constructor}} {{ttle}}' }).text, '{{constructor}} {{ttle}}\n');
  assert.deepEqual(problems({ style: 'yaml', name: '{{x}}', fields: 'a: {{title}}', body: '{{ttle}} {{x}}' }), ['x', 'ttle']);
});

test('no template takes long: braces without end', () => {
  const start = performance.now();
  made({ body: '{{'.repeat(100_000), fields: ':'.repeat(50_000), name: '{{a|'.repeat(50_000) });
  assert.ok(performance.now() - start < 2000);
});

for (const [name, preset] of Object.entries(PRESETS)) {
  test(`the preset for ${name} has no name that stands for nothing, and writes the article`, () => {
    assert.deepEqual(problems(preset), []);
    assert.match(fill(/** @type {any} */ (ARTICLE), preset, { fallbackName: 'article' }).text, /First\./);
  });
}

test('every name is explained in both languages', () => {
  for (const name of NAMES) for (const language of ['en', 'vi']) assert.ok(words[language][`template.is.${name}`], name);
});

test('a note goes to Obsidian by its address, a long one by the clipboard', () => {
  const short = obsidianNote({ name: 'Trà & bánh', text: '# a\n100%' }, { vault: 'My vault', folder: ' Clips / web/' });
  assert.deepEqual(short, {
    uri: 'obsidian://new?vault=My%20vault&file=Clips%2Fweb%2FTr%C3%A0%20%26%20b%C3%A1nh&content=%23%20a%0A100%25',
    isByClipboard: false,
  });
  const long = obsidianNote({ name: 'Trà', text: 'à'.repeat(400) }, {});
  assert.deepEqual(long, { uri: 'obsidian://new?file=Tr%C3%A0&clipboard=true', isByClipboard: true });
});

async function show(page, text = ORCHARD) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
}

async function openEditor(page) {
  await page.locator('#save').click();
  await page.locator('#template-edit').click();
  await page.locator('#template-dialog[open]').waitFor();
}

test(
  'a preset is chosen in two steps, remembered, and used by copy and by save',
  onSite({}, async (page) => {
    await show(page);
    await page.locator('#save').click();
    await page.locator('#template-choice').selectOption('obsidian');
    assert.equal(await page.locator('#front-matter').isVisible(), false);
    await page.locator('#copy-markdown').click();
    await page.locator('#status', { hasText: 'Copied' }).waitFor();
    assert.match(
      await clipboard(page, 'text/plain'),
      /^---\ntitle: "The orchard that moved uphill"\nauthor: \["Ruth Ackland"\]\npublished: "2026-05-0/,
    );
    await page.reload();
    await articleText(page);
    await page.locator('#tab-markdown').click();
    await page.locator('#copy').click();
    await page.locator('#copy', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page, 'text/plain'), /^---\ntitle: /);
    await page.locator('#save').click();
    assert.equal(await page.locator('#template-choice').inputValue(), 'obsidian');
    const { bytes } = await downloadBy(page, '#save-dialog [data-format=markdown]');
    assert.match(bytes.toString(), /^---\ntitle: /);
    await page.locator('#save').click();
    await page.locator('#template-choice').selectOption('none');
    assert.match((await downloadBy(page, '#save-dialog [data-format=markdown]')).bytes.toString(), /^# The orchard/);
  }),
);

test(
  'the editor shows what comes out while one types, and names what stands for nothing',
  onSite({}, async (page) => {
    await show(page);
    await openEditor(page);
    const preview = page.locator('.template-preview');
    await page.locator('#template-name').fill('{{date}} {{title}}');
    assert.match(await page.locator('.template-file').innerText(), /^2026-05-0\d The orchard that moved uphill\.md$/);
    await page.locator('#template-fields').fill('who: {{author}}');
    await page.locator('#template-body').fill('{{summary}}\n\n{{titel}}');
    assert.match(await preview.innerText(), /^---\nwho: "Ruth Ackland"\n---\n\n- .*\{\{titel\}\}/s);
    await page.locator('#template-dialog [role=status]', { hasText: '{{titel}}' }).waitFor();
    await page.locator('#template-dialog button[value=logseq]').click();
    assert.match(await preview.innerText(), /^title:: The orchard that moved uphill\n/);
    await page.locator('#template-fields').fill('');
    await page.locator('#template-body').fill('My {{title}}');
    await page.locator('#template-dialog [type=submit]').click();
    await page.locator('#status', { hasText: 'from now on' }).waitFor();
    assert.equal(await page.locator('#template-choice').inputValue(), 'own');
    assert.equal((await downloadBy(page, '#save-dialog [data-format=markdown]')).bytes.toString(), 'My The orchard that moved uphill\n');
  }),
);

test(
  'Escape leaves the template as it was',
  onSite({}, async (page) => {
    await show(page);
    await openEditor(page);
    await page.locator('#template-body').fill('nothing');
    await page.keyboard.press('Escape');
    await page.locator('#template-dialog').waitFor({ state: 'detached' });
    assert.equal(await page.locator('#template-choice').inputValue(), 'none');
    assert.equal(await page.evaluate(() => localStorage.getItem('unchaff.template')), null);
  }),
);

test(
  'every name is explained in the editor, in a line of its own, in Vietnamese too',
  onSite({ locale: 'vi-VN' }, async (page) => {
    await show(page);
    await openEditor(page);
    await page.locator('.template-help summary').click();
    assert.equal(await page.locator('.template-help dt').count(), NAMES.length);
    assert.match(await page.locator('.template-help').innerText(), /\{\{title\}\}\s+tiêu đề/);
  }),
);

/** Keeps the address that would open another program. */
const keepAddress = (page) =>
  page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function () {
      document.documentElement.dataset.opened = this.href;
    };
  });
const opened = (page) => page.evaluate(() => document.documentElement.dataset.opened);

test(
  'an article is handed to Obsidian in two steps',
  onSite({}, async (page) => {
    await show(
      page,
      '<article><h1>Tea</h1><p>The kettle sang for an hour, and nobody in the house got up to take it off the stove.</p></article>',
    );
    await keepAddress(page);
    await page.locator('#save').click();
    await page.locator('#to-obsidian').click();
    await page.locator('#status', { hasText: 'handed to Obsidian.' }).waitFor();
    assert.match(await opened(page), /^obsidian:\/\/new\?file=Tea&content=---%0Atitle%3A%20%22Tea%22%0A/);
  }),
);

test(
  'a long article is handed to Obsidian by the clipboard',
  onSite({}, async (page) => {
    const more = Array.from(
      { length: 12 },
      (_, n) => `<p>Row ${n} stood in the wind for ${n + 2} weeks, and the growers wrote down the ${n + 3} nights with frost.</p>`,
    );
    await show(page, ORCHARD.replace('</article>', `${more.join('')}</article>`));
    await keepAddress(page);
    await page.locator('#save').click();
    await page.locator('#to-obsidian').click();
    await page.locator('#status', { hasText: 'clipboard' }).waitFor();
    assert.equal(await opened(page), 'obsidian://new?file=The%20orchard%20that%20moved%20uphill&clipboard=true');
    assert.match(await clipboard(page, 'text/plain'), /^---\ntitle: "The orchard/);
  }),
);

test(
  'a finger hits everything in the editor, and nothing is wider than a phone',
  onSite(phone, async (page) => {
    await show(page);
    await openEditor(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('#template-dialog :is(button, input, select, textarea, summary)')]
        .map((target) => [target.id || target.textContent, target.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 43.9 || height < 43.9)
        .map(([name]) => name),
    );
    assert.deepEqual(small, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }),
);
