/**
 * Puts text on the clipboard, in the flavours that other programs take.
 */

import { toTextFile } from '../../pkg/entries/files.js';
import { htmlHeading } from '../../pkg/lib/html-file.js';

/** Writes the article as HTML, and as text for the programs that take only that. @returns {Record<string, string>} */
export function richFlavours(article) {
  return { 'text/html': htmlHeading(article) + article.content, 'text/plain': toTextFile(article) };
}

/**
 * Copies text in several flavours.
 *
 * @param {Record<string, string>} flavours by MIME type
 * @returns {Promise<boolean>} false where the browser refused
 */
export async function copy(flavours) {
  try {
    const blobs = Object.entries(flavours).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyByEvent(flavours);
  }
}

/** Copies on pages without the clipboard interface: those not served over https. */
function copyByEvent(flavours) {
  const fill = (event) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(flavours)) event.clipboardData.setData(type, text);
  };
  document.addEventListener('copy', fill, { once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return copied;
}
