//! A small convolutional network that reads a page's blocks as a sequence: what it says of a block depends on its
//! neighbours and on the page as a whole, which trees only see as far as a feature tells it.
//!
//! Its part of a model file (see [`super::model`]); `train/network.py` says what is computed:
//!
//! ```text
//! u16    the table's column with a block's words
//! columns of blocks: u16 count B, u16×B column, b16×B mean, b16×B scale
//! columns of pages:  u16 count P, u16×P column, b16×P mean, b16×P scale
//! u8 count K, then for each kind: u16 column, u8 number of its values
//! layers, in the order of Network::read: b16×C step of each channel, b16×C bias, i8×(inputs×C) weights
//! ```
//!
//! The danger is a result that differs between platforms, since it would choose other blocks: there is no
//! exponential or logarithm of the standard library here, and sums run in a fixed order.

use super::model::Judgement;
use super::page_type::PageType;
use super::reader::Reader;

/// Numbers that stand for a block inside the network.
const CHANNELS: usize = 24;
/// Scaled columns are cut here: the tail of a count says no more than "many".
const LIMIT: f32 = 3.0;
/// How far a convolution reaches to both sides, in blocks: before and after the page's context is added.
const NEAR: [usize; 3] = [1, 2, 4];
const FAR: [usize; 2] = [1, 2];

type Row = [f32; CHANNELS];

/// A trained network.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Network {
    /// The column that holds a block's words, by which it weighs in means.
    words: usize,
    block_columns: Vec<Scaled>,
    page_columns: Vec<Scaled>,
    /// Columns that hold the number of a kind, and how many kinds there are.
    kinds: Vec<(usize, usize)>,
    page: Layer,
    page_to_block: Layer,
    block: Layer,
    near: Vec<Layer>,
    /// Only its first channel is used.
    gate: Layer,
    /// Its first channels are the page's types.
    page_type: Layer,
    context: Layer,
    far: Vec<Layer>,
    /// Only its first channel is used.
    out: Layer,
}

/// A column of the table and how its logarithm is scaled.
#[derive(Debug, Clone, PartialEq)]
struct Scaled {
    column: usize,
    mean: f32,
    scale: f32,
}

/// A matrix with one row an input, and what is added to the product.
#[derive(Debug, Clone, PartialEq)]
struct Layer {
    bias: Row,
    weights: Vec<Row>,
}

impl Network {
    /// `None` for bytes that end early.
    pub(super) fn read(reader: &mut Reader) -> Option<Network> {
        let words = usize::from(reader.u16()?);
        let block_columns = scaled(reader)?;
        let page_columns = scaled(reader)?;
        let kinds = usize::from(reader.u8()?);
        let kinds = reader.list(kinds, |r| Some((usize::from(r.u16()?), usize::from(r.u8()?))))?;
        let block_inputs = block_columns.len() + kinds.iter().map(|&(_, count)| count).sum::<usize>();
        Some(Network {
            page: layer(reader, page_columns.len())?,
            page_to_block: layer(reader, CHANNELS)?,
            block: layer(reader, block_inputs)?,
            near: reader.list(NEAR.len(), |r| layer(r, 3 * CHANNELS))?,
            gate: layer(reader, CHANNELS)?,
            page_type: layer(reader, 3 * CHANNELS)?,
            context: layer(reader, 3 * CHANNELS)?,
            far: reader.list(FAR.len(), |r| layer(r, 3 * CHANNELS))?,
            out: layer(reader, CHANNELS)?,
            words,
            block_columns,
            page_columns,
            kinds,
        })
    }

    /// The largest column that is read.
    pub(super) fn last_column(&self) -> Option<usize> {
        let scaled = self.block_columns.iter().chain(&self.page_columns).map(|c| c.column);
        scaled.chain(self.kinds.iter().map(|&(column, _)| column)).chain([self.words]).max()
    }

    /// What the network says of a page with so many blocks; `value` gives the number of a block in a column.
    pub(super) fn judge(&self, blocks: usize, value: &dyn Fn(usize, usize) -> f32) -> Judgement {
        if blocks == 0 {
            return Judgement { log_odds: Vec::new(), type_odds: [0.0; PageType::ALL.len()] };
        }
        let value = |row: usize, column: usize| truncated(value(row, column));
        let page: Vec<f32> = self.page_columns.iter().map(|c| c.of(value(0, c.column))).collect();
        let page = relu(self.page.apply(&page));
        let of_page = self.page_to_block.apply(&page);

        let mut inputs = Vec::with_capacity(self.block_columns.len());
        let mut rows: Vec<Row> = (0..blocks)
            .map(|row| {
                inputs.clear();
                inputs.extend(self.block_columns.iter().map(|c| c.of(value(row, c.column))));
                let mut result = self.block.apply(&inputs);
                let mut first = inputs.len();
                for &(column, count) in &self.kinds {
                    let named = value(row, column);
                    if let Some(kind) = (0..count).find(|&kind| named == kind as f32) {
                        result = sum(result, &self.block.weights[first + kind]);
                    }
                    first += count;
                }
                relu(sum(result, &of_page))
            })
            .collect();
        for (layer, &reach) in self.near.iter().zip(&NEAR) {
            rows = convolve(layer, &rows, reach);
        }
        let words: Vec<f32> = (0..blocks).map(|row| value(row, self.words)).collect();
        let type_odds = self.add_context(&mut rows, &words, &page);
        for (layer, &reach) in self.far.iter().zip(&FAR) {
            rows = convolve(layer, &rows, reach);
        }
        Judgement { log_odds: rows.iter().map(|row| self.out.apply(row)[0]).collect(), type_odds }
    }

    /// Adds to each block what the page is like, all of it and the part that the network takes for content; answers the
    /// log odds of the page's types.
    fn add_context(&self, rows: &mut [Row], words: &[f32], page: &Row) -> [f32; PageType::ALL.len()] {
        let (mut all, mut gated) = (Mean::default(), Mean::default());
        for (row, &words) in rows.iter().zip(words) {
            all.add(row, words);
            gated.add(row, words * (0.5 + self.gate.apply(row)[0]).clamp(0.0, 1.0));
        }
        let all = [all.get(), gated.get(), *page].concat();
        let context = relu(self.context.apply(&all));
        for row in rows {
            *row = sum(*row, &context);
        }
        let types = self.page_type.apply(&all);
        std::array::from_fn(|at| types[at])
    }
}

impl Scaled {
    fn of(&self, value: f32) -> f32 {
        ((logarithm(value) - self.mean) * self.scale).clamp(-LIMIT, LIMIT)
    }
}

impl Layer {
    fn apply(&self, inputs: &[f32]) -> Row {
        let mut result = self.bias;
        add_product(&mut result, &self.weights, inputs);
        result
    }
}

/// A weighted mean of rows, drawn to zero by one row of it.
#[derive(Default)]
struct Mean {
    sum: Row,
    weight: f32,
}

impl Mean {
    fn add(&mut self, row: &Row, weight: f32) {
        for (sum, value) in self.sum.iter_mut().zip(row) {
            *sum += value * weight;
        }
        self.weight += weight;
    }

    fn get(&self) -> Row {
        self.sum.map(|sum| sum / (self.weight + 1.0))
    }
}

/// Adds to each block what it makes of itself and of the blocks `reach` before and after it.
fn convolve(layer: &Layer, rows: &[Row], reach: usize) -> Vec<Row> {
    (0..rows.len())
        .map(|i| {
            let mut result = layer.bias;
            let near = [i.checked_sub(reach), Some(i), i.checked_add(reach)];
            for (weights, row) in layer.weights.chunks_exact(CHANNELS).zip(near) {
                if let Some(row) = row.and_then(|row| rows.get(row)) {
                    add_product(&mut result, weights, row);
                }
            }
            sum(relu(result), &rows[i])
        })
        .collect()
}

fn add_product(result: &mut Row, weights: &[Row], inputs: &[f32]) {
    for (row, &input) in weights.iter().zip(inputs) {
        // Also where the input is zero: to ask costs more.
        for (result, weight) in result.iter_mut().zip(row) {
            *result += input * weight;
        }
    }
}

fn sum(mut a: Row, b: &Row) -> Row {
    for (a, b) in a.iter_mut().zip(b) {
        *a += b;
    }
    a
}

fn relu(row: Row) -> Row {
    row.map(|value| value.max(0.0))
}

/// A feature as training saw it: the upper 16 bits. Adding 0 turns -0 into 0.
fn truncated(value: f32) -> f32 {
    f32::from_bits((value + 0.0).to_bits() & 0xFFFF_0000)
}

/// About sign(x) · log2(1 + |x|): straight lines between the powers of two, which is how the bits of a number read.
fn logarithm(value: f32) -> f32 {
    const ONE: u32 = 0x3F80_0000;
    const STEP: f32 = 1.0 / (1 << 23) as f32;
    let size = ((1.0 + value.abs()).to_bits() - ONE) as f32 * STEP;
    if value < 0.0 { -size } else { size }
}

fn row(reader: &mut Reader) -> Option<Row> {
    let mut row = [0.0; CHANNELS];
    for value in &mut row {
        *value = reader.b16()?;
    }
    Some(row)
}

fn scaled(reader: &mut Reader) -> Option<Vec<Scaled>> {
    let count = usize::from(reader.u16()?);
    let columns = reader.list(count, Reader::u16)?;
    let means = reader.list(count, Reader::b16)?;
    let scales = reader.list(count, Reader::b16)?;
    let scaled = |((column, mean), scale)| Scaled { column: usize::from(column), mean, scale };
    Some(columns.into_iter().zip(means).zip(scales).map(scaled).collect())
}

fn layer(reader: &mut Reader, inputs: usize) -> Option<Layer> {
    let (steps, bias) = (row(reader)?, row(reader)?);
    let mut weights = vec![[0.0; CHANNELS]; inputs];
    let bytes = reader.take(inputs * CHANNELS)?;
    for (value, (byte, step)) in weights.as_flattened_mut().iter_mut().zip(bytes.iter().zip(steps.iter().cycle())) {
        *value = f32::from(byte.cast_signed()) * step;
    }
    Some(Layer { bias, weights })
}
