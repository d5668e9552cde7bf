// An article's metadata as YAML, by the names that Jekyll, Hugo and Obsidian know. A JSON string is one of YAML too, once
// the characters that YAML does not allow are escaped: no page string can end its line.

/**
 * Control characters past ASCII, line separators and byte order marks, which JSON leaves as they are. And what would be a tag or
 * a link to a renderer of Markdown that knows no front matter and takes it for text.
 */
const UNSAFE = /[<\u007f-\u009f\u2028\u2029\ufeff]|(?<=\])\(/g;

/** The metadata that is known, between two lines of dashes. */
export function frontMatter(article) {
  const fields = {
    title: article.title,
    authors: article.authors,
    date: article.publishedTime,
    lastmod: article.modifiedTime,
    url: article.url,
    site: article.siteName,
    lang: article.lang,
    description: article.description,
    image: article.image,
    section: article.section,
    tags: article.tags,
    keywords: article.keywords,
  };
  const known = Object.entries(fields).filter(([, value]) => value !== null && value.length > 0);
  return `---\n${known.map(([name, value]) => `${name}: ${yaml(value)}\n`).join('')}---\n`;
}

function yaml(value) {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  return JSON.stringify(value).replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
