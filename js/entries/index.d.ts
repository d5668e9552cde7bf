// In a page that loads unchaff.global.js by a <script> tag.
export as namespace unchaff;

/** How the input is read: `auto` decides by looking at it. */
export type InputType = 'auto' | 'html' | 'text';

/** The part of a DOM document that is read; fits the `Document` of browsers, jsdom and linkedom. */
export interface DocumentLike {
  readonly nodeType: number;
  readonly documentElement: { readonly outerHTML: string } | null;
  /** Taken as the page's address unless `url` says otherwise. */
  readonly URL?: string;
}

/** The part of a DOM element that is read: a part of a page. */
export interface ElementLike {
  readonly nodeType: number;
  readonly outerHTML: string;
  readonly ownerDocument?: { readonly URL?: string } | null;
}

/** A page's HTML, or text pasted from one. Bytes are decoded as browsers decode pages. */
export type Input = string | ArrayBuffer | ArrayBufferView | DocumentLike | ElementLike;

/** An address as an object; fits `URL` and `Location`. */
export interface UrlLike {
  readonly href: string;
}

/**
 * The ways to tell how long a summary is to be. Without one, it has the sentences that say most in at most a quarter of the text's
 * characters, or in 600, whichever is less, and at least one.
 */
export interface SummaryLengths {
  /** Sentences in the summary, 0 to 50. */
  sentences?: number | null | undefined;
  /** Length of the summary as a share of the text: more than 0, at most 1. At least one sentence. */
  summaryShare?: number | null | undefined;
  /** Longest summary in characters (Unicode code points), spaces between sentences included; empty if none fits. */
  summaryCharacters?: number | null | undefined;
}

/** Older names of the lengths in {@link summarize}. */
export interface OlderSummaryLengths extends SummaryLengths {
  /** @deprecated Use `summaryShare`. */
  share?: number | null | undefined;
  /** @deprecated Use `summaryCharacters`. */
  characters?: number | null | undefined;
}

/** One key of `Options`, or none: the others exclude it. */
export type OneOf<Options> = {
  [Key in keyof Options]-?: Pick<Options, Key> & { [Other in Exclude<keyof Options, Key>]?: null | undefined };
}[keyof Options];

/** What can be chosen in {@link clean}: one of the summary's lengths, and the rest. A key that is not listed here is an error. */
export type CleanOptions = CleanChoices & OneOf<SummaryLengths>;

/** What can be chosen in {@link clean} beside the summary's length. */
export interface CleanChoices {
  /**
   * The page's address. Relative links and images need it; without it an absolute canonical address serves, else they are left
   * out. One that is not absolute is ignored, and {@link Article.notice} says so.
   */
  url?: string | UrlLike | null;
  /** How to read the input; `auto` by default. */
  type?: InputType | null;
  /**
   * The charset that the server named, one that browsers know. Used for bytes alone; a byte order mark, and bytes that read as
   * UTF-8, outrank it.
   */
  charset?: string | null;
  /** Largest input in bytes; 32 MB by default, which is also the most. */
  maxBytes?: number | null;
  /**
   * How much is kept in doubt, 0.1 to 10; 1 by default, where a word too many is as bad as a word too few. 2 keeps more
   * and loses less, 0.5 the other way round (the β of the F-measure).
   */
  beta?: number | null;
  /**
   * Whether everything is kept that the page shows: nothing is taken for boilerplate, the input is only made clean and
   * rendered. For a part of a page that a person selected.
   */
  whole?: boolean | null;
  /**
   * Numbers of blocks, as in `blocks` of the same input read the same way, that are kept whatever the classifier says: a
   * person's correction. Their `reason` is then `by-hand`. A number that the page does not have is an error.
   */
  keep?: readonly number[] | null;
  /** Numbers of blocks that are left out whatever the classifier says; see `keep`. */
  drop?: readonly number[] | null;
  /**
   * What is to be done on every page of the page's site, such as {@link learnRules} makes it; at most 100. The last rule that
   * matches a block decides on it; `keep`, `drop` and `whole` outrank them all. `matchedRules` says which ones matched.
   */
  rules?: readonly Rule[] | null;
  /** Whether the article gets the `comments` under it. They are never in its text. */
  comments?: boolean | null;
  /** Whether the article gets `jsonLd`. */
  jsonLd?: boolean | null;
  /** Whether the article gets `sources`, and each of its blocks `influences`. Takes longer. */
  explain?: boolean | null;
  /** Parts of the article that are not made, which saves their time: their fields are empty. */
  omit?: readonly OmittablePart[] | null;
}

/** A rule for the pages of a site. Each condition that it has must hold, and it has at least one. */
export interface Rule {
  /**
   * What it does with the blocks that it matches: `keep` keeps them, and `drop` leaves them out. `drop-from` leaves out the first
   * one that has text of the article before it, and everything after it. `title`, `author` and `date` take the field from the
   * first one that has it; the title is left out of the text.
   */
  action: 'keep' | 'drop' | 'drop-from' | 'title' | 'author' | 'date';
  /** Matches the blocks with this `path`, and those inside of the element that it names. */
  path?: string;
  /**
   * Matches the blocks under a heading of these words, and the heading: up to the next heading of its level or a higher one. A
   * line of pasted text is a heading too; the first full sentences end what is under it. The words may have the signs of
   * `text`; `{title}` alone stands for the article's title.
   */
  under?: string;
  /**
   * Matches the blocks of these words; case, marks and spacing do not count. `#` stands for a number, `*` for any one word, and
   * `…` at the end for any words.
   */
  text?: string;
}

/** What a person put right on a page, for {@link learnRules}: numbers of the article's `blocks`. */
export interface Corrections {
  /** Blocks that belong to the article. */
  keep?: readonly number[] | null;
  /** Blocks that do not. */
  drop?: readonly number[] | null;
  /** The block that is the title. */
  title?: number | null;
  /** The block that names the authors. */
  author?: number | null;
  /** The block that says when the article was published. */
  date?: number | null;
}

/** What {@link CleanOptions.omit} may name; `summary` is `summarySentences` too. */
export type OmittablePart = 'content' | 'markdown' | 'links' | 'summary' | 'keywords' | 'blocks';

/** A page of an article for {@link join}, with its address and corrections. */
export interface AddressedPage {
  input: Input;
  url?: string | UrlLike | null;
  keep?: readonly number[] | null;
  drop?: readonly number[] | null;
}

/** What can be chosen in {@link summarize}: one of the lengths, and the rest. A key that is not listed here is an error. */
export type SummarizeOptions = SummarizeChoices & OneOf<OlderSummaryLengths>;

/** What can be chosen in {@link summarize} beside the length. */
export interface SummarizeChoices {
  /** The text's headline, which helps to find what matters. */
  title?: string | null;
  /** What the publisher says of the text. Its sentences come first, unless they say nothing of the text. */
  description?: string | null;
  /** The text's language as a BCP 47 tag, for example `vi`; found out by default. */
  language?: string | null;
}

/** What can be chosen in {@link keywords}. A key that is not listed here is an error. */
export interface KeywordOptions {
  /** The text's headline: its words count more. */
  title?: string | null;
  /** The text's language as a BCP 47 tag, for example `vi`; found out by default. */
  language?: string | null;
}

/** A page's article. A plain object: it can be stored, sent to another thread and turned into JSON as it is. */
export interface Article {
  /** What the input was read as. */
  type: 'html' | 'text';
  /** What kind of page it is; `null` for pages of more than 20,000 blocks, and for pasted mails and notes of a few lines. */
  pageType: PageType | null;
  /** How probable that is, 0 to 1. */
  pageTypeConfidence: number | null;
  title: string | null;
  /** Who wrote it: the names in `authors`, joined by commas. */
  byline: string | null;
  authors: string[];
  /** The agency, paper or site that it comes from, where the page names one beside the author: `Reuters`. */
  source: string | null;
  /** Direction of the text. */
  dir: 'ltr' | 'rtl' | null;
  /** Language as a BCP 47 tag, for example `vi`. */
  lang: string | null;
  /** The content as HTML that is safe to insert: no scripts, styles, forms, or attributes beyond the needed. */
  content: string;
  /** The content as text, paragraphs separated by an empty line. */
  textContent: string;
  /** Length of `textContent`. */
  length: number;
  /** The page's own description, or the beginning of the text. */
  excerpt: string | null;
  /** The page's own description. */
  description: string | null;
  siteName: string | null;
  publisher: string | null;
  /** When it was published, as ISO 8601: a date, or date and time; with an offset only where the page gives one. */
  publishedTime: string | null;
  /** When it was last changed, as ISO 8601. */
  modifiedTime: string | null;
  /** Address of the lead image. */
  image: string | null;
  /** Its size in pixels, as the page says it. */
  imageWidth: number | null;
  imageHeight: number | null;
  /** What it shows, as the page says it. */
  imageAlt: string | null;
  /** Address of the site's icon. */
  favicon: string | null;
  /** The page's canonical address. */
  url: string | null;
  /** Address of the next page, where the article is spread over several: see {@link join}. */
  nextPage: string | null;
  /** The part of the site that it stands in. */
  section: string | null;
  tags: string[];
  /** Address of the licence that it is under. */
  license: string | null;
  /** Whether all may read the whole of it without paying; null where the page does not say. */
  isAccessibleForFree: boolean | null;
  /** Where the links in the content lead, in reading order, each address once. */
  links: Link[];
  /**
   * The content as Markdown: CommonMark with GitHub's tables, footnotes, alerts, task lists and formulas. A table whose
   * cells span columns or rows is HTML, as safe as `content`.
   */
  markdown: string;
  /**
   * The summary: the publisher's own description where it says what the text says, then the sentences that say most, in
   * the order of the text.
   */
  summary: string[];
  /** The same sentences with their places, to highlight them. */
  summarySentences: SummarySentence[];
  /** Words and phrases that tell what the article is about, the best first; at most ten. */
  keywords: string[];
  /** Words in the text (syllables in Vietnamese); two characters of Chinese, Japanese or Thai count as one. */
  wordCount: number;
  /** Whole minutes to read the text at the usual speed of its language, at least one. */
  readingTime: number;
  /** Whole minutes that a fast and a slow reader take, between whom most adults are. */
  readingTimeRange: [number, number];
  /** A second article that seems to stand on the same page. It was left out; `null` where there is none. */
  secondArticle: SecondArticle | null;
  /** Numbers of the option `rules` that matched. One that no longer matches its site's pages is one to delete or make anew. */
  matchedRules: number[];
  /** What is to be known of the answer: an option that could not be used. `null` where there is nothing. */
  notice: Notice | null;
  /** The posts of a page that is a conversation: a thread, a question with answers, a chat. Empty for other pages. */
  posts: Post[];
  /** The comments under an article, with the option `comments`; else empty. They are never in the article's text. */
  comments: Post[];
  /** Every text block of the page in reading order, with the verdict on it. */
  blocks: BlockReport[];
  /**
   * Only with `explain`: where the page says what the field of that name holds, for example
   * `{ title: 'heading', byline: 'json-ld', publishedTime: 'meta article:published_time' }`.
   */
  sources?: Sources;
  /** Only with `jsonLd`: the page's JSON-LD, script by script, as the page has it. Its strings are not made safe. */
  jsonLd?: unknown[];
}

/** An article of {@link clean} with `explain`. */
export interface ExplainedArticle extends Article {
  sources: Sources;
  blocks: ExplainedBlockReport[];
}

/** An article of {@link clean} with `jsonLd`. */
export interface ArticleWithJsonLd extends Article {
  jsonLd: unknown[];
}

/** What a page says of its article: the fields that need no text. */
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

/** An option that could not be used, and was no reason to lose the page. */
export interface Notice {
  /** `relative-url`: the option `url` is not an absolute address. */
  code: 'relative-url';
  /** What happened and what to do. */
  message: string;
}

/** The fields of an article of which {@link Article.sources} tells where the page says them. */
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

/** Where the page says each field that it says. */
export type Sources = { [Field in SourcedField]?: Source };

/** Where a page says a value: by a `<meta>`, a `<link>`, an `itemprop` or an attribute of that name, or in another place. */
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
  /** Where it starts, in UTF-16 code units as everywhere in JavaScript; `null` if it stands in the description alone. */
  start: number | null;
  /** Where it ends, exclusive. */
  end: number | null;
}

/** A sentence of an article's summary; `start` and `end` are places in `textContent`. */
export interface SummarySentence extends Sentence {
  /** Number of the block in `blocks` that it stands in; `null` where it stands in no single one. */
  block: number | null;
}

/** A post of a conversation, or a comment under an article. */
export interface Post {
  /** The name of its author. */
  author: string | null;
  /** Its time in ISO 8601, as far as the page states it: a date, a date with a time, or a time of day alone in a chat. */
  publishedTime: string | null;
  /** Its time in the words of the page, such as `3 hours ago`. */
  shownTime: string | null;
  /** The address of the post itself. */
  url: string | null;
  /** 0 for a post that answers the page or nothing, 1 for an answer to a post of depth 0, and so on. */
  depth: number;
  /** The votes or points that the page shows. */
  score: number | null;
  /** Its blocks in the article's `blocks`: from the first to the one after the last. */
  blocks: [number, number];
  /** Its text. */
  text: string;
}

/** Where a second article begins in pasted text. */
export interface SecondArticle {
  /** Its headline. */
  title: string;
  /** The headline's place among the article's `blocks`. */
  block: number;
}

/**
 * Kinds of pages: one text; a discussion or questions and answers; one thing for sale; many things for sale or a
 * gallery; links to other pages; a manual or reference; what somebody offers.
 */
export type PageType = 'article' | 'forum' | 'product' | 'collection' | 'listing' | 'documentation' | 'service';

/** A text block of the page and why it was kept or left out. */
export interface BlockReport {
  text: string;
  /**
   * Where it stands, in words that are the same on every page of one layout, for {@link Rule}: `main > article.story > p`. The
   * elements around it, each with its id or first classes, without numbers, hashes and states. In pasted text it is only the
   * kind of the line.
   */
  path: string;
  kept: boolean;
  /** What spoke most for the verdict. */
  reason: Reason;
  /** How probable it is that the block belongs to the article, 0 to 1. */
  probability: number;
  /** What moved the verdict most, strongest first. Only with the option `explain`; empty for pasted text. */
  influences?: Influence[];
}

/** A block with what moved the verdict on it. */
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

/** What can speak for or against a block. */
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
   * By how much the log odds that the block is content are higher than without this evidence: above 0 it spoke for the
   * block, below 0 against it; 0.7 doubles the odds.
   */
  pull: number;
}

/**
 * Names of what can go wrong:
 *
 * - `empty-input`: there is no text.
 * - `input-too-large`: more bytes than `maxBytes`.
 * - `not-text`: an image, a PDF, an archive or other data.
 * - `nothing-readable`: a page without an article; `metadata` has what it says of itself.
 * - `invalid-option`: an argument of a wrong kind, or an option that does not exist.
 * - `internal`: a mistake in unchaff itself; the next call works again.
 * - `wasm-forbidden`: the page's content security policy, or the host, forbids WebAssembly. A program can do without it.
 * - `module-not-found`: the module is not where it was looked for.
 * - `cannot-read`, of `cleanResponse` alone: the body broke off.
 * - `not-started`, of `unchaff/slim` alone: `init` has not been called, or not awaited.
 * - `timed-out`, `worker-failed`, `closed`, of `unchaff/worker` alone: the time limit is over, a worker cannot be started
 *   or died, the pool was closed.
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

/** What every failure throws. `message` says what to do. `instanceof` holds for every copy of the package in a program. */
export class UnchaffError extends Error {
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; metadata?: ArticleMetadata });
  readonly name: 'UnchaffError';
  readonly code: ErrorCode;
  /** Title, authors, date and the rest, as a page without an article states them: only with the code `nothing-readable`. */
  readonly metadata?: ArticleMetadata;
}

/**
 * Finds a page's article. Synchronous and without network; same input, same output.
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
 * Returns a page's article as Markdown, and makes nothing else of it: `clean(input, options).markdown` in less time. Options that
 * ask for other parts have no effect.
 *
 * ```js
 * const markdown = toMarkdown(html, { url: 'https://example.com/a' });
 * ```
 *
 * @throws {UnchaffError} see {@link ErrorCode}
 */
export function toMarkdown(input: Input, options?: CleanOptions | null): string;

/**
 * Returns a page's article as text, and makes nothing else of it: `clean(input, options).textContent` in less time.
 *
 * @throws {UnchaffError} see {@link ErrorCode}
 */
export function toText(input: Input, options?: CleanOptions | null): string;

/**
 * Cleans the pages of one article, in their order, and joins them. What a later page repeats is left out. The metadata is
 * that of the first page; `nextPage` is the last one's, so that it is null when the article is complete.
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
 * Checks options as {@link clean} does, before there is a page.
 *
 * ```js
 * checkOptions({ url: 'https://example.com/a' });
 * ```
 *
 * @throws {UnchaffError} with the code `invalid-option` or `internal`
 */
export function checkOptions(options?: CleanOptions | null): void;

/**
 * Makes rules of what a person put right on one page, for the option `rules` on the other pages of its site.
 *
 * ```js
 * const article = clean(html, { url });
 * const rules = learnRules(article, { drop: [7, 8], author: 3 });
 * const other = clean(otherHtml, { url: otherUrl, rules });
 * ```
 *
 * Blocks that no correction names count as right. What cannot be told from the rest of the page by its place, its heading or its
 * words gets no rule: there may be fewer rules than corrections, or none.
 *
 * @param article what {@link clean} answered, with its `blocks`
 * @throws {UnchaffError} with the code `invalid-option` or `internal`
 */
export function learnRules(article: Pick<Article, 'blocks' | 'type' | 'title' | 'lang'>, corrections: Corrections): Rule[];

/**
 * Whether a page in HTML probably has an article: a quick look, without cleaning, for a button that offers it.
 *
 * @throws {UnchaffError} with the code `invalid-option` or `internal`
 */
export function probablyReadable(page: Input): boolean;

/**
 * The sentences of a clean text that say most, in the order of the text, each with its place.
 *
 * ```js
 * for (const { text, start, end } of summarize(article, { title, sentences: 2 })) console.log(start, end, text);
 * ```
 *
 * @throws {UnchaffError} with the code `invalid-option`, `input-too-large` or `internal`
 */
export function summarize(text: string, options?: SummarizeOptions | null): Sentence[];

/**
 * Words and phrases that tell what a clean text is about, the best first; at most ten.
 *
 * @throws {UnchaffError} with the code `invalid-option`, `input-too-large` or `internal`
 */
export function keywords(text: string, options?: KeywordOptions | null): string[];
