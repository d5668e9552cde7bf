//! The language and the direction of a text.
//!
//! Detection counts trigrams, so it needs some length: on a headline it guesses. What a page declares is often a
//! template's default (`lang="en"` on a Vietnamese page), so [`settle`] weighs both.

use crate::options::{LANGUAGE_SAMPLE_BYTES, MIN_DETECTABLE_LETTERS, MIN_OVERRULING_LETTERS};
use whatlang::Lang;

/// The direction in which a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// The language of a text as a BCP 47 primary subtag (`vi`, `en`, `zh`), or `None` where it is shorter than
/// [`MIN_DETECTABLE_LETTERS`] letters or fits several languages about as well. Reads at most
/// [`LANGUAGE_SAMPLE_BYTES`] from the start.
///
/// ```
/// let text = "Sáng nay trời mưa nhỏ, người dân trong làng vẫn ra đồng từ rất sớm để kịp vụ gặt.";
/// assert_eq!(unchaff::language::detect(text), Some("vi"));
/// assert_eq!(unchaff::language::detect("OK"), None);
/// ```
pub fn detect(text: &str) -> Option<&'static str> {
    detect_in(sample(text), MIN_DETECTABLE_LETTERS)
}

/// The language of a page that declares one: a BCP 47 tag, or `None` where nothing is known.
///
/// The declared language stands, with its region, unless the text has at least [`MIN_OVERRULING_LETTERS`] letters
/// and is surely in another one. A declared language that the detector does not know stands too, because the
/// detector would take it for its nearest relative.
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
    match detect_in(sample(text), MIN_OVERRULING_LETTERS) {
        Some(detected) if is_detectable(primary) && !same_language(detected, primary) => Some(detected.to_owned()),
        _ => Some(declared),
    }
}

/// A language tag in BCP 47's usual form (`vi_vn` → `vi-VN`, `ZH-hans` → `zh-Hans`), or `None` for what is no tag:
/// an unfilled template, a name, an empty string. Only language, script and region are kept.
///
/// ```
/// assert_eq!(unchaff::language::normalize("vi_VN").as_deref(), Some("vi-VN"));
/// assert_eq!(unchaff::language::normalize("{{lang}}"), None);
/// ```
pub fn normalize(tag: &str) -> Option<String> {
    // A list ("en, fr") or a locale's charset and variant ("de_DE.UTF-8", "ca@valencia") follow these.
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

/// The direction of a text: that of most of its letters. `None` where it has no letters. Reads at most
/// [`LANGUAGE_SAMPLE_BYTES`] from the start.
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

/// Letters of the right-to-left blocks of Unicode: Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic and
/// their extensions; presentation forms; the historic and African scripts of plane 1 (UAX #9, table 4).
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn is_alphabetic(subtag: &str) -> bool {
    subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

fn primary_subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

fn sample(text: &str) -> &str {
    let mut end = text.len().min(LANGUAGE_SAMPLE_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn detect_in(sample: &str, min_letters: usize) -> Option<&'static str> {
    // A Han or kana character says as much as some three letters.
    let letters: usize = sample
        .chars()
        .filter(|c| c.is_alphabetic())
        .map(|c| if matches!(c, '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}') { 3 } else { 1 })
        .sum();
    if letters < min_letters {
        return None;
    }
    let found = whatlang::detect(sample)?;
    found.is_reliable().then(|| code(found.lang()))
}

/// Whether two primary subtags name one language: Norwegian has three names.
fn same_language(a: &str, b: &str) -> bool {
    let norwegian = |s: &str| matches!(s, "no" | "nb" | "nn");
    a == b || (norwegian(a) && norwegian(b))
}

fn is_detectable(primary: &str) -> bool {
    Lang::all().iter().any(|&lang| same_language(code(lang), primary))
}

/// The shortest ISO 639 code of a language: two letters where there are two (ISO 639-1), as BCP 47 asks.
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
    fn detects_languages_in_their_scripts() {
        let cases = [
            ("vi", VIETNAMESE),
            (
                "en",
                "The village library opened its doors again this morning, and the first readers were waiting outside before eight.",
            ),
            (
                "de",
                "Die kleine Bücherei im Dorf hat heute wieder geöffnet, und die ersten Leser warteten schon vor acht Uhr davor.",
            ),
            (
                "fr",
                "La petite bibliothèque du village a rouvert ses portes ce matin, et les premiers lecteurs attendaient déjà dehors.",
            ),
            ("zh", "村里的小图书馆今天早上重新开放,第一批读者八点以前就在门口等候了。"),
            ("ja", "村の小さな図書館が今朝また開き、最初の読者は八時前から外で待っていました。"),
            ("ar", "فتحت مكتبة القرية الصغيرة أبوابها من جديد هذا الصباح وكان القراء الأوائل ينتظرون في الخارج"),
        ];
        for (expected, text) in cases {
            assert_eq!(detect(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn does_not_guess_on_short_text() {
        assert_eq!(detect("Trang chủ"), None);
        assert_eq!(detect("12345 67890 12345 67890 12345 67890 12345 67890"), None);
    }

    #[test]
    fn a_template_default_yields_to_the_text() {
        assert_eq!(settle(Some("en"), VIETNAMESE).as_deref(), Some("vi"));
        assert_eq!(settle(Some("en"), "Trường học mới").as_deref(), Some("en"));
        assert_eq!(settle(Some("vi_VN"), VIETNAMESE).as_deref(), Some("vi-VN"));
        assert_eq!(settle(None, VIETNAMESE).as_deref(), Some("vi"));
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
}
