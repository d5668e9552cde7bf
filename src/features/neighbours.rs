//! Rows of a table that stand near each other: sums over the rows around one, distances to the nearest of a kind.

use super::table::FeatureTable;
use std::ops::Range;

/// Stands for a distance in rows to something that is not there.
pub(super) const FAR: f32 = 999.0;

/// Returns the sums of all values before each row, and of all.
pub(super) fn running_sum(values: impl Iterator<Item = f32>) -> Vec<f32> {
    // In f64: single precision loses a character after 16 million.
    let mut sum = 0.0_f64;
    std::iter::once(0.0)
        .chain(values.map(|v| {
            sum += f64::from(v);
            sum as f32
        }))
        .collect()
}

/// Returns the sum over some rows, out of running sums.
pub(super) fn sum_of(sums: &[f32], rows: &Range<usize>) -> f32 {
    sums[rows.end] - sums[rows.start]
}

/// Returns the rows at most `reach` before and after a row, itself among them.
pub(super) fn window(row: usize, reach: usize, rows: usize) -> Range<usize> {
    row.saturating_sub(reach)..(row + reach + 1).min(rows)
}

/// Adds a column with a number of the row that stands `offset` rows after each, named so; -1 where there is none.
pub(super) fn add_neighbour(table: &mut FeatureTable, what: &str, offset: isize, value: impl Fn(usize) -> f32) {
    let rows = table.rows();
    let at = |row: usize| row.checked_add_signed(offset).filter(|&other| other < rows);
    table.add(format!("{what}{offset:+}"), |row| at(row).map_or(-1.0, &value));
}

/// Returns for each row how many rows lie between it and the last of a kind in an order of all rows, itself counted as 0;
/// [`FAR`] where there was none.
pub(super) fn distances(order: impl ExactSizeIterator<Item = usize>, is_one: impl Fn(usize) -> bool) -> Vec<f32> {
    let mut distances = vec![FAR; order.len()];
    let mut distance = FAR;
    for row in order {
        distance = if is_one(row) { 0.0 } else { (distance + 1.0).min(FAR) };
        distances[row] = distance;
    }
    distances
}
