//! What the elements of a page mean for the article.

use super::frame::Container;
use super::inline::Style;
use super::table::{RawCell, RawTable};
use crate::constructs::{callout, post};
use crate::document::Numbering;
use crate::limits::MAX_SPAN;
use crate::tree::{NodeId, Tag, Tree};

/// Returns the container that an element opens.
pub(super) fn container(tree: &Tree, id: NodeId) -> Option<Container> {
    if let Some(kind) = callout::kind(tree, id) {
        return Some(Container::Callout(kind));
    }
    Some(match tree.tag(id) {
        Tag::BLOCKQUOTE => Container::Quote,
        Tag::UL | Tag::MENU | Tag::DIR => {
            Container::List { start: None, numbering: Numbering::Decimal, is_reversed: false }
        }
        Tag::OL => {
            let is_reversed = tree.attr(id, "reversed").is_some();
            let count = || u32::try_from(tree.children(id).filter(|&item| tree.tag(item) == Tag::LI).count()).ok();
            let first = if is_reversed { count() } else { None };
            Container::List {
                start: Some(number(tree, id, "start").or(first).unwrap_or(1)),
                numbering: numbering(tree.attr(id, "type").unwrap_or_default()),
                is_reversed,
            }
        }
        Tag::LI => Container::Item { number: number(tree, id, "value") },
        Tag::DL => Container::Definitions,
        Tag::DD => Container::Detail,
        Tag::FIGURE => Container::Figure,
        Tag::TABLE => Container::Table(RawTable { is_layout: is_layout(tree, id), ..RawTable::default() }),
        Tag::TR => Container::Row { is_in_foot: tree.parent(id).is_some_and(|part| tree.tag(part) == Tag::TFOOT) },
        Tag::TD | Tag::TH => {
            let in_head = || tree.ancestors(id).nth(1).is_some_and(|part| tree.tag(part) == Tag::THEAD);
            cell(tree, id, tree.tag(id) == Tag::TH || in_head())
        }
        Tag::DIV if post::is_post(tree, id) => Container::Quote,
        Tag::DIV | Tag::SPAN | Tag::SECTION => return part_of_table_by_role(tree, id),
        _ => return None,
    })
}

/// Returns the container of an element that is a table, or part of one, only by its `role`.
fn part_of_table_by_role(tree: &Tree, id: NodeId) -> Option<Container> {
    match tree.attr(id, "role")?.trim() {
        "table" | "grid" => Some(Container::Table(RawTable::default())),
        "row" => Some(Container::Row { is_in_foot: false }),
        "cell" | "gridcell" => Some(cell(tree, id, false)),
        "columnheader" | "rowheader" => Some(cell(tree, id, true)),
        _ => None,
    }
}

fn cell(tree: &Tree, id: NodeId, is_header: bool) -> Container {
    let (columns, rows) = (span(tree, id, "colspan"), span(tree, id, "rowspan"));
    Container::Cell(RawCell { is_header, columns, rows, parts: Vec::new() })
}

fn number(tree: &Tree, id: NodeId, name: &str) -> Option<u32> {
    tree.attr(id, name)?.trim().parse().ok()
}

fn numbering(kind: &str) -> Numbering {
    match kind {
        "a" => Numbering::LowerAlpha,
        "A" => Numbering::UpperAlpha,
        "i" => Numbering::LowerRoman,
        "I" => Numbering::UpperRoman,
        _ => Numbering::Decimal,
    }
}

fn span(tree: &Tree, cell: NodeId, name: &str) -> u16 {
    tree.attr(cell, name).and_then(|span| span.trim().parse().ok()).unwrap_or(1).clamp(1, MAX_SPAN)
}

/// Returns `true` if the page uses a table for layout: it marks the table as presentation, or puts an equation and its
/// number into it.
fn is_layout(tree: &Tree, table: NodeId) -> bool {
    let role = tree.attr(table, "role").unwrap_or_default().trim();
    role.eq_ignore_ascii_case("presentation")
        || role.eq_ignore_ascii_case("none")
        || tree.class_words(table).any(|word| {
            matches!(
                word,
                "ltx_equation"
                    | "ltx_eqn_table"
                    | "ltx_equationgroup"
                    | "disp-formula"
                    | "highlighttable"
                    | "rouge-table"
                    | "lntable"
            )
        })
}

/// Returns `true` if an element's content is never text of the page, even if it was selected.
pub(super) fn is_opaque(tree: &Tree, id: NodeId) -> bool {
    let tag = tree.tag(id);
    tree.is_unread(id) || matches!(tag, Tag::APPLET | Tag::PROGRESS | Tag::METER | Tag::RP)
}

/// Returns the styles of an element's text, except styles with a value, such as links.
pub(super) fn styles(tree: &Tree, id: NodeId) -> impl Iterator<Item = Style> {
    let tag = tree.tag(id);
    let css = Css::read(tree.attr(id, "style").unwrap_or_default());
    let is_styled = matches!(tag, Tag::SPAN | Tag::FONT);
    let strong = match tag {
        // Google Docs wraps all copied content in `<b style="font-weight:normal">`.
        Tag::B | Tag::STRONG => css.bold != Some(false),
        _ => is_styled && css.bold == Some(true),
    };
    let emphasis = match tag {
        Tag::I | Tag::EM | Tag::CITE | Tag::DFN | Tag::VAR => css.italic != Some(false),
        _ => is_styled && css.italic == Some(true),
    };
    let deleted = match tag {
        // Twitter marks up the `@` or `#` before a name or topic like this: `<s>@</s>`.
        Tag::S if tree.first_child(id).is_some_and(|sign| matches!(tree.text(sign), "@" | "#")) => false,
        Tag::DEL | Tag::S | Tag::STRIKE => css.struck != Some(false),
        _ => css.struck == Some(true),
    };
    [
        strong.then_some(Style::Strong),
        emphasis.then_some(Style::Emphasis),
        (tag == Tag::SUB).then_some(Style::Subscript),
        (tag == Tag::SUP).then_some(Style::Superscript),
        deleted.then_some(Style::Deleted),
        (tag == Tag::INS).then_some(Style::Inserted),
        (tag == Tag::MARK).then_some(Style::Marked),
    ]
    .into_iter()
    .flatten()
}

/// The effects of a style attribute on text: bold, italic, struck.
#[derive(Debug, Default)]
struct Css {
    bold: Option<bool>,
    italic: Option<bool>,
    struck: Option<bool>,
}

impl Css {
    fn read(style: &str) -> Css {
        let mut css = Css::default();
        for (property, value) in style.split(';').filter_map(|declaration| declaration.split_once(':')) {
            let value = value.trim();
            match property.trim() {
                "font-weight" => css.bold = Some(matches!(value, "bold" | "bolder" | "600" | "700" | "800" | "900")),
                "font-style" => css.italic = Some(matches!(value, "italic" | "oblique")),
                "text-decoration" | "text-decoration-line" => css.struck = Some(value.contains("line-through")),
                _ => {}
            }
        }
        css
    }
}
