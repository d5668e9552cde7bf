//! Word lists of the summary: what does not end a sentence, what begins one, what cannot open a summary's.
//!
//! Written for this crate; common knowledge of each language. A list is short on purpose: an entry is here
//! because it is frequent in articles and is told wrong without it.

/// Abbreviations after which the sentence goes on, whatever follows. Without their last full stop and, where
/// they are several, without the spaces between them (`z. B.` is `z.B`). Case matters: `Sen.` is a senator.
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
    "inkl", "sog", "evtl", "ggf", "Str", "Bd", "Hrsg", "zzgl",
    // French, Spanish, Portuguese, Italian.
    "MM", "Mme", "Mlle", "Me", "Pr", "av", "Sr", "Sra", "Srta", "Dra", "Ud", "Uds", "EE", "Av", "Avda", "p.ej", "Exmo",
    "Sig", "Dott",
    // Russian.
    "г", "ул", "им", "акад", "проф", "т.е", "т.к", "т.н", "см", "рис", "гг", "пр", "обл", "д-р",
];

/// Abbreviations after which the sentence goes on if a number follows (`No. 5`, `Jan. 3`).
#[rustfmt::skip]
pub(super) static NOT_LAST_BEFORE_NUMBER: &[&str] = &[
    "No", "no", "Nos", "Nr", "N", "Art", "art", "Abs", "S", "p", "pp", "vol", "Vol", "ch", "Ch", "fig", "Fig", "Abb",
    "tr", "Tr", "n", "núm", "pág", "№", "ст", "стр", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept",
    "Oct", "Nov", "Dec", "Tel", "tel", "ĐT",
];

/// What follows an ordinal number written with a full stop (`3. Oktober`, `2. Weltkrieg`).
#[rustfmt::skip]
pub(super) static AFTER_ORDINAL: &[&str] = &[
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember", "Jahrhundert", "Jahrhunderts", "Weltkrieg", "Weltkriegs", "Weltkrieges", "Liga",
    "Bundesliga", "Platz", "Runde", "Minute", "Spieltag", "Halbzeit", "Klasse", "Tag", "Mal", "Geburtstag", "Stock",
    "Auflage", "Lebensjahr",
];

/// Words that begin a sentence far more often than they follow an initial or an acronym (`in the U.S. The`).
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

/// For each language, words that point back to a sentence before: pronouns and connectives. A sentence that
/// opens with one is not understood where it stands alone. In lower case.
#[rustfmt::skip]
pub(super) static OPENERS: &[(&str, &[&str])] = &[
    ("vi", &[
        "ông ấy", "ông ta", "bà ấy", "bà ta", "anh ấy", "anh ta", "anh này", "chị ấy", "chị ta", "chị này", "cô ấy",
        "cô ta", "cô này", "ông này", "bà này", "người này", "họ", "nó", "hắn", "chúng", "điều này", "điều đó",
        "việc này", "việc đó", "đây là", "đây cũng", "đó là", "đó cũng", "vụ này", "trong khi đó", "trong đó",
        "bên cạnh đó", "ngoài ra", "tuy nhiên", "nhưng", "và", "vì vậy", "vì thế", "do đó", "do vậy", "bởi vậy",
        "bởi thế", "thế nhưng", "song", "mặt khác", "hơn nữa", "cũng theo", "sau đó", "trước đó", "từ đó", "khi đó",
        "lúc đó", "đồng thời", "đặc biệt", "theo đó", "cụ thể", "ví dụ", "chẳng hạn", "như vậy", "cuối cùng",
        "tương tự", "đáng chú ý", "ngược lại", "cùng với đó", "nói cách khác", "tóm lại",
    ]),
    ("en", &[
        "he", "she", "it", "they", "his", "her", "hers", "their", "its", "him", "them", "this", "that", "these",
        "those", "but", "and", "or", "so", "however", "moreover", "furthermore", "therefore", "thus", "also",
        "meanwhile", "then", "yet", "still", "instead", "besides", "nevertheless", "nonetheless", "consequently",
        "additionally", "similarly", "likewise", "otherwise", "hence", "finally", "for example", "for instance",
        "in addition", "as a result", "in contrast", "on the other hand", "after that", "in other words", "such",
        "afterwards", "here", "both",
    ]),
    ("de", &[
        "er", "sie", "es", "sein", "seine", "ihr", "ihre", "ihnen", "dieser", "diese", "dieses", "dies", "das ist",
        "aber", "und", "oder", "doch", "jedoch", "dabei", "damit", "dafür", "dagegen", "daher", "deshalb", "deswegen",
        "außerdem", "zudem", "trotzdem", "dennoch", "allerdings", "auch", "dann", "danach", "so", "denn", "hier",
        "dort", "also", "zum beispiel", "schließlich", "darum", "darüber hinaus", "inzwischen", "stattdessen",
    ]),
    ("fr", &[
        "il", "elle", "ils", "elles", "on", "ce", "cet", "cette", "ces", "c'est", "c’est", "cela", "ça", "celui-ci",
        "celle-ci", "son", "sa", "ses", "leur", "leurs", "mais", "et", "ou", "or", "donc", "car", "ainsi", "cependant",
        "toutefois", "pourtant", "en effet", "par ailleurs", "de plus", "en outre", "puis", "ensuite", "enfin",
        "alors", "aussi", "par exemple", "néanmoins", "d'ailleurs", "d’ailleurs", "en revanche", "dès lors",
    ]),
    ("es", &[
        "él", "ella", "ellos", "ellas", "esto", "eso", "este", "esta", "estos", "estas", "ese", "esa", "su", "sus",
        "pero", "y", "o", "además", "sin embargo", "no obstante", "por eso", "por lo tanto", "por tanto", "así",
        "entonces", "también", "luego", "después", "mientras tanto", "por ejemplo", "aunque", "asimismo", "en cambio",
        "finalmente",
    ]),
    ("pt", &[
        "ele", "ela", "eles", "elas", "isso", "isto", "este", "esta", "esse", "essa", "seu", "sua", "seus", "suas",
        "mas", "e", "ou", "porém", "além disso", "no entanto", "contudo", "portanto", "por isso", "assim", "então",
        "também", "depois", "por exemplo",
    ]),
    ("it", &[
        "lui", "lei", "loro", "questo", "questa", "questi", "queste", "suo", "sua", "ma", "e", "o", "inoltre",
        "tuttavia", "però", "quindi", "perciò", "così", "poi", "anche", "infatti", "per esempio",
    ]),
    ("ru", &[
        "он", "она", "оно", "они", "его", "её", "ее", "их", "это", "этот", "эта", "эти", "но", "и", "а", "или",
        "однако", "поэтому", "также", "кроме того", "затем", "потом", "при этом", "таким образом", "например",
        "тем не менее", "так", "зато",
    ]),
    ("zh", &[
        "他", "她", "它", "这", "那", "但", "而", "因此", "所以", "此外", "同时", "然而", "不过", "另外", "其中",
    ]),
    ("ja", &[
        "彼", "彼女", "これ", "それ", "この", "その", "しかし", "また", "そして", "だが", "一方", "さらに", "なお", "ただ",
    ]),
    ("ko", &[
        "그는", "그녀", "그들", "이는", "이것", "그것", "그러나", "하지만", "그리고", "또한", "따라서", "그래서", "한편",
    ]),
    ("ar", &[
        "هو", "هي", "هم", "هذا", "هذه", "ذلك", "تلك", "لكن", "ولكن", "كما", "وقد", "لذلك", "ثم",
    ]),
    ("hi", &[
        "वह", "वे", "यह", "ये", "उसने", "उन्होंने", "इस", "लेकिन", "और", "इसलिए", "हालांकि", "इसके", "वहीं",
    ]),
];
