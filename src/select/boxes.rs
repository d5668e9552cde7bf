//! Leaves out boxes that are boilerplate. They are recognized by their names, such as author cards
//! and comments, or by a field for an email address, such as forms to subscribe to a newsletter.

use crate::blocks::Blocks;
use crate::classify::Prediction;
use crate::features::{Boilerplate, Measured};
use crate::hash::{HashSet, HashSetExt};
use crate::tree::{NodeId, Step, Tag, Tree};

/// Drops the chosen blocks of a box if it is marked as boilerplate and the mean probability of its
/// blocks is low. A single paragraph with a high probability is not enough to keep the box, because
/// the text of an author card reads like an article.
pub(super) fn drop_boxes(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    chosen: &mut [bool],
) {
    /// If boxes hold a larger share of the chosen words, the page is a discussion, and the boxes stay.
    const SHARE: f32 = 0.2;
    let roots = roots(tree, blocks, measured);
    let root = |i: usize| roots[blocks.list[i].element.index()];
    let words = |is_counted: &dyn Fn(usize) -> bool| -> usize {
        (0..chosen.len()).filter(|&i| chosen[i] && is_counted(i)).map(|i| measured.blocks[i].words).sum()
    };
    if words(&|i| root(i).is_some()) as f32 > SHARE * words(&|_| true) as f32 {
        return;
    }
    let mut start = 0;
    while start < chosen.len() {
        let mut end = start + 1;
        while end < chosen.len() && root(start).is_some() && root(end) == root(start) {
            end += 1;
        }
        let mean = predictions[start..end].iter().map(|p| p.probability).sum::<f32>() / (end - start) as f32;
        if root(start).is_some() && end - start > 1 && mean < 0.5 {
            chosen[start..end].fill(false);
        }
        start = end;
    }
}

/// Returns for each element the outermost boilerplate box around it. A box is boilerplate by its
/// name or by its field for an email address.
fn roots(tree: &Tree, blocks: &Blocks, measured: &Measured) -> Vec<Option<NodeId>> {
    let forms = address_boxes(tree, blocks, measured);
    let is_box = |id: NodeId| {
        forms.contains(&id)
            || matches!(
                measured.surroundings[id.index()].boilerplate,
                Some(Boilerplate::Comments | Boilerplate::Byline)
            )
    };
    let mut roots = vec![None; tree.len()];
    for step in tree.walk(tree.body()) {
        if let Step::Enter(id) = step {
            let around = tree.parent(id).and_then(|parent| roots[parent.index()]);
            roots[id.index()] = around.or(is_box(id).then_some(id));
        }
    }
    roots
}

/// Returns the largest element with few words around each field for an email address. `<article>`
/// and `<main>` are not boxes.
fn address_boxes(tree: &Tree, blocks: &Blocks, measured: &Measured) -> HashSet<NodeId> {
    /// Maximum number of words of such a box. The reasons to subscribe take fewer.
    const MOST_WORDS: usize = 80;
    let is_field = |&id: &NodeId| tree.attr(id, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("email"));
    let fields: Vec<NodeId> = tree.descendants(tree.body(), Tag::INPUT).filter(is_field).collect();
    if fields.is_empty() {
        return HashSet::new();
    }
    let ranges = blocks.ranges(tree);
    let is_small = |id: &NodeId| {
        let words: usize = measured.blocks[ranges[id.index()].clone()].iter().map(|block| block.words).sum();
        words <= MOST_WORDS && !matches!(tree.tag(*id), Tag::ARTICLE | Tag::MAIN | Tag::BODY)
    };
    fields.into_iter().filter_map(|field| tree.ancestors(field).take_while(is_small).last()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Reason;
    use crate::{blocks, features, tree};

    const TEXT: &str = "<p>Before the flood the river had been low for three years, and nobody feared it at all.</p>";

    /// Returns how many of a page's chosen blocks stay. The first block of a box has a low
    /// probability, the others have even odds.
    fn kept(html: &str) -> usize {
        kept_if(html, 0.52)
    }

    /// Returns the same number, with the given probability for the other blocks.
    fn kept_if(html: &str, likely: f32) -> usize {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let is_unlikely = |text: &str| text.starts_with("About");
        let prediction = |text: &str| Prediction {
            probability: if is_unlikely(text) { 0.4 } else { likely },
            in_favour: Reason::Prose,
            against: Reason::Byline,
        };
        let mut chosen: Vec<bool> = blocks.list.iter().map(|block| !is_unlikely(&block.text)).collect();
        let predictions: Vec<_> = blocks.list.iter().map(|block| prediction(&block.text)).collect();
        drop_boxes(&tree, &blocks, &measured, &predictions, &mut chosen);
        chosen.into_iter().filter(|&chosen| chosen).count()
    }

    #[test]
    fn an_author_card_goes_as_a_whole() {
        let card = "<div class=author-bio><h4>About the author</h4><p>Hester Vane writes about boats.</p></div>";
        assert_eq!(kept(&format!("{}{card}", TEXT.repeat(5))), 5);
        assert_eq!(kept(&format!("{}{}", TEXT.repeat(5), card.replace("author-bio", "panel"))), 6);
    }

    #[test]
    fn boxes_that_are_the_page_stay() {
        let post = format!("<div class=comment><h4>About ropes</h4>{TEXT}</div>");
        assert_eq!(kept(&post.repeat(4)), 4);
    }

    #[test]
    fn a_box_goes_only_if_its_mean_is_low() {
        let card = "<div class=author-bio><h4>About the author</h4><p>Hester Vane writes about boats.</p></div>";
        let page = format!("{}{card}", TEXT.repeat(5));
        assert_eq!(kept_if(&page, 0.58), 5);
        assert_eq!(kept_if(&page, 0.62), 6);
    }

    #[test]
    fn one_paragraph_does_not_decide() {
        let line = "<div class=author-bio><p>Hester Vane schreibt über Boote.</p></div>";
        assert_eq!(kept_if(&format!("{}{line}", TEXT.repeat(5)), 0.4), 6);
    }

    #[test]
    fn each_box_is_judged_alone() {
        let unlikely = "<div class=author-bio><h4>About the author</h4><p>Cô viết về thuyền.</p></div>";
        let likely = "<div class=author-bio><p>Cô sống ở bến.</p><p>Cô có hai con.</p></div>";
        assert_eq!(kept(&format!("{}{unlikely}{likely}", TEXT.repeat(5))), 7);
        let comment = unlikely.replace("author-bio", "comments");
        assert_eq!(kept(&format!("{}{comment}{likely}", TEXT.repeat(5))), 7);
    }

    #[test]
    fn other_boilerplate_is_no_box() {
        let unlikely = "<div class=share-buttons><h4>About the author</h4><p>Cô viết về thuyền.</p></div>";
        assert_eq!(kept(&format!("{}{unlikely}", TEXT.repeat(5))), 6);
    }

    #[test]
    fn a_box_with_a_field_for_an_address_goes() {
        let form = "<form><input type=email><button>Send</button></form>";
        let card = format!("<div><h4>About boats</h4><p>A letter each Sunday, free of charge.</p>{form}</div>");
        assert_eq!(kept(&format!("{}{card}", TEXT.repeat(5))), 5);
        assert_eq!(kept(&format!("{}{}", TEXT.repeat(5), card.replace("email", "search"))), 7);
        // An article is not a box, nor is an element with many words.
        assert_eq!(kept(&format!("<article>{}{form}</article>", TEXT.repeat(5))), 6);
        let long = card.replace("</p>", &format!("</p>{}", TEXT.repeat(5)));
        assert_eq!(kept(&format!("{}{long}", TEXT.repeat(9))), 16);
    }

    #[test]
    fn boxes_with_a_fourth_of_the_words_stay() {
        let card = format!("<div class=author-bio><h4>About the author</h4>{TEXT}</div>");
        assert_eq!(kept(&format!("{}{card}", TEXT.repeat(3))), 4);
    }
}
