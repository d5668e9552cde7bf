/**
 * The language of the interface. It is taken from the browser, changed by the switch, and
 * remembered.
 */

import en from './en.js';
import vi from './vi.js';

const LANGUAGES = { en, vi };
const STORAGE_KEY = 'unchaff.language';

let language = 'en';
const listeners = [];
/** The `Intl` objects that `intl()` has made, by their arguments. */
const formats = new Map();

/** @returns {string} the tag for Intl and for `lang` */
export function currentLanguage() {
  return language;
}

/**
 * @returns {string} the browser's variety of the language, such as `en-GB`, because dates differ
 *   between varieties
 */
export function currentLocale() {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

/**
 * @returns {string} the remembered language, or else the first of the browser's languages that the
 *   site supports, or else English
 */
export function preferredLanguage() {
  const wanted = [remembered(), ...navigator.languages.map((tag) => tag.split('-')[0].toLowerCase())];
  return wanted.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? 'en';
}

/**
 * Switches the language, and fills all elements that name a string.
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

/**
 * @param {() => void} listener called after each switch, to write the strings again that the page's
 *   markup does not name
 */
export function onLanguageChange(listener) {
  listeners.push(listener);
}

/**
 * Adds the strings of a part of the site that is loaded later.
 *
 * @param {Record<string, Record<string, string | Record<string, string>>>} words by language
 */
export function addWords(words) {
  for (const [tag, more] of Object.entries(words)) Object.assign(LANGUAGES[tag], more);
}

/** Remembers the language for the next visit. */
export function rememberLanguage() {
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // If storage is off, the choice applies to this visit only.
  }
}

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] for the `{name}` placeholders; numbers are
 *   formatted for the language, and `n` selects the plural form
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

/** @returns {string} a number in the format of the language */
export function number(value) {
  return intl('NumberFormat', undefined, language).format(value);
}

/**
 * Returns a formatter of `Intl`. Each is made only once, because that takes milliseconds.
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

/** @returns {boolean} `true` if there is a string for the key */
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
