//! Converts bytes to text: finds the encoding of a page and decodes it, or reports that the bytes
//! are not text.
//!
//! The encodings are those of the WHATWG Encoding Standard, decoded by encoding_rs. In the WebAssembly module, a
//! smaller crate has that name. It uses the host's tables and gives the same results: see `patches/` in the repository.
//!
//! Danger: a declaration may be wrong. Many pages declare a legacy charset and are UTF-8, and many servers add the
//! wrong charset to every page. So the bytes are stronger evidence than any declaration: see [`decode`] for the order.

use crate::input_error::InputError;
use crate::limits::{CHARSET_DETECTION_BYTES, META_PRESCAN_BYTES};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258, X_USER_DEFINED};
use icu_normalizer::ComposingNormalizerBorrowed;
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Decodes a page. `charset` is the encoding that the server named, as any label of the Encoding Standard. An unknown
/// label is ignored.
///
/// The encoding is the first one that applies:
///
/// 1. a byte order mark (UTF-8, UTF-16LE, UTF-16BE);
/// 2. NUL bytes in every other place: UTF-16;
/// 3. bytes that are valid UTF-8 and not only ASCII: UTF-8, regardless of any declaration, because text in another
///    encoding is practically never valid UTF-8;
/// 4. `charset`;
/// 5. the page's own `<meta>` or XML declaration, in its first [`META_PRESCAN_BYTES`];
/// 6. detection by Firefox's detector.
///
/// A declaration is ignored if more than a quarter of the characters outside ASCII would be invalid under it.
/// Vietnamese in windows-1258, which has separate characters for tone marks, is composed to NFC.
///
/// # Errors
///
/// [`InputError::Empty`] for nothing or white space, [`InputError::NotText`] for images, archives and other data.
///
/// ```
/// use unchaff::internals::decode::decode;
/// assert_eq!(decode(b"It\x92s", Some("iso-8859-1"))?, "It’s");
/// assert_eq!(decode("Tiếng Việt".as_bytes(), Some("iso-8859-1"))?, "Tiếng Việt");
/// assert!(decode(b"%PDF-1.7", None).is_err());
/// # Ok::<(), unchaff::Error>(())
/// ```
pub fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> Result<Cow<'a, str>, InputError> {
    if let Some(kind) = known_data(bytes) {
        return Err(InputError::NotText { kind });
    }
    let text = decode_any(bytes, charset);
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(InputError::Empty);
    }
    if has_many_controls(&text) {
        return Err(InputError::NotText { kind: "binary data" });
    }
    Ok(text)
}

/// Returns `true` if the label names an encoding of the Encoding Standard.
pub(crate) fn is_charset(label: &str) -> bool {
    Encoding::for_label(label.as_bytes()).is_some()
}

/// Decodes with the first encoding that applies. For the order, see [`decode`].
fn decode_any<'a>(bytes: &'a [u8], charset: Option<&str>) -> Cow<'a, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default()).0;
    }
    if let Some(encoding) = utf16_by_nuls(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    // ISO-2022-JP consists of ASCII with escape sequences. A text with neither non-ASCII bytes nor
    // escapes is plain ASCII.
    let Some(first_sign) = bytes.iter().position(|&byte| !byte.is_ascii() || byte == ESCAPE) else {
        return UTF_8.decode_without_bom_handling(bytes).0;
    };
    if reads_as_utf8(bytes) {
        return UTF_8.decode_without_bom_handling(bytes).0;
    }
    let declared = [charset.and_then(|label| Encoding::for_label(label.as_bytes())), declared_in_page(bytes)];
    for encoding in declared.into_iter().flatten() {
        // Text in UTF-8 or UTF-16 would already have been recognized by its bytes. The replacement
        // encoding decodes to no text.
        if [UTF_8, UTF_16LE, UTF_16BE, REPLACEMENT].contains(&encoding) {
            continue;
        }
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        if !damaged || is_mostly_valid(&text) {
            return compose(encoding, text);
        }
    }
    let encoding = detect(bytes.get(first_sign.saturating_sub(DETECTION_CONTEXT)..).unwrap_or_default());
    compose(encoding, encoding.decode_without_bom_handling(bytes).0)
}

const ESCAPE: u8 = 0x1b;

/// Maximum number of ASCII bytes that the detector reads before the first byte outside ASCII. It
/// uses two.
const DETECTION_CONTEXT: usize = 2;

/// At most one in this many characters outside ASCII may be a replacement character. On real pages,
/// strings are often cut inside a character. But if a quarter of the characters is damaged, the
/// page has another encoding.
const DAMAGE: usize = 4;

/// Returns `true` if the bytes outside ASCII are valid UTF-8, or nearly.
fn reads_as_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > 0 && invalid * DAMAGE <= valid
}

fn is_mostly_valid(text: &str) -> bool {
    let (mut foreign, mut replaced) = (0, 0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        foreign += 1;
        replaced += usize::from(c == char::REPLACEMENT_CHARACTER);
    }
    replaced * DAMAGE <= foreign
}

/// Detects UTF-16 without a byte order mark. In every language, markup and spaces are ASCII. So one
/// half of the bytes has many NULs, and the other half has almost none.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = first(bytes, META_PRESCAN_BYTES);
    let pairs = sample.len() / 2;
    let nuls = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (high_of_be, high_of_le) = (nuls(0), nuls(1));
    let is_high = |high: usize, low: usize| high > 0 && high >= pairs / 8 && low <= high / 16;
    if is_high(high_of_le, high_of_be) {
        Some(UTF_16LE)
    } else if is_high(high_of_be, high_of_le) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Returns the encoding that the page declares, according to the HTML standard's prescan: comments are skipped, and
/// x-user-defined means windows-1252.
#[allow(clippy::expect_used, reason = "the crate's own pattern is under test")]
fn declared_in_page(bytes: &[u8]) -> Option<&'static Encoding> {
    static DECLARATION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r#"(?s)<!--.*?-->"#,
            r#"|<meta[ /](?:[^>]*?[ "'/;])?charset *= *["']? *([^ "'/>;]+)"#,
            r#"|^ *<\?xml[^>]*? encoding *= *["'] *([^ "'>]+)"#,
        ))
        .expect("a fixed pattern")
    });
    // The declaration is ASCII in every encoding that a page can declare. All white space is mapped
    // to one character and letters to lower case, which keeps the pattern simple.
    let plain = |&byte: &u8| match byte {
        b'\t' | b'\n' | 0x0c | b'\r' => ' ',
        _ if byte.is_ascii() => char::from(byte.to_ascii_lowercase()),
        _ => char::REPLACEMENT_CHARACTER,
    };
    let head: String = bytes.iter().take(META_PRESCAN_BYTES).map(plain).collect();
    DECLARATION
        .captures_iter(&head)
        .filter_map(|captures| captures.get(1).or_else(|| captures.get(2)))
        .find_map(|label| Encoding::for_label(label.as_str().as_bytes()))
        .map(|encoding| if encoding == X_USER_DEFINED { WINDOWS_1252 } else { encoding })
}

/// Returns the first bytes, at most `most`.
fn first(bytes: &[u8], most: usize) -> &[u8] {
    bytes.get(..most).unwrap_or(bytes)
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    let sample = first(bytes, CHARSET_DETECTION_BYTES);
    // Browsers reject ISO-2022-JP, because a page that is misread on purpose could run scripts. Nothing runs here.
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, sample.len() == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

fn compose<'a>(encoding: &'static Encoding, text: Cow<'a, str>) -> Cow<'a, str> {
    if encoding != WINDOWS_1258 {
        return text;
    }
    Cow::Owned(ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned())
}

/// Returns `true` if a text has too many control characters that are unusual in text: more than one
/// in 32 bytes. Decoded random bytes have one in 14.
fn has_many_controls(text: &str) -> bool {
    let controls = text.bytes().filter(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c)).count();
    controls * 32 > text.len()
}

/// Returns the kind of a file by the signature at its start.
fn known_data(bytes: &[u8]) -> Option<&'static str> {
    SIGNATURES
        .iter()
        .find(|(parts, _)| {
            parts.iter().all(|&(offset, part)| bytes.get(offset..).is_some_and(|rest| rest.starts_with(part)))
        })
        .map(|&(_, kind)| kind)
}

/// The byte strings of a file at their offsets, and the kind of a file that has all of them.
type Signature = (&'static [(usize, &'static [u8])], &'static str);

/// Signatures that no text begins with. More specific ones come first.
static SIGNATURES: &[Signature] = &[
    (&[(0, b"%PDF-")], "a PDF document"),
    (&[(0, b"%!PS-Adobe")], "a PostScript document"),
    (&[(0, b"{\\rtf")], "an RTF document"),
    (&[(0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")], "an Office document"),
    (&[(0, b"PK\x03\x04"), (30, b"[Content_Types].xml")], "an Office document"),
    (&[(0, b"PK\x03\x04"), (30, b"word/")], "an Office document"),
    (&[(0, b"PK\x03\x04"), (30, b"mimetypeapplication/vnd.oasis.opendocument")], "an OpenDocument file"),
    (&[(0, b"PK\x03\x04"), (30, b"mimetypeapplication/epub+zip")], "an EPUB book"),
    (&[(0, b"PK\x03\x04")], "a ZIP archive"),
    (&[(0, b"PK\x05\x06")], "a ZIP archive"),
    (&[(0, b"\x89PNG\r\n\x1A\n")], "a PNG image"),
    (&[(0, b"\xFF\xD8\xFF")], "a JPEG image"),
    (&[(0, b"GIF87a")], "a GIF image"),
    (&[(0, b"GIF89a")], "a GIF image"),
    (&[(0, b"RIFF"), (8, b"WEBP")], "a WebP image"),
    (&[(0, b"RIFF"), (8, b"WAVE")], "a WAV sound"),
    (&[(0, b"RIFF"), (8, b"AVI ")], "an AVI video"),
    (&[(4, b"ftypavif")], "an AVIF image"),
    (&[(4, b"ftypheic")], "a HEIC image"),
    (&[(4, b"ftypM4A")], "an M4A sound"),
    (&[(0, b"\0\0\0"), (4, b"ftyp")], "an MP4 video"),
    (&[(0, b"II*\0")], "a TIFF image"),
    (&[(0, b"MM\0*")], "a TIFF image"),
    (&[(0, b"\0\0\x01\0")], "an icon"),
    (&[(0, b"ID3\x02")], "an MP3 sound"),
    (&[(0, b"ID3\x03")], "an MP3 sound"),
    (&[(0, b"ID3\x04")], "an MP3 sound"),
    (&[(0, b"OggS\0")], "an Ogg sound or video"),
    (&[(0, b"fLaC\0")], "a FLAC sound"),
    (&[(0, b"\x1A\x45\xDF\xA3")], "a WebM or Matroska video"),
    (&[(0, b"\x1F\x8B\x08")], "a gzip archive"),
    (&[(0, b"\x28\xB5\x2F\xFD")], "a Zstandard archive"),
    (&[(0, b"\xFD7zXZ\0")], "an XZ archive"),
    (&[(0, b"BZh"), (4, b"1AY&SY")], "a bzip2 archive"),
    (&[(0, b"7z\xBC\xAF\x27\x1C")], "a 7z archive"),
    (&[(0, b"Rar!\x1A\x07")], "a RAR archive"),
    (&[(0, b"\0asm")], "a WebAssembly module"),
    (&[(0, b"\x7FELF")], "an ELF program"),
    (&[(0, b"\xCF\xFA\xED\xFE")], "a macOS program"),
    (&[(0, b"\xCA\xFE\xBA\xBE")], "a Java class or macOS program"),
    (&[(0, b"SQLite format 3\0")], "an SQLite database"),
    (&[(0, b"bplist00")], "a binary property list or Safari web archive"),
    (&[(0, b"wOFF\0\x01\0\0")], "a web font"),
    (&[(0, b"wOFFOTTO")], "a web font"),
    (&[(0, b"wOF2\0\x01\0\0")], "a web font"),
    (&[(0, b"wOF2OTTO")], "a web font"),
    (&[(0, b"OTTO\0")], "an OpenType font"),
    (&[(0, b"\0\x01\0\0\0")], "a TrueType font"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(label: &str, text: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(label.as_bytes()).expect("a label of the standard");
        let (bytes, _, failed) = encoding.encode(text);
        assert!(!failed, "{label} cannot encode {text}");
        bytes.into_owned()
    }

    fn utf16(text: &str, unit_to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit_to_bytes).collect()
    }

    fn joined(parts: &[&[u8]]) -> Vec<u8> {
        parts.concat()
    }

    const VIETNAMESE: &str = "Hội nghị bàn về giá lúa và đường sá ở đồng bằng sông Cửu Long.";
    /// The same text in windows-1258: vowels have their own marks, and tones are separate.
    const VIETNAMESE_1258: &str = "Hô\u{323}i nghi\u{323} ba\u{300}n vê\u{300} gia\u{301} lu\u{301}a va\u{300} đươ\u{300}ng sa\u{301} ơ\u{309} đô\u{300}ng bă\u{300}ng sông Cư\u{309}u Long.";
    const JAPANESE: &str = "市議会は九日、駅前の広場を来年の春までに整備する案をまとめた。";
    const CHINESE: &str = "市政府周三公布了新的公交线路方案，预计明年春天开始运营。";
    const TAIWANESE: &str = "市政府週三公布了新的公車路線方案，預計明年春天開始營運。";
    const KOREAN: &str = "시의회는 내년 봄까지 역 앞 광장을 정비하는 안을 마련했다고 밝혔다.";
    const RUSSIAN: &str = "Городской совет утвердил план обновления площади перед вокзалом.";
    const FRENCH: &str = "L’été dernier, la « vieille » gare a été rénovée : coût, 3 000 €.";

    #[test]
    fn detects_undeclared_encodings() {
        let cases = [
            ("utf-8", VIETNAMESE, VIETNAMESE),
            ("windows-1258", VIETNAMESE_1258, VIETNAMESE),
            ("shift_jis", JAPANESE, JAPANESE),
            ("euc-jp", JAPANESE, JAPANESE),
            ("iso-2022-jp", JAPANESE, JAPANESE),
            ("gbk", CHINESE, CHINESE),
            ("gb18030", CHINESE, CHINESE),
            ("big5", TAIWANESE, TAIWANESE),
            ("euc-kr", KOREAN, KOREAN),
            ("koi8-r", RUSSIAN, RUSSIAN),
            ("windows-1251", RUSSIAN, RUSSIAN),
            ("windows-1252", FRENCH, FRENCH),
        ];
        for (label, source, expected) in cases {
            let page = joined(&[b"<title>News</title><p>", &encode(label, source), b"</p>"]);
            let expected = format!("<title>News</title><p>{expected}</p>");
            assert_eq!(decode(&page, None).as_deref(), Ok(expected.as_str()), "{label}");
        }
    }

    #[test]
    fn obeys_the_hint_and_the_page() {
        // These texts are too short for any detector, so only the declaration decides.
        let cases = [
            ("windows-1258", "đươ\u{300}ng", "đường"),
            ("windows-1258", "Viê\u{323}t", "Việt"),
            ("shift_jis", "駅", "駅"),
            ("x-sjis", "①髙", "①髙"),
            ("euc-jp", "駅前", "駅前"),
            ("iso-2022-jp", "駅前", "駅前"),
            ("gb2312", "公交", "公交"),
            ("gb18030", "𠮷野家", "𠮷野家"),
            ("big5", "公車", "公車"),
            ("euc-kr", "광장", "광장"),
            ("koi8-r", "План", "План"),
            ("windows-1251", "План", "План"),
            ("iso-8859-1", "“It’s”", "“It’s”"),
            ("latin1", "café", "café"),
            ("iso-8859-2", "Łódź", "Łódź"),
            ("iso-8859-16", "Știri", "Știri"),
            ("windows-1253", "Νέα", "Νέα"),
            ("windows-1256", "أخبار", "أخبار"),
            ("windows-874", "ข่าว", "ข่าว"),
        ];
        for (label, source, expected) in cases {
            let body = encode(label, source);
            assert_eq!(decode(&body, Some(label)).as_deref(), Ok(expected), "hint {label}");
            let metas = [
                format!("<meta charset={label}>"),
                format!("<META CharSet = '{label}' />"),
                format!("<meta http-equiv=\"Content-Type\" content=\"text/html; charset={label}\">"),
                format!("<!-- <meta charset=utf-7> --><meta charset=\"{label}\">"),
                format!("<!-- <meta charset=macintosh> --><meta charset=\"{label}\">"),
                format!("<?xml version=\"1.0\" encoding=\"{label}\"?>"),
            ];
            for meta in metas {
                let page = joined(&[meta.as_bytes(), &body]);
                let expected = format!("{meta}{expected}");
                assert_eq!(decode(&page, None).as_deref(), Ok(expected.as_str()), "{meta}");
            }
        }
    }

    #[test]
    fn ranks_what_it_is_told() {
        let koi8 = encode("koi8-r", "План");
        let meta = b"<meta charset=windows-1251>";
        let cases: &[(&str, Vec<u8>, Option<&str>, &str)] = &[
            ("a BOM over the hint", joined(&[b"\xEF\xBB\xBF", VIETNAMESE.as_bytes()]), Some("koi8-r"), VIETNAMESE),
            (
                "a UTF-16LE BOM over the hint",
                joined(&[b"\xFF\xFE", &utf16(CHINESE, u16::to_le_bytes)]),
                Some("utf-8"),
                CHINESE,
            ),
            (
                "a UTF-16BE BOM over the hint",
                joined(&[b"\xFE\xFF", &utf16(KOREAN, u16::to_be_bytes)]),
                Some("gbk"),
                KOREAN,
            ),
            ("the hint over meta", joined(&[meta, &koi8]), Some("KOI8-R "), "<meta charset=windows-1251>План"),
            (
                "an unknown hint is ignored",
                joined(&[b"<meta charset=koi8-r>", &koi8]),
                Some("klingon"),
                "<meta charset=koi8-r>План",
            ),
            ("UTF-8 over the hint", VIETNAMESE.as_bytes().to_vec(), Some("windows-1252"), VIETNAMESE),
            (
                "UTF-8 over meta",
                joined(&[b"<meta charset=gb2312>", CHINESE.as_bytes()]),
                None,
                "<meta charset=gb2312>市政府周三公布了新的公交线路方案，预计明年春天开始运营。",
            ),
            (
                "UTF-8 with a broken character",
                joined(&["Giá lúa đã tăng".as_bytes(), b"\xE1\xBB"]),
                None,
                "Giá lúa đã tăng\u{fffd}",
            ),
            ("a false claim of UTF-8", encode("koi8-r", RUSSIAN), Some("utf-8"), RUSSIAN),
            ("a false claim of EUC-JP", encode("windows-1252", FRENCH), Some("euc-jp"), FRENCH),
            (
                "a meta of UTF-16 means UTF-8",
                b"<meta charset=utf-16>plain".to_vec(),
                None,
                "<meta charset=utf-16>plain",
            ),
            ("a hint of UTF-16 on ASCII", b"plain text".to_vec(), Some("utf-16"), "plain text"),
            (
                "UTF-16LE without a BOM",
                utf16("<p>Việt Nam, quê hương tôi</p>", u16::to_le_bytes),
                None,
                "<p>Việt Nam, quê hương tôi</p>",
            ),
            (
                "UTF-16BE without a BOM",
                utf16("<p>駅前の広場を整備</p>", u16::to_be_bytes),
                None,
                "<p>駅前の広場を整備</p>",
            ),
            ("a label without a decoder", encode("koi8-r", RUSSIAN), Some("hz-gb-2312"), RUSSIAN),
            (
                "x-user-defined in meta",
                b"<meta charset=x-user-defined>It\x92s".to_vec(),
                None,
                "<meta charset=x-user-defined>It’s",
            ),
            (
                "another attribute's charset",
                joined(&[b"<meta data-charset=koi8-r charset=windows-1251>", b"\xCF\xEB\xE0\xED"]),
                None,
                "<meta data-charset=koi8-r charset=windows-1251>План",
            ),
        ];
        for (name, bytes, hint, expected) in cases {
            assert_eq!(decode(bytes, *hint).as_deref(), Ok(*expected), "{name}");
        }
    }

    #[test]
    fn borrows_utf8() {
        assert!(matches!(decode("Tiếng Việt".as_bytes(), None), Ok(Cow::Borrowed(_))));
        assert!(matches!(decode(b"plain", Some("shift_jis")), Ok(Cow::Borrowed(_))));
    }

    #[test]
    fn refuses_nothing() {
        for bytes in
            [&b""[..], b" \n\t", b"\xEF\xBB\xBF", b"\xEF\xBB\xBF \r\n", b"\xFF\xFE", "\u{a0}\u{3000}".as_bytes()]
        {
            assert_eq!(decode(bytes, None), Err(InputError::Empty), "{bytes:?}");
        }
    }

    #[test]
    fn refuses_data() {
        let cases: &[(&[u8], &str)] = &[
            (b"%PDF-1.7\n%\xE2\xE3", "a PDF document"),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a PNG image"),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a JPEG image"),
            (b"GIF89a\x01\0", "a GIF image"),
            (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
            (b"\0\0\0\x1cftypavif", "an AVIF image"),
            (b"\0\0\0\x18ftypmp42", "an MP4 video"),
            (b"ID3\x03\0\0", "an MP3 sound"),
            (
                b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml",
                "an Office document",
            ),
            (b"PK\x03\x04\x14\0\0\0", "a ZIP archive"),
            (b"\x1F\x8B\x08\0", "a gzip archive"),
            (b"\x28\xB5\x2F\xFD\x04", "a Zstandard archive"),
            (b"\0asm\x01\0\0\0", "a WebAssembly module"),
            (b"\x7FELF\x02\x01", "an ELF program"),
            (b"SQLite format 3\0\x10", "an SQLite database"),
            (b"wOF2\0\x01\0\0", "a web font"),
        ];
        for &(bytes, kind) in cases {
            assert_eq!(decode(bytes, Some("utf-8")), Err(InputError::NotText { kind }), "{kind}");
        }
    }

    #[test]
    fn refuses_bytes_full_of_controls() {
        // A linear congruential generator: its output looks random and is the same in every run.
        let mut state = 1u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(4096)
        .collect();
        for hint in [None, Some("utf-8"), Some("windows-1252"), Some("gbk"), Some("utf-16")] {
            assert_eq!(decode(&noise, hint), Err(InputError::NotText { kind: "binary data" }), "{hint:?}");
        }
    }

    #[test]
    fn reads_text_that_begins_like_data() {
        for text in [
            "GIF images are old.",
            "PK is the mark of a format.",
            "ID3 tags hold titles.",
            "RIFF, a container",
            "BM 24",
        ] {
            assert_eq!(decode(text.as_bytes(), None).as_deref(), Ok(text));
        }
        let with_controls = format!("{}\u{1}", "Một trang có vài ký tự lạ. ".repeat(3));
        assert_eq!(decode(with_controls.as_bytes(), None).as_deref(), Ok(with_controls.as_str()));
    }

    #[test]
    fn finds_text_after_a_long_ascii_head() {
        let page = joined(&[&b"<script>var a = 1;</script>".repeat(40_000), &encode("shift_jis", JAPANESE)]);
        assert!(decode(&page, None).is_ok_and(|text| text.ends_with(JAPANESE)));
    }
}
