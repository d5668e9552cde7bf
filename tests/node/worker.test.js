// The pool of workers: the functions as promises, and what happens to calls that are stopped, late or broken.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { clean, join, keywords, probablyReadable, summarize } from '../../pkg/entries/node.js';
import { UnchaffError, WorkerPool } from '../../pkg/entries/worker-node.js';
import { EMPTY_SHELL, TEXT, VIETNAMESE } from './pages.js';

const url = 'https://tin.example/xa-hoi/thu-vien';
const script = new URL('../../pkg/worker-script.js', import.meta.url);

/** Stands in for the worker: answers what it is told to, so that no test depends on how long a page takes. */
const ODD_WORKER = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ module, args }) => {
    if (module) return parentPort.postMessage({ ready: true });
    const [order] = args;
    if (order === 'trap') parentPort.postMessage({ error: { code: 'internal', message: 'a trap' } });
    else if (order === 'die') process.exit(3);
    else if (order === 'throw') throw new Error('out of order');
    else if (order !== 'hang') parentPort.postMessage({ answer: { order, thread: require('node:worker_threads').threadId } });
  });`;

const pools = [];
after(() => pools.forEach((pool) => pool.close()));

function pool(options) {
  pools.push(new WorkerPool(options));
  return pools.at(-1);
}

const oddPool = (options) => pool({ size: 1, worker: () => new Worker(ODD_WORKER, { eval: true }), ...options });

describe('WorkerPool', () => {
  const shared = pool({ size: 2 });

  it('answers what the functions answer', async () => {
    const pages = [{ input: VIETNAMESE, url }, VIETNAMESE.replace('Sáng', 'Chiều')];
    assert.deepEqual(await shared.clean(VIETNAMESE, { url, sentences: 1 }), clean(VIETNAMESE, { url, sentences: 1 }));
    assert.deepEqual(await shared.join(pages, { sentences: 1 }), join(pages, { sentences: 1 }));
    assert.deepEqual(await shared.summarize(TEXT, { sentences: 2 }), summarize(TEXT, { sentences: 2 }));
    assert.deepEqual(await shared.keywords(TEXT, { title: 'Thư viện' }), keywords(TEXT, { title: 'Thư viện' }));
    assert.equal(await shared.probablyReadable(EMPTY_SHELL), probablyReadable(EMPTY_SHELL));
    assert.deepEqual(await shared.clean(VIETNAMESE, null), clean(VIETNAMESE));
  });

  it('takes bytes of every kind, and leaves them to the caller', async () => {
    const bytes = new TextEncoder().encode(`  ${VIETNAMESE}`);
    const expected = clean(VIETNAMESE);
    for (const input of [bytes, bytes.buffer, Buffer.from(bytes), bytes.subarray(2), new DataView(bytes.buffer, 2)]) {
      assert.equal((await shared.clean(input)).textContent, expected.textContent);
      assert.ok(input.byteLength > 0);
    }
  });

  it('takes documents, which cannot be sent as they are', async () => {
    const document = { nodeType: 9, documentElement: { outerHTML: VIETNAMESE }, URL: url, act() {} };
    assert.deepEqual(await shared.clean(document), clean(document));
    assert.deepEqual(await shared.clean(document, { url: 'https://else.example/' }), clean(document, { url: 'https://else.example/' }));
    assert.deepEqual(await shared.join([document]), join([document]));
    assert.equal(await shared.probablyReadable(document), probablyReadable(document));
  });

  const failures = [
    ['an empty page', [''], 'empty-input'],
    ['a number', [5], 'invalid-option'],
    ['a misspelt option', ['x', { ulr: url }], 'invalid-option'],
    ['a function', [() => {}], 'invalid-option'],
    ['what cannot be sent', ['x', { charset: () => {} }], 'worker-failed'],
    ['a signal that is none', ['x', { signal: 5 }], 'invalid-option'],
    ['a time limit that is none', ['x', { timeLimit: -1 }], 'invalid-option'],
  ];
  for (const [name, args, code] of failures) {
    it(`refuses ${name}, and goes on`, async () => {
      await assert.rejects(shared.clean(...args), (error) => error instanceof UnchaffError && error.code === code);
      assert.ok((await shared.clean(VIETNAMESE)).title);
    });
  }

  it('answers many calls, each its own', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => shared.clean(VIETNAMESE.replace('Hoà', `Số ${i}`))));
    answers.forEach(({ textContent }, i) => assert.ok(textContent.includes(`Chị Số ${i},`)));
  });

  it('runs a script that it is given, and a module', async () => {
    const bytes = readFileSync(new URL('../../pkg/unchaff.wasm', import.meta.url));
    const own = pool({ worker: () => new Worker(script), module: bytes, size: 1 });
    assert.deepEqual(await own.clean(VIETNAMESE), clean(VIETNAMESE));
  });

  it('tells that a module is none, and tries again', async () => {
    const own = pool({ module: new Uint8Array([1, 2, 3]) });
    await assert.rejects(own.clean(VIETNAMESE), { code: 'internal', message: /could not be started/ });
    await assert.rejects(own.clean(VIETNAMESE), { code: 'internal' });
  });

  it('refuses options that do not exist', async () => {
    assert.throws(() => new WorkerPool({ sise: 2 }), { code: 'invalid-option', message: /sise.*Known are: size, timeLimit/ });
    await assert.rejects(shared.probablyReadable('x', { timeLimits: 5 }), {
      code: 'invalid-option',
      message: /timeLimits.*Known are: signal/,
    });
  });

  it('refuses a size that is none', () => {
    for (const size of [0, -1, 1.5, '2']) assert.throws(() => new WorkerPool({ size }), { code: 'invalid-option', message: /size/ });
  });
});

describe('what a pool is given', () => {
  const own = oddPool();
  for (const [name, call, message] of [
    ['a promise of a page', () => own.clean(Promise.resolve(VIETNAMESE)), /input must be.*got a Promise\. Await it first/],
    ['null for a page', () => own.clean(null), /input must be.*got null/],
    ['a string for options', () => own.clean('x', 'https://example.com/'), /options must be an object.*got a string/],
    ['a number for a text', () => own.summarize(5), /text must be a string, got a number/],
    ['a misspelt option of the pool', () => own.clean('x', { timelimit: 5 }), /timelimit.*Did you mean timeLimit\?.*signal/],
    ['a misspelt option of the function', () => own.keywords('x', { titel: '' }), /titel.*Did you mean title\?/],
  ]) {
    it(`is told: ${name}`, () => assert.rejects(call(), { code: 'invalid-option', message }));
  }

  it('is told of options when it is made', () => {
    assert.throws(() => new WorkerPool({ timelimit: 5 }), { code: 'invalid-option', message: /Did you mean timeLimit\?/ });
    assert.throws(() => new WorkerPool('4'), { code: 'invalid-option', message: /options must be an object.*got a string/ });
    assert.throws(() => new WorkerPool({ worker: 'w.js' }), { code: 'invalid-option', message: /worker.*function/ });
    new WorkerPool(null).close();
  });

  it('may be an address as a URL, in each page of join too', async () => {
    const shared = pool({ size: 1 });
    assert.deepEqual(await shared.clean(VIETNAMESE, { url: new URL(url) }), clean(VIETNAMESE, { url }));
    assert.deepEqual(await shared.join([{ input: VIETNAMESE, url: new URL(url) }]), join([{ input: VIETNAMESE, url }]));
    assert.equal(await shared.toMarkdown(VIETNAMESE, { url }), clean(VIETNAMESE, { url }).markdown);
    assert.equal(await shared.toText(VIETNAMESE), clean(VIETNAMESE).textContent);
  });

  it('comes back as metadata where a page has no article', async () => {
    const shared = pool({ size: 1 });
    await assert.rejects(shared.clean('<title>Phà</title><meta name=author content="Lê Thu Hà"><div id=app></div>'), (error) => {
      assert.ok(error instanceof UnchaffError);
      assert.deepEqual([error.code, error.metadata.title, error.metadata.authors], ['nothing-readable', 'Phà', ['Lê Thu Hà']]);
      return true;
    });
  });
});

describe('a time limit', () => {
  it('does not count how long a thread takes to start', async () => {
    const slow = `
      const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ module }) => {
        if (module) setTimeout(() => parentPort.postMessage({ ready: true }), 200);
        else parentPort.postMessage({ answer: 'done' });
      });`;
    const own = pool({ size: 1, timeLimit: 100, worker: () => new Worker(slow, { eval: true }) });
    assert.equal(await own.clean('x'), 'done');
  });
});

describe('warmUp', () => {
  it('starts all threads, and stats tell what a pool does', async () => {
    const own = oddPool({ size: 2 });
    const none = { size: 2, ready: 0, running: 0, waiting: 0, done: 0, failed: 0 };
    assert.deepEqual(own.stats, none);
    await own.warmUp();
    assert.deepEqual(own.stats, { ...none, ready: 2 });
    const calls = ['hang', 'hang', 'waits'].map((order) => own.clean(order, { timeLimit: 50 }).catch(() => {}));
    assert.deepEqual({ ...own.stats, running: 2, waiting: 1 }, own.stats);
    await Promise.all(calls);
    assert.deepEqual([own.stats.done, own.stats.failed], [1, 2]);
  });

  it('is told why no thread starts', async () => {
    const own = pool({ worker: () => new Worker(new URL('./nowhere.js', import.meta.url)) });
    await assert.rejects(own.warmUp(), { code: 'worker-failed' });
    own.close();
    await assert.rejects(own.warmUp(), { code: 'closed' });
  });
});

describe('a call that is stopped', () => {
  it('shares its signal with many, which raises no warning of the host', async () => {
    const own = oddPool();
    const controller = new AbortController();
    const warnings = [];
    const note = (warning) => warnings.push(warning.name);
    process.on('warning', note);
    const calls = Array.from({ length: 40 }, () => own.clean('hang', { signal: controller.signal }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    for (const call of calls) await assert.rejects(call, { name: 'AbortError' });
    process.off('warning', note);
    assert.deepEqual(warnings, []);
    assert.equal((await own.clean('next')).order, 'next');
  });

  it('is rejected with the reason of its signal, and the next one is answered', async () => {
    const own = oddPool();
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const stopped = own.clean('hang', { signal: controller.signal });
    const next = own.clean('next');
    controller.abort(reason);
    await assert.rejects(stopped, reason);
    assert.equal((await next).order, 'next');
  });

  it('never begins if it waited', async () => {
    const own = oddPool();
    const controller = new AbortController();
    const first = own.clean('first');
    const waiting = own.clean('hang', { signal: controller.signal });
    const third = own.clean('third');
    controller.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    // The thread is the same: nothing had to be ended.
    assert.equal((await first).thread, (await third).thread);
  });

  it('is not even queued if its signal is over', async () => {
    await assert.rejects(oddPool().clean('hang', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('is not stopped by a signal that comes after its answer', async () => {
    const own = oddPool();
    const controller = new AbortController();
    const { thread } = await own.clean('first', { signal: controller.signal });
    controller.abort();
    assert.equal((await own.clean('second')).thread, thread);
  });
});

describe('a worker that', () => {
  it('takes too long is ended', async () => {
    const own = oddPool({ timeLimit: 50 });
    await assert.rejects(own.clean('hang'), { code: 'timed-out', message: /50 ms/ });
    await assert.rejects(own.clean('hang', { timeLimit: 20 }), { code: 'timed-out', message: /20 ms/ });
    assert.equal((await own.clean('next', { timeLimit: 60_000 })).order, 'next');
  });

  for (const [what, code] of [
    ['trap', 'internal'],
    ['die', 'worker-failed'],
    ['throw', 'worker-failed'],
  ]) {
    it(`ends in "${what}" is replaced`, async () => {
      const own = oddPool();
      const { thread } = await own.clean('first');
      await assert.rejects(own.clean(what), (error) => error instanceof UnchaffError && error.code === code);
      const next = await own.clean('next');
      assert.equal(next.order, 'next');
      assert.notEqual(next.thread, thread);
    });
  }

  it('is of no use without its script', async () => {
    const own = pool({ worker: () => new Worker(new URL('./nowhere.js', import.meta.url)) });
    await assert.rejects(own.clean(VIETNAMESE), { code: 'worker-failed', message: /nowhere/ });
  });
});

describe('close', () => {
  it('is what `using` does at the end', async () => {
    const own = oddPool();
    own[Symbol.dispose]();
    await assert.rejects(own.clean('late'), { code: 'closed' });
  });

  it('rejects what runs, what waits and what comes', async () => {
    const own = oddPool();
    const calls = [own.clean('hang'), own.clean('waits')];
    own.close();
    for (const call of [...calls, own.clean('late')]) await assert.rejects(call, { code: 'closed' });
  });
});

it('keeps a program alive as long as it works, and no longer', () => {
  const program = `
    import { WorkerPool } from '${new URL('../../pkg/entries/worker-node.js', import.meta.url)}';
    new WorkerPool({ size: 1 }).clean(process.env.PAGE).then(({ title }) => console.log(title));`;
  const options = { encoding: 'utf8', env: { ...process.env, PAGE: VIETNAMESE }, cwd: fileURLToPath(new URL('.', import.meta.url)) };
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], options);
  assert.equal(printed, `${clean(VIETNAMESE).title}\n`);
});
