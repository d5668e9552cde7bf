//! The decoder against LightGBM: rows of features, each followed by the log odds that LightGBM gives it.

use unchaff::classify::lines;
use unchaff::classify::model::Model;

const TOLERANCE: f32 = 1e-4;
/// Rows in each file.
const ROWS: usize = 40;

#[test]
fn the_decoder_agrees_with_lightgbm_on_blocks() {
    check(Model::bundled(), include_bytes!("../../parity.f32"));
}

#[test]
fn the_decoder_agrees_with_lightgbm_on_lines() {
    check(lines::bundled(), include_bytes!("../../lines_parity.f32"));
}

fn check(model: &Model, file: &[u8]) {
    let numbers: Vec<f32> = file.as_chunks::<4>().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
    let rows = numbers.chunks_exact(numbers.len() / ROWS);
    assert!(rows.len() == ROWS && rows.remainder().is_empty());
    for row in rows {
        let (expected, features) = row.split_last().unwrap();
        let odds = model.log_odds(|column| features[column]);
        assert!((odds - expected).abs() < TOLERANCE, "{odds} and not {expected}");
    }
}
