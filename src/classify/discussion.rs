//! Comments in the article's own container.

use crate::blocks::Blocks;
use crate::features::{BlockKind, Measured, is_reply};
use crate::tree::{NodeId, Tree};
use std::ops::Range;

/// Returns the blocks of the comments under an article, with the heading over them. Comments are siblings with the same
/// tag and class, and at least two of them hold a link or button to reply. Returns `None` if the comments hold more of
/// the chosen prose than the part of the page before them: the page is then a discussion.
pub(crate) fn find(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &[bool]) -> Option<Range<usize>> {
    let replies: Vec<usize> = (0..blocks.list.len()).filter(|&i| is_reply(&measured.folded[i])).collect();
    let (&first, &second) = (replies.first()?, replies.get(1)?);
    let comments = alike_siblings(tree, blocks, first, second);
    let (start, end) = (comments.first()?.start, comments.last()?.end);
    let words = |range: Range<usize>| -> usize {
        range.filter(|&i| chosen[i] && measured.blocks[i].prose).map(|i| measured.blocks[i].words).sum()
    };
    let is_article = words(0..start) >= words(start..end);
    let is_heading = |&i: &usize| measured.blocks[i].kind == BlockKind::Heading && !measured.blocks[i].is_title;
    let heading = start.checked_sub(1).filter(is_heading);
    is_article.then(|| heading.unwrap_or(start)..end)
}

/// Returns the blocks of each element in a series of siblings with the same tag and class. One of the siblings holds the block
/// `first` and another one holds the block `second`. Returns nothing if these two siblings differ in tag or class.
pub(crate) fn alike_siblings(tree: &Tree, blocks: &Blocks, first: usize, second: usize) -> Vec<Range<usize>> {
    let path = |i: usize| {
        let element = blocks.list[i].element;
        let mut path: Vec<NodeId> = std::iter::once(element).chain(tree.ancestors(element)).collect();
        path.reverse();
        path
    };
    let (of_first, of_second) = (path(first), path(second));
    let common = of_first.iter().zip(&of_second).take_while(|(a, b)| a == b).count();
    let (Some(&one), Some(&other)) = (of_first.get(common), of_second.get(common)) else { return Vec::new() };
    let is_alike = |a: NodeId, b: NodeId| tree.tag(a) == tree.tag(b) && tree.attr(a, "class") == tree.attr(b, "class");
    if common == 0 || !is_alike(one, other) {
        return Vec::new();
    }
    let parent = of_first[common - 1];
    // Returns the child of the common parent that holds a block, or `None` if the block is outside
    // that parent.
    let branch = |i: usize| {
        let element = blocks.list[i].element;
        std::iter::once(element).chain(tree.ancestors(element)).find(|&id| tree.parent(id) == Some(parent))
    };
    let start = (0..=first).rev().take_while(|&i| branch(i).is_some()).last().unwrap_or(first);
    let mut siblings: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for i in start..blocks.list.len() {
        let Some(branch) = branch(i) else { break };
        match siblings.last_mut() {
            Some(sibling) if last == Some(branch) && sibling.end == i => sibling.end = i + 1,
            _ if is_alike(branch, one) => siblings.push(i..i + 1),
            _ => {}
        }
        last = Some(branch);
    }
    siblings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    const TEXT: &str = "<p>Before the flood the river had been low for three years, and nobody feared it at all.</p>";

    /// Returns the texts of a page's discussion. All blocks of the page are chosen.
    fn found(html: &str) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let chosen = vec![true; blocks.list.len()];
        let range = find(&tree, &blocks, &measured, &chosen).unwrap_or(0..0);
        blocks.list[range].iter().map(|block| block.text.clone()).collect()
    }

    fn comments(reply: &str) -> String {
        format!(
            "<div class=x1><b>tarpot</b>{TEXT}<a>{reply}</a></div><div class=x1><b>mudlark</b>{TEXT}<a>{reply}</a></div>"
        )
    }

    #[test]
    fn comments_under_an_article_are_found_with_their_heading() {
        for reply in ["Reply", "Trả lời", "Antworten", "回复", "返信", "رد"] {
            let texts = found(&format!("<div>{}<h2>2 responses</h2>{}</div>", TEXT.repeat(3), comments(reply)));
            assert_eq!(texts.len(), 7, "{reply}");
            assert_eq!(texts[0], "2 responses");
        }
    }

    #[test]
    fn a_page_that_is_a_discussion_has_none_under_it() {
        assert!(found(&format!("<h1>Ropes</h1>{}", comments("Reply"))).is_empty());
        assert!(found(&format!("<div>{TEXT}{}</div>", comments("Reply").repeat(3))).is_empty());
    }

    #[test]
    fn comments_with_as_many_words_as_the_article_are_under_it() {
        assert_eq!(found(&format!("<div>{}{}</div>", TEXT.repeat(2), comments("Reply"))).len(), 6);
    }

    #[test]
    fn what_differs_or_is_not_answered_is_none() {
        let unlike = comments("Reply").replacen("x1", "x2", 1);
        assert!(found(&format!("<div>{}{unlike}</div>", TEXT.repeat(3))).is_empty());
        assert!(found(&format!("<div>{}{}</div>", TEXT.repeat(3), comments("Share"))).is_empty());
    }
}
