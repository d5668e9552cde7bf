//! Finds the message of a mail, and the parts around it: header, signature, the answered mail.
//!
//! Mail programs of every language write a line for each field, such as `Subject: …`. They quote the answered mail
//! under a line with its time and its author's address. The danger is to read a page that names its sources as a mail.
//! So a header needs two fields in two successive lines.

use super::marks::rule_mark;
use super::read::SourceLine;
use crate::hash::{HashMap, HashMapExt};
use crate::text;
use crate::words;
use std::ops::Range;
use std::sync::LazyLock;

/// The header of a mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailHeader {
    /// The subject without the marks of an answer, such as `Re:`.
    pub subject: Option<String>,
    /// The sender's name.
    pub sender: Option<String>,
    /// The date as it is written.
    pub date: Option<String>,
}

/// A text that is a mail or quotes one.
#[derive(Debug, Default)]
pub(super) struct Mail {
    /// `None` if the text has no header.
    pub(super) header: Option<MailHeader>,
    /// The lines around the message, in order and not overlapping: header, signature, the answered mail.
    pub(super) outside: Vec<Range<usize>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Subject,
    Sender,
    Date,
    Receiver,
}

static FIELDS: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    let mut fields = HashMap::new();
    for (section, field) in [
        ("mail-subject", Field::Subject),
        ("mail-sender", Field::Sender),
        ("mail-date", Field::Date),
        ("mail-receiver", Field::Receiver),
    ] {
        fields.extend(words::list(section).map(|word| (text::fold(word), field)));
    }
    fields
});

/// Finds the parts of a mail.
pub(super) fn read(lines: &[SourceLine]) -> Mail {
    /// Maximum number of lines above the header of a forwarded mail.
    const LINES_BEFORE: usize = 2;
    let mut mail = Mail::default();
    let start = (0..=LINES_BEFORE).find_map(|start| header(lines, start));
    let mut message = 0;
    if let Some((header, end)) = start {
        mail.header = Some(header);
        mail.outside.push(0..end);
        message = end;
    }
    let end =
        (message..lines.len()).find(|&at| opens_older_mail(lines, at, mail.header.is_some())).unwrap_or(lines.len());
    let mut parts = quoted_parts(lines, message..end, mail.header.is_some());
    let is_mail = mail.header.is_some() || end < lines.len() || !parts.is_empty();
    let signature = (message..end).rev().find(|&at| lines[at].trimmed() == "--" && is_mail);
    if let Some(start) = signature {
        let until = parts.iter().map(|part| part.start).find(|&part| part > start).unwrap_or(end);
        parts.retain(|part| part.end <= start || part.start >= until);
        parts.push(start..until);
        parts.sort_unstable_by_key(|part| part.start);
    }
    if end < lines.len() {
        parts.push(end..lines.len());
    }
    // A mail that was only forwarded has no other message, so the forwarded one is kept.
    let left_out: usize = parts.iter().map(Range::len).sum();
    if message + left_out < lines.len() {
        mail.outside.extend(parts);
    }
    mail
}

/// Reads the header that begins at a line. Returns the header and the number of the line after it.
fn header(lines: &[SourceLine], start: usize) -> Option<(MailHeader, usize)> {
    /// Maximum number of lines of a header. A longer one is a list of something else.
    const MOST_LINES: usize = 40;
    let mut header = MailHeader::default();
    let mut has_receiver = false;
    let mut end = start;
    while let Some(line) =
        lines.get(end).filter(|line| end == start || line.blank_before == 0 && end < start + MOST_LINES)
    {
        let Some((name, value)) = line.trimmed().split_once([':', '：']) else {
            // Only the first line of a long field is not indented.
            if end > start && line.indent() > 0 {
                end += 1;
                continue;
            }
            break;
        };
        let value = value.trim();
        match field(name) {
            Some(Field::Subject) => header.subject = subject(value),
            Some(Field::Sender) => header.sender = sender(value),
            Some(Field::Date) => header.date = Some(value.to_owned()),
            Some(Field::Receiver) => has_receiver = true,
            None if end == start || !is_field_name(name) => break,
            None => {}
        }
        end += 1;
    }
    let has_sender = header.sender.is_some();
    let is_header = match header.subject {
        Some(_) => has_sender || has_receiver,
        None => has_sender && has_receiver && header.date.is_some(),
    };
    is_header.then_some((header, end))
}

/// Returns the field with a name. Some programs pad names with spaces or set them in bold.
fn field(name: &str) -> Option<Field> {
    FIELDS.get(text::fold(name).as_str()).copied()
}

/// Returns `true` if a name is that of an unused field: `Message-ID`, `X-Mailer`.
fn is_field_name(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && !name.contains(' ')
}

/// Returns a subject without the marks of an answer: `Re: Fwd: The hall`.
fn subject(value: &str) -> Option<String> {
    let mut subject = value;
    while let Some((mark, rest)) = subject.split_once([':', '：'])
        && words::list("mail-answer").any(|word| text::fold(word) == text::fold(mark))
    {
        subject = rest.trim_start();
    }
    (!subject.is_empty()).then(|| subject.to_owned())
}

/// Returns the name of a sender: `"Anna Lindqvist" <anna@example.org>`, `Anna Lindqvist [mailto:…]`.
fn sender(value: &str) -> Option<String> {
    let name = value.split(['<', '[']).next().unwrap_or_default();
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '*'));
    (!name.is_empty() && !name.contains('@')).then(|| name.to_owned())
}

/// Returns `true` if an older mail begins at a line. The line can be a rule such as
/// `--- Original Message ---` with a header below it, or an attribution with an address that has no
/// quoted lines below it. In a mail it can also be a rule of underscores or the header itself.
fn opens_older_mail(lines: &[SourceLine], at: usize, is_mail: bool) -> bool {
    let text = lines[at].trimmed();
    let is_dashed = text.starts_with("---") && text.ends_with("---") && rule_mark(text).is_none();
    let is_over_header = |at: usize| lines.get(at).is_some() && header(lines, at).is_some();
    (is_dashed || rule_mark(text) == Some('_') && is_mail) && is_over_header(at + 1)
        || is_mail && is_over_header(at)
        || is_attribution(text) && text.contains('@') && lines.get(at + 1).is_some_and(|next| !is_quoted(next))
}

/// Finds the answered mail: lines with `>` under a line that names their time or author.
fn quoted_parts(lines: &[SourceLine], message: Range<usize>, is_mail: bool) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut is_answer = false;
    let mut at = message.start;
    while at < message.end {
        let end = (at..message.end).find(|&line| !is_quoted(&lines[line])).unwrap_or(message.end);
        if end > at {
            // A long line may be wrapped: `On Monday, Tom Hale <tom@example.org>` and `wrote:`.
            // Lines of an earlier part are not used again.
            let free = parts.last().map_or(message.start, |part| part.end);
            let introduced = (1..=2).find(|&count| {
                let start = at.checked_sub(count).filter(|&start| start >= free);
                let is_whole = |start: usize| (start + 1..at).all(|line| lines[line].blank_before == 0);
                start.is_some_and(|start| {
                    let text: Vec<&str> = lines[start..at].iter().map(SourceLine::trimmed).collect();
                    is_whole(start) && is_attribution(&text.join(" "))
                })
            });
            is_answer |= introduced.is_some();
            // In an answer, further quotations have no such line.
            if is_answer
                || is_mail && end == message.end && parts.is_empty() && at > message.start && is_named(lines, at)
            {
                parts.push(at - introduced.unwrap_or(0)..end);
            }
        }
        at = end.max(at + 1);
    }
    parts
}

/// Returns `true` if the line before `at` introduces the lines after it.
fn is_named(lines: &[SourceLine], at: usize) -> bool {
    lines[at - 1].text.ends_with([':', '：'])
}

fn is_quoted(line: &SourceLine) -> bool {
    line.trimmed().starts_with('>')
}

/// Returns `true` if a line names the author and the time of an older mail: it ends with a colon and has an address or
/// a time of day.
pub(crate) fn is_attribution(text: &str) -> bool {
    let is_time = |(at, _): (usize, char)| {
        let digit = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
        digit(at.checked_sub(1)) && digit(Some(at + 1)) && digit(Some(at + 2))
    };
    text.ends_with([':', '：']) && (text.contains('@') || text.char_indices().filter(|(_, c)| *c == ':').any(is_time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::read::lines;

    #[test]
    fn parts_do_not_overlap() {
        let text = "Chào anh.\n> Em gửi lúc 10:30\nan@a.example viết:\n> Vâng.\n> Lúc 9:15 an@a.example\nviết:\n> Rồi.\nHẹn gặp.";
        let mail = read(&lines(text));
        assert!(mail.outside.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", mail.outside);
        assert!(!mail.outside.is_empty());
    }
}
