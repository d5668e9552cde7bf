//! The learned classifier. It reads the table of a page's features and returns for each block the
//! log odds that it is content.
//!
//! Two kinds of models are combined, because they make different errors. [`trees`](super::trees)
//! read each block by itself. [`networks`](super::network) also read its neighbours and the page.
//! The log odds are a weighted mean of both.
//!
//! `model.bin` is made by `train/build.py`. All numbers in it are little-endian; a `b16` is the upper half of an `f32`:
//!
//! ```text
//! "UCM4"
//! u64    hash of the names of the table's columns, see names_hash
//! u16    number of columns C
//! b16×C  the median of each column over all blocks that the model was trained on
//! trees  see trees.rs
//! b16    the networks' share in the mean, 0 to 1; the rest is the trees'
//! networks  see network.rs
//! ```
//!
//! The danger is a file made for other features: it would load and return nonsense. So the file has a hash of the
//! features' names ([`Model::fits`]), and a test checks the crate's own file.

use super::judgement::{Columns, Judgement};
use super::network::Networks;
use super::reader::ModelReader;
use super::trees::Trees;
use crate::features::FeatureTable;
use crate::hash::fnv64;
use std::sync::LazyLock;

const MAGIC: &[u8] = b"UCM4";

/// A trained classifier.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    names_hash: u64,
    /// The median of each column.
    typical: Vec<f32>,
    trees: Trees,
    /// The weight of the networks in the mean of both kinds.
    share: f32,
    networks: Networks,
}

impl Model {
    /// Returns the crate's own model.
    #[allow(clippy::expect_used, reason = "the crate's own model is under test")]
    pub fn bundled() -> &'static Model {
        static BUNDLED: LazyLock<Model> =
            LazyLock::new(|| Model::from_bytes(include_bytes!("model.bin")).expect("the crate's own model"));
        &BUNDLED
    }

    /// Reads a model. Returns `None` if bytes are missing, left over, or point out of range.
    pub fn from_bytes(bytes: &[u8]) -> Option<Model> {
        let mut reader = ModelReader::new(bytes);
        if reader.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let names_hash = reader.u64()?;
        let columns = usize::from(reader.u16()?);
        let typical = reader.list(columns, ModelReader::b16)?;
        let trees = Trees::read(&mut reader)?;
        let share = reader.b16()?;
        let networks = Networks::read(&mut reader)?;
        let last = networks.last_column().max(trees.last_column().unwrap_or(0));
        let whole = reader.rest().is_empty() && last < columns;
        whole.then_some(Model { names_hash, typical, trees, share, networks })
    }

    /// Returns `true` if the model was trained on these features. With other features, its results
    /// are meaningless.
    #[cfg_attr(not(feature = "_internals"), allow(dead_code, reason = "training asks"))]
    pub fn fits(&self, table: &FeatureTable) -> bool {
        self.typical.len() == table.names().len() && self.names_hash == names_hash(table.names())
    }

    /// Judges a page of `blocks` blocks.
    pub fn judge(&self, blocks: usize, columns: &Columns) -> Judgement {
        let mut judgement = self.networks.judge(blocks, columns);
        let of_trees = self.trees.log_odds(blocks, columns);
        for (odds, of_trees) in judgement.log_odds.iter_mut().zip(of_trees) {
            *odds = (1.0 - self.share) * of_trees + self.share * *odds;
        }
        judgement
    }

    /// Returns the median of a column over all blocks that the model was trained on.
    pub fn typical(&self, column: usize) -> f32 {
        self.typical[column]
    }
}

/// Returns a hash of the names. A line feed after each name is part of the hash.
fn names_hash(names: &[impl AsRef<str>]) -> u64 {
    fnv64(names.iter().flat_map(|name| name.as_ref().bytes().chain([b'\n'])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    #[test]
    fn damaged_models_are_refused() {
        let whole = include_bytes!("model.bin");
        for length in (0..whole.len()).step_by(97).chain([whole.len() - 1]) {
            assert!(Model::from_bytes(&whole[..length]).is_none(), "{length} bytes");
        }
        let mut other = whole.to_vec();
        other[0] = b'X';
        assert!(Model::from_bytes(&other).is_none(), "another format");
        other[0] = whole[0];
        other.push(0);
        assert!(Model::from_bytes(&other).is_none(), "a byte too many");
    }

    #[test]
    fn the_bundled_model_fits_the_features() {
        let tree = tree::parse("<p>Rain fell all night.").unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let table = features::table(&tree, &blocks, &measured, None, None);
        assert!(Model::bundled().fits(&table), "the features are others than the model's: train it again");
    }
}
