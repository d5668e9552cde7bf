/**
 * Gets a page by its address. The browser itself asks for it, without cookies and without a referrer, and hands
 * it over only where the publisher allows other sites to read it (CORS). Many do not, so the error for that case
 * matters as much as the success. A proxy that the person has named may ask instead: it sees the address, so each
 * such request is a click of its own.
 */

import { PageError } from '../errors/index.js';
import { MAX_INPUT_BYTES } from './input.js';
import { throughProxy } from './proxy.js';

/**
 * Reads what a person typed as an address: `https://` may be left out.
 *
 * @param {string} typed
 * @returns {URL | null} null where it is no address of a web page
 */
export function parseAddress(typed) {
  const trimmed = typed.trim();
  if (!trimmed || /\s/.test(trimmed)) return null;
  const url = tryParse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  // fetch refuses an address with a name and password in it.
  if (!url || !/^https?:$/.test(url.protocol) || url.username) return null;
  const named = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[');
  if (!named) return null;
  // A secure page may not fetch an insecure one: the browser would refuse it unasked.
  if (location.protocol === 'https:') url.protocol = 'https:';
  return url;
}

/**
 * Fetches a page.
 *
 * @param {URL} url
 * @param {AbortSignal} signal
 * @param {string} [proxy] the proxy's address, as throughProxy takes it; without one the publisher itself is asked
 * @returns {Promise<import('./input.js').PageInput>} with the address where redirects led and the charset that
 *   the server named; rejects with a PageError
 */
export async function fetchPage(url, signal, proxy) {
  const asked = proxy ? throughProxy(proxy, url) : url;
  try {
    const response = await fetch(asked, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new PageError('fetch-status', { host: asked.host, status: response.status });
    const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
    const bytes = await readBody(response);
    /** @type {Pick<import('./input.js').PageInput, 'name' | 'url' | 'origin' | 'asked'>} */
    const where = { name: url.host, url: proxy ? url.href : response.url, origin: 'address', asked: url.href };
    return { type: 'auto', html: bytes, text: bytes, charset, ...where };
  } catch (error) {
    if (error instanceof PageError) throw error;
    if (signal.aborted) throw new PageError('cancelled');
    if (!navigator.onLine) throw new PageError('offline');
    throw new PageError(proxy ? 'proxy-refused' : 'fetch-refused', { host: asked.host });
  }
}

async function readBody(response) {
  if (!response.body) return new Uint8Array();
  const chunks = [];
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    // Rather than downloaded to the end and then refused.
    if (size > MAX_INPUT_BYTES) {
      await reader.cancel();
      throw new PageError('input-too-large');
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function tryParse(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
