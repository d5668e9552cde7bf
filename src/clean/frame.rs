//! The open containers of the page, and the conversion of lists when they are closed.

use super::content::strong_lines;
use super::part::{RawPart, resolve};
use super::table::{RawCell, RawTable};
use crate::document::{Block, CalloutKind, Definition, Inline, Item, Locale, Numbering, PostHeader};

/// A container to open.
#[derive(Debug)]
pub(super) enum Container {
    Quote,
    Callout(CalloutKind),
    Section(Locale),
    Post(PostHeader),
    List {
        /// The first number of a numbered list.
        start: Option<u32>,
        numbering: Numbering,
        /// `true` if it counts down.
        is_reversed: bool,
    },
    Item {
        /// The item's number on the page.
        number: Option<u32>,
    },
    Definitions,
    Detail,
    Figure,
    Table(RawTable),
    Row {
        /// `true` if the row belongs to the table's foot.
        is_in_foot: bool,
    },
    Cell(RawCell),
}

/// An open container with its content so far.
#[derive(Debug)]
pub(super) enum Frame {
    Root(Vec<RawPart>),
    Note(Vec<RawPart>),
    Quote(Vec<RawPart>),
    Callout {
        kind: CalloutKind,
        title: Vec<Inline>,
        parts: Vec<RawPart>,
    },
    Section(Locale, Vec<RawPart>),
    Post(PostHeader, Vec<RawPart>),
    Item(RawItem),
    Definitions(Vec<RawDefinition>),
    Detail(Vec<RawPart>),
    Figure(Vec<RawPart>),
    Cell(RawCell),
    List {
        start: Option<u32>,
        numbering: Numbering,
        is_reversed: bool,
        items: Vec<RawItem>,
        /// `true` if it was opened for an item outside any list.
        is_implied: bool,
    },
    Table(RawTable),
}

/// An item of a list while it is collected.
#[derive(Debug, Default)]
pub(super) struct RawItem {
    pub(super) checked: Option<bool>,
    /// Its number on the page.
    pub(super) number: Option<u32>,
    pub(super) parts: Vec<RawPart>,
}

/// A part of a definition list while it is collected.
#[derive(Debug)]
pub(super) enum RawDefinition {
    Term(Vec<Inline>),
    Detail(Vec<RawPart>),
}

impl Frame {
    /// Returns the content of the frame if it is a sequence of parts.
    pub(super) fn parts(&mut self) -> Option<&mut Vec<RawPart>> {
        match self {
            Frame::Root(parts)
            | Frame::Note(parts)
            | Frame::Quote(parts)
            | Frame::Section(_, parts)
            | Frame::Post(_, parts)
            | Frame::Detail(parts)
            | Frame::Figure(parts) => Some(parts),
            Frame::Callout { parts, .. } => Some(parts),
            Frame::Item(item) => Some(&mut item.parts),
            Frame::Cell(cell) => Some(&mut cell.parts),
            Frame::List { .. } | Frame::Definitions(_) | Frame::Table(_) => None,
        }
    }

    /// Returns `true` if the frame makes the document one level deeper.
    pub(super) fn nests(&self) -> bool {
        let is_flat = matches!(self, Frame::Root(_) | Frame::Note(_) | Frame::Post(..));
        !is_flat && !matches!(self, Frame::Item(_) | Frame::Detail(_) | Frame::Cell(_))
    }
}

/// Converts a list. If it only serves the layout, the result is the content of its items. If its
/// numbers do not go up by one, it becomes several lists, because Markdown cannot express such
/// numbers in one list and the text often refers to them.
pub(super) fn close_list(
    start: Option<u32>,
    numbering: Numbering,
    is_reversed: bool,
    items: Vec<RawItem>,
) -> Vec<RawPart> {
    if start.is_none() && lays_out(&items) {
        return items.into_iter().flat_map(|item| item.parts).collect();
    }
    let had_notes = items.iter().flat_map(|item| &item.parts).any(|part| matches!(part, RawPart::Notes));
    // Dropped items are not counted, except those at the start.
    let dropped = items.iter().take_while(|item| item.parts.is_empty()).count();
    let dropped = u32::try_from(dropped).unwrap_or(0);
    let mut next = start.map(|start| step(start, dropped, is_reversed));
    let mut parts = Vec::new();
    // The list that the next item continues, and the item's number.
    let mut open: Option<(Option<u32>, Vec<Item>)> = None;
    for raw in items {
        let number = raw.number.filter(|_| start.is_some()).or(next);
        let item = close_item(raw);
        if item.blocks.is_empty() {
            continue;
        }
        let goes_on = number == next && !is_reversed;
        match &mut open {
            Some((_, items)) if goes_on => items.push(item),
            _ => {
                let before = open.replace((number, vec![item]));
                parts.extend(before.map(|(start, items)| RawPart::Block(Block::List { start, numbering, items })));
            }
        }
        next = number.map(|number| step(number, 1, is_reversed));
    }
    parts.extend(open.map(|(start, items)| RawPart::Block(Block::List { start, numbering, items })));
    if had_notes {
        parts.push(RawPart::Notes);
    }
    parts
}

/// Returns the number of the item that is `by` items after the one with this number.
fn step(number: u32, by: u32, is_reversed: bool) -> u32 {
    if is_reversed { number.saturating_sub(by) } else { number.saturating_add(by) }
}

/// Returns an item. A box drawn as a character counts like a real checkbox.
fn close_item(item: RawItem) -> Item {
    let mut blocks = resolve(item.parts);
    let mut checked = item.checked;
    if let Some(Block::Paragraph(content)) = blocks.first_mut() {
        let goes_on = content.len() > 1;
        if let Some(Inline::Text(text)) = content.first_mut() {
            let ticked = match text.chars().next() {
                Some('☐') => Some(false),
                Some('☑' | '☒') => Some(true),
                _ => None,
            };
            let after = text.chars().nth(1);
            if ticked.is_some() && (after == Some(' ') || (after.is_none() && goes_on)) {
                checked = ticked;
                *text = text.chars().skip(2).collect();
                if text.is_empty() {
                    content.remove(0);
                }
            }
        }
    }
    Item { checked, blocks }
}

/// Returns `true` if a bulleted list only serves the layout, because it separates sections with
/// headings or shows pictures.
fn lays_out(items: &[RawItem]) -> bool {
    let parts = || items.iter().flat_map(|item| &item.parts);
    let is_heading = |part: &RawPart| matches!(part, RawPart::Block(Block::Heading { .. }));
    let is_picture =
        |part: &RawPart| matches!(part, RawPart::Block(Block::Figure { .. } | Block::Rule) | RawPart::Caption { .. });
    parts().any(is_heading) || parts().all(is_picture)
}

/// Converts a post. Posts inside it are placed after it, because a document holds all posts in one
/// row, each with its depth.
pub(super) fn close_post(header: PostHeader, parts: Vec<RawPart>) -> Vec<RawPart> {
    let is_post = |part: &RawPart| matches!(part, RawPart::Block(Block::Post { .. }));
    let (answers, own): (Vec<RawPart>, Vec<RawPart>) = parts.into_iter().partition(is_post);
    let blocks = resolve(own);
    let post = (!blocks.is_empty()).then_some(RawPart::Block(Block::Post { header, blocks }));
    post.into_iter().chain(answers).collect()
}

/// Converts a definition list. Terms without details, or details without a term, are not
/// definitions.
pub(super) fn close_definitions(parts: Vec<RawDefinition>) -> Vec<RawPart> {
    let has_layout = |part: &RawPart| matches!(part, RawPart::Block(Block::Heading { .. }) | RawPart::Caption { .. });
    let lays_out =
        parts.iter().any(|part| matches!(part, RawDefinition::Detail(parts) if parts.iter().any(has_layout)));
    let had_notes = parts.iter().any(
        |part| matches!(part, RawDefinition::Detail(parts) if parts.iter().any(|part| matches!(part, RawPart::Notes))),
    );
    let has = |is_term: bool| {
        parts.iter().any(|part| match part {
            RawDefinition::Term(content) => is_term && !content.is_empty(),
            RawDefinition::Detail(parts) => !is_term && !parts.is_empty(),
        })
    };
    if lays_out || !has(true) || !has(false) {
        return parts
            .into_iter()
            .flat_map(|part| match part {
                RawDefinition::Term(content) if content.is_empty() => Vec::new(),
                RawDefinition::Term(content) => {
                    vec![RawPart::Block(Block::Paragraph(strong_lines(content)))]
                }
                RawDefinition::Detail(parts) => parts,
            })
            .collect();
    }
    let definitions: Vec<Definition> = parts
        .into_iter()
        .map(|part| match part {
            RawDefinition::Term(content) => Definition::Term(content),
            RawDefinition::Detail(parts) => Definition::Detail(resolve(parts)),
        })
        .filter(|definition| match definition {
            Definition::Term(content) => !content.is_empty(),
            Definition::Detail(blocks) => !blocks.is_empty(),
        })
        .collect();
    let mut parts = vec![RawPart::Block(Block::Definitions(definitions))];
    if had_notes {
        parts.push(RawPart::Notes);
    }
    parts
}
