// Writes an article's data as YAML front matter, with the names that Jekyll, Hugo, Pandoc and
// Obsidian know. All values are JSON strings, which are valid YAML. So no word of a page can end
// the block or become another type.

/**
 * Characters that JSON strings leave unescaped but that are dangerous here. YAML treats some as
 * unprintable or as line ends. A Markdown renderer that does not know front matter would read
 * others as the beginning of a tag, a link's address or a plugin's attributes, or as the colon of
 * an address whose scheme is not http or https.
 */
const UNSAFE = /[<{\u007f-\u009f\u2028\u2029\ufeff\p{Noncharacter_Code_Point}]|(?<=\])[(:]|(?<=[a-z\d+.-]):(?<!\bhttps?:)(?=\/)/giu;

/**
 * Returns the known fields between two lines of dashes. The page's address is written as `source`,
 * because Hugo would take `url` for the address of its own page.
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
 * Writes a value as JSON that readers of YAML and Markdown cannot misread.
 *
 * @param {string | string[]} value
 * @returns {string}
 */
export function yaml(value) {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  // Half a surrogate pair is not a character, and YAML cannot express it.
  return JSON.stringify(value.replace(/\p{Surrogate}/gu, '\ufffd')).replace(UNSAFE, escaped);
}

/** @param {string} character */
function escaped(character) {
  const code = Number(character.codePointAt(0)).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
