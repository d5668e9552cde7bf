//! The learned classifier: boosted trees that turn a block's features into its probability of being content.
//!
//! `model.bin` is made by `train/build.py`. All numbers in it are little-endian:
//!
//! ```text
//! "UCM1"
//! u64   hash of the names of the table's columns, see names_hash
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
//!
//! The danger is a file made for other features than the code computes: it would load and answer nonsense. So
//! it carries a hash of their names ([`Model::fits`]), and a test holds the crate's own to it.

use crate::features::Table;
use std::sync::LazyLock;

const MAGIC: &[u8] = b"UCM1";
const LEAF: u8 = u8::MAX;

/// A trained classifier.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    names_hash: u64,
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

impl Model {
    /// The model that the crate carries.
    pub fn bundled() -> &'static Model {
        static BUNDLED: LazyLock<Model> = LazyLock::new(|| {
            Model::from_bytes(include_bytes!("model.bin")).expect("the crate's own model, under test")
        });
        &BUNDLED
    }

    /// Reads a model. `None` for bytes that end early, go on too long, or point out of range.
    pub fn from_bytes(bytes: &[u8]) -> Option<Model> {
        let mut reader = Reader(bytes);
        if reader.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let names_hash = u64::from_le_bytes(reader.array()?);
        let features = usize::from(reader.array::<1>()?[0]);
        let trees = usize::from(reader.u16()?);
        let bias = f32::from_le_bytes(reader.array()?);
        let columns = (0..features).map(|_| reader.u16()).collect::<Option<Vec<_>>>()?;
        let counts = reader.take(features)?;
        let thresholds: Vec<Vec<u16>> =
            counts.iter().map(|&n| (0..n).map(|_| reader.u16()).collect()).collect::<Option<_>>()?;
        let steps: Vec<f32> = (0..trees).map(|_| reader.array().map(f32::from_le_bytes)).collect::<Option<_>>()?;

        let shape = shape(reader.0, trees)?;
        let inner = shape.nodes.iter().filter(|&&feature| feature != LEAF).count();
        reader.take(shape.nodes.len())?;
        let mut indices = reader.take(inner)?.iter();
        let mut leaves = reader.take(shape.nodes.len() - inner)?.iter();
        if !reader.0.is_empty() {
            return None;
        }
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
        Some(Model { names_hash, columns, bias, roots: shape.roots, nodes })
    }

    /// Whether the model was trained on these features. On others its answers mean nothing.
    pub fn fits(&self, table: &Table) -> bool {
        let reaches = self.columns.iter().all(|&column| usize::from(column) < table.names().len());
        reaches && self.names_hash == names_hash(table.names())
    }

    /// The probability, 0 to 1, of each block that it is content. The model has to fit the table.
    pub fn probabilities(&self, table: &Table) -> Vec<f32> {
        (0..table.rows()).map(|row| sigmoid(self.log_odds(|column| table.get(row, column)))).collect()
    }

    /// The log odds that a block is content; `value` gives its number in a column.
    pub fn log_odds(&self, value: impl Fn(usize) -> f32) -> f32 {
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

/// 1 / (1 + e^-x) by arithmetic that is the same on every platform, which `exp` is not.
fn sigmoid(x: f32) -> f32 {
    let small = f64::from(-x.clamp(-30.0, 30.0)) / 256.0;
    let mut exp = 1.0 + small * (1.0 + small / 2.0 * (1.0 + small / 3.0 * (1.0 + small / 4.0)));
    for _ in 0..8 {
        exp *= exp;
    }
    (1.0 / (1.0 + exp)) as f32
}

/// FNV-1a, 64 bits, of the names, each ended by a line feed.
fn names_hash(names: &[impl AsRef<str>]) -> u64 {
    let bytes = names.iter().flat_map(|name| name.as_ref().bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::BaseUrl;
    use crate::{blocks, features, metadata, tree};

    const NAMES: &[&str] = &["words", "link_share"];

    /// One tree: words <= 4 → -1; link_share <= 0.5 → 2, else -2. Features and columns in different order.
    fn bytes() -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(names_hash(NAMES).to_le_bytes());
        bytes.extend([2, 1, 0]);
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
        let model = Model::from_bytes(&bytes()).unwrap();
        for (row, odds) in [([4.0, 0.9], -0.75), ([5.0, 0.5], 2.25), ([5.0, 0.75], -1.75), ([-3.0, 0.0], -0.75)] {
            assert_eq!(model.log_odds(|i| row[i]), odds, "{row:?}");
        }
    }

    #[test]
    fn damaged_models_are_refused() {
        let whole = bytes();
        for length in 0..whole.len() {
            assert!(Model::from_bytes(&whole[..length]).is_none(), "{length} bytes");
        }
        let tail = whole.len() - 10;
        for (at, byte) in [(0, b'X'), (tail, 2), (tail + 5, 1)] {
            let mut damaged = whole.clone();
            damaged[at] = byte;
            assert!(Model::from_bytes(&damaged).is_none(), "byte {at}");
        }
        assert!(Model::from_bytes(&[whole, vec![0]].concat()).is_none(), "a byte too many");
    }

    #[test]
    fn keys_sort_as_numbers_do() {
        let numbers = [f32::MIN, -2.0, -1.0, -0.001, 0.0, 0.001, 0.5, 1.0, 1.5, 300.0, f32::MAX];
        assert!(numbers.map(key).is_sorted());
        assert_eq!(key(-0.0), key(0.0));
    }

    #[test]
    fn log_odds_become_probabilities() {
        for (odds, probability) in [(0.0, 0.5), (1.0, 0.731_058_6), (-4.0, 0.017_986_21), (-1000.0, 0.0)] {
            assert!((sigmoid(odds) - probability).abs() < 1e-6, "{odds}: {}", sigmoid(odds));
        }
    }

    #[test]
    fn the_bundled_model_fits_the_features() {
        let tree = tree::parse("<p>Rain fell all night.").unwrap();
        let blocks = blocks::segment(&tree);
        let metadata = metadata::extract(&tree, &BaseUrl::new(None, None));
        let measured = features::measure(&tree, &blocks, None);
        let table = features::table(&tree, &blocks, &measured, &metadata);
        assert!(Model::bundled().fits(&table), "the features are others than the model's: train it again");
    }
}
