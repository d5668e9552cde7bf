/**
 * Says what went wrong and what to do next, with the buttons and links that do it.
 */

import { byId, element } from './dom.js';
import { has, t } from './i18n/index.js';

/**
 * @param {import('./page-error.js').PageError} error
 * @param {{ url?: URL, readOtherWay?: { label: string, run: () => void } }} ways what can be offered: the page to
 *   open by hand, the other way to read the same input
 */
export function showError(error, { url, readOtherWay } = {}) {
  const key = has(`error.${error.code}`) ? `error.${error.code}` : 'error.internal';
  const parts = [element('p', {}, t(key, error.values))];
  if (error.code === 'fetch-refused') {
    parts.push(element('ol', {}, element('li', {}, t('fetchStepCopy')), element('li', {}, t('fetchStepSave'))));
  }
  if (url && error.code.startsWith('fetch-')) {
    const attributes = { href: url.href, target: '_blank', rel: 'noopener noreferrer' };
    parts.push(element('p', {}, element('a', attributes, t('openPage'))));
  }
  if (readOtherWay) {
    const button = element('button', { type: 'button' }, readOtherWay.label);
    button.addEventListener('click', readOtherWay.run);
    parts.push(button);
  }
  byId('error').replaceChildren(...parts);
  byId('error').scrollIntoView({ block: 'nearest' });
}

export function clearError() {
  byId('error').replaceChildren();
}
