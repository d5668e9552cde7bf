//! The measures of each block: its shape, its position, and how it compares with the rest of the
//! page. All numbers are computed from sums over a single walk, so the work is linear in the page.
//!
//! [`measure`] computes what the rules read. [`table`] (for HTML) and [`lines::table`] (for pasted text) compute the
//! numbers that the learned classifier reads. Files import only files from lines above their own:
//!
//! ```text
//! names, numbers, groups, table, neighbours, elements, labels
//! boilerplate, shingles
//! measure
//! shape, ancestors
//! parts, lexicon
//! position, page, prose, repetition
//! html_table, lines/
//! ```

mod ancestors;
mod boilerplate;
mod elements;
mod groups;
mod html_table;
mod labels;
mod lexicon;
pub mod lines;
mod measure;
mod names;
mod neighbours;
mod numbers;
mod page;
mod parts;
mod position;
mod prose;
mod repetition;
mod shape;
mod shingles;
mod table;

pub use boilerplate::Boilerplate;
pub use html_table::table;
pub(crate) use labels::{is_control, is_reply, is_sources, opens_related};
pub(crate) use lines::is_comments_label;
pub(crate) use measure::is_undisplayed;
pub use measure::{BlockKind, ElementContext, Features, Measured, Region, measure};
pub(crate) use names::is_visually_hidden;
pub use table::{Evidence, FeatureTable};
