//! Words around the name of an author: "by" before it, "said" beside it, or a label with a mark.

use super::{by_language, list};
use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::script::{is_han, is_hangul, is_unspaced};
use std::sync::LazyLock;

/// Words before the name of an author.
pub(crate) static BYLINES: LazyLock<Vec<&str>> = LazyLock::new(|| list("byline").collect());
/// Words of the same kind that are also parts of names. Each has the language in which it is
/// removed.
static AMBIGUOUS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| by_language("byline-ambiguous").collect());
/// Labels of a name that are also ordinary words.
pub(crate) static AUTHOR_LABELS: LazyLock<Vec<&str>> = LazyLock::new(|| list("author-label").collect());
/// Common family names, each with its language. In these languages the family name comes first.
static FAMILY_NAMES: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| by_language("family-name").collect());
/// The words for "said" and "wrote".
static SAID: LazyLock<Vec<&str>> = LazyLock::new(|| list("said").collect());

/// Marks between a label and a name.
pub(crate) const AUTHOR_MARKS: [char; 5] = [':', '：', '/', '／', '|'];

/// Longest name in Han script after a label without a space, in characters: two of the family name and two of the given
/// name.
const MAX_HAN_NAME: usize = 4;

/// Words by their first letters in lower case. A line is compared with hundreds of words, and only few have its first
/// letter.
struct ByFirstLetter(HashMap<char, Vec<&'static str>>);

impl ByFirstLetter {
    fn of(words: &[&'static str]) -> ByFirstLetter {
        let mut found: HashMap<char, Vec<&str>> = HashMap::new();
        for word in words {
            found.entry(first_letter(word)).or_default().push(word);
        }
        ByFirstLetter(found)
    }

    /// Returns the words with which a text may begin.
    fn starts_of(&self, text: &str) -> &[&'static str] {
        self.0.get(&first_letter(text)).map_or(&[], Vec::as_slice)
    }
}

fn first_letter(text: &str) -> char {
    text.chars().next().and_then(|c| c.to_lowercase().next()).unwrap_or_default()
}

static STARTS: LazyLock<ByFirstLetter> = LazyLock::new(|| ByFirstLetter::of(&BYLINES));
static LABEL_STARTS: LazyLock<ByFirstLetter> = LazyLock::new(|| ByFirstLetter::of(&AUTHOR_LABELS));
/// Returns the words before an author's name with which a text may begin.
pub(crate) fn byline_starts(text: &str) -> &'static [&'static str] {
    STARTS.starts_of(text)
}

/// Returns the labels of an author's name with which a text may begin.
pub(crate) fn label_starts(text: &str) -> &'static [&'static str] {
    LABEL_STARTS.starts_of(text)
}

/// Returns the text after a prefix, or after a label and its separator.
pub(crate) fn strip_prefix<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let ambiguous = AMBIGUOUS.iter().filter(|(of, _)| *of == language).map(|(_, prefix)| prefix);
    let spaced = byline_starts(text).iter().chain(ambiguous).filter_map(|prefix| strip_word(text, prefix));
    let spaced = spaced.filter(|rest| rest.starts_with(' ') || rest.starts_with(AUTHOR_MARKS) || is_han_name(rest));
    let marked = label_starts(text).iter().filter_map(|label| strip_word(text, label));
    let marked = marked.filter(|rest| rest.trim_start().starts_with(AUTHOR_MARKS));
    // For example "Autorin/Autor".
    let second = |rest: &&'a str| AUTHOR_LABELS.iter().find_map(|label| strip_word(rest.strip_prefix('/')?, label));
    let marked = marked.map(|rest| second(&rest).filter(|after| after.starts_with(' ')).unwrap_or(rest));
    spaced.chain(marked).min_by_key(|rest| rest.len())
}

/// Returns a name without the words for "by" before it and for "said" beside it: `Posted by An`,
/// `schrieb An`, `An says:`. A text that consists only of such words is not changed. `language` is
/// empty if it is unknown.
pub(crate) fn without_byline_words<'a>(text: &'a str, language: &str) -> &'a str {
    let text = without_said(text.trim().trim_end_matches([' ', ':', '：', ',', '·', '|']));
    let name = strip_prefix(text, language).filter(|rest| !rest.starts_with(['-', '/']));
    let name = name.map(|name| name.trim_start_matches([' ', ':', '：']));
    name.filter(|name| !name.is_empty()).unwrap_or(text)
}

/// Returns a name without the words for "said" and "wrote" beside it: `An wrote`, `schrieb An`, `太郎さんの発言`.
pub(crate) fn without_said(name: &str) -> &str {
    let is_cut = |cut: &str, said: &str| {
        let is_joined = said.starts_with(|c| is_unspaced(c) || is_hangul(c)) && said.chars().nth(1).is_some();
        is_joined || cut.starts_with(' ') || cut.ends_with([' ', ','])
    };
    let mut name = name.trim();
    for said in &*SAID {
        let cut = name.strip_suffix(said).or_else(|| name.strip_prefix(said));
        if let Some(cut) = cut.filter(|cut| cut.is_empty() || is_cut(cut, said)) {
            name = cut.trim_matches([' ', ',']);
        }
    }
    name
}

/// Returns `true` if a text is only a label for the author.
pub(crate) fn is_label(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || AUTHOR_MARKS.contains(&c));
    let is_one = |text: &str| BYLINES.iter().chain(&*AUTHOR_LABELS).any(|word| strip_word(text, word) == Some(""));
    // For example "Autorin/Autor".
    is_one(text) || text.split('/').all(is_one)
}

/// Returns `true` if a text begins with a prefix of several words. Such prefixes are rarely used
/// for anything else.
pub(crate) fn is_clear_prefix(text: &str) -> bool {
    byline_starts(text).iter().any(|prefix| {
        let rest = strip_word(text, prefix);
        rest.is_some_and(|rest| rest.starts_with(' ') || rest.starts_with(AUTHOR_MARKS)) && prefix.contains(' ')
    })
}

/// Returns `true` if a name begins with a family name of the language and has a given name after it. Only Vietnamese,
/// Chinese, Korean and Japanese are known.
pub(crate) fn begins_with_family_name(name: &str, language: &str) -> bool {
    const LONGEST: usize = 3;
    const GIVEN_CHARS: std::ops::RangeInclusive<usize> = 1..=3;
    let is_family = |name: &str| FAMILY_NAMES.contains(&(language, name));
    if let Some((family, _)) = name.split_once(' ').filter(|_| !name.contains(is_unspaced)) {
        let mut chars = family.chars();
        let family: String = chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect();
        return is_family(&family);
    }
    let ends = name.char_indices().map(|(at, _)| at).skip(1).take(LONGEST);
    ends.into_iter().any(|at| is_family(&name[..at]) && GIVEN_CHARS.contains(&name[at..].trim().chars().count()))
}

/// Returns `true` if a text begins with a name in Han script that ends at a space or slash.
pub(crate) fn is_han_name(text: &str) -> bool {
    let text = text.split(['／', ' ']).next().unwrap_or(text);
    let count = text.chars().count();
    (2..=MAX_HAN_NAME).contains(&count) && text.chars().all(is_han)
}

/// Removes a word from the start of a text, in upper or lower case. Returns the rest, or `None` if
/// the text begins with something else.
#[inline]
pub(crate) fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    // Lines of the page are compared with dozens of words. Nearly all of them already differ in the
    // first letter.
    match (text.as_bytes().first()?, word.as_bytes().first()?) {
        (a, b) if a.is_ascii() && !a.eq_ignore_ascii_case(b) => None,
        _ => strip_alike(text, word),
    }
}

fn strip_alike<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    for expected in word.chars() {
        let c = chars.next()?;
        let same = match (c.is_ascii(), expected.is_ascii()) {
            (true, true) => c.eq_ignore_ascii_case(&expected),
            (true, false) => false,
            _ => c == expected || c.to_lowercase().eq(expected.to_lowercase()),
        };
        if !same {
            return None;
        }
    }
    Some(chars.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_names_are_read_in_many_languages() {
        let cases = [
            ("ar", "تم النشر بواسطة سارة حداد", "سارة حداد"),
            ("ar", "كتبه: سارة حداد", ": سارة حداد"),
            ("bg", "От Иван Драганов", "Иван Драганов"),
            ("bg", "Автор на текста: Иван Драганов", ": Иван Драганов"),
            ("bn", "লিখেছেন রফিক সরকার", "রফিক সরকার"),
            ("bn", "লেখা ও ছবি: রফিক সরকার", ": রফিক সরকার"),
            ("ca", "Per Joan Ferrer", "Joan Ferrer"),
            ("ca", "Text i fotos: Joan Ferrer", ": Joan Ferrer"),
            ("cs", "Od Jan Vrabec", "Jan Vrabec"),
            ("cs", "Redaktorka: Jana Vrabcová", ": Jana Vrabcová"),
            ("da", "Udgivet af Mette Holm", "Mette Holm"),
            ("de", "Von unserer Korrespondentin Jana Beispiel", "Jana Beispiel"),
            ("de", "Autor:in: Jana Beispiel", ": Jana Beispiel"),
            ("de", "Text/Foto: Jana Beispiel", ": Jana Beispiel"),
            ("el", "Της Ελένης Βρανά", "Ελένης Βρανά"),
            ("el", "Επιμέλεια: Ελένη Βρανά", ": Ελένη Βρανά"),
            ("en", "Reporting by Ana Ruiz", "Ana Ruiz"),
            ("es", "Texto y fotografías: Ana Ruiz", ": Ana Ruiz"),
            ("et", "Artikli autor: Mari Kask", ": Mari Kask"),
            ("fa", "توسط سارا کاظمی", "سارا کاظمی"),
            ("fa", "خبرنگار: سارا کاظمی", ": سارا کاظمی"),
            ("fi", "Kirjoittaja: Aino Salo", ": Aino Salo"),
            ("fr", "Mis en ligne par Luc Vasseur", "Luc Vasseur"),
            ("fr", "Journaliste : Luc Vasseur", " : Luc Vasseur"),
            ("he", "על ידי דנה לוי", "דנה לוי"),
            ("he", "כתב וצילם: אורי לוי", ": אורי לוי"),
            ("hi", "द्वारा राम वर्मा", "राम वर्मा"),
            ("hi", "संवाददाता: राम वर्मा", ": राम वर्मा"),
            ("hu", "Közzétette: Varga Anna", ": Varga Anna"),
            ("hu", "Szerző: Varga Anna", ": Varga Anna"),
            ("id", "Pewarta: Sari Dewi", ": Sari Dewi"),
            ("it", "Articolo di Anna Verdi", "Anna Verdi"),
            ("ja", "取材・文＝水無瀬遥", "水無瀬遥"),
            ("ja", "文責：水無瀬遥", "：水無瀬遥"),
            ("ko", "글 = 김가람", "김가람"),
            ("ko", "취재기자: 김가람", ": 김가람"),
            ("ms", "Dicatat oleh Siti Aminah", "Siti Aminah"),
            ("nb", "Publisert av Kari Holm", "Kari Holm"),
            ("nl", "Van onze verslaggever Jan Bakker", "Jan Bakker"),
            ("pl", "Rozmawiała Anna Wrona", "Anna Wrona"),
            ("pt", "Repórter: Ana Moura", ": Ana Moura"),
            ("ro", "De Ion Vlad", "Ion Vlad"),
            ("ro", "A consemnat Ion Vlad", "Ion Vlad"),
            ("ru", "От Анна Ветрова", "Анна Ветрова"),
            ("ru", "Беседовала Анна Ветрова", "Анна Ветрова"),
            ("sk", "Uverejnil používateľ Ján Vrana", "Ján Vrana"),
            ("sk", "Spracovala: Jana Vranová", ": Jana Vranová"),
            ("sv", "Publicerad av Karin Holm", "Karin Holm"),
            ("ta", "இடுகையிட்டது கவிதா", "கவிதா"),
            ("ta", "செய்தியாளர்: கவிதா", ": கவிதா"),
            ("th", "เรื่องโดย สมหญิง ใจดี", "สมหญิง ใจดี"),
            ("th", "ผู้สื่อข่าว : สมหญิง ใจดี", " : สมหญิง ใจดี"),
            ("tr", "Kaleme alan: Ayşe Doğan", ": Ayşe Doğan"),
            ("tr", "Muhabir: Ayşe Doğan", ": Ayşe Doğan"),
            ("uk", "Від Оксана Гай", "Оксана Гай"),
            ("uk", "Розмовляла Оксана Гай", "Оксана Гай"),
            ("ur", "از قلم سارہ ملک", "سارہ ملک"),
            ("ur", "کالم نگار: سارہ ملک", ": سارہ ملک"),
            ("vi", "Được viết bởi Lê Minh", "Lê Minh"),
            ("vi", "Phóng viên: Lê Minh", ": Lê Minh"),
            ("zh", "见习记者王小明", "王小明"),
            ("zh", "採訪撰文／王小明", "／王小明"),
        ];
        for (language, line, name) in cases {
            assert_eq!(strip_prefix(line, language).map(str::trim_start), Some(name.trim_start()), "{line}");
        }
    }

    #[test]
    fn names_and_words_of_other_languages_stay() {
        let cases = [
            ("da", "Per Holm"),
            ("en", "De Luca"),
            ("fr", "Od Vrabec"),
            ("ar", "توسط الوزير بين الطرفين"),
            ("id", "Teks Pidato Presiden"),
            ("tr", "Metin Doğan"),
            ("de", "Texterin Jana Beispiel"),
            ("ru", "Корреспондент Анна Ветрова"),
        ];
        for (language, line) in cases {
            assert_eq!(strip_prefix(line, language), None, "{line}");
        }
    }
}
