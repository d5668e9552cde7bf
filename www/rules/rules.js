/**
 * The line under an article's head. It offers to apply the corrections to other pages of the site
 * too, and tells which rules changed this page.
 *
 * @typedef {import('../input/index.js').PageInput} Input
 * @typedef {{ article: import('unchaff').Article, name: string, rules?: import('unchaff').Rule[] }}
 *   Ruled an article, and the rules of its site that were applied; without rules if the person does
 *   not want them
 * @typedef {object} Page the shown page, and the functions to read it again
 * @property {import('unchaff').Article} article
 * @property {import('../review/index.js').Review['corrections'] | false} corrections the person's
 *   latest corrections
 * @property {Input} input
 * @property {Ruled | false | undefined} site
 * @property {(input: Input, options: import('unchaff').CleanOptions) => Promise<import('unchaff').Article>} read
 * @property {(article: import('unchaff').Article, corrections: import('unchaff').Corrections) => Promise<import('unchaff').Rule[]>} learn
 * @property {(input?: Input & { withoutRules?: boolean }) => void} readAnew
 * @property {(message: string) => void} say
 */

import { byId, element } from '../shared/dom.js';
import { addWords, onLanguageChange, t } from '../i18n/index.js';
import { add, newSite, plain, siteOf } from './store.js';
import en from './words-en.js';
import vi from './words-vi.js';

addWords({ en, vi });

/** How many characters of a block are shown with its rule. */
const EXAMPLE_CHARACTERS = 80;
/** Maximum number of characters of a line with an author or a date. */
const LINE_CHARACTERS = 160;

/** Writes the line again, after a change of language. */
let render = () => {};
onLanguageChange(() => render());

/**
 * Reads a page with the rules for its site.
 *
 * @param {import('unchaff').Article} article the article that was chosen without rules
 * @param {Input & { withoutRules?: boolean }} input
 * @param {(input: Input, options: import('unchaff').CleanOptions) => Promise<import('unchaff').Article>} read
 * @returns {Promise<Ruled | undefined>} nothing if there are no rules for the page's site
 */
export async function readByRules(article, input, read) {
  const site = siteOf(article, input.url);
  if (!site) return undefined;
  const { name } = site;
  if (input.withoutRules) return { article, name };
  const rules = plain(site.rules);
  try {
    return { article: await read(input, { rules }), name, rules };
  } catch (error) {
    if (error.code === 'cancelled') throw error;
    // Without the rules, there is an article.
    return { article, name };
  }
}

/** Writes the line for the current state of the shown page. @param {Page} page */
export function tell(page) {
  render = () => {
    byId('site-rules').replaceChildren(...(offer(page) ?? applied(page)));
    offerInNote(offer(page)?.[0]);
  };
  render();
}

/**
 * Adds the offer to the message about the correction too, which is visible at the corrected place.
 *
 * @param {Node} [made]
 */
function offerInNote(made) {
  const note = document.querySelector('.correction-note');
  note?.querySelector('.note-offer')?.remove();
  if (made) note?.append(element('span', { class: 'note-offer' }, made));
}

/**
 * Returns the elements that tell which rules changed the page. @param {Page} page
 *
 * @returns {Node[]}
 */
function applied({ article, input, site, readAnew }) {
  if (!site) return [];
  const { name, rules } = site;
  const toggle = button(t(rules ? 'rulesNotHere' : 'rulesAgain'), () => readAnew({ ...input, withoutRules: Boolean(rules) }));
  const words = rules ? t('rulesApplied', { n: article.matchedRules.length, name }) : t('rulesOff', { name });
  return [element('span', {}, words), toggle, all(readAnew)];
}

/**
 * Returns the offer to apply the corrections to other pages of the site, if there is something to
 * offer.
 *
 * @param {Page} page
 */
function offer(page) {
  const { article, input, readAnew, say } = page;
  const site = page.corrections && newSite(article, input.url);
  const corrections = site && correctionsOf(page);
  if (!site || Object.keys(corrections).length === 0) return undefined;
  const done = (key, values) => {
    say(t(key, values));
    render = () => byId('site-rules').replaceChildren(element('span', {}, t(key, values)), all(readAnew));
    render();
    offerInNote();
    byId('site-rules').querySelector('button').focus();
  };
  const accept = async () => {
    const rules = await learned(page, corrections);
    if (rules.length === 0) done('rulesNone');
    else if (add({ ...site, rules })) done('rulesKept', { n: rules.length, name: site.name });
    else done('error.no-storage');
  };
  return [button(t('rulesOffer', { name: site.name }), accept), button(t('rulesNotNow'), () => tell({ ...page, corrections: false }))];
}

/** Opens the list of all rules. @param {() => void} onChange called after the rules have changed */
export async function openList(onChange) {
  const { showList } = await import('./list.js');
  showList(onChange);
}

/**
 * Learns rules. Drops the rules for fields that would give other values than the person did.
 *
 * @param {any} page
 */
async function learned({ article, corrections: { fields }, input, learn, read }, corrections) {
  const rules = await learn(article, corrections);
  if (rules.length === 0) return rules;
  const again = await read(input, { rules });
  const isRight = {
    title: again.title === fields.title,
    author: again.authors.join() === fields.authors?.join(),
    date: again.publishedTime?.startsWith(fields.date ?? ''),
  };
  const right = rules.filter(({ action }, number) => again.matchedRules.includes(number) && (isRight[action] ?? true));
  return right.map((rule) => ({ ...rule, ...exampleOf(article, rule, corrections) }));
}

/** Returns the text of the block that illustrates a rule best. */
function exampleOf({ blocks }, rule, corrections) {
  if (rule.text && !rule.text.includes('*')) return {};
  const own = corrections[rule.action === 'drop-from' ? 'drop' : rule.action];
  const number = [own].flat().find((number) => !rule.path || blocks[number]?.path.startsWith(rule.path));
  const words = blocks[number]?.text.replace(/\s+/g, ' ').trim();
  return words ? { example: words.length > EXAMPLE_CHARACTERS ? `${words.slice(0, EXAMPLE_CHARACTERS).trimEnd()}…` : words } : {};
}

/**
 * Returns the corrections as numbers of blocks. A field is included if a block has the text that
 * the person wrote.
 *
 * @param {any} page
 */
function correctionsOf({ article: { blocks }, corrections: { keep, drop, fields } }) {
  const place = (holds) => {
    const number = blocks.findIndex(({ text }) => holds(text.replace(/\s+/g, ' ').trim()));
    return number < 0 ? undefined : number;
  };
  const isLine = (text) => text.length <= LINE_CHARACTERS;
  const title = fields.title && place((text) => text === fields.title);
  const author = fields.authors?.length && place((text) => isLine(text) && fields.authors.every((name) => text.includes(name)));
  const [year, , day] = fields.date?.split('-') ?? [];
  const hasDate = (text) => text.includes(year) && new RegExp(`(?<!\\d)0?${Number(day)}(?!\\d)`).test(text);
  const date = fields.date && place((text) => isLine(text) && hasDate(text));
  const others = keep?.filter((number) => number !== title);
  return {
    ...(others?.length && { keep: others }),
    ...(drop?.length && { drop }),
    ...Object.fromEntries(Object.entries({ title, author, date }).filter(([, number]) => typeof number === 'number')),
  };
}

function all(readAnew) {
  return button(t('rulesList'), () => openList(() => readAnew()));
}

function button(words, act) {
  const made = element('button', { type: 'button', class: 'link' }, words);
  made.addEventListener('click', act);
  return made;
}
