//! Converts MathML to LaTeX, for formulas without a LaTeX source.
//!
//! Covers presentation MathML as MathJax, Temml and Wikipedia write it, and the elements that
//! MathJax 3 shows instead (`mjx-mfrac` for `mfrac` and so on, with others in between). A character
//! without a LaTeX command stays as it is, because MathJax and KaTeX also read Unicode. The result
//! for an element is computed at its end, from the results of its children. The length limit keeps
//! this linear.

use crate::limits::MAX_FORMULA_BYTES;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Writes a formula in LaTeX. Returns `None` if it is empty or longer than [`MAX_FORMULA_BYTES`].
pub(super) fn to_latex(tree: &Tree, math: NodeId) -> Option<String> {
    // The results of the children of each open element.
    let mut open: Vec<Vec<String>> = vec![Vec::new()];
    let mut length = 0;
    let mut walk = tree.walk(math);
    while let Some(step) = walk.next() {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => {}
            Step::Enter(id) if is_leaf(tree, id) => {
                let latex = leaf(tree, id);
                length += latex.len() + 1;
                open.push(vec![latex]);
                walk.skip_children(id);
            }
            Step::Enter(id) => {
                if matches!(
                    name(tree, id),
                    "annotation" | "annotation-xml" | "mphantom" | "none" | "mprescripts" | "surd"
                ) {
                    walk.skip_children(id);
                }
                open.push(Vec::new());
            }
            Step::Leave(id) => {
                let children = open.pop()?;
                let latex = if is_leaf(tree, id) { children.concat() } else { element(tree, id, children) };
                open.last_mut()?.push(latex);
            }
        }
        // The text of a child is copied once for each element around it. Formulas have few levels,
        // so this limit loses nothing.
        if length > MAX_FORMULA_BYTES || open.len() > MAX_DEPTH {
            return None;
        }
    }
    let latex = open.pop()?.concat();
    let latex = latex.split_whitespace().collect::<Vec<_>>().join(" ");
    (!latex.is_empty() && latex.len() <= MAX_FORMULA_BYTES).then_some(latex)
}

/// Deepest nesting of a formula that is read. LaTeX engines fail not far beyond this depth.
const MAX_DEPTH: usize = 100;

/// Returns an element's name, without MathJax's prefix.
fn name(tree: &Tree, id: NodeId) -> &str {
    let name = tree.name(id);
    name.strip_prefix("mjx-").unwrap_or(name)
}

fn is_leaf(tree: &Tree, id: NodeId) -> bool {
    matches!(name(tree, id), "mi" | "mo" | "mn" | "mtext" | "ms" | "mspace")
}

/// Returns the text of a leaf. MathJax writes characters as class names such as `mjx-c1D465`, which its fonts and
/// styles show.
fn text_of(tree: &Tree, id: NodeId) -> String {
    let text = tree.text_content(id);
    if !text.is_empty() || !tree.name(id).starts_with("mjx-") {
        return text;
    }
    let shown = |id: NodeId| {
        let mut words = tree.class_words(id);
        let code = words.find_map(|word| u32::from_str_radix(word.strip_prefix("mjx-c")?, 16).ok())?;
        char::from_u32(code).filter(|c| !c.is_control())
    };
    let mut text = String::new();
    let mut walk = tree.walk(id);
    while let Some(step) = walk.next() {
        if let Step::Enter(part) = step
            && let Some(c) = shown(part)
        {
            text.push(c);
            // A sign that is composed of several parts begins with its own name.
            walk.skip_children(part);
        }
    }
    text
}

fn leaf(tree: &Tree, id: NodeId) -> String {
    let text = text_of(tree, id);
    let text = text.trim();
    match name(tree, id) {
        "mspace" => " ".into(),
        "mtext" | "ms" if text.is_empty() => " ".into(),
        "mtext" | "ms" => format!("\\text{{{}}}", escaped(text)),
        "mn" => escaped(text),
        "mi" if text.chars().count() > 1 && FUNCTIONS.contains(&text) => format!("\\{text} "),
        "mi" if text.chars().count() > 1 && text.chars().all(char::is_alphabetic) => format!("\\mathrm{{{text}}}"),
        _ => {
            let latex: String = text.chars().map(symbol).collect();
            match (tree.attr(id, "mathvariant"), text.chars().next()) {
                (Some("bold"), Some(_)) => format!("\\mathbf{{{latex}}}"),
                (Some("double-struck"), Some(_)) => format!("\\mathbb{{{latex}}}"),
                (Some("script"), Some(_)) => format!("\\mathcal{{{latex}}}"),
                (Some("fraktur"), Some(_)) => format!("\\mathfrak{{{latex}}}"),
                _ => latex,
            }
        }
    }
}

const FUNCTIONS: &[&str] = &[
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "csc", "deg", "det", "dim", "exp", "gcd", "inf", "ker",
    "lim", "ln", "log", "max", "min", "sec", "sin", "sinh", "sup", "tan", "tanh",
];

fn element(tree: &Tree, id: NodeId, mut children: Vec<String>) -> String {
    match (name(tree, id), &mut children[..]) {
        ("mfrac", [above, below]) if has_no_bar(tree, id) => {
            format!("\\genfrac{{}}{{}}{{0pt}}{{}}{{{above}}}{{{below}}}")
        }
        ("mfrac" | "frac", [above, below]) => format!("\\frac{{{above}}}{{{below}}}"),
        // MathJax puts the upper script before the lower one.
        ("script", [above, _, below]) => format!("{below}{BESIDE}{above}"),
        ("msubsup" | "munderover", [base, scripts]) if scripts.contains(BESIDE) => {
            let (below, above) = scripts.split_once(BESIDE).unwrap_or_default();
            format!("{}_{{{}}}^{{{}}}", base.trim_end(), below.trim(), above.trim())
        }
        ("munderover", [above, base]) => format!("{}^{{{}}}", base.trim_end(), above.trim()),
        ("mover", [above, base]) if begins_with(tree, id, "mjx-over") => over(base, above),
        ("mroot", [degree, inside]) if begins_with(tree, id, "mjx-root") => {
            format!("\\sqrt[{}]{{{inside}}}", degree.trim())
        }
        ("mrow", [open, inside @ .., close]) if is_fence(open, close) && inside.iter().any(|part| is_tall(part)) => {
            format!("\\left{open}{}\\right{close}", inside.concat())
        }
        ("msqrt", _) => format!("\\sqrt{{{}}}", children.concat()),
        ("mroot", [inside, degree]) => format!("\\sqrt[{}]{{{inside}}}", degree.trim()),
        ("msub", [base, below]) => format!("{}_{{{}}}", base.trim_end(), below.trim()),
        // Primes, or nothing.
        ("msup", [base, above]) if above.trim().chars().all(|c| c == '\'') => {
            format!("{}{}", base.trim_end(), above.trim())
        }
        ("msup", [base, above]) => format!("{}^{{{}}}", base.trim_end(), above.trim()),
        ("msubsup", [base, below, above]) | ("munderover", [base, below, above]) => {
            format!("{}_{{{}}}^{{{}}}", base.trim_end(), below.trim(), above.trim())
        }
        ("munder", [base, below]) => match accent(below.trim(), false) {
            Some(accent) => format!("\\{accent}{{{base}}}"),
            None if base.starts_with('\\') => format!("{}_{{{}}}", base.trim_end(), below.trim()),
            None => format!("\\underset{{{below}}}{{{base}}}"),
        },
        ("mover", [base, above]) => over(base, above),
        ("menclose", _) if tree.attr(id, "notation").is_some_and(|notation| notation.trim() == "top") => {
            format!("\\overline{{{}}}", children.concat())
        }
        ("semantics", [first, ..]) => std::mem::take(first),
        ("mtd", _) => children.concat().trim().to_owned(),
        ("mtr", _) => children.join(" & "),
        // The number of an equation comes first in the source, but it is read last.
        ("mlabeledtr", [label, rest @ ..]) => format!("{} {label}", rest.join(" & ")),
        ("mtable" | "itable", [row]) if !row.contains(" & ") => std::mem::take(row),
        ("mtable", _) if tree.name(id) != "mtable" => children.concat(),
        ("mtable", _) if tree.attr(id, "displaystyle").is_some_and(|shown| shown.trim() == "true") => {
            format!("\\begin{{aligned}} {} \\end{{aligned}}", children.join(" \\\\ "))
        }
        ("mtable" | "itable", _) => format!("\\begin{{matrix}} {} \\end{{matrix}}", children.join(" \\\\ ")),
        ("mfenced", _) => {
            let mark = |name, otherwise| symbols(tree.attr(id, name).unwrap_or(otherwise));
            format!("{}{}{}", mark("open", "("), children.join(", "), mark("close", ")"))
        }
        _ => children.concat(),
    }
}

/// Separates the upper and the lower script of a base, which MathJax puts into one element. This
/// control character is never part of a formula.
const BESIDE: char = '\u{1f}';

fn has_no_bar(tree: &Tree, fraction: NodeId) -> bool {
    tree.attr(fraction, "linethickness")
        .is_some_and(|width| width.trim().trim_end_matches("px").trim_end_matches("em") == "0")
}

fn begins_with(tree: &Tree, id: NodeId, name: &str) -> bool {
    tree.first_child(id).is_some_and(|child| tree.name(child) == name)
}

fn over(base: &str, above: &str) -> String {
    match accent(above.trim(), true) {
        Some(accent) => format!("\\{accent}{{{base}}}"),
        None if base.starts_with('\\') => format!("{}^{{{}}}", base.trim_end(), above.trim()),
        None => format!("\\overset{{{above}}}{{{base}}}"),
    }
}

/// Returns `true` if two signs are a pair of brackets.
fn is_fence(open: &str, close: &str) -> bool {
    matches!((open, close), ("(" | "[" | "\\{" | "|" | "\\langle ", ")" | "]" | "\\}" | "|" | "\\rangle "))
}

/// Returns `true` if a formula is higher than a line, so that the brackets around it must grow.
fn is_tall(latex: &str) -> bool {
    ["\\frac", "\\genfrac", "\\begin", "\\sum", "\\prod", "\\int"].iter().any(|word| latex.contains(word))
}

fn accent(mark: &str, is_above: bool) -> Option<&'static str> {
    Some(match (mark, is_above) {
        ("¯" | "‾" | "―" | "\\overline", true) => "overline",
        ("^" | "ˆ", true) => "hat",
        ("~" | "˜" | "\\sim", true) => "tilde",
        ("\\to" | "\\rightarrow" | "⃗", true) => "vec",
        ("." | "˙", true) => "dot",
        ("¨", true) => "ddot",
        ("⏞", true) => "overbrace",
        ("_" | "\\_" | "¯" | "‾", false) => "underline",
        ("⏟", false) => "underbrace",
        _ => return None,
    })
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '%' | '#' | '&' | '_' | '{' | '}' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn symbols(text: &str) -> String {
    text.chars().map(symbol).collect()
}

/// Returns a character's LaTeX. A command ends with a space, so that the text after it is not read as part of its name.
fn symbol(c: char) -> String {
    if let Some(&(_, name)) = SYMBOLS.iter().find(|&&(symbol, _)| symbol == c) {
        return format!("\\{name} ");
    }
    match c {
        // Invisible signs, such as function application and multiplication.
        '\u{2061}'..='\u{2064}' | '\u{200b}' => String::new(),
        '\u{a0}' => " ".into(),
        '−' => "-".into(),
        '′' => "'".into(),
        '″' => "''".into(),
        '{' | '}' | '%' | '#' | '&' | '$' | '_' => format!("\\{c}"),
        // Italic letters are written plain, because LaTeX sets variables in italics.
        '\u{1d434}'..='\u{1d44d}' => letter(c, '\u{1d434}', b'A'),
        '\u{1d44e}'..='\u{1d467}' => letter(c, '\u{1d44e}', b'a'),
        'ℎ' => "h".into(),
        _ => c.into(),
    }
}

fn letter(c: char, first: char, base: u8) -> String {
    let offset = u8::try_from(c as u32 - first as u32).unwrap_or(0);
    char::from(base + offset).into()
}

/// LaTeX commands for common signs, from the Comprehensive LaTeX Symbol List.
#[rustfmt::skip]
const SYMBOLS: &[(char, &str)] = &[
    ('α', "alpha"), ('β', "beta"), ('γ', "gamma"), ('δ', "delta"), ('ε', "varepsilon"), ('ϵ', "epsilon"),
    ('ζ', "zeta"), ('η', "eta"), ('θ', "theta"), ('ι', "iota"), ('κ', "kappa"), ('λ', "lambda"), ('μ', "mu"),
    ('ν', "nu"), ('ξ', "xi"), ('π', "pi"), ('ρ', "rho"), ('σ', "sigma"), ('τ', "tau"), ('υ', "upsilon"),
    ('φ', "varphi"), ('ϕ', "phi"), ('χ', "chi"), ('ψ', "psi"), ('ω', "omega"), ('Γ', "Gamma"), ('Δ', "Delta"),
    ('Θ', "Theta"), ('Λ', "Lambda"), ('Ξ', "Xi"), ('Π', "Pi"), ('Σ', "Sigma"), ('Φ', "Phi"), ('Ψ', "Psi"),
    ('Ω', "Omega"), ('∑', "sum"), ('∏', "prod"), ('∫', "int"), ('∮', "oint"), ('∂', "partial"), ('∇', "nabla"),
    ('∞', "infty"), ('≤', "leq"), ('≥', "geq"), ('≠', "neq"), ('≈', "approx"), ('≡', "equiv"), ('∼', "sim"),
    ('∝', "propto"), ('±', "pm"), ('∓', "mp"), ('×', "times"), ('÷', "div"), ('⋅', "cdot"), ('·', "cdot"),
    ('∘', "circ"), ('⋆', "star"), ('∗', "ast"), ('→', "rightarrow"), ('←', "leftarrow"),
    ('↔', "leftrightarrow"), ('⇒', "Rightarrow"), ('⇐', "Leftarrow"), ('⇔', "Leftrightarrow"), ('↦', "mapsto"),
    ('∈', "in"), ('∉', "notin"), ('⊂', "subset"), ('⊆', "subseteq"), ('⊃', "supset"), ('⊇', "supseteq"),
    ('∪', "cup"), ('∩', "cap"), ('∅', "emptyset"), ('∀', "forall"), ('∃', "exists"), ('¬', "neg"),
    ('∧', "wedge"), ('∨', "vee"), ('⊕', "oplus"), ('⊗', "otimes"), ('⊥', "perp"), ('∥', "parallel"),
    ('∣', "mid"), ('⟨', "langle"), ('⟩', "rangle"), ('…', "ldots"), ('⋯', "cdots"), ('⋮', "vdots"),
    ('⋱', "ddots"), ('ℓ', "ell"), ('ℏ', "hbar"), ('√', "surd"), ('∖', "setminus"), ('†', "dagger"),
];
