//! What a line looks like by itself.

use super::Lines;
use super::labels::{Label, Labelled};
use crate::blocks::Blocks;
use crate::features::{Features, Kind, Table};

/// A line of running text has this many words.
pub(super) const BODY_WORDS: usize = 15;
/// A line this long is running text even without an end mark.
const LONG_WORDS: usize = 35;
/// A line this short that ends as a sentence does is one.
const SENTENCE_WORDS: usize = 6;

/// What a line looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Body,
    /// A few words without an end mark.
    Headline,
    /// One to three words.
    Short,
    /// The same text twice in one line, as linked cards leave it.
    Doubled,
    /// What an image shows.
    Caption,
    /// Buttons, counts, dates, forms.
    Widget,
    /// A name and a bar.
    NameAndBar,
    /// A label of which [`Labelled`] says more.
    Label,
    /// A list item, heading, quotation or table row by its marks.
    Structured,
}

pub(super) fn of(text: &str, folded: &str, label: Option<Labelled>, f: &Features) -> Look {
    if is_doubled(folded) {
        Look::Doubled
    } else if label.is_some_and(|l| l.whole) {
        Look::Label
    } else if text.ends_with('|') {
        Look::NameAndBar
    } else if is_caption(text, f) {
        Look::Caption
    } else if is_widget(text, label, f) {
        Look::Widget
    } else if is_running_text(f) {
        Look::Body
    } else if f.kind != Kind::Paragraph {
        Look::Structured
    } else if f.words > 3 {
        Look::Headline
    } else {
        Look::Short
    }
}

/// Sentences, in paragraphs or in the items of a list.
fn is_running_text(f: &Features) -> bool {
    matches!(f.kind, Kind::Paragraph | Kind::ListItem)
        && (f.words >= LONG_WORDS || f.ends_sentence && f.words >= SENTENCE_WORDS)
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
        "- Ảnh",
        "Ảnh ",
        "Ảnh minh họa",
        "Ảnh minh hoạ",
        "Ảnh tư liệu",
        "Nguồn ảnh",
        "(Nguồn:",
        "Ảnh chụp màn hình",
        "Đồ họa:",
        "Clip:",
        "Photo:",
        "(Photo",
        "Photo by",
        "Photo credit",
        "Image:",
        "Image credit",
        "Getty Images",
        "Photograph:",
        "Photos:",
        "Picture:",
        "Credit:",
        "Credits:",
        "AP Photo",
        "via AP)",
        "via Reuters",
        "Foto:",
        "(Foto",
        "Bild:",
        "(Bild",
        "Bildquelle",
        "Photo :",
        "© AFP",
        "© REUTERS",
        "(Source:",
        "(Quelle:",
        "(Fonte:",
        "(Fuente:",
        "Crédit photo",
        "Crédits :",
        "Fotografía:",
        "Imagen:",
        "Imagem:",
        "Divulgação",
        "Reprodução",
        "Zdjęcie:",
        "Fot.",
        "Фото:",
        "Фото ©",
        "Fotoğraf:",
        "图：",
        "图/",
        "图源",
        "图片来源",
        "图为",
        "圖：",
        "圖片來源",
        "写真：",
        "写真＝",
        "写真提供",
        "画像：",
        "사진=",
        "사진 =",
        "사진:",
        "تصوير:",
        "الصورة:",
        "عکس:",
        "ภาพ:",
    ];
    /// A photographer's name and this verb end a caption in Chinese.
    const SIGNED: &[&str] = &["摄", "攝", "撮影"];
    /// Agencies whose names end a caption.
    const AGENCIES: &[&str] = &[
        "AFP",
        "REUTERS",
        "Reuters",
        "AP",
        "EPA",
        "dpa",
        "APA",
        "IMAGO",
        "Imago",
        "Getty",
        "Shutterstock",
        "iStock",
        "Unsplash",
        "Pixabay",
        "Bloomberg",
        "TTXVN",
        "VNA",
        "Xinhua",
        "ANSA",
        "EFE",
        "PA",
        "PA Wire",
        "ANP",
        "CTK",
        "ČTK",
        "PAP",
        "TASS",
        "ТАСС",
        "RIA",
        "РИА Новости",
        "NTB",
        "TT",
    ];
    const CAPTION_WORDS: usize = 40;
    let end = text.trim_end_matches(['）', ')', '。', '】', ']']);
    f.words <= CAPTION_WORDS
        && (MARKS.iter().any(|mark| text.contains(mark))
            || SIGNED.iter().any(|mark| end.ends_with(mark))
            || end
                .rsplit_once(['/', '(', '|', '–', '-', '©', '.'])
                .is_some_and(|(_, last)| AGENCIES.contains(&last.trim())))
}

/// Buttons, counts and dates: mostly digits or marks, or words that labels begin with.
fn is_widget(text: &str, label: Option<Labelled>, f: &Features) -> bool {
    const WIDGET_WORDS: usize = 12;
    if f.words > WIDGET_WORDS {
        return false;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let others = text.chars().filter(|c| !c.is_alphabetic() && !c.is_whitespace()).count();
    let by_words = matches!(label, Some(Labelled { label: Label::Control | Label::Comments | Label::Legal, .. }));
    others > letters || by_words && !f.ends_sentence
}

/// Whether a line is a person's name and no more: two to five capitalised words.
pub(crate) fn is_name(text: &str) -> bool {
    let name = text.trim_end_matches(['|', ' ']);
    let is_name_word =
        |w: &str| w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || c == '.' || c == '-');
    let words = name.split_whitespace().filter(|&word| word != "-" && word != "–");
    let count = words.clone().count();
    (2..=5).contains(&count)
        && words.clone().all(is_name_word)
        && !name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

pub(super) fn add_columns(table: &mut Table, blocks: &Blocks, lines: &Lines, features: &[Features]) {
    let text = |i: usize| blocks.list[i].text.trim_end();
    let column = |test: &dyn Fn(&str) -> bool, i: usize| f32::from(test(text(i)));
    table.add("kind", |i| features[i].kind as u8 as f32);
    table.add("look", |i| lines.looks[i] as u8 as f32);
    for (label, name) in Label::ALL {
        table.add(format!("label_{name}"), |i| match lines.labels[i] {
            Some(found) if found.label == label => 1.0 + f32::from(found.whole),
            _ => 0.0,
        });
    }
    table.add("caption", |i| f32::from(lines.looks[i] == Look::Caption));
    table.add("ellipsis", |i| column(&|t| t.ends_with('…') || t.ends_with(".."), i));
    table.add("question", |i| column(&|t| t.ends_with(['?', '？', '؟', '!', '！']), i));
    table.add("bar", |i| column(&|t| t.ends_with(['|', '>', '»', '›', '→', '▼', '+']), i));
    table.add("pointer", |i| column(&|t| t.starts_with(['>', '»', '›', '→', '▶', '►', '#', '+', '[', '【']), i));
    table.add("bracketed", |i| {
        column(&|t| t.starts_with(['(', '（', '[', '【']) && t.ends_with([')', '）', ']', '】']), i)
    });
    table.add("signed_off", |i| column(&|t| t.ends_with("./.") || t.ends_with('■'), i));
    table.add("quoted", |i| column(&|t| t.starts_with(['"', '“', '«', '„', '「', '『', '‘']), i));
    table.add("starts_digit", |i| column(&|t| t.starts_with(|c: char| c.is_numeric()), i));
    table.add("starts_small", |i| column(&|t| t.starts_with(char::is_lowercase), i));
    table.add("shouted", |i| column(&is_shouted, i));
    table.add("name", |i| column(&is_name, i));
    table.add("colons", |i| text(i).chars().take(200).filter(|c| matches!(c, ':' | '：')).count() as f32);
}

/// Whether it has letters and all of them are capitals.
fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_lines_are_seen() {
        let cases = [
            ("voi con về rừng voi con về rừng", true),
            ("voi con về rừng với mẹ", false),
            ("về về về về về về về về", true),
            ("", false),
        ];
        for (folded, expected) in cases {
            assert_eq!(is_doubled(folded), expected, "{folded}");
        }
    }

    #[test]
    fn names_are_told_from_headlines() {
        for name in ["Khánh Ly Giang", "Hải Sâm - Lê Duyệt", "Thu Nguyệt |", "J. R. Holm"] {
            assert!(is_name(name), "{name}");
        }
        for other in ["TIN LIÊN QUAN", "Mưa", "Mưa lớn ở Huế", "Kết quả 2024", "Anna, Ben, Carla"] {
            assert!(!is_name(other), "{other}");
        }
    }
}
