/**
 * The service worker. It stores the site for use without a connection, and receives what is shared
 * with the installed site.
 *
 * pwa/plugin.js inserts `const BUILD = { version, files }` before this code, with the built files
 * and a hash of their content. So each build has its own cache with matching files. A new build
 * waits until the page reports that the person wants it. Until then, the old build is served. Only
 * requests for the site's own files are answered here. All other requests, for example for a
 * publisher's page, are not touched.
 *
 * The danger: a form that another site sends to `share` looks like a share from the system, and
 * cannot be told from it. The browser adds `Sec-Fetch-Site` after the service worker, so Chromium
 * 156 and Firefox 153 do not show it here. If the sending page uses `no-referrer`, `Origin` is
 * `null` and the referrer is empty, or both are missing. The two browsers also disagree on
 * `clientId`. So a share is never trusted. It is stored for the page, within limits. The page shows
 * it and waits for the person. See input/arrive.js.
 */

const PREFIX = 'unchaff-build-';
const CACHE = PREFIX + BUILD.version;
/** The share that is stored for the page. See input/arrive.js. */
const SHARE_CACHE = 'unchaff-shared';
/**
 * Maximum number of files in a share. It is more than a person picks one by one. A folder of pages
 * has its own button.
 */
const MAX_SHARED_FILES = 100;
/**
 * Maximum number of bytes of a share: two pages of the largest size that can be cleaned. The
 * browser stores them until the page takes them.
 */
const MAX_SHARED_BYTES = 64 * 1024 * 1024;
const SCOPE = new URL(self.registration.scope);
/**
 * Matches font files. Most people never choose these fonts, so each file is stored only after its
 * first use.
 */
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
  // The system opens a share in a window of its own. A request from a frame in another page is not
  // a share.
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
  // Returns `true` for names with a hash, whose content never changes. The other files are
  // requested again and bypass the browser's HTTP cache.
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
  // A browser that is short of space may have deleted the cache.
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
