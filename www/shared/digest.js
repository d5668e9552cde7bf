/**
 * Returns a cryptographic hash of content. Browsers provide none on sites without HTTPS. There, the
 * result is the content itself.
 *
 * @param {string | Uint8Array} content
 * @returns {Promise<string>}
 */
export async function digest(content) {
  if (!globalThis.crypto.subtle) return typeof content === 'string' ? content : new TextDecoder('latin1').decode(content);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : /** @type {Uint8Array<ArrayBuffer>} */ (content);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
