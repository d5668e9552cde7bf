//! Lists of questions and answers. The answers may be folded away. A question and its answer are
//! kept or left out together.

use super::frame::ArticleFrame;
use crate::blocks::Blocks;
use crate::classify::{Prediction, discussion::alike_siblings};
use crate::features::{BlockKind, Measured};
use crate::tree::Tree;
use std::ops::Range;

/// Chooses series of questions with their answers: elements side by side with the same tag and class, each with a
/// heading or button that ends with a question mark. A single question is often an appeal.
pub(super) fn choose(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    frame: &ArticleFrame,
    chosen: &mut [bool],
) {
    /// Lowest mean probability of a series that belongs to the article.
    const LIKELY: f32 = 0.1;
    /// Maximum number of blocks of a question and its answer.
    const ANSWER_BLOCKS: usize = 8;
    let is_question = |&i: &usize| {
        matches!(measured.blocks[i].kind, BlockKind::Heading | BlockKind::Control)
            && blocks.list[i].text.trim_end().ends_with(['?', '？', '؟'])
            && blocks.list[i].links == 0
    };
    let belongs = |i: usize| measured.blocks[i].boilerplate.is_none() && frame.holds(blocks.list[i].element);
    let questions: Vec<usize> = (0..chosen.len()).filter(is_question).collect();
    let mut done = 0;
    for pair in questions.windows(2).filter(|pair| pair[1] - pair[0] <= ANSWER_BLOCKS) {
        if pair[0] < done {
            continue;
        }
        let items = alike_siblings(tree, blocks, pair[0], pair[1]);
        // Each element is read once, so the work stays linear.
        done = items.last().map_or(done, |item| item.end);
        let begins_with_question = |item: &Range<usize>| item.len() > 1 && is_question(&item.start);
        if items.len() < 2 || !items.iter().all(begins_with_question) {
            continue;
        }
        let series = || items.iter().cloned().flatten();
        let mean = series().map(|i| predictions[i].probability).sum::<f32>() / series().count() as f32;
        if series().all(belongs) && mean >= LIKELY {
            series().for_each(|i| chosen[i] = true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Reason;
    use crate::{blocks, features, tree};

    const TEXT: &str = "<p>Before the flood the river had been low for three years, and nobody feared it at all.</p>";

    /// Returns how many blocks of a page are chosen if all blocks except its prose have this
    /// probability.
    fn kept(markup: &str, probability: f32) -> usize {
        let tree = tree::parse(&format!("<article>{TEXT}{markup}</article>")).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen: Vec<bool> = measured.blocks.iter().map(|block| block.prose).collect();
        let prediction = Prediction { probability, in_favour: Reason::Prose, against: Reason::Control };
        let frame = ArticleFrame::find(&tree, &blocks, &measured, &chosen);
        choose(&tree, &blocks, &measured, &vec![prediction; chosen.len()], &frame, &mut chosen);
        chosen.into_iter().filter(|&chosen| chosen).count()
    }

    #[test]
    fn folded_questions_stay_with_their_answers() {
        for (open, close) in [("<button>", "</button>"), ("<h3>", "</h3>"), ("<h3><button>", "</button></h3>")] {
            let item =
                |question: &str| format!("<div class=faq>{open}{question}{close}<div><p>On Thursdays.</p></div></div>");
            let series = format!("{}{}", item("Is it open?"), item("有船吗？"));
            assert_eq!(kept(&series, 0.2), 5, "{open}");
            assert_eq!(kept(&series, 0.05), 1, "{open}");
            assert_eq!(kept(&item("Is it open?"), 0.2), 1, "{open}");
        }
    }

    #[test]
    fn headings_of_a_text_are_no_series() {
        let section = |heading: &str| format!("<div class=x><h2>{heading}</h2><p>On Thursdays.</p></div>");
        let text = format!("{}{}{}", section("Is it open?"), section("Who pays?"), section("What the county says"));
        assert_eq!(kept(&text, 0.2), 1);
    }

    #[test]
    fn a_series_needs_questions_without_links_that_have_short_answers() {
        let item = |question: &str, answers: usize| {
            format!("<div class=faq>{question}{}</div>", "<p>On Thursdays.</p>".repeat(answers))
        };
        let series = |question: &str, answers: usize, probability: f32| {
            kept(&item(question, answers).repeat(2), probability) - 1
        };
        let question = "<h3>Mấy giờ có phà?</h3>";
        assert_eq!(series(question, 1, 0.11), 4);
        assert_eq!(series(question, 1, 0.09), 0);
        assert_eq!(series(question, 5, 0.2), 12);
        assert_eq!(series(question, 9, 0.2), 0);
        assert_eq!(series(question, 0, 0.2), 0);
        assert_eq!(series("<p>Mấy giờ có phà?</p>", 1, 0.2), 0);
        assert_eq!(series("<h3><a href=/a>Mấy giờ có phà?</a></h3>", 1, 0.2), 0);
    }

    #[test]
    fn a_series_in_boilerplate_or_outside_the_article_is_left_out() {
        let series = "<div class=faq><h3>船はありますか？</h3><p>木曜日です。</p></div>".repeat(2);
        assert_eq!(kept(&format!("<nav>{series}</nav>"), 0.2), 1);
        assert_eq!(kept(&format!("</article><div>{series}</div><article>"), 0.2), 1);
    }
}
