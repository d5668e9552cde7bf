//! Nearby rows of a table: sums over the rows around one, and distances to the nearest row of a kind.

use super::table::FeatureTable;
use std::ops::Range;

/// The distance to a row that does not exist.
pub(super) const FAR: f32 = 999.0;

/// Returns for each row the sum of the values before it, and the total at the end.
pub(super) fn running_sum(values: impl Iterator<Item = f32>) -> Vec<f32> {
    // The sum is an `f64`, because an `f32` loses single characters above 16 million.
    let mut sum = 0.0_f64;
    std::iter::once(0.0)
        .chain(values.map(|v| {
            sum += f64::from(v);
            sum as f32
        }))
        .collect()
}

/// Returns the sum over some rows, computed from running sums.
pub(super) fn sum_of(sums: &[f32], rows: &Range<usize>) -> f32 {
    sums[rows.end] - sums[rows.start]
}

/// Returns the rows at most `reach` before and after a row, including the row.
pub(super) fn window(row: usize, reach: usize, rows: usize) -> Range<usize> {
    row.saturating_sub(reach)..(row + reach + 1).min(rows)
}

/// Adds a column with the value of the row that is `offset` rows after each row, or -1 if there is
/// none. The offset is part of the column's name.
pub(super) fn add_neighbour(table: &mut FeatureTable, what: &str, offset: isize, value: impl Fn(usize) -> f32) {
    let rows = table.rows();
    let at = |row: usize| row.checked_add_signed(offset).filter(|&other| other < rows);
    table.add(format!("{what}{offset:+}"), |row| at(row).map_or(-1.0, &value));
}

/// Returns for each row its distance to the last row of a kind before it in `order`. The distance
/// is 0 for a row of the kind, and [`FAR`] if no such row is before it.
pub(super) fn distances(order: impl ExactSizeIterator<Item = usize>, is_one: impl Fn(usize) -> bool) -> Vec<f32> {
    let mut distances = vec![FAR; order.len()];
    let mut distance = FAR;
    for row in order {
        distance = if is_one(row) { 0.0 } else { (distance + 1.0).min(FAR) };
        distances[row] = distance;
    }
    distances
}
