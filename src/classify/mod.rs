//! Features to predictions: how probable it is that a block belongs to the article, and what speaks for and against it.
//!
//! The probability of a block of an HTML page is learned ([`model`]), and so is that of a line of pasted text, with a few
//! rules around it ([`lines`]). How much of the page counts is decided over all its blocks ([`threshold`]). The reasons are
//! for people: they name what a reader would see of the block; what the model summed up is told on request ([`explain`]).
//! Files import only files of a level below theirs:
//!
//! ```text
//! reader, page_type, reason, threshold, trailing_articles, discussion
//! judgement
//! trees, network
//! model
//! blocks, lines, explain
//! ```

mod blocks;
pub mod discussion;
pub mod explain;
mod judgement;
pub mod lines;
pub mod model;
mod network;
pub mod page_type;
mod reader;
mod reason;
mod subheadings;
pub mod threshold;
pub mod trailing_articles;
mod trees;

pub use blocks::{judge, judge_by_rules};
pub use reason::{Prediction, Reason};
