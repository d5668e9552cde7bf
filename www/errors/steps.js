/**
 * The steps that a person can take on this device if a page could not be fetched. A phone has no
 * bookmarks bar, and no keyboard shortcut to copy.
 */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';

const EXTENSION = 'https://github.com/unchaff/unchaff/blob/main/docs/extension.md';

/** The errors for which it helps to get the page in another way. */
const HELPED = new Set(['fetch-refused', 'fetch-unreachable', 'fetch-timeout', 'fetch-forbidden', 'fetch-nothing-readable']);

/**
 * @param {string} code the code of the error
 * @returns {HTMLElement[]} the steps with an introduction; empty if they would not help
 */
export function steps(code) {
  if (!HELPED.has(code)) return [];
  const items = isTouch() ? [t('fetchStepTouch')] : stepsAtDesk();
  return [element('p', {}, t('fetchSteps')), element('ul', {}, ...items.map((item) => element('li', {}, ...[item].flat())))];
}

function stepsAtDesk() {
  const key = isMac() ? '⌘' : 'Ctrl+';
  const copy = t('fetchStepCopy', { all: `${key}A`, copy: `${key}C`, paste: `${key}V` });
  // The extension's page needs neither the bookmark nor the link, because the extension is already
  // installed.
  if (isExtension()) return [t('fetchStepButton'), copy, t('fetchStepSave')];
  const link = element('a', { href: EXTENSION, target: '_blank', rel: 'noopener noreferrer' }, t('fetchExtensionLink'));
  return [copy, t('fetchStepBookmarklet'), [t('fetchStepExtension'), ' ', link], t('fetchStepSave')];
}

function isTouch() {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}

function isMac() {
  return /Mac|iPad|iPhone/.test(navigator.userAgent);
}

function isExtension() {
  return !/^https?:$/.test(location.protocol);
}
