// Compares unchaff with similar libraries and with its lower limit, in one run: first in headless
// Chromium, then in Node.
//
//     npm run bench [-- CORPUS.jsonl.gz… --every 12 --runs 3]
//
// Builds the package and the module for benchmarks first. A corpus has one JSON object per line
// with `html` and `url`. Without a corpus, the pages of tests/pages are used. "to ours" is the time
// divided by our time on the same page, as the median over all pages.
import { build } from '../scripts/setup.mjs';
import { main, run } from '../scripts/run.mjs';
import { inBrowser } from './browser.js';
import { defuddleInNode, inNode } from './node.js';
import { readPages, settings } from './pages.js';

await main(async () => {
  const { runs, ...corpus } = settings({ runs: 3 });
  build();
  run('cargo', ['run', '--quiet', '--locked', '--package', 'xtask', '--', 'bench'], 'See above for what is wrong.');
  const pages = await readPages(corpus);
  await inBrowser(pages, { runs });
  inNode(pages, { runs });
  await defuddleInNode(pages);
});
