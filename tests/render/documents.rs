//! Documents of all shapes that proptest generates. Their texts would be read as something else by
//! Markdown or HTML if they were not escaped.

use crate::sample::{code, image, item, link, list, paragraph, t};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;
use unchaff::document::{
    Block, CalloutKind, Cell, Definition, Direction, Document, Inline, LanguageTag, Locale, Note, Numbering, Table,
};

/// Text that Markdown or HTML would read as something else.
pub(crate) static HOSTILE: LazyLock<Vec<String>> =
    LazyLock::new(|| serde_json::from_str(include_str!("hostile.json")).expect("a list of strings"));

/// Number of notes in each document. References lead to these notes.
const NOTES: usize = 3;

/// Returns a document with blocks nested up to four levels.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let notes = vec(blocks(1).prop_map(|blocks| Note { blocks }), NOTES);
    (blocks(3), notes).prop_map(|(blocks, notes)| Document { blocks, notes })
}

fn hostile() -> impl Strategy<Value = String> {
    select(HOSTILE.as_slice())
}

/// Returns up to four inlines and a last word, nested up to `depth` levels.
fn inlines(depth: usize) -> BoxedStrategy<Vec<Inline>> {
    let last = select(vec!["a", "b", "文", "."]);
    (vec(inline(depth), 1..=4), last)
        .prop_map(|(mut inlines, last)| {
            inlines.push(t(last));
            inlines
        })
        .boxed()
}

fn inline(depth: usize) -> BoxedStrategy<Inline> {
    let leaf = prop_oneof![
        2 => hostile().prop_map(|text| t(&text)),
        1 => select(vec![" ", "a", "文", "“", "(", ". ", " a ", "\u{a0}"]).prop_map(t),
        1 => hostile().prop_map(Inline::Code),
        1 => select(vec![Inline::LineBreak, Inline::Image(image("alt"))]),
    ];
    let Some(depth) = depth.checked_sub(1) else { return leaf.boxed() };
    let inside = inlines(depth);
    prop_oneof![
        5 => leaf,
        2 => inside.clone().prop_map(Inline::Emphasis),
        2 => inside.clone().prop_map(Inline::Strong),
        1 => inside.clone().prop_map(Inline::Subscript),
        1 => inside.clone().prop_map(linked),
        1 => inside.prop_map(Inline::Deleted),
        1 => (0..NOTES).prop_map(Inline::Note),
        1 => select(vec![Inline::Math("x^2".into()), Inline::Keyboard("F5".into())]),
    ]
    .boxed()
}

fn linked(content: Vec<Inline>) -> Inline {
    let Inline::Link { url, .. } = link("") else { unreachable!("link makes links") };
    Inline::Link { url, content }
}

/// Returns up to three blocks, nested up to `depth` levels.
fn blocks(depth: usize) -> BoxedStrategy<Vec<Block>> {
    vec(block(depth), 1..=3).boxed()
}

fn block(depth: usize) -> BoxedStrategy<Block> {
    let leaf = prop_oneof![
        2 => inlines(3).prop_map(Block::Paragraph),
        1 => (2..=6u8, inlines(2)).prop_map(|(level, content)| Block::Heading { level, content }),
        1 => hostile().prop_map(|text| code(&text)),
        1 => prop_oneof![
            Just(Block::Rule),
            inlines(2).prop_map(|caption| Block::Figure { images: vec![image("a"), image("b")], caption }),
            Just(list(None, [item("a"), vec![paragraph([t("b")]), list(Some(1), [item("c")])]])),
        ],
        1 => table(),
    ];
    let Some(depth) = depth.checked_sub(1) else { return leaf.boxed() };
    let inside = blocks(depth);
    prop_oneof![
        6 => leaf,
        2 => inside.clone().prop_map(Block::Quote),
        2 => numbered(inside.clone()),
        1 => (inlines(1), inside.clone())
            .prop_map(|(title, blocks)| Block::Callout { kind: CalloutKind::Caution, title, blocks }),
        1 => inside.clone().prop_map(|blocks| Block::Section {
            locale: Locale { language: LanguageTag::new("vi"), direction: Some(Direction::Rtl) },
            blocks,
        }),
        1 => (inlines(1), inside)
            .prop_map(|(term, detail)| Block::Definitions(vec![Definition::Term(term), Definition::Detail(detail)])),
    ]
    .boxed()
}

/// Returns a list of any kind.
fn numbered(inside: BoxedStrategy<Vec<Block>>) -> impl Strategy<Value = Block> {
    let start = select(vec![None, None, Some(1), Some(0), Some(9)]);
    (start, vec(inside.prop_map(Into::into), 1..=3)).prop_map(|(start, items)| Block::List {
        start,
        numbering: Numbering::Decimal,
        items,
    })
}

/// Returns a table of two rows, with or without a head.
fn table() -> impl Strategy<Value = Block> {
    let cell = |header| inlines(2).prop_map(move |content| Cell { header, content, ..Cell::default() });
    any::<bool>().prop_flat_map(move |header| {
        (vec(cell(header), 2), vec(cell(false), 2))
            .prop_map(|(head, row)| Block::Table(Table { caption: vec![t("c")], rows: vec![head, row] }))
    })
}
