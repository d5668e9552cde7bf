//! Footnotes: finds the links that are references, and the part of the page that each one leads to.
//!
//! Every site writes notes differently. So only the essentials count: a link whose text is a mark
//! (`3`, `[b]`, `*`), a target further down that is not a heading or figure, and a sign that a note
//! is meant: a link back, a name, or a raised mark. A sidenote is placed beside the text without a
//! link. A note that a script shows at its mark is also a sidenote. Its text is in an element or in
//! the `title` of the mark.
//!
//! Danger: a link in a table of contents or to an equation looks like a reference too. If the signs are weak, the text
//! is not a note and stays where it is.

mod bounds;
mod note;
mod unlinked;

pub(super) use note::{Start, after_label, is_around_label};

use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::selection::Selection;
use crate::text::word_count;
use crate::tree::{NodeId, Step, Tag, Tree};
use note::{FoundNote, label, label_of, says_note};

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes<'a> {
    /// The elements that are references, with the numbers of their notes.
    references: HashMap<NodeId, usize>,
    /// The elements that begin notes.
    starts: HashMap<NodeId, Start>,
    /// The names (`id`) of the references' own places, to which notes link back.
    places: HashSet<&'a str>,
    /// Sidenotes that repeat a note.
    repeated: HashSet<NodeId>,
}

impl Notes<'_> {
    /// Returns the number of the note that an element refers to.
    pub(super) fn referred(&self, id: NodeId) -> Option<usize> {
        self.references.get(&id).copied()
    }

    /// Returns `true` if an element repeats a note.
    pub(super) fn repeats(&self, id: NodeId) -> bool {
        self.repeated.contains(&id)
    }

    /// Returns the note that begins with an element.
    pub(super) fn start(&self, id: NodeId) -> Option<&Start> {
        self.starts.get(&id)
    }

    /// Returns `true` if an element inside a note is the link back to its reference.
    pub(super) fn leads_back(&self, tree: &Tree, id: NodeId) -> bool {
        fragment(tree, id).is_some_and(|fragment| self.places.contains(fragment) || fragment.starts_with("_ftnref"))
            || tree.class_words(id).any(|word| {
                let word = word.to_ascii_lowercase();
                word.contains("backlink") || word.contains("backref") || word.contains("footnote-back")
            })
    }
}

/// A possible reference.
struct ReferenceCandidate<'a> {
    link: NodeId,
    fragment: &'a str,
    target: NodeId,
}

/// Finds the notes that kept text refers to.
pub(super) fn find<'a>(tree: &'a Tree, selection: &Selection) -> Notes<'a> {
    let (candidates, asides, back) = collect(tree);
    let mut notes = Notes::default();
    let mut found: Vec<FoundNote> = Vec::new();
    let mut numbers: HashMap<NodeId, usize> = HashMap::new();
    let mut asides = asides.into_iter().filter(|&aside| selection.keeps_text_in(tree, aside)).peekable();
    let mut sidenotes = Vec::new();
    for candidate in candidates {
        while let Some(&aside) = asides.peek().filter(|aside| aside.index() < candidate.link.index()) {
            sidenotes.push((aside, found.len()));
            found.push(FoundNote { place: aside, label: String::new(), reference: aside });
            asides.next();
        }
        let Some((element, label)) = reference(tree, &candidate, &back) else { continue };
        if let Some(aside) = next_element(tree, element).filter(|aside| asides.peek() == Some(aside)) {
            // This element is the note itself and not a copy of it.
            if aside == candidate.target {
                continue;
            }
            notes.repeated.insert(aside);
            asides.next();
        }
        // The block of a permalink sign has no such words, so its parent is checked.
        let kept = if tree.is_permalink(candidate.link) { tree.parent(element).unwrap_or(element) } else { element };
        if !selection.keeps_text_in(tree, kept) {
            continue;
        }
        let number = *numbers.entry(candidate.target).or_insert_with(|| {
            found.push(FoundNote { place: candidate.target, label, reference: candidate.link });
            found.len() - 1
        });
        notes.references.insert(element, number);
        notes.places.extend(names_around(tree, candidate.link));
    }
    for aside in asides {
        sidenotes.push((aside, found.len()));
        found.push(FoundNote { place: aside, label: String::new(), reference: aside });
    }
    if found.is_empty() {
        for note in unlinked::find(tree, selection) {
            notes.references.extend(note.references.iter().map(|&reference| (reference, found.len())));
            found.push(note.found);
        }
    }
    notes.starts = bounds::starts(tree, selection, &found, &sidenotes);
    // A reference stays a link if its note could not be separated from the text. So the numbers of
    // the others are made consecutive.
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
    tree.siblings_after(id).find(|&next| !tree.is_blank_text(next))
}

type Back<'a> = HashMap<&'a str, NodeId>;

/// Returns all links that lead further down the page, the sidenotes, and for each name the last
/// link that leads up to it.
fn collect(tree: &Tree) -> (Vec<ReferenceCandidate<'_>>, Vec<NodeId>, Back<'_>) {
    let mut places: HashMap<&str, NodeId> = HashMap::new();
    // Microsoft Word does not name places. `#_ftn1` leads to the link to `#_ftnref1`, and the other way round.
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
            // A note may refer to a note above it. So a link up is a link back unless its role says that it is a
            // reference.
            Some(&target) if target.index() > link.index() || tree.attr(link, "role") == Some("doc-noteref") => {
                candidates.push(ReferenceCandidate { link, fragment, target })
            }
            Some(_) => {
                back.insert(fragment, link);
            }
            None => {}
        }
    }
    (candidates, asides, back)
}

/// Returns the name in the page that a link leads to. Saved pages put their whole address before
/// the name. Such an address is accepted only if the name can only be that of a note.
fn fragment(tree: &Tree, id: NodeId) -> Option<&str> {
    let href = if tree.tag(id) == Tag::A { tree.attr(id, "href")?.trim() } else { return None };
    let (before, fragment) = href.split_once('#')?;
    if is_shown_by_script(tree, id) {
        return described_by(tree, id);
    }
    (!fragment.is_empty() && (before.is_empty() || names_note(fragment))).then_some(fragment)
}

/// Returns `true` if a link has no target, because a script shows the note.
fn is_shown_by_script(tree: &Tree, link: NodeId) -> bool {
    tree.attr(link, "href").is_some_and(|href| href.trim() == "#")
}

/// Returns the name of the note that a script shows at a link. It is in an attribute of the link or
/// of the element around it.
fn described_by(tree: &Tree, link: NodeId) -> Option<&str> {
    const NAMES: &[&str] = &["data-definition", "data-footnote", "aria-describedby"];
    let names = |id: NodeId| NAMES.iter().find_map(|name| tree.attr(id, name));
    let name = names(link).or_else(|| names(tree.parent(link)?))?.trim_start_matches('#');
    (!name.is_empty()).then_some(name)
}

/// Returns `true` if an element is a sidenote. A larger element holds more than one. In Tufte CSS,
/// a checkbox right before a sidenote unfolds it on small screens.
fn is_sidenote(tree: &Tree, id: NodeId) -> bool {
    if titled(tree, id).is_some() {
        return true;
    }
    if !matches!(tree.tag(id), Tag::SPAN | Tag::SMALL | Tag::ASIDE) {
        return false;
    }
    let is_named = tree.class_words(id).any(|word| {
        matches!(
            word.to_ascii_lowercase().as_str(),
            "sidenote" | "marginnote" | "inline-footnote" | "footnote-inline" | "inline-footnote-content"
        )
    });
    let unfolds = || {
        tree.siblings_before(id).find(|&before| tree.tag(before) != Tag::TEXT).is_some_and(|before| {
            tree.tag(before) == Tag::INPUT && tree.class_words(before).any(|word| word == "margin-toggle")
        })
    };
    is_named || unfolds() || is_tooltip(tree, id)
}

/// Returns `true` if an element is a tooltip, which a script shows at the mark or at the words
/// right before it.
fn is_tooltip(tree: &Tree, id: NodeId) -> bool {
    let Some(before) = tree.siblings_before(id).find(|&before| !tree.is_blank_text(before)) else { return false };
    let is_of_mark = || {
        let around = [Some(before), tree.first_child(before)];
        let name = tree.attr(id, "id").filter(|name| !name.is_empty());
        name.is_some() && around.into_iter().flatten().any(|mark| described_by(tree, mark) == name)
    };
    tree.attr(id, "role") == Some("tooltip") || label(tree, before).is_some() && is_of_mark()
}

/// Returns the note in the `title` of its mark, if the mark is a link without a target.
pub(super) fn titled(tree: &Tree, id: NodeId) -> Option<&str> {
    /// Minimum number of words of a note. A shorter title names the mark.
    const MIN_WORDS: usize = 3;
    let title = if tree.tag(id) == Tag::A { tree.attr(id, "title")?.trim() } else { return None };
    let href = tree.attr(id, "href").unwrap_or_default().trim();
    let leads_nowhere = matches!(href, "" | "#") || href.starts_with("javascript:");
    let is_note = leads_nowhere && word_count(title) >= MIN_WORDS && label(tree, id).is_some();
    is_note.then_some(title)
}

/// Returns `true` if an element is the sign that unfolds a sidenote (`⊕` in Tufte CSS) or its number.
pub(super) fn is_unfolding_sign(tree: &Tree, id: NodeId) -> bool {
    if !matches!(tree.tag(id), Tag::LABEL | Tag::SUP | Tag::A | Tag::BUTTON) {
        return false;
    }
    let unfolds = || {
        let is_box = |id: NodeId| tree.tag(id) == Tag::INPUT;
        let next =
            next_element(tree, id).and_then(|next| if is_box(next) { next_element(tree, next) } else { Some(next) });
        let is_sidenote = |next: NodeId| titled(tree, next).is_none() && is_sidenote(tree, next);
        label(tree, id).is_some() && next.is_some_and(is_sidenote)
    };
    tree.class_words(id).any(|word| word == "margin-toggle") || unfolds()
}

/// Returns the element that is the reference, including its brackets and raised form, and its
/// label. Returns `None` if the link is not a reference.
fn reference<'a>(tree: &'a Tree, candidate: &ReferenceCandidate<'a>, back: &Back) -> Option<(NodeId, String)> {
    let label = label(tree, candidate.link)?;
    let (mut element, mut is_raised) = (candidate.link, false);
    for around in tree.ancestors(candidate.link).take(3) {
        if !tree.tag(around).is_mark_wrapper() || label_of(tree, around).is_none_or(|other| other != label) {
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
        && bounds::block(tree, candidate.target, candidate.link).is_some_and(|block| begins_with(tree, block, &label));
    let signs = usize::from(begins_with_it)
        + usize::from(is_bracketed)
        + usize::from(is_raised)
        + usize::from(is_linked_back)
        + usize::from(is_named)
        + usize::from(is_shown_by_script(tree, candidate.link));
    (signs >= if is_letter { 2 } else { 1 }).then_some((element, label))
}

fn names_note(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["fn", "note", "cite", "ftn", "bib", "ref-"].iter().any(|part| name.contains(part)) || name.starts_with("ref")
}

/// Returns `true` if the target is another thing with a number: an equation, a figure, a section or a comment.
fn is_other_thing(tree: &Tree, candidate: &ReferenceCandidate) -> bool {
    let name = candidate.fragment.to_ascii_lowercase();
    let is_named_so =
        ["eq", "fig", "tab", "sec", "chap", "page", "comment", "line"].iter().any(|start| name.starts_with(start))
            && !names_note(&name);
    let tag = tree.tag(candidate.target);
    is_named_so
        || tree.namespace(candidate.target) != crate::tree::Namespace::Html
        || tag.is_heading()
        || matches!(
            tag,
            Tag::TABLE
                | Tag::FIGURE
                | Tag::IMG
                | Tag::ARTICLE
                | Tag::MAIN
                | Tag::OL
                | Tag::UL
                | Tag::DL
                | Tag::FORM
                | Tag::NAV
        )
}

/// Returns the names by which a link back finds a reference: the reference's own name, and those of
/// elements right around it and inside it.
fn names_around(tree: &Tree, link: NodeId) -> Vec<&str> {
    let inside = tree.children(link).take(2);
    let beside = tree.previous_sibling(link).into_iter();
    let around = tree.ancestors(link).take_while(|&id| tree.tag(id).is_mark_wrapper()).take(3);
    let beside_around =
        tree.parent(link).filter(|&id| tree.tag(id).is_mark_wrapper()).and_then(|id| tree.previous_sibling(id));
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

/// Returns `true` if a block begins with a mark.
fn begins_with(tree: &Tree, block: NodeId, label: &str) -> bool {
    /// How many text nodes are searched for the mark.
    const MAX_LEAVES: usize = 8;
    let start: String = tree.descendants(block, Tag::TEXT).take(MAX_LEAVES).map(|leaf| tree.text(leaf)).collect();
    after_label(&start, label).is_some()
}
