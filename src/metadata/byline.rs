//! Who wrote the article.
//!
//! Metadata comes first, then the page's own lines near the headline: the first source that names a person wins. The
//! danger is other people's names: commenters, authors of related articles, persons in the text.

use super::area::Area;
use super::hints;
use super::names::{is_capitalized, is_clear_prefix, is_label, is_signed, names, shown_names, strip_prefix};
use super::source::{Source, Stated};
use super::text::{fold, tidy_line};
use super::title::SiteNames;
use crate::measure::ends_sentence;
use crate::options::{MAX_AUTHORS, MAX_NAME_CHARS};
use crate::tree::{NodeId, Step, Tag, Tree};

/// Elements read for names at most, of each kind of place: past these the page has a list of persons, no byline.
const MAX_CANDIDATES: usize = 100;

/// Longest line with a name and what its bearer is, in characters.
const MAX_LINE_CHARS: usize = 120;

/// Nodes in a byline at most, entered and left.
const MAX_BYLINE_STEPS: usize = 120;

/// Characters of source in a byline at most, in bytes; most of them are the template's white space.
const MAX_BYLINE_BYTES: usize = 4 * 1024;

/// The authors. `stated` are the values of metadata, by source, the most trusted source first; then come the page's own
/// lines, then `last`. A value that is the site's name comes only where there is no other; `accounts`: names of accounts
/// are as good as those of persons, as in a forum.
pub(super) fn choose(
    tree: &Tree,
    area: &Area,
    stated: impl Iterator<Item = Stated<Vec<String>>>,
    last: impl Iterator<Item = Stated<Vec<String>>>,
    site: &SiteNames,
    accounts: bool,
    language: &str,
) -> Option<Stated<Vec<String>>> {
    let read = |(values, source): Stated<Vec<String>>| {
        (values.iter().flat_map(|value| names(value, language)).collect::<Vec<_>>(), source)
    };
    // Sources of the page are read only where metadata names no one.
    let shown = std::iter::once_with(|| shown(tree, area, language));
    let (mut account, mut site_itself) = (None, None);
    for (found, source) in stated.map(read).chain(shown).chain(last.map(read)) {
        let (sites, persons): (Vec<String>, Vec<String>) =
            unique(found).into_iter().partition(|name| site.is_name(name));
        if persons.is_empty() {
            site_itself = site_itself.or(sites.into_iter().next().map(|name| (vec![name], source)));
        } else if accounts || !persons.iter().all(|name| is_account(name)) {
            return Some((persons, source));
        } else if account.is_none() {
            account = Some((persons, source));
        }
    }
    account.or(site_itself)
}

/// Whether a name is one word of Latin script, as those of accounts are: a person shown with a full name is believed
/// before it.
fn is_account(name: &str) -> bool {
    name.is_ascii() && !name.contains(' ')
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

/// The names that the page shows, by how surely a place holds the author: microdata and `rel=author`; class names and
/// links to an author's page; a line that begins with a word like "by", or farther off with "written by"; a signature below
/// the text; the account of a forum's first post.
fn shown(tree: &Tree, area: &Area, language: &str) -> Stated<Vec<String>> {
    let near = || area.near.iter().copied();
    let all = || near().chain(area.rest.iter().copied());
    let marked = |id: &NodeId| has_word(tree, *id, "itemprop", "author") || has_word(tree, *id, "rel", "author");
    let hinted = |id: &NodeId| hints::is_author(&hints::words(tree, *id)) || links_to_author(tree, *id);
    let spoken = |id: &NodeId| is_spoken(tree, *id, |text| strip_prefix(text, language).is_some() || is_signed(text));
    let clearly_spoken = |id: &NodeId| is_spoken(tree, *id, is_clear_prefix);
    let posted = |id: &NodeId| hints::is_poster(&hints::words(tree, *id));
    let signed = |id: &NodeId| is_signature(tree, *id);
    let read = |id| read(tree, id, language);
    // Words that begin a byline begin sentences too ("By the river").
    let read_strictly = |id| strictly(read(id));
    let read_spoken = |id| match read_strictly(id) {
        // What the author is follows the name.
        none if none.is_empty() => {
            let (_, line) = parts_and_whole(tree, id).unwrap_or_default();
            let mut names = strictly(shown_names(line.split(',').next().unwrap_or_default(), language));
            names.retain(|name| name.contains(' ') || is_clear_prefix(&line));
            names
        }
        names => names,
    };
    let read_labelled = |id| {
        let mut names = labelled(tree, id).map(|after| strictly(read(after))).unwrap_or_default();
        names.retain(|name| name.contains(' ') || !name.is_ascii());
        names
    };
    let marked_as = Source::Microdata("author");
    let tiers: [(Source, &dyn Fn() -> Vec<String>); 8] = [
        (marked_as, &|| near().filter(marked).take(MAX_CANDIDATES).flat_map(read).collect()),
        (marked_as, &|| first(all().filter(marked).map(read))),
        (Source::Shown, &|| first(all().filter(hinted).map(read))),
        (Source::Shown, &|| first(near().filter(spoken).map(read_spoken))),
        (Source::Shown, &|| first(all().filter(|&id| labelled(tree, id).is_some()).map(read_labelled))),
        (Source::Shown, &|| first(area.rest.iter().copied().filter(clearly_spoken).map(read_spoken))),
        (Source::Shown, &|| first(all().filter(signed).map(read_strictly))),
        (Source::Shown, &|| first(near().filter(posted).map(read))),
    ];
    let found = tiers.iter().map(|(source, tier)| (tier(), *source)).find(|(names, _)| !names.is_empty());
    found.unwrap_or((Vec::new(), Source::Shown))
}

fn strictly(mut names: Vec<String>) -> Vec<String> {
    names.retain(|name| is_capitalized(name));
    names
}

/// What follows an element that is nothing but a label of the author: `<h3>Author</h3><p>Ana Ruiz</p>`.
fn labelled(tree: &Tree, id: NodeId) -> Option<NodeId> {
    let label =
        tree.first_child(id).filter(|&text| tree.tag(text) == Tag::TEXT && tree.next_sibling(text).is_none())?;
    let label = tree.text(label).trim();
    if label.len() > MAX_NAME_CHARS || !is_label(label) {
        return None;
    }
    std::iter::successors(tree.next_sibling(id), |&next| tree.next_sibling(next))
        .take(MAX_BYLINE_STEPS)
        .find(|&next| tree.tag(next) != Tag::TEXT || !tree.text(next).trim().is_empty())
}

/// The first names found, among the first candidates.
fn first(candidates: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    candidates.take(MAX_CANDIDATES).find(|names| !names.is_empty()).unwrap_or_default()
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

/// A short line that begins with a word that only bylines begin with; a date may stand before it.
fn is_spoken(tree: &Tree, id: NodeId, speaks: impl Fn(&str) -> bool) -> bool {
    let blank = |child: &NodeId| tree.tag(*child) == Tag::TEXT && tree.text(*child).trim().is_empty();
    let first = match tree.children(id).find(|child| !blank(child) && tree.tag(*child) != Tag::TIME) {
        // Only the element whose own text or first part begins the line: its holders begin with it too.
        Some(first) if tree.tag(first) == Tag::TEXT => tree.text(first),
        Some(first) => tree.first_child(first).map(|text| tree.text(text)).unwrap_or_default(),
        None => return false,
    };
    tidy_line(std::iter::once(first), MAX_LINE_CHARS)
        .is_some_and(|line| !ends_sentence(&line) && speaks(&format!("{line} ")))
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
    if let Some(content) = tree.attr(id, "content") {
        return names(content, language);
    }
    let Some((parts, whole)) = parts_and_whole(tree, id) else { return Vec::new() };
    let found: Vec<String> = parts.iter().flat_map(|part| shown_names(part, language)).collect();
    if found.is_empty() { shown_names(&whole, language) } else { found }
}

/// The texts of an element's parts that are marked or linked, and its whole text with bars where lines end. `None` for what
/// is too large for a byline.
fn parts_and_whole(tree: &Tree, id: NodeId) -> Option<(Vec<String>, String)> {
    let mut whole = String::new();
    let mut parts: Vec<String> = Vec::new();
    let mut open = None;
    let mut walk = tree.walk(id);
    let mut steps = 0;
    while let Some(step) = walk.next() {
        steps += 1;
        let node = match step {
            Step::Enter(node) => node,
            Step::Leave(node) => {
                if matches!(tree.tag(node), Tag::DIV | Tag::P | Tag::LI) {
                    whole.push('|');
                }
                open = open.filter(|&part| part != node);
                continue;
            }
        };
        let text = tree.text(node);
        // A byline is small: what is larger is a part of the page.
        if steps > MAX_BYLINE_STEPS || whole.len() + text.len() > MAX_BYLINE_BYTES {
            return None;
        }
        whole.push_str(text);
        if let (Some(_), Some(part)) = (open, parts.last_mut()) {
            part.push_str(text);
        }
        match tree.tag(node) {
            Tag::TIME | Tag::SCRIPT | Tag::STYLE | Tag::BUTTON | Tag::SVG | Tag::FIGURE => walk.skip_children(node),
            Tag::BR | Tag::DIV | Tag::P | Tag::LI => whole.push('|'),
            _ if open.is_none() && node != id && is_part(tree, node) => {
                open = Some(node);
                parts.push(String::new());
            }
            _ => {}
        }
    }
    Some((parts, whole))
}

/// Whether an element inside a byline is one of its names.
fn is_part(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id) == Tag::A || has_word(tree, id, "itemprop", "name") || has_word(tree, id, "rel", "author")
}
