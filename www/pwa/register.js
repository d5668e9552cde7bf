/**
 * Keeps the site for use without a connection, and tells the person when a newer version has been fetched. It takes
 * over only when they say so: the page never changes under a reader's eyes.
 */

import { byId } from '../shared/dom.js';
import { registerServiceWorker } from '../shared/trusted-types.js';

/** Registers the service worker once the page is there, so that the page's own files come first. */
export async function keepOffline() {
  // The sources that are served while developing change all the time.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  let registration;
  try {
    registration = await registerServiceWorker('./sw.js');
  } catch {
    // Private windows and old browsers: the site works, with a connection.
    return;
  }
  offer(registration);
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => offer(registration));
  });
}

function offer({ waiting, active }) {
  // Without an active one this is the first visit, and there is nothing to update.
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
