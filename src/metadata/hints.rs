//! The purpose of an element, according to its class names, `id` and test names.
//!
//! Every element of the page is checked, and pages built from utility classes have long lists of
//! classes. So this code compares words and does not run patterns.

use crate::substring::contains_any;
use crate::tree::{NodeId, Tree};
use crate::words::{self, ClassWords};
use std::sync::LazyLock;

/// Returns the class, `id` and test names of an element as lower-case words, and the name of a custom element. A single
/// space stands before, between and after the words: `entry-meta postDate` becomes ` entry meta postdate `.
pub(super) fn words(tree: &Tree, id: NodeId) -> String {
    split(tree, id, false)
}

/// Returns the same words, and also separates words before a capital letter: `NewsTitle` becomes ` news title `.
pub(super) fn words_by_capitals(tree: &Tree, id: NodeId) -> String {
    split(tree, id, true)
}

fn split(tree: &Tree, id: NodeId, by_capitals: bool) -> String {
    let custom = Some(tree.name(id)).filter(|name| name.contains('-')).unwrap_or_default();
    let [class, name, test, role] =
        ["class", "id", "data-testid", "data-role"].map(|name| tree.attr(id, name).unwrap_or_default());
    let values = [class, name, test, role, custom];
    let mut words = Vec::with_capacity(values.iter().map(|value| value.len() + 1).sum::<usize>() + 1);
    words.push(b' ');
    let mut after_space = true;
    for value in values.into_iter().filter(|value| !value.is_empty()) {
        // Bytes of non-ASCII characters separate words too.
        let mut before = b' ';
        for byte in value.bytes().chain([b' ']) {
            if by_capitals && before.is_ascii_lowercase() && byte.is_ascii_uppercase() {
                words.push(b' ');
            }
            before = byte;
            let byte = if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() } else { b' ' };
            if byte != b' ' || !after_space {
                words.push(byte);
            }
            after_space = byte == b' ';
        }
    }
    // Every byte is ASCII.
    String::from_utf8(words).unwrap_or_default()
}

macro_rules! lists {
    ($($name:ident $section:literal)*) => {
        $(static $name: LazyLock<Vec<&str>> = LazyLock::new(|| words::classes($section).collect());)*
    };
}

lists! {
    BESIDE_STARTS "beside-start"
    NOT_AUTHOR "not-author"
    AUTHOR_COMPANY "author-company"
    POSTER "poster"
    DATE_PARTS "date"
    CHANGE_PARTS "change"
}

macro_rules! names {
    ($($name:ident $section:literal)*) => {
        $(static $name: LazyLock<ClassWords<()>> =
            LazyLock::new(|| ClassWords::new(words::classes($section).map(|name| (name, ()))));)*
    };
}

names! {
    BESIDE "beside"
    COMMENTS "comments"
    AUTHOR "author"
    BESIDE_AUTHOR "beside-author"
    SOURCE "source"
    KICKER "kicker"
    TITLE "title"
    PORTRAIT "portrait"
    SITE_NAME "site-name"
}

/// Returns `true` if an element is beside the article: comments, related articles, lists of other articles, dialogs, ads.
pub(super) fn is_beside(words: &str) -> bool {
    // Drupal marks an article on the first page as "promoted".
    let begins = |word: &str| BESIDE_STARTS.iter().any(|start| word.starts_with(start)) && word != "promoted";
    // Elementor marks every part of a page as a widget.
    BESIDE.named(words).any(|(before, word, ())| (before, word) != ("elementor", "widget"))
        || words.split_ascii_whitespace().any(begins)
}

/// Returns `true` if an element holds other people's texts: comments, related articles, lists of other articles.
/// Footers, widgets and cards are not among them, because they can belong to the article.
pub(super) fn is_list(words: &str) -> bool {
    const PLAIN: [&str; 8] = ["footer", "widget", "widgets", "card", "cards", "breadcrumb", "breadcrumbs", "sidebar"];
    BESIDE.named(words).any(|(_, word, ())| !PLAIN.contains(&word))
}

/// Returns `true` if an element holds readers' comments.
pub(super) fn is_comments(words: &str) -> bool {
    COMMENTS.named(words).next().is_some()
}

/// Returns `true` if an element holds the author's name. Returns `false` for an element that only
/// stands beside the name.
pub(super) fn is_author(words: &str) -> bool {
    let begins =
        |word: &str| word.starts_with("byline") || (word.starts_with("author") && !word.starts_with("authori"));
    (AUTHOR.named(words).next().is_some() || words.split_ascii_whitespace().any(begins))
        && !words.split_ascii_whitespace().any(|word| NOT_AUTHOR.contains(&word))
        && !contains_any(words, &AUTHOR_COMPANY)
}

/// Returns `true` if an element inside a byline holds something other than the name: the author's role, a card that
/// opens, or contact details.
pub(super) fn is_beside_author(words: &str) -> bool {
    BESIDE_AUTHOR.named(words).next().is_some()
}

/// Returns `true` if an element is a portrait, or a drawing in place of a portrait.
pub(super) fn is_portrait(words: &str) -> bool {
    PORTRAIT.named(words).next().is_some()
}

/// Returns `true` if the class names of a line mention the author among other things:
/// `publish-date-author`.
pub(super) fn speaks_of_author(words: &str) -> bool {
    words.match_indices("author").any(|(at, _)| !words[at..].starts_with("authori"))
}

/// Returns `true` if an element inside a heading is its kicker, the line above the headline.
pub(super) fn is_kicker(words: &str) -> bool {
    KICKER.named(words).next().is_some()
}

/// Returns `true` if an element holds the title of an article, and not a part of one or of a box.
pub(super) fn is_title(words: &str) -> bool {
    TITLE.named(words).next().is_some() && !is_beside(words) && !is_kicker(words)
}

/// Returns `true` if an element holds the name of the site.
pub(super) fn is_site_name(words: &str) -> bool {
    SITE_NAME.named(words).next().is_some()
}

/// Returns `true` if an element holds the name of the agency or paper that the article comes from.
pub(super) fn is_source(words: &str) -> bool {
    SOURCE.named(words).next().is_some()
}

/// Returns `true` if an element holds the name of the account that wrote a post in a forum.
pub(super) fn is_poster(words: &str) -> bool {
    words.split_ascii_whitespace().any(|word| POSTER.contains(&word))
}

/// Returns `true` if an element holds a date, or the line with the date and the author.
pub(super) fn is_date(words: &str) -> bool {
    contains_any(words, &DATE_PARTS)
}

/// Returns `true` if an element holds the date of the last change.
pub(super) fn is_modified(words: &str) -> bool {
    contains_any(words, &CHANGE_PARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beside_the_article_is_known_by_its_words() {
        for beside in [" post comments ", " tin lien quan box ", " most read ", " recommended articles "] {
            assert!(is_beside(beside), "{beside}");
        }
        for own in [" article body ", " lead ", " discard ", " tin chinh "] {
            assert!(!is_beside(own), "{own}");
        }
    }

    #[test]
    fn an_author_is_not_what_stands_with_one() {
        for author in [" byline ", " authorname ", " tac gia ", " entry author link "] {
            assert!(is_author(author), "{author}");
        }
        for other in
            [" author avatar ", " authorbio ", " authority ", " entry ", " byline edit history ", " byline tag "]
        {
            assert!(!is_author(other), "{other}");
        }
    }
}
