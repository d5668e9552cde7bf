//! Finds formulas in all places where a page can keep them, and returns them as LaTeX.
//!
//! Most formulas were written in LaTeX, and the page keeps the source: in an `annotation` or
//! `alttext` of MathML, in a `script`, in an attribute, or in the `alt` of an image. A formula that
//! exists only as MathML is converted to LaTeX ([`super::mathml`]).

use super::mathml;
use crate::constructs::formula::{self, delimited, is_formula, is_formula_image, latex_attribute, latex_in_path};
use crate::limits::MAX_FORMULA_BYTES;
use crate::tree::{NodeId, Step, Tag, Tree};

/// A formula of the page.
#[derive(Debug)]
pub(super) struct Formula {
    pub(super) latex: String,
    /// `true` for a display formula, on a line of its own.
    pub(super) is_display: bool,
}

/// Returns `true` if an element is the output of MathJax 2 beside the script with the formula.
pub(super) fn is_shown_twice(tree: &Tree, id: NodeId) -> bool {
    const SHOWN: &[&str] = &[
        "MathJax",
        "MathJax_Display",
        "MathJax_Preview",
        "MathJax_SVG",
        "MathJax_SVG_Display",
        "MathJax_CHTML",
        "mjx-chtml",
    ];
    tree.name(id) != "mjx-container"
        && tree.class_words(id).any(|word| SHOWN.contains(&word))
        && tree.siblings_after(id).take(3).any(|next| tree.tag(next) == Tag::SCRIPT && is_formula(tree, next))
}

/// Reads a formula. Returns `None` if it has no source, or if it is longer than [`MAX_FORMULA_BYTES`].
pub(super) fn read_formula(tree: &Tree, id: NodeId) -> Option<Formula> {
    let mut is_display =
        tree.class_words(id).any(|word| matches!(word, "katex-display" | "display" | "math-display" | "math-block"))
            || tree.attr(id, "display").is_some_and(|display| matches!(display.trim(), "true" | "block"));
    let source = match tree.tag(id) {
        Tag::MATH => of_mathml(tree, id),
        Tag::SCRIPT => {
            is_display |= tree.attr(id, "type").is_some_and(|kind| kind.contains("mode=display"));
            Some(tree.text_content(id))
        }
        Tag::IMG => {
            is_display |= tree.class_words(id).any(|word| word.ends_with("-display"));
            of_image(tree, id)
        }
        _ => latex_attribute(tree, id).map(str::to_owned).or_else(|| inside(tree, id, &mut is_display)),
    }?;
    let (mut latex, delimited_display) = tidy(&source);
    is_display |= delimited_display;
    if let Some(number) = formula::number(tree, id).filter(|_| is_display && !latex.contains("\\tag")) {
        latex.push_str(&format!(" \\tag{{{number}}}"));
    }
    let fits = !latex.is_empty() && latex.len() <= MAX_FORMULA_BYTES;
    fits.then_some(Formula { latex, is_display })
}

/// Returns the formula of a wrapper. It is in the first element inside the wrapper that has one.
fn inside(tree: &Tree, id: NodeId, is_display: &mut bool) -> Option<String> {
    if let Some(source) = delimited(tree, id) {
        return Some(source.to_owned());
    }
    let mut converted = None;
    // The output of MathJax, used if there is no source.
    let mut shown = None;
    for step in tree.walk(id) {
        let Step::Enter(element) = step else { continue };
        match tree.tag(element) {
            _ if tree.name(element) == "mjx-math" => shown = shown.or(Some(element)),
            Tag::MATH if converted.is_none() => {
                *is_display |= tree.attr(element, "display").is_some_and(|display| display.trim() == "block");
                converted = of_mathml(tree, element);
            }
            Tag::SCRIPT if is_formula(tree, element) => return Some(tree.text_content(element)),
            Tag::IMG if converted.is_none() => converted = of_image(tree, element),
            _ if element != id && converted.is_none() => converted = latex_attribute(tree, element).map(str::to_owned),
            _ => {}
        }
    }
    converted.or_else(|| mathml::to_latex(tree, shown?))
}

fn of_mathml(tree: &Tree, math: NodeId) -> Option<String> {
    let is_source = |id: NodeId| {
        tree.name(id) == "annotation"
            && tree.attr(id, "encoding").is_some_and(|encoding| encoding.contains("tex") || encoding.contains("TeX"))
    };
    tree.walk(math)
        .find_map(|step| match step {
            Step::Enter(id) if is_source(id) => Some(tree.text_content(id)),
            _ => None,
        })
        .filter(|latex| !latex.trim().is_empty())
        .or_else(|| tree.attr(math, "alttext").filter(|text| !text.trim().is_empty()).map(str::to_owned))
        .or_else(|| latex_attribute(tree, math).map(str::to_owned))
        .or_else(|| mathml::to_latex(tree, math))
}

fn of_image(tree: &Tree, img: NodeId) -> Option<String> {
    if !is_formula_image(tree, img) {
        return None;
    }
    let alt = tree.attr(img, "alt").map(str::trim).filter(|alt| !alt.is_empty());
    alt.map(str::to_owned).or_else(|| {
        let src = tree.attr(img, "src")?;
        if let Some(latex) = latex_in_path(src) {
            return Some(latex);
        }
        let query = src.split_once('?')?.1;
        let named = query
            .split('&')
            .find_map(|pair| ["chl=", "latex=", "tex="].iter().find_map(|name| pair.strip_prefix(name)));
        let encoded = format!("v={}", named.unwrap_or(query).replace('+', "%2B"));
        ::url::form_urlencoded::parse(encoded.as_bytes()).map(|(_, value)| value.into_owned()).next()
    })
}

/// Returns LaTeX without its delimiters, without a `\displaystyle` around the whole formula, and
/// without the line ends that LaTeXML masks. Also returns `true` if the delimiters were those of a
/// display formula.
fn tidy(source: &str) -> (String, bool) {
    let unmasked = source.replace("%\n", "");
    let mut latex = unmasked.trim();
    let mut is_display = false;
    for (open, close, display) in [("\\(", "\\)", false), ("\\[", "\\]", true), ("$$", "$$", true), ("$", "$", false)] {
        let inner = latex.strip_prefix(open).and_then(|latex| latex.strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains(open)) {
            latex = inner.trim();
            is_display = display;
            break;
        }
    }
    if let Some(inner) = latex.strip_prefix("{\\displaystyle").or_else(|| latex.strip_prefix("{\\textstyle"))
        && let Some(inner) = inner.strip_suffix('}')
    {
        latex = inner.trim();
    }
    let latex = latex.strip_prefix("\\displaystyle ").unwrap_or(latex);
    (latex.chars().filter(|&c| c == '\n' || !c.is_control()).collect(), is_display)
}

/// A piece of text on a page whose script typesets formulas.
#[derive(Debug, PartialEq)]
pub(super) enum MathPiece<'a> {
    Text(&'a str),
    Formula(&'a str, bool),
}

/// Returns `true` if a page loads MathJax or KaTeX, which typeset the formulas between delimiters in its text.
pub(super) fn typesets_text(tree: &Tree) -> bool {
    tree.descendants(tree.root(), Tag::SCRIPT).any(|script| {
        let src = tree.attr(script, "src").unwrap_or_default().to_ascii_lowercase();
        src.contains("mathjax") || src.contains("katex")
    })
}

/// Splits a text at its formulas: `$$…$$`, `\[…\]`, `\(…\)`, environments for formulas, and `$…$`.
/// A `$…$` may be money if it begins or ends with white space or if a digit follows it. It then
/// stays text.
pub(super) fn pieces(text: &str) -> Vec<MathPiece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    // Closing delimiters that do not occur in the rest of the text. Each is searched for in vain
    // only once.
    let mut missing: Vec<&str> = Vec::new();
    while let Some(offset) = text[at..].find(['$', '\\']) {
        let open = at + offset;
        let rest = &text[open..];
        if let Some(name) = formula::environment(rest) {
            let closing = format!("\\end{{{name}}}");
            let length = if missing.contains(&name) { None } else { rest.find(&closing) };
            let Some(length) = length.map(|length| length + closing.len()) else {
                missing.push(name);
                at = open + 1;
                continue;
            };
            if length <= MAX_FORMULA_BYTES {
                if start < open {
                    pieces.push(MathPiece::Text(&text[start..open]));
                }
                pieces.push(MathPiece::Formula(&rest[..length], true));
                start = open + length;
            }
            at = open + length;
            continue;
        }
        let delimiters = [("$$", "$$", true), ("\\[", "\\]", true), ("\\(", "\\)", false), ("$", "$", false)];
        let found = delimiters.into_iter().find(|(opening, ..)| rest.starts_with(opening));
        at = open + 1;
        let Some((opening, closing, display)) = found.filter(|(_, closing, _)| !missing.contains(closing)) else {
            continue;
        };
        let inner = &rest[opening.len()..];
        let Some(end) = inner.find(closing) else {
            missing.push(closing);
            continue;
        };
        let (latex, after) = (&inner[..end], &inner[end + closing.len()..]);
        let is_money = opening == "$"
            && (latex.is_empty()
                || latex.starts_with(char::is_whitespace)
                || latex.ends_with(char::is_whitespace)
                || after.starts_with(|c: char| c.is_ascii_digit()));
        if latex.trim().is_empty() || is_money || latex.len() > MAX_FORMULA_BYTES {
            continue;
        }
        if start < open {
            pieces.push(MathPiece::Text(&text[start..open]));
        }
        pieces.push(MathPiece::Formula(latex.trim(), display));
        start = open + opening.len() + end + closing.len();
        at = start;
    }
    if start < text.len() {
        pieces.push(MathPiece::Text(&text[start..]));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_in_text_stand_between_delimiters() {
        use MathPiece::{Formula, Text};
        let cases: [(&str, &[MathPiece]); 9] = [
            ("không có", &[Text("không có")]),
            ("là $x^2$, rồi", &[Text("là "), Formula("x^2", false), Text(", rồi")]),
            ("giá $5 hay $6", &[Text("giá $5 hay $6")]),
            ("$$ a $$\\(b\\)", &[Formula("a", true), Formula("b", false)]),
            ("\\[ a < b \\]", &[Formula("a < b", true)]),
            ("mở \\( mãi", &[Text("mở \\( mãi")]),
            (
                "a \\begin{align*}x &= \\$1 \\\\ y\\end{align*} b",
                &[Text("a "), Formula("\\begin{align*}x &= \\$1 \\\\ y\\end{align*}", true), Text(" b")],
            ),
            ("\\begin{align}x $y$", &[Text("\\begin{align}x "), Formula("y", false)]),
            ("\\begin{itemize}x\\end{itemize}", &[Text("\\begin{itemize}x\\end{itemize}")]),
        ];
        for (text, expected) in cases {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn latex_loses_what_only_shows_it() {
        let cases = [
            ("{\\displaystyle x}", "x", false),
            ("\\(a\\)", "a", false),
            ("\\[a\\]", "a", true),
            ("$$a$$", "a", true),
            ("$a$ và $b$", "$a$ và $b$", false),
            (" a%\n b ", "a b", false),
        ];
        for (source, latex, display) in cases {
            assert_eq!(tidy(source), (latex.to_owned(), display), "{source}");
        }
    }
}
