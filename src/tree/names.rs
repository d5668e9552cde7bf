//! Element and attribute names as small numbers, and what the HTML standard says of each element.

use crate::maps::HashMap;
use crate::word_map::WordMap;
use std::sync::LazyLock;

/// An element's name as a number: a known one has a constant, any other gets a number per tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub(super) u16);

/// Properties of HTML elements that the tree builder asks for, a bit each. The names are those of the HTML
/// standard's section on tree construction where it has one.
pub(super) mod kind {
    /// "Special": an end tag of another element does not reach past it.
    pub const SPECIAL: u16 = 1 << 0;
    /// "Formatting": goes on in the next block when it was not closed in this one.
    pub const FORMATTING: u16 = 1 << 1;
    /// Has no content and no end tag.
    pub const VOID: u16 = 1 << 2;
    /// The start tag closes an open `<p>`.
    pub const CLOSES_P: u16 = 1 << 3;
    /// Ends a search for an element "in scope".
    pub const SCOPE: u16 = 1 << 4;
    /// "Generate implied end tags" closes it.
    pub const IMPLIED_END: u16 = 1 << 5;
    /// Ends a search for an element "in table scope".
    pub const TABLE_SCOPE: u16 = 1 << 6;
    /// The end tag closes everything open inside, as `</div>` does.
    pub const CONTAINER: u16 = 1 << 7;
    /// Stays in the head when it comes before the body.
    pub const HEAD_CONTENT: u16 = 1 << 8;
    /// Holds text only: no tags are read inside.
    pub const TEXT_ONLY: u16 = 1 << 9;
    /// A part of a table, which is ignored outside of one.
    pub const TABLE_PART: u16 = 1 << 10;
    /// Has a marker in the list of active formatting elements: formatting from outside stays outside.
    pub const MARKER: u16 = 1 << 11;
    /// Ends a search for an element "in list item scope", along with [`SCOPE`].
    pub const LIST_ITEM_SCOPE: u16 = 1 << 12;
    /// Ends a search for an element "in button scope", along with [`SCOPE`].
    pub const BUTTON_SCOPE: u16 = 1 << 13;
}
use kind::*;

macro_rules! tags {
    ($($kinds:expr => $($constant:ident $name:literal)+;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { TEXT, $($($constant),+),* }

        #[allow(missing_docs, reason = "each constant is the element of that name")]
        impl Tag {
            /// A text node.
            pub const TEXT: Tag = Tag(Number::TEXT as u16);
            $($(pub const $constant: Tag = Tag(Number::$constant as u16);)+)*
        }

        static TAG_NAMES: &[&str] = &["#text", $($($name),+),*];

        static TAG_KINDS: &[u16] = &[0, $($({ let _ = Number::$constant; $kinds }),+),*];
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

/// Attribute names that most pages use; they save a lookup, nothing else.
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

/// Numbers from here on belong to one tree.
const FIRST_OWN_NUMBER: usize = TAG_NAMES.len() + ATTRIBUTE_NAMES.len();

/// Most different names in one tree: past it all further ones share the last number. No real page comes near.
const MAX_NAMES: usize = 65_000;

static KNOWN_NUMBERS: LazyLock<WordMap<u16>> =
    LazyLock::new(|| WordMap::new(TAG_NAMES.iter().chain(ATTRIBUTE_NAMES).copied().zip(0..)));

impl Tag {
    /// The properties of the HTML element of this name.
    pub(super) fn kinds(self) -> u16 {
        TAG_KINDS.get(usize::from(self.0)).copied().unwrap_or(0)
    }

    /// Whether the HTML element of this name has one of the properties.
    pub(super) fn is(self, kinds: u16) -> bool {
        self.kinds() & kinds != 0
    }

    /// `<h1>` to `<h6>`.
    pub(super) fn is_heading(self) -> bool {
        (Tag::H1..=Tag::H6).contains(&self)
    }
}

/// The names of one tree: known ones, and a table of all others.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    own: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u16>,
}

impl Names {
    /// The number of a name, whatever its case.
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

    /// A name in lower case.
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
