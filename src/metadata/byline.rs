//! Who wrote the article.
//!
//! Metadata comes first, then the page's own lines near the headline: the first source that names a person wins. The
//! danger is other people's names: commenters, authors of related articles, persons in the text.

use super::byline_zone::Area;
use super::credit;
use super::date::{self, DateOrder};
use super::hints;
use super::names::{is_capitalized, is_house, is_signed, leads_to_house, leads_to_others, names, shown_names};
use super::pasted_byline::is_full_name;
use super::source::{Source, Stated};
use super::text::{fold, tidy, tidy_line};
use super::title::SiteNames;
use super::unmarked;
use crate::limits::{MAX_AUTHORS, MAX_NAME_CHARS};
use crate::text::{self, ends_sentence};
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::words;
use crate::words::byline::{is_clear_prefix, is_label, strip_prefix};
use std::cell::Cell;
use std::sync::LazyLock;

/// Maximum number of elements of each kind that are read for names. More of them are a list of
/// persons, not a byline.
const MAX_CANDIDATES: usize = 100;

/// Longest line with a name and the person's role, in characters.
const MAX_LINE_CHARS: usize = 120;

/// How many levels around a line are searched for an image.
const HOLDER_LEVELS: usize = 4;

/// Maximum number of steps into and out of the nodes of a byline.
const MAX_BYLINE_STEPS: usize = 120;

/// Maximum number of bytes of a byline's source. Templates add much white space.
const MAX_BYLINE_BYTES: usize = 4 * 1024;

/// The publishers of a page that are known before its authors are read.
pub(super) struct Publishers<'a> {
    /// The site's names.
    pub site: &'a SiteNames,
    /// The names of publishing houses in the metadata.
    pub houses: Vec<String>,
    /// `true` if names of accounts are as good as those of persons, as in a forum.
    pub are_accounts: bool,
}

/// Returns the authors. `stated` holds the values of metadata by source, the most trusted source
/// first. The page's own lines come next, and `last` comes after them. The name of a publisher is
/// returned only if no other name is found. A name is a publisher's if it is a known publisher or
/// has a word for a publishing house.
pub(super) fn choose(
    tree: &Tree,
    area: &Area,
    stated: impl Iterator<Item = Stated<Vec<String>>>,
    last: impl Iterator<Item = Stated<Vec<String>>>,
    publishers: &Publishers,
    language: &str,
) -> Option<Stated<Vec<String>>> {
    let read = |(values, source): Stated<Vec<String>>| {
        (values.iter().flat_map(|value| names(without_source(value, language), language)).collect::<Vec<_>>(), source)
    };
    let Publishers { site, houses, are_accounts } = publishers;
    let publishes = |name: &str| {
        let folded = fold(name);
        let of_house = || houses.iter().any(|house| fold(house) == folded) || is_house(name);
        site.is_name(name) || !are_accounts && (of_house() || credit::is_agency(name))
    };
    // The page's lines are read only if metadata names no person. If metadata names a publisher,
    // only lines near the headline are read, because other lines are no more reliable.
    let is_published = Cell::new(false);
    let shown = std::iter::once_with(|| shown(tree, area, is_published.get(), language));
    let (mut account, mut site_itself) = (None, None);
    for (found, source) in stated.map(read).chain(shown).chain(last.map(read)) {
        let mut found = unique(found);
        if found.iter().all(|name| publishes(name)) {
            is_published.set(is_published.get() || !found.is_empty());
            site_itself = site_itself.or(found.into_iter().next().map(|name| (vec![name], source)));
            continue;
        }
        found.retain(|name| !site.is_name(name));
        if *are_accounts || !found.iter().all(|name| is_account(name)) {
            return Some((found, source));
        }
        account = account.or(Some((found, source)));
    }
    account.or(site_itself)
}

/// Returns a value without the source that it names. The result is empty if the value is only a
/// source. An agency without anything else stays, because metadata knows no other author.
fn without_source<'a>(value: &'a str, language: &str) -> &'a str {
    if credit::spoken(value, language).is_some() {
        return "";
    }
    Some(credit::read(value, language).rest).filter(|rest| !rest.is_empty()).unwrap_or(value)
}

/// Returns the source that the page shows: in a line near the headline that names a source, in an element marked as a
/// source, or in a signature below the text. A source inside a figure or table is left out, because it belongs to the
/// figure or table.
pub(super) fn source(tree: &Tree, area: &Area, language: &str) -> Option<String> {
    let of_image = |id: NodeId| {
        let holders = std::iter::once(id).chain(tree.ancestors(id)).take(HOLDER_LEVELS);
        holders.into_iter().any(|holder| matches!(tree.tag(holder), Tag::FIGURE | Tag::FIGCAPTION | Tag::TABLE))
    };
    let line = |id: NodeId| Line::short(tree, id);
    let near = area.near.iter().filter(|&&id| is_spoken(tree, id, |text| credit::is_prefix(text, language)));
    let mut near = near.filter(|&&id| !of_image(id)).take(MAX_CANDIDATES);
    let all = || area.near.iter().chain(&area.rest).copied();
    let mut marked =
        all().filter(|&id| hints::is_source(&hints::words(tree, id)) && !of_image(id)).take(MAX_CANDIDATES);
    let of_author = |id: &NodeId| is_signature(tree, *id) || hints::is_author(&hints::words(tree, *id));
    let mut signed = all().filter(of_author).take(MAX_CANDIDATES);
    near.find_map(|&id| credit::spoken(&line(id)?, language).filter(|name| !is_person(name)))
        .or_else(|| marked.find_map(|id| credit::name(&line(id)?, language)))
        .or_else(|| signed.find_map(|id| credit::read(&line(id)?, language).source.filter(|name| !is_person(name))))
}

/// Returns `true` if a source's name looks like that of a person.
fn is_person(name: &str) -> bool {
    text::is_name(name) && !credit::is_agency(name)
}

/// Returns `true` if a name is one word in Latin script, like the name of an account. A person's
/// full name is preferred to such a name.
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

/// Returns the names that the page shows, from the most reliable place that has any. The order: microdata and
/// `rel=author`; class names and links to an author's page; a line that begins with a word like "by" (far from the
/// headline, with "written by"); a signature below the text; the account of a forum's first post. With `only_near`, a
/// name far from the headline counts only in a signature or after a label for the author.
fn shown(tree: &Tree, area: &Area, only_near: bool, language: &str) -> Stated<Vec<String>> {
    let near = || area.near.iter().copied();
    let below = || near().chain(area.rest.iter().copied());
    let rest = || area.rest.iter().copied().filter(|_| !only_near);
    let all = || near().chain(rest());
    let marked = |id: &NodeId| has_word(tree, *id, "itemprop", "author") || has_word(tree, *id, "rel", "author");
    let hinted = |id: &NodeId| {
        hints::is_author(&hints::words(tree, *id)) || links_to_author(tree, *id) && !is_in_prose(tree, *id)
    };
    let spoken = |id: &NodeId| is_spoken(tree, *id, |text| strip_prefix(text, language).is_some() || is_signed(text));
    let clearly_spoken = |id: &NodeId| is_spoken(tree, *id, is_clear_prefix);
    let posted = |id: &NodeId| hints::is_poster(&hints::words(tree, *id));
    let signed = |id: &NodeId| is_signature(tree, *id);
    let named = |id| names_in(tree, id, language);
    // The words that begin a byline can also begin a sentence ("By the river").
    let named_strictly = |id| strictly(named(id));
    let named_spoken = |id| match named_strictly(id) {
        // The author's role may follow the name.
        none if none.is_empty() => {
            let line = Line::read(tree, id).unwrap_or_default().whole;
            let mut names = strictly(shown_names(line.split(',').next().unwrap_or_default(), language));
            names.retain(|name| name.contains(' ') || is_clear_prefix(&line));
            names
        }
        names => names,
    };
    let named_labelled = |id| {
        let mut names = labelled(tree, id).map(|after| strictly(named(after))).unwrap_or_default();
        names.retain(|name| name.contains(' ') || !name.is_ascii());
        names
    };
    // Links and buttons are set at the right too.
    let named_signed = |id| {
        let mut names = named_strictly(id);
        names.retain(|name| {
            tree.tag(id) == Tag::P || is_full_name(name) && tree.descendants(id, Tag::A).next().is_none()
        });
        names
    };
    let marked_as = Source::Microdata("author");
    // A portrait can stand beside any name. In a line with a date, the name is the author's.
    let named_beside_date = |id| {
        let names = named_strictly(id);
        if names.iter().all(|name| text::is_name(name)) && has_date(tree, id) { names } else { Vec::new() }
    };
    let tiers: [(Source, &dyn Fn() -> Vec<String>); 12] = [
        (marked_as, &|| near().filter(marked).take(MAX_CANDIDATES).flat_map(named).collect()),
        (marked_as, &|| first(all().filter(marked).map(named))),
        (Source::Shown, &|| {
            let of_element = |id| match with_others(tree, id).flat_map(named).collect::<Vec<_>>() {
                none if none.is_empty() => after_label(tree, id, language),
                names => names,
            };
            first(all().filter(hinted).map(of_element))
        }),
        (Source::Shown, &|| first(near().filter(spoken).map(named_spoken))),
        (Source::Shown, &|| first(area.after_headline.iter().map(|&text| spoken_text(tree, text, language)))),
        (Source::Shown, &|| first(near().filter(|&id| is_accompanied(tree, id)).map(named_beside_date))),
        (Source::Shown, &|| unmarked::authors(tree, area)),
        (Source::Shown, &|| first(below().filter(|&id| labelled(tree, id).is_some()).map(named_labelled))),
        (Source::Shown, &|| first(rest().filter(clearly_spoken).map(named_spoken))),
        (Source::Shown, &|| first(below().filter(|&id| is_note(tree, id)).map(|id| told(tree, id, language)))),
        (Source::Shown, &|| first(below().filter(signed).map(named_signed))),
        (Source::Shown, &|| first(near().filter(posted).map(named))),
    ];
    let found = tiers.iter().map(|(source, tier)| (tier(), *source)).find(|(names, _)| !names.is_empty());
    found.unwrap_or((Vec::new(), Source::Shown))
}

/// Returns the full name after a short label and a colon, in an element that the markup marks as the author's. The label may
/// be in any language. Labels for others, such as "Photo", are known.
fn after_label(tree: &Tree, id: NodeId, language: &str) -> Vec<String> {
    const LABEL_WORDS: usize = 3;
    let Some(line) = Line::short(tree, id) else { return Vec::new() };
    let Some((label, rest)) = line.split_once([':', '：']) else { return Vec::new() };
    if label.split_whitespace().count() > LABEL_WORDS || leads_to_others(label) || credit::is_label(label.trim()) {
        return Vec::new();
    }
    let mut names = strictly(shown_names(rest.split(['|', ',']).next().unwrap_or(rest), language));
    names.retain(|name| is_full_name(name));
    names
}

/// Returns the names in a text beside the headline that has no element of its own and begins with a word like "by".
fn spoken_text(tree: &Tree, id: NodeId, language: &str) -> Vec<String> {
    let Some(line) = tidy_line(std::iter::once(tree.text(id)), MAX_NAME_CHARS) else { return Vec::new() };
    if strip_prefix(&line, language).is_some() { strictly(shown_names(&line, language)) } else { Vec::new() }
}

/// Returns `true` if an element is a short line with a portrait in it, or with "author" in its class.
fn is_accompanied(tree: &Tree, id: NodeId) -> bool {
    let is_portrait = |node: NodeId| {
        let words = hints::words(tree, node);
        hints::is_portrait(&words)
            || tree.tag(node) == Tag::IMG && tree.attr(node, "src").is_some_and(|src| src.contains("avatar"))
    };
    Line::short(tree, id).is_some()
        && (hints::speaks_of_author(&hints::words(tree, id))
            || tree
                .walk(id)
                .filter_map(|step| if let Step::Enter(node) = step { Some(node) } else { None })
                .any(is_portrait))
}

/// Returns `true` if a date stands in an element, or beside it in a short line.
fn has_date(tree: &Tree, id: NodeId) -> bool {
    const LEVELS: usize = 3;
    let mut holders = std::iter::once(id).chain(tree.ancestors(id)).take(LEVELS);
    holders.any(|holder| {
        let shows = |line: String| date::parse(&line, DateOrder::DayFirst).is_some();
        Line::short(tree, holder)
            .is_some_and(|line| tree.descendants(holder, Tag::TIME).next().is_some() || shows(line))
    })
}

fn strictly(mut names: Vec<String>) -> Vec<String> {
    names.retain(|name| is_capitalized(name));
    names
}

/// Returns the element after an element that is only a label for the author: `<h3>Author</h3><p>Ana
/// Ruiz</p>`. If that element is a card, returns the first line of the card, because the author's
/// office and subjects stand below the name.
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
        .map(|next| first_line(tree, next))
}

/// Returns the first block with text inside an element, or the element itself if it holds no blocks.
fn first_line(tree: &Tree, id: NodeId) -> NodeId {
    let has_text = |&child: &NodeId| Line::read(tree, child).is_some_and(|line| !line.whole.trim().is_empty());
    let inside = |id: &NodeId| tree.children(*id).find(has_text).filter(|&child| tree.tag(child).is_block());
    std::iter::successors(Some(id), inside).take(MAX_BYLINE_STEPS).last().unwrap_or(id)
}

/// Returns `true` if an element is set apart from the text as a note. Such an element is all of its
/// parent in italics, or its class names mention the author.
fn is_note(tree: &Tree, id: NodeId) -> bool {
    let is_alone = || tree.siblings_before(id).chain(tree.siblings_after(id)).all(|beside| tree.is_blank_text(beside));
    matches!(tree.tag(id), Tag::EM | Tag::I) && is_alone() || hints::speaks_of_author(&hints::words(tree, id))
}

/// Returns the person that a short sentence names as the writer: `This post was written by Ana
/// Ruiz, a nurse.`
fn told(tree: &Tree, id: NodeId, language: &str) -> Vec<String> {
    const WORDS_BEFORE: std::ops::RangeInclusive<usize> = 2..=4;
    let Some(line) = Line::short(tree, id) else { return Vec::new() };
    let spaces = line.match_indices(' ').map(|(at, _)| at + 1);
    let mut rests = spaces.take(*WORDS_BEFORE.end()).skip(WORDS_BEFORE.start() - 1).map(|at| &line[at..]);
    let Some(said) = rests.find(|rest| is_clear_prefix(rest)) else { return Vec::new() };
    let name = said.split([',', '(']).next().unwrap_or(said).trim_end_matches('.');
    let mut names = shown_names(name, language);
    names.retain(|name| text::is_name(name));
    names
}

/// Returns the names in the first candidate that has any.
fn first(candidates: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    candidates.take(MAX_CANDIDATES).find(|names| !names.is_empty()).unwrap_or_default()
}

/// Returns `true` if an element is a link to the page of an author.
fn links_to_author(tree: &Tree, id: NodeId) -> bool {
    static SEGMENTS: LazyLock<Vec<&str>> = LazyLock::new(|| words::classes("author-path").collect());
    // The address of the list of all authors ends with this segment.
    let leads = |href: &str| {
        let mut segments = href.split('/').skip_while(|segment| !SEGMENTS.contains(segment));
        href.starts_with("/@") || segments.nth(1).is_some_and(|name| !name.is_empty())
    };
    tree.tag(id) == Tag::A && tree.attr(id, "href").is_some_and(leads)
}

/// Returns an element, and after a link to an author's page the links to other authors' pages that follow it on the same
/// line, with a comma or a short word between them: `<a>Ana Ruiz</a> and <a>Tom Reed</a>`.
fn with_others(tree: &Tree, id: NodeId) -> impl Iterator<Item = NodeId> {
    /// Maximum number of characters between two names.
    const BETWEEN: usize = 5;
    let is_between =
        move |next: NodeId| tree.tag(next) == Tag::TEXT && tree.text(next).trim().chars().count() <= BETWEEN;
    let first = Some(id).filter(|&id| links_to_author(tree, id)).and_then(|id| tree.next_sibling(id));
    let others = std::iter::successors(first, move |&next| tree.next_sibling(next))
        .take(2 * MAX_AUTHORS)
        .take_while(move |&next| is_between(next) || links_to_author(tree, next));
    std::iter::once(id).chain(others.filter(move |&next| tree.tag(next) == Tag::A))
}

/// Returns `true` if a link stands in a paragraph of text.
fn is_in_prose(tree: &Tree, id: NodeId) -> bool {
    let holder = tree.ancestors(id).find(|&around| matches!(tree.tag(around), Tag::P | Tag::LI | Tag::TD | Tag::DD));
    holder.is_some_and(|holder| Line::short(tree, holder).is_none())
}

/// Returns `true` if an element is a short line that begins with a word that only bylines begin with. A date may come
/// first.
fn is_spoken(tree: &Tree, id: NodeId, speaks: impl Fn(&str) -> bool) -> bool {
    let blank = |child: &NodeId| tree.tag(*child) == Tag::TEXT && tree.text(*child).trim().is_empty();
    let first = match tree.children(id).find(|child| !blank(child) && tree.tag(*child) != Tag::TIME) {
        // An ancestor may begin with the same word. Only the element whose own text or first part
        // begins the line counts.
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

/// Returns `true` if an element is set at the right, as the author's name below the text is.
fn is_signature(tree: &Tree, id: NodeId) -> bool {
    let right = |style: &str| style.to_ascii_lowercase().replace(' ', "").contains("text-align:right");
    matches!(tree.tag(id), Tag::P | Tag::DIV)
        && (tree.attr(id, "style").is_some_and(right)
            || tree.attr(id, "align").is_some_and(|a| a.eq_ignore_ascii_case("right")))
}

/// Returns the names in an element: from its marked parts, else from its linked parts, else from its text.
fn names_in(tree: &Tree, id: NodeId, language: &str) -> Vec<String> {
    if let Some(content) = tree.attr(id, "content") {
        return names(content, language);
    }
    let Some(line) = Line::read(tree, id) else { return Vec::new() };
    if let Some(source) = credit::spoken(&tidy(&line.whole), language) {
        // The publishing system marks the author here, so "Theo Hồ Hương" is a person and not a
        // source.
        return if is_person(&source) { vec![source] } else { Vec::new() };
    }
    let of_parts = |kind: BylinePartKind| -> Vec<String> {
        let parts = line.parts.iter().filter(|part| part.kind == kind).map(|part| part.text.as_str());
        let parts: Vec<&str> = parts.filter(|part| !shown_names(part, language).is_empty()).collect();
        names(&parts.join("|"), language)
    };
    // A link in lower case is a label: "Email the author".
    let linked = || {
        let mut names = of_parts(BylinePartKind::Linked);
        names.retain(|name| is_capitalized(name) || !name.contains(' '));
        names
    };
    let readings: [&dyn Fn() -> Vec<String>; 5] = [
        &|| of_parts(BylinePartKind::Marked),
        &linked,
        // Text that begins with a label is skipped here. If there is a name, it is in a part.
        &|| match line.outside.split('|').find(|text| !text.trim().is_empty()) {
            Some(first) if is_label(first.trim()) => Vec::new(),
            _ => shown_names(without_source(&line.outside, language), language),
        },
        &|| of_parts(BylinePartKind::Linked),
        &|| shown_names(without_source(&line.whole, language), language),
    ];
    readings.iter().map(|read| read()).find(|names| !names.is_empty()).unwrap_or_default()
}

/// How certain it is that a part of a byline is a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BylinePartKind {
    /// Marked as an author or linked to an author's page.
    Marked,
    Linked,
    /// The name of a paper, or of a person who is not the author.
    Other,
}

struct BylinePart {
    kind: BylinePartKind,
    text: String,
}

/// The text of a byline. Bars (`|`) mark the ends of lines and elements.
#[derive(Default)]
struct Line {
    parts: Vec<BylinePart>,
    whole: String,
    /// The text outside of the parts.
    outside: String,
}

impl Line {
    /// Reads an element. Returns `None` if it is too large for a byline.
    fn read(tree: &Tree, id: NodeId) -> Option<Line> {
        let mut line = Line::default();
        let mut open = None;
        let mut walk = tree.walk(id);
        let (mut steps, mut at_edge) = (0, false);
        while let Some(step) = walk.next() {
            steps += 1;
            let node = match step {
                Step::Enter(node) => node,
                Step::Leave(node) => {
                    if open == Some(node) {
                        line.outside.push('|');
                        open = None;
                    }
                    at_edge = true;
                    if matches!(tree.tag(node), Tag::DIV | Tag::P | Tag::LI) {
                        line.push("|", open.is_some());
                    }
                    continue;
                }
            };
            let text = tree.text(node);
            // A byline is small. Anything larger is another part of the page.
            if steps > MAX_BYLINE_STEPS || line.whole.len() + text.len() > MAX_BYLINE_BYTES {
                return None;
            }
            if !text.is_empty() {
                // Some templates separate elements only by a style, without a space.
                if at_edge && line.whole.ends_with(char::is_alphanumeric) && text.starts_with(starts_anew) {
                    line.push("|", open.is_some());
                }
                line.push(text, open.is_some());
                at_edge = false;
                continue;
            }
            at_edge = true;
            match tree.tag(node) {
                Tag::TIME | Tag::SCRIPT | Tag::STYLE | Tag::BUTTON | Tag::SVG | Tag::FIGURE => walk.skip_children(node),
                _ if node != id && line.says_more() && hints::is_beside_author(&hints::words(tree, node)) => {
                    walk.skip_children(node);
                }
                Tag::BR | Tag::DIV | Tag::P | Tag::LI => line.push("|", open.is_some()),
                _ if open.is_none() && node != id && is_part(tree, node) => {
                    let lead = line.whole.as_str();
                    let kind = match is_marked_part(tree, node) {
                        _ if leads_to_house(lead) || leads_to_others(lead) => BylinePartKind::Other,
                        true => BylinePartKind::Marked,
                        false => BylinePartKind::Linked,
                    };
                    open = Some(node);
                    line.parts.push(BylinePart { kind, text: String::new() });
                }
                _ => {}
            }
        }
        Some(line)
    }

    /// Returns the text of an element if it is one short line.
    fn short(tree: &Tree, id: NodeId) -> Option<String> {
        let whole = Line::read(tree, id)?.whole;
        tidy_line(std::iter::once(whole.trim_matches(['|', ' '])), MAX_LINE_CHARS)
    }

    /// Returns `true` if the text read so far is more than a label.
    fn says_more(&self) -> bool {
        let said = self.whole.trim_matches(|c: char| c.is_whitespace() || c == '|');
        !said.is_empty() && !is_label(said)
    }

    fn push(&mut self, text: &str, in_part: bool) {
        self.whole.push_str(text);
        match self.parts.last_mut().filter(|_| in_part) {
            Some(part) => part.text.push_str(text),
            None => self.outside.push_str(text),
        }
    }
}

/// Returns `true` for a character that a name or a note can begin with.
fn starts_anew(c: char) -> bool {
    c.is_uppercase() || c == '('
}

/// Returns `true` if an element inside a byline is one of its parts: a link or a marked name.
fn is_part(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id) == Tag::A || is_marked_part(tree, id)
}

/// Returns `true` if an element inside a byline is marked as a name.
fn is_marked_part(tree: &Tree, id: NodeId) -> bool {
    has_word(tree, id, "itemprop", "name")
        || has_word(tree, id, "rel", "author")
        || has_word(tree, id, "class", "fn")
        || links_to_author(tree, id)
}
