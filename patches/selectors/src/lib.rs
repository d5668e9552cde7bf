//! A stand-in for the crate selectors in the WebAssembly module. It refuses every selector.
//!
//! lol_html finds elements by CSS selectors. `src/tokenize.rs` gives it none: it asks for text, comments and doctypes. So
//! `wasm/Cargo.toml` puts this crate in the place of the real one: it has the types that lol_html names, refuses every
//! selector, and leaves out the parser.
//!
//! The danger is a call of lol_html that comes to need a selector. It would fail on every page, and so in every test of the
//! package.

/// Selectors for attributes.
pub mod attr {
    use crate::parser::SelectorImpl;

    /// A selector for an attribute that may be of a namespace.
    pub struct AttrSelectorWithOptionalNamespace<Impl: SelectorImpl> {
        /// Its namespace.
        pub namespace: Option<Impl::NamespaceUrl>,
        /// Its name in small letters.
        pub local_name_lower: Impl::LocalName,
        /// What is asked of its value.
        pub operation: ParsedAttrSelectorOperation<Impl::AttrValue>,
    }

    /// What is asked of a value.
    pub enum ParsedAttrSelectorOperation<AttrValue> {
        /// Nothing.
        Exists,
        /// A comparison.
        WithValue {
            /// How to compare.
            operator: AttrSelectorOperator,
            /// How letters are compared.
            case_sensitivity: ParsedCaseSensitivity,
            /// What to compare with.
            value: AttrValue,
        },
    }

    /// How values are compared.
    #[derive(Clone, Copy, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the names are those of CSS")]
    pub enum AttrSelectorOperator {
        Equal,
        Includes,
        DashMatch,
        Prefix,
        Substring,
        Suffix,
    }

    /// How a selector says that letters are compared.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the names are those of the real crate")]
    pub enum ParsedCaseSensitivity {
        ExplicitCaseSensitive,
        AsciiCaseInsensitive,
        CaseSensitive,
        AsciiCaseInsensitiveIfInHtmlElementInHtmlDocument,
    }

    /// How letters are compared.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the names are those of the real crate")]
    pub enum CaseSensitivity {
        CaseSensitive,
        AsciiCaseInsensitive,
    }

    impl CaseSensitivity {
        /// Returns `true` if two values are the same.
        pub fn eq(self, a: &[u8], b: &[u8]) -> bool {
            match self {
                CaseSensitivity::CaseSensitive => a == b,
                CaseSensitivity::AsciiCaseInsensitive => a.eq_ignore_ascii_case(b),
            }
        }
    }
}

/// Selectors, and their parser.
#[expect(missing_docs, reason = "the names are those of CSS and of the real crate")]
pub mod parser {
    use crate::attr::{AttrSelectorOperator, AttrSelectorWithOptionalNamespace, ParsedCaseSensitivity};
    use cssparser::{CowRcStr, ParseError, Parser as CssParser, Token};
    use std::convert::Infallible;
    use std::fmt;
    use std::iter::Rev;
    use std::marker::PhantomData;
    use std::slice::Iter;

    /// The types that the parts of a selector have.
    pub trait SelectorImpl: Clone + fmt::Debug + Sized + 'static {
        type ExtraMatchingData<'a>;
        type AttrValue;
        type Identifier;
        type LocalName;
        type NamespaceUrl;
        type NamespacePrefix;
        type BorrowedNamespaceUrl: ?Sized;
        type BorrowedLocalName: ?Sized;
        type NonTSPseudoClass;
        type PseudoElement;
    }

    /// A pseudo-class. lol_html has none.
    pub trait NonTSPseudoClass {
        type Impl: SelectorImpl;
        fn is_active_or_hover(&self) -> bool;
        fn is_user_action_state(&self) -> bool;
    }

    /// A pseudo-element. lol_html has none.
    pub trait PseudoElement {
        type Impl: SelectorImpl;
    }

    /// What a parser of selectors takes.
    pub trait Parser<'i> {
        type Impl: SelectorImpl;
        type Error: 'i + From<SelectorParseErrorKind<'i>>;

        fn parse_nth_child_of(&self) -> bool {
            false
        }
    }

    /// Where a selector may begin with a combinator.
    pub enum ParseRelative {
        No,
    }

    /// The selectors of a text. There are none.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SelectorList<Impl: SelectorImpl>(PhantomData<Impl>);

    impl<Impl: SelectorImpl> SelectorList<Impl> {
        /// Refuses the text.
        pub fn parse<'i, P: Parser<'i, Impl = Impl>>(
            _parser: &P,
            input: &mut CssParser<'i, '_>,
            _relative: ParseRelative,
        ) -> Result<Self, ParseError<'i, P::Error>> {
            Err(input.new_custom_error(SelectorParseErrorKind::InvalidState))
        }

        /// Returns no selectors.
        pub fn slice(&self) -> &[Selector<Impl>] {
            &[]
        }
    }

    /// A selector. No value of this type exists.
    pub struct Selector<Impl: SelectorImpl> {
        none: Infallible,
        of: PhantomData<Impl>,
    }

    impl<Impl: SelectorImpl> Selector<Impl> {
        pub fn iter(&self) -> Iter<'_, Component<Impl>> {
            match self.none {}
        }

        pub fn iter_raw_match_order(&self) -> Iter<'_, Component<Impl>> {
            match self.none {}
        }

        pub fn iter_raw_parse_order_from(&self, _offset: usize) -> Rev<Iter<'_, Component<Impl>>> {
            match self.none {}
        }
    }

    impl<Impl: SelectorImpl> fmt::Debug for Selector<Impl> {
        fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
            let _ = self.of;
            match self.none {}
        }
    }

    /// A part of a selector.
    pub enum Component<Impl: SelectorImpl> {
        LocalName(LocalName<Impl>),
        ID(Impl::Identifier),
        Class(Impl::Identifier),
        AttributeInNoNamespaceExists {
            local_name: Impl::LocalName,
            local_name_lower: Impl::LocalName,
        },
        AttributeInNoNamespace {
            local_name: Impl::LocalName,
            operator: AttrSelectorOperator,
            value: Impl::AttrValue,
            case_sensitivity: ParsedCaseSensitivity,
        },
        AttributeOther(Box<AttrSelectorWithOptionalNamespace<Impl>>),
        ExplicitUniversalType,
        ExplicitAnyNamespace,
        ExplicitNoNamespace,
        DefaultNamespace(Impl::NamespaceUrl),
        Namespace(Impl::NamespacePrefix, Impl::NamespaceUrl),
        Negation(SelectorList<Impl>),
        Root,
        Empty,
        Scope,
        ImplicitScope,
        ParentSelector,
        Nth(NthSelectorData),
        NthOf(Infallible),
        NonTSPseudoClass(Impl::NonTSPseudoClass),
        Slotted(Infallible),
        Part(Infallible),
        Host(Infallible),
        Where(Infallible),
        Is(Infallible),
        Has(Infallible),
        Invalid(Infallible),
        PseudoElement(Impl::PseudoElement),
        Combinator(Combinator),
        RelativeSelectorAnchor,
    }

    impl<Impl: SelectorImpl> fmt::Debug for Component<Impl> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Component")
        }
    }

    /// The name of an element.
    pub struct LocalName<Impl: SelectorImpl> {
        pub name: Impl::LocalName,
        pub lower_name: Impl::LocalName,
    }

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub enum Combinator {
        Child,
        Descendant,
        NextSibling,
        LaterSibling,
        PseudoElement,
        SlotAssignment,
        Part,
    }

    /// Which of its parent's children an element is.
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct NthSelectorData {
        pub ty: NthType,
        pub an_plus_b: AnPlusB,
    }

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub enum NthType {
        Child,
        LastChild,
        OnlyChild,
        OfType,
        LastOfType,
        OnlyOfType,
    }

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub struct AnPlusB(pub i32, pub i32);

    pub type SelectorParseError<'i> = ParseError<'i, SelectorParseErrorKind<'i>>;

    /// Why a text is refused.
    #[derive(Debug, Clone, PartialEq)]
    pub enum SelectorParseErrorKind<'i> {
        NoQualifiedNameInAttributeSelector(Token<'i>),
        EmptySelector,
        DanglingCombinator,
        NonCompoundSelector,
        NonPseudoElementAfterSlotted,
        InvalidPseudoElementAfterSlotted,
        InvalidPseudoElementInsideWhere,
        InvalidState,
        UnexpectedTokenInAttributeSelector(Token<'i>),
        PseudoElementExpectedColon(Token<'i>),
        PseudoElementExpectedIdent(Token<'i>),
        NoIdentForPseudo(Token<'i>),
        UnsupportedPseudoClassOrElement(CowRcStr<'i>),
        UnexpectedIdent(CowRcStr<'i>),
        ExpectedNamespace(CowRcStr<'i>),
        ExpectedBarInAttr(Token<'i>),
        BadValueInAttr(Token<'i>),
        InvalidQualNameInAttr(Token<'i>),
        ExplicitNamespaceUnexpectedToken(Token<'i>),
        ClassNeedsIdent(Token<'i>),
    }
}
