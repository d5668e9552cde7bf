//! Lines without a letter or digit: an emoji, an ellipsis, stars between two scenes.

use crate::blocks::is_block_level;
use crate::tree::{NodeId, Step, Tag, Tree};

/// Returns `true` if a node is text in a paragraph or item without any letter or digit. Such a line
/// is not a block, so the classifier did not judge it. In any other element, such text is a button
/// or a separator.
pub(super) fn is_line_of_signs(tree: &Tree, node: NodeId) -> bool {
    /// Maximum number of levels between a text and its line.
    const LEVELS: usize = 8;
    /// Maximum number of steps through a line. A longer line has letters.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree;

    /// Returns `true` if the markup has a line of signs.
    fn has_line(markup: &str) -> bool {
        let tree = tree::parse(markup).unwrap();
        let mut steps = tree.walk(tree.body());
        steps.any(|step| matches!(step, Step::Enter(id) if is_line_of_signs(&tree, id)))
    }

    #[test]
    fn paragraphs_items_and_cells_without_letters_are_lines_of_signs() {
        for markup in [
            "<p>* * *</p>",
            "<ul><li>…</ul>",
            "<dl><dt>a<dd>—</dl>",
            "<table><tr><td>★★★</table>",
            "<p><b>*</b><b>*</b><b>*</b></p>",
        ] {
            assert!(has_line(markup), "{markup}");
        }
    }

    #[test]
    fn buttons_headings_and_lines_with_a_letter_or_digit_are_not() {
        let long = format!("<p>{}</p>", "<b>*</b>".repeat(40));
        for markup in ["<div>|</div>", "<h2>…</h2>", "<p>* <b>の</b></p>", "<p>* 7</p>", "<p> </p>", &long] {
            assert!(!has_line(markup), "{markup}");
        }
    }

    #[test]
    fn a_sign_may_stand_in_several_elements_of_its_line() {
        assert!(has_line("<p><b><i><span><em>*</em></span></i></b></p>"));
    }
}
