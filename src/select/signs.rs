//! Lines without a letter or digit: an emoji, an ellipsis, stars between two scenes.

use crate::blocks::is_block_level;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Returns `true` if a node is text, and the paragraph or item around it has no letter and no digit. Such a line is not
/// a block, so the classifier did not judge it. In any other element it is a button or a separator.
pub(super) fn is_line_of_signs(tree: &Tree, node: NodeId) -> bool {
    /// Most levels between a text and its line.
    const LEVELS: usize = 8;
    /// Most steps through a line. A longer line has letters.
    const MOST_STEPS: usize = 32;
    if tree.tag(node) != Tag::TEXT || tree.is_blank_text(node) {
        return false;
    }
    let line = tree.ancestors(node).take(LEVELS).find(|&id| is_block_level(tree, id));
    line.filter(|&line| matches!(tree.tag(line), Tag::P | Tag::LI | Tag::DD | Tag::TD)).is_some_and(|line| {
        let is_sign = |step: Step| match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => !tree.text(id).contains(char::is_alphanumeric),
            _ => true,
        };
        tree.walk(line).enumerate().all(|(count, step)| count < MOST_STEPS && is_sign(step))
    })
}
