//! The data from which most columns of a page are computed.

use super::ancestors::{Situated, Sums};
use super::elements::Elements;
use super::shape::Shape;
use crate::tree::Tree;

/// A page and its parts, for the columns of its table.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    pub tree: &'a Tree,
    pub elements: &'a Elements,
    pub blocks: &'a [Situated],
    pub shapes: &'a [Shape],
    pub sums: &'a Sums,
}
