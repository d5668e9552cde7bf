/**
 * The language of templates: text with `{{name}}` in it, and nothing else. There are no conditions, no loops and no code. What a page says is
 * data in every place: escaped in the body, quoted in the front matter, cleared of what no file name may hold in the name.
 *
 * - `{{title}}` stands for a value. `{{date|DD.MM.YYYY}}` writes a time another way: YYYY, MM, DD, HH and mm are replaced.
 * - A line of the body whose values are all empty is left out, and so is a field of the front matter that is empty.
 * - A name that does not exist stays as it is, and problems() names it.
 */

import { fileName } from '../../pkg/entries/files.js';
import { creditLine } from '../../pkg/lib/credit.js';
import { escapeMarkdown } from '../../pkg/lib/escape.js';
import { yaml } from '../../pkg/lib/front-matter.js';

/**
 * @typedef {'yaml' | 'properties'} FieldStyle how the fields stand above the body: as YAML between lines of dashes, or as `name:: value`
 * @typedef {object} Template
 * @property {string} fields one field a line: `name: value`
 * @property {FieldStyle} style
 * @property {string} name the file's, without its extension
 * @property {string} body
 */

const PLACE = /\{\{\s*(\w+)\s*(?:\|([^{}|]*))?\}\}/g;
/** Characters of a file's name that are looked at; what is kept is far shorter. */
const LONGEST_NAME = 1000;
/** The values that a field can be a list of. */
const LISTS = new Set(['authors', 'tags', 'keywords']);
const TIMES = new Set(['date', 'updated', 'today']);
/** The values that are Markdown already, of several lines. */
const MARKDOWN = new Set(['content', 'summary', 'credit']);
/** A value of a field that is not put in quotation marks: it is the person's own, and of another type. */
const LITERAL = /^(?:true|false|-?\d+(?:\.\d+)?)$/;

/** What can stand between the braces, in the order in which it is explained. */
export const NAMES = /** @type {const} */ ([
  'title',
  'author',
  'authors',
  'date',
  'updated',
  'today',
  'url',
  'site',
  'source',
  'section',
  'lang',
  'description',
  'image',
  'tags',
  'keywords',
  'words',
  'minutes',
  'credit',
  'summary',
  'content',
]);

/** @typedef {Record<typeof NAMES[number], string | string[]>} Values */

/**
 * @param {import('unchaff').Article} article
 * @param {Date} now
 * @returns {Values} of the page, as they are
 */
function valuesOf(article, now) {
  const link = (url) => `<${url.replace(/[\s<>{}\\]/g, encodeURIComponent)}>`;
  return {
    title: article.title ?? '',
    author: article.byline ?? '',
    authors: article.authors,
    date: article.publishedTime ?? '',
    updated: article.modifiedTime ?? '',
    today: localTime(now),
    url: article.url ?? '',
    site: article.siteName ?? '',
    source: article.source ?? '',
    section: article.section ?? '',
    lang: article.lang ?? '',
    description: article.description ?? '',
    image: article.image ?? '',
    tags: article.tags,
    keywords: article.keywords,
    words: String(article.wordCount),
    minutes: String(article.readingTime),
    credit: creditLine(article, { text: escapeMarkdown, link }),
    summary: article.summary.map((sentence) => `- ${escapeMarkdown(sentence)}`).join('\n'),
    content: (article.markdown ?? '').trim(),
  };
}

/**
 * Writes an article by a template.
 *
 * @param {import('unchaff').Article} article
 * @param {Template} template
 * @param {{ fallbackName: string, now?: Date }} options the name of a file whose template leaves none; the time of `{{today}}`
 * @returns {{ name: string, text: string }} the file's name without its extension, and what it holds
 */
export function fill(article, template, { fallbackName, now = new Date() }) {
  const values = valuesOf(article, now);
  const head = template.style === 'properties' ? properties(template.fields, values) : frontMatter(template.fields, values);
  const text = [head, bodyOf(template.body, values)].filter(Boolean).join('\n\n');
  return {
    name: fileName(filled(template.name, values, oneLine).slice(0, LONGEST_NAME), fallbackName),
    text: `${text}\n`,
  };
}

/**
 * Returns the names in a template that stand for nothing.
 *
 * @param {Template} template
 * @returns {string[]}
 */
export function problems({ fields, name, body }) {
  const used = [fields, name, body].flatMap((text) => [...text.matchAll(PLACE)].map(([, word]) => word));
  return [...new Set(used)].filter((word) => !isName(word));
}

function frontMatter(fields, values) {
  const lines = fieldsOf(fields).flatMap(([name, value]) => {
    const list = listIn(value);
    const written = list ? values[list] : filled(value, values, oneLine);
    if (written.length === 0) return [];
    return [`${fieldName(name)}: ${typeof written === 'string' && LITERAL.test(value) ? written : yaml(written)}`];
  });
  return lines.length > 0 ? `---\n${lines.join('\n')}\n---` : '';
}

/** The properties of a page in an outliner. Each is a line: its words are escaped as those of the body are. */
function properties(fields, values) {
  return fieldsOf(fields)
    .flatMap(([name, value]) => {
      const written = filled(value, values, inBody);
      return written ? [`${fieldName(name)}:: ${written}`] : [];
    })
    .join('\n');
}

/** @returns {[name: string, value: string][]} */
function fieldsOf(text) {
  return text.split('\n').flatMap((line) => {
    const [, name, value] = /^\s*([^:]*[^:\s])\s*::?\s*(.*?)\s*$/.exec(line) ?? [];
    return name ? [[name, value]] : [];
  });
}

/** A name of plain letters, which YAML knows, else in quotation marks. */
function fieldName(name) {
  return /^\p{L}[\p{L}\p{N}_-]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name) ? name : yaml(name);
}

function listIn(value) {
  const [, name] = /^\{\{\s*(\w+)\s*\}\}$/.exec(value) ?? [];
  return LISTS.has(name) ? name : null;
}

/** A line is left out where it says nothing of the page, and more than one empty line is one. */
function bodyOf(body, values) {
  const lines = body.split('\n').flatMap((line) => {
    const places = [...line.matchAll(PLACE)].filter(([, name]) => isName(name));
    const isEmpty = places.length > 0 && places.every(([, name]) => values[name].length === 0);
    return isEmpty ? [] : [filled(line, values, inBody)];
  });
  // The content has empty lines of its own, in code.
  return joined(lines).trim();
}

function joined(lines) {
  return lines.filter((line, at) => line.trim() || lines[at - 1]?.trim()).join('\n');
}

/** @param {(value: string, name: string) => string} write puts a value into its place */
function filled(text, values, write) {
  return text.replace(PLACE, (place, name, format) => {
    if (!isName(name)) return place;
    const value = values[name];
    const string = typeof value === 'string' ? value : value.join(', ');
    return write(TIMES.has(name) ? time(string, format?.trim() || 'YYYY-MM-DD') : string, name);
  });
}

function inBody(value, name) {
  if (MARKDOWN.has(name)) return value;
  if (name === 'url' || name === 'image') return value && `<${value.replace(/[\s<>{}\\]/g, encodeURIComponent)}>`;
  return escapeMarkdown(value);
}

function oneLine(value, name) {
  return MARKDOWN.has(name) ? value : value.replace(/\s+/g, ' ').trim();
}

function isName(word) {
  return NAMES.includes(word);
}

/** A time in another form; one that is none stays as it is. What it does not state is 00. */
function time(iso, format) {
  const [, YYYY, MM = '01', DD = '01', HH = '00', mm = '00'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?/.exec(iso) ?? [];
  const parts = { YYYY, MM, DD, HH, mm };
  return YYYY ? format.replace(/YYYY|MM|DD|HH|mm/g, (part) => parts[part]) : iso;
}

function localTime(now) {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
