// The command for one page.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FileNames } from '../../pkg/cli/files.js';
import { filesOfPattern } from '../../pkg/cli/patterns.js';
import { hasColour, verdicts } from '../../pkg/cli/verdicts.js';
import { toMarkdownFile } from '../../pkg/entries/files.js';
import { clean } from '../../pkg/entries/node.js';
import { unchaff } from './command.js';
import { EMPTY_SHELL, FIRST_SENTENCE, LISTING, PASTED, VIETNAMESE } from './pages.js';

const TITLE = 'Huyện Tân Lâm mở thư viện mới bên sông';

let folder;
let file;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'unchaff-'));
  file = join(folder, 'page.html');
  writeFileSync(file, VIETNAMESE);
});
after(() => rmSync(folder, { recursive: true }));

describe('formats', () => {
  const article = clean(VIETNAMESE);
  const formats = {
    markdown: toMarkdownFile(article),
    html: `<h1>${TITLE}</h1>\n${article.content.trimEnd()}\n`,
    text: `${TITLE}\n\n${article.textContent.trimEnd()}\n`,
    json: `${JSON.stringify(article, null, 2)}\n`,
  };
  for (const [format, expected] of Object.entries(formats)) {
    it(format, async () => {
      assert.deepEqual(await unchaff([file, '--format', format]), { status: 0, stdout: expected, stderr: '' });
    });
  }

  it('is Markdown unless said otherwise', async () => {
    assert.equal((await unchaff([file])).stdout, formats.markdown);
  });

  it('keeps the marks of a title from being read as markup', async () => {
    const page = VIETNAMESE.replaceAll(TITLE, 'C &amp; <code>a_b</code> &lt;i&gt;');
    const heading = async (format) => (await unchaff(['--format', format], page)).stdout.split('\n')[0];
    assert.ok(!/<i>/.test(await heading('html')));
    assert.ok(!/[^\\]_/.test(await heading('markdown')));
  });
});

describe('input', () => {
  it('is standard input for - and for nothing', async () => {
    const { stdout } = await unchaff([file]);
    assert.equal((await unchaff(['-'], VIETNAMESE)).stdout, stdout);
    assert.equal((await unchaff([], VIETNAMESE)).stdout, stdout);
  });

  it('may be pasted text', async () => {
    const article = JSON.parse((await unchaff(['--format', 'json'], PASTED)).stdout);
    assert.equal(article.type, 'text');
    assert.ok(article.textContent.includes(FIRST_SENTENCE));
  });

  it('resolves links against --url', async () => {
    const { stdout } = await unchaff([file, '--url', 'https://tin.example/xa-hoi/thu-vien']);
    assert.match(stdout, /https:\/\/tin\.example\/xa-hoi\/lich-mo-cua/);
  });

  it('is read with the other options of clean', async () => {
    const args = ['--type', 'html', '--charset', 'utf-8', '--sentences', '1', '--max-bytes', '100000', '--format', 'json'];
    const article = JSON.parse((await unchaff([file, ...args])).stdout);
    assert.equal(article.summary.length, 1);
  });

  it('is kept whole when asked', async () => {
    assert.ok((await unchaff([file, '--whole'])).stdout.includes('Bản quyền'));
  });

  it('is summarised to the length asked for', async () => {
    const summary = async (...args) => JSON.parse((await unchaff([file, ...args, '--format', 'json'])).stdout).summary;
    assert.ok((await summary('--summary-characters', '150')).join(' ').length <= 150);
    assert.equal((await summary('--summary-share', '.001')).length, 1);
  });
});

describe('a list of articles', () => {
  it('is said to be one, beside what it has', async () => {
    const { status, stdout, stderr } = await unchaff(['-'], LISTING);
    assert.equal(status, 0);
    assert.match(stdout, /Baker wins the bread prize/);
    assert.equal(stderr, 'unchaff: this looks like a list of articles, not an article.\n');
  });
});

describe('an address', () => {
  const routes = {
    '/asked': (response, { headers }) => {
      const said = `${headers['user-agent']}, ${headers['accept-language']}, ${headers.cookie}`;
      response.setHeader('content-type', 'text/html').end(VIETNAMESE.replaceAll(TITLE, said));
    },
    '/page': (response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(VIETNAMESE),
    '/moved': (response) => response.writeHead(302, { location: '/xa-hoi/page' }).end(),
    '/xa-hoi/page': (response) => response.setHeader('content-type', 'text/html').end(VIETNAMESE),
    '/latin1': (response) => {
      const page = `<title>Café</title><article><h1>Café</h1>${'<p>Un café très serré, à côté de la gare, avant le départ du train.</p>'.repeat(6)}`;
      response.setHeader('content-type', 'text/html; charset="iso-8859-1"').end(Buffer.from(page, 'latin1'));
    },
    '/large': (response) => response.setHeader('content-type', 'text/html').end('x'.repeat(5000)),
    '/gone': (response) => response.writeHead(410).end('gone'),
    '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
    '/silent': () => {},
    '/broken': (response) => response.writeHead(200, { 'content-length': '1000' }).write('<p>', () => response.destroy()),
  };
  let server;
  let origin;
  before(async () => {
    server = createServer((request, response) => routes[request.url](response, request));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const json = async (path) => JSON.parse((await unchaff([origin + path, '--format', 'json'])).stdout);

  it('is fetched, and resolves the links', async () => {
    const { title, markdown } = await json('/page');
    assert.equal(title, TITLE);
    assert.ok(markdown.includes(`${origin}/lich-mo-cua`));
  });

  it('is the last one of a redirect', async () => {
    assert.ok((await json('/moved')).markdown.includes(`${origin}/xa-hoi/lich-mo-cua`));
  });

  it('is decoded by the charset of the server', async () => {
    assert.equal((await json('/latin1')).title, 'Café');
  });

  it('is asked for by the name and with the headers that are given', async () => {
    const args = ['--user-agent', 'Reader/1', '--header', 'Accept-Language: vi', '--header', 'Cookie: a=b: c'];
    const { stdout } = await unchaff([`${origin}/asked`, ...args, '--format', 'json', '--fields', 'title']);
    assert.equal(JSON.parse(stdout).title, 'Reader/1, vi, a=b: c');
  });

  const failures = [
    ['/gone', [], /cannot-fetch: .*status 410.*browser/],
    ['/broken', [], /cannot-fetch: .*cannot be fetched/],
    ['/round', [], /cannot-fetch: .*redirect/],
    ['/silent', ['--fetch-timeout', '0.2'], /cannot-fetch: .*no answer within 0\.2 seconds/],
    ['/large', ['--max-bytes', '1000'], /input-too-large: .*more than 1000 bytes/],
  ];
  for (const [path, args, message] of failures) {
    it(`fails in words for ${path}`, async () => {
      const { status, stdout, stderr } = await unchaff([origin + path, ...args]);
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }

  it('fails in words where nobody listens', async () => {
    const { status, stderr } = await unchaff(['http://127.0.0.1:9/']);
    assert.equal(status, 1);
    assert.match(stderr, /^unchaff: cannot-fetch: .*Is the address right/);
  });
});

describe('many pages', () => {
  let other;
  before(() => {
    other = join(folder, 'other.html');
    writeFileSync(other, VIETNAMESE.replaceAll(TITLE, 'Thư viện đóng cửa'));
  });
  after(() => rmSync(other));

  it('are printed one after the other', async () => {
    const [first, second] = await Promise.all([unchaff([file]), unchaff([other])]);
    const both = await unchaff([file, other]);
    assert.deepEqual(both, { status: 0, stdout: `${first.stdout}\n${second.stdout}`, stderr: '' });
  });

  it('are written by several threads as by one', async () => {
    const [one, many] = ['one', 'many'].map((name) => join(folder, 'jobs', name));
    const pages = [file, other, file, 'nowhere.html', other];
    const first = await unchaff([...pages, '--output', one]);
    const second = await unchaff([...pages, '--output', many, '--jobs', '3', '--time-limit', '60']);
    assert.deepEqual(second, first);
    assert.match(first.stderr, /^unchaff: cannot-read: nowhere/);
    assert.deepEqual(readdirSync(many).sort(), ['other-2.md', 'other.md', 'page-2.md', 'page.md']);
    for (const name of readdirSync(many)) assert.equal(readFileSync(join(many, name), 'utf8'), readFileSync(join(one, name), 'utf8'));
  });

  it('are printed by several threads in their order', async () => {
    const pages = [file, other, other, file];
    assert.deepEqual(await unchaff([...pages, '--jobs', '2']), await unchaff(pages));
  });

  it('may be a folder, with the folders in it', async () => {
    const root = join(folder, 'site');
    mkdirSync(join(root, 'news', '.cache'), { recursive: true });
    for (const name of ['b.html', 'news/a.htm', 'news/c.txt', 'news/.cache/d.html', 'style.css'])
      writeFileSync(join(root, name), VIETNAMESE);
    writeFileSync(join(root, 'e.html.gz'), gzipSync(VIETNAMESE));
    const { status, stdout } = await unchaff([root, '--ndjson', '--fields', 'title']);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id.slice(root.length + 1));
    assert.deepEqual([status, ids], [0, ['b.html', 'e.html.gz', 'news/a.htm', 'news/c.txt']]);
  });

  const patterns = [
    ['*.html', ['a.html', 'b.html']],
    ['?.html', ['a.html', 'b.html']],
    ['[!a].*', ['b.html']],
    ['[a-b].html', ['a.html', 'b.html']],
    ['{a,c+d}.{html,txt}', ['a.html', 'c+d.txt']],
    ['c+d.*', ['c+d.txt']],
    ['**/*.html', ['a.html', 'b.html', 'x/e.html', 'x/y/f.html']],
    ['x/**', ['x/e.html', 'x/y/f.html']],
    ['*/*.html', ['x/e.html']],
    ['.*.html', ['.hidden.html']],
    ['*.nothing', []],
  ];
  for (const [pattern, expected] of patterns) {
    it(`may be the pattern ${pattern}`, async () => {
      const root = join(folder, 'patterns');
      mkdirSync(join(root, 'x', 'y'), { recursive: true });
      for (const name of ['a.html', 'b.html', 'c+d.txt', '.hidden.html', 'x/e.html', 'x/y/f.html']) writeFileSync(join(root, name), '');
      const found = await filesOfPattern(join(root, pattern));
      assert.deepEqual(
        found.map((path) => path.slice(root.length + 1)),
        expected,
      );
    });
  }

  it('may be a pattern', async () => {
    const { stdout } = await unchaff([join(folder, '*.html'), '--format', 'text']);
    assert.ok(stdout.indexOf('đóng cửa') < stdout.indexOf(TITLE));
  });

  it('are printed even if one of them fails, which is said', async () => {
    const { status, stdout, stderr } = await unchaff(['nowhere.html', file]);
    assert.equal(status, 1);
    assert.ok(stdout.startsWith(`# ${TITLE}`));
    assert.match(stderr, /^unchaff: cannot-read: nowhere\.html .+\n$/);
  });

  it('have names that cannot command the terminal', async () => {
    const { stderr } = await unchaff(['no\x1b[2J\x9bwhere\u202e.html', file]);
    assert.doesNotMatch(stderr, /[^\P{Cc}\n]|\u202e/u);
    assert.ok(stderr.includes(String.raw`no\u001b[2J\u009bwhere\u202e.html`));
  });

  it('get files of their own, none over another', async () => {
    const out = join(folder, 'out', 'md');
    const { status, stdout } = await unchaff([file, other, file, '--output', out]);
    assert.deepEqual([status, stdout], [0, '']);
    assert.deepEqual(readdirSync(out).sort(), ['other.md', 'page-2.md', 'page.md']);
    assert.equal(readFileSync(join(out, 'page-2.md'), 'utf8'), (await unchaff([file])).stdout);
  });

  it('are printed even if a pattern matches no file', async () => {
    const { status, stdout, stderr } = await unchaff(['no*.such', file]);
    assert.equal(status, 1);
    assert.ok(stdout.startsWith(`# ${TITLE}`));
    assert.match(stderr, /^unchaff: cannot-read: .*no\*\.such.*\n$/);
  });

  it('are written even if one file cannot be, which is said', async () => {
    const out = join(folder, 'half');
    mkdirSync(join(out, 'page.md'), { recursive: true });
    const { status, stderr } = await unchaff([file, other, '--output', out]);
    assert.equal(status, 1);
    assert.match(stderr, /^unchaff: cannot-write: .*page\.md cannot be written .*\n$/);
    assert.equal(readFileSync(join(out, 'other.md'), 'utf8'), (await unchaff([other])).stdout);
  });

  it('need a folder that can be made', async () => {
    const { status, stderr } = await unchaff([file, '--output', join(file, 'out')]);
    assert.equal(status, 1);
    assert.match(stderr, /^unchaff: cannot-write: .*\n$/);
  });

  const names = [
    ['https://tin.example/xa-hoi/thu-vien.html', 'thu-vien.md'],
    ['https://tin.example/', 'tin.example.md'],
    ['a/b: c?.htm', 'b c.md'],
    ['https://tin.example/xa-hoi/th%C6%B0-vi%E1%BB%87n', 'thư-viện.md'],
    ['https://tin.example/100%', '100%.md'],
    ['-', 'page.md'],
    ['../..', 'page.md'],
  ];
  for (const [source, name] of names) {
    it(`name the file of ${source} ${name}`, () => {
      assert.equal(new FileNames('out', 'md').pathFor(source), join('out', name));
    });
  }
});

describe('a packed page', () => {
  it('is unpacked, from a file and from standard input', async () => {
    const packed = join(folder, 'packed.html.gz');
    writeFileSync(packed, gzipSync(VIETNAMESE));
    const { stdout } = await unchaff([file]);
    assert.equal((await unchaff([packed])).stdout, stdout);
    assert.equal((await unchaff(['-'], gzipSync(VIETNAMESE))).stdout, stdout);
  });

  it('is refused past the limit, and where it is damaged', async () => {
    const packed = gzipSync(' '.repeat(100_000));
    assert.match((await unchaff(['-', '--max-bytes', '5000'], packed)).stderr, /input-too-large: .*more than 5000 bytes/);
    const damaged = join(folder, 'damaged.html.gz');
    writeFileSync(damaged, packed.subarray(0, 40));
    assert.match((await unchaff([damaged])).stderr, /^unchaff: cannot-read: .*damaged/);
  });
});

describe('an archive of many pages', () => {
  const record = (type, url, content) => {
    const { length } = content;
    return Buffer.from(
      `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Length: ${length}\r\n\r\n${content}\r\n\r\n`,
      'latin1',
    );
  };
  const http = (headers, body, status = '200 OK') => `HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${body}`;
  const latin = (text) => Buffer.from(text).toString('latin1');
  const cafe = `<title>Caf\xe9</title><article><h1>Caf\xe9</h1>${'<p>Un caf\xe9 tr\xe8s serr\xe9, \xe0 c\xf4t\xe9 de la gare, avant le d\xe9part du train.</p>'.repeat(6)}`;
  const chunked = latin(VIETNAMESE).replace(/[^]{1,700}/g, (part) => `${part.length.toString(16)}\r\n${part}\r\n`);
  const origin = 'https://tin.example/xa-hoi/';
  const records = [
    record('warcinfo', '', 'software: a crawler\r\n'),
    record('request', `${origin}a`, 'GET / HTTP/1.1\r\n\r\n'),
    record('response', `<${origin}a>`, http('Content-Type: text/html; charset=utf-8', latin(VIETNAMESE))),
    record('response', `${origin}logo.png`, http('Content-Type: image/png', '\x89PNG')),
    record('response', `${origin}gone`, http('Content-Type: text/html', 'gone', '404 Not Found')),
    record('response', `${origin}cafe`, http('content-type: text/html; charset=iso-8859-1', cafe)),
    record('response', `${origin}chunked`, http('Content-Type: text/html\r\nTransfer-Encoding: chunked', `${chunked}0\r\n\r\n`)),
    record(
      'response',
      `${origin}packed`,
      http('Content-Type: text/html\r\nContent-Encoding: gzip', gzipSync(VIETNAMESE).toString('latin1')),
    ),
    record('response', `${origin}unpacked`, http('Content-Type: text/html\r\nContent-Encoding: gzip', latin(VIETNAMESE))),
  ].map((bytes) => Buffer.from(bytes));
  const expected = ['a', 'cafe', 'chunked', 'packed', 'unpacked'].map((name) => [origin + name, name === 'cafe' ? 'Café' : TITLE]);

  for (const [name, bytes] of Object.entries({
    'crawl.warc': Buffer.concat(records),
    // Crawlers pack each record by itself.
    'crawl.warc.gz': Buffer.concat(records.map((bytes) => gzipSync(bytes))),
  })) {
    it(`gives its pages with their addresses and charsets: ${name}`, async () => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const { status, stdout, stderr } = await unchaff([path, '--ndjson', '--fields', 'title,links']);
      const answers = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual([status, stderr, answers.map(({ id, title }) => [id, title])], [0, '', expected]);
      assert.ok(answers[0].links.some(({ url }) => url === `${origin}lich-mo-cua`));
    });
  }

  it('gives a file for each page', async () => {
    const out = join(folder, 'from-warc');
    await unchaff([join(folder, 'crawl.warc'), '--output', out]);
    assert.deepEqual(readdirSync(out).sort(), ['a.md', 'cafe.md', 'chunked.md', 'packed.md', 'unpacked.md']);
  });

  it('gives the pages before the place where it breaks off, and says so', async () => {
    const path = join(folder, 'half.warc');
    writeFileSync(path, Buffer.concat(records).subarray(0, records.slice(0, 5).reduce((sum, { length }) => sum + length, 0) + 200));
    const { status, stdout, stderr } = await unchaff([path, '--format', 'text']);
    assert.equal(status, 1);
    assert.ok(stdout.startsWith(TITLE));
    assert.match(stderr, /cannot-read: .*half\.warc cannot be read\. The file ends inside/);
  });
});

describe('--fields and --omit', () => {
  it('choose what JSON has', async () => {
    const json = async (...args) => Object.keys(JSON.parse((await unchaff([file, '--format', 'json', ...args])).stdout));
    assert.deepEqual(await json('--fields', 'textContent,title, summarySentences'), ['textContent', 'title', 'summarySentences', 'notice']);
    const all = await json();
    assert.deepEqual(
      await json('--omit', 'content,summary'),
      all.filter((name) => !['content', 'summary', 'summarySentences'].includes(name)),
    );
    const [first, second] = ['summarySentences', 'blocks'].map((name) => json('--fields', name));
    assert.deepEqual(
      [await first, await second],
      [
        ['summarySentences', 'notice'],
        ['blocks', 'notice'],
      ],
    );
  });
});

describe('--front-matter', () => {
  it('puts the metadata before the Markdown', async () => {
    const { stdout } = await unchaff([file, '--front-matter', '--url', 'https://tin.example/a']);
    assert.equal(stdout, toMarkdownFile(clean(VIETNAMESE, { url: 'https://tin.example/a' }), { frontMatter: true }));
  });
});

describe('--explain', () => {
  it('prints every block with the verdict on it', async () => {
    const { status, stdout } = await unchaff([file, '--explain']);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^title +${TITLE} \\(heading\\)$`, 'm'));
    assert.match(stdout, new RegExp(`^\\+ +\\d+% .+\\n +${FIRST_SENTENCE}$`, 'm'));
    assert.match(stdout, /^- +\d+% .+\n +.*Bản quyền/m);
  });

  it('is in colour for a terminal that wants it', () => {
    const terminal = { isTTY: true };
    assert.equal(hasColour(terminal, {}), true);
    assert.equal(hasColour(terminal, { NO_COLOR: '1' }), false);
    assert.equal(hasColour(terminal, { TERM: 'dumb' }), false);
    assert.equal(hasColour({}, {}), false);
    assert.equal(hasColour({}, { FORCE_COLOR: '1' }), true);
    assert.equal(hasColour({}, { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
  });

  it('lets no text of the page command the terminal', () => {
    const article = clean(VIETNAMESE, { explain: true });
    article.blocks[0].text = 'a\x1b[2Jb\x9bc\u202ed';
    article.title = 'e\x1b]0;f\x07';
    const text = verdicts(article, false);
    assert.doesNotMatch(text, /[^\P{Cc}\n]|\u202e/u);
    assert.ok(text.includes(String.raw`a\u001b[2Jb\u009bc\u202ed`) && text.includes(String.raw`e\u001b]0;f\u0007`));
    assert.match(verdicts(article, true), /\x1b\[32m/);
  });

  it('adds to JSON', async () => {
    const article = JSON.parse((await unchaff([file, '--explain', '--json-ld', '--format', 'json'])).stdout);
    assert.equal(article.sources.title, 'heading');
    assert.deepEqual(article.jsonLd, []);
    assert.ok(article.blocks[0].influences);
  });

  it('adds to JSON what a terminal can show', async () => {
    const page = VIETNAMESE.replaceAll('</h1>', ' \u202e\x9b</h1>');
    const { stdout } = await unchaff(['--explain', '--format', 'json'], page);
    assert.doesNotMatch(stdout, /[^\P{Cc}\n]|\u202e/u);
    assert.deepEqual(JSON.parse(stdout), clean(page, { explain: true }));
  });
});

describe('failures', () => {
  const failures = [
    ['a page without an article', [], EMPTY_SHELL, 1, 'nothing-readable'],
    ['no input', [], '', 1, 'empty-input'],
    ['a file that is not there', ['nowhere.html'], '', 1, 'cannot-read'],
    ['an unknown option', ['--fromat', 'html'], '', 2, 'usage'],
    ['an unknown format', ['--format', 'pdf'], '', 2, 'usage'],
    ['an unknown type', ['--type', 'pdf'], VIETNAMESE, 1, 'invalid-option'],
    ['a number that is none', ['--sentences', 'many'], '', 2, 'usage'],
    ['a pattern that fits no file', ['nowhere/*.html'], '', 1, 'cannot-read'],
    ['a format with --ndjson', ['--ndjson', '--format', 'json'], '', 2, 'usage'],
    ['--blocks for one page', ['--blocks'], '', 2, 'usage'],
    ['fields of Markdown', ['--fields', 'title'], '', 2, 'usage'],
    ['a field that does not exist', ['--format', 'json', '--fields', 'title,autor'], '', 2, 'usage'],
    ['a part that does not exist', ['--ndjson', '--omit', 'title'], '', 2, 'usage'],
    ['a header without a colon', ['--header', 'cookie'], '', 2, 'usage'],
    ['an address for a page', [], 'https://example.com/a', 1, 'invalid-option'],
    ['no jobs', ['--ndjson', '--jobs', '0'], '', 2, 'usage'],
    ['no time', ['--ndjson', '--time-limit', '0'], '', 2, 'usage'],
    ['front matter of HTML', ['--front-matter', '--format', 'html'], '', 2, 'usage'],
    ['an explained format', ['--explain', '--format', 'text'], '', 2, 'usage'],
    ['JSON-LD in Markdown', ['--json-ld'], '', 2, 'usage'],
    ['one address for two pages', ['a.html', 'b.html', '--url', 'https://tin.example/'], '', 2, 'usage'],
  ];
  for (const [name, args, input, status, code] of failures) {
    it(name, async () => {
      const result = await unchaff(args, input);
      assert.equal(result.status, status);
      assert.equal(result.stdout, '');
      // One line: the code and what to do.
      assert.match(result.stderr, new RegExp(`^unchaff: ${code}: .+\n$`));
    });
  }
});

describe('the optimising compiler', () => {
  /** Returns `true` if V8 tells of a function that it optimised. */
  const hasOptimised = async (pages) => {
    const { stdout } = await unchaff(Array(pages).fill(file), '', ['--trace-wasm-compilation-times']);
    return stdout.includes('using TurboFan');
  };

  it('is left out for few pages, so that the process ends with its answer', async () => {
    assert.equal(await hasOptimised(40), false);
  });

  it('works for many', async () => {
    assert.equal(await hasOptimised(120), true);
  });
});

it('--help tells every option', async () => {
  const { status, stdout } = await unchaff(['--help']);
  assert.equal(status, 0);
  const source = readFileSync(new URL('../../pkg/cli/command.js', import.meta.url), 'utf8');
  const options = [...source.matchAll(/^ {2}'?([a-z-]+)'?: \{ type:/gm)].map(([, name]) => name);
  assert.ok(options.length > 15);
  for (const option of options) assert.ok(stdout.includes(`--${option}`), option);
});

it("--version tells the package's", async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../pkg/package.json', import.meta.url), 'utf8'));
  assert.equal((await unchaff(['--version'])).stdout, `${version}\n`);
});
