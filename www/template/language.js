/**
 * The language of templates is text with placeholders such as `{{name}}`. There are no conditions,
 * no loops and no code. Text of a page is always data: it is escaped in the body and quoted in the
 * front matter, and characters that are not allowed in a file name are removed from the name.
 *
 * - `{{title}}` stands for a value. `{{date|DD.MM.YYYY}}` writes a time in another format: YYYY,
 *   MM, DD, HH and mm are replaced.
 * - A line of the body whose values are all empty is left out, and so is a field of the front
 *   matter that is empty.
 * - A name that does not exist is not replaced, and `problems()` returns it.
 */

import { fileName } from '../../pkg/entries/files.js';
import { creditLine } from '../../pkg/lib/credit.js';
import { escapeMarkdown } from '../../pkg/lib/escape.js';
import { yaml } from '../../pkg/lib/front-matter.js';

/**
 * @typedef {'yaml' | 'properties'} FieldStyle how the fields are written above the body: as YAML
 *   between lines of dashes, or as `name:: value`
 * @typedef {object} Template
 * @property {string} fields one field on each line: `name: value`
 * @property {FieldStyle} style
 * @property {string} name the name of the file, without its extension
 * @property {string} body
 */

const PLACE = /\{\{\s*(\w+)\s*(?:\|([^{}|]*))?\}\}/g;
/**
 * Maximum number of characters of a file name that are processed. The final name is far shorter.
 */
const LONGEST_NAME = 1000;
/** The values that a field can hold as a list. */
const LISTS = new Set(['authors', 'tags', 'keywords']);
const TIMES = new Set(['date', 'updated', 'today']);
/** The values that are already Markdown with several lines. */
const MARKDOWN = new Set(['content', 'summary', 'credit']);
/**
 * Matches a value that is written without quotation marks. It comes from the person's template and
 * has another type.
 */
const LITERAL = /^(?:true|false|-?\d+(?:\.\d+)?)$/;

/** The names that can be used in braces, in the order in which they are explained. */
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
 * @returns {Values} the values of the page, without escapes
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
 * @param {{ fallbackName: string, now?: Date }} options the name of the file if the template
 *   results in none; the time for `{{today}}`
 * @returns {{ name: string, text: string }} the name of the file without its extension, and its
 *   content
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
 * Returns the names in a template that do not exist.
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

/**
 * Returns the properties of a page for an outliner. Each is one line. Its values are escaped like
 * those of the body.
 */
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

/**
 * Returns the name of a field. A name of plain letters is written without quotation marks, because
 * YAML accepts it.
 */
function fieldName(name) {
  return /^\p{L}[\p{L}\p{N}_-]*$/u.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name) ? name : yaml(name);
}

function listIn(value) {
  const [, name] = /^\{\{\s*(\w+)\s*\}\}$/.exec(value) ?? [];
  return LISTS.has(name) ? name : null;
}

/**
 * Returns the body. A line whose values are all empty is left out, and several empty lines become
 * one.
 */
function bodyOf(body, values) {
  const lines = body.split('\n').flatMap((line) => {
    const places = [...line.matchAll(PLACE)].filter(([, name]) => isName(name));
    const isEmpty = places.length > 0 && places.every(([, name]) => values[name].length === 0);
    return isEmpty ? [] : [filled(line, values, inBody)];
  });
  // The content may have several empty lines of its own, in code.
  return joined(lines).trim();
}

function joined(lines) {
  return lines.filter((line, at) => line.trim() || lines[at - 1]?.trim()).join('\n');
}

/** @param {(value: string, name: string) => string} write returns the text for a value */
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

/**
 * Returns a time in another format. A value that is not a time is returned unchanged. Missing parts
 * become 00.
 */
function time(iso, format) {
  const [, YYYY, MM = '01', DD = '01', HH = '00', mm = '00'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?/.exec(iso) ?? [];
  const parts = { YYYY, MM, DD, HH, mm };
  return YYYY ? format.replace(/YYYY|MM|DD|HH|mm/g, (part) => parts[part]) : iso;
}

function localTime(now) {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
