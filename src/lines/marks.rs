//! The marks of a line: the characters at its start, or the character that it consists of.

/// Maximum number of digits in the number of a list item. A number of four digits is a year.
const MAX_NUMBER_DIGITS: usize = 3;

/// Marks that people type before the items of a list. Alone on a line they may also be separators.
const TYPED_BULLETS: [char; 5] = ['-', '*', '+', '–', '·'];
/// Marks that word processors and pages have before the items of a list.
const BULLETS: [char; 7] = ['•', '▪', '◦', '‣', '●', '○', '■'];

/// Returns `true` if a text is only a bullet.
pub(super) fn is_bullet(text: &str) -> bool {
    text.strip_prefix(BULLETS).is_some_and(str::is_empty)
}

/// Returns the mark of a fence, its length, and the text after it.
pub(super) fn fence(text: &str) -> Option<(char, usize, &str)> {
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    (length >= 3 && !info.contains(mark)).then_some((mark, length, info.trim()))
}

/// Returns the character that a line consists of, if the line is a rule across the page.
pub(super) fn rule_mark(text: &str) -> Option<char> {
    let mark = text.chars().next().filter(|c| matches!(c, '-' | '*' | '_' | '='))?;
    let mut count = 0;
    for c in text.chars() {
        if c == mark {
            count += 1;
        } else if c != ' ' {
            return None;
        }
    }
    (count >= 3).then_some(mark)
}

/// Returns the number of columns in the rule under the head of a Markdown table: `|---|:--:|`.
pub(super) fn table_rule(text: &str) -> Option<usize> {
    const FEWEST: usize = 2;
    let is_rule = |cell: &str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    if !text.starts_with(['|', ':', '-']) || !text.contains('|') {
        return None;
    }
    let mut columns = 0;
    for cell in cells(text) {
        if !is_rule(&cell) {
            return None;
        }
        columns += 1;
    }
    (columns >= FEWEST || columns > 0 && text.starts_with('|')).then_some(columns)
}

/// Returns the cells of a row with bars between them. A bar after a backslash is part of its cell.
pub(super) fn cells(text: &str) -> impl Iterator<Item = String> + '_ {
    let text = text.trim();
    let text = text.strip_prefix('|').unwrap_or(text);
    let text = text.strip_suffix('|').filter(|text| !text.ends_with('\\')).unwrap_or(text);
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let is_bar = |at: &usize| text.as_bytes()[..*at].last() != Some(&b'\\');
        let end = text.match_indices('|').map(|(at, _)| at).find(is_bar);
        rest = end.map(|end| &text[end + 1..]);
        Some(text[..end.unwrap_or(text.len())].trim().replace("\\|", "|"))
    })
}

/// The mark of a list's item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListMark {
    Bullet,
    Number(u32),
}

impl ListMark {
    /// Returns `true` if an item with this mark continues the list whose last item has the other mark.
    pub(super) fn follows(self, other: ListMark) -> bool {
        match (self, other) {
            (ListMark::Bullet, ListMark::Bullet) => true,
            (ListMark::Number(next), ListMark::Number(number)) => next == number + 1 || (next == 1 && number == 1),
            _ => false,
        }
    }
}

/// Returns the mark of a list's item and the item's text.
pub(super) fn marker(text: &str) -> Option<(ListMark, &str)> {
    let after_space = |rest: &'_ str| rest.starts_with([' ', '\t', '\u{a0}']) && !rest.trim().is_empty();
    if let Some(rest) = text.strip_prefix(BULLETS).or_else(|| text.strip_prefix(TYPED_BULLETS)) {
        return after_space(rest).then_some((ListMark::Bullet, rest.trim()));
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    if digits.is_empty() || digits.len() > MAX_NUMBER_DIGITS {
        return None;
    }
    let rest = rest.strip_prefix(['.', ')'])?;
    let number = digits.parse().ok()?;
    after_space(rest).then_some((ListMark::Number(number), rest.trim()))
}

/// Returns `true` if a line has signs that are common in programs and rare in prose. A single line is weak evidence.
pub(super) fn looks_like_code(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "$ ", "//", "/*", "#include", "#!", "<?", "</", "import ", "def ", "fn ", "let ", "const ", "var ", "return ",
        "if (", "for (", "while (", "class ", "public ", "private ", "@", "}",
    ];
    const ENDS: &[&str] = &[";", "{", "}", "/>", "\\"];
    const INSIDE: &[&str] =
        &[" = ", " == ", " != ", "()", "->", "=>", "::", "</", "&&", "||", "+= ", "\": ", "[\"", "['"];
    STARTS.iter().any(|start| text.starts_with(start))
        || ENDS.iter().any(|end| text.ends_with(end))
        || INSIDE.iter().any(|inside| text.contains(inside))
}
