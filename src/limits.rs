//! All limits of the crate, each with its reason. If a limit is exceeded, the result is a typed
//! error, or a slightly worse result as described here. Nothing is cut silently.

/// Largest input in bytes. The largest page in a corpus of 1,500 real pages has 5.3 MB. With more
/// than 32 MB, a WebAssembly instance in a phone's browser runs short of memory.
pub const MAX_INPUT_BYTES: usize = 32 * 1024 * 1024;

/// Smallest [`Options::beta`](crate::Options::beta). With a smaller one, hardly anything would be kept.
pub const MIN_BETA: f64 = 0.1;

/// Largest [`Options::beta`](crate::Options::beta). With a larger one, hardly anything would be left out.
pub const MAX_BETA: f64 = 10.0;

/// Maximum number of blocks of a page that the learned classifier judges. It needs 1 KB of memory
/// for each block. The longest of 1,700 real pages has fewer than 3,000 blocks. A longer page is
/// judged by the rules that [`crate::Reason`] names, which need no memory.
pub const MAX_LEARNED_BLOCKS: usize = 20_000;

/// Minimum number of words of an article from HTML. Login walls and pages that need scripts leave
/// fewer words. So does a photo with two words under it, which is better viewed on its own page.
pub const MIN_ARTICLE_WORDS: usize = 10;

/// Maximum number of words of an HTML fragment that is an article as a whole, such as an item of a
/// feed. In a longer fragment, the classifier has enough text to judge.
pub const MAX_FRAGMENT_WORDS: usize = 20;

/// Deepest nesting of lists and quotes in a document. Deeper ones are flattened into the deepest.
pub const MAX_DOCUMENT_DEPTH: usize = 24;

/// Maximum number of sentences of a summary. With more, it would no longer be a summary.
pub const MAX_SUMMARY_SENTENCES: usize = 50;

/// How many sentences of a text are ranked for its summary, from the start. 99 of 100 articles have fewer, and the most
/// important sentences are near the start. This bounds the comparisons between sentences.
pub const MAX_RANKED_SENTENCES: usize = 400;

/// Longest title, in characters. A longer one is cut after a word and ends with an ellipsis.
pub const MAX_TITLE_CHARS: usize = 300;

/// Longest excerpt, in characters. A longer one is cut after a word and ends with an ellipsis.
pub const MAX_EXCERPT_CHARS: usize = 1000;

/// Maximum number of authors in a byline. The others are left out. Some papers have hundreds of authors.
pub const MAX_AUTHORS: usize = 20;

/// Maximum number of tags. A longer list contains the topics of the whole site.
pub const MAX_TAGS: usize = 50;

/// Maximum number of bytes of JSON-LD that are parsed per page, over all scripts. Real articles stay under 100 KB.
/// Shops that list every product exceed the limit, and the rest of their scripts is not read.
pub const MAX_JSON_LD_BYTES: usize = 1024 * 1024;

/// Longest URL that is kept, in bytes after resolution. Longer ones are tracking data or `data:` images. Browsers and
/// servers have limits of about the same length.
pub const MAX_URL_BYTES: usize = 8 * 1024;

/// Longest page address or `<base>` for relative links, in bytes without its query. Every relative link repeats it. So
/// the limit bounds how much larger than the page the output can be.
pub const MAX_BASE_URL_BYTES: usize = 2 * 1024;

/// Maximum number of bytes of text that are read to detect its language. The counts of trigrams are
/// stable long before this limit.
pub const LANGUAGE_SAMPLE_BYTES: usize = 4 * 1024;

/// Minimum number of letters for the detection of a language that shares its script with others. For a headline the
/// detector can only guess.
pub const MIN_DETECTABLE_LETTERS: usize = 40;

/// Minimum number of letters of a text whose detected language overrules the declared one.
pub const MIN_OVERRULING_LETTERS: usize = 200;

/// Deepest nesting of elements in the tree. Deeper elements become siblings of the deepest. Browsers use the same
/// number (Blink: `kMaximumHTMLParserDOMTreeDepth`).
pub(crate) const MAX_TREE_DEPTH: usize = 512;

/// Maximum memory for the buffers of lol_html, in bytes. It holds one token at a time, so this is
/// enough for a single tag or comment of the largest size, twice.
pub(crate) const MAX_TOKENIZER_MEMORY: usize = 2 * MAX_INPUT_BYTES;

/// Maximum number of attributes of an element that are read. Real pages have fewer than 60. The
/// list is searched linearly.
pub(crate) const MAX_ATTRIBUTES: usize = 256;

/// Maximum number of rules in [`Options::rules`](crate::Options::rules). Each rule is compared with
/// every block.
pub const MAX_RULES: usize = 100;

/// Longest path, text or heading of a rule, in bytes.
pub const MAX_RULE_BYTES: usize = 300;

/// Longest path of a block, in bytes. Elements further inside are left out of the path. Real pages
/// stay under 200 bytes.
pub(crate) const MAX_PATH_BYTES: usize = 250;

/// Largest size of all paths, as a multiple of the page's bytes, plus [`MIN_PATHS_BYTES`]. The
/// blocks after this limit have no path. On real pages, the paths have less than a third of the
/// page's size.
pub(crate) const MAX_PATHS_GROWTH: usize = 1;

/// Number of bytes of paths that every page may have, see [`MAX_PATHS_GROWTH`].
pub(crate) const MIN_PATHS_BYTES: usize = 256 * 1024;

/// Maximum number of unclosed formatting elements (`<b>`, `<font>` and so on) that continue in the
/// next block. Each block gets a copy of all of them. Real pages have fewer than 10.
pub(crate) const MAX_ACTIVE_FORMATTING: usize = 32;

/// Number of bytes of a page for each copy of a formatting element. A page may have one copy for
/// this many bytes, plus [`MIN_FORMATTING_COPIES`]. After that, unclosed elements end with their
/// block. Without the limit, a page of unclosed tags would produce a tree of
/// [`MAX_ACTIVE_FORMATTING`] times its size.
pub(crate) const BYTES_PER_FORMATTING_COPY: usize = 16;

/// Number of copies of formatting elements that every page may have, see
/// [`BYTES_PER_FORMATTING_COPY`].
pub(crate) const MIN_FORMATTING_COPIES: usize = 1000;

/// Largest size of all addresses in an article, as a multiple of the page's bytes, plus
/// [`MIN_ADDRESS_BYTES`]. After this limit, links are replaced by their text, and images are left
/// out. In real articles, the addresses are smaller than the page.
pub(crate) const MAX_ADDRESS_GROWTH: usize = 2;

/// Number of bytes of addresses that every article may have, see [`MAX_ADDRESS_GROWTH`].
pub(crate) const MIN_ADDRESS_BYTES: usize = 64 * 1024;

/// Largest size of an article as HTML and as Markdown, as a multiple of the page's bytes (as
/// UTF-8), plus [`MIN_OUTPUT_BYTES`]. A larger article becomes plain paragraphs of its text. If
/// even these are too long because of escapes, the result is the error for a page without an
/// article. Real articles are shorter than their pages.
pub(crate) const MAX_OUTPUT_GROWTH: usize = 4;

/// Number of bytes that every output may have, see [`MAX_OUTPUT_GROWTH`].
pub(crate) const MIN_OUTPUT_BYTES: usize = 1024 * 1024;

/// Maximum number of columns or rows that one table cell spans. This is the HTML standard's limit
/// for columns.
pub(crate) const MAX_SPAN: u16 = 1000;

/// Longest formula, in bytes of LaTeX. A longer one is left out. The formulas of textbooks stay
/// under 2 KB.
pub(crate) const MAX_FORMULA_BYTES: usize = 16 * 1024;

/// Number of bytes at a page's start that are searched for a charset declaration. The HTML standard
/// requires 1,024. But many pages put scripts and styles before the declaration, and browsers read
/// further.
pub(crate) const META_PRESCAN_BYTES: usize = 4096;

/// Number of bytes that the charset detector reads, starting at the first byte outside ASCII. A few
/// hundred are enough. The rest is for the markup between the words.
pub(crate) const CHARSET_DETECTION_BYTES: usize = 256 * 1024;

/// Minimum number of letters for the detection of a language whose script or letters no other
/// language uses. One word is enough.
pub(crate) const MIN_SCRIPT_LETTERS: usize = 6;

/// Maximum number of headings that are compared with the titles in metadata. The headline is one of
/// the first headings.
pub(crate) const MAX_HEADINGS: usize = 200;

/// Longest name of an author or a site, in characters. A longer text is a sentence and is dropped.
pub(crate) const MAX_NAME_CHARS: usize = 60;

/// Largest plausible width or height of an image, in pixels. Web image formats end at 65,535.
pub(crate) const MAX_IMAGE_PIXELS: u32 = 65_535;
