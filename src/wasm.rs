//! The boundary to JavaScript: values in, call the core, a plain object out.
//!
//! The only module that names wasm-bindgen. Everything that arrives here is unchecked: any value for the input, any
//! keys and types in the options. Sizes are compared before a byte is copied into this module's memory, which never
//! shrinks again. Errors leave as `{code, message}`; the package's scripts turn them into `UnchaffError`.

use js_sys::{Array, ArrayBuffer, JSON, JsString, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use web_sys::Document;

use crate::language::Direction;
use crate::stage::{Stage, timed};
use crate::url::SafeUrl;
use crate::{Article, Error, Influence, Input, InputType, MAX_INPUT_BYTES, MAX_JOINED_PAGES, Options, SummaryOptions};
use options::{Omitted, clean_options, counts, entries, invalid, length, string};
use std::ops::Range;

#[cfg(feature = "bench")]
pub(crate) mod bench;
mod options;

/// Cleans a page; see `clean` in js/index.d.ts.
#[wasm_bindgen]
pub fn clean(input: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    clean_page(input, options).map_err(|error| failure(&error))
}

/// Cleans the pages of one article and joins them; see `join` in js/index.d.ts.
#[wasm_bindgen]
pub fn join(pages: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    join_pages(pages, options).map_err(|error| failure(&error))
}

/// Whether a page probably has an article; see `probablyReadable` in js/index.d.ts.
#[wasm_bindgen(js_name = probablyReadable)]
pub fn probably_readable(page: &JsValue) -> Result<bool, JsValue> {
    let options = Options { input_type: InputType::Html, ..Options::default() };
    match page_of(page, options) {
        Ok((page, _)) => Ok(crate::probably_readable(page.as_input())),
        Err(Error::InputTooLarge { .. }) => Ok(false),
        Err(error) => Err(failure(&error)),
    }
}

/// Summarises a text; see `summarize` in js/index.d.ts.
#[wasm_bindgen]
pub fn summarize(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    summarize_text(text, options).map_err(|error| failure(&error))
}

/// Finds a text's keywords; see `keywords` in js/index.d.ts.
#[wasm_bindgen]
pub fn keywords(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    find_keywords(text, options).map_err(|error| failure(&error))
}

fn clean_page(input: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let (options, omitted) = clean_options(options)?;
    let (page, options) = timed(Stage::Boundary, || page_of(input, options))?;
    Ok(answer(&crate::clean(page.as_input(), &options)?, &options, omitted))
}

fn join_pages(pages: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let (options, omitted) = clean_options(options)?;
    for (name, numbers) in [("keep", &options.keep), ("drop", &options.drop)] {
        if !numbers.is_empty() {
            return Err(invalid(name, "it numbers the blocks of one page; give it beside that page's input"));
        }
    }
    if !Array::is_array(pages) {
        return Err(invalid("pages", "it has to be an array of pages, or of { input, url }"));
    }
    let pages: &Array = pages.unchecked_ref();
    if pages.length() as usize > MAX_JOINED_PAGES {
        return Err(invalid("pages", &format!("it holds more than {MAX_JOINED_PAGES}")));
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
                    "url" => own.url = Some(string(&name, &value)?),
                    "keep" => own.keep = counts(&name, &value)?,
                    "drop" => own.drop = counts(&name, &value)?,
                    _ => {}
                }
            }
            input
        };
        let (page, own) = page_of(&input, own)?;
        articles.push(crate::clean(page.as_input(), &own)?);
    }
    Ok(answer(&crate::join(articles, &options)?, &options, omitted))
}

/// A page taken over from JavaScript.
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

/// Takes a page over, and from a document its address and type too.
fn page_of(input: &JsValue, mut options: Options) -> Result<(Page, Options), Error> {
    let page = if is_document(input) {
        let document: &Document = input.unchecked_ref();
        options.url = options.url.or_else(|| property(document, "URL").as_string());
        options.input_type = InputType::Html;
        let html = document.document_element().map(|root| property(&root, "outerHTML")).unwrap_or_default();
        Page::Text(text_of(&html, options.max_bytes)?)
    } else if input.is_string() {
        Page::Text(text_of(input, options.max_bytes)?)
    } else {
        let bytes = bytes_of(input)?;
        check_size(bytes.byte_length() as usize, options.max_bytes)?;
        Page::Bytes(bytes.to_vec())
    };
    Ok((page, options))
}

fn summarize_text(text: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let mut settings = SummaryOptions::default();
    let mut lengths = Vec::new();
    for (name, value) in entries(options, &["title", "description", "sentences", "share", "characters", "language"])? {
        match name.as_str() {
            "title" => settings.title = Some(string(&name, &value)?),
            "description" => settings.description = Some(string(&name, &value)?),
            "language" => settings.language = Some(string(&name, &value)?),
            _ => lengths.push((name, value)),
        }
    }
    settings.length = length(&lengths)?.unwrap_or_default();
    let text = whole_text(text)?;
    let sentences = crate::summarize(&text, &settings)?;
    let mut units = Utf16::new(&text);
    let answer: Vec<SentenceAnswer> = sentences
        .iter()
        .map(|sentence| SentenceAnswer::new(&sentence.text, sentence.range.clone(), &mut units))
        .collect();
    Ok(plain(&answer))
}

fn find_keywords(text: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let (mut title, mut language) = (None, None);
    for (name, value) in entries(options, &["title", "language"])? {
        let value = Some(string(&name, &value)?);
        if name == "title" { title = value } else { language = value }
    }
    Ok(plain(&crate::keywords(&whole_text(text)?, title.as_deref(), language.as_deref())))
}

fn whole_text(text: &JsValue) -> Result<String, Error> {
    if !text.is_string() {
        return Err(invalid("text", "it has to be a string"));
    }
    text_of(text, MAX_INPUT_BYTES)
}

/// Whether the value is a DOM document. Told by its node type, not its class: one of another frame or of jsdom has
/// another class.
fn is_document(value: &JsValue) -> bool {
    const DOCUMENT_NODE: f64 = 9.0;
    value.is_object() && property(value, "nodeType").as_f64() == Some(DOCUMENT_NODE)
}

/// The text of a JavaScript string, if it is not too long.
fn text_of(value: &JsValue, limit: usize) -> Result<String, Error> {
    // A UTF-16 unit takes at least one byte of UTF-8, so this refuses without measuring; the core counts exactly.
    let units = value.dyn_ref::<JsString>().map_or(0, JsString::length);
    check_size(units as usize, limit)?;
    Ok(value.as_string().unwrap_or_default())
}

/// A view of the bytes of a typed array or buffer. Told by what they can do, not by their class, as in
/// [`is_document`].
fn bytes_of(value: &JsValue) -> Result<Uint8Array, Error> {
    if ArrayBuffer::is_view(value) {
        let view: &Uint8Array = value.unchecked_ref();
        return Ok(Uint8Array::new_with_byte_offset_and_length(&view.buffer(), view.byte_offset(), view.byte_length()));
    }
    if value.is_object() && property(value, "byteLength").as_f64().is_some() {
        return Ok(Uint8Array::new(value));
    }
    Err(invalid("input", "it has to be a string, a Uint8Array, an ArrayBuffer or a Document"))
}

fn check_size(bytes: usize, limit: usize) -> Result<(), Error> {
    if bytes > limit { Err(Error::InputTooLarge { bytes, limit }) } else { Ok(()) }
}

/// A property's value; `undefined` where there is none or the getter throws.
fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}

/// An article as JavaScript sees it, by the names of Mozilla Readability where the thing is the same.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    r#type: &'static str,
    page_type: Option<&'static str>,
    page_type_confidence: Option<f64>,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    authors: &'a [String],
    dir: Option<&'static str>,
    lang: Option<&'a str>,
    content: String,
    text_content: &'a str,
    length: usize,
    excerpt: Option<&'a str>,
    description: Option<&'a str>,
    site_name: Option<&'a str>,
    publisher: Option<&'a str>,
    published_time: Option<&'a str>,
    modified_time: Option<&'a str>,
    image: Option<&'a str>,
    image_width: Option<u32>,
    image_height: Option<u32>,
    image_alt: Option<&'a str>,
    favicon: Option<&'a str>,
    url: Option<&'a str>,
    next_page: Option<&'a str>,
    section: Option<&'a str>,
    tags: &'a [String],
    license: Option<&'a str>,
    is_accessible_for_free: Option<bool>,
    links: Vec<LinkAnswer>,
    markdown: String,
    summary: Vec<&'a str>,
    summary_sentences: Vec<PlacedSentence<'a>>,
    keywords: &'a [String],
    word_count: usize,
    reading_time: usize,
    reading_time_range: (usize, usize),
    second_article: Option<SecondArticleAnswer<'a>>,
    blocks: Vec<BlockAnswer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<BTreeMap<&'static str, String>>,
}

#[derive(Serialize)]
struct LinkAnswer {
    url: String,
    text: String,
}

/// A sentence and its place in the text, in the units of JavaScript's strings.
#[derive(Serialize)]
struct SentenceAnswer<'a> {
    text: &'a str,
    start: Option<usize>,
    end: Option<usize>,
}

impl<'a> SentenceAnswer<'a> {
    fn new(text: &'a str, range: Option<Range<usize>>, units: &mut Utf16) -> Self {
        let place = range.map(|range| (units.before(range.start), units.before(range.end)));
        SentenceAnswer { text, start: place.map(|(start, _)| start), end: place.map(|(_, end)| end) }
    }
}

#[derive(Serialize)]
struct PlacedSentence<'a> {
    #[serde(flatten)]
    sentence: SentenceAnswer<'a>,
    block: Option<usize>,
}

/// Counts UTF-16 code units, which JavaScript's strings are made of, from places in UTF-8 that only go forward.
struct Utf16<'a> {
    text: &'a str,
    bytes: usize,
    units: usize,
}

impl<'a> Utf16<'a> {
    fn new(text: &'a str) -> Self {
        Utf16 { text, bytes: 0, units: 0 }
    }

    fn before(&mut self, bytes: usize) -> usize {
        self.units += self.text.get(self.bytes..bytes).unwrap_or_default().encode_utf16().count();
        self.bytes = bytes;
        self.units
    }
}

#[derive(Serialize)]
struct SecondArticleAnswer<'a> {
    title: &'a str,
    block: usize,
}

#[derive(Serialize)]
struct BlockAnswer<'a> {
    text: &'a str,
    kept: bool,
    reason: &'static str,
    probability: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    influences: Option<Vec<InfluenceAnswer>>,
}

#[derive(Serialize)]
struct InfluenceAnswer {
    evidence: &'static str,
    pull: f64,
}

impl<'a> Answer<'a> {
    fn new(article: &'a Article, options: &Options, omitted: Omitted) -> Self {
        let metadata = &article.metadata;
        let mut units = Utf16::new(&article.text);
        let image = metadata.image.as_ref();
        let sources = || metadata.sources.iter().map(|(field, source)| (field, source.to_string())).collect();
        Answer {
            r#type: match article.input_type {
                InputType::Text => "text",
                _ => "html",
            },
            page_type: article.page_type.map(|guess| guess.page_type.as_str()),
            page_type_confidence: article.page_type.map(|guess| thousandths(guess.confidence)),
            title: metadata.title.as_deref(),
            byline: metadata.byline.as_deref(),
            authors: &metadata.authors,
            dir: metadata.direction.map(|direction| match direction {
                Direction::Ltr => "ltr",
                Direction::Rtl => "rtl",
            }),
            lang: metadata.language.as_deref(),
            content: unless(omitted.content, || article.html()),
            text_content: &article.text,
            // JavaScript counts UTF-16 units.
            length: article.text.encode_utf16().count(),
            excerpt: metadata.excerpt.as_deref(),
            description: metadata.description.as_deref(),
            site_name: metadata.site_name.as_deref(),
            publisher: metadata.publisher.as_deref(),
            published_time: metadata.published_time.as_deref(),
            modified_time: metadata.modified_time.as_deref(),
            image: image.map(|image| image.url.as_str()),
            image_width: image.and_then(|image| image.width),
            image_height: image.and_then(|image| image.height),
            image_alt: image.and_then(|image| image.alt.as_deref()),
            favicon: metadata.favicon.as_ref().map(SafeUrl::as_str),
            url: metadata.url.as_ref().map(SafeUrl::as_str),
            next_page: metadata.next_page.as_ref().map(SafeUrl::as_str),
            section: metadata.section.as_deref(),
            tags: &metadata.tags,
            license: metadata.license.as_ref().map(SafeUrl::as_str),
            is_accessible_for_free: metadata.is_accessible_for_free,
            links: unless(omitted.links, || article.links())
                .into_iter()
                .map(|link| LinkAnswer { url: link.url.as_str().to_owned(), text: link.text })
                .collect(),
            markdown: unless(omitted.markdown, || article.markdown()),
            summary: article.summary.iter().map(|sentence| sentence.text.as_str()).collect(),
            summary_sentences: article
                .summary
                .iter()
                .map(|sentence| PlacedSentence {
                    sentence: SentenceAnswer::new(&sentence.text, sentence.range.clone(), &mut units),
                    block: sentence.block,
                })
                .collect(),
            keywords: &article.keywords,
            word_count: article.word_count,
            reading_time: article.reading_minutes,
            reading_time_range: article.reading_range,
            second_article: article
                .second_article
                .as_ref()
                .map(|second| SecondArticleAnswer { title: &second.title, block: second.block }),
            blocks: unless(omitted.blocks, || &article.blocks[..])
                .iter()
                .map(|block| BlockAnswer {
                    text: &block.text,
                    kept: block.kept,
                    reason: block.reason.as_str(),
                    probability: thousandths(block.probability),
                    influences: options.explain.then(|| {
                        let answer = |i: &Influence| InfluenceAnswer {
                            evidence: i.evidence.as_str(),
                            pull: thousandths(i.pull),
                        };
                        block.influences.iter().map(answer).collect()
                    }),
                })
                .collect(),
            sources: options.explain.then(sources),
        }
    }
}

/// What `make` makes, or nothing where it is not wanted.
fn unless<T: Default>(is_omitted: bool, make: impl FnOnce() -> T) -> T {
    if is_omitted { T::default() } else { make() }
}

/// The answer as a plain object. JSON-LD is parsed by the host, which makes a property of every name: set one by one,
/// `__proto__` would be none.
#[allow(clippy::expect_used, reason = "no page decides whether JSON can be written")]
fn answer(article: &Article, options: &Options, omitted: Omitted) -> JsValue {
    let answer = Answer::new(article, options, omitted);
    let answer = timed(Stage::Boundary, || plain(&answer));
    if options.json_ld {
        let text = serde_json::to_string(&article.json_ld).expect("JSON always serializes");
        let value = certain(JSON::parse(&text), "it was written a line above");
        certain(Reflect::set(&answer, &JsValue::from_str("jsonLd"), &value), "a plain object takes properties");
    }
    answer
}

/// Three digits say all that there is to say, and print the same everywhere.
fn thousandths(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

#[derive(Serialize)]
struct Failure {
    code: &'static str,
    message: String,
}

fn failure(error: &Error) -> JsValue {
    plain(&Failure { code: error.code(), message: error.to_string() })
}

/// A plain object, as `JSON.parse` would make it.
fn plain(value: &impl Serialize) -> JsValue {
    certain(value.serialize(&Serializer::json_compatible()), "strings, numbers and lists of them always serialize")
}

/// What no page can make fail. `expect` would write the host's error, for which the module would need one more import.
#[allow(clippy::panic, reason = "the types decide whether it fails, not their values")]
fn certain<T, E>(result: Result<T, E>, why: &str) -> T {
    result.unwrap_or_else(|_| panic!("{why}"))
}
