/**
 * Fetches a page by its address. The browser sends the request, without cookies and without a
 * referrer. It returns the page only if the publisher allows other sites to read it (CORS). Many
 * publishers do not, so the error for that case is as important as success. A proxy that the person
 * has set up may send the request instead. It sees the address, so every such request needs a
 * click.
 */

import { PageError } from '../errors/index.js';
import { MAX_INPUT_BYTES } from './input.js';
import { throughProxy } from './proxy.js';

/**
 * Reads what a person typed as an address: `https://` may be left out.
 *
 * @param {string} typed
 * @returns {URL | null} `null` if it is not the address of a web page
 */
export function parseAddress(typed) {
  const trimmed = typed.trim();
  if (!trimmed || /\s/.test(trimmed)) return null;
  const url = tryParse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  // `fetch` rejects an address with a name and password in it.
  if (!url || !/^https?:$/.test(url.protocol) || url.username) return null;
  const named = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[');
  if (!named) return null;
  // A page served by HTTPS may not fetch one by HTTP. The browser would block the request.
  if (location.protocol === 'https:') url.protocol = 'https:';
  return url;
}

/**
 * Fetches a page.
 *
 * @param {URL} url
 * @param {AbortSignal} signal
 * @param {string} [proxy] the address of the proxy, see `throughProxy`; without it, the request
 *   goes to the publisher
 * @returns {Promise<import('./input.js').PageInput>} with the address after redirects and the
 *   charset that the server named; rejects with a `PageError`
 */
export async function fetchPage(url, signal, proxy) {
  const asked = proxy ? throughProxy(proxy, url) : url;
  const patience = new Patience();
  /** @type {RequestInit} */
  const options = { signal: AbortSignal.any([signal, patience.signal]), credentials: 'omit', referrerPolicy: 'no-referrer' };
  try {
    const response = await fetch(asked, options);
    if (!response.ok) throw new PageError(codeOfStatus(response.status), { host: asked.host, status: response.status });
    const contentType = response.headers.get('content-type') ?? '';
    if (!PAGE_TYPE.test(contentType)) throw new PageError(codeOfType(contentType), { host: asked.host });
    const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
    const bytes = await readBody(response, patience);
    /** @type {Pick<import('./input.js').PageInput, 'name' | 'url' | 'origin' | 'asked'>} */
    const where = { name: url.host, url: proxy ? url.href : response.url, origin: 'address', asked: url.href };
    return { type: 'auto', html: bytes, text: bytes, charset, ...where };
  } catch (error) {
    if (error instanceof PageError) throw error;
    if (signal.aborted) throw new PageError('cancelled');
    if (!navigator.onLine) throw new PageError('offline');
    if (proxy) throw new PageError('proxy-refused', { host: asked.host });
    const answers = await doesAnswer(asked, options);
    if (signal.aborted) throw new PageError('cancelled');
    const code = patience.signal.aborted ? 'fetch-timeout' : answers ? 'fetch-refused' : 'fetch-unreachable';
    throw new PageError(code, { host: asked.host });
  } finally {
    patience.end();
  }
}

/**
 * Returns the error for a page that was fetched but could not be read, with the name of its host.
 *
 * @param {PageError} error
 * @param {URL} url
 * @returns {PageError}
 */
export function aboutFetched(error, { host }) {
  const code = { 'empty-input': 'fetch-empty', 'not-text': 'fetch-not-page', 'nothing-readable': 'fetch-nothing-readable' }[error.code];
  return code ? new PageError(code, { host }, error.metadata) : error;
}

/**
 * How long a server may send nothing, before its response or in the middle of it, in milliseconds.
 */
const ANSWERS_WITHIN = 20_000;

/** Aborts a request if the server sends nothing for too long. */
class Patience {
  #controller = new AbortController();
  #timer;

  constructor() {
    this.renew();
  }

  get signal() {
    return this.#controller.signal;
  }

  /** Restarts the time after the server has sent something. */
  renew() {
    this.end();
    this.#timer = setTimeout(() => this.#controller.abort(), ANSWERS_WITHIN);
  }

  end() {
    clearTimeout(this.#timer);
  }
}

/**
 * Matches media types that may be a page. A server without a media type, or with an unknown one,
 * may send a page too.
 */
const PAGE_TYPE = /^(?:$|text\/(?!css|javascript)|application\/(?:xhtml\+xml|xml|json|octet-stream)|multipart\/related|message\/rfc822)/i;

function codeOfType(contentType) {
  if (/^application\/pdf/i.test(contentType)) return 'fetch-pdf';
  return /^image\//i.test(contentType) ? 'fetch-picture' : 'fetch-not-page';
}

function codeOfStatus(status) {
  if (status === 404 || status === 410) return 'fetch-missing';
  if (status === 401 || status === 403 || status === 429) return 'fetch-forbidden';
  return status >= 500 ? 'fetch-broken' : 'fetch-status';
}

/**
 * Returns `true` if a server answers at all. For a script, a host that does not exist looks like
 * one that refuses access. A request for a response that the script may not read tells the two
 * apart.
 */
async function doesAnswer(asked, options) {
  try {
    await fetch(asked, { ...options, method: 'HEAD', mode: 'no-cors' });
    return true;
  } catch {
    return false;
  }
}

async function readBody(response, patience) {
  if (!response.body) return new Uint8Array();
  const chunks = [];
  let size = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    patience.renew();
    if (done) break;
    size += value.length;
    // A page that is too large is rejected here, before the whole of it is downloaded.
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
