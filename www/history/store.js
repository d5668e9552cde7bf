/**
 * The articles that this device keeps, in the browser's database. Nothing of it is sent anywhere.
 *
 * Two stores: `entries` has what the list and the search need, `pages` under the same keys the articles and the pages
 * that they came from, which a correction reads again. So the list opens without reading them all.
 *
 * @typedef {{ id: number, key: string, savedAt: number, title: string, site: string, url: string, lang: string,
 *   size: number, words: string }} Entry
 */

import { openDB } from 'idb';

const DATABASE = 'unchaff';
/** Bounds of what is kept: past them the oldest go. Browsers give a site some hundred megabytes at least. */
const MAX_ENTRIES = 500;
const MAX_SIZE = 100_000_000;

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
 * Keeps an article. One of the same page that is kept already gives way to it, and the oldest go where there are
 * too many.
 *
 * @param {object} article
 * @param {import('../input/input.js').PageInput} input what it was made from
 * @param {{ maxEntries?: number, maxSize?: number }} [bounds] size in characters and bytes
 */
export async function keep(article, input, { maxEntries = MAX_ENTRIES, maxSize = MAX_SIZE } = {}) {
  const size = JSON.stringify(article).length + input.html.length + (input.text === input.html ? 0 : input.text.length);
  if (size > maxSize) return;
  const entry = {
    key: article.url ?? `${article.title}\n${article.textContent.slice(0, 1000)}`,
    savedAt: Date.now(),
    title: article.title ?? '',
    site: article.siteName ?? '',
    url: article.url ?? '',
    lang: article.lang ?? '',
    size,
    words: fold([article.title, article.siteName, article.byline, article.url, article.textContent].join('\n')),
  };
  const db = await open();
  const change = db.transaction(['entries', 'pages'], 'readwrite');
  const [entries, pages] = [change.objectStore('entries'), change.objectStore('pages')];
  const remove = (id) => Promise.all([entries.delete(id), pages.delete(id)]);

  for (const id of await entries.index('key').getAllKeys(entry.key)) await remove(id);
  let room = maxSize - size;
  let places = maxEntries - 1;
  for (let cursor = await entries.openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    room -= cursor.value.size;
    places -= 1;
    if (room < 0 || places < 0) await remove(cursor.primaryKey);
  }
  const id = await entries.add(entry);
  await pages.add({ article, input }, id);
  await change.done;
}

/**
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

/** @returns {Promise<{ article: object, input: import('../input/input.js').PageInput } | undefined>} what an entry keeps */
export async function load(id) {
  return (await open()).get('pages', id);
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
