//! Finds further articles below the first one. Pages with endless scrolling add the next articles
//! under the requested one. Each has its own headline and a container like that of the first one.
//! The classifier cannot tell them from the first article.

use crate::blocks::Blocks;
use crate::features::{Boilerplate, Measured};
use crate::tree::{NodeId, Tag, Tree};
use std::ops::Range;

/// Maximum number of headings of a page that are read.
const MAX_HEADINGS: usize = 100;
/// Minimum number of words of prose of an article. A shorter text is a teaser, which the classifier judges.
const MIN_PROSE_WORDS: usize = 60;
/// Maximum number of words of a line with a date between a headline and the text.
const MAX_DATE_WORDS: usize = 20;
/// Minimum number of digits of a date: a year, or a day with a time.
const MIN_DATE_DIGITS: usize = 4;

/// A whole article below the page's own one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailingArticle {
    /// The block with its headline.
    pub headline: usize,
    /// All blocks of its container.
    pub blocks: Range<usize>,
}

/// Returns the further articles of a page, from top to bottom. There are none if no heading is the page's title.
///
/// A further article has its own headline and prose, in a container with the same parent, tag and first class as the
/// one around the page's headline. Sections of one article can look the same, each with an `h1`. A date or byline under
/// each headline tells the two apart: if the first article has one, the further ones must have one too.
pub fn find(tree: &Tree, blocks: &Blocks, measured: &Measured) -> Vec<TrailingArticle> {
    let search = Search { tree, blocks, measured };
    let headings: Vec<TopHeading> =
        (0..blocks.list.len()).filter_map(|block| search.heading(block)).take(MAX_HEADINGS).collect();
    let is_title = |heading: &TopHeading| measured.blocks[heading.block].is_title;
    let Some(first) = headings.iter().position(|heading| heading.tag == Tag::H1 && is_title(heading)) else {
        return Vec::new();
    };
    let mut found: Vec<TrailingArticle> = Vec::new();
    for heading in &headings[first + 1..] {
        // A heading inside a further article is one of its subheadings.
        if found.last().is_none_or(|last| !last.blocks.contains(&heading.block)) {
            found.extend(search.trailing_article(&headings[first], heading));
        }
    }
    found
}

/// A block that is a heading.
struct TopHeading {
    block: usize,
    tag: Tag,
    /// The elements from the root down to the heading's block.
    path: Vec<NodeId>,
}

struct Search<'a> {
    tree: &'a Tree,
    blocks: &'a Blocks,
    measured: &'a Measured,
}

impl Search<'_> {
    fn heading(&self, block: usize) -> Option<TopHeading> {
        // The text of a heading may be in a link or span inside it.
        const LEVELS: usize = 2;
        let element = self.blocks.list[block].element;
        let inner = std::iter::once(element).chain(self.tree.ancestors(element)).take(LEVELS);
        let tag = inner.map(|id| self.tree.tag(id)).find(|tag| matches!(*tag, Tag::H1 | Tag::H2 | Tag::H3))?;
        let mut path: Vec<NodeId> = std::iter::once(element).chain(self.tree.ancestors(element)).collect();
        path.reverse();
        Some(TopHeading { block, tag, path })
    }

    /// Returns the article under a heading, if it is a further one.
    fn trailing_article(&self, first: &TopHeading, other: &TopHeading) -> Option<TrailingArticle> {
        let shared = first.path.iter().zip(&other.path).take_while(|(a, b)| a == b).count();
        let (&own, &container) = (first.path.get(shared)?, other.path.get(shared)?);
        if !self.are_alike(own, container) {
            return None;
        }
        let range = self.blocks_in(container, other.block);
        let has_prose = |range| self.prose_words(range) >= MIN_PROSE_WORDS;
        if !has_prose(other.block..range.end) || !has_prose(first.block..range.start) {
            return None;
        }
        let in_one_article = first.path[..shared].iter().any(|&id| self.tree.tag(id) == Tag::ARTICLE);
        let is_article = match (self.is_dated(self.blocks_in(own, first.block)), self.is_dated(range.clone())) {
            (true, dated) => dated,
            (false, true) => true,
            (false, false) => !in_one_article && other.tag == Tag::H1 && self.tree.tag(container) != Tag::SECTION,
        };
        is_article.then_some(TrailingArticle { headline: other.block, blocks: range })
    }

    /// Returns the blocks of a container that holds `block`.
    fn blocks_in(&self, container: NodeId, block: usize) -> Range<usize> {
        let within = |block: &usize| {
            let element = self.blocks.list[*block].element;
            element == container || self.tree.ancestors(element).any(|id| id == container)
        };
        let start = (0..block).rev().take_while(within).last().unwrap_or(block);
        start..block + (block..self.blocks.list.len()).take_while(within).count()
    }

    fn are_alike(&self, a: NodeId, b: NodeId) -> bool {
        let class = |id| self.tree.attr(id, "class").unwrap_or_default().split_ascii_whitespace().next();
        self.tree.tag(a) == self.tree.tag(b) && class(a) == class(b)
    }

    fn prose_words(&self, range: Range<usize>) -> usize {
        self.measured.blocks[range].iter().filter(|block| block.prose).map(|block| block.words).sum()
    }

    /// Returns `true` if a container has a date or byline before its text, or after the first words
    /// of the text.
    fn is_dated(&self, range: Range<usize>) -> bool {
        let mut prose_words = 0;
        range
            .take_while(|&i| {
                prose_words += self.prose_words(i..i + 1);
                prose_words < MIN_PROSE_WORDS
            })
            .any(|i| {
                let (block, measured) = (&self.blocks.list[i], &self.measured.blocks[i]);
                let digits = block.text.chars().filter(|c| c.is_numeric()).count();
                measured.boilerplate == Some(Boilerplate::Byline)
                    || measured.words <= MAX_DATE_WORDS && digits >= MIN_DATE_DIGITS
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    const PROSE: &str = "<p>Mưa rơi suốt đêm trên đồi và con sông dâng cao thêm hai mét, nước tràn qua cầu và vào nhà, \
        đến sáng thì rút, để lại bùn và cá trên sân trường, và cả làng cùng nhau dọn dẹp suốt ba ngày liền. Đến ngày \
        thứ tư thì trường mở cửa lại, các lớp học còn ẩm, nhưng không thiếu một ai.</p>";

    const FIRST: &str = "<h1>Nước lên trong đêm</h1>";
    const NEXT: &str = "<h1>Cầu mới</h1>";
    const DATE: &str = "<p class=meta>2/11/2025</p>";

    /// Returns the headlines of the articles after the first.
    fn trailing(html: &str) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, Some("Nước lên trong đêm"));
        find(&tree, &blocks, &measured).into_iter().map(|found| blocks.list[found.headline].text.clone()).collect()
    }

    #[test]
    fn a_container_like_the_first_with_its_own_headline_is_another_article() {
        for (name, page) in [
            ("classes", format!("<div class=story>{FIRST}{PROSE}</div><div class=story>{NEXT}{PROSE}</div>")),
            ("elements", format!("<article>{FIRST}{PROSE}</article><article>{NEXT}{PROSE}</article>")),
            ("dates", format!("<section>{FIRST}{DATE}{PROSE}</section><section>{NEXT}{DATE}{PROSE}</section>")),
            (
                "dates over the headlines",
                format!("<section>{DATE}{FIRST}{PROSE}</section><section>{DATE}{NEXT}{PROSE}</section>"),
            ),
            ("years", format!("<section>{FIRST}<p>2031{PROSE}</section><section>{NEXT}<p>2032{PROSE}</section>")),
            (
                "a lower headline",
                format!(
                    "<div class=story>{FIRST}{DATE}{PROSE}</div>\
                     <div class=story><h2>Cầu mới</h2>{DATE}{PROSE}<h3>Sau lũ</h3>{PROSE}</div>"
                ),
            ),
            (
                "both in one element",
                format!(
                    "<article><div class=page>{FIRST}{DATE}{PROSE}</div><div class=page>{NEXT}{DATE}{PROSE}</div></article>"
                ),
            ),
        ] {
            assert_eq!(trailing(&page), ["Cầu mới"], "{name}");
        }
    }

    #[test]
    fn sections_and_teasers_are_no_article() {
        for (name, page) in [
            ("another class", format!("<div class=story>{FIRST}{PROSE}</div><div class=more>{NEXT}{PROSE}</div>")),
            ("one container", format!("<article>{FIRST}{PROSE}{NEXT}{PROSE}</article>")),
            (
                "sections of an article",
                format!("<article><section>{FIRST}{PROSE}</section><section>{NEXT}{PROSE}</section></article>"),
            ),
            ("sections of a page", format!("<section>{FIRST}{PROSE}</section><section>{NEXT}{PROSE}</section>")),
            (
                "sections under the article's date",
                format!("<div class=part>{FIRST}{DATE}{PROSE}</div><div class=part>{NEXT}{PROSE}</div>"),
            ),
            (
                "lower headings without a date",
                format!("<div class=part>{FIRST}{PROSE}</div><div class=part><h2>Sau lũ</h2>{PROSE}</div>"),
            ),
            (
                "numbers of parts",
                format!("<section>{FIRST}<p>No 031{PROSE}</section><section>{NEXT}<p>No 032{PROSE}</section>"),
            ),
            ("a teaser", format!("<article>{FIRST}{PROSE}</article><article>{NEXT}<p>Xem.</article>")),
            ("no title", format!("<article>{NEXT}{PROSE}</article><article>{NEXT}{PROSE}</article>")),
        ] {
            assert_eq!(trailing(&page), [""; 0], "{name}");
        }
    }
}
