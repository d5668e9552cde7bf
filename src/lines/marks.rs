//! What a line is by the characters it starts with or consists of.

/// Digits of the largest number that marks a list's item: four are a year.
const MAX_NUMBER_DIGITS: usize = 3;

/// What stands before the items of a list, as typed or as word processors and pages have it.
const BULLETS: [char; 12] = ['-', '*', '+', '•', '–', '·', '▪', '◦', '‣', '●', '○', '■'];

/// The mark of a fence, how often it stands there, and what follows it.
pub(super) fn fence(text: &str) -> Option<(char, usize, &str)> {
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    (length >= 3 && !info.contains(mark)).then_some((mark, length, info.trim()))
}

/// The character that a line consists of, if it is a line across the page.
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

/// What marks a list's item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    Number(u32),
}

impl Mark {
    /// Whether an item so marked goes on with the list whose last item has the other mark.
    pub(super) fn follows(self, other: Mark) -> bool {
        match (self, other) {
            (Mark::Bullet, Mark::Bullet) => true,
            (Mark::Number(next), Mark::Number(number)) => next == number + 1 || (next == 1 && number == 1),
            _ => false,
        }
    }
}

/// The mark of a list's item and the item's text.
pub(super) fn marker(text: &str) -> Option<(Mark, &str)> {
    let after_space = |rest: &'_ str| rest.starts_with([' ', '\t', '\u{a0}']) && !rest.trim().is_empty();
    if let Some(rest) = text.strip_prefix(BULLETS) {
        return after_space(rest).then_some((Mark::Bullet, rest.trim()));
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    if digits.is_empty() || digits.len() > MAX_NUMBER_DIGITS {
        return None;
    }
    let rest = rest.strip_prefix(['.', ')'])?;
    let number = digits.parse().ok()?;
    after_space(rest).then_some((Mark::Number(number), rest.trim()))
}

/// Whether a line has what programs have and prose seldom has: a single line tells little.
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
