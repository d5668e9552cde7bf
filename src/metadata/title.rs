//! The title: what the article is called, without the site's name.
//!
//! A page says its title in many places, each with its own dressing: `<title>` and sometimes `og:title` add the
//! site's name and the section, JSON-LD may hold a headline for search engines. What the reader sees is a heading,
//! but a page has many of those. So a heading that one of the other places agrees with wins.
//!
//! The danger is in cutting: a dash or a bar in a title is not always the site's. A part is cut where it names the
//! site; without such knowledge only a short end of `<title>` is.

use super::source::{Source, Stated};
use super::text::{cap, fold, plain, tidy};
use crate::measure;
use crate::options::{MAX_HEADINGS, MAX_TITLE_CHARS};
use crate::tree::{NodeId, Step, Tag, Tree};

/// What stands between a title and the site's name.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " › ", " ‹ ", " :: ", " / ", "|", "｜", " ー ", "_", ": ",
];

/// The separators among them that titles themselves use, so that they say little alone.
const WEAK_SEPARATORS: &[&str] = &[" - ", " – ", " — ", " / "];

/// Titles that templates leave where nothing was filled in, folded.
const EMPTY_TITLES: &[&str] = &[
    "home",
    "homepage",
    "untitled",
    "untitled document",
    "index",
    "document",
    "trang chủ",
    "startseite",
    "accueil",
    "inicio",
    "首页",
    "ホーム",
];

/// A heading of the page.
pub(super) struct Heading {
    pub node: NodeId,
    pub level: u8,
    pub text: String,
    folded: String,
}

/// The headings `h1` to `h3`, in document order, with their text.
pub(super) fn headings(tree: &Tree) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut open: Option<(NodeId, u8, String)> = None;
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        if found.len() == MAX_HEADINGS {
            break;
        }
        match step {
            Step::Enter(id) => match tree.tag(id) {
                Tag::TEXT => {
                    if let Some((_, _, text)) = &mut open {
                        text.push_str(tree.text(id));
                    }
                }
                Tag::SCRIPT | Tag::STYLE | Tag::TEMPLATE | Tag::NAV | Tag::SVG | Tag::BUTTON => walk.skip_children(id),
                _ if tree.is_permalink(id) => walk.skip_children(id),
                Tag::BR => {
                    if let Some((_, _, text)) = &mut open {
                        text.push(' ');
                    }
                }
                tag if open.is_none() => {
                    if let Some(level) = level(tag) {
                        open = Some((id, level, String::new()));
                    }
                }
                _ => {}
            },
            Step::Leave(id) => {
                if let Some((node, level, text)) = open.take_if(|(node, _, _)| *node == id) {
                    // Some templates escape twice.
                    let text = if text.contains("&#") { plain(&text) } else { tidy(&text) };
                    let text = cap(text, MAX_TITLE_CHARS);
                    let folded = fold(&text);
                    if !folded.is_empty() {
                        found.push(Heading { node, level, text, folded });
                    }
                }
            }
        }
    }
    found
}

fn level(tag: Tag) -> Option<u8> {
    match tag {
        Tag::H1 => Some(1),
        Tag::H2 => Some(2),
        Tag::H3 => Some(3),
        _ => None,
    }
}

/// The document's title, plain; empty where there is none. A `<title>` outside the head is an icon's.
pub(super) fn document_title(tree: &Tree) -> String {
    let title = tree.descendants(tree.head(), Tag::TITLE).next();
    title.map(|title| cap(plain(&tree.text_content(title)), MAX_TITLE_CHARS)).unwrap_or_default()
}

/// The names by which a site is known, for cutting them from titles.
pub(super) struct SiteNames {
    /// Folded, without spaces.
    names: Vec<String>,
    host: Option<String>,
}

impl SiteNames {
    /// From the names that metadata gives, and the page's host.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>, host: Option<&'a str>) -> SiteNames {
        let names = names
            .chain(host.map(|host| host.trim_start_matches("www.")))
            .map(squeeze)
            .filter(|name| !name.is_empty())
            .collect();
        // The label before the public suffix, taken as the longest: bbc.co.uk, news.example.com.
        let label = host.and_then(|host| host.split('.').rev().skip(1).max_by_key(|label| label.len()));
        SiteNames { names, host: label.map(squeeze).filter(|label| label.chars().count() >= 3) }
    }

    /// Whether a part of a title names the site: it is a known name, or holds or abbreviates one.
    pub(super) fn matches(&self, part: &str) -> bool {
        let part = squeeze(part);
        // A word that happens to be in both does not make them one.
        let holds = |long: &str, short: &str| short.len() >= 4 && short.len() * 3 >= long.len() && long.contains(short);
        let related = |name: &String| part == *name || holds(&part, name) || holds(name, &part);
        self.names.iter().any(related) || self.host.iter().any(related)
    }

    /// Whether a text is one of the site's names and no more.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let text = squeeze(text);
        self.names.iter().chain(&self.host).any(|name| *name == text)
    }
}

fn squeeze(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The title and, where the page shows it, its heading.
pub(super) struct Title {
    pub text: Option<Stated<String>>,
    pub heading: Option<NodeId>,
}

/// What is known of a page before its title is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The site's first page.
    Home,
    /// Metadata says that it is an article.
    Article,
    Other,
}

/// Chooses the title. `stated` are the titles that metadata gives, the most trusted first; `document` is the text of
/// `<title>`.
pub(super) fn choose(
    headings: &[Heading],
    stated: &[Stated<String>],
    document: &str,
    site: &SiteNames,
    kind: Kind,
) -> Title {
    let mut candidates: Vec<Stated<String>> =
        stated.iter().map(|(title, source)| (cut_site(title, site, false), *source)).collect();
    candidates.push((cut_site(document, site, true), Source::DocumentTitle));
    candidates.retain(|(title, _)| !is_generic(title, site));
    let folded: Vec<String> = candidates.iter().map(|(title, _)| fold(title)).collect();

    let usable =
        |heading: &&Heading| !(is_generic(&heading.text, site) || kind == Kind::Article && is_paragraph(&heading.text));
    let tops = || headings.iter().filter(|h| h.level == 1).filter(usable);
    let first = tops().next();
    // The site's name is the title of its first page, and the headings there are slogans and teasers.
    if kind == Kind::Home && !document.is_empty() {
        return Title {
            text: Some((document.to_owned(), Source::DocumentTitle)),
            heading: first.map(|heading| heading.node),
        };
    }
    let agreeing = tops()
        .find(|h| folded.contains(&h.folded))
        // "Harvest - Village News" says that "Harvest" is the title, even of a site without other names.
        .or_else(|| tops().find(|h| candidates.iter().any(|(title, _)| suffix(title, &h.text).is_some())))
        .or_else(|| headings.iter().filter(usable).find(|h| h.level > 1 && folded.contains(&h.folded)))
        .or_else(|| tops().find(|h| folded.iter().any(|title| resemble(&h.folded, title))));
    // A lone h1 is an article's headline even if search engines are told another one. Elsewhere it may be a slogan, unless
    // it speaks of the same thing. A `<title>` that begins with the site's name says nothing of the page.
    let names_site = cut_start(document.trim(), site).is_some();
    let others = || folded.iter().take(folded.len() - usize::from(names_site && !folded.is_empty()));
    let lone = || {
        let mut all = tops();
        let only = all.next().filter(|_| all.next().is_none())?;
        let long = only.folded.split(' ').count() >= 3;
        let related = || others().next().is_none() || others().any(|title| share_word(&only.folded, title));
        (candidates.is_empty() || long && (kind == Kind::Article || related())).then_some(only)
    };
    if let Some(heading) = agreeing.or_else(lone) {
        let text = cut_site(&heading.text, site, false);
        return Title { text: Some((text, Source::Heading)), heading: Some(heading.node) };
    }
    let bare = || {
        let document = (document.to_owned(), Source::DocumentTitle);
        stated.iter().cloned().chain([document]).find(|(title, _)| !title.is_empty())
    };
    let text = candidates.into_iter().next().or_else(|| Some((first?.text.clone(), Source::Heading))).or_else(bare);
    Title { text, heading: first.map(|heading| heading.node) }
}

/// Whether two folded titles have a word in common that is not among the shortest, which all titles share.
fn share_word(a: &str, b: &str) -> bool {
    /// Letters of such a word in bytes: four in Latin script, two with marks, one of a script that has no spaces.
    const FEWEST_BYTES: usize = 4;
    let unspaced = |c: char| measure::is_unspaced(c);
    let words: Vec<&str> = b.split(' ').collect();
    a.split(' ').any(|word| word.len() >= FEWEST_BYTES && words.contains(&word))
        || a.chars().any(|c| unspaced(c) && b.contains(c))
}

/// Whether an article's heading is its lead rather than its headline: several lines that end as a sentence does. Posts in
/// forums have titles like that.
fn is_paragraph(text: &str) -> bool {
    const HEADLINE_WORDS: usize = 25;
    measure::word_count(text) > HEADLINE_WORDS && measure::ends_sentence(text)
}

/// Nothing, a template's title, or the site's name alone.
fn is_generic(title: &str, site: &SiteNames) -> bool {
    let folded = fold(title);
    folded.is_empty() || EMPTY_TITLES.contains(&folded.as_str()) || site.is_name(title)
}

/// Whether two folded titles are versions of one: one begins, ends or holds the other, or they share most words.
fn resemble(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() * 2 >= long.len() && long.contains(short) {
        return true;
    }
    let words: Vec<&str> = long.split(' ').collect();
    let (mut shared, mut count) = (0, 0);
    for word in short.split(' ') {
        count += 1;
        shared += usize::from(words.contains(&word));
    }
    count >= 3 && shared * 2 > words.len().max(count)
}

/// Takes the site's name off both ends of a title. `guess`: also takes off a short end that is not known to be the
/// site's, as only `<title>` has them.
fn cut_site(title: &str, site: &SiteNames, guess: bool) -> String {
    let mut rest = title.trim();
    // Site and section, at either end: more than four parts are no title.
    for _ in 0..4 {
        let Some(shorter) =
            cut_end(rest, site, guess && rest.len() == title.trim().len()).or_else(|| cut_start(rest, site))
        else {
            break;
        };
        rest = shorter;
    }
    rest.to_owned()
}

fn cut_end<'a>(title: &'a str, site: &SiteNames, guess: bool) -> Option<&'a str> {
    let (at, separator) =
        SEPARATORS.iter().filter_map(|s| title.rfind(s).map(|at| (at, *s))).max_by_key(|&(at, s)| (at, s.len()))?;
    let (head, tail) = (title[..at].trim(), title[at + separator.len()..].trim());
    if head.is_empty() {
        return None;
    }
    if tail.is_empty() || (separator != ": " && site.matches(tail)) {
        return Some(head);
    }
    let (head_words, tail_words) = (head.split(' ').count(), tail.split(' ').count());
    let likely = match separator {
        // "snake_case", "Part two: the river"
        "_" | ": " => false,
        weak if WEAK_SEPARATORS.contains(&weak) => head_words >= 4 && tail_words <= 3 && tail_words * 2 <= head_words,
        _ => head_words >= 2 && tail_words <= 4 && tail_words <= head_words,
    };
    // A bar is no mark of punctuation: hardly a headline has one of its own.
    ((guess || matches!(separator, " | " | "|")) && likely).then_some(head)
}

fn cut_start<'a>(title: &'a str, site: &SiteNames) -> Option<&'a str> {
    let (at, separator) =
        SEPARATORS.iter().filter_map(|s| title.find(s).map(|at| (at, *s))).min_by_key(|&(at, _)| at)?;
    let (head, tail) = (title[..at].trim(), title[at + separator.len()..].trim());
    // A name at the start is cut only where it is exactly the site's: "Apple - what comes next" on apple.example.
    (!tail.is_empty() && (head.is_empty() || site.is_name(head))).then_some(tail)
}

/// What `<title>` has besides a stated title, at either end: `Village News: Harvest` of a page that calls itself "Harvest"
/// elsewhere. Shorter than the title, for some pages call themselves by their site's name.
pub(super) fn frame<'a>(document: &'a str, stated: &str) -> Option<&'a str> {
    let before = || {
        let rest = document.strip_suffix(stated).filter(|_| !stated.is_empty())?;
        let separator = SEPARATORS.iter().find(|s| rest.ends_with(**s))?;
        Some(rest[..rest.len() - separator.len()].trim()).filter(|name| !name.is_empty())
    };
    suffix(document, stated).or_else(before).filter(|name| name.len() < stated.len())
}

/// What `<title>` adds to the title at its end: the site's name, as a page without other names gives it.
pub(super) fn suffix<'a>(document: &'a str, title: &str) -> Option<&'a str> {
    let rest = document.strip_prefix(title)?;
    let separator = SEPARATORS.iter().find(|s| rest.starts_with(**s))?;
    // The site's own name comes last, after the section's.
    let parts = rest[separator.len()..].trim();
    let last = SEPARATORS.iter().filter_map(|s| parts.rfind(s).map(|at| at + s.len())).max().unwrap_or(0);
    Some(parts[last..].trim()).filter(|name| !name.is_empty())
}
