/** Copies content to the clipboard in the formats that other programs read. */

import { toTextFile } from '../../pkg/entries/files.js';
import { htmlHeading } from '../../pkg/lib/html-file.js';

/**
 * Returns the article as HTML, and as text for programs that only read text.
 *
 * @returns {Record<string, string>}
 */
export function richFlavours(article) {
  return { 'text/html': htmlHeading(article) + article.content, 'text/plain': toTextFile(article) };
}

/**
 * Copies content in several formats.
 *
 * @param {Record<string, string>} flavours by MIME type
 * @returns {Promise<boolean>} `false` if the browser refused
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

/** Copies on pages without the clipboard API, which are those not served over HTTPS. */
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
