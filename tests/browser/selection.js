/** Selections in the article, and what is done with them. */

import { articleText, transfer } from './harness.js';
import { ORCHARD } from './pages.js';

/** Shows an article, and waits until a selection in it has its menu. */
export async function show(page, text = ORCHARD) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
  // What corrections need is loaded behind the article.
  await page.locator('.selection-menu').waitFor({ state: 'attached' });
}

/** Selects what an element of the article holds, the first with these words; or some of its words. */
export async function select(page, words, part = null) {
  await page.evaluate(
    ([text, some]) => {
      const holds = (element) => element.textContent.includes(text);
      const found = [...document.querySelectorAll('#article :is(p, h2, li, tr, figcaption)')].find(holds);
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection().selectAllChildren(found);
      if (!some) return;
      const node = found.firstChild;
      getSelection().setBaseAndExtent(node, node.data.indexOf(some), node, node.data.indexOf(some) + some.length);
    },
    [words, part],
  );
  await menu(page);
}

/** Selects from some words in a text of the article to some words in the same or another one. */
export async function selectFrom(page, from, to) {
  await page.evaluate(
    ([begin, end]) => {
      const walker = document.createTreeWalker(document.getElementById('article'), NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      const [first, last] = [begin, end].map((words) => texts.find(({ data }) => data.includes(words)));
      first.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection().setBaseAndExtent(first, first.data.indexOf(begin), last, last.data.indexOf(end) + end.length);
    },
    [from, to],
  );
  await menu(page);
}

/** Waits for the menu of the selection of now: it comes with a frame, and one before may still stand there. */
async function menu(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.locator('.selection-menu button').first().waitFor();
}

/** Presses a button of the selection's menu. */
export const act = (page, name) => page.locator('.selection-menu').getByRole('button', { name, exact: true }).click();

/** Waits until the article has words, or has them no longer. */
export const has = (page, words, isThere = true) =>
  page.waitForFunction(
    ([text, wanted]) => {
      const article = document.getElementById('article');
      return article.ariaBusy === 'false' && article.textContent.includes(text) === wanted;
    },
    [words, isThere],
  );
