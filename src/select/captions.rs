//! Captions without markup: lines that describe an image.

use super::frame::ArticleFrame;
use crate::blocks::Blocks;
use crate::constructs::is_image;
use crate::features::{BlockKind, Measured};
use crate::tree::{NodeId, Step, Tag, Tree};

/// Returns `true` for each block that is the caption of the image before it. A caption is a short
/// line without a link. Either it shares an element with one image and nothing else, or it is in
/// italics or small type and follows an element that holds only images.
pub(super) fn find(
    tree: &Tree,
    blocks: &Blocks,
    measured: &Measured,
    frame: &ArticleFrame,
    chosen: &[bool],
) -> Vec<bool> {
    const CAPTION_WORDS: usize = 60;
    let candidates = frame.candidates(blocks, measured);
    let is_caption = |i: usize| {
        let element = blocks.list[i].element;
        let may_be_caption = candidates[i]
            && !chosen[i]
            && blocks.list[i].link_characters == 0
            && measured.blocks[i].words <= CAPTION_WORDS
            && matches!(measured.blocks[i].kind, BlockKind::Paragraph | BlockKind::Caption);
        may_be_caption && (shares_with_image(tree, element) || is_styled(tree, element) && follows_image(tree, element))
    };
    (0..chosen.len()).map(is_caption).collect()
}

/// Returns `true` if an element, or its parent, holds one image followed by the element's text, and
/// nothing else.
fn shares_with_image(tree: &Tree, element: NodeId) -> bool {
    let own_bytes = shown(tree, element).text_bytes;
    let around = || std::iter::once(element).chain(tree.parent(element)).filter(|&id| id != tree.body());
    around().any(|id| {
        let content = shown(tree, id);
        content.images == 1 && content.text_bytes == own_bytes && content.begins_with_image
    })
}

/// Returns `true` if an element holds nothing but one element for italics or small type.
fn is_styled(tree: &Tree, element: NodeId) -> bool {
    let mut shown = tree.children(element).filter(|&child| !tree.is_blank_text(child));
    let only = shown.next().filter(|_| shown.next().is_none());
    only.is_some_and(|only| matches!(tree.tag(only), Tag::EM | Tag::I | Tag::SMALL | Tag::CITE))
}

/// Returns `true` if the preceding element holds an image and no text.
fn follows_image(tree: &Tree, element: NodeId) -> bool {
    let before = tree.siblings_before(element).find(|&id| !tree.is_blank_text(id));
    before.map(|before| shown(tree, before)).is_some_and(|content| content.images > 0 && content.text_bytes == 0)
}

/// The images and the text of an element.
#[derive(Default)]
struct ImageAndText {
    images: usize,
    text_bytes: usize,
    begins_with_image: bool,
}

/// Returns the images and the text of an element. Returns nothing for a large element, because it
/// holds more than an image and its caption.
fn shown(tree: &Tree, element: NodeId) -> ImageAndText {
    const MOST_STEPS: usize = 60;
    let mut content = ImageAndText::default();
    for (count, step) in tree.walk(element).enumerate() {
        if count > MOST_STEPS {
            return ImageAndText::default();
        }
        let Step::Enter(id) = step else { continue };
        if is_image(tree, id) {
            content.begins_with_image |= content.text_bytes == 0;
            content.images += 1;
        } else if tree.tag(id) == Tag::TEXT {
            content.text_bytes += tree.text(id).trim().len();
        }
    }
    content
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    const TEXT: &str = "<p>Before the flood the river had been low for three years, and nobody feared it at all.</p>";

    /// Returns `true` if the page has a caption.
    fn has_caption(markup: &str) -> bool {
        let tree = tree::parse(&format!("<article>{TEXT}{markup}{TEXT}</article>")).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let chosen: Vec<bool> = measured.blocks.iter().map(|block| block.prose).collect();
        let frame = ArticleFrame::find(&tree, &blocks, &measured, &chosen);
        find(&tree, &blocks, &measured, &frame, &chosen).contains(&true)
    }

    #[test]
    fn a_short_line_that_shares_an_element_with_an_image_is_its_caption() {
        let image = "<img src=/a.jpg width=620 height=350>";
        for markup in [
            format!("<div>{image}<span class=legende>The old piles</span></div>"),
            format!("<div>{image}<p>The old piles</p></div>"),
            format!("<div><a href=/b>{image}</a><small>The old piles</small></div>"),
            format!("<p>{image}</p><p><em>The old piles</em></p>"),
            format!("<p>{image}<br>The old piles</p>"),
        ] {
            assert!(has_caption(&markup), "{markup}");
        }
    }

    #[test]
    fn lines_with_links_and_lines_beside_more_are_none() {
        let image = "<img src=/a.jpg width=620 height=350>";
        for markup in [
            format!("<div>{image}<p><a href=/b>The old piles</a></p></div>"),
            format!("<div>{image}{image}<p>The old piles</p></div>"),
            format!("<div><p>The old piles</p>{image}</div>"),
            format!("<p>{image}</p><p>The old piles</p>"),
            "<div><p>The old piles</p></div>".to_owned(),
        ] {
            assert!(!has_caption(&markup), "{markup}");
        }
    }

    #[test]
    fn headings_long_lines_and_lines_in_boilerplate_are_no_captions() {
        let image = "<img src=/a.jpg width=620 height=350>";
        let line = |words: usize| format!("<div>{image}<p>{}</p></div>", "piles ".repeat(words));
        assert!(has_caption(&line(21)));
        for markup in [
            line(61),
            format!("<div>{image}<h3>The old piles</h3></div>"),
            format!("<nav>{image}<p>The old piles</p></nav>"),
            format!("<div>{image}<p>The old piles</p><p>The new piles</p></div>"),
        ] {
            assert!(!has_caption(&markup), "{markup}");
        }
    }

    #[test]
    fn a_line_in_italics_is_a_caption_only_as_a_whole_and_after_an_image_alone() {
        let image = "<img src=/a.jpg width=620 height=350>";
        assert!(has_caption(&format!("<p>{image}</p> <p><em>The old piles</em></p>")));
        for markup in [
            format!("<p>{image}</p><p><em>The old</em> piles</p>"),
            format!("<p>In spring {image}</p><p><em>The old piles</em></p>"),
            "<hr><p><em>The old piles</em></p>".to_owned(),
        ] {
            assert!(!has_caption(&markup), "{markup}");
        }
    }
}
