//! Authors whose names have no markup: no label, no class, no link. Such a name stands beside the
//! article's date, near the headline.
//!
//! The danger: the site's section, a place and the name of a column stand there too. So a name
//! counts only under two conditions. The page has a picture with the name as its description, such
//! as a portrait, and the page never writes a word of the name in lower case.

use super::byline_zone::Area;
use super::credit::is_agency;
use super::date::{self, DateOrder};
use super::names::{is_house, is_role};
use super::text::tidy_line;
use super::title;
use crate::hash::HashSet;
use crate::text;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Maximum number of dates near the headline. A page with more of them is a list of other articles.
const MAX_DATES: usize = 6;

/// How many levels around a date are searched for the author.
const LEVELS: usize = 3;

/// Maximum number of elements that are read on each side of the date.
const MAX_BESIDE: usize = 3;

/// Longest line with a date or with names, in characters.
const MAX_LINE_CHARS: usize = 80;

/// Maximum number of steps into and out of the nodes of such a line.
const MAX_LINE_STEPS: usize = 60;

/// Returns the names beside the dates near the headline. Returns nothing if the dates have
/// different names, because these belong to a list of other articles. A name in the page's title is
/// left out, because the page is about that person.
pub(super) fn authors(tree: &Tree, area: &Area) -> Vec<String> {
    let dates: Vec<NodeId> = area.near.iter().copied().filter(|&id| is_date(tree, id)).take(MAX_DATES + 1).collect();
    if dates.len() > MAX_DATES {
        return Vec::new();
    }
    let mut found: Vec<Vec<String>> = dates.into_iter().flat_map(|date| beside(tree, date)).collect();
    found.retain(|names| names.iter().any(|name| has_portrait(tree, name)));
    found.dedup();
    let title = title::document_title(tree);
    let is_author =
        |names: &Vec<String>| !names.iter().any(|name| title.contains(name.as_str())) && !has_common_word(tree, names);
    match &found[..] {
        [names] if is_author(names) => names.clone(),
        _ => Vec::new(),
    }
}

/// Returns `true` if an element is a date and little else, and no element inside it is a date.
fn is_date(tree: &Tree, id: NodeId) -> bool {
    let says_date = |id: NodeId| {
        let line = pieces(tree, id).map(|pieces| pieces.join(" "));
        line.is_some_and(|line| date::parse(&line, DateOrder::DayFirst).is_some())
    };
    let is_element = |child: &NodeId| tree.tag(*child) != Tag::TEXT;
    tree.tag(id) == Tag::TIME || says_date(id) && !tree.children(id).filter(is_element).any(says_date)
}

/// Returns the names near a date, one list for each text that consists of names. Texts in the
/// nearest element around the date come first.
fn beside(tree: &Tree, date: NodeId) -> Vec<Vec<String>> {
    let holders = std::iter::once(date).chain(tree.ancestors(date)).take(LEVELS);
    let is_element = |id: &NodeId| tree.tag(*id) != Tag::TEXT;
    let near = holders.flat_map(|holder| {
        let before = tree.siblings_before(holder).filter(is_element).take(MAX_BESIDE);
        before.chain(tree.siblings_after(holder).filter(is_element).take(MAX_BESIDE)).collect::<Vec<_>>()
    });
    let is_text = |id: &NodeId| !matches!(tree.tag(*id), Tag::H1 | Tag::H2 | Tag::H3 | Tag::NAV | Tag::TIME);
    let texts = near.filter(is_text).filter_map(|id| pieces(tree, id)).flatten();
    texts.filter_map(|text| names(&text)).collect()
}

/// Returns the texts of an element if together they are one short line.
fn pieces(tree: &Tree, id: NodeId) -> Option<Vec<String>> {
    let mut pieces = Vec::new();
    let mut chars = 0;
    for (count, step) in tree.walk(id).enumerate() {
        let Step::Enter(node) = step else { continue };
        let piece = tidy_line(std::iter::once(tree.text(node)), MAX_LINE_CHARS)?;
        chars += piece.chars().count();
        if count > MAX_LINE_STEPS || chars > MAX_LINE_CHARS {
            return None;
        }
        if !piece.is_empty() && !matches!(tree.tag(tree.parent(node)?), Tag::SCRIPT | Tag::STYLE) {
            pieces.push(piece);
        }
    }
    Some(pieces)
}

/// Returns the names in a text if it consists of full names of persons and nothing else.
fn names(text: &str) -> Option<Vec<String>> {
    let names: Vec<String> = text.split(", ").map(str::to_owned).collect();
    let can_be = |name: &String| text::is_name(name) && !is_house(name) && !is_role(name) && !is_agency(name);
    names.iter().all(can_be).then_some(names)
}

/// Returns `true` if a picture is described by a name and hardly more: `Ana Ruiz`, `Photo of Ana Ruiz`.
fn has_portrait(tree: &Tree, name: &str) -> bool {
    const MORE_WORDS: usize = 2;
    let most = name.split(' ').count() + MORE_WORDS;
    tree.descendants(tree.body(), Tag::IMG)
        .filter_map(|image| tree.attr(image, "alt"))
        .any(|alt| alt.contains(name) && alt.split_whitespace().count() <= most)
}

/// Returns `true` if the page writes a word of one of the names in lower case.
fn has_common_word(tree: &Tree, names: &[String]) -> bool {
    let words: HashSet<String> = names.iter().flat_map(|name| name.split(' ')).map(str::to_lowercase).collect();
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        if matches!(tree.tag(id), Tag::SCRIPT | Tag::STYLE) {
            walk.skip_children(id);
            continue;
        }
        let mut said = tree.text(id).split(|c: char| !c.is_alphabetic() && c != '-' && c != '.');
        if said.any(|word| word.starts_with(char::is_lowercase) && words.contains(word)) {
            return true;
        }
    }
    false
}
