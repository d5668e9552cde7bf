/**
 * What may be waiting when the page opens: an address in a link, a page from the bookmarklet, something shared from
 * a phone, a file opened with the installed site.
 *
 * The danger: any site can open this one with any address. So an address in a link only fills its field, and
 * nothing is asked for until the person says so; a page is taken only from the window that opened this one, only
 * when the mark in the address says that it will come, and only once. What is taken is cleaned as any other input.
 */

import { PageError } from '../page-error.js';
import { FROM_PAGE, PAGE, READY } from './bookmarklet.js';
import { fromPage } from './input.js';

/** What the service worker calls the share that it keeps for the page; see pwa/sw.js. */
const SHARED = '?shared';
const SHARE_CACHE = 'unchaff-shared';

/**
 * @param {object} takers
 * @param {(address: string) => void} takers.address shows an address for the person to fetch
 * @param {(text: string) => void} takers.text
 * @param {(input: import('./input.js').PageInput) => void} takers.page
 * @param {(files: File[]) => void} takers.files
 * @param {() => void} takers.waiting says that a page is expected
 * @param {(error: PageError) => void} takers.refuse
 */
export async function takeArrivals(takers) {
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (files.length > 0) takers.files(await Promise.all(files.map((handle) => handle.getFile())));
  });

  const { search, hash } = location;
  const linked = new URLSearchParams(search).get('url') ?? new URLSearchParams(hash.slice(1)).get('url');
  const isShare = search === SHARED;
  if (linked === null && !isShare && hash !== FROM_PAGE) return;
  // A reload starts empty, and the address is the site's own again.
  history.replaceState(null, '', location.pathname);

  if (hash === FROM_PAGE) takeFromOpener(takers);
  else if (isShare) await takeShare(takers);
  else takers.address(linked);
}

function takeFromOpener({ page, waiting, refuse }) {
  const { opener } = window;
  if (!opener) {
    refuse(new PageError('no-opener'));
    return;
  }
  const receive = ({ source, origin, data }) => {
    if (source !== opener || data?.type !== PAGE || typeof data.html !== 'string') return;
    removeEventListener('message', receive);
    window.opener = null;
    page(fromPage(data.html, ownAddress(data.url, origin)));
  };
  addEventListener('message', receive);
  waiting();
  // It says nothing but that this window is there, so whoever opened it may hear it.
  opener.postMessage(READY, '*');
}

/** A page may name an address of its own origin alone. */
function ownAddress(url, origin) {
  try {
    const address = new URL(url);
    return address.origin === origin && /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** Android puts a shared address into the text, often with the page's title before it. */
async function takeShare({ address, text, files }) {
  const cache = await caches.open(SHARE_CACHE);
  const response = await cache.match('share');
  await caches.delete(SHARE_CACHE);
  if (!response) return;
  const form = await response.formData();
  const shared = form.getAll('files').filter((file) => file instanceof File && file.size > 0);
  const words = String(form.get('text') ?? '').trim();
  const link = String(form.get('url') ?? '').trim() || /https?:\/\/\S+$/i.exec(words)?.[0];
  // A quotation with its source behind it is shared for the quotation.
  const quotes = link && words.length > link.length + String(form.get('title') ?? '').length + 200;
  if (shared.length > 0) files(shared);
  else if (link && !quotes) address(link);
  else if (words) text(words);
}
