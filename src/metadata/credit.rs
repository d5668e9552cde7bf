//! Where an article comes from: the agency or paper that a line names, as in "Theo TTXVN", "Source: Reuters" or "Ana
//! Ruiz / AFP".
//!
//! A source is not an author, so a line is split into both. The danger: sentences can begin as a source does ("Theo ông
//! Nam …"). So the words that follow must look like the name of an organization.

use super::name_words::NO_NAME_STARTS;
use super::text::{fold, plain, tidy};
use crate::limits::MAX_NAME_CHARS;
use crate::text;
use crate::words;
use crate::words::byline::strip_word;
use std::sync::LazyLock;

/// Maximum number of words of a source's name.
const MAX_WORDS: usize = 7;

static LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("source").collect());
/// Prefixes, each with its language. In other languages "theo" is a name.
static PREFIXES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| words::by_language("source-before").collect());
static AGENCIES: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("agency").collect());

/// A line that may name a source, split in two.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Credit<'a> {
    /// The line without the source.
    pub rest: &'a str,
    /// The source's name.
    pub source: Option<String>,
}

/// Returns the source that a line names with a word such as "Source:" before it.
pub(super) fn spoken(line: &str, language: &str) -> Option<String> {
    named(bare(line), language)
}

/// Returns `true` if a text begins with a word that introduces a source.
pub(super) fn is_prefix(text: &str, language: &str) -> bool {
    let text = bare(text);
    let own = PREFIXES.iter().filter(|(of, _)| *of == language).map(|(_, word)| *word);
    own.chain(LABELS.iter().copied()).any(|word| strip_word(text, word).is_some())
}

/// Returns `true` if a text is a label of a source and nothing else.
pub(super) fn is_label(text: &str) -> bool {
    LABELS.iter().any(|label| strip_word(text, label) == Some(""))
}

fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || "|()（）[]【】/／-–—©".contains(c))
}

/// Splits a line of a page into its source and the rest.
pub(super) fn read<'a>(line: &'a str, language: &str) -> Credit<'a> {
    let line = line.trim_matches([' ', '|']);
    let bare = bare(line);
    let alone = named(bare, language)
        .or_else(|| (is_agency(bare) || bare.len() < line.len() && is_acronym(bare)).then(|| tidy(bare)));
    if alone.is_some() {
        return Credit { rest: "", source: alone };
    }
    const DIVIDES: [&str; 11] = [" (", "（", "(", " - ", " – ", " — ", " | ", "/", "／", ", ", " · "];
    // For example "Lê Minh Theo Báo Làng".
    let own = PREFIXES.iter().filter(|(of, _)| *of == language);
    let inside = own.filter_map(|(_, word)| {
        let (first, rest) = word.split_at(word.chars().next()?.len_utf8());
        let at = line.find(&format!(" {}{rest} ", first.to_uppercase()))?;
        Some((at, at + 1))
    });
    let ends = DIVIDES.iter().filter_map(|divide| line.rfind(divide).map(|at| (at, at + divide.len())));
    let is_closed = |head: &str| head.matches('(').count() == head.matches(')').count();
    let parted = ends.chain(inside).filter(|&(at, _)| is_closed(&line[..at])).filter_map(|(at, after)| {
        let last = line[after..].trim_matches(|c: char| c.is_whitespace() || "()（）/".contains(c));
        let of_name = || line[at..].starts_with(['/', '／']) && !line[..at].contains(|c: char| c.is_ascii_digit());
        let is_one = || is_agency(last) || of_name() && is_acronym(last);
        let source = named(last, language).or_else(|| is_one().then(|| tidy(last)))?;
        Some(Credit { rest: line[..at].trim_end(), source: Some(source) })
    });
    parted.min_by_key(|credit| credit.rest.len()).unwrap_or(Credit { rest: line, source: None })
}

/// Returns the agency in the dateline at the start of a text: `LONDON (Reuters) - …`.
pub(super) fn in_dateline(text: &str) -> Option<String> {
    const PLACE_CHARS: usize = 60;
    let (place, rest) = text.split_once(['(', '（'])?;
    let (name, rest) = rest.split_once([')', '）'])?;
    let goes_on = rest.trim_start().starts_with(['-', '–', '—', '―']);
    (goes_on && place.chars().count() <= PLACE_CHARS && !text::ends_sentence(place) && is_agency(name.trim()))
        .then(|| tidy(name))
}

/// Returns `true` if a text is the name of a news agency, also with its regional service or with another agency:
/// `dpa/lsw`.
pub(super) fn is_agency(text: &str) -> bool {
    const SERVICE_LETTERS: usize = 4;
    let is_service = |part: &str| part.len() <= SERVICE_LETTERS && part.bytes().all(|b| b.is_ascii_alphabetic());
    let (name, rest) = text.split_once('/').unwrap_or((text, ""));
    AGENCIES.contains(&text)
        || AGENCIES.contains(&name) && rest.split('/').all(|part| is_service(part) || AGENCIES.contains(&part))
}

/// Returns the name of a source that stands alone or after a word that introduces a source.
pub(super) fn name(value: &str, language: &str) -> Option<String> {
    let value = plain(value);
    named(&value, language).or_else(|| is_name(&value).then_some(value))
}

/// Returns the name after a word that introduces a source.
fn named(text: &str, language: &str) -> Option<String> {
    const MARKS: [char; 2] = [':', '：'];
    let own = PREFIXES.iter().filter(|(of, _)| *of == language);
    let spaced = own.filter_map(|(_, word)| strip_word(text, word));
    let spaced = spaced.filter(|rest| rest.starts_with(' ') || rest.trim_start().starts_with(MARKS));
    let marked = LABELS.iter().filter_map(|word| strip_word(text, word));
    let marked = marked.filter(|rest| rest.trim_start().starts_with(MARKS));
    let rest = spaced.chain(marked).min_by_key(|rest| rest.len())?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || MARKS.contains(&c));
    let end = [" | ", " • ", " · ", " - ", "|"].iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
    let name = rest[..end].trim_matches(|c: char| c.is_whitespace() || "()（）\"“”/".contains(c));
    let folded = fold(text);
    let is_label = NO_NAME_STARTS.iter().any(|start| folded.starts_with(start.as_str()));
    (!is_label && is_name(name)).then(|| tidy(name))
}

/// Returns `true` if a text can be the name of a paper, an agency or a site.
fn is_name(text: &str) -> bool {
    let is_sentence =
        text::ends_sentence(text) || text.split(", ").skip(1).any(|part| part.starts_with(char::is_lowercase));
    (2..=MAX_NAME_CHARS).contains(&text.chars().count())
        && text.split(' ').count() <= MAX_WORDS
        && text.chars().any(char::is_alphabetic)
        && (!text.trim_start_matches("the ").starts_with(char::is_lowercase) || is_agency(text) || is_domain(text))
        && !text.contains("://")
        && !is_sentence
        && !text.contains([':', '：', '{', '}', '=', '…'])
        && !text.split(' ').any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Returns `true` if a text is a site's address without its protocol.
pub(super) fn is_domain(text: &str) -> bool {
    let is_end = |end: &str| (2..=4).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_name =
        |name: &str| name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    text.rsplit_once('.').is_some_and(|(name, end)| is_name(name) && is_end(end))
}

/// Returns `true` if a text is a name of one word in capitals, like the name of a broadcaster:
/// `BBC`, `VOV.VN`, `VTV24`.
fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=8).contains(&letters)
        && !text.chars().any(|c| c.is_lowercase() || c.is_whitespace() || c == '-')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_parted_into_author_and_source() {
        let cases = [
            ("vi", "Theo TTXVN", "", Some("TTXVN")),
            ("vi", "(Theo Báo Tin tức)", "", Some("Báo Tin tức")),
            ("vi", "Nguồn: Sức khỏe & Đời sống", "", Some("Sức khỏe & Đời sống")),
            ("vi", "Lê Minh (theo Dân Trí)", "Lê Minh", Some("Dân Trí")),
            ("vi", "Lê Minh Theo Báo Làng", "Lê Minh", Some("Báo Làng")),
            ("vi", "Lê Minh (Theo the Economist, TASS)", "Lê Minh", Some("the Economist, TASS")),
            ("vi", "Lê Minh - Theo VOV", "Lê Minh", Some("VOV")),
            ("vi", "Lê Minh/TTXVN", "Lê Minh", Some("TTXVN")),
            ("en", "Ana Ruiz, Reuters", "Ana Ruiz", Some("Reuters")),
            ("en", "Ana Ruiz / AFP", "Ana Ruiz", Some("AFP")),
            ("en", "Source: Associated Press", "", Some("Associated Press")),
            ("en", "(Reuters)", "", Some("Reuters")),
            ("en", "(VTV24)", "", Some("VTV24")),
            ("en", "— dpa", "", Some("dpa")),
            ("en", "Quelle: dpa", "", Some("dpa")),
            ("en", "Fuente: Europa Press", "", Some("Europa Press")),
            ("pt", "Com informações da Agência Brasil", "", Some("Agência Brasil")),
            ("en", "Fonte: Adnkronos", "", Some("Adnkronos")),
            ("en", "Bron: ANP", "", Some("ANP")),
            ("en", "Źródło: PAP", "", Some("PAP")),
            ("en", "Kaynak: Anadolu Ajansı", "", Some("Anadolu Ajansı")),
            ("en", "Источник: РИА Новости", "", Some("РИА Новости")),
            ("en", "Джерело: Укрінформ", "", Some("Укрінформ")),
            ("en", "来源：新华社", "", Some("新华社")),
            ("en", "出典：共同通信", "", Some("共同通信")),
            ("en", "출처: 연합뉴스", "", Some("연합뉴스")),
            ("en", "المصدر: رويترز", "", Some("رويترز")),
            ("en", "स्रोत: PTI", "", Some("PTI")),
            ("en", "ที่มา: ซินหัว", "", Some("ซินหัว")),
            ("en", "Sumber: Antara | 12/03/2031", "", Some("Antara")),
            ("vi", "Theo ông Nam, vụ lúa năm nay được mùa", "Theo ông Nam, vụ lúa năm nay được mùa", None),
            ("vi", "Theo dõi Báo Làng trên Zalo", "Theo dõi Báo Làng trên Zalo", None),
            ("en", "Source code", "Source code", None),
            ("vi", "Nguồn nước sạch", "Nguồn nước sạch", None),
            ("en", "Ana Ruiz", "Ana Ruiz", None),
            ("en", "Theo Hart, Ana Ruiz", "Theo Hart, Ana Ruiz", None),
        ];
        for (language, line, rest, source) in cases {
            assert_eq!(read(line, language), Credit { rest, source: source.map(str::to_owned) }, "{line}");
        }
    }

    #[test]
    fn datelines_name_agencies() {
        let cases = [
            ("LONDON (Reuters) - Rain fell all night.", Some("Reuters")),
            ("Berlin (dpa) – Es regnet seit Montag.", Some("dpa")),
            ("MADRID (EFE) — Llueve.", Some("EFE")),
            ("(AFP) - La pluie.", Some("AFP")),
            ("(Dân trí) - Mưa to.", None),
            ("The river (Reuters) rose.", None),
        ];
        for (text, source) in cases {
            assert_eq!(in_dateline(text).as_deref(), source, "{text}");
        }
    }
}
