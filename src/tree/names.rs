//! Element and attribute names as small numbers, and the classes that each element belongs to.

use crate::hash::HashMap;
use crate::word_map::WordMap;
use std::sync::LazyLock;

/// The name of an element as a number. A known name has a constant. Any other name gets a number
/// that is valid for one tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub(super) u16);

/// Classes of HTML elements, one bit for each class. The first ones are needed by the tree builder.
/// They have the names of the HTML Standard, "Tree construction", if it has any. The others
/// describe what an element means to a reader.
pub(super) mod kind {
    /// "Special": an end tag of another element does not close it.
    pub const SPECIAL: u32 = 1 << 0;
    /// "Formatting": continues in the next block if it was not closed in this one.
    pub const FORMATTING: u32 = 1 << 1;
    /// Has no content and no end tag.
    pub const VOID: u32 = 1 << 2;
    /// The start tag closes an open `<p>`.
    pub const CLOSES_P: u32 = 1 << 3;
    /// Ends a search for an element "in scope".
    pub const SCOPE: u32 = 1 << 4;
    /// "Generate implied end tags" closes it.
    pub const IMPLIED_END: u32 = 1 << 5;
    /// Ends a search for an element "in table scope".
    pub const TABLE_SCOPE: u32 = 1 << 6;
    /// The end tag closes everything open inside, as `</div>` does.
    pub const CONTAINER: u32 = 1 << 7;
    /// Stays in the head when it comes before the body.
    pub const HEAD_CONTENT: u32 = 1 << 8;
    /// Holds only text: no tags are read inside.
    pub const TEXT_ONLY: u32 = 1 << 9;
    /// A part of a table, which is ignored outside a table.
    pub const TABLE_PART: u32 = 1 << 10;
    /// Adds a marker to the list of active formatting elements, so that formatting from outside
    /// does not continue inside.
    pub const MARKER: u32 = 1 << 11;
    /// Ends a search for an element "in list item scope", along with [`SCOPE`].
    pub const LIST_ITEM_SCOPE: u32 = 1 << 12;
    /// Ends a search for an element "in button scope", along with [`SCOPE`].
    pub const BUTTON_SCOPE: u32 = 1 << 13;
    /// A group of rows of a table.
    pub const TABLE_SECTION: u32 = 1 << 14;
    /// A part of a table's structure. Content that does not belong in it is moved before the table
    /// ("foster parenting").
    pub const FOSTERS: u32 = 1 << 15;
    /// The start tag ends SVG and MathML ("The rules for parsing tokens in foreign content").
    /// Headings have this effect too.
    pub const ENDS_FOREIGN: u32 = 1 << 16;
    /// See [`Tag::is_division`](super::Tag::is_division).
    pub const DIVISION: u32 = 1 << 17;
    /// See [`Tag::is_construct`](super::Tag::is_construct).
    pub const CONSTRUCT: u32 = 1 << 18;
    /// See [`Tag::is_construct_part`](super::Tag::is_construct_part).
    pub const CONSTRUCT_PART: u32 = 1 << 19;
    /// See [`Tag::is_preformatted`](super::Tag::is_preformatted).
    pub const PREFORMATTED: u32 = 1 << 20;
    /// Any other element on lines of its own.
    pub const OTHER_BLOCK: u32 = 1 << 21;
    /// See [`Tag::is_unread`](super::Tag::is_unread).
    pub const UNREAD: u32 = 1 << 22;
    /// See [`Tag::is_embed`](super::Tag::is_embed).
    pub const EMBED: u32 = 1 << 23;
    /// See [`Tag::is_word_formatting`](super::Tag::is_word_formatting).
    pub const WORD_FORMATTING: u32 = 1 << 24;
    /// See [`Tag::is_mark_wrapper`](super::Tag::is_mark_wrapper).
    pub const MARK_WRAPPER: u32 = 1 << 25;
}
use kind::*;

macro_rules! tags {
    ($($kinds:expr => $($constant:ident $name:literal)+;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { TEXT, $($($constant),+),* }

        #[allow(missing_docs, dead_code, reason = "each constant is the element of that name, needed or not")]
        impl Tag {
            /// A text node.
            pub const TEXT: Tag = Tag(Number::TEXT as u16);
            $($(pub const $constant: Tag = Tag(Number::$constant as u16);)+)*
        }

        static TAG_NAMES: &[&str] = &["#text", $($($name),+),*];

        const TAG_COUNT: usize = [Number::TEXT as usize, $($(Number::$constant as usize),+),*].len();

        static TAG_KINDS: [u32; TAG_COUNT] = with_classes([0, $($({ let _ = Number::$constant; $kinds }),+),*]);
    };
}

tags! {
    SPECIAL | SCOPE | TABLE_SCOPE => HTML "html";
    SPECIAL => HEAD "head" BODY "body" FRAMESET "frameset" NOSCRIPT "noscript";

    SPECIAL | HEAD_CONTENT | VOID => BASE "base" BASEFONT "basefont" BGSOUND "bgsound" LINK "link" META "meta";
    SPECIAL | HEAD_CONTENT | TEXT_ONLY => TITLE "title" SCRIPT "script" STYLE "style" NOFRAMES "noframes";
    SPECIAL | HEAD_CONTENT | SCOPE | TABLE_SCOPE | MARKER => TEMPLATE "template";

    SPECIAL | CLOSES_P | CONTAINER =>
        ADDRESS "address" ARTICLE "article" ASIDE "aside" BLOCKQUOTE "blockquote" CENTER "center"
        DETAILS "details" DIR "dir" DIV "div" DL "dl" FIELDSET "fieldset" FIGCAPTION "figcaption"
        FIGURE "figure" FOOTER "footer" HEADER "header" HGROUP "hgroup" LISTING "listing" MAIN "main"
        MENU "menu" NAV "nav" PRE "pre" SECTION "section" SUMMARY "summary";
    SPECIAL | CLOSES_P | CONTAINER | LIST_ITEM_SCOPE => OL "ol" UL "ul";
    CLOSES_P | CONTAINER => DIALOG "dialog" SEARCH "search";
    SPECIAL | CONTAINER | BUTTON_SCOPE => BUTTON "button";
    SPECIAL | CONTAINER | SCOPE => SELECT "select";
    SPECIAL | CLOSES_P => H1 "h1" H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6" FORM "form" PLAINTEXT "plaintext";
    SPECIAL | CLOSES_P | IMPLIED_END => P "p";
    SPECIAL | IMPLIED_END => LI "li" DD "dd" DT "dt";
    IMPLIED_END => OPTION "option" OPTGROUP "optgroup" RB "rb" RTC "rtc" RP "rp" RT "rt";

    FORMATTING =>
        A "a" B "b" BIG "big" CODE "code" EM "em" FONT "font" I "i" NOBR "nobr" S "s" SMALL "small"
        STRIKE "strike" STRONG "strong" TT "tt" U "u";

    SPECIAL | SCOPE | MARKER | CONTAINER => APPLET "applet" MARQUEE "marquee" OBJECT "object";

    SPECIAL | SCOPE | TABLE_SCOPE => TABLE "table";
    SPECIAL | SCOPE | MARKER | TABLE_PART => CAPTION "caption" TD "td" TH "th";
    SPECIAL | TABLE_PART =>
        COLGROUP "colgroup" TBODY "tbody" THEAD "thead" TFOOT "tfoot" TR "tr";
    SPECIAL | TABLE_PART | VOID => COL "col";

    SPECIAL | CLOSES_P | VOID => HR "hr";
    SPECIAL | VOID =>
        AREA "area" BR "br" EMBED "embed" FRAME "frame" IMG "img" INPUT "input" PARAM "param" SOURCE "source"
        TRACK "track" WBR "wbr";
    VOID => KEYGEN "keygen";

    SPECIAL | TEXT_ONLY => TEXTAREA "textarea" IFRAME "iframe" NOEMBED "noembed";
    SPECIAL | TEXT_ONLY | CLOSES_P => XMP "xmp";

    0 =>
        ABBR "abbr" ACRONYM "acronym" AUDIO "audio" BDI "bdi" BDO "bdo" CANVAS "canvas" CITE "cite" DATA "data"
        DATALIST "datalist" DEL "del" DFN "dfn" IMAGE "image" INS "ins" KBD "kbd" LABEL "label" LEGEND "legend"
        MAP "map" MARK "mark" METER "meter" OUTPUT "output" PICTURE "picture" PROGRESS "progress" Q "q"
        RUBY "ruby" SAMP "samp" SLOT "slot" SPAN "span" SUB "sub" SUP "sup" TIME "time" VAR "var" VIDEO "video"
        SVG "svg" FOREIGN_OBJECT "foreignobject" DESC "desc"
        MATH "math" ANNOTATION_XML "annotation-xml" MI "mi" MO "mo" MN "mn" MS "ms" MTEXT "mtext"
        MGLYPH "mglyph" MALIGNMARK "malignmark";
}

/// The elements of each class that is not in a row of the table above.
#[rustfmt::skip]
const CLASSES: &[(u32, &[Tag])] = &[
    (TABLE_SECTION, &[Tag::TBODY, Tag::THEAD, Tag::TFOOT]),
    (FOSTERS, &[Tag::TABLE, Tag::TBODY, Tag::TFOOT, Tag::THEAD, Tag::TR]),
    (ENDS_FOREIGN, &[
        Tag::B, Tag::BIG, Tag::BLOCKQUOTE, Tag::BODY, Tag::BR, Tag::CENTER, Tag::CODE, Tag::DD, Tag::DIV, Tag::DL,
        Tag::DT, Tag::EM, Tag::EMBED, Tag::HEAD, Tag::HR, Tag::I, Tag::IMG, Tag::LI, Tag::LISTING, Tag::MENU,
        Tag::META, Tag::NOBR, Tag::OL, Tag::P, Tag::PRE, Tag::RUBY, Tag::S, Tag::SMALL, Tag::SPAN, Tag::STRONG,
        Tag::STRIKE, Tag::SUB, Tag::SUP, Tag::TABLE, Tag::TT, Tag::U, Tag::UL, Tag::VAR,
    ]),
    (DIVISION, &[
        Tag::ADDRESS, Tag::ARTICLE, Tag::ASIDE, Tag::BODY, Tag::CENTER, Tag::DETAILS, Tag::DIALOG, Tag::DIV,
        Tag::FIELDSET, Tag::FOOTER, Tag::FORM, Tag::HEADER, Tag::HGROUP, Tag::LEGEND, Tag::MAIN, Tag::NAV, Tag::OPTION,
        Tag::P, Tag::SEARCH, Tag::SECTION, Tag::SUMMARY, Tag::TBODY, Tag::TFOOT, Tag::THEAD,
    ]),
    (CONSTRUCT, &[
        Tag::BLOCKQUOTE, Tag::UL, Tag::MENU, Tag::DIR, Tag::OL, Tag::DL, Tag::FIGURE, Tag::TABLE,
    ]),
    (CONSTRUCT_PART, &[Tag::LI, Tag::DD, Tag::DT, Tag::TR, Tag::TD, Tag::TH]),
    (PREFORMATTED, &[Tag::PRE, Tag::LISTING, Tag::XMP, Tag::PLAINTEXT]),
    (OTHER_BLOCK, &[
        Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6, Tag::FIGCAPTION, Tag::CAPTION, Tag::BUTTON, Tag::HR,
        Tag::OPTGROUP,
    ]),
    (UNREAD, &[
        Tag::SCRIPT, Tag::STYLE, Tag::TEMPLATE, Tag::HEAD, Tag::TITLE, Tag::IFRAME, Tag::OBJECT, Tag::EMBED,
        Tag::NOFRAMES, Tag::NOEMBED, Tag::VIDEO, Tag::AUDIO, Tag::CANVAS, Tag::TEXTAREA, Tag::SELECT, Tag::DATALIST,
    ]),
    (EMBED, &[Tag::IFRAME, Tag::VIDEO, Tag::AUDIO, Tag::EMBED, Tag::OBJECT]),
    (WORD_FORMATTING, &[
        Tag::ABBR, Tag::ACRONYM, Tag::B, Tag::BDI, Tag::BDO, Tag::BIG, Tag::CITE, Tag::CODE, Tag::DEL, Tag::DFN,
        Tag::EM, Tag::FONT, Tag::I, Tag::INS, Tag::KBD, Tag::MARK, Tag::Q, Tag::RB, Tag::RP, Tag::RT, Tag::RTC,
        Tag::RUBY, Tag::S, Tag::SAMP, Tag::SMALL, Tag::STRIKE, Tag::STRONG, Tag::SUB, Tag::SUP, Tag::TT, Tag::U,
        Tag::VAR, Tag::WBR,
    ]),
    (MARK_WRAPPER, &[
        Tag::A, Tag::SPAN, Tag::SUP, Tag::SUB, Tag::STRONG, Tag::B, Tag::EM, Tag::I, Tag::SMALL, Tag::CITE, Tag::LABEL,
        Tag::FONT, Tag::U, Tag::CODE, Tag::BDI, Tag::INS,
    ]),
];

/// Adds the classes to the bits of each element.
const fn with_classes(mut kinds: [u32; TAG_COUNT]) -> [u32; TAG_COUNT] {
    let mut class = 0;
    while class < CLASSES.len() {
        let (bit, tags) = CLASSES[class];
        let mut at = 0;
        while at < tags.len() {
            kinds[tags[at].0 as usize] |= bit;
            at += 1;
        }
        class += 1;
    }
    kinds
}

/// The most common attribute names. The list only saves a lookup.
static ATTRIBUTE_NAMES: &[&str] = &[
    "alt",
    "aria-hidden",
    "aria-label",
    "charset",
    "class",
    "content",
    "data-src",
    "datetime",
    "height",
    "hidden",
    "href",
    "id",
    "itemprop",
    "lang",
    "loading",
    "name",
    "onclick",
    "property",
    "rel",
    "role",
    "src",
    "srcset",
    "tabindex",
    "target",
    "type",
    "value",
    "width",
];

/// Numbers from here on are specific to one tree.
const FIRST_OWN_NUMBER: usize = TAG_NAMES.len() + ATTRIBUTE_NAMES.len();

/// Maximum number of different names in one tree. All further names share the last number. Real
/// pages have far fewer.
const MAX_NAMES: usize = 65_000;

static KNOWN_NUMBERS: LazyLock<WordMap<u16>> =
    LazyLock::new(|| WordMap::new(TAG_NAMES.iter().chain(ATTRIBUTE_NAMES).copied().zip(0..)));

impl Tag {
    /// Returns the classes of the HTML element of this name.
    pub(super) fn kinds(self) -> u32 {
        TAG_KINDS.get(usize::from(self.0)).copied().unwrap_or(0)
    }

    /// Returns `true` if the HTML element of this name belongs to one of the classes.
    pub(super) fn is(self, kinds: u32) -> bool {
        self.kinds() & kinds != 0
    }

    /// Returns `true` for `<h1>` to `<h6>`.
    pub(crate) fn is_heading(self) -> bool {
        (Tag::H1..=Tag::H6).contains(&self)
    }

    /// Returns `true` if the element is on lines of its own: blocks, parts of tables and items of lists according to
    /// the HTML Standard, "Rendering", and the labels and options of forms.
    pub(crate) fn is_block(self) -> bool {
        self.is(DIVISION | CONSTRUCT | CONSTRUCT_PART | PREFORMATTED | OTHER_BLOCK)
    }

    /// Returns `true` for blocks that divide a page and do not describe their content (HTML Standard, "Flow content"
    /// and "Sections and headings" of "Rendering"), and for the groups of rows of a table.
    pub(crate) fn is_division(self) -> bool {
        self.is(DIVISION)
    }

    /// Returns `true` for elements that are a construct by themselves: a quotation, list, figure or table.
    pub(crate) fn is_construct(self) -> bool {
        self.is(CONSTRUCT)
    }

    /// Returns `true` for the items of lists, the parts of definition lists, and rows and cells of tables.
    pub(crate) fn is_construct_part(self) -> bool {
        self.is(CONSTRUCT_PART)
    }

    /// Returns `true` if white space is significant in the element (`white-space: pre` in the HTML Standard, "Flow
    /// content" of "Rendering").
    pub(crate) fn is_preformatted(self) -> bool {
        self.is(PREFORMATTED)
    }

    /// Returns `true` if readers do not see the element's text as text of the page: hidden elements (HTML Standard,
    /// "Hidden elements" of "Rendering"), fallbacks for embedded content, and the content of controls.
    pub(crate) fn is_unread(self) -> bool {
        self.is(UNREAD)
    }

    /// Returns `true` for embedded content (HTML Standard, "Embedded content") that is played or
    /// framed. Images are not included.
    pub(crate) fn is_embed(self) -> bool {
        self.is(EMBED)
    }

    /// Returns `true` for elements that format a part of a word or sentence, without spaces around them: most of the
    /// HTML Standard's "Text-level semantics" and similar obsolete elements.
    pub(crate) fn is_word_formatting(self) -> bool {
        self.is(WORD_FORMATTING)
    }

    /// Returns `true` for the elements that sites put around the mark of a footnote.
    pub(crate) fn is_mark_wrapper(self) -> bool {
        self.is(MARK_WRAPPER)
    }
}

/// The names of one tree: the known names, and a table of all others.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    own: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u16>,
}

impl Names {
    /// Returns the number of a name. Case does not matter.
    pub(super) fn intern(&mut self, name: &str) -> u16 {
        if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.intern_lower_case(&name.to_ascii_lowercase())
        } else {
            self.intern_lower_case(name)
        }
    }

    fn intern_lower_case(&mut self, name: &str) -> u16 {
        if let Some(&number) = KNOWN_NUMBERS.get(name).or_else(|| self.numbers.get(name)) {
            return number;
        }
        let number = FIRST_OWN_NUMBER + self.own.len();
        if number >= MAX_NAMES {
            return MAX_NAMES as u16 - 1;
        }
        self.own.push(name.into());
        self.numbers.insert(name.into(), number as u16);
        number as u16
    }

    /// Returns a name in lower case.
    pub(super) fn name(&self, number: u16) -> &str {
        let number = usize::from(number);
        if number >= FIRST_OWN_NUMBER {
            &self.own[number - FIRST_OWN_NUMBER]
        } else if number >= TAG_NAMES.len() {
            ATTRIBUTE_NAMES[number - TAG_NAMES.len()]
        } else {
            TAG_NAMES[number]
        }
    }
}
