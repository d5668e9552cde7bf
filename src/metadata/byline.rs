//! Who wrote the article: names out of metadata values and out of the lines near the headline.
//!
//! Values are often something else: an address of a profile, a login name, the site itself, a sentence about the
//! author, a date after the name. What does not look like a name is dropped, because a wrong byline is worse than none.

use super::area::Area;
use super::hints;
use super::text::{fold, plain, tidy};
use super::title::SiteNames;
use crate::options::{MAX_AUTHORS, MAX_NAME_CHARS};
use crate::tree::{NodeId, Step, Tag, Tree};
use regex::Regex;
use std::sync::LazyLock;

/// What stands before a name in any language, in lower case; a space, colon, bar or slash follows.
const PREFIXES: &[&str] = &[
    "written by",
    "posted by",
    "published by",
    "reported by",
    "story by",
    "words by",
    "text by",
    "by",
    "author",
    "authors",
    "reporter",
    "ein artikel von",
    "ein beitrag von",
    "eine analyse von",
    "ein kommentar von",
    "ein gastbeitrag von",
    "ein interview von",
    "von",
    "autor",
    "autorin",
    "text",
    "écrit par",
    "publié par",
    "propos recueillis par",
    "par",
    "auteur",
    "escrito por",
    "publicado por",
    "por",
    "autora",
    "redactado por",
    "scritto da",
    "a cura di",
    "autore",
    "geschreven door",
    "door",
    "tekst",
    "bởi",
    "tác giả",
    "viết bởi",
    "người viết",
    "thực hiện",
    "bài và ảnh",
    "bài, ảnh",
    "bài",
    "文",
    "作者",
    "记者",
    "記者",
    "編輯",
    "编辑",
    "来源",
    "撰文",
    "執筆",
    "筆者",
    "取材",
    "بقلم",
    "كتب",
    "كتبت",
    "автор",
    "текст",
    "yazan",
    "penulis",
    "oleh",
    "od",
];

/// Such words that are also parts of names: "Theo Vo", "Di Matteo". Taken off only where the language is theirs.
const AMBIGUOUS_PREFIXES: &[(&str, &str)] =
    &[("vi", "theo"), ("vi", "nguồn"), ("it", "di"), ("sv", "av"), ("nb", "av"), ("da", "af"), ("pt", "de")];

/// Names of accounts and placeholders, folded.
const NO_NAMES: &[&str] = &[
    "admin",
    "administrator",
    "root",
    "webmaster",
    "editor",
    "editors",
    "author",
    "authors",
    "user",
    "guest",
    "unknown",
    "anonymous",
    "null",
    "undefined",
    "none",
    "n a",
    "na",
    "redaktion",
    "redacción",
    "redazione",
    "rédaction",
    "la rédaction",
    "ban biên tập",
    "bbt",
    "quản trị",
    "share",
    "follow",
    "home",
    "true",
    "false",
    "name",
    "by",
    "von",
    "tác giả",
    "by admin",
];

/// How labels of links begin that stand with an author, folded.
const NO_NAME_STARTS: &[&str] = &[
    "view ",
    "more ",
    "read ",
    "see ",
    "about ",
    "follow ",
    "all posts",
    "updated ",
    "published ",
    "posted ",
    "last ",
    "xem ",
    "theo dõi",
    "mehr ",
];

/// Most words of a name; with titles and two surnames they have seven.
const MAX_NAME_WORDS: usize = 8;

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[(<]?[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[.][A-Za-z]{2,}[)>]?").expect("a fixed pattern")
});

/// The byline: `stated` are the values of metadata, by source, the most trusted source first; then the page's own
/// lines; a value that is the site's name comes only where there is no other. Several names are joined by `, `.
pub(super) fn choose(
    tree: &Tree,
    area: &Area,
    stated: &[Vec<String>],
    site: &SiteNames,
    language: &str,
) -> Option<String> {
    let mut fallback = None;
    let stated = stated.iter().map(|values| values.iter().flat_map(|value| names(value, language)).collect());
    // Sources of the page are read only where metadata names no one.
    let shown = std::iter::once_with(|| shown(tree, area, language));
    for found in stated.chain(shown) {
        let found: Vec<String> = unique(found);
        let (sites, persons): (Vec<String>, Vec<String>) = found.into_iter().partition(|name| site.is_name(name));
        if !persons.is_empty() {
            return Some(persons.join(", "));
        }
        fallback = fallback.or(sites.into_iter().next());
    }
    fallback
}

fn unique(names: Vec<String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    let mut kept = names;
    kept.truncate(MAX_AUTHORS);
    kept.retain(|name| {
        let folded = fold(name);
        let new = !seen.contains(&folded);
        seen.push(folded);
        new
    });
    kept
}

/// The names in a value: without prefixes, addresses and what is no name. A value may hold several, between commas,
/// semicolons, bars or ampersands.
pub(super) fn names(value: &str, language: &str) -> Vec<String> {
    let value = plain(value);
    if value.len() > MAX_NAME_CHARS * MAX_AUTHORS {
        return Vec::new();
    }
    let value = EMAIL.replace_all(&value, " ");
    value.split(['|', ';', ',', '·', '•', '&', '\u{3001}', '，']).filter_map(|part| name(part, language)).collect()
}

/// The names in a line of the page: none where a part is a sentence. Several words that begin
/// in lower case are a label; one such word is a login name.
fn shown_names(line: &str, language: &str) -> Vec<String> {
    let sentence = |part: &str| part.split_whitespace().count() > MAX_NAME_WORDS;
    if line.split(['|', '·', '•']).any(sentence) {
        return Vec::new();
    }
    let mut found = names(line, language);
    found.retain(|name| !name.starts_with(char::is_lowercase) || !name.contains(' '));
    found
}

fn name(part: &str, language: &str) -> Option<String> {
    let mut rest = strip_marks(part);
    // "Text: von Anna Beispiel" has two.
    for _ in 0..3 {
        let Some(shorter) = strip_prefix(rest, language) else { break };
        rest = strip_marks(shorter);
    }
    let rest = strip_note(rest);
    is_name(rest).then(|| tidy(rest))
}

fn strip_marks(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, ':' | '：' | '/' | '／' | '-' | '–' | '—' | '[' | ']' | '"' | '>' | '»' | '*' | '@')
    })
}

/// The text before a note on the work done: `Hà Thu (tổng hợp)`. A capital begins a part of the name.
fn strip_note(text: &str) -> &str {
    match text.split_once(" (") {
        Some((name, note)) if note.starts_with(char::is_lowercase) => name.trim_end(),
        _ => text,
    }
}

/// The text after a prefix and its separator.
fn strip_prefix<'a>(text: &'a str, language: &str) -> Option<&'a str> {
    let ambiguous = AMBIGUOUS_PREFIXES.iter().filter(|(of, _)| *of == language).map(|(_, prefix)| prefix);
    PREFIXES.iter().chain(ambiguous).filter_map(|prefix| strip_word(text, prefix)).min_by_key(|rest| rest.len())
}

fn strip_word<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut chars = text.char_indices();
    for expected in prefix.chars() {
        let (_, c) = chars.next()?;
        if !c.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let rest = chars.as_str();
    rest.starts_with([' ', ':', '：', '/', '／', '|']).then_some(rest)
}

/// Whether a text can be a name: short, with letters, few words, no address, no sentence, no number.
fn is_name(text: &str) -> bool {
    let folded = fold(text);
    let words = text.split(' ').count();
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    (2..=MAX_NAME_CHARS).contains(&text.chars().count())
        && words <= MAX_NAME_WORDS
        && text.chars().any(char::is_alphabetic)
        && !text.contains("://")
        && !text.contains("www.")
        && !text.ends_with(['!', '?'])
        // Digits are in a login name, else they are a date's or a duration's.
        && !(digits && (words > 1 || text.starts_with(|c: char| c.is_ascii_digit())))
        // Unfilled templates: `{{author}}`, `page.extra.author`.
        && !(words == 1 && text.matches('.').count() > 1)
        && !text.contains(['{', '}', '[', ']', '=', '_', '…'])
        && !PREFIXES.contains(&text.to_lowercase().as_str())
        && !NO_NAME_STARTS.iter().any(|start| folded.starts_with(start))
        && !NO_NAMES.contains(&folded.as_str())
}

/// The names that the page shows, by how surely a place holds the author: microdata and `rel=author`; class names and
/// links to an author's page; a line that begins with a word like "by"; a signature below the text.
fn shown(tree: &Tree, area: &Area, language: &str) -> Vec<String> {
    let near = || area.near.iter().copied();
    let read_first = |ids: &mut dyn Iterator<Item = NodeId>| -> Vec<String> {
        ids.map(|id| read(tree, id, language)).find(|names| !names.is_empty()).unwrap_or_default()
    };
    let marked = |id: &NodeId| has_word(tree, *id, "itemprop", "author") || has_word(tree, *id, "rel", "author");
    let hinted = |id: &NodeId| hints::is_author(&hints::words(tree, *id)) || links_to_author(tree, *id);
    let spoken = |id: &NodeId| is_spoken(tree, *id, language);
    let signed = |id: &NodeId| is_signature(tree, *id);
    let all = || near().chain(area.rest.iter().copied());

    let several: Vec<String> = near().filter(marked).flat_map(|id| read(tree, id, language)).collect();
    if !several.is_empty() {
        return several;
    }
    let tiers: [&mut dyn Iterator<Item = NodeId>; 4] =
        [&mut all().filter(marked), &mut all().filter(hinted), &mut near().filter(spoken), &mut all().filter(signed)];
    tiers.into_iter().map(read_first).find(|names| !names.is_empty()).unwrap_or_default()
}

/// A link into the part of a site that presents its authors.
fn links_to_author(tree: &Tree, id: NodeId) -> bool {
    let is_author = |segment: &str| {
        matches!(
            segment,
            "author"
                | "authors"
                | "autor"
                | "autoren"
                | "auteur"
                | "autore"
                | "autores"
                | "contributor"
                | "contributors"
                | "tac-gia"
                | "writers"
                | "reporter"
        )
    };
    tree.tag(id) == Tag::A && tree.attr(id, "href").is_some_and(|href| href.split('/').any(is_author))
}

/// A short line that begins with a word that only bylines begin with.
fn is_spoken(tree: &Tree, id: NodeId, language: &str) -> bool {
    let text =
        match tree.children(id).find(|&child| !tree.text(child).trim().is_empty() || tree.tag(child) != Tag::TEXT) {
            // Only the element whose own text or first part begins the line: its holders begin with it too.
            Some(first) if tree.tag(first) == Tag::TEXT => tidy(tree.text(first)),
            Some(first) => tree.first_child(first).map(|text| tidy(tree.text(text))).unwrap_or_default(),
            None => return false,
        };
    let spoken = |text: &str| strip_prefix(&format!("{text} "), language).is_some();
    text.chars().count() <= MAX_NAME_CHARS && spoken(&text)
}

fn has_word(tree: &Tree, id: NodeId, attribute: &str, word: &str) -> bool {
    tree.attr(id, attribute).is_some_and(|value| value.split_ascii_whitespace().any(|w| w == word))
}

fn is_signature(tree: &Tree, id: NodeId) -> bool {
    let right = |style: &str| style.to_ascii_lowercase().replace(' ', "").contains("text-align:right");
    tree.tag(id) == Tag::P
        && (tree.attr(id, "style").is_some_and(right)
            || tree.attr(id, "align").is_some_and(|a| a.eq_ignore_ascii_case("right")))
}

/// The names in an element: those of its parts that are marked or linked, else its text.
fn read(tree: &Tree, id: NodeId, language: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut whole = String::new();
    if let Some(content) = tree.attr(id, "content") {
        return names(content, language);
    }
    let mut walk = tree.walk(id);
    let mut steps = 0;
    while let Some(step) = walk.next() {
        steps += 1;
        // A byline is small: what is larger is a part of the page.
        if steps > 120 || whole.len() > MAX_NAME_CHARS * 8 {
            return Vec::new();
        }
        let Step::Enter(node) = step else { continue };
        match tree.tag(node) {
            Tag::TEXT => {
                whole.push_str(tree.text(node));
            }
            Tag::TIME | Tag::SCRIPT | Tag::STYLE | Tag::BUTTON | Tag::SVG | Tag::FIGURE => walk.skip_children(node),
            Tag::BR | Tag::DIV | Tag::P | Tag::LI => whole.push('|'),
            _ => {}
        }
        if node != id
            && (has_word(tree, node, "itemprop", "name")
                || has_word(tree, node, "rel", "author")
                || tree.tag(node) == Tag::A)
        {
            parts.push(tree.text_content(node));
        }
    }
    let found: Vec<String> = parts.iter().flat_map(|part| shown_names(part, language)).collect();
    if found.is_empty() { shown_names(&whole, language) } else { found }
}
