//! Rules are a person's decisions for all pages of a site. They are plain data, and find their
//! blocks on each page.
//!
//! A rule states which blocks it matches, by their place, their words or the heading above them,
//! and what it does with them. It can keep blocks, leave them out, and name the block with the
//! title, the author or the date. A person could make all these changes on the page itself. The
//! danger is a rule that no longer fits its site. A rule without matches has no effect, and
//! [`Article::matched_rules`](crate::Article::matched_rules) tells which rules match.

mod pattern;
mod places;

use crate::error::Error;
use crate::limits::{MAX_RULE_BYTES, MAX_RULES};
use pattern::Pattern;
pub(crate) use pattern::{REST, TITLE, shape_of, words_of};
pub(crate) use places::Places;

/// A rule for the pages of a site. It has at least one condition, and matches where all of its
/// conditions hold.
///
/// ```
/// use unchaff::{Options, Rule, RuleAction, clean};
///
/// let page = "<main><p>It rained all night in the hills, and the river rose by two metres.</p>\
///     <p class=note>This page was last checked by the weather desk on Monday.</p></main>";
/// let rule = Rule::new(RuleAction::Drop).path("main > p.note");
/// let article = clean(page, &Options::new().rules([rule]))?;
/// assert!(!article.text.contains("weather desk"));
/// assert_eq!(article.matched_rules, [0]);
/// # Ok::<(), unchaff::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Rule {
    /// What the rule does with the blocks that it matches.
    pub action: RuleAction,
    /// Matches the blocks with this [path](crate::BlockReport::path), and the blocks inside the
    /// element of this path.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub path: Option<String>,
    /// Matches a heading with these words, and the blocks under it up to the next heading of its
    /// level or a higher one. In pasted text, a line can be a heading too, and the first full
    /// sentences end the part under it. The words may contain the signs of [`Rule::text`].
    /// `{title}` alone stands for the article's title.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub under: Option<String>,
    /// Matches the blocks with these words. Case, punctuation and spacing are ignored. `#` stands
    /// for a number, `*` for any single word, and `…` at the end for any words.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub text: Option<String>,
}

/// What a rule does with the blocks that it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum RuleAction {
    /// Keeps the blocks.
    Keep,
    /// Leaves the blocks out.
    Drop,
    /// Starts at the first matching block with text of the article before it. Leaves out that block
    /// and everything after it.
    DropFrom,
    /// Takes the title from the first block, and leaves that block out of the text.
    Title,
    /// Takes the authors from the first block that names any.
    Author,
    /// Takes the time of publication from the first block that has a date.
    Date,
}

impl RuleAction {
    /// Returns a short name that never changes: `keep`, `drop`, `drop-from`, `title`, `author`, `date`.
    pub fn as_str(self) -> &'static str {
        match self {
            RuleAction::Keep => "keep",
            RuleAction::Drop => "drop",
            RuleAction::DropFrom => "drop-from",
            RuleAction::Title => "title",
            RuleAction::Author => "author",
            RuleAction::Date => "date",
        }
    }

    /// Returns the action with this name, or `None` if no action has it.
    pub fn from_name(name: &str) -> Option<RuleAction> {
        use RuleAction::{Author, Date, Drop, DropFrom, Keep, Title};
        [Keep, Drop, DropFrom, Title, Author, Date].into_iter().find(|action| action.as_str() == name)
    }
}

impl Rule {
    /// Returns a rule without a condition. It needs one before it can be used.
    pub fn new(action: RuleAction) -> Rule {
        Rule { action, path: None, under: None, text: None }
    }

    /// Sets the [path](Rule#structfield.path).
    pub fn path(mut self, path: impl Into<String>) -> Rule {
        self.path = Some(path.into());
        self
    }

    /// Sets the [heading](Rule#structfield.under) above.
    pub fn under(mut self, under: impl Into<String>) -> Rule {
        self.under = Some(under.into());
        self
    }

    /// Sets the [words](Rule#structfield.text).
    pub fn text(mut self, text: impl Into<String>) -> Rule {
        self.text = Some(text.into());
        self
    }
}

/// Checks that all rules can be used.
///
/// # Errors
///
/// [`Error::InvalidOption`]
pub(crate) fn check(rules: &[Rule]) -> Result<(), Error> {
    let invalid = |problem: String| Err(Error::InvalidOption { name: "rules".into(), problem });
    if rules.len() > MAX_RULES {
        return invalid(format!(
            "there are {}, and {MAX_RULES} are possible; delete those that match no page.",
            rules.len()
        ));
    }
    for (number, Rule { path, under, text, .. }) in rules.iter().enumerate() {
        if path.is_none() && under.is_none() && text.is_none() {
            return invalid(format!("rule {number} has no condition; give it a path, under or text."));
        }
        for (name, value) in [("path", path), ("under", under), ("text", text)] {
            let Some(value) = value else { continue };
            if value.len() > MAX_RULE_BYTES {
                return invalid(format!(
                    "the {name} of rule {number} has more than {MAX_RULE_BYTES} bytes; shorten it."
                ));
            }
            let says_nothing = if name == "path" { value.trim().is_empty() } else { Pattern::new(value).is_empty() };
            if says_nothing {
                return invalid(format!(
                    "the {name} of rule {number} matches everything; give it a word, or leave it out."
                ));
            }
        }
    }
    Ok(())
}
