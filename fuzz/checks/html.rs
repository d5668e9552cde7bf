//! Checks outputs with an independent parser, and with lists that are repeated here on purpose.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// All elements that our HTML may have.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "aside",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "rp",
    "rt",
    "ruby",
    "section",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// All attributes that our HTML may have.
const ATTRIBUTES: &[&str] = &[
    "alt", "class", "colspan", "dir", "height", "href", "id", "lang", "loading", "rel", "role", "rowspan", "src",
    "start", "title", "type", "width",
];

/// Elements and attributes that pulldown-cmark adds: the checkboxes of tasks, the language of code,
/// the alignment of cells.
const MARKDOWN_ELEMENTS: &[&str] = &["h1", "input"];
const MARKDOWN_ATTRIBUTES: &[&str] = &["checked", "disabled", "style"];

/// All starts of values that `class`, `id` and `role` may have.
const NAMES: &[&str] = &["callout", "doc-", "embed", "footnotes", "language-", "math ", "unchaff-"];

/// Checks that everything in the HTML is on the lists.
pub fn check_safe(html: &str) {
    for (name, attributes) in elements(html) {
        assert!(ELEMENTS.contains(&name.as_str()), "<{name}> in {html}");
        for (attribute, value) in attributes {
            assert!(ATTRIBUTES.contains(&attribute.as_str()), "{attribute} of <{name}> in {html}");
            match attribute.as_str() {
                "class" | "id" | "role" => {
                    assert!(NAMES.iter().any(|ours| value.starts_with(ours)), "{value:?} in {html}")
                }
                "href" if value.starts_with("#unchaff-") => {}
                "href" | "src" => check_url(&value),
                _ => {}
            }
        }
    }
}

/// Checks the same for HTML that a parser made from Markdown.
pub fn check_rendered_markdown(html: &str) {
    for (name, attributes) in elements(html) {
        let known = |ours: &[&str], more: &[&str], name: &str| ours.contains(&name) || more.contains(&name);
        assert!(known(ELEMENTS, MARKDOWN_ELEMENTS, &name), "<{name}> in {html}");
        for (attribute, value) in attributes {
            assert!(known(ATTRIBUTES, MARKDOWN_ATTRIBUTES, &attribute), "{attribute} of <{name}> in {html}");
            match attribute.as_str() {
                "style" => assert!(value.starts_with("text-align"), "{value:?} in {html}"),
                "href" if value.starts_with('#') => {}
                "href" | "src" => check_url(&value),
                _ => {}
            }
        }
    }
}

/// Checks that an address has one of the allowed schemes and nothing that could end an attribute.
pub fn check_url(url: &str) {
    let schemes = [
        "http://",
        "https://",
        "mailto:",
        "tel:",
        "data:image/png;base64,",
        "data:image/jpeg;base64,",
        "data:image/gif;base64,",
        "data:image/webp;base64,",
        "data:image/avif;base64,",
    ];
    assert!(schemes.iter().any(|scheme| url.starts_with(scheme)), "{url}");
    assert!(url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&byte)), "{url}");
    assert!(url.len() <= unchaff::limits::MAX_URL_BYTES, "{} bytes", url.len());
}

/// Checks that there are no control characters, because terminals obey them.
pub fn check_plain(markdown: &str) {
    assert!(!markdown.chars().any(|c| c.is_ascii_control() && !matches!(c, '\n' | '\t')), "{markdown:?}");
}

/// Checks that the HTML is a fixed point: the standard's parser reads it, and the result is written
/// as the same bytes. So every reader of the HTML, and of what a browser copies from it, sees the
/// elements that we wrote.
pub fn check_is_read_as_written(html: &str) {
    assert_eq!(written(html), html, "read and written again");
}

/// Returns HTML in the standard's form after it was parsed, but with quotation marks and brackets
/// escaped like ours.
fn written(html: &str) -> String {
    enum Step {
        Enter(Handle),
        Leave(String),
    }
    let mut written = String::new();
    let document = parsed(html);
    let mut steps: Vec<Step> = body(&document).into_iter().rev().map(Step::Enter).collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Leave(name) => written.extend(["</", &name, ">"]),
            Step::Enter(node) => match &node.data {
                NodeData::Text { contents } => written.push_str(&escaped(&contents.borrow())),
                NodeData::Element { name, attrs, .. } => {
                    written.extend(["<", &name.local]);
                    for attribute in attrs.borrow().iter() {
                        let value = escaped(&attribute.value).replace('"', "&quot;").replace('\'', "&#39;");
                        written.extend([" ", &attribute.name.local, "=\"", &value, "\""]);
                    }
                    written.push('>');
                    if !matches!(&*name.local, "br" | "hr" | "img") {
                        steps.push(Step::Leave(name.local.to_string()));
                    }
                    steps.extend(node.children.borrow().iter().rev().cloned().map(Step::Enter));
                }
                _ => written.push_str("<!-- something else -->"),
            },
        }
    }
    written
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Parses HTML in the body of a page with the standard's parser.
fn parsed(html: &str) -> RcDom {
    parse_document(RcDom::default(), ParseOpts::default()).one(format!("<!doctype html><body>{html}"))
}

/// Returns the content of the body. It is empty after the document was dropped.
fn body(document: &RcDom) -> Vec<Handle> {
    let last =
        |node: &Handle| node.children.borrow().last().cloned().expect("a document has a root, and the root a body");
    last(&last(&document.document)).children.borrow().clone()
}

/// Returns the elements in the body with their attributes.
fn elements(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    let document = parsed(html);
    let mut waiting: Vec<Handle> = body(&document);
    while let Some(node) = waiting.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes = attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
            found.push((name.local.to_string(), attributes));
        }
        waiting.extend(node.children.borrow().iter().cloned());
    }
    found
}
