// An article as a file, whatever its title, its author and its address hold.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';
import { marked } from 'marked';
import { parse } from 'yaml';
import { fileName, toHtmlFile, toMarkdownFile, toTextFile, withSummary } from '../../pkg/entries/files.js';
import { UniqueNames } from '../../pkg/lib/file-name.js';

const ARTICLE = {
  title: 'The orchard that moved uphill',
  byline: 'Ruth Ackland',
  authors: ['Ruth Ackland'],
  publishedTime: '2026-05-02T08:00:00+02:00',
  url: 'https://hallbeck.example/orchard',
  markdown: 'It moved by *four* degrees.\n',
  content: '<p>It moved by <em>four</em> degrees.</p>\n',
  textContent: 'It moved by four degrees.\n',
};

/** Renderers that let HTML through, make links of bare addresses, and take attributes from braces. */
const RENDERERS = {
  'markdown-it': (text) => new MarkdownIt({ html: true, linkify: true }).render(text),
  'markdown-it with attributes': (text) => new MarkdownIt({ html: true }).use(attributes).render(text),
  marked: (text) => marked.parse(text),
};

/** Text that is markup to some renderer: in each place it has to read as itself. */
const HOSTILE = [
  '<img src=x: onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://a.example/i.png)',
  'ftp://a.example/b',
  'see https://a.example/b, www.a.example and an@a.example',
  'words {onclick=alert(1)}',
  '*words*{onclick=alert(1)}',
  '`code`{.a #b}',
  '&lt;b&gt; &amp; &#60;',
  '# a',
  '- a',
  '+ a',
  '1. a',
  '2) a',
  '> a',
  '=== ',
  '---',
  '| a | b |',
  '$a$ and $$b$$',
  '~~a~~',
  '[a]: https://a.example/',
  'a\\',
  '\\<b>',
  'Đường_phố __mới__ *và* cũ',
  'line one\nline two\u2028three',
];

/** The text of HTML that has no element but those given. */
function textOf(html, elements) {
  const found = new Set([...html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name.toLowerCase()));
  assert.deepEqual(
    [...found].filter((name) => !elements.includes(name)),
    [],
    html,
  );
  assert.doesNotMatch(html, /<[^>]* on\w+=|<h1 [^>]*(?:class|id)=/, html);
  const text = html.replace(/<[^>]*>/g, '').trim();
  return text.replace(
    /&(?:lt|gt|quot|amp|#39);/g,
    (reference) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" })[reference],
  );
}

const onOneLine = (text) => text.replace(/\s+/g, ' ').trim();

describe('a Markdown file', () => {
  it('has the title, the credit and the body', () => {
    assert.equal(
      toMarkdownFile(ARTICLE),
      '# The orchard that moved uphill\n\nRuth Ackland · 2026-05-02 · <https://hallbeck.example/orchard>\n\nIt moved by *four* degrees.\n',
    );
  });

  it('has no heading and no credit where nothing is known', () => {
    assert.equal(toMarkdownFile({ title: null, byline: null, publishedTime: null, url: null, markdown: 'Words.\n' }), 'Words.\n');
    assert.equal(toMarkdownFile({ markdown: 'Words.\n' }), 'Words.\n');
  });

  for (const [name, render] of Object.entries(RENDERERS)) {
    for (const words of HOSTILE) {
      it(`shows ${JSON.stringify(words)} as it is, in ${name}`, () => {
        const html = render(toMarkdownFile({ title: words, byline: words, markdown: '' }));
        const [title, byline] = html.split('</h1>');
        assert.equal(textOf(title, ['h1']), onOneLine(words));
        assert.equal(textOf(byline, ['p']), onOneLine(words));
      });
    }

    it(`links to web addresses alone, in ${name}`, () => {
      const credit = (url) => render(toMarkdownFile({ url, markdown: '' }));
      assert.match(credit('https://a.example/b?c={d}'), /^<p><a href="https:\/\/a\.example\/b\?c=%7Bd%7D">/);
      assert.doesNotMatch(credit('https://a.example/><img src=x>'), /<img/);
      for (const url of ['javascript:alert(1)', 'ftp://a.example/', 'data:text/html,<b>']) assert.equal(textOf(credit(url), ['p']), url);
    });
  }
});

describe('front matter', () => {
  it('has the fields that are known, by names that others know', () => {
    const text = toMarkdownFile(
      { ...ARTICLE, source: 'Hallbeck Wire', lang: 'en', tags: [], siteName: null, keywords: ['orchard', 'frost'] },
      { frontMatter: true },
    );
    assert.equal(
      text,
      `---
title: "The orchard that moved uphill"
author: ["Ruth Ackland"]
sourceName: "Hallbeck Wire"
date: "2026-05-02T08:00:00+02:00"
source: "https://hallbeck.example/orchard"
lang: "en"
keywords: ["orchard", "frost"]
---

It moved by *four* degrees.
`,
    );
  });

  it('says what the page says, whatever signs are in it', () => {
    const title =
      'a: "b" # c\n---\n- {d} & *e* \u0085\u2028\u0007\u007f\ufeff\ufffe\uffff\ufdd0\u{1fffe} 😀 \\ yes <b> [x](y) [z]: ftp://q';
    const text = toMarkdownFile({ title, authors: ['no', '1e3'], markdown: 'Words.' }, { frontMatter: true });
    const [, yaml] = /^---\n([^]*?)\n---\n\nWords\.\n$/.exec(text);
    assert.deepEqual(parse(yaml), { title, author: ['no', '1e3'] });
    assert.doesNotMatch(text, /\p{Noncharacter_Code_Point}|(?!\n)\p{Cc}|[\u2028\ufeff]/u);
    assert.equal(text.match(/^---$/gm).length, 2);
  });

  it('writes half a surrogate pair as what it is: no character', () => {
    assert.match(toMarkdownFile({ title: 'a\ud800b', markdown: '' }, { frontMatter: true }), /title: "a\ufffdb"/);
  });

  for (const [name, render] of Object.entries(RENDERERS)) {
    for (const words of HOSTILE) {
      it(`is no markup for ${name} where ${JSON.stringify(words)} is in it`, () => {
        const html = render(
          toMarkdownFile(
            { title: words, authors: [words], siteName: words, description: words, tags: [words], markdown: '' },
            { frontMatter: true },
          ),
        );
        // Between two rules the fields are a heading to CommonMark. Emphasis, code and links to the web are allowed in it.
        textOf(html, ['hr', 'h2', 'p', 'em', 'strong', 'code', 'del', 's', 'a']);
        for (const [, address] of html.matchAll(/href="([^"]*)"/g)) assert.match(address, /^(?:https?|mailto):/);
      });
    }
  }
});

describe('an HTML file', () => {
  it('has title, credit and content', () => {
    const html = toHtmlFile({ ...ARTICLE, lang: 'en', dir: 'ltr' });
    assert.match(html, /^<!doctype html>\n<html lang="en" dir="ltr">/);
    assert.ok(
      html.includes(
        '<h1>The orchard that moved uphill</h1>\n<p class="source">Ruth Ackland · 2026-05-02 · <a href="https://hallbeck.example/orchard">',
      ),
    );
    assert.ok(html.includes(ARTICLE.content));
  });

  it('has a policy that names its style', () => {
    const html = toHtmlFile(ARTICLE);
    const [, style] = /<style>([^]*?)<\/style>/.exec(html);
    assert.ok(html.includes(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`));
  });

  it('shows markup in its head as text, and links to web addresses alone', () => {
    const html = toHtmlFile({ title: '<b>"a"</b>', byline: "<i>'b'</i>", lang: '"><b>', url: 'javascript:alert(1)', content: '' });
    assert.doesNotMatch(html, /<b>|<i>|<a /);
    assert.ok(html.includes('<html lang="&quot;&gt;&lt;b&gt;"'));
  });
});

it('a text file has title, credit and text', () => {
  assert.equal(
    toTextFile(ARTICLE),
    'The orchard that moved uphill\n\nRuth Ackland · 2026-05-02 · https://hallbeck.example/orchard\n\nIt moved by four degrees.\n',
  );
});

describe('a file name', () => {
  const names = [
    ['Apples: who/what? "uphill"', 'Apples who what uphill'],
    ['../../etc/passwd', 'etc passwd'],
    ['con', 'article'],
    ['CON.txt', 'article'],
    ['Nul .tar.gz', 'article'],
    ['com0', 'article'],
    ['LPT³', 'article'],
    ['CONOUT$', 'article'],
    ['console', 'console'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['\u200fمرحبا\u200f', 'مرحبا'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['Donau\u00addampf', 'Donaudampf'],
    ['--help', 'help'],
    ['.bashrc', 'bashrc'],
    [' . ', 'article'],
    ['\u200d', 'article'],
    ['\u3164\u2800', 'article'],
    [null, 'article'],
    [undefined, 'article'],
    ['Con đê chạy qua làng', 'Con đê chạy qua làng'],
    ['Con đê'.normalize('NFD'), 'Con đê'],
    ['a\ud800b\ufffe', 'a b'],
    ['x'.repeat(300), 'x'.repeat(200)],
    ['漢'.repeat(120), '漢'.repeat(66)],
    ['😀'.repeat(80), '😀'.repeat(50)],
    // 25 bytes each.
    ['👩‍👩‍👧‍👦'.repeat(9), '👩‍👩‍👧‍👦'.repeat(8)],
    [`${'x'.repeat(199)}é`, 'x'.repeat(199)],
    [`${'x'.repeat(199)} y`, 'x'.repeat(199)],
  ];
  for (const [text, expected] of names) {
    it(`of ${JSON.stringify(text)?.slice(0, 30)} is one that every system accepts`, () => {
      const name = fileName(text, 'article');
      assert.equal(name, expected);
      assert.ok(Buffer.byteLength(name) <= 200);
    });
  }

  it('is not given twice, for systems that do not tell capitals apart too', () => {
    const names = new UniqueNames();
    assert.deepEqual(
      ['a', 'A', 'a-2', 'a', 'b'].map((name) => names.add(name)),
      ['a', 'A-2', 'a-2-2', 'a-3', 'b'],
    );
  });
});

describe('a title or a name of a page', () => {
  const ROOT = fileURLToPath(new URL('../..', import.meta.url));
  const FOLDERS = ['js', 'www', 'extension', 'examples', 'docs', 'README.md'];
  /** The writers themselves. */
  const WRITERS = [
    'js/lib/front-matter.js',
    'js/lib/html-file.js',
    'js/lib/markdown-file.js',
    'js/lib/with-summary.js',
    'www/template/language.js',
  ];
  /** A heading, a rule of front matter or a link made by a template. */
  const WRITTEN = /^\s*(?!\s*(?:\/\/|\*)).*(?:[`'"](?:\\n)*#{1,6} (?:\$\{|['"`] ?\+)|<h[1-6][^>]*>\$\{|['"`]---\\n|\]\(\$\{)/m;

  it('is put into Markdown and HTML by the package alone', () => {
    const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...FOLDERS], {
      cwd: ROOT,
      encoding: 'utf8',
    }).split('\n');
    const sources = files.filter((file) => /\.(?:m?js|ts|jsx|html|md|py)$/.test(file) && !/^www\/dist|\/dist\//.test(file));
    assert.ok(sources.length > 100);
    const writing = sources.filter((file) => WRITTEN.test(readFileSync(join(ROOT, file), 'utf8')));
    assert.deepEqual(writing.sort(), WRITERS);
  });

  for (const line of [
    'console.log(`# ${title}`)',
    "text += '## ' + title",
    'x = `<h1>${title}</h1>`',
    "out = '---\\n' + yaml",
    'y = `[a](${url})`',
  ]) {
    it(`would be found in ${line}`, () => assert.match(line, WRITTEN));
  }
});

describe('the summary before the text', () => {
  const article = {
    summary: ['Phà <b>chạy</b> lại.', 'Vé *rẻ* hơn.'],
    content: '<p>Text.</p>',
    markdown: 'Text.\n',
    textContent: 'Text.',
    title: 'Phà',
  };

  it('stands under its heading in every format, escaped', () => {
    const { content, markdown, textContent, title } = withSummary(article, { heading: 'Tóm <tắt>', lang: 'vi' });
    assert.equal(
      content,
      '<h2 lang="vi">Tóm &lt;tắt&gt;</h2>\n<ul>\n<li>Phà &lt;b&gt;chạy&lt;/b&gt; lại.</li>\n<li>Vé *rẻ* hơn.</li>\n</ul>\n<hr>\n<p>Text.</p>',
    );
    assert.equal(markdown, '## Tóm &lt;tắt&gt;\n\n- Phà &lt;b&gt;chạy&lt;/b&gt; lại.\n- Vé \\*rẻ\\* hơn.\n\n---\n\nText.\n');
    assert.equal(textContent, 'Tóm <tắt>\n\n• Phà <b>chạy</b> lại.\n• Vé *rẻ* hơn.\n\nText.');
    assert.equal(title, 'Phà');
  });

  it('is left out where there is none', () => {
    const without = { ...article, summary: [] };
    assert.equal(withSummary(without, { heading: 'Summary' }), without);
  });
});
