//! Converts our trees and html5ever's trees to sequences of events, and writes and reads them in
//! html5lib's format.
//!
//! The tests of the tree and an example that runs them on corpora use this module. Comments and the
//! doctype are left out, names are in lower case, and successive text nodes count as one.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use unchaff::internals::tree::{Namespace, Step, Tag, Tree};

/// A step through a tree of either parser.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// An element. The name of an SVG or MathML element has `svg` or `math` before it. The
    /// attributes are sorted.
    Enter { name: String, attributes: Vec<(String, String)> },
    /// Text.
    Text(String),
    /// The end of an element.
    Leave { name: String },
}

fn push_text(events: &mut Vec<Event>, text: &str) {
    match events.last_mut() {
        Some(Event::Text(last)) => last.push_str(text),
        _ => events.push(Event::Text(text.to_owned())),
    }
}

/// Returns the events of our tree.
pub fn events_of_tree(tree: &Tree) -> Vec<Event> {
    let name = |id| match tree.namespace(id) {
        Namespace::Html => tree.name(id).to_owned(),
        Namespace::Svg => format!("svg {}", tree.name(id)),
        Namespace::MathMl => format!("math {}", tree.name(id)),
    };
    let mut events = Vec::new();
    for step in tree.walk(tree.root()) {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => push_text(&mut events, tree.text(id)),
            Step::Enter(id) => {
                let mut attributes: Vec<_> =
                    tree.attrs(id).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                attributes.sort();
                events.push(Event::Enter { name: name(id), attributes });
            }
            Step::Leave(id) => events.push(Event::Leave { name: name(id) }),
        }
    }
    events
}

/// Returns the events of html5ever's tree of a page, without scripts.
pub fn events_of_html5ever(html: &str) -> Vec<Event> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..Default::default() };
    let options = ParseOpts { tree_builder, ..Default::default() };
    let dom = parse_document(RcDom::default(), options).one(html);
    enum Task {
        Enter(Handle),
        Leave(String),
    }
    let mut events = Vec::new();
    let mut tasks = vec![Task::Enter(dom.document.clone())];
    while let Some(task) = tasks.pop() {
        let node = match task {
            Task::Leave(name) => {
                events.push(Event::Leave { name });
                continue;
            }
            Task::Enter(node) => node,
        };
        match &node.data {
            NodeData::Text { contents } => push_text(&mut events, &contents.borrow()),
            NodeData::Element { name, attrs, template_contents, .. } => {
                let local = name.local.to_ascii_lowercase();
                let name = match &*name.ns {
                    "http://www.w3.org/2000/svg" => format!("svg {local}"),
                    "http://www.w3.org/1998/Math/MathML" => format!("math {local}"),
                    _ => local.to_string(),
                };
                let mut attributes: Vec<_> = attrs
                    .borrow()
                    .iter()
                    .map(|attribute| {
                        let local = attribute.name.local.to_ascii_lowercase();
                        let name = match &attribute.name.prefix {
                            Some(prefix) if !prefix.is_empty() => format!("{prefix}:{local}"),
                            _ => local.to_string(),
                        };
                        (name, attribute.value.to_string())
                    })
                    .collect();
                attributes.sort();
                events.push(Event::Enter { name: name.clone(), attributes });
                tasks.push(Task::Leave(name));
                if let Some(contents) = template_contents.borrow().as_ref() {
                    tasks.extend(contents.children.borrow().iter().rev().cloned().map(Task::Enter));
                }
            }
            _ => {}
        }
        tasks.extend(node.children.borrow().iter().rev().cloned().map(Task::Enter));
    }
    events
}

/// A line of a tree in html5lib's format: its depth, and an element, an attribute, `content` or a
/// text.
pub type Line = (usize, String);

/// Writes a tree in html5lib's format.
pub fn dump(events: &[Event]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut depth = 0;
    for event in events {
        match event {
            Event::Enter { name, attributes } => {
                lines.push((depth, format!("<{name}>")));
                depth += 1;
                lines.extend(attributes.iter().map(|(name, value)| (depth, format!("{name}=\"{value}\""))));
                if name == "template" {
                    lines.push((depth, "content".to_owned()));
                    depth += 1;
                }
            }
            Event::Text(text) => lines.push((depth, format!("\"{text}\""))),
            Event::Leave { name } => depth -= if name == "template" { 2 } else { 1 },
        }
    }
    lines
}

/// Reads a tree in html5lib's format.
pub fn read_dump(dump: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for item in format!("\n{dump}").split("\n| ").skip(1) {
        let content = item.trim_start_matches(' ');
        let depth = (item.len() - content.len()) / 2;
        if content.starts_with("<!") {
            continue;
        }
        let content = if content.starts_with('<') {
            content.to_ascii_lowercase()
        } else if let Some(more) = content.strip_prefix('"') {
            match lines.last_mut() {
                Some((last_depth, last)) if *last_depth == depth && last.starts_with('"') => {
                    last.pop();
                    last.push_str(more);
                    continue;
                }
                _ => content.to_owned(),
            }
        } else if let Some((name, value)) = content.split_once("=\"") {
            format!("{}=\"{value}", name.to_ascii_lowercase().replace(' ', ":"))
        } else {
            content.to_owned()
        };
        lines.push((depth, content));
    }
    lines
}
