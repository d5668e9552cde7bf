// Ours beside its peers and its limit, in one go: headless Chromium, then Node.
//
//     npm run bench [-- CORPUS.jsonl.gz… --every 12 --runs 3]
//
// Builds the package and the module for benches first. A corpus has a JSON object a line with `html` and `url`; without
// one, the pages of tests/pages are read. "to ours" is the median over the pages of the time beside ours on the same page.
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
