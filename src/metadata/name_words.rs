//! Words that stand beside names in bylines, in all languages. [`words`](crate::words) describes
//! each section.

use super::text::fold;
use crate::words;
use std::sync::LazyLock;

macro_rules! lists {
    ($($name:ident $section:literal)*) => {
        $(pub(super) static $name: LazyLock<Vec<&str>> = LazyLock::new(|| words::list($section).collect());)*
    };
}

lists! {
    SUFFIXES "profession"
    JOINERS "and"
    PARTICLES "name-particle"
    HOUSE_LEADS "before-house"
    OTHERS_BY "others-by"
}

macro_rules! folded_lists {
    ($($name:ident $section:literal)*) => {
        $(pub(super) static $name: LazyLock<Vec<String>> = LazyLock::new(|| words::list($section).map(fold).collect());)*
    };
}

// These lists are compared with folded text. Folding drops signs from Indic and Thai words.
folded_lists! {
    NO_NAMES "no-name"
    LINK_WORDS "link-word"
    ROLES "role"
    HOUSES "house"
    DATE_LEADS "before-date"
    WEEKDAYS "weekday"
}

/// Words after a name that introduce the names of others, with the space before them.
pub(super) static OTHERS: LazyLock<Vec<String>> =
    LazyLock::new(|| words::list("others-work").map(|word| format!(" {word}")).collect());

/// Words between a name and the agencies that contributed, with the spaces around them. The agencies are written in
/// capitals.
pub(super) static AGENCY_LEADS: LazyLock<Vec<String>> =
    LazyLock::new(|| words::list("with").map(|word| format!(" {word} ")).collect());

/// Starts of labels of links that stand beside an author.
pub(super) static NO_NAME_STARTS: LazyLock<Vec<String>> =
    LazyLock::new(|| words::list("no-name-start").map(|start| start.replace('_', " ")).collect());
