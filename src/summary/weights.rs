//! The weights of a sentence's features, learned: train/summary.py writes this file.

use super::features::COUNT;

/// In the order of [`super::features::NAMES`], for values as they are measured.
pub(super) const WEIGHTS: [f64; COUNT] = [
    0.1531,  // inverse position
    -0.0507, // log position
    0.0284,  // relative position
    0.3038,  // log length
    -0.8122, // short
    -0.3325, // long
    0.1544,  // title words
    0.4286,  // title words by rarity
    0.5107,  // centrality
    -0.0880, // likeness to the first
    -0.2463, // mean rarity
    1.7006,  // mean spread
    0.1143,  // title words, standardised
    0.0231,  // title words by rarity, standardised
    0.0612,  // mean spread, standardised
    -0.0869, // begins with a quote
    0.4287,  // capitals
    0.4017,  // likeness to the start
    0.4881,  // title words among the first
];
