//! Footnotes: which links are references, and which part of the page each leads to.
//!
//! No two sites write notes alike, so nothing is asked of the markup but what makes a note one: a link whose text is a
//! mark (`3`, `[b]`, `*`), to a place further down that is no heading or figure, and a sign that it is meant as a note:
//! a link back, a name, or a raised mark. Sidenotes stand beside their place without a link.
//!
//! Danger: a link in a table of contents or to an equation looks like a reference too. Where the signs are weak, nothing
//! is a note, and the text stays where it is.

mod extent;
mod loose;

use super::class_words;
use crate::maps::{HashMap, HashMapExt, HashSet};
use crate::select::Selection;
use crate::tree::{NodeId, Step, Tag, Tree};

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    /// The elements that are references, with the number of their note.
    references: HashMap<NodeId, usize>,
    /// The elements with which a note begins.
    starts: HashMap<NodeId, Start>,
    /// Names of the places that references stand at.
    places: HashSet<&'a str>,
    /// Sidenotes that repeat a note.
    repeated: HashSet<NodeId>,
}

/// Where a note begins.
#[derive(Debug, Clone)]
pub(super) struct Start {
    /// The note's number, from 0.
    pub(super) index: usize,
    /// The element with whose end, at the latest, it ends.
    pub(super) until: NodeId,
    /// Its mark; empty for a sidenote that has none.
    pub(super) label: String,
    /// Whether it stands in the midst of a sentence.
    pub(super) is_inline: bool,
}

impl Notes<'_> {
    /// The number of the note that an element refers to.
    pub(super) fn referred(&self, id: NodeId) -> Option<usize> {
        self.references.get(&id).copied()
    }

    /// Whether an element says again what a note says.
    pub(super) fn repeats(&self, id: NodeId) -> bool {
        self.repeated.contains(&id)
    }

    /// The note that begins with an element.
    pub(super) fn start(&self, id: NodeId) -> Option<&Start> {
        self.starts.get(&id)
    }

    /// Whether an element inside a note is the way back to its reference.
    pub(super) fn leads_back(&self, tree: &Tree, id: NodeId) -> bool {
        fragment(tree, id).is_some_and(|fragment| self.places.contains(fragment) || fragment.starts_with("_ftnref"))
            || class_words(tree, id).any(|word| {
                let word = word.to_ascii_lowercase();
                word.contains("backlink") || word.contains("backref") || word.contains("footnote-back")
            })
    }
}

/// A note that is referred to.
struct Found {
    place: NodeId,
    label: String,
    /// The first link to it, or the sidenote itself.
    reference: NodeId,
}

/// What may be a reference.
struct Candidate<'a> {
    link: NodeId,
    fragment: &'a str,
    target: NodeId,
}

/// Finds the notes that kept text refers to.
pub(super) fn find<'a>(tree: &'a Tree, selection: &Selection) -> Notes<'a> {
    let (candidates, asides, back) = collect(tree);
    let mut notes = Notes::default();
    let mut found: Vec<Found> = Vec::new();
    let mut numbers: HashMap<NodeId, usize> = HashMap::new();
    let mut asides = asides.into_iter().filter(|&aside| is_kept(tree, selection, aside)).peekable();
    let mut sidenotes = Vec::new();
    for candidate in candidates {
        while let Some(&aside) = asides.peek().filter(|aside| aside.index() < candidate.link.index()) {
            sidenotes.push((aside, found.len()));
            found.push(Found { place: aside, label: String::new(), reference: aside });
            asides.next();
        }
        let Some((element, label)) = reference(tree, &candidate, &back) else { continue };
        if let Some(aside) = next_element(tree, element).filter(|aside| asides.peek() == Some(aside)) {
            notes.repeated.insert(aside);
            asides.next();
        }
        // The block that a sign stands in has no such words of its own.
        let kept = if tree.is_permalink(candidate.link) { tree.parent(element).unwrap_or(element) } else { element };
        if !is_kept(tree, selection, kept) {
            continue;
        }
        let number = *numbers.entry(candidate.target).or_insert_with(|| {
            found.push(Found { place: candidate.target, label, reference: candidate.link });
            found.len() - 1
        });
        notes.references.insert(element, number);
        notes.places.extend(names_around(tree, candidate.link));
    }
    for aside in asides {
        sidenotes.push((aside, found.len()));
        found.push(Found { place: aside, label: String::new(), reference: aside });
    }
    if found.is_empty() {
        for note in loose::find(tree, selection) {
            notes.references.extend(note.references.iter().map(|&reference| (reference, found.len())));
            found.push(note.found);
        }
    }
    notes.starts = extent::starts(tree, selection, &found, &sidenotes);
    // Those whose note could not be told apart from the text stay links, and numbers have no gaps.
    let mut used: Vec<usize> = notes.starts.values().map(|start| start.index).collect();
    used.sort_unstable();
    used.dedup();
    let renumbered = |index: usize| used.binary_search(&index).ok();
    notes.references = notes.references.iter().filter_map(|(&id, &index)| Some((id, renumbered(index)?))).collect();
    for start in notes.starts.values_mut() {
        start.index = renumbered(start.index).unwrap_or_default();
    }
    notes
}

fn next_element(tree: &Tree, id: NodeId) -> Option<NodeId> {
    std::iter::successors(tree.next_sibling(id), |&next| tree.next_sibling(next))
        .find(|&next| tree.tag(next) != Tag::TEXT || !tree.text(next).trim().is_empty())
}

type Back<'a> = HashMap<&'a str, NodeId>;

/// All links further down the page, sidenotes, and the last link up to each name.
fn collect(tree: &Tree) -> (Vec<Candidate<'_>>, Vec<NodeId>, Back<'_>) {
    let mut places: HashMap<&str, NodeId> = HashMap::new();
    // Microsoft Word names no places: `#_ftn1` leads to the link to `#_ftnref1`, and back.
    let mut word_places: HashMap<&str, NodeId> = HashMap::new();
    let mut links = Vec::new();
    let mut asides = Vec::new();
    let mut inside_aside = None;
    for step in tree.walk(tree.body()) {
        let id = match step {
            Step::Enter(id) => id,
            Step::Leave(id) => {
                inside_aside = inside_aside.filter(|&aside| aside != id);
                continue;
            }
        };
        let name = if tree.tag(id) == Tag::A { tree.attr(id, "name") } else { None };
        for name in [tree.attr(id, "id"), name].into_iter().flatten().filter(|name| !name.is_empty()) {
            places.entry(name).or_insert(id);
        }
        if let Some(fragment) = fragment(tree, id) {
            links.push((id, fragment));
            if let Some(number) = fragment.strip_prefix("_ftnref") {
                word_places.entry(number).or_insert(id);
            }
        } else if inside_aside.is_none() && is_sidenote(tree, id) {
            inside_aside = Some(id);
            asides.push(id);
        }
    }
    let mut back = HashMap::new();
    let mut candidates = Vec::new();
    for (link, fragment) in links {
        let by_word = || word_places.get(fragment.strip_prefix("_ftn")?);
        match places.get(fragment).or_else(by_word) {
            Some(&target) if target.index() > link.index() => candidates.push(Candidate { link, fragment, target }),
            Some(_) => {
                back.insert(fragment, link);
            }
            None => {}
        }
    }
    (candidates, asides, back)
}

/// The name that a link leads to in its own page. Saved pages give their whole address before it, so for names that
/// can only be notes that is allowed.
fn fragment(tree: &Tree, id: NodeId) -> Option<&str> {
    let href = if tree.tag(id) == Tag::A { tree.attr(id, "href")?.trim() } else { return None };
    let (before, fragment) = href.split_once('#')?;
    if is_shown_by_script(tree, id) {
        return described_by(tree, id);
    }
    (!fragment.is_empty() && (before.is_empty() || names_note(fragment))).then_some(fragment)
}

/// Whether a link has no place to lead to.
fn is_shown_by_script(tree: &Tree, link: NodeId) -> bool {
    tree.attr(link, "href").is_some_and(|href| href.trim() == "#")
}

/// The name of the note that a script shows at a link, by an attribute of the link or of the element around it.
fn described_by(tree: &Tree, link: NodeId) -> Option<&str> {
    const NAMES: &[&str] = &["data-definition", "data-footnote", "aria-describedby"];
    let names = |id: NodeId| NAMES.iter().find_map(|name| tree.attr(id, name));
    let name = names(link).or_else(|| names(tree.parent(link)?))?.trim_start_matches('#');
    (!name.is_empty()).then_some(name)
}

/// Elements of which a sidenote is made; larger ones hold more than one. Tufte CSS puts the box that unfolds one on a
/// small screen right before it.
fn is_sidenote(tree: &Tree, id: NodeId) -> bool {
    if !matches!(tree.tag(id), Tag::SPAN | Tag::SMALL | Tag::ASIDE) {
        return false;
    }
    let is_named = class_words(tree, id).any(|word| {
        matches!(
            word.to_ascii_lowercase().as_str(),
            "sidenote" | "marginnote" | "inline-footnote" | "footnote-inline" | "inline-footnote-content"
        )
    });
    let unfolds = || {
        std::iter::successors(tree.previous_sibling(id), |&before| tree.previous_sibling(before))
            .find(|&before| tree.tag(before) != Tag::TEXT)
            .is_some_and(|before| {
                tree.tag(before) == Tag::INPUT && class_words(tree, before).any(|word| word == "margin-toggle")
            })
    };
    is_named || unfolds()
}

/// Whether an element is the sign on which a sidenote unfolds, `⊕` in Tufte CSS, or its number.
pub(super) fn is_unfolding_sign(tree: &Tree, id: NodeId) -> bool {
    if !matches!(tree.tag(id), Tag::LABEL | Tag::SUP) {
        return false;
    }
    let unfolds = || {
        let is_box = |id: NodeId| tree.tag(id) == Tag::INPUT;
        let next =
            next_element(tree, id).and_then(|next| if is_box(next) { next_element(tree, next) } else { Some(next) });
        label(tree, id).is_some() && next.is_some_and(|next| is_sidenote(tree, next))
    };
    class_words(tree, id).any(|word| word == "margin-toggle") || unfolds()
}

fn is_kept(tree: &Tree, selection: &Selection, id: NodeId) -> bool {
    tree.descendants(id, Tag::TEXT).any(|leaf| selection.role(leaf).is_some())
}

/// The element that is the reference, with its brackets and raised, and its label; `None` if the link is none.
fn reference<'a>(tree: &'a Tree, candidate: &Candidate<'a>, back: &Back) -> Option<(NodeId, String)> {
    let label = label(tree, candidate.link)?;
    let (mut element, mut is_raised) = (candidate.link, false);
    for around in tree.ancestors(candidate.link).take(3) {
        if !is_inline(tree.tag(around)) || label_of(tree, around).is_none_or(|other| other != label) {
            break;
        }
        element = around;
    }
    for id in std::iter::once(candidate.link).chain(tree.ancestors(candidate.link).take(2)) {
        is_raised |= tree.tag(id) == Tag::SUP;
    }
    is_raised |= tree.descendants(candidate.link, Tag::SUP).next().is_some();
    let is_linked_back = names_around(tree, candidate.link)
        .iter()
        .any(|name| back.get(name).is_some_and(|&link| link.index() > candidate.link.index()));
    let is_named = names_note(candidate.fragment)
        || says_note(tree, candidate.link)
        || says_note(tree, element)
        || says_note(tree, candidate.target);
    if is_other_thing(tree, candidate) {
        return None;
    }
    let is_letter = label.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_bracketed = tree.text_content(candidate.link).trim().starts_with('[');
    let is_sign = label.starts_with(|c: char| !c.is_ascii_alphanumeric());
    let begins_with_it = is_sign
        && extent::block(tree, candidate.target, candidate.link).is_some_and(|block| begins_with(tree, block, &label));
    let signs = usize::from(begins_with_it)
        + usize::from(is_bracketed)
        + usize::from(is_raised)
        + usize::from(is_linked_back)
        + usize::from(is_named)
        + usize::from(is_shown_by_script(tree, candidate.link));
    (signs >= if is_letter { 2 } else { 1 }).then_some((element, label))
}

/// Longest text that can be a mark, in characters.
const MAX_LABEL_CHARS: usize = 12;

/// The mark that an element shows, without brackets: up to four digits, a letter or two, a Roman number, or signs.
fn label(tree: &Tree, id: NodeId) -> Option<String> {
    let label = label_of(tree, id)?;
    let is_number = label.len() <= 4 && label.bytes().all(|b| b.is_ascii_digit());
    let is_letter = label.len() <= 2 && label.bytes().all(|b| b.is_ascii_lowercase());
    let is_roman = label.len() <= 6 && label.bytes().all(|b| b"ivxlc".contains(&b));
    let is_sign = label.chars().count() <= 3 && label.chars().all(|c| "*†‡§¶#⁂∗✱".contains(c));
    (!label.is_empty() && (is_number || is_letter || is_roman || is_sign)).then_some(label)
}

/// The short text of an element without brackets and white space; `None` for a longer one.
fn label_of(tree: &Tree, id: NodeId) -> Option<String> {
    /// Steps through an element that are made for its mark.
    const MAX_STEPS: usize = 64;
    let mut text = String::new();
    for (number, step) in tree.walk(id).enumerate() {
        if let Step::Enter(leaf) = step {
            text.push_str(tree.text(leaf).trim());
        }
        if number > MAX_STEPS || text.len() > 4 * MAX_LABEL_CHARS {
            return None;
        }
    }
    let text = text.trim_start_matches("Note").trim_start_matches("note");
    Some(bare(text).to_owned()).filter(|text| text.chars().count() <= MAX_LABEL_CHARS)
}

/// A mark without what stands around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "[](){}.:^,".contains(c))
}

/// The text of a note after its mark, if it begins with one: `[3] `, `3. `, `* `.
pub(super) fn after_label<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || "[(^".contains(c));
    let rest = start.strip_prefix(label)?;
    if label.is_empty() {
        return None;
    }
    let after = rest.trim_start_matches(['.', ':', ')', ']', ',']);
    let is_apart = after.is_empty() || after.len() < rest.len() || rest.starts_with(char::is_whitespace);
    // `2.5` begins no note.
    let is_number = rest.starts_with('.') && after.starts_with(|c: char| c.is_ascii_digit());
    (is_apart && !is_number).then_some(after.trim_start())
}

/// Whether a text at the start of a note is only what stands around its mark.
pub(super) fn is_around_label(text: &str) -> bool {
    bare(text).is_empty()
}

fn names_note(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["fn", "note", "cite", "ftn", "bib", "ref-"].iter().any(|part| name.contains(part)) || name.starts_with("ref")
}

/// Whether an element's class, role or relation says that it has to do with notes.
fn says_note(tree: &Tree, id: NodeId) -> bool {
    ["class", "role", "rel", "epub:type", "data-type"].into_iter().filter_map(|name| tree.attr(id, name)).any(|value| {
        let value = value.to_ascii_lowercase();
        value.contains("footnote")
            || value.contains("noteref")
            || value.contains("endnote")
            || value.contains("reference")
    })
}

/// Links to equations, figures, sections and comments carry numbers too.
fn is_other_thing(tree: &Tree, candidate: &Candidate) -> bool {
    let name = candidate.fragment.to_ascii_lowercase();
    let is_named_so =
        ["eq", "fig", "tab", "sec", "chap", "page", "comment", "line"].iter().any(|start| name.starts_with(start))
            && !names_note(&name);
    let tag = tree.tag(candidate.target);
    is_named_so
        || tree.namespace(candidate.target) != crate::tree::Namespace::Html
        || matches!(
            tag,
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 | Tag::TABLE | Tag::FIGURE | Tag::IMG
        )
        || matches!(tag, Tag::ARTICLE | Tag::MAIN | Tag::OL | Tag::UL | Tag::DL | Tag::FORM | Tag::NAV)
}

/// The names of the places by which a link back finds a reference: its own, and those right around and in it.
fn names_around(tree: &Tree, link: NodeId) -> Vec<&str> {
    let inside = tree.children(link).take(2);
    let beside = tree.previous_sibling(link).into_iter();
    let around = tree.ancestors(link).take_while(|&id| is_inline(tree.tag(id))).take(3);
    let beside_around =
        tree.parent(link).filter(|&id| is_inline(tree.tag(id))).and_then(|id| tree.previous_sibling(id));
    std::iter::once(link)
        .chain(inside)
        .chain(beside)
        .chain(around)
        .chain(beside_around)
        .filter(|&id| tree.tag(id) != Tag::TEXT)
        .flat_map(|id| [tree.attr(id, "id"), tree.attr(id, "name")])
        .flatten()
        .collect()
}

fn is_inline(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::A
            | Tag::SPAN
            | Tag::SUP
            | Tag::SUB
            | Tag::STRONG
            | Tag::B
            | Tag::EM
            | Tag::I
            | Tag::SMALL
            | Tag::CITE
            | Tag::LABEL
            | Tag::FONT
            | Tag::U
            | Tag::CODE
            | Tag::BDI
            | Tag::INS
    )
}

/// Whether the first words of a block are a mark.
fn begins_with(tree: &Tree, block: NodeId, label: &str) -> bool {
    /// Text nodes among which the mark has to be.
    const MAX_LEAVES: usize = 8;
    let start: String = tree.descendants(block, Tag::TEXT).take(MAX_LEAVES).map(|leaf| tree.text(leaf)).collect();
    after_label(&start, label).is_some()
}
