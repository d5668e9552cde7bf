//! Reads the output of the renderers with an independent HTML parser and two independent Markdown
//! parsers.
//!
//! A document and its parsed rendering are both converted to an [`Outline`]. If text were read as
//! markup, or markup as text, the outlines would differ. The second Markdown parser, markdown-rs,
//! makes HTML, whose words are compared.

use crate::documents::{HOSTILE, document};
use crate::outline::{Outline, html_outline, markdown_outline, outline, plain_scripts};
use crate::sample::{cell, code, em, embed, heading, image, item, link, link_around, list, paragraph, strong, t};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{NodeData, RcDom};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use pulldown_cmark::{self as md, Tag};
use unchaff::document::{
    Block, CalloutKind, Cell, Definition, Document, Event, Inline, Item, Node, Note, Numbering, Table,
};

fn assert_same(found: &Outline, expected: &Outline, document: &Document, rendered: &str) {
    let same = found.tokens.iter().zip(&expected.tokens).take_while(|(a, b)| a == b).count();
    let [found_rest, expected_rest] =
        [found, expected].map(|outline| outline.tokens[same..].iter().take(5).collect::<Vec<_>>());
    assert_eq!(found_rest, expected_rest, "after {same} tokens of {document:?}\n{rendered}");
    assert_eq!(found.text, expected.text, "{document:?}\n{rendered}");
}

fn check_markdown(document: &Document) {
    let markdown = unchaff::render::markdown(document);
    let expected = outline(document, false);
    assert_same(&markdown_outline(&markdown), &expected, document, &markdown);
    if is_plain(document) {
        assert_eq!(words_by_second_parser(&markdown), words(&expected.text), "{document:?}\n{markdown}");
    }
}

/// Returns `true` if a document has nothing that the second parser does not know, or shows with
/// additional words.
fn is_plain(document: &Document) -> bool {
    document.events().all(|event| {
        !matches!(
            event,
            Event::Enter(
                Node::Block(Block::Callout { .. } | Block::Math(_))
                    | Node::Inline(Inline::Math(_) | Inline::Note(_) | Inline::Image(_))
                    | Node::Block(Block::Figure { .. })
            )
        )
    })
}

fn words_by_second_parser(source: &str) -> String {
    let mut options = markdown::Options::gfm();
    options.compile.allow_dangerous_html = true;
    let html = markdown::to_html_with_options(source, &options).expect("Markdown has no errors");
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut text = String::new();
    let mut waiting = vec![dom.document.clone()];
    while let Some(node) = waiting.pop() {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&plain_scripts(&contents.borrow()));
        }
        waiting.extend(node.children.borrow().iter().rev().cloned());
    }
    words(&text)
}

/// Returns a text without white space, because parsers put line ends at different places.
fn words(text: &str) -> String {
    text.split_whitespace().collect()
}

fn check(document: &Document) {
    check_markdown(document);
    let html = unchaff::render::html(document);
    assert_same(&html_outline(&html), &outline(document, true), document, &html);
}

fn in_places(text: &str) -> Vec<Document> {
    let table = |caption: Vec<Inline>, header| {
        let rows = vec![vec![cell(header, text), cell(header, "b")], vec![cell(false, "c"), cell(false, text)]];
        Block::Table(Table { caption, rows })
    };
    let blocks = vec![
        vec![paragraph([t(text)])],
        vec![paragraph([t("a"), Inline::LineBreak, t(text)])],
        vec![paragraph([t(text), Inline::LineBreak, t("a")])],
        vec![paragraph([t("a "), t(text), t(" b")])],
        vec![paragraph([em("a"), t(text), strong("b"), t(text), link("c"), t(text)])],
        vec![paragraph([t(text), link(text), t(text), Inline::Code("a".into()), t(text)])],
        vec![paragraph([em(text), t(" a "), strong(text), t("b"), em(text), strong(text)])],
        vec![paragraph([Inline::Strong(vec![em(text), t("a")]), Inline::Emphasis(vec![t("b"), strong(text)])])],
        vec![paragraph([Inline::Code(text.into()), t("a"), Inline::Code("a".into()), Inline::Code(text.into())])],
        vec![paragraph([Inline::Superscript(vec![t(text)]), Inline::Subscript(vec![t(text)])])],
        vec![paragraph([link_around([strong(text), Inline::Image(image(text))]), t(text)])],
        vec![heading(2, text), paragraph([t(text)]), heading(6, text)],
        vec![list(None, [item(text), item("a"), item(text)])],
        vec![list(Some(3), [vec![paragraph([t(text)]), paragraph([t(text)])], item(text)])],
        vec![list(None, [vec![paragraph([t("a")]), list(None, [item(text), vec![code(text)]])]])],
        vec![Block::Quote(vec![paragraph([t(text)]), Block::Quote(vec![paragraph([t(text)])])]), paragraph([t(text)])],
        vec![code(text), list(None, [vec![code(&format!("{text}\n\n  {text}"))]]), Block::Quote(vec![code(text)])],
        vec![table(vec![], true), paragraph([t(text)])],
        vec![table(vec![t(text)], false)],
        vec![Block::Table(Table {
            caption: vec![],
            rows: vec![vec![Cell {
                header: true,
                content: vec![Inline::Code(text.into()), link(text), Inline::Image(image(text))],
                ..Cell::default()
            }]],
        })],
        vec![Block::Figure { images: vec![image(text), image("")], caption: vec![t(text), em(text)] }],
    ];
    let mut documents: Vec<Document> = blocks.into_iter().map(Document::from).collect();
    documents.extend(
        [
            vec![Block::Callout { kind: CalloutKind::Tip, title: vec![t(text)], blocks: vec![paragraph([t(text)])] }],
            vec![Block::Callout {
                kind: CalloutKind::Note,
                title: vec![],
                blocks: vec![paragraph([t(text)]), code(text)],
            }],
            vec![Block::Definitions(vec![
                Definition::Term(vec![t(text)]),
                Definition::Detail(vec![paragraph([t(text)])]),
            ])],
            vec![embed(text)],
            vec![paragraph([
                Inline::Deleted(vec![t(text)]),
                t(text),
                Inline::Abbreviation { title: text.into(), content: vec![t(text)] },
            ])],
            vec![paragraph([
                Inline::Ruby(vec![t(text), Inline::Reading(vec![t(text)])]),
                Inline::Keyboard(text.into()),
            ])],
            vec![
                paragraph([t(text), Inline::Math("x_1".into()), t(text)]),
                Block::Math("y".into()),
                paragraph([t(text)]),
            ],
            vec![task(true, text), paragraph([t(text)])],
        ]
        .map(Document::from),
    );
    documents.push(Document {
        blocks: vec![paragraph([t(text), Inline::Note(0), t(text)])],
        notes: vec![Note { blocks: vec![paragraph([t(text)]), paragraph([t(text)])] }],
    });
    documents
}

fn task(checked: bool, text: &str) -> Block {
    // Brackets are a checkbox only if words follow.
    let blocks = vec![paragraph([t("a "), t(text)])];
    Block::List { start: None, numbering: Numbering::Decimal, items: vec![Item { checked: Some(checked), blocks }] }
}

#[test]
fn text_stays_text_wherever_it_stands() {
    for text in HOSTILE.iter() {
        in_places(text).iter().for_each(check);
    }
}

#[test]
fn texts_stay_text_side_by_side() {
    for first in HOSTILE.iter() {
        for second in HOSTILE.iter() {
            check_markdown(&Document::from(vec![paragraph([t(first), em(second), t(first), strong(second)])]));
        }
    }
}

/// Every run uses the same documents. `PROPTEST_CASES=100000` tries more.
#[test]
fn documents_survive_whatever_they_nest() {
    const CASES: u32 = 500;
    let config = Config { failure_persistence: None, ..Config::default() };
    let config = Config { cases: config.cases.max(CASES), ..config };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let checked = runner.run(&document(), |document| {
        check(&document);
        Ok(())
    });
    checked.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_formula_is_no_markup_where_formulas_are_not_known() {
    let hostile = ["<script>x</script>", "[a](javascript:x)", "![a](x)", "]: x", "`a`", "$ <b> $", "a\n\n# b"];
    for latex in hostile.iter().copied().chain(HOSTILE.iter().map(String::as_str)) {
        let document = Document::from(vec![paragraph([t("a"), Inline::Math(latex.into())]), Block::Math(latex.into())]);
        let markdown = unchaff::render::markdown(&document);
        for event in md::Parser::new(&markdown) {
            let acts = matches!(
                event,
                md::Event::Html(_) | md::Event::InlineHtml(_) | md::Event::Start(Tag::Link { .. } | Tag::Image { .. })
            );
            assert!(!acts, "{latex:?} makes {event:?} in\n{markdown}");
        }
    }
}

#[test]
fn a_note_defines_no_link_where_notes_are_not_known() {
    for text in [
        "javascript:alert(1)",
        "javascript:alert(1)\u{a0}b",
        "javascript:alert(1) \"title\"",
        "javascript:alert(1) 'x",
        "a",
        "a (b)",
    ] {
        for content in [vec![t(text)], vec![t(text), Inline::LineBreak, t("\"title\"")], vec![link(text)]] {
            let document = Document {
                blocks: vec![paragraph([t("a"), Inline::Note(0)])],
                notes: vec![Note { blocks: vec![Block::Paragraph(content)] }],
            };
            check_markdown(&document);
            let markdown = unchaff::render::markdown(&document);
            for event in md::Parser::new(&markdown) {
                if let md::Event::Start(Tag::Link { dest_url, .. }) = event {
                    assert_eq!(&*dest_url, "https://a.example/", "{markdown}");
                }
            }
        }
    }
}

#[test]
fn a_block_that_begins_a_note_stays_itself_where_notes_are_not_known() {
    let blocks = [
        code("<img src=x onerror=alert(1)>"),
        Block::Math("x".into()),
        Block::Rule,
        embed("a"),
        list(None, [vec![code("<b>")]]),
        Block::Quote(vec![code("<b>")]),
    ];
    for block in blocks {
        let document = Document {
            blocks: vec![paragraph([t("a"), Inline::Note(0)])],
            notes: vec![Note { blocks: vec![block, paragraph([t("b")])] }],
        };
        check_markdown(&document);
        let markdown = unchaff::render::markdown(&document);
        for event in md::Parser::new(&markdown) {
            match event {
                md::Event::Html(_) | md::Event::InlineHtml(_) => panic!("{event:?} in\n{markdown}"),
                md::Event::Start(Tag::Link { dest_url, .. }) => {
                    assert_eq!(&*dest_url, "https://a.example/", "{markdown}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_table_with_spans_is_html_of_ours() {
    for text in HOSTILE.iter() {
        let wide =
            Cell { columns: 2, rows: 3, content: vec![t(text), Inline::LineBreak, link(text)], ..Cell::default() };
        let table = Block::Table(Table { caption: vec![t(text)], rows: vec![vec![wide, cell(false, text)]] });
        let document = Document::from(vec![paragraph([t("a")]), list(None, [vec![table]]), paragraph([t("b")])]);
        let markdown = unchaff::render::markdown(&document);
        assert_eq!(words_by_second_parser(&markdown), words(&outline(&document, true).text), "{markdown}");
    }
}
