//! Posts of other sites that a page contains as text. Their embed codes show this text if scripts
//! do not run.

use crate::tree::{NodeId, Tag, Tree};

/// Classes that the embed codes of Twitter, Instagram, TikTok, Bluesky, Mastodon, Threads, Facebook and Reddit give to the
/// text of a post.
const QUOTES: &[&str] = &[
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "bluesky-embed",
    "mastodon-embed",
    "text-post-media",
    "fb-xfbml-parse-ignore",
    "reddit-card",
    "reddit-embed-bq",
];

/// Maximum number of levels between a card and an element inside it.
const CARD_LEVELS: usize = 4;

/// Returns `true` if an element is a post of another site: a quotation with the class of an embed code, or Substack's card of a
/// tweet.
pub(crate) fn is_post(tree: &Tree, id: NodeId) -> bool {
    match tree.tag(id) {
        Tag::BLOCKQUOTE => tree.class_words(id).any(|word| QUOTES.contains(&word)),
        Tag::DIV => is_card(tree, id),
        _ => false,
    }
}

fn is_card(tree: &Tree, id: NodeId) -> bool {
    let has_class = |id: NodeId, prefix: &str| tree.class_words(id).any(|word| word.starts_with(prefix));
    tree.tag(id) == Tag::DIV
        && tree.class_words(id).any(|word| word == "tweet")
        && tree.children(id).any(|child| has_class(child, "tweet-link"))
}

/// Returns `true` if an element belongs to a card and not to its post: the author's picture, the counts, or the rule above
/// them.
pub(crate) fn is_trimming(tree: &Tree, id: NodeId) -> bool {
    let is_own = match tree.tag(id) {
        Tag::HR => true,
        Tag::IMG => tree.class_words(id).any(|word| word.contains("avatar")),
        _ => tree.class_words(id).any(|word| word == "tweet-ufi"),
    };
    is_own && tree.ancestors(id).take(CARD_LEVELS).any(|id| is_card(tree, id))
}

/// Returns `true` if a link surrounds a whole card except its last line. The card becomes a
/// quotation without this link, because the last line contains the link.
pub(crate) fn is_link_around(tree: &Tree, link: NodeId) -> bool {
    tree.class_words(link).any(|word| word == "tweet-link-top")
        && tree.parent(link).is_some_and(|parent| is_card(tree, parent))
}
