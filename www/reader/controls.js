/**
 * The building blocks of the reader's bars and panels. Every control takes its text from i18n/ by a
 * key, so that it is rewritten after a change of language.
 */

import { element } from '../shared/dom.js';
import { t } from '../i18n/index.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The icons, as lines on a square of 24 units. */
const ICONS = {
  contents: 'M4 6h.01M9 6h11M4 12h.01M9 12h11M4 18h.01M9 18h11',
  text: 'M2.5 19 8 5l5.5 14M4.5 14h7M21.5 12v7M21.5 15.5a3 3.5 0 1 1-6 0 3 3.5 0 1 1 6 0',
  listen: 'M4 9v6h4l5 4V5L8 9zM16.5 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12',
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M8 5v14M16 5v14',
  previous: 'M18 5v14L8 12zM5 5v14',
  next: 'M6 5v14l10-7zM19 5v14',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6 6 18',
  focus: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  leave: 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18h.01',
};

/**
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * Returns a button that shows only an icon. Its text is its accessible name and its tooltip.
 *
 * @param {keyof typeof ICONS} name
 * @param {string} key
 * @param {() => void} [onClick]
 * @returns {HTMLButtonElement}
 */
export function iconButton(name, key, onClick) {
  const button = element('button', { type: 'button', class: 'icon-button' });
  setIcon(button, name, key);
  if (onClick) button.addEventListener('click', onClick);
  return button;
}

/** Changes the icon and the text of a button. */
export function setIcon(button, name, key) {
  if (button.dataset.i18nLabel === key) return;
  button.dataset.i18nLabel = key;
  button.dataset.i18nTitle = key;
  button.ariaLabel = t(key);
  button.title = t(key);
  button.replaceChildren(icon(name));
}

/**
 * @param {string} key
 * @param {() => void} onClick
 * @returns {HTMLButtonElement} a button with text
 */
export function textButton(key, onClick) {
  const button = words(key, 'button');
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}

/**
 * Returns an element with a text of the interface.
 *
 * @template {keyof HTMLElementTagNameMap} [Name='span']
 * @param {string} key
 * @param {Name} [name]
 * @param {Record<string, string>} [attributes]
 */
export function words(key, name = /** @type {Name} */ ('span'), attributes = {}) {
  return setWords(element(name, attributes), key);
}

/**
 * Changes the text of an element.
 *
 * @template {HTMLElement} Target
 * @param {Target} target
 * @param {string} key
 * @returns {Target}
 */
export function setWords(target, key) {
  target.dataset.i18n = key;
  target.textContent = t(key);
  return target;
}

/**
 * Gives an accessible name to an element without text.
 *
 * @template {HTMLElement} Target
 * @param {string} key
 * @param {Target} target
 * @returns {Target}
 */
export function named(key, target) {
  target.dataset.i18nLabel = key;
  target.ariaLabel = t(key);
  return target;
}
