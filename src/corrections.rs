//! The caller's decisions on a page's blocks: by number, and by rules.

use crate::error::Error;
use crate::features::Measured;
use crate::metadata::Metadata;
use crate::options::Options;
use crate::rules::{Places, Rule, RuleAction};
use crate::select::ByHand;

/// Reads the options that keep or drop blocks.
///
/// # Errors
///
/// [`Error::InvalidOption`] for a block that the page does not have, or that the options both keep and drop.
pub(crate) fn read(measured: &Measured, options: &Options) -> Result<ByHand, Error> {
    let Options { whole, keep, drop, .. } = options;
    if !whole && keep.is_empty() && drop.is_empty() {
        return Ok(ByHand::default());
    }
    let blocks = measured.blocks.len();
    let mut said: Vec<Option<bool>> = measured.blocks.iter().map(|block| whole.then_some(!block.hidden)).collect();
    let mut corrected = vec![false; blocks];
    for (name, numbers, kept) in [("keep", keep, true), ("drop", drop, false)] {
        for &number in numbers {
            let problem = match said.get(number) {
                None => format!("there is no block {number}; the page has {blocks}, counted from 0."),
                Some(other) if corrected[number] && *other != Some(kept) => {
                    format!("block {number} cannot be both kept and dropped.")
                }
                _ => {
                    said[number] = Some(kept);
                    corrected[number] = true;
                    continue;
                }
            };
            return Err(Error::InvalidOption { name: name.into(), problem });
        }
    }
    Ok(ByHand { blocks: said, whole: *whole })
}

/// The effects of a site's rules on a page.
#[derive(Debug, Default)]
pub(crate) struct Ruled {
    /// The decision on each block, or `None` if no rule decides.
    pub(crate) blocks: Vec<Option<bool>>,
    /// `true` if a rule keeps a block.
    pub(crate) keeps_some: bool,
    /// `true` for each rule that matches.
    matched: Vec<bool>,
    /// The rules for the places of fields: the number of the rule, its action, and the blocks that
    /// it matches.
    fields: Vec<(usize, RuleAction, Vec<usize>)>,
}

/// Applies the rules of a site. If several rules match a block, the last one decides. `chosen`
/// marks the blocks of the article's text before the rules.
pub(crate) fn follow<'a>(
    rules: &[Rule],
    places: impl FnOnce() -> Places<'a>,
    measured: &Measured,
    chosen: &[bool],
) -> Ruled {
    let mut ruled = Ruled::default();
    if rules.is_empty() {
        return ruled;
    }
    let places = places();
    ruled.blocks = vec![None; chosen.len()];
    ruled.matched = vec![false; rules.len()];
    for (number, rule) in rules.iter().enumerate() {
        let mut found = places.matched(rule);
        match rule.action {
            // Blocks that readers do not see can be restored only by hand, not by a rule.
            RuleAction::Keep => found.retain(|&block| !measured.blocks[block].hidden),
            RuleAction::Drop => {}
            RuleAction::DropFrom => {
                let start = chosen.iter().position(|chosen| *chosen).unwrap_or(chosen.len());
                let first = found.iter().find(|&&block| block > start);
                found = first.map(|&first| (first..chosen.len()).collect()).unwrap_or_default();
            }
            RuleAction::Title => {
                if let Some(&first) = found.first() {
                    ruled.blocks[first] = Some(false);
                    ruled.fields.push((number, rule.action, vec![first]));
                }
                continue;
            }
            RuleAction::Author | RuleAction::Date => {
                ruled.fields.push((number, rule.action, found));
                continue;
            }
        }
        let is_kept = rule.action == RuleAction::Keep;
        ruled.keeps_some |= is_kept && !found.is_empty();
        ruled.matched[number] = !found.is_empty();
        found.into_iter().for_each(|block| ruled.blocks[block] = Some(is_kept));
    }
    ruled
}

impl Ruled {
    /// Takes the parts that concern fields and the result, and leaves the decisions on the text.
    pub(crate) fn taken(&mut self) -> Ruled {
        let Ruled { matched, fields, .. } = self;
        Ruled { matched: std::mem::take(matched), fields: std::mem::take(fields), ..Ruled::default() }
    }

    /// Fills in the fields whose places the rules give. Returns the numbers of all rules that
    /// match.
    pub(crate) fn complete<'a>(self, metadata: &mut Metadata, text: impl Fn(usize) -> &'a str) -> Vec<usize> {
        let Ruled { mut matched, fields, .. } = self;
        for (number, action, blocks) in fields {
            let take = |block: usize| match action {
                RuleAction::Title => metadata.take_title(text(block)),
                RuleAction::Author => metadata.take_authors(text(block)),
                _ => metadata.take_published_time(text(block)),
            };
            matched[number] = blocks.into_iter().any(take);
        }
        (0..matched.len()).filter(|&number| matched[number]).collect()
    }
}
