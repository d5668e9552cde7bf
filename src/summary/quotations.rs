//! Where a line quotes somebody: no sentence ends inside.

use std::ops::Range;

/// Longest quotation that is kept together, in bytes. A longer one is a speech and is cut into its sentences.
const LONGEST: usize = 600;

/// The quotations of a line, in order: from the opening mark to the closing one, exclusive. Quotations inside
/// quotations are not told. Marks without a partner, and apostrophes, open nothing.
pub(super) fn quotations(line: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut previous = ' ';
    let mut rest = line.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map_or(' ', |&(_, next)| next);
        if let Some((start, opener)) = open
            && closes(opener, c)
        {
            if at - start <= LONGEST {
                all.push(start..at);
            }
            open = None;
        } else if opens(c, previous, next) && open.is_none_or(|(start, opener)| opener == c || at - start > LONGEST) {
            open = Some((at, c));
        }
        previous = c;
    }
    all
}

/// Whether a mark opens a quotation. Some languages close with the mark with which others open (German »so«, Swedish
/// ”så”), so its neighbours tell.
fn opens(c: char, previous: char, next: char) -> bool {
    match c {
        '„' | '「' | '『' => true,
        // Chinese writes it without a space before it.
        '“' | '«' => !next.is_whitespace() || c == '«',
        '"' | '”' | '»' => {
            (previous.is_whitespace() || matches!(previous, '(' | '[' | '—' | '–' | ':')) && !next.is_whitespace()
        }
        _ => false,
    }
}

fn closes(opener: char, c: char) -> bool {
    match opener {
        '„' => matches!(c, '“' | '”' | '"'),
        '“' => c == '”',
        '«' => c == '»',
        '»' => c == '«' || c == '»',
        '「' => c == '」',
        '『' => c == '』',
        _ => c == opener,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_told_from_their_marks() {
        let long = format!("“{}”", "mưa ".repeat(200));
        let cases: &[(&str, &[&str])] = &[
            ("Anh nói: “Mưa rồi. Về thôi.” Rồi đi.", &["“Mưa rồi. Về thôi."]),
            (r#"He said "no" and "yes"."#, &[r#""no"#, r#""yes"#]),
            ("Sie rief: »Halt! Wer da?« und „Komm.“", &["»Halt! Wer da?", "„Komm."]),
            ("« Oui. » Il dit « non ».", &["« Oui. ", "« non "]),
            ("老师说：“下雨了。”", &["“下雨了。"]),
            ("「雨だ。『晴れ』ではない。」", &["「雨だ。『晴れ』ではない。"]),
            ("A 5\" screen is 'small', isn't it", &[]),
            ("“never closed. And “closed”", &["“closed"]),
            (&long, &[]),
        ];
        for (line, want) in cases {
            let got: Vec<&str> = quotations(line).into_iter().map(|range| &line[range]).collect();
            assert_eq!(got, *want, "{line}");
        }
    }
}
