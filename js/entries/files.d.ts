import type { Article } from 'unchaff';

/** The fields that stand above an article's body in a file; those that are missing or `null` are left out. */
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

/** What can be chosen in {@link toMarkdownFile}. */
export interface MarkdownFileOptions {
  /**
   * Whether the file begins with the article's data as YAML, in place of the title and the line under it. The names are
   * those that Jekyll, Hugo, Pandoc and Obsidian know: `title`, `author`, `date`, `lastmod`, `source` (the address), `site`,
   * `lang`, `description`, `image`, `section`, `tags`, `keywords`; and `sourceName`. `false` by default.
   */
  frontMatter?: boolean;
}

/**
 * Returns an article as a Markdown document: title, a line with byline, source, date and address, and the body. Title and names are
 * written as text, whatever marks they hold: put a page's words into Markdown with this function, not by a template.
 *
 * ```js
 * await writeFile(`${fileName(article.title, 'article')}.md`, toMarkdownFile(article, { frontMatter: true }));
 * ```
 */
export function toMarkdownFile(article: Pick<Article, 'markdown'> & FileHead & FrontMatterFields, options?: MarkdownFileOptions): string;

/**
 * Returns an article as an HTML page that stands by itself: its own style for light and dark, no script, and a content
 * security policy that forbids everything but its pictures.
 */
export function toHtmlFile(article: Pick<Article, 'content'> & FileHead & Partial<Pick<Article, 'lang' | 'dir'>>): string;

/** Returns an article as text: title, a line with byline, source, date and address, and the body. */
export function toTextFile(article: Pick<Article, 'textContent'> & FileHead): string;

/** How the summary is headed by {@link withSummary}. */
export interface SummaryHead {
  /** The words over it, in the reader's language. */
  heading: string;
  /** The language of these words as a BCP 47 tag, for the HTML. */
  lang?: string;
}

/**
 * Returns the article with its summary as a list before the text, in HTML, Markdown and text. Without a summary it is the same.
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
 * Returns a file name without its extension that every system accepts: at most 200 bytes of UTF-8, whole characters, in NFC,
 * no device names of Windows, no separators, no invisible characters. `fallback` is the name where the text leaves none.
 */
export function fileName(text: string | null | undefined, fallback: string): string;
