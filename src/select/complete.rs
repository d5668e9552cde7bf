//! Constructs kept whole: a table without its head, or a text that speaks of code that is not there, says something
//! else than the page does.
//!
//! Blocks are judged one by one, and what a construct is made of is often too short to be told from furniture. Here
//! the text around it decides. The danger is in keeping lists of links and boxes that stand in the midst of an article
//! as well: whatever is named furniture, hidden or mostly links is left to the judgement.

use crate::blocks::{Blocks, TextBlock};
use crate::classify::Opinion;
use crate::clean::{callout, code, math};
use crate::features::{Features, Kind, Measured, Region};
use crate::maps::HashSet;
use crate::measure::ends_sentence;
use crate::tree::{NodeId, Step, Tag, Tree};
use std::ops::Range;

/// Chooses what belongs to the chosen blocks.
pub(super) fn complete(tree: &Tree, blocks: &Blocks, measured: &Measured, opinions: &[Opinion], chosen: &mut [bool]) {
    complete_rows(tree, blocks, chosen);
    complete_code(tree, blocks, measured, chosen);
    complete_sentences(tree, blocks, chosen);
    complete_buttons(tree, blocks, chosen);
    complete_refrains(tree, blocks, measured, opinions, chosen);
    let after = next_that_may_belong(measured);
    for construct in constructs(tree, blocks) {
        match construct.kind {
            Construct::Table { .. } | Construct::List => complete_between(&construct, blocks, measured, &after, chosen),
            Construct::Callout => complete_callout(&construct.blocks, measured, chosen),
        }
    }
}

/// A table of which most rows are chosen is chosen whole: without its head or a row in its midst it says something
/// else. Only rows that read as one line count; a table that holds blocks is as often layout.
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

/// The table of a row.
fn row_table(tree: &Tree, element: NodeId) -> Option<NodeId> {
    /// `tr`, a group of rows, `table`: a row's table is no further up.
    const LEVELS: usize = 2;
    let is_row = tree.tag(element) == Tag::TR;
    tree.ancestors(element).take(LEVELS).find(|&id| is_row && tree.tag(id) == Tag::TABLE)
}

/// Code between two chosen blocks is chosen: text that speaks of it is none without it. Numbers of lines are no code.
fn complete_code(tree: &Tree, blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    let is_code = |at: usize| {
        let block = &blocks.list[at];
        let is_code = measured.blocks[at].kind == Kind::Preformatted || stands_in_code(tree, blocks, at);
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

/// Whether a block is code that stands in no `pre`.
fn stands_in_code(tree: &Tree, blocks: &Blocks, at: usize) -> bool {
    let block = &blocks.list[at];
    if code::is_block_of_code(tree, block.element) {
        return true;
    }
    let first = blocks.leaves[block.leaves.start];
    tree.ancestors(first).take_while(|&id| id != block.element).any(|id| code::is_block_of_code(tree, id))
}

/// What is left of a sentence beside a formula, which divides it into blocks: `and`, `where`.
fn complete_sentences(tree: &Tree, blocks: &Blocks, chosen: &mut [bool]) {
    /// Blocks between two parts of a sentence at most: those of a formula.
    const FORMULA_BLOCKS: usize = 8;
    let is_same = |a: usize, b: usize| blocks.list[a].element == blocks.list[b].element;
    let is_formula = |id: Option<NodeId>| id.is_some_and(|id| math::is_formula(tree, id));
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

/// A word in the midst of a sentence that is a button, for what it explains: the sentence goes on behind it.
fn complete_buttons(tree: &Tree, blocks: &Blocks, chosen: &mut [bool]) {
    for i in 1..chosen.len().saturating_sub(1) {
        let (before, after) = (&blocks.list[i - 1], &blocks.list[i + 1]);
        let sentence = before.element;
        let stands_in_sentence = after.element == sentence
            && tree.parent(blocks.list[i].element) == Some(sentence)
            && chosen[i - 1]
            && chosen[i + 1];
        if stands_in_sentence && tree.tag(blocks.list[i].element) == Tag::BUTTON && !ends_sentence(&before.text) {
            chosen[i] = true;
        }
    }
}

/// A paragraph or heading that comes again beside itself is a refrain, if it is surely of the article; one that comes
/// again elsewhere is a copy for another screen, and a less sure one an appeal between the paragraphs.
fn complete_refrains(tree: &Tree, blocks: &Blocks, measured: &Measured, opinions: &[Opinion], chosen: &mut [bool]) {
    const SURE: f32 = 0.95;
    let place = |i: usize| {
        let element = blocks.list[i].element;
        (tree.parent(element), tree.tag(element), tree.attr(element, "class"), measured.folded[i].as_str())
    };
    let may_return = |i: usize| {
        let block = &measured.blocks[i];
        (block.prose || block.kind == Kind::Heading) && may_belong(block) && opinions[i].probability >= SURE
    };
    let said: HashSet<_> = (0..chosen.len()).filter(|&i| chosen[i] && may_return(i)).map(place).collect();
    for i in (0..chosen.len()).filter(|&i| may_return(i)) {
        chosen[i] |= said.contains(&place(i));
    }
}

enum Construct {
    Table {
        /// With a caption it is none that is made for the layout.
        has_caption: bool,
    },
    List,
    Callout,
}

/// An element whose blocks belong together.
struct Whole {
    kind: Construct,
    blocks: Range<usize>,
    /// The blocks of the outermost element that holds more than the construct.
    around: Range<usize>,
}

/// The constructs of a page in reading order, outer ones first.
fn constructs(tree: &Tree, blocks: &Blocks) -> Vec<Whole> {
    let mut starts_block = vec![false; tree.len()];
    for block in &blocks.list {
        starts_block[blocks.leaves[block.leaves.start].index()] = true;
    }
    // Of each element, the blocks that begin in it.
    let mut ranges = vec![0..0; tree.len()];
    let mut found = Vec::new();
    let mut count = 0;
    for step in tree.walk(tree.body()) {
        match step {
            Step::Enter(id) => {
                ranges[id.index()].start = count;
                count += usize::from(starts_block[id.index()]);
                found.extend(construct(tree, id).map(|kind| (id, kind)));
            }
            Step::Leave(id) => ranges[id.index()].end = count,
        }
    }
    let whole = |(id, kind): (NodeId, Construct)| {
        let blocks = ranges[id.index()].clone();
        let around = tree.ancestors(id).map(|id| &ranges[id.index()]).find(|&range| *range != blocks)?.clone();
        (!blocks.is_empty()).then_some(Whole { kind, blocks, around })
    };
    found.into_iter().filter_map(whole).collect()
}

fn construct(tree: &Tree, id: NodeId) -> Option<Construct> {
    match tree.tag(id) {
        Tag::TABLE => {
            Some(Construct::Table { has_caption: tree.children(id).any(|child| tree.tag(child) == Tag::CAPTION) })
        }
        Tag::UL | Tag::OL | Tag::DL => Some(Construct::List),
        _ => callout::kind(tree, id).map(|_| Construct::Callout),
    }
}

/// For each block, and for the end of the page, the first from there on that is no furniture.
fn next_that_may_belong(measured: &Measured) -> Vec<usize> {
    let mut next = vec![measured.blocks.len(); measured.blocks.len() + 1];
    for (at, block) in measured.blocks.iter().enumerate().rev() {
        next[at] = if may_belong(block) { at } else { next[at + 1] };
    }
    next
}

/// What stands between two chosen blocks of the same element is chosen, if one of the two is prose, and a table with a caption in
/// any case. An appeal or advertisement behind it is passed over; one before it may be its heading.
fn complete_between(whole: &Whole, blocks: &Blocks, measured: &Measured, after: &[usize], chosen: &mut [bool]) {
    let Range { start, end } = whole.blocks;
    let neighbours = [start.checked_sub(1), Some(after[end])];
    let stands_between = neighbours.iter().all(|at| at.is_some_and(|at| whole.around.contains(&at) && chosen[at]));
    let is_prose = |at: usize| measured.blocks.get(at).is_some_and(|block| block.prose);
    let is_content =
        matches!(whole.kind, Construct::Table { has_caption: true }) || neighbours.into_iter().flatten().any(is_prose);
    let inside = || &measured.blocks[start..end];
    if stands_between && is_content && inside().iter().all(may_belong) && !is_links(blocks, start..end) {
        chosen[start..end].fill(true);
    }
}

/// A callout of which anything is chosen is chosen whole: its title is a single word, and what it says may be folded.
fn complete_callout(range: &Range<usize>, measured: &Measured, chosen: &mut [bool]) {
    let is_furniture = |block: &Features| block.furniture.is_some() || block.region == Region::Outside;
    let inside = range.clone();
    if chosen[inside.clone()].contains(&true) && !measured.blocks[inside.clone()].iter().any(is_furniture) {
        chosen[inside].fill(true);
    }
}

fn may_belong(block: &Features) -> bool {
    block.furniture.is_none() && !block.hidden && block.region != Region::Outside && block.kind != Kind::Control
}

/// Whether a third of the characters or more lie in links, or most blocks have one.
fn is_links(blocks: &Blocks, range: Range<usize>) -> bool {
    let of = |count: fn(&TextBlock) -> usize| blocks.list[range.clone()].iter().map(count).sum::<usize>();
    of(|block| block.link_characters) * 3 >= of(|block| block.characters)
        || of(|block| usize::from(block.links > 0)) * 2 > range.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Reason;
    use crate::{blocks, features, tree};

    const SURE: Opinion = Opinion { probability: 0.99, in_favour: Reason::Prose, against: Reason::Prose };

    /// The texts kept of a page on which the blocks with one of the words are chosen.
    fn kept(html: &str, words: &[&str]) -> Vec<String> {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen: Vec<bool> =
            blocks.list.iter().map(|block| words.iter().any(|word| block.text.contains(word))).collect();
        let opinions = vec![SURE; chosen.len()];
        complete(&tree, &blocks, &measured, &opinions, &mut chosen);
        let kept = blocks.list.into_iter().zip(chosen).filter(|(_, chosen)| *chosen);
        kept.map(|(block, _)| block.text).collect()
    }

    const BEFORE: &str = "<p>Before the flood the river had been low for three years, and nobody feared it.</p>";
    const AFTER: &str = "<p>After it the river was feared again, and the dykes were raised by a full metre.</p>";

    fn kept_between(inside: &str) -> usize {
        kept(&format!("<article>{BEFORE}{inside}{AFTER}</article>"), &["Before", "After"]).len() - 2
    }

    #[test]
    fn what_stands_between_chosen_prose_is_kept() {
        assert_eq!(kept_between("<table><tr><td>Lowest<td>2 m<tr><td>Highest<td>9 m</table>"), 2);
        assert_eq!(kept_between("<div><ul><li>boats<li>sand<li>ropes</ul></div>"), 3);
        assert_eq!(kept_between("<pre>level = 9</pre>"), 1);
        assert_eq!(kept_between("<code class='hl block'>level = 9</code>"), 1);
    }

    #[test]
    fn a_table_with_a_caption_is_kept_between_short_lines_too() {
        let kept_with = |caption: &str| {
            let html =
                format!("<article><p>Before:</p><table>{caption}<tr><td>Low<td>2 m</table><h2>After</h2></article>");
            kept(&html, &["Before", "After"]).len() - 2
        };
        assert_eq!(kept_with("<caption>Levels</caption>"), 2);
        assert_eq!(kept_with(""), 0);
    }

    #[test]
    fn furniture_behind_a_construct_does_not_part_it_from_the_prose() {
        let promotion = "<aside class=promo><p>Read us every Friday.</p></aside>";
        let list = "<ul><li>boats<li>sand</ul>";
        assert_eq!(kept_between(&format!("{list}{promotion}")), 2);
        assert_eq!(kept_between(&format!("{promotion}{list}")), 0);
    }

    #[test]
    fn furniture_between_chosen_prose_is_not() {
        assert_eq!(kept_between("<ul><li><a href=/a>One</a><li><a href=/b>Two</a></ul>"), 0);
        assert_eq!(
            kept_between("<ul><li>Read it in <a href=/a>our app</a>, too<li>Or follow <a href=/b>us</a></ul>"),
            0
        );
        assert_eq!(kept_between("<ul hidden><li>boats<li>sand</ul>"), 0);
        assert_eq!(kept_between("<ul class=share-buttons><li>Post<li>Mail</ul>"), 0);
        assert_eq!(kept_between("<ul><li><button>Yes</button><li><button>No</button></ul>"), 0);
        assert_eq!(kept_between("<p>Advertisement</p>"), 0);
    }

    #[test]
    fn what_stands_at_the_end_of_the_prose_is_not_kept() {
        let html = format!("<article>{BEFORE}<ul><li>boats<li>sand</ul></article><p>Elsewhere</p>");
        assert_eq!(kept(&html, &["Before", "Elsewhere"]).len(), 2);
    }

    #[test]
    fn a_callout_is_kept_whole() {
        let callout = "<div class='admonition tip'><p class=admonition-title>Tip<p>Moor it well.<p hidden>Twice.</div>";
        assert_eq!(kept(callout, &["Moor"]), ["Tip", "Moor it well.", "Twice."]);
        assert!(kept(callout, &["Before"]).is_empty());
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
    fn a_refrain_is_kept_each_time_and_a_copy_elsewhere_is_not() {
        let refrain = "<p>Ơi con sông quê, con sông quê, nước trôi về đâu mà lòng ta nhớ mãi không nguôi.</p>";
        let verse = "<p>Ngày xưa bên bến sông này, mẹ ngồi giặt áo và hát cho con nghe những câu ca cũ.</p>";
        let html = format!("<main>{refrain}{verse}{refrain}</main><div><section>{refrain}</section></div>");
        let tree = tree::parse(&html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let chosen = |probability: f32| {
            let mut chosen = vec![true, true, false, false];
            let opinions = vec![Opinion { probability, ..SURE }; chosen.len()];
            complete(&tree, &blocks, &measured, &opinions, &mut chosen);
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
}
