/**
 * The articles that this device keeps, in the browser's database. Nothing of it is sent anywhere.
 *
 * Two stores: `entries` has what the list and the search need, `pages` under the same keys the articles and the pages
 * that they came from, which a correction reads again. So the list opens without reading them all.
 *
 * The danger: a page names its own address, and other sites can have a page cleaned here. So an entry's key, by which a
 * newer article takes its place, is where the article came from by the person's act: the address that they asked for,
 * else the content itself. An address that a page names is no part of it; one that a sender names keeps the sender's
 * articles apart from those of others. To make room, at most as many entries are
 * deleted as the person agreed to.
 *
 * @typedef {{ id: number, key: string, savedAt: number, title: string, site: string, url: string, lang: string,
 *   size: number, words: string }} Entry
 */

import { openDB } from 'idb';

import { PageError } from '../errors/index.js';
import { digest } from '../shared/digest.js';

const DATABASE = 'unchaff';
/** Bounds of what is kept. Browsers give a site some hundred megabytes at least. */
const MAX_ENTRIES = 500;
const MAX_SIZE = 100_000_000;

/** What articles that an older version kept may lack. */
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
 * Keeps an article. It takes the place of one with the same identity. Where there is no room it is not kept, unless
 * enough of the oldest may be deleted for it.
 *
 * @param {import('unchaff').Article} article
 * @param {import('../input/index.js').PageInput & { key?: string }} input what it was made from
 * @param {{ mayDelete?: number, maxEntries?: number, maxSize?: number }} [bounds] `mayDelete`: how many articles the
 *   person agreed to delete; the size in characters and bytes
 * @returns {Promise<number>} how many of the oldest had to go; above `mayDelete` nothing has changed. Rejects with a
 *   PageError where the article alone is above the bounds
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
 * Keeps an article as a person put it right, beside the one that was chosen automatically. Where it is not kept, nothing
 * happens.
 *
 * @param {import('unchaff').Article} corrected
 * @param {import('../input/index.js').PageInput & { key?: string }} input what it was made from
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

/** What the list shows and the search finds of an article. */
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
 * Returns the key of an input: the address that the person asked for, else its own content.
 *
 * Older versions took the page's canonical address for the key, or its title, a line break and its first words. Such keys
 * stay as they are. A new key begins with the origin and a space, so no other article takes the place of an old entry.
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
  // A sender's address only narrows: the same content under another address is another article.
  if (origin === 'outside') parts.push(url);
  return parts.join(' ');
}

/**
 * Searches the entries.
 *
 * @param {string} [query] words that an entry must all have; accents and capitals do not count
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
 * Loads what an entry keeps.
 *
 * @returns {Promise<{ article: import('unchaff').Article, corrected: import('unchaff').Article, input: import('../input/index.js').PageInput & { key: string } } | undefined>} what
 *   an entry keeps, and its key: read another way, the page takes the place of this very entry
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

/** Without accents and capitals: `dong bang` finds Đồng bằng. */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
