//! The boundary to JavaScript: reads values, calls the core, and returns a plain object.
//!
//! All arguments are unchecked: the input can be any value, and the options can have any keys and
//! types. Sizes are checked before bytes are copied into this module's memory, because the memory
//! never shrinks. An error is thrown as `{code, message}`. For a page without an article, it also
//! has `metadata`. The package's scripts turn it into an `UnchaffError`.

// No argument can cause a panic. `expect` is allowed only where no value can make it fail, with the
// reason.
#![warn(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod answer;
#[cfg(feature = "bench")]
mod bench;
mod failure;
mod options;

use answer::{RuleAnswer, SentenceAnswer, Utf16, answer, plain};
use failure::Failure;
use js_sys::{Array, ArrayBuffer, JsString, Reflect, Uint8Array};
use options::{clean_options, corrections, counts, entries, length, string};
use unchaff::limits::MAX_INPUT_BYTES;
use unchaff::{Article, BlockReport, Error, Input, InputType, Options, Reason, SummaryOptions};
use wasm_bindgen::prelude::*;

/// Maximum number of pages that are joined into one article. The longest articles have a few dozen.
const MAX_JOINED_PAGES: usize = 200;

/// Cleans a page. See `clean` in js/entries/index.d.ts.
#[wasm_bindgen]
pub fn clean(input: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    clean_page(input, options).map_err(Failure::into_js)
}

/// Returns a page's article only as Markdown. See `toMarkdown` in js/entries/index.d.ts.
#[wasm_bindgen(js_name = toMarkdown)]
pub fn to_markdown(input: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    alone(input, options, |page, options| unchaff::to_markdown(page, options)).map_err(Failure::into_js)
}

/// Returns a page's article only as text. See `toText` in js/entries/index.d.ts.
#[wasm_bindgen(js_name = toText)]
pub fn to_text(input: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    alone(input, options, |page, options| unchaff::to_text(page, options)).map_err(Failure::into_js)
}

/// Cleans the pages of one article and joins them. See `join` in js/entries/index.d.ts.
#[wasm_bindgen]
pub fn join(pages: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    join_pages(pages, options).map_err(Failure::into_js)
}

/// Makes rules from a person's corrections. See `learnRules` in js/entries/index.d.ts.
#[wasm_bindgen(js_name = learnRules)]
pub fn learn_rules(article: &JsValue, corrections: &JsValue) -> Result<JsValue, JsValue> {
    learned_rules(article, corrections).map_err(Failure::into_js)
}

/// Returns `true` if a page probably has an article. See `probablyReadable` in
/// js/entries/index.d.ts.
#[wasm_bindgen(js_name = probablyReadable)]
pub fn probably_readable(page: &JsValue) -> Result<bool, JsValue> {
    match page_of(page, &Options::new()) {
        Ok(page) => Ok(unchaff::probably_readable(page.as_input())),
        Err(Failure { code: "input-too-large", .. }) => Ok(false),
        Err(failure) => Err(failure.into_js()),
    }
}

/// Summarizes a text. See `summarize` in js/entries/index.d.ts.
#[wasm_bindgen]
pub fn summarize(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    summarize_text(text, options).map_err(Failure::into_js)
}

/// Finds a text's keywords. See `keywords` in js/entries/index.d.ts.
#[wasm_bindgen]
pub fn keywords(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    find_keywords(text, options).map_err(Failure::into_js)
}

/// Throws the error that `clean` and `join` would throw for these options. See `checkOptions` in
/// js/entries/index.d.ts.
#[wasm_bindgen(js_name = checkOptions)]
pub fn check_options(options: &JsValue) -> Result<(), JsValue> {
    usable_options(options).map_err(Failure::into_js)
}

fn usable_options(options: &JsValue) -> Result<(), Failure> {
    let (options, _) = clean_options(options)?;
    Ok(options.check()?)
}

fn clean_page(input: &JsValue, options: &JsValue) -> Result<JsValue, Failure> {
    let (options, omitted) = clean_options(options)?;
    let page = timed(|| page_of(input, &options))?;
    Ok(answer(&unchaff::clean(page.as_input(), &options)?, &options, omitted))
}

/// Makes a single text of a page's article. `make` is the function that makes it.
fn alone(
    input: &JsValue,
    options: &JsValue,
    make: impl FnOnce(Input, &Options) -> Result<String, Error>,
) -> Result<String, Failure> {
    let (options, _) = clean_options(options)?;
    let page = timed(|| page_of(input, &options))?;
    Ok(make(page.as_input(), &options)?)
}

fn join_pages(pages: &JsValue, options: &JsValue) -> Result<JsValue, Failure> {
    let (options, omitted) = clean_options(options)?;
    for (name, numbers) in [("keep", &options.keep), ("drop", &options.drop)] {
        if !numbers.is_empty() {
            return Err(Failure::of_option(
                name,
                "it numbers the blocks of one page; give it beside that page's input",
            ));
        }
    }
    if !Array::is_array(pages) {
        return Err(Failure::of_option("pages", "it must be an array of pages, or of { input, url }"));
    }
    let pages: &Array = pages.unchecked_ref();
    if pages.length() as usize > MAX_JOINED_PAGES {
        return Err(Failure::of_option("pages", &format!("it holds more than {MAX_JOINED_PAGES}")));
    }
    let mut articles = Vec::new();
    for page in pages.iter() {
        let mut own = options.clone();
        let input = property(&page, "input");
        let input = if input.is_undefined() {
            page
        } else {
            for (name, value) in entries(&page, &["input", "url", "keep", "drop"])? {
                match name.as_str() {
                    "url" => own = own.url(string(&name, &value)?),
                    "keep" => own = own.keep(counts(&name, &value)?),
                    "drop" => own = own.drop(counts(&name, &value)?),
                    _ => {}
                }
            }
            input
        };
        let page = page_of(&input, &own)?;
        articles.push(unchaff::clean(page.as_input(), &own)?);
    }
    Ok(answer(&unchaff::join(articles, &options)?, &options, omitted))
}

fn learned_rules(article: &JsValue, corrected: &JsValue) -> Result<JsValue, Failure> {
    let blocks = property(article, "blocks");
    if !Array::is_array(&blocks) {
        return Err(Failure::of_option("article", "it has no blocks; give what clean answered, with its blocks"));
    }
    let said = |value: &JsValue, name: &str| property(value, name).as_string();
    let block = |block: JsValue| BlockReport {
        text: said(&block, "text").unwrap_or_default(),
        path: said(&block, "path").unwrap_or_default(),
        kept: property(&block, "kept").is_truthy(),
        reason: match said(&block, "reason").as_deref() {
            Some("hidden") => Reason::Hidden,
            _ => Reason::Prose,
        },
        probability: 0.0,
        influences: Vec::new(),
    };
    let mut known = Article::default();
    known.blocks = blocks.unchecked_ref::<Array>().iter().map(block).collect();
    known.metadata.title = said(article, "title");
    known.metadata.language = said(article, "lang");
    known.input_type = match said(article, "type").as_deref() {
        Some("text") => InputType::Text,
        _ => InputType::Html,
    };
    let rules = unchaff::learn_rules(&known, &corrections(corrected)?)?;
    Ok(plain(&rules.iter().map(RuleAnswer::new).collect::<Vec<_>>()))
}

/// A page that was read from JavaScript.
enum Page {
    Text(String),
    Bytes(Vec<u8>),
}

impl Page {
    fn as_input(&self) -> Input<'_> {
        match self {
            Page::Text(text) => Input::Text(text),
            Page::Bytes(bytes) => Input::Bytes(bytes),
        }
    }
}

/// Reads a page. The package's scripts have already converted documents and elements to strings.
fn page_of(input: &JsValue, options: &Options) -> Result<Page, Failure> {
    if input.is_string() {
        return Ok(Page::Text(text_of(input, options.max_bytes)?));
    }
    let bytes = bytes_of(input)?;
    check_size(bytes.byte_length() as usize, options.max_bytes)?;
    Ok(Page::Bytes(bytes.to_vec()))
}

fn summarize_text(text: &JsValue, options: &JsValue) -> Result<JsValue, Failure> {
    const KNOWN: [&str; 8] = [
        "title",
        "description",
        "sentences",
        "summaryShare",
        "summaryCharacters",
        "language",
        // The older names of the two lengths.
        "share",
        "characters",
    ];
    let mut settings = SummaryOptions::new();
    let mut lengths = Vec::new();
    for (name, value) in entries(options, &KNOWN)? {
        match name.as_str() {
            "title" => settings = settings.title(string(&name, &value)?),
            "description" => settings = settings.description(string(&name, &value)?),
            "language" => settings = settings.language(string(&name, &value)?),
            _ => lengths.push((name, value)),
        }
    }
    let text = whole_text(text)?;
    let sentences = unchaff::summarize(&text, &settings.length(length(&lengths)?))?;
    let mut units = Utf16::new(&text);
    let answer: Vec<SentenceAnswer> = sentences
        .iter()
        .map(|sentence| SentenceAnswer::new(&sentence.text, sentence.range.clone(), &mut units))
        .collect();
    Ok(plain(&answer))
}

fn find_keywords(text: &JsValue, options: &JsValue) -> Result<JsValue, Failure> {
    let (mut title, mut language) = (None, None);
    for (name, value) in entries(options, &["title", "language"])? {
        let value = Some(string(&name, &value)?);
        if name == "title" { title = value } else { language = value }
    }
    Ok(plain(&unchaff::keywords(&whole_text(text)?, title.as_deref(), language.as_deref())))
}

fn whole_text(text: &JsValue) -> Result<String, Failure> {
    if !text.is_string() {
        return Err(Failure::of_option("text", "it must be a string"));
    }
    text_of(text, MAX_INPUT_BYTES)
}

/// Returns the text of a JavaScript string, if it is not too long.
fn text_of(value: &JsValue, limit: usize) -> Result<String, Failure> {
    // A UTF-16 unit takes at least one byte in UTF-8. So this rejects most long strings without
    // measuring them, and the core counts exactly.
    let units = value.dyn_ref::<JsString>().map_or(0, JsString::length);
    if units as usize > limit {
        return Err(Failure::too_long(limit));
    }
    Ok(value.as_string().unwrap_or_default())
}

/// Returns a view of the bytes of a typed array or buffer. The check does not use their class,
/// because values of another frame have another class.
fn bytes_of(value: &JsValue) -> Result<Uint8Array, Failure> {
    if ArrayBuffer::is_view(value) {
        let view: &Uint8Array = value.unchecked_ref();
        return Ok(Uint8Array::new_with_byte_offset_and_length(&view.buffer(), view.byte_offset(), view.byte_length()));
    }
    if value.is_object() && property(value, "byteLength").as_f64().is_some() {
        return Ok(Uint8Array::new(value));
    }
    Err(Failure::of_option("input", "it must be a string, a Uint8Array or an ArrayBuffer"))
}

fn check_size(bytes: usize, limit: usize) -> Result<(), Error> {
    if bytes > limit { Err(Error::InputTooLarge { bytes, limit }) } else { Ok(()) }
}

/// Returns the value of a property, or `undefined` if there is none or the getter throws.
fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}

/// Runs work at the boundary, and measures its time for benchmarks.
#[inline(always)]
fn timed<T>(work: impl FnOnce() -> T) -> T {
    #[cfg(feature = "bench")]
    return unchaff::internals::stage::timed(unchaff::internals::stage::Stage::Boundary, work);
    #[cfg(not(feature = "bench"))]
    work()
}
