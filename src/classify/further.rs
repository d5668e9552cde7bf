//! Further articles below the first: pages that scroll on and on put the next ones under the one that was asked for, each
//! in a container like the first's and under a headline of its own. To a classifier they look like the first.

use crate::blocks::Blocks;
use crate::features::Measured;
use crate::tree::{NodeId, Tag, Tree};

/// Headlines of a page that are looked at.
const MAX_HEADLINES: usize = 50;
/// An article has at least so many words of prose; less is a teaser, which the classifier judges.
const MIN_PROSE_WORDS: usize = 60;

/// Which blocks belong to a further article: all in a container that has the same parent, tag and first class as the one
/// around the page's headline, a top heading of its own, and prose. None where no top heading is the page's title.
pub fn further_articles(tree: &Tree, blocks: &Blocks, measured: &Measured) -> Vec<bool> {
    let mut further = vec![false; blocks.list.len()];
    let headlines: Vec<usize> =
        (0..blocks.list.len()).filter(|&i| is_top_heading(tree, blocks.list[i].element)).take(MAX_HEADLINES).collect();
    let Some(first) = headlines.iter().position(|&i| measured.blocks[i].is_title) else { return further };
    let path = path(tree, blocks.list[headlines[first]].element);
    for &other in &headlines[first + 1..] {
        let other_path = self::path(tree, blocks.list[other].element);
        let shared = path.iter().zip(&other_path).take_while(|(a, b)| a == b).count();
        let (Some(&own), Some(&container)) = (path.get(shared), other_path.get(shared)) else { continue };
        if !alike(tree, own, container) {
            continue;
        }
        let within = |i: usize| self::path(tree, blocks.list[i].element).get(shared) == Some(&container);
        let start = (0..other).rev().take_while(|&i| within(i)).last().unwrap_or(other);
        let end = other + (other..further.len()).take_while(|&i| within(i)).count();
        let words = |range: std::ops::Range<usize>| -> usize {
            range.filter(|&i| measured.blocks[i].prose).map(|i| measured.blocks[i].words).sum()
        };
        if words(start..end) >= MIN_PROSE_WORDS && words(headlines[first]..start) >= MIN_PROSE_WORDS {
            further[start..end].fill(true);
        }
    }
    further
}

fn is_top_heading(tree: &Tree, element: NodeId) -> bool {
    // A heading's text may stand in a link or span of it.
    const LEVELS: usize = 2;
    std::iter::once(element).chain(tree.ancestors(element)).take(LEVELS).any(|id| tree.tag(id) == Tag::H1)
}

/// The elements from the root to this one.
fn path(tree: &Tree, element: NodeId) -> Vec<NodeId> {
    let mut path: Vec<NodeId> = std::iter::once(element).chain(tree.ancestors(element)).collect();
    path.reverse();
    path
}

fn alike(tree: &Tree, a: NodeId, b: NodeId) -> bool {
    let class = |id| tree.attr(id, "class").unwrap_or_default().split_ascii_whitespace().next();
    tree.tag(a) == tree.tag(b) && class(a) == class(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    const PROSE: &str = "<p>Mưa rơi suốt đêm trên đồi và con sông dâng cao thêm hai mét, nước tràn qua cầu và vào nhà, \
        đến sáng thì rút, để lại bùn và cá trên sân trường, và cả làng cùng nhau dọn dẹp suốt ba ngày liền. Đến ngày \
        thứ tư thì trường mở cửa lại, các lớp học còn ẩm, nhưng không thiếu một ai.</p>";

    fn further(html: &str) -> Vec<bool> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        further_articles(&tree, &blocks, &features::measure(&tree, &blocks, Some("Nước lên trong đêm")))
    }

    #[test]
    fn a_container_like_the_first_with_its_own_headline_is_another_article() {
        let page = |class: &str| {
            format!(
                "<div class=story><h1>Nước lên trong đêm</h1>{PROSE}</div><div class={class}><h1>Cầu mới</h1>{PROSE}</div>"
            )
        };
        assert_eq!(further(&page("story")), [false, false, true, true]);
        assert_eq!(further(&page("background")), [false; 4]);
    }

    #[test]
    fn parts_of_one_article_and_teasers_are_none() {
        let one = format!("<article><h1>Nước lên trong đêm</h1>{PROSE}<h1>Sau lũ</h1>{PROSE}</article>");
        assert_eq!(further(&one), [false; 4]);
        let teaser =
            format!("<article><h1>Nước lên trong đêm</h1>{PROSE}</article><article><h1>Cầu mới</h1><p>Xem.</article>");
        assert_eq!(further(&teaser), [false; 4]);
        let untitled = format!("<article><h1>Sau lũ</h1>{PROSE}</article><article><h1>Cầu mới</h1>{PROSE}</article>");
        assert_eq!(further(&untitled), [false; 4]);
    }
}
