//! Turns features into predictions: the probability that a block belongs to the article, and the
//! reasons for and against it.
//!
//! A learned [`model`] computes the probability of a block of an HTML page. A model also computes
//! that of a line of pasted text, and a few rules are added ([`lines`]). [`threshold`] looks at all
//! blocks of a page and decides how much of it is kept. The reasons are for people: they name
//! properties of the block that a reader can see. [`explain`] computes what moved the model's
//! verdict. Files import only files from lines above their own:
//!
//! ```text
//! reader, page_type, reason, threshold, trailing_articles, discussion, subheadings
//! judgement
//! trees, network
//! model
//! blocks, lines, presence, explain
//! ```

mod blocks;
pub mod discussion;
pub mod explain;
mod judgement;
pub mod lines;
pub mod model;
mod network;
pub mod page_type;
#[cfg(not(feature = "_internals"))]
mod presence;
#[cfg(feature = "_internals")]
pub mod presence;
mod reader;
mod reason;
#[cfg(not(feature = "_internals"))]
mod subheadings;
#[cfg(feature = "_internals")]
pub mod subheadings;
pub mod threshold;
pub mod trailing_articles;
mod trees;

pub use blocks::{judge, judge_by_rules};
pub use reason::{Prediction, Reason};
