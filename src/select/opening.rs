//! Text between the headline and the article's text: the standfirst, an editor's note.

use super::frame::ArticleFrame;
use crate::blocks::Blocks;
use crate::classify::Prediction;
use crate::features::{BlockKind, Features, Measured};
use crate::tree::{NodeId, Tag, Tree};

/// Chooses short texts between headline and text that read like sentences. Bylines, dates and
/// buttons are found there too, but the classifier gives them a low probability.
pub(super) fn choose(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    frame: &ArticleFrame,
    chosen: &mut [bool],
) {
    /// A text with a lower probability is far more often a byline, a date or a count than a standfirst.
    const LIKELY: f32 = 0.07;
    /// The same bound outside the headline's own element, where pages often put notes about their
    /// advertisements.
    const LIKELY_AFAR: f32 = 0.15;
    /// Minimum number of words of a subtitle, which has no full stop.
    const SUBTITLE_WORDS: usize = 8;
    const ECHO: f32 = 0.5;
    const DATE_DIGITS: usize = 7;
    const LINK_SHARE: f32 = 0.3;
    let candidates = frame.candidates(blocks, measured);
    let is_text = |block: &Features| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)
            && (block.ends_sentence || block.words >= SUBTITLE_WORDS)
            && block.link_share < LINK_SHARE
            && !block.is_title
    };
    let headline = frame.opening.start.checked_sub(1).map(|at| blocks.list[at].element);
    let is_near = |element: NodeId| {
        let parent = tree.parent(element);
        headline.and_then(|headline| tree.parent(headline)) == parent
            || parent.is_some_and(|parent| matches!(tree.tag(parent), Tag::HEADER | Tag::HGROUP))
    };
    // Some pages have the first paragraph twice.
    let is_echo = |i: usize| measured.echoes[i].elsewhere > ECHO;
    // A date with a time has more digits than a standfirst, and a price has the sign of a currency.
    let has_date = |i: usize| blocks.list[i].text.chars().filter(|c| c.is_numeric()).count() > DATE_DIGITS;
    let has_price = |i: usize| blocks.list[i].text.contains(['$', '€', '£', '¥', '₫', '₩', '₹', '₽']);
    for i in frame.opening.clone() {
        let element = blocks.list[i].element;
        let is_headline = tree.tag(element) == Tag::H1;
        let least = if is_near(element) { LIKELY } else { LIKELY_AFAR };
        chosen[i] |= candidates[i]
            && !is_headline
            && !has_date(i)
            && !has_price(i)
            && !is_echo(i)
            && is_text(&measured.blocks[i])
            && predictions[i].probability >= least;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Reason;
    use crate::{blocks, features, tree};

    /// Returns `true` if the markup between headline and prose is kept when its text has this probability.
    fn is_kept(opening: &str, probability: f32) -> bool {
        let text = "<p>Before the flood the river had been low for three years, and nobody feared it.</p>";
        let html = format!("<article><h1>The ferry</h1>{opening}<div>{text}{text}</div></article>");
        let tree = tree::parse(&html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen: Vec<bool> = measured.blocks.iter().map(|block| block.prose).collect();
        let prediction = Prediction { probability, in_favour: Reason::Prose, against: Reason::Outside };
        let frame = ArticleFrame::find(&tree, &blocks, &measured, &chosen);
        choose(&tree, &blocks, &measured, &vec![prediction; chosen.len()], &frame, &mut chosen);
        chosen[1]
    }

    #[test]
    fn a_standfirst_is_kept() {
        assert!(is_kept("<p>County stops paying.</p>", 0.2));
        assert!(is_kept("<h2>How forty houses came to own a landing stage</h2>", 0.2));
        assert!(is_kept("<header><p>潮水不等人，可是它会回来。</p></header>", 0.2));
    }

    #[test]
    fn bylines_dates_links_and_labels_are_not() {
        assert!(!is_kept("<p>County stops paying.</p>", 0.02));
        assert!(!is_kept("<div class=x><p>We earn when you buy through our links.</p></div>", 0.1));
        assert!(!is_kept("<p>By Hester Vane</p>", 0.2));
        assert!(!is_kept("<p>Published on 14.03.2026, 08:15.</p>", 0.2));
        assert!(!is_kept("<p><a href=/a>How forty houses came to own a landing stage</a></p>", 0.2));
        assert!(!is_kept("<p class=byline>Hester Vane wrote this for the Courier.</p>", 0.2));
    }

    #[test]
    fn prices_items_and_linked_sentences_are_no_standfirst() {
        assert!(!is_kept("<p>Five boats for 20 €.</p>", 0.3));
        assert!(!is_kept("<p>Chỉ còn 20 ₫.</p>", 0.3));
        assert!(!is_kept("<ul><li>County stops paying.</ul>", 0.3));
        assert!(!is_kept("<p>The county <a href=/a>stops paying today</a>.</p>", 0.3));
        assert!(!is_kept("<h1>How forty houses came to own a landing stage</h1>", 0.3));
        assert!(is_kept("<p>The county at last <a href=/a>stops</a> paying for it.</p>", 0.3));
        assert!(is_kept("<p>Gebaut 1912, zerstört 19.</p>", 0.3));
    }

    #[test]
    fn a_standfirst_beside_the_headline_needs_a_lower_probability() {
        let text = "<p>County stops paying.</p>";
        let header = format!("<header>{text}</header>");
        let afar = format!("<div class=x>{text}</div>");
        assert!(is_kept(text, 0.08) && is_kept(&header, 0.08));
        assert!(!is_kept(&afar, 0.14));
        assert!(is_kept(&afar, 0.16));
    }
}
