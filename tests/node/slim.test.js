// The entry whose module the host brings. Every case in a thread of its own, as the module starts once in each.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import { VIETNAMESE } from './pages.js';

const wasm = new URL('../../pkg/unchaff.wasm', import.meta.url);
const slim = new URL('../../pkg/entries/slim.js', import.meta.url).href;

/** Runs the body of an async function with `slim`, `page` and `data` in a thread; answers what it answers. */
function inThread(body, data) {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { slim: url, page, data } = workerData;
    import(url).then(async (slim) => { ${body} }).then((answer) => parentPort.postMessage(answer));`;
  return new Promise((resolve, reject) => {
    new Worker(code, { eval: true, workerData: { slim, page: VIETNAMESE, data } }).once('message', resolve).once('error', reject);
  });
}

describe('slim', () => {
  let server;
  let address;
  before(async () => {
    server = createServer((request, response) => {
      if (request.url === '/unchaff.wasm') response.end(readFileSync(wasm));
      else if (request.url === '/typed.wasm') response.writeHead(200, { 'content-type': 'application/wasm' }).end(readFileSync(wasm));
      else response.writeHead(404).end();
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}/`;
  });
  after(() => server.close());

  const title = 'Huyện Tân Lâm mở thư viện mới bên sông';
  const sources = [
    ['bytes', 'data.bytes'],
    ['a compiled module', 'new WebAssembly.Module(data.bytes)'],
    ['a URL', 'new URL("unchaff.wasm", data.address)'],
    ['an address', 'data.address + "unchaff.wasm"'],
    ['a response', 'await fetch(data.address + "unchaff.wasm")'],
    ['a response that names its type', 'await fetch(data.address + "typed.wasm")'],
    ['a promise', 'fetch(data.address + "unchaff.wasm")'],
  ];
  for (const [name, source] of sources) {
    it(`starts from ${name}`, async () => {
      const body = `await slim.init(${source}); return slim.clean(page).title;`;
      assert.equal(await inThread(body, { bytes: readFileSync(wasm), address }), title);
    });
  }

  it('says what to do before it is started', async () => {
    const body = 'try { slim.clean(page); } catch (error) { return error.message; }';
    assert.match(await inThread(body), /call and await init\(module\)/);
  });

  it('starts once, however often it is told to', async () => {
    const body = `const first = slim.init(data.bytes);
      const again = slim.init('nonsense');
      await again;
      return first === again && slim.clean(page).title;`;
    assert.equal(await inThread(body, { bytes: readFileSync(wasm) }), title);
  });

  it('tries again after a failure', async () => {
    const body = `let message;
      await slim.init(data.address + 'nowhere').catch((error) => { message = error.message; });
      await slim.init(data.bytes);
      return message + slim.clean(page).title;`;
    assert.match(await inThread(body, { bytes: readFileSync(wasm), address }), /nowhere was answered with status 404.*Tân Lâm/);
  });
});
