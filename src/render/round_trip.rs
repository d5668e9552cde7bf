//! What the renderers write, read back by an HTML parser and two Markdown parsers that are not ours.
//!
//! A document and what a parser makes of its rendering are reduced to the same [`Outline`]. If a text were read
//! as markup, or markup as text, the outlines would differ. The second Markdown parser, markdown-rs, makes HTML,
//! of which the words are compared.

use super::sample::{cell, code, em, embed, heading, image, item, link, link_around, list, paragraph, strong, t};
use crate::document::{
    Block, CalloutKind, Cell, Definition, Document, Event, Inline, Item, LanguageTag, Locale, Node, Note, Numbering,
    Table,
};
use crate::language::Direction;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{self as md, CodeBlockKind, Tag, TagEnd};
use std::sync::LazyLock;

/// Text that Markdown or HTML would read as something else.
static HOSTILE: LazyLock<Vec<String>> =
    LazyLock::new(|| serde_json::from_str(include_str!("hostile.json")).expect("a list of strings"));

#[derive(Debug, Clone, PartialEq)]
enum Token {
    /// Where a block, item or cell begins or ends.
    Boundary,
    Mark(String),
    /// Without white space.
    Text(String),
}

/// A document as a list of tokens, and its words.
#[derive(Debug, Default, PartialEq)]
struct Outline {
    tokens: Vec<Token>,
    text: String,
}

impl Outline {
    fn boundary(&mut self) {
        self.text.push(' ');
        // The box of a task stands in the item or in its first paragraph.
        let after_box = matches!(self.tokens.last(), Some(Token::Mark(mark)) if mark.starts_with("task"));
        if self.tokens.last() != Some(&Token::Boundary) && !after_box {
            self.tokens.push(Token::Boundary);
        }
    }

    fn mark(&mut self, mark: impl Into<String>) {
        let mark = mark.into();
        // A reference may need a space to what follows.
        if mark.starts_with("ref ") {
            self.text.push(' ');
        }
        // Renderers leave out a link on nothing.
        if mark == "/a" && matches!(self.tokens.last(), Some(Token::Mark(mark)) if mark.starts_with("a ")) {
            self.tokens.pop();
            return;
        }
        self.tokens.push(Token::Mark(mark));
    }

    fn block(&mut self, mark: impl Into<String>) {
        self.boundary();
        self.mark(mark);
        self.boundary();
    }

    /// The empty head of a table without one is no row.
    fn end_head(&mut self) {
        if self.tokens.ends_with(&[Token::Mark("tr".into()), Token::Boundary]) {
            self.tokens.truncate(self.tokens.len() - 2);
        }
        self.boundary();
    }

    fn image(&mut self, url: &str, alt: &str) {
        self.mark(format!("img {url}"));
        self.text(alt.trim());
        self.mark("/img");
    }

    fn text(&mut self, text: &str) {
        let text = &plain_scripts(text);
        self.text.push_str(text);
        let text: String = text.split_whitespace().collect();
        match self.tokens.last_mut() {
            _ if text.is_empty() => {}
            Some(Token::Text(last)) => last.push_str(&text),
            _ => self.tokens.push(Token::Text(text)),
        }
    }

    fn finish(mut self) -> Outline {
        self.boundary();
        self.text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        self
    }
}

/// What both formats can say; with `markup`, also what only HTML can say for sure.
fn outline(document: &Document, markup: bool) -> Outline {
    let mut outline = Outline::default();
    outline.boundary();
    let mut links = 0;
    let mut waiting = Vec::new();
    for event in document.events() {
        let (node, enters) = match event {
            Event::Enter(node) => (node, true),
            Event::Leave(node) => (node, false),
        };
        let slash = if enters { "" } else { "/" };
        match node {
            Node::Block(Block::Heading { level, .. }) => outline.block(format!("{slash}h{level}")),
            Node::Block(Block::List { start, .. }) => outline.block(format!("{slash}list {start:?}")),
            Node::Block(Block::Quote(_)) => outline.block(format!("{slash}quote")),
            Node::Block(Block::Callout { kind, .. }) => outline.block(format!("{slash}callout {kind:?}")),
            Node::Block(Block::Math(latex)) => {
                outline.boundary();
                outline.mark(format!("math {latex}"));
                outline.boundary();
            }
            Node::Block(Block::Embed(embed)) => {
                outline.boundary();
                outline.mark(format!("a {}", embed.url.as_str()));
                if let Some(thumbnail) = &embed.thumbnail {
                    outline.image(thumbnail.as_str(), "");
                }
                outline.text(&embed.title);
                outline.mark("/a");
                outline.boundary();
            }
            Node::Note { index, .. } => outline.block(format!("{slash}note {}", index + 1)),
            Node::Term(_) | Node::Title(_) | Node::Detail(_) | Node::Notes(_) => outline.boundary(),
            Node::Block(Block::Rule) => outline.block("hr"),
            Node::Block(Block::Code { language, text }) => {
                outline.block(format!("code block {language:?}"));
                outline.text(text);
                outline.boundary();
            }
            Node::Block(Block::Figure { images, .. }) if enters => {
                for image in images {
                    outline.boundary();
                    outline.image(image.url.as_str(), &image.alt);
                }
                outline.boundary();
            }
            Node::Item(item) => {
                outline.block(format!("{slash}li"));
                if let (Some(checked), true) = (item.checked, enters) {
                    outline.mark(format!("task {checked}"));
                }
            }
            Node::Row(_) if enters => outline.block("tr"),
            Node::Block(_) | Node::Caption(_) | Node::Cell(_) | Node::Row(_) => outline.boundary(),
            Node::Inline(Inline::Text(text)) => outline.text(text),
            Node::Inline(Inline::Code(text)) => {
                if markup {
                    outline.mark("code");
                }
                outline.text(if markup { text } else { text.trim() });
                if markup {
                    outline.mark("/code");
                }
            }
            Node::Inline(Inline::LineBreak) => outline.text(" "),
            Node::Inline(Inline::Keyboard(text)) => outline.text(if markup { text } else { text.trim() }),
            Node::Inline(Inline::Math(latex)) => outline.mark(format!("math {latex}")),
            // In Markdown a link holds no reference: it comes after it.
            Node::Inline(Inline::Note(index)) if links > 0 && !markup => waiting.push(format!("ref {}", index + 1)),
            Node::Inline(Inline::Note(index)) => outline.mark(format!("ref {}", index + 1)),
            Node::Inline(Inline::Reading(_)) => outline.text(if enters { "(" } else { ")" }),
            Node::Inline(Inline::Image(image)) => outline.image(image.url.as_str(), &image.alt),
            Node::Inline(Inline::Link { url, .. }) => {
                links -= i32::from(!enters);
                if links == 0 {
                    outline.mark(if enters { format!("a {}", url.as_str()) } else { "/a".into() });
                }
                links += i32::from(enters);
                if links == 0 {
                    waiting.drain(..).for_each(|mark| outline.mark(mark));
                }
            }
            Node::Inline(Inline::Emphasis(_)) if markup => outline.mark(format!("{slash}em")),
            Node::Inline(Inline::Strong(_)) if markup => outline.mark(format!("{slash}strong")),
            Node::Inline(Inline::Subscript(_)) if markup => outline.mark(format!("{slash}sub")),
            Node::Inline(Inline::Superscript(_)) if markup => outline.mark(format!("{slash}sup")),
            Node::Inline(_) => {}
        }
    }
    outline.finish()
}

fn markdown_outline(markdown: &str) -> Outline {
    let options = md::Options::ENABLE_TABLES
        | md::Options::ENABLE_STRIKETHROUGH
        | md::Options::ENABLE_FOOTNOTES
        | md::Options::ENABLE_TASKLISTS
        | md::Options::ENABLE_MATH
        | md::Options::ENABLE_GFM;
    let mut outline = Outline::default();
    outline.boundary();
    let (mut lists, mut quotes, mut notes) = (Vec::new(), Vec::new(), Vec::new());
    for event in md::Parser::new_ext(markdown, options) {
        match event {
            md::Event::Start(tag) => match tag {
                Tag::Heading { level, .. } => outline.block(format!("h{}", level as u8)),
                Tag::List(start) => {
                    outline.block(format!("list {start:?}"));
                    lists.push(start);
                }
                Tag::Item => outline.block("li"),
                Tag::BlockQuote(kind) => {
                    let mark = kind.map_or("quote".into(), |kind| format!("callout {kind:?}"));
                    outline.block(&*mark);
                    quotes.push(mark);
                }
                Tag::FootnoteDefinition(name) => {
                    outline.block(format!("note {name}"));
                    notes.push(name);
                }
                Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                    let language = Some(info.to_string()).filter(|info| !info.is_empty());
                    outline.block(format!("code block {language:?}"));
                }
                Tag::TableHead | Tag::TableRow => outline.block("tr"),
                Tag::Paragraph | Tag::Table(_) | Tag::TableCell => outline.boundary(),
                Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
                Tag::Link { dest_url, .. } => outline.mark(format!("a {dest_url}")),
                Tag::Image { dest_url, .. } => outline.mark(format!("img {dest_url}")),
                other => outline.mark(format!("{other:?}")),
            },
            md::Event::End(tag) => match tag {
                TagEnd::Heading(level) => outline.block(format!("/h{}", level as u8)),
                TagEnd::List(_) => outline.block(format!("/list {:?}", lists.pop().unwrap_or_default())),
                TagEnd::Item => outline.block("/li"),
                TagEnd::BlockQuote(_) => outline.block(format!("/{}", quotes.pop().unwrap_or_default())),
                TagEnd::FootnoteDefinition => outline.block(format!("/note {}", notes.pop().expect("a note"))),
                TagEnd::TableHead => outline.end_head(),
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {}
                TagEnd::Link => outline.mark("/a"),
                TagEnd::Image => outline.mark("/img"),
                _ => outline.boundary(),
            },
            md::Event::Text(text) | md::Event::Code(text) => outline.text(&text),
            md::Event::SoftBreak | md::Event::HardBreak => outline.text(" "),
            md::Event::InlineHtml(html) if &*html == "<br>" => outline.text(" "),
            md::Event::InlineMath(latex) | md::Event::DisplayMath(latex) => {
                outline.mark(format!("math {}", latex.trim()))
            }
            md::Event::FootnoteReference(name) => outline.mark(format!("ref {name}")),
            md::Event::TaskListMarker(checked) => outline.mark(format!("task {checked}")),
            md::Event::Rule => outline.block("hr"),
            other => outline.mark(format!("{other:?}")),
        }
    }
    outline.finish()
}

fn html_outline(html: &str) -> Outline {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut outline = Outline::default();
    outline.boundary();
    html_node(&dom.document, &mut outline);
    outline.finish()
}

fn html_node(node: &Handle, outline: &mut Outline) {
    let children = |outline: &mut Outline| node.children.borrow().iter().for_each(|child| html_node(child, outline));
    let (name, attributes) = match &node.data {
        NodeData::Text { contents } => return outline.text(&contents.borrow()),
        NodeData::Element { name, attrs, .. } => (name.local.to_string(), attrs.borrow()),
        NodeData::Document => return children(outline),
        _ => return outline.mark("neither text nor element"),
    };
    let attribute = |name: &str| attributes.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string());
    let mut names: Vec<&str> = attributes.iter().map(|a| &*a.name.local).collect();
    names.sort_unstable();
    let allowed: &[&[&str]] = match name.as_str() {
        "a" => &[&["href", "rel"], &["href", "role"]],
        "img" => &[&["alt", "loading", "src"], &["alt", "height", "loading", "src", "width"]],
        "ol" => &[&[], &["start"], &["type"], &["start", "type"]],
        "code" | "figure" => &[&[], &["class"]],
        "aside" => &[&["class"]],
        "span" if attributes.iter().any(|a| &*a.name.local == "class") => &[&["class"]],
        "div" if attributes.iter().any(|a| &*a.name.local == "class") => &[&["class"]],
        "span" | "div" => &[&["lang"], &["dir"], &["dir", "lang"]],
        "abbr" => &[&["title"]],
        "td" | "th" => &[&[], &["colspan"], &["rowspan"], &["colspan", "rowspan"]],
        "section" => &[&["class", "role"]],
        "sup" => &[&[], &["id"]],
        "li" => &[&[], &["id"]],
        "p" => &[&[], &["class"]],
        _ => &[&[]],
    };
    assert!(allowed.contains(&names.as_slice()), "<{name}> with {names:?}");
    match name.as_str() {
        "html" | "head" | "body" | "abbr" | "ins" | "del" | "mark" | "kbd" | "ruby" | "rt" | "rp" => children(outline),
        "li" if attribute("id").is_some() => {
            let number = attribute("id").expect("an id").replace("unchaff-note-", "");
            outline.block(format!("note {number}"));
            children(outline);
            outline.block(format!("/note {number}"));
        }
        // Of the notes.
        "ol" if in_section(node) => children(outline),
        "sup" if attribute("id").is_some() => {
            let id = attribute("id").expect("an id");
            outline.mark(format!("ref {}", id.split('-').nth(2).expect("a number")));
        }
        "a" if attribute("role").is_some() => {}
        "span" | "div" if attribute("class").is_some() => {
            let block = name == "div";
            if block {
                outline.boundary();
            }
            let mut text = Outline::default();
            children(&mut text);
            let latex =
                text.text.trim_start_matches(['\\', '(', '[']).trim_end_matches([')', ']']).trim_end_matches('\\');
            outline.mark(format!("math {latex}"));
            if block {
                outline.boundary();
            }
        }
        "aside" => {
            let class = attribute("class").expect("a class");
            let kind = class.rsplit('-').next().expect("a kind").to_owned();
            let kind = kind[..1].to_uppercase() + &kind[1..];
            outline.block(format!("callout {kind}"));
            children(outline);
            outline.block(format!("/callout {kind}"));
        }
        "span" => children(outline),
        "p" | "table" | "caption" | "thead" | "tbody" | "td" | "th" | "figcaption" | "dl" | "dt" | "dd" | "section"
        | "div" => {
            outline.boundary();
            children(outline);
            outline.boundary();
        }
        "figure" => {
            for child in node.children.borrow().iter() {
                outline.boundary();
                html_node(child, outline);
                outline.boundary();
            }
        }
        "ul" | "ol" => {
            let start = (name == "ol").then(|| attribute("start").map_or(1, |start| start.parse().expect("a number")));
            let start: Option<u32> = start;
            outline.block(format!("list {start:?}"));
            children(outline);
            outline.block(format!("/list {start:?}"));
        }
        "li" => {
            outline.block("li");
            let before = outline.tokens.len();
            children(outline);
            if let Some(Token::Text(text)) = outline.tokens.get_mut(before) {
                let checked = text.starts_with('☑');
                if checked || text.starts_with('☐') {
                    *text = text.chars().skip(1).collect();
                    let is_empty = text.is_empty();
                    outline.tokens.insert(before, Token::Mark(format!("task {checked}")));
                    if is_empty {
                        outline.tokens.remove(before + 1);
                    }
                    let at = outline.text.rfind(['☑', '☐']).expect("the box");
                    outline.text.replace_range(at..at + '☑'.len_utf8(), "");
                }
            }
            outline.block("/li");
        }
        "h2" | "h3" | "h4" | "h5" | "h6" => {
            outline.block(&*name);
            children(outline);
            outline.block(format!("/{name}"));
        }
        "blockquote" => {
            outline.block("quote");
            children(outline);
            outline.block("/quote");
        }
        "tr" => {
            outline.block("tr");
            children(outline);
            outline.boundary();
        }
        "hr" => outline.block("hr"),
        "br" => outline.text(" "),
        "img" => {
            outline.image(&attribute("src").expect("a src"), &attribute("alt").expect("an alt"));
        }
        "pre" => {
            let code = node.children.borrow()[0].clone();
            let NodeData::Element { attrs, .. } = &code.data else { panic!("<pre> without <code>") };
            let language = attrs.borrow().first().map(|class| class.value.replacen("language-", "", 1));
            outline.block(format!("code block {language:?}"));
            code.children.borrow().iter().for_each(|child| html_node(child, outline));
            outline.boundary();
        }
        "a" => {
            outline.mark(format!("a {}", attribute("href").expect("a href")));
            children(outline);
            outline.mark("/a");
        }
        "em" | "strong" | "sub" | "sup" | "code" => {
            outline.mark(&*name);
            children(outline);
            outline.mark(format!("/{name}"));
        }
        _ => panic!("<{name}> is not allowed"),
    }
}

/// Raised and lowered digits as plain ones: Markdown has no other way to write a superscript.
fn plain_scripts(text: &str) -> String {
    const SCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
    const PLAIN: &str = "0123456789+-=()0123456789+-=()";
    text.chars()
        .map(|c| SCRIPTS.chars().position(|script| script == c).and_then(|at| PLAIN.chars().nth(at)).unwrap_or(c))
        .collect()
}

fn in_section(node: &Handle) -> bool {
    let parent = node.parent.take();
    let found = parent
        .as_ref()
        .and_then(|parent| parent.upgrade())
        .is_some_and(|parent| matches!(&parent.data, NodeData::Element { name, .. } if &*name.local == "section"));
    node.parent.set(parent);
    found
}

fn assert_same(found: &Outline, expected: &Outline, document: &Document, rendered: &str) {
    let same = found.tokens.iter().zip(&expected.tokens).take_while(|(a, b)| a == b).count();
    let [found_rest, expected_rest] =
        [found, expected].map(|outline| outline.tokens[same..].iter().take(5).collect::<Vec<_>>());
    assert_eq!(found_rest, expected_rest, "after {same} tokens of {document:?}\n{rendered}");
    assert_eq!(found.text, expected.text, "{document:?}\n{rendered}");
}

fn check_markdown(document: &Document) {
    let markdown = super::markdown(document);
    let expected = outline(document, false);
    assert_same(&markdown_outline(&markdown), &expected, document, &markdown);
    if is_plain(document) {
        assert_eq!(words_by_second_parser(&markdown), words(&expected.text), "{document:?}\n{markdown}");
    }
}

/// Whether a document holds nothing that the second parser shows with words of its own, or does not know.
fn is_plain(document: &Document) -> bool {
    document.events().all(|event| {
        !matches!(
            event,
            Event::Enter(
                Node::Block(Block::Callout { .. } | Block::Math(_))
                    | Node::Inline(Inline::Math(_) | Inline::Note(_) | Inline::Image(_))
                    | Node::Block(Block::Figure { .. })
            )
        )
    })
}

fn words_by_second_parser(source: &str) -> String {
    let mut options = markdown::Options::gfm();
    options.compile.allow_dangerous_html = true;
    let html = markdown::to_html_with_options(source, &options).expect("Markdown has no errors");
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut text = String::new();
    let mut waiting = vec![dom.document.clone()];
    while let Some(node) = waiting.pop() {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&plain_scripts(&contents.borrow()));
        }
        waiting.extend(node.children.borrow().iter().rev().cloned());
    }
    words(&text)
}

/// A text without white space: parsers differ in where they put line ends.
fn words(text: &str) -> String {
    text.split_whitespace().collect()
}

fn check(document: &Document) {
    check_markdown(document);
    let html = super::html(document);
    assert_same(&html_outline(&html), &outline(document, true), document, &html);
}

fn in_places(text: &str) -> Vec<Document> {
    let table = |caption: Vec<Inline>, header| {
        let rows = vec![vec![cell(header, text), cell(header, "b")], vec![cell(false, "c"), cell(false, text)]];
        Block::Table(Table { caption, rows })
    };
    let blocks = vec![
        vec![paragraph([t(text)])],
        vec![paragraph([t("a"), Inline::LineBreak, t(text)])],
        vec![paragraph([t(text), Inline::LineBreak, t("a")])],
        vec![paragraph([t("a "), t(text), t(" b")])],
        vec![paragraph([em("a"), t(text), strong("b"), t(text), link("c"), t(text)])],
        vec![paragraph([t(text), link(text), t(text), Inline::Code("a".into()), t(text)])],
        vec![paragraph([em(text), t(" a "), strong(text), t("b"), em(text), strong(text)])],
        vec![paragraph([Inline::Strong(vec![em(text), t("a")]), Inline::Emphasis(vec![t("b"), strong(text)])])],
        vec![paragraph([Inline::Code(text.into()), t("a"), Inline::Code("a".into()), Inline::Code(text.into())])],
        vec![paragraph([Inline::Superscript(vec![t(text)]), Inline::Subscript(vec![t(text)])])],
        vec![paragraph([link_around([strong(text), Inline::Image(image(text))]), t(text)])],
        vec![heading(2, text), paragraph([t(text)]), heading(6, text)],
        vec![list(None, [item(text), item("a"), item(text)])],
        vec![list(Some(3), [vec![paragraph([t(text)]), paragraph([t(text)])], item(text)])],
        vec![list(None, [vec![paragraph([t("a")]), list(None, [item(text), vec![code(text)]])]])],
        vec![Block::Quote(vec![paragraph([t(text)]), Block::Quote(vec![paragraph([t(text)])])]), paragraph([t(text)])],
        vec![code(text), list(None, [vec![code(&format!("{text}\n\n  {text}"))]]), Block::Quote(vec![code(text)])],
        vec![table(vec![], true), paragraph([t(text)])],
        vec![table(vec![t(text)], false)],
        vec![Block::Table(Table {
            caption: vec![],
            rows: vec![vec![Cell {
                header: true,
                content: vec![Inline::Code(text.into()), link(text), Inline::Image(image(text))],
                ..Cell::default()
            }]],
        })],
        vec![Block::Figure { images: vec![image(text), image("")], caption: vec![t(text), em(text)] }],
    ];
    let mut documents: Vec<Document> = blocks.into_iter().map(Document::from).collect();
    documents.extend(
        [
            vec![Block::Callout { kind: CalloutKind::Tip, title: vec![t(text)], blocks: vec![paragraph([t(text)])] }],
            vec![Block::Callout {
                kind: CalloutKind::Note,
                title: vec![],
                blocks: vec![paragraph([t(text)]), code(text)],
            }],
            vec![Block::Definitions(vec![
                Definition::Term(vec![t(text)]),
                Definition::Detail(vec![paragraph([t(text)])]),
            ])],
            vec![embed(text)],
            vec![paragraph([
                Inline::Deleted(vec![t(text)]),
                t(text),
                Inline::Abbreviation { title: text.into(), content: vec![t(text)] },
            ])],
            vec![paragraph([
                Inline::Ruby(vec![t(text), Inline::Reading(vec![t(text)])]),
                Inline::Keyboard(text.into()),
            ])],
            vec![
                paragraph([t(text), Inline::Math("x_1".into()), t(text)]),
                Block::Math("y".into()),
                paragraph([t(text)]),
            ],
            vec![task(true, text), paragraph([t(text)])],
        ]
        .map(Document::from),
    );
    documents.push(Document {
        blocks: vec![paragraph([t(text), Inline::Note(0), t(text)])],
        notes: vec![Note { blocks: vec![paragraph([t(text)]), paragraph([t(text)])] }],
    });
    documents
}

fn task(checked: bool, text: &str) -> Block {
    // A box needs words after it to be one.
    let blocks = vec![paragraph([t("a "), t(text)])];
    Block::List { start: None, numbering: Numbering::Decimal, items: vec![Item { checked: Some(checked), blocks }] }
}

#[test]
fn text_stays_text_wherever_it_stands() {
    for text in HOSTILE.iter() {
        in_places(text).iter().for_each(check);
    }
}

#[test]
fn texts_stay_text_side_by_side() {
    for first in HOSTILE.iter() {
        for second in HOSTILE.iter() {
            check_markdown(&Document::from(vec![paragraph([t(first), em(second), t(first), strong(second)])]));
        }
    }
}

/// A generator of documents; the same ones in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % limit
    }

    fn hostile(&mut self) -> &'static str {
        &HOSTILE[self.below(HOSTILE.len())]
    }

    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut inlines: Vec<Inline> = (0..1 + self.below(4)).map(|_| self.inline(depth)).collect();
        inlines.push(t(["a", "b", "文", "."][self.below(4)]));
        inlines
    }

    fn inline(&mut self, depth: usize) -> Inline {
        match self.below(if depth == 0 { 5 } else { 14 }) {
            11 => Inline::Deleted(self.inlines(depth - 1)),
            12 => Inline::Note(self.below(3)),
            13 => [Inline::Math("x^2".into()), Inline::Keyboard("F5".into())][self.below(2)].clone(),
            0 | 1 => t(self.hostile()),
            2 => t([" ", "a", "文", "“", "(", ". ", " a ", "\u{a0}"][self.below(8)]),
            3 => Inline::Code(self.hostile().into()),
            4 => [Inline::LineBreak, Inline::Image(image("alt"))][self.below(2)].clone(),
            5 | 6 => Inline::Emphasis(self.inlines(depth - 1)),
            7 | 8 => Inline::Strong(self.inlines(depth - 1)),
            9 => Inline::Subscript(self.inlines(depth - 1)),
            _ => {
                let Inline::Link { url, .. } = link("") else { unreachable!("link makes links") };
                Inline::Link { url, content: self.inlines(depth - 1) }
            }
        }
    }

    fn document(&mut self) -> Document {
        let blocks = self.blocks(3);
        let notes = (0..3).map(|_| Note { blocks: self.blocks(1) }).collect();
        Document { blocks, notes }
    }

    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        (0..1 + self.below(3)).map(|_| self.block(depth)).collect()
    }

    fn block(&mut self, depth: usize) -> Block {
        match self.below(if depth == 0 { 6 } else { 13 }) {
            10 => Block::Callout { kind: CalloutKind::Caution, title: self.inlines(1), blocks: self.blocks(depth - 1) },
            11 => Block::Section {
                locale: Locale { language: LanguageTag::new("vi"), direction: Some(Direction::Rtl) },
                blocks: self.blocks(depth - 1),
            },
            12 => {
                Block::Definitions(vec![Definition::Term(self.inlines(1)), Definition::Detail(self.blocks(depth - 1))])
            }
            0 | 1 => Block::Paragraph(self.inlines(3)),
            2 => Block::Heading { level: 2 + self.below(5) as u8, content: self.inlines(2) },
            3 => code(self.hostile()),
            4 => [
                Block::Rule,
                Block::Figure { images: vec![image("a"), image("b")], caption: self.inlines(2) },
                list(None, [item("a"), vec![paragraph([t("b")]), list(Some(1), [item("c")])]]),
            ][self.below(3)]
            .clone(),
            5 => {
                let header = self.below(2) == 0;
                let rows = (0..2).map(|row| {
                    let content = [self.inlines(2), self.inlines(2)];
                    content.map(|content| Cell { header: header && row == 0, content, ..Cell::default() }).into()
                });
                Block::Table(Table { caption: vec![t("c")], rows: rows.collect() })
            }
            6 | 7 => Block::Quote(self.blocks(depth - 1)),
            _ => {
                let start = [None, None, Some(1), Some(0), Some(9)][self.below(5)];
                let items = (0..1 + self.below(3)).map(|_| self.blocks(depth - 1).into()).collect();
                Block::List { start, numbering: Numbering::Decimal, items }
            }
        }
    }
}

#[test]
fn documents_survive_whatever_they_nest() {
    let mut random = Random(7);
    for _ in 0..500 {
        check(&random.document());
    }
}

#[test]
fn a_formula_is_no_markup_where_formulas_are_not_known() {
    let hostile = ["<script>x</script>", "[a](javascript:x)", "![a](x)", "]: x", "`a`", "$ <b> $", "a\n\n# b"];
    for latex in hostile.iter().copied().chain(HOSTILE.iter().map(String::as_str)) {
        let document = Document::from(vec![paragraph([t("a"), Inline::Math(latex.into())]), Block::Math(latex.into())]);
        let markdown = super::markdown(&document);
        for event in md::Parser::new(&markdown) {
            let acts = matches!(
                event,
                md::Event::Html(_) | md::Event::InlineHtml(_) | md::Event::Start(Tag::Link { .. } | Tag::Image { .. })
            );
            assert!(!acts, "{latex:?} makes {event:?} in\n{markdown}");
        }
    }
}

#[test]
fn a_table_with_spans_is_html_of_ours() {
    for text in HOSTILE.iter() {
        let wide =
            Cell { columns: 2, rows: 3, content: vec![t(text), Inline::LineBreak, link(text)], ..Cell::default() };
        let table = Block::Table(Table { caption: vec![t(text)], rows: vec![vec![wide, cell(false, text)]] });
        let document = Document::from(vec![paragraph([t("a")]), list(None, [vec![table]]), paragraph([t("b")])]);
        let markdown = super::markdown(&document);
        assert_eq!(words_by_second_parser(&markdown), words(&outline(&document, true).text), "{markdown}");
    }
}
