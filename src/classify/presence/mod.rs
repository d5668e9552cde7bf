//! Whether a paste holds an article at all. Home pages, search results, forms and error pages do not.
//!
//! The model of lines says which lines are likelier text than others. It chooses some on a page of teasers too. A small
//! network of learned [`weights`] weighs the [`evidence`] of the page as a whole. The danger is in refusing what a person
//! pasted on purpose. So a paste is judged only if it comes from a page, and refused only if the network is sure.

#[cfg(not(feature = "_internals"))]
pub(super) mod evidence;
#[cfg(feature = "_internals")]
pub mod evidence;
mod weights;

use evidence::COUNT;
use weights::WEIGHTS;

/// A page is refused from this score on. At 0 it is as likely to hold an article as not. In cross-validation, this score
/// lost one article in 506.
const REFUSED: f32 = 3.5;

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
