// Puts outputs into every context of a browser and counts. As a program it prints the table of all payloads, without unchaff
// and with it, in both browsers:
//
//     node tests/safety/run.js                              our own payloads
//     node tests/safety/run.js CORPUS.jsonl.gz              and those of a corpus (JSON lines with `id` and `payload`)
//     node tests/safety/run.js --browser Firefox            in one browser
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HARNESS, open } from './browsers.js';
import { cleaned, raw } from './outputs.js';
import { corpusPayloads, ownPayloads } from './payloads.js';

export const BROWSERS = ['Chromium', 'Firefox'];
export const CONTEXTS = ['div', 'td', 'template', 'foreignObject', 'noscript', 'textarea', 'srcdoc', 'twice'];

/** Outputs in one document. */
const BATCH = 1000;

/** Outputs in one frame: of those that are clean none can swallow the next. */
const OUTPUTS_IN_FRAME = 50;
const MAX_FRAMES = 200;

/**
 * @param {import('./browsers.js').Browser} browser
 * @param {{ id: number, name: string, kind: string, html: string }[]} outputs
 * @param {{ clicks?: boolean }} [options] `clicks`: whether links that run a script are followed
 * @returns {Promise<Record<string, { executions: number, payloads: Set<number>, dialogs: number, requests: string[], problems: string[] }>>}
 *   by context: scripts run, by how many payloads, dialogs opened, addresses asked for that are no picture of an article, and
 *   what no article has
 */
export async function run(browser, outputs, { clicks = false } = {}) {
  const results = {};
  for (const context of CONTEXTS) {
    const result = (results[context] = { executions: 0, payloads: new Set(), dialogs: 0, requests: [], problems: [] });
    const inFrames = context === 'srcdoc';
    const put = inFrames && !clicks ? batches(outputs, OUTPUTS_IN_FRAME).map(joined) : outputs;
    for (const batch of batches(put, inFrames ? MAX_FRAMES : BATCH)) {
      const page = await browser.page();
      browser.outputs.set(`${HARNESS}outputs.json`, JSON.stringify(batch.map(({ html }) => html)));
      const { found, images, executions } = await page.evaluate(
        async (...args) => ({ ...(await put(...args)), executions }),
        ...[context, clicks],
      );
      result.executions += executions.length;
      for (const id of executions) result.payloads.add(id);
      result.dialogs += browser.dialogs.splice(0).length;
      const allowed = new Set(images.map(askedFor));
      result.requests.push(...browser.requests.splice(0).filter((address) => !allowed.has(address)));
      result.problems.push(...found.map(({ index, problem }) => `${batch[index].name}, ${batch[index].kind}: ${problem}`));
    }
  }
  return results;
}

/** What the server of the test sees of an address: no fragment, and of https the origin alone. */
function askedFor(address) {
  return address.startsWith('https:') ? new URL(address).origin : address.split('#')[0];
}

function joined(outputs) {
  const names = [outputs[0], outputs.at(-1)].map(({ name, kind }) => `${name} (${kind})`);
  return { name: names.join(' to '), kind: 'joined', html: outputs.map(({ html }) => html).join('\n') };
}

function batches(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'string', multiple: true, default: BROWSERS } },
  });
  const own = ownPayloads();
  const payloads = [...own, ...positionals.flatMap((path) => corpusPayloads(path, own.length + 1))];
  const sets = { without: own.flatMap(raw), with: payloads.flatMap(cleaned) };
  console.log(
    `${own.length} payloads of ours, ${new Set(payloads.map(({ id }) => id)).size - own.length} of corpora, ${sets.with.length} outputs`,
  );
  for (const name of values.browser) {
    const browser = await open(name);
    try {
      for (const [way, outputs] of Object.entries(sets)) {
        const results = await run(browser, outputs, { clicks: way === 'without' });
        console.log(
          `\n${name}, ${way} unchaff: context, scripts run, payloads that ran one, dialogs, requests, elements and attributes that no article has`,
        );
        for (const [context, { executions, payloads: ran, dialogs, requests, problems }] of Object.entries(results)) {
          console.log(
            [
              context.padEnd(14),
              ...[executions, ran.size, dialogs, requests.length, problems.length].map((n) => String(n).padStart(7)),
            ].join(''),
          );
          if (way === 'with') for (const line of [...requests, ...problems].slice(0, 20)) console.log(`    ${line}`);
          if (way === 'with' && executions + dialogs + requests.length + problems.length > 0) process.exitCode = 1;
        }
      }
    } finally {
      await browser.close();
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
