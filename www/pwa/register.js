/**
 * Makes the site work without a connection, and tells the person when a newer version has been
 * fetched. The newer version is used only after the person agrees, so that the page never changes
 * while it is read.
 */

import { byId } from '../shared/dom.js';
import { registerServiceWorker } from '../shared/trusted-types.js';

/**
 * Registers the service worker after the page has loaded, so that the page's own files are loaded
 * first.
 */
export async function keepOffline() {
  // During development, the sources change all the time, so they are not cached.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  let registration;
  try {
    registration = await registerServiceWorker('./sw.js');
  } catch {
    // In private windows and old browsers, the site works only with a connection.
    return;
  }
  offer(registration);
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => offer(registration));
  });
}

function offer({ waiting, active }) {
  // Without an active service worker, this is the first visit, and there is nothing to update.
  if (!waiting || !active) return;
  byId('update').hidden = false;
  byId('update-now').onclick = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('unchaff:activate');
  };
}

byId('update-later').addEventListener('click', () => {
  byId('update').hidden = true;
});
