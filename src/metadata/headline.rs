//! Which line of pasted text is the headline, and which part of that line is the title.
//!
//! Three signs show a headline. It stands right above the text, with only dates, names and buttons
//! between. It is repeated in the page's path or beside an image. The text uses its words again.
//! For each line that may be the headline, [`evidence`] measures these and other signs. A small
//! network with learned [`weights`] computes a score from them. The line with the highest score is
//! the headline. The dangers are headlines of other articles in lists above the text, and leads
//! without a full stop.

pub mod evidence;
mod weights;

use super::credit;
use super::date::{self, DateOrder};
use super::pasted_line::{PastedLine, language_of};
use super::undress::{self, Dressing};
use crate::hash::{HashMap, HashMapExt, HashSet, HashSetExt, fnv64};
use crate::script::is_wide;
use crate::terms::stem;
use crate::text;
use crate::words::byline::{is_clear_prefix, strip_prefix};
use std::ops::Range;

/// How many lines above the text are searched.
const LINES_ABOVE: usize = 40;
/// How many of the text's first lines may be the headline. They were kept by mistake.
const LINES_INSIDE: usize = 3;
/// Longest headline, in words.
const MAX_WORDS: usize = 45;

/// The headline of a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The headline's line, or the first one if the headline is broken into several lines.
    pub line: usize,
    /// The number of lines of the headline.
    pub lines: usize,
    /// The title, without the other parts of the line.
    pub text: String,
}

impl Headline {
    /// Returns the range of the headline's lines.
    pub fn range(&self) -> Range<usize> {
        self.line..self.line + self.lines
    }
}

/// A line that may be the headline.
#[cfg(feature = "_internals")]
#[derive(Debug, Clone, PartialEq)]
pub struct HeadlineCandidate {
    /// The number of the line.
    pub line: usize,
    /// The title, without the other parts of the line.
    pub title: String,
    /// The numbers measured for this line, in the order of [`evidence::NAMES`].
    pub evidence: [f32; evidence::COUNT],
}

/// Returns the headline of a paste, or `None` if it is more likely that the paste has no headline.
pub fn headline(lines: &[PastedLine]) -> Option<Headline> {
    let search = HeadlineSearch::of(lines, densest(lines)?);
    let scores = search.measured().into_iter().map(|(i, evidence)| (weights::WEIGHTS.score(&evidence), i));
    // Of lines with equal scores, the last one wins, because it is nearest to the text.
    let (score, best) = scores.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
    (score >= 0.0).then(|| search.headline(search.above_standfirst(best).unwrap_or(best)))
}

/// Returns the lines from which [`headline`] chooses. Training learns the weights from them.
#[cfg(feature = "_internals")]
pub fn headline_candidates(lines: &[PastedLine]) -> Vec<HeadlineCandidate> {
    let Some(text) = densest(lines) else { return Vec::new() };
    let search = HeadlineSearch::of(lines, text);
    let candidate = |(line, evidence)| HeadlineCandidate { line, title: search.headline(line).text, evidence };
    search.measured().into_iter().map(candidate).collect()
}

/// Returns the headline of lines without running text: the first line with a date or a name under it.
pub fn headline_of_list(lines: &[PastedLine]) -> Option<Headline> {
    const FEWEST_WORDS: usize = 3;
    let page = HeadlineSearch::of(lines, 0..0);
    let is_dated = |i: usize| lines.get(i + 1).is_some_and(|next| !next.is_label && page.is_beside(i + 1));
    let line = (0..lines.len())
        .find(|&i| lines[i].words >= FEWEST_WORDS && page.is_headline_like(i) && !page.is_beside(i) && is_dated(i))?;
    Some(page.headline(line))
}

/// Returns the stems of the words of a folded text.
fn stems(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').map(stem)
}

/// Returns hashes of the runs of letters in a folded text: runs of two letters in scripts whose
/// letters are syllables or words, runs of four in other scripts. Runs also find common words in
/// languages without spaces, and in languages whose words change at both ends.
fn pieces(folded: &str) -> impl Iterator<Item = u64> {
    const FEW: usize = 2;
    const MANY: usize = 4;
    let letters: Vec<char> = folded.chars().filter(|&c| c != ' ').collect();
    let length = if letters.iter().any(|&c| is_wide(c)) { FEW } else { MANY };
    let hash = |piece: &[char]| fnv64(piece.iter().flat_map(|&c| (c as u32).to_le_bytes()));
    letters.windows(length).map(hash).collect::<Vec<_>>().into_iter()
}

/// Returns the run of lines with the most kept text and the fewest other lines (Kadane's algorithm).
fn densest(lines: &[PastedLine]) -> Option<Range<usize>> {
    const COST: f32 = 3.0;
    const MOST_WORDS: usize = 60;
    const WORTH_OF_SHORT: f32 = 2.0;
    let (mut best, mut best_sum) = (None, 0.0);
    let (mut start, mut sum) = (0, 0.0);
    for (i, line) in lines.iter().enumerate() {
        sum += match line.kept {
            true if line.is_body => line.words.min(MOST_WORDS) as f32,
            true => WORTH_OF_SHORT,
            false => -COST,
        };
        if sum <= 0.0 {
            (start, sum) = (i + 1, 0.0);
        } else if sum > best_sum {
            (best, best_sum) = (Some(start..i + 1), sum);
        }
    }
    best
}

/// The highest value of each kind among all candidates.
struct Most {
    taken_up: f32,
    pieces: f32,
}

/// A paste, and the words that its text shares with the lines above.
struct HeadlineSearch<'a> {
    lines: &'a [PastedLine<'a>],
    text: Range<usize>,
    language: String,
    dressing: Dressing<'a>,
    /// The number of lines that contain each [`stem`].
    lines_with: HashMap<&'a str, usize>,
    /// The number of lines of the text that contain each stem. `pairs` counts pairs of neighbouring
    /// stems in the same way.
    words: HashMap<&'a str, usize>,
    pairs: HashMap<(&'a str, &'a str), usize>,
    /// The [`pieces`] of the text.
    pieces: HashSet<u64>,
}

impl<'a> HeadlineSearch<'a> {
    fn of(lines: &'a [PastedLine<'a>], text: Range<usize>) -> HeadlineSearch<'a> {
        const LINES_READ: usize = 40;
        let mut lines_with: HashMap<&str, usize> = HashMap::new();
        for line in lines {
            for word in stems(line.folded).collect::<HashSet<_>>() {
                *lines_with.entry(word).or_default() += 1;
            }
        }
        let (mut words, mut pairs, mut seen) = (HashMap::new(), HashMap::new(), HashSet::new());
        for line in lines[text.clone()].iter().filter(|line| line.kept && line.is_body).take(LINES_READ) {
            let of_line: Vec<&str> = stems(line.folded).collect();
            of_line.iter().collect::<HashSet<_>>().into_iter().for_each(|word| *words.entry(*word).or_default() += 1);
            let of_line: HashSet<_> = of_line.iter().copied().zip(of_line.iter().copied().skip(1)).collect();
            of_line.into_iter().for_each(|pair| *pairs.entry(pair).or_default() += 1);
            seen.extend(pieces(line.folded));
        }
        let language = language_of(lines);
        HeadlineSearch { lines, text, language, dressing: Dressing::of(lines), lines_with, words, pairs, pieces: seen }
    }

    /// Returns the headline that a line is part of. Programs that wrap text also break headlines. A
    /// line continues the one before it if it begins in lower case and the one before is about as
    /// long as a wrapped line. A byline may begin in lower case too, but a name follows.
    fn headline(&self, i: usize) -> Headline {
        const SHORTEST_LINE: usize = 36;
        let is_byline = |text: &str| {
            let mut rest = text.split_whitespace().skip(1).peekable();
            let is_handle = || text.contains(|c: char| c.is_ascii_digit() || c == '*');
            match rest.peek() {
                Some(_) => rest.all(|word| word.starts_with(char::is_uppercase)),
                None => is_handle() || text.contains(char::is_uppercase),
            }
        };
        let goes_on = |j: usize| {
            let (before, line) = (&self.lines[j - 1], &self.lines[j]);
            line.text.starts_with(char::is_lowercase)
                && !line.text.contains('\n')
                && !before.text.ends_with([':', '：'])
                && !line.is_label
                && !is_byline(line.text)
                && !self.is_beside(j)
                && before.text.chars().count() >= SHORTEST_LINE
                && before.words <= MAX_WORDS
                && !before.is_body
                && !line.is_body
                && !text::ends_sentence(before.text)
        };
        let start = (0..=i).rev().find(|&j| j == 0 || !goes_on(j)).unwrap_or(i);
        let end = (i + 1..self.lines.len()).find(|&j| !goes_on(j)).unwrap_or(self.lines.len());
        let text = match end - start {
            1 => self.title(i).to_owned(),
            _ => self.lines[start..end].iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" "),
        };
        Headline { line: start, lines: end - start, text }
    }

    fn title(&self, i: usize) -> &'a str {
        self.dressing.title(i)
    }

    /// Returns the headline right above a standfirst. The standfirst is longer than a headline, and
    /// the headline is at most half as long as the standfirst. A row of links is not a headline,
    /// because it is longer than the title in it.
    fn above_standfirst(&self, i: usize) -> Option<usize> {
        const LETTERS: usize = 120;
        const FEWEST: usize = 4;
        let above = i.checked_sub(1)?;
        let (line, standfirst) = (&self.lines[above], &self.lines[i]);
        let is_whole = self.title(above).len() == line.text.trim().len();
        let is_long = standfirst.text.chars().count() >= LETTERS;
        let is_one = is_whole && is_long && (FEWEST..=standfirst.words / 2).contains(&line.words);
        let is_plain = !line.is_widget && !line.is_caption && !line.kept && !self.is_beside(above);
        (is_one && is_plain && self.is_headline_like(above) && !undress::is_pointer(line.text)).then_some(above)
    }

    /// Returns the lines that may be the headline, each with its evidence: lines above the text, the first lines of the
    /// text, and lines farther inside with a date or a name under them. The last kind exists because the text above such a
    /// line may belong to another article.
    fn measured(&self) -> Vec<(usize, [f32; evidence::COUNT])> {
        let start = self.text.start;
        let is_inside = |i: usize| {
            let line = &self.lines[i];
            let is_dated = || i + 1 < self.lines.len() && self.is_beside(i + 1);
            // A question at the start is more likely a headline than text.
            let is_question = || i == start && line.words <= MAX_WORDS / 2 && !line.text.ends_with(['.', '。']);
            (!line.is_body || is_question()) && (i < start + LINES_INSIDE || is_dated())
        };
        let end = self.text.end.min(start + LINES_ABOVE);
        let is_credit = |i: usize| is_rating(self.lines[i].text) || is_byline(self.lines[i].text);
        let may_be = |&i: &usize| self.is_headline_like(i) && !is_credit(i) && (i < start || is_inside(i));
        let candidates: Vec<usize> = (start.saturating_sub(LINES_ABOVE)..end).filter(may_be).collect();
        let folded: Vec<String> = candidates.iter().map(|&i| text::fold(self.title(i))).collect();
        let most = |of: &dyn Fn(usize, &str) -> f32| {
            candidates.iter().zip(&folded).map(|(&i, title)| of(i, title)).fold(0.0, f32::max)
        };
        let most = Most {
            taken_up: most(&|i, title| {
                let (of_words, of_pairs) = self.taken_up(title, i);
                of_words + of_pairs
            }),
            pieces: most(&|_, title| self.pieces_taken_up(title)),
        };
        candidates.into_iter().map(|i| (i, evidence::of(self, i, &most))).collect()
    }

    fn is_headline_like(&self, i: usize) -> bool {
        let line = &self.lines[i];
        // A line that introduces the next one is text. A line with line breaks inside it is code.
        let is_text = line.text.ends_with([':', '：']) || line.text.contains('\n');
        // Such a line is the time and audience of a post, with an icon after the last separator:
        // `Follow · 12 hours ·`.
        let is_note = line.text.ends_with(['·', '•']);
        let is_row = undress::is_menu(line.text) || undress::is_row_of_pages(line.text);
        line.words <= MAX_WORDS && !is_text && !is_note && !line.is_label && !is_row
    }

    /// Returns `true` if a line is of a kind that stands beside a headline: a date, a name, an address or a source.
    fn is_beside(&self, i: usize) -> bool {
        const WORDS: usize = 16;
        const WORDS_WITH_DATE: usize = 6;
        let line = &self.lines[i];
        if line.words > WORDS {
            return false;
        }
        let letters = |word: &&str| word.starts_with(char::is_alphabetic);
        let few = || line.folded.split(' ').filter(letters).count() <= WORDS_WITH_DATE;
        let is_name = |rest: &str| {
            let small = rest.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
            small * 2 < rest.split_whitespace().count()
        };
        let spoken = || strip_prefix(line.text, "").is_some_and(is_name);
        !line.text.contains(char::is_alphabetic)
            || line.is_legal
            || line.text.contains(['@', '©'])
            || line.text.ends_with('|')
            || has_domain(line.text) && has_domain(self.title(i))
            || line.words <= 4 && line.text.starts_with(|c: char| c.is_ascii_digit())
            || (few() || strip_prefix(line.text, "").is_some()) && date::parse(line.text, DateOrder::DayFirst).is_some()
            || credit::read(line.text, &self.language).source.is_some()
            || spoken()
    }

    /// Returns how many of a title's words the text repeats, and how many of its pairs of
    /// neighbouring words. A word weighs less the more lines contain it, so articles and
    /// prepositions hardly count. A title of few words gets little weight.
    fn taken_up(&self, folded: &str, i: usize) -> (f32, f32) {
        const OF_WORDS: f32 = 2.5;
        const ENOUGH_WORDS: f32 = 4.0;
        const OF_PAIRS: f32 = 2.0;
        const ENOUGH_PAIRS: f32 = 2.0;
        // The line itself is not counted as a repetition.
        let own = usize::from(self.text.contains(&i) && self.lines[i].kept && self.lines[i].is_body);
        let (mut all, mut shared, mut count) = (0.0, 0.0, 0.0);
        for word in stems(folded) {
            all += self.rarity(word);
            if self.words.get(word).is_some_and(|&lines| lines > own) {
                shared += self.rarity(word);
                count += 1.0;
            }
        }
        let pairs = || stems(folded).zip(stems(folded).skip(1));
        let common = pairs().filter(|pair| self.pairs.get(pair).is_some_and(|&lines| lines > own)).count() as f32;
        let of_words = shared / f32::max(all, f32::MIN_POSITIVE) * f32::min(1.0, count / ENOUGH_WORDS);
        let of_pairs =
            f32::min(1.0, 2.0 * common / pairs().count().max(1) as f32) * f32::min(1.0, common / ENOUGH_PAIRS);
        (OF_WORDS * of_words, OF_PAIRS * of_pairs)
    }

    /// Returns the weight of a stem. The weight falls with the number of lines that contain the
    /// stem.
    fn rarity(&self, stem: &str) -> f32 {
        1.0 / (self.lines_with.get(stem).copied().unwrap_or(1) as f32).sqrt()
    }

    /// Returns the share of a title's [`pieces`] that occur in the text.
    fn pieces_taken_up(&self, folded: &str) -> f32 {
        let (mut all, mut found) = (0.0, 0.0);
        for piece in pieces(folded) {
            all += 1.0;
            found += f32::from(u8::from(self.pieces.contains(&piece)));
        }
        found / f32::max(all, 1.0)
    }

    /// Returns `true` if a longer line of the text contains the title word by word.
    fn is_of_text(&self, folded: &str, i: usize) -> bool {
        let mut text = self.text.clone().filter(|&j| j != i && self.lines[j].kept && self.lines[j].is_body);
        text.any(|j| self.lines[j].words > self.lines[i].words && self.lines[j].folded.contains(folded))
    }

    /// Returns the number of kept lines of text above a line.
    fn text_above(&self, i: usize) -> usize {
        self.lines[self.text.start.min(i)..i].iter().filter(|line| line.kept && line.is_body).count()
    }

    /// Returns a cost for the lines between a line and the text. Lines that do not belong there
    /// cost most, above all other headlines.
    fn between(&self, i: usize, folded: &str) -> f32 {
        let is_text = |j: &usize| self.lines[*j].kept && (self.lines[*j].is_body || *j >= self.text.start);
        let text = (i + 1..self.text.end).find(is_text).unwrap_or(self.text.end);
        let others = (i + 1..text).filter(|&j| self.lines[j].folded != folded);
        let cost = |j: usize| {
            let line = &self.lines[j];
            match line.words {
                _ if line.is_label || line.is_widget || line.is_caption || self.is_beside(j) => 0.05,
                // Such a long line is probably the lead, left out by mistake.
                20.. => 0.4,
                _ if text::ends_sentence(line.text) => 0.3,
                0..=3 => 0.2,
                _ if self.is_of_text(line.folded, j) => 0.1,
                _ if line.folded.contains(folded) => 0.1,
                _ => 1.0,
            }
        };
        others.map(cost).sum()
    }

    /// Returns `true` if another line repeats the title, such as the page's path or an image's
    /// caption.
    fn is_said_again(&self, i: usize, folded: &str) -> bool {
        const FEWEST_BYTES: usize = 12;
        let says = |line: &PastedLine| {
            line.folded == folded || folded.len() >= FEWEST_BYTES && !line.is_body && line.folded.contains(folded)
        };
        self.lines.iter().enumerate().any(|(j, line)| j != i && says(line))
    }
}

/// Returns `true` if a word of a text is a site's address.
fn has_domain(text: &str) -> bool {
    text.split_whitespace().any(credit::is_domain)
}

/// Returns `true` if a line shows a rating: `★★★★☆ 27 reviews`.
fn is_rating(text: &str) -> bool {
    const FEWEST: usize = 2;
    let is_star = |c: char| matches!(c, '★' | '☆' | '⭐' | '✩' | '✭');
    text.chars().filter(|&c| is_star(c)).count() >= FEWEST
}

/// Returns `true` if a line consists of words that only bylines begin with, and a name:
/// `Co-authored by Ana Ruiz`.
fn is_byline(text: &str) -> bool {
    const WORDS: usize = 8;
    let is_name = |name: &str| {
        let mut words = name.split_whitespace();
        name.split_whitespace().count() <= WORDS
            && words.all(|word| !word.starts_with(char::is_lowercase) || word.len() < 4)
    };
    is_clear_prefix(text) && strip_prefix(text, "").is_some_and(|name| !text::ends_sentence(name) && is_name(name))
}

/// Returns `true` if a sentence ends inside a text, as in captions with a credit. A short word before the full stop is
/// an abbreviation.
fn has_two_sentences(text: &str) -> bool {
    const SHORT: usize = 3;
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit(' ').next().unwrap_or_default();
        word.ends_with(char::is_lowercase) && word.chars().count() > SHORT
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Finds the headline of lines. A `+` marks the kept lines.
    fn found(paste: &[&str]) -> Option<String> {
        let texts: Vec<&str> = paste.iter().map(|line| line.trim_start_matches('+')).collect();
        let folded: Vec<String> = texts.iter().map(|text| text::fold(text)).collect();
        let line = |i: usize| PastedLine {
            text: texts[i],
            folded: &folded[i],
            words: text::word_count(texts[i]),
            is_body: text::word_count(texts[i]) > 5 && text::ends_sentence(texts[i]),
            is_heading: false,
            is_likely_title: false,
            is_label: false,
            is_widget: false,
            is_caption: false,
            is_legal: false,
            kept: paste[i].starts_with('+'),
        };
        let lines: Vec<PastedLine> = (0..texts.len()).map(line).collect();
        headline(&lines).map(|headline| headline.text)
    }

    const LEAD: &str = "+Bến đò Gành Rái mở lại sáng thứ bảy, sau bốn tháng sửa cầu tàu và nạo vét luồng lạch.";
    const MORE: &str = "+Chủ đò cho biết cầu tàu mới cao hơn nửa mét, nên nước lớn bến đò vẫn đón khách được.";
    const TITLE: &str = "Bến đò Gành Rái mở lại sau bốn tháng";
    const FERRY: &str = "+The ferry at Lindow sails again on Saturday, four months after the old pier was closed.";
    const PIER: &str =
        "+The new pier stands half a metre higher, so the ferry can land at Lindow when the river is high.";
    const SAILS: &str = "Lindow ferry sails again after four months";

    #[test]
    fn the_time_and_audience_of_a_post_are_no_headline() {
        for note in ["Yêu thích · 12 giờ ·", "Lindow Ferry Society · 3 hours ago ·", "2 Std. • Bearbeitet •"]
        {
            assert_ne!(found(&[note, LEAD, MORE]).as_deref(), Some(note));
        }
    }

    #[test]
    fn a_headline_is_told_by_where_it_stands() {
        let cases: &[(&[&str], &str)] = &[
            (&["Trang chủ", TITLE, LEAD, MORE], TITLE),
            (&["Trang chủ / Kinh tế", TITLE, "12/03/2031 08:00", LEAD, MORE], TITLE),
            (&[">> Tin trong nước", "Bến đò Gành Rái mở lại sau bốn tháng (1.234 lượt xem)", LEAD, MORE], TITLE),
            (&[TITLE, TITLE, "Lê Minh - 12/03/2031", LEAD, MORE], TITLE),
            (&["Bến đò Gành Rái mở lại sau bốn tháng Bến đò Gành Rái mở lại sau bốn tháng", LEAD, MORE], TITLE),
            (&["Home > World", SAILS, "March 12, 2031", FERRY, PIER], SAILS),
            (&[SAILS, "By Ana Ruiz | March 12, 2031", "The new pier stands half a metre higher", FERRY, PIER], SAILS),
            // A lead without a full stop.
            (
                &[
                    SAILS,
                    "The boat between the two banks of the river is back in service with a new pier and old fares",
                    FERRY,
                    PIER,
                ],
                SAILS,
            ),
            // A headline that was kept by mistake.
            (&["Home", "+Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            // Headlines of other articles above.
            (
                &["Bridge over the Mere to close for a week", "Market returns to the old square", SAILS, FERRY, PIER],
                SAILS,
            ),
            (
                &["The Lindow ferry sails again on Saturday", "after four months and a new pier", FERRY, PIER],
                "The Lindow ferry sails again on Saturday after four months and a new pier",
            ),
        ];
        for (paste, title) in cases {
            assert_eq!(found(paste).as_deref(), Some(*title), "{paste:#?}");
        }
    }

    #[test]
    fn a_byline_in_lower_case_is_no_part_of_a_broken_headline() {
        const BROKEN: &str = "The Lindow ferry sails again on Saturday";
        for byline in ["oprac. Ana Ruiz", "thanhvien856", "papyBenali", "syh26****"] {
            assert_eq!(found(&[BROKEN, byline, FERRY, PIER]).as_deref(), Some(BROKEN), "{byline}");
        }
    }

    #[test]
    fn there_is_a_weight_for_each_piece_of_evidence() {
        assert!(weights::WEIGHTS.fits(evidence::COUNT), "the evidence has changed: run train/headlines.py");
    }

    #[test]
    fn languages_without_spaces_share_pieces_of_words() {
        let shared = |a: &str, b: &str| {
            let of_b: Vec<u64> = pieces(&text::fold(b)).collect();
            pieces(&text::fold(a)).filter(|piece| of_b.contains(piece)).count()
        };
        assert_eq!(shared("เรือข้ามฟาก", "เปิดเรือข้ามฟากวันเสาร์"), 7);
        assert_eq!(shared("渡船复航", "旧渡船周六复航"), 2);
        assert_eq!(shared("ferry", "market"), 0);
    }

    #[test]
    fn what_is_glued_to_a_headline_is_cut() {
        let cases: &[(&[&str], &str)] = &[
            (&["Lindow ferry sails again after four months | Bay News", FERRY, PIER], SAILS),
            (&["Lindow ferry sails again after four months - Bay News", FERRY, PIER, "© 2031 Bay News"], SAILS),
            (&["Lindow ferry sails again after four months (14)", FERRY, PIER], SAILS),
            (&["Lindow ferry sails again after four months 12 comments", FERRY, PIER], SAILS),
            (&["Lindow ferry sails again after four months - 12/03/2031", FERRY, PIER], SAILS),
            (&["12/03/2031 08:15 Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Home > World > Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Travel", "Travel: Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Thread: Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Lindow ferry sails again after four months - Page 1", FERRY, PIER], SAILS),
            (&["baynews.com", "Lindow ferry sails again after four months - baynews.com", FERRY, PIER], SAILS),
            (&["Bến đò Gành Rái mở lại sau bốn tháng | baosong.vn", "baosong.vn - 12/03/2031", LEAD, MORE], TITLE),
            (&[SAILS, "Page 1 / 7 1 2 3 … 7 Next >", FERRY, PIER], SAILS),
            (&[TITLE, "Trang 1 / 7\t1 2 3 … 7 Tiếp >", "1", LEAD, MORE], TITLE),
            (&["Bến đò Gành Rái mở lại sau bốn tháng - Lượt đọc: 1.204", LEAD, MORE], TITLE),
            (&["Bến đò Gành Rái mở lại sau bốn tháng 25 bình luận", LEAD, MORE], TITLE),
            (&["Bến đò Gành Rái mở lại sau bốn tháng | Báo Làng", LEAD, MORE], TITLE),
            // The site's name, which appears nowhere else.
            (&["Lindow ferry sails again after four months - Bay News", FERRY, PIER], SAILS),
            (&["Bến đò Gành Rái mở lại sau bốn tháng - Báo Làng", LEAD, MORE], TITLE),
            (&["Bến đò Gành Rái mở lại sau bốn tháng （Báo Làng）", LEAD, MORE], TITLE),
            // A mark for the medium, a time in a list of news, a step of the path.
            (&["Lindow ferry sails again after four months [VIDEO]", FERRY, PIER], SAILS),
            (&["18:42 Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Home > Travel > Article", "[Travel] Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Lindow ferry sails again after four months｜Bay News", FERRY, PIER], SAILS),
            // A forum's words for a thread, in brackets too.
            (&["[Solved] Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Vraag: Lindow ferry sails again after four months", FERRY, PIER], SAILS),
            (&["Lindow ferry sails again after four months (1.204 acessos)", FERRY, PIER], SAILS),
            (&["Bến đò Gành Rái mở lại sau bốn tháng 01/11/2031 3 liên quan Gốc", LEAD, MORE], TITLE),
            // A byline and a path that have lost their line breaks, and the title repeated in Latin
            // letters.
            (&["Lindow ferry sails again after four monthsWritten by: ANA RUIZ", FERRY, PIER], SAILS),
            (&["HomeTravelLindow ferry sails again after four months", SAILS, FERRY, PIER], SAILS),
            (&["मटर की सब्ज़ी घर पर कैसे बनाएँ | Matar Sabzi Recipe At Home", FERRY, PIER], "मटर की सब्ज़ी घर पर कैसे बनाएँ"),
            // These parts belong to the title.
            (
                &["The iPhone ferry: how MacArthur sails at Lindow", FERRY, PIER],
                "The iPhone ferry: how MacArthur sails at Lindow",
            ),
            (&["[JS] How the ferry at Lindow sails", FERRY, PIER], "[JS] How the ferry at Lindow sails"),
            (
                &["Lindow ferry sails again - and the new Pier waits", FERRY, PIER],
                "Lindow ferry sails again - and the new Pier waits",
            ),
            (
                &["Lindow ferry sails after four months - New Pier", FERRY, PIER],
                "Lindow ferry sails after four months - New Pier",
            ),
            (&["18:42 and no ferry at Lindow", FERRY, PIER], "18:42 and no ferry at Lindow"),
            (&["Lindow ferry: what we know of the pier", FERRY, PIER], "Lindow ferry: what we know of the pier"),
            (&["Lindow ferry - the long way back", FERRY, PIER], "Lindow ferry - the long way back"),
            (&["The Lindow ferry in summer 2031", FERRY, PIER], "The Lindow ferry in summer 2031"),
        ];
        for (paste, title) in cases {
            assert_eq!(found(paste).as_deref(), Some(*title), "{paste:#?}");
        }
    }
}
