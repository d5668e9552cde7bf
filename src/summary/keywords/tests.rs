//! Which words and phrases of a text are its keywords.

use super::choice::MOST;
use super::*;

/// Language, title, text, keywords that must be found, and phrases that must not be found.
type Case = (&'static str, &'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "en",
        "",
        "Rents rose for low-income families. The town helps low-income tenants, and low-income pupils eat there. A reader of The Bay News \
             wrote to The Harbour Post about The Old Inn and rents. Covid-19 tests, Covid-19 wards and Covid-19 rules closed the inn.",
        &["rents", "Covid-19"],
        &["low-income", "The"],
    ),
    (
        "en",
        "",
        "Ada Holm opened the solar park. Holm said solar energy is cheap. Workers spent 9 million crowns and 3 million crowns on \
             the park. Solar energy will grow, Holm said; it can grow, and young farmers will buy solar energy from young engineers.",
        &["Ada Holm", "solar energy", "park"],
        &["Holm", "Ada", "solar", "energy", "crowns", "grow", "young", "million"],
    ),
    (
        "de",
        "",
        "Am Montag in Lindow sah Anton Berg die Gelbe Karte. Berg nahm die Gelbe Karte hin. Am Montag in Lindow zahlte Berg 50 Kronen \
             und später 70 Kronen. Die Karte lag am Montagabend noch da.",
        &["Anton Berg", "Gelbe Karte"],
        &["Berg", "Anton", "Karte", "Kronen", "Montag in Lindow", "Montagabend"],
    ),
    (
        "de",
        "",
        "Fährmann Ulf Mohr half. Mohr lachte, und Mohr winkte. Die Fähre fuhr, die alte Fähre. CDU-Leute sahen die Fähre, CDU-Leute \
             riefen, die CDU schwieg.",
        &["Ulf Mohr", "Fähre", "CDU"],
        &["Fährmann Ulf Mohr", "Fährmann Ulf", "Mohr", "alte Fähre"],
    ),
    (
        "en",
        "",
        "Mayor Ada Holm opened the pier. Mr Holm is her son. Holm said the pier was cheap, and the mayor smiled at the pier. \
             Holm left the pier, and the mayor stayed. Mr Holm left too.",
        &["Ada Holm", "pier"],
        &["Mayor Ada Holm", "Mr Holm", "Holm"],
    ),
    (
        "de",
        "",
        "Am Fluss spielt die Premier League, am See die Champions League. Die Premier League ruht, die Champions League ruht. Man fand \
             in den Wohnungen Kokain. Die Wohnung war leer, das Kilo Kokain war weg. Um die Flussufer-Krone geht es, um die Flussufer-Krone.",
        &["Premier League", "Champions League"],
        &["League", "Wohnungen Kokain", "Flussufer"],
    ),
    (
        "en",
        "",
        "GLP-1 drugs help, and GLP-1 pens help. We'll learn of GLP-1, and they'll learn of it: see https://lindow.example and \
             https://tarn.example. Creating a pen costs much, creating a drug costs more. The Museum of Art, New York; the Library of \
             Tarn, New York. Smith scored, Jones scored. Fifty pens, fifty drugs.",
        &["GLP-1", "New York"],
        &["GLP", "ll learn", "https", "example", "creating", "York", "scored", "fifty"],
    ),
    (
        "fr",
        "",
        "Les sels sont surtout utilisés ici. Ada dit que les sels sont surtout utilisés là, avec Yuka et la Ligue. Yuka et la Ligue \
             veulent foncer la nuit et foncer le jour.",
        &["sels"],
        &["surtout utilisés", "Yuka et la Ligue", "foncer"],
    ),
    (
        "ru",
        "",
        "В цехе много инженеров. Инженеры Глеб Аносов и Анна Рик пришли. Аносов сказал, что мост закрыт, и мост ждет, Аносов ушел.",
        &["Глеб Аносов", "мост"],
        &["Инженеры Глеб Аносов", "Инженеры Глеб"],
    ),
    (
        "hi",
        "",
        "बावड़ी में पानी ठहरा। गांव की बावड़ी में पानी साफ है। गांव के लोग कहते हैं कि बावड़ी में पानी ठहरा।",
        &["बावड़ी", "पानी"],
        &["पानी ठहरा।", "ठहरा।"],
    ),
    (
        "fr",
        "",
        "Ada Morel dirige la gare de Lindow. Morel va partir, dit la gare. La ville a payé 8 millions pour la gare, puis 9 millions.",
        &["Ada Morel", "gare"],
        &["Morel", "Ada", "millions", "partir"],
    ),
    (
        "vi",
        "",
        "Người dân đã dọn dẹp ngôi nhà. Họ sẽ dọn dẹp con đường trước ngôi nhà, rồi được thư giãn. Ai cũng muốn thư giãn trong ngôi nhà.",
        &["ngôi nhà"],
        &["dọn dẹp", "thư giãn"],
    ),
    (
        "vi",
        "Hai nước mở rộng hợp tác quốc phòng",
        "Bộ trưởng hai nước hôm qua bàn về hợp tác quốc phòng. Theo thông báo, hợp tác quốc phòng sẽ gồm đào tạo sĩ quan. \
             Chương trình đào tạo kéo dài ba năm. Ông Lê Văn Tám cho biết hợp tác quốc phòng giúp giữ vững hòa bình.",
        &["hợp tác quốc phòng", "đào tạo", "Lê Văn Tám"],
        &["tác quốc phòng", "hợp tác", "quốc", "cho biết", "theo"],
    ),
    (
        "vi",
        "",
        "Sông Cái dâng cao. Nước sông Cái tràn vào ruộng. Dân hai bờ sông Cái đắp đê suốt đêm, đê vỡ một đoạn.",
        &["sông Cái"],
        &["Cái", "sông"],
    ),
    (
        "vi",
        "",
        "Ngành hàng không lãi lớn. Hàng không nội địa tăng chuyến. Vé hàng không cũng tăng, vì hàng không thiếu phi công.",
        &["hàng không"],
        &["hàng"],
    ),
    (
        "vi",
        "Thí sinh đổi nguyện vọng 2 trước ngày 5",
        "Thí sinh được đổi nguyện vọng 2 nước ngoài. Sự cần thiết của nguyện vọng 2 nước ngoài là rõ. Việc này tích cực, rất tích cực. \
             Thí sinh nêu sự cần thiết ấy. Bão số 5 và bão số 5 làm thí sinh lo.",
        &["thí sinh"],
        &["vọng 2 nước", "nguyện vọng 2 nước", "tích cực", "sự cần thiết", "cần thiết", "bão số"],
    ),
    (
        "en",
        "The necessity of bridges",
        "Typically bridges rust. Typically the paint of bridges is positive for them. The necessity of the paint, a positive paint, is \
             a necessity. On Monday, each Monday, the paint dries.",
        &["bridges", "paint"],
        &["positive", "necessity", "Monday", "Typically"],
    ),
    (
        "de",
        "",
        "Die Brücke rostet, sagt der Rat. Der Rat will die Brücke streichen und die Brücke am Montag sperren. Montag wollen alle streichen.",
        &["Brücke", "Rat"],
        &["streichen", "Montag", "rostet"],
    ),
    (
        "zh",
        "",
        "上海地震台说，人民币中间价上调。中间价公布后，上海市场平静。地震台没有发生问题，问题已经解决。",
        &["上海", "中间价", "地震台"],
        &["间价", "震台", "问题"],
    ),
    (
        "en",
        "New York opens a second harbour bridge",
        "The harbour bridge in New York is open. Bridges in New York are old, and the mayor of New York said the harbour \
             bridge would last. One pilot said it was about time.",
        &["New York", "harbour bridge"],
        &["York", "said", "bridges", "bridge", "the harbour"],
    ),
    (
        "fr",
        "",
        "La gare de Lindow ferme. La gare accueillait dix trains. Les trains iront à Tarn, où la gare est neuve.",
        &["gare", "trains"],
        &["la gare", "les"],
    ),
    (
        "de",
        "",
        "Der Bahnhof bleibt zu. Am Bahnhof warten Busse. Die Busse fahren vom Bahnhof bis Tarn.",
        &["Bahnhof", "Busse"],
        &["der", "am Bahnhof"],
    ),
    (
        "zh",
        "新图书馆开放",
        "图书馆今天开放。市民走进图书馆借书，图书馆有三万本书。志愿者说图书馆的书来自市民。",
        &["图书馆", "市民"],
        &["图书", "书馆", "的"],
    ),
    (
        "ja",
        "",
        "図書館が開いた。市民は図書館で本を借りる。ボランティアは図書館の案内をする。ボランティアは五十人いる。",
        &["図書館", "ボランティア"],
        &["図書", "ランティア", "は"],
    ),
    (
        "ko",
        "",
        "도서관이 문을 열었다. 시민은 도서관에서 책을 빌린다. 도서관은 넓다. 시민이 책을 기증했다.",
        &["도서관", "시민"],
        &["도서관이", "도서관에서"],
    ),
    (
        "ru",
        "",
        "Мост закрыт. Жители ждут, когда мост откроют. По словам жителей, мост нужен городу, а жители города спешат.",
        &["мост"],
        &["по", "когда"],
    ),
    (
        "sw",
        "",
        "Maktaba mpya imefunguliwa leo. Wanafunzi wanasoma katika maktaba. Maktaba ina vitabu, na wanafunzi wanapenda vitabu.",
        &["maktaba", "wanafunzi", "vitabu"],
        &["na"],
    ),
];

#[test]
fn keywords_are_whole_and_tell_something() {
    for (language, title, text, wanted, unwanted) in CASES {
        let found = keywords(text, Some(title), Some(language));
        let has = |word: &str| found.iter().any(|found| found.to_lowercase() == word.to_lowercase());
        for word in *wanted {
            assert!(has(word), "{language}: {word} is missing in {found:?}");
        }
        for word in *unwanted {
            assert!(!has(word), "{language}: {word} is in {found:?}");
        }
        assert!(found.len() <= MOST);
    }
}

#[test]
fn there_are_none_where_there_are_no_words() {
    assert!(keywords("", None, None).is_empty());
    assert!(keywords("12 34 12 34 … !", Some("12"), Some("en")).is_empty());
}

#[test]
fn a_word_is_written_as_it_is_written_most() {
    let text = "Rain fell. The rain stopped. NATO met in the rain. The NATO of nato.example met.";
    let found = keywords(text, None, Some("en"));
    assert!(found.contains(&"rain".to_owned()) && found.contains(&"NATO".to_owned()), "{found:?}");
}
