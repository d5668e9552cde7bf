//! Where on the page the article's own byline and date can stand.
//!
//! The danger: cards of related articles, comments, footers and navigation all have names and dates. So those
//! parts are left out, and what lies near the headline comes first.

use super::hints;
use crate::maps::HashSet;
use crate::tree::{NodeId, Step, Tag, Tree};
use std::collections::VecDeque;

/// Characters of body text after the headline that still count as near: about two paragraphs.
const NEAR_CHARS: usize = 700;

/// Elements before the headline that count as near: a line with section and date.
const NEAR_BEFORE: usize = 40;

/// Elements after the headline that count as near at most, whatever their text.
const NEAR_AFTER: usize = 400;

/// How many levels above the headline its own header may begin: what stands before it farther out is the site's.
const HEADER_LEVELS: usize = 5;

/// The elements of the article's part of a page, without those in parts beside it.
#[derive(Default)]
pub(super) struct Area {
    /// Near the headline: from it on in document order, then those before it, the nearest first.
    pub near: Vec<NodeId>,
    /// What follows, in document order.
    pub rest: Vec<NodeId>,
}

/// The article's area around a headline; without one, the page's beginning is near.
pub(super) fn around(tree: &Tree, headline: Option<NodeId>) -> Area {
    // What holds the headline is the article's, whatever it is called.
    let holders: HashSet<NodeId> = headline.into_iter().flat_map(|id| tree.ancestors(id)).collect();
    let header = headline.and_then(|id| tree.ancestors(id).nth(HEADER_LEVELS - 1));
    // After the article's element only other things come.
    let article = headline.and_then(|id| tree.ancestors(id).find(|&a| tree.tag(a) == Tag::ARTICLE));
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
        // A holder's text is the whole article's, so it is no line with a name or a date.
        if holders.contains(&id) || id == tree.body() {
            continue;
        }
        if Some(id) == headline {
            passed = true;
        } else if is_beside(tree, id) {
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
    area
}

/// Whether an element that does not hold the headline is beside the article. That is so of the site's `<header>`.
fn is_beside(tree: &Tree, id: NodeId) -> bool {
    match tree.tag(id) {
        // An article's line with the author and the date is sometimes marked so.
        Tag::ASIDE | Tag::FOOTER => {
            let words = hints::words(tree, id);
            let named = hints::is_author(&words) || words.contains(" meta ");
            let own = || tree.tag(id) == Tag::ASIDE || is_in_article(tree, id);
            hints::is_beside(&words) || !(named && own())
        }
        Tag::NAV
        | Tag::HEADER
        | Tag::FORM
        | Tag::SCRIPT
        | Tag::STYLE
        | Tag::TEMPLATE
        | Tag::SELECT
        | Tag::SVG
        | Tag::IFRAME => true,
        _ => hints::is_beside(&hints::words(tree, id)),
    }
}

/// Whether an element is part of an `<article>` and not of something deep inside.
fn is_in_article(tree: &Tree, id: NodeId) -> bool {
    const LEVELS: usize = 3;
    tree.ancestors(id).take(LEVELS).any(|around| tree.tag(around) == Tag::ARTICLE)
}
