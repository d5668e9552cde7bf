//! Joins lines into paragraphs, and restores words that were broken at the end of a line.
//!
//! A hyphen at the end of a line was added with the break, or it belongs to the word. If the text
//! has the word elsewhere, it is written in the same way. Otherwise the rules of the language
//! decide.

use super::read::SourceLine;
use crate::hash::HashSet;
use crate::language;
use crate::script::is_chinese_or_japanese;
use crate::words;

const HYPHENS: [char; 2] = ['-', '\u{2010}'];

/// Maximum number of bytes of a word's first part that are read. Without a limit, a text that is a
/// single word broken in each line would take long.
const MAX_PART_BYTES: usize = 100;

/// Joins lines, using the words of the text.
pub(super) struct Joiner {
    /// The words of the text in lower case, including those with a hyphen inside. The set is empty
    /// if no line ends with a hyphen.
    words: HashSet<String>,
    language: Option<&'static str>,
}

/// The meaning of a hyphen at the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Break {
    /// The hyphen was added with the break.
    Dropped,
    /// The hyphen is part of the word.
    Kept,
    /// The hyphen stands for the rest of a word.
    Open,
}

impl Joiner {
    pub(super) fn new(lines: &[SourceLine]) -> Joiner {
        if !lines.iter().any(|line| line.text.ends_with(HYPHENS)) {
            return Joiner { words: HashSet::default(), language: None };
        }
        let text = lines.iter().map(|line| &*line.text).collect::<Vec<_>>().join("\n");
        let is_mark = |c: char| !c.is_alphanumeric();
        let words = text.split_whitespace().map(|word| word.trim_matches(is_mark).to_lowercase()).collect();
        Joiner { words, language: language::detect(&text) }
    }

    /// Adds a line to the paragraph that ends with the line `before`. A space is added, except between Chinese or
    /// Japanese characters and inside a word.
    pub(super) fn join(&self, paragraph: &mut String, before: &SourceLine, line: &SourceLine) {
        let next = line.trimmed();
        let unspaced = paragraph.ends_with(is_chinese_or_japanese) && next.starts_with(is_chinese_or_japanese);
        let is_inside_word = before.ends_in_soft_hyphen || unspaced;
        let part = paragraph.strip_suffix(HYPHENS).filter(|_| next.starts_with(char::is_alphanumeric));
        match part.filter(|part| part.ends_with(char::is_alphanumeric)).map(|part| (part.len(), self.judge(part, next)))
        {
            _ if is_inside_word => {}
            Some((length, Break::Dropped)) => paragraph.truncate(length),
            Some((_, Break::Kept)) => {}
            Some((_, Break::Open)) | None => paragraph.push(' '),
        }
        paragraph.push_str(next);
    }

    /// Judges the hyphen between two parts of a word. `part` ends with the first part, `next`
    /// begins with the second.
    fn judge(&self, part: &str, next: &str) -> Break {
        /// An English word with more letters is a compound, unless it has an ending such as
        /// "-tion".
        const ENGLISH_LETTERS: usize = 14;
        const ENGLISH_ENDS: [&str; 10] =
            ["tion", "tions", "tive", "tives", "ment", "ments", "ity", "ities", "ness", "ally"];
        /// A second part shorter than this may form an English word without a hyphen: "selfish", "highway".
        const ENGLISH_SECOND: usize = 5;
        let part = &part[part.floor_char_boundary(part.len().saturating_sub(MAX_PART_BYTES))..];
        let first = part.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let before = &part[..part.len() - first.len()];
        let first = first.to_lowercase();
        let second = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_part = |section, word: &str| {
            let speaks = |language: &str| self.language.is_none_or(|own| own == language);
            words::by_language(section).any(|(language, other)| other == word && speaks(language))
        };
        if !second.starts_with(char::is_lowercase) || !first.ends_with(char::is_alphabetic) {
            return Break::Kept;
        }
        let has_more = before.ends_with(HYPHENS) || next[second.len()..].starts_with(HYPHENS);
        if !has_more && is_part("hyphen-open", second) {
            return Break::Open;
        }
        if self.words.contains(&format!("{first}{second}")) {
            return Break::Dropped;
        }
        if has_more || first == second || self.words.contains(&format!("{first}-{second}")) {
            return Break::Kept;
        }
        let is_english = self.language.is_none_or(|language| language == "en");
        let letters = |text: &str| text.chars().count();
        let is_long = letters(&first) + letters(second) > ENGLISH_LETTERS
            && !ENGLISH_ENDS.iter().any(|end| second.ends_with(end));
        let is_compound = is_english && is_long
            || is_part("hyphen-last", second)
            || is_part("hyphen-first", &first) && (!is_english || letters(second) >= ENGLISH_SECOND);
        // Vietnamese never breaks a word at the end of a line, because its syllables are words.
        if is_compound || self.language == Some("vi") { Break::Kept } else { Break::Dropped }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    /// The language's text, the two parts, and the expected result.
    const CASES: &[(&str, &str, &str, &str)] = &[
        ("", "inter-", "national", "international"),
        ("", "a well-", "known man", "a well-known man"),
        ("", "permit-", "ted", "permitted"),
        ("", "through-", "out", "throughout"),
        ("", "with-", "out", "without"),
        ("", "arrange-", "ment", "arrangement"),
        ("", "commu-", "nications", "communications"),
        ("", "representa-", "tives", "representatives"),
        ("", "price-", "determining", "price-determining"),
        ("", "storm-", "batteries", "stormbatteries"),
        ("", "storm-", "batteriess", "storm-batteriess"),
        ("", "日本", "は晴れ", "日本は晴れ"),
        ("", "日本", "and more", "日本 and more"),
        ("", "more", "日本", "more 日本"),
        ("", "self-", "employed", "self-employed"),
        ("", "self-", "ish", "selfish"),
        ("", "long-", "term", "long-term"),
        ("", "water-", "based", "water-based"),
        ("", "state-of-", "the-art", "state-of-the-art"),
        ("", "up-", "to-date", "up-to-date"),
        ("", "two-", "or three-day", "two- or three-day"),
        ("", "COVID-", "19", "COVID-19"),
        ("", "Anglo-", "Saxon", "Anglo-Saxon"),
        ("", "and –", "more", "and – more"),
        ("", "and -", "more", "and - more"),
        ("The sea-front was closed.", "sea-", "front", "sea-front"),
        ("The seafront was closed.", "sea-", "front", "seafront"),
        ("", "inter\u{ad}", "national", "international"),
        ("", "a twenty\u{ad}", "Four", "a twentyFour"),
        (GERMAN, "Leuchtfeuerver-", "waltung", "Leuchtfeuerverwaltung"),
        (GERMAN, "Kinder-", "und Jugendbuch", "Kinder- und Jugendbuch"),
        (GERMAN, "Nord-", "Ostsee-Kanal", "Nord-Ostsee-Kanal"),
        (GERMAN, "Ge-", "schwindigkeitsbegrenzung", "Geschwindigkeitsbegrenzung"),
        (GERMAN, "be-", "kannt", "bekannt"),
        (FRENCH, "gouver-", "nement", "gouvernement"),
        (FRENCH, "peut-", "être", "peut-être"),
        (FRENCH, "celui-", "ci", "celui-ci"),
        (FRENCH, "eux-", "mêmes", "eux-mêmes"),
        (FRENCH, "a-t-", "il", "a-t-il"),
        (DUTCH, "verant-", "woordelijk", "verantwoordelijk"),
        (DUTCH, "in-", "en uitgang", "in- en uitgang"),
        (DUTCH, "niet-", "roker", "niet-roker"),
        (DUTCH, "gemeen-", "te", "gemeente"),
        (DUTCH, "zee-", "Land", "zee-Land"),
        (SPANISH, "inter-", "nacional", "internacional"),
        (SPANISH, "ayunta-", "miento", "ayuntamiento"),
        (SPANISH, "go-", "bierno", "gobierno"),
        (SPANISH, "Madrid-", "Barcelona", "Madrid-Barcelona"),
        (SPANISH, "desa-", "rrollo", "desarrollo"),
        (VIETNAMESE, "Ban-", "mê", "Ban-mê"),
        (VIETNAMESE, "ra-", "đi-ô", "ra-đi-ô"),
        (VIETNAMESE, "quốc-", "gia", "quốc-gia"),
        ("Anak-anak itu pergi ke sekolah.", "orang-", "orang", "orang-orang"),
    ];

    const GERMAN: &str = "Die Wärter wurden zweimal im Jahr bezahlt, und das Geld kam immer mit dem Boot zu ihnen.";
    const FRENCH: &str = "Les gardiens étaient payés deux fois par an, et l’argent arrivait toujours par bateau.";
    const DUTCH: &str =
        "De wachters werden twee keer per jaar betaald, en het geld kwam altijd met de boot naar hen toe.";
    const SPANISH: &str =
        "Los guardas cobraban dos veces al año, y el dinero llegaba siempre en barco desde la ciudad.";
    const VIETNAMESE: &str = "Những người gác đèn được trả lương hai lần một năm, và tiền luôn đến bằng thuyền.";

    #[test]
    fn broken_words_are_whole_again() {
        for (text, first, second, want) in CASES {
            let source = format!("{text}\n{first}\n{second}");
            let lines = read::lines(&source);
            let [.., before, line] = &lines[..] else { panic!("two lines") };
            let mut paragraph = before.trimmed().to_owned();
            Joiner::new(&lines).join(&mut paragraph, before, line);
            assert_eq!(paragraph, *want);
        }
    }
}
