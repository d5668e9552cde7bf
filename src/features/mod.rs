//! What is measured of each block: its own shape, the place it stands in, and how it compares with the rest of
//! the page. Every figure comes from sums gathered in one walk, so the work is linear in the page.
//!
//! [`measure`] gathers what rules read. [`table`] (for HTML) and [`lines::table`] (for pasted text) put in numbers what the
//! learned classifier reads. Files import only files of a level below theirs:
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
pub(crate) use labels::{is_reply, is_sources, opens_related};
pub(crate) use measure::is_undisplayed;
pub use measure::{BlockKind, ElementContext, Features, Measured, Region, measure};
pub(crate) use names::is_visually_hidden;
pub use table::{Evidence, FeatureTable};
