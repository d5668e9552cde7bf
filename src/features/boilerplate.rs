//! Finds the kind of boilerplate that an element is, by its tag, its role, and the words of its
//! class and id: menu, comments, sharing.

use super::names::words_of_name;
use crate::hash::HashMap;
use crate::tree::{NodeId, Tag, Tree};
use crate::words::{self, ClassWords};
use std::sync::LazyLock;

/// The parts of a page that are not its article, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Boilerplate {
    /// Readers' comments and ratings.
    Comments,
    /// Links to other articles, teasers, sidebars.
    Related,
    /// Share buttons, subscriptions, advertising, cookie notices.
    Promotion,
    /// Menus, breadcrumbs, pagination, the page's own header and footer.
    Navigation,
    /// Lines with the author and the date, counts of views, tags.
    Byline,
}

/// Returns the kind of boilerplate that an element is. `named` caches the results by name, because
/// the items of a list all have the same name.
pub(super) fn boilerplate<'a>(
    tree: &'a Tree,
    id: NodeId,
    named: &mut HashMap<&'a str, Option<Boilerplate>>,
) -> Option<Boilerplate> {
    match tree.tag(id) {
        Tag::NAV | Tag::FOOTER | Tag::MENU => return Some(Boilerplate::Navigation),
        Tag::ASIDE => return Some(Boilerplate::Related),
        Tag::DIALOG => return Some(Boilerplate::Promotion),
        _ => {}
    }
    match tree.attr(id, "role") {
        Some("navigation" | "banner" | "contentinfo" | "menu" | "menubar" | "search") => {
            return Some(Boilerplate::Navigation);
        }
        Some("complementary") => return Some(Boilerplate::Related),
        Some("dialog" | "alertdialog") => return Some(Boilerplate::Promotion),
        _ => {}
    }
    let mut by_name = |value| *named.entry(value).or_insert_with(|| boilerplate_by_name(value));
    ["class", "id"].into_iter().filter_map(|attribute| tree.attr(id, attribute)).find_map(&mut by_name)
}

/// Returns the boilerplate that a class or id names. If several kinds are named by one word or two
/// successive words, returns the strongest one.
fn boilerplate_by_name(value: &str) -> Option<Boilerplate> {
    static NAMES: LazyLock<ClassWords<Boilerplate>> = LazyLock::new(|| {
        let sections = [
            ("boilerplate-comments", Boilerplate::Comments),
            ("boilerplate-related", Boilerplate::Related),
            ("boilerplate-promotion", Boilerplate::Promotion),
            ("boilerplate-navigation", Boilerplate::Navigation),
            ("boilerplate-byline", Boilerplate::Byline),
        ];
        let names = |(section, kind)| words::classes(section).map(move |name| (name, kind));
        ClassWords::new(sections.into_iter().flat_map(names))
    });
    NAMES.named(&words_of_name(value)).map(|(_, _, kind)| kind).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::HashMapExt;
    use crate::tree;

    #[test]
    fn tags_roles_and_names_say_what_an_element_is() {
        let cases = [
            ("<nav>", Some(Boilerplate::Navigation)),
            ("<div role=navigation>", Some(Boilerplate::Navigation)),
            ("<div role=banner>", Some(Boilerplate::Navigation)),
            ("<div role=contentinfo>", Some(Boilerplate::Navigation)),
            ("<div role=search>", Some(Boilerplate::Navigation)),
            ("<div role=complementary>", Some(Boilerplate::Related)),
            ("<div role=dialog>", Some(Boilerplate::Promotion)),
            ("<aside>", Some(Boilerplate::Related)),
            ("<div class=comments>", Some(Boilerplate::Comments)),
            ("<div id=related-posts>", Some(Boilerplate::Related)),
            ("<div role=main>", None),
            ("<div class=story>", None),
        ];
        for (markup, expected) in cases {
            let tree = tree::parse(&format!("<body>{markup}Text")).unwrap();
            let element = tree.first_child(tree.body()).unwrap();
            assert_eq!(boilerplate(&tree, element, &mut HashMap::new()), expected, "{markup}");
        }
    }
}
