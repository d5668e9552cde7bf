// For pages that load unchaff.global.js by a `<script>` tag.
export as namespace unchaff;

/** How the input is read. `auto` decides by the content. */
export type InputType = 'auto' | 'html' | 'text';

/** The part of a DOM document that is read. Fits the `Document` of browsers, jsdom and linkedom. */
export interface DocumentLike {
  readonly nodeType: number;
  readonly documentElement: { readonly outerHTML: string } | null;
  /** Used as the page's address if the option `url` is not given. */
  readonly URL?: string;
}

/** The part of a DOM element that is read. An element is a part of a page. */
export interface ElementLike {
  readonly nodeType: number;
  readonly outerHTML: string;
  readonly ownerDocument?: { readonly URL?: string } | null;
}

/** The HTML of a page, or text pasted from one. Bytes are decoded like a browser decodes pages. */
export type Input = string | ArrayBuffer | ArrayBufferView | DocumentLike | ElementLike;

/** An address as an object. Fits `URL` and `Location`. */
export interface UrlLike {
  readonly href: string;
}

/**
 * The options for the length of a summary. Without one of them, the summary has the most important
 * sentences, in at most a quarter of the text's characters or 600 characters, whichever is less. It
 * has at least one sentence.
 */
export interface SummaryLengths {
  /** Number of sentences in the summary, 0 to 50. */
  sentences?: number | null | undefined;
  /**
   * Length of the summary as a share of the text: more than 0, at most 1. The summary has at least
   * one sentence.
   */
  summaryShare?: number | null | undefined;
  /**
   * Maximum length of the summary in characters (Unicode code points), including the spaces between
   * sentences. The summary is empty if no sentence fits.
   */
  summaryCharacters?: number | null | undefined;
}

/** Older names for the lengths, which only {@link summarize} accepts. */
export interface OlderSummaryLengths extends SummaryLengths {
  /** @deprecated Use `summaryShare`. */
  share?: number | null | undefined;
  /** @deprecated Use `summaryCharacters`. */
  characters?: number | null | undefined;
}

/** Allows at most one key of `Options`. */
export type OneOf<Options> = {
  [Key in keyof Options]-?: Pick<Options, Key> & { [Other in Exclude<keyof Options, Key>]?: null | undefined };
}[keyof Options];

/**
 * The options of {@link clean}, with at most one option for the summary's length. A key that is not
 * listed here is an error.
 */
export type CleanOptions = CleanChoices & OneOf<SummaryLengths>;

/** The options of {@link clean} except those for the summary's length. */
export interface CleanChoices {
  /**
   * The page's address, which relative links and images need. Without it, an absolute canonical
   * address of the page is used. Without both, relative links and images are left out. An address
   * that is not absolute is ignored, and {@link Article.notice} reports it.
   */
  url?: string | UrlLike | null;
  /** How to read the input; `auto` by default. */
  type?: InputType | null;
  /**
   * The charset that the server named. It must be one that browsers know. It is used only for
   * bytes. A byte order mark and bytes that are valid UTF-8 take precedence over it.
   */
  charset?: string | null;
  /**
   * Maximum size of the input in bytes. The default of 32 MB is also the highest possible value.
   */
  maxBytes?: number | null;
  /**
   * How much is kept in case of doubt, 0.1 to 10. With 1, the default, a superfluous word is as bad
   * as a missing word. With 2, more is kept and less is lost. With 0.5, less is kept. (This is the
   * β of the F-measure.)
   */
  beta?: number | null;
  /**
   * `true` to keep everything that the page shows. Nothing is treated as boilerplate: the input is
   * only made safe and rendered. Use it for a part of a page that a person selected.
   */
  whole?: boolean | null;
  /**
   * Numbers of blocks to keep whatever the classifier decides, as a person's correction. The
   * numbers are those of `blocks` for the same input, read in the same way. The `reason` of these
   * blocks becomes `by-hand`. A number that the page does not have is an error.
   */
  keep?: readonly number[] | null;
  /** Numbers of blocks to leave out whatever the classifier decides. See `keep`. */
  drop?: readonly number[] | null;
  /**
   * Rules for all pages of the page's site, such as those that {@link learnRules} returns. At most
   * 100. If several rules match a block, the last one decides. `keep`, `drop` and `whole` take
   * precedence over all rules. `matchedRules` tells which rules matched.
   */
  rules?: readonly Rule[] | null;
  /** `true` to add the `comments` under the article. They are never part of its text. */
  comments?: boolean | null;
  /** `true` to add `jsonLd` to the article. */
  jsonLd?: boolean | null;
  /**
   * `true` to add `sources` to the article, and `influences` to each of its blocks. This takes
   * longer.
   */
  explain?: boolean | null;
  /** Parts of the article that are not made, to save time. Their fields are empty. */
  omit?: readonly OmittablePart[] | null;
}

/**
 * A rule for the pages of a site. It has at least one condition, and matches where all of its
 * conditions hold.
 */
export interface Rule {
  /**
   * What the rule does with the blocks that it matches. `keep` keeps them, and `drop` leaves them
   * out. `drop-from` starts at the first matching block with text of the article before it, and
   * leaves out that block and everything after it. `title`, `author` and `date` take the field from
   * the first matching block that has it. The title is left out of the text.
   */
  action: 'keep' | 'drop' | 'drop-from' | 'title' | 'author' | 'date';
  /** Matches the blocks with this `path`, and the blocks inside the element of this path. */
  path?: string;
  /**
   * Matches a heading with these words, and the blocks under it up to the next heading of its level
   * or a higher one. In pasted text, a line can be a heading too, and the first full sentences end
   * the part under it. The words may contain the signs of `text`. `{title}` alone stands for the
   * article's title.
   */
  under?: string;
  /**
   * Matches the blocks with these words. Case, punctuation and spacing are ignored. `#` stands for
   * a number, `*` for any single word, and `…` at the end for any words.
   */
  text?: string;
}

/**
 * A person's corrections on a page, for {@link learnRules}. The numbers are those of the article's
 * `blocks`.
 */
export interface Corrections {
  /** Blocks that belong to the article. */
  keep?: readonly number[] | null;
  /** Blocks that do not belong to the article. */
  drop?: readonly number[] | null;
  /** The block that is the title. */
  title?: number | null;
  /** The block with the names of the authors. */
  author?: number | null;
  /** The block with the date of publication. */
  date?: number | null;
}

/** The values of {@link CleanOptions.omit}. `summary` also omits `summarySentences`. */
export type OmittablePart = 'content' | 'markdown' | 'links' | 'summary' | 'keywords' | 'blocks';

/** A page of an article for {@link join}, with its address and corrections. */
export interface AddressedPage {
  input: Input;
  url?: string | UrlLike | null;
  keep?: readonly number[] | null;
  drop?: readonly number[] | null;
}

/**
 * The options of {@link summarize}, with at most one option for the length. A key that is not
 * listed here is an error.
 */
export type SummarizeOptions = SummarizeChoices & OneOf<OlderSummaryLengths>;

/** The options of {@link summarize} except those for the length. */
export interface SummarizeChoices {
  /** The headline of the text. It helps to find the important sentences. */
  title?: string | null;
  /**
   * The publisher's description of the text. Its sentences come first in the summary, unless they
   * do not describe the text.
   */
  description?: string | null;
  /**
   * The language of the text as a BCP 47 tag, for example `vi`. By default the language is
   * detected.
   */
  language?: string | null;
}

/** The options of {@link keywords}. A key that is not listed here is an error. */
export interface KeywordOptions {
  /** The headline of the text. Its words get more weight. */
  title?: string | null;
  /**
   * The language of the text as a BCP 47 tag, for example `vi`. By default the language is
   * detected.
   */
  language?: string | null;
}

/**
 * The article of a page. It is a plain object: it can be stored, sent to another thread and
 * converted to JSON without changes.
 */
export interface Article {
  /** How the input was read. */
  type: 'html' | 'text';
  /**
   * The kind of the page. `null` for pages of more than 20,000 blocks, and for pasted mails and
   * notes of a few lines.
   */
  pageType: PageType | null;
  /** The probability of `pageType`, 0 to 1. */
  pageTypeConfidence: number | null;
  title: string | null;
  /** The authors: the names in `authors`, joined by commas. */
  byline: string | null;
  authors: string[];
  /**
   * The agency, paper or site that the article comes from, if the page names one beside the author:
   * `Reuters`.
   */
  source: string | null;
  /** The direction of the text. */
  dir: 'ltr' | 'rtl' | null;
  /** The language as a BCP 47 tag, for example `vi`. */
  lang: string | null;
  /**
   * The content as HTML that is safe to insert. It has no scripts, styles or forms, and only the
   * attributes that it needs.
   */
  content: string;
  /** The content as text. Paragraphs are separated by an empty line. */
  textContent: string;
  /** Length of `textContent`. */
  length: number;
  /** The page's own description. Without one, the beginning of the text. */
  excerpt: string | null;
  /** The page's own description. */
  description: string | null;
  siteName: string | null;
  publisher: string | null;
  /**
   * When the article was published, in ISO 8601: a date, or a date and time. There is an offset
   * only if the page states one.
   */
  publishedTime: string | null;
  /** When the article was last changed, in ISO 8601. */
  modifiedTime: string | null;
  /** The address of the lead image. */
  image: string | null;
  /** The width of the lead image in pixels, as the page states it. */
  imageWidth: number | null;
  imageHeight: number | null;
  /** The description of the lead image, as the page states it. */
  imageAlt: string | null;
  /** The address of the site's icon. */
  favicon: string | null;
  /** The page's canonical address. */
  url: string | null;
  /** The address of the next page, if the article has several pages. See {@link join}. */
  nextPage: string | null;
  /** The section of the site that the article is in. */
  section: string | null;
  tags: string[];
  /** The address of the article's licence. */
  license: string | null;
  /**
   * `true` if everyone may read the whole article without paying. `null` if the page does not say.
   */
  isAccessibleForFree: boolean | null;
  /**
   * The addresses that the links in the content lead to, in reading order. Each address is listed
   * once.
   */
  links: Link[];
  /**
   * The content as Markdown: CommonMark with GitHub's tables, footnotes, alerts, task lists and
   * formulas. A table with cells that span columns or rows is written as HTML, which is as safe as
   * `content`.
   */
  markdown: string;
  /**
   * The summary. It begins with the publisher's own description, if that agrees with the text. Then
   * come the most important sentences, in the order of the text.
   */
  summary: string[];
  /** The same sentences with their places, for highlighting. */
  summarySentences: SummarySentence[];
  /** Words and phrases that tell what the article is about, the best first. At most ten. */
  keywords: string[];
  /**
   * The number of words in the text (syllables in Vietnamese). Two characters of Chinese, Japanese
   * or Thai count as one word.
   */
  wordCount: number;
  /**
   * The time to read the text at the usual speed of its language, in whole minutes. At least one.
   */
  readingTime: number;
  /**
   * The times that a fast and a slow reader need, in whole minutes. Most adults are between the
   * two.
   */
  readingTimeRange: [number, number];
  /**
   * A second article that seems to be on the same page. It was left out. `null` if there is none.
   */
  secondArticle: SecondArticle | null;
  /**
   * The indices of the `rules` that matched. A rule that no longer matches the pages of its site
   * should be deleted or made again.
   */
  matchedRules: number[];
  /**
   * Information for the caller about this result, such as an option that could not be used. `null`
   * if there is none.
   */
  notice: Notice | null;
  /**
   * The posts of a page that is a conversation: a thread, a question with answers, a chat. Empty
   * for other pages.
   */
  posts: Post[];
  /**
   * The comments under the article. Only with the option `comments`, otherwise empty. They are
   * never part of the article's text.
   */
  comments: Post[];
  /** All text blocks of the page in reading order, each with its verdict. */
  blocks: BlockReport[];
  /**
   * Only with `explain`: for each field, where its value was found on the page. For example `{
   * title: 'heading', byline: 'json-ld', publishedTime: 'meta article:published_time' }`.
   */
  sources?: Sources;
  /**
   * Only with `jsonLd`: the page's JSON-LD, one value for each script, unchanged. Its strings are
   * not made safe.
   */
  jsonLd?: unknown[];
}

/** The article that {@link clean} returns with `explain`. */
export interface ExplainedArticle extends Article {
  sources: Sources;
  blocks: ExplainedBlockReport[];
}

/** The article that {@link clean} returns with `jsonLd`. */
export interface ArticleWithJsonLd extends Article {
  jsonLd: unknown[];
}

/** The metadata of an article: the fields that can be read without its text. */
export type ArticleMetadata = Pick<
  Article,
  | 'title'
  | 'byline'
  | 'authors'
  | 'source'
  | 'dir'
  | 'lang'
  | 'excerpt'
  | 'description'
  | 'siteName'
  | 'publisher'
  | 'publishedTime'
  | 'modifiedTime'
  | 'image'
  | 'imageWidth'
  | 'imageHeight'
  | 'imageAlt'
  | 'favicon'
  | 'url'
  | 'nextPage'
  | 'section'
  | 'tags'
  | 'license'
  | 'isAccessibleForFree'
>;

/** An option that could not be used. The page was cleaned without it. */
export interface Notice {
  /** `relative-url`: the option `url` is not an absolute address. */
  code: 'relative-url';
  /** What happened, and what to do. */
  message: string;
}

/** The fields of an article that {@link Article.sources} may list. */
export type SourcedField =
  | 'title'
  | 'byline'
  | 'source'
  | 'dir'
  | 'lang'
  | 'excerpt'
  | 'description'
  | 'siteName'
  | 'publisher'
  | 'publishedTime'
  | 'modifiedTime'
  | 'image'
  | 'favicon'
  | 'url'
  | 'nextPage'
  | 'section'
  | 'tags'
  | 'license'
  | 'isAccessibleForFree';

/** For each field that has a value, where the value was found on the page. */
export type Sources = { [Field in SourcedField]?: Source };

/**
 * Where a value was found on the page: in a `<meta>`, a `<link>`, an `itemprop` or an attribute of
 * the given name, or in another place.
 */
export type Source =
  | `meta ${string}`
  | `link ${string}`
  | `microdata ${string}`
  | `attribute ${string}`
  | 'json-ld'
  | 'heading'
  | 'title'
  | 'shown'
  | 'address'
  | 'text'
  | 'rule';

/** A link in the content. */
export interface Link {
  url: string;
  text: string;
}

/** A sentence of a text, and its place: `text === source.slice(start, end)`. */
export interface Sentence {
  text: string;
  /**
   * Where the sentence starts, in UTF-16 code units like all positions in JavaScript. `null` if it
   * is only in the description.
   */
  start: number | null;
  /** Where the sentence ends (exclusive). */
  end: number | null;
}

/** A sentence of an article's summary. `start` and `end` are places in `textContent`. */
export interface SummarySentence extends Sentence {
  /**
   * The number of the block in `blocks` that holds the sentence. `null` if no single block does.
   */
  block: number | null;
}

/** A post of a conversation, or a comment under an article. */
export interface Post {
  /** The name of the post's author. */
  author: string | null;
  /**
   * The time of the post in ISO 8601, as precisely as the page states it: a date, a date with a
   * time, or in a chat a time of day alone.
   */
  publishedTime: string | null;
  /** The time in the words of the page, such as `3 hours ago`. */
  shownTime: string | null;
  /** The address of the post itself. */
  url: string | null;
  /**
   * 0 for a post that answers the page or nothing, 1 for an answer to a post of depth 0, and so on.
   */
  depth: number;
  /** The votes or points that the page shows. */
  score: number | null;
  /**
   * The range of the post's blocks in the article's `blocks`: the first, and the one after the
   * last.
   */
  blocks: [number, number];
  /** The text of the post. */
  text: string;
}

/** Where a second article begins in pasted text. */
export interface SecondArticle {
  /** The headline of the second article. */
  title: string;
  /** The number of the headline's block in the article's `blocks`. */
  block: number;
}

/**
 * The kinds of pages: one text; a discussion, or questions and answers; one product; many products
 * or a gallery; links to other pages; a manual or reference; an offer of a service.
 */
export type PageType = 'article' | 'forum' | 'product' | 'collection' | 'listing' | 'documentation' | 'service';

/** A text block of the page, and why it was kept or left out. */
export interface BlockReport {
  text: string;
  /**
   * The place of the block in the page's structure, for {@link Rule}: `main > article.story > p`.
   * It is the same on all pages with the same layout. It lists the elements around the block, each
   * with its id or first classes, without numbers, hashes and states. In pasted text it is only the
   * kind of the line.
   */
  path: string;
  kept: boolean;
  /** The main reason for the verdict. */
  reason: Reason;
  /** The probability that the block belongs to the article, 0 to 1. */
  probability: number;
  /**
   * The strongest influences on the verdict, the strongest first. Only with the option `explain`.
   * Empty for pasted text.
   */
  influences?: Influence[];
}

/** A block with the influences on its verdict. */
export interface ExplainedBlockReport extends BlockReport {
  influences: Influence[];
}

/** Why a block was kept or left out. */
export type Reason =
  | 'prose'
  | 'heading'
  | 'list-item'
  | 'table-row'
  | 'code'
  | 'caption'
  | 'among-kept'
  | 'title'
  | 'byline'
  | 'hidden'
  | 'navigation'
  | 'related'
  | 'comments'
  | 'promotion'
  | 'control'
  | 'links'
  | 'repeated'
  | 'outside'
  | 'label'
  | 'second-article'
  | 'by-hand'
  | 'by-rule';

/** The kinds of evidence for or against a block. */
export type Evidence =
  | 'text'
  | 'links'
  | 'title'
  | 'label'
  | 'element'
  | 'landmark'
  | 'names'
  | 'visibility'
  | 'container'
  | 'prose'
  | 'position'
  | 'headings'
  | 'neighbours'
  | 'repetition'
  | 'page';

/** How far one kind of evidence moved the verdict on a block. */
export interface Influence {
  evidence: Evidence;
  /**
   * The change that this evidence made to the log odds that the block is content. A value above 0
   * speaks for the block, a value below 0 against it. A change of 0.7 doubles the odds.
   */
  pull: number;
}

/**
 * The codes of errors:
 *
 * - `empty-input`: there is no text.
 * - `input-too-large`: more bytes than `maxBytes`.
 * - `not-text`: an image, a PDF, an archive or other data.
 * - `nothing-readable`: a page without an article. `metadata` has the page's metadata.
 * - `invalid-option`: an argument of a wrong kind, or an option that does not exist.
 * - `internal`: a bug in unchaff. The next call works again.
 * - `wasm-forbidden`: the page's content security policy, or the host, forbids WebAssembly.
 * - `module-not-found`: the WebAssembly module was not found at the expected place.
 * - `cannot-read`, only from `cleanResponse`: the body ended too early.
 * - `not-started`, only from `unchaff/slim`: `init` was not called, or not awaited.
 * - `timed-out`, `worker-failed`, `closed`, only from `unchaff/worker`: the time limit was
 *   exceeded, a worker could not be started or died, or the pool was closed.
 */
export type ErrorCode =
  | 'empty-input'
  | 'input-too-large'
  | 'not-text'
  | 'nothing-readable'
  | 'invalid-option'
  | 'internal'
  | 'wasm-forbidden'
  | 'module-not-found'
  | 'cannot-read'
  | 'not-started'
  | 'timed-out'
  | 'worker-failed'
  | 'closed';

/**
 * The error that all functions throw. `message` says what to do. `instanceof` also recognizes
 * errors of other copies of the package in the program.
 */
export class UnchaffError extends Error {
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; metadata?: ArticleMetadata });
  readonly name: 'UnchaffError';
  readonly code: ErrorCode;
  /**
   * Title, authors, date and so on of a page without an article. Only with the code
   * `nothing-readable`.
   */
  readonly metadata?: ArticleMetadata;
}

/**
 * Finds the article of a page. The call is synchronous and uses no network. The same input always
 * gives the same output.
 *
 * ```js
 * const article = clean(html, { url: 'https://example.com/a' });
 * console.log(article.title, article.markdown);
 * ```
 *
 * @throws {UnchaffError} see {@link ErrorCode}
 */
export function clean(input: Input, options: CleanOptions & { explain: true; jsonLd: true }): ExplainedArticle & ArticleWithJsonLd;
export function clean(input: Input, options: CleanOptions & { explain: true }): ExplainedArticle;
export function clean(input: Input, options: CleanOptions & { jsonLd: true }): ArticleWithJsonLd;
export function clean(input: Input, options?: CleanOptions | null): Article;

/**
 * Returns the article of a page as Markdown. The result is `clean(input, options).markdown`, but no
 * other part is made, which takes less time. Options for other parts have no effect.
 *
 * ```js
 * const markdown = toMarkdown(html, { url: 'https://example.com/a' });
 * ```
 *
 * @throws {UnchaffError} see {@link ErrorCode}
 */
export function toMarkdown(input: Input, options?: CleanOptions | null): string;

/**
 * Returns the article of a page as text. The result is `clean(input, options).textContent`, but no
 * other part is made, which takes less time.
 *
 * @throws {UnchaffError} see {@link ErrorCode}
 */
export function toText(input: Input, options?: CleanOptions | null): string;

/**
 * Cleans the pages of one article, in their order, and joins them. Parts that a later page repeats
 * are left out. The metadata comes from the first page, but `nextPage` comes from the last one. So
 * `nextPage` is `null` if the article is complete.
 *
 * ```js
 * const article = join([{ input: first, url: 'https://example.com/a' }, { input: second, url: 'https://example.com/a?page=2' }]);
 * ```
 *
 * @throws {UnchaffError} see {@link ErrorCode}; `empty-input` without a page
 */
export function join(pages: readonly (Input | AddressedPage)[], options: CleanOptions & { explain: true }): ExplainedArticle;
export function join(pages: readonly (Input | AddressedPage)[], options?: CleanOptions | null): Article;

/**
 * Checks options like {@link clean}, but without a page.
 *
 * ```js
 * checkOptions({ url: 'https://example.com/a' });
 * ```
 *
 * @throws {UnchaffError} with the code `invalid-option` or `internal`
 */
export function checkOptions(options?: CleanOptions | null): void;

/**
 * Makes rules from a person's corrections on one page. Pass them as the option `rules` for the
 * other pages of the site.
 *
 * ```js
 * const article = clean(html, { url });
 * const rules = learnRules(article, { drop: [7, 8], author: 3 });
 * const other = clean(otherHtml, { url: otherUrl, rules });
 * ```
 *
 * Blocks without a correction count as right. A correction becomes a rule only if its block differs
 * from the rest of the page by its place, its heading or its words. So there may be fewer rules
 * than corrections, or none.
 *
 * @param article the result of {@link clean}, with its `blocks`
 * @throws {UnchaffError} with the code `invalid-option` or `internal`
 */
export function learnRules(article: Pick<Article, 'blocks' | 'type' | 'title' | 'lang'>, corrections: Corrections): Rule[];

/**
 * Returns `true` if a page in HTML probably has an article. This is a quick check without cleaning,
 * for example to decide whether to show a button for the reader.
 *
 * @throws {UnchaffError} with the code `invalid-option` or `internal`
 */
export function probablyReadable(page: Input): boolean;

/**
 * Returns the most important sentences of a clean text, in the order of the text, each with its
 * place.
 *
 * ```js
 * for (const { text, start, end } of summarize(article, { title, sentences: 2 })) console.log(start, end, text);
 * ```
 *
 * @throws {UnchaffError} with the code `invalid-option`, `input-too-large` or `internal`
 */
export function summarize(text: string, options?: SummarizeOptions | null): Sentence[];

/**
 * Returns words and phrases that tell what a clean text is about, the best first. At most ten.
 *
 * @throws {UnchaffError} with the code `invalid-option`, `input-too-large` or `internal`
 */
export function keywords(text: string, options?: KeywordOptions | null): string[];
