/**
 * The service worker: keeps the site for use without a connection, and takes what is shared with the installed site.
 *
 * pwa/plugin.js puts before it `const BUILD = { version, files }`, the built files and a hash of what they hold. So each
 * build has a cache of its own, whose files fit together. A new build waits until the page says that the person wants
 * it; until then the old one serves. Only the site's own files are answered from here: everything else, a publisher's
 * page for one, goes its way untouched.
 *
 * The danger: a form that another site sends to `share` arrives here like a share of the system. No sign tells them
 * apart. The browser adds Sec-Fetch-Site after the service worker; Chromium 156 and Firefox 153 show none here. `Origin`
 * is `null` and the referrer empty, or both are missing, as soon as the sending page says `no-referrer`, and the two
 * browsers disagree on `clientId`. So nothing here trusts what is shared. It is kept for the page, within bounds, and
 * the page shows it and waits for the person; see input/arrive.js.
 */

const PREFIX = 'unchaff-build-';
const CACHE = PREFIX + BUILD.version;
/** The share that waits for the page; see input/arrive.js. */
const SHARE_CACHE = 'unchaff-shared';
/** Files in a share: more than a person picks one by one. A folder of pages has its own button. */
const MAX_SHARED_FILES = 100;
/** Bytes in a share: two pages of the largest size that is cleaned. It is kept in the browser until the page takes it. */
const MAX_SHARED_BYTES = 64 * 1024 * 1024;
const SCOPE = new URL(self.registration.scope);
/** Most people never choose the font that these are for: each is kept once it was asked for. */
const KEPT_LATER = /\.woff2$/;
const FILES = new Set(BUILD.files.map((file) => new URL(file, SCOPE).href));

self.addEventListener('install', (event) => {
  event.waitUntil(store());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldBuilds().then(() => self.clients.claim()));
});

self.addEventListener('message', ({ data }) => {
  if (data === 'unchaff:activate') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== SCOPE.origin || !url.pathname.startsWith(SCOPE.pathname)) return;
  // The system opens a share in a window of its own; a frame in another page is no share.
  const isShare = request.method === 'POST' && request.destination === 'document';
  if (isShare && url.href === new URL('share', SCOPE).href) event.respondWith(takeShare(request));
  else if (request.method === 'GET') {
    url.search = '';
    url.hash = '';
    const isPage = url.href === SCOPE.href || url.href === new URL('index.html', SCOPE).href;
    if (isPage || FILES.has(url.href)) event.respondWith(answer(isPage ? SCOPE.href : url.href, request));
  }
});

async function store() {
  const cache = await caches.open(CACHE);
  // Names with a hash never change; the others are asked for anew, past the browser's own cache.
  const isFixed = (file) => file.startsWith('assets/');
  const files = BUILD.files.filter((file) => !KEPT_LATER.test(file));
  await cache.addAll(files.map((file) => new Request(new URL(file, SCOPE), { cache: isFixed(file) ? 'default' : 'reload' })));
}

async function dropOldBuilds() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(href, request) {
  const cache = await caches.open(CACHE);
  // A browser that is short of space may have thrown the cache away.
  const kept = await cache.match(href);
  if (kept) return kept;
  const response = await fetch(request);
  if (KEPT_LATER.test(href) && response.ok) await cache.put(href, response.clone());
  return response;
}

async function takeShare(request) {
  const sent = await request.formData();
  const isTooLarge = sent.getAll('files').length > MAX_SHARED_FILES || sizeOf(sent) > MAX_SHARED_BYTES;
  if (!isTooLarge) {
    const cache = await caches.open(SHARE_CACHE);
    await cache.put('share', new Response(sent));
  }
  return Response.redirect(new URL(isTooLarge ? '?shared=too-large' : '?shared', SCOPE).href, 303);
}

function sizeOf(form) {
  return [...form].reduce((sum, [name, value]) => sum + name.length + (value.size ?? value.length), 0);
}
