/**
 * The articles that are saved on this device, in the browser's database. They are never sent
 * anywhere.
 *
 * There are two object stores with the same keys. `entries` holds the data for the list and the
 * search. `pages` holds the articles and their original pages, which are read again for a
 * correction. So the list opens without reading all pages.
 *
 * The danger: a page can claim any address, and other sites can have a page cleaned here. A newer
 * article replaces an entry with the same key. So the key depends only on the person's act: it is
 * the address that the person asked for, or else the content itself. An address that a page claims
 * is not part of the key. An address that a sender gives is, and separates the sender's articles
 * from others. To make room, no more entries are deleted than the person agreed to.
 *
 * @typedef {{ id: number, key: string, savedAt: number, title: string, site: string, url: string, lang: string,
 *   size: number, words: string }} Entry
 */

import { openDB } from 'idb';

import { PageError } from '../errors/index.js';
import { digest } from '../shared/digest.js';

const DATABASE = 'unchaff';
/**
 * Maximum number of saved articles, and their maximum size. Browsers allow a site at least some
 * hundred megabytes.
 */
const MAX_ENTRIES = 500;
const MAX_SIZE = 100_000_000;

/** Defaults for fields that articles saved by an older version may lack. */
const LATER = { readingTimeRange: [1, 1], summary: [], summarySentences: [], keywords: [], links: [], tags: [] };

let database;

function open() {
  database ??= openDB(DATABASE, 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'id', autoIncrement: true }).createIndex('key', 'key');
      db.createObjectStore('pages');
    },
  }).catch((error) => {
    database = undefined;
    throw error;
  });
  return database;
}

/**
 * Saves an article. It replaces an article with the same key. If there is no room, it is not saved,
 * unless enough of the oldest articles may be deleted.
 *
 * @param {import('unchaff').Article} article
 * @param {import('../input/index.js').PageInput & { key?: string }} input the input that the
 *   article was made from
 * @param {{ mayDelete?: number, maxEntries?: number, maxSize?: number }} [bounds] `mayDelete`: how many articles the
 *   person agreed to delete; the size in characters and bytes
 * @returns {Promise<number>} the number of oldest articles that have to be deleted; if it exceeds
 *   `mayDelete`, nothing was changed. Rejects with a `PageError` if the article alone exceeds the
 *   bounds
 */
export async function keep(article, input, { mayDelete = 0, maxEntries = MAX_ENTRIES, maxSize = MAX_SIZE } = {}) {
  const size = JSON.stringify(article).length + input.html.length + (input.text === input.html ? 0 : input.text.length);
  if (size > maxSize) throw new PageError('too-large-to-keep');
  const entry = {
    key: input.key ?? (await identity(input)),
    savedAt: Date.now(),
    size,
    ...listed(article),
  };
  const db = await open();
  const change = db.transaction(['entries', 'pages'], 'readwrite');
  const [entries, pages] = [change.objectStore('entries'), change.objectStore('pages')];

  const replaced = await entries.index('key').getAllKeys(entry.key);
  const excess = [];
  let room = maxSize - size;
  let places = maxEntries - 1;
  for (let cursor = await entries.openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    if (replaced.includes(cursor.primaryKey)) continue;
    room -= cursor.value.size;
    places -= 1;
    if (room < 0 || places < 0) excess.push(cursor.primaryKey);
  }
  if (excess.length <= mayDelete) {
    for (const id of [...replaced, ...excess]) await Promise.all([entries.delete(id), pages.delete(id)]);
    const id = await entries.add(entry);
    await pages.add({ article, input }, id);
  }
  await change.done;
  return excess.length;
}

/**
 * Saves a person's corrected version of an article beside the automatic one. Does nothing if the
 * article is not saved.
 *
 * @param {import('unchaff').Article} corrected
 * @param {import('../input/index.js').PageInput & { key?: string }} input the input that the
 *   article was made from
 */
export async function amend(corrected, input) {
  const key = input.key ?? (await identity(input));
  const change = (await open()).transaction(['entries', 'pages'], 'readwrite');
  const [entries, pages] = [change.objectStore('entries'), change.objectStore('pages')];
  const entry = await entries.index('key').get(key);
  if (entry) {
    await entries.put({ ...entry, ...listed(corrected) });
    await pages.put({ ...(await pages.get(entry.id)), corrected }, entry.id);
  }
  await change.done;
}

/** Returns the data of an article for the list and the search. */
function listed(article) {
  return {
    title: article.title ?? '',
    site: article.siteName ?? '',
    url: article.url ?? '',
    lang: article.lang ?? '',
    words: fold([article.title, article.siteName, article.byline, article.url, article.textContent].join('\n')),
  };
}

/**
 * Returns the key of an input: the address that the person asked for, or else the content of the
 * input.
 *
 * Older versions used the page's canonical address as the key, or its title, a line break and its
 * first words. Such keys are not changed. A new key begins with the origin and a space, so it never
 * equals an old key.
 *
 * @param {import('../input/index.js').PageInput} input
 * @returns {Promise<string>}
 */
async function identity({ origin = 'outside', asked, name, url = '', html }) {
  if (origin === 'address') {
    const address = new URL(asked);
    address.hash = '';
    return `address ${address.href}`;
  }
  const parts = [origin, origin === 'file' ? name : '', await digest(html)];
  // A sender's address can only make the key more specific: the same content with another address
  // is another article.
  if (origin === 'outside') parts.push(url);
  return parts.join(' ');
}

/**
 * Searches the entries.
 *
 * @param {string} [query] words that an entry must contain; accents and case are ignored
 * @returns {Promise<Entry[]>} the newest first
 */
export async function search(query = '') {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const found = [];
  const db = await open();
  for (let cursor = await db.transaction('entries').store.openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    if (wanted.every((word) => cursor.value.words.includes(word))) found.push(cursor.value);
  }
  return found;
}

/**
 * Loads the saved data of an entry.
 *
 * @returns {Promise<{ article: import('unchaff').Article, corrected: import('unchaff').Article, input: import('../input/index.js').PageInput & { key: string } } | undefined>}
 *   the saved data of an entry, and its key. If the page is read in another way, the result
 *   replaces this entry
 */
export async function load(id) {
  const reading = (await open()).transaction(['entries', 'pages']);
  const [entry, kept] = await Promise.all([reading.objectStore('entries').get(id), reading.objectStore('pages').get(id)]);
  return (
    entry &&
    kept && { article: { ...LATER, ...kept.article }, corrected: kept.corrected ?? kept.article, input: { ...kept.input, key: entry.key } }
  );
}

/** Deletes an entry for good. */
export async function forget(id) {
  const change = (await open()).transaction(['entries', 'pages'], 'readwrite');
  await Promise.all([change.objectStore('entries').delete(id), change.objectStore('pages').delete(id), change.done]);
}

/** Deletes all entries for good. */
export async function forgetAll() {
  const change = (await open()).transaction(['entries', 'pages'], 'readwrite');
  await Promise.all([change.objectStore('entries').clear(), change.objectStore('pages').clear(), change.done]);
}

/** Removes accents and case: `dong bang` finds Đồng bằng. */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
