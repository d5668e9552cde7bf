//! Finds comments that the markup names. Such a comment may be the only one, may have no time, and
//! may show a name without markup of its own.

use super::marks::{self, PostMarks, held};
use super::names::{self, parts};
use crate::features::Measured;
use crate::hash::{HashMap, HashSet};
use crate::lines::is_post_time;
use crate::script::{is_chinese_or_japanese, is_hangul};
use crate::text::fold;
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::words;
use std::sync::LazyLock;

/// Maximum number of levels between a comment and the list of comments around it.
const LEVELS: usize = 12;

/// Returns `true` for each element that the markup names as one comment: `comment-12`,
/// `comment_item`, `itemprop=comment`.
pub(super) fn named(tree: &Tree) -> Vec<bool> {
    let mut known: HashMap<&str, bool> = HashMap::default();
    let mut has_name = |word| *known.entry(word).or_insert_with(|| is_name_of_one(word));
    let mut is_comment = vec![false; tree.len()];
    for step in tree.walk(tree.body()) {
        let Step::Enter(id) = step else { continue };
        // A form is the place to write a comment.
        if id != tree.body() && !matches!(tree.tag(id), Tag::TEXT | Tag::A | Tag::FORM | Tag::BLOCKQUOTE) {
            is_comment[id.index()] = is_stated(tree, id)
                || tree.class_words(id).any(&mut has_name)
                || tree.attr(id, "id").is_some_and(&mut has_name);
        }
    }
    is_comment
}

/// Returns `true` if schema.org's markup says that an element is a comment.
fn is_stated(tree: &Tree, id: NodeId) -> bool {
    tree.attr(id, "itemprop") == Some("comment")
        || tree.attr(id, "itemtype").is_some_and(|kind| kind.ends_with("/Comment") || kind.ends_with("/UserComments"))
}

/// Returns `true` for the name of one comment. The name has at most two words before the word for a
/// comment, and after it only words for an element. If the name has the word for several comments,
/// a word for an element must follow.
fn is_name_of_one(name: &str) -> bool {
    const BEFORE: usize = 2;
    let words = parts(name).map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(BEFORE + 5).collect();
    let is_comment = |word: &&str| names::COMMENT.has(word) || names::COMMENTS.has(word);
    let Some(at) = words.iter().position(is_comment).filter(|at| *at <= BEFORE) else { return false };
    let (before, after) = (&words[..at], &words[at + 1..]);
    let is_element = match after {
        [] => names::COMMENT.has(words[at]),
        [.., last] => {
            names::COMMENT_PART.has(last) && after[..after.len() - 1].iter().all(|word| is_part_or_list(word))
        }
    };
    is_element && !before.iter().any(|word| names::NO_COMMENT.has(word))
}

fn is_part_or_list(word: &str) -> bool {
    names::COMMENT_PART.has(word) || names::COMMENT_LIST.has(word)
}

/// Returns `true` for the name of a list of comments: `comments`, `comment-list`.
fn is_name_of_list(name: &str) -> bool {
    let mut words = parts(name).peekable();
    std::iter::from_fn(|| {
        let word = words.next()?;
        let is_one = names::COMMENT.has(word);
        Some(names::COMMENTS.has(word) || is_one && words.peek().is_some_and(|next| names::COMMENT_LIST.has(next)))
    })
    .any(|is_list| is_list)
}

/// Returns `true` if the markup names an element as comments, one or several.
pub(super) fn is_named(tree: &Tree, id: NodeId) -> bool {
    let is_name = |name: &str| is_name_of_list(name) || is_name_of_one(name);
    tree.attr(id, "id").is_some_and(is_name) || tree.class_words(id).any(is_name)
}

/// Returns `true` if the markup says that an element is in a list of comments.
pub(super) fn is_in_list(tree: &Tree, id: NodeId) -> bool {
    let has_name = |id: NodeId| {
        tree.attr(id, "id").is_some_and(is_name_of_list)
            || tree.class_words(id).any(is_name_of_list)
            || tree.attr(id, "itemprop") == Some("comment")
    };
    let around = std::iter::once(id).chain(tree.ancestors(id)).take(LEVELS);
    around.take_while(|&id| id != tree.body()).any(has_name)
}

/// Marks names of authors that have no markup of their own. In a comment without a marked author,
/// this is the first text. There must be several comments, or the comment must have a time.
pub(super) fn mark_names(tree: &Tree, measured: &Measured, marks: &mut PostMarks) {
    let (authors, times) = (held_by_comment(tree, marks, &marks.author), held(tree, &marks.time));
    let mut found: Vec<(NodeId, bool)> = Vec::new();
    let is_alike = |a: NodeId, b: NodeId| shape(tree, a) == shape(tree, b);
    // The outermost open comment. A comment inside it with the same shape is an answer. One with
    // another shape is a part of it.
    let mut open: Option<NodeId> = None;
    for step in tree.walk(tree.body()) {
        match step {
            Step::Enter(id) if marks.comment[id.index()] && !authors[id.index()] => {
                if is_alike(*open.get_or_insert(id), id)
                    && let Some(name) = name(tree, measured, marks, &times, id)
                {
                    found.push((name, times[id.index()]));
                }
            }
            Step::Leave(id) => open = open.filter(|outermost| *outermost != id),
            Step::Enter(_) => {}
        }
    }
    let tags = |tag: Tag| found.iter().filter(|(id, _)| tree.tag(*id) == tag).count();
    let are_several = found.first().is_some_and(|(id, _)| found.len() > 1 && tags(tree.tag(*id)) == found.len());
    for (name, is_timed) in found {
        if are_several || is_timed {
            marks.author[name.index()] = true;
            for step in tree.walk(name) {
                if let Step::Enter(id) = step {
                    marks.marked[id.index()] |= tree.tag(id) == Tag::TEXT;
                }
            }
        }
    }
}

/// Returns `true` for each node that is marked or holds a marked one outside the answers in it. An answer is a comment of
/// the same shape.
fn held_by_comment(tree: &Tree, marks: &PostMarks, marked: &[bool]) -> Vec<bool> {
    let mut held = marked.to_vec();
    // The number of open comments of each shape.
    let mut open: HashMap<(Tag, Option<&str>), usize> = HashMap::default();
    for step in tree.walk(tree.body()) {
        match step {
            Step::Enter(id) if marks.comment[id.index()] => *open.entry(shape(tree, id)).or_default() += 1,
            Step::Leave(id) => {
                let is_answer = marks.comment[id.index()] && {
                    let count = open.entry(shape(tree, id)).or_default();
                    *count -= 1;
                    *count > 0
                };
                if let Some(parent) = tree.parent(id).filter(|_| !is_answer) {
                    held[parent.index()] |= held[id.index()];
                }
            }
            Step::Enter(_) => {}
        }
    }
    held
}

/// Returns the tag and the first word of the class of an element.
pub(super) fn shape(tree: &Tree, id: NodeId) -> (Tag, Option<&str>) {
    (tree.tag(id), tree.class_words(id).next())
}

/// Marks times that have no markup of their own. In a comment without a marked time, this is a
/// short text such as `3 hours ago` or `2mo`.
pub(super) fn mark_times(tree: &Tree, marks: &mut PostMarks) {
    let has_time = held(tree, &marks.time);
    let mut depth = 0_usize;
    let mut found: Vec<NodeId> = Vec::new();
    for step in tree.walk(tree.body()) {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => {
                let text = tree.text(id);
                if depth > 0
                    && !marks.quoted[id.index()]
                    && !marks.marked[id.index()]
                    && is_time(text)
                    && let Some(parent) = tree.parent(id).filter(|parent| tree.children(*parent).count() == 1)
                {
                    found.push(parent);
                    marks.marked[id.index()] = true;
                }
            }
            Step::Enter(id) => depth += usize::from(marks.comment[id.index()] && !has_time[id.index()]),
            Step::Leave(id) => depth -= usize::from(marks.comment[id.index()] && !has_time[id.index()]),
        }
    }
    found.into_iter().for_each(|id| marks.time[id.index()] = true);
}

/// Returns `true` if a text is a time without markup of its own.
pub(super) fn is_time(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '[', ']', '·', '•']).trim();
    let is_short = is_short_time(text.strip_suffix("ago").unwrap_or(text).trim_end());
    is_post_time(text) || is_short || is_time_since(text) || is_clock(text) || is_moment(text)
}

/// Returns `true` for a time without a number: `just now`, `an hour ago`. A time of day may follow a day: `yesterday 21:16`.
fn is_moment(text: &str) -> bool {
    /// Longer texts are not compared. The longest moment has 50 bytes.
    const BYTES: usize = 80;
    static MOMENTS: LazyLock<HashSet<String>> = LazyLock::new(|| words::list("moment").map(fold).collect());
    let is_listed = |text: &str| MOMENTS.contains(&fold(text.trim_end_matches([',', ' ', ':'])));
    let before_clock = || text.rsplit_once(' ').filter(|(_, clock)| is_clock(clock)).map(|(day, _)| day);
    text.len() <= BYTES && (is_listed(text) || before_clock().is_some_and(is_listed))
}

/// Returns `true` for a time of day: `9:05`, `14h30`.
fn is_clock(text: &str) -> bool {
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once([':', 'h']).is_some_and(|(hour, minute)| is_number(hour) && minute.len() == 2 && is_number(minute))
}

/// Returns `true` for a number with an abbreviated unit of time: `5h`, `2 mo`.
fn is_short_time(text: &str) -> bool {
    const UNITS: &[&str] = &["s", "m", "min", "h", "hr", "d", "w", "wk", "mo", "y", "yr"];
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < text.len() && text.len() < 8 && UNITS.contains(&unit.trim_start())
}

/// Returns `true` for a word that means "ago", a number and one more word: `vor 2 Monaten`.
fn is_time_since(text: &str) -> bool {
    static AGO: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("how-long-ago").collect());
    let mut words = text.split_whitespace();
    let is_ago = words.next().is_some_and(|word| AGO.contains(&word.to_lowercase().as_str()));
    let is_number = words.next().is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    is_ago && is_number && words.count() == 1
}

/// Removes the marks on names in the forms of comments, because these are labels of fields.
pub(super) fn unmark_forms(tree: &Tree, marks: &mut PostMarks) {
    let mut comments = 0_usize;
    let mut form = None;
    for step in tree.walk(tree.body()) {
        match step {
            Step::Enter(id) => {
                comments += usize::from(marks.comment[id.index()]);
                if form.is_none() && comments > 0 && tree.tag(id) == Tag::FORM {
                    form = Some(id);
                }
                marks.author[id.index()] &= form.is_none();
            }
            Step::Leave(id) => {
                comments -= usize::from(marks.comment[id.index()]);
                form = form.filter(|open| *open != id);
            }
        }
    }
}

/// Returns the element of the author's name: the first text of a comment, or the first text of a part of it that holds
/// the time. `has_time` tells for each node whether it holds a time.
pub(super) fn name(
    tree: &Tree,
    measured: &Measured,
    marks: &PostMarks,
    has_time: &[bool],
    comment: NodeId,
) -> Option<NodeId> {
    let mut parts = tree.children(comment).filter(|&part| tree.tag(part) != Tag::TEXT && has_time[part.index()]);
    first_name(tree, measured, marks, comment)
        .or_else(|| parts.find_map(|part| first_name(tree, measured, marks, part)))
}

/// Returns the element of a comment's first text if that is a name. More text must follow, or a
/// link to the author's page without a text must come before it. Times and labels with numbers
/// before the name are skipped.
fn first_name(tree: &Tree, measured: &Measured, marks: &PostMarks, comment: NodeId) -> Option<NodeId> {
    const STEPS: usize = 60;
    const WORDS: usize = 4;
    let mut walk = tree.walk(comment);
    let mut steps = 0;
    let mut initials = None;
    while let Some(step) = walk.next() {
        steps += 1;
        if steps > STEPS {
            return None;
        }
        let Step::Enter(id) = step else { continue };
        let at = id.index();
        if tree.tag(id) != Tag::TEXT {
            if marks::name_in_address(tree, id).is_some() {
                return Some(id);
            }
            let is_passed = marks.time[at]
                || marks.quoted[at]
                || tree.is_unread(id)
                || measured.surroundings[at].hidden
                || matches!(tree.tag(id), Tag::BUTTON | Tag::FORM)
                || is_no_name(tree, id);
            if is_passed && id != comment {
                walk.skip_children(id);
            }
            continue;
        }
        if tree.is_blank_text(id) {
            continue;
        }
        let name = tree.parent(id).filter(|&parent| parent != comment)?;
        let text = marks::short_text(tree, name, marks::NAME_BYTES)?;
        // Labels such as `level 1` and `#12`.
        if text.split_whitespace().any(|word| word.trim_start_matches('#').bytes().all(|b| b.is_ascii_digit())) {
            continue;
        }
        // Initials stand in place of a picture.
        if is_initials(&text) {
            initials = initials.or(Some(name));
            continue;
        }
        let is_name = marks::is_name(&text)
            && !is_post_time(&text)
            && text.split_whitespace().count() <= WORDS
            && text.chars().next().is_some_and(char::is_alphanumeric)
            && (!text.ends_with(['.', '…']) || ends_in_initial(&text))
            && !marks::looks_dated(&text);
        return if is_name { Some(name) } else { initials };
    }
    None
}

/// Returns `true` if the class says that an element beside a name does not hold it: a badge, a count, the text. Classes
/// for looks alone, such as `text-sm` and `group`, say nothing.
fn is_no_name(tree: &Tree, id: NodeId) -> bool {
    tree.class_words(id).any(|word| {
        let is_for_looks = word == "group" || word.starts_with("text-");
        !is_for_looks && names::NOT_AUTHOR.name(word)
    })
}

/// Returns `true` for one or two capitals, or one letter of a script that has no capitals: `PO`, `أ`. Names of one letter
/// are usual only in Chinese, Japanese and Korean.
pub(super) fn is_initials(text: &str) -> bool {
    let is_uncased = |c: char| {
        c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase() && !is_chinese_or_japanese(c) && !is_hangul(c)
    };
    let letters: Vec<char> = text.trim().chars().take(3).collect();
    match letters[..] {
        [only] => only.is_uppercase() || is_uncased(only),
        [first, second] => first.is_uppercase() && second.is_uppercase(),
        _ => false,
    }
}

/// Returns `true` if a text ends in the first letter of a name: `Mr. P.`
fn ends_in_initial(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    last.len() < text.len() && last.chars().count() == 2 && last.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_comment_are_told_from_others() {
        for name in [
            "comment",
            "comment-12",
            "commentItem",
            "li-comment-12",
            "wpd-comment",
            "comment_list_item",
            "comments__item",
            "binh-luan-item",
            "kommentar",
            "comentario-12",
        ] {
            assert!(is_name_of_one(name), "{name}");
        }
        for name in
            ["comments", "comment-list", "comment-count", "leave-comment", "commented", "comments-open", "comment-form"]
        {
            assert!(!is_name_of_one(name), "{name}");
        }
    }

    #[test]
    fn times_without_a_number_are_told_from_other_words() {
        for time in
            ["just now", "an hour ago", "Yesterday 21:16", "vừa xong", "vor einem Tag", "منذ ساعتين", "昨天 21:16"]
        {
            assert!(is_time(time), "{time}");
        }
        for text in ["now", "ma", "yesterday we sailed", "bài trước", ""] {
            assert!(!is_time(text), "{text}");
        }
    }

    #[test]
    fn initials_are_capitals_or_one_letter_without_case() {
        for text in ["P", "PO", "أ", "ד", "अ"] {
            assert!(is_initials(text), "{text}");
        }
        for text in ["po", "p", "Po", "김", "王", "POP", "7", ""] {
            assert!(!is_initials(text), "{text}");
        }
    }
}
