//! Small convolutional networks that read a page's blocks as a sequence. Their verdict on a block depends on its
//! neighbours and on the whole page. Trees see both only through features.
//!
//! Their part of a model file (see [`super::model`]). `train/network.py` defines the computation:
//!
//! ```text
//! u8     number of networks N, 1 or more
//! what all of them read:
//! u16    the table's column with a block's words
//! columns of blocks: u16 count B, u16×B column, b16×B mean, b16×B scale
//! columns of pages:  u16 count P, u16×P column, b16×P mean, b16×P scale
//! u8 count K, then for each kind: u16 column, u8 number of its values
//! u8 count G, u16×G column: the numbers of the groups that each block is in
//! N times the layers, in the order of Network::read: b16×C step of each channel, b16×C bias, i8×(inputs×C) weights
//! ```
//!
//! The danger is a result that differs between platforms, because other blocks would be chosen. So this code does not
//! use the standard library's exponential or logarithm, and sums run in a fixed order.

use super::judgement::{Columns, Judgement};
use super::page_type::PageType;
use super::reader::ModelReader;
use std::ops::Range;
use wide::f32x4;

/// How many numbers a network holds for each block. Smaller networks are padded with zeros.
const CHANNELS: usize = 24;
/// Largest scaled value. A larger count would give no more information than "many".
const LIMIT: f32 = 3.0;
/// How many blocks each convolution reads on either side: `NEAR` before the page's context is
/// added, `FAR` after it.
const NEAR: [usize; 3] = [1, 2, 4];
const FAR: [usize; 2] = [1, 2];

/// How many blocks are read together.
const TILE: usize = 16;

/// The numbers of a block, in SIMD vectors. Compilers vectorize plain arrays too, but only while a
/// function is small. Otherwise a product takes three times as long.
type Row = [f32x4; CHANNELS / 4];

const ZEROS: Row = [f32x4::ZERO; CHANNELS / 4];

/// Trained networks and their inputs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Networks {
    inputs: Inputs,
    networks: Vec<Network>,
}

/// The columns that are read.
#[derive(Debug, Clone, PartialEq)]
struct Inputs {
    /// The column with the number of words of a block. Blocks are weighted by it in means.
    words: usize,
    of_block: Vec<Scaled>,
    of_page: Vec<Scaled>,
    /// Columns that hold the number of a kind, each with the count of kinds.
    kinds: Vec<(usize, usize)>,
    /// Columns that hold the number of each block's group. Networks read the mean over the blocks
    /// of a group.
    groups: Vec<usize>,
}

/// A column of the table, with the mean and scale of its logarithm.
#[derive(Debug, Clone, PartialEq)]
struct Scaled {
    column: usize,
    mean: f32,
    scale: f32,
}

/// The layers of one network.
#[derive(Debug, Clone, PartialEq)]
struct Network {
    page: Layer,
    page_to_block: Layer,
    block: Layer,
    near: Vec<Layer>,
    /// `None` if no groups are read.
    groups: Option<Layer>,
    /// Only its first channel is used.
    gate: Layer,
    /// Its first channels are the page's types.
    page_type: Layer,
    context: Layer,
    far: Vec<Layer>,
    /// Only its first channel is used.
    out: Layer,
}

/// The weights of a layer, with one row per input, and its bias.
#[derive(Debug, Clone, PartialEq)]
struct Layer {
    bias: Row,
    weights: Vec<Row>,
}

/// The state of a network in the middle of a page.
struct Begun {
    page: Row,
    /// The page's contribution to each of its blocks.
    to_block: Row,
    blocks: Vec<Row>,
}

impl Networks {
    /// Reads the networks. Returns `None` if bytes are missing or there is no network.
    pub(super) fn read(reader: &mut ModelReader) -> Option<Networks> {
        let count = usize::from(reader.u8()?);
        let inputs = Inputs::read(reader)?;
        let networks = reader.list(count, |r| Network::read(r, &inputs))?;
        (count > 0).then_some(Networks { inputs, networks })
    }

    /// Returns the last column that is read.
    pub(super) fn last_column(&self) -> usize {
        let Inputs { words, of_block, of_page, kinds, groups } = &self.inputs;
        let scaled = of_block.iter().chain(of_page).map(|c| c.column);
        let kinds = kinds.iter().map(|&(column, _)| column);
        scaled.chain(kinds).chain(groups.iter().copied()).fold(*words, usize::max)
    }

    /// Returns the mean of the networks' verdicts on a page of `blocks` blocks.
    pub(super) fn judge(&self, blocks: usize, columns: &Columns) -> Judgement {
        let mut mean = Judgement { log_odds: vec![0.0; blocks], type_odds: [0.0; PageType::ALL.len()] };
        if blocks == 0 {
            return mean;
        }
        let page = self.inputs.read_page(columns);
        let mut begun: Vec<Begun> = self.networks.iter().map(|network| network.begin(&page, blocks)).collect();
        let mut tile = Tile::default();
        for first in (0..blocks).step_by(TILE) {
            self.inputs.read_tile(columns, first..blocks.min(first + TILE), &mut tile);
            for (network, begun) in self.networks.iter().zip(&mut begun) {
                network.read_blocks(&tile, begun);
            }
        }
        let mut words = vec![0.0; blocks];
        columns(self.inputs.words, 0, &mut words);
        words.iter_mut().for_each(|words| *words = truncated(*words));
        let groups = self.inputs.read_groups(blocks, columns);
        let part = 1.0 / self.networks.len() as f32;
        for (network, begun) in self.networks.iter().zip(begun) {
            let said = network.finish(begun, &words, &groups);
            mean.log_odds.iter_mut().zip(said.log_odds).for_each(|(odds, more)| *odds += part * more);
            mean.type_odds.iter_mut().zip(said.type_odds).for_each(|(odds, more)| *odds += part * more);
        }
        mean
    }
}

/// The inputs of a few blocks that are read together.
#[derive(Default)]
struct Tile {
    /// Scaled numbers, column by column.
    numbers: Vec<[f32; TILE]>,
    /// The indices of each block's kinds among the inputs.
    kinds: Vec<Vec<usize>>,
}

impl Inputs {
    fn read(reader: &mut ModelReader) -> Option<Inputs> {
        let words = usize::from(reader.u16()?);
        let (of_block, of_page) = (scaled(reader)?, scaled(reader)?);
        let kinds = usize::from(reader.u8()?);
        let kinds = reader.list(kinds, |r| Some((usize::from(r.u16()?), usize::from(r.u8()?))))?;
        let groups = usize::from(reader.u8()?);
        let groups = reader.list(groups, |r| r.u16().map(usize::from))?;
        Some(Inputs { words, of_block, of_page, kinds, groups })
    }

    /// Reads the page's scaled numbers. They are the same in every block's row.
    fn read_page(&self, columns: &Columns) -> Vec<f32> {
        let number = |c: &Scaled| {
            let mut number = [0.0];
            columns(c.column, 0, &mut number);
            c.of(truncated(number[0]))
        };
        self.of_page.iter().map(number).collect()
    }

    /// Reads the group of each block, for each kind of groups. The numbers are whole, and lower than `blocks`.
    fn read_groups(&self, blocks: usize, columns: &Columns) -> Vec<Vec<usize>> {
        let mut numbers = vec![0.0; blocks];
        let mut read = |&column| {
            columns(column, 0, &mut numbers);
            numbers.iter().map(|&number| (number as usize).min(blocks - 1)).collect()
        };
        self.groups.iter().map(&mut read).collect()
    }

    /// Reads some blocks, column by column, in the order of the table in memory.
    fn read_tile(&self, columns: &Columns, blocks: Range<usize>, tile: &mut Tile) {
        tile.numbers.resize(self.of_block.len(), [0.0; TILE]);
        tile.kinds.resize(blocks.len(), Vec::new());
        for (column, scaled) in tile.numbers.iter_mut().zip(&self.of_block) {
            columns(scaled.column, blocks.start, &mut column[..blocks.len()]);
            for number in column {
                *number = scaled.of(truncated(*number));
            }
        }
        tile.kinds.iter_mut().for_each(Vec::clear);
        let mut column = [0.0; TILE];
        let mut first = tile.numbers.len();
        for &(number, count) in &self.kinds {
            columns(number, blocks.start, &mut column[..blocks.len()]);
            for (kinds, &number) in tile.kinds.iter_mut().zip(&column) {
                let named = truncated(number);
                kinds.extend((0..count).find(|&kind| named == kind as f32).map(|kind| first + kind));
            }
            first += count;
        }
    }
}

impl Network {
    fn read(reader: &mut ModelReader, inputs: &Inputs) -> Option<Network> {
        let of_block = inputs.of_block.len() + inputs.kinds.iter().map(|&(_, count)| count).sum::<usize>();
        let of_groups = inputs.groups.len() * CHANNELS;
        Some(Network {
            page: layer(reader, inputs.of_page.len())?,
            page_to_block: layer(reader, CHANNELS)?,
            block: layer(reader, of_block)?,
            near: reader.list(NEAR.len(), |r| layer(r, 3 * CHANNELS))?,
            groups: if of_groups > 0 { Some(layer(reader, of_groups)?) } else { None },
            gate: layer(reader, CHANNELS)?,
            page_type: layer(reader, 3 * CHANNELS)?,
            context: layer(reader, 3 * CHANNELS)?,
            far: reader.list(FAR.len(), |r| layer(r, 3 * CHANNELS))?,
            out: layer(reader, CHANNELS)?,
        })
    }

    fn begin(&self, page: &[f32], blocks: usize) -> Begun {
        let page = relu(self.page.apply(page));
        Begun { to_block: self.page_to_block.apply(numbers(&page)), page, blocks: Vec::with_capacity(blocks) }
    }

    fn read_blocks(&self, tile: &Tile, begun: &mut Begun) {
        let Layer { bias, weights } = &self.block;
        for (pair, kinds) in tile.kinds.chunks(2).enumerate() {
            let mut sums = [*bias; 2];
            let inputs = tile.numbers.iter().map(|column| [column[2 * pair], column[2 * pair + 1]]);
            add_products(&mut sums, weights, inputs);
            for (row, kinds) in sums.into_iter().zip(kinds) {
                let row = kinds.iter().fold(row, |row, &kind| sum(row, &weights[kind]));
                begun.blocks.push(relu(sum(row, &begun.to_block)));
            }
        }
    }

    fn finish(&self, begun: Begun, words: &[f32], groups: &[Vec<usize>]) -> Judgement {
        let mut rows = begun.blocks;
        for (layer, &reach) in self.near.iter().zip(&NEAR) {
            rows = convolve(layer, &rows, reach);
        }
        self.add_groups(&mut rows, groups);
        let type_odds = self.add_context(&mut rows, words, &begun.page);
        for (layer, &reach) in self.far.iter().zip(&FAR) {
            rows = convolve(layer, &rows, reach);
        }
        Judgement { log_odds: rows.iter().map(|row| self.out.apply_first(row)).collect(), type_odds }
    }

    /// Applies a layer to the means of each block's groups, and adds the result to the block.
    fn add_groups(&self, rows: &mut [Row], groups: &[Vec<usize>]) {
        let Some(layer) = &self.groups else { return };
        let mut sums = vec![layer.bias; rows.len()];
        for (weights, groups) in layer.weights.chunks_exact(CHANNELS).zip(groups) {
            let of_groups: Vec<Row> = means(rows, groups).iter().map(|mean| product(weights, mean)).collect();
            for (row, &group) in sums.iter_mut().zip(groups) {
                *row = sum(*row, &of_groups[group]);
            }
        }
        for (row, sums) in rows.iter_mut().zip(sums) {
            *row = sum(*row, &relu(sums));
        }
    }

    /// Adds the page's context to each block: the mean of the page, and the mean of the part that
    /// the network judges to be content. Returns the log odds of the page's types.
    fn add_context(&self, rows: &mut [Row], words: &[f32], page: &Row) -> [f32; PageType::ALL.len()] {
        let (mut all, mut gated) = (Mean::default(), Mean::default());
        for (row, &words) in rows.iter().zip(words) {
            all.add(row, words);
            gated.add(row, words * (0.5 + self.gate.apply_first(row)).clamp(0.0, 1.0));
        }
        let all = [all.get(), gated.get(), *page].concat();
        let context = relu(self.context.apply(numbers(&all)));
        for row in rows {
            *row = sum(*row, &context);
        }
        let types = self.page_type.apply(numbers(&all));
        std::array::from_fn(|at| numbers(&types)[at])
    }
}

impl Scaled {
    fn of(&self, value: f32) -> f32 {
        ((logarithm(value) - self.mean) * self.scale).clamp(-LIMIT, LIMIT)
    }
}

impl Layer {
    fn apply(&self, inputs: &[f32]) -> Row {
        let mut sums = [self.bias];
        add_products(&mut sums, &self.weights, inputs.iter().map(|&input| [input]));
        sums[0]
    }

    /// Computes only the first channel.
    fn apply_first(&self, inputs: &Row) -> f32 {
        let first = |row: &Row| row[0].as_array()[0];
        let products = self.weights.iter().zip(numbers(inputs)).map(|(row, input)| input * first(row));
        products.fold(first(&self.bias), |sum, product| sum + product)
    }
}

/// A weighted mean of rows. It starts with a row of zeros of weight 1, so that the mean of few rows
/// is near zero.
#[derive(Default)]
struct Mean {
    sum: Row,
    weight: f32,
}

impl Mean {
    fn add(&mut self, row: &Row, weight: f32) {
        self.sum = sum(self.sum, &row.map(|value| value * weight));
        self.weight += weight;
    }

    fn get(&self) -> Row {
        self.sum.map(|sum| sum / (self.weight + 1.0))
    }
}

/// Returns the mean of each group's blocks, indexed by the number of the group. A number without
/// blocks gives zeros.
fn means(rows: &[Row], groups: &[usize]) -> Vec<Row> {
    let count = groups.iter().max().map_or(0, |last| last + 1);
    let (mut sums, mut counts) = (vec![ZEROS; count], vec![0.0; count]);
    for (row, &group) in rows.iter().zip(groups) {
        sums[group] = sum(sums[group], row);
        counts[group] += 1.0;
    }
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum = sum.map(|sum| sum / f32::max(count, 1.0));
    }
    sums
}

/// Applies a layer to each block together with the blocks `reach` before and after it, and adds the
/// result to the block. Blocks outside the page are zeros.
fn convolve(layer: &Layer, rows: &[Row], reach: usize) -> Vec<Row> {
    let at = |block: Option<usize>| numbers(block.and_then(|block| rows.get(block)).unwrap_or(&ZEROS));
    let near = |block: usize| [at(block.checked_sub(reach)), at(Some(block)), at(block.checked_add(reach))];
    let mut result = Vec::with_capacity(rows.len());
    for (pair, own) in rows.chunks(2).enumerate() {
        let mut sums = [layer.bias; 2];
        let (a, b) = (near(2 * pair), near(2 * pair + 1));
        for ((weights, a), b) in layer.weights.chunks_exact(CHANNELS).zip(a).zip(b) {
            add_products(&mut sums, weights, a.iter().zip(b).map(|(&a, &b)| [a, b]));
        }
        result.extend(sums.into_iter().zip(own).map(|(sums, own)| sum(relu(sums), own)));
    }
    result
}

/// Adds the products of some blocks' inputs. Two blocks at once take little longer than one,
/// because the processor computes the sums of one block while it waits for the other's last
/// addition. Inputs are added one by one, so that the order of each channel's sum is always the
/// same. Zero inputs are included, because testing for them costs more.
fn add_products<const BLOCKS: usize>(
    sums: &mut [Row; BLOCKS],
    weights: &[Row],
    inputs: impl Iterator<Item = [f32; BLOCKS]>,
) {
    // As local variables, the sums stay in registers.
    let mut rows = *sums;
    for (weights, inputs) in weights.iter().zip(inputs) {
        for (row, input) in rows.iter_mut().zip(inputs) {
            for (sum, &weight) in row.iter_mut().zip(weights) {
                *sum += weight * input;
            }
        }
    }
    *sums = rows;
}

/// Returns the product of a row of inputs and a matrix.
fn product(weights: &[Row], inputs: &Row) -> Row {
    let mut sums = [ZEROS];
    add_products(&mut sums, weights, numbers(inputs).iter().map(|&input| [input]));
    sums[0]
}

fn sum(mut a: Row, b: &Row) -> Row {
    for (a, &b) in a.iter_mut().zip(b) {
        *a += b;
    }
    a
}

fn relu(row: Row) -> Row {
    row.map(|value| value.fast_max(f32x4::ZERO))
}

/// Returns the numbers in vectors, one after the other.
fn numbers(vectors: &[f32x4]) -> &[f32] {
    bytemuck::cast_slice(vectors)
}

/// Rounds a feature as training did: keeps the upper 16 bits. Adding 0 turns -0 into 0.
fn truncated(value: f32) -> f32 {
    f32::from_bits((value + 0.0).to_bits() & 0xFFFF_0000)
}

/// Approximates sign(x) · log2(1 + |x|) by straight lines between the powers of two. It is read
/// from the bits of the number.
fn logarithm(value: f32) -> f32 {
    const ONE: u32 = 0x3F80_0000;
    const STEP: f32 = 1.0 / (1 << 23) as f32;
    let size = ((1.0 + value.abs()).to_bits() - ONE) as f32 * STEP;
    if value < 0.0 { -size } else { size }
}

fn row(reader: &mut ModelReader) -> Option<Row> {
    let mut row = ZEROS;
    for value in bytemuck::cast_slice_mut(&mut row) {
        *value = reader.b16()?;
    }
    Some(row)
}

fn scaled(reader: &mut ModelReader) -> Option<Vec<Scaled>> {
    let count = usize::from(reader.u16()?);
    let columns = reader.list(count, ModelReader::u16)?;
    let means = reader.list(count, ModelReader::b16)?;
    let scales = reader.list(count, ModelReader::b16)?;
    let scaled = |((column, mean), scale)| Scaled { column: usize::from(column), mean, scale };
    Some(columns.into_iter().zip(means).zip(scales).map(scaled).collect())
}

fn layer(reader: &mut ModelReader, inputs: usize) -> Option<Layer> {
    let (steps, bias) = (row(reader)?, row(reader)?);
    let mut weights = vec![ZEROS; inputs];
    let bytes = reader.take(inputs * CHANNELS)?;
    let values: &mut [f32] = bytemuck::cast_slice_mut(weights.as_flattened_mut());
    for (value, (byte, step)) in values.iter_mut().zip(bytes.iter().zip(numbers(&steps).iter().cycle())) {
        *value = f32::from(byte.cast_signed()) * step;
    }
    Some(Layer { bias, weights })
}
