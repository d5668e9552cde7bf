//! Decides whether a paste holds an article at all. Home pages, search results, forms and error
//! pages hold none.
//!
//! The model of lines tells which lines are more likely to be text than others. So it also chooses
//! some lines on a page of teasers. A small network of learned [`weights`] weighs the [`evidence`]
//! of the page as a whole. The danger is in refusing what a person pasted on purpose. So a paste is
//! judged only if it comes from a page, and refused only if the network is sure.

#[cfg(not(feature = "_internals"))]
pub(super) mod evidence;
#[cfg(feature = "_internals")]
pub mod evidence;
mod weights;

use evidence::COUNT;
use weights::WEIGHTS;

/// The lowest score at which a page is refused. At a score of 0, a page is as likely to hold an
/// article as not. In cross-validation, this limit refused one article in 312,
/// and three in five of the pages without an article.
const REFUSED: f32 = 3.0;

/// Returns `true` if a page with this evidence holds an article.
pub(super) fn holds_article(evidence: &[f32; COUNT]) -> bool {
    WEIGHTS.score(evidence) < REFUSED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_fit_the_evidence() {
        assert!(WEIGHTS.fits(COUNT), "the evidence has changed: run train/presence.py");
    }
}
