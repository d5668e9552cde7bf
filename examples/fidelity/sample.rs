//! Converts an output to multisets that can be compared.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;

pub type Bag = BTreeMap<String, usize>;

/// The constructs that are also compared separately.
pub const CONSTRUCTS: [&str; 6] = ["callouts", "code", "embeds", "footnotes", "maths", "tables"];

/// The parts of an output.
#[derive(Debug, Default)]
pub struct Sample {
    /// The words in reading order, including those of formulas.
    pub sequence: Vec<String>,
    /// The words except those of formulas.
    pub words: Bag,
    /// Headings, items, quotations, code, cells, figures, images and links.
    pub structure: Bag,
    /// The content of each of the [`CONSTRUCTS`] that occurs.
    pub constructs: BTreeMap<&'static str, Bag>,
}

/// Returns the words of a text in lower case. In scripts without spaces, each character is a word.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let is_single = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{0e00}'..='\u{0e7f}').contains(&c);
    let is_word = |c: char| c.is_alphanumeric() || ('\u{0300}'..='\u{036f}').contains(&c);
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !is_word(c));
        let first = rest.chars().next()?;
        let end = if is_single(first) {
            first.len_utf8()
        } else {
            rest.find(|c: char| !is_word(c) || is_single(c)).unwrap_or(rest.len())
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word.to_lowercase())
    })
}

/// Returns the words, and each sign separately, for code and maths.
fn signs(text: &str) -> Vec<String> {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    words(text).chain(text.chars().filter(|&c| is_sign(c)).map(String::from)).collect()
}

/// Returns the part of an address that is equal in two outputs of the same page. Leaves out the
/// scheme, `www.` and the query, in which services keep sizes and sessions.
fn address(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
}

/// Returns the video, post or recording that an address names, if it belongs to a service whose
/// players pages embed.
fn embedded(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("www.");
    let host = rest.split('/').next()?.trim_start_matches("player.").trim_start_matches("m.");
    const HOSTS: [&str; 10] = [
        "youtube.com",
        "youtube-nocookie.com",
        "youtu.be",
        "vimeo.com",
        "x.com",
        "twitter.com",
        "platform.twitter.com",
        "bsky.app",
        "dailymotion.com",
        "open.spotify.com",
    ];
    // A link to a channel is not an embed. Only an address of a single video, post or recording
    // counts.
    let names_one = ["v=", "embed/", "/video/", "youtu.be/", "/status/", "id=", "/post/", "/episode/", "/track/"];
    let is_one = names_one.iter().any(|part| rest.contains(part)) || host == "vimeo.com";
    if !HOSTS.contains(&host) || !is_one {
        return None;
    }
    let name = rest.split("v=").nth(1).unwrap_or(rest);
    let name = name.split(['?', '&', '#']).next()?.trim_end_matches('/');
    name.rsplit('/').next().map(str::to_owned)
}

/// The content that is collected until the end of a block.
struct Open {
    kind: &'static str,
    text: String,
}

#[derive(Default)]
struct Collector {
    sample: Sample,
    open: Vec<Open>,
    /// The constructs around the current place.
    constructs: Vec<&'static str>,
    /// The addresses of the links around the current place, with their words so far.
    links: Vec<(String, String)>,
}

impl Collector {
    fn text(&mut self, text: &str) {
        for open in &mut self.open {
            open.text.push_str(text);
        }
        for (_, words) in &mut self.links {
            words.push_str(text);
        }
        self.sample.sequence.extend(words(text));
        add(&mut self.sample.words, words(text));
        for &construct in &self.constructs {
            add(self.sample.constructs.entry(construct).or_default(), words(text));
        }
    }

    fn space(&mut self) {
        self.open.iter_mut().for_each(|open| open.text.push(' '));
    }

    fn begin(&mut self, kind: &'static str) {
        self.open.push(Open { kind, text: String::new() });
    }

    fn end(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let start: Vec<String> = words(&open.text).take(8).collect();
        if !start.is_empty() {
            add(&mut self.sample.structure, [format!("{} {}", open.kind, start.join(" "))]);
        }
    }

    fn begin_construct(&mut self, name: &'static str) {
        self.sample.constructs.entry(name).or_default();
        self.constructs.push(name);
    }

    fn code(&mut self, language: &str, text: &str) {
        let bag = self.sample.constructs.entry("code").or_default();
        add(bag, signs(text));
        add(bag, words(language).map(|language| format!("language {language}")));
        self.begin("code");
        self.text(text);
        self.end();
    }

    fn maths(&mut self, latex: &str) {
        add(self.sample.constructs.entry("maths").or_default(), signs(latex));
        self.sample.sequence.extend(words(latex));
    }

    fn embed(&mut self, url: &str) {
        if let Some(name) = embedded(url) {
            add(self.sample.constructs.entry("embeds").or_default(), [name]);
        }
    }

    fn image(&mut self, url: &str) {
        self.embed(url);
        let url = address(url);
        add(&mut self.sample.structure, [format!("image {}", url.rsplit('/').next().unwrap_or_default())]);
    }

    fn end_link(&mut self) {
        let Some((url, text)) = self.links.pop() else { return };
        let text: Vec<String> = words(&text).take(8).collect();
        if !text.is_empty() && !url.starts_with('#') {
            add(&mut self.sample.structure, [format!("link {} {}", address(&url), text.join(" "))]);
        }
    }
}

fn add(bag: &mut Bag, items: impl IntoIterator<Item = String>) {
    items.into_iter().for_each(|item| *bag.entry(item).or_default() += 1);
}

impl Sample {
    /// Reads HTML.
    pub fn of_html(html: &str) -> Sample {
        let mut collector = Collector::default();
        collect_html(&parse_document(RcDom::default(), ParseOpts::default()).one(html).document, &mut collector);
        collector.sample
    }

    /// Reads Markdown: CommonMark with GitHub's extensions, footnotes and maths.
    pub fn of_markdown(markdown: &str) -> Sample {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_MATH
            | Options::ENABLE_GFM;
        let mut collector = Collector::default();
        let mut html = String::new();
        // Whether a quotation has just begun, and for each open quotation whether it is a callout.
        let (mut begins_quote, mut quotes) = (false, Vec::new());
        let mut code: Option<(String, String)> = None;
        for event in Parser::new_ext(markdown, options) {
            if !html.is_empty() && !matches!(event, Event::Html(_)) {
                let dom = parse_document(RcDom::default(), ParseOpts::default()).one(std::mem::take(&mut html));
                collect_html(&dom.document, &mut collector);
            }
            match event {
                Event::Start(tag) => {
                    collector.space();
                    match tag {
                        Tag::Heading { .. } => collector.begin("heading"),
                        Tag::Item => collector.begin("item"),
                        Tag::TableCell => collector.begin("cell"),
                        Tag::Table(_) => collector.begin_construct("tables"),
                        Tag::FootnoteDefinition(_) => collector.begin_construct("footnotes"),
                        Tag::BlockQuote(kind) => {
                            quotes.push(kind.is_some());
                            begins_quote = kind.is_none();
                            if kind.is_some() {
                                collector.begin_construct("callouts");
                            } else {
                                collector.begin("quote");
                            }
                        }
                        Tag::CodeBlock(kind) => {
                            let language = match kind {
                                CodeBlockKind::Fenced(language) => language.to_string(),
                                CodeBlockKind::Indented => String::new(),
                            };
                            code = Some((language, String::new()));
                        }
                        Tag::Link { dest_url, .. } => {
                            collector.embed(&dest_url);
                            collector.links.push((dest_url.into_string(), String::new()));
                        }
                        Tag::Image { dest_url, .. } => {
                            collector.image(&dest_url);
                            // The words of an image's description are not part of the text.
                            collector.open.push(Open { kind: "image", text: String::new() });
                        }
                        _ => {}
                    }
                }
                Event::End(tag) => {
                    match tag {
                        TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => collector.end(),
                        TagEnd::Table | TagEnd::FootnoteDefinition => {
                            collector.constructs.pop();
                        }
                        TagEnd::BlockQuote(_) => {
                            if quotes.pop() == Some(true) {
                                collector.constructs.pop();
                            } else {
                                collector.end();
                            }
                        }
                        TagEnd::CodeBlock => {
                            if let Some((language, text)) = code.take() {
                                collector.code(&language, &text);
                            }
                        }
                        TagEnd::Link => collector.end_link(),
                        TagEnd::Image => {
                            collector.open.pop();
                        }
                        _ => {}
                    }
                    collector.space();
                }
                Event::Text(text) => match &mut code {
                    Some((_, code)) => code.push_str(&text),
                    // A description may consist of several events. All of them are inside the
                    // image.
                    None if collector.open.last().is_some_and(|open| open.kind == "image") => {}
                    None => {
                        let mark = text.trim_start();
                        if begins_quote && (mark == "[" || mark.starts_with("[!")) {
                            // `[!info] Title` is a callout that GitHub does not know.
                            if let Some(last) = quotes.last_mut() {
                                *last = true;
                                collector.open.pop();
                                collector.begin_construct("callouts");
                            }
                        }
                        collector.text(&text);
                        begins_quote = false;
                    }
                },
                Event::Code(text) => collector.text(&text),
                Event::InlineMath(latex) | Event::DisplayMath(latex) => collector.maths(&latex),
                Event::Html(part) => html.push_str(&part),
                Event::SoftBreak | Event::HardBreak => collector.space(),
                _ => {}
            }
        }
        if !html.is_empty() {
            let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
            collect_html(&dom.document, &mut collector);
        }
        collector.sample
    }
}

fn collect_html(node: &Handle, collector: &mut Collector) {
    let children = |collector: &mut Collector| {
        node.children.borrow().iter().for_each(|child| collect_html(child, collector));
    };
    let (name, attributes) = match &node.data {
        NodeData::Text { contents } => return collector.text(&contents.borrow()),
        NodeData::Element { name, attrs, .. } => (name.local.to_string(), attrs.borrow()),
        NodeData::Document => return children(collector),
        _ => return,
    };
    let attribute = |name: &str| {
        attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
    };
    match name.as_str() {
        "script" | "style" | "head" | "svg" | "button" | "noscript" => {}
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "blockquote" | "td" | "th" | "figcaption" => {
            let kind = match name.as_str() {
                "li" => "item",
                "blockquote" => "quote",
                "td" | "th" => "cell",
                "figcaption" => "caption",
                _ => "heading",
            };
            collector.space();
            collector.begin(kind);
            children(collector);
            collector.end();
            collector.space();
        }
        "pre" => {
            let mut text = String::new();
            text_of(node, &mut text);
            collector.code("", &text);
        }
        "table" => {
            collector.begin_construct("tables");
            children(collector);
            collector.constructs.pop();
        }
        "img" => collector.image(&attribute("src").unwrap_or_default()),
        "iframe" | "video" | "audio" | "object" | "embed" => collector.embed(&attribute("src").unwrap_or_default()),
        "a" => {
            let url = attribute("href").unwrap_or_default();
            collector.embed(&url);
            collector.links.push((url, String::new()));
            children(collector);
            collector.end_link();
        }
        "p" | "div" | "br" | "tr" | "ul" | "ol" => {
            collector.space();
            children(collector);
            collector.space();
        }
        _ => children(collector),
    }
}

fn text_of(node: &Handle, text: &mut String) {
    match &node.data {
        NodeData::Text { contents } => text.push_str(&contents.borrow()),
        NodeData::Element { name, .. } if &*name.local == "br" => text.push('\n'),
        _ => node.children.borrow().iter().for_each(|child| text_of(child, text)),
    }
}
