//! The learned classifier: from the table of a page's features to the probability of each block that it is content.
//!
//! Two kinds of judges that err in different ways, and so are better together than either: [`trees`](super::trees)
//! look at each block by itself, [`networks`](super::network) at its neighbours and the page too. The log odds are a
//! weighted mean of theirs.
//!
//! `model.bin` is made by `train/build.py`. All numbers in it are little-endian; a `b16` is the upper half of an `f32`:
//!
//! ```text
//! "UCM3"
//! u64    hash of the names of the table's columns, see names_hash
//! u16    number of columns C
//! b16×C  the middle value of each column over all blocks that the model was trained on
//! trees  see trees.rs
//! b16    the networks' share in the mean, 0 to 1; the rest is the trees'
//! networks  see network.rs
//! ```
//!
//! The danger is a file made for other features than the code computes: it would load and answer nonsense. So
//! it carries a hash of their names ([`Model::fits`]), and a test holds the crate's own to it.

use super::network::Networks;
use super::page_type::PageType;
use super::reader::Reader;
use super::trees::Trees;
use crate::features::Table;
use std::sync::LazyLock;

const MAGIC: &[u8] = b"UCM3";

/// A trained classifier.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    names_hash: u64,
    /// The middle value of each column.
    typical: Vec<f32>,
    trees: Trees,
    /// The networks' share in the mean.
    share: f32,
    networks: Networks,
}

impl Model {
    /// The model that the crate carries.
    #[allow(clippy::expect_used, reason = "the crate's own model is under test")]
    pub fn bundled() -> &'static Model {
        static BUNDLED: LazyLock<Model> =
            LazyLock::new(|| Model::from_bytes(include_bytes!("model.bin")).expect("the crate's own model"));
        &BUNDLED
    }

    /// Reads a model. `None` for bytes that end early, go on too long, or point out of range.
    pub fn from_bytes(bytes: &[u8]) -> Option<Model> {
        let mut reader = Reader::new(bytes);
        if reader.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let names_hash = reader.u64()?;
        let columns = usize::from(reader.u16()?);
        let typical = reader.list(columns, Reader::b16)?;
        let trees = Trees::read(&mut reader)?;
        let share = reader.b16()?;
        let networks = Networks::read(&mut reader)?;
        let last = networks.last_column().max(trees.last_column().unwrap_or(0));
        let whole = reader.rest().is_empty() && last < columns;
        whole.then_some(Model { names_hash, typical, trees, share, networks })
    }

    /// Whether the model was trained on these features. On others its answers mean nothing.
    pub fn fits(&self, table: &Table) -> bool {
        self.typical.len() == table.names().len() && self.names_hash == names_hash(table.names())
    }

    /// What the model says of a page with so many blocks.
    pub fn judge(&self, blocks: usize, columns: &Columns) -> Judgement {
        let mut judgement = self.networks.judge(blocks, columns);
        let of_trees = self.trees.log_odds(blocks, columns);
        for (odds, of_trees) in judgement.log_odds.iter_mut().zip(of_trees) {
            *odds = (1.0 - self.share) * of_trees + self.share * *odds;
        }
        judgement
    }

    /// The middle value of a column over all blocks that the model was trained on.
    pub fn typical(&self, column: usize) -> f32 {
        self.typical[column]
    }
}

/// The numbers of a page: fills a slice with those in a column, from a block on.
pub type Columns<'a> = dyn Fn(usize, usize, &mut [f32]) + 'a;

/// What is thought of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The log odds of each block that it is content.
    pub log_odds: Vec<f32>,
    /// The log odds of each type of page, but for a constant; all alike where nothing is known.
    pub type_odds: [f32; PageType::ALL.len()],
}

impl Judgement {
    /// The probability, 0 to 1, of each block that it is content.
    pub fn probabilities(&self) -> Vec<f32> {
        self.log_odds.iter().map(|&odds| sigmoid(odds)).collect()
    }

    /// The likeliest type of the page, and how probable it is, 0 to 1.
    pub fn page_type(&self) -> (PageType, f32) {
        let mut best = 0;
        for at in 1..PageType::ALL.len() {
            if self.type_odds[at] > self.type_odds[best] {
                best = at;
            }
        }
        let others: f64 = self.type_odds.iter().map(|odds| exp(odds - self.type_odds[best])).sum();
        (PageType::ALL[best], (1.0 / others) as f32)
    }
}

/// 1 / (1 + e^-x).
fn sigmoid(x: f32) -> f32 {
    (1.0 / (1.0 + exp(-x))) as f32
}

/// e^x, by arithmetic that is the same on every platform, which the standard library's is not; cut at ±30.
fn exp(x: f32) -> f64 {
    let small = f64::from(x.clamp(-30.0, 30.0)) / 256.0;
    let mut exp = 1.0 + small * (1.0 + small / 2.0 * (1.0 + small / 3.0 * (1.0 + small / 4.0)));
    for _ in 0..8 {
        exp *= exp;
    }
    exp
}

/// FNV-1a, 64 bits, of the names, each ended by a line feed.
fn names_hash(names: &[impl AsRef<str>]) -> u64 {
    let bytes = names.iter().flat_map(|name| name.as_ref().bytes().chain([b'\n']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::BaseUrl;
    use crate::{blocks, features, metadata, tree};

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
    fn log_odds_become_probabilities() {
        for (odds, probability) in [(0.0, 0.5), (1.0, 0.731_058_6), (-4.0, 0.017_986_21), (-1000.0, 0.0)] {
            assert!((sigmoid(odds) - probability).abs() < 1e-6, "{odds}: {}", sigmoid(odds));
        }
    }

    #[test]
    fn the_likeliest_type_is_told_with_its_probability() {
        let mut judgement = Judgement { log_odds: Vec::new(), type_odds: [0.0; 7] };
        assert_eq!(judgement.page_type(), (PageType::Article, 1.0 / 7.0));
        judgement.type_odds[1] = 3.0;
        let (page_type, probability) = judgement.page_type();
        assert_eq!(page_type, PageType::Forum);
        assert!((probability - 0.770).abs() < 0.001, "{probability}");
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
