//! The learned weights of a sentence's features. train/summary.py writes this file.

use super::features::COUNT;

/// The weights in the order of [`super::features::NAMES`], for the measured values.
pub(super) const WEIGHTS: [f64; COUNT] = [
    0.1652,  // inverse position
    -0.0486, // log position
    0.0261,  // relative position
    0.3045,  // log length
    -0.7907, // short
    -0.3338, // long
    0.1544,  // title words
    0.4148,  // title words by rarity
    0.5524,  // centrality
    -0.0962, // likeness to the first
    -0.2394, // mean rarity
    1.7803,  // mean spread
    0.1130,  // title words, standardised
    0.0252,  // title words by rarity, standardised
    0.0589,  // mean spread, standardised
    -0.0885, // begins with a quote
    0.4344,  // capitals
    0.4015,  // likeness to the start
    0.4897,  // title words among the first
];
