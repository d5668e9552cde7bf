//! Reads pasted conversations: chat logs, threads of forums, mails that quote mails.
//!
//! A post begins with a line that has a name and a time in one of a few forms: `[12:03] An: …`,
//! `An, 12:03`, or a name above a date. A mail thread has lines such as `On Monday, An wrote:`
//! above lines with `>`. The danger is to take an article for a conversation: its byline, a
//! schedule, a list of other articles. So a conversation needs several heads of one form, a text
//! under each, and few lines before the first.

use super::mail::is_attribution;
use super::read::SourceLine;
use crate::hash::HashSet;
use crate::text::{ends_sentence, fold, tokens, word_count};
use crate::words::{self, byline};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// A post of a pasted conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TalkPost<'a> {
    /// The numbers of the lines of the post's head.
    pub(super) head: Range<usize>,
    /// The lines of the post. The first has no head.
    pub(super) lines: Vec<(usize, Cow<'a, str>)>,
    pub(super) author: Option<String>,
    pub(super) time: Option<String>,
    /// The number of quotation marks (`>`) before the post's lines.
    pub(super) depth: u16,
}

/// The form of a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum HeadForm {
    /// `[12:03] An: …`
    BracketedTime,
    /// `12:03 An: …`
    TimeFirst,
    /// `An, 12:03`
    NameFirst,
    /// A name, and a time in the next line.
    NameOverTime,
    /// `You said:`, `Assistant:`
    Speaker,
}

/// The head of a post.
#[derive(Debug, Clone, PartialEq)]
struct Head<'a> {
    form: HeadForm,
    author: &'a str,
    time: Option<&'a str>,
    /// The text after the head in the same line.
    rest: &'a str,
    /// The number of lines of the head.
    count: usize,
}

/// Maximum number of bytes of a name, and of the text of a time.
const NAME_BYTES: usize = 48;
const TIME_BYTES: usize = 60;

/// Finds the posts of a pasted conversation. Returns nothing for other texts.
pub(super) fn read<'a>(lines: &'a [SourceLine<'_>]) -> Vec<TalkPost<'a>> {
    let found = threads(lines);
    if found.is_empty() { mails(lines) } else { found }
}

/// Finds posts by their heads.
fn threads<'a>(lines: &'a [SourceLine<'_>]) -> Vec<TalkPost<'a>> {
    let mut heads: Vec<(usize, Head)> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match head(lines, at) {
            Some(head) => {
                let count = head.count;
                heads.push((at, head));
                at += count;
            }
            None => at += 1,
        }
    }
    let forms =
        [HeadForm::BracketedTime, HeadForm::TimeFirst, HeadForm::NameFirst, HeadForm::NameOverTime, HeadForm::Speaker];
    let count = |form: HeadForm| heads.iter().filter(|(_, head)| head.form == form).count();
    let Some(form) = forms.into_iter().max_by_key(|&form| count(form)) else { return Vec::new() };
    heads.retain(|(_, head)| head.form == form);
    if !is_conversation(lines, &heads, form) {
        return Vec::new();
    }
    let ends = heads.iter().skip(1).map(|(at, _)| *at).chain([lines.len()]).collect::<Vec<_>>();
    let is_of_names = matches!(form, HeadForm::NameFirst | HeadForm::NameOverTime);
    if is_of_names && (has_long_text(lines, &heads, &ends) || is_of_a_page(lines)) {
        return Vec::new();
    }
    let posts = heads.into_iter().zip(ends).map(|((at, head), end)| {
        let after = at + head.count;
        let rest = (!head.rest.is_empty()).then_some((at, Cow::Borrowed(head.rest)));
        let text = (after..end).map(|at| (at, Cow::Borrowed(lines[at].text.as_ref())));
        let text = text.filter(|(_, text)| !is_label(text));
        TalkPost {
            head: at..after,
            lines: rest.into_iter().chain(text).collect(),
            author: Some(head.author.to_owned()),
            time: head.time.map(str::to_owned),
            depth: 0,
        }
    });
    posts.filter(|post| !post.lines.is_empty()).collect()
}

/// Returns `true` if one text has more words than all others together. The paste is then an article
/// with its byline, and comments below it.
fn has_long_text(lines: &[SourceLine], heads: &[(usize, Head)], ends: &[usize]) -> bool {
    let words = heads.iter().zip(ends).map(|((at, head), &end)| {
        let after = lines.iter().take(end).skip(at + head.count);
        after.map(|line| word_count(line.trimmed())).sum::<usize>() + word_count(head.rest)
    });
    let words: Vec<usize> = words.collect();
    let authors: HashSet<&str> = heads.iter().map(|(_, head)| head.author).collect();
    let is_repeated = authors.len() < heads.len();
    !is_repeated && words.iter().max().is_some_and(|longest| 2 * longest > words.iter().sum())
}

/// Returns `true` if a line is a label that only pages of articles have. The names and dates then
/// belong to other articles.
fn is_of_a_page(lines: &[SourceLine]) -> bool {
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let sections = ["label-related", "label-legal", "label-navigation", "label-promotion", "label-byline"];
        sections.into_iter().flat_map(words::list).map(fold).collect()
    });
    lines.iter().any(|line| LABELS.contains(&fold(line.trimmed().trim_end_matches([':', '：']))))
}

/// Returns `true` if heads of one form show that the text is a conversation.
fn is_conversation(lines: &[SourceLine], heads: &[(usize, Head)], form: HeadForm) -> bool {
    /// Maximum number of lines before the first head.
    const LINES_BEFORE: usize = 5;
    /// Minimum number of words of the text under a head that is on lines of its own. In a list of
    /// articles, there are titles in this place, or nothing.
    const TEXT_WORDS: usize = 4;
    let Some((first, _)) = heads.first() else { return false };
    let authors: HashSet<&str> = heads.iter().map(|(_, head)| head.author).collect();
    let is_repeated = authors.len() < heads.len();
    let followed = heads.iter().filter(|(at, head)| {
        let mut after = lines.iter().skip(at + head.count).take(4).map(SourceLine::trimmed);
        let next = after.find(|text| !is_label(text)).unwrap_or_default();
        match form {
            HeadForm::NameOverTime | HeadForm::NameFirst => {
                !head.rest.is_empty() || word_count(next) >= TEXT_WORDS || ends_sentence(next)
            }
            _ => !head.rest.is_empty() || !next.is_empty(),
        }
    });
    let followed = followed.count();
    let enough = match form {
        HeadForm::BracketedTime => heads.len() > 2 || heads.len() > 1 && *first == 0,
        HeadForm::TimeFirst => heads.len() > 2 && (is_repeated || heads.iter().all(|(_, head)| head.rest.is_empty())),
        HeadForm::NameFirst | HeadForm::NameOverTime => heads.len() > 2,
        HeadForm::Speaker => heads.len() > 1 && authors.len() > 1,
    };
    enough && *first <= LINES_BEFORE && 4 * followed >= 3 * heads.len()
}

/// Returns the head of a post that begins at a line.
fn head<'a>(lines: &'a [SourceLine<'_>], at: usize) -> Option<Head<'a>> {
    let text = lines.get(at)?.trimmed();
    if text.starts_with('>') {
        return None;
    }
    bracketed_time(text).or_else(|| time_first(text)).or_else(|| name_first(text)).or_else(|| speaker(text)).or_else(
        || {
            let next = lines.get(at + 1).filter(|next| next.blank_before <= 1)?.trimmed();
            let author = author(byline::without_byline_words(text, ""))?;
            let is_head = !is_label(text) && !is_time(text) && is_time(next) && name_first(next).is_none();
            let is_head = is_head && lines.get(at + 2).is_some();
            is_head.then_some(Head { form: HeadForm::NameOverTime, author, time: Some(next), rest: "", count: 2 })
        },
    )
}

/// Reads `[12:03] An: …`, `[12:03] <An> …`, `(12:03) An`.
fn bracketed_time(text: &str) -> Option<Head<'_>> {
    let close = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let (time, rest) = text.get(1..)?.split_once(close)?;
    if !has_clock(time) || time.len() > TIME_BYTES {
        return None;
    }
    let (author, rest) = named(rest.trim_start(), true)?;
    Some(Head { form: HeadForm::BracketedTime, author, time: Some(time.trim()), rest, count: 1 })
}

/// Reads `12:03 <An> …`, `12/05/2024, 12:03 - An: …`.
fn time_first(text: &str) -> Option<Head<'_>> {
    let is_of_time = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ':' | ',' | '-' | ' ' | 'T' | 'Z');
    let mut end = text.find(|c: char| !is_of_time(c))?;
    for half in ["AM", "PM", "am", "pm", "SA", "CH"] {
        if text.get(end..).is_some_and(|rest| rest.starts_with(half)) {
            end += half.len();
        }
    }
    let (time, rest) = (text.get(..end)?, text.get(end..)?);
    let time = time.trim_end_matches([' ', '-', ',']);
    if !has_clock(time) {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '-', '–', '—', '|']);
    let (author, rest) = named(rest, false)?;
    Some(Head { form: HeadForm::TimeFirst, author, time: Some(time), rest, count: 1 })
}

/// Reads a name and the text after it: `An: …`, `<An> …`. If `may_stand_alone` is `true`, also
/// reads `An`.
fn named(text: &str, may_stand_alone: bool) -> Option<(&str, &str)> {
    if let Some((name, rest)) = text.strip_prefix('<').and_then(|text| text.split_once('>')) {
        return Some((author(name)?, rest.trim()));
    }
    if let Some((name, rest)) = text.split_once([':', '：'])
        && let Some(author) = author(name)
    {
        return Some((author, rest.trim()));
    }
    may_stand_alone.then(|| author(text)).flatten().map(|author| (author, ""))
}

/// Reads `An, 12:03`, `An [12:03]: …`, `An — 12 May 2024`, `An 12:03 PM`, `by An » 12 May 2024`.
fn name_first(text: &str) -> Option<Head<'_>> {
    let text = byline::without_byline_words(text, "");
    let of = |author, time, rest| Head { form: HeadForm::NameFirst, author, time: Some(time), rest, count: 1 };
    if let Some((name, after)) = text.split_once(['[', '('])
        && let Some(author) = author(name.trim_end().trim_end_matches(','))
    {
        let (time, rest) = after.split_once([']', ')'])?;
        let (time, rest) = (time.trim(), rest.trim_start_matches([':', ' ']));
        let is_alone = rest.is_empty() || after.contains("]:") || after.contains("):");
        return (is_time(time) && is_alone).then(|| of(author, time, rest));
    }
    if text.len() > NAME_BYTES + TIME_BYTES {
        return None;
    }
    let text = text.trim_end_matches(':');
    let separated = [" » ", " — ", " – ", " - ", " · ", " • ", " | ", ", ", "\t", "  "].into_iter().find_map(|mark| {
        let (name, time) = text.split_once(mark)?;
        let time = time.trim_matches([' ', '·', '•', '-', '—']);
        Some(of(author(name)?, time, "")).filter(|_| is_time(time))
    });
    separated.or_else(|| {
        let digit = text.find(|c: char| c.is_ascii_digit())?;
        let (name, time) = text.split_at_checked(digit)?;
        let is_alone = name.ends_with(' ') && has_clock(time) && is_time(time) && !is_part_of_date(name);
        Some(of(author(name)?, time, "")).filter(|_| is_alone)
    })
}

/// Reads `You said:`, `Assistant: …`.
fn speaker(text: &str) -> Option<Head<'_>> {
    static SPEAKERS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("speaker").collect());
    let (name, rest) = text.split_once([':', '：'])?;
    let of = |author, rest| Head { form: HeadForm::Speaker, author, time: None, rest, count: 1 };
    let said = without_said_and_half(name);
    if let Some(author) = author(said).filter(|_| rest.trim().is_empty() && said.len() < name.trim().len()) {
        return Some(of(author, ""));
    }
    SPEAKERS.contains(&fold(name).as_str()).then(|| of(name.trim(), rest.trim()))
}

/// Returns the text if it can be the name of an author: a few words that are not a sentence.
fn author(text: &str) -> Option<&str> {
    const WORDS: usize = 4;
    let text = text.trim().trim_matches(['*', '_', '~']);
    let is_name = !text.is_empty()
        && text.len() <= NAME_BYTES
        && text.contains(char::is_alphabetic)
        && text.split_whitespace().count() <= WORDS
        && !text.split_whitespace().any(|word| word.bytes().all(|b| b.is_ascii_digit() || b == b','))
        && !ends_sentence(text.trim_end_matches('.'))
        && !text.contains([':', '：'])
        && !is_part_of_date(text)
        && !text.contains(['<', '>', '/', '[', ']', '“', '"', ';', '=']);
    is_name.then_some(text)
}

/// Returns `true` if a text is the name of a month or of a day of the week, or a label beside a name.
fn is_part_of_date(text: &str) -> bool {
    static PARTS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let months = words::list("months").flat_map(|forms| forms.split(',').map(fold));
        months.chain(["weekday", "label-byline"].into_iter().flat_map(words::list).map(fold)).collect()
    });
    PARTS.contains(&fold(text))
}

/// Returns `true` if a text has a time of day: `9:05`.
fn has_clock(text: &str) -> bool {
    text.match_indices([':', 'h', '.']).any(|(at, _)| {
        let digit = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
        let is_colon = text.as_bytes().get(at) == Some(&b':');
        digit(at.checked_sub(1)) && digit(Some(at + 1)) && digit(Some(at + 2)) && is_colon
    })
}

/// Returns `true` if a whole text is a time: a date, a time of day, or how long ago something was.
pub(crate) fn is_time(text: &str) -> bool {
    const WORDS: usize = 9;
    static UNITS: LazyLock<Vec<String>> = LazyLock::new(|| words::list("time-unit").map(fold).collect());
    static AGO: LazyLock<Vec<String>> =
        LazyLock::new(|| words::list("ago").chain(words::list("how-long-ago")).map(fold).collect());
    if text.len() > TIME_BYTES || !text.contains(|c: char| c.is_ascii_digit()) || ends_sentence(text) {
        return false;
    }
    let folded = fold(text);
    let words: Vec<&str> = tokens(&folded).collect();
    let numbers = words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count();
    let has_year = words
        .iter()
        .any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && ("1990".."2100").contains(word));
    let is_unit =
        |word: &&str| UNITS.iter().any(|unit| word.strip_prefix(unit.as_str()).is_some_and(|end| end.len() < 3));
    let is_ago = words.len() <= 5
        && (words.iter().any(is_unit) && words.iter().any(|word| AGO.iter().any(|ago| ago == word)))
        || words.len() <= 4
            && numbers > 0
            && AGO.iter().any(|ago| ago.len() > 3 && folded.contains(ago.as_str()) && folded.len() < 24);
    let is_date = has_year && words.len() >= 3 || text.contains('年') && text.contains('日');
    words.len() <= WORDS + 8 * usize::from(text.contains('年'))
        && (is_ago || (is_date || has_clock(text)) && 3 * numbers >= words.len())
}

/// Returns `true` for the label of a button beside a post, the number of a post, and a count in the
/// box about its author.
pub(crate) fn is_label(text: &str) -> bool {
    static LABELS: LazyLock<HashSet<String>> =
        LazyLock::new(|| words::list("reply").chain(words::list("post-button")).map(fold).collect());
    const LABEL_BYTES: usize = 40;
    let text = text.trim();
    if text.len() > LABEL_BYTES {
        return false;
    }
    let is_number =
        text.strip_prefix('#').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
    let folded = fold(text);
    let uncounted = folded.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let is_pair = text.split_once(':').is_some_and(|(name, value)| {
        value.trim().bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
            && !value.trim().is_empty()
            && name.split_whitespace().count() < 3
    });
    is_number || is_pair || !uncounted.is_empty() && LABELS.contains(uncounted)
}

/// Finds the mails of a thread. Each mail is a run of lines with the same number of quotation marks
/// (`>`), under a line that names its author and time. A thread has at least two such lines.
fn mails<'a>(lines: &'a [SourceLine<'_>]) -> Vec<TalkPost<'a>> {
    /// Maximum depth of quotations.
    const LEVELS: usize = 32;
    let mut posts: Vec<TalkPost> = Vec::new();
    // The author and time of the mail at each level.
    let mut known: Vec<(Option<String>, Option<String>)> = vec![(None, None)];
    let (mut attributions, mut at) = (0, 0);
    while let Some(line) = lines.get(at) {
        let (level, text) = level(line.trimmed());
        let level = level.min(LEVELS);
        known.resize(known.len().max(level + 2), (None, None));
        if let Some(count) = attribution(lines, at, level) {
            let joined: Vec<&str> = lines[at..at + count].iter().map(|line| self::level(line.trimmed()).1).collect();
            known[level + 1] = author_and_time(&joined.join(" "));
            attributions += 1;
            at += count;
            continue;
        }
        let (author, time) = &known[level];
        let goes_on = posts.last().is_some_and(|post| {
            usize::from(post.depth) == level
                && post.author == *author
                && post.time == *time
                && post.lines.last().is_some_and(|last| last.0 + 1 == at)
        });
        if !goes_on {
            posts.push(TalkPost {
                head: at..at,
                lines: Vec::new(),
                author: author.clone(),
                time: time.clone(),
                depth: u16::try_from(level).unwrap_or(u16::MAX),
            });
        }
        if let Some(post) = posts.last_mut().filter(|_| !text.is_empty()) {
            post.lines.push((at, Cow::Borrowed(text)));
        }
        at += 1;
    }
    posts.retain(|post| !post.lines.is_empty());
    if attributions > 1 && posts.len() > 2 { posts } else { Vec::new() }
}

/// Returns the number of quotation marks (`>`) at the start of a line, and the text after them.
fn level(text: &str) -> (usize, &str) {
    let rest = text.trim_start_matches(['>', ' ']);
    let marks = text.get(..text.len() - rest.len()).unwrap_or_default();
    (marks.bytes().filter(|&b| b == b'>').count(), rest)
}

/// Returns the number of lines, one or two, that name the author and time of the quoted lines after them.
fn attribution(lines: &[SourceLine], at: usize, own: usize) -> Option<usize> {
    (1..=2).find(|&count| {
        let texts = lines.get(at..at + count).unwrap_or_default();
        let is_quoted = lines.get(at + count).is_some_and(|next| level(next.trimmed()).0 == own + 1);
        let same_level = texts.iter().all(|line| level(line.trimmed()).0 == own);
        let joined: Vec<&str> = texts.iter().map(|line| level(line.trimmed()).1).collect();
        // If the second line alone names author and time, the line before it is the end of a text.
        let is_whole = count == 1 || !joined.last().is_some_and(|last| is_attribution(last));
        is_quoted && same_level && is_whole && is_attribution(&joined.join(" "))
    })
}

/// Returns a name without the words around it for "said" and for the half of the day: `PM, An
/// wrote`, `schrieb An`.
fn without_said_and_half(name: &str) -> &str {
    let mut name = name.trim();
    for half in ["AM", "PM", "Uhr"] {
        name = name.strip_prefix(half).unwrap_or(name).trim_start_matches([' ', ',']);
    }
    byline::without_said(name)
}

/// Returns the author and time in a line such as `On Mon, 12 May 2024 at 10:03, An <an@a.example>
/// wrote:`. The order depends on the language.
fn author_and_time(text: &str) -> (Option<String>, Option<String>) {
    let text = text.trim_end_matches([':', '：', ' ']);
    let has_digit = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    let address = text.find('<').and_then(|start| Some(start..start + text.get(start..)?.find('>')? + 1));
    let (before, after) = match &address {
        Some(address) => (text.get(..address.start).unwrap_or_default(), text.get(address.end..).unwrap_or_default()),
        None => (text, ""),
    };
    let last_digit = before.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let (time, name) = before.split_at_checked(last_digit).unwrap_or(("", before));
    let name = without_said_and_half(name.trim_matches([' ', ',', '(', ')', '"']));
    let time = if has_digit(time) { time } else { after };
    let start = time.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    // Removes the word for "on". The name of the day stays before the first digit.
    let words: Vec<&str> = time.get(..start).unwrap_or_default().split_whitespace().skip(1).collect();
    let time = format!("{} {}", words.join(" "), time.get(start..).unwrap_or_default());
    let time = time.trim().trim_end_matches(',').to_owned();
    (author(name).map(str::to_owned), has_digit(&time).then_some(time))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::read::lines;

    #[test]
    fn heads_of_posts_are_read_in_every_form() {
        for (text, name, time, rest) in [
            ("[12:03] An: Chào cả nhà.", "An", "12:03", "Chào cả nhà."),
            ("[2024-05-12 12:03:44] <an_b> hello", "an_b", "2024-05-12 12:03:44", "hello"),
            ("[12:03] An Bình", "An Bình", "12:03", ""),
            ("12/05/2024, 12:03 - An: hello", "An", "12/05/2024, 12:03", "hello"),
            ("12:03 <an> hello", "an", "12:03", "hello"),
            ("9:05 PM An: hello", "An", "9:05 PM", "hello"),
            ("An, 12:03", "An", "12:03", ""),
            ("An, [12.05.2024 12:03]", "An", "12.05.2024 12:03", ""),
            ("An — Today at 12:03", "An", "Today at 12:03", ""),
            ("An 12:03 PM", "An", "12:03 PM", ""),
            ("An · 3 hours ago", "An", "3 hours ago", ""),
            ("Lan · 3 giờ trước", "Lan", "3 giờ trước", ""),
            ("by An » 12 May 2024, 12:03", "An", "12 May 2024, 12:03", ""),
        ] {
            let source = lines(text);
            let found = head(&source, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.author, found.time, found.rest), (name, Some(time), rest), "{text}");
        }
    }

    #[test]
    fn other_lines_are_no_heads() {
        for text in [
            "He came at 12:03 and left.",
            "12:03",
            "Note: it rained.",
            "Hà Nội, ngày mưa",
            "Score 3:2",
            "In 2024, 12 boats",
            "Thứ năm, 02/02/2017, 17:26 (GMT+7)",
            "Montag, 12.05.2024 10:03",
            "lundi, 12/05/2024 10:03",
            "lunes, 12/05/2024 10:03",
        ] {
            assert_eq!(head(&lines(text), 0), None, "{text}");
        }
    }

    #[test]
    fn the_author_and_time_of_a_quoted_mail_are_read() {
        for (text, name, time) in [
            ("On Mon, 12 May 2024 at 10:03, An Bình <an@a.example> wrote:", "An Bình", "Mon, 12 May 2024 at 10:03"),
            ("Am 12.05.2024 um 10:03 schrieb Jost Brand <jost@a.example>:", "Jost Brand", "12.05.2024 um 10:03"),
            (
                "Vào Th 2, 12 thg 5, 2024 vào lúc 10:03 An Bình <an@a.example> đã viết:",
                "An Bình",
                "Th 2, 12 thg 5, 2024 vào lúc 10:03",
            ),
        ] {
            let (author, found) = author_and_time(text);
            assert_eq!((author.as_deref(), found.as_deref()), (Some(name), Some(time)), "{text}");
        }
    }
}
