//! Compares the product's models with the libraries that trained them. The data has pages of
//! features, and each row is followed by the log odds that LightGBM and JAX give it.

use unchaff::internals::classify::lines;
use unchaff::internals::classify::model::Model;

const TOLERANCE: f32 = 1e-4;

#[test]
fn the_decoder_agrees_with_training_on_blocks() {
    check(Model::bundled(), include_bytes!("../../parity.f32"));
}

#[test]
fn the_decoder_agrees_with_training_on_lines() {
    check(lines::bundled(), include_bytes!("../../lines_parity.f32"));
}

fn check(model: &Model, file: &[u8]) {
    let mut rest: Vec<f32> = file.as_chunks::<4>().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
    let mut pages = 0;
    while let [rows, columns, ..] = rest[..] {
        let (rows, columns) = (rows as usize, columns as usize);
        let page: Vec<f32> = rest.drain(..2 + rows * (columns + 1)).skip(2).collect();
        let number = |row: usize, column: usize| page[row * (columns + 1) + column];
        let judged = model.judge(rows, &|column, first, numbers| {
            numbers.iter_mut().enumerate().for_each(|(at, slot)| *slot = number(first + at, column));
        });
        for (row, odds) in judged.log_odds.into_iter().enumerate() {
            let expected = number(row, columns);
            assert!((odds - expected).abs() < TOLERANCE, "{odds} and not {expected}");
        }
        pages += 1;
    }
    assert!(pages > 0);
}
