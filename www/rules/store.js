/**
 * The rules of each site, in the browser's storage. They are never sent anywhere.
 *
 * A page belongs to a site by its address: the one that it was read from, or else the one that the
 * page itself states. Pasted text has no address. It belongs to a site if it has lines that are
 * found around the articles of that site, such as its menu and its buttons.
 *
 * The danger: stored rules may also come from a file, and a page can state the address of another
 * site. So all rules are checked when they are read, and a rule can only keep, leave out and name
 * parts of the current page.
 *
 * @typedef {import('unchaff').Rule & { example?: string }} KnownRule with the text that it was
 *   learned from
 * @typedef {{ name: string, marks: string[], rules: KnownRule[] }} Site `name` is the host of the
 *   site, or the site's name on its pages
 */

import { STORAGE_KEY } from './index.js';

/**
 * Maximum number of sites and of rules. Nobody makes as many. The core accepts the same number of
 * rules for a site.
 */
const MOST_SITES = 500;
const MOST_RULES = 100;
/** How many lines identify pasted text, and how many of them a page must have. */
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
 * @returns {boolean} `false` if the browser stores nothing
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
 * @param {string} [url] the address that it was read from
 * @returns {Site | undefined} the site, if it has rules
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
 * Returns the site of a page, with its name and the lines that identify its pasted pages.
 *
 * @param {import('unchaff').Article} article
 * @param {string} [url] the address that it was read from
 * @returns {Site | undefined} the site without rules; nothing for pasted text without a line of its
 *   site
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
 * @returns {boolean} `false` if the browser stores nothing
 */
export function add({ name, marks, rules }) {
  const all = sites();
  const before = all.find((site) => site.name === name);
  const isNew = (rule) => !before?.rules.some((other) => key(other) === key(rule));
  const joined = [...(before?.rules ?? []), ...rules.filter(isNew)].slice(-MOST_RULES);
  const others = all.filter((site) => site !== before);
  return store([...others, { name, marks: before?.marks.length ? before.marks : marks, rules: joined }]);
}

/**
 * Returns rules in the form that `clean()` takes. @param {KnownRule[]} rules
 *
 * @returns {import('unchaff').Rule[]}
 */
export function plain(rules) {
  return rules.map(({ example, ...rule }) => rule);
}

/**
 * Reads the rules of an exported file, and adds them.
 *
 * @param {string} json
 * @returns {number} the number of rules; throws an error if it is not such a file
 */
export function importSites(json) {
  const all = checked(JSON.parse(json));
  const count = all.reduce((sum, { rules }) => sum + rules.length, 0);
  if (count === 0 || !all.every(add)) throw new TypeError('no rules');
  return count;
}

/** @param {unknown} given @returns {Site[]} the sites with rules that the core accepts */
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

/** Returns a key that is equal for rules with the same effect. */
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
