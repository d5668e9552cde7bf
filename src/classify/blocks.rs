//! Predictions for the blocks of an HTML page.

use super::model::Model;
use super::page_type::PageType;
use super::reason::{Prediction, Reason};
use super::threshold;
use crate::blocks::Blocks;
use crate::features::{BlockKind, Boilerplate, FeatureTable, Features, Measured, Region};

/// Judges the blocks of an HTML page and the page's type.
pub fn judge(
    model: &Model,
    table: &FeatureTable,
    blocks: &Blocks,
    measured: &Measured,
) -> (Vec<Prediction>, (PageType, f32)) {
    let judgement = model.judge(table.rows(), &|column, first, numbers| table.read_column(column, first, numbers));
    let prediction = |(probability, f)| Prediction { probability, in_favour: in_favour(f), against: against(f) };
    let mut probabilities = judgement.probabilities();
    let page_type = judgement.page_type();
    if page_type.0 == PageType::Article {
        lower_rows_of_links(blocks, measured, &mut probabilities);
    }
    (probabilities.into_iter().zip(&measured.blocks).map(prediction).collect(), page_type)
}

/// Lowers the odds of blocks above and below the prose that are only links of one or two words. These are the menus of
/// pages whose markup does not mark them.
fn lower_rows_of_links(blocks: &Blocks, measured: &Measured, probabilities: &mut [f32]) {
    const FEWEST_LINKS: usize = 3;
    const WORDS_OF_LINK: usize = 2;
    const LINKS_SHARE: f32 = 0.85;
    const LOW: f32 = 0.05;
    let prose = |f: &Features| f.prose;
    let Some(first) = measured.blocks.iter().position(prose) else { return };
    let last = measured.blocks.iter().rposition(prose).unwrap_or(first);
    for i in (0..first).chain(last + 1..probabilities.len()) {
        let (block, f) = (&blocks.list[i], &measured.blocks[i]);
        if block.links >= FEWEST_LINKS && f.words <= WORDS_OF_LINK * block.links && f.link_share >= LINKS_SHARE {
            probabilities[i] = probabilities[i].min(LOW);
        }
    }
}

/// Judges the blocks of a page that is too long for the model. Keeps full sentences in the prose
/// part of the page, and the headings, items, rows and code between them.
pub fn judge_by_rules(measured: &Measured) -> Vec<Prediction> {
    let probability = |f: &Features| match against(f) {
        Reason::Outside if f.prose && f.region != Region::Outside => 0.9,
        Reason::Label if in_favour(f) != Reason::AmongKept && f.region == Region::Core => 0.7,
        _ => 0.1,
    };
    let prediction = |f| Prediction { probability: probability(f), in_favour: in_favour(f), against: against(f) };
    measured.blocks.iter().map(prediction).collect()
}

fn in_favour(f: &Features) -> Reason {
    match f.kind {
        BlockKind::Caption => Reason::Caption,
        BlockKind::Preformatted => Reason::Code,
        BlockKind::Heading => Reason::Heading,
        _ if f.prose => Reason::Prose,
        BlockKind::ListItem => Reason::ListItem,
        BlockKind::TableRow => Reason::TableRow,
        BlockKind::Control | BlockKind::Paragraph => Reason::AmongKept,
    }
}

fn against(f: &Features) -> Reason {
    /// A block with a larger share of links is a list of links.
    const LINKS_SHARE: f32 = 0.6;
    match f.boilerplate {
        _ if f.hidden => Reason::Hidden,
        _ if f.is_title => Reason::Title,
        _ if f.repeats > 0 && f.words >= threshold::REPEAT_WORDS => Reason::Repeated,
        Some(Boilerplate::Navigation) => Reason::Navigation,
        Some(Boilerplate::Related) => Reason::Related,
        Some(Boilerplate::Comments) => Reason::Comments,
        Some(Boilerplate::Promotion) => Reason::Promotion,
        Some(Boilerplate::Byline) => Reason::Byline,
        None if f.kind == BlockKind::Control => Reason::Control,
        None if f.kind == BlockKind::Caption => Reason::Caption,
        None if f.link_share > LINKS_SHARE => Reason::Links,
        None if f.region == Region::Outside || f.prose => Reason::Outside,
        None => Reason::Label,
    }
}
