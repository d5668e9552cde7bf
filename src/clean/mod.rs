//! The security boundary: builds the article from the leaves of the page that were selected.
//!
//! Nothing is filtered here. The page is walked once, and only a text node or image with a role is written,
//! into the closed types of [`Document`]. The elements around the leaves are read for what they mean (a
//! heading, a list, a link) and never copied, so an element or attribute that this module does not know
//! cannot get through. Links and images pass [`BaseUrl`], which is where `javascript:` stops.
//!
//! Danger: text can be mistaken for structure in one place only, the renderers' escaping. What this module must
//! watch is work: the walk, the runs and the unwrapping of tables are linear, and containers nest at most
//! [`MAX_DOCUMENT_DEPTH`](crate::options::MAX_DOCUMENT_DEPTH) deep.

mod builder;
mod code;
mod image;
mod inline;
mod part;
mod table;
#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::select::Selection;
use crate::tree::{Namespace, NodeId, Step, Tag, Tree};
use crate::url::BaseUrl;
use builder::{Builder, Container, Line, Marks};
use image::Found;
use inline::Style;

/// Builds the article from the text nodes and images of `tree` that have a role in `selection`.
///
/// Paragraphs, headings, lists, quotes, code, data tables, figures and the inline styles of
/// [`Inline`](crate::document::Inline) are kept; any other element is seen through. Headings begin at level 2
/// and skip none. Captions that have lost their image are left out. A link that does not resolve to a safe
/// URL leaves its text.
///
/// ```
/// use unchaff::clean::clean;
/// use unchaff::select::{Role, Selection};
/// use unchaff::tree::{self, Tag};
/// use unchaff::url::BaseUrl;
///
/// let tree = tree::parse("<p onclick=x>Giá <b>lúa</b></p><nav>Menu</nav>")?;
/// let mut selection = Selection::new(tree.len());
/// for paragraph in tree.descendants(tree.body(), Tag::P) {
///     for text in tree.descendants(paragraph, Tag::TEXT) {
///         selection.set(text, Role::Body);
///     }
/// }
/// let document = clean(&tree, &selection, &BaseUrl::default());
/// assert_eq!(unchaff::render::html(&document), "<p>Giá <strong>lúa</strong></p>\n");
/// # Ok::<(), unchaff::Error>(())
/// ```
pub fn clean(tree: &Tree, selection: &Selection, base: &BaseUrl) -> Document {
    let mut cleaner = Cleaner { tree, selection, base, builder: Builder::new(), open: Vec::new() };
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => cleaner.text(id),
            Step::Enter(id) if cleaner.is_opaque(id) => walk.skip_children(id),
            Step::Enter(id) => cleaner.enter(id),
            Step::Leave(id) => cleaner.leave(id),
        }
    }
    cleaner.builder.finish()
}

/// What is to be undone at the end of an element.
#[derive(Debug, Clone, Copy)]
enum Effect {
    Boundary,
    Container,
    Line,
    Code,
    Style(Style),
    Marks(Marks),
}

struct Cleaner<'a> {
    tree: &'a Tree,
    selection: &'a Selection,
    base: &'a BaseUrl,
    builder: Builder,
    /// The effects of the open elements, innermost last.
    open: Vec<(NodeId, Effect)>,
}

const QUOTATION_MARKS: Marks = Marks { open: '“', close: '”' };

/// Around the pronunciation of a Chinese or Japanese word, as `rp` writes them.
const RUBY_MARKS: Marks = Marks { open: '(', close: ')' };

impl Cleaner<'_> {
    fn text(&mut self, id: NodeId) {
        let text = self.tree.text(id);
        if text.chars().all(char::is_whitespace) {
            self.builder.white_space(text);
        } else if let Some(role) = self.selection.role(id) {
            self.builder.text(text, role);
        }
    }

    /// Whether nothing in an element is a word of the page, even if it was selected.
    fn is_opaque(&self, id: NodeId) -> bool {
        self.tree.namespace(id) != Namespace::Html
            || matches!(
                self.tree.tag(id),
                Tag::SCRIPT
                    | Tag::STYLE
                    | Tag::TEMPLATE
                    | Tag::HEAD
                    | Tag::TITLE
                    | Tag::IFRAME
                    | Tag::OBJECT
                    | Tag::EMBED
                    | Tag::APPLET
                    | Tag::NOFRAMES
                    | Tag::NOEMBED
                    | Tag::VIDEO
                    | Tag::AUDIO
                    | Tag::CANVAS
                    | Tag::TEXTAREA
                    | Tag::SELECT
                    | Tag::DATALIST
                    | Tag::PROGRESS
                    | Tag::METER
                    | Tag::RP
            )
            || (self.builder.is_in_code() && code::is_gutter(self.tree, id))
    }

    fn enter(&mut self, id: NodeId) {
        let (tree, builder) = (self.tree, &mut self.builder);
        let tag = tree.tag(id);
        if builder.is_in_code() && code::starts_line(tree, id) {
            builder.boundary();
        }
        match tag {
            Tag::BR => return builder.line_break(),
            Tag::HR => return builder.rule(),
            Tag::IMG => return self.image(id),
            _ => {}
        }
        if let Some(container) = container(tree, id) {
            let effect = if builder.open(container) { Effect::Container } else { Effect::Boundary };
            return self.open.push((id, effect));
        }
        if let Some(line) = line(tag) {
            let effect = if builder.open_line(line) { Effect::Line } else { Effect::Boundary };
            return self.open.push((id, effect));
        }
        if is_preformatted(tag) {
            let is_open = builder.open_code(code::language(tree, id));
            return self.open.push((id, if is_open { Effect::Code } else { Effect::Boundary }));
        }
        if is_block(tag) {
            builder.boundary();
            self.open.push((id, Effect::Boundary));
        }
        self.enter_inline(id, tag);
    }

    fn enter_inline(&mut self, id: NodeId, tag: Tag) {
        let builder = &mut self.builder;
        match tag {
            Tag::A => {
                let url = self.tree.attr(id, "href").and_then(|href| self.base.resolve(href));
                if url.is_some_and(|url| builder.open_link(url)) {
                    self.open.push((id, Effect::Style(Style::Link(0))));
                }
            }
            Tag::CODE | Tag::KBD | Tag::SAMP | Tag::TT => {
                if builder.open_inline_code() {
                    self.open.push((id, Effect::Style(Style::Code(0))));
                }
            }
            Tag::Q | Tag::RT => {
                let marks = if tag == Tag::Q { QUOTATION_MARKS } else { RUBY_MARKS };
                if builder.open_marks(marks) {
                    self.open.push((id, Effect::Marks(marks)));
                }
            }
            _ => {
                for style in styles(self.tree, id) {
                    if builder.open_style(style) {
                        self.open.push((id, Effect::Style(style)));
                    }
                }
            }
        }
    }

    fn leave(&mut self, id: NodeId) {
        while let Some((_, effect)) = self.open.pop_if(|(open, _)| *open == id) {
            match effect {
                Effect::Boundary => self.builder.boundary(),
                Effect::Container => self.builder.close(),
                Effect::Line => self.builder.close_line(),
                Effect::Code => self.builder.close_code(),
                Effect::Style(style) => self.builder.close_style(style),
                Effect::Marks(marks) => self.builder.close_marks(marks),
            }
        }
    }

    fn image(&mut self, id: NodeId) {
        let Some(role) = self.selection.role(id) else { return };
        match image::read(self.tree, id, self.base) {
            Some(Found::Picture { image, large }) => self.builder.image(image, large),
            Some(Found::Emoji(text)) => self.builder.text(&text, role),
            None => {}
        }
    }
}

fn container(tree: &Tree, id: NodeId) -> Option<Container> {
    Some(match tree.tag(id) {
        Tag::BLOCKQUOTE => Container::Quote,
        Tag::UL | Tag::MENU | Tag::DIR => Container::List(None),
        Tag::OL => {
            Container::List(Some(tree.attr(id, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1)))
        }
        Tag::LI => Container::Item,
        Tag::FIGURE => Container::Figure,
        Tag::TABLE => {
            let role = tree.attr(id, "role").unwrap_or_default().trim();
            let is_layout = role.eq_ignore_ascii_case("presentation") || role.eq_ignore_ascii_case("none");
            Container::Table { is_layout }
        }
        Tag::TR => Container::Row,
        Tag::TD => {
            Container::Cell { is_header: tree.ancestors(id).nth(1).is_some_and(|part| tree.tag(part) == Tag::THEAD) }
        }
        Tag::TH => Container::Cell { is_header: true },
        _ => return None,
    })
}

fn line(tag: Tag) -> Option<Line> {
    Some(match tag {
        Tag::H1 => Line::Heading(1),
        Tag::H2 => Line::Heading(2),
        Tag::H3 => Line::Heading(3),
        Tag::H4 => Line::Heading(4),
        Tag::H5 => Line::Heading(5),
        Tag::H6 => Line::Heading(6),
        Tag::FIGCAPTION => Line::Caption,
        Tag::CAPTION => Line::TableCaption,
        _ => return None,
    })
}

fn is_preformatted(tag: Tag) -> bool {
    matches!(tag, Tag::PRE | Tag::LISTING | Tag::XMP | Tag::PLAINTEXT)
}

/// Elements that browsers show as blocks of their own, except those that [`container`], [`line`] and
/// [`is_preformatted`] name.
fn is_block(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::ADDRESS
            | Tag::ARTICLE
            | Tag::ASIDE
            | Tag::BODY
            | Tag::CENTER
            | Tag::DD
            | Tag::DETAILS
            | Tag::DIALOG
            | Tag::DIV
            | Tag::DL
            | Tag::DT
            | Tag::FIELDSET
            | Tag::FOOTER
            | Tag::FORM
            | Tag::HEADER
            | Tag::HGROUP
            | Tag::LEGEND
            | Tag::MAIN
            | Tag::NAV
            | Tag::OPTION
            | Tag::P
            | Tag::SEARCH
            | Tag::SECTION
            | Tag::SUMMARY
            | Tag::TBODY
            | Tag::TFOOT
            | Tag::THEAD
    )
}

/// The styles that an element gives its text. Terms of a definition list are strong.
fn styles(tree: &Tree, id: NodeId) -> impl Iterator<Item = Style> {
    let tag = tree.tag(id);
    let css = Css::read(tree.attr(id, "style").unwrap_or_default());
    let is_styled = matches!(tag, Tag::SPAN | Tag::FONT);
    let strong = match tag {
        // Google Docs wraps all it copies in `<b style="font-weight:normal">`.
        Tag::B | Tag::STRONG => css.bold != Some(false),
        Tag::DT => true,
        _ => is_styled && css.bold == Some(true),
    };
    let emphasis = match tag {
        Tag::I | Tag::EM | Tag::CITE | Tag::DFN | Tag::VAR => css.italic != Some(false),
        _ => is_styled && css.italic == Some(true),
    };
    [
        strong.then_some(Style::Strong),
        emphasis.then_some(Style::Emphasis),
        (tag == Tag::SUB).then_some(Style::Subscript),
        (tag == Tag::SUP).then_some(Style::Superscript),
    ]
    .into_iter()
    .flatten()
}

/// What an inline style sheet says of weight and slant.
#[derive(Debug, Default)]
struct Css {
    bold: Option<bool>,
    italic: Option<bool>,
}

impl Css {
    fn read(style: &str) -> Css {
        let mut css = Css::default();
        for (property, value) in style.split(';').filter_map(|declaration| declaration.split_once(':')) {
            let value = value.trim();
            match property.trim() {
                "font-weight" => css.bold = Some(matches!(value, "bold" | "bolder" | "600" | "700" | "800" | "900")),
                "font-style" => css.italic = Some(matches!(value, "italic" | "oblique")),
                _ => {}
            }
        }
        css
    }
}
