//! Every limit that the crate keeps, with its reason. Past a limit there is a typed error, or an answer that is a little less
//! good in the way that is said here; never a silent cut.

/// Largest input in bytes. The largest page of a corpus of 1,500 real ones has 5.3 MB. Past 32 MB a WebAssembly instance in a
/// phone's browser runs short of memory.
pub const MAX_INPUT_BYTES: usize = 32 * 1024 * 1024;

/// Smallest [`Options::beta`](crate::Options::beta). Below it hardly anything would be kept.
pub const MIN_BETA: f64 = 0.1;

/// Largest [`Options::beta`](crate::Options::beta). Above it hardly anything would be left out.
pub const MAX_BETA: f64 = 10.0;

/// Most blocks of a page that the learned classifier judges; it takes 1 KB for each. Of 1,700 real pages the longest has
/// under 3,000. A longer page is judged by the rules that [`crate::Reason`] names, which take no memory.
pub const MAX_LEARNED_BLOCKS: usize = 20_000;

/// Fewest words that a page in HTML must give to count as an article. What login walls and pages that need script leave is
/// shorter. So is a photo with two words under it, which its own page shows better.
pub const MIN_ARTICLE_WORDS: usize = 10;

/// A fragment of HTML of fewer words is its own article, as the items of feeds are. In a longer one the classifier has enough to
/// judge.
pub const MAX_FRAGMENT_WORDS: usize = 20;

/// Deepest nesting of lists and quotes in a document. Deeper ones are flattened into the deepest.
pub const MAX_DOCUMENT_DEPTH: usize = 24;

/// Most sentences of a summary. A longer one would no longer be a summary.
pub const MAX_SUMMARY_SENTENCES: usize = 50;

/// Sentences of a text that are ranked for its summary, from the start: 99 of 100 articles have fewer, and what
/// tells most of a text stands near its start. It bounds the comparisons between sentences.
pub const MAX_RANKED_SENTENCES: usize = 400;

/// Longest title, in characters; a longer one is cut after a word and ends with an ellipsis.
pub const MAX_TITLE_CHARS: usize = 300;

/// Longest excerpt, in characters; a longer one is cut after a word and ends with an ellipsis.
pub const MAX_EXCERPT_CHARS: usize = 1000;

/// Most authors in a byline; the rest is left out. Papers with hundreds of authors exist.
pub const MAX_AUTHORS: usize = 20;

/// Most tags; past it they are a list of the site's topics.
pub const MAX_TAGS: usize = 50;

/// Bytes of JSON-LD parsed in one page, all scripts together. Real articles stay under 100 KB; shops that list
/// every product go past it, and the rest of their scripts is not read.
pub const MAX_JSON_LD_BYTES: usize = 1024 * 1024;

/// Longest URL kept, in bytes after resolution. Longer ones are tracking data or `data:` images; browsers
/// and servers give up at about the same length.
pub const MAX_URL_BYTES: usize = 8 * 1024;

/// Longest page address or `<base>` that links resolve against, in bytes without its query. Every relative
/// link repeats it, so it bounds how much larger than the page its output can be.
pub const MAX_BASE_URL_BYTES: usize = 2 * 1024;

/// Bytes of text read to tell its language: trigram counts settle well before.
pub const LANGUAGE_SAMPLE_BYTES: usize = 4 * 1024;

/// Fewest letters from which a language is told that shares its script with others; on a headline the detector guesses.
pub const MIN_DETECTABLE_LETTERS: usize = 40;

/// Fewest letters with which a detected language overrules the one that the page declares.
pub const MIN_OVERRULING_LETTERS: usize = 200;

/// Deepest nesting of elements that the tree keeps; deeper elements become siblings of the deepest. Browsers
/// use the same number (Blink: `kMaximumHTMLParserDOMTreeDepth`).
pub(crate) const MAX_TREE_DEPTH: usize = 512;

/// Memory that lol_html may use for what it buffers, in bytes: it holds one token at a time, so this is the
/// longest single tag or comment, twice over.
pub(crate) const MAX_TOKENIZER_MEMORY: usize = 2 * MAX_INPUT_BYTES;

/// Most attributes read of one element. Real pages stay under 60; the list is searched linearly.
pub(crate) const MAX_ATTRIBUTES: usize = 256;

/// Most formatting elements (`<b>`, `<font>` and so on) that go on in the next block while they are not closed.
/// Each block gets a copy of all of them. Real pages stay under 10.
pub(crate) const MAX_ACTIVE_FORMATTING: usize = 32;

/// A page has at most one copy of a formatting element for so many of its bytes, and [`MIN_FORMATTING_COPIES`] on top; past it,
/// unclosed ones end with their block. Without it a page of unclosed tags asks for a tree of [`MAX_ACTIVE_FORMATTING`] times
/// its size.
pub(crate) const BYTES_PER_FORMATTING_COPY: usize = 16;

/// Copies of formatting elements that every page may have, see [`BYTES_PER_FORMATTING_COPY`].
pub(crate) const MIN_FORMATTING_COPIES: usize = 1000;

/// Addresses of links and images in an article may take so many times the bytes of its page, and [`MIN_ADDRESS_BYTES`] on top.
/// Past it links are left as their words, and images out. Real pages stay under their own size.
pub(crate) const MAX_ADDRESS_GROWTH: usize = 2;

/// Bytes of addresses that every article may have, see [`MAX_ADDRESS_GROWTH`].
pub(crate) const MIN_ADDRESS_BYTES: usize = 64 * 1024;

/// An article as HTML, and as Markdown, has at most so many times the bytes of its page (as UTF-8), and [`MIN_OUTPUT_BYTES`]
/// on top. Past it the article is its text in plain paragraphs; where signs that both have to escape make even that too
/// long, nothing is readable. Real articles are shorter than their pages.
pub(crate) const MAX_OUTPUT_GROWTH: usize = 4;

/// Bytes that every output may have, see [`MAX_OUTPUT_GROWTH`].
pub(crate) const MIN_OUTPUT_BYTES: usize = 1024 * 1024;

/// Most columns or rows that a cell of a table takes: the limit for columns of the HTML standard.
pub(crate) const MAX_SPAN: u16 = 1000;

/// Longest formula, in bytes of LaTeX; a longer one is left out. Those of textbooks stay under 2 KB.
pub(crate) const MAX_FORMULA_BYTES: usize = 16 * 1024;

/// Bytes at a page's start in which its own charset declaration is looked for. The HTML standard asks for
/// 1,024; pages that put scripts and styles before it are common, and browsers read on.
pub(crate) const META_PRESCAN_BYTES: usize = 4096;

/// Bytes that the charset detector reads, from the first one outside ASCII on. It is sure after a few
/// hundred; markup between the words takes the rest.
pub(crate) const CHARSET_DETECTION_BYTES: usize = 256 * 1024;

/// Fewest letters from which a language is told that has its script or its letters for itself: one word.
pub(crate) const MIN_SCRIPT_LETTERS: usize = 6;

/// Most headings compared with the titles that a page's metadata gives; the headline is among the first.
pub(crate) const MAX_HEADINGS: usize = 200;

/// Longest name of one author or of a site, in characters; a longer one is a sentence and is dropped.
pub(crate) const MAX_NAME_CHARS: usize = 60;

/// Largest width or height of an image that is believed, in pixels: image formats of the web end at 65,535.
pub(crate) const MAX_IMAGE_PIXELS: u32 = 65_535;
