/**
 * The proxy: a server of the person's choice that fetches pages which publishers do not let other sites read. It
 * sees every address it is asked for, so there is none until the person names one, and it is asked only by a click.
 */

const STORAGE_KEY = 'unchaff.proxy';
const PLACE = '{url}';

let proxy = remembered();

/** Returns the proxy's address; empty where none is named. @returns {string} */
export function currentProxy() {
  return proxy;
}

/**
 * Changes the proxy.
 *
 * @param {string} typed the proxy's address; empty for none
 * @param {boolean} remember whether it is kept for the next visit
 * @returns {boolean} false where it is no address that can be asked; the one before stays
 */
export function setProxy(typed, remember) {
  const address = typed.trim();
  if (address && !isUsable(address)) return false;
  proxy = address;
  try {
    if (address && remember) localStorage.setItem(STORAGE_KEY, address);
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Storage is off: the choice holds for this visit.
  }
  return true;
}

/** Returns `true` if the proxy is kept for the next visit. @returns {boolean} */
export function isProxyRemembered() {
  return Boolean(remembered());
}

/**
 * Puts a page's address into the proxy's.
 *
 * @param {string} address the proxy's, where `{url}` stands for the page's address; without it the page's goes to the end
 * @param {URL} url the page's
 * @returns {URL} what to ask for
 */
export function throughProxy(address, url) {
  const encoded = encodeURIComponent(url.href);
  // A function: `$` in an address is no pattern.
  return new URL(address.includes(PLACE) ? address.replace(PLACE, () => encoded) : address + encoded);
}

/** A secure page may ask secure servers, and this machine. */
function isUsable(address) {
  try {
    const { protocol, hostname, username } = throughProxy(address, new URL('https://example.com/'));
    const isLocal = hostname === 'localhost' || hostname === '127.0.0.1';
    return !username && (protocol === 'https:' || (protocol === 'http:' && (isLocal || location.protocol === 'http:')));
  } catch {
    return false;
  }
}

function remembered() {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}
