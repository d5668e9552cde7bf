//! Which sentences make the summary.
//!
//! News puts first what matters most, so the start of a text is hard to beat as its summary. This keeps to it and
//! departs where a sentence cannot stand alone (a heading, a fragment, "He said so."), says again what another
//! says, or where a later sentence says much more of what the title says and of what the whole text is about.

use super::SummaryOptions;
use super::words::OPENERS;
use crate::options::MAX_RANKED_SENTENCES;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Shortest and longest good sentence in words (syllables in Vietnamese). Shorter ones are fragments, longer ones
/// are lists or text without full stops.
const WORDS: Range<usize> = 6..81;

/// Letters that count as one word in scripts written without spaces.
const UNSPACED_LETTERS_PER_WORD: usize = 2;

/// Share of its words that a sentence may have in common with one already chosen.
const MAX_SHARED: f64 = 0.6;

/// Cost of each doubling of the position: the strongest sign there is.
const POSITION_WEIGHT: f64 = 0.6;

/// Gain per standard deviation of the share of the title's words that a sentence holds.
const TITLE_WEIGHT: f64 = 0.45;

/// Gain per standard deviation of the frequency, in the whole text, of a sentence's words.
const CENTRAL_WEIGHT: f64 = 0.2;

struct Candidate {
    range: Range<usize>,
    /// Its different words, sorted.
    words: Vec<u32>,
    score: f64,
}

/// Chooses at most `count` sentences of a text, in the order of the text.
pub(super) fn choose(
    text: &str,
    sentences: &[Range<usize>],
    count: usize,
    options: &SummaryOptions,
) -> Vec<Range<usize>> {
    let mut numbers = HashMap::new();
    let title = distinct(words(options.title.as_deref().unwrap_or("")).map(|word| number(&mut numbers, word)));
    let mut candidates = candidates(text, sentences, &mut numbers, options.language.as_deref());
    if candidates.is_empty() {
        // A poem, a list, one endless sentence: the start of it says more than nothing.
        let start = sentences.iter().find(|range| text[(*range).clone()].contains(char::is_alphanumeric));
        return start.cloned().into_iter().collect();
    }
    score(&mut candidates, &title, numbers.len());

    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|&a, &b| candidates[b].score.total_cmp(&candidates[a].score).then(a.cmp(&b)));
    // Two sentences and more are read as a text, and a text wants its opening.
    if count > 1 {
        order.retain(|&candidate| candidate != 0);
        order.insert(0, 0);
    }
    let mut chosen: Vec<usize> = Vec::new();
    for next in order {
        if chosen.len() == count {
            break;
        }
        if chosen.iter().all(|&other| shared(&candidates[next].words, &candidates[other].words) <= MAX_SHARED) {
            chosen.push(next);
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().map(|candidate| candidates[candidate].range.clone()).collect()
}

/// The sentences that can stand alone.
fn candidates(
    text: &str,
    sentences: &[Range<usize>],
    numbers: &mut HashMap<String, u32>,
    language: Option<&str>,
) -> Vec<Candidate> {
    let openers = openers(language);
    let mut candidates: Vec<Candidate> = Vec::new();
    for range in sentences.iter().take(MAX_RANKED_SENTENCES) {
        let sentence = &text[range.clone()];
        let mut length = 0;
        let mut unspaced = 0;
        let all: Vec<u32> = words(sentence)
            .inspect(|word| if word.starts_with(is_unspaced) { unspaced += 1 } else { length += 1 })
            .map(|word| number(numbers, word))
            .collect();
        let good = WORDS.contains(&(length + unspaced / UNSPACED_LETTERS_PER_WORD))
            && is_finished(sentence)
            // The first sentence follows none, so it points back to none.
            && (candidates.is_empty() || !opens_with(sentence, &openers));
        if good {
            candidates.push(Candidate { range: range.clone(), words: distinct(all.into_iter()), score: 0.0 });
        }
    }
    candidates
}

fn score(candidates: &mut [Candidate], title: &[u32], vocabulary: usize) {
    let mut frequency = vec![0_u32; vocabulary];
    for word in candidates.iter().flat_map(|candidate| &candidate.words) {
        frequency[*word as usize] += 1;
    }
    let titled: Vec<f64> = candidates.iter().map(|candidate| common(title, &candidate.words) as f64).collect();
    let central: Vec<f64> = candidates
        .iter()
        .map(|candidate| {
            let sum: u32 = candidate.words.iter().map(|&word| frequency[word as usize]).sum();
            f64::from(sum) / candidate.words.len() as f64
        })
        .collect();
    let (titled, central) = (standardised(&titled), standardised(&central));
    for (position, candidate) in candidates.iter_mut().enumerate() {
        candidate.score = TITLE_WEIGHT * titled[position] + CENTRAL_WEIGHT * central[position]
            - POSITION_WEIGHT * (position as f64 + 1.0).log2();
    }
}

/// Each value as its distance from the mean, in standard deviations.
fn standardised(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len() as f64;
    let deviation = if variance > 0.0 { variance.sqrt() } else { 1.0 };
    values.iter().map(|value| (value - mean) / deviation).collect()
}

/// Whether a sentence has an end. Thai, Lao, Khmer and Burmese are written without full stops.
fn is_finished(sentence: &str) -> bool {
    let closer =
        |c: char| matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | ')' | ']' | '」' | '』') || c.is_whitespace();
    sentence.trim_end_matches(closer).ends_with(|c: char| {
        let full_stop = matches!(c, '.' | '。' | '．' | '۔' | '।' | '॥' | '։' | '።');
        full_stop || matches!(c, '!' | '?' | '…' | '！' | '？' | '؟') || is_without_full_stop(c)
    })
}

fn openers(language: Option<&str>) -> HashSet<&'static str> {
    let language = language.map(|tag| tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase());
    OPENERS
        .iter()
        .filter(|(name, _)| language.as_deref().is_none_or(|language| language == *name))
        .flat_map(|(_, openers)| openers.iter().copied())
        .collect()
}

/// Whether a sentence opens with an entry of a set, which has one to three words.
fn opens_with(sentence: &str, openers: &HashSet<&str>) -> bool {
    const LONGEST: usize = 64;
    let start = sentence.trim_start_matches(|c: char| !is_word(c));
    let start = start[..start.floor_char_boundary(LONGEST)].to_lowercase();
    let unspaced = start.starts_with(is_unspaced);
    start
        .char_indices()
        .filter(|&(at, c)| at > 0 && (unspaced || (!is_word(c) && c != '-')))
        .map(|(at, _)| at)
        .chain([start.len()])
        .take(4)
        .any(|end| openers.contains(&start[..end]))
}

/// The words of a text; a letter each in scripts written without spaces.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_word(c)).flat_map(|run| {
        let mut rest = run;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end = if is_unspaced(first) { first.len_utf8() } else { rest.find(is_unspaced).unwrap_or(rest.len()) };
            let (word, after) = rest.split_at(end);
            rest = after;
            Some(word)
        })
    })
}

/// Letters and digits, and the marks that stand on letters where they are characters of their own: accents
/// of decomposed text, signs of the scripts of India.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}' | '\u{980}'..='\u{dff}')
}

fn is_without_full_stop(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Thai, Lao, Burmese, Khmer, kana and Han.
fn is_unspaced(c: char) -> bool {
    is_without_full_stop(c) || matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The number of a word, upper and lower case being one.
fn number(numbers: &mut HashMap<String, u32>, word: &str) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(word.to_lowercase()).or_insert(next)
}

fn distinct(words: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut words: Vec<u32> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Number of words that two sorted lists have in common.
fn common(a: &[u32], b: &[u32]) -> usize {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.iter().filter(|word| long.binary_search(word).is_ok()).count()
}

/// Share of the shorter list that the other one holds.
fn shared(a: &[u32], b: &[u32]) -> f64 {
    common(a, b) as f64 / a.len().min(b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use crate::summary::{SummaryOptions, summarize};

    fn summary(text: &str, title: &str, sentences: usize, language: Option<&str>) -> Vec<String> {
        let options =
            SummaryOptions { title: Some(title.to_owned()), sentences, language: language.map(str::to_owned) };
        let summary = summarize(text, &options);
        for sentence in &summary {
            assert_eq!(text[sentence.start..sentence.end], sentence.text);
        }
        summary.into_iter().map(|sentence| sentence.text).collect()
    }

    /// What is tested, language, title, sentences asked for, lines of the text, the lines wanted.
    type Case = (&'static str, &'static str, &'static str, usize, &'static [&'static str], &'static [usize]);

    const CASES: &[Case] = &[
        (
            "a heading and a picture's caption without an end mark are no sentences",
            "en",
            "",
            2,
            &[
                "What the council of Lindow decided this week",
                "The council of Lindow decided to build a second bridge.",
                "Mayor Ada Holm at the river with her dog",
                "Work begins in spring and will last two years.",
            ],
            &[1, 3],
        ),
        (
            "a sentence that opens with a pronoun waits for its noun",
            "vi",
            "",
            2,
            &[
                "Hội chợ hoa xuân mở cửa sáng nay tại công viên.",
                "Họ mang theo hàng nghìn chậu mai và đào.",
                "Tuy nhiên, lượng khách năm nay giảm mạnh.",
                "Ban tổ chức dự kiến đón năm vạn lượt khách.",
            ],
            &[0, 3],
        ),
        (
            "the pronouns are the language's: 'on' is one in French alone",
            "en",
            "",
            2,
            &["The ferry to Arland sank in calm water.", "On Friday divers found the engine of the ferry."],
            &[0, 1],
        ),
        (
            "what is said already is not said again",
            "en",
            "",
            2,
            &[
                "The old mill of Tarn burned down on Sunday night.",
                "On Sunday night the old mill of Tarn burned down.",
                "Police suspect a broken heater in the kitchen.",
            ],
            &[0, 2],
        ),
        (
            "one sentence is the one that says most of the title",
            "vi",
            "Cầu Bến Lức đóng cửa ba tháng để sửa chữa",
            1,
            &[
                "Sáng nay trời nhiều mây và có gió nhẹ.",
                "Cầu Bến Lức đóng cửa ba tháng để sửa chữa mặt cầu.",
                "Giá vé tàu không thay đổi trong dịp lễ.",
                "Người dân chợ nổi bán rau củ như thường lệ.",
            ],
            &[1],
        ),
        (
            "more than one sentence starts with the opening, whatever the title says",
            "en",
            "Harbour bridge closed for repairs until autumn",
            2,
            &[
                "Nobody expected anything unusual this quiet morning.",
                "The old harbour bridge is closed to all cars.",
                "Repairs of its steel last until late autumn, engineers said.",
                "A baker sold twice as many rolls as usual.",
                "Two schools began the day an hour late.",
                "Ferries carried nine thousand people by noon.",
                "Taxi drivers asked for lower fuel taxes again.",
                "Rain is expected to reach the coast tonight.",
                "Nineteen choirs sing at a festival in Arland.",
                "Snow fell on some hills near Tarn yesterday.",
            ],
            &[0, 1],
        ),
        (
            "of two that stand at about the same place, the one about what the text is about",
            "en",
            "",
            3,
            &[
                "The bakers of Osk met to speak about bread.",
                "Bread from Osk is sold in forty towns today.",
                "Nobody had thought of bringing an umbrella along.",
                "The bakers of Osk sold bread worth two million.",
                "The bread of Osk needs rye and two days.",
                "The bakers of Osk want to sell rye bread abroad.",
            ],
            &[0, 1, 3],
        ),
        (
            "fewer good ones than asked for",
            "en",
            "",
            5,
            &["The lake froze over in the first week of January.", "Read more", "Too short."],
            &[0],
        ),
        ("nothing good: the start", "en", "", 3, &["***", "Roses are red", "Violets are blue"], &[1]),
        ("Thai has no full stops", "th", "", 1, &["ฝนตกหนักเมื่อคืนนี้ทำให้ถนนหลายสายในเมืองน้ำท่วม"], &[0]),
        (
            "Japanese pronouns are found without spaces",
            "ja",
            "",
            2,
            &[
                "市は新しい図書館を来年の春に開くと発表した。",
                "これは市民が長く待ち望んでいたものである。",
                "建設費はおよそ二十億円になる見込みだ。",
            ],
            &[0, 2],
        ),
    ];

    #[test]
    fn the_sentences_that_tell_most_are_chosen() {
        for (name, language, title, count, lines, want) in CASES {
            let want: Vec<&str> = want.iter().map(|&line| lines[line]).collect();
            assert_eq!(summary(&lines.join("\n"), title, *count, Some(language)), want, "{name}");
        }
    }

    #[test]
    fn none_asked_for_or_nothing_there() {
        assert!(summary("The lake froze over in the first week of January.", "", 0, None).is_empty());
        assert!(summary(" \n\u{a0}… *** \n", "", 3, None).is_empty());
    }

    #[test]
    fn without_a_language_the_openers_of_all_count() {
        let text = "The lake of Lindow froze over in January.\nEr war seit zehn Jahren nicht mehr gefroren.";
        assert_eq!(summary(text, "", 2, None).len(), 1);
        assert_eq!(summary(text, "", 2, Some("en-GB")).len(), 2);
    }
}
