//! Documents, and the text that is written for them.

use crate::sample::{cell, code, heading, image, item, link, list, paragraph, post, strong, t};
use unchaff::document::{Block, Cell, Document, Inline, Table};
use unchaff::render::text;

/// Returns blocks with their text.
fn cases() -> Vec<(Vec<Block>, &'static str)> {
    vec![
        (vec![], ""),
        (vec![paragraph([t(" Một "), strong("hai"), t("  ")]), paragraph([t("Ba.")])], "Một hai\n\nBa."),
        (vec![paragraph([t("x"), Inline::Subscript(vec![t("2")]), t("y")])], "x₂y"),
        (
            vec![paragraph([
                t("10"),
                Inline::Superscript(vec![t("n/2")]),
                t(" và 2"),
                Inline::Superscript(vec![t("N")]),
            ])],
            "10^(n/2) và 2^N",
        ),
        (
            vec![paragraph([
                t("1"),
                Inline::Superscript(vec![t("er")]),
                t(" x"),
                Inline::Subscript(vec![strong("k")]),
            ])],
            "1er x_(k)",
        ),
        (vec![paragraph([t("a "), Inline::LineBreak, t(" b"), Inline::LineBreak])], "a\nb"),
        (vec![paragraph([t("a"), Inline::LineBreak, Inline::LineBreak, t("b")])], "a\n\nb"),
        (vec![post(0, "An", "a"), post(1, "", "b")], "An\n\na\n\nb"),
        (vec![heading(2, "H"), Block::Rule, paragraph([link("l")])], "H\n\nl"),
        (
            vec![
                paragraph([t("p")]),
                list(None, [item("a"), vec![paragraph([t("b")]), list(Some(3), [item("c")])], item("d")]),
                paragraph([t("q")]),
            ],
            "p\n\na\nb\nc\nd\n\nq",
        ),
        (vec![Block::Quote(vec![paragraph([t("a")]), paragraph([t("b")])])], "a\n\nb"),
        (vec![code("fn a() {\n    b()\n}\n"), paragraph([t("<p>")])], "fn a() {\n    b()\n}\n\n<p>"),
        (
            vec![Block::Table(Table {
                caption: vec![t("caption")],
                rows: vec![
                    vec![cell(true, "a"), cell(true, "b"), cell(true, "c")],
                    vec![
                        cell(false, "1"),
                        cell(false, ""),
                        Cell { content: vec![t("2"), Inline::LineBreak, t("3")], ..Cell::default() },
                    ],
                ],
            })],
            "a\tb\tc\n1\t\t2 3",
        ),
        (
            vec![
                Block::Figure { images: vec![image("alt")], caption: vec![t("caption")] },
                paragraph([t("a"), Inline::Image(image("alt")), t("b")]),
            ],
            "ab",
        ),
        (vec![paragraph([t("a\0b\u{7}c\u{1b}[0m")])], "abc[0m"),
    ]
}

#[test]
fn text_holds_the_words_in_lines() {
    for (blocks, expected) in cases() {
        let document = Document::from(blocks);
        assert_eq!(text(&document), expected, "{document:?}");
    }
}
