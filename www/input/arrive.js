/**
 * What may be waiting when the page opens: an address in a link, a page from the bookmarklet, something shared from
 * a phone, a file opened with the installed site.
 *
 * The danger: any site can open this one with any address, and can send it a form as if something were shared. So:
 *
 * - An address in a link only fills its field. Nothing is asked for until the person says so.
 * - What is shared is shown, and cleaned when the person says so. Nothing tells a share of the system from a form that
 *   another site has sent, see pwa/sw.js, so a real share takes this one click too.
 * - A page is taken only from the window that opened this one, only when the mark in the address says that it will
 *   come, and only once. Any page can send itself this way after one click there, and it is cleaned without another,
 *   as the bookmarklet needs. That is safe because the page gains nothing by it: nothing that it names is fetched, its
 *   address is taken only where it is of the sender's own origin, and serves for its links and to be shown.
 * - A file is opened at once: the system opens it, by the person's choice of this site for such files.
 *
 * All of it has the origin `outside` (input.js). Such an article takes no other's place in the history, and nothing is
 * deleted for it unless the person agrees; see history/store.js.
 */

import { PageError } from '../errors/index.js';
import { FROM_PAGE, PAGE, READY } from './bookmarklet.js';
import { fromPage } from './input.js';

/** What the service worker calls the share that it keeps for the page, and one that it does not keep; see pwa/sw.js. */
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
 * @param {() => void} takers.waiting says that a page is expected
 * @param {(error: PageError) => void} takers.refuse
 */
export async function takeArrivals(takers) {
  globalThis.launchQueue?.setConsumer(async ({ files }) => {
    if (files.length > 0) takers.files(await Promise.all(files.map((handle) => handle.getFile())));
  });

  const { search, hash } = location;
  const linked = new URLSearchParams(search).get('url') ?? new URLSearchParams(hash.slice(1)).get('url');
  if (linked === null && search !== SHARED && search !== TOO_LARGE && hash !== FROM_PAGE) return;
  // A reload starts empty, and the address is the site's own again.
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
async function takeShare({ address, share }) {
  // Opening a cache would make it.
  const response = await caches.match('share', { cacheName: SHARE_CACHE });
  await caches.delete(SHARE_CACHE);
  if (!response) return;
  const form = await response.formData();
  const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0);
  const text = String(form.get('text') ?? '').trim();
  const link = String(form.get('url') ?? '').trim() || /https?:\/\/\S+$/i.exec(text)?.[0];
  // A quotation with its source behind it is shared for the quotation.
  const quotes = link && text.length > link.length + String(form.get('title') ?? '').length + 200;
  if (files.length === 0 && link && !quotes) address(link);
  else if (files.length > 0 || text) share({ text, files });
}
