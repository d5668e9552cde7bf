//! The decoder against LightGBM: rows of features, each followed by the log odds that LightGBM gives it.

use unchaff::classify::model::Model;

const TOLERANCE: f32 = 1e-4;

#[test]
fn the_decoder_agrees_with_lightgbm() {
    let numbers: Vec<f32> =
        include_bytes!("../../parity.f32").as_chunks::<4>().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
    let columns = numbers.len() / 40;
    let rows = numbers.chunks_exact(columns);
    assert!(rows.remainder().is_empty());
    for row in rows {
        let (expected, features) = row.split_last().unwrap();
        let odds = Model::bundled().log_odds(|column| features[column]);
        assert!((odds - expected).abs() < TOLERANCE, "{odds} and not {expected}");
    }
}
