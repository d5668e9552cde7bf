// Runs the contenders in Node.
import { Readability as Smoothie } from 'dom-smoothie-js';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import { clean } from '../pkg/entries/node.js';
import { race } from './race.js';
import { printTimes } from './table.js';

export function inNode(pages, { runs }) {
  // jsdom reports all style sheets that it cannot read, so its console is silenced.
  const virtualConsole = new VirtualConsole();
  const jsdom = (html, url) => new JSDOM(html, { url, virtualConsole }).window.document;
  const contenders = {
    ours: ({ html, url }) => clean(html, { url }),
    'ours, content alone': ({ html, url }) => clean(html, { url, omit: ['markdown', 'links', 'summary', 'keywords', 'blocks'] }),
    'ours, from bytes': ({ bytes, url }) => clean(bytes, { url }),
    'dom-smoothie-js': ({ html, url }) => new Smoothie(html, url, { text_mode: 'Markdown' }).parse(),
    'linkedom, Readability': ({ html }) => new Readability(parseHTML(html).document).parse(),
    'jsdom, Readability': ({ html, url }) => new Readability(jsdom(html, url)).parse(),
  };
  const times = race(contenders, pages, { runs });
  printTimes(`Node ${process.versions.node}`, pages, times, 'ours');
}

/** Defuddle returns a promise, so it is compared with unchaff in a separate race. */
export async function defuddleInNode(pages) {
  const times = { ours: [], 'linkedom, Defuddle': [] };
  for (const { html, url } of pages) {
    for (const [name, call] of [
      ['ours', () => clean(html, { url })],
      ['linkedom, Defuddle', () => Defuddle(parseHTML(html).document, url, { markdown: true })],
    ]) {
      const start = performance.now();
      try {
        await call();
      } catch {
        // The page has no article.
      }
      times[name].push(performance.now() - start);
    }
  }
  printTimes(`Node ${process.versions.node}, one run`, pages, times, 'ours');
}
