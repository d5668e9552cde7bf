//! The parts of a pasted line that may be names of authors.

use super::BylineSearch;
use crate::metadata::credit;
use crate::metadata::line_parts::{bare, facts, is_uncased_name, undated, without_bracket};
use crate::metadata::name_words::{JOINERS, NO_NAMES};
use crate::metadata::names::{self, is_capitalized};
use crate::script::is_unspaced;
use crate::text;
use crate::words;
use crate::words::byline::{byline_starts, is_han_name, label_starts, strip_prefix, strip_word};
use std::sync::LazyLock;

static REPORTER_BEFORE: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("reporter-before").collect());
static REPORTER_AFTER: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("reporter-after").collect());

/// How a line shows names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// After a word for the author: `By Ana Ruiz`.
    Labelled,
    /// After such a word inside a part: `Ghi chép bởi Hạnh Vũ`.
    Introduced,
    /// After a label that is not known: `Medical review: Ana Ruiz`.
    Colon,
    /// Before a source: `Ana Ruiz (Reuters)`.
    Credited,
    /// The whole line.
    Whole,
    /// A part of the line, beside dates, bars and other marks.
    Part,
    /// Glued to the next word: `Ana RuizHarbour`.
    Glued,
    /// In brackets at the start of the text, after a word for a reporter.
    Dateline,
    /// At the end of the headline or of the text: `The bridge is open (Ana Ruiz)`.
    Tail,
}

/// A part of a line that may be names.
#[derive(Debug, Clone)]
pub(super) struct NameReading<'l> {
    pub names: Vec<String>,
    pub form: Form,
    /// The part of the line without its label.
    pub part: &'l str,
    /// The words before the names.
    pub label: &'l str,
    /// The text after the names, with the mark that divides it from them: ` - Lima`.
    pub rest: &'l str,
}

impl<'l> NameReading<'l> {
    /// Returns a reading of a whole line.
    pub fn of_line(line: &'l str, names: Vec<String>) -> NameReading<'l> {
        NameReading { names, form: Form::Whole, part: bare(line), label: "", rest: "" }
    }
}

/// How much of a line is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Every part.
    Whole,
    /// Only what a word for the author introduces.
    Labelled,
}

/// Returns the readings of a line, the most certain ones first.
pub(super) fn of<'l>(search: &BylineSearch, i: usize, line: &'l str, depth: Depth) -> Vec<NameReading<'l>> {
    let mut reader = LineReader { search, i, found: Vec::new() };
    match depth {
        Depth::Labelled if is_short(search.lines[i].words, line) => reader.read_labels(line),
        Depth::Labelled => {}
        Depth::Whole => reader.read_all(line),
    }
    reader.found
}

/// Returns `true` if a line is short enough for names, a section, a date, a time and a place. Where words have no spaces
/// between them, their number is a guess.
pub(super) fn is_short(words: usize, line: &str) -> bool {
    const WORDS: usize = 16;
    const UNSPACED_CHARS: usize = 70;
    words <= WORDS || line.contains(is_unspaced) && line.chars().count() <= UNSPACED_CHARS
}

/// Reads a line.
struct LineReader<'a, 'l> {
    search: &'a BylineSearch<'a>,
    i: usize,
    found: Vec<NameReading<'l>>,
}

impl<'l> LineReader<'_, 'l> {
    fn read_all(&mut self, line: &'l str) {
        if is_short(self.search.lines[self.i].words, line) {
            self.read_short(line);
        } else {
            self.read_long(line);
        }
        if self.search.is_of_title(self.i) || self.i + 1 == self.search.text_end {
            self.read_tail(line);
        }
        if let Some(rest) = self.search.after_headline(self.i, line) {
            self.read_labels(rest);
            self.read(rest, Form::Tail, "");
        }
    }

    fn read_short(&mut self, line: &'l str) {
        let credit = credit::read(line, self.search.language);
        let parts = undated(line);
        self.read_labels(line);
        if credit.source.is_some() {
            self.read(credit.rest, Form::Credited, "");
        }
        let form = if parts.len() == 1 { Form::Whole } else { Form::Part };
        for part in parts {
            self.read(part, form, "");
            for fact in facts(part).into_iter().flat_map(|fact| fact.split(" » ")) {
                self.read(fact, Form::Part, "");
                self.read_after_colon(fact);
                self.read_last(fact);
                self.read_glued(fact);
                self.read_capitalized(fact);
            }
        }
    }

    /// Reads what words for the author introduce in a line.
    fn read_labels(&mut self, line: &'l str) {
        let credit = credit::read(line, self.search.language);
        for part in undated(credit.rest).into_iter().chain(undated(line)) {
            for fact in std::iter::once(part).chain(facts(part)) {
                if !self.read_labelled(fact) {
                    self.read_introduced(fact);
                }
            }
        }
    }

    /// Reads a line that is long for a byline: names with their roles, a headline with byline and date, the first line of
    /// the text.
    fn read_long(&mut self, line: &'l str) {
        const WORDS: usize = 40;
        if self.i == self.search.text_start {
            self.read_dateline(line);
        }
        if self.search.lines[self.i].words > WORDS {
            return;
        }
        let parts = undated(line);
        for part in &parts {
            let words = text::word_count(part);
            if parts.len() > 1 && is_short(words, part) || self.search.is_of_title(self.i) {
                self.read_labels(part);
            } else {
                self.read_labelled(part);
            }
        }
    }

    /// Reads the names at the end of a headline or of the text: in brackets, or after the last sentence.
    fn read_tail(&mut self, line: &'l str) {
        const CHARS: usize = 60;
        const ENDS: [char; 8] = ['.', '!', '?', '…', '。', '！', '？', '।'];
        let line = line.trim_end();
        if let Some(open) = line.strip_suffix([')', '）', '】', ']']) {
            let inner = open.rfind(['(', '（', '【', '[']).map(|at| &open[at..]);
            let inner = inner.map(|inner| inner.trim_start_matches(['(', '（', '【', '[']));
            if let Some(inner) = inner.filter(|inner| inner.chars().count() <= CHARS && inner.len() < open.len() - 4) {
                self.read(inner, Form::Tail, "");
            }
        }
        let end = line.rfind(ENDS).map(|at| at + line[at..].chars().next().map_or(1, char::len_utf8));
        let tail = end.map(|end| line[end..].trim_start_matches(|c: char| c.is_whitespace() || "\"'”’»)/".contains(c)));
        if let Some(tail) = tail.filter(|tail| !tail.is_empty() && tail.chars().count() <= CHARS) {
            self.read(tail, Form::Tail, "");
        }
    }

    /// Reads the names in a part that begins with a word for the author, and returns `true` if it does. A kicker may stand
    /// before that word.
    fn read_labelled(&mut self, part: &'l str) -> bool {
        const DIVIDES: [char; 7] = ['-', '–', '—', '・', '｜', '/', '／'];
        let language = self.search.language;
        // A word that is a part of names too is known by the names after it.
        let marks = [" - ", " – ", " — ", "/"].iter().filter_map(|mark| part.find(mark));
        let first = marks.min().map_or("", |at| &part[..at]);
        let is_told = says_author(part, language) || says_author(first, language);
        let told = Some(part).filter(|_| is_told).or_else(|| after_kicker(part, language));
        if let Some(told) = told {
            let inside = bare(told);
            let rest = strip_prefix(inside, language).map(str::trim_start).filter(|rest| rest.starts_with(DIVIDES));
            self.read(rest.map_or(told, |rest| rest.trim_start_matches(DIVIDES)), Form::Labelled, "");
            return true;
        }
        let inside = bare(part);
        let divided = || {
            let mut rests =
                label_starts(inside).iter().filter_map(|label| strip_word(inside, label).map(str::trim_start));
            rests.find(|rest| rest.starts_with(DIVIDES)).map(|rest| rest.trim_start_matches(DIVIDES))
        };
        let rest = after_glued_word(part).or_else(divided);
        if let Some(rest) = rest {
            self.read(rest, Form::Labelled, "");
        }
        rest.is_some()
    }

    /// Reads the names after a word for the author that is not the first word: `Ghi chép bởi Hạnh Vũ`.
    fn read_introduced(&mut self, part: &'l str) {
        const WORDS_BEFORE: usize = 4;
        const CHARS_BEFORE: usize = 12;
        let spaced = part.match_indices(' ').map(|(at, _)| at + 1).take(WORDS_BEFORE);
        let unspaced =
            part.char_indices().skip(1).take(CHARS_BEFORE).filter(|&(_, c)| is_unspaced(c)).map(|(at, _)| at);
        let told = spaced.chain(unspaced).find(|&at| {
            let rest = strip_prefix(&part[at..], self.search.language).map(str::trim_start);
            rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        });
        if let Some(at) = told {
            self.read(&part[at..], Form::Introduced, part[..at].trim_end());
        }
    }

    /// Reads the names after a label of a few words.
    fn read_after_colon(&mut self, part: &'l str) {
        const LABEL_WORDS: usize = 5;
        let Some((label, rest)) = part.split_once([':', '：']) else { return };
        let is_label = !label.is_empty() && text::word_count(label) <= LABEL_WORDS && !rest.starts_with("//");
        if is_label && !credit::is_label(label.trim()) {
            self.read(rest, Form::Colon, label.trim());
        }
    }

    /// Reads the last names of a part, after a place or a paper: `Lima / Ana Ruiz`.
    fn read_last(&mut self, part: &'l str) {
        const MARKS: [&str; 3] = ["/", "／", ", "];
        let ends = MARKS.iter().filter_map(|mark| part.rfind(mark).map(|at| (at, at + mark.len())));
        if let Some((at, end)) = ends.max().filter(|&(at, _)| at > 0) {
            self.read_names(part[end..].trim(), Form::Part, part[..at].trim(), part, "");
        }
    }

    /// Reads the name before a word that is glued to it: a capital inside a word.
    fn read_glued(&mut self, part: &'l str) {
        let part = bare(part);
        if let Some(at) = glued(part).find(|&at| is_person(&part[..at])) {
            self.read_names(&part[..at], Form::Glued, "", part, &part[at..]);
        }
    }

    /// Reads the reporters that stand in brackets before the first sentence.
    fn read_dateline(&mut self, line: &'l str) {
        for inner in dateline(line, self.search.language) {
            self.read_names(inner, Form::Dateline, "", inner, "");
        }
    }

    /// Reads the capitalized words at the start of a part that ends in other words: `Lê Minh thực hiện`.
    fn read_capitalized(&mut self, part: &'l str) {
        const WORDS_AFTER: usize = 3;
        let part = bare(part);
        let mut words = part.match_indices(' ').map(|(at, _)| at);
        let Some(at) = words.find(|&at| part[at + 1..].starts_with(char::is_lowercase)) else { return };
        let is_tail = |rest: &str| !rest.contains(char::is_uppercase) && text::word_count(rest) <= WORDS_AFTER;
        if is_person(&part[..at]) && is_tail(&part[at..]) {
            self.read_names(&part[..at], Form::Part, "", part, &part[at..]);
        }
    }

    /// Reads a part as names, and what stands before each of its dividing marks: a place or a paper may follow the names.
    /// After a word for the author, the first words alone may be the name.
    fn read(&mut self, part: &'l str, form: Form, label: &'l str) {
        const MARKS: [&str; 10] = [" - ", " – ", " — ", "/", ", ", ". ", " (", "（", "@", " | "];
        const CUTS: usize = 4;
        const NAME_WORDS: usize = 4;
        let part = bare(part);
        self.read_names(part, form, label, part, "");
        let mut cuts: Vec<usize> = MARKS.iter().flat_map(|mark| part.match_indices(mark)).map(|(at, _)| at).collect();
        let is_told = matches!(form, Form::Labelled | Form::Introduced | Form::Colon);
        if is_told {
            cuts.extend(glued(part));
        }
        cuts.sort_unstable();
        // One more name of a list follows, not a place.
        let goes_on = |at: usize| {
            let rest = part[at..].strip_prefix(", ").map(|rest| rest.split(", ").next().unwrap_or(rest));
            rest.is_some_and(is_full_name)
        };
        for &at in cuts.iter().rev().filter(|&&at| !goes_on(at)).take(CUTS) {
            self.read_names(part[..at].trim_end(), form, label, part, &part[at..]);
        }
        let untitled = part.split_once(' ').map_or(part, |(_, rest)| rest);
        if is_told && !is_person(part) && !is_person(untitled) {
            let spaces = part.match_indices(' ').map(|(at, _)| at);
            let ends: Vec<usize> = spaces.filter(|&at| at > 0).take(NAME_WORDS + 1).collect();
            for at in ends.into_iter().rev() {
                let is_full = is_person(&part[..at]) || strip_prefix(&part[..at], self.search.language).is_some();
                if is_full || part.starts_with(is_unspaced) {
                    self.read_names(&part[..at], form, label, part, &part[at..]);
                }
            }
        }
    }

    fn read_names(&mut self, told: &str, form: Form, label: &'l str, part: &'l str, rest: &'l str) {
        if let Some(names) = self.search.names(told, self.i).filter(|_| !is_labelled_heading(told)) {
            // The first reading of the same names is the most certain one.
            if self.found.iter().all(|reading| reading.names != names) {
                self.found.push(NameReading { names, form, part, label, rest });
            }
        }
    }
}

/// Returns where a capital follows a small letter inside a word.
pub(super) fn glued(part: &str) -> impl Iterator<Item = usize> {
    let pairs = part.char_indices().zip(part.char_indices().skip(1));
    pairs.filter(|((_, a), (_, b))| a.is_lowercase() && b.is_uppercase()).map(|(_, (at, _))| at)
}

/// Returns the text after a word for the author that is glued to the name: `ByAna Ruiz`.
fn after_glued_word(part: &str) -> Option<&str> {
    let mut words = byline_starts(part).iter().filter(|word| word.ends_with(char::is_lowercase));
    let rest = words.find_map(|word| strip_word(part, word).filter(|rest| rest.starts_with(char::is_uppercase)));
    rest.filter(|rest| rest.contains(' ') && part.starts_with(char::is_uppercase))
}

/// Returns the texts in brackets near the start of a line that begin with a word for the author.
fn dateline<'l>(line: &'l str, language: &str) -> Vec<&'l str> {
    const OPENING_CHARS: usize = 60;
    let end = line.char_indices().nth(OPENING_CHARS).map_or(line.len(), |(at, _)| at);
    let inside = line[..end].match_indices(['(', '（', '【', '[']).map(move |(at, mark)| {
        let inner = &line[at + mark.len()..];
        &inner[..inner.find([')', '）', '】', ']']).unwrap_or(0)]
    });
    inside.filter(|inner| says_author(inner, language)).collect()
}

/// Returns the reporters that stand before the first sentence, in brackets or after them: `(记者王小明、李四方)`,
/// `[서울=뉴스] 홍길동 기자 =`.
pub(in crate::metadata) fn in_dateline(line: &str, language: &str) -> Option<Vec<String>> {
    let in_brackets = dateline(line, language).into_iter().find_map(|inner| match language {
        "zh" => authors(&without_offices(inner), language),
        _ => authors(inner, language),
    });
    in_brackets.or_else(|| {
        /// Maximum number of bytes of names after the brackets.
        const NAMES_BYTES: usize = 60;
        let (_, rest) = line.split_once([']', ')']).filter(|(place, _)| place.len() <= NAMES_BYTES)?;
        let (names, _) = rest.split_once('=').filter(|(names, _)| names.len() <= NAMES_BYTES)?;
        authors(names.trim(), language).filter(|_| without_occupation(names.trim()) != names.trim())
    })
}

/// Returns names in Han script with commas between them, without the offices before them: `记者 何立群 实习生 胡蔓`.
fn without_offices(names: &str) -> String {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',');
    let names = names.split(is_mark).filter_map(|part| {
        let named = strip_prefix(part, "zh").unwrap_or(part);
        (!named.is_empty()).then_some(named)
    });
    names.collect::<Vec<_>>().join("、")
}

/// Returns the names in a line with the form of a byline.
pub(super) fn authors(line: &str, language: &str) -> Option<Vec<String>> {
    // Removes marks of Markdown and of forums, and normalizes dashes between names.
    let line = line.replace("**", "").replace(['–', '—'], "-").replace(" » ", " | ");
    let line = bare(&line);
    let names = line.split(" - ").map(without_bracket);
    let names = names.flat_map(|part| names::shown_names(without_occupation(part), language));
    let mut names: Vec<String> = names.filter(|name| is_capitalized(name) || !name.contains(' ')).collect();
    names::drop_place(&mut names);
    (!names.is_empty()).then_some(names)
}

/// Returns `true` if a line is only names of persons, in small letters or in capitals: `Thu Nguyệt - Lê Duyệt`,
/// `A.HIỀN`.
pub(super) fn is_person(line: &str) -> bool {
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
            && !words.iter().any(|word| NO_NAMES.contains(&text::fold(word)))
    };
    let names = line.split(" - ").flat_map(|part| part.split([',', '–', '&']));
    names.map(str::trim).all(is_one)
}

/// Returns `true` if a text is a name of several words, in any script.
pub(in crate::metadata) fn is_full_name(text: &str) -> bool {
    is_person(text) || text.contains(' ') && is_uncased_name(text)
}

/// Returns a name without the word for a reporter before or after it, or the word for an author before a full name. Some
/// languages write no space between them.
fn without_occupation(name: &str) -> &str {
    let rest = REPORTER_BEFORE.iter().find_map(|word| name.strip_prefix(word)?.strip_prefix(' '));
    let labelled = || {
        let mut rests = label_starts(name).iter().filter_map(|label| strip_word(name, label)?.strip_prefix(' '));
        rests.find(|rest| is_person(rest) && !is_labelled_heading(name))
    };
    let rest = rest.or_else(|| REPORTER_AFTER.iter().find_map(|word| name.strip_suffix(word)?.strip_suffix(' ')));
    // "某某网记者 王小明", "记者王小明、李四"
    let of_site = || {
        let mut words = REPORTER_BEFORE.iter().filter(|word| word.starts_with(is_unspaced));
        let (lead, rest) = words.find_map(|word| name.find(word).map(|at| name.split_at(at + word.len())))?;
        let rest = rest.trim_start();
        let is_list = !rest.is_empty() && rest.split([' ', '、', '，']).all(is_han_name);
        Some(rest).filter(|_| is_list && !lead.contains(' '))
    };
    rest.or_else(labelled).or_else(of_site).unwrap_or(name)
}

/// Returns `true` if a line in capitals begins with a word for the text or its author, as headings do: "TIN MỚI NHẤT".
pub(super) fn is_labelled_heading(line: &str) -> bool {
    let begins = |label: &&str| strip_word(line, label).is_some_and(|rest| rest.starts_with(' '));
    !line.contains(char::is_lowercase) && label_starts(line).iter().any(begins)
}

/// Returns `true` if a line says that it names the author: by a word, or by a bar after the name. A word that is a part of
/// names too counts before full names.
pub(in crate::metadata) fn says_author(line: &str, language: &str) -> bool {
    let inside = line.trim_start_matches(['(', '（', '[', '【', '*', '_']).trim_end_matches([')', '）', ']', '】']);
    let spoken = strip_prefix(&format!("{inside} "), "").is_some() || without_occupation(inside) != inside;
    spoken || strip_prefix(inside, language).is_some_and(are_persons) || line.ends_with('|') && text::is_name(line)
}

/// Returns `true` if a text is full names, which a word may join.
fn are_persons(text: &str) -> bool {
    let joined = |text: String, joiner: &&str| text.replace(&format!(" {joiner} "), ", ");
    is_person(&JOINERS.iter().fold(bare(text).to_owned(), joined))
}

/// Returns the byline after a kicker that ends in a full stop or a colon: `COLUMN. By Ana Ruiz`.
pub(super) fn after_kicker<'a>(line: &'a str, language: &str) -> Option<&'a str> {
    const WORDS: usize = 3;
    let ends = [". ", ": ", "："].into_iter().filter_map(|mark| line.split_once(mark));
    let mut ends = ends.filter(|(kicker, _)| (1..=WORDS).contains(&kicker.split_whitespace().count()));
    ends.find_map(|(_, rest)| Some(rest).filter(|rest| strip_prefix(rest, language).is_some_and(are_persons)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::pasted_line::PastedLine;
    use crate::metadata::text::plain;

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

    /// Returns the most certain names of a line, and how it shows them.
    fn first(text: &str, language: &str) -> Option<(String, Form)> {
        let folded = text::fold(text);
        let line = PastedLine {
            text,
            folded: &folded,
            words: text::word_count(text),
            is_body: false,
            is_heading: false,
            is_likely_title: false,
            is_label: false,
            is_widget: false,
            is_caption: false,
            is_legal: false,
            kept: false,
        };
        let lines = [line];
        let found = of(&BylineSearch::of(&lines, None, language), 0, text, Depth::Whole);
        found.into_iter().next().map(|reading| (reading.names.join(", "), reading.form))
    }

    #[test]
    fn a_line_shows_names_in_several_ways() {
        let cases = [
            ("en", "By Ana Ruiz | 5 min read", "Ana Ruiz", Form::Labelled),
            ("it", "di Ana Ruiz - foto di Tom Reed", "Ana Ruiz", Form::Labelled),
            ("vi", "Ghi chép bởi Lê Minh", "Lê Minh", Form::Introduced),
            ("th", "ภาพและคำโดย ปานทอง", "ปานทอง", Form::Introduced),
            ("pl", "Post autor: Ewa Sowa", "Ewa Sowa", Form::Colon),
            ("en", "Medical review: Ana Ruiz", "Ana Ruiz", Form::Colon),
            ("en", "Ana Ruiz (Reuters)", "Ana Ruiz", Form::Credited),
            ("en", "Ana Ruiz", "Ana Ruiz", Form::Whole),
            ("en", "Ana Ruiz / Tom Reed", "Ana Ruiz, Tom Reed", Form::Whole),
            ("id", "Rangga Putra - kabarkota", "Rangga Putra", Form::Whole),
            ("en", "ByAna Ruiz | 5 min read", "Ana Ruiz", Form::Labelled),
            ("en", "March 4, 2031 | Ana Ruiz", "Ana Ruiz", Form::Part),
            ("de", "gefragt von Mausi82 am 17:50, 2. April 2031", "Mausi82", Form::Introduced),
            (
                "zh",
                "江海晚报12日电（记者王小明、李四方）江上的渡轮停了四个月，星期六又开了。第一班船上有四十位乘客，多数是学生，他们说等了一个冬天，终于不用再绕路去对岸上学了。",
                "王小明, 李四方",
                Form::Dateline,
            ),
        ];
        for (language, line, names, form) in cases {
            assert_eq!(first(line, language), Some((names.to_owned(), form)), "{line}");
        }
    }

    #[test]
    fn reporters_before_the_first_sentence_are_read() {
        let text = "江上的渡轮停了四个月，星期六又开了。";
        for (language, opening, names) in [
            ("zh", "本报讯（记者 何立群 实习生 胡蔓）", Some(vec!["何立群", "胡蔓"])),
            ("zh", "本报讯(首席记者周强)", Some(vec!["周强"])),
            ("zh", "江城晚报讯（通讯员 刘洋 记者 张弛）", Some(vec!["刘洋", "张弛"])),
            ("zh", "江上的渡轮（老王）", None),
            ("ko", "[서울=강변통신] 홍길동 기자 = ", Some(vec!["홍길동"])),
            ("ko", "[서울=강변통신] 나룻배 = ", None),
        ] {
            let found = in_dateline(&format!("{opening}{text}"), language);
            assert_eq!(found, names.map(|names| names.into_iter().map(str::to_owned).collect()), "{opening}");
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
