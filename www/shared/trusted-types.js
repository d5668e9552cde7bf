/**
 * The page's only Trusted Types policy. The content security policy names it and forbids all
 * others. So these functions are the only way for a string to reach a parser or become the address
 * of a script.
 */

const policy = globalThis.trustedTypes?.createPolicy('unchaff', {
  createHTML: (html) => html,
  createScriptURL: (url) => {
    if (new URL(url, document.baseURI).origin !== location.origin) throw new TypeError("Only the site's own scripts run.");
    return url;
  },
});

/**
 * Parses HTML into a document without a window, which runs no scripts and loads nothing.
 *
 * @param {string} html
 * @returns {Document}
 */
export function parseInert(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
}

/**
 * Starts a module worker of this site.
 *
 * @param {string} url
 * @returns {Worker}
 */
export function startWorker(url) {
  return new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' });
}

/**
 * Registers a service worker of this site.
 *
 * @param {string} url
 * @returns {Promise<ServiceWorkerRegistration>}
 */
export function registerServiceWorker(url) {
  return navigator.serviceWorker.register(policy ? policy.createScriptURL(url) : url);
}
