// The command for one page.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clean } from '../../pkg/node.js';
import { unchaff } from './command.js';
import { EMPTY_SHELL, FIRST_SENTENCE, PASTED, VIETNAMESE } from './pages.js';

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
    markdown: `# ${TITLE}\n\n${article.markdown.trimEnd()}\n`,
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

  it('is summarised to the length asked for', async () => {
    const summary = async (...args) => JSON.parse((await unchaff([file, ...args, '--format', 'json'])).stdout).summary;
    assert.ok((await summary('--summary-characters', '150')).join(' ').length <= 150);
    assert.equal((await summary('--summary-share', '.001')).length, 1);
  });
});

describe('an address', () => {
  const routes = {
    '/page': (response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(VIETNAMESE),
    '/moved': (response) => response.writeHead(302, { location: '/xa-hoi/page' }).end(),
    '/xa-hoi/page': (response) => response.setHeader('content-type', 'text/html').end(VIETNAMESE),
    '/latin1': (response) => {
      const page = `<title>Café</title><article><h1>Café</h1>${'<p>Un café très serré, à côté de la gare, avant le départ du train.</p>'.repeat(6)}`;
      response.setHeader('content-type', 'text/html; charset="iso-8859-1"').end(Buffer.from(page, 'latin1'));
    },
    '/large': (response) => response.setHeader('content-type', 'text/html').end('x'.repeat(5000)),
    '/gone': (response) => response.writeHead(410).end('gone'),
    '/broken': (response) => response.writeHead(200, { 'content-length': '1000' }).write('<p>', () => response.destroy()),
  };
  let server;
  let origin;
  before(async () => {
    server = createServer((request, response) => routes[request.url](response));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => server.close());

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

  const failures = [
    ['/gone', [], /cannot-fetch: .*status 410.*browser/],
    ['/broken', [], /cannot-fetch: .*cannot be fetched/],
    ['/large', ['--max-bytes', '1000'], /input-too-large: .*1000/],
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

describe('failures', () => {
  const failures = [
    ['a page without an article', [], EMPTY_SHELL, 1, 'nothing-readable'],
    ['no input', [], '', 1, 'empty-input'],
    ['a file that is not there', ['nowhere.html'], '', 1, 'cannot-read'],
    ['a folder', ['.'], '', 1, 'cannot-read'],
    ['an unknown option', ['--fromat', 'html'], '', 2, 'usage'],
    ['an unknown format', ['--format', 'pdf'], '', 2, 'usage'],
    ['an unknown type', ['--type', 'pdf'], VIETNAMESE, 1, 'invalid-option'],
    ['a number that is none', ['--sentences', 'many'], '', 2, 'usage'],
    ['two pages', ['a.html', 'b.html'], '', 2, 'usage'],
    ['a file with --ndjson', ['--ndjson', 'a.html'], '', 2, 'usage'],
    ['--blocks for one page', ['--blocks'], '', 2, 'usage'],
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

it('--help tells every option', async () => {
  const { status, stdout } = await unchaff(['--help']);
  assert.equal(status, 0);
  for (const option of ['format', 'url', 'type', 'charset', 'sentences', 'max-bytes', 'ndjson', 'blocks', 'version']) {
    assert.ok(stdout.includes(`--${option}`), option);
  }
});

it("--version tells the package's", async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../pkg/package.json', import.meta.url), 'utf8'));
  assert.equal((await unchaff(['--version'])).stdout, `${version}\n`);
});
