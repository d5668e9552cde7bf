//! Lines inside an article that lead to another article: "Read also:" and a link.

use crate::blocks::Blocks;
use crate::features::{BlockKind, Measured, lines::points_elsewhere};

/// Drops each paragraph that consists only of links to other articles and a label such as "Read also:".
pub(super) fn drop_pointers(blocks: &Blocks, measured: &Measured, chosen: &mut [bool]) {
    /// Maximum number of words of a pointer: a headline with a label before it.
    const MOST_WORDS: usize = 60;
    /// Maximum number of characters of a label and its marks.
    const LABEL_CHARACTERS: usize = 40;
    for (i, chosen) in chosen.iter_mut().enumerate().filter(|(_, chosen)| **chosen) {
        let (block, features) = (&blocks.list[i], &measured.blocks[i]);
        let is_text = matches!(features.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading);
        let is_link = block.links > 0 && block.characters - block.link_characters <= LABEL_CHARACTERS;
        // A label without a link is the heading of the text after it.
        let is_pointer = is_text && is_link && features.words <= MOST_WORDS && features.link_share > 0.3;
        *chosen &= !(is_pointer && points_elsewhere(&measured.folded[i]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{blocks, features, tree};

    fn is_kept(html: &str) -> bool {
        let tree = tree::parse(html).unwrap();
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, None);
        let mut chosen = vec![true; blocks.list.len()];
        drop_pointers(&blocks, &measured, &mut chosen);
        chosen[0]
    }

    #[test]
    fn a_label_and_a_link_go() {
        let pointers = [
            "<p>Read also: <a href=/a>Why the tables are wrong</a></p>",
            "<p><strong>&gt;&gt; Xem thêm: </strong><a href=/a>Giá gạo tăng trở lại</a></p>",
            "<p><a href=/a>Lesen Sie auch: Warum die Tafeln falsch sind</a></p>",
            "<p>À lire aussi : <a href=/a>Pourquoi les tables sont fausses</a></p>",
            "<p>相关阅读：<a href=/a>潮汐表为什么错了</a></p>",
            "<li>関連記事：<a href=/a>潮汐表はなぜ間違っていたか</a>",
        ];
        for pointer in pointers {
            assert!(!is_kept(pointer), "{pointer}");
        }
    }

    #[test]
    fn sentences_and_other_labels_stay() {
        let texts = [
            "<p>Read more about the tables in <a href=/a>the survey</a>, which the county published after the long winter.</p>",
            "<p>Source: <a href=/a>County survey of landing stages</a></p>",
            "<p>Website: <a href=/a>ferry.example</a></p>",
            "<p>Read also:</p>",
        ];
        for text in texts {
            assert!(is_kept(text), "{text}");
        }
    }

    #[test]
    fn pointers_are_short_lines_with_a_short_label() {
        let pointer = |tag: &str, label: &str, words: usize| {
            format!("<{tag}>Read also{label}: <a href=/a>{}</a></{tag}>", "tide ".repeat(words))
        };
        assert!(!is_kept(&pointer("p", " in our old archive", 6)), "label of 30 characters");
        assert!(is_kept(&pointer("p", " what the county has written about the tables", 20)), "long label");
        assert!(!is_kept(&pointer("p", "", 50)), "52 words");
        assert!(is_kept(&pointer("p", "", 70)), "72 words");
        assert!(!is_kept(&pointer("h3", "", 4)), "heading");
        assert!(is_kept(&pointer("pre", "", 4)), "code");
        assert!(is_kept("<p>Read also what they say of <a href=/a>it</a></p>"), "link of two characters");
    }
}
