/**
 * Shows what was shared with the installed site, before anything is done with it. The reason is in
 * arrive.js.
 */

import { element } from '../shared/dom.js';
import { intl, t } from '../i18n/index.js';
import { ask } from '../shared/question.js';

/** How many files are listed by name. Of the others only the number is shown. */
const FILES_NAMED = 5;
/** The first characters of a shared text, which are shown. No character is cut in two. */
const SHOWN = /^[^]{0,200}/u;

/**
 * Asks whether to clean what was shared.
 *
 * @param {{ text: string, files: File[] }} share
 * @param {{ clean: () => void, discard: () => void }} answers
 */
export function askAboutShare({ text, files }, { clean, discard }) {
  const render = () => ({
    about: [
      element('p', {}, t('shareArrived')),
      files.length > 0 ? list(files) : quotation(text),
      element('p', { class: 'hint' }, t('shareAsk')),
    ],
    yes: t('shareClean'),
    no: t('shareDiscard'),
  });
  ask({ render, yes: clean, no: discard });
}

function list(files) {
  const names = files.slice(0, FILES_NAMED).map(({ name, size }) => element('li', {}, element('bdi', {}, name), ` (${sizeWords(size)})`));
  const rest = files.length - names.length;
  if (rest > 0) names.push(element('li', {}, t('shareMoreFiles', { n: rest })));
  return element('ul', {}, ...names);
}

function quotation(text) {
  const [beginning] = text.match(SHOWN);
  return element('blockquote', { dir: 'auto' }, beginning.length < text.length ? `${beginning}…` : text);
}

function sizeWords(bytes) {
  const [unit, value] = bytes < 1_000_000 ? ['kilobyte', Math.ceil(bytes / 1000)] : ['megabyte', bytes / 1_000_000];
  return intl('NumberFormat', { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
