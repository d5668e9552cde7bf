/** A made-up site whose pages have something to leave out, and a person who does it. */

import { articleText, transfer } from './harness.js';
import { act, has, select } from './selection.js';

/** Pages of a made-up site, each with a note of full sentences in its text. */
export const PAGES = [
  {
    title: 'The bakery that opens at midnight',
    author: 'Morag Tully',
    text: 'For eleven years the ovens in Tallow Street have been lit at ten in the evening, and the first loaves are sold before the last tram.',
    note: 'The paper is paid for by its readers, and if you enjoy such stories, please think about a small gift each month from now on.',
    end: 'The owner says that night workers are better customers than clerks, because they never ask for half a loaf of bread.',
  },
  {
    title: 'A school that teaches clock repair',
    author: 'Dilip Arora',
    text: 'Twelve pupils sit in a former signal box near Ardmoor, each with a lamp, a loupe and a clock that somebody gave up on long ago.',
    note: 'Three hundred and twelve readers have paid for the train ticket to Ardmoor, and you can pay for the next one with a small gift.',
    end: 'Most of the graduates stay in the trade, although there are only nine workshops left in the county, and two are for sale.',
  },
];

export const html = ({ title, text, note, end }, number) => `<!doctype html><html lang="en"><head><title>${title}</title>
<link rel="canonical" href="https://www.lantern.example/stories/${number}"></head>
<body><nav><a href="/">Lantern</a> <a href="/towns">Towns</a></nav><main class="site-main"><article id="post-${number}"><h1>${title}</h1>
<p>${text}</p><div class="support-note n-${number}"><p>${note}</p></div><p>${end}</p></article></main></body></html>`;

export const plain = ({ title, author, text, note, end }, number) => `The Skerry Post
Home
News
Weather
Sign in

${title}

Words and pictures ${author}

${text}

${end}

Letters to the editor
${note}

Letter ${number + 1}
Contact`;

/** Pastes a page, and waits until it can be corrected. */
export async function paste(page, text) {
  await transfer(page, 'paste', { flavours: { 'text/plain': text } });
  await articleText(page);
  await page.locator('.selection-menu').waitFor({ state: 'attached' });
}

/** The line under the head of the article. */
export const line = (page) => page.locator('#site-rules');

/** Pastes the first page and takes the note out: in pasted text with its heading and all that follows. */
export async function leaveOut(page, write = html, button = write === html ? 'Remove this part' : 'Remove everything from here') {
  await paste(page, write(PAGES[0], 0));
  await select(page, write === html ? PAGES[0].note : 'Letters to the editor');
  await act(page, button);
  await has(page, PAGES[0].note, false);
  await line(page).locator('button').first().waitFor();
}

/** Pastes the first page, takes the note out and accepts the offer. */
export async function learn(page, write = html) {
  await leaveOut(page, write);
  await line(page)
    .getByRole('button', { name: /^Do the same/ })
    .click();
  await line(page)
    .getByText(/^Kept as/)
    .waitFor();
}
