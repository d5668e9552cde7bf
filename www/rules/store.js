/**
 * The rules of each site, in the browser's storage. Nothing of them is sent anywhere.
 *
 * A page belongs to a site by its address: the one that it was read from, else the one that it names itself. Pasted text has
 * none. It belongs to a site if it has lines that stand around the articles of that site: its menu, its buttons.
 *
 * The danger: stored rules come from a file, too, and a page can name the address of another site. So what is read is
 * checked, and all that a rule can do is to keep, leave out and name parts of the page at hand.
 *
 * @typedef {import('unchaff').Rule & { example?: string }} KnownRule with the words that it was learned from
 * @typedef {{ name: string, marks: string[], rules: KnownRule[] }} Site `name` is its host, or what its pages call it
 */

import { STORAGE_KEY } from './index.js';

/** What a person may have: far more than anybody makes. The core takes as many rules of a site. */
const MOST_SITES = 500;
const MOST_RULES = 100;
/** Lines by which pasted text is known, and how many of them a page has to have. */
const MOST_MARKS = 30;
const FEWEST_MARKS = 3;
/** Longest line of a menu, in characters. */
const MARK_CHARACTERS = 40;
const MOST_CHARACTERS = 300;

export const ACTIONS = ['drop', 'drop-from', 'keep', 'title', 'author', 'date'];
export const CONDITIONS = ['path', 'under', 'text'];

/** @returns {Site[]} by name */
export function sites() {
  try {
    return checked(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]'));
  } catch {
    return [];
  }
}

/**
 * Stores the rules of all sites.
 *
 * @param {Site[]} all
 * @returns {boolean} false where the browser keeps nothing
 */
export function store(all) {
  const kept = all.filter(({ rules }) => rules.length > 0);
  try {
    if (kept.length === 0) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the site of a page.
 *
 * @param {import('unchaff').Article} article
 * @param {string} [url] where it was read from
 * @returns {Site | undefined} the one that has rules
 */
export function siteOf(article, url) {
  const all = sites();
  const host = hostOf(url) ?? hostOf(article.url);
  if (host) return all.find(({ name }) => name === host);
  const lines = new Set(article.blocks.map(({ text }) => folded(text)));
  const known = all.map((site) => ({ site, count: site.marks.filter((mark) => lines.has(mark)).length }));
  const [best] = known.sort((a, b) => b.count - a.count);
  return best && best.count >= Math.min(FEWEST_MARKS, best.site.marks.length) && best.count > 0 ? best.site : undefined;
}

/**
 * Returns what names the site of a page, and by what its pasted pages are known.
 *
 * @param {import('unchaff').Article} article
 * @param {string} [url] where it was read from
 * @returns {Site | undefined} without rules; nothing for pasted text without a line of its site
 */
export function newSite(article, url) {
  const outside = article.blocks.filter(({ kept, text }) => !kept && text.length <= MARK_CHARACTERS && !/\d/.test(text));
  const marks = [...new Set(outside.map(({ text }) => folded(text)))].slice(0, MOST_MARKS);
  const host = hostOf(url) ?? hostOf(article.url);
  if (!host && marks.length < FEWEST_MARKS) return undefined;
  return { name: host ?? article.siteName ?? outside[0].text, marks, rules: [] };
}

/**
 * Adds rules to a site.
 *
 * @param {Site} site
 * @returns {boolean} false where the browser keeps nothing
 */
export function add({ name, marks, rules }) {
  const all = sites();
  const before = all.find((site) => site.name === name);
  const isNew = (rule) => !before?.rules.some((other) => key(other) === key(rule));
  const joined = [...(before?.rules ?? []), ...rules.filter(isNew)].slice(-MOST_RULES);
  const others = all.filter((site) => site !== before);
  return store([...others, { name, marks: before?.marks.length ? before.marks : marks, rules: joined }]);
}

/** Returns rules as clean() takes them. @param {KnownRule[]} rules @returns {import('unchaff').Rule[]} */
export function plain(rules) {
  return rules.map(({ example, ...rule }) => rule);
}

/**
 * Reads the rules of an exported file, and adds them.
 *
 * @param {string} json
 * @returns {number} how many there are; rejects what is no such file
 */
export function importSites(json) {
  const all = checked(JSON.parse(json));
  const count = all.reduce((sum, { rules }) => sum + rules.length, 0);
  if (count === 0 || !all.every(add)) throw new TypeError('no rules');
  return count;
}

/** @param {unknown} given @returns {Site[]} what of it are sites with rules that the core takes */
function checked(given) {
  if (!Array.isArray(given)) return [];
  const isText = (value, most = MOST_CHARACTERS) => typeof value === 'string' && value.trim() !== '' && value.length <= most;
  const list = (value) => (Array.isArray(value) ? value : []);
  const rule = (value) => {
    const conditions = Object.fromEntries(CONDITIONS.filter((name) => isText(value?.[name])).map((name) => [name, value[name]]));
    if (!ACTIONS.includes(value?.action) || Object.keys(conditions).length === 0) return [];
    return [{ action: value.action, ...conditions, ...(isText(value.example) && { example: value.example }) }];
  };
  return given
    .slice(0, MOST_SITES)
    .filter((site) => isText(site?.name))
    .map(({ name, marks, rules }) => ({
      name,
      marks: list(marks)
        .filter((mark) => isText(mark, MARK_CHARACTERS))
        .slice(0, MOST_MARKS),
      rules: list(rules).flatMap(rule).slice(0, MOST_RULES),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Rules that do the same have the same key. */
function key({ action, ...rule }) {
  return JSON.stringify([action, ...CONDITIONS.map((name) => rule[name] ?? null)]);
}

function hostOf(address) {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : undefined;
}

function folded(text) {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
