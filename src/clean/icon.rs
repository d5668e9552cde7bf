//! Small images that stand for a word: the faces of a forum, the stars of a rating, the ticks of a
//! table.
//!
//! Selection leaves small images out, because most of them are decoration. The alternative text of
//! a small image is kept where a reader would miss it. This is the case in a cell without text in a
//! kept row, and between kept words of one line. A face or sign needs words on one side only.

use super::Cleaner;
use super::content::collapse;
use crate::blocks::is_block_level;
use crate::constructs::style;
use crate::document::Image;
use crate::selection::{Role, Selection};
use crate::tree::{NodeId, Step, Tag, Tree};

/// Largest side of an icon, in pixels. Selection has the same limit.
const ICON_PIXELS: u32 = 48;

/// Longest alternative text. A longer one describes a picture.
const MAX_ICON_CHARACTERS: usize = 40;

/// Maximum number of levels between a link and an icon in it.
const LINK_LEVELS: usize = 4;

/// Maximum number of nodes that are searched for the words beside an icon.
const MAX_STEPS: usize = 32;

/// The text of an icon.
pub(super) struct Icon {
    pub(super) text: String,
    /// `true` if the text is a face or a sign and not words.
    is_sign: bool,
}

/// Returns the text of a small image. Returns `None` for other images, for decoration and for file
/// names. Words in a link or right after one are left out too, because they only name the kind of
/// link.
pub(super) fn read(tree: &Tree, img: NodeId) -> Option<Icon> {
    let text = collapse(tree.attr(img, "alt")?);
    let is_small = ["width", "height"].iter().any(|side| {
        let pixels = tree.attr(img, side).and_then(|pixels| pixels.trim().trim_end_matches("px").parse::<u32>().ok());
        pixels.is_some_and(|pixels| (3..=ICON_PIXELS).contains(&pixels))
    });
    let is_decoration = tree.attr(img, "aria-hidden") == Some("true")
        || tree.attr(img, "hidden").is_some()
        || style::declared(tree, img, "display") == Some("none")
        || matches!(tree.attr(img, "role"), Some("presentation" | "none"));
    let is_sign = !text.contains(char::is_alphanumeric) || is_face(tree, img);
    let is_file = text.contains('.') && !text.contains(' ');
    let is_link = |id: NodeId| tree.tag(id) == Tag::A;
    let before = || tree.siblings_before(img).find(|&id| !tree.is_blank_text(id));
    let is_of_link = || tree.ancestors(img).take(LINK_LEVELS).any(is_link) || before().is_some_and(is_link);
    let says =
        !text.is_empty() && text.chars().count() <= MAX_ICON_CHARACTERS && (is_sign || !is_file && !is_of_link());
    (is_small && !is_decoration && says).then_some(Icon { text, is_sign })
}

/// Returns `true` if the page states both sides of an image and both are as small as an icon's.
pub(super) fn is_icon(image: &Image) -> bool {
    image.size.is_some_and(|(width, height)| width.max(height) <= ICON_PIXELS)
}

/// Returns `true` if the class of an image marks it as a face: `smilies`, `wp-smiley`, `emoji`, `emoticon`.
pub(super) fn is_face(tree: &Tree, img: NodeId) -> bool {
    let class = tree.attr(img, "class").unwrap_or_default();
    ["smil", "emoji", "emotic"].iter().any(|name| class.contains(name))
}

impl Icon {
    /// Returns `true` if the icon is needed where it stands. `follows_words` is `true` if kept
    /// words come before it in its paragraph. `is_bearing` returns `true` for an element with kept
    /// content.
    pub(super) fn is_needed(
        &self,
        tree: &Tree,
        selection: &Selection,
        img: NodeId,
        follows_words: bool,
        is_bearing: impl Fn(NodeId) -> bool,
    ) -> bool {
        let precedes_words = || text_after(tree, img).is_some_and(|text| selection.role(text).is_some());
        let in_line = if self.is_sign { follows_words || precedes_words() } else { follows_words && precedes_words() };
        in_line
            || cell_without_text(tree, img)
                .and_then(|cell| tree.parent(cell))
                .is_some_and(|row| tree.tag(row) == Tag::TR && is_bearing(row))
    }
}

/// Returns the next text after a node on the same line.
fn text_after(tree: &Tree, from: NodeId) -> Option<NodeId> {
    let ends_line = |id: NodeId| tree.tag(id) == Tag::BR || is_block_level(tree, id);
    let mut at = from;
    for _ in 0..MAX_STEPS {
        let inside = if at == from { None } else { tree.first_child(at) };
        let mut next = inside.or_else(|| tree.next_sibling(at));
        while next.is_none() {
            at = tree.parent(at).filter(|&parent| !ends_line(parent))?;
            next = tree.next_sibling(at);
        }
        at = next?;
        match tree.tag(at) {
            _ if ends_line(at) => return None,
            Tag::TEXT if !tree.is_blank_text(at) => return Some(at),
            _ => {}
        }
    }
    None
}

/// Returns the cell around an image, if it holds no text.
fn cell_without_text(tree: &Tree, img: NodeId) -> Option<NodeId> {
    const LEVELS: usize = 4;
    let cell = tree.ancestors(img).take(LEVELS).find(|&id| matches!(tree.tag(id), Tag::TD | Tag::TH))?;
    let mut steps = 0;
    let has_text = tree.walk(cell).any(|step| {
        steps += 1;
        steps > 2 * MAX_STEPS || matches!(step, Step::Enter(id) if tree.tag(id) == Tag::TEXT && !tree.is_blank_text(id))
    });
    (!has_text).then_some(cell)
}

impl Cleaner<'_> {
    /// Writes the alternative text of a small image that was left out, if the text around it needs it.
    pub(super) fn icon(&mut self, id: NodeId) {
        let Some(icon) = read(self.tree, id).filter(|_| !self.builder.is_in_code()) else { return };
        let follows_words = self.builder.run().has_words();
        let is_bearing = |element: NodeId| self.bearing[element.index()];
        if !icon.is_needed(self.tree, self.selection, id, follows_words, is_bearing) {
            return;
        }
        self.drawn_text(&icon.text, true, Role::Body);
    }

    /// Writes the text that an image stands for. Spaces separate the words of an icon from the
    /// words beside them.
    pub(super) fn drawn_text(&mut self, text: &str, is_icon: bool, role: Role) {
        let stands_apart = is_icon && text.starts_with(char::is_alphanumeric);
        if stands_apart {
            self.builder.white_space(" ");
        }
        self.builder.text(text, role);
        if stands_apart {
            self.builder.white_space(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::render;
    use crate::selection::Role;
    use crate::tree::{self, Tag};
    use crate::url::BaseUrl;

    /// Returns the Markdown of a page on which all text and no image is selected.
    fn markdown(html: &str) -> String {
        let tree = tree::parse(html).unwrap();
        let mut selection = super::Selection::new(tree.len());
        tree.descendants(tree.body(), Tag::TEXT).for_each(|text| selection.set(text, Role::Body));
        render::markdown(&super::super::clean(&tree, &selection, &BaseUrl::default())).trim().to_owned()
    }

    #[test]
    fn an_icon_leaves_its_words_where_they_are_missed() {
        let cases = [
            ("<p>Cảm ơn <img class=smilies alt=':)' width=15> và hẹn gặp.", "Cảm ơn :) và hẹn gặp."),
            ("<p>Thank you <img alt='😂' height=16></p>", "Thank you 😂"),
            ("<p>料理は<img alt='星4つ' width=80 height=16>です。", "料理は 星4つ です。"),
            ("<p>rated<img alt='4 of 5' height='16px'>by us", "rated 4 of 5 by us"),
            ("<p><img alt='Clock' width=16> 5 minutes", "5 minutes"),
            ("<p>See <a href=#x>the log <img alt='opens a window' width=12></a> now", "See the log now"),
            ("<p>See <a href=#x>it</a> <img alt='outside' width=12> now", "See it now"),
            ("<p>a <img alt='icon.png' width=16> b", "a b"),
            ("<p>a <img alt='Bild' width=16 aria-hidden=true> b", "a b"),
            ("<p>a <img alt='Bild' width=300> b", "a b"),
            ("<p>a <img alt='Bild' width=16></p><p>b", "a\n\nb"),
            (
                "<table><tr><th>A<th>B<tr><td>x<td><span><img alt=Có width=16></span><tr><td>y<td><img alt=Không height=9> 2</table>",
                "| A | B |\n| --- | --- |\n| x | Có |\n| y | 2 |",
            ),
        ];
        for (html, expected) in cases {
            assert_eq!(markdown(html), expected, "{html}");
        }
    }
}
