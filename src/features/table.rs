//! The numbers that the learned classifier reads: one row a block, one named column a feature.

/// A table of features, stored by column.
#[derive(Debug, Clone)]
pub struct Table {
    names: Vec<String>,
    rows: usize,
    values: Vec<f32>,
}

impl Table {
    /// A table without columns.
    pub(super) fn new(rows: usize) -> Table {
        Table { names: Vec::new(), rows, values: Vec::new() }
    }

    /// Adds a column; `value` gives the number for a row. Not-a-number, which no comparison could order, becomes 0.
    pub(super) fn add(&mut self, name: impl Into<String>, value: impl Fn(usize) -> f32) {
        self.names.push(name.into());
        self.values.extend((0..self.rows).map(value).map(|v| if v.is_nan() { 0.0 } else { v }));
    }

    /// Adds a column that is the same for every block of the page.
    pub(super) fn add_page(&mut self, name: impl Into<String>, value: f32) {
        self.add(name, |_| value);
    }

    /// Names of the columns.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Number of blocks.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// A feature of a block.
    pub fn get(&self, row: usize, column: usize) -> f32 {
        self.values[column * self.rows + row]
    }
}

/// The share that a part is of a whole; 0 of nothing.
pub(super) fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
