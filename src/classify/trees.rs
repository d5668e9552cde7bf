//! Boosted trees. They compute the log odds that a block is content from the features of this block
//! alone.
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
//! u8    nodes of all trees in preorder: a feature's index, or 255 for a leaf; no right child lies more than 255 ahead
//! u8    for each inner node, the index of its threshold: a row goes left where its key is not above it
//! i8    for each leaf, its value in steps of its tree
//! ```

use super::judgement::Columns;
use super::reader::ModelReader;

const LEAF: u8 = u8::MAX;

/// How many blocks are read together.
const TILE: usize = 16;
/// How many blocks are passed through a tree at the same time. While one block waits for its next
/// node, the processor works on the others.
const LANES: usize = 4;

/// Trained trees.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Trees {
    /// The table's column of each feature.
    columns: Vec<u16>,
    bias: f32,
    roots: Vec<Root>,
    nodes: Vec<TreeNode>,
    /// The value of each node that is a leaf.
    values: Vec<f32>,
}

/// Where a tree begins, and how many steps lead to its deepest leaf.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Root {
    node: u32,
    depth: u32,
}

/// A node of a tree, in preorder: the left child of an inner node follows it. A leaf leads to
/// itself, so all blocks take as many steps as the deepest leaf needs, and the processor has no
/// branch to predict. The threshold, the feature and the distance to the right child are packed
/// into one number, so that all nodes fit into the first-level cache.
#[derive(Debug, Clone, Copy, PartialEq)]
struct TreeNode(u32);

impl TreeNode {
    const LEAF: TreeNode = TreeNode((LEAF as u32) << 8);

    fn inner(feature: u8, threshold: u16, right: u8) -> TreeNode {
        TreeNode(u32::from(threshold) << 16 | u32::from(feature) << 8 | u32::from(right))
    }

    fn feature(self) -> usize {
        usize::from((self.0 >> 8) as u8)
    }

    /// Returns how many nodes to move forward for a block with this key.
    fn step(self, key: u16) -> u32 {
        if u32::from(key) <= self.0 >> 16 { 1 } else { self.0 & 0xFF }
    }
}

impl Trees {
    /// Reads the trees. Returns `None` if bytes are missing or point out of range.
    pub(super) fn read(reader: &mut ModelReader) -> Option<Trees> {
        let features = usize::from(reader.u8()?);
        let trees = usize::from(reader.u16()?);
        let bias = reader.f32()?;
        let columns = reader.list(features, ModelReader::u16)?;
        let counts = reader.take(features)?;
        let thresholds: Vec<Vec<u16>> =
            counts.iter().map(|&n| reader.list(usize::from(n), ModelReader::u16)).collect::<Option<_>>()?;
        let steps = reader.list(trees, ModelReader::f32)?;

        let outlines = outlines(reader.rest(), trees)?;
        let inner = outlines.nodes.iter().filter(|&&feature| feature != LEAF).count();
        reader.take(outlines.nodes.len())?;
        let mut indices = reader.take(inner)?.iter();
        let mut leaves = reader.take(outlines.nodes.len() - inner)?.iter();
        let mut nodes = Vec::with_capacity(outlines.nodes.len());
        let mut values = vec![0.0; outlines.nodes.len()];
        let mut tree = 0;
        for (i, (&feature, &right)) in outlines.nodes.iter().zip(&outlines.right).enumerate() {
            while outlines.roots.get(tree + 1).is_some_and(|root| root.node as usize <= i) {
                tree += 1;
            }
            nodes.push(if feature == LEAF {
                values[i] = f32::from(leaves.next()?.cast_signed()) * steps[tree];
                TreeNode::LEAF
            } else {
                let index = usize::from(*indices.next()?);
                let threshold = *thresholds.get(usize::from(feature))?.get(index)?;
                TreeNode::inner(feature, threshold, u8::try_from(right as usize - i).ok()?)
            });
        }
        Some(Trees { columns, bias, roots: outlines.roots, nodes, values })
    }

    /// Returns the last column that is read.
    pub(super) fn last_column(&self) -> Option<usize> {
        self.columns.iter().copied().max().map(usize::from)
    }

    /// Returns the log odds of each block that it is content.
    pub(super) fn log_odds(&self, blocks: usize, columns: &Columns) -> Vec<f32> {
        let mut odds = vec![self.bias; blocks.next_multiple_of(TILE)];
        // Leaves compare with this key. It is above every threshold, so the step from a leaf always
        // goes right, which is the leaf itself.
        let mut keys = [[u16::MAX; TILE]; LEAF as usize + 1];
        for (tile, odds) in odds.chunks_exact_mut(TILE).enumerate() {
            let first = tile * TILE;
            let mut numbers = [0.0; TILE];
            for (keys, &column) in keys.iter_mut().zip(&self.columns) {
                columns(usize::from(column), first, &mut numbers[..TILE.min(blocks - first)]);
                *keys = numbers.map(key);
            }
            for first in (0..TILE.min(blocks - first)).step_by(LANES) {
                for root in &self.roots {
                    let mut at = [root.node; LANES];
                    for _ in 0..root.depth {
                        for (lane, at) in at.iter_mut().enumerate() {
                            let node = self.nodes[*at as usize];
                            *at += node.step(keys[node.feature()][first + lane]);
                        }
                    }
                    for (odds, at) in odds[first..first + LANES].iter_mut().zip(at) {
                        *odds += self.values[at as usize];
                    }
                }
            }
        }
        odds.truncate(blocks);
        odds
    }
}

/// The outline of the trees: each node's feature and right child, and the start of each tree.
struct TreeOutlines<'a> {
    nodes: &'a [u8],
    right: Vec<u32>,
    roots: Vec<Root>,
}

/// Reads the outlines of `trees` trees in preorder. A tree ends when no inner node waits for its right child.
fn outlines(bytes: &[u8], trees: usize) -> Option<TreeOutlines<'_>> {
    let (mut right, mut roots) = (Vec::new(), Vec::with_capacity(trees));
    // Nodes that wait for their right child, with their depths.
    let mut waiting: Vec<(usize, u32)> = Vec::new();
    for _ in 0..trees {
        let mut root = Root { node: u32::try_from(right.len()).ok()?, depth: 0 };
        let mut depth = 0;
        loop {
            let feature = *bytes.get(right.len())?;
            right.push(0);
            root.depth = root.depth.max(depth);
            if feature != LEAF {
                waiting.push((right.len() - 1, depth));
                depth += 1;
            } else if let Some((parent, above)) = waiting.pop() {
                right[parent] = u32::try_from(right.len()).ok()?;
                depth = above + 1;
            } else {
                break;
            }
        }
        roots.push(root);
    }
    Some(TreeOutlines { nodes: bytes.get(..right.len())?, right, roots })
}

/// Returns a number's upper 16 bits as an integer with the same order. Training rounds the features
/// in the same way, so training and prediction compare with a threshold alike.
fn key(value: f32) -> u16 {
    // Adding 0 turns -0 into 0.
    let upper = ((value + 0.0).to_bits() >> 16) as u16;
    if upper & 0x8000 == 0 { upper | 0x8000 } else { !upper }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a file with one tree: column 0 <= 4 → -1; column 1 <= 0.5 → 2, else -2. Features and columns are in
    /// different order.
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
        let trees = Trees::read(&mut ModelReader::new(&bytes())).unwrap();
        let rows = [[4.0, 0.9], [5.0, 0.5], [5.0, 0.75], [-3.0, 0.0], [4.0, 0.5]];
        // More rows than one tile holds.
        let rows: Vec<[f32; 2]> = rows.into_iter().cycle().take(2 * TILE + 3).collect();
        let odds = trees.log_odds(rows.len(), &|column, first, numbers: &mut [f32]| {
            numbers.iter_mut().zip(&rows[first..]).for_each(|(number, row)| *number = row[column]);
        });
        assert!(odds.iter().eq([-0.75, 2.25, -1.75, -0.75, -0.75].iter().cycle().take(rows.len())), "{odds:?}");
        assert_eq!(trees.last_column(), Some(1));
    }

    #[test]
    fn damaged_trees_are_refused() {
        let whole = bytes();
        for length in 0..whole.len() {
            assert!(Trees::read(&mut ModelReader::new(&whole[..length])).is_none(), "{length} bytes");
        }
        let tail = whole.len() - 10;
        for (at, byte) in [(tail, 2), (tail + 5, 1)] {
            let mut damaged = whole.clone();
            damaged[at] = byte;
            assert!(Trees::read(&mut ModelReader::new(&damaged)).is_none(), "byte {at}");
        }
    }

    #[test]
    fn keys_sort_as_numbers_do() {
        let numbers = [f32::MIN, -2.0, -1.0, -0.001, 0.0, 0.001, 0.5, 1.0, 1.5, 300.0, f32::MAX];
        assert!(numbers.map(key).is_sorted());
        assert_eq!(key(-0.0), key(0.0));
    }
}
