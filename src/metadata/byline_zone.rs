//! Where on the page the article's own byline and date can stand.
//!
//! The danger: cards of related articles, comments, footers and navigation all have names and dates. These parts are
//! left out, and elements near the headline come first.

use super::hints;
use crate::hash::HashSet;
use crate::tree::{NodeId, Step, Tag, Tree};
use std::collections::VecDeque;

/// Characters of body text after the headline that still count as near: about two paragraphs.
const NEAR_CHARS: usize = 700;

/// Characters after the headline that belong to its own lines: a standfirst, names, a date.
const HEADLINE_CHARS: usize = 300;

/// How many elements before the headline count as near. They may be a line with the section and the
/// date.
const NEAR_BEFORE: usize = 40;

/// Maximum number of elements after the headline that count as near, however short their texts are.
const NEAR_AFTER: usize = 400;

/// How many texts and elements after the headline are searched for a byline that has no element of
/// its own.
const AFTER_HEADLINE: usize = 8;

/// How many levels above the headline its own header may begin. A header farther out is the site's.
const HEADER_LEVELS: usize = 5;

/// The elements of the article's part of a page. Parts beside the article are left out.
#[derive(Default)]
pub(super) struct Area {
    /// The elements near the headline: first those after it in document order, then those before it, the nearest first.
    pub near: Vec<NodeId>,
    /// The elements after the near ones, in document order.
    pub rest: Vec<NodeId>,
    /// The texts that follow the headline in its parent and have no element of their own.
    pub after_headline: Vec<NodeId>,
}

/// Returns the area of the article around a headline. Without a headline, the elements at the page's beginning count as
/// near.
pub(super) fn around(tree: &Tree, headline: Option<NodeId>) -> Area {
    // An element around the headline is part of the article, whatever its class names say.
    let holders: HashSet<NodeId> = headline.into_iter().flat_map(|id| tree.ancestors(id)).collect();
    let header = headline.and_then(|id| tree.ancestors(id).nth(HEADER_LEVELS - 1));
    // What follows the article's element is not part of the article.
    let article = headline.and_then(|id| tree.ancestors(id).find(|&a| is_article(tree, a)));
    let own_header = headline.and_then(|id| own_header(tree, id));
    let mut place = Place::default();
    let mut area = Area::default();
    let mut before = VecDeque::new();
    let mut passed = headline.is_none();
    let mut chars = 0;
    let mut walk = tree.walk(tree.body());
    while let Some(step) = walk.next() {
        let id = match step {
            Step::Enter(id) => id,
            Step::Leave(id) => {
                if Some(id) == article {
                    break;
                }
                place.is_in_header &= Some(id) != own_header;
                continue;
            }
        };
        if tree.tag(id) == Tag::TEXT {
            if passed && chars < NEAR_CHARS && tree.parent(id).is_some_and(|p| tree.tag(p) != Tag::H1) {
                chars += tree.text(id).trim().chars().count();
            }
            continue;
        }
        if Some(id) == header {
            before.clear();
        }
        place.is_in_article |= Some(id) == article;
        place.is_in_header |= Some(id) == own_header;
        place.is_after_headline = passed && headline.is_some();
        place.is_at_headline = place.is_after_headline && chars < HEADLINE_CHARS;
        // An element around the headline holds the whole article, so it is not a line with a name or a date.
        if holders.contains(&id) || id == tree.body() {
            continue;
        }
        if Some(id) == headline {
            passed = true;
        } else if is_beside(tree, id, &place) {
            walk.skip_children(id);
            continue;
        }
        if !passed {
            before.push_front(id);
            before.truncate(NEAR_BEFORE);
        } else if chars < NEAR_CHARS && area.near.len() < NEAR_AFTER {
            area.near.push(id);
        } else {
            area.rest.push(id);
        }
    }
    area.near.extend(before);
    let following = headline.and_then(|id| tree.next_sibling(id));
    let siblings = std::iter::successors(following, |&id| tree.next_sibling(id)).take(AFTER_HEADLINE);
    area.after_headline = siblings.filter(|&id| tree.tag(id) == Tag::TEXT).collect();
    area
}

/// The position of the walk over a page, relative to the article.
#[derive(Default)]
struct Place {
    /// `true` inside the article that has the headline.
    is_in_article: bool,
    /// `true` inside that article's header.
    is_in_header: bool,
    /// `true` after the headline.
    is_after_headline: bool,
    /// `true` after the headline and before the text.
    is_at_headline: bool,
}

/// Returns `true` if an element is an `article` or has hAtom's class for one.
fn is_article(tree: &Tree, id: NodeId) -> bool {
    tree.tag(id) == Tag::ARTICLE || hints::words(tree, id).contains(" hentry ")
}

/// Returns the `header` around a headline if it is the article's. A header with navigation is the site's.
fn own_header(tree: &Tree, headline: NodeId) -> Option<NodeId> {
    let header = tree.ancestors(headline).find(|&id| tree.tag(id) == Tag::HEADER)?;
    tree.descendants(header, Tag::NAV).next().is_none().then_some(header)
}

/// Returns `true` if an element is beside the article. An element around the headline never is. A
/// `<header>` is beside the article, unless the article's element holds it, or unless it follows
/// the headline and holds the text.
fn is_beside(tree: &Tree, id: NodeId, place: &Place) -> bool {
    match tree.tag(id) {
        // Some pages use one of these elements for the article's own line with author and date.
        tag @ (Tag::ASIDE | Tag::FOOTER | Tag::NAV) => {
            let words = hints::words(tree, id);
            let named = tag != Tag::NAV && (hints::is_author(&words) || words.contains(" meta "));
            let is_own = || tag == Tag::ASIDE || is_in_article(tree, id);
            !(named && is_own() && !hints::is_beside(&words) || place.is_in_article && is_byline(tree, id, &words))
        }
        Tag::HEADER => !(place.is_in_article || place.is_after_headline && is_long(tree, id)),
        // Some programs put the whole page into a form.
        Tag::FORM => !is_long(tree, id),
        Tag::BLOCKQUOTE | Tag::SCRIPT | Tag::STYLE | Tag::TEMPLATE | Tag::SELECT | Tag::SVG | Tag::IFRAME => true,
        // A reader's review has its own author.
        _ if tree.attr(id, "itemprop").is_some_and(|name| matches!(name, "review" | "comment")) => true,
        _ => {
            let words = hints::words(tree, id);
            let is_near = place.is_in_article || place.is_at_headline;
            let is_own = || place.is_in_header || is_near && is_byline(tree, id, &words);
            hints::is_beside(&words) && (hints::is_list(&words) || !is_own())
        }
    }
}

/// Returns `true` if an element has as much text as an article has.
fn is_long(tree: &Tree, id: NodeId) -> bool {
    const CHARS: usize = 1_000;
    let texts = tree.descendants(id, Tag::TEXT).map(|text| tree.text(text).trim().len());
    let mut total = 0;
    texts.into_iter().any(|len| {
        total += len;
        total >= CHARS
    })
}

/// Returns `true` if an element is the article's byline although its class names mark it as beside the article. A
/// byline is short, and it marks an author or holds a date. A part with linked headings is a list of other articles.
fn is_byline(tree: &Tree, id: NodeId, words: &str) -> bool {
    const MAX_STEPS: usize = 120;
    const MAX_CHARS: usize = 300;
    if hints::is_list(words) {
        return false;
    }
    let marks = |words: &str| [" date ", " fn ", " published "].iter().any(|word| words.contains(word));
    let (mut chars, mut says) = (0, words.contains(" meta "));
    for (count, step) in tree.walk(id).enumerate() {
        let Step::Enter(node) = step else { continue };
        chars += tree.text(node).trim().chars().count();
        if count > MAX_STEPS || chars > MAX_CHARS || is_linked_heading(tree, node) {
            return false;
        }
        let names = |name, value| tree.attr(node, name).is_some_and(|v| v.split_ascii_whitespace().any(|w| w == value));
        says |= matches!(tree.tag(node), Tag::ADDRESS | Tag::TIME)
            || names("rel", "author")
            || names("itemprop", "author")
            || marks(&hints::words(tree, node));
    }
    says
}

fn is_linked_heading(tree: &Tree, id: NodeId) -> bool {
    let is_heading = matches!(tree.tag(id), Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4);
    let is_link = |id: NodeId| tree.tag(id) == Tag::A;
    is_heading && (tree.parent(id).is_some_and(is_link) || tree.descendants(id, Tag::A).next().is_some())
}

/// Returns `true` if an element is part of an `<article>` and not deep inside it.
fn is_in_article(tree: &Tree, id: NodeId) -> bool {
    const LEVELS: usize = 3;
    tree.ancestors(id).take(LEVELS).any(|around| tree.tag(around) == Tag::ARTICLE)
}
