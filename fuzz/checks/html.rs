//! Checks of an output by a parser that is not ours, and by lists written a second time here.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Every element that our HTML may have.
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

/// Every attribute.
const ATTRIBUTES: &[&str] = &[
    "alt", "class", "colspan", "dir", "height", "href", "id", "lang", "loading", "rel", "role", "rowspan", "src",
    "start", "title", "type", "width",
];

/// What pulldown-cmark adds: the boxes of tasks, the language of its code, the alignment of its cells.
const MARKDOWN_ELEMENTS: &[&str] = &["h1", "input"];
const MARKDOWN_ATTRIBUTES: &[&str] = &["checked", "disabled", "style"];

/// Every start of a value that `class`, `id` and `role` may have: those of ours.
const NAMES: &[&str] = &["callout", "doc-", "embed", "footnotes", "language-", "math ", "unchaff-"];

/// Nothing is there but what is on the lists.
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

/// The same of Markdown that a parser made HTML.
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

/// One of the schemes that an output may have, and nothing that could end an attribute.
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

/// No control characters: terminals act on them.
pub fn check_plain(markdown: &str) {
    assert!(!markdown.chars().any(|c| c.is_ascii_control() && !matches!(c, '\n' | '\t')), "{markdown:?}");
}

/// A fixed point: what the standard's parser makes of it is written as the same bytes. So no reader of it, and no reader of what
/// a browser copies, sees other elements than we wrote.
pub fn check_is_read_as_written(html: &str) {
    assert_eq!(written(html), html, "read and written again");
}

/// The HTML that a parser reads, as the standard writes it; but quotation marks and brackets are escaped as ours are.
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

/// What the standard's parser makes of HTML in the body of a page.
fn parsed(html: &str) -> RcDom {
    parse_document(RcDom::default(), ParseOpts::default()).one(format!("<!doctype html><body>{html}"))
}

/// What stands in the body. It is empty once the document is dropped.
fn body(document: &RcDom) -> Vec<Handle> {
    let last =
        |node: &Handle| node.children.borrow().last().cloned().expect("a document has a root, and the root a body");
    last(&last(&document.document)).children.borrow().clone()
}

/// The elements in the body, with their attributes.
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
