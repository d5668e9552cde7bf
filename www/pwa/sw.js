/**
 * The service worker: keeps the site for use without a connection, and takes what is shared with the installed site.
 *
 * pwa/plugin.js puts before it `const BUILD = { version, files }`, the built files and a hash of what they hold. So each
 * build has a cache of its own, whose files fit together. A new build waits until the page says that the person wants
 * it; until then the old one serves. Only the site's own files are answered from here: everything else, a publisher's
 * page for one, goes its way untouched.
 *
 * Nothing here trusts what is shared: it is kept for the page, which cleans it like any input.
 */

const PREFIX = 'unchaff-build-';
const CACHE = PREFIX + BUILD.version;
/** The share that waits for the page; see input/arrive.js. */
const SHARE_CACHE = 'unchaff-shared';
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
  if (request.method === 'POST' && url.href === new URL('share', SCOPE).href) event.respondWith(takeShare(request));
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
  const cache = await caches.open(SHARE_CACHE);
  await cache.put('share', new Response(await request.formData()));
  return Response.redirect(new URL('?shared', SCOPE).href, 303);
}
