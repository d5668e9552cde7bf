// An article's data as YAML front matter, under the names that Jekyll, Hugo, Pandoc and Obsidian know. All values are JSON
// strings, and JSON is YAML: no word of a page can end the block or become another type.

/**
 * What a JSON string leaves as it is and YAML calls unprintable or the end of a line; and what a renderer of Markdown that
 * knows no front matter would read: the beginning of a tag, of a link's address, of a plugin's attributes, and the colon of
 * an address whose scheme is not http or https.
 */
const UNSAFE = /[<{\u007f-\u009f\u2028\u2029\ufeff\p{Noncharacter_Code_Point}]|(?<=\])[(:]|(?<=[a-z\d+.-]):(?<!\bhttps?:)(?=\/)/giu;

/**
 * The known fields between two lines of dashes. The page's address is `source`: Hugo would take `url` for the address of
 * its own page.
 *
 * @param {import('unchaff/files').FrontMatterFields} article
 */
export function frontMatter(article) {
  const fields = {
    title: article.title,
    author: article.authors,
    sourceName: article.source,
    date: article.publishedTime,
    lastmod: article.modifiedTime,
    source: article.url,
    site: article.siteName,
    lang: article.lang,
    description: article.description,
    image: article.image,
    section: article.section,
    tags: article.tags,
    keywords: article.keywords,
  };
  const known = Object.entries(fields).flatMap(([name, value]) => (value?.length ? [{ name, value }] : []));
  return `---\n${known.map(({ name, value }) => `${name}: ${yaml(value)}\n`).join('')}---`;
}

/**
 * Writes a value as JSON that no reader of YAML or of Markdown takes for anything else.
 *
 * @param {string | string[]} value
 * @returns {string}
 */
export function yaml(value) {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  // Half a surrogate pair is no character, and YAML has no way to write it.
  return JSON.stringify(value.replace(/\p{Surrogate}/gu, '\ufffd')).replace(UNSAFE, escaped);
}

/** @param {string} character */
function escaped(character) {
  const code = Number(character.codePointAt(0)).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
