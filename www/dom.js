/**
 * Makes an element. Children are elements or strings, and strings become text.
 *
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * @param {string} id
 * @returns {HTMLElement} the element of index.html with this id
 */
export function byId(id) {
  return document.getElementById(id);
}
