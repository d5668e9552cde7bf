/** How long the data stays available to the browser after the click, in milliseconds. */
const HOLD = 10_000;

/**
 * Saves a file as a download of the browser.
 *
 * @param {string} name with its extension
 * @param {string} mime
 * @param {string | Uint8Array<ArrayBuffer>} data
 */
export function download(name, mime, data) {
  const address = URL.createObjectURL(new Blob([data], { type: typeof data === 'string' ? `${mime};charset=utf-8` : mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), HOLD);
}
