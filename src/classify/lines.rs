//! Verdicts on the lines of pasted plain text.
//!
//! A paste has no tags to go by. What tells body from boilerplate is the shape of a line, its company, and the
//! vocabulary it shares with the rest: an article's paragraphs talk of the same things, teasers of others.

use super::{Opinion, Reason};
use crate::blocks::Blocks;
use crate::features::{Features, Kind, labels};
use crate::measure;
use std::collections::{HashMap, HashSet};

/// A line at least this probable is part of the article.
pub const KEEP: f32 = 0.5;
/// A line of running text has this many words.
const BODY_WORDS: usize = 15;
/// A line this long is running text even without an end mark.
const LONG_WORDS: usize = 35;
/// Longest headline.
const HEADLINE_WORDS: usize = 30;
/// Share of the pairs of words in a line that must occur elsewhere in the body for the line to be on its topic.
const ON_TOPIC: f32 = 0.08;
/// The article ends at the first mark of an end after which less than this share of its words follows.
const TAIL_SHARE: f32 = 0.3;

/// What the lines say of the page as a whole.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lines {
    /// Index of the line that is the title.
    pub title: Option<usize>,
    /// Index of the line that names the author.
    pub byline: Option<usize>,
    /// Index of the line that is the title of a second article.
    pub second_article: Option<usize>,
    /// What is to be thought of each line.
    pub opinions: Vec<Opinion>,
}

/// Judges the lines of a paste, each of which is one block.
pub fn judge(blocks: &Blocks, features: &[Features]) -> Lines {
    let texts: Vec<&str> = blocks.list.iter().map(|block| block.text.as_str()).collect();
    let folded: Vec<String> = texts.iter().map(|text| measure::fold(text)).collect();
    let shapes: Vec<Shape> = (0..texts.len()).map(|i| shape(texts[i], &folded[i], &features[i])).collect();
    let title = find_title(&folded, &shapes, features);
    let mut lines = Lines { title, ..Lines::default() };
    let repeated = repeated(&folded);
    let listed = listed_under_related(&shapes, features);
    let teasers = teasers(&folded, &shapes, features, &repeated, title);
    let is_body = |i: usize| shapes[i] == Shape::Body && !teasers[i];
    let topic = Topic::of((0..texts.len()).filter(|&i| is_body(i)).map(|i| folded[i].as_str()));
    let body: Vec<bool> = (0..texts.len()).map(is_body).collect();
    let first_body = body.iter().position(|&b| b).unwrap_or(body.len());
    let end = find_end(&body, &folded, &shapes, features, &topic, title);
    lines.second_article = find_second_article(&body, &folded, &shapes, features, title, end);
    let second = lines.second_article.unwrap_or(usize::MAX);
    lines.byline = find_byline(&texts, &body, title);

    lines.opinions = (0..texts.len())
        .map(|i| {
            let (probability, reason) = if Some(i) == title || title.is_some_and(|t| folded[i] == folded[t]) {
                (0.1, Reason::Title)
            } else if i >= second {
                (0.1, Reason::SecondArticle)
            } else if title.is_some_and(|t| i < t) && !body[i] {
                (0.05, Reason::Navigation)
            } else if i >= end || teasers[i] || listed[i] {
                (0.1, Reason::Related)
            } else {
                match shapes[i] {
                    Shape::Body => (0.9, Reason::Prose),
                    Shape::Doubled => (0.05, Reason::Repeated),
                    // A paste has no image for the caption to stand under.
                    Shape::Caption => (0.2, Reason::Caption),
                    Shape::Widget => (0.05, Reason::Control),
                    Shape::Byline => (0.1, Reason::Byline),
                    Shape::RelatedHeading => (0.05, Reason::Related),
                    Shape::Structured => (0.6, Reason::ListItem),
                    // Without a line of running text the short lines are all there is: notes, a list of names.
                    Shape::Headline | Shape::Label if first_body == body.len() => (KEEP, Reason::AmongKept),
                    Shape::Headline | Shape::Label => {
                        subheading(i, first_body, &body, &shapes, features, end.min(second))
                    }
                }
            };
            Opinion { probability, in_favour: reason, against: reason }
        })
        .collect();
    lines
}

/// What a line looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Running text.
    Body,
    /// A few words without an end mark.
    Headline,
    /// One to three words.
    Label,
    /// The same text twice in one line, as linked cards leave it.
    Doubled,
    /// What an image shows.
    Caption,
    /// Buttons, counts, dates, forms.
    Widget,
    /// A name and a separator.
    Byline,
    /// Opens a list of other articles.
    RelatedHeading,
    /// A list item, heading, quotation or table row by its marks.
    Structured,
}

fn shape(text: &str, folded: &str, f: &Features) -> Shape {
    if is_doubled(folded) {
        Shape::Doubled
    } else if labels::opens_related(folded) {
        Shape::RelatedHeading
    } else if text.ends_with('|') {
        Shape::Byline
    } else if is_caption(text, f) {
        Shape::Caption
    } else if is_widget(text, folded, f) {
        Shape::Widget
    } else if f.kind != Kind::Paragraph {
        Shape::Structured
    } else if f.words >= LONG_WORDS || f.words >= BODY_WORDS && f.ends_sentence || f.ends_sentence && f.words >= 6 {
        Shape::Body
    } else if f.words > 3 {
        Shape::Headline
    } else {
        Shape::Label
    }
}

/// The first half says what the second says.
fn is_doubled(folded: &str) -> bool {
    const DOUBLED_WORDS: usize = 4;
    // Linked cards are short; the search below is quadratic in the words of a line.
    const CARD_BYTES: usize = 1_000;
    if folded.len() > CARD_BYTES {
        return false;
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let first = words[0];
    // Only where the first word comes again can the second copy begin.
    (DOUBLED_WORDS..=words.len() / 2).any(|half| words[half] == first && words[..half] == words[half..half * 2])
}

fn is_caption(text: &str, f: &Features) -> bool {
    const MARKS: &[&str] = &[
        "Ảnh:",
        "(Ảnh",
        "Ảnh minh họa",
        "Nguồn ảnh",
        "Photo:",
        "(Photo",
        "Photo by",
        "Image:",
        "Image credit",
        "Foto:",
        "(Foto",
        "Bild:",
        "Getty Images",
        "Photograph:",
        "图：",
        "图片来源",
        "写真：",
        "Фото:",
    ];
    const CAPTION_WORDS: usize = 40;
    f.words <= CAPTION_WORDS && MARKS.iter().any(|mark| text.contains(mark))
}

/// Buttons, counts, dates and form labels: mostly digits or marks, or words of which such lines are made.
fn is_widget(text: &str, folded: &str, f: &Features) -> bool {
    const WIDGET_WORDS: usize = 12;
    if f.words > WIDGET_WORDS {
        return false;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let others = text.chars().filter(|c| !c.is_alphabetic() && !c.is_whitespace()).count();
    others > letters || !f.ends_sentence && labels::opens_control(folded)
}

/// The headline: of the lines over the first running text, the one whose words that text takes up most. A word
/// weighs less the more lines it stands in, so that articles and prepositions decide nothing.
fn find_title(folded: &[String], shapes: &[Shape], features: &[Features]) -> Option<usize> {
    const LINES_BEFORE_BODY: usize = 60;
    const LEAD_LINES: usize = 4;
    let body = (0..shapes.len()).find(|&i| shapes[i] == Shape::Body && features[i].words >= BODY_WORDS)?;
    let lead: HashSet<&str> = (body..shapes.len())
        .filter(|&i| shapes[i] == Shape::Body)
        .take(LEAD_LINES)
        .flat_map(|i| folded[i].split(' '))
        .collect();
    let mut lines_with: HashMap<&str, usize> = HashMap::new();
    for line in folded {
        for word in line.split(' ').collect::<HashSet<_>>() {
            *lines_with.entry(word).or_default() += 1;
        }
    }
    let weight = |i: usize| -> f32 {
        let words: HashSet<&str> = folded[i].split(' ').filter(|word| lead.contains(word)).collect();
        // Summed in a fixed order: the sum of floats depends on it, and that of a set is random.
        let mut weights: Vec<f32> = words.iter().map(|word| 1.0 / lines_with[word] as f32).collect();
        weights.sort_unstable_by(f32::total_cmp);
        weights.iter().sum()
    };
    let enough = |i: usize| folded[i].split(' ').filter(|word| lead.contains(word)).count() >= 2;
    (body.saturating_sub(LINES_BEFORE_BODY)..body)
        .filter(|&i| features[i].words <= HEADLINE_WORDS && features[i].words >= 3 && enough(i))
        .filter(|&i| matches!(shapes[i], Shape::Headline | Shape::Body | Shape::Label | Shape::Structured))
        // Of equals the last, which stands next to the text.
        .max_by(|&a, &b| weight(a).total_cmp(&weight(b)).then(a.cmp(&b)))
}

/// Which lines say what another line says.
fn repeated(folded: &[String]) -> Vec<bool> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    for line in folded {
        *count.entry(line).or_default() += 1;
    }
    folded.iter().map(|line| count[line.as_str()] > 1).collect()
}

/// Headlines in the list that follows a "related" heading, up to the next running text.
fn listed_under_related(shapes: &[Shape], features: &[Features]) -> Vec<bool> {
    let mut in_list = false;
    (0..shapes.len())
        .map(|i| {
            in_list = match shapes[i] {
                Shape::RelatedHeading => true,
                Shape::Body => in_list && features[i].words < BODY_WORDS,
                _ => in_list,
            };
            in_list
        })
        .collect()
}

/// Lines that belong to cards of other articles: a repeated headline, a headline with a name and a separator
/// under it, and the sentence that follows either.
fn teasers(folded: &[String], shapes: &[Shape], f: &[Features], repeated: &[bool], title: Option<usize>) -> Vec<bool> {
    const TEASER_WORDS: usize = 45;
    let mut teasers = vec![false; shapes.len()];
    let is_title = |i: usize| title.is_some_and(|t| folded[i] == folded[t]);
    let mut after_card = false;
    for i in 0..shapes.len() {
        let byline_next = shapes.get(i + 1) == Some(&Shape::Byline);
        let opens_card = !is_title(i)
            && (repeated[i] && f[i].words <= HEADLINE_WORDS && f[i].words > 3
                || shapes[i] == Shape::Headline && byline_next);
        let is_body = shapes[i] == Shape::Body;
        teasers[i] = opens_card || after_card && (shapes[i] == Shape::Byline || is_body && f[i].words <= TEASER_WORDS);
        after_card = opens_card || after_card && (shapes[i] == Shape::Byline || repeated[i]);
    }
    teasers
}

/// The pairs of words of the body, counted by line.
struct Topic<'a> {
    lines_with: HashMap<(&'a str, &'a str), usize>,
}

impl<'a> Topic<'a> {
    fn of(lines: impl Iterator<Item = &'a str>) -> Topic<'a> {
        let mut lines_with: HashMap<(&str, &str), usize> = HashMap::new();
        for line in lines {
            let mut pairs: Vec<_> = pairs(line).collect();
            pairs.sort_unstable();
            pairs.dedup();
            for pair in pairs {
                *lines_with.entry(pair).or_default() += 1;
            }
        }
        Topic { lines_with }
    }

    /// Share of the line's pairs that other lines of the body have too.
    fn share(&self, line: &str) -> f32 {
        let (mut all, mut shared) = (0, 0);
        for pair in pairs(line) {
            all += 1;
            shared += usize::from(self.lines_with.get(&pair).is_some_and(|&count| count > 1));
        }
        shared as f32 / all.max(1) as f32
    }
}

fn pairs(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split(' ').zip(line.split(' ').skip(1))
}

/// The line where the article ends: the first mark of an end after which little on-topic text follows.
fn find_end(
    body: &[bool],
    folded: &[String],
    shapes: &[Shape],
    f: &[Features],
    topic: &Topic,
    title: Option<usize>,
) -> usize {
    let weights: Vec<usize> =
        (0..body.len()).map(|i| if body[i] && topic.share(&folded[i]) >= ON_TOPIC { f[i].words } else { 0 }).collect();
    let total: usize = weights.iter().sum();
    let mut before = 0;
    for i in 0..body.len() {
        let marks_end = matches!(shapes[i], Shape::RelatedHeading | Shape::Byline | Shape::Doubled)
            || shapes[i] == Shape::Widget
            || is_source_line(&folded[i], f[i].words)
            || title.is_some_and(|t| i > t && folded[i] == folded[t]);
        if marks_end && before > 0 && ((total - before) as f32) < before as f32 * TAIL_SHARE {
            return i;
        }
        before += weights[i];
    }
    body.len()
}

/// "(Theo Reuters)", "Nguồn: …", "Source: …": the line that ends many articles.
fn is_source_line(folded: &str, words: usize) -> bool {
    const SOURCE_WORDS: usize = 8;
    words <= SOURCE_WORDS
        && ["theo", "nguồn", "source", "quelle"].iter().any(|start| labels::starts_with_words(folded, start))
}

/// A second article: a headline after running text, whose words the line after it takes up as a lede does.
fn find_second_article(
    body: &[bool],
    folded: &[String],
    shapes: &[Shape],
    f: &[Features],
    title: Option<usize>,
    end: usize,
) -> Option<usize> {
    const SECOND_HEADLINE_WORDS: usize = 8;
    const TAKEN_UP: f32 = 0.6;
    const FIRST_ARTICLE_LINES: usize = 3;
    let title = title?;
    let mut body_lines = 0;
    for i in title + 1..end.saturating_sub(1) {
        if body[i] {
            body_lines += 1;
        }
        if body_lines < FIRST_ARTICLE_LINES
            || shapes[i] != Shape::Headline
            || f[i].words < SECOND_HEADLINE_WORDS
            || !body[i + 1]
        {
            continue;
        }
        let lede: HashSet<&str> = folded[i + 1].split(' ').collect();
        let words: Vec<&str> = folded[i].split(' ').collect();
        let taken_up = words.iter().filter(|word| lede.contains(*word)).count();
        if taken_up as f32 >= words.len() as f32 * TAKEN_UP {
            return Some(i);
        }
    }
    None
}

/// A line of two to five capitalised words next to the title or right under the body.
fn find_byline(texts: &[&str], body: &[bool], title: Option<usize>) -> Option<usize> {
    const LINES_AFTER_TITLE: usize = 4;
    let after_title = title.map(|t| t + 1..(t + 1 + LINES_AFTER_TITLE).min(texts.len())).unwrap_or(0..0);
    let after_body = body.iter().rposition(|&b| b).map(|last| last + 1..(last + 2).min(texts.len())).unwrap_or(0..0);
    after_title.chain(after_body).find(|&i| is_name(texts[i]))
}

fn is_name(text: &str) -> bool {
    let name = text.trim_end_matches(['|', ' ']);
    let words: Vec<&str> = name.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && words
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || c == '.' || c == '-'))
        && !name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// A short line inside the body is a subheading if running text follows, a label if not.
fn subheading(
    i: usize,
    first_body: usize,
    body: &[bool],
    shapes: &[Shape],
    f: &[Features],
    end: usize,
) -> (f32, Reason) {
    const SUBHEADING_WORDS: usize = 15;
    let in_text = |j: usize| j < end && (body.get(j) == Some(&true) || shapes.get(j) == Some(&Shape::Structured));
    let opens_text = in_text(i + 1) && (f[i + 1].words >= BODY_WORDS || in_text(i + 2));
    // One or two words are as often the name of a button, unless text stands right before them too.
    let long_enough = shapes[i] == Shape::Headline || i > 0 && in_text(i - 1);
    if i > first_body && opens_text && long_enough && f[i].words <= SUBHEADING_WORDS {
        (0.6, Reason::Heading)
    } else {
        (0.2, Reason::Label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, lines};

    const LEDE: &str = "Bến đò Gành Rái mở lại sáng thứ bảy, sau bốn tháng sửa cầu tàu và nạo vét luồng lạch.";
    const MORE: &str = "Chủ đò cho biết cầu tàu mới cao hơn nửa mét, nên nước lớn bến đò vẫn đón khách được.";
    const LAST: &str = "Vé qua sông giữ nguyên giá cũ, học sinh đi bến đò Gành Rái được miễn tiền như trước.";

    /// The reasons of a paste's lines, `+` before those that are kept.
    fn verdicts(paste: &[&str]) -> Vec<String> {
        let tree = lines::parse(&paste.join("\n\n")).tree;
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let judged = judge(&blocks, &measured.blocks);
        let sign = |p: f32| if p >= KEEP { "+" } else { "-" };
        judged.opinions.iter().map(|o| format!("{}{}", sign(o.probability), o.against.as_str())).collect()
    }

    #[test]
    fn lines_are_told_by_their_shape_and_company() {
        let title = "Bến đò Gành Rái mở lại sau bốn tháng";
        let other = "Chợ nổi Cái Răng thêm ba điểm dừng";
        let doubled = format!("{other} {other}");
        let cases: &[(&[&str], &[&str])] = &[
            (&[title, LEDE, MORE, LAST], &["-title", "+prose", "+prose", "+prose"]),
            (&["Trang chủ", title, LEDE, MORE], &["-navigation", "-title", "+prose", "+prose"]),
            (&[title, "Ảnh: Út Trà", LEDE, MORE], &["-title", "-caption", "+prose", "+prose"]),
            (
                &[title, LEDE, "Tin liên quan", &doubled, MORE, LAST],
                &["-title", "+prose", "-related", "-related", "+prose", "+prose"],
            ),
            (
                &[title, LEDE, "Cầu tàu cao hơn nửa mét", MORE, LAST],
                &["-title", "+prose", "+heading", "+prose", "+prose"],
            ),
            (
                &[title, LEDE, MORE, LAST, "Đọc nhiều nhất", other],
                &["-title", "+prose", "+prose", "+prose", "-related", "-related"],
            ),
            (&[title, LEDE, MORE, LAST, "Chia sẻ"], &["-title", "+prose", "+prose", "+prose", "-related"]),
            (&["Gạo nếp", "Đậu xanh", "Lá dong"], &["+among-kept", "+among-kept", "+among-kept"]),
        ];
        for (paste, expected) in cases {
            assert_eq!(verdicts(paste), *expected, "{paste:#?}");
        }
    }

    #[test]
    fn a_second_article_is_found_by_its_headline_and_lede() {
        let first = ["Bến đò Gành Rái mở lại sau bốn tháng", LEDE, MORE, LAST];
        let second = [
            "Đội ghe ngo Sóc Vồ giành giải nhất lễ hội đua ghe",
            "Chiều qua, đội ghe ngo Sóc Vồ giành giải nhất lễ hội đua ghe trên sông trước hai vạn người xem.",
        ];
        let verdicts = verdicts(&[&first[..], &second[..]].concat());
        assert_eq!(verdicts[3..], ["+prose", "-second-article", "-second-article"]);
    }
}
