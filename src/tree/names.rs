//! Element and attribute names as small numbers, and what the HTML standard says of each element.

use std::collections::HashMap;
use std::sync::LazyLock;

/// An element's name as a number: a known one has a constant, any other gets a number per tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub(super) u16);

macro_rules! tags {
    ($($constant:ident $name:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { TEXT, $($constant),* }

        #[allow(missing_docs, reason = "each constant is the element of that name")]
        impl Tag {
            /// A text node.
            pub const TEXT: Tag = Tag(Number::TEXT as u16);
            $(pub const $constant: Tag = Tag(Number::$constant as u16);)*
        }

        static KNOWN: &[&str] = &["#text", $($name),*];
    };
}

tags! {
    HTML "html" HEAD "head" BODY "body" BASE "base" BASEFONT "basefont" BGSOUND "bgsound" LINK "link" META "meta"
    TITLE "title" SCRIPT "script" STYLE "style" NOSCRIPT "noscript" NOFRAMES "noframes" TEMPLATE "template"
    ADDRESS "address" ARTICLE "article" ASIDE "aside" BLOCKQUOTE "blockquote" CENTER "center" DETAILS "details"
    DIALOG "dialog" DIR "dir" DIV "div" DL "dl" FIELDSET "fieldset" FIGCAPTION "figcaption" FIGURE "figure"
    FOOTER "footer" HEADER "header" HGROUP "hgroup" MAIN "main" MENU "menu" NAV "nav" OL "ol" P "p"
    SEARCH "search" SECTION "section" SUMMARY "summary" UL "ul" H1 "h1" H2 "h2" H3 "h3" H4 "h4" H5 "h5" H6 "h6"
    PRE "pre" LISTING "listing" FORM "form" LI "li" DD "dd" DT "dt" PLAINTEXT "plaintext" BUTTON "button"
    A "a" B "b" BIG "big" CODE "code" EM "em" FONT "font" I "i" S "s" SMALL "small" STRIKE "strike"
    STRONG "strong" TT "tt" U "u" NOBR "nobr" APPLET "applet" MARQUEE "marquee" OBJECT "object"
    TABLE "table" CAPTION "caption" COLGROUP "colgroup" COL "col" TBODY "tbody" THEAD "thead" TFOOT "tfoot"
    TR "tr" TD "td" TH "th" AREA "area" BR "br" EMBED "embed" IMG "img" IMAGE "image" KEYGEN "keygen" WBR "wbr"
    INPUT "input" PARAM "param" SOURCE "source" TRACK "track" HR "hr" FRAME "frame" FRAMESET "frameset"
    TEXTAREA "textarea" XMP "xmp" IFRAME "iframe" NOEMBED "noembed" SELECT "select" OPTION "option"
    OPTGROUP "optgroup" DATALIST "datalist" RB "rb" RTC "rtc" RP "rp" RT "rt" RUBY "ruby" MATH "math" SVG "svg"
    FOREIGN_OBJECT "foreignobject" DESC "desc" ANNOTATION_XML "annotation-xml" MI "mi" MO "mo" MN "mn" MS "ms"
    MTEXT "mtext" MGLYPH "mglyph" MALIGNMARK "malignmark" SPAN "span" SUB "sub" SUP "sup" VAR "var" TIME "time"
    LABEL "label" ABBR "abbr" CITE "cite" Q "q" MARK "mark" PICTURE "picture" VIDEO "video" AUDIO "audio"
    CANVAS "canvas" DATA "data" DEL "del" INS "ins" KBD "kbd" SAMP "samp" DFN "dfn" LEGEND "legend" MAP "map"
    OUTPUT "output" PROGRESS "progress" METER "meter" SLOT "slot" BDI "bdi" BDO "bdo" ACRONYM "acronym"
}

static KNOWN_NUMBERS: LazyLock<HashMap<&'static str, u16>> =
    LazyLock::new(|| KNOWN.iter().zip(0..).map(|(&name, number)| (name, number)).collect());

/// The names that the known tables do not hold, and all attribute names.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    names: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u16>,
}

impl Names {
    /// The number of a name in lower case. Past 65,000 different names in one page all further ones share
    /// the last number: no real page comes near.
    pub(super) fn intern(&mut self, name: &str) -> u16 {
        if let Some(&number) = KNOWN_NUMBERS.get(name) {
            return number;
        }
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = KNOWN.len() + self.names.len();
        if number >= 65_000 {
            return 65_000 - 1;
        }
        self.names.push(name.into());
        self.numbers.insert(name.into(), number as u16);
        number as u16
    }

    pub(super) fn name(&self, number: u16) -> &str {
        let number = usize::from(number);
        KNOWN.get(number).copied().unwrap_or_else(|| &self.names[number - KNOWN.len()])
    }
}
