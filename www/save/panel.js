/** The dialog that saves, copies and shares the article shown. */

import { fileName, toMarkdownFile } from '../../pkg/entries/files.js';
import { closeByBackdrop } from '../shared/dialog.js';
import { byId } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { PageError } from '../errors/index.js';
import { choices, rememberChoices } from './choices.js';
import { copy, richFlavours } from './clipboard.js';
import { download } from './download.js';
import { contents, FORMATS } from './formats.js';
import { withSummary } from './with-summary.js';

/**
 * Sets up the dialog.
 *
 * @param {object} page
 * @param {() => object} page.article the article shown
 * @param {(message: string) => void} page.say tells what came of it
 * @param {(error: PageError) => void} page.fail tells what went wrong
 */
export function setUpSaving({ article, say, fail }) {
  const dialog = byId('save-dialog');
  rememberChoices();
  byId('save').addEventListener('click', () => dialog.showModal());
  closeByBackdrop(dialog);

  const attempt = async (work) => {
    dialog.close();
    try {
      say(await work(article()));
    } catch (error) {
      fail(error instanceof PageError ? error : new PageError('not-saved'));
    }
  };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll('[data-format]'))) {
    button.addEventListener('click', () =>
      attempt((shown) => save(shown, /** @type {import('./formats.js').Format} */ (button.dataset.format))),
    );
  }
  byId('copy-rich').addEventListener('click', () => attempt((shown) => copyAs(richFlavours(asChosen(shown)))));
  byId('copy-markdown').addEventListener('click', () =>
    attempt((shown) => copyAs({ 'text/plain': toMarkdownFile(asChosen(shown), choices()) })),
  );
  byId('share').hidden = !navigator.share;
  byId('share').addEventListener('click', () => attempt(share));
}

/** Returns the options of a format, with the words of the interface. @returns {import('./formats.js').FormatOptions} */
export function formatOptions() {
  return {
    ...choices(),
    words: { contents: t('contents'), image: t('image'), untitled: t('untitled'), summary: t('summary') },
  };
}

function asChosen(article) {
  return choices().summary ? withSummary(article, t('summary')) : article;
}

async function save(article, format) {
  const { extension, mime } = FORMATS[format];
  const name = `${fileName(article.title, t('fallbackName'))}.${extension}`;
  download(name, mime, await contents(article, format, formatOptions()));
  return t('saved', { name });
}

async function copyAs(flavours) {
  return t((await copy(flavours)) ? 'copied' : 'copyFailed');
}

/** Hands the article to another program of the device: its address, or its text where it has none. */
async function share(article) {
  const title = article.title ?? '';
  try {
    await navigator.share(article.url ? { title, url: article.url } : { title, text: article.textContent });
    return t('shared');
  } catch (error) {
    // The person thought better of it.
    if (error.name === 'AbortError') return '';
    throw new PageError('not-shared');
  }
}
