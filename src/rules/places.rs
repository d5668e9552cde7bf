//! The blocks of a page in the form that rules use: the place and the words of each block.

use super::pattern::{Pattern, TITLE};
use super::{Rule, RuleAction};
use crate::paths::SEPARATOR;
use crate::text;
use std::borrow::Cow;

/// Minimum number of words of full sentences. Such sentences end the part under a line of pasted
/// text.
const PROSE_WORDS: usize = 12;

/// The blocks of a page.
pub(crate) struct Places<'a> {
    list: Vec<RuledBlock<'a>>,
    title: String,
}

struct RuledBlock<'a> {
    folded: Cow<'a, str>,
    path: &'a str,
    is_prose: bool,
}

/// The part under a heading.
struct RuledSection<'a> {
    level: Option<u8>,
    /// The path of the element that holds the heading.
    parent: &'a str,
}

impl<'a> Places<'a> {
    /// Creates the list from the path, text and folded text of each block, and the title of the
    /// page.
    pub fn new(blocks: impl Iterator<Item = (&'a str, &'a str, Option<&'a str>)>, title: Option<&str>) -> Places<'a> {
        let place = |(path, text, folded): (&'a str, &'a str, Option<&'a str>)| RuledBlock {
            folded: folded.map_or_else(|| text::fold(text).into(), Cow::Borrowed),
            path,
            is_prose: text::ends_sentence(text) && text::has_words(text, PROSE_WORDS),
        };
        Places { list: blocks.map(place).collect(), title: text::fold(title.unwrap_or_default()) }
    }

    /// Returns the blocks that a rule matches, in their order.
    pub fn matched(&self, rule: &Rule) -> Vec<usize> {
        let text = rule.text.as_deref().map(Pattern::new);
        let under = rule.under.as_deref().map(|under| match under.trim() {
            TITLE => Pattern::new(&self.title),
            under => Pattern::new(under),
        });
        // If the page has no title, no block is under it.
        if under.as_ref().is_some_and(Pattern::is_empty) {
            return Vec::new();
        }
        let with_heading = matches!(rule.action, RuleAction::Keep | RuleAction::Drop | RuleAction::DropFrom);
        let mut section: Option<RuledSection> = None;
        let mut found = Vec::new();
        for (number, place) in self.list.iter().enumerate() {
            let is_heading = under.as_ref().is_some_and(|under| under.matches(&place.folded));
            if is_heading {
                section = Some(RuledSection { level: level(place.path), parent: parent(place.path) });
            } else if section.as_ref().is_some_and(|section| section.ends_at(place)) {
                section = None;
            }
            let is_under = under.is_none() || section.is_some() && (!is_heading || with_heading);
            let is_there = rule.path.as_deref().is_none_or(|path| is_inside(place.path, path.trim()));
            if is_under && is_there && text.as_ref().is_none_or(|text| text.matches(&place.folded)) {
                found.push(number);
            }
        }
        found
    }

    /// Returns the folded text of a block.
    pub fn folded(&self, number: usize) -> &str {
        self.list.get(number).map_or("", |place| &place.folded)
    }

    /// Returns `true` if a block has full sentences.
    pub fn is_prose(&self, number: usize) -> bool {
        self.list.get(number).is_some_and(|place| place.is_prose)
    }

    /// Returns `true` if a block is marked as a heading.
    pub fn is_heading(&self, number: usize) -> bool {
        self.list.get(number).is_some_and(|place| level(place.path).is_some())
    }

    /// Returns `true` if a block consists of the page's title.
    pub fn is_title(&self, number: usize) -> bool {
        !self.title.is_empty() && self.folded(number) == self.title
    }
}

impl RuledSection<'_> {
    fn ends_at(&self, place: &RuledBlock) -> bool {
        let is_as_high = match (self.level, level(place.path)) {
            (Some(own), Some(next)) => next <= own,
            (None, next) => next.is_some(),
            (Some(_), None) => false,
        };
        let is_outside = || self.level.is_none() || !self.parent.is_empty() && !is_inside(place.path, self.parent);
        is_as_high || place.is_prose && is_outside()
    }
}

/// Returns `true` if `path` equals `outer` or begins with its steps.
fn is_inside(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(SEPARATOR))
}

fn parent(path: &str) -> &str {
    path.rsplit_once(SEPARATOR).map_or("", |(parent, _)| parent)
}

/// Returns the level of the heading at the end of a path.
fn level(path: &str) -> Option<u8> {
    let step = path.rsplit(SEPARATOR).next()?.strip_prefix('h')?;
    let (level, rest) = (step.bytes().next()?, step.get(1..)?);
    ((b'1'..=b'6').contains(&level) && !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-'))
        .then(|| level - b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places<'a>(blocks: &[(&'a str, &'a str)], title: Option<&str>) -> Places<'a> {
        Places::new(blocks.iter().map(|&(path, text)| (path, text, None)), title)
    }

    #[test]
    fn the_title_is_known_without_case_and_marks() {
        let page = places(&[("h1", "Đò ngang!"), ("p", "Đò dọc")], Some("đò ngang"));
        assert!(page.is_title(0) && !page.is_title(1));
        assert!(!places(&[("p", "—")], None).is_title(0));
    }

    #[test]
    fn only_headings_have_a_level() {
        let level = |step: &str| level(&format!("main{SEPARATOR}{step}"));
        assert_eq!(["h1", "h2.title", "h6"].map(level), [Some(1), Some(2), Some(6)]);
        assert_eq!(["hr", "h7", "h0", "header", "h1-x", "p.h1"].map(level), [None; 6]);
    }

    #[test]
    fn prose_is_a_long_sentence() {
        let long = "Das Boot fährt heute nicht, weil der Wind seit dem Morgen so stark ist";
        let sentence = format!("{long}.");
        let page = places(&[("p", &sentence), ("p", long), ("p", "Das Boot fährt nicht.")], None);
        assert_eq!([0, 1, 2].map(|number| page.is_prose(number)), [true, false, false]);
    }

    #[test]
    fn a_heading_is_kept_or_dropped_with_what_is_under_it_and_holds_no_field() {
        let page = places(&[("h2", "Autor"), ("p", "Jana Beispiel"), ("h2", "Mehr")], None);
        let matched = |action| page.matched(&Rule::new(action).under("Autor"));
        assert_eq!(matched(RuleAction::Drop), [0, 1]);
        assert_eq!(matched(RuleAction::Author), [1]);
    }
}
