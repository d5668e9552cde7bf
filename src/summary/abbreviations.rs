//! Word lists for finding the end of sentences: words that do not end a sentence, and words that
//! begin one.
//!
//! The lists were written for this crate from common knowledge of each language. They are short on
//! purpose. An entry is included only if it is common in articles and the boundary would be wrong
//! without it.

/// Abbreviations that never end a sentence, whatever follows them. They are written without their
/// last full stop and without spaces inside (`z. B.` is `z.B`). Case matters: `Sen.` is a senator.
#[rustfmt::skip]
pub(super) static NEVER_LAST: &[&str] = &[
    // Vietnamese: degrees, ranks, honours, and the parts of an address.
    "TS", "ThS", "Ths", "GS", "PGS", "BS", "BSCK", "KS", "KTS", "LS", "CN", "NCS", "NS", "NSND", "NSƯT", "NGND",
    "NGƯT", "ĐD", "Th.S", "TP", "Tp", "TX", "TT", "KP", "KCN", "KĐT",
    // English.
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "St", "Gen", "Col", "Lt", "Sgt", "Capt", "Cmdr", "Maj", "Adm", "Sen", "Rep",
    "Gov", "Rev", "Hon", "Pres", "Supt", "Det", "Mt", "Ft", "vs", "cf", "e.g", "i.e", "viz",
    // German.
    "z.B", "d.h", "u.a", "o.ä", "u.U", "i.d.R", "s.o", "s.u", "v.a", "bzw", "ca", "vgl", "Hr", "Fr", "Dipl", "Ing",
    "inkl", "sog", "evtl", "ggf", "Str", "Bd", "Hrsg", "zzgl", "med",
    // French, Spanish, Portuguese, Italian.
    "MM", "Mme", "Mlle", "Me", "Pr", "av", "Sr", "Sra", "Srta", "Dra", "Ud", "Uds", "EE", "Av", "Avda", "p.ej", "Exmo",
    "Sig", "Dott", "dott", "sig",
    // Dutch, Swedish, Finnish.
    "dhr", "mevr", "Dhr", "Mevr", "bijv", "t.ex", "bl.a", "esim",
    // Polish, Czech, Turkish, Indonesian.
    "prof", "ul", "np", "tzw", "tzn", "m.in", "např", "tzv", "Doç", "Bpk",
    // Russian, Ukrainian.
    "г", "ул", "им", "акад", "проф", "Проф", "т.е", "т.к", "т.н", "см", "рис", "гг", "пр", "обл", "д-р", "вул", "ім",
    // Greek, Arabic, Hindi.
    "κ", "κα", "π.χ", "د", "डॉ", "श्री",
];

/// Abbreviations that do not end a sentence if a number follows (`No. 5`, `Jan. 3`).
#[rustfmt::skip]
pub(super) static NOT_LAST_BEFORE_NUMBER: &[&str] = &[
    "No", "no", "Nos", "Nr", "N", "Art", "art", "Abs", "S", "p", "pp", "vol", "Vol", "ch", "Ch", "fig", "Fig", "Abb",
    "tr", "Tr", "n", "núm", "pág", "№", "ст", "стр", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept",
    "Oct", "Nov", "Dec", "Tel", "tel", "ĐT",
];

/// Words that may follow an ordinal number that is written with a full stop (`3. Oktober`, `2.
/// Weltkrieg`).
#[rustfmt::skip]
pub(super) static AFTER_ORDINAL: &[&str] = &[
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember", "Jahrhundert", "Jahrhunderts", "Weltkrieg", "Weltkriegs", "Weltkrieges", "Liga",
    "Bundesliga", "Platz", "Runde", "Minute", "Spieltag", "Halbzeit", "Klasse", "Tag", "Mal", "Geburtstag", "Stock",
    "Auflage", "Lebensjahr",
];

/// Words that usually begin a sentence and rarely follow an initial or an acronym in the same
/// sentence (`in the U.S. The`).
#[rustfmt::skip]
pub(super) static STARTERS: &[&str] = &[
    "The", "This", "That", "These", "Those", "There", "It", "Its", "He", "She", "They", "We", "You", "I", "His", "Her",
    "Their", "Our", "My", "A", "An", "In", "On", "At", "As", "By", "For", "From", "With", "After", "Before", "When",
    "While", "If", "But", "And", "Or", "So", "Yet", "However", "Although", "Since", "What", "Who", "Why", "How",
    "Some", "Many", "Most", "All", "Both", "No", "Not", "Now", "Then", "Here", "One", "Two",
    // Vietnamese.
    "Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Em", "Cháu", "Họ", "Nó", "Tôi", "Chúng", "Theo", "Sau", "Trước", "Khi",
    "Tuy", "Nhưng", "Và", "Vì", "Do", "Đây", "Đó", "Trong", "Tại", "Từ", "Ngày", "Năm", "Hiện", "Tối", "Sáng", "Chiều",
    "Đến", "Công", "Cơ", "Lúc", "Hôm", "Ngoài", "Bên", "Với", "Để", "Nếu", "Các", "Những", "Một", "Người", "Cũng",
    "Lực",
    // German, French, Spanish, Portuguese, Italian.
    "Der", "Die", "Das", "Ein", "Eine", "Er", "Sie", "Es", "Wir", "Im", "Am", "Nach", "Auch", "Doch", "Aber", "Dabei",
    "Le", "La", "Les", "Un", "Une", "Il", "Elle", "Ils", "Nous", "Dans", "Mais", "Cette", "Ce", "El", "Los", "Las",
    "Una", "En", "Pero", "Este", "Esta", "O", "Os", "Um", "Uma", "Ele", "Ela", "Mas", "Em", "Lo", "Gli", "Nel", "Ma",
    // Russian.
    "Он", "Она", "Они", "Это", "В", "На", "Но", "По", "Как", "После",
];

/// Words at the start of a Thai or Lao clause that continues the sentence: and, but, or, which,
/// that, so that, because, by.
#[rustfmt::skip]
pub(super) static THAI_CONTINUATIONS: &[&str] = &[
    "และ", "แต่", "หรือ", "ซึ่ง", "ที่", "เพื่อ", "เพราะ", "โดย", "จึง", "ว่า", "อัน", "ก็", "รวมถึง", "แล้ว", "จน", "ทำให้",
    "ແລະ", "ແຕ່", "ຫຼື", "ທີ່", "ເພື່ອ", "ເພາະ", "ໂດຍ", "ຈຶ່ງ", "ວ່າ", "ເຊິ່ງ", "ຊຶ່ງ",
];
