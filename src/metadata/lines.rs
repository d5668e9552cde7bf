//! Metadata of pasted text, from the lines around the headline and under the article.
//!
//! Most dates and names in a paste are not the article's: they belong to cards, comments, licences and notices, and a
//! site's header shows today's date. So a date counts only between the headline and the text, or right above the
//! headline if it has a time of day. A name counts only between the headline and the text, or as a signature. Without
//! such a line the field is `None`.

use super::credit;
use super::date::{self, DateOrder};
use super::fields::Metadata;
use super::headline::Headline;
use super::name_words::NO_NAMES;
use super::names::{self, is_capitalized, is_house};
use super::pasted_line::{PastedLine, language_of};
use super::published::MODIFIED_WORDS;
use super::source::{Source, Sources};
use super::text::{cap, pattern, plain};
use super::undress::Dressing;
use crate::limits::{MAX_NAME_CHARS, MAX_TITLE_CHARS};
use crate::text;
use crate::words;
use crate::words::byline::{AUTHOR_LABELS, strip_prefix, strip_word};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// How many lines after the headline, and after the text, are searched.
const LINES_AFTER_TITLE: usize = 8;
const LINES_AFTER_TEXT: usize = 4;
/// How many lines after the first one of the text may have a date.
const LINES_AFTER_LEAD: usize = 6;
/// How many lines right above the headline may have its date.
const LINES_ABOVE_TITLE: usize = 2;
/// Longest line with a name or a date, in words: names, a section, a date, a time, a place.
const MAX_LINE_WORDS: usize = 16;

/// Reads title, byline, source and dates from the lines of a paste.
pub fn of_lines(lines: &[PastedLine], headline: Option<&Headline>) -> Metadata {
    let paste =
        PasteMetadata { lines, title: headline.map(|headline| headline.range().end - 1), language: language_of(lines) };
    let title = headline.map(|headline| cap(plain(&headline.text), MAX_TITLE_CHARS));
    let authors = paste.authors();
    let byline = (!authors.is_empty()).then(|| cap(authors.join(", "), MAX_NAME_CHARS));
    let (published, modified) = paste.dates();
    let source = paste.source();
    let mut sources = Sources::default();
    let mut note = |field, value: Option<String>| sources.note(field, value.map(|value| (value, Source::Text)));
    Metadata {
        title: note("title", title),
        byline: note("byline", byline),
        source: note("source", source),
        published_time: note("publishedTime", published),
        modified_time: note("modifiedTime", modified),
        authors,
        sources,
        ..Metadata::default()
    }
}

/// The lines of a paste, and the number of the line with its title.
struct PasteMetadata<'a> {
    lines: &'a [PastedLine<'a>],
    title: Option<usize>,
    language: String,
}

impl PasteMetadata<'_> {
    fn text(&self, i: usize) -> &str {
        self.lines[i].text
    }

    /// Returns the lines between the headline and the first kept running text.
    fn after_title(&self) -> Range<usize> {
        let Some(title) = self.title else { return 0..0 };
        let rest = title + 1..(title + 1 + LINES_AFTER_TITLE).min(self.lines.len());
        let text = rest.clone().find(|&i| self.lines[i].kept && self.lines[i].is_body);
        rest.start..text.unwrap_or(rest.end)
    }

    /// Returns the dropped lines among the first ones of the text.
    fn after_lead(&self) -> impl Iterator<Item = usize> {
        let start = self.title.map_or(self.lines.len(), |_| self.after_title().end);
        let rest = start..(start + LINES_AFTER_LEAD).min(self.lines.len());
        rest.filter(|&i| !self.lines[i].kept)
    }

    /// Returns the lines right after the last kept line, including that line if it is as short as a name.
    fn after_text(&self) -> Range<usize> {
        const NAME_WORDS: usize = 8;
        let Some(last) = self.lines.iter().rposition(|line| line.kept) else { return 0..0 };
        let is_name = !self.lines[last].is_body && self.lines[last].words <= NAME_WORDS && Some(last) != self.title;
        let start = if is_name { last } else { last + 1 };
        start..(last + 1 + LINES_AFTER_TEXT).min(self.lines.len())
    }

    fn near(&self) -> impl Iterator<Item = usize> {
        self.after_title().chain(self.after_text()).filter(|&i| self.lines[i].words <= MAX_LINE_WORDS)
    }

    /// Returns the names in the first line near the headline or under the text that has any. A line marked by a word, a
    /// date or a bar comes before one that only looks like a name.
    fn authors(&self) -> Vec<String> {
        let spoken = |i: usize| {
            let line = plain(self.text(i));
            let mut parts = undated(credit::read(&line, &self.language).rest).into_iter();
            parts.find_map(|part| {
                let credit = credit::read(part, &self.language);
                let part = if credit.source.is_some() { credit.rest } else { part };
                if says_author(part) { self.names(part, i) } else { None }
            })
        };
        let dated = |i: usize| {
            let line = plain(self.text(i));
            date::span(&line, DateOrder::DayFirst)?;
            let mut parts = undated(&line).into_iter().flat_map(|part| part.split(['|', '•', '·']));
            parts.find_map(|part| self.person(bare(part), i))
        };
        // Near the headline, such a line credits an image.
        let credited = |i: usize| {
            let line = plain(self.text(i));
            let credit = credit::read(&line, &self.language);
            let is_below = self.after_text().contains(&i) && self.is_apart(i);
            credit.source.filter(|_| is_below).and_then(|_| self.person(bare(credit.rest), i))
        };
        // A list can have names of places between its items.
        let is_article = self.title.is_some() && self.lines.iter().filter(|line| line.kept && line.is_body).count() > 1;
        let named = |i: usize| {
            let line = plain(self.text(i));
            let is_source = credit::spoken(&line, &self.language).is_some();
            let is_alone = !self.lines[i].is_label && !self.lines[i].is_widget && !is_source && is_article;
            (is_alone && self.is_apart(i)).then(|| self.person(bare(&line), i)).flatten()
        };
        let after_lead = || self.after_lead().filter(|&i| self.lines[i].words <= MAX_LINE_WORDS);
        let spoken = self.near().chain(after_lead()).find_map(spoken);
        let first = spoken.or_else(|| self.near().find_map(|i| dated(i).or_else(|| credited(i))));
        first.or_else(|| self.near().find_map(named)).unwrap_or_default()
    }

    /// Returns the names in a line that is only names. Returns `None` if the text or the site's menu mentions them too.
    fn person(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let is_told = || {
            !is_house(line) && !self.is_mentioned(line, i) && !self.is_of_menu(line) && !self.is_of_common_words(line)
        };
        (is_person(line) && is_told()).then(|| self.names(line, i)).flatten()
    }

    /// Returns the names in a line, without those of places and papers after them.
    fn names(&self, line: &str, i: usize) -> Option<Vec<String>> {
        let own = |part: &&str| !line.contains(" - ") || !Dressing::of(self.lines).names_site(part, i);
        let line = line.replace(['–', '—'], "-");
        let parts: Vec<&str> = line.split(" - ").filter(own).collect();
        let mut names = authors(&parts.join(" - "), &self.language)?;
        // An author's name can stand alone elsewhere too, so only a last name is taken for the site's.
        while names.len() > 1
            && names.last().is_some_and(|name| is_house(name) || Dressing::of(self.lines).names_site(name, i))
        {
            names.pop();
        }
        (!names.is_empty()).then_some(names)
    }

    /// Returns `true` if only names, dates and sources stand between a line and the headline or the text, and the line
    /// does not begin a list of similar lines, such as tags or sections.
    fn is_apart(&self, i: usize) -> bool {
        const ITEM_WORDS: usize = 4;
        let is_beside = |j: usize| {
            let line = plain(self.text(j));
            date::parse(&line, DateOrder::DayFirst).is_some()
                || credit::read(&line, &self.language).source.is_some()
                || !line.contains(char::is_alphabetic)
        };
        let start = self.after_text().start;
        if i < start {
            return true;
        }
        let next = self.lines.get(i + 1).filter(|line| !line.is_label && !line.is_widget && !line.kept);
        let is_item = next.is_some_and(|line| line.words <= ITEM_WORDS && line.folded != self.lines[i].folded);
        (start..i).all(is_beside) && (!is_item || is_beside(i + 1))
    }

    /// Returns `true` if the text mentions the words of a line. They are then a place or a person in the story, not its
    /// author.
    fn is_mentioned(&self, name: &str, i: usize) -> bool {
        let name = format!(" {} ", text::fold(name));
        let kept = (0..self.lines.len()).filter(|&j| self.lines[j].kept && j != i);
        kept.take(LINES_WITH_MENTIONS).any(|j| format!(" {} ", self.lines[j].folded).contains(&name))
    }

    /// Returns `true` if all words of a capitalized line also appear in lower case in the paste. The line is then a
    /// label.
    fn is_of_common_words(&self, line: &str) -> bool {
        if line.contains(char::is_lowercase) {
            return false;
        }
        let is_common = |word: &str| {
            let word = word.to_lowercase();
            self.lines.iter().any(|line| line.text.split_whitespace().any(|other| other == word))
        };
        line.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).all(is_common)
    }

    /// Returns `true` if a line above the headline says the same. The line is then a section of the site.
    fn is_of_menu(&self, name: &str) -> bool {
        let name = text::fold(name);
        self.lines[..self.title.unwrap_or(0)].iter().any(|line| line.folded == name)
    }

    /// Returns the organization that a line near the headline or under the text names as the source.
    fn source(&self) -> Option<String> {
        let is_short = |i: &usize| self.lines[*i].words <= MAX_LINE_WORDS;
        let below = self.after_text().filter(is_short).filter(|&i| !self.lines[i].is_legal);
        let mut below = below.filter_map(|i| credit::read(&plain(self.text(i)), &self.language).source);
        let mut above = self.after_title().filter(is_short);
        // Near the headline, an agency without a word before it is the source of an image.
        below.next().or_else(|| above.find_map(|i| credit::spoken(&plain(self.text(i)), &self.language)))
    }

    /// Returns the dates of publication and of the last change. If the page has only the latter, it is returned as
    /// both.
    fn dates(&self) -> (Option<String>, Option<String>) {
        let Some(title) = self.title else { return (None, None) };
        let order = DateOrder::of(Some(&self.language));
        let (mut published, mut modified) = (None, None);
        let above = (title.saturating_sub(LINES_ABOVE_TITLE)..title).filter(|&i| has_time(self.text(i)));
        let below = self.after_lead().filter(|&i| is_dateline(self.text(i)));
        for i in self.after_title().chain(above).chain(below) {
            if self.lines[i].words > MAX_LINE_WORDS || self.lines[i].is_legal || self.text(i).contains('©') {
                continue;
            }
            let Some(found) = date::parse(self.text(i), order) else { continue };
            let lower = self.text(i).to_lowercase();
            let changed = MODIFIED_WORDS.iter().any(|word| lower.starts_with(word));
            if changed { &mut modified } else { &mut published }.get_or_insert(found);
        }
        (published.or_else(|| modified.clone()), modified)
    }
}

/// How many kept lines are searched for mentions of a name. The first lines of the text name the persons of the story.
const LINES_WITH_MENTIONS: usize = 40;

/// Returns the names in a line with the form of a byline.
fn authors(line: &str, language: &str) -> Option<Vec<String>> {
    // Removes marks of Markdown and of forums, and normalizes dashes between names.
    let line = line.replace("**", "").replace(['–', '—'], "-").replace(" » ", " | ");
    let line = bare(&line);
    let names = line.split(" - ").map(without_bracket);
    let names = names.flat_map(|part| names::shown_names(without_occupation(part), language));
    let mut names: Vec<String> = names.filter(|name| is_capitalized(name)).collect();
    names::drop_place(&mut names);
    (!names.is_empty()).then_some(names)
}

/// Returns a name without the bracket after it, if the bracket has several words: an office or a paper. A single word may
/// be part of the name.
fn without_bracket(name: &str) -> &str {
    let split = name.trim_end().strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
    match split.map(|(before, inside)| (before.trim_end(), inside)) {
        Some((before, inside)) if !before.is_empty() && inside.trim().contains(' ') => before,
        _ => name,
    }
}

/// Returns the parts of a line before and after its date, or the whole line if it has no date.
fn undated(line: &str) -> Vec<&str> {
    match date::span(line, DateOrder::DayFirst) {
        Some((start, end)) => vec![names::without_date_leads(&line[..start]), line[end..].trim()],
        None => vec![line],
    }
}

/// Returns a line without the marks and brackets around it. A bracket that closes one inside the line stays.
fn bare(line: &str) -> &str {
    let bare = line.trim_matches(|c: char| c.is_whitespace() || "()（）[]【】_*|-–—·•»,".contains(c));
    let Some(start) = line.find(bare).filter(|_| bare.contains(['(', '（']) && !bare.contains([')', '）'])) else {
        return bare;
    };
    let end = start + bare.len();
    let close = line[end..].chars().next().filter(|c| matches!(c, ')' | '）'));
    &line[start..end + close.map_or(0, char::len_utf8)]
}

/// Returns `true` if a line is only names of persons, in small letters or in capitals: `Thu Nguyệt - Lê Duyệt`,
/// `A.HIỀN`.
fn is_person(line: &str) -> bool {
    let is_word = |word: &str| {
        let dot = word.find('.').unwrap_or(word.len());
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c))
            && (dot + 1 >= word.len() || word[..dot].chars().count() == 1)
    };
    let is_one = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_short = words.len() == 1 && words[0].chars().nth(1) == Some('.') && words[0].chars().count() > 3;
        let is_capital = |word: &&str| !word.contains(char::is_lowercase) && word.chars().count() > 2;
        let capitals = words.iter().filter(|word| is_capital(word)).count();
        ((2..=4).contains(&words.len()) || is_short)
            && words.iter().all(|word| is_word(word))
            && (capitals == 0 || !name.contains(char::is_lowercase))
            && !words.iter().any(|word| NO_NAMES.contains(&text::fold(word).as_str()))
    };
    let names = line.split(" - ").flat_map(|part| part.split([',', '–', '&']));
    names.map(str::trim).all(is_one)
}

/// Returns `true` if a line is a date and at most a few other words.
fn is_dateline(line: &str) -> bool {
    const WORDS: usize = 3;
    let rest = |(start, end): (usize, usize)| [&line[..start], &line[end..]].concat();
    let few = |rest: String| rest.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() <= WORDS;
    date::span(line, DateOrder::DayFirst).is_some_and(|span| few(rest(span)))
}

/// Returns a name without the word for a reporter before or after it, or the word for an author before a full name. Some
/// languages write no space between them.
fn without_occupation(name: &str) -> &str {
    static BEFORE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("reporter-before").collect());
    static AFTER: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("reporter-after").collect());
    let rest = BEFORE.iter().find_map(|word| name.strip_prefix(word)?.strip_prefix(' '));
    let labelled = || {
        let mut rests = AUTHOR_LABELS.iter().filter_map(|label| strip_word(name, label)?.strip_prefix(' '));
        rests.find(|rest| is_person(rest))
    };
    let rest = rest.or_else(|| AFTER.iter().find_map(|word| name.strip_suffix(word)?.strip_suffix(' ')));
    rest.or_else(labelled).unwrap_or(name)
}

/// Returns `true` if a line says that it names the author: by a word, or by a bar after the name.
fn says_author(line: &str) -> bool {
    let inside = line.trim_start_matches(['(', '（', '[', '【', '*', '_']).trim_end_matches([')', '）', ']', '】']);
    let spoken = strip_prefix(&format!("{inside} "), "").is_some() || without_occupation(inside) != inside;
    spoken || line.ends_with('|') && text::is_name(line)
}

/// Returns `true` if a line has a time of day: `19:25`, `19h25`.
fn has_time(text: &str) -> bool {
    static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[^0-9:])[0-2]?[0-9][:hH][0-5][0-9](?:[^0-9]|$)"));
    TIME.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_authors_are_parted() {
        let cases = [
            ("Hải Sâm - Lê Duyệt |", Some("Hải Sâm, Lê Duyệt")),
            ("Bài và ảnh: Thu Nguyệt", Some("Thu Nguyệt")),
            ("By Ana Ruiz | 5 min read", Some("Ana Ruiz")),
            ("By **Orla Finch** | 7 min read", Some("Orla Finch")),
            ("（記者　水無瀬遥）", Some("水無瀬遥")),
            ("Tin, ảnh: Thu Nguyệt", Some("Thu Nguyệt")),
            ("Bài, ảnh: Thu Hằng (Trung tâm Khuyến nông)", Some("Thu Hằng")),
            ("Text und Fotos: Jana Beispiel (Archiv des Kreises)", Some("Jana Beispiel")),
            ("By Ana Ruiz (Harbour Weekly) - Tom Reed", Some("Ana Ruiz, Tom Reed")),
            ("PV Thu Nguyệt", Some("Thu Nguyệt")),
            ("Text and photos: Ana Ruiz", Some("Ana Ruiz")),
            ("Text und Fotos: Jana Beispiel", Some("Jana Beispiel")),
            ("By Ana Ruiz and Staff", Some("Ana Ruiz")),
            ("Por Ana Ruiz — Vitória", Some("Ana Ruiz")),
            ("Auteur Koen Claes", Some("Koen Claes")),
            ("Penulis Andi Pratama", Some("Andi Pratama")),
            ("Przez Ewa Sowa", Some("Ewa Sowa")),
            ("By Ana Ruiz (Harbour)", Some("Ana Ruiz (Harbour)")),
            ("Par Luc Vasseur, Zoé Morel avec AFP", Some("Luc Vasseur, Zoé Morel")),
            ("CÁC TIN ĐÃ ĐĂNG", None),
            ("Yazarın Diğer Yazıları", None),
            ("Verwandte Artikel", None),
            ("Artikel Lainnya", None),
            ("In bài viết", None),
        ];
        for (line, byline) in cases {
            assert_eq!(authors(&plain(line), "").map(|names| names.join(", ")).as_deref(), byline, "{line}");
        }
    }

    #[test]
    fn words_between_names_and_dates_are_no_names() {
        let cases = [
            ("Posted by Ana Ruiz, Tom Hill on Saturday, June 27, 2030", "Posted by Ana Ruiz, Tom Hill"),
            ("Oleh: Intan Hartono - Rabu, 28 Oktober 2030", "Oleh: Intan Hartono"),
            ("por Ana Ruiz, Bia Lopes — publicado 08/02/2031", "por Ana Ruiz, Bia Lopes"),
            ("Par Luc Vasseur publié le 26 juin 2031", "Par Luc Vasseur"),
            ("Autor: Ewa Sowa Data publikacji: 5 lutego 2031", "Autor: Ewa Sowa"),
            ("기자명 윤민준 입력 2031.12.16", "기자명 윤민준"),
        ];
        for (line, before) in cases {
            assert_eq!(undated(line)[0], before, "{line}");
        }
    }

    #[test]
    fn dutch_joins_names_with_a_word_that_leads_to_papers_elsewhere() {
        for (line, names) in [
            ("Door Dries Claes en Roos Verhaegen", ["Dries Claes", "Roos Verhaegen"]),
            ("Door Femke de Vries en Geert ter Horst", ["Femke de Vries", "Geert ter Horst"]),
        ] {
            assert_eq!(authors(line, "nl").unwrap(), names, "{line}");
        }
        assert_eq!(authors("Por Ana Ruiz en Faro", "es").unwrap(), ["Ana Ruiz"]);
    }

    #[test]
    fn names_in_capitals_and_abbreviated_are_persons() {
        for name in ["Thu Nguyệt - Lê Duyệt", "THU NGUYỆT", "A.HIỀN", "Ruth J. Whitfield", "Ana Ruiz, Lê Minh"]
        {
            assert!(is_person(name), "{name}");
        }
        for other in [
            "Thể thao",
            "VOV.VN",
            "Mưa lớn ở Huế",
            "Credit...Ana Ruiz",
            "Training FAQ Online",
            "Mưa",
            "Ana Ruiz and more",
        ] {
            assert!(!is_person(other), "{other}");
        }
    }
}
