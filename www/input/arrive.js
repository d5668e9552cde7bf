/**
 * Takes what is waiting when the page opens: an address in a link, a page from the bookmarklet,
 * something shared from a phone, or a file opened with the installed site.
 *
 * The danger: any site can open this one with any address, and can send it a form that looks like a
 * share. So these rules apply:
 *
 * - An address in a link only fills its field. Nothing is requested until the person confirms.
 * - A share is shown first, and cleaned when the person confirms. A share from the system cannot be
 *   told from a form that another site has sent (see pwa/sw.js), so a real share needs this click
 *   too.
 * - A page is taken only from the window that opened this one, only if a mark in the address
 *   announces it, and only once. It is cleaned without a further click, because the bookmarklet
 *   needs that. So any page can send itself after one click there. This is safe, because the page
 *   gains nothing: nothing that it refers to is fetched, and its address is accepted only for the
 *   sender's own origin. The address is only used to resolve links and for display.
 * - A file is opened at once, because the system opens it, and the person chose this site for such
 *   files.
 *
 * All of these inputs have the origin `outside` (input.js). Their articles replace no other article
 * in the history, and nothing is deleted for them unless the person agrees. See history/store.js.
 */

import { PageError } from '../errors/index.js';
import { FROM_PAGE, PAGE, READY } from './bookmarklet.js';
import { fromPage } from './input.js';

/**
 * The service worker's query for a share that it keeps for the page, and for a share that it does
 * not keep. See pwa/sw.js.
 */
const SHARED = '?shared';
const TOO_LARGE = '?shared=too-large';
const SHARE_CACHE = 'unchaff-shared';

/**
 * Takes what is waiting, and passes it to the function for its kind.
 *
 * @param {object} takers
 * @param {(address: string) => void} takers.address shows an address for the person to fetch
 * @param {(share: { text: string, files: File[] }) => void} takers.share asks whether to clean what was shared
 * @param {(input: import('./input.js').PageInput) => void} takers.page
 * @param {(files: File[]) => void} takers.files opens files that the system was told to open here
 * @param {() => void} takers.waiting called when a page is expected
 * @param {(error: PageError) => void} takers.refuse
 */
export async function takeArrivals(takers) {
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (files.length > 0) takers.files(await Promise.all(files.map((handle) => handle.getFile())));
  });

  const { search, hash } = location;
  const linked = new URLSearchParams(search).get('url') ?? new URLSearchParams(hash.slice(1)).get('url');
  if (linked === null && search !== SHARED && search !== TOO_LARGE && hash !== FROM_PAGE) return;
  // After this, a reload starts without an input, and the address is the site's own again.
  history.replaceState(null, '', location.pathname);

  if (hash === FROM_PAGE) takeFromOpener(takers);
  else if (search === SHARED) await takeShare(takers);
  else if (search === TOO_LARGE) takers.refuse(new PageError('share-too-large'));
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
  // The message only says that this window is ready, so any opener may receive it.
  opener.postMessage(READY, '*');
}

/** Returns the address only if its origin is the sender's own. */
function ownAddress(url, origin) {
  try {
    const address = new URL(url);
    return address.origin === origin && /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a share. Android puts a shared address into the text, often after the page's title. */
async function takeShare({ address, share }) {
  // `caches.open` would create the cache, so `match` is used.
  const response = await caches.match('share', { cacheName: SHARE_CACHE });
  await caches.delete(SHARE_CACHE);
  if (!response) return;
  const form = await response.formData();
  const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0);
  const text = String(form.get('text') ?? '').trim();
  const link = String(form.get('url') ?? '').trim() || /https?:\/\/\S+$/i.exec(text)?.[0];
  // If the share is a quotation with its source after it, the quotation is meant.
  const quotes = link && text.length > link.length + String(form.get('title') ?? '').length + 200;
  if (files.length === 0 && link && !quotes) address(link);
  else if (files.length > 0 || text) share({ text, files });
}
