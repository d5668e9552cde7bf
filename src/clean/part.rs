//! What containers collect before they are closed: blocks, and captions that still look for their image.

use super::image::push_distinct;
use super::inline::append_line;
use crate::document::{Block, Image, Inline};

/// Something between the start and the end of a container.
#[derive(Debug)]
pub(super) enum Part {
    /// A block of the article.
    Block(Block),
    /// Words about an image, a table or a quotation.
    Caption {
        content: Vec<Inline>,
        /// Whether they are worth keeping on their own.
        is_body: bool,
    },
    /// The place of footnotes, which go to the end of the article.
    Notes,
}

/// Adds to a list that mostly stays at one: a paragraph of one text, a cell of one paragraph. `push` by itself makes room for
/// four, and a page may have a million of them.
pub(super) fn push_sparingly<T>(list: &mut Vec<T>, item: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(item);
}

/// The parts as blocks. A caption goes to the figure before it, or else to the one after; a rule stays only
/// between blocks.
pub(super) fn resolve(parts: Vec<Part>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut rule = false;
    // Captions that found no figure before them.
    let mut waiting: Vec<Inline> = Vec::new();
    for part in parts {
        match part {
            Part::Block(Block::Rule) => rule = !blocks.is_empty(),
            // The rule and the heading above the notes go with them.
            Part::Notes => {
                rule = false;
                if matches!(blocks.last(), Some(Block::Heading { .. })) {
                    blocks.pop();
                }
            }
            Part::Block(mut block) => {
                if let Block::Figure { caption, .. } = &mut block
                    && !waiting.is_empty()
                {
                    append_line(&mut waiting, std::mem::take(caption));
                    *caption = std::mem::take(&mut waiting);
                }
                waiting.clear();
                if std::mem::take(&mut rule) {
                    blocks.push(Block::Rule);
                }
                blocks.push(block);
            }
            Part::Caption { content, is_body } => match blocks.last_mut() {
                Some(Block::Figure { caption, .. }) if !rule => append_line(caption, content),
                _ if is_body => {
                    if std::mem::take(&mut rule) {
                        blocks.push(Block::Rule);
                    }
                    blocks.push(Block::Paragraph(content));
                }
                _ => append_line(&mut waiting, content),
            },
        }
    }
    blocks
}

/// What a `figure` becomes: its images with their caption, a table with its caption, or, when it holds
/// something else, that.
pub(super) fn close_figure(parts: Vec<Part>) -> Vec<Part> {
    let is_plain = |part: &Part| match part {
        Part::Block(Block::Figure { caption, .. }) => caption.is_empty(),
        Part::Block(block) => matches!(block, Block::Paragraph(_)),
        Part::Caption { .. } | Part::Notes => true,
    };
    let has_image = parts.iter().any(|part| matches!(part, Part::Block(Block::Figure { .. })));
    if has_image && parts.iter().all(is_plain) {
        let mut images: Vec<Image> = Vec::new();
        let mut caption = Vec::new();
        for part in parts {
            match part {
                Part::Block(Block::Figure { images: more, .. }) => {
                    more.into_iter().for_each(|image| push_distinct(&mut images, image));
                }
                Part::Block(Block::Paragraph(content)) | Part::Caption { content, .. } => {
                    append_line(&mut caption, content)
                }
                Part::Block(_) | Part::Notes => {}
            }
        }
        return vec![Part::Block(Block::Figure { images, caption })];
    }
    if has_image {
        return parts;
    }
    close_figure_without_image(parts)
}

fn close_figure_without_image(parts: Vec<Part>) -> Vec<Part> {
    let mut kept = Vec::new();
    let mut caption = Vec::new();
    let has_table = parts.iter().filter(|part| matches!(part, Part::Block(Block::Table(_)))).count() == 1;
    for part in parts {
        match part {
            Part::Caption { content, .. } if has_table => append_line(&mut caption, content),
            // The image it speaks of is not in the article.
            Part::Caption { is_body: false, .. } => {}
            part => kept.push(part),
        }
    }
    let table = kept.iter_mut().find_map(|part| match part {
        Part::Block(Block::Table(table)) => Some(table),
        _ => None,
    });
    if let Some(table) = table {
        append_line(&mut table.caption, caption);
    }
    kept
}
