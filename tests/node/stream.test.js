// A page in chunks: the article is that of the whole page, however it is cut.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clean } from '../../pkg/entries/node.js';
import { CleanStream, cleanResponse, UnchaffError } from '../../pkg/entries/stream.js';
import { EMPTY_SHELL, VIETNAMESE } from './pages.js';

const bytes = new TextEncoder().encode(VIETNAMESE);
const url = 'https://tin.example/xa-hoi/thu-vien';

/** A source of chunks that says how many were taken and why it was cancelled. */
function source(chunks) {
  const log = { taken: 0, cancelled: undefined };
  const stream = new ReadableStream(
    {
      pull(controller) {
        if (log.taken === chunks.length) controller.close();
        else controller.enqueue(chunks[log.taken++]);
      },
      cancel(reason) {
        log.cancelled = reason;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, log };
}

function cut(size) {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

async function articleOf(chunks, options) {
  const stream = new CleanStream(options);
  await source(chunks).stream.pipeTo(stream);
  return stream.article;
}

describe('cleanResponse', () => {
  const failures = [
    ['a promise', () => fetch('data:text/html,x'), 'invalid-option', /response must be a Response.*got a Promise/],
    ['a string', () => VIETNAMESE, 'invalid-option', /response must be a Response.*got a string/],
    ['nothing', () => undefined, 'invalid-option', /response must be a Response.*got undefined/],
  ];
  for (const [name, given, code, message] of failures) {
    it(`refuses ${name}`, async () => {
      await assert.rejects(cleanResponse(given()), (error) => {
        assert.ok(error instanceof UnchaffError);
        assert.equal(error.code, code);
        assert.match(error.message, message);
        return true;
      });
    });
  }

  it('refuses a body that was read before', async () => {
    const response = new Response(VIETNAMESE);
    await response.text();
    await assert.rejects(cleanResponse(response), { code: 'invalid-option', message: /body is used/ });
  });

  it('says that a body broke off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
    await assert.rejects(cleanResponse(new Response(body)), (error) => {
      assert.ok(error instanceof UnchaffError && error.cause instanceof TypeError);
      assert.deepEqual([error.code, /terminated/.test(error.message)], ['cannot-read', true]);
      return true;
    });
  });

  it('gives whoever aborts a request the reason', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new DOMException('enough', 'AbortError')) });
    await assert.rejects(cleanResponse(new Response(body)), { name: 'AbortError', message: 'enough' });
  });

  it('reads a page whose server names a charset that does not exist', async () => {
    const response = new Response(VIETNAMESE, { headers: { 'content-type': 'text/html; charset=utf8x' } });
    assert.equal((await cleanResponse(response)).title, clean(VIETNAMESE).title);
  });

  it('says what a page without an article states', async () => {
    await assert.rejects(
      cleanResponse(new Response('<!doctype html><title>Phà</title><div id=app></div>')),
      ({ code, metadata }) => code === 'nothing-readable' && metadata.title === 'Phà',
    );
  });
});

describe('CleanStream', () => {
  it('answers the article of the whole page for every chunking', async () => {
    const expected = clean(bytes, { url });
    for (const size of [1, 2, 3, 7, 64, 1000, bytes.length]) {
      assert.deepEqual(await articleOf(cut(size), { url }), expected, `chunks of ${size}`);
    }
    const uneven = [new Uint8Array(), bytes.buffer.slice(0, 99), new DataView(bytes.buffer, 99, 1), Buffer.from(bytes.subarray(100))];
    assert.deepEqual(await articleOf(uneven, { url }), expected);
  });

  it('takes a page longer than it expects', async () => {
    const filler = new TextEncoder().encode(`<!--${' '.repeat(600_000)}-->`);
    assert.equal((await articleOf([bytes, filler])).title, clean(bytes).title);
  });

  it('decodes by the charset that it is told', async () => {
    const page = Buffer.from(`<title>Café</title><article><p>${'Un café très serré, à côté de la gare. '.repeat(8)}`, 'latin1');
    const chunks = [...page].map((byte) => Uint8Array.of(byte));
    assert.equal((await articleOf(chunks, { charset: 'iso-8859-1' })).title, 'Café');
  });

  it('is not misled by a source that uses its buffer again', async () => {
    const buffer = new Uint8Array(10);
    const stream = new CleanStream();
    const writer = stream.getWriter();
    for (let at = 0; at < bytes.length; at += 10) {
      const part = bytes.subarray(at, at + 10);
      buffer.set(part);
      await writer.write(buffer.subarray(0, part.length));
      buffer.fill(0);
    }
    await writer.close();
    assert.deepEqual(await stream.article, clean(bytes));
  });

  it('refuses the chunk that passes the limit, and cancels the source', async () => {
    const { stream, log } = source(cut(100));
    const target = new CleanStream({ maxBytes: 250 });
    const isTooLarge = (error) => error instanceof UnchaffError && error.code === 'input-too-large' && /250/.test(error.message);
    await assert.rejects(stream.pipeTo(target), isTooLarge);
    await assert.rejects(target.article, isTooLarge);
    assert.ok(isTooLarge(log.cancelled));
    assert.equal(log.taken, 3);
  });

  it('takes a page of just as many bytes as the limit', async () => {
    assert.ok((await articleOf(cut(100), { maxBytes: bytes.length })).title);
  });

  it('refuses text, which the charset is lost of', async () => {
    await assert.rejects(articleOf([VIETNAMESE]), { code: 'invalid-option', message: /bytes/ });
  });

  it('tells a wrong option at once', () => {
    assert.throws(() => new CleanStream({ ulr: url }), { code: 'invalid-option', message: /Did you mean url\?/ });
    assert.throws(() => new CleanStream({ maxBytes: 'many' }), { code: 'invalid-option' });
  });

  it('fails as clean does', async () => {
    await assert.rejects(articleOf([]), { code: 'empty-input' });
    await assert.rejects(articleOf([new TextEncoder().encode(EMPTY_SHELL)]), { code: 'nothing-readable' });
  });

  it('tells why it was aborted', async () => {
    const stream = new CleanStream();
    const reason = new Error('no longer wanted');
    await stream.abort(reason);
    await assert.rejects(stream.article, reason);
  });
});

describe('cleanResponse', () => {
  it('takes address, charset and type from the answer', async () => {
    const page = `Café <p>${'Un café très serré, à côté de la gare. '.repeat(8)}<a href="b">Suite</a>`;
    const response = new Response(Buffer.from(page, 'latin1'), { headers: { 'content-type': 'text/html; charset="iso-8859-1"' } });
    Object.defineProperty(response, 'url', { value: 'https://gare.example/a' });
    assert.deepEqual(
      await cleanResponse(response, { sentences: 1 }),
      clean(Buffer.from(page, 'latin1'), { url: 'https://gare.example/a', charset: 'iso-8859-1', type: 'html', sentences: 1 }),
    );
  });

  it('lets the options outrank the answer', async () => {
    const response = new Response(VIETNAMESE, { headers: { 'content-type': 'text/html' } });
    assert.equal((await cleanResponse(response, { type: 'text' })).type, 'text');
  });

  it('fails for an answer without a body as for an empty page', async () => {
    await assert.rejects(cleanResponse(new Response(null)), { code: 'empty-input' });
  });
});
