//! Joins the pages of one article.
//!
//! Each page of a long article repeats some parts: the section's name, the opening, a box about the
//! author. The danger is in dropping text that the article repeats on purpose. So a short block is
//! dropped only at the edges of a page.

use crate::article::{Article, Post};
use crate::document::{Block, Document, put_notes_in_order, renumber};
use crate::error::Error;
use crate::hash::{HashSet, HashSetExt};
use crate::options::Options;
use crate::render;
use crate::text::{self, word_count};

/// Minimum number of words of a block that counts as a repetition anywhere on a page, if an earlier
/// page has the same block.
const REPEATED_WORDS: usize = 8;

/// Joins the cleaned pages of one article, in their order.
///
/// Drops the blocks of a later page that an earlier page also has: long ones (eight words or more)
/// anywhere, short ones only at the beginning and end of the page. The metadata comes from the
/// first page, and the address of the next page from the last one. The result has the block reports
/// of all pages in order. The only option that is used is `summary_length`.
///
/// # Errors
///
/// [`Error::EmptyInput`] without a page, [`Error::InvalidOption`] for options out of range.
///
/// ```
/// use unchaff::{Options, clean, join};
/// let options = Options::default();
/// let page = |text: &str| clean(format!("<h1>Rain</h1><p>{text}</p>").as_str(), &options).unwrap();
/// let first = page("It rained all night in the hills, and the river rose by two metres.");
/// let second = page("By the morning the water had gone, and the bridge was open to traffic again.");
/// let article = join(vec![first, second], &options).unwrap();
/// assert!(article.text.starts_with("It rained") && article.text.ends_with("traffic again."));
/// ```
pub fn join(pages: Vec<Article>, options: &Options) -> Result<Article, Error> {
    options.check()?;
    let mut pages = pages.into_iter();
    let mut article = pages.next().ok_or(Error::EmptyInput)?;
    let mut seen = HashSet::new();
    article.document.blocks = without_repetitions(article.document.blocks, &mut seen);
    for mut page in pages {
        let notes = article.document.notes.len();
        page.document.notes.iter_mut().for_each(|note| renumber(&mut note.blocks, &|number| number + notes));
        article.document.notes.extend(page.document.notes);
        let mut blocks = without_repetitions(page.document.blocks, &mut seen);
        renumber(&mut blocks, &|number| number + notes);
        article.document.blocks.extend(blocks);
        let before = article.blocks.len();
        for (posts, more) in [(&mut article.posts, page.posts), (&mut article.comments, page.comments)] {
            posts.extend(
                more.into_iter()
                    .map(|post| Post { blocks: post.blocks.start + before..post.blocks.end + before, ..post }),
            );
        }
        article.blocks.extend(page.blocks);
        for number in page.matched_rules {
            if let Err(place) = article.matched_rules.binary_search(&number) {
                article.matched_rules.insert(place, number);
            }
        }
        article.metadata.next_page = page.metadata.next_page;
    }
    put_notes_in_order(&mut article.document);
    article.text = render::text(&article.document);
    article.completed(options)
}

/// Returns the blocks of a page that no earlier page has. `seen` holds the texts of the earlier
/// pages. This function adds the texts of this page.
fn without_repetitions(blocks: Vec<Block>, seen: &mut HashSet<String>) -> Vec<Block> {
    let parts: Vec<Part> = blocks.into_iter().map(|block| Part::new(block, seen)).collect();
    let first = parts.iter().position(|part| !part.known).unwrap_or(parts.len());
    let last = parts.iter().rposition(|part| !part.known).unwrap_or(0);
    let mut kept = Vec::new();
    for (i, part) in parts.into_iter().enumerate() {
        let inside = (first..=last).contains(&i);
        if inside && !(part.known && part.words >= REPEATED_WORDS) {
            seen.insert(part.key);
            kept.extend(part.single.blocks);
        }
    }
    kept
}

/// A block as a separate document, with its properties.
struct Part {
    single: Document,
    /// The text of the block for comparison, or its markup if it has no text, like an image.
    key: String,
    words: usize,
    /// `true` if an earlier page has the same block.
    known: bool,
}

impl Part {
    fn new(block: Block, seen: &HashSet<String>) -> Part {
        let single = Document::from(vec![block]);
        let text = text::fold(&render::text(&single));
        let words = word_count(&text);
        let key = if text.is_empty() { render::html(&single) } else { text };
        Part { known: seen.contains(&key), single, key, words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Inline;
    use crate::url::BaseUrl;
    use crate::{Length, clean};

    const OPENING: &str = "The ferry to the island is back after eleven years, and half the town came to see it leave.";
    const MIDDLE: &str = "The new boat takes forty cars and four hundred people, and sails twice on every working day.";
    const END: &str =
        "In winter it will sail once a day, says the harbour, unless the ice comes as early as last time.";

    fn page(paragraphs: &[&str]) -> Article {
        let html: String = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect();
        clean(
            format!("<title>The ferry</title><article><h1>The ferry</h1>{html}</article>").as_str(),
            &Options::default(),
        )
        .unwrap()
    }

    fn joined(pages: &[&[&str]]) -> String {
        join(pages.iter().map(|paragraphs| page(paragraphs)).collect(), &Options::default()).unwrap().text
    }

    #[test]
    fn what_every_page_says_is_said_once() {
        assert_eq!(joined(&[&[OPENING, MIDDLE], &[OPENING, END]]), format!("{OPENING}\n\n{MIDDLE}\n\n{END}"));
    }

    #[test]
    fn one_page_stays_as_it_is() {
        assert_eq!(joined(&[&[OPENING, MIDDLE]]), format!("{OPENING}\n\n{MIDDLE}"));
    }

    #[test]
    fn counts_and_summary_are_those_of_the_whole() {
        let article =
            join(vec![page(&[OPENING]), page(&[END])], &Options::new().summary_length(Length::Sentences(1))).unwrap();
        assert_eq!(article.word_count, word_count(OPENING) + word_count(END));
        assert_eq!(article.summary.len(), 1);
    }

    #[test]
    fn the_next_page_is_that_of_the_last_one() {
        let next = BaseUrl::default().resolve("https://ferry.example/2");
        assert!(next.is_some());
        let (mut first, mut second) = (page(&[OPENING]), page(&[END]));
        first.metadata.next_page = next.clone();
        let pages = vec![first.clone(), second.clone()];
        assert_eq!(join(pages, &Options::default()).unwrap().metadata.next_page, None);
        second.metadata.next_page = next.clone();
        assert_eq!(join(vec![first, second], &Options::default()).unwrap().metadata.next_page, next);
    }

    #[test]
    fn short_repetitions_are_dropped_at_the_edges_only() {
        let text = |words: &str| Block::Paragraph(vec![Inline::Text(words.into())]);
        let said = |blocks: Vec<Block>, seen: &mut HashSet<String>| -> Vec<String> {
            let kept = without_repetitions(blocks, seen);
            kept.into_iter().map(|block| render::text(&Document::from(vec![block]))).collect()
        };
        let mut seen = HashSet::new();
        said(vec![text("Part"), text("He said no."), text("One.")], &mut seen);
        let second = vec![text("Part"), text("Two."), text("He said no."), text("Three."), text("One.")];
        assert_eq!(said(second, &mut seen), ["Two.", "He said no.", "Three."]);
    }

    #[test]
    fn footnotes_of_later_pages_keep_their_references() {
        let noted = |text: &str, note: &str| {
            let mut article = page(&[text]);
            let Some(Block::Paragraph(content)) = article.document.blocks.first_mut() else { panic!("a paragraph") };
            content.push(Inline::Strong(vec![Inline::Note(0)]));
            let blocks = vec![Block::Paragraph(vec![Inline::Text(note.into())])];
            article.document.notes = vec![crate::document::Note { blocks }];
            article
        };
        let pages = vec![noted(OPENING, "The first."), noted(END, "The second.")];
        let document = join(pages, &Options::default()).unwrap().document;
        assert_eq!(document.notes.len(), 2);
        let Some(Block::Paragraph(content)) = document.blocks.last() else { panic!("a paragraph") };
        assert_eq!(content.last(), Some(&Inline::Strong(vec![Inline::Note(1)])));
    }

    #[test]
    fn a_footnote_of_a_repetition_goes_with_it() {
        let noted = |texts: &[&str]| {
            let mut article = page(texts);
            for (number, block) in article.document.blocks.iter_mut().enumerate() {
                let Block::Paragraph(content) = block else { panic!("a paragraph") };
                content.push(Inline::Note(number));
                let blocks = vec![Block::Paragraph(vec![Inline::Text(format!("Note {number}"))])];
                article.document.notes.push(crate::document::Note { blocks });
            }
            article
        };
        let document = join(vec![noted(&[OPENING]), noted(&[OPENING, END])], &Options::default()).unwrap().document;
        assert_eq!(document.notes.len(), 2);
        let Some(Block::Paragraph(content)) = document.blocks.last() else { panic!("a paragraph") };
        assert_eq!(content.last(), Some(&Inline::Note(1)));
    }

    #[test]
    fn without_pages_there_is_nothing() {
        assert_eq!(join(Vec::new(), &Options::default()).unwrap_err().code(), "empty-input");
    }

    #[test]
    fn only_a_long_repetition_inside_a_page_is_dropped() {
        let text = |words: usize| Block::Paragraph(vec![Inline::Text("Wort ".repeat(words))]);
        let new = |words: &str| Block::Paragraph(vec![Inline::Text(words.into())]);
        let kept = |words: usize| {
            let mut seen = HashSet::new();
            without_repetitions(vec![text(words)], &mut seen);
            without_repetitions(vec![new("Eins."), text(words), new("Zwei.")], &mut seen).len()
        };
        assert_eq!(kept(REPEATED_WORDS - 1), 3);
        assert_eq!(kept(REPEATED_WORDS), 2);
    }
}
