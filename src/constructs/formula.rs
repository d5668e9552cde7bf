//! The elements that show a formula.

use crate::tree::{Namespace, NodeId, Tag, Tree};

/// Returns `true` if an element shows a formula. Its text does not count among the article's words.
pub(crate) fn is_formula(tree: &Tree, id: NodeId) -> bool {
    match tree.tag(id) {
        Tag::MATH => tree.namespace(id) == Namespace::MathMl,
        Tag::SCRIPT => tree.attr(id, "type").is_some_and(|kind| kind.trim_start().starts_with("math/tex")),
        Tag::IMG => is_formula_image(tree, id),
        _ if tree.name(id) == "mjx-container" => true,
        _ => {
            latex_attribute(tree, id).is_some()
                || tree.class_words(id).any(|word| WRAPPERS.contains(&word))
                || delimited(tree, id).is_some()
        }
    }
}

/// Classes of the outermost element of a formula in KaTeX and Wikipedia.
const WRAPPERS: &[&str] = &["katex", "katex-display", "mwe-math-element"];

/// Returns the source of a formula that a page keeps in an attribute.
pub(crate) fn latex_attribute(tree: &Tree, id: NodeId) -> Option<&str> {
    let name = tree.name(id);
    if tree.tag(id) == Tag::A || name.starts_with("mjx-") && name != "mjx-container" {
        return None;
    }
    ["data-math", "data-latex", "data-tex", "data-formula", "data-katex"]
        .into_iter()
        .filter_map(|name| tree.attr(id, name))
        .find(|latex| latex.contains(['\\', '^', '_', '=']) || latex.trim().chars().count() <= 3)
        .filter(|latex| !latex.trim().is_empty())
}

/// Returns the text `\(…\)` or `\[…\]` of an element with a class for maths. Pandoc, Arithmatex,
/// Sphinx and this crate write such elements. Only the formula's number may be beside the text.
pub(crate) fn delimited(tree: &Tree, id: NodeId) -> Option<&str> {
    if !tree.class_words(id).any(|word| matches!(word, "math" | "arithmatex")) {
        return None;
    }
    let mut parts = tree.children(id).filter(|&child| !tree.is_blank_text(child) && !is_number(tree, child));
    let text = tree.text(parts.next().filter(|_| parts.next().is_none())?).trim();
    let is_between = |open, close| text.starts_with(open) && text.ends_with(close);
    (is_between("\\(", "\\)") || is_between("\\[", "\\]")).then_some(text)
}

/// Returns the number of a formula, without brackets. Sphinx writes the number before the formula.
pub(crate) fn number(tree: &Tree, id: NodeId) -> Option<&str> {
    const MAX_BYTES: usize = 12;
    let number = tree.children(id).find(|&child| is_number(tree, child))?;
    let text = tree.descendants(number, Tag::TEXT).map(|text| tree.text(text).trim()).find(|text| !text.is_empty())?;
    let text = text.trim_matches(['(', ')']);
    let is_plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    (!text.is_empty() && text.len() <= MAX_BYTES && is_plain).then_some(text)
}

fn is_number(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id) == Tag::SPAN && tree.class_words(id).any(|word| word == "eqno")
}

/// LaTeX environments that MathJax and KaTeX typeset as formulas without delimiters around them. Each also has a form with a
/// star.
const ENVIRONMENTS: &[&str] =
    &["equation", "align", "alignat", "gather", "multline", "flalign", "eqnarray", "split", "CD", "displaymath"];

/// Returns the name of the formula environment that a text begins with.
pub(crate) fn environment(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix("\\begin{")?.split_once('}')?;
    ENVIRONMENTS.contains(&name.strip_suffix('*').unwrap_or(name)).then_some(name)
}

/// Returns `true` if a text is a formula on a line of its own, with at most its number beside it.
pub(crate) fn is_display_source(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '.' | '#' | ' '));
    let is_between = |open, close| text.len() > 4 && text.starts_with(open) && text.ends_with(close);
    is_between("\\[", "\\]")
        || is_between("$$", "$$")
        || environment(text).is_some_and(|name| text.ends_with(&format!("\\end{{{name}}}")))
}

/// Classes that Wikipedia and WordPress give to images of formulas.
const IMAGE_CLASSES: &[&str] =
    &["mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "latex", "tex", "latex-image"];

/// Services that draw LaTeX from an address.
const IMAGE_SERVICES: &[&str] = &[
    "latex.codecogs.com/",
    "chart.apis.google.com/chart?cht=tx",
    "wp.com/latex.php",
    "/mathtex.cgi",
    "/mimetex.cgi",
    "/equation?tex=",
];

pub(crate) fn is_formula_image(tree: &Tree, img: NodeId) -> bool {
    let alt = tree.attr(img, "alt").unwrap_or_default();
    let src = tree.attr(img, "src").unwrap_or_default();
    is_latex(alt)
        || latex_in_path(src).is_some()
        || (!alt.trim().is_empty() && tree.class_words(img).any(|word| IMAGE_CLASSES.contains(&word)))
        || IMAGE_SERVICES.iter().any(|service| src.contains(service))
}

/// Returns `true` if a text can only be LaTeX: a command, and braces, scripts or a sign of operation.
fn is_latex(text: &str) -> bool {
    let has_command =
        text.match_indices('\\').any(|(at, _)| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
    has_command && text.contains(['{', '^', '_', '=', '+', '('])
}

/// Returns the LaTeX that is the last part of an image's path, with its backslashes escaped.
pub(crate) fn latex_in_path(src: &str) -> Option<String> {
    let path = src.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').next().filter(|last| last.contains("%5C") || last.contains("%5c"))?;
    let encoded = format!("v={}", last.replace('+', "%2B"));
    let (_, latex) = ::url::form_urlencoded::parse(encoded.as_bytes()).next()?;
    is_latex(&latex).then(|| latex.into_owned())
}
