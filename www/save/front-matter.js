/**
 * The article's data as YAML front matter, under the names that Obsidian and static site generators use. All values
 * are JSON strings, and JSON is YAML: no page's words can end the block or become another type.
 */

/**
 * JSON leaves these as they are; YAML counts them as unprintable, or as ends of lines. The first and the last would begin a tag or
 * a link to a renderer of Markdown that knows no front matter and takes it for text.
 */
const UNSAFE = /[<\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|(?<=\])\(/g;

/**
 * @param {object} article
 * @returns {string} the block with its fences, and an empty line after it
 */
export function frontMatter(article) {
  const fields = {
    title: article.title,
    author: article.authors,
    published: article.publishedTime,
    updated: article.modifiedTime,
    site: article.siteName,
    source: article.url,
    language: article.lang,
    description: article.description,
    tags: article.tags,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value?.length > 0)
    .map(([key, value]) => `${key}: ${quote(value)}\n`);
  return `---\n${lines.join('')}---\n\n`;
}

function quote(value) {
  return JSON.stringify(value).replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
