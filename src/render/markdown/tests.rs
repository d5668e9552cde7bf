use super::markdown;
use crate::document::{Block, Cell, Document, Image, Inline, Table};
use crate::render::sample::{
    cell, code, em, heading, image, item, link, link_around, list, paragraph, strong, t, table,
};
use crate::url::BaseUrl;

fn assert_markdown(cases: Vec<(Vec<Block>, &str)>) {
    for (blocks, expected) in cases {
        let document = Document::from(blocks);
        assert_eq!(markdown(&document).trim_end_matches('\n'), expected, "{document:?}");
    }
}

fn assert_inline(cases: Vec<(Vec<Inline>, &str)>) {
    assert_markdown(cases.into_iter().map(|(content, expected)| (vec![Block::Paragraph(content)], expected)).collect());
}

#[test]
fn blocks_stand_apart() {
    assert_markdown(vec![
        (vec![], ""),
        (vec![paragraph([t("a")]), paragraph([t("  ")]), paragraph([t("b")])], "a\n\nb"),
        (
            vec![heading(2, "a"), heading(6, "b"), heading(1, "c"), heading(9, "d")],
            "## a\n\n###### b\n\n## c\n\n###### d",
        ),
        (vec![paragraph([t("a"), Inline::LineBreak, t(" b"), Inline::LineBreak])], "a\\\nb"),
        (vec![Block::Rule, paragraph([t("a")])], "___\n\na"),
        (vec![Block::Quote(vec![paragraph([t("a")]), Block::Quote(vec![item("b").remove(0)])])], "> a\n>\n> > b"),
        (
            vec![Block::Figure { images: vec![image("a")], caption: vec![t("b "), em("c")] }],
            "![a](https://a.example/i.png)\n\n*b c*",
        ),
    ]);
}

#[test]
fn lists_are_tight_when_their_items_are_one_paragraph() {
    assert_markdown(vec![
        (vec![list(None, [item("a"), item("b")]), paragraph([t("c")])], "- a\n- b\n\nc"),
        (vec![list(Some(9), [item("a"), item("b")])], "9. a\n10. b"),
        (vec![list(Some(u32::MAX), [item("a")])], "999999999. a"),
        (
            vec![list(None, [vec![paragraph([t("a")]), list(Some(1), [item("b"), item("c")])], item("d")])],
            "- a\n  1. b\n  2. c\n- d",
        ),
        (vec![list(Some(10), [vec![paragraph([t("a")]), list(None, [item("b")])]])], "10. a\n    - b"),
        (vec![list(None, [vec![paragraph([t("a")]), paragraph([t("b")])], item("c")])], "- a\n\n  b\n\n- c"),
        // A parser takes `2.` below text for text.
        (vec![list(None, [vec![paragraph([t("a")]), list(Some(2), [item("b")])]])], "- a\n\n  2. b"),
        (vec![list(None, [vec![code("a")], item("b")])], "- ```\n  a\n  ```\n\n- b"),
        (vec![list(None, [vec![], item("b")])], "- &#32;\n\n- b"),
        (vec![list(None, [vec![Block::Quote(item("a"))]])], "- > a"),
    ]);
}

#[test]
fn lists_in_a_row_stay_apart() {
    assert_markdown(vec![
        (vec![list(None, [item("a")]), list(None, [item("b")]), list(None, [item("c")])], "- a\n\n* b\n\n- c"),
        (vec![list(Some(1), [item("a")]), list(Some(1), [item("b")])], "1. a\n\n1) b"),
        (vec![list(None, [item("a")]), list(Some(1), [item("b")])], "- a\n\n1. b"),
        (vec![list(None, [item("a")]), paragraph([t("b")]), list(None, [item("c")])], "- a\n\nb\n\n- c"),
    ]);
}

#[test]
fn fences_are_longer_than_what_they_hold() {
    let rust = Block::Code { language: Some("rust".into()), text: "fn a() {}\n\n  b\n".into() };
    let odd = Block::Code { language: Some("a b".into()), text: "````\n".into() };
    assert_markdown(vec![
        (vec![rust.clone()], "```rust\nfn a() {}\n\n  b\n```"),
        (vec![Block::Quote(vec![rust])], "> ```rust\n> fn a() {}\n>\n>   b\n> ```"),
        (vec![odd], "`````\n````\n`````"),
        (vec![code("\n\ta\n\n")], "```\n\n\ta\n\n```"),
    ]);
    assert_inline(vec![
        (vec![Inline::Code("a".into())], "`a`"),
        (vec![Inline::Code("a``b".into())], "```a``b```"),
        (vec![Inline::Code("`a".into())], "`` `a ``"),
        (vec![Inline::Code("a\nb".into())], "`a b`"),
        // Two code spans would be one.
        (vec![Inline::Code("a".into()), Inline::Code("*b".into())], "`a`\\*b"),
    ]);
}

#[test]
fn tables_have_a_head() {
    let caption = vec![t("Bảng 1")];
    let head = vec![cell(true, "a")];
    let in_cell = |inline| {
        Block::Table(Table { caption: vec![], rows: vec![vec![Cell { content: vec![inline], ..Cell::default() }]] })
    };
    let broken =
        Cell { content: vec![t("b"), Inline::LineBreak, t("c|d"), Inline::Code("e|f".into())], ..Cell::default() };
    assert_markdown(vec![
        (vec![table([["a", "b"], ["c", ""]])], "|  |  |\n| --- | --- |\n| a | b |\n| c |  |"),
        (
            vec![Block::Table(Table { caption, rows: vec![head.clone(), vec![], vec![cell(false, "1"), broken]] })],
            "*Bảng 1*\n\n| a |  |\n| --- | --- |\n| 1 | b<br>c\\|d`e\\|f` |",
        ),
        (vec![Block::Table(Table { caption: vec![], rows: vec![vec![], vec![]] }), paragraph([t("a")])], "a"),
        // Whether a backslash before `|` escapes it in code, parsers disagree.
        (vec![in_cell(Inline::Code("a\\|b".into()))], "|  |\n| --- |\n| a\\\\\\|b |"),
        (vec![list(None, [vec![table([["a"]])]])], "- |  |\n  | --- |\n  | a |"),
        (vec![Block::Table(Table { caption: vec![], rows: vec![head] })], "| a |\n| --- |"),
    ]);
}

#[test]
fn links_and_images_cannot_break_out() {
    let url = |raw: &str| BaseUrl::default().resolve(raw).expect("a valid URL");
    let to = |raw: &str| vec![Inline::Link { url: url(raw), content: vec![t("a")] }];
    assert_inline(vec![
        (vec![link("a")], "[a](https://a.example/)"),
        (to("https://a.example/x)y(z"), "[a](<https://a.example/x)y(z>)"),
        (to("https://a.example/> b"), "[a](https://a.example/%3E%20b)"),
        (to("https://a.example/?a&b=1&copy;"), "[a](https://a.example/?a&b=1\\&copy;)"),
        (vec![t("a!"), link("b")], "a\\![b](https://a.example/)"),
        (vec![link_around([t("a"), link("b]"), t(" ")]), t("c")], "[ab\\]](https://a.example/) c"),
        (vec![t("a"), link(" "), t("b")], "a b"),
        (
            vec![Inline::Image(Image { alt: "a]\n\n(b) <c>".into(), ..image("") })],
            "![a\\] (b) \\<c>](https://a.example/i.png)",
        ),
        (vec![link_around([Inline::Image(image("a"))])], "[![a](https://a.example/i.png)](https://a.example/)"),
    ]);
}

#[test]
fn emphasis_is_written_where_it_can_be_read() {
    let nested = |inner: Inline| Inline::Strong(vec![inner]);
    assert_inline(vec![
        (vec![t("a "), em("b"), t(" "), strong("c")], "a *b* **c**"),
        (vec![t("a"), strong(" b "), t("c")], "a **b** c"),
        (vec![strong("a:"), t(" b")], "**a:** b"),
        (vec![strong("a:"), t("b")], "a:b"),
        (vec![t("Từ"), strong("đậm"), t("nét")], "Từ**đậm**nét"),
        (vec![t("这是"), strong("强调"), t("文字")], "这是**强调**文字"),
        (vec![strong("“强调”"), t("文字")], "“强调”文字"),
        (vec![strong("“强调”"), t("，文字")], "**“强调”**，文字"),
        (vec![strong("Tie\u{302}\u{301}ng"), t(" Vie\u{323}\u{302}t")], "**Tie\u{302}\u{301}ng** Vie\u{323}\u{302}t"),
        (vec![em("a"), em("b")], "*ab*"),
        (vec![em("a"), strong("b")], "*a***b**"),
        (vec![nested(em("a"))], "***a***"),
        (vec![nested(strong("a")), t("b")], "**a**b"),
        (vec![Inline::Strong(vec![t("a "), em("b")])], "**a *b***"),
        (vec![Inline::Strong(vec![t("a"), em("b"), t("c")])], "**a*b*c**"),
        (vec![strong("a*")], "**a\\***"),
        (vec![t("a"), em(" "), t("b")], "a b"),
        (vec![Inline::Emphasis(vec![link("a")]), t(" b")], "*[a](https://a.example/)* b"),
        (vec![t("a"), Inline::Emphasis(vec![link("b")])], "a[b](https://a.example/)"),
        (vec![link_around([strong("a"), t("b")])], "[**a**b](https://a.example/)"),
        (vec![t("x"), Inline::Subscript(vec![t("2")]), Inline::Superscript(vec![t("3")])], "x₂³"),
        // Without its emphasis the number would begin a list.
        (vec![em("1."), t("a")], "1.a"),
        (vec![t("1"), Inline::Superscript(vec![t(". a")])], "1\\. a"),
    ]);
}
