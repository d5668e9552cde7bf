//! Parts in another language or writing direction.

use crate::document::{Direction, LanguageTag, Locale};
use crate::tree::{NodeId, Tree};

/// Language and direction at the current place of the walk.
#[derive(Debug)]
pub(super) struct Surroundings {
    /// The languages and directions around the current place, innermost last. The first is that of the page and is
    /// never left.
    around: Vec<(NodeId, Locale)>,
}

impl Surroundings {
    /// Starts with the language and direction of the page's body.
    pub(super) fn new(tree: &Tree) -> Surroundings {
        let page = Locale { language: None, direction: Some(Direction::Ltr) };
        let mut surroundings = Surroundings { around: vec![(tree.root(), page)] };
        surroundings.enter(tree, tree.root());
        surroundings.enter(tree, tree.body());
        surroundings
    }

    /// Enters an element. Returns its language and direction if they differ from those around it.
    pub(super) fn enter(&mut self, tree: &Tree, id: NodeId) -> Option<Locale> {
        let said = read(tree, id)?;
        let around = &self.around.last()?.1;
        let differing = Locale {
            language: said
                .language
                .clone()
                .filter(|language| !is_same_language(Some(language), around.language.as_ref())),
            direction: said.direction.filter(|&direction| Some(direction) != around.direction),
        };
        let inside = Locale {
            language: said.language.or_else(|| around.language.clone()),
            direction: said.direction.or(around.direction),
        };
        self.around.push((id, inside));
        (differing != Locale::default()).then_some(differing)
    }

    /// Leaves an element.
    pub(super) fn leave(&mut self, id: NodeId) {
        if self.around.len() > 1 && self.around.last().is_some_and(|(element, _)| *element == id) {
            self.around.pop();
        }
    }
}

/// Returns `true` if two tags have the same language, such as `en` and `en-GB`. The region of a quotation does not
/// matter to its reader.
fn is_same_language(a: Option<&LanguageTag>, b: Option<&LanguageTag>) -> bool {
    let primary =
        |tag: Option<&LanguageTag>| tag.and_then(|tag| tag.as_str().split('-').next()).map(str::to_ascii_lowercase);
    primary(a) == primary(b)
}

fn read(tree: &Tree, id: NodeId) -> Option<Locale> {
    let direction = tree.attr(id, "dir").and_then(|dir| match dir.trim() {
        dir if dir.eq_ignore_ascii_case("rtl") => Some(Direction::Rtl),
        dir if dir.eq_ignore_ascii_case("ltr") => Some(Direction::Ltr),
        _ => None,
    });
    let language = tree.attr(id, "lang").and_then(|lang| LanguageTag::new(lang.trim()));
    (direction.is_some() || language.is_some()).then_some(Locale { language, direction })
}
