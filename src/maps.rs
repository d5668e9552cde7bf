//! Hash maps and sets for words, nodes and addresses of a page.
//!
//! Foldhash in place of the standard library's SipHash, which had 6 % of a page's instructions. Neither keeps a page from being
//! made of words that fall together: the module has no randomness to draw a key from. Nothing depends on the order in which
//! such a map is walked.

pub(crate) use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
