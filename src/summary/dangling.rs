//! Finds out whether a sentence needs the one before it.
//!
//! A sentence that opens with a pronoun, a connective, a reply or a list item is not understood
//! alone. The words are in [`openers`](super::openers). In all languages, only the first few words
//! of a sentence are read.

use super::openers::{KINSHIP, KINSHIP_NOUNS, NOT_BACK, OPENERS};
use super::sentences::is_georgian;
use crate::script::is_unspaced;
use crate::text::is_word_character;

/// How many words from the start are searched for a demonstrative or a connective that points back.
/// In scripts without spaces, it is the number of letters.
const EARLY_WORDS: usize = 6;
const EARLY_LETTERS: usize = 14;

/// Maximum number of words of an introduction without a name. A pronoun after it points back.
const INTRODUCTION_WORDS: usize = 5;

/// How many words after an article are searched for its noun.
const ARTICLE_WORDS: usize = 3;

/// How many bytes of a sentence are read. They contain its first words.
const START: usize = 128;

/// Maximum number of words of a label before a colon: "Note:", "Bước 1:".
const LABEL_WORDS: usize = 3;

/// Maximum number of digits in the number of a list item.
const ITEM_DIGITS: usize = 3;

/// The words of a language that point back. If the language is unknown, the words of all languages.
pub(super) struct Dangling {
    pronouns: Vec<&'static str>,
    first: Vec<&'static str>,
    early: Vec<&'static str>,
    not_back: Vec<&'static str>,
    has_kinship: bool,
    /// `true` if the verb is the second part of a sentence, so that its subject may come after it.
    verb_second: bool,
    /// `true` if nouns have a capital, so that an article without a noun can be recognized.
    capital_nouns: bool,
}

impl Dangling {
    /// Returns the words for a BCP 47 tag. A language without a list has no such words.
    pub fn new(language: Option<&str>) -> Dangling {
        let language = language.map(|tag| tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase());
        let of = |words: fn(&super::openers::BackReferences) -> &'static str| {
            let lists = OPENERS.iter().filter(|list| language.as_deref().is_none_or(|name| name == list.language));
            lists.flat_map(|list| words(list).split('|')).collect()
        };
        Dangling {
            pronouns: of(|list| list.pronouns),
            first: of(|list| list.first),
            early: of(|list| list.early),
            not_back: NOT_BACK.split('|').collect(),
            has_kinship: language.as_deref().is_none_or(|name| name == "vi"),
            verb_second: matches!(language.as_deref(), Some("de" | "nl" | "sv")),
            capital_nouns: language.as_deref() == Some("de"),
        }
    }

    /// Returns `true` if the sentence needs the one before it.
    pub fn needs_context(&self, sentence: &str) -> bool {
        begins_inside(sentence) || is_list_item(sentence) || is_labelled(sentence) || self.points_back(sentence)
    }

    fn points_back(&self, sentence: &str) -> bool {
        let written = sentence.trim_start_matches(|c: char| !is_word_character(c));
        let written = &written[..written.floor_char_boundary(START)];
        // Typesetters put a no-break space between a short word and the next one.
        let lower = written.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
        let (mut rest, mut words, mut letters) = (lower.as_str(), 0, 0);
        while !rest.is_empty() && words < EARLY_WORDS && letters < EARLY_LETTERS {
            let is_first = words == 0 && letters == 0;
            let at = lower.len() - rest.len();
            let any = |list: &[&str]| {
                list.iter().any(|entry| opens(rest, entry) && !self.is_not_back(&lower[..at + entry.len()], rest))
            };
            let before = &lower[..at];
            let may_refer =
                (words == 1 || (self.verb_second && words > 1)) && before.ends_with(' ') && !before.contains(',');
            if any(&self.early)
                || (is_first && (any(&self.first) || any(&self.pronouns)))
                // "When she", "Im Visier hatten sie". But in German, "Wenn Sie" addresses the
                // reader.
                || (may_refer && any(&self.pronouns) && !nth_word(written, words).starts_with(char::is_uppercase))
                || (self.has_kinship && words < 2 && is_kinship_alone(written, words))
            {
                return true;
            }
            let unspaced = rest.starts_with(is_unspaced);
            let end = rest.char_indices().skip(1).find(|&(_, c)| unspaced || !is_word_character(c));
            rest = &rest[end.map_or(rest.len(), |(at, _)| at)..];
            if unspaced {
                letters += 1;
            } else {
                words += 1;
            }
            rest = after_gap(rest);
        }
        self.begins_clause_with_pronoun(written) || (self.capital_nouns && is_pronoun(written))
    }

    /// Returns `true` if the word that points back is part of a phrase that does not. `read` ends
    /// with the phrase, or `rest` begins with it.
    fn is_not_back(&self, read: &str, rest: &str) -> bool {
        let ends = |phrase: &str| {
            read.strip_suffix(phrase)
                .is_some_and(|before| phrase.starts_with(is_unspaced) || !before.ends_with(is_word_character))
        };
        self.not_back.iter().any(|phrase| ends(phrase) || opens(rest, phrase))
    }

    /// Returns `true` for a pronoun after a short introduction without a name: "In a later post, he
    /// wrote", but not "When Ada came, she sang". One word may come between: "Signatures, which he
    /// needs".
    fn begins_clause_with_pronoun(&self, written: &str) -> bool {
        let Some((introduction, clause)) = written.split_once(", ") else {
            return false;
        };
        let mut words = introduction.split(' ');
        let is_short = words.clone().count() <= INTRODUCTION_WORDS;
        let clause = &clause[..clause.floor_char_boundary(START / 4)];
        is_short
            && !words.any(|word| word.starts_with(char::is_uppercase) && !introduction.starts_with(word))
            && clause.starts_with(char::is_lowercase)
            && (self.pronouns.iter().any(|pronoun| opens(clause, pronoun) || opens(nth_word(clause, 1), pronoun))
                || (self.has_kinship && is_kinship_alone(clause, 0)))
    }
}

/// Returns `true` if a German sentence begins with an article without a noun after it: "Das
/// vermutete der Rat".
fn is_pronoun(written: &str) -> bool {
    let mut words = written.split_whitespace();
    let is_article = words.next().is_some_and(|word| matches!(word, "Das" | "Der" | "Die" | "Dem" | "Den"));
    is_article && words.take(ARTICLE_WORDS).all(|word| word.starts_with(char::is_lowercase))
}

fn after_gap(text: &str) -> &str {
    text.trim_start_matches(|c: char| !is_word_character(c))
}

/// Returns `true` if a text begins with an entry of a list as whole words.
fn opens(text: &str, entry: &str) -> bool {
    // Nearly all entries already differ in the first letter.
    text.as_bytes().first() == entry.as_bytes().first()
        && text.strip_prefix(entry).is_some_and(|after| {
            entry.ends_with([',', '،', '，', '?'])
                || entry.starts_with(is_unspaced)
                || !after.starts_with(|c: char| is_word_character(c) || c == '-')
        })
}

/// Returns the text from its nth word on, counted from 0.
fn nth_word(text: &str, n: usize) -> &str {
    (0..n).fold(text, |text, _| {
        let after = text.find(|c: char| !is_word_character(c)).unwrap_or(text.len());
        after_gap(&text[after..])
    })
}

/// Returns `true` if one of the first words is a Vietnamese word of kinship without a name or a
/// noun after it. After the first word, it must be followed by a comma: "Theo bà, ...".
fn is_kinship_alone(written: &str, word: usize) -> bool {
    let at = nth_word(written, word);
    let end = at.find(|c: char| !is_word_character(c)).unwrap_or(at.len());
    let (kin, after) = at.split_at(end);
    let is_kinship = |kin: &str| KINSHIP.split('|').any(|entry| entry == kin);
    if !is_kinship(&kin.to_lowercase()) {
        return false;
    }
    if word > 0 || !after.starts_with(' ') {
        return after.starts_with(',');
    }
    let next = after.trim_start();
    let next = &next[..next.find(|c: char| !is_word_character(c)).unwrap_or(next.len())];
    next.starts_with(char::is_lowercase) && !KINSHIP_NOUNS.split('|').any(|noun| noun == next)
}

/// Returns `true` for the rest of a sentence, which begins with an ellipsis or a small letter. A
/// name may have its capital later ("iPhone"), and Georgian has no capitals.
fn begins_inside(sentence: &str) -> bool {
    let word = sentence.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let is_small = word.starts_with(char::is_lowercase) && !word.contains(char::is_uppercase);
    sentence.starts_with(['…', '.']) || (is_small && !word.starts_with(is_georgian))
}

/// Returns `true` if a sentence begins with a bullet, the dash of a dialogue, or a number: "•
/// Salt", "2. Rinse", "(a) Rice".
fn is_list_item(sentence: &str) -> bool {
    let marked = sentence.starts_with(['•', '●', '▪', '■', '◆', '►', '▶', '✓', '→', '*', '·', '-', '–', '—', '‒', '+']);
    let start = sentence.strip_prefix('(').unwrap_or(sentence);
    let number = start.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = start.len() - number.len();
    let letter =
        start.chars().next().is_some_and(char::is_alphabetic).then(|| start.trim_start_matches(char::is_alphabetic));
    let is_mark = |after: &str| after.starts_with([')', '.']) && after[1..].starts_with([' ', '\u{a0}']);
    marked
        || ((1..=ITEM_DIGITS).contains(&digits) && is_mark(number))
        || letter
            .is_some_and(|after| start[..start.len() - after.len()].chars().count() == 1 && after.starts_with(") "))
}

/// Returns `true` if a sentence begins with a few words and a colon: "Note: …", "Bước 1: …".
fn is_labelled(sentence: &str) -> bool {
    let start = &sentence[..sentence.floor_char_boundary(START)];
    start.split_once([':', '：']).is_some_and(|(label, after)| {
        after.starts_with(char::is_whitespace)
            && !label.starts_with(is_unspaced)
            && label.split_whitespace().count() <= LABEL_WORDS
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A language, sentences that need the one before them, and sentences that do not.
    type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

    const CASES: &[Case] = &[
        (
            "vi",
            &[
                "Cô đặt chúng lên bàn.",
                "Theo bà, giá sẽ tăng.",
                "Họ về quê từ sớm.",
                "Vụ cháy này kéo dài ba giờ.",
                "Người đàn ông ấy đã nhận tội.",
                "Cũng theo ông Tám, cầu đã cũ.",
                "Vâng, tôi đồng ý với ý kiến ấy.",
                "Bước 2: Cho muối vào nồi.",
                "Đầu tháng trước, ông đã rời chức.",
                "– Anh đi đâu đấy, hỡi người làng bên?",
            ],
            &[
                "Cô Hoa đặt chậu mai lên bàn.",
                "Ông Lê Văn Tám sửa cầu.",
                "Cô giáo làng nhận giải thưởng lớn.",
                "Năm nay mưa nhiều hơn năm ngoái.",
                "Tuần này trời rét đậm ở vùng cao.",
                "Theo bà Lan, giá sẽ tăng.",
                "Bài viết này nói về cách trồng lúa.",
            ],
        ),
        (
            "en",
            &[
                "She put them on the table.",
                "It can then be determined by weight.",
                "The density can then be determined.",
                "When she arrived, the hall was empty.",
                "In this case the bridge is closed.",
                "The latter is cheaper in every town.",
                "No, the council never agreed to it.",
                "First, rinse the rice under cold water.",
                "2. Rinse the rice under cold water.",
                "Note: the pan has to be hot.",
                "As mentioned above, rice needs water.",
                "The mayor, however, stayed at home.",
                "In a later post, he wrote of rice.",
                "Signatures, which he needs to run, are rare.",
                "Which is why the bridge is closed.",
                "The mayor also sold the boat.",
                "Within hours, the two signed the contract.",
                "Here's how the town pays for it.",
            ],
            &[
                "No one was hurt in the fire.",
                "First editions of the atlas are rare.",
                "This week the ferry runs again.",
                "In this guide you learn how to bake.",
                "When it comes to bread, flour matters most.",
                "Theodore met them in the old harbour.",
                "When Ada came, she sang to the crowd.",
                "At 10:30 the ferry left for Arland.",
            ],
        ),
        (
            "de",
            &[
                "Er kam spät.",
                "Im Visier hatten sie auch Drohnen.",
                "… und blieb in Lindow.",
                "Danach regnete es.",
                "In diesem Fall zahlt die Stadt.",
                "Der Rat hat jedoch abgelehnt.",
                "Das vermutete gestern der Rat.",
                "Nun melden sich auch die Fischer.",
                "Unterschriften, die er braucht, fehlen noch.",
            ],
            &[
                "Die besonders alten Brücken rosten.",
                "Sowohl Kinder als auch Eltern kamen.",
                "Wenn Sie Brot backen, brauchen Sie Mehl.",
                "In diesem Jahr wird die Brücke fertig.",
            ],
        ),
        (
            "fr",
            &[
                "Elle est partie.",
                "Dans ce cas, la ville paie.",
                "Oui, le pont est fermé.",
                "Le maire a pourtant refusé.",
            ],
            &["Le pont a fermé ce mardi à midi.", "Le pain demande de la farine et ce qu’il faut d’eau."],
        ),
        ("es", &["Ella se fue.", "En este caso paga la ciudad."], &["El puente cerró este martes."]),
        ("pt", &["Ela saiu cedo.", "Nesse caso, a cidade paga."], &["A ponte fechou nesta terça."]),
        ("it", &["Lei è partita.", "In questo caso paga la città."], &["Il ponte chiude questa settimana."]),
        ("nl", &["Hij kwam laat.", "In dit geval betaalt de stad."], &["De brug gaat dit jaar open."]),
        ("sv", &["Hon kom sent.", "I detta fall betalar staden."], &["Bron stängdes på måndagen."]),
        ("fi", &["Hän tuli myöhään.", "Kaupunki maksaa kuitenkin kaiken."], &["Silta suljettiin maanantaina."]),
        ("pl", &["Ona przyszła późno.", "W tym przypadku płaci miasto."], &["Most zamknięto w poniedziałek."]),
        (
            "cs",
            &["Ona přišla pozdě.", "O\u{a0}něm jedná rada.", "Rada také zaplatí.", "Město však platí vše."],
            &["Most se zavřel v pondělí."],
        ),
        ("hu", &["Ő későn jött.", "A város azonban fizet."], &["A hidat hétfőn lezárták."]),
        ("tr", &["Onlar geç geldi.", "Belediye ise ödemedi."], &["Köprü pazartesi kapandı."]),
        ("id", &["Mereka datang.", "Jembatan itu ditutup."], &["Jembatan kota ditutup pada hari Senin."]),
        ("ru", &["Она пришла.", "В этом случае платит город."], &["Мост закрыли в понедельник."]),
        ("uk", &["Вона прийшла.", "У цьому разі платить місто."], &["Міст закрили в понеділок."]),
        ("el", &["Αυτός ήρθε.", "Ο δήμος όμως πληρώνει."], &["Η γέφυρα έκλεισε τη Δευτέρα."]),
        (
            "ar",
            &["وقال إن الجسر مغلق.", "وفي ذلك اليوم أغلق الجسر.", "في هذه الحالة تدفع المدينة."],
            &["أغلق الجسر يوم الاثنين."],
        ),
        ("fa", &["او دیر آمد.", "شهر بنابراین پول داد."], &["پل روز دوشنبه بسته شد."]),
        ("ur", &["وہ دیر سے آیا۔", "شہر نے تاہم رقم دی۔"], &["پل پیر کو بند ہوا۔"]),
        ("he", &["הוא בא מאוחר.", "העירייה עם זאת שילמה."], &["הגשר נסגר ביום שני."]),
        ("hi", &["वह देर से आया।", "नगर ने इसलिए पैसे दिए।"], &["पुल सोमवार को बंद हुआ।"]),
        ("mr", &["तो उशिरा आला.", "नगराने म्हणून पैसे दिले."], &["पूल सोमवारी बंद झाला."]),
        ("bn", &["তিনি দেরিতে এলেন।", "শহর তাই টাকা দিল।"], &["সেতু সোমবার বন্ধ হয়েছে।"]),
        ("ta", &["அவர் வந்தார்.", "நகரம் பின்னர் பணம் தந்தது."], &["பாலம் திங்களன்று மூடப்பட்டது."]),
        ("te", &["అతను వచ్చాడు.", "నగరం కాబట్టి చెల్లించింది."], &["వంతెన సోమవారం మూసివేశారు."]),
        ("am", &["እሱ መጣ።", "ከተማዋ ሆኖም ከፈለች።"], &["ድልድዩ ሰኞ ተዘጋ።"]),
        ("hy", &["Նա եկավ։", "Քաղաքը սակայն վճարեց։"], &["Կամուրջը փակվեց երկուշաբթի։"]),
        ("ka", &["ის მოვიდა.", "ქალაქმა თუმცა გადაიხადა."], &["ხიდი ორშაბათს დაიკეტა."]),
        ("ko", &["그는 늦게 왔다.", "시는 그러나 돈을 냈다."], &["다리는 월요일에 닫혔다."]),
        ("zh", &["他来晚了。", "该公司没有回应。", "市政府因此付款。"], &["大桥星期一关闭。"]),
        ("ja", &["彼は遅れた。", "市はしたがって支払った。"], &["橋は月曜日に閉鎖された。"]),
        ("th", &["เขามาสาย", "เหตุการณ์ดังกล่าวจบลง"], &["สะพานปิดวันจันทร์"]),
        ("lo", &["ລາວມາຊ້າ"], &["ຂົວປິດວັນຈັນ"]),
        ("km", &["គាត់មកយឺត"], &["ស្ពានបិទថ្ងៃចន្ទ"]),
        ("my", &["သူနောက်ကျသည်။"], &["တံတားပိတ်ထားသည်။"]),
    ];

    #[test]
    fn a_sentence_that_points_back_is_told_from_one_that_stands_alone() {
        let mut wrong: Vec<&str> = Vec::new();
        for (language, back, alone) in CASES {
            let dangling = Dangling::new(Some(language));
            wrong.extend(back.iter().copied().filter(|sentence| !dangling.needs_context(sentence)));
            wrong.extend(alone.iter().copied().filter(|sentence| dangling.needs_context(sentence)));
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_language_of_the_sentence_splitter_has_its_words() {
        for line in include_str!("sentences.txt").lines().filter(|line| !line.starts_with('#')) {
            let language = line.split('\t').next().unwrap_or_default();
            assert!(OPENERS.iter().any(|list| list.language == language), "{language}");
            assert!(CASES.iter().any(|case| case.0 == language), "{language}");
        }
    }
}
