// Returns the HTML of a document or an element as a person sees it, including open shadow roots.
import { messageOf, UnchaffError } from './error.js';

/** @import { DocumentLike, ElementLike } from 'unchaff' */

/**
 * The part of a browser's element that concerns shadow roots. Other DOM implementations may not
 * have it.
 *
 * @typedef {ElementLike & {
 *   getHTML?: (options: { shadowRoots: unknown[] }) => string,
 *   cloneNode?: (deep: boolean) => ElementLike,
 *   querySelectorAll?: (selector: string) => Iterable<HostLike>,
 *   shadowRoot?: RootLike | null,
 *   }} HostLike
 * @typedef {{ querySelectorAll: (selector: string) => Iterable<HostLike> }} RootLike
 */

/**
 * Returns the HTML and the address of a document, or of an element and its document.
 *
 * @param {DocumentLike | ElementLike} node
 * @returns {{ html: string, url?: string | undefined }}
 */
export function readNode(node) {
  try {
    const [root, url] = 'documentElement' in node ? [node.documentElement, node.URL] : [node, node.ownerDocument?.URL];
    return { html: root ? htmlOf(/** @type {HostLike} */ (root)) : '', url };
  } catch (error) {
    throw new UnchaffError('invalid-option', `The argument input cannot be read (${messageOf(error)}). Give its HTML as a string.`, {
      cause: error,
    });
  }
}

/**
 * Returns an element's HTML. Open shadow roots become `<template shadowrootmode>`, if the host can
 * write them.
 *
 * @param {HostLike} element
 */
function htmlOf(element) {
  const roots = element.getHTML ? shadowRoots(element) : [];
  const shell = roots.length > 0 ? element.cloneNode?.(false).outerHTML : undefined;
  if (!shell || !element.getHTML) return element.outerHTML;
  const end = shell.lastIndexOf('</');
  return `${shell.slice(0, end)}${element.getHTML({ shadowRoots: roots })}${shell.slice(end)}`;
}

/**
 * Returns the open shadow roots in an element, including those inside other shadow roots.
 *
 * @param {HostLike} element
 */
function shadowRoots(element) {
  /** @type {RootLike[]} */
  const found = [];
  if (element.shadowRoot) found.push(element.shadowRoot);
  const from = element.querySelectorAll ? [/** @type {RootLike} */ (element)] : [];
  for (const root of [...from, ...found]) collect(root);
  return found;

  /** @param {RootLike} root */
  function collect(root) {
    const waiting = [root];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const { shadowRoot } of next.querySelectorAll('*')) {
        if (!shadowRoot) continue;
        found.push(shadowRoot);
        waiting.push(shadowRoot);
      }
    }
  }
}
