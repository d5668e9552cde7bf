/**
 * The interface's language: chosen by the browser's, changed by the switch, remembered.
 */

import en from './en.js';
import vi from './vi.js';

const LANGUAGES = { en, vi };
const STORAGE_KEY = 'unchaff.language';

let language = 'en';
const listeners = [];
/** What intl() has made, by what it was asked for. */
const formats = new Map();

/** @returns {string} the tag for Intl and for `lang` */
export function currentLanguage() {
  return language;
}

/** @returns {string} the browser's own variety of the language, `en-GB` for one: dates differ between them */
export function currentLocale() {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

/** @returns {string} the remembered language, else the first of the browser's that is spoken here, else English */
export function preferredLanguage() {
  const wanted = [remembered(), ...navigator.languages.map((tag) => tag.split('-')[0].toLowerCase())];
  return wanted.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? 'en';
}

/**
 * Switches the interface and fills every element that names its string.
 *
 * @param {string} next one of the languages
 */
export function setLanguage(next) {
  language = next;
  document.documentElement.lang = next;
  document.title = t('pageTitle');
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-i18n]')))
    element.textContent = t(element.dataset.i18n);
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-i18n-label]'))) {
    element.setAttribute('aria-label', t(element.dataset.i18nLabel));
  }
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-i18n-title]')))
    element.title = t(element.dataset.i18nTitle);
  for (const element of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[data-i18n-placeholder]'))) {
    element.placeholder = t(element.dataset.i18nPlaceholder);
  }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-language]'))) {
    button.setAttribute('aria-pressed', String(button.dataset.language === next));
  }
  for (const listener of listeners) listener();
}

/** @param {() => void} listener called after each switch, to write anew what the page's markup does not name */
export function onLanguageChange(listener) {
  listeners.push(listener);
}

/** Takes the words of a part of the site that is loaded later. @param {Record<string, Record<string, string | Record<string, string>>>} words by language */
export function addWords(words) {
  for (const [tag, more] of Object.entries(words)) Object.assign(LANGUAGES[tag], more);
}

/** Keeps the choice for the next visit. */
export function rememberLanguage() {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is off: the choice holds for this visit.
  }
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] for the `{name}` places; numbers are written as the language
 *   writes them, and `n` chooses the plural
 * @returns {string}
 */
export function t(key, values = {}) {
  const entry = LANGUAGES[language][key];
  const template = typeof entry === 'object' ? formFor(entry, values.n) : entry;
  return template.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : (value ?? '');
  });
}

function formFor(entry, n) {
  return entry[n] ?? entry[intl('PluralRules', undefined, language).select(n)] ?? entry.other;
}

/** @returns {string} a number as the language writes it */
export function number(value) {
  return intl('NumberFormat', undefined, language).format(value);
}

/**
 * A format of `Intl`. Each is made once: to make one takes milliseconds.
 *
 * @param {'NumberFormat' | 'DateTimeFormat' | 'ListFormat' | 'DisplayNames' | 'PluralRules'} kind
 * @param {object} [options]
 * @param {string} [locale]
 */
export function intl(kind, options, locale = currentLocale()) {
  const key = JSON.stringify([kind, options, locale]);
  const constructors = /** @type {Record<string, new (locale: string, options?: object) => object>} */ (/** @type {unknown} */ (Intl));
  if (!formats.has(key)) formats.set(key, new constructors[kind](locale, options));
  return formats.get(key);
}

/** @returns {boolean} whether there are words for the key */
export function has(key) {
  return Object.hasOwn(LANGUAGES[language], key);
}

function remembered() {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
