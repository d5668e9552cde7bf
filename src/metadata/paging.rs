//! The next page of an article that has several pages.
//!
//! The danger: "next" most often means the next article. So a link counts only under two conditions. Its address is the
//! page's own address with the page number plus one, and its relation or its words say "next".

use super::hints;
use super::image::links;
use super::source::{Source, Stated};
use super::text::tidy;
use crate::tree::{NodeId, Step, Tag, Tree};
use crate::url::{BaseUrl, SafeUrl};
use crate::words;
use std::sync::LazyLock;

/// Parameters and path segments that hold the number of a page.
static NUMBER_NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("page-number").collect());

/// Words of a link to the next page, in lower case.
static NEXT_WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("next-page").collect());

/// Highest number of a page. Longer runs of digits are numbers of articles.
const MAX_PAGE: u32 = 999;

/// Maximum number of links of the body that are read. A page with more links is a list.
const MAX_LINKS: usize = 5_000;

/// Maximum number of bytes of a link's text.
const MAX_LINK_BYTES: usize = 64;

/// Returns the address of the next page. `declared` is the canonical address that the page
/// declares.
pub(super) fn next_page(tree: &Tree, base: &BaseUrl, declared: Option<&SafeUrl>) -> Option<Stated<SafeUrl>> {
    // A canonical address may lack the number, or be that of the first page.
    let own = PageAddress::of(base.page().or(declared)?.as_str());
    let mut readings = vec![(own.stem, own.number.unwrap_or(1))];
    match own.split {
        Some((stem, number, true)) => readings.push((stem, number)),
        // "/story/7" may be page 7 of a story or the seventh story. Only a story with several pages
        // has a link to page 1.
        Some((stem, number, false)) if links_to_first(tree, base, stem) => readings.push((stem, number)),
        _ => {}
    }
    let follows = |address: &str| {
        let url = base.resolve(address)?;
        let place = PageAddress::of(url.as_str());
        let (stem, number) = match (place.number, place.split) {
            (Some(number), _) => (place.stem, number),
            (None, Some((stem, number, _))) => (stem, number),
            (None, None) => return None,
        };
        // The link may have fewer parameters than the page's own address, because some parameters
        // belong only to this visit.
        let fits = place.parameters.iter().all(|parameter| own.parameters.contains(parameter))
            && readings.iter().any(|&(own_stem, own_number)| stem == own_stem && number == own_number + 1);
        fits.then(|| without_fragment(&url, base))?
    };
    let linked = links(tree, "next").find_map(|(_, address)| follows(address));
    let next = readings.iter().map(|&(_, number)| number + 1).collect::<Vec<_>>();
    linked.map(|url| (url, Source::Link("next"))).or_else(|| shown(tree, &next, follows))
}

/// Returns `true` if the page has a link with the text `1` to an address without a number.
fn links_to_first(tree: &Tree, base: &BaseUrl, stem: &str) -> bool {
    tree.descendants(tree.body(), Tag::A).take(MAX_LINKS).any(|link| {
        tree.attr(link, "href").is_some_and(|address| {
            tree.text_content(link).trim() == "1"
                && base.resolve(address).is_some_and(|url| {
                    let first = PageAddress::of(url.as_str());
                    first.stem == stem || first.split.is_some_and(|(own, number, _)| own == stem && number == 1)
                })
        })
    })
}

/// Returns the address of the first link that says "next" and leads to the next page.
fn shown(tree: &Tree, numbers: &[u32], follows: impl Fn(&str) -> Option<SafeUrl>) -> Option<Stated<SafeUrl>> {
    let mut seen = 0;
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        let Step::Enter(id) = step else { continue };
        if tree.tag(id) != Tag::A {
            // Comments can have pages of their own.
            if tree.tag(id) != Tag::TEXT && id != tree.body() && hints::is_comments(&hints::words(tree, id)) {
                walk.skip_children(id);
            }
            continue;
        }
        seen += 1;
        if seen > MAX_LINKS {
            return None;
        }
        let Some(address) = tree.attr(id, "href") else { continue };
        let relation = tree.attr(id, "rel").unwrap_or_default();
        let related = relation.split_ascii_whitespace().any(|name| name.eq_ignore_ascii_case("next"));
        if !related && !says_next(tree, id, numbers) {
            continue;
        }
        if let Some(url) = follows(address) {
            return Some((url, if related { Source::Link("next") } else { Source::Shown }));
        }
    }
    None
}

fn says_next(tree: &Tree, link: NodeId, numbers: &[u32]) -> bool {
    let text = tree.text_content(link);
    let label = if text.trim().is_empty() { tree.attr(link, "aria-label").unwrap_or_default() } else { &text };
    if label.trim().len() > MAX_LINK_BYTES {
        return false;
    }
    let label = tidy(label).to_lowercase();
    let word = label.trim_matches(|c: char| !c.is_alphanumeric());
    match word {
        // The link's text is an arrow.
        "" => label.contains(['›', '»', '→', '>']),
        word => word.parse().is_ok_and(|number| numbers.contains(&number)) || NEXT_WORDS.contains(&word),
    }
}

/// Returns an address without its fragment. A fragment would skip part of the text.
fn without_fragment(url: &SafeUrl, base: &BaseUrl) -> Option<SafeUrl> {
    match url.as_str().split_once('#') {
        Some((_, fragment)) if fragment.contains("comment") => None,
        Some((page, _)) => base.resolve(page),
        None => Some(url.clone()),
    }
}

/// The parts of a page's address.
struct PageAddress<'a> {
    /// The scheme, the host, and the path without a closing slash and a file extension.
    stem: &'a str,
    /// The query's parameters without the page's number.
    parameters: Vec<&'a str>,
    /// The page's number in the query.
    number: Option<u32>,
    /// The stem without the number at its end, that number, and `true` if a word marks the number
    /// as a page's.
    split: Option<(&'a str, u32, bool)>,
}

impl PageAddress<'_> {
    fn of(url: &str) -> PageAddress<'_> {
        let url = url.split('#').next().unwrap_or_default();
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut number = None;
        let mut parameters = Vec::new();
        for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            // On many sites "?p=7" is the seventh article.
            match page_number(value).filter(|_| name.len() > 1 && NUMBER_NAMES.contains(&name)) {
                Some(found) if number.is_none() => number = Some(found),
                _ => parameters.push(parameter),
            }
        }
        let stem = without_ending(path);
        PageAddress { stem, parameters, number, split: split_number(stem) }
    }
}

fn without_ending(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    [".html", ".htm", ".php", ".shtml"].iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path)
}

/// Splits the page's number off a path: `…/story/2`, `…/story/page/2`, `…/story-2`, `…/story_2`,
/// `…/story-p2`, `…/story-page-2`. Returns the rest, the number, and `true` if a word marks the
/// number as a page's.
fn split_number(path: &str) -> Option<(&str, u32, bool)> {
    const SEPARATORS: [char; 4] = ['/', '-', '_', ','];
    let rest = path.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = page_number(&path[rest.len()..])?;
    let bare = rest.strip_suffix(SEPARATORS).unwrap_or(rest);
    let named = NUMBER_NAMES.iter().find_map(|name| bare.strip_suffix(name)?.strip_suffix(SEPARATORS));
    let stem = named.or_else(|| (bare.len() < rest.len()).then_some(bare))?;
    Some((without_ending(stem), number, named.is_some()))
}

fn page_number(digits: &str) -> Option<u32> {
    let number = digits.parse().ok()?;
    (!digits.starts_with('0') && (1..=MAX_PAGE).contains(&number)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_found_in_an_address() {
        let cases = [
            ("https://a.example/story", None),
            ("https://a.example/story/2/", Some(("https://a.example/story", 2, false))),
            ("https://a.example/story/page/2", Some(("https://a.example/story", 2, true))),
            ("https://a.example/story-2.html", Some(("https://a.example/story", 2, false))),
            ("https://a.example/story.html/2", Some(("https://a.example/story", 2, false))),
            ("https://a.example/story-trang-2", Some(("https://a.example/story", 2, true))),
            ("https://a.example/story-p2.htm", Some(("https://a.example/story", 2, true))),
            ("https://a.example/story-2031", None),
            ("https://a.example/story-02", None),
            ("https://a.example/recap2", None),
        ];
        for (url, split) in cases {
            assert_eq!(PageAddress::of(url).split, split, "{url}");
        }
        let place = PageAddress::of("https://a.example/story.html?id=7&page=2#top");
        assert_eq!((place.stem, place.number, place.parameters), ("https://a.example/story", Some(2), vec!["id=7"]));
    }
}
