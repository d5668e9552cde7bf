//! The weights of a sentence's features, learned: train/summary.py writes this file.

use super::features::COUNT;

/// In the order of [`super::features::NAMES`], for values as they are measured.
pub(super) const WEIGHTS: [f64; COUNT] = [
    0.1894,  // inverse position
    -0.0854, // log position
    -0.1387, // relative position
    0.3495,  // log length
    -0.9413, // short
    -0.4813, // long
    0.4472,  // title words
    0.2514,  // title words by rarity
    0.3478,  // centrality
    -0.3218, // likeness to the first
    -0.3783, // mean rarity
    2.4816,  // mean spread
    0.0830,  // title words, standardised
    0.0674,  // title words by rarity, standardised
    0.0106,  // mean spread, standardised
    -0.0932, // begins with a quote
    0.3562,  // capitals
];
