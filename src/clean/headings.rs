//! Headings without markup, and heading levels. An article begins at level 2, below its title, and skips no level.
//!
//! Many sites set a subheading as a short paragraph in bold. Such a line becomes a heading, so that an outline has it.
//!
//! The levels of a page depend on its template. A site may use `h1` for its name, `h2` for the
//! headline and `h4` for the sections of the article, or it may use `h3` for some sections before
//! the first `h2`. So only the order counts: which heading is deeper than which.

use crate::document::{Block, ContentMut, Document, Inline};
use crate::text;

/// The level of a heading without markup. It is deeper than all headings of the page.
const BOLD_LEVEL: u8 = 7;
/// Maximum number of words and of characters of a bold line that is a heading.
const HEADING_WORDS: usize = 14;
const HEADING_CHARS: usize = 90;
/// Maximum number of words of a line that ends with a colon. A longer one is the beginning of a sentence that a list ends.
const COLON_WORDS: usize = 4;
/// The characters at the end of a sentence, of a quotation, and of a line that goes on. Questions are among them, because
/// the questions of an interview are in bold too.
const ENDS: [char; 18] =
    ['.', '!', '?', ',', ';', '…', '。', '！', '？', '，', '、', '；', '؟', '،', '।', '”', '"', '»'];

/// Turns short bold paragraphs above text into headings.
///
/// The first block of an article is left alone, because a kicker, a name or a place stands there. Quotations, items and
/// posts are left alone too, because people write single lines in bold there.
pub(super) fn promote_bold(blocks: &mut [Block]) {
    for i in 0..blocks.len() {
        if let Block::Section { blocks, .. } = &mut blocks[i] {
            promote_bold(blocks);
        }
        let is_list = matches!(blocks.get(i + 1), Some(Block::List { .. } | Block::Table(_)));
        if (i > 0 || is_list)
            && blocks.get(i + 1).is_some_and(has_text)
            && let Block::Paragraph(content) = &mut blocks[i]
            && let [Inline::Strong(bold)] = &mut content[..]
            && is_heading(bold, is_list)
        {
            let content = std::mem::take(bold);
            blocks[i] = Block::Heading { level: BOLD_LEVEL, content };
        }
    }
}

/// Returns `true` if a heading may stand over a block.
fn has_text(block: &Block) -> bool {
    match block {
        Block::Paragraph(content) => !matches!(content[..], [Inline::Strong(_)]),
        Block::List { .. } | Block::Table(_) | Block::Figure { .. } | Block::Quote(_) | Block::Definitions(_) => true,
        _ => false,
    }
}

/// Returns `true` if the words of a bold line can be a heading. A heading that ends with a colon stands over a list.
fn is_heading(bold: &[Inline], is_over_list: bool) -> bool {
    let mut line = String::new();
    let is_plain = plain_text(bold, &mut line);
    let most_words = match line.trim_end().ends_with([':', '：']) {
        true if is_over_list => COLON_WORDS,
        true => 0,
        false => HEADING_WORDS,
    };
    is_plain
        && !line.trim_end().ends_with(ENDS)
        && line.contains(char::is_alphabetic)
        && line.chars().count() <= HEADING_CHARS
        && text::word_count(&line) <= most_words
}

/// Appends the text of a run. Returns `false` if the run has more than text: links, images, line breaks.
fn plain_text(content: &[Inline], line: &mut String) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) => {
            line.push_str(text);
            true
        }
        Inline::Emphasis(content) | Inline::Marked(content) | Inline::Span { content, .. } => plain_text(content, line),
        _ => false,
    })
}

/// Gives each heading a level one below that of its parent: the last heading before it with a higher rank on the page.
pub(super) fn rebase(document: &mut Document) {
    // The original levels of the headings around the current one.
    let mut around: Vec<u8> = Vec::new();
    // This is a stack, so the first container to read is its last item.
    let mut waiting: Vec<_> = document.notes.iter_mut().rev().map(|note| note.blocks.iter_mut()).collect();
    waiting.push(document.blocks.iter_mut());
    while let Some(blocks) = waiting.last_mut() {
        let Some(block) = blocks.next() else {
            waiting.pop();
            continue;
        };
        if let Block::Heading { level, .. } = block {
            while around.last().is_some_and(|last| last >= level) {
                around.pop();
            }
            around.push(*level);
            *level = u8::try_from(around.len() + 1).unwrap_or(6).min(6);
        }
        waiting.extend(block.contents_mut().into_iter().rev().filter_map(|content| match content {
            ContentMut::Blocks(blocks) => Some(blocks.iter_mut()),
            ContentMut::Inlines(_) => None,
        }));
    }
}
