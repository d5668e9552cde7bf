//! The caller's decisions on a page's blocks.

use crate::error::Error;
use crate::features::Measured;
use crate::options::Options;
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
                    format!("block {number} is to be both kept and dropped.")
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
