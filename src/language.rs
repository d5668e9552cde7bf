//! The language and the direction of a text, and its reading time.
//!
//! Detection counts trigrams, so it needs a longer text. For a headline it can only guess, unless the letters
//! themselves identify the language. The declared language of a page is often a template's default (`lang="en"` on a
//! Vietnamese page), so [`settle`] weighs both.

use crate::limits::{LANGUAGE_SAMPLE_BYTES, MIN_DETECTABLE_LETTERS, MIN_OVERRULING_LETTERS, MIN_SCRIPT_LETTERS};
use crate::script::{is_han, is_hangul, is_kana};
use std::borrow::Cow;
use whatlang::Lang;

/// The direction in which a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Detects the language of a text. Returns a BCP 47 primary subtag (`vi`, `en`, `zh`). Returns
/// `None` if the text is shorter than [`MIN_DETECTABLE_LETTERS`] letters or fits several languages
/// about equally well. Fewer letters are enough if only one language uses the script or the marks
/// on the letters (Thai, Hebrew, Korean, Vietnamese). Reads at most [`LANGUAGE_SAMPLE_BYTES`] from
/// the beginning, the middle and the end of the text, because a page may open with a quote in
/// another language.
///
/// ```
/// let text = "Sáng nay trời mưa nhỏ, người dân trong làng vẫn ra đồng từ rất sớm để kịp vụ gặt.";
/// assert_eq!(unchaff::language::detect(text), Some("vi"));
/// assert_eq!(unchaff::language::detect("OK"), None);
/// ```
pub fn detect(text: &str) -> Option<&'static str> {
    let sample = sample(text);
    let letters = letters(&sample);
    if letters < MIN_SCRIPT_LETTERS {
        return None;
    }
    if letters < MIN_DETECTABLE_LETTERS && is_marked_as_vietnamese(&sample, letters) {
        return Some("vi");
    }
    let found = whatlang::detect(&sample)?;
    let one_language = found.script().langs().len() == 1;
    (one_language || (letters >= MIN_DETECTABLE_LETTERS && found.is_reliable())).then(|| code(found.lang()))
}

/// Returns the language of a page as a BCP 47 tag, from the declared language and the text. Returns `None` if both are
/// unknown.
///
/// The declared language is kept, with its region, unless the text has at least
/// [`MIN_OVERRULING_LETTERS`] letters and is certainly in another language. A declared language
/// that the detector does not know is also kept, because the detector would mistake it for a
/// related one.
///
/// ```
/// use unchaff::language::settle;
/// assert_eq!(settle(Some("vi-VN"), "Ngắn").as_deref(), Some("vi-VN"));
/// ```
pub fn settle(declared: Option<&str>, text: &str) -> Option<String> {
    let Some(declared) = declared.and_then(normalize) else {
        return detect(text).map(str::to_owned);
    };
    let primary = primary_subtag(&declared);
    match detect(text).filter(|_| letters(&sample(text)) >= MIN_OVERRULING_LETTERS) {
        Some(detected) if is_detectable(primary) && !same_language(detected, primary) => Some(detected.to_owned()),
        _ => Some(declared),
    }
}

/// Returns a language tag in BCP 47's usual form (`vi_vn` → `vi-VN`, `ZH-hans` → `zh-Hans`). Keeps only language,
/// script and region. Returns `None` for a string that is not a tag, such as an unfilled template or a name.
///
/// ```
/// assert_eq!(unchaff::language::normalize("vi_VN").as_deref(), Some("vi-VN"));
/// assert_eq!(unchaff::language::normalize("{{lang}}"), None);
/// ```
pub fn normalize(tag: &str) -> Option<String> {
    // Removes the other items of a list ("en, fr"), and the charset and variant of a locale
    // ("de_DE.UTF-8", "ca@valencia").
    let first = tag.trim().split([',', ';', '.', '@', ' ']).next()?;
    let mut subtags = first.split(['-', '_']);
    let language = subtags.next().filter(|s| matches!(s.len(), 2 | 3) && is_alphabetic(s))?.to_ascii_lowercase();
    if matches!(language.as_str(), "und" | "mul" | "zxx" | "xx") {
        return None;
    }
    let mut normal = language;
    for subtag in subtags {
        match subtag.len() {
            4 if is_alphabetic(subtag) => {
                let lower = subtag.to_ascii_lowercase();
                normal.push('-');
                normal.push_str(&lower[..1].to_ascii_uppercase());
                normal.push_str(&lower[1..]);
            }
            2 if is_alphabetic(subtag) => {
                normal.push('-');
                normal.push_str(&subtag.to_ascii_uppercase());
                break;
            }
            3 if subtag.bytes().all(|b| b.is_ascii_digit()) => {
                normal.push('-');
                normal.push_str(subtag);
                break;
            }
            _ => break,
        }
    }
    Some(normal)
}

/// Returns the direction of most letters of a text, or `None` if the text has no letters. Reads the
/// same sample as [`detect`].
///
/// ```
/// use unchaff::language::{Direction, direction};
/// assert_eq!(direction("مرحبا HTML"), Some(Direction::Rtl));
/// assert_eq!(direction("2024"), None);
/// ```
pub fn direction(text: &str) -> Option<Direction> {
    let (mut ltr, mut rtl) = (0usize, 0usize);
    for c in sample(text).chars().filter(|c| c.is_alphabetic()) {
        if is_rtl(c) { rtl += 1 } else { ltr += 1 }
    }
    match (ltr, rtl) {
        (0, 0) => None,
        _ if rtl > ltr => Some(Direction::Rtl),
        _ => Some(Direction::Ltr),
    }
}

/// Returns `true` for letters of Unicode's right-to-left blocks: Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan,
/// Mandaic and their extensions, the presentation forms, and the historic and African scripts of plane 1 (UAX #9, table
/// 4).
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn is_alphabetic(subtag: &str) -> bool {
    subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

fn primary_subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Returns the text, or the beginning, middle and end of a long one.
fn sample(text: &str) -> Cow<'_, str> {
    const PARTS: usize = 3;
    if text.len() <= LANGUAGE_SAMPLE_BYTES {
        return Cow::Borrowed(text);
    }
    let size = LANGUAGE_SAMPLE_BYTES / PARTS;
    let part = |start: usize| &text[text.floor_char_boundary(start)..text.floor_char_boundary(start + size)];
    Cow::Owned([part(0), part((text.len() - size) / 2), part(text.len() - size)].join(" "))
}

/// Counts letters. A Han, kana or Hangul character counts as three, because it carries about as much information.
fn letters(text: &str) -> usize {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.map(|c| if is_han(c) || is_kana(c) || is_hangul(c) { 3 } else { 1 }).sum()
}

/// Returns `true` if enough letters of a text have two marks (ấ, ệ, ỗ, ự). Only Vietnamese has such
/// letters.
fn is_marked_as_vietnamese(text: &str, letters: usize) -> bool {
    const FEWEST: usize = 2;
    const ONE_IN: usize = 10;
    let marked = text.chars().filter(|c| {
        matches!(c, '\u{1EA4}'..='\u{1EB7}' | '\u{1EBE}'..='\u{1EC7}' | '\u{1ED0}'..='\u{1EE3}' | '\u{1EE8}'..='\u{1EF1}')
    });
    let marked = marked.count();
    marked >= FEWEST && marked * ONE_IN >= letters
}

/// Returns the whole minutes that reading a text takes, at least one.
///
/// The speeds in letters and digits per minute are those of the International Reading Speed Texts,
/// read aloud by 436 people in 17 languages (Trauzettel-Klosinski & Dietz 2012,
/// doi:10.1167/iovs.11-8284). Other languages, such as Vietnamese, get the mean of that study.
/// Chinese and Japanese characters are counted with their own speed on pages of all languages.
/// Korean is not part of the study, so a Korean syllable counts as two and a half letters.
///
/// ```
/// let text = "Trời mưa to. ".repeat(200);
/// assert_eq!(unchaff::language::reading_minutes(&text, Some("vi")), 3);
/// ```
pub fn reading_minutes(text: &str, language: Option<&str>) -> usize {
    whole(minutes(text, language))
}

/// Returns the minutes to read a text at the usual speed of its language.
fn minutes(text: &str, language: Option<&str>) -> f64 {
    const MEAN: f64 = 863.0;
    const LETTERS_PER_SYLLABLE: f64 = 2.5;
    let primary = primary_subtag(language.unwrap_or(""));
    let characters = if primary == "ja" { 357.0 } else { 255.0 };
    let letters = match primary {
        "ar" => 612.0,
        "de" => 920.0,
        // Latin letters on Chinese and Japanese pages are mostly English.
        "en" | "zh" | "ja" => 987.0,
        "es" => 1025.0,
        "fi" => 1078.0,
        "fr" => 998.0,
        "he" => 833.0,
        "it" => 950.0,
        "nl" => 978.0,
        "pl" => 916.0,
        "pt" => 913.0,
        "ru" => 986.0,
        "sl" => 885.0,
        "sv" => 917.0,
        "tr" => 1054.0,
        _ => MEAN,
    };
    let mut counts = [0_usize; 3];
    for c in text.chars() {
        match c {
            _ if is_han(c) || is_kana(c) => counts[0] += 1,
            _ if is_hangul(c) => counts[1] += 1,
            _ if c.is_alphanumeric() => counts[2] += 1,
            _ => {}
        }
    }
    let [characters_read, syllables, letters_read] = counts.map(|count| count as f64);
    characters_read / characters + syllables * LETTERS_PER_SYLLABLE / MEAN + letters_read / letters
}

/// Returns the times that a fast and a slow reader need, in whole minutes, at least one. Most
/// adults read 175 to 300 words of English non-fiction per minute, with a mean of 238 (Brysbaert
/// 2019, doi:10.1016/j.jml.2019.104047). The same spread is used for other languages.
///
/// ```
/// let text = "Trời mưa to. ".repeat(400);
/// assert_eq!(unchaff::language::reading_range(&text, Some("vi")), (4, 6));
/// ```
pub fn reading_range(text: &str, language: Option<&str>) -> (usize, usize) {
    range(minutes(text, language))
}

/// Computes [`reading_minutes`] and [`reading_range`] in one pass over the text.
pub(crate) fn reading_times(text: &str, language: Option<&str>) -> (usize, (usize, usize)) {
    let minutes = minutes(text, language);
    (whole(minutes), range(minutes))
}

fn range(minutes: f64) -> (usize, usize) {
    (whole(minutes * 238.0 / 300.0), whole(minutes * 238.0 / 175.0))
}

fn whole(minutes: f64) -> usize {
    (minutes.ceil() as usize).max(1)
}

/// Returns `true` if two primary subtags name the same language. Norwegian has three names.
fn same_language(a: &str, b: &str) -> bool {
    let norwegian = |s: &str| matches!(s, "no" | "nb" | "nn");
    a == b || (norwegian(a) && norwegian(b))
}

fn is_detectable(primary: &str) -> bool {
    Lang::all().iter().any(|&lang| same_language(code(lang), primary))
}

/// Returns the shortest ISO 639 code of a language, as BCP 47 requires: two letters (ISO 639-1) if there is such a
/// code.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIETNAMESE: &str = "Trường tiểu học của xã vừa khánh thành thư viện mới với hơn ba nghìn đầu sách do người dân đóng góp. \
        Các em học sinh được mượn sách về nhà mỗi tuần hai lần, và thầy cô dành riêng chiều thứ sáu để đọc cùng các em. \
        Hội phụ huynh cho biết sẽ sửa thêm mái hiên trước mùa mưa để các em có chỗ ngồi đọc.";

    #[test]
    fn a_long_quote_at_the_start_does_not_decide() {
        let quote = "The quick brown fox jumps over the lazy dog. ".repeat(LANGUAGE_SAMPLE_BYTES / 45 / 2);
        assert_eq!(detect(&format!("{quote}\n{}", VIETNAMESE.repeat(40))), Some("vi"));
    }

    #[test]
    fn reading_time_is_that_of_the_language_and_the_script() {
        let cases = [
            ("", None, 1),
            ("OK", Some("en"), 1),
            (&*"Rain ".repeat(1000), Some("en"), 5),
            (&*"Regn ".repeat(1000), Some("sv"), 5),
            (&*"مطر ".repeat(1000), Some("ar"), 5),
            (&*"Mưa to ".repeat(1000), Some("vi-VN"), 6),
            (&*"雨".repeat(1000), Some("zh-Hans"), 4),
            (&*"雨".repeat(1000), Some("ja"), 3),
            (&*"비".repeat(1000), Some("ko"), 3),
            // 510 characters, and 987 letters.
            (&*("雨".repeat(510) + &"a".repeat(987)), Some("zh"), 3),
        ];
        for (text, language, minutes) in cases {
            assert_eq!(reading_minutes(text, language), minutes, "{language:?}");
        }
    }

    #[test]
    fn a_template_default_yields_to_the_text() {
        assert_eq!(settle(Some("en"), VIETNAMESE).as_deref(), Some("vi"));
        assert_eq!(settle(Some("en"), "Trường học mới").as_deref(), Some("en"));
        assert_eq!(settle(Some("vi_VN"), VIETNAMESE).as_deref(), Some("vi-VN"));
        assert_eq!(settle(None, VIETNAMESE).as_deref(), Some("vi"));
    }

    #[test]
    fn norwegian_has_three_names() {
        for (one, other) in [("no", "nb"), ("nb", "nn"), ("nn", "no")] {
            assert!(same_language(one, other) && same_language(other, one));
        }
        assert!(!same_language("nb", "da") && !same_language("sv", "no"));
        assert!(is_detectable("no") && is_detectable("nn"));
    }

    #[test]
    fn a_language_that_the_detector_does_not_know_stands() {
        assert_eq!(settle(Some("ms"), VIETNAMESE).as_deref(), Some("ms"));
    }

    #[test]
    fn tags_are_normalized() {
        let cases = [
            ("vi", Some("vi")),
            ("EN-us", Some("en-US")),
            ("de_AT.UTF-8", Some("de-AT")),
            ("zh_hans_cn", Some("zh-Hans-CN")),
            ("es-419", Some("es-419")),
            ("en, fr", Some("en")),
            ("en-x-custom", Some("en")),
            ("zh-1234-CN", Some("zh")),
            ("de-1a", Some("de")),
            ("es-4a9", Some("es")),
            ("{{lang}}", None),
            ("english", None),
            ("und", None),
            ("", None),
        ];
        for (tag, expected) in cases {
            assert_eq!(normalize(tag).as_deref(), expected, "{tag:?}");
        }
    }

    #[test]
    fn direction_is_that_of_most_letters() {
        assert_eq!(direction("قال CEO الشركة"), Some(Direction::Rtl));
        assert_eq!(direction("The word שלום means peace"), Some(Direction::Ltr));
        assert_eq!(direction("— 2024 —"), None);
    }

    #[test]
    fn every_language_of_the_study_has_its_speed() {
        let speeds = [
            ("ar", 612),
            ("de", 920),
            ("en", 987),
            ("es", 1025),
            ("fi", 1078),
            ("fr", 998),
            ("he", 833),
            ("it", 950),
            ("nl", 978),
            ("pl", 916),
            ("pt", 913),
            ("ru", 986),
            ("sl", 885),
            ("sv", 917),
            ("tr", 1054),
            ("vi", 863),
        ];
        for (language, letters) in speeds {
            assert_eq!(reading_minutes(&"a".repeat(letters), Some(language)), 1, "{language}");
            assert_eq!(reading_minutes(&"a".repeat(letters + 1), Some(language)), 2, "{language}");
        }
    }

    #[test]
    fn a_script_of_one_language_is_told_from_few_letters() {
        let thai = "ก".repeat(MIN_SCRIPT_LETTERS);
        assert_eq!(detect(&thai), Some("th"));
        assert_eq!(detect(&thai[..thai.len() - "ก".len()]), None);
    }

    #[test]
    fn a_tenth_of_the_letters_with_two_marks_are_vietnamese() {
        assert!(is_marked_as_vietnamese("ấệ abcdefgh ijklmnopqr", 20));
        assert!(!is_marked_as_vietnamese("ấệ abcdefgh ijklmnopqrs", 21));
        assert!(!is_marked_as_vietnamese("ấ abc", 4));
    }
}
