//! Converts documents and their renderings to the same kind of list. html5ever and pulldown-cmark
//! read the renderings.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{self as md, CodeBlockKind, Tag, TagEnd};
use unchaff::document::{Block, Document, Event, Inline, Node};

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    /// The beginning or end of a block, item or cell.
    Boundary,
    Mark(String),
    /// Text without white space.
    Text(String),
}

/// A document as a list of tokens, with its words.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Outline {
    pub(crate) tokens: Vec<Token>,
    pub(crate) text: String,
}

impl Outline {
    fn boundary(&mut self) {
        self.text.push(' ');
        // The checkbox of a task may be in the item or in its first paragraph.
        let after_box = matches!(self.tokens.last(), Some(Token::Mark(mark)) if mark.starts_with("task"));
        if self.tokens.last() != Some(&Token::Boundary) && !after_box {
            self.tokens.push(Token::Boundary);
        }
    }

    fn mark(&mut self, mark: impl Into<String>) {
        let mark = mark.into();
        // A reference may need a space before the text after it.
        if mark.starts_with("ref ") {
            self.text.push(' ');
        }
        // Renderers leave out a link without content.
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

    /// Removes the empty head of a table without a head, because it is not a row.
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

/// Returns everything that both formats can express. With `markup`, also returns what only HTML can
/// certainly express.
pub(crate) fn outline(document: &Document, markup: bool) -> Outline {
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
            // In Markdown, a link cannot contain a reference. The reference comes after the link.
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

pub(crate) fn markdown_outline(markdown: &str) -> Outline {
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
            md::Event::InlineHtml(html)
                if matches!(&*html, "<sub>" | "</sub>" | "<sup>" | "</sup>" | "<del>" | "</del>") => {}
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

pub(crate) fn html_outline(html: &str) -> Outline {
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
        // The list of the notes.
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

/// Replaces raised and lowered digits by plain ones. Markdown has no other way to write a
/// superscript.
pub(crate) fn plain_scripts(text: &str) -> String {
    const SCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    const PLAIN: &str = "0123456789+-=()0123456789+-=()abcdefghijklmnoprstuvwxyzaehijklmnoprstuvx";
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
