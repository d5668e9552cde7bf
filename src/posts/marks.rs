//! Finds the elements that name an author, and those that state a time.

use super::comments;
use super::names::{self, NameWords};
use super::unnamed;
use crate::blocks::Blocks;
use crate::features::Measured;
use crate::hash::{HashMap, HashSet};
use crate::lines::is_post_label;
use crate::text::{fold, token_ranges};
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::words;
use std::sync::LazyLock;

/// The marks on the elements of a page, by [`NodeId::index`].
pub(super) struct PostMarks {
    /// `true` for an element that names an author.
    pub(super) author: Vec<bool>,
    /// `true` for an element that states a time.
    pub(super) time: Vec<bool>,
    /// `true` for each text inside such an element.
    pub(super) marked: Vec<bool>,
    /// `true` for a node in a quotation.
    pub(super) quoted: Vec<bool>,
    /// `true` for an element whose attributes say that it is a turn of a person or program in a
    /// chat.
    pub(super) turn: Vec<bool>,
    /// `true` for an element that the markup names as one comment, or that is one by its place and content.
    pub(super) comment: Vec<bool>,
}

/// Longest name of an author, in bytes.
pub(super) const NAME_BYTES: usize = 80;
/// Longest text of an element with the name of an author and words beside it, in bytes. A longer one holds the text of a
/// post too: `class="comment comment-author-an"`.
const HEAD_BYTES: usize = 240;
/// Longest text of a time, in bytes.
pub(super) const TIME_BYTES: usize = 90;

/// Attributes with the name of a post's author.
pub(super) const AUTHOR_ATTRIBUTES: &[&str] = &[
    "data-author",
    "data-username",
    "data-user-name",
    "data-author-name",
    "data-author-username",
    "author",
    "data-nick",
];
/// Attributes with the time of a post.
pub(super) const TIME_ATTRIBUTES: &[&str] = &[
    "datetime",
    "data-time",
    "data-timestamp",
    "data-utime",
    "data-epoch",
    "data-created",
    "data-created-at",
    "data-datetime",
    "data-date",
    "created-timestamp",
    "created",
];
/// Attributes that name the speaker of a turn in a chat.
const TURN_ATTRIBUTES: &[&str] = &[
    "data-message-author-role",
    "data-author-role",
    "data-role",
    "data-turn",
    "data-sender",
    "data-speaker",
    "data-from",
];
/// Names of the speakers in a chat with a program.
const SPEAKERS: &[&str] = &["user", "assistant", "human", "model", "bot", "ai"];

/// The meaning of a class.
#[derive(Clone, Copy, Default)]
struct ClassMeaning {
    is_author: bool,
    is_no_author: bool,
    is_mention: bool,
    is_time: bool,
    is_quote: bool,
}

/// Marks the elements of a page.
pub(super) fn find(tree: &Tree, blocks: &Blocks, measured: &Measured) -> PostMarks {
    let none = || vec![false; tree.len()];
    let mut marks = PostMarks {
        author: none(),
        time: none(),
        marked: none(),
        quoted: none(),
        turn: none(),
        comment: comments::named(tree),
    };
    let mut meanings: HashMap<&str, ClassMeaning> = HashMap::default();
    let mut speakers: HashSet<&str> = HashSet::default();
    // The outermost open quotation, and the outermost open mark.
    let (mut quote, mut mark) = (None, None);
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        let id = match step {
            Step::Enter(id) => id,
            Step::Leave(id) => {
                quote = quote.filter(|&open| open != id);
                mark = mark.filter(|&open| open != id);
                continue;
            }
        };
        marks.quoted[id.index()] = quote.is_some();
        if tree.tag(id) == Tag::TEXT {
            marks.marked[id.index()] = mark.is_some();
            continue;
        }
        if tree.is_unread(id) || measured.surroundings[id.index()].hidden {
            walk.skip_children(id);
            continue;
        }
        let class = class_or_name(tree, id);
        let meaning = *meanings.entry(class).or_insert_with(|| meaning(class));
        if quote.is_none() && (tree.tag(id) == Tag::BLOCKQUOTE || meaning.is_quote) {
            quote = Some(id);
        }
        if quote.is_some() {
            continue;
        }
        let speaker = speaker(tree, id);
        marks.turn[id.index()] = speaker.is_some();
        speakers.extend(speaker);
        let is_time = is_time(tree, id, meaning);
        // `comment-author-an` may be in the class of the whole comment.
        let is_author = !is_time && !marks.comment[id.index()] && is_author(tree, id, meaning);
        marks.time[id.index()] = is_time;
        // An attribute may name the author of a whole post. Then the text under the element is not
        // marked.
        marks.author[id.index()] = is_author || states_author(tree, id);
        if mark.is_none() && (is_time || is_author) {
            mark = Some(id);
        }
    }
    // With only one speaker, it is not a chat.
    if speakers.len() < 2 {
        marks.turn.fill(false);
    }
    unnamed::mark(tree, blocks, measured, &mut marks);
    if marks.comment.contains(&true) {
        comments::unmark_forms(tree, &mut marks);
        comments::mark_times(tree, &mut marks);
        comments::mark_names(tree, measured, &mut marks);
    }
    marks
}

/// Returns `true` for each node that is marked or holds a marked one.
pub(super) fn held(tree: &Tree, marked: &[bool]) -> Vec<bool> {
    let mut held = marked.to_vec();
    for step in tree.walk(tree.body()) {
        if let Step::Leave(id) = step
            && let Some(parent) = tree.parent(id)
        {
            held[parent.index()] |= held[id.index()];
        }
    }
    held
}

/// Returns the class of an element. If the class is generated, which means that all of its words
/// have numbers, returns the element's test name.
fn class_or_name(tree: &Tree, id: NodeId) -> &str {
    let is_generated = tree.class_words(id).all(|word| word.bytes().any(|b| b.is_ascii_digit()));
    let name = tree.attr(id, "data-testid").filter(|_| is_generated);
    name.or_else(|| tree.attr(id, "class")).unwrap_or_default()
}

/// Returns the meaning of a class. The class of an author's rank is `role`, `author-role` or
/// `author role`, but not `author bold-text`.
fn meaning(class: &str) -> ClassMeaning {
    let has = |words: &NameWords| words.name(class);
    let mut meaning = ClassMeaning {
        is_mention: has(&names::MENTION),
        is_time: has(&names::TIME) && !has(&names::OTHER_TIME),
        // A name that begins with `js-` is for a script: `js-quote-selection`.
        is_quote: class.split_ascii_whitespace().any(|word| !word.starts_with("js-") && names::QUOTE.name(word)),
        ..ClassMeaning::default()
    };
    for word in class.split_ascii_whitespace() {
        let is_author = names::AUTHOR.name(word);
        meaning.is_author |= is_author;
        let is_whole = || word.bytes().all(|b| b.is_ascii_alphabetic());
        // The class of what a user wrote: `userContent`.
        let is_body = || names::parts(word).last().is_some_and(|last| names::BODY.has(last));
        let is_no_author = names::NOT_AUTHOR.name(word) && (is_author || is_whole());
        meaning.is_no_author |= is_no_author || is_author && is_body();
    }
    meaning
}

/// Returns the speaker of a turn in a chat: `user`, `assistant`.
pub(super) fn speaker(tree: &Tree, id: NodeId) -> Option<&str> {
    let known = |value: &str| SPEAKERS.contains(&value);
    let by_attribute = TURN_ATTRIBUTES.iter().find_map(|name| tree.attr(id, name).filter(|value| known(value)));
    by_attribute.or_else(|| {
        // Names such as `user-message`, `message-assistant`, `<user-query>`, `<model-response>`.
        let by_name = |name: &'_ str| {
            let (first, last) = name.split_once(['-', '_'])?;
            let is_part = |part: &str| matches!(part, "message" | "msg" | "turn" | "query" | "response" | "bubble");
            // `message-user` is usually the box about an author.
            match (known(first) && is_part(last), is_part(first) && known(last) && last != "user") {
                (true, _) => Some(first.len()),
                (_, true) => Some(0),
                _ => None,
            }
        };
        let spoken = |name| {
            let length = by_name(name)?;
            let (first, last) = name.split_once(['-', '_'])?;
            Some(if length > 0 { first } else { last })
        };
        spoken(tree.name(id)).or_else(|| tree.class_words(id).find_map(spoken))
    })
}

/// Returns a name without the markup that some pages show around it: `<span>An</span>`.
pub(super) fn without_markup(value: &str) -> &str {
    let inner = value.trim().strip_prefix('<').and_then(|value| value.split_once('>')).map(|(_, inner)| inner);
    inner.map_or(value, |inner| inner.split('<').next().unwrap_or(inner)).trim()
}

/// Returns `true` if an element names an author.
fn is_author(tree: &Tree, id: NodeId, meaning: ClassMeaning) -> bool {
    let has_word = |name: &str, words: &[&str]| {
        tree.attr(id, name).is_some_and(|value| value.split_ascii_whitespace().any(|word| words.contains(&word)))
    };
    let is_stated = has_word("itemprop", &["author", "creator"]);
    let is_named = is_stated
        || has_word("rel", &["author"])
        || tree.attr(id, "data-hovercard-type") == Some("user")
        || tree.attr(id, "email").is_some_and(|email| email.contains('@'))
        || meaning.is_author && !meaning.is_no_author
        || tree.tag(id) == Tag::A
            && !meaning.is_mention
            && tree.attr(id, "href").is_some_and(leads_to_profile)
            && !is_in_sentence(tree, id)
        || tree.tag(id) == Tag::CITE;
    let is_rank = has_word("itemprop", &["jobTitle"]);
    let is_short = || short_text(tree, id, HEAD_BYTES).is_some();
    is_named && !is_rank && is_short() && name_text(tree, id).is_some_and(|text| is_name(&text) && !looks_dated(&text))
}

/// Returns `true` if a link is a part of a paragraph: an address that a sentence names.
fn is_in_sentence(tree: &Tree, link: NodeId) -> bool {
    const LEVELS: usize = 3;
    let paragraph = tree.ancestors(link).take(LEVELS).find(|&id| tree.tag(id) == Tag::P);
    paragraph.is_some_and(|paragraph| short_text(tree, paragraph, NAME_BYTES).is_none())
}

/// Returns `true` if an attribute of an element names the author.
fn states_author(tree: &Tree, id: NodeId) -> bool {
    AUTHOR_ATTRIBUTES.iter().any(|name| tree.attr(id, name).map(without_markup).is_some_and(is_name))
}

/// Returns `true` if an address is that of a person: it has a folder for people, a name after `@`
/// or `~`, or a query with a person.
fn leads_to_profile(href: &str) -> bool {
    const FOLDERS: &[&str] = &[
        "user",
        "users",
        "u",
        "member",
        "members",
        "profile",
        "profiles",
        "people",
        "author",
        "authors",
        "thanhvien",
        "thanh-vien",
    ];
    const QUERIES: &[&str] = &["mode=viewprofile", "action=profile", "user=", "uid=", "u=", "userid=", "id="];
    if href.starts_with("mailto:") {
        return true;
    }
    let path = href.split('#').next().unwrap_or_default();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut segments = path.trim_end_matches('/').split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_name = segment.len() > 1 && segment.starts_with(['@', '~']);
        let is_last = segments.peek().is_none();
        if is_name && is_last || !is_last && FOLDERS.contains(&segment) {
            // A deeper page, such as one post of the person, is not the person's own page.
            return segments.count() <= 2;
        }
    }
    let last = path.rsplit('/').next().unwrap_or_default();
    let file = last.split('.').next().unwrap_or_default();
    let asks = |word: &str| query.split(['&', ';']).any(|part| part.starts_with(word));
    matches!(file, "user" | "member" | "memberlist" | "profile" | "userinfo") && QUERIES.iter().any(|query| asks(query))
        || asks("mode=viewprofile")
        || asks("action=profile")
}

/// Returns the name of an account from the address of a link that shows only a picture and no text.
pub(super) fn name_in_address(tree: &Tree, id: NodeId) -> Option<&str> {
    let href = tree.attr(id, "href").filter(|href| tree.tag(id) == Tag::A && leads_to_profile(href))?;
    let path = href.split(['?', '#']).next()?.trim_end_matches('/');
    let name = path.rsplit('/').next()?.trim_start_matches(['@', '~']);
    let is_bare = short_text(tree, id, NAME_BYTES).is_some_and(|text| text.is_empty());
    (is_bare && is_name(name) && !name.contains(['.', '%', ':'])).then_some(name)
}

/// Returns `true` if an element states a time.
fn is_time(tree: &Tree, id: NodeId, meaning: ClassMeaning) -> bool {
    let prop = tree.attr(id, "itemprop");
    if prop.is_some_and(|prop| prop == "dateModified") {
        return false;
    }
    // An attribute of a block may state the time of the whole post.
    let is_inline = !tree.tag(id).is_block();
    let has_attribute = || is_inline && TIME_ATTRIBUTES.iter().any(|name| tree.attr(id, name).is_some_and(has_digit));
    let is_named = tree.tag(id) == Tag::TIME
        || prop.is_some_and(|prop| matches!(prop, "datePublished" | "dateCreated" | "uploadDate"))
        || meaning.is_time
        || has_attribute();
    if is_named && names::OTHER_TIME.are_in_class(tree, id) {
        return false;
    }
    let is_dated_title = || tree.attr(id, "title").is_some_and(|title| title.len() <= TIME_BYTES && looks_dated(title));
    if tree.tag(id) == Tag::META {
        return is_named && tree.attr(id, "content").is_some_and(has_digit);
    }
    let is_short = || short_text(tree, id, TIME_BYTES).is_some_and(|text| !text.is_empty());
    let says_time = || short_text(tree, id, TIME_BYTES).is_some_and(|text| has_digit(&text) || has_attribute());
    is_named && (says_time() || is_dated_title()) || is_dated_title() && is_short() || is_dated_line(tree, id)
}

/// Returns `true` if the own text of an element is short and is a date with a year, or a date with
/// a time of day.
fn is_dated_line(tree: &Tree, id: NodeId) -> bool {
    const LINE_BYTES: usize = 60;
    /// Maximum number of levels around a line that may show that it is the time of joining, as a
    /// detail or beside a name.
    const LEVELS: usize = 3;
    let around = std::iter::once(id).chain(tree.ancestors(id)).take(LEVELS);
    let own = tree.children(id).filter(|&child| !tree.is_blank_text(child));
    // A quoted line is not a head.
    let is_text = |child: NodeId| {
        let text = tree.text(child);
        tree.tag(child) == Tag::TEXT && text.len() <= LINE_BYTES && !text.trim_start().starts_with('>')
    };
    let is_dated = own.take(4).any(|child| is_text(child) && looks_dated(tree.text(child)));
    let is_other = |id: NodeId| tree.tag(id) == Tag::DD || names::OTHER_TIME.are_in_class(tree, id);
    is_dated && !around.into_iter().any(is_other)
}

/// Returns `true` if a text looks like a date: it has a year or a time of day among other numbers, and few words.
pub(super) fn looks_dated(text: &str) -> bool {
    const WORDS: usize = 10;
    let text = text.trim();
    if !has_digit(text) {
        return false;
    }
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> = token_ranges(text).filter_map(|range| text.get(range)).collect();
    let numbers = words.iter().filter(|word| is_number(word)).count();
    let has_year = words.iter().any(|word| {
        word.len() >= 4 && word.get(..4).is_some_and(|year| is_number(year) && ("1990".."2100").contains(&year))
    });
    let has_clock = text.split_once(':').is_some_and(|(before, after)| {
        before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
    });
    // A title may begin with a year, so a third of the words must be numbers.
    3 * numbers >= words.len()
        && words.len() <= WORDS
        && (has_year && numbers >= 2 && words.len() >= 3 || has_clock && numbers >= 2 && words.len() >= 3)
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_numeric())
}

/// Returns `true` if a text can be a name: a few words with a letter.
pub(super) fn is_name(text: &str) -> bool {
    const WORDS: usize = 6;
    let text = text.trim();
    !text.is_empty()
        && text.len() <= NAME_BYTES
        && text.contains(char::is_alphabetic)
        && text.split_whitespace().count() <= WORDS
        && !text.contains("://")
        && !text.contains(['<', '>'])
        && !text.ends_with(['?', '!'])
        && !is_label(text)
}

/// Returns `true` if a text is the label of an advertisement or of a button, or a count: `65 posts`.
fn is_label(text: &str) -> bool {
    static LABELS: LazyLock<HashSet<String>> =
        LazyLock::new(|| ["label-promotion", "label-control"].into_iter().flat_map(words::list).map(fold).collect());
    let folded = fold(text);
    is_post_label(text) || LABELS.contains(&folded) || folded.split(' ').all(|word| LABELS.contains(word))
}

/// Returns the text of an element that names an author, if it is short. The initial letter in place
/// of a picture and the words beside the name are left out.
pub(super) fn name_text(tree: &Tree, id: NodeId) -> Option<String> {
    let text = short_text_without(tree, id, NAME_BYTES, |inner| {
        inner != id && names::NOT_AUTHOR.are_in_class(tree, inner) && !names::AUTHOR.are_in_class(tree, inner)
    })?;
    Some(without_markup(&text).to_owned())
}

/// Returns the text under an element with single spaces, if the text has at most `limit` bytes.
pub(super) fn short_text(tree: &Tree, id: NodeId, limit: usize) -> Option<String> {
    short_text_without(tree, id, limit, |_| false)
}

/// Returns the short text of an element without the text of the elements for which `is_left_out`
/// returns `true`.
fn short_text_without(tree: &Tree, id: NodeId, limit: usize, is_left_out: impl Fn(NodeId) -> bool) -> Option<String> {
    /// Maximum number of steps through an element. A larger element is neither a name nor a time.
    const STEPS: usize = 64;
    let mut text = String::new();
    let mut walk = tree.walk(id);
    let mut count = 0;
    while let Some(step) = walk.next() {
        count += 1;
        if count > STEPS {
            return None;
        }
        let Step::Enter(node) = step else { continue };
        let tag = tree.tag(node);
        if tag != Tag::TEXT && is_left_out(node) {
            walk.skip_children(node);
            continue;
        }
        if (tag == Tag::BR || tag.is_block()) && !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        if tree.tag(node) == Tag::TEXT && !tree.parent(node).is_some_and(|parent| tree.is_unread(parent)) {
            let piece = tree.text(node);
            if piece.trim().len() + text.len() > limit {
                return None;
            }
            for (at, word) in piece.split_whitespace().enumerate() {
                if !text.is_empty() && (at > 0 || piece.starts_with(char::is_whitespace) || text.ends_with(' ')) {
                    text.truncate(text.trim_end().len());
                    text.push(' ');
                }
                text.push_str(word);
            }
            if piece.ends_with(char::is_whitespace) && !text.is_empty() {
                text.push(' ');
            }
        }
    }
    Some(text.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_people_are_told_from_others() {
        for href in
            ["/user/an", "https://a.example/u/an", "/@an", "member.php?u=12", "/profile/12-an/", "user?id=an", "/~an"]
        {
            assert!(leads_to_profile(href), "{href}");
        }
        for href in [
            "/@",
            "/~",
            "/posts/12",
            "/@an/12345/likes/2",
            "/u",
            "showthread.php?t=12",
            "/users/an/posts/2/edit",
            "#user",
        ] {
            assert!(!leads_to_profile(href), "{href}");
        }
    }

    #[test]
    fn dates_are_told_from_other_numbers() {
        for text in ["12 May 2024", "2024-05-12 10:00", "Today at 10:20 AM 12", "12/05/2024, 10:00", "lúc 10:20 ngày 3"]
        {
            assert!(looks_dated(text), "{text}");
        }
        for text in [
            "2024 12",
            "10:20",
            "Posts: 2024",
            "12 replies",
            "3:2",
            "2025-26 season: the league is back at last!",
            "In 2024 we went to the sea with all of our children and dogs",
        ] {
            assert!(!looks_dated(text), "{text}");
        }
    }

    #[test]
    fn a_name_is_short_and_has_letters() {
        assert!(is_name("Marla Quint") && is_name("bác Hòa") && is_name("王小明"));
        for text in ["", "12", "https://a.example", "Who is there?", "<b>An", &"a".repeat(NAME_BYTES + 1)] {
            assert!(!is_name(text), "{text}");
        }
    }
}
