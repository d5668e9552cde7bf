/** @import { ElementsById } from './elements.js' */

/**
 * Makes an element. Children are elements or strings, and strings become text.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * Finds an element of index.html.
 *
 * @template {string} Id
 * @param {Id} id
 * @returns {Id extends keyof ElementsById ? ElementsById[Id] : HTMLElement} the element with this id
 */
export function byId(id) {
  return /** @type {ReturnType<typeof byId<Id>>} */ (document.getElementById(id));
}
