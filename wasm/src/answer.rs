//! The article in the form that JavaScript gets: a plain object.

use crate::options::Omitted;
use crate::timed;
use js_sys::{JSON, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::collections::BTreeMap;
use std::ops::Range;
use unchaff::language::Direction;
use unchaff::url::SafeUrl;
use unchaff::{Article, InputType, Metadata, Options, Post, Rule};
use wasm_bindgen::prelude::*;

/// An article in the form that JavaScript gets. Fields that Mozilla Readability also has use the
/// same names.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    r#type: &'static str,
    page_type: Option<&'static str>,
    page_type_confidence: Option<f64>,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    authors: &'a [String],
    source: Option<&'a str>,
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
    matched_rules: &'a [usize],
    notice: Option<NoticeAnswer>,
    posts: Vec<PostAnswer<'a>>,
    comments: Vec<PostAnswer<'a>>,
    blocks: Vec<BlockAnswer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sources: Option<BTreeMap<&'static str, String>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PostAnswer<'a> {
    author: Option<&'a str>,
    published_time: Option<&'a str>,
    shown_time: Option<&'a str>,
    url: Option<&'a str>,
    depth: u16,
    score: Option<i32>,
    blocks: (usize, usize),
    text: &'a str,
}

impl<'a> PostAnswer<'a> {
    fn new(post: &'a Post) -> Self {
        let Post { header, blocks, text } = post;
        PostAnswer {
            author: header.author.as_deref(),
            published_time: header.published_time.as_deref(),
            shown_time: header.shown_time.as_deref(),
            url: header.url.as_ref().map(SafeUrl::as_str),
            depth: header.depth,
            score: header.score,
            blocks: (blocks.start, blocks.end),
            text,
        }
    }
}

#[derive(Serialize)]
struct LinkAnswer {
    url: String,
    text: String,
}

/// A sentence and its place in the text, in the units of JavaScript's strings.
#[derive(Serialize)]
pub(crate) struct SentenceAnswer<'a> {
    text: &'a str,
    start: Option<usize>,
    end: Option<usize>,
}

impl<'a> SentenceAnswer<'a> {
    pub(crate) fn new(text: &'a str, range: Option<Range<usize>>, units: &mut Utf16) -> Self {
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

/// Converts places in UTF-8 to UTF-16 code units, which JavaScript's strings use. The places must
/// be in ascending order.
pub(crate) struct Utf16<'a> {
    text: &'a str,
    bytes: usize,
    units: usize,
}

impl<'a> Utf16<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
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
struct NoticeAnswer {
    code: &'static str,
    message: &'static str,
}

#[derive(Serialize)]
struct BlockAnswer<'a> {
    text: &'a str,
    path: &'a str,
    kept: bool,
    reason: &'static str,
    probability: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    influences: Option<Vec<InfluenceAnswer>>,
}

/// A rule in the form that JavaScript passes and gets.
#[derive(Serialize)]
pub(crate) struct RuleAnswer<'a> {
    action: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    under: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> RuleAnswer<'a> {
    pub(crate) fn new(rule: &'a Rule) -> Self {
        RuleAnswer {
            action: rule.action.as_str(),
            path: rule.path.as_deref(),
            under: rule.under.as_deref(),
            text: rule.text.as_deref(),
        }
    }
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
            source: metadata.source.as_deref(),
            dir: metadata.direction.map(|direction| match direction {
                Direction::Ltr => "ltr",
                Direction::Rtl => "rtl",
            }),
            lang: metadata.language.as_deref(),
            content: unless(omitted.content, || article.html()),
            text_content: &article.text,
            // JavaScript counts UTF-16 code units.
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
            matched_rules: &article.matched_rules,
            notice: article.notice.map(|notice| NoticeAnswer { code: notice.code(), message: notice.message() }),
            posts: article.posts.iter().map(PostAnswer::new).collect(),
            comments: article.comments.iter().map(PostAnswer::new).collect(),
            blocks: unless(omitted.blocks, || &article.blocks[..])
                .iter()
                .map(|block| BlockAnswer {
                    text: &block.text,
                    path: &block.path,
                    kept: block.kept,
                    reason: block.reason.as_str(),
                    probability: thousandths(block.probability),
                    influences: options.explain.then(|| {
                        let answer = |i: &unchaff::Influence| InfluenceAnswer {
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

/// Returns the result of `make`, or a default value if the part is omitted.
fn unless<T: Default>(is_omitted: bool, make: impl FnOnce() -> T) -> T {
    if is_omitted { T::default() } else { make() }
}

/// Returns the answer as a plain object. The host parses the JSON-LD, so that a property is made
/// for every name. If properties were set one by one, `__proto__` would be lost.
// The function has two callers. If it were inlined, its code would be in the module twice.
#[inline(never)]
#[allow(clippy::expect_used, reason = "no page decides whether JSON can be written")]
pub(crate) fn answer(article: &Article, options: &Options, omitted: Omitted) -> JsValue {
    let answer = Answer::new(article, options, omitted);
    let answer = timed(|| plain(&answer));
    if options.json_ld {
        let text = serde_json::to_string(&article.json_ld).expect("JSON always serializes");
        let value = certain(JSON::parse(&text), "it was written a line above");
        set(&answer, "jsonLd", &value);
    }
    answer
}

/// Returns the answer for a page without an article. The package's scripts take the fields of the
/// metadata from it.
pub(crate) fn metadata_answer(metadata: Metadata) -> JsValue {
    let mut article = Article::default();
    article.metadata = metadata;
    answer(&article, &Options::new(), Omitted::default())
}

/// Sets a property of a plain object.
pub(crate) fn set(object: &JsValue, name: &str, value: &JsValue) {
    certain(Reflect::set(object, &JsValue::from_str(name), value), "a plain object takes properties");
}

/// Rounds to three digits, which are precise enough and print the same on every platform.
fn thousandths(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

/// Returns a plain object, like the result of `JSON.parse`.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    certain(value.serialize(&Serializer::json_compatible()), "strings, numbers and lists of them always serialize")
}

/// Unwraps a result that no page can make fail. `expect` would print the host's error, which would
/// need one more import of the module.
#[allow(clippy::panic, reason = "the types decide whether it fails, not their values")]
fn certain<T, E>(result: Result<T, E>, why: &str) -> T {
    result.unwrap_or_else(|_| panic!("{why}"))
}
