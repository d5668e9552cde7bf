//! The article's own part of the page: the element that holds its headline and its text.
//!
//! Most of the prose is in one element, which [`Region`] marks. Pages often put the standfirst, the leading figure, a
//! list of key points or the last table beside this element, in the `article` around both.

use crate::blocks::{Blocks, TextBlock};
use crate::features::{BlockKind, ElementContext, Features, Measured, Region};
use crate::tree::{NodeId, Step, Tag, Tree};
use std::ops::Range;

/// The elements of the page that belong to the article.
pub(super) struct ArticleFrame {
    /// `true` for each element inside that part.
    inside: Vec<bool>,
    /// The blocks between the headline and the text.
    pub(super) opening: Range<usize>,
}

impl ArticleFrame {
    /// Finds the article's part of a page. `chosen` marks the blocks of the article's text.
    pub(super) fn find(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &[bool]) -> ArticleFrame {
        let mut inside: Vec<bool> =
            measured.surroundings.iter().map(|around| around.region != Region::Outside).collect();
        let is_text =
            |&i: &usize| chosen[i] && measured.blocks[i].prose && measured.blocks[i].region != Region::Outside;
        let Some(first) = (0..chosen.len()).find(is_text) else { return ArticleFrame { inside, opening: 0..0 } };
        let text = holder(tree, (first..chosen.len()).filter(is_text).map(|i| blocks.list[i].element));
        let is_headline = |i: usize| {
            let block = &measured.blocks[i];
            block.is_title || tree.tag(blocks.list[i].element) == Tag::H1 && !block.hidden
        };
        let headline = (0..first).rev().find(|&i| is_headline(i)).map(|i| (i, blocks.list[i].element));
        let root = frame_element(tree, text, headline.map(|(_, element)| element));
        for step in tree.walk(root) {
            if let Step::Enter(id) = step {
                inside[id.index()] = true;
            }
        }
        let start = headline.filter(|&(_, element)| inside[element.index()]).map_or(first, |(i, _)| i + 1);
        ArticleFrame { inside, opening: start..first }
    }

    /// Returns `true` if an element is in the article's part of the page.
    pub(super) fn holds(&self, id: NodeId) -> bool {
        self.inside[id.index()]
    }

    /// Returns `true` if an element is in the article's part of the page, is not hidden, and has no
    /// name that marks boilerplate.
    pub(super) fn may_hold(&self, id: NodeId, around: ElementContext) -> bool {
        self.holds(id) && around.boilerplate.is_none() && !around.hidden
    }

    /// Returns for each block `true` if its place allows it to be part of the article's text.
    pub(super) fn candidates(&self, blocks: &Blocks, measured: &Measured) -> Vec<bool> {
        let may_belong = |(block, features): (&TextBlock, &Features)| {
            self.holds(block.element)
                && features.boilerplate.is_none()
                && !features.hidden
                && features.kind != BlockKind::Control
        };
        blocks.list.iter().zip(&measured.blocks).map(may_belong).collect()
    }
}

/// Returns the element that is the article. The first choice is the element that holds both text
/// and headline, if it is near the element around the text that is marked as an article, or near
/// the text if none is marked. The next choices are the marked element, `main`, and the element
/// that holds the text.
fn frame_element(tree: &Tree, text: NodeId, headline: Option<NodeId>) -> NodeId {
    /// An element farther up holds more than an article and its header.
    const LEVELS: usize = 3;
    let around = |id: NodeId| std::iter::once(id).chain(tree.ancestors(id)).take_while(|&id| id != tree.body());
    let holds = |id: NodeId, other: NodeId| id == other || tree.ancestors(other).any(|ancestor| ancestor == id);
    let named = around(text).find(|&id| is_article(tree, id));
    let near = headline.and_then(|headline| {
        let inner = named.unwrap_or(text);
        around(inner).take(LEVELS).find(|&id| holds(id, headline))
    });
    near.or(named).or_else(|| around(text).find(|&id| tree.tag(id) == Tag::MAIN)).unwrap_or(text)
}

/// Returns `true` if an element is marked as an article by its tag, role, or schema.org type.
fn is_article(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id) == Tag::ARTICLE
        || tree.attr(id, "role") == Some("article")
        || tree.attr(id, "itemtype").is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"))
}

/// Returns the innermost element that holds all of the given elements.
fn holder(tree: &Tree, elements: impl Iterator<Item = NodeId>) -> NodeId {
    let (mut held, mut total) = (vec![0_usize; tree.len()], 0);
    for element in elements {
        held[element.index()] += 1;
        total += 1;
    }
    for step in tree.walk(tree.body()) {
        if let Step::Leave(id) = step
            && let Some(parent) = tree.parent(id)
        {
            held[parent.index()] += held[id.index()];
        }
    }
    let mut holder = tree.body();
    while let Some(child) = tree.children(holder).find(|child| held[child.index()] == total) {
        holder = child;
    }
    holder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    const TEXT: &str = "<div class=body><p>Before the flood the river had been low for three years, and nobody feared it.</p>\
        <p>After it the river was feared again, and the dykes were raised by a full metre.</p></div>";

    /// Returns the blocks of a page that may be its article's text, and how many blocks are between
    /// the headline and the text.
    fn found(html: &str) -> (Vec<String>, usize) {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let chosen: Vec<bool> = measured.blocks.iter().map(|block| block.prose).collect();
        let frame = ArticleFrame::find(&tree, &blocks, &measured, &chosen);
        let candidates = frame.candidates(&blocks, &measured);
        let texts = blocks.list.iter().zip(candidates).filter(|(_, candidate)| *candidate);
        (texts.map(|(block, _)| block.text.chars().take(6).collect()).collect(), frame.opening.len())
    }

    #[test]
    fn an_article_holds_what_stands_beside_its_text() {
        for (open, close) in
            [("<article>", "</article>"), ("<div itemtype='https://schema.org/NewsArticle'>", "</div>")]
        {
            let (texts, opening) =
                found(&format!("<p>Menu</p>{open}<h1>Title</h1><p>Standfirst</p>{TEXT}<p>Note</p>{close}<p>Next</p>"));
            assert_eq!(texts, ["Title", "Standf", "Before", "After ", "Note"], "{open}");
            assert_eq!(opening, 1);
        }
    }

    #[test]
    fn the_element_that_holds_the_headline_is_the_frame_if_it_is_near() {
        let (texts, opening) =
            found(&format!("<p>Menu</p><div><h1>Title</h1><p>Standfirst</p>{TEXT}</div><p>Next</p>"));
        assert_eq!((texts.len(), opening), (4, 1));
        let far = format!("<div><h1>Title</h1><p>Menu</p><div><div><div>{TEXT}</div></div></div></div>");
        assert_eq!(found(&far), (vec!["Before".to_owned(), "After ".to_owned()], 0));
    }

    #[test]
    fn a_header_beside_the_article_is_the_articles() {
        let (texts, opening) = found(&format!(
            "<p>Menu</p><main><header><h1>Title</h1><p>Standfirst</p></header><article>{TEXT}</article></main>"
        ));
        assert_eq!((texts.len(), opening), (4, 1));
    }

    #[test]
    fn boilerplate_hidden_text_and_buttons_are_no_candidates() {
        let (texts, _) =
            found(&format!("<article>{TEXT}<nav>Home</nav><p hidden>Twice</p><button>Send</button></article>"));
        assert_eq!(texts, ["Before", "After "]);
    }

    #[test]
    fn an_element_that_is_marked_as_the_article_is_the_frame_without_a_headline() {
        for (open, close) in [
            ("<article>", "</article>"),
            ("<div role=article>", "</div>"),
            ("<div itemtype='https://schema.org/NewsArticle'>", "</div>"),
            ("<div itemtype='https://schema.org/BlogPosting'>", "</div>"),
            ("<main>", "</main>"),
        ] {
            let html = format!("<p>Menu</p>{open}<p>Standfirst</p><div>{TEXT}</div><p>Note</p>{close}<p>Next</p>");
            assert_eq!(found(&html).0, ["Standf", "Before", "After ", "Note"], "{open}");
        }
    }

    #[test]
    fn a_headline_is_near_within_three_elements_of_the_text_or_of_the_marked_article() {
        let within = |text: &str| found(&format!("<div><h1>Title</h1><p>Stand</p>{text}</div><p>Next</p>")).0.len();
        assert_eq!(within(&format!("<div>{TEXT}</div>")), 4);
        assert_eq!(within(&format!("<div><div>{TEXT}</div></div>")), 2);
        assert_eq!(within(&format!("<div><article><div><div>{TEXT}</div></div></article></div>")), 4);
    }

    #[test]
    fn a_hidden_headline_does_not_begin_the_opening() {
        let html = format!("<article><h1>Title</h1><p>Stand</p><h1 hidden>Menu</h1>{TEXT}</article>");
        assert_eq!(found(&html).1, 2);
    }

    #[test]
    fn images_in_boilerplate_and_hidden_ones_are_not_the_articles() {
        let html = format!("<article>{TEXT}<nav><img src=/a></nav><p hidden><img src=/b></p><img src=/c></article>");
        let tree = tree::parse(&html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let frame = ArticleFrame::find(&tree, &blocks, &measured, &vec![true; blocks.list.len()]);
        let images = tree.descendants(tree.body(), Tag::IMG);
        let may: Vec<bool> = images.map(|id| frame.may_hold(id, measured.surroundings[id.index()])).collect();
        assert_eq!(may, [false, false, true]);
    }
}
