/**
 * The proxy is a server of the person's choice. It fetches pages whose publishers do not allow
 * other sites to read them. It sees every address that is requested, so there is no proxy until the
 * person sets one up, and it is used only after a click.
 */

const STORAGE_KEY = 'unchaff.proxy';
const PLACE = '{url}';

let proxy = remembered();

/** Returns the proxy's address, or an empty string if there is no proxy. @returns {string} */
export function currentProxy() {
  return proxy;
}

/**
 * Changes the proxy.
 *
 * @param {string} typed the proxy's address; empty for none
 * @param {boolean} remember whether to remember the proxy for the next visit
 * @returns {boolean} `false` if the address cannot be used; the previous proxy then stays
 */
export function setProxy(typed, remember) {
  const address = typed.trim();
  if (address && !isUsable(address)) return false;
  proxy = address;
  try {
    if (address && remember) localStorage.setItem(STORAGE_KEY, address);
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // If storage is off, the choice applies to this visit only.
  }
  return true;
}

/** Returns `true` if the proxy is remembered for the next visit. @returns {boolean} */
export function isProxyRemembered() {
  return Boolean(remembered());
}

/**
 * Returns the address through which a proxy fetches a page.
 *
 * @param {string} address the address of the proxy, in which `{url}` stands for the address of the
 *   page address; without `{url}`, the page's address is appended
 * @param {URL} url the page's
 * @returns {URL} the address to request
 */
export function throughProxy(address, url) {
  const encoded = encodeURIComponent(url.href);
  // The replacement is a function, because `$` in an address would be read as a pattern.
  return new URL(address.includes(PLACE) ? address.replace(PLACE, () => encoded) : address + encoded);
}

/** Returns `true` for secure servers and for this machine. A secure page may not request others. */
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
