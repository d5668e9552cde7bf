//! Finds quotations in a line. No sentence ends inside a quotation, and no sentence that is part of
//! a longer quotation stands alone.

use std::ops::Range;

/// Longest quotation that is kept together, in bytes. A longer one is a speech and is divided into
/// its sentences.
const LONGEST: usize = 600;

/// A quotation of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quotation {
    /// The range from the opening mark to the closing mark (exclusive). It goes beyond the end of
    /// the line if the quotation continues in the next paragraph.
    pub range: Range<usize>,
    /// `true` if its sentences are kept together, because it is closed and not too long.
    pub is_kept_together: bool,
}

impl Quotation {
    /// Returns `true` if a sentence of the line contains only a part of the quotation, or nothing
    /// except the quotation. In both cases, the speaker is missing.
    pub fn cuts(&self, line: &str, sentence: &Range<usize>) -> bool {
        let Range { start, end } = self.range;
        let begins_inside = (start + 1..end).contains(&sentence.start);
        let ends_inside = sentence.contains(&start) && end >= sentence.end;
        let is_all = start == sentence.start
            && end < sentence.end
            && !line[end..sentence.end].contains(|c: char| c.is_alphanumeric());
        begins_inside || ends_inside || is_all
    }
}

/// Returns the quotations of a line, in order. Quotations inside quotations are not returned. An
/// apostrophe does not open a quotation.
pub(super) fn quotations(line: &str) -> Vec<Quotation> {
    let mut all = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut previous = ' ';
    let mut rest = line.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map_or(' ', |&(_, next)| next);
        if let Some((start, opener)) = open
            && closes(opener, c, previous, next)
        {
            all.push(Quotation { range: start..at, is_kept_together: at - start <= LONGEST });
            open = None;
        } else if opens(c, previous, next) && open.is_none_or(|(start, opener)| opener == c || at - start > LONGEST) {
            if let Some((start, opener)) = open
                && opener != '‘'
            {
                all.push(Quotation { range: start..at, is_kept_together: false });
            }
            open = Some((at, c));
        }
        previous = c;
    }
    // A quotation of several paragraphs opens in each paragraph and closes in the last one. A
    // single mark may be an apostrophe ("‘90s").
    if let Some((start, opener)) = open
        && opener != '‘'
    {
        all.push(Quotation { range: start..line.len() + 1, is_kept_together: false });
    }
    all
}

/// Returns `true` if a mark opens a quotation. In some languages, the closing mark is the opening
/// mark of others (German »so«, Swedish ”så”), so the characters beside it decide.
fn opens(c: char, previous: char, next: char) -> bool {
    match c {
        '„' | '「' | '『' => true,
        // In Chinese, there is no space before this mark.
        '“' | '«' => !next.is_whitespace() || c == '«',
        '‘' => !is_letter(previous) && !next.is_whitespace(),
        '"' | '”' | '»' => {
            (previous.is_whitespace() || matches!(previous, '(' | '[' | '—' | '–' | ':'))
                && !next.is_whitespace()
                // Before such a mark, it closes the quotation although a space was left before it.
                && !matches!(next, ',' | '.' | ';' | ':' | '!' | '?' | ')')
        }
        _ => false,
    }
}

fn closes(opener: char, c: char, previous: char, next: char) -> bool {
    match opener {
        '„' => matches!(c, '“' | '”' | '"'),
        // Some languages close the quotation with its opening mark, or with the mark of the
        // keyboard.
        '“' => c == '”' || (matches!(c, '“' | '"') && !previous.is_whitespace() && !is_letter(next)),
        '‘' => c == '’' && !is_letter(next),
        '«' => c == '»',
        '»' => c == '«' || c == '»',
        '「' => c == '」',
        '『' => c == '』',
        _ => c == opener,
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
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
            ("Anh nói “mưa rồi“ và đi.", &["“mưa rồi"]),
            ("‘It rains. We don’t go,’ he said.", &["‘It rains. We don’t go,"]),
            ("The ‘90s were wet, and isn’t it", &[]),
            ("A 5\" screen is 'small', isn't it", &[]),
            ("“never closed. And “closed”", &["“closed"]),
            (&long, &[]),
        ];
        for (line, want) in cases {
            let together = quotations(line).into_iter().filter(|quotation| quotation.is_kept_together);
            let got: Vec<&str> = together.map(|quotation| &line[quotation.range]).collect();
            assert_eq!(got, *want, "{line}");
        }
    }

    #[test]
    fn a_sentence_with_part_of_a_quotation_is_cut() {
        let cases = [
            ("Anh nói: “Mưa rồi. Về thôi.” Rồi đi.", "Anh nói: “Mưa rồi. Về thôi.”", false),
            ("“Mưa rồi. Về thôi.”", "“Mưa rồi. Về thôi.”", true),
            ("She said: “It rains. We stay", "She said: “It rains.", true),
            ("She said: “It rains. We stay", "We stay", true),
            ("“It rains,” she said. They stayed.", "“It rains,” she said.", false),
            ("“It rains,” she said. They stayed.", "They stayed.", false),
        ];
        for (line, sentence, want) in cases {
            let start = line.find(sentence).expect("part of the line");
            let range = start..start + sentence.len();
            assert_eq!(
                quotations(line).iter().any(|quotation| quotation.cuts(line, &range)),
                want,
                "{line}: {sentence}"
            );
        }
    }
}
