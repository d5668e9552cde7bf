//! Completes kept text with parts that are too short to be judged alone: rows of a table, code, the
//! rest of a sentence, a button inside a sentence, headings, refrains.
//!
//! The text around these parts decides. The danger is in also keeping links and boxes in the middle
//! of an article. So a paragraph, heading or refrain stays as the classifier judged it if it is
//! hidden, outside the article's element or in an element whose name marks boilerplate.

use super::RuleSet;
use crate::blocks::Blocks;
use crate::classify::Prediction;
use crate::constructs::{code, formula};
use crate::features::{BlockKind, Features, Measured, Region};
use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::text::ends_sentence;
use crate::tree::{NodeId, Tag, Tree};

/// Chooses the blocks that belong to the chosen ones.
pub(super) fn complete(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    rules: RuleSet,
    chosen: &mut [bool],
) {
    complete_rows(tree, blocks, chosen);
    complete_code(tree, blocks, measured, chosen);
    complete_sentences(tree, blocks, chosen);
    complete_buttons(tree, blocks, chosen);
    complete_refrains(tree, blocks, measured, predictions, chosen);
    if rules == RuleSet::Paste {
        return;
    }
    complete_paragraphs(tree, blocks, measured, predictions, chosen);
    complete_headings(tree, blocks, measured, predictions, chosen);
}

/// Chooses all rows of a table if most of them are chosen. A table without its head or one of its
/// rows would mislead. Only a table whose rows read as one line counts, because a table with larger
/// blocks is often layout.
fn complete_rows(tree: &Tree, blocks: &Blocks, chosen: &mut [bool]) {
    let mut i = 0;
    while i < chosen.len() {
        let table = row_table(tree, blocks.list[i].element);
        let mut end = i + 1;
        while table.is_some() && end < chosen.len() && row_table(tree, blocks.list[end].element) == table {
            end += 1;
        }
        let rows = chosen[i..end].iter().filter(|&&row| row).count();
        if table.is_some() && rows * 2 > end - i {
            chosen[i..end].fill(true);
        }
        i = end;
    }
}

/// Returns the table of a row.
fn row_table(tree: &Tree, element: NodeId) -> Option<NodeId> {
    /// A row's table is at most this many levels up: `tr`, a group of rows, `table`.
    const LEVELS: usize = 2;
    let is_row = tree.tag(element) == Tag::TR;
    tree.ancestors(element).take(LEVELS).find(|&id| is_row && tree.tag(id) == Tag::TABLE)
}

/// Chooses code between two chosen blocks, because the text around it speaks of it. Line numbers are not code.
fn complete_code(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    let is_code = |at: usize| {
        let block = &blocks.list[at];
        let is_code = measured.blocks[at].kind == BlockKind::Preformatted || stands_in_code(tree, blocks, at);
        is_code && block.text.contains(char::is_alphabetic)
    };
    let mut i = 0;
    while i < chosen.len() {
        let mut end = i + 1;
        let is_run = is_code(i);
        while is_run && end < chosen.len() && is_code(end) {
            end += 1;
        }
        if is_run && i > 0 && chosen[i - 1] && chosen.get(end) == Some(&true) {
            chosen[i..end].fill(true);
        }
        i = end;
    }
}

/// Returns `true` if a block is code outside a `pre`.
fn stands_in_code(tree: &Tree, blocks: &Blocks, at: usize) -> bool {
    let block = &blocks.list[at];
    if code::is_block_of_code(tree, block.element) {
        return true;
    }
    let first = blocks.leaves[block.leaves.start];
    tree.ancestors(first).take_while(|&id| id != block.element).any(|id| code::is_block_of_code(tree, id))
}

/// Chooses the words of a sentence beside a formula, such as `and` or `where`. The formula divides the sentence into blocks.
fn complete_sentences(tree: &Tree, blocks: &Blocks, chosen: &mut [bool]) {
    /// Maximum number of blocks between two parts of a sentence: those of a formula.
    const FORMULA_BLOCKS: usize = 8;
    let is_same = |a: usize, b: usize| blocks.list[a].element == blocks.list[b].element;
    let is_formula = |id: Option<NodeId>| id.is_some_and(|id| formula::is_formula(tree, id));
    for i in 0..chosen.len() {
        let first = blocks.leaves[blocks.list[i].leaves.start];
        let before = || (i.saturating_sub(FORMULA_BLOCKS)..i).rev().find(|&before| is_same(before, i));
        chosen[i] |= is_formula(tree.previous_sibling(first)) && before().is_some_and(|before| chosen[before]);
    }
    for i in (0..chosen.len()).rev() {
        let last = blocks.leaves[blocks.list[i].leaves.end - 1];
        let after = || (i + 1..chosen.len()).take(FORMULA_BLOCKS).find(|&after| is_same(i, after));
        chosen[i] |= is_formula(tree.next_sibling(last)) && after().is_some_and(|after| chosen[after]);
    }
}

/// Chooses a button inside a sentence that shows one of its words and explains it. The sentence
/// begins before the button or continues after it.
fn complete_buttons(tree: &Tree, blocks: &Blocks, chosen: &mut [bool]) {
    /// Maximum number of elements between a button and its sentence: a tooltip, a custom element.
    const LEVELS: usize = 3;
    let element = |i: usize| blocks.list[i].element;
    let is_button = |i: usize| {
        tree.tag(element(i)) == Tag::BUTTON
            || tree.ancestors(element(i)).take(LEVELS).any(|id| tree.tag(id) == Tag::BUTTON)
    };
    let stands_in = |i: usize, sentence: NodeId| tree.ancestors(element(i)).take(LEVELS).any(|id| id == sentence);
    for i in 0..chosen.len() {
        if chosen[i] || !is_button(i) {
            continue;
        }
        let before = i.checked_sub(1).filter(|&before| {
            chosen[before]
                && !ends_sentence(&blocks.list[before].text)
                && (stands_in(i, element(before))
                    || is_button(before) && stands_together(tree, element(before), element(i)))
        });
        let begins_sentence = |after: &usize| {
            chosen[*after]
                && stands_in(i, element(*after))
                && blocks.list[*after].text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
        };
        let after = Some(i + 1).filter(|&after| after < chosen.len()).filter(begins_sentence);
        if before.is_some() || after.is_some() {
            chosen[i] = true;
            // The rest of the sentence may be too short to be chosen by itself.
            if i + 1 < chosen.len() && before.is_some_and(|before| element(i + 1) == element(before)) {
                chosen[i + 1] = true;
            }
        }
    }
}

/// Returns `true` if two elements have a common ancestor within a few levels.
fn stands_together(tree: &Tree, a: NodeId, b: NodeId) -> bool {
    const LEVELS: usize = 3;
    tree.ancestors(a).take(LEVELS).any(|of_a| tree.ancestors(b).take(LEVELS).any(|of_b| of_b == of_a))
}

/// Chooses paragraphs that are full sentences if enough paragraphs of the same parent are chosen. A linked sentence by itself
/// often gets a low probability.
fn complete_paragraphs(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    chosen: &mut [bool],
) {
    const LIKELY: f32 = 0.35;
    const SENTENCE_WORDS: usize = 12;
    const FELLOWS: usize = 3;
    const COPY: f32 = 0.8;
    let parent = |i: usize| tree.parent(blocks.list[i].element);
    let mut fellows: HashMap<Option<NodeId>, usize> = HashMap::new();
    let is_paragraph = |i: usize| tree.tag(blocks.list[i].element) == Tag::P;
    for i in (0..chosen.len()).filter(|&i| chosen[i] && is_paragraph(i) && measured.blocks[i].prose) {
        *fellows.entry(parent(i)).or_default() += 1;
    }
    for i in (0..chosen.len()).filter(|&i| is_paragraph(i)) {
        let block = &measured.blocks[i];
        let is_sentence = block.ends_sentence && block.words >= SENTENCE_WORDS && may_belong(measured, i);
        let has_fellows = fellows.get(&parent(i)).is_some_and(|&count| count >= FELLOWS);
        // Some pages repeat paragraphs for two widths of screen.
        let is_copy = measured.echoes[i].elsewhere > COPY;
        chosen[i] |= is_sentence && has_fellows && !is_copy && predictions[i].probability >= LIKELY;
    }
}

/// Chooses three kinds of short texts that announce the chosen text after them: headings, the
/// questions of an accordion, and the times above the entries of a live report.
fn complete_headings(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    chosen: &mut [bool],
) {
    const LIKELY: f32 = 0.25;
    const LIKELY_QUESTION: f32 = 0.1;
    /// Minimum number of times on a page. A single time is the date of the page.
    const TIMES: usize = 2;
    /// Maximum number of digits of a time. A date has more.
    const TIME_DIGITS: usize = 4;
    let leads =
        |i: usize, kind: fn(&Features) -> bool| i + 1 < chosen.len() && chosen[i + 1] && kind(&measured.blocks[i + 1]);
    let is_time = |i: &usize| {
        let (text, block) = (&blocks.list[*i].text, &measured.blocks[*i]);
        let digits = text.chars().filter(|c| c.is_numeric()).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        (2..=TIME_DIGITS).contains(&digits)
            && letters <= digits
            && text.contains([':', '.', 'h', '時', '时', '시'])
            && may_belong(measured, *i)
            && leads(*i, |next| next.kind == BlockKind::Heading || next.prose)
            && block.link_share == 0.0
    };
    let is_heading = |i: &usize| {
        let (block, element) = (&measured.blocks[*i], blocks.list[*i].element);
        let in_heading = || tree.ancestors(element).take(2).any(|id| tree.tag(id).is_heading());
        let says_so = tree.attr(element, "aria-expanded").is_some() || tree.attr(element, "aria-controls").is_some();
        let asks = blocks.list[*i].text.ends_with(['?', '？', '؟']);
        let opens =
            block.kind == BlockKind::Control && (says_so || asks || in_heading()) || tree.tag(element) == Tag::SUMMARY;
        let stands_in_text = block.boilerplate.is_none() && !block.hidden && block.region != Region::Outside;
        let least = if opens { LIKELY_QUESTION } else { LIKELY };
        (block.kind == BlockKind::Heading || opens)
            && stands_in_text
            && !block.is_title
            && predictions[*i].probability >= least
            && leads(*i, |next| next.prose || next.ends_sentence)
    };
    let unchosen = || (0..chosen.len()).filter(|&i| !chosen[i]);
    let headings: Vec<usize> = unchosen().filter(is_heading).collect();
    let times: Vec<usize> = unchosen().filter(is_time).collect();
    let times = if times.len() >= TIMES { times } else { Vec::new() };
    for i in headings.into_iter().chain(times) {
        chosen[i] = true;
    }
}

fn may_belong(measured: &Measured, i: usize) -> bool {
    let block = &measured.blocks[i];
    block.boilerplate.is_none() && !block.hidden && block.region != Region::Outside && block.kind != BlockKind::Control
}

/// Chooses refrains. A refrain is a paragraph or heading that is repeated in the same parent and
/// very probably belongs to the article. A repetition in another element is a copy for another
/// screen. A less probable repetition is an appeal between the paragraphs.
fn complete_refrains(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    predictions: &[Prediction],
    chosen: &mut [bool],
) {
    const SURE: f32 = 0.95;
    let place = |i: usize| {
        let element = blocks.list[i].element;
        (tree.parent(element), tree.tag(element), tree.attr(element, "class"), measured.folded[i].as_str())
    };
    let may_return = |i: usize| {
        let block = &measured.blocks[i];
        let is_text = block.prose || block.kind == BlockKind::Heading;
        is_text && may_belong(measured, i) && predictions[i].probability >= SURE
    };
    let said: HashSet<_> = (0..chosen.len()).filter(|&i| chosen[i] && may_return(i)).map(place).collect();
    for i in (0..chosen.len()).filter(|&i| may_return(i)) {
        chosen[i] |= said.contains(&place(i));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Reason;
    use crate::{blocks, features, tree};

    const SURE: Prediction = Prediction { probability: 0.99, in_favour: Reason::Prose, against: Reason::Prose };

    /// Chooses the blocks that contain any of `words`, completes the choice, and returns the texts
    /// of the kept blocks.
    fn kept(html: &str, words: &[&str]) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen: Vec<bool> =
            blocks.list.iter().map(|block| words.iter().any(|word| block.text.contains(word))).collect();
        let predictions = vec![SURE; chosen.len()];
        complete(&tree, &blocks, &measured, &predictions, RuleSet::Article, &mut chosen);
        let kept = blocks.list.into_iter().zip(chosen).filter(|(_, chosen)| *chosen);
        kept.map(|(block, _)| block.text).collect()
    }

    #[test]
    fn a_button_inside_a_sentence_is_one_of_its_words() {
        let html = "<p>Given a text, find its longest <button>subsequence</button> without a gap.</p>\
            <p>Then copy it. <button>Copy</button> Mind the gap.</p>";
        let words = kept(html, &["Given", "without", "Then", "Mind"]);
        assert_eq!(
            words,
            ["Given a text, find its longest", "subsequence", "without a gap.", "Then copy it.", "Mind the gap."]
        );
    }

    #[test]
    fn a_button_stands_in_its_sentence_whatever_wraps_it() {
        for (open, close) in [("<span class=tip>", "</span>"), ("<x-term>", "</x-term>"), ("<a><b>", "</b></a>")] {
            let html = format!("<p>It rests on {open}<button>oak piles</button>{close} driven into the mud.</p>");
            assert!(kept(&html, &["rests", "driven"]).contains(&"oak piles".to_owned()), "{open}");
        }
        let at_the_end = "<p>It rests on <span><button>oak piles</button></span>.</p>";
        assert_eq!(kept(at_the_end, &["rests"])[1], "oak piles");
        let at_the_start = "<p><button>Oak piles</button> carry all of it.</p>";
        assert_eq!(kept(at_the_start, &["carry"]), ["Oak piles", "carry all of it."]);
    }

    #[test]
    fn a_linked_sentence_is_kept_among_its_fellows() {
        let text = "<p>The river had been low for three years, and nobody on the far shore feared it any more.</p>";
        let linked =
            "<p><a href=/b>The boat will go on crossing for as long as anybody pays for the ropes of it.</a></p>";
        assert_eq!(kept(&format!("<div>{text}{text}{text}{linked}</div>"), &["river"]).len(), 4);
        assert_eq!(kept(&format!("<div>{text}{text}</div>{linked}"), &["river"]).len(), 2);
    }

    #[test]
    fn questions_and_times_over_chosen_text_are_kept() {
        let answer = "<p>The county has paid for it since the road was built, and will pay until the spring.</p>";
        let question = format!("{answer}<div><button aria-expanded=false>Who pays?</button><div>{answer}</div></div>");
        assert_eq!(kept(&question, &["county"])[1], "Who pays?");
        assert_eq!(kept(&format!("{answer}<div><button>Share</button>{answer}</div>"), &["county"]).len(), 2);
        let entry = |time: &str| format!("<div><time>{time}</time><h3>Wind at nine</h3>{answer}</div>");
        assert_eq!(kept(&format!("{}{}", entry("18:40"), entry("17:30")), &["county", "Wind"]).len(), 6);
        assert_eq!(kept(&entry("18:40"), &["county", "Wind"]).len(), 2);
    }

    #[test]
    fn a_refrain_is_kept_each_time_and_a_copy_elsewhere_is_not() {
        let refrain = "<p>Ơi con sông quê, con sông quê, nước trôi về đâu mà lòng ta nhớ mãi không nguôi.</p>";
        let verse = "<p>Ngày xưa bên bến sông này, mẹ ngồi giặt áo và hát cho con nghe những câu ca cũ.</p>";
        let html = format!("<main>{refrain}{verse}{refrain}</main><div><section>{refrain}</section></div>");
        let tree = tree::parse(&html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let chosen = |probability: f32| {
            let mut chosen = vec![true, true, false, false];
            let predictions = vec![Prediction { probability, ..SURE }; chosen.len()];
            complete(&tree, &blocks, &measured, &predictions, RuleSet::Article, &mut chosen);
            chosen
        };
        assert_eq!(chosen(0.97), [true, true, true, false]);
        assert_eq!(chosen(0.8), [true, true, false, false]);
    }

    #[test]
    fn a_sentence_that_a_formula_divides_is_kept_whole() {
        let html = "<p>Take <mjx-container><math><mi>x</mi></math></mjx-container> and \
            <mjx-container><math><mi>y</mi></math></mjx-container></p><p>Else.</p>";
        assert_eq!(kept(html, &["Take"]), ["Take", "and"]);
    }

    /// Returns how many blocks are kept if the blocks with the word are chosen and the others have
    /// the given probability.
    fn count_if(html: &str, word: &str, probability: f32) -> usize {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen: Vec<bool> = blocks.list.iter().map(|block| block.text.contains(word)).collect();
        let predictions = vec![Prediction { probability, ..SURE }; chosen.len()];
        complete(&tree, &blocks, &measured, &predictions, RuleSet::Article, &mut chosen);
        chosen.into_iter().filter(|&chosen| chosen).count()
    }

    #[test]
    fn a_table_is_whole_if_more_than_half_of_its_rows_are_chosen() {
        let table = |rows: &str| kept(&format!("<table>{rows}</table>"), &["bến"]).len();
        assert_eq!(table("<tr><td>bến A<td>1<tr><td>bến B<td>2<tr><td>cù lao<td>3"), 3);
        assert_eq!(table("<tr><td>bến A<td>1<tr><td>cù lao<td>3"), 1);
    }

    #[test]
    fn code_is_kept_between_two_chosen_blocks_only() {
        let code = "<pre>boat.moor()</pre>";
        let count = |before: &str, code: &str, after: &str| {
            kept(&format!("<p>{before}</p>{code}<p>{after}</p>"), &["lauf"]).len()
        };
        assert_eq!(count("Es lauft:", code, "So lauft es."), 3);
        assert_eq!(count("Es steht:", code, "So lauft es."), 1);
        assert_eq!(count("Es lauft:", code, "So steht es."), 1);
        assert_eq!(count("Es lauft:", "<pre>1 2 3</pre>", "So lauft es."), 2);
    }

    #[test]
    fn a_sentence_is_completed_only_if_it_is_long_visible_and_likely() {
        let text = "<p>The river had been low for three years, and nobody on the far shore feared it.</p>";
        let words = "the boat will go on crossing for as long as anybody pays for it";
        let among = |fellows: usize, other: &str, probability: f32| {
            count_if(&format!("<div>{}{other}</div>", text.repeat(fellows)), "river", probability) - fellows
        };
        let sentence = format!("<p>{words}.</p>");
        assert_eq!(among(3, &sentence, 0.36), 1);
        assert_eq!(among(3, &sentence, 0.34), 0);
        assert_eq!(among(2, &sentence, 0.36), 0);
        for other in [
            format!("<p>{words}</p>"),
            format!("<p hidden>{words}.</p>"),
            format!("<p class=share-buttons>{words}.</p>"),
            format!("<div>{words}.</div>"),
            "<p>The boat will go on for eight years.</p>".to_owned(),
        ] {
            assert_eq!(among(3, &other, 0.36), 0, "{other}");
        }
    }

    #[test]
    fn headings_over_chosen_text_are_kept_if_they_are_likely_enough() {
        let text = "<p>The river had been low for three years, and nobody on the far shore feared it.</p>";
        let over =
            |heading: &str, probability: f32| count_if(&format!("{text}{heading}{text}"), "river", probability) - 2;
        assert_eq!(over("<h2>Im Winter</h2>", 0.26), 1);
        assert_eq!(over("<h2>Im Winter</h2>", 0.24), 0);
        assert_eq!(over("<h2 hidden>Im Winter</h2>", 0.5), 0);
        assert_eq!(over("<h2 class=share-buttons>Im Winter</h2>", 0.5), 0);
        for opener in [
            "<button aria-expanded=false>Im Winter</button>",
            "<button aria-controls=a>Im Winter</button>",
            "<button>Wer zahlt?</button>",
            "<button>誰が払う？</button>",
            "<h3><button>Im Winter</button></h3>",
        ] {
            assert_eq!(over(opener, 0.11), 1, "{opener}");
            assert_eq!(over(opener, 0.09), 0, "{opener}");
        }
    }

    #[test]
    fn times_over_entries_are_short_plain_and_several() {
        let text = "<p>The river had been low for three years, and nobody on the far shore feared it.</p>";
        let times = |time: &str| count_if(&format!("<div>{time}{text}</div>").repeat(2), "river", 0.0) - 2;
        assert_eq!(times("<p>18:40</p>"), 2);
        assert_eq!(times("<p>18h40</p>"), 2);
        assert_eq!(times("<p>18時</p>"), 2);
        assert_eq!(times("<p>7</p>"), 0);
        assert_eq!(times("<p>1840</p>"), 0);
        assert_eq!(times("<p>14.03.2026</p>"), 0);
        assert_eq!(times("<p hidden>18:40</p>"), 0);
        assert_eq!(times("<p><a href=/a>18:40</a></p>"), 0);
    }

    #[test]
    fn a_heading_is_a_refrain_too_unless_it_is_hidden() {
        let page = |tag: &str| {
            let verse = |text: &str| format!("<p>{text}</p>");
            let html = format!("<div><h3>Điệp khúc</h3>{}<{tag}>Điệp khúc</h3>{}</div>", verse("Sông."), verse("Bến."));
            let tree = tree::parse(&html).unwrap();
            let blocks = blocks::segment(&tree);
            let measured = features::measure(&tree, &blocks, None);
            let mut chosen = vec![true, false, false, false];
            complete_refrains(&tree, &blocks, &measured, &[SURE; 4], &mut chosen);
            chosen[2]
        };
        assert!(page("h3"));
        assert!(!page("h3 hidden"));
        assert!(!page("h3 class=menu"));
    }

    #[test]
    fn code_without_a_pre_is_kept_between_chosen_blocks() {
        for code in ["<div><code class=block>boat.moor()</code></div>", "<code class=block>boat.moor()</code>"] {
            let html = format!("<p>Es lauft:</p>{code}<p>So lauft es.</p>");
            assert_eq!(kept(&html, &["lauft"]).len(), 3, "{code}");
        }
    }

    #[test]
    fn the_words_beside_a_formula_stay_with_their_sentence() {
        let formula = "<mjx-container><math><mi>x</mi></math></mjx-container>";
        let count = |html: &str, word: &str| kept(html, &[word]).len();
        assert_eq!(count(&format!("<p>với {formula} là cạnh</p>"), "cạnh"), 2);
        assert_eq!(count(&format!("<p>với {formula} là cạnh</p><p>góc.</p>"), "góc"), 1);
        assert_eq!(count("<p>với <i>x</i><br><br>là cạnh</p>", "với"), 1);
    }

    #[test]
    fn a_button_beside_a_sentence_is_none_of_its_words() {
        let button = "<button>Teilen</button>";
        for markup in [
            format!("<p>Das Boot</p><div><div><div>{button}</div></div></div>"),
            format!("<p>Das Boot <span><span><span>{button}</span></span></span></p>"),
            format!("<div>{button}<p>das Boot fährt.</p></div>"),
        ] {
            assert_eq!(kept(&markup, &["Boot"]).len(), 1, "{markup}");
        }
        assert_eq!(kept(&format!("<p>{button} das Schiff fährt.</p>"), &["Boot"]).len(), 0);
    }

    #[test]
    fn the_rest_of_a_sentence_after_its_button_is_kept() {
        let html = "<p>Das Boot liegt am <button>Kai</button> fest</p><p>Heute</p>";
        assert_eq!(kept(html, &["Boot"]), ["Das Boot liegt am", "Kai", "fest"]);
        let end = "<p>Das Boot liegt am <button>Kai</button></p><p>Heute</p>";
        assert_eq!(kept(end, &["Boot"]), ["Das Boot liegt am", "Kai"]);
    }

    #[test]
    fn fellows_of_a_sentence_are_paragraphs_of_prose() {
        let linked =
            "<p><a href=/b>The boat will go on crossing for as long as anybody pays for the ropes of it.</a></p>";
        for fellow in [
            "<p>The river.</p>",
            "<div>The river had been low for three years, and nobody on the far shore feared it any more.</div>",
        ] {
            assert_eq!(kept(&format!("<div>{}{linked}</div>", fellow.repeat(3)), &["river"]).len(), 3, "{fellow}");
        }
    }

    #[test]
    fn a_summary_over_chosen_text_is_kept_with_the_odds_of_a_question() {
        let text = "<p>The river had been low for three years, and nobody on the far shore feared it.</p>";
        let over = |next: &str| {
            let html =
                format!("<article>{}<details><summary>Winter</summary>{next}</details></article>", text.repeat(3));
            count_if(&html, "river", 0.15) - 4
        };
        assert_eq!(over("<p>There was a river.</p>"), 1);
        assert_eq!(over("<p>river</p>"), 0);
    }

    #[test]
    fn a_single_digit_is_no_time() {
        let text = "<p>The river had been low for three years, and nobody on the far shore feared it.</p>";
        assert_eq!(count_if(&format!("<div><p>7.</p>{text}</div>").repeat(2), "river", 0.0), 2);
    }

    #[test]
    fn a_single_time_is_the_date_of_the_page() {
        let text = "<p>The river had been low for three years, and nobody on the far shore feared it.</p>";
        let page = |time: &str| format!("<article><h2>Winter</h2>{time}{}</article>", text.repeat(3));
        assert_eq!(count_if(&page("<p>18:40</p>"), "river", 0.0), 3);
    }

    #[test]
    fn a_repetition_with_another_class_or_lower_odds_is_no_refrain() {
        let verse = "Ơi con sông quê, con sông quê, nước trôi về đâu mà lòng ta nhớ mãi không nguôi.";
        let returns = |class: &str, probability: f32| {
            let tree =
                tree::parse(&format!("<div><p class=verse>{verse}</p><p class={class}>{verse}</p></div>")).unwrap();
            let blocks = blocks::segment(&tree);
            let measured = features::measure(&tree, &blocks, None);
            let mut chosen = vec![true, false];
            complete_refrains(&tree, &blocks, &measured, &[Prediction { probability, ..SURE }; 2], &mut chosen);
            chosen[1]
        };
        assert!(returns("verse", 0.96));
        assert!(!returns("verse", 0.94));
        assert!(!returns("lead", 0.96));
    }
}
