//! Helpers that the renderers share.

use crate::document::{Block, Inline, Table};

/// Maximum number of levels of answers that are shown. Deeper answers are shown at this level,
/// because deeply nested quotations or boxes are too narrow to read.
pub(in crate::render) const MAX_POST_LEVELS: u16 = 12;

/// Returns `true` if a list item reads as one paragraph: no block except the first one is a
/// paragraph. Such items have no `<p>`, and lists of them have no blank lines.
pub(in crate::render) fn is_tight(item: &[Block]) -> bool {
    !item.iter().skip(1).any(|block| matches!(block, Block::Paragraph(_)))
}

/// Returns `true` if a character may not appear in any output.
pub(in crate::render) fn is_forbidden(c: char) -> bool {
    c.is_ascii_control() && c != '\t' && c != '\n'
}

/// Returns `true` if the name of a programming language can be written without escapes: `rust`, `c++`, `objective-c`.
pub(in crate::render) fn is_language(name: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+#-_.".contains(&b);
    !name.is_empty() && name.bytes().all(is_plain)
}

/// Returns the rows at the top that have only header cells.
pub(in crate::render) fn head_rows(table: &Table) -> usize {
    table.rows.iter().take_while(|row| !row.is_empty() && row.iter().all(|cell| cell.header)).count()
}

/// The position of a subscript or superscript.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::render) enum Script {
    Above,
    Below,
}

impl Script {
    /// Returns the raised or lowered form of a character in Unicode.
    pub(in crate::render) fn of(self, c: char) -> Option<char> {
        let (plain, scripts) = match self {
            Script::Above => ("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
            Script::Below => ("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"),
        };
        let c = if c == '−' { '-' } else { c };
        plain.chars().zip(scripts.chars()).find(|&(plain, _)| plain == c).map(|(_, script)| script)
    }

    /// Returns the mark for a script in formulas.
    pub(in crate::render) fn mark(self) -> &'static str {
        match self {
            Script::Above => "^",
            Script::Below => "_",
        }
    }

    /// Returns the name of the HTML element for a script.
    pub(in crate::render) fn element(self) -> &'static str {
        match self {
            Script::Above => "sup",
            Script::Below => "sub",
        }
    }

    /// Returns how to write a script without markup. A script without a word before it is small
    /// print.
    pub(in crate::render) fn form(self, content: &[Inline], stands_alone: bool) -> ScriptForm<'_> {
        match content {
            // The end of an abbreviation or ordinal (1st, Mme), a sign, or a reference in brackets.
            [Inline::Text(text)] if self == Script::Above && is_plain(text) => ScriptForm::Plain,
            [] | [Inline::Link { .. } | Inline::Image(_) | Inline::Note(_)] => ScriptForm::Plain,
            [Inline::Text(text)] if !text.is_empty() && text.chars().all(|c| self.of(c).is_some()) => {
                ScriptForm::Characters(text)
            }
            _ if stands_alone => ScriptForm::Plain,
            _ => ScriptForm::Marked,
        }
    }
}

/// The way to write a script.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::render) enum ScriptForm<'a> {
    /// With Unicode's raised or lowered characters, which exist for the whole script.
    Characters(&'a str),
    /// As ordinary text.
    Plain,
    /// As ordinary text with a mark before it. Without the mark, 10 to the power of n would read as 10n.
    Marked,
}

fn is_plain(text: &str) -> bool {
    let is_word = text.chars().count() > 1 && text.chars().all(char::is_alphabetic);
    is_word || text.starts_with('[') || !text.contains(char::is_alphanumeric)
}
