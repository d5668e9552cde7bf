/** Shows an error and what to do next, with buttons and links for these actions. */

import { byId, element } from '../shared/dom.js';
import { has, intl, t } from '../i18n/index.js';
import { steps } from './steps.js';

/** @typedef {{ label: string, run: () => void }} Way what a button does */

/**
 * Shows an error with the possible ways to continue.
 *
 * @param {import('./page-error.js').PageError} error
 * @param {{ url?: URL, again?: Way, readOtherWay?: Way, proxy?: Way }} ways the actions to offer:
 *   open the page by hand, try again, read the same input in the other way, or let a proxy fetch the
 *   page
 */
export function showError(error, { url, again, readOtherWay, proxy } = {}) {
  const key = has(`error.${error.code}`) ? `error.${error.code}` : 'error.internal';
  /** @type {HTMLElement[]} */
  const parts = [element('p', {}, t(key, error.values))];
  const stated = statedFacts(error.metadata);
  if (stated.length > 0) parts.push(element('p', { class: 'stated' }, t('pageStates', { facts: stated.join(' · ') })));
  parts.push(...steps(error.code));
  if (url && error.code.startsWith('fetch-')) {
    const attributes = { href: url.href, target: '_blank', rel: 'noopener noreferrer' };
    parts.push(element('p', {}, element('a', attributes, t('openPage'))));
  }
  for (const way of [again, readOtherWay, proxy]) {
    if (!way) continue;
    const button = element('button', { type: 'button' }, way.label);
    button.addEventListener('click', way.run);
    parts.push(button);
  }
  if (proxy) parts.push(element('p', { class: 'hint' }, t('proxySees')));
  byId('error').replaceChildren(...parts);
  byId('error').scrollIntoView({ block: 'nearest' });
}

/**
 * Returns the title, authors and date of a page without an article.
 *
 * @param {import('unchaff').ArticleMetadata | undefined} metadata
 * @returns {string[]}
 */
function statedFacts(metadata) {
  if (!metadata) return [];
  const { title, byline, publishedTime } = metadata;
  const day = publishedTime
    ? intl('DateTimeFormat', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(publishedTime.slice(0, 10)))
    : null;
  return [title, byline, day].filter((fact) => fact !== null);
}

/** Removes the error from the page. */
export function clearError() {
  byId('error').replaceChildren();
}
