//! The title: the article's name, without the site's name.
//!
//! A page states its title in many places and adds different things to it. `<title>` and sometimes `og:title` add the
//! site's name and the section. JSON-LD may hold a headline for search engines. Readers see a heading, but a page has
//! many headings. So a heading that agrees with one of the other places wins.
//!
//! The danger is in cutting: not every dash or bar in a title separates the site's name. A part is cut if it names the
//! site. If the site's name is unknown, only a short end of `<title>` is cut.

use super::credit::is_domain;
use super::headings::Heading;
use super::source::{Source, Stated};
use super::text::{cap, fold, plain};
use crate::limits::MAX_TITLE_CHARS;
use crate::script::{is_hangul, is_unspaced};
use crate::text::{self, has_words};
use crate::tree::{NodeId, Tag, Tree};
use crate::words;
use std::sync::LazyLock;

/// Marks between a title and the site's name.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " • ", " » ", " « ", " › ", " ‹ ", " :: ", " @ ", " / ", "|", "｜", "ㅣ",
    " ー ", "_", "--", ": ", ":", "：",
];

/// The separators that titles themselves use. Alone they are a weak sign.
const WEAK_SEPARATORS: &[&str] = &[" - ", " – ", " — ", " / "];

/// Maximum number of words of a `<title>` that may be the same on all pages of a site.
const TEMPLATE_WORDS: usize = 3;

/// Folded titles that templates have by default.
static EMPTY_TITLES: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("empty-title").collect());

/// Returns the plain text of `<title>`, or an empty string. A `<title>` outside the head is not
/// read, because it is the label of an SVG icon.
pub(super) fn document_title(tree: &Tree) -> String {
    let title = tree.descendants(tree.head(), Tag::TITLE).next();
    title.map(|title| cap(plain(&tree.text_content(title)), MAX_TITLE_CHARS)).unwrap_or_default()
}

/// The site's names, which are cut from titles.
pub(super) struct SiteNames {
    /// The names, folded and without spaces.
    names: Vec<String>,
    host: Option<String>,
}

impl SiteNames {
    /// Collects the names that metadata gives, and the name in the page's host.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>, host: Option<&'a str>) -> SiteNames {
        // A site may be named by its address: `Riverbank.com`.
        let without_end = |name: &'a str| name.rsplit_once('.').map(|(name, _)| name).filter(|_| is_domain(name));
        let names = names
            .flat_map(|name| [Some(name), without_end(name)].into_iter().flatten())
            .chain(host.map(|host| host.trim_start_matches("www.")))
            .map(squeeze)
            .filter(|name| !name.is_empty())
            .collect();
        // The longest label is assumed to be the one before the public suffix: bbc.co.uk,
        // news.example.com.
        let label = host.and_then(|host| host.split('.').rev().skip(1).max_by_key(|label| label.len()));
        SiteNames { names, host: label.map(squeeze).filter(|label| label.chars().count() >= 3) }
    }

    /// Returns `true` if a part of a title names the site: it is a known name, or it contains or abbreviates one.
    pub(super) fn matches(&self, part: &str) -> bool {
        let part = squeeze(part);
        // The shorter name has to be a large part of the longer one, because names can share a word by chance.
        let holds = |long: &str, short: &str| short.len() >= 4 && short.len() * 3 >= long.len() && long.contains(short);
        let related = |name: &String| part == *name || holds(&part, name) || holds(name, &part);
        self.names.iter().any(related) || self.host.iter().any(related)
    }

    /// Returns `true` if a text is exactly one of the site's names.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let text = squeeze(text);
        self.names.iter().chain(&self.host).any(|name| *name == text)
    }
}

fn squeeze(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The title, and its heading if the page shows it.
pub(super) struct Title {
    pub text: Option<Stated<String>>,
    pub heading: Option<NodeId>,
}

/// What is known about a page before its title.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PageKind {
    /// The site's home page.
    Home,
    /// An article, according to metadata.
    Article,
    Other,
}

/// Chooses the title. `stated` holds the titles in metadata, the most trusted first. `document` is the text of
/// `<title>`. `leads_text` tells whether an article's paragraphs follow a heading.
pub(super) fn choose(
    headings: &[Heading],
    stated: &[Stated<String>],
    document: &str,
    site: &SiteNames,
    kind: PageKind,
    leads_text: &dyn Fn(NodeId) -> bool,
) -> Title {
    let mut candidates: Vec<Stated<String>> =
        stated.iter().map(|(title, source)| (cut_site(title, site, false), *source)).collect();
    candidates.push((cut_site(document, site, true), Source::DocumentTitle));
    candidates.retain(|(title, _)| !is_generic(title, site));
    let folded: Vec<String> = candidates.iter().map(|(title, _)| fold(title)).collect();

    let usable = |heading: &&Heading| {
        !(is_generic(&heading.text, site) || kind == PageKind::Article && is_paragraph(&heading.text))
    };
    let tops = || headings.iter().filter(|h| h.level == 1).filter(usable);
    let first = tops().next();
    // On a home page the site's name is the title. The headings there are slogans and teasers.
    if kind == PageKind::Home && !document.is_empty() {
        return Title {
            text: Some((document.to_owned(), Source::DocumentTitle)),
            heading: first.map(|heading| heading.node),
        };
    }
    // The title may be a whole heading with its kicker. Then the form in metadata or `<title>` is used, because it has
    // a mark between the two. A heading in the article comes before a copy of it in a bar of the site.
    let is_of_site = |h: &Heading| h.is_in_header && !h.is_in_article;
    let exact = tops().filter_map(|h| {
        let agrees = |reading: &String| folded.iter().position(|title| *title == fold(reading));
        let (reading, at) = h.readings.iter().find_map(|reading| Some((reading, agrees(reading)?)))?;
        Some((h, if *reading == h.text { h.text.as_str() } else { candidates[at].0.as_str() }))
    });
    let exact = exact.min_by_key(|(h, _)| is_of_site(h));
    let of_metadata =
        &folded[..folded.len() - usize::from(candidates.last().is_some_and(|(_, s)| *s == Source::DocumentTitle))];
    let lower = |titles: &[String]| headings.iter().filter(usable).find(|h| h.level > 1 && titles.contains(&h.folded));
    let agreeing = exact.or_else(|| {
        let other = lower(of_metadata)
            // `<title>` "Harvest - Village News" and the heading "Harvest" agree, even if no other place names the
            // site.
            .or_else(|| tops().find(|h| candidates.iter().any(|(title, _)| suffix(title, &h.text).is_some())))
            .or_else(|| {
                let mut below = headings.iter().filter(usable).filter(|h| has_words(&h.text, TEMPLATE_WORDS));
                // A number before the text is not a name: "404: Harvest".
                let has_name = |title: &str, h: &Heading| {
                    name_before(title, &h.text).is_some_and(|name| name.contains(char::is_alphabetic))
                };
                let is_named = |h: &&Heading| candidates.iter().any(|(title, _)| has_name(title, h));
                below.find(|h| is_named(h) && leads_text(h.node))
            })
            .or_else(|| {
                let longer = headings.iter().filter(usable).filter(|h| h.level > 1);
                let mut longer = longer.filter(|h| has_words(&h.text, TEMPLATE_WORDS));
                let top = |title: &str| tops().any(|h| !h.is_logo && share_word(&h.folded, &fold(title)));
                longer.find(|h| candidates.iter().any(|(title, _)| suffix(title, &h.text).is_some() && !top(title)))
            })
            .or_else(|| lower(&folded))
            .or_else(|| tops().find(|h| folded.iter().any(|title| resemble(&h.folded, title))))?;
        Some((other, other.text.as_str()))
    });
    // A heading of the site may be a bar that stays on the screen, with the title for search engines. Or it is a logo,
    // with the same text on all pages. The only headline in the article comes before such a heading.
    let agreeing = agreeing.map(|(heading, text)| {
        let mut own = tops().filter(|h| h.is_in_article && (h.is_in_header || of_metadata.is_empty()));
        let only = own.next().filter(|_| own.next().is_none() && is_of_site(heading));
        let line = || tops().find(|line| line.is_line && heading.is_logo);
        only.or_else(line).map_or((heading, text), |own| (own, own.text.as_str()))
    });
    // A lone `h1` is an article's headline even if the metadata has another title for search
    // engines. On other pages it may be a slogan, so it has to share a word with the title, or stand
    // over an article's text where `<title>` is the only other title. A `<title>` that begins with
    // the site's name is not evidence about the page.
    let names_site = cut_start(document.trim(), site).is_some();
    let others = || folded.iter().take(folded.len() - usize::from(names_site && !folded.is_empty()));
    let lone = || {
        let mut all = tops();
        let only = all.next().filter(|_| all.next().is_none())?;
        let long = only.folded.split(' ').count() >= 3;
        let related = || others().next().is_none() || others().any(|title| share_word(&only.folded, title));
        let is_over_text = || of_metadata.is_empty() && leads_text(only.node);
        let is_headline = || kind == PageKind::Article || only.is_line || related() || is_over_text();
        (candidates.is_empty() || long && is_headline()).then_some(only)
    };
    // A short `<title>` that agrees with no other title is the name of the site or a default of the
    // template. Then the headline is the only one in the article, or the first heading over its text.
    let in_article = || {
        let is_short = document.split(' ').count() <= TEMPLATE_WORDS && !document.contains(is_unspaced);
        if !(is_short || candidates.is_empty()) || !of_metadata.is_empty() {
            return None;
        }
        let mut all = tops().filter(|h| h.is_in_article);
        let only = all.next().filter(|_| all.next().is_none());
        let is_headline = |h: &&Heading| !is_of_site(h) && has_words(&h.text, TEMPLATE_WORDS + 1) && leads_text(h.node);
        let first = || headings.iter().filter(usable).find(is_headline).filter(|_| tops().next().is_none());
        only.or_else(first)
    };
    let lone = || lone().or_else(in_article).map(|heading| (heading, heading.text.as_str()));
    if let Some((heading, text)) = agreeing.or_else(lone) {
        let text = cut_site(text, site, false);
        return Title { text: Some((text, Source::Heading)), heading: Some(heading.node) };
    }
    let bare = || {
        let document = (cut_site(document, site, true), Source::DocumentTitle);
        stated.iter().cloned().chain([document]).find(|(title, _)| !title.is_empty())
    };
    let text = candidates.into_iter().next().or_else(|| Some((first?.text.clone(), Source::Heading))).or_else(bare);
    Title { text, heading: first.map(|heading| heading.node) }
}

/// Returns `true` if two folded titles share a word that is long enough. All titles share the shortest words.
fn share_word(a: &str, b: &str) -> bool {
    /// Fewest bytes of such a word: four letters in Latin script, two with marks, or one in a script without spaces.
    const FEWEST_BYTES: usize = 4;
    let words: Vec<&str> = b.split(' ').collect();
    a.split(' ').any(|word| word.len() >= FEWEST_BYTES && words.contains(&word))
        || a.chars().any(|c| is_unspaced(c) && b.contains(c))
}

/// Returns `true` if an article's heading is its lead and not its headline: several lines that end
/// like a sentence. Forum posts have such titles.
fn is_paragraph(text: &str) -> bool {
    const HEADLINE_WORDS: usize = 25;
    text::word_count(text) > HEADLINE_WORDS && text::ends_sentence(text)
}

/// Returns `true` if a title is empty, a template's default, or only the site's name. The site's name may stand after
/// the default.
fn is_generic(title: &str, site: &SiteNames) -> bool {
    let folded = fold(title);
    let is_default = |text: &str| EMPTY_TITLES.contains(&fold(text).as_str());
    let before_site =
        || SEPARATORS.iter().filter_map(|separator| title.split_once(separator)).any(|(head, _)| is_default(head));
    folded.is_empty() || is_default(title) || site.is_name(title) || before_site()
}

/// Returns `true` if two folded titles are versions of the same one: one contains the other, or they share most words.
pub(super) fn resemble(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() * 2 >= long.len() && long.contains(short) {
        return true;
    }
    if long.contains(is_unspaced) {
        let pairs = |text: &str| text.chars().zip(text.chars().skip(1)).collect::<Vec<_>>();
        let (short, long) = (pairs(short), pairs(long));
        return short.iter().filter(|pair| long.contains(pair)).count() * 2 > long.len().max(short.len());
    }
    let words: Vec<&str> = long.split(' ').collect();
    let (mut shared, mut count) = (0, 0);
    for word in short.split(' ') {
        count += 1;
        shared += usize::from(words.contains(&word));
    }
    count >= 3 && shared * 2 > words.len().max(count)
}

/// Maximum number of characters of a site's or section's name in a script without spaces.
const SITE_CHARS: usize = 12;

/// Removes the site's name from both ends of a title. With `guess`, also removes a short end that
/// may be the site's name although it is not a known one. Only `<title>` has such ends.
fn cut_site(title: &str, site: &SiteNames, guess: bool) -> String {
    let mut rest = title.trim();
    // Cuts the site and the section at either end. A real title never has more than four such parts.
    for _ in 0..4 {
        let is_first = rest.len() == title.trim().len();
        let Some(shorter) =
            cut_end(rest, site, guess && (is_first || rest.contains('_'))).or_else(|| cut_start(rest, site))
        else {
            break;
        };
        rest = shorter;
    }
    rest.to_owned()
}

fn cut_end<'a>(title: &'a str, site: &SiteNames, guess: bool) -> Option<&'a str> {
    let (at, separator) = SEPARATORS
        .iter()
        .filter_map(|s| title.rfind(s).map(|at| (at, *s)))
        .max_by_key(|&(at, s)| (at + s.len(), s.len()))?;
    let (head, tail) = (title[..at].trim(), title[at + separator.len()..].trim());
    if head.is_empty() {
        return None;
    }
    if tail.is_empty() || separator != ": " && site.matches(tail) {
        return Some(head);
    }
    let (head_words, tail_words) = (head.split(' ').count(), tail.split(' ').count());
    let likely = match separator {
        // In Chinese, Japanese and Korean titles, these marks separate the section and the site. In
        // other languages the mark may be part of a word such as "snake_case".
        "_" | "--" | "ㅣ" if head.contains(|c| is_unspaced(c) || is_hangul(c)) => {
            let chars = tail.chars().count();
            chars <= SITE_CHARS && head.chars().count() > chars
        }
        // "Part two: the river"
        "_" | "--" | ": " | ":" | "：" => false,
        weak if WEAK_SEPARATORS.contains(&weak) => head_words >= 4 && tail_words <= 3 && tail_words * 2 <= head_words,
        _ => head_words >= 2 && tail_words <= 4 && tail_words <= head_words,
    };
    // A bar hardly ever belongs to a headline.
    ((guess || matches!(separator, " | " | "|")) && likely).then_some(head)
}

fn cut_start<'a>(title: &'a str, site: &SiteNames) -> Option<&'a str> {
    let (at, separator) =
        SEPARATORS.iter().filter_map(|s| title.find(s).map(|at| (at, *s))).min_by_key(|&(at, _)| at)?;
    let (head, tail) = (title[..at].trim(), title[at + separator.len()..].trim());
    // A name at the start is cut only if it is exactly the site's name. Titles often begin with the name of a thing.
    (!tail.is_empty() && (head.is_empty() || site.is_name(head))).then_some(tail)
}

/// Returns the name that stands before a text in a title, with a separator between them: `Village News` in "Village News:
/// Harvest" for "Harvest".
fn name_before<'a>(title: &'a str, text: &str) -> Option<&'a str> {
    let rest = title.strip_suffix(text).filter(|_| !text.is_empty())?;
    let separator = SEPARATORS.iter().find(|separator| rest.ends_with(**separator))?;
    Some(rest[..rest.len() - separator.len()].trim()).filter(|name| !name.is_empty())
}

/// Returns the parts of a `<title>` before and after each separator, folded.
pub(super) fn parts(document: &str) -> Vec<String> {
    /// Maximum number of separators that are tried. A title has few.
    const MOST: usize = 8;
    let cuts = SEPARATORS.iter().flat_map(|separator| {
        document.match_indices(separator).map(|(at, separator)| (&document[..at], &document[at + separator.len()..]))
    });
    cuts.take(MOST).flat_map(|(before, after)| [fold(before), fold(after)]).filter(|part| !part.is_empty()).collect()
}

/// Returns `true` if each part of a title is so short that it may be the name of a site or section.
pub(super) fn may_be_names(title: &str) -> bool {
    /// Maximum number of words of such a name.
    const WORDS: usize = 8;
    let mut parts = vec![title];
    for separator in SEPARATORS {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    !parts.into_iter().any(|part| has_words(part, WORDS + 1))
}

/// Returns the name that `<title>` adds to either end of a stated title: `Village News` if
/// `<title>` is "Village News: Harvest" and the stated title is "Harvest". The name must be shorter
/// than the stated title, because some pages state their site's name as the title. A longer name at
/// the start is accepted if both are headings of the page.
pub(super) fn frame<'a>(document: &'a str, stated: &str, headings: &[Heading]) -> Option<&'a str> {
    let before = || name_before(document, stated);
    let is_shown = |text: &str| headings.iter().any(|heading| heading.text == text);
    suffix(document, stated)
        .filter(|name| name.len() < stated.len())
        .or_else(|| before().filter(|name| name.len() < stated.len() || is_shown(name) && is_shown(stated)))
}

/// Returns the site's name from the headings of a page: `<title>` begins with one heading, the logo, and continues with
/// another one, the headline.
pub(super) fn logo<'a>(document: &str, headings: &'a [Heading]) -> Option<&'a str> {
    let logos = headings.iter().filter(|heading| !heading.is_in_article);
    let mut logos = logos.filter(|logo| {
        let Some(rest) = document.strip_prefix(logo.text.as_str()) else { return false };
        let Some(rest) = SEPARATORS.iter().find_map(|separator| rest.strip_prefix(separator)) else { return false };
        let title = fold(rest);
        headings.iter().any(|other| other.folded == title && (logo.is_logo || other.is_in_article))
    });
    logos.next().map(|logo| logo.text.as_str())
}

/// Returns what `<title>` adds to the end of the title. On a page without other names, this is the site's name.
pub(super) fn suffix<'a>(document: &'a str, title: &str) -> Option<&'a str> {
    let rest = document.strip_prefix(title)?;
    let separator = SEPARATORS.iter().find(|s| rest.starts_with(**s))?;
    // The site's name comes last, after the section's.
    let parts = rest[separator.len()..].trim();
    let last = SEPARATORS.iter().filter_map(|s| parts.rfind(s).map(|at| at + s.len())).max().unwrap_or(0);
    Some(parts[last..].trim()).filter(|name| !name.is_empty())
}
