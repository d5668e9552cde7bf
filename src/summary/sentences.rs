//! Sentence boundaries: Unicode's rules (UAX 29, from ICU4X), then repairs from word lists.
//!
//! Unicode's rules know no abbreviations, and take a closing quote after a space for an opening one. Each
//! boundary they propose is looked at once, with at most [`WINDOW`] bytes to either side, so that a page of
//! full stops costs no more than a page of prose.

use super::words::{AFTER_ORDINAL, NEVER_LAST, NOT_LAST_BEFORE_NUMBER, STARTERS};
use icu_segmenter::SentenceSegmenter;
use std::ops::Range;

/// Bytes looked at before and after a boundary: more than the longest abbreviation with its spaces.
const WINDOW: usize = 48;

/// Longest number at a line's start that is its numbering (`12. Title`), in digits.
const NUMBERING_DIGITS: usize = 3;

/// Longest ordinal number, in digits: longer numbers end sentences.
const ORDINAL_DIGITS: usize = 2;

/// End marks of Chinese and Japanese, which no space follows.
const CJK_ENDS: [char; 3] = ['。', '！', '？'];

/// The sentences of a text as byte ranges, in order, without white space around them and never empty. A line
/// break of any kind ends a sentence.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let segmenter = SentenceSegmenter::new(Default::default());
    let mut sentences = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive(is_line_break) {
        let mut start = line.len() - line.trim_start().len();
        for boundary in boundaries(line, segmenter.segment_str(line)) {
            let end = beside_quotes(line, boundary);
            // The one before may have moved past this one.
            if end <= start {
                continue;
            }
            if end < line.len() && goes_on(&line[start..end], &line[end..]) {
                continue;
            }
            push_trimmed(&mut sentences, line, start..end, offset);
            start = end;
        }
        offset += line.len();
    }
    sentences
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn push_trimmed(sentences: &mut Vec<Range<usize>>, line: &str, range: Range<usize>, offset: usize) {
    let sentence = &line[range.clone()];
    let trimmed = sentence.trim();
    if !trimmed.is_empty() {
        let start = offset + range.start + (sentence.len() - sentence.trim_start().len());
        sentences.push(start..start + trimmed.len());
    }
}

/// Unicode's boundaries and those after `…`, which Unicode does not count as the end of a sentence.
fn boundaries(line: &str, unicode: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut all: Vec<usize> = unicode.filter(|&boundary| boundary > 0).collect();
    let before = all.len();
    for (at, ellipsis) in line.match_indices('…') {
        let rest = &line[at + ellipsis.len()..];
        let closed = rest.trim_start_matches(|c| is_closer(c) || matches!(c, '“' | '«'));
        let spaced = closed.trim_start();
        if spaced.len() < closed.len() && spaced.starts_with(|c: char| is_opener(c) || c.is_uppercase()) {
            all.push(line.len() - spaced.len());
        }
    }
    if all.len() > before {
        all.sort_unstable();
    }
    all
}

/// Where the sentence ends that a boundary ends: after the quotes and brackets that close it though a space
/// stands before them, as in French (`« Oui. » Il part.`), and before those that open the next one though none
/// does, as in Chinese.
fn beside_quotes(line: &str, boundary: usize) -> usize {
    let ended = line[..boundary].trim_end_matches(['“', '‘', '「', '『', '（', '《']);
    if ended.len() < boundary && ended.ends_with(CJK_ENDS) {
        return ended.len();
    }
    let rest = &line[boundary..];
    let closed = rest.trim_start_matches(is_closer);
    let spaced = closed.trim_start();
    // With a word right behind it, the mark opens what follows.
    if closed.len() < rest.len() && (spaced.len() < closed.len() || closed.is_empty()) {
        line.len() - spaced.len()
    } else {
        boundary
    }
}

/// Without the marks that open a quote in some languages and close it in others: a space before them opens.
fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '」' | '』' | '）')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '«' | '»' | '‘' | '(' | '[' | '¿' | '¡' | '「' | '『')
}

/// Whether a sentence goes on after a boundary. `before` is the sentence so far, `after` the rest of the line.
fn goes_on(before: &str, after: &str) -> bool {
    let before = before.trim_end();
    let next = after.chars().next().unwrap_or(' ');
    // "Go!" he said. Not after Chinese marks, which no small letter goes on from.
    if next.is_lowercase() {
        return !before.trim_end_matches(is_closer).ends_with(CJK_ENDS);
    }
    let Some(before) = before.strip_suffix('.') else {
        return false;
    };
    if before.len() <= NUMBERING_DIGITS && is_number(before) {
        return true;
    }
    let (previous, last) = last_words(&before[before.ceil_char_boundary(before.len().saturating_sub(WINDOW))..]);
    let next_word = after[..after.floor_char_boundary(WINDOW)]
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or("");
    if is_number(&last) {
        return last.len() <= ORDINAL_DIGITS && AFTER_ORDINAL.contains(&next_word);
    }
    // Vietnamese news shorten the last name of a person who is not to be known: "Nguyễn Văn A. Công an ...".
    if last.chars().count() == 1 && matches!(previous, "Văn" | "Thị") {
        return false;
    }
    if is_abbreviation(previous, &last) || (next.is_ascii_digit() && NOT_LAST_BEFORE_NUMBER.contains(&last.as_str())) {
        return true;
    }
    let letter_follows =
        next_word.chars().count() == 1 && after.strip_prefix(next_word).is_some_and(|rest| rest.starts_with('.'));
    is_initials(&last, letter_follows) && !STARTERS.contains(&next_word)
}

/// Whether a word is an abbreviation that does not end a sentence.
fn is_abbreviation(previous: &str, word: &str) -> bool {
    // Of "PGS.TS." the last part tells, but a single letter tells nothing.
    let part = word.rsplit('.').next().filter(|part| part.chars().count() > 1);
    // "г. Москва" is a town, "1999 г." a year.
    let unit = is_number(previous) && word.chars().count() == 1;
    (NEVER_LAST.contains(&word) && !unit) || part.is_some_and(|part| NEVER_LAST.contains(&part))
}

/// Whether a word is initials or an acronym: "J. K. Lowell", "U.S. President", "9 a.m. Monday". Small letters are
/// if another letter with a full stop follows. Letters without case are words.
fn is_initials(word: &str, letter_follows: bool) -> bool {
    let single_letters = word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(|c| c.is_uppercase() || c.is_lowercase()) && letters.next().is_none()
    });
    single_letters && (word.ends_with(char::is_uppercase) || matches!(word, "a.m" | "p.m") || letter_follows)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// The last word of a text whose full stop is cut off, and the word before it, without the marks they start
/// with. Single letters with full stops are one word, spaces dropped: `z. B` is `z.B`.
fn last_words(text: &str) -> (&str, String) {
    let mut words = text
        .rsplit(char::is_whitespace)
        .map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let mut last = words.next().unwrap_or("").to_owned();
    let mut previous = words.next().unwrap_or("");
    while previous.ends_with('.') && previous.chars().count() == 2 && last.split('.').all(|p| p.chars().count() == 1) {
        last.insert_str(0, previous);
        previous = words.next().unwrap_or("");
    }
    (previous, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Language and a text with its boundaries marked by ` | `, which stands for one space; `|` alone for no space.
    const CASES: &[(&str, &str)] = &[
        ("vi", "Mưa lớn từ đêm qua. | Nhiều tuyến phố bị ngập! | Bao giờ nước rút?"),
        ("vi", "TS. Nguyễn Văn Bình và PGS.TS. Trần Thị Hoa cùng dự. | GS. Lê Minh vắng mặt."),
        ("vi", "Ông sống ở TP. HCM đã lâu. | Nhà ở P. Bến Nghé, Q. 1, TP.HCM."),
        ("vi", "Quán nằm tại Q. Bình Thạnh. | Giá 3.500 đồng, tăng 2.5 lần từ 26.10.2017."),
        ("vi", "“Tôi không biết!” bà Lan nói. | “Có ai ở đó không?” | Không ai trả lời."),
        ("vi", "Anh chờ mãi... rồi bỏ về. | Chị cười… | Trời lại mưa."),
        ("vi", "Công an bắt giữ Nguyễn Văn A. | Gia đình nói gì? | Công an xã cho biết bị can Trần Thị B. khai nhận."),
        ("vi", "Chợ bán rau, cá, thịt, v.v. | Ngoài ra còn có hoa."),
        ("vi", "ThS. Phạm An dạy ở trường (quận 5). | (Ảnh: Minh Đức.) | BS. Hà khám bệnh."),
        ("vi", "1. Chuẩn bị nguyên liệu. | Rửa sạch rau."),
        ("en", "Mr. Hale met Dr. Ng in St. Ives. | They talked."),
        ("en", "The U.S. President spoke. | He lives in the U.S. | The crowd left."),
        ("en", "J. K. Lowell wrote it, e.g. in Lisbon. | Prices rose 3.5 percent."),
        ("en", "Bring pens, paper, etc. | The test starts at 9 a.m. Monday in room No. 5 Hall."),
        ("en", "“Stop!” he cried. | \"Why?\" she asked. | (Nobody knew.) | It was over."),
        ("en", "He waited... and left. | She said nothing... | Then it rained."),
        ("en", "He was born on Jan. 5, Oslo says. | He was 42. | In 2017. | He won."),
        ("en", "See plan b. | “A” is not b."),
        ("en", "Take vitamin C. | It helps."),
        ("de", "Das gilt z. B. Birnen und d. h. Obst. | Am 3. Oktober wird gefeiert."),
        ("de", "Er rief: »Halt!« | »Warum?«, fragte sie. | Nr. 5 Lebt ca. Zwei Jahre."),
        ("fr", "M. Dupont est venu. | « Oui ! » dit-il. | « Non. » | Elle part."),
        ("fr", "Le Dr. Morel a parlé… | Puis rien. | Mme. Petit rit."),
        ("es", "El Sr. García llegó. | ¿Quién es? | ¡Nadie lo sabe!"),
        ("es", "Viajó a EE. UU. en 1999. | La Dra. Ruiz también."),
        ("ru", "А. С. Пушкин жил на ул. Мойка. | «Да!» — сказал он."),
        ("ru", "Он родился в 1999 г. | Москва росла, т. е. Менялась."),
        ("zh", "今天下雨了。|你去吗？|“不去！”|他说。"),
        ("zh", "价格上涨3.5%。|消费者不满！"),
        ("zh", "他说好。|iPhone很贵。"),
        ("ja", "雨が降った。|「行くの？」|彼は黙った。"),
        ("ja", "店は午前9時に開く。|客は多い！"),
        ("ko", "비가 내렸다. | 사람들은 집에 있었다."),
        ("ko", "정말인가? | 아무도 모른다."),
        ("ar", "هطل المطر أمس. | هل توقف؟ | لا أحد يعلم."),
        ("ar", "بلغ السعر 3.5 دولار. | ارتفع الطلب!"),
        ("hi", "आज बारिश हुई। | क्या वह आया? | कोई नहीं जानता।"),
        ("hi", "कीमत 3.5 रुपये है। | लोग नाराज़ हैं।"),
        ("th", "ฝนตกหนักเมื่อคืนนี้ ถนนหลายสายน้ำท่วม"),
        ("th", "ราคา 3.5 บาท ต่อกิโลกรัม"),
    ];

    #[test]
    fn boundaries_are_where_a_reader_sees_them() {
        let mut wrong = Vec::new();
        for (language, marked) in CASES {
            let text = marked.replace(" | ", " ").replace('|', "");
            let want: Vec<&str> = marked.split('|').map(str::trim).collect();
            let got: Vec<&str> = split(&text).into_iter().map(|range| &text[range]).collect();
            if got != want {
                wrong.push(format!("{language}: {got:#?}, not {want:#?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_line_break_ends_a_sentence() {
        for line_break in ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{c}"] {
            let text = format!("Tin nóng{line_break}và tin nguội");
            let got: Vec<&str> = split(&text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(got, ["Tin nóng", "và tin nguội"], "{line_break:?}");
        }
    }

    #[test]
    fn nothing_but_space_is_lost() {
        let text = "  A. B? … C!) \u{a0}d… “E”. \n\n ... 5. F.\r\n。。";
        let sentences = split(text);
        let kept: String = sentences.iter().map(|range| &text[range.clone()]).collect();
        let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(squeeze(&kept), squeeze(text));
        assert!(sentences.is_sorted_by(|a, b| a.end <= b.start));
    }
}
