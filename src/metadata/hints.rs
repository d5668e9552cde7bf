//! What `class`, `id` and test names say an element is for.
//!
//! Every element of the page is asked, and pages built from utility classes have long lists, so this compares
//! words instead of running patterns.

use crate::parts::contains_any;
use crate::tree::{NodeId, Tree};

/// The class and id of an element as lower-case words between single spaces, with one at either end:
/// `entry-meta postDate` is ` entry meta postdate `.
pub(super) fn words(tree: &Tree, id: NodeId) -> String {
    let values = ["class", "id", "data-testid", "data-role"].map(|name| tree.attr(id, name).unwrap_or_default());
    let mut words = Vec::with_capacity(values.iter().map(|value| value.len() + 1).sum::<usize>() + 1);
    words.push(b' ');
    let mut after_space = true;
    for value in values.into_iter().filter(|value| !value.is_empty()) {
        // A byte of a longer character is as little a part of a word as the character.
        for byte in value.bytes().chain([b' ']) {
            let byte = if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() } else { b' ' };
            if byte != b' ' || !after_space {
                words.push(byte);
            }
            after_space = byte == b' ';
        }
    }
    // All of it is ASCII.
    String::from_utf8(words).unwrap_or_default()
}

/// Whether an element is beside the article: comments, related articles, lists of other articles, dialogs, ads.
pub(super) fn is_beside(words: &str) -> bool {
    let mut previous = "";
    words.split_ascii_whitespace().any(|word| {
        let pair = (std::mem::replace(&mut previous, word), word);
        // Elementor calls every part of a page a widget.
        (is_beside_word(word) && pair != ("elementor", "widget")) || is_beside_pair(pair)
    })
}

fn is_beside_word(word: &str) -> bool {
    matches!(
        word,
        "comment"
            | "comments"
            | "commentlist"
            | "disqus"
            | "replies"
            | "related"
            | "sidebar"
            | "footer"
            | "newsletter"
            | "popular"
            | "trending"
            | "latest"
            | "teaser"
            | "teasers"
            | "card"
            | "cards"
            | "carousel"
            | "slider"
            | "widget"
            | "widgets"
            | "breadcrumb"
            | "breadcrumbs"
            | "menu"
            | "navbar"
            | "modal"
            | "popup"
            | "binhluan"
            | "lienquan"
            | "tinlienquan"
            | "tinkhac"
            | "tinmoi"
            | "docnhieu"
            | "xemthem"
    ) || ["recirc", "recommend", "promo", "advert", "cookie"].iter().any(|start| word.starts_with(start))
        // Drupal's word for an article on the first page.
        && word != "promoted"
}

fn is_beside_pair(pair: (&str, &str)) -> bool {
    matches!(
        pair,
        ("side", "bar")
            | ("most", "read" | "viewed")
            | ("more", "news" | "stories" | "articles" | "posts")
            | ("read", "more" | "next" | "also")
            | ("binh", "luan")
            | ("lien", "quan")
            | ("tin", "khac" | "moi" | "cung")
            | ("doc", "nhieu")
            | ("xem", "them")
    )
}

/// Whether an element holds readers' comments.
pub(super) fn is_comments(words: &str) -> bool {
    let comments = |word| matches!(word, "comment" | "comments" | "commentlist" | "disqus" | "replies" | "binhluan");
    words.split_ascii_whitespace().any(comments) || words.contains(" binh luan ")
}

/// Whether an element holds the author's name, and not only what stands with it.
pub(super) fn is_author(words: &str) -> bool {
    let mut previous = "";
    let mut found = false;
    for word in words.split_ascii_whitespace() {
        let pair = (std::mem::replace(&mut previous, word), word);
        let named = matches!(
            word,
            "writer"
                | "writers"
                | "contributor"
                | "contributors"
                | "vcard"
                | "reporter"
                | "journalist"
                | "autor"
                | "autoren"
                | "autorin"
                | "auteur"
                | "auteurs"
                | "autore"
                | "tacgia"
                | "nguoiviet"
        );
        let paired = matches!(pair, ("tac", "gia") | ("nguoi", "viet") | ("phong", "vien"));
        let begins = word.starts_with("byline") || (word.starts_with("author") && !word.starts_with("authori"));
        found |= named || paired || begins;
        if matches!(word, "job" | "tag" | "tags" | "category" | "categories" | "history") {
            return false;
        }
    }
    found && !contains_any(words, AUTHOR_COMPANY)
}

/// Whether an element holds the name of the account that wrote a post in a forum.
pub(super) fn is_poster(words: &str) -> bool {
    words.split_ascii_whitespace().any(|word| matches!(word, "username" | "bigusername" | "postuser" | "threadstarter"))
}

/// Parts of class words for what stands with an author but is no name.
const AUTHOR_COMPANY: &[&str] = &[
    "avatar",
    "image",
    "img",
    "photo",
    "bio",
    "description",
    "social",
    "follow",
    "share",
    "date",
    "time",
    "role",
    "title",
    "email",
    "twitter",
    "comment",
];

/// Whether an element holds a date, or the line with the date and the author.
pub(super) fn is_date(words: &str) -> bool {
    const PARTS: &[&str] = &[
        "date",
        "time",
        "publish",
        "posted",
        "created",
        "stamp",
        "meta",
        "info",
        "byline",
        "author",
        "ngay",
        "thoi gian",
        "thoigian",
        "datum",
        "fecha",
    ];
    contains_any(words, PARTS)
}

/// Whether an element holds the date of the last change.
pub(super) fn is_modified(words: &str) -> bool {
    contains_any(words, &["updat", "modif", "cap nhat", "capnhat"])
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
