//! The encodings, their labels, and decoding a whole text.

use crate::decoder::{Decoder, Next};
use std::borrow::Cow;

/// An encoding of the Encoding Standard.
#[derive(Debug)]
pub struct Encoding {
    name: &'static str,
    pub(crate) kind: Kind,
    /// The labels, each followed by a space.
    labels: &'static str,
}

/// How an encoding is decoded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Utf8,
    Utf16 {
        big_endian: bool,
    },
    /// The number of its table in [`crate::index::single_byte`].
    SingleByte(usize),
    /// GBK too: the standard decodes both alike.
    Gb18030,
    Big5,
    EucJp,
    EucKr,
    Iso2022Jp,
    ShiftJis,
    Replacement,
    UserDefined,
}

macro_rules! encodings {
    ($($name:ident, $init:ident = $label:literal, $kind:expr, $labels:literal;)*) => {
        $(
            #[doc = concat!("`", $label, "`, for constants.")]
            pub static $init: Encoding = Encoding { name: $label, kind: $kind, labels: concat!($labels, " ") };
            #[doc = concat!("`", $label, "`.")]
            pub static $name: &Encoding = &$init;
        )*
        pub(crate) static ALL: &[&Encoding] = &[$(&$init),*];
    };
}

use Kind::*;

// Names and labels of the Encoding Standard, section 4.2.
encodings! {
    UTF_8, UTF_8_INIT = "UTF-8", Utf8, "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8";
    BIG5, BIG5_INIT = "Big5", Big5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5";
    EUC_JP, EUC_JP_INIT = "EUC-JP", EucJp, "cseucpkdfmtjapanese euc-jp x-euc-jp";
    EUC_KR, EUC_KR_INIT = "EUC-KR", EucKr, "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949";
    GB18030, GB18030_INIT = "gb18030", Gb18030, "gb18030";
    GBK, GBK_INIT = "GBK", Gb18030, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk";
    IBM866, IBM866_INIT = "IBM866", SingleByte(0), "866 cp866 csibm866 ibm866";
    ISO_2022_JP, ISO_2022_JP_INIT = "ISO-2022-JP", Iso2022Jp, "csiso2022jp iso-2022-jp";
    ISO_8859_10, ISO_8859_10_INIT = "ISO-8859-10", SingleByte(1), "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6";
    ISO_8859_13, ISO_8859_13_INIT = "ISO-8859-13", SingleByte(2), "iso-8859-13 iso8859-13 iso885913";
    ISO_8859_14, ISO_8859_14_INIT = "ISO-8859-14", SingleByte(3), "iso-8859-14 iso8859-14 iso885914";
    ISO_8859_15, ISO_8859_15_INIT = "ISO-8859-15", SingleByte(4), "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9";
    ISO_8859_16, ISO_8859_16_INIT = "ISO-8859-16", SingleByte(5), "iso-8859-16";
    ISO_8859_2, ISO_8859_2_INIT = "ISO-8859-2", SingleByte(6), "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2";
    ISO_8859_3, ISO_8859_3_INIT = "ISO-8859-3", SingleByte(7), "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3";
    ISO_8859_4, ISO_8859_4_INIT = "ISO-8859-4", SingleByte(8), "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4";
    ISO_8859_5, ISO_8859_5_INIT = "ISO-8859-5", SingleByte(9), "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988";
    ISO_8859_6, ISO_8859_6_INIT = "ISO-8859-6", SingleByte(10), "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987";
    ISO_8859_7, ISO_8859_7_INIT = "ISO-8859-7", SingleByte(11), "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek";
    ISO_8859_8, ISO_8859_8_INIT = "ISO-8859-8", SingleByte(12), "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual";
    ISO_8859_8_I, ISO_8859_8_I_INIT = "ISO-8859-8-I", SingleByte(12), "csiso88598i iso-8859-8-i logical";
    KOI8_R, KOI8_R_INIT = "KOI8-R", SingleByte(13), "cskoi8r koi koi8 koi8-r koi8_r";
    KOI8_U, KOI8_U_INIT = "KOI8-U", SingleByte(14), "koi8-ru koi8-u";
    MACINTOSH, MACINTOSH_INIT = "macintosh", SingleByte(15), "csmacintosh mac macintosh x-mac-roman";
    REPLACEMENT, REPLACEMENT_INIT = "replacement", Replacement, "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement";
    SHIFT_JIS, SHIFT_JIS_INIT = "Shift_JIS", ShiftJis, "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis";
    UTF_16BE, UTF_16BE_INIT = "UTF-16BE", Utf16 { big_endian: true }, "unicodefffe utf-16be";
    UTF_16LE, UTF_16LE_INIT = "UTF-16LE", Utf16 { big_endian: false }, "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le";
    WINDOWS_1250, WINDOWS_1250_INIT = "windows-1250", SingleByte(16), "cp1250 windows-1250 x-cp1250";
    WINDOWS_1251, WINDOWS_1251_INIT = "windows-1251", SingleByte(17), "cp1251 windows-1251 x-cp1251";
    WINDOWS_1252, WINDOWS_1252_INIT = "windows-1252", SingleByte(18), "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252";
    WINDOWS_1253, WINDOWS_1253_INIT = "windows-1253", SingleByte(19), "cp1253 windows-1253 x-cp1253";
    WINDOWS_1254, WINDOWS_1254_INIT = "windows-1254", SingleByte(20), "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254";
    WINDOWS_1255, WINDOWS_1255_INIT = "windows-1255", SingleByte(21), "cp1255 windows-1255 x-cp1255";
    WINDOWS_1256, WINDOWS_1256_INIT = "windows-1256", SingleByte(22), "cp1256 windows-1256 x-cp1256";
    WINDOWS_1257, WINDOWS_1257_INIT = "windows-1257", SingleByte(23), "cp1257 windows-1257 x-cp1257";
    WINDOWS_1258, WINDOWS_1258_INIT = "windows-1258", SingleByte(24), "cp1258 windows-1258 x-cp1258";
    WINDOWS_874, WINDOWS_874_INIT = "windows-874", SingleByte(25), "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874";
    X_MAC_CYRILLIC, X_MAC_CYRILLIC_INIT = "x-mac-cyrillic", SingleByte(26), "x-mac-cyrillic x-mac-ukrainian";
    X_USER_DEFINED, X_USER_DEFINED_INIT = "x-user-defined", UserDefined, "x-user-defined";
}

impl PartialEq for Encoding {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Encoding {}

impl Encoding {
    /// The encoding that a label names, white space around it and case aside.
    pub fn for_label(label: &[u8]) -> Option<&'static Encoding> {
        let is_space = |byte: &u8| matches!(byte, b'\t' | b'\n' | 0x0c | b'\r' | b' ');
        let start = label.iter().position(|byte| !is_space(byte))?;
        let end = label.iter().rposition(|byte| !is_space(byte))? + 1;
        let label = &label[start..end];
        let is_named = |encoding: &Encoding| {
            encoding.labels.split_terminator(' ').any(|known| known.as_bytes().eq_ignore_ascii_case(label))
        };
        ALL.iter().find(|encoding| is_named(encoding)).copied()
    }

    /// As [`Encoding::for_label`], without the encoding that stands for those that are unsafe to decode.
    pub fn for_label_no_replacement(label: &[u8]) -> Option<&'static Encoding> {
        Encoding::for_label(label).filter(|encoding| encoding.kind != Replacement)
    }

    /// The encoding of a byte order mark, and the length of the mark.
    pub fn for_bom(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some((UTF_8, 3)),
            [0xff, 0xfe, ..] => Some((UTF_16LE, 2)),
            [0xfe, 0xff, ..] => Some((UTF_16BE, 2)),
            _ => None,
        }
    }

    /// The name in the standard.
    pub fn name(&'static self) -> &'static str {
        self.name
    }

    /// Whether every ASCII byte is that character.
    pub fn is_ascii_compatible(&'static self) -> bool {
        !matches!(self.kind, Replacement | Utf16 { .. } | Iso2022Jp)
    }

    /// The number of ASCII bytes that `bytes` begins with.
    pub fn ascii_valid_up_to(bytes: &[u8]) -> usize {
        bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len())
    }

    /// Decodes a text; a byte order mark goes before this encoding. Also says what encoding it was, and whether anything
    /// was malformed.
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Encoding, bool) {
        let (encoding, length) = Encoding::for_bom(bytes).unwrap_or((self, 0));
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[length..]);
        (text, encoding, damaged)
    }

    /// Decodes a text; says whether anything was malformed, which becomes U+FFFD.
    pub fn decode_without_bom_handling<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, bool) {
        match self.kind {
            Utf8 => {
                let text = String::from_utf8_lossy(bytes);
                // What was valid is borrowed.
                let damaged = matches!(text, Cow::Owned(_));
                return (text, damaged);
            }
            Utf16 { big_endian } => return decode_utf16(bytes, big_endian),
            _ => {}
        }
        if self.is_ascii_compatible()
            && let (true, Ok(text)) = (bytes.is_ascii(), str::from_utf8(bytes))
        {
            return (Cow::Borrowed(text), false);
        }
        let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
        let mut damaged = false;
        let mut decoder = self.new_decoder_without_bom_handling();
        let mut read = 0;
        loop {
            match decoder.next(bytes, &mut read, true) {
                Next::Character(character) => text.push(character),
                Next::Pair(first, second) => text.extend([first, second]),
                Next::Malformed(..) => {
                    text.push(char::REPLACEMENT_CHARACTER);
                    damaged = true;
                }
                Next::End => return (Cow::Owned(text), damaged),
            }
        }
    }

    /// A decoder that takes a text in pieces.
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder::new(self)
    }

    /// Encodes a text as UTF-8, which is all that lol_html is set to.
    pub fn encode<'a>(&'static self, text: &'a str) -> (Cow<'a, [u8]>, &'static Encoding, bool) {
        assert_eq!(self.kind, Utf8, "text is encoded as UTF-8 alone");
        (Cow::Borrowed(text.as_bytes()), self, false)
    }

    /// lol_html asks for one where its output is not UTF-8, which it never is.
    pub fn new_encoder(&'static self) -> Encoder {
        unreachable!("text is encoded as UTF-8 alone")
    }
}

fn decode_utf16(bytes: &[u8], big_endian: bool) -> (Cow<'_, str>, bool) {
    let (pairs, odd) = bytes.as_chunks();
    let unit = |&pair: &[u8; 2]| if big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) };
    let mut damaged = false;
    let mut text = String::with_capacity(bytes.len());
    let mut ends_in_half = false;
    for decoded in char::decode_utf16(pairs.iter().map(unit)) {
        ends_in_half = decoded.as_ref().is_err_and(|half| half.unpaired_surrogate() < 0xdc00);
        damaged |= decoded.is_err();
        text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !odd.is_empty() {
        damaged = true;
        // Half a pair and the byte after it end the text as one.
        if !ends_in_half {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    (Cow::Owned(text), damaged)
}

/// An encoder, of which there is none: see [`Encoding::new_encoder`].
pub enum Encoder {}

impl Encoder {
    /// Whether something is left to be written.
    pub fn has_pending_state(&self) -> bool {
        match *self {}
    }

    /// Encodes a piece of text.
    pub fn encode_from_utf8(&mut self, _: &str, _: &mut [u8], _: bool) -> (crate::CoderResult, usize, usize, bool) {
        match *self {}
    }
}
