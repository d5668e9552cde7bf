//! Finds the sections of comments under an article. Their blocks are left out even if no post is found in them.

use super::{LEAST_ARTICLE_WORDS, comments, marks};
use crate::blocks::Blocks;
use crate::features::{BlockKind, Measured, is_comments_label};
use crate::text::fold;
use crate::tree::{NodeId, Tag, Tree};
use std::ops::Range;

/// Returns the blocks of each section of comments. A label such as `12 comments` heads it, and text that was chosen stands
/// before it. The section is an element that the markup names so, or the lines with dates beside the label.
pub(crate) fn find(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &[bool]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut words_before = 0;
    for (i, &is_chosen) in chosen.iter().enumerate() {
        let is_free = words_before >= LEAST_ARTICLE_WORDS && !found.last().is_some_and(|last| last.contains(&i));
        if is_free && is_label(tree, blocks, measured, i) {
            let is_heading = measured.blocks[i].kind == BlockKind::Heading;
            let named = is_heading.then(|| named_section(tree, blocks, i)).flatten();
            found.extend(named.or_else(|| dated_section(tree, blocks, measured, i)));
        }
        let is_text = is_chosen && measured.blocks[i].prose;
        words_before += if is_text { measured.blocks[i].words } else { 0 };
    }
    found
}

/// Returns `true` if a block is the label of comments and not a link to them. A link to the form may stand beside the label:
/// `Comments (6) [new comment]`.
pub(super) fn is_label(tree: &Tree, blocks: &Blocks, measured: &Measured, i: usize) -> bool {
    let block = &blocks.list[i];
    if 2 * block.link_characters > block.characters {
        return false;
    }
    is_comments_label(&measured.folded[i]) || block.link_characters > 0 && is_comments_label(&unlinked(tree, blocks, i))
}

/// Returns the folded text of a short block without its links.
fn unlinked(tree: &Tree, blocks: &Blocks, i: usize) -> String {
    /// Maximum number of characters of a label with its links.
    const CHARACTERS: usize = 80;
    /// Maximum number of levels between a text and the link around it.
    const LEVELS: usize = 3;
    let block = &blocks.list[i];
    if block.characters > CHARACTERS {
        return String::new();
    }
    let leaves = blocks.leaves.get(block.leaves.clone()).unwrap_or_default();
    let is_linked = |leaf: NodeId| tree.ancestors(leaf).take(LEVELS).any(|id| tree.tag(id) == Tag::A);
    let texts = leaves.iter().filter(|&&leaf| !is_linked(leaf)).map(|&leaf| tree.text(leaf));
    fold(&texts.collect::<Vec<_>>().join(" "))
}

/// Returns the blocks of the element that the markup names as comments and that a label heads.
fn named_section(tree: &Tree, blocks: &Blocks, label: usize) -> Option<Range<usize>> {
    const LEVELS: usize = 3;
    /// Maximum number of blocks of the section before its label.
    const BEFORE: usize = 2;
    let element = blocks.list[label].element;
    let around = std::iter::once(element).chain(tree.ancestors(element)).take(LEVELS);
    let section = around.take_while(|&id| id != tree.body()).filter(|&id| comments::is_named(tree, id)).last()?;
    let is_inside = |j: &usize| is_in(tree, blocks.list[*j].element, section);
    let start = (0..label).rev().take(BEFORE + 1).take_while(is_inside).last().unwrap_or(label);
    // The end is searched only then, so that a page full of labels takes no longer.
    let end = || (label + 1..blocks.list.len()).find(|j| !is_inside(j)).unwrap_or(blocks.list.len());
    (label - start <= BEFORE).then(|| start..end())
}

/// Returns the blocks from a label to the last comment beside it. The comments are short lines with a date, each with a
/// text before or after it.
fn dated_section(tree: &Tree, blocks: &Blocks, measured: &Measured, label: usize) -> Option<Range<usize>> {
    const LEVELS: usize = 2;
    const LEAST: usize = 2;
    /// Maximum number of words of a line with a name and a date.
    const WORDS: usize = 12;
    /// Maximum number of blocks from one such line to the next.
    const GAP: usize = 4;
    let is_dated = |j: usize| {
        let leaves = blocks.leaves.get(blocks.list[j].leaves.clone()).unwrap_or_default();
        measured.blocks[j].words <= WORDS
            && (marks::looks_dated(&blocks.list[j].text)
                || leaves.iter().any(|&leaf| comments::is_time(tree.text(leaf))))
    };
    let next = blocks.list.get(label + 1)?.element;
    let around = tree.ancestors(blocks.list[label].element).take(LEVELS).take_while(|&id| id != tree.body());
    let holder = around.into_iter().find(|&holder| is_in(tree, next, holder))?;
    let (mut last, mut count) = (label, 0);
    for j in label + 1..blocks.list.len() {
        if j - last > GAP || !is_in(tree, blocks.list[j].element, holder) {
            break;
        }
        if is_dated(j) {
            (last, count) = (j, count + 1);
        }
    }
    (count >= LEAST).then_some(label..blocks.list.len().min(last + 2))
}

fn is_in(tree: &Tree, element: NodeId, holder: NodeId) -> bool {
    element == holder || tree.ancestors(element).any(|id| id == holder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    const ARTICLE: &str = "<p>The ferry to the island sails again after four months, and half of the town stood on the pier to \
                           see it leave with its first cars.</p>";
    const SAID: &str = "<p>My grandmother would have loved to see this, she cried when the old boat left.</p>";

    /// Returns the texts of the sections' blocks. All blocks are chosen.
    fn found(html: &str) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let sections = find(&tree, &blocks, &measured, &vec![true; blocks.list.len()]);
        sections.into_iter().flatten().map(|i| blocks.list[i].text.clone()).collect()
    }

    #[test]
    fn flat_comments_under_a_label_end_at_the_last_date() {
        let comment = |name: &str| format!("<p><b>{name}</b> | 23.04.2031 11:34</p>{SAID}");
        let rest = "<p>The bay</p>";
        for label in ["Comments", "3 Kommentare", "Bình luận", "Discussion"] {
            let section = format!("<h3>{label}</h3>{}{}{rest}", comment("Ana Ruiz"), comment("Tom"));
            assert_eq!(found(&format!("<div>{ARTICLE}{section}</div>")).len(), 5, "{label}");
        }
        let other = format!("<h3>Ferries</h3>{}{}", comment("Ana Ruiz"), comment("Tom"));
        assert!(found(&format!("<div>{ARTICLE}{other}</div>")).is_empty());
    }

    #[test]
    fn a_link_may_stand_beside_the_label() {
        let comment = |name: &str| format!("<p><b>{name}</b> | 23.04.2031 11:34</p>{SAID}");
        for label in ["Hozzászólások (6)", "Σχόλια", "Kommentit 6", "תגובות (6)"] {
            let label = format!("<p><b>{label}</b> [<a href=#new>+1</a>]</p>");
            let page = format!("<div>{ARTICLE}{label}{}{}</div>", comment("Ana Ruiz"), comment("Tom"));
            assert_eq!(found(&page).len(), 5, "{label}");
        }
        let link = "<p><a href=/comments>Hozzászólások (6)</a></p>";
        assert!(found(&format!("<div>{ARTICLE}{link}{}{}</div>", comment("Ana Ruiz"), comment("Tom"))).is_empty());
    }

    #[test]
    fn a_section_that_the_markup_names_needs_no_dates() {
        for name in ["id=comments", "class=comment-list", "class=binh-luan"] {
            let list = format!("<dl><dt>Ana said</dt><dd>{SAID}</dd></dl>");
            let texts = found(&format!("<div>{ARTICLE}<div {name}><h4>1 comment</h4>{list}</div><p>The bay</p></div>"));
            assert_eq!(texts.len(), 3, "{name}");
        }
    }

    #[test]
    fn without_an_article_or_dates_there_is_no_section() {
        let comments = format!("<div id=comments><h4>1 comment</h4>{SAID}</div>");
        assert!(found(&comments).is_empty());
        assert!(found(&format!("<div>{ARTICLE}<h3>Comments</h3>{SAID}{SAID}</div>")).is_empty());
    }
}
