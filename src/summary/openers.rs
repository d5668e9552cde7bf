//! What cannot open a sentence of a summary.
//!
//! Written for this crate; common knowledge of each language.

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
        "afterwards", "both",
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

/// What a text calls itself: these point at the text, not at a sentence before, whatever [`OPENERS`] says.
#[rustfmt::skip]
pub(super) static SELF_REFERENCES: &[&str] = &[
    "this article", "this guide", "this page", "this post", "this tutorial", "this review", "this list", "this essay",
    "this paper", "this chapter", "this overview", "this checklist", "this handbook", "this infographic", "this blog",
    "this roundup", "this newsletter", "this section", "this collection",
    "dieser artikel", "dieser beitrag", "dieser text", "dieser leitfaden", "diese seite", "diese anleitung",
    "diese liste", "diese übersicht",
    "cet article", "ce guide", "ce dossier", "ce tutoriel", "cette page", "cette liste", "ce texte",
    "este artículo", "esta guía", "esta página", "este tutorial", "esta lista", "este texto",
    "este artigo", "este guia", "esta lista", "este texto",
    "questo articolo", "questa guida", "questa pagina", "questo testo",
    "эта статья", "этот текст", "эта страница", "この記事", "このページ", "この記事では",
];
