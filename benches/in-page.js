// The code that runs in the page in Chromium. browser.js bundles it.
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import * as shipped from '../pkg/lib/bindings.js';
import * as limit from '../target/bench/bindings.js';
import { race } from './race.js';

const parsed = (html) => new DOMParser().parseFromString(html, 'text/html');

const fetched = async (name) => new WebAssembly.Module(await (await fetch(name)).arrayBuffer());

/** Returns the milliseconds from the module's bytes to the first article. */
globalThis.coldStart = async (page) => {
  const bytes = await (await fetch('shipped.wasm')).arrayBuffer();
  const start = performance.now();
  const module = await WebAssembly.compile(bytes);
  const compiled = performance.now();
  shipped.initSync({ module });
  shipped.clean(page.html, { url: page.url });
  return { compiling: compiled - start, first: performance.now() - compiled };
};

globalThis.measure = async (pages, runs) => {
  shipped.initSync({ module: await fetched('shipped.wasm') });
  limit.initSync({ module: await fetched('bench.wasm') });
  const contenders = {
    ours: ({ html, url }) => shipped.clean(html, { url }),
    'ours, content alone': ({ html, url }) => shipped.clean(html, { url, omit: ['markdown', 'links', 'summary', 'keywords', 'blocks'] }),
    'ours, from bytes': ({ bytes, url }) => shipped.clean(bytes, { url }),
    'lol_html alone': ({ html }) => limit.lexAlone(html),
    DOMParser: ({ html }) => parsed(html),
    'DOMParser, Readability': ({ html }) => new Readability(parsed(html)).parse(),
    'DOMParser, Defuddle': ({ html, url }) => new Defuddle(parsed(html), { url }).parse(),
  };
  const times = race(contenders, pages, { runs });
  limit.stageTimes();
  const stages = pages.map(({ html, url }) => {
    try {
      limit.clean(html, { url });
    } catch {
      // The page has no article.
    }
    return [...limit.stageTimes()];
  });
  return { times, stages, stageNames: limit.stageNames() };
};

/** Returns the size of the module's memory after each page. */
globalThis.memory = async (pages) => {
  limit.__wbg_reset_state();
  return pages.map(({ html, url }) => {
    try {
      limit.clean(html, { url });
    } catch {
      // The page has no article.
    }
    return limit.memorySize();
  });
};
