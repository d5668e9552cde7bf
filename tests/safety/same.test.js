// The same answer everywhere: what the crate gives natively for the pages of tests/pages (their expected.html and expected.md, which
// `cargo test` holds it to), the package gives in Node; and the whole answer of Node, probabilities and all, comes out of Chromium
// and Firefox byte for byte. In a browser, nothing is asked for once the script is there.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { clean } from '../../pkg/entries/node.js';
import { HARNESS, open } from './browsers.js';
import { BROWSERS } from './run.js';

const FOLDER = fileURLToPath(new URL('../pages/', import.meta.url));
const SCRIPT = readFileSync(new URL('../../pkg/unchaff.global.js', import.meta.url), 'utf8');

const hasSource = (name) => ['source.html', 'source.txt'].some((file) => existsSync(join(FOLDER, name, file)));

const pages = readdirSync(FOLDER)
  .filter(hasSource)
  .map((name) => {
    const file = (of) => join(FOLDER, name, of);
    const textOf = (of) => (existsSync(file(of)) ? readFileSync(file(of), 'utf8') : undefined);
    return {
      name,
      bytes: readFileSync(['source.html', 'source.txt'].map(file).find(existsSync)),
      options: JSON.parse(textOf('options.json') ?? '{}'),
      native: { content: textOf('expected.html'), markdown: textOf('expected.md') },
    };
  });

describe('Node answers as the crate does natively', () => {
  for (const { name, bytes, options, native } of pages) {
    it(name, () => {
      if (native.content === undefined) {
        assert.throws(() => clean(bytes, options), { name: 'UnchaffError' });
        return;
      }
      const { content, markdown } = clean(bytes, options);
      assert.deepEqual({ content, markdown }, native);
    });
  }
});

/** Digests of whole answers, or of errors. Runs in the browser too. */
async function answersOf(clean, given) {
  return given.map(({ text, bytes, options }) => {
    try {
      return JSON.stringify(clean(bytes ?? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)), options));
    } catch ({ code, message }) {
      return JSON.stringify({ code, message });
    }
  });
}

const digest = (answers) => answers.map((answer) => createHash('sha256').update(answer).digest('hex'));

for (const name of BROWSERS) {
  it(`${name} answers as Node does, byte for byte, and asks for nothing`, async () => {
    const given = pages.map(({ bytes, options }) => ({ bytes, options: { ...options, explain: true, jsonLd: true } }));
    const browser = await open(name);
    try {
      browser.outputs.set(`${HARNESS}unchaff.js`, SCRIPT);
      browser.outputs.set(
        `${HARNESS}pages.json`,
        JSON.stringify(given.map(({ bytes, options }) => ({ text: bytes.toString('base64'), options }))),
      );
      const page = await browser.page();
      const answers = await page.evaluate(`(async () => {
        ${answersOf}
        (0, eval)(await (await fetch('unchaff.js')).text());
        const given = await (await fetch('pages.json')).json();
        const answers = await answersOf(unchaff.clean, given);
        return { answers, asked: performance.getEntriesByType('resource').map(({ name }) => name) };
      })()`);
      assert.deepEqual(digest(answers.answers), digest(await answersOf(clean, given)));
      assert.deepEqual(answers.asked, [`${HARNESS}unchaff.js`, `${HARNESS}pages.json`]);
      assert.deepEqual(browser.requests, []);
    } finally {
      await browser.close();
    }
  });
}
