//! Verdicts on the lines of pasted plain text.
//!
//! The probability of a line is learned, as that of a block of a page is, from other numbers
//! ([`features::lines`](crate::features::lines)). Around it stand a few rules that are certain: the headline is the
//! title and not the text, a second article is not the first, and a paste without any running text is notes or a list
//! and is kept as it is. The danger is in the edges: teasers under the article read like it, line by line.

use super::model::Model;
use super::{Opinion, Reason, cut};
use crate::blocks::Blocks;
use crate::features::lines::{Label, Lines, Look, is_name};
use crate::features::{Features, Kind, Measured, Table};
use std::sync::LazyLock;

/// What was decided on the lines of a paste.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Judged {
    /// What is to be thought of each line.
    pub opinions: Vec<Opinion>,
    /// Which lines are the article's text.
    pub chosen: Vec<bool>,
    /// The line that is the title.
    pub title: Option<usize>,
    /// The line that is the title of a second article, which was left out.
    pub second_article: Option<usize>,
}

/// The model that the crate carries for lines.
#[allow(clippy::expect_used, reason = "the crate's own model is under test")]
pub fn bundled() -> &'static Model {
    static BUNDLED: LazyLock<Model> =
        LazyLock::new(|| Model::from_bytes(include_bytes!("lines.bin")).expect("the crate's own model"));
    &BUNDLED
}

/// Judges the lines of a paste. The model has to fit the table; `beta` is that of [`cut::choose`].
pub fn judge(model: &Model, blocks: &Blocks, measured: &Measured, lines: &Lines, table: &Table, beta: f64) -> Judged {
    let judged = model.judge(table.rows(), &|column, first, numbers| table.read(column, first, numbers));
    choose(judged.probabilities(), blocks, measured, lines, beta)
}

/// Judges the lines of a paste that is too long for the model: running text is kept.
pub fn judge_by_rules(blocks: &Blocks, measured: &Measured, lines: &Lines, beta: f64) -> Judged {
    let by_look = |look: &Look| match look {
        Look::Body => 0.9,
        Look::Structured => 0.6,
        _ => 0.1,
    };
    choose(lines.looks.iter().map(by_look).collect(), blocks, measured, lines, beta)
}

fn choose(mut probabilities: Vec<f32>, blocks: &Blocks, measured: &Measured, lines: &Lines, beta: f64) -> Judged {
    let n = lines.looks.len();
    if (0..n).all(|i| !lines.is_body(i)) {
        return notes(measured, lines);
    }
    for (i, probability) in probabilities.iter_mut().enumerate() {
        let look = lines.looks[i];
        if matches!(look, Look::Doubled | Look::Caption | Look::NameAndBar)
            || is_pointer(blocks, lines, i)
            || is_card(lines, measured, i)
        {
            *probability = probability.min(NO_TEXT);
        }
    }
    let certain = lines.headlines().find(|&i| has_paragraphs(lines, i) && !has_subheadings(lines, i + 1));
    if let Some(second) = certain {
        probabilities[second..].fill(0.0);
    }
    let mut chosen = cut::choose(measured, &probabilities, beta);
    drop_teasers(measured, lines, &mut chosen);
    let title = lines.title_of(measured, &chosen);
    for (chosen, line) in chosen.iter_mut().zip(&lines.folded) {
        *chosen &= title.is_none_or(|title| *line != lines.folded[title]);
    }
    let second = certain.or_else(|| left_out_article(measured, lines, &chosen));
    let second = second.map(|start| {
        chosen[start..].fill(false);
        start..(start + 1..n).find(|&i| lines.opens_related(i)).unwrap_or(n)
    });
    let ends = Ends { first: chosen.iter().position(|&c| c), last: chosen.iter().rposition(|&c| c) };
    let opinions = (0..n)
        .map(|i| Opinion {
            probability: probabilities[i],
            in_favour: in_favour(lines, &measured.blocks[i], i),
            against: if second.as_ref().is_some_and(|second| second.contains(&i)) {
                Reason::SecondArticle
            } else {
                against(blocks, lines, title, ends, i)
            },
        })
        .collect();
    Judged { opinions, chosen, title, second_article: second.map(|second| second.start) }
}

/// Whether a line is part of a card: a headline, under it a name and a bar, under that a teaser. The article's own
/// headline stands above its text, cards under it.
fn is_card(lines: &Lines, measured: &Measured, i: usize) -> bool {
    const TEASER_WORDS: usize = 45;
    let is_bar = |j: Option<usize>| j.and_then(|j| lines.looks.get(j)) == Some(&Look::NameAndBar);
    let below_text = i > lines.core.start + 1;
    let is_teaser = is_bar(i.checked_sub(1)) && measured.blocks[i].words <= TEASER_WORDS;
    below_text && (is_teaser || is_bar(Some(i + 1)) && lines.looks[i] == Look::Headline)
}

/// Drops what was chosen after a label that opens a list of other articles, if it is little and each line of it stands
/// alone, as teasers do. A box of links in the midst of an article has the article's text after it.
fn drop_teasers(measured: &Measured, lines: &Lines, chosen: &mut [bool]) {
    const TAIL_SHARE: f32 = 0.3;
    let n = chosen.len();
    let words = |i: usize| if lines.is_body(i) { measured.blocks[i].words as f32 } else { 0.0 };
    let all: f32 = (0..n).filter(|&i| chosen[i]).map(words).sum();
    let last_pair = (1..n).rev().find(|&i| chosen[i] && chosen[i - 1]).unwrap_or(0);
    let mut before = 0.0;
    for i in 0..n {
        if lines.opens_related(i) && i > last_pair && before > 0.0 && all - before <= before * TAIL_SHARE {
            chosen[i..].fill(false);
            return;
        }
        before += if chosen[i] { words(i) } else { 0.0 };
    }
}

/// Whether a line points to another article: `Xem thêm: Chợ nổi thêm ba điểm dừng`.
fn is_pointer(blocks: &Blocks, lines: &Lines, i: usize) -> bool {
    let begins = lines.labels[i].is_some_and(|found| found.label == Label::Related && !found.whole);
    begins && lines.looks[i] == Look::Headline && blocks.list[i].text.contains([':', '：'])
}

/// Whether the text from a line on has subheadings. Where it has, a headline before it is likely to be one of them.
fn has_subheadings(lines: &Lines, start: usize) -> bool {
    const FEW: usize = 1;
    let end = (start..lines.looks.len()).find(|&i| lines.opens_related(i)).unwrap_or(lines.looks.len());
    let is_one = |&i: &usize| lines.looks[i] == Look::Headline && lines.is_body(i + 1);
    (start..end.saturating_sub(1)).filter(is_one).nth(FEW).is_some()
}

/// A paste without running text, notes or a list of names: all of it is what was meant.
fn notes(measured: &Measured, lines: &Lines) -> Judged {
    let opinion = |i: usize| {
        let reason = in_favour(lines, &measured.blocks[i], i);
        Opinion { probability: EVEN, in_favour: reason, against: reason }
    };
    let n = lines.looks.len();
    Judged { opinions: (0..n).map(opinion).collect(), chosen: vec![true; n], title: None, second_article: None }
}

/// The highest probability of lines that are none of the text: the doubled text of a card, what an image shows, a name
/// and a bar, the headline and teaser around them, a pointer to another article. Of their words in news, one in a hundred is the article's.
const NO_TEXT: f32 = 0.05;

/// A probability that says nothing.
const EVEN: f32 = 0.5;

/// A line under the chosen text that may be the title of another article, of which hardly a word was chosen.
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

/// Whether several lines of running text follow a headline before the next one. Cards have one each.
fn has_paragraphs(lines: &Lines, headline: usize) -> bool {
    const PARAGRAPHS: usize = 3;
    let ends = |&i: &usize| matches!(lines.looks[i], Look::Headline | Look::NameAndBar | Look::Doubled);
    let end =
        (headline + 1..lines.looks.len()).find(|i| ends(i) || lines.opens_related(*i)).unwrap_or(lines.looks.len());
    (headline..end).filter(|&i| lines.is_body(i)).nth(PARAGRAPHS - 1).is_some()
}

/// The first and the last line that is kept.
#[derive(Debug, Clone, Copy)]
struct Ends {
    first: Option<usize>,
    last: Option<usize>,
}

fn in_favour(lines: &Lines, f: &Features, i: usize) -> Reason {
    match (f.kind, lines.looks[i]) {
        (Kind::Heading, _) => Reason::Heading,
        (Kind::Preformatted, _) => Reason::Code,
        (_, Look::Body) => Reason::Prose,
        (Kind::ListItem, _) => Reason::ListItem,
        (Kind::TableRow, _) => Reason::TableRow,
        (_, Look::Headline) if i + 1 < lines.looks.len() && lines.is_body(i + 1) => Reason::Heading,
        _ => Reason::AmongKept,
    }
}

fn against(blocks: &Blocks, lines: &Lines, title: Option<usize>, ends: Ends, i: usize) -> Reason {
    const NAME_WITHIN: usize = 5;
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

    fn judged(paste: &[&str]) -> Judged {
        let lines::Lines { tree, blank_before } = lines::parse(&paste.join("\n\n"));
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let lines = features::lines::read(&blocks, &measured);
        let table = features::lines::table(&blocks, &measured, &lines, &blank_before);
        assert!(bundled().fits(&table), "the features are others than the model's: train it again");
        judge(bundled(), &blocks, &measured, &lines, &table, 1.0)
    }

    /// The reasons of a paste's lines, `+` before those that are kept.
    fn verdicts(paste: &[&str]) -> Vec<String> {
        let judged = judged(paste);
        let verdict = |(o, &chosen): (&Opinion, &bool)| match chosen {
            true => format!("+{}", o.in_favour.as_str()),
            false => format!("-{}", o.against.as_str()),
        };
        judged.opinions.iter().zip(&judged.chosen).map(verdict).collect()
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
    fn a_second_article_is_left_out() {
        let first = [TITLE, LEDE, MORE, LAST];
        let second = [
            "Đội ghe ngo Sóc Vồ giành giải nhất lễ hội đua ghe",
            "Chiều qua, đội ghe ngo Sóc Vồ giành giải nhất lễ hội đua ghe trên sông trước hai vạn người xem.",
            "Đây là lần thứ ba đội vô địch, sau khi thay gần hết tay chèo và đóng lại ghe bằng gỗ sao.",
            "Trưởng ban tổ chức nói năm sau sẽ có thêm một chặng đua dành riêng cho các đội nữ trong vùng.",
            "Các đội được thưởng gạo và một con bò, theo lệ cũ mà các phum sóc trong vùng vẫn giữ đến nay.",
        ];
        let judged = judged(&[&first[..], &second[..]].concat());
        assert_eq!(judged.second_article, Some(4));
        assert_eq!(judged.chosen, [false, true, true, true, false, false, false, false, false]);
        assert_eq!(judged.opinions[5].against, Reason::SecondArticle);
    }
}
