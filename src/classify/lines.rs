//! Predictions for the lines of pasted plain text.
//!
//! A learned model computes the probability of a line, as for a block of a page, but from other
//! numbers ([`features::lines`](crate::features::lines)). A few certain rules are added to the
//! model. The headline is the title and not part of the text. A second article is left out. A paste
//! without running text is kept whole, because it is notes or a list. The danger is at the edges:
//! single lines of teasers under the article look like lines of the article.

use super::judgement::Judgement;
use super::model::Model;
use super::page_type::PageType;
use super::reason::{Prediction, Reason};
#[cfg(feature = "_internals")]
pub use super::subheadings::SubheadingCandidate;
use super::{presence, subheadings, threshold};
use crate::blocks::Blocks;
use crate::features::lines::{Label, Labelled, Lines, Look};
use crate::features::{BlockKind, FeatureTable, Features, Measured, is_reply};
use crate::metadata::{self, Headline, Metadata, PastedLine};
#[cfg(feature = "_internals")]
use crate::metadata::{BylineCandidate, HeadlineCandidate};
use crate::text::{self, is_name};
use std::sync::LazyLock;

/// The decisions on the lines of a paste.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LineVerdicts {
    /// The prediction for each line.
    pub predictions: Vec<Prediction>,
    /// `true` for each line of the article's text.
    pub chosen: Vec<bool>,
    /// The headline.
    pub title: Option<Headline>,
    /// The line with the title of a second article, which was left out.
    pub second_article: Option<usize>,
    /// The type of the page that the paste comes from, and its probability. `None` for mails and short notes, which
    /// rules judge.
    pub page_type: Option<(PageType, f32)>,
    /// The lines that are subheadings without markup.
    pub subheadings: Vec<usize>,
}

impl LineVerdicts {
    /// Leaves out every line, since the paste holds no article.
    fn refuse(&mut self) {
        self.chosen.fill(false);
        (self.title, self.second_article) = (None, None);
        self.subheadings.clear();
    }

    /// Leaves out the lines around a mail's message. In a mail with a header that a person wrote, every
    /// other line is kept. A newsletter has buttons and notices like a page.
    pub fn leave_out(&mut self, outside: &[bool], lines: &Lines, is_mail: bool) {
        let header = outside.iter().take_while(|&&is_outside| is_outside).count();
        let is_kept_whole = is_mail && !is_newsletter(lines, outside);
        for (i, &is_outside) in outside.iter().enumerate() {
            self.chosen[i] = !is_outside && (is_kept_whole || self.chosen[i]);
            if is_outside {
                self.predictions[i].against = if is_mail && i < header { Reason::Byline } else { Reason::Repeated };
            }
        }
        if is_mail {
            // The name at the end of a mail is no subheading.
            let last = self.chosen.iter().rposition(|&chosen| chosen);
            self.subheadings.retain(|&i| self.chosen[i] && Some(i) < last);
            (self.title, self.second_article, self.page_type) = (None, None, None);
        }
    }

    /// Leaves out the author's name and the date at the start and at the end of the text. They are part of the metadata.
    pub fn leave_out_facts(&mut self, blocks: &Blocks, lines: &Lines, metadata: &Metadata) {
        let name = metadata.byline.as_deref().map(text::fold);
        let is_fact = |i: usize| {
            let is_date = || metadata.published_time.is_some() && metadata::is_dateline(&blocks.list[i].text);
            !lines.is_body(i) && (Some(&lines.folded[i]) == name.as_ref() || is_date())
        };
        let kept: Vec<usize> = (0..self.chosen.len()).filter(|&i| self.chosen[i]).collect();
        let first = kept.iter().take_while(|&&i| is_fact(i));
        let last = kept.iter().rev().take_while(|&&i| is_fact(i));
        for &i in first.chain(last) {
            self.chosen[i] = false;
            self.predictions[i].against = Reason::Byline;
            self.subheadings.retain(|&line| line != i);
        }
    }

    /// Returns the lines in the form from which metadata is read.
    pub fn pasted_lines<'a>(&self, blocks: &'a Blocks, measured: &Measured, lines: &'a Lines) -> Vec<PastedLine<'a>> {
        pasted_lines(blocks, measured, lines, &self.chosen)
    }
}

/// Returns `true` if a mail has the buttons and notices of a page. A mail that a person wrote may have one in its
/// signature.
fn is_newsletter(lines: &Lines, outside: &[bool]) -> bool {
    const LEAST_LABELS: usize = 2;
    let is_label =
        |&i: &usize| !outside[i] && lines.labels[i].is_some_and(|found| found.whole || lines.looks[i] != Look::Body);
    (0..outside.len()).filter(is_label).nth(LEAST_LABELS - 1).is_some()
}

fn pasted_lines<'a>(blocks: &'a Blocks, measured: &Measured, lines: &'a Lines, chosen: &[bool]) -> Vec<PastedLine<'a>> {
    let line = |(i, &kept): (usize, &bool)| PastedLine {
        text: &blocks.list[i].text,
        folded: &lines.folded[i],
        words: measured.blocks[i].words,
        is_body: lines.is_body(i),
        is_heading: measured.blocks[i].kind == BlockKind::Heading,
        is_likely_title: lines.title == Some(i),
        is_label: lines.labels[i].is_some_and(|found| found.whole),
        is_widget: lines.looks[i] == Look::Widget,
        is_caption: lines.looks[i] == Look::Caption,
        is_legal: lines.labels[i].is_some_and(|found| found.label == Label::Legal),
        kept,
    };
    chosen.iter().enumerate().map(line).collect()
}

/// Returns the crate's own model for lines.
#[allow(clippy::expect_used, reason = "the crate's own model is under test")]
pub fn bundled() -> &'static Model {
    static BUNDLED: LazyLock<Model> =
        LazyLock::new(|| Model::from_bytes(include_bytes!("lines.bin")).expect("the crate's own model"));
    &BUNDLED
}

/// Judges the lines of a paste. The model must fit the table. For `beta`, see
/// [`threshold::choose`].
pub fn judge(
    model: &Model,
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    table: &FeatureTable,
    beta: f64,
) -> LineVerdicts {
    let (judged, mut verdicts) = chosen_by(model, blocks, measured, lines, table, beta);
    verdicts.page_type = (!is_short_note(measured, lines)).then(|| judged.page_type());
    if comes_from_page(measured, lines)
        && !presence::holds_article(&presence::evidence::of(measured, lines, table, &judged, &verdicts))
    {
        verdicts.refuse();
    }
    verdicts
}

/// Returns the model's judgement of the lines and the lines chosen by it, before the paste is
/// judged as a whole.
fn chosen_by(
    model: &Model,
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    table: &FeatureTable,
    beta: f64,
) -> (Judgement, LineVerdicts) {
    let judged = model.judge(table.rows(), &|column, first, numbers| table.read_column(column, first, numbers));
    let verdicts = choose(judged.probabilities(), blocks, measured, lines, beta);
    (judged, verdicts)
}

/// Returns `true` if something shows that the text comes from a page. Text that a person wrote has
/// no menus and buttons, and must never be refused.
fn comes_from_page(measured: &Measured, lines: &Lines) -> bool {
    !is_plain(lines) && !is_short_note(measured, lines)
}

/// Returns the numbers that tell whether a paste holds an article. Returns `None` if the paste is
/// not judged.
#[cfg(feature = "_internals")]
pub fn presence_evidence(
    model: &Model,
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    table: &FeatureTable,
) -> Option<[f32; presence::evidence::COUNT]> {
    let (judged, verdicts) = chosen_by(model, blocks, measured, lines, table, 1.0);
    comes_from_page(measured, lines).then(|| presence::evidence::of(measured, lines, table, &judged, &verdicts))
}

/// Judges the lines of a paste that is too long for the model. Running text is kept.
pub fn judge_by_rules(blocks: &Blocks, measured: &Measured, lines: &Lines, beta: f64) -> LineVerdicts {
    let by_look = |look: &Look| match look {
        Look::Body => 0.9,
        Look::Structured => 0.6,
        _ => 0.1,
    };
    choose(lines.looks.iter().map(by_look).collect(), blocks, measured, lines, beta)
}

/// The text and the headline of a paste, before its subheadings are found.
struct Text {
    probabilities: Vec<f32>,
    chosen: Vec<bool>,
    title: Option<Headline>,
    /// The first line of a second article, if it is certain that there is one.
    certain: Option<usize>,
}

fn choose(probabilities: Vec<f32>, blocks: &Blocks, measured: &Measured, lines: &Lines, beta: f64) -> LineVerdicts {
    let n = lines.looks.len();
    if is_short_note(measured, lines) {
        return whole(measured, lines);
    }
    let Some(text) = text_of(probabilities, blocks, measured, lines, beta) else {
        return notes(blocks, measured, lines);
    };
    let Text { probabilities, mut chosen, title, certain } = text;
    let second = certain.or_else(|| left_out_article(measured, lines, &chosen));
    let second = second.map(|start| {
        chosen[start..].fill(false);
        start..(start + 1..n).find(|&i| lines.opens_related(i)).unwrap_or(n)
    });
    let start = text_start(title.as_ref());
    let subheadings = subheadings::find(blocks, measured, lines, &probabilities, start, &mut chosen);
    let ends = Ends { first: chosen.iter().position(|&c| c), last: chosen.iter().rposition(|&c| c) };
    let mut predictions: Vec<Prediction> = (0..n)
        .map(|i| Prediction {
            probability: probabilities[i],
            in_favour: in_favour(lines, &measured.blocks[i], i),
            against: if second.as_ref().is_some_and(|second| second.contains(&i)) {
                Reason::SecondArticle
            } else {
                against(blocks, lines, title.as_ref(), ends, i)
            },
        })
        .collect();
    subheadings.iter().for_each(|&i| predictions[i].in_favour = Reason::Heading);
    LineVerdicts {
        predictions,
        chosen,
        title,
        second_article: second.map(|second| second.start),
        page_type: None,
        subheadings,
    }
}

/// Returns the first line that may belong to the text.
fn text_start(title: Option<&Headline>) -> usize {
    title.map_or(0, |title| title.range().end)
}

/// Chooses the lines of the text and finds the headline. Returns `None` if nothing in the paste is running text.
fn text_of(
    mut probabilities: Vec<f32>,
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    beta: f64,
) -> Option<Text> {
    let is_without_text = (0..lines.looks.len()).all(|i| !lines.is_body(i));
    if is_without_text && is_plain(lines) {
        return None;
    }
    let (mut chosen, certain) = choose_text(&mut probabilities, blocks, measured, lines, beta);
    keep_long_lines(blocks, measured, lines, &mut chosen);
    complete_lists(measured, lines, &mut chosen);
    if is_without_text && !chosen.contains(&true) {
        return None;
    }
    let title = metadata::headline(&pasted_lines(blocks, measured, lines, &chosen));
    let said = title.as_ref().map(|title| text::fold(&title.text)).unwrap_or_default();
    for (i, line) in lines.folded.iter().enumerate() {
        chosen[i] &= title.as_ref().is_none_or(|title| !title.range().contains(&i) && *line != said);
    }
    keep_opening(blocks, measured, lines, title.as_ref(), &mut chosen);
    keep_introduced(blocks, lines, &mut chosen);
    keep_plain(lines, title.as_ref(), &mut chosen);
    fill_holes(lines, title.as_ref(), &mut chosen);
    Some(Text { probabilities, chosen, title, certain })
}

/// Chooses the lines of the text before the headline is known. Also returns the line that certainly begins a second
/// article.
fn choose_text(
    probabilities: &mut [f32],
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    beta: f64,
) -> (Vec<bool>, Option<usize>) {
    for (i, probability) in probabilities.iter_mut().enumerate() {
        let look = lines.looks[i];
        if matches!(look, Look::Doubled | Look::Caption | Look::NameAndBar)
            || is_pointer(blocks, lines, i)
            || is_card(lines, measured, i)
        {
            *probability = probability.min(NO_TEXT);
        }
    }
    let certain = lines.headlines().find(|&i| {
        has_paragraphs(lines, i)
            && !has_subheadings(lines, i + 1)
            && (lines.opens_dated(i) || may_end_at(measured, lines, probabilities, i))
    });
    if let Some(second) = certain {
        probabilities[second..].fill(0.0);
    }
    let mut chosen = threshold::choose(measured, probabilities, beta);
    drop_teasers(measured, lines, &mut chosen);
    (chosen, certain)
}

/// Returns the lines from which the headline is chosen. Training learns the weights from them.
#[cfg(feature = "_internals")]
pub fn headline_candidates(
    model: &Model,
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    table: &FeatureTable,
) -> Vec<HeadlineCandidate> {
    let judged = model.judge(table.rows(), &|column, first, numbers| table.read_column(column, first, numbers));
    let (chosen, _) = choose_text(&mut judged.probabilities(), blocks, measured, lines, 1.0);
    metadata::headline_candidates(&pasted_lines(blocks, measured, lines, &chosen))
}

/// Returns the parts of lines that may be the byline. Training learns the weights from them.
#[cfg(feature = "_internals")]
pub fn byline_candidates(
    model: &Model,
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    table: &FeatureTable,
) -> Vec<BylineCandidate> {
    let verdicts = judge(model, blocks, measured, lines, table, 1.0);
    metadata::byline_candidates(&verdicts.pasted_lines(blocks, measured, lines), verdicts.title.as_ref())
}

/// Returns the lines that may be subheadings. Training learns the weights from them.
#[cfg(feature = "_internals")]
pub fn subheading_candidates(
    model: &Model,
    blocks: &Blocks,
    measured: &Measured,
    lines: &Lines,
    table: &FeatureTable,
) -> Vec<SubheadingCandidate> {
    let judged = model.judge(table.rows(), &|column, first, numbers| table.read_column(column, first, numbers));
    let Some(text) = text_of(judged.probabilities(), blocks, measured, lines, 1.0) else { return Vec::new() };
    let start = text_start(text.title.as_ref());
    subheadings::measure_candidates(blocks, measured, lines, &text.probabilities, start, &text.chosen)
}

/// Returns `true` if a line is part of a card: a headline, then a name and a bar, then a teaser.
/// The article's own headline stands above its text, cards stand below it.
fn is_card(lines: &Lines, measured: &Measured, i: usize) -> bool {
    const TEASER_WORDS: usize = 45;
    let is_bar = |j: Option<usize>| j.and_then(|j| lines.looks.get(j)) == Some(&Look::NameAndBar);
    let below_text = i > lines.core.start + 1;
    let is_teaser = is_bar(i.checked_sub(1)) && measured.blocks[i].words <= TEASER_WORDS;
    below_text && (is_teaser || is_bar(Some(i + 1)) && lines.looks[i] == Look::Headline)
}

/// Drops the chosen lines after a label that opens a list of other articles or the readers' comments, if they are few and
/// each stands alone, as teasers and short comments do. A box of links inside an article is different: the article's text
/// follows it.
fn drop_teasers(measured: &Measured, lines: &Lines, chosen: &mut [bool]) {
    const TAIL_SHARE: f32 = 0.3;
    let n = chosen.len();
    let words = |i: usize| if lines.is_body(i) { measured.blocks[i].words as f32 } else { 0.0 };
    let all: f32 = (0..n).filter(|&i| chosen[i]).map(words).sum();
    let last_pair = (1..n).rev().find(|&i| chosen[i] && chosen[i - 1]).unwrap_or(0);
    let mut before = 0.0;
    for i in 0..n {
        let is_label = |found: Labelled| found.whole && matches!(found.label, Label::Related | Label::Comments);
        let opens = lines.labels[i].is_some_and(is_label) || is_reply(&lines.folded[i]);
        if opens && i > last_pair && before > 0.0 && all - before <= before * TAIL_SHARE {
            chosen[i..].fill(false);
            return;
        }
        before += if chosen[i] { words(i) } else { 0.0 };
    }
}

/// Returns `true` if a line points to another article: `Xem thêm: Chợ nổi thêm ba điểm dừng`.
fn is_pointer(blocks: &Blocks, lines: &Lines, i: usize) -> bool {
    let begins = lines.labels[i].is_some_and(|found| found.label == Label::Related && !found.whole);
    begins && lines.looks[i] == Look::Headline && blocks.list[i].text.contains([':', '：'])
}

/// Returns `true` if the text from a line on has subheadings. A headline before it is then likely to be a subheading
/// too.
fn has_subheadings(lines: &Lines, start: usize) -> bool {
    const FEW: usize = 1;
    let end = (start..lines.looks.len()).find(|&i| lines.opens_related(i)).unwrap_or(lines.looks.len());
    // A caption often stands between a subheading and its text.
    let next = |i: usize| (i + 1..end).find(|&next| lines.looks[next] != Look::Caption);
    let is_one = |&i: &usize| lines.looks[i] == Look::Headline && next(i).is_some_and(|next| lines.is_body(next));
    (start..end.saturating_sub(1)).filter(is_one).nth(FEW).is_some()
}

/// Returns `true` for a few lines that do not look like lines of a page. They are a note, not an
/// article.
fn is_short_note(measured: &Measured, lines: &Lines) -> bool {
    const MOST_LINES: usize = 3;
    let is_text = |i: usize| {
        matches!(lines.looks[i], Look::Body | Look::Headline | Look::Short)
            && lines.labels[i].is_none()
            && measured.blocks[i].kind != BlockKind::Heading
    };
    lines.looks.len() <= MOST_LINES && (0..lines.looks.len()).all(is_text)
}

/// Keeps a whole paste without running text, such as notes or a list of names. Only two things are
/// left out: the headline, and lines that show that the list comes from a page (labels, buttons and
/// dates).
fn notes(blocks: &Blocks, measured: &Measured, lines: &Lines) -> LineVerdicts {
    let mut verdicts = whole(measured, lines);
    for (i, chosen) in verdicts.chosen.iter_mut().enumerate() {
        *chosen = is_plain_line(lines, i);
    }
    verdicts.title = metadata::headline_of_list(&verdicts.pasted_lines(blocks, measured, lines));
    if let Some(title) = &verdicts.title {
        verdicts.chosen[title.range()].fill(false);
    }
    verdicts
}

/// Keeps every line.
fn whole(measured: &Measured, lines: &Lines) -> LineVerdicts {
    let prediction = |i: usize| {
        let reason = in_favour(lines, &measured.blocks[i], i);
        Prediction { probability: EVEN, in_favour: reason, against: reason }
    };
    LineVerdicts {
        predictions: (0..lines.looks.len()).map(prediction).collect(),
        chosen: vec![true; lines.looks.len()],
        ..LineVerdicts::default()
    }
}

/// The highest probability of lines that hardly ever belong to the text: doubled texts of cards,
/// captions, names with a bar, the headlines and teasers around such names, and pointers to other
/// articles. In news, one in a hundred words of such lines belongs to the article.
const NO_TEXT: f32 = 0.05;

/// A line with more words than this is longer than a headline.
const TEXT_WORDS: usize = 20;

/// The probability of a line if nothing is known about it.
const EVEN: f32 = 0.5;

/// Returns a line under the chosen text that may be the title of another article, of which hardly a
/// word was chosen.
fn left_out_article(measured: &Measured, lines: &Lines, chosen: &[bool]) -> Option<usize> {
    const MOST_CHOSEN: f32 = 0.1;
    let first = chosen.iter().position(|&c| c)?;
    let words = |i: usize| if lines.is_body(i) { measured.blocks[i].words as f32 } else { 0.0 };
    let (mut after, mut chosen_after) = (vec![0.0; chosen.len() + 1], vec![0.0; chosen.len() + 1]);
    for i in (0..chosen.len()).rev() {
        after[i] = after[i + 1] + words(i);
        chosen_after[i] = chosen_after[i + 1] + if chosen[i] { words(i) } else { 0.0 };
    }
    let left_out = |&i: &usize| i > first && !chosen[i] && chosen_after[i] <= after[i] * MOST_CHOSEN;
    lines.possible_titles().filter(left_out).find(|&i| has_paragraphs(lines, i))
}

/// Keeps long lines without an end mark and lines that end in a colon, if the text does not come
/// from a page. Without them, a short line under such a line would become the headline. In other
/// pastes, only a long first line that ends in a colon is kept, because a menu in one line has no
/// colon.
fn keep_long_lines(blocks: &Blocks, measured: &Measured, lines: &Lines, chosen: &mut [bool]) {
    if chosen.contains(&true) {
        let is_plain = is_plain(lines);
        let introduces = |i: usize| i == 0 && ends_in_colon(blocks, i) && measured.blocks[i].words >= TEXT_WORDS;
        let is_text = |&i: &usize| introduces(i) || is_plain && is_long(blocks, measured, i);
        (0..chosen.len()).filter(is_text).for_each(|i| chosen[i] = true);
    }
}

/// Keeps the rest of a marked list if most of its words are kept. Half of a list is worse than the
/// whole list or none of it.
fn complete_lists(measured: &Measured, lines: &Lines, chosen: &mut [bool]) {
    let is_item = |i: usize| measured.blocks[i].kind == BlockKind::ListItem && lines.labels[i].is_none();
    let mut start = 0;
    while start < chosen.len() {
        let end = (start..chosen.len()).find(|&i| !is_item(i)).unwrap_or(chosen.len());
        let words = |i: usize| measured.blocks[i].words;
        let kept: usize = (start..end).filter(|&i| chosen[i]).map(words).sum();
        if 2 * kept > (start..end).map(words).sum() {
            chosen[start..end].fill(true);
        }
        start = end + 1;
    }
}

/// Returns `true` if a line is text without an end mark, not a headline.
fn is_long(blocks: &Blocks, measured: &Measured, i: usize) -> bool {
    ends_in_colon(blocks, i) || measured.blocks[i].words >= TEXT_WORDS
}

fn ends_in_colon(blocks: &Blocks, i: usize) -> bool {
    blocks.list[i].text.ends_with([':', '：'])
}

/// Keeps running text at the start: right under the headline, or at the top of the paste. Between
/// it and the kept lines there may only be running text. Boilerplate is never found there, and
/// without this rule a short article would lose its opening.
fn keep_opening(blocks: &Blocks, measured: &Measured, lines: &Lines, title: Option<&Headline>, chosen: &mut [bool]) {
    let start = text_start(title);
    let is_text = |i: usize| {
        matches!(lines.looks[i], Look::Body | Look::Structured) && lines.labels[i].is_none()
            || matches!(lines.looks[i], Look::Headline | Look::Short) && is_long(blocks, measured, i)
    };
    let end = (start..chosen.len()).find(|&i| chosen[i] || !is_text(i)).unwrap_or(chosen.len());
    if chosen.get(end).is_some_and(|&chosen| chosen) {
        chosen[start..end].fill(true);
    }
}

/// Keeps the lines between a kept line that ends in a colon and the next kept line, because the colon introduces them.
fn keep_introduced(blocks: &Blocks, lines: &Lines, chosen: &mut [bool]) {
    const MOST_LINES: usize = 20;
    for start in (0..chosen.len()).filter(|&i| ends_in_colon(blocks, i)) {
        let mut inside = (start + 1..chosen.len()).take(MOST_LINES);
        if chosen[start]
            && let Some(end) = inside.find(|&i| chosen[i] || lines.labels[i].is_some())
            && chosen[end]
        {
            chosen[start..end].fill(true);
        }
    }
}

/// Keeps the few short lines between two kept short lines. A list or a poem has no other lines inside, and the model
/// judges each line alone.
fn fill_holes(lines: &Lines, title: Option<&Headline>, chosen: &mut [bool]) {
    const MOST_LINES: usize = 3;
    let is_short = |i: usize| is_plain_line(lines, i) && !lines.is_body(i);
    let mut start = text_start(title);
    while let Some(hole) = (start..chosen.len()).find(|&i| !chosen[i] && i > start && chosen[i - 1]) {
        let end = (hole..chosen.len()).find(|&i| chosen[i]).unwrap_or(chosen.len());
        if end < chosen.len() && end - hole <= MOST_LINES && (hole - 1..=end).all(is_short) {
            chosen[hole..end].fill(true);
        }
        start = end;
    }
}

/// Returns `true` if nothing shows that the text comes from a page: there are no labels, buttons, dates or cards.
fn is_plain(lines: &Lines) -> bool {
    (0..lines.looks.len()).all(|i| is_plain_line(lines, i))
}

fn is_plain_line(lines: &Lines, i: usize) -> bool {
    matches!(lines.looks[i], Look::Body | Look::Headline | Look::Short | Look::Structured) && lines.labels[i].is_none()
}

/// Keeps all lines up to the last kept one, if the text does not come from a page. The model was trained on pages and
/// takes short lines for boilerplate.
fn keep_plain(lines: &Lines, title: Option<&Headline>, chosen: &mut [bool]) {
    if is_plain(lines)
        && let Some(last) = chosen.iter().rposition(|&chosen| chosen)
    {
        chosen[text_start(title).min(last)..=last].fill(true);
    }
}

/// Returns `false` if the model is sure that the text under a line is the article's. The line is then a subheading,
/// even if it looks like the headline of another article.
fn may_end_at(measured: &Measured, lines: &Lines, probabilities: &[f32], line: usize) -> bool {
    const SURE: f32 = 0.96;
    const LINES: usize = 12;
    let (mut words, mut sum) = (0.0, 0.0);
    for i in (line..probabilities.len()).take(LINES).filter(|&i| lines.is_body(i)) {
        words += measured.blocks[i].words as f32;
        sum += measured.blocks[i].words as f32 * probabilities[i];
    }
    sum < words * SURE
}

/// Returns `true` if several lines of running text stand between a headline and the next one. A card has only one.
fn has_paragraphs(lines: &Lines, headline: usize) -> bool {
    const PARAGRAPHS: usize = 3;
    let ends = |&i: &usize| matches!(lines.looks[i], Look::Headline | Look::NameAndBar | Look::Doubled);
    let end =
        (headline + 1..lines.looks.len()).find(|i| ends(i) || lines.opens_related(*i)).unwrap_or(lines.looks.len());
    (headline..end).filter(|&i| lines.is_body(i)).nth(PARAGRAPHS - 1).is_some()
}

/// The first and the last kept line.
#[derive(Debug, Clone, Copy)]
struct Ends {
    first: Option<usize>,
    last: Option<usize>,
}

fn in_favour(lines: &Lines, f: &Features, i: usize) -> Reason {
    match (f.kind, lines.looks[i]) {
        (BlockKind::Heading, _) => Reason::Heading,
        (BlockKind::Preformatted, _) => Reason::Code,
        (_, Look::Body) => Reason::Prose,
        (BlockKind::ListItem, _) => Reason::ListItem,
        (BlockKind::TableRow, _) => Reason::TableRow,
        (_, Look::Headline) if i + 1 < lines.looks.len() && lines.is_body(i + 1) => Reason::Heading,
        _ => Reason::AmongKept,
    }
}

fn against(blocks: &Blocks, lines: &Lines, title: Option<&Headline>, ends: Ends, i: usize) -> Reason {
    const NAME_WITHIN: usize = 5;
    let title = title.map(|title| title.line);
    if title.is_some_and(|title| lines.folded[i] == lines.folded[title]) {
        return Reason::Title;
    }
    let near_title = title.is_some_and(|title| i > title && i <= title + NAME_WITHIN);
    let near_end = ends.last.is_some_and(|last| i > last && i <= last + NAME_WITHIN);
    if (near_title || near_end) && is_name(&blocks.list[i].text) {
        return Reason::Byline;
    }
    match lines.labels[i].filter(|found| found.whole || lines.looks[i] != Look::Body).map(|found| found.label) {
        Some(Label::Related) => return Reason::Related,
        Some(Label::Control) => return Reason::Control,
        Some(Label::Comments) => return Reason::Comments,
        Some(Label::Byline) => return Reason::Byline,
        Some(Label::Promotion) => return Reason::Promotion,
        Some(Label::Legal | Label::Navigation) => return Reason::Navigation,
        None => {}
    }
    match lines.looks[i] {
        Look::Caption => Reason::Caption,
        Look::NameAndBar => Reason::Byline,
        Look::Doubled => Reason::Related,
        _ if ends.first.is_none_or(|first| i < first) => Reason::Navigation,
        _ if ends.last.is_some_and(|last| i > last) => Reason::Related,
        Look::Widget => Reason::Control,
        Look::Body => Reason::Outside,
        _ => Reason::Label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, lines};

    const TITLE: &str = "Bến đò Gành Rái mở lại sau bốn tháng";
    const LEDE: &str = "Bến đò Gành Rái mở lại sáng thứ bảy, sau bốn tháng sửa cầu tàu và nạo vét luồng lạch.";
    const MORE: &str = "Chủ đò cho biết cầu tàu mới cao hơn nửa mét, nên nước lớn bến đò vẫn đón khách được.";
    const LAST: &str = "Vé qua sông giữ nguyên giá cũ, học sinh đi bến đò Gành Rái được miễn tiền như trước.";
    const OTHER: &str = "Chợ nổi Cái Răng thêm ba điểm dừng";

    /// Reads the lines of a paste and measures them.
    fn read(paste: &[&str]) -> (Blocks, Measured, Lines) {
        let lines::Paste { tree, blank_before, .. } = lines::parse(&paste.join("\n\n"));
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let lines = features::lines::read(&blocks, &measured, &blank_before);
        (blocks, measured, lines)
    }

    fn judged(paste: &[&str]) -> LineVerdicts {
        let (blocks, measured, lines) = read(paste);
        let table = features::lines::table(&blocks, &measured, &lines);
        assert!(bundled().fits(&table), "the features are others than the model's: train it again");
        judge(bundled(), &blocks, &measured, &lines, &table, 1.0)
    }

    /// Returns the reasons for a paste's lines, with `+` before the kept ones.
    fn verdicts(paste: &[&str]) -> Vec<String> {
        let judged = judged(paste);
        let verdict = |(o, &chosen): (&Prediction, &bool)| match chosen {
            true => format!("+{}", o.in_favour.as_str()),
            false => format!("-{}", o.against.as_str()),
        };
        judged.predictions.iter().zip(&judged.chosen).map(verdict).collect()
    }

    #[test]
    fn lines_are_told_by_their_look_and_company() {
        let doubled = format!("{OTHER} {OTHER}");
        let cases: &[(&[&str], &[&str])] = &[
            (&[TITLE, LEDE, MORE, LAST], &["-title", "+prose", "+prose", "+prose"]),
            (&["Trang chủ", TITLE, LEDE, MORE, LAST], &["-navigation", "-title", "+prose", "+prose", "+prose"]),
            (&[TITLE, LEDE, "Ảnh: Út Trà", MORE, LAST], &["-title", "+prose", "-caption", "+prose", "+prose"]),
            (
                &[TITLE, LEDE, "Tin liên quan", &doubled, MORE, LAST],
                &["-title", "+prose", "-related", "-related", "+prose", "+prose"],
            ),
            (
                &[TITLE, LEDE, MORE, LAST, "Út Trà", "Đọc nhiều nhất", OTHER],
                &["-title", "+prose", "+prose", "+prose", "-byline", "-related", "-related"],
            ),
            (&[TITLE, LEDE, MORE, LAST, "Gửi bình luận"], &["-title", "+prose", "+prose", "+prose", "-comments"]),
        ];
        for (paste, expected) in cases {
            assert_eq!(verdicts(paste), *expected, "{paste:#?}");
        }
    }

    #[test]
    fn notes_are_kept_as_they_are() {
        assert_eq!(verdicts(&["Gạo nếp", "Đậu xanh", "Lá dong"]), ["+among-kept"; 3]);
    }

    #[test]
    fn a_programme_on_a_page_is_kept_without_the_page() {
        let paste = [
            "Trang chủ",
            "Đọc nhiều nhất",
            "Lịch phát sóng đài Gành Rái ngày thứ bảy",
            "12/03/2031 08:00",
            "06:00 Bản tin sáng",
            "06:30 Nhịp sống bến đò",
            "08:15 Phim tài liệu: Con nước lớn",
            "11:00 Bản tin trưa",
            "13:20 Thiếu nhi: Đội ghe ngo",
            "Gửi bình luận",
            "Bản quyền © 2031 Đài Gành Rái",
        ];
        let kept: Vec<bool> = judged(&paste).chosen;
        assert_eq!(kept, [false, false, false, false, true, true, true, true, true, false, false]);
    }

    #[test]
    fn a_list_is_kept_whole_where_most_of_it_is() {
        let list = ["- Vé người lớn", "- Vé trẻ em", "- Xe máy qua phà"];
        let paste = [&["Trang chủ", TITLE, LEDE], &list[..], &[MORE, "Gửi bình luận"]].concat().join("\n");
        let (blocks, measured, lines) = read(&[&paste]);
        let kept = |of_items: [f32; 3]| {
            let [a, b, c] = of_items;
            let probabilities = vec![0.01, 0.02, 0.95, a, b, c, 0.95, 0.01];
            choose(probabilities, &blocks, &measured, &lines, 1.0).chosen[3..6].to_vec()
        };
        assert_eq!(kept([0.9, 0.9, 0.05]), [true; 3]);
        assert_eq!(kept([0.05, 0.9, 0.9]), [true; 3]);
        assert_eq!(kept([0.9, 0.05, 0.05]), [true, false, false]);
    }

    #[test]
    fn a_few_short_lines_between_kept_short_lines_are_kept() {
        let paste = ["Trang chủ", TITLE, LEDE, "Con nước lớn", "Bến vắng", "Ghe ngo", "Đêm trăng", MORE];
        let (blocks, measured, lines) = read(&paste);
        let kept = |of_verses: [f32; 4]| {
            let [a, b, c, d] = of_verses;
            let probabilities = vec![0.01, 0.02, 0.95, a, b, c, d, 0.95];
            choose(probabilities, &blocks, &measured, &lines, 1.0).chosen[3..7].to_vec()
        };
        assert_eq!(kept([0.9, 0.02, 0.02, 0.9]), [true; 4]);
        // A line beside running text may be a label.
        assert_eq!(kept([0.02, 0.02, 0.02, 0.9]), [false, false, false, true]);
    }

    #[test]
    fn captions_may_stand_between_subheadings_and_their_text() {
        const CAPTION: &str = "Cầu tàu mới ở bến đò (Ảnh: An Sơn)";
        let (_, _, lines) = read(&[TITLE, LEDE, OTHER, CAPTION, MORE, "Ngọn đèn ở cửa sông", CAPTION, LAST]);
        assert_eq!(lines.looks[3], Look::Caption);
        assert!(has_subheadings(&lines, 1));
    }

    #[test]
    fn a_line_that_points_to_another_article_is_no_text() {
        let is_chosen = |line: &str| {
            let (blocks, measured, lines) = read(&[TITLE, LEDE, line, MORE, LAST]);
            assert!(lines.looks[2] != Look::Body, "{line}");
            choose(vec![0.1, 0.9, 0.9, 0.9, 0.9], &blocks, &measured, &lines, 1.0).chosen[2]
        };
        assert!(!is_chosen("Xem thêm: Chợ nổi Cái Răng thêm ba điểm dừng"));
        for line in [
            // A label of another kind, a headline without a label, a label without a colon, a label alone.
            "Bình luận: Chợ nổi Cái Răng thêm ba điểm dừng",
            "Mùa nước: Chợ nổi Cái Răng thêm ba điểm dừng",
            "Xem thêm Chợ nổi Cái Răng thêm ba điểm dừng",
        ] {
            assert!(is_chosen(line), "{line}");
        }
    }

    #[test]
    fn one_headline_after_another_article_is_no_subheading() {
        let (_, _, lines) = read(&[TITLE, LEDE, OTHER, MORE, LAST]);
        assert!(!has_subheadings(&lines, 1));
        let (_, _, lines) = read(&[TITLE, LEDE, OTHER, MORE, "Ngọn đèn ở cửa sông", LAST]);
        assert!(has_subheadings(&lines, 1));
    }

    #[test]
    fn teasers_after_a_label_of_other_articles_are_dropped() {
        const TEASER: &str = "Bến đò dời về phía chợ nổi, khách qua sông đi thêm một quãng đường ngắn.";
        let (_, measured, lines) = read(&[TITLE, LEDE, MORE, LAST, MORE, "Tin liên quan", OTHER, TEASER]);
        let mut chosen = [false, true, true, true, true, false, false, true];
        drop_teasers(&measured, &lines, &mut chosen);
        assert_eq!(chosen, [false, true, true, true, true, false, false, false]);
        // Two lines in a row are text.
        let mut chosen = [false, true, true, true, true, false, true, true];
        drop_teasers(&measured, &lines, &mut chosen);
        assert_eq!(chosen, [false, true, true, true, true, false, true, true]);
    }

    #[test]
    fn a_paste_is_not_cut_where_the_model_is_sure() {
        let (_, measured, lines) = read(&[TITLE, LEDE, MORE, OTHER, LAST]);
        let is_cut = |probability: f32| may_end_at(&measured, &lines, &[0.1, 0.9, 0.9, 0.1, probability], 3);
        assert!(is_cut(0.85));
        assert!(!is_cut(0.97));
    }

    const FIRST: [&str; 4] = [TITLE, LEDE, MORE, LAST];
    const SECOND: [&str; 5] = [
        "Đội ghe ngo Sóc Vồ giành giải nhất lễ hội đua ghe",
        "Chiều qua, đội ghe ngo Sóc Vồ giành giải nhất lễ hội đua ghe trên sông trước hai vạn người xem.",
        "Đây là lần thứ ba đội vô địch, sau khi thay gần hết tay chèo và đóng lại ghe bằng gỗ sao.",
        "Trưởng ban tổ chức nói năm sau sẽ có thêm một chặng đua dành riêng cho các đội nữ trong vùng.",
        "Các đội được thưởng gạo và một con bò, theo lệ cũ mà các phum sóc trong vùng vẫn giữ đến nay.",
    ];

    #[test]
    fn a_second_article_is_left_out() {
        let judged = judged(&[&FIRST[..], &SECOND[..]].concat());
        assert_eq!(judged.second_article, Some(4));
        assert_eq!(judged.chosen, [false, true, true, true, false, false, false, false, false]);
        assert_eq!(judged.predictions[5].against, Reason::SecondArticle);
    }

    #[test]
    fn a_headline_with_subheadings_after_it_opens_no_second_article() {
        let second_article = |after: &[&str]| {
            let paste = [&FIRST[..], &SECOND[..], after].concat();
            let (blocks, measured, lines) = read(&paste);
            choose(vec![0.9; paste.len()], &blocks, &measured, &lines, 1.0).second_article
        };
        assert_eq!(second_article(&[]), Some(4));
        assert_eq!(second_article(&[OTHER, MORE]), Some(4));
        assert_eq!(second_article(&[OTHER, MORE, "Ngọn đèn ở cửa sông", LAST]), None);
    }
}
