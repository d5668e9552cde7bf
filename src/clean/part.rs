//! The content that containers collect before they are closed: blocks, and captions whose image is not yet known.

use super::content::append_line;
use super::image::push_distinct;
use crate::document::{Block, Image, Inline};

/// A part of a container, collected until the container is closed.
#[derive(Debug)]
pub(super) enum RawPart {
    /// A block of the article.
    Block(Block),
    /// Words about an image, a table or a quotation.
    Caption {
        content: Vec<Inline>,
        /// `true` if the words are also kept without their image, table or quotation.
        is_body: bool,
    },
    /// Marks the place of the footnotes, which move to the end of the article.
    Notes,
}

/// Returns the parts as blocks. A caption is added to the figure before it, or else to the one
/// after it. Rules are kept only between blocks. Neighbours in the same language become one
/// section.
pub(super) fn resolve(parts: Vec<RawPart>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut rule = false;
    // Captions without a figure before them.
    let mut waiting: Vec<Inline> = Vec::new();
    for part in parts {
        match part {
            RawPart::Block(Block::Rule) => rule = !blocks.is_empty(),
            // The rule and the heading above the notes move with them.
            RawPart::Notes => {
                rule = false;
                drop_empty_end(&mut blocks);
            }
            RawPart::Block(mut block) => {
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
                match (blocks.last_mut(), block) {
                    (
                        Some(Block::Section { locale: before, blocks: section }),
                        Block::Section { locale, blocks: more },
                    ) if *before == locale => section.extend(more),
                    (_, block) => blocks.push(block),
                }
            }
            RawPart::Caption { content, is_body } => match blocks.last_mut() {
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

/// Drops headings and rules at the end, where only notes follow.
pub(super) fn drop_empty_end(blocks: &mut Vec<Block>) {
    while blocks.pop_if(|last| matches!(last, Block::Heading { .. } | Block::Rule)).is_some() {}
}

/// Converts a `figure`. The result is its images with their caption, a table with its caption, or
/// else its content.
pub(super) fn close_figure(parts: Vec<RawPart>) -> Vec<RawPart> {
    let is_plain = |part: &RawPart| match part {
        RawPart::Block(Block::Figure { caption, .. }) => caption.is_empty(),
        RawPart::Block(block) => matches!(block, Block::Paragraph(_)),
        RawPart::Caption { .. } | RawPart::Notes => true,
    };
    let has_image = parts.iter().any(|part| matches!(part, RawPart::Block(Block::Figure { .. })));
    if has_image && parts.iter().all(is_plain) && !holds_article(&parts) {
        let mut images: Vec<Image> = Vec::new();
        let mut caption = Vec::new();
        for part in parts {
            match part {
                RawPart::Block(Block::Figure { images: more, .. }) => {
                    more.into_iter().for_each(|image| push_distinct(&mut images, image));
                }
                RawPart::Block(Block::Paragraph(content)) | RawPart::Caption { content, .. } => {
                    append_line(&mut caption, content)
                }
                RawPart::Block(_) | RawPart::Notes => {}
            }
        }
        return vec![RawPart::Block(Block::Figure { images, caption })];
    }
    if has_image {
        return parts;
    }
    close_figure_without_image(parts)
}

/// Returns `true` if a figure has several long paragraphs, or more paragraphs than a caption and its credit. Some sites
/// put whole articles into a `figure`.
fn holds_article(parts: &[RawPart]) -> bool {
    const LONG_BYTES: usize = 120;
    const CAPTION_PARAGRAPHS: usize = 2;
    let text_bytes = |inline: &Inline| if let Inline::Text(text) = inline { text.len() } else { 0 };
    let is_long = |part: &&RawPart| match part {
        RawPart::Block(Block::Paragraph(content)) => content.iter().map(text_bytes).sum::<usize>() >= LONG_BYTES,
        _ => false,
    };
    let paragraphs = parts.iter().filter(|part| matches!(part, RawPart::Block(Block::Paragraph(_)))).count();
    parts.iter().filter(is_long).count() > 1 || paragraphs > CAPTION_PARAGRAPHS
}

fn close_figure_without_image(parts: Vec<RawPart>) -> Vec<RawPart> {
    let mut kept = Vec::new();
    let mut caption = Vec::new();
    let has_table = parts.iter().filter(|part| matches!(part, RawPart::Block(Block::Table(_)))).count() == 1;
    let has_code = parts.iter().any(|part| matches!(part, RawPart::Block(Block::Code { .. })));
    for part in parts {
        match part {
            RawPart::Caption { content, .. } if has_table => append_line(&mut caption, content),
            // The caption of code names a file or describes the code.
            RawPart::Caption { content, .. } if has_code => kept.push(RawPart::Block(Block::Paragraph(content))),
            // Beside other blocks, a caption names a speaker or describes a video. A caption
            // without such blocks describes an image that is not in the article.
            RawPart::Caption { content, is_body: false } => {
                if kept.iter().any(|part| matches!(part, RawPart::Block(_))) {
                    kept.push(RawPart::Block(Block::Paragraph(content)));
                }
            }
            part => kept.push(part),
        }
    }
    let table = kept.iter_mut().find_map(|part| match part {
        RawPart::Block(Block::Table(table)) => Some(table),
        _ => None,
    });
    if let Some(table) = table {
        append_line(&mut table.caption, caption);
    }
    kept
}
