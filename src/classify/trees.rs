//! Boosted trees: each block of a page by itself, from its row of features to the log odds that it is content.
//!
//! Their part of a model file (see [`super::model`]):
//!
//! ```text
//! u8    number of features F that the trees read, at most 255
//! u16   number of trees T
//! f32   bias
//! u16×F the table's column of each feature
//! u8×F  number of thresholds of each feature
//! u16   thresholds, feature by feature, ascending, as keys (see key)
//! f32×T step of the leaf values of each tree
//! u8    nodes of all trees in preorder: a feature's index, or 255 for a leaf
//! u8    for each inner node, the index of its threshold: a row goes left where its key is not above it
//! i8    for each leaf, its value in steps of its tree
//! ```

use super::reader::Reader;

const LEAF: u8 = u8::MAX;

/// Trained trees.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Trees {
    /// The table's column of each feature.
    columns: Vec<u16>,
    bias: f32,
    /// The index of each tree's root.
    roots: Vec<u32>,
    nodes: Vec<Node>,
}

/// A node in preorder: the left child of an inner node follows it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Node {
    Inner { feature: u8, threshold: u16, right: u32 },
    Leaf(f32),
}

impl Trees {
    /// `None` for bytes that end early or point out of range.
    pub(super) fn read(reader: &mut Reader) -> Option<Trees> {
        let features = usize::from(reader.u8()?);
        let trees = usize::from(reader.u16()?);
        let bias = reader.f32()?;
        let columns = reader.list(features, Reader::u16)?;
        let counts = reader.take(features)?;
        let thresholds: Vec<Vec<u16>> =
            counts.iter().map(|&n| reader.list(usize::from(n), Reader::u16)).collect::<Option<_>>()?;
        let steps = reader.list(trees, Reader::f32)?;

        let shape = shape(reader.rest(), trees)?;
        let inner = shape.nodes.iter().filter(|&&feature| feature != LEAF).count();
        reader.take(shape.nodes.len())?;
        let mut indices = reader.take(inner)?.iter();
        let mut leaves = reader.take(shape.nodes.len() - inner)?.iter();
        let mut nodes = Vec::with_capacity(shape.nodes.len());
        let mut tree = 0;
        for (i, (&feature, &right)) in shape.nodes.iter().zip(&shape.right).enumerate() {
            while shape.roots.get(tree + 1).is_some_and(|&root| root as usize <= i) {
                tree += 1;
            }
            nodes.push(if feature == LEAF {
                Node::Leaf(f32::from(leaves.next()?.cast_signed()) * steps[tree])
            } else {
                let index = usize::from(*indices.next()?);
                Node::Inner { feature, threshold: *thresholds.get(usize::from(feature))?.get(index)?, right }
            });
        }
        Some(Trees { columns, bias, roots: shape.roots, nodes })
    }

    /// The largest column that is read.
    pub(super) fn last_column(&self) -> Option<usize> {
        self.columns.iter().copied().max().map(usize::from)
    }

    /// The log odds that a block is content; `value` gives its number in a column.
    pub(super) fn log_odds(&self, value: impl Fn(usize) -> f32) -> f32 {
        let mut keys = [0; 256];
        for (key_of_feature, &column) in keys.iter_mut().zip(&self.columns) {
            *key_of_feature = key(value(usize::from(column)));
        }
        let leaf = |&root: &u32| {
            let mut at = root;
            loop {
                match self.nodes[at as usize] {
                    Node::Inner { feature, threshold, right } => {
                        at = if keys[usize::from(feature)] <= threshold { at + 1 } else { right };
                    }
                    Node::Leaf(value) => return value,
                }
            }
        };
        self.roots.iter().map(leaf).fold(self.bias, |sum, value| sum + value)
    }
}

/// The trees' outlines: each node's feature and right child, and where each tree begins.
struct Shape<'a> {
    nodes: &'a [u8],
    right: Vec<u32>,
    roots: Vec<u32>,
}

/// Reads so many trees in preorder; a tree ends when no inner node waits for its right child.
fn shape(bytes: &[u8], trees: usize) -> Option<Shape<'_>> {
    let (mut right, mut roots) = (Vec::new(), Vec::with_capacity(trees));
    let mut waiting: Vec<usize> = Vec::new();
    for _ in 0..trees {
        roots.push(u32::try_from(right.len()).ok()?);
        loop {
            let feature = *bytes.get(right.len())?;
            right.push(0);
            if feature != LEAF {
                waiting.push(right.len() - 1);
            } else if let Some(parent) = waiting.pop() {
                right[parent] = u32::try_from(right.len()).ok()?;
            } else {
                break;
            }
        }
    }
    Some(Shape { nodes: bytes.get(..right.len())?, right, roots })
}

/// A number's upper 16 bits as an integer that sorts as the numbers do. Training cuts the features in the same
/// way, so that no row falls on another side of a threshold here than there.
fn key(value: f32) -> u16 {
    // Adding 0 turns -0 into 0.
    let upper = ((value + 0.0).to_bits() >> 16) as u16;
    if upper & 0x8000 == 0 { upper | 0x8000 } else { !upper }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One tree: column 0 <= 4 → -1; column 1 <= 0.5 → 2, else -2. Features and columns in different order.
    fn bytes() -> Vec<u8> {
        let mut bytes = vec![2, 1, 0];
        bytes.extend(0.25_f32.to_le_bytes());
        bytes.extend([1, 0, 0, 0]);
        bytes.extend([1, 1]);
        bytes.extend(key(0.5).to_le_bytes());
        bytes.extend(key(4.0).to_le_bytes());
        bytes.extend(0.5_f32.to_le_bytes());
        bytes.extend([1, LEAF, 0, LEAF, LEAF]);
        bytes.extend([0, 0]);
        bytes.extend([-2_i8, 4, -4].map(i8::cast_unsigned));
        bytes
    }

    #[test]
    fn rows_fall_through_the_trees() {
        let trees = Trees::read(&mut Reader::new(&bytes())).unwrap();
        for (row, odds) in [([4.0, 0.9], -0.75), ([5.0, 0.5], 2.25), ([5.0, 0.75], -1.75), ([-3.0, 0.0], -0.75)] {
            assert_eq!(trees.log_odds(|i| row[i]), odds, "{row:?}");
        }
        assert_eq!(trees.last_column(), Some(1));
    }

    #[test]
    fn damaged_trees_are_refused() {
        let whole = bytes();
        for length in 0..whole.len() {
            assert!(Trees::read(&mut Reader::new(&whole[..length])).is_none(), "{length} bytes");
        }
        let tail = whole.len() - 10;
        for (at, byte) in [(tail, 2), (tail + 5, 1)] {
            let mut damaged = whole.clone();
            damaged[at] = byte;
            assert!(Trees::read(&mut Reader::new(&damaged)).is_none(), "byte {at}");
        }
    }

    #[test]
    fn keys_sort_as_numbers_do() {
        let numbers = [f32::MIN, -2.0, -1.0, -0.001, 0.0, 0.001, 0.5, 1.0, 1.5, 300.0, f32::MAX];
        assert!(numbers.map(key).is_sorted());
        assert_eq!(key(-0.0), key(0.0));
    }
}
