/** The dialog for saving, copying and sharing the shown article. */

import { closeByBackdrop } from '../shared/dialog.js';
import { byId } from '../shared/dom.js';
import { t } from '../i18n/index.js';
import { PageError } from '../errors/index.js';
import { choices, rememberChoices } from './choices.js';
import { copy, richFlavours } from './clipboard.js';
import { download } from './download.js';
import { file, FORMATS } from './formats.js';
import { markdownFile } from './markdown.js';
import { chosenTemplate, loadTemplates } from '../template/index.js';
import { withSummary } from './with-summary.js';

/** The formats that can contain images. */
const PACKED = ['html', 'epub'];
const REMOTE_IMAGE = /<img src="https?:/i;

/**
 * Makes the dialog work.
 *
 * @param {object} page
 * @param {() => import('unchaff').Article} page.article the article shown
 * @param {(message: string) => void} page.say announces the result
 * @param {(error: PageError) => void} page.fail reports an error
 * @returns {() => void} opens the dialog
 */
export function makeSaveDialog({ article, say, fail }) {
  const dialog = byId('save-dialog');
  rememberChoices();
  closeByBackdrop(dialog);
  let packing = new AbortController();
  byId('packing-cancel').addEventListener('click', () => packing.abort());
  // Closing the dialog also stops the loading of images.
  dialog.addEventListener('close', () => packing.abort());

  /**
   * Loads the images if that is chosen, with the progress in the dialog. Returns `null` if the
   * person cancels.
   */
  const packed = async (format) => {
    const shown = article();
    if (!PACKED.includes(format) || !byId('pack-images').checked) return { article: shown, missing: 0 };
    packing = new AbortController();
    byId('packing').hidden = false;
    byId('packing-cancel').focus();
    try {
      const { packImages } = await import('./pack-images.js');
      return await packImages(shown, { signal: packing.signal, onProgress: showPacking });
    } catch {
      if (packing.signal.aborted) say(t('cancelled'));
      else fail(new PageError('not-saved'));
      return null;
    } finally {
      byId('packing').hidden = true;
    }
  };

  const attempt = async (work) => {
    dialog.close();
    try {
      say(await work(article()));
    } catch (error) {
      fail(error instanceof PageError ? error : new PageError('not-saved'));
    }
  };
  /**
   * Adds the choice of a template to the dialog, once. Without a connection, its code may not be
   * available.
   */
  const offerTemplates = async () => {
    const templates = await loadTemplates().catch(() => null);
    if (!templates || byId('template-choice')) return;
    byId('front-matter').parentElement.after(
      templates.offerTemplates({ article, say, onObsidian: () => attempt((shown) => openInObsidian(shown, templates)) }),
    );
  };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll('[data-format]'))) {
    button.addEventListener('click', async () => {
      const format = /** @type {import('./formats.js').Format} */ (button.dataset.format);
      const whole = await packed(format);
      if (whole) await attempt(() => save(whole.article, format, whole.missing));
      else button.focus();
    });
  }
  byId('copy-rich').addEventListener('click', () => attempt((shown) => copyAs(richFlavours(asChosen(shown)))));
  byId('copy-markdown').addEventListener('click', () =>
    attempt(async (shown) => copyAs({ 'text/plain': (await markdownFile(asChosen(shown), choices())).text })),
  );
  byId('share').hidden = !navigator.share;
  byId('share').addEventListener('click', () => attempt(share));
  return () => {
    offerPacking(article());
    dialog.showModal();
    offerTemplates();
  };
}

/**
 * Returns the options for writing files, with the strings of the interface.
 *
 * @returns {import('./formats.js').FormatOptions}
 */
export function formatOptions() {
  return {
    ...choices(),
    words: { contents: t('contents'), image: t('image'), untitled: t('untitled'), summary: t('summary') },
  };
}

function asChosen(article) {
  return choices().summary ? withSummary(article, t('summary')) : article;
}

/** Offers to embed the images if there are remote ones. */
function offerPacking({ content }) {
  byId('pack-images-choice').hidden = !REMOTE_IMAGE.test(content);
  // The checkbox is reset each time, because the images' sites see the requests.
  byId('pack-images').checked = false;
}

function showPacking(done, all) {
  byId('packing-words').textContent = t('packingImages', { n: done, all });
  Object.assign(byId('packing-progress'), { value: done, max: all });
}

async function save(article, format, missing) {
  const { extension, mime } = FORMATS[format];
  const made = await file(article, format, formatOptions());
  const name = `${made.name}.${extension}`;
  download(name, mime, made.data);
  return missing > 0 ? `${t('saved', { name })} ${t('imagesMissing', { n: missing })}` : t('saved', { name });
}

async function copyAs(flavours) {
  return t((await copy(flavours)) ? 'copied' : 'copyFailed');
}

/** Makes a note in Obsidian from the article. */
async function openInObsidian(article, { obsidianNote, openUri }) {
  const note = await markdownFile(asChosen(article), { frontMatter: true });
  const { uri, isByClipboard } = obsidianNote(note, chosenTemplate() ?? {});
  if (isByClipboard && !(await copy({ 'text/plain': note.text }))) return t('copyFailed');
  openUri(uri);
  return t(isByClipboard ? 'template.openingCopied' : 'template.opening');
}

/**
 * Shares the article with another program on the device: its address, or its text if it has no
 * address.
 */
async function share(article) {
  const title = article.title ?? '';
  try {
    await navigator.share(article.url ? { title, url: article.url } : { title, text: article.textContent });
    return t('shared');
  } catch (error) {
    // The person cancelled.
    if (error.name === 'AbortError') return '';
    throw new PageError('not-shared');
  }
}
