import type { Article } from 'unchaff';

/**
 * The fields that stand above an article's body in a file. Fields that are missing or `null` are
 * left out.
 */
export type FileHead = Partial<Pick<Article, 'title' | 'byline' | 'source' | 'publishedTime' | 'url'>>;

/** The fields that {@link toMarkdownFile} puts into front matter. */
export type FrontMatterFields = Partial<
  Pick<
    Article,
    | 'title'
    | 'authors'
    | 'source'
    | 'publishedTime'
    | 'modifiedTime'
    | 'url'
    | 'siteName'
    | 'lang'
    | 'description'
    | 'image'
    | 'section'
    | 'tags'
    | 'keywords'
  >
>;

/** The options of {@link toMarkdownFile}. */
export interface MarkdownFileOptions {
  /**
   * `true` to begin the file with the article's data as YAML, in place of the title and the line
   * under it. The names are known to Jekyll, Hugo, Pandoc and Obsidian: `title`, `author`, `date`,
   * `lastmod`, `source` (the address), `site`, `lang`, `description`, `image`, `section`, `tags`,
   * `keywords`; and `sourceName`. `false` by default.
   */
  frontMatter?: boolean;
}

/**
 * Returns an article as a Markdown document: title, a line with byline, source, date and address,
 * and the body. Marks in the title and in names are escaped. So use this function and not a
 * template to put text of a page into Markdown.
 *
 * ```js
 * await writeFile(`${fileName(article.title, 'article')}.md`, toMarkdownFile(article, { frontMatter: true }));
 * ```
 */
export function toMarkdownFile(article: Pick<Article, 'markdown'> & FileHead & FrontMatterFields, options?: MarkdownFileOptions): string;

/**
 * Returns an article as a complete HTML page. It has its own style for light and dark mode and no
 * script. Its content security policy forbids everything except its images.
 */
export function toHtmlFile(article: Pick<Article, 'content'> & FileHead & Partial<Pick<Article, 'lang' | 'dir'>>): string;

/** Returns an article as text: title, a line with byline, source, date and address, and the body. */
export function toTextFile(article: Pick<Article, 'textContent'> & FileHead): string;

/** The heading that {@link withSummary} puts above the summary. */
export interface SummaryHead {
  /** The text of the heading, in the reader's language. */
  heading: string;
  /** The language of the heading as a BCP 47 tag, for the HTML. */
  lang?: string;
}

/**
 * Returns the article with its summary as a list before the text, in HTML, Markdown and text. An
 * article without a summary is returned unchanged.
 *
 * ```js
 * const markdown = toMarkdownFile(withSummary(article, { heading: 'Summary', lang: 'en' }));
 * ```
 */
export function withSummary<Whole extends Pick<Article, 'summary' | 'content' | 'markdown' | 'textContent'>>(
  article: Whole,
  head: SummaryHead,
): Whole;

/**
 * Returns a file name without an extension that every system accepts. It has at most 200 bytes of
 * UTF-8, only whole characters, in NFC, and no device names of Windows, separators or invisible
 * characters. `fallback` is returned if nothing of the text is left.
 */
export function fileName(text: string | null | undefined, fallback: string): string;
