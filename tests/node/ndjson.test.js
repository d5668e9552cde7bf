// The command for many pages: a line in, a line out.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lines } from '../../pkg/cli/lines.js';
import { Progress } from '../../pkg/cli/progress.js';
import { clean, summarize } from '../../pkg/entries/node.js';
import { METADATA_FIELDS } from '../../pkg/lib/metadata.js';
import { start, unchaff } from './command.js';
import { EMPTY_SHELL, PASTED, TEXT, VIETNAMESE } from './pages.js';

const URL = 'https://tin.example/xa-hoi/thu-vien';

async function answers(requests, args = [], said = '') {
  const input = requests.map((request) => `${typeof request === 'string' ? request : JSON.stringify(request)}\n`).join('');
  const { status, stdout, stderr } = await unchaff(['--ndjson', ...args], input);
  assert.equal(stderr, said);
  assert.equal(status, 0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function withoutBlocks({ blocks, ...article }) {
  return article;
}

describe('--ndjson', () => {
  it('answers pages, texts and summaries in their order', async () => {
    const got = await answers([
      { id: 'a', url: URL, html: VIETNAMESE },
      { id: 2, url: null, text: PASTED },
      { id: 'c', summarize: { title: null, text: TEXT, sentences: 2, language: 'vi' } },
    ]);
    const summarySentences = summarize(TEXT, { sentences: 2, language: 'vi' });
    assert.deepEqual(got, [
      { id: 'a', ...withoutBlocks(clean(VIETNAMESE, { url: URL, type: 'html' })) },
      { id: 2, ...withoutBlocks(clean(PASTED, { type: 'text' })) },
      { id: 'c', summary: summarySentences.map((sentence) => sentence.text), summarySentences },
    ]);
  });

  it('takes the bytes of a page, and the charset that the server named', async () => {
    const page = `<title>Café</title><article><p>${'Un café très serré, à côté de la gare. '.repeat(8)}`;
    const base64 = Buffer.from(page, 'latin1').toString('base64');
    const [{ title }] = await answers([{ id: 1, url: URL, base64, charset: 'iso-8859-1' }]);
    assert.equal(title, 'Café');
  });

  it('answers the blocks on demand', async () => {
    const [{ blocks }] = await answers([{ id: 1, html: VIETNAMESE }], ['--blocks']);
    assert.deepEqual(blocks, clean(VIETNAMESE).blocks);
  });

  const failures = [
    ['a line that is no JSON', 'nonsense', null, 'invalid-line'],
    ['a line that is no object', '[1]', null, 'invalid-line'],
    ['null', 'null', null, 'invalid-line'],
    ['a page that is no string', { id: 'x', html: 5 }, 'x', 'invalid-line'],
    ['nothing to do', { id: 'x' }, 'x', 'invalid-line'],
    ['bad base64', { id: 'x', base64: 'PGh0bWw+§' }, 'x', 'invalid-line'],
    ['an empty page', { id: 'x', html: '' }, 'x', 'empty-input'],
    ['a summary of nothing', { id: 'x', summarize: null }, 'x', 'invalid-option'],
    ['a summary with a signal', { id: 'x', summarize: { text: TEXT, signal: 5 } }, 'x', 'invalid-option'],
    ['a summary with a time limit of its own', { id: 'x', summarize: { text: TEXT, timeLimit: 1 } }, 'x', 'invalid-option'],
    ['a summary in half sentences', { id: 'x', summarize: { text: TEXT, sentences: 0.5 } }, 'x', 'invalid-option'],
  ];
  for (const [[name, line, id, code], args] of failures.flatMap((failure) => [
    [failure, []],
    [failure, ['--jobs', '2']],
  ])) {
    it(`answers ${name} with an error, and the next line as ever${args.length > 0 ? ', with jobs' : ''}`, async () => {
      const [bad, good] = await answers([line, { id: 'next', html: VIETNAMESE }], args);
      assert.equal(bad.id, id);
      assert.deepEqual(Object.keys(bad), ['id', 'error']);
      assert.equal(bad.error.code, code);
      assert.ok(bad.error.message.length > 20);
      assert.equal(good.id, 'next');
      assert.ok(good.title);
    });
  }

  it('answers a page without an article with its empty text and a notice', async () => {
    const [answer] = await answers([{ id: 'x', html: EMPTY_SHELL }]);
    assert.deepEqual(Object.keys(answer), ['id', ...METADATA_FIELDS, 'textContent', 'summary', 'notice']);
    assert.equal(answer.textContent, '');
    assert.equal(answer.notice.code, 'nothing-readable');
  });

  for (const args of [[], ['--jobs', '2']]) {
    it(`answers what a page without an article says of itself${args.length > 0 ? ', from a thread too' : ''}`, async () => {
      const html = '<title>Phà sang đảo</title><meta name=author content="Lê Thu Hà"><meta name=date content=2031-03-24><div id=app></div>';
      const [{ title, authors, publishedTime }] = await answers([{ id: 1, html }], args);
      assert.deepEqual([title, authors, publishedTime], ['Phà sang đảo', ['Lê Thu Hà'], '2031-03-24']);
    });
  }

  it('lets no line give itself more time than the command does', async () => {
    const slow = `<article>${'<p>Một câu dài vừa đủ để được đọc như một đoạn văn.</p>'.repeat(40_000)}</article>`;
    const said = 'unchaff: line 1 has fields that mean nothing here and go into the answer as they are: timeLimit.\n';
    const [late] = await answers([{ id: 1, html: slow, timeLimit: 60_000 }], ['--time-limit', '0.001'], said);
    assert.equal(late.error.code, 'timed-out');
  });

  it('answers a line whose id cannot be written, and goes on', async () => {
    const deep = 200_000;
    const [bad, good] = await answers([`{"id":${'['.repeat(deep)}${']'.repeat(deep)},"html":"<p>"}`, { id: 'next', html: VIETNAMESE }]);
    assert.deepEqual([bad.id, bad.error.code, good.id], [null, 'invalid-line', 'next']);
  });

  it('answers a line of white space that JSON does not have', async () => {
    const [bad, good] = await answers(['\u00a0\u2028', { id: 'next', html: VIETNAMESE }]);
    assert.deepEqual([bad.error.code, good.id], ['invalid-line', 'next']);
  });

  it('takes null for what is not there', async () => {
    const [{ type }] = await answers([{ id: 1, url: null, html: null, base64: null, text: PASTED }]);
    assert.equal(type, 'text');
  });

  it('hands fields of the caller on, and tells of each once', async () => {
    const lines = [
      { id: 1, crawl: { day: 4 }, html: VIETNAMESE },
      { id: 2, crawl: null, lang: 'xx', html: EMPTY_SHELL },
      { id: 3, crawl: 'c', html: '' },
      { id: 4, crawl: 'd', summarize: { text: TEXT } },
    ];
    const said = ['line 1 has fields', 'line 2 has fields'].map(
      (line, i) => `unchaff: ${line} that mean nothing here and go into the answer as they are: ${['crawl', 'lang'][i]}.\n`,
    );
    const got = await answers(lines, [], said.join(''));
    assert.deepEqual(
      got.map(({ crawl }) => crawl),
      [{ day: 4 }, null, 'c', 'd'],
    );
    // What the answer says itself comes first.
    assert.deepEqual([got[0].lang, got[1].lang], ['vi', null]);
    assert.deepEqual(Object.keys(got[2]), ['id', 'crawl', 'error']);
  });

  it('says that base64 is bad', async () => {
    const [{ error }] = await answers([{ id: 1, base64: 'PGh0bWw+§' }]);
    assert.match(error.message, /Line 1 cannot be read: bad base64/);
  });

  it('answers the fields that are asked for', async () => {
    const [page, empty] = await answers(
      [
        { id: 1, html: VIETNAMESE },
        { id: 2, html: EMPTY_SHELL },
      ],
      ['--fields', 'title,wordCount'],
    );
    assert.deepEqual(Object.keys(page), ['id', 'title', 'wordCount', 'notice']);
    assert.deepEqual(Object.keys(empty), ['id', 'title', 'notice']);
    const [{ content, markdown }] = await answers([{ id: 1, html: VIETNAMESE }], ['--omit', 'markdown']);
    assert.ok(content && markdown === undefined);
  });

  it('takes an empty address for none', async () => {
    const [{ url, error }] = await answers([{ id: 1, url: '', html: VIETNAMESE }]);
    assert.equal(error, undefined);
    assert.equal(url, clean(VIETNAMESE, { type: 'html' }).url);
  });

  it('goes on after a pattern that no file matches', async () => {
    const page = fileURLToPath(new globalThis.URL('../pages/vi-blog/source.html', import.meta.url));
    const { stdout } = await unchaff(['--ndjson', page, 'no*.such', page]);
    const [first, missing, last] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual([missing.id, missing.error.code], ['no*.such', 'cannot-read']);
    assert.deepEqual(last, first);
  });

  it('takes a byte order mark before the first line', async () => {
    const [{ id }] = await answers([`\ufeff${JSON.stringify({ id: 1, html: VIETNAMESE })}`]);
    assert.equal(id, 1);
  });

  it('writes what a terminal would obey as escapes that read as the same text', async () => {
    const input = `${JSON.stringify({ id: 'a\x9b2J\u202e', html: VIETNAMESE.replaceAll('</h1>', ' \u200f\x85</h1>') })}\n`;
    const { stdout } = await unchaff(['--ndjson'], input);
    assert.doesNotMatch(stdout, /[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e]/u);
    assert.equal(JSON.parse(stdout).id, 'a\x9b2J\u202e');
  });

  it('answers the same with several jobs, in the same order', async () => {
    const requests = Array.from({ length: 12 }, (_, i) =>
      // Long and short pages, so that the later ones are done first.
      i % 4 === 3
        ? 'nonsense'
        : { id: i, html: VIETNAMESE.replace('</article>', `${`<p>Dòng ${i}.</p>`.repeat(i % 2 ? 1 : 800)}</article>`) },
    );
    requests.push({ id: 'last', summarize: { text: TEXT, sentences: 1 } });
    const one = await answers(requests);
    assert.equal(one.length, requests.length);
    assert.deepEqual(await answers(requests, ['--jobs', '3']), one);
  });

  it('gives up on a page that takes too long, and goes on', async () => {
    const slow = `<article>${'<p>Một câu dài vừa đủ để được đọc như một đoạn văn.</p>'.repeat(40_000)}</article>`;
    const [late, next] = await answers(
      [
        { id: 1, html: slow },
        { id: 2, summarize: { text: 'Một câu.' } },
      ],
      ['--time-limit', '0.001'],
    );
    assert.equal(late.error.code, 'timed-out');
    assert.equal(next.id, 2);
  });

  it('answers files by their names, and goes on after one that is not there', async () => {
    const page = fileURLToPath(new globalThis.URL('../pages/vi-blog/source.html', import.meta.url));
    const { status, stdout } = await unchaff(['--ndjson', page, 'nowhere.html', page]);
    const [first, missing, last] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(status, 0);
    assert.deepEqual(first, { id: page, ...withoutBlocks(clean(readFileSync(page))) });
    assert.deepEqual([missing.id, missing.error.code], ['nowhere.html', 'cannot-read']);
    assert.deepEqual(last, first);
  });

  it('shows its progress on terminals alone', () => {
    const shown = (isTTY) => {
      const texts = [];
      const progress = new Progress({ isTTY, write: (text) => texts.push(text) });
      progress.add(false);
      progress.add(true);
      progress.end();
      return texts.at(-1);
    };
    assert.match(shown(true), /^\r2 pages, 1 failed, .* a second\x1b\[K\n$/);
    assert.equal(shown(false), undefined);
  });

  it('passes over empty lines and takes a last line without its end', async () => {
    const { stdout } = await unchaff(['--ndjson'], `\n \n${JSON.stringify({ id: 1, html: VIETNAMESE })}`);
    assert.equal(JSON.parse(stdout).id, 1);
  });

  it('answers nothing for nothing', async () => {
    assert.deepEqual(await unchaff(['--ndjson'], ''), { status: 0, stdout: '', stderr: '' });
  });

  it('answers each line before the next one comes', async () => {
    const child = start('--ndjson');
    child.stdout.setEncoding('utf8');
    for (const id of [1, 2]) {
      child.stdin.write(`${JSON.stringify({ id, html: VIETNAMESE })}\n`);
      const [line] = await once(child.stdout, 'data');
      assert.equal(JSON.parse(line).id, id);
    }
    child.stdin.end();
    await once(child, 'close');
  });

  it('ends quietly when its reader does', async () => {
    const child = start('--ndjson');
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    // Both pipes break at a time of their own.
    child.stdin.on('error', () => {});
    child.stdin.end(`${JSON.stringify({ id: 1, html: VIETNAMESE })}\n`.repeat(500));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = await once(child, 'close');
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });
});

describe('lines', () => {
  const all = async (chunks, maxBytes = 100) => {
    const found = [];
    for await (const line of lines(
      chunks.map((chunk) => Buffer.from(chunk)),
      maxBytes,
    ))
      found.push(line);
    return found;
  };

  it('are the same however the bytes are cut', async () => {
    const bytes = Buffer.from('một\n\nhai\u2028ba\r\nbốn');
    for (let size = 1; size <= bytes.length; size++) {
      const chunks = [];
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
      assert.deepEqual(await all(chunks), ['một', '', 'hai\u2028ba\r', 'bốn']);
    }
  });

  it('are undefined where they are too long', async () => {
    assert.deepEqual(await all(['abc\nabcd\nab', 'cde', 'f\nabc\nabcd'], 3), ['abc', undefined, undefined, 'abc', undefined]);
  });
});
