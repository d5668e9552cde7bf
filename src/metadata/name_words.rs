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
    NO_NAMES "no-name"
    LINK_WORDS "link-word"
    ROLES "role"
    HOUSES "house"
    HOUSE_LEADS "before-house"
    OTHERS_BY "others-by"
}

/// Words between a name and a date, folded: the signs that folding drops from Indic and Thai words are missing here too.
pub(super) static DATE_LEADS: LazyLock<Vec<String>> = LazyLock::new(|| words::list("before-date").map(fold).collect());
pub(super) static WEEKDAYS: LazyLock<Vec<String>> = LazyLock::new(|| words::list("weekday").map(fold).collect());

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
