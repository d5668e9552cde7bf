//! The words of classes and ids.

use crate::tree::{NodeId, Tree};
use crate::words::{self, ClassWords};
use std::sync::LazyLock;

/// Returns the words of a class or id in lower case, separated by spaces: `relatedPosts top_news-2`
/// becomes `related posts top news`. Only the start is read, because long names are generated.
pub(super) fn words_of_name(value: &str) -> String {
    const NAME_BYTES: usize = 200;
    let mut words = String::with_capacity(2 * value.len().min(NAME_BYTES));
    let mut lower_before = false;
    for c in value.bytes().take(NAME_BYTES) {
        if !c.is_ascii_alphabetic() || c.is_ascii_uppercase() && lower_before {
            words.push(' ');
        }
        lower_before = c.is_ascii_lowercase();
        if c.is_ascii_alphabetic() {
            words.push(c.to_ascii_lowercase() as char);
        }
    }
    words
}

/// Returns `true` if an element's class marks it as a caption.
pub(super) fn is_caption(tree: &Tree, id: NodeId) -> bool {
    let Some(class) = tree.attr(id, "class").filter(|class| !class.is_empty()) else { return false };
    static NAMES: LazyLock<ClassWords<()>> =
        LazyLock::new(|| ClassWords::new(words::classes("caption").map(|name| (name, ()))));
    NAMES.named(&words_of_name(class)).next().is_some()
}

/// Returns `true` if an element's class or style hides it from view but not from screen readers.
pub(crate) fn is_visually_hidden(tree: &Tree, id: NodeId) -> bool {
    static NAMES: LazyLock<ClassWords<()>> =
        LazyLock::new(|| ClassWords::new(words::classes("visually-hidden").map(|name| (name, ()))));
    let by_name = |class: &str| NAMES.named(&words_of_name(class)).next().is_some();
    tree.attr(id, "class").is_some_and(by_name) || tree.attr(id, "style").is_some_and(is_clipped)
}

/// Returns `true` if a style clips the whole element or moves it off the screen.
fn is_clipped(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_ascii_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    ["clip:rect(0", "clip:rect(1px", "clip-path:inset(50%", "clip-path:inset(100%", "left:-9999", "left:-10000"]
        .iter()
        .any(|clip| style.contains(clip))
}
