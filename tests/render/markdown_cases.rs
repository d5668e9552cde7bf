//! Documents, and the Markdown that is written for them.

use crate::sample::{
    cell, code, em, embed, heading, image, item, link, link_around, list, paragraph, post, strong, t, table,
};
use unchaff::document::{Block, CalloutKind, Cell, Document, Image, Inline, Table};
use unchaff::render::markdown;
use unchaff::url::BaseUrl;

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
fn posts_are_quotations_in_those_that_they_answer() {
    assert_markdown(vec![
        (vec![post(0, "An", "a"), post(0, "Bo", "b")], "**An** · May 12\n\na\n\n**Bo** · May 12\n\nb"),
        (
            vec![post(0, "An", "a"), post(1, "*Bo*", "b"), post(2, "", "c"), post(1, "Di", "d"), paragraph([t("e")])],
            "**An** · May 12\n\na\n\n> **\\*Bo\\*** · May 12\n>\n> b\n\n> > May 12\n> >\n> > c\n\n> **Di** · May 12\n>\n> d\n\ne",
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
        // A parser reads `2.` right below text as text.
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
        // Two code spans side by side would be read as one.
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
        // Parsers disagree whether a backslash before `|` escapes it in code.
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
        (vec![strong("a:"), t("b")], "**a**:b"),
        (vec![strong("Lưu ý:"), t("đọc kỹ.")], "**Lưu ý**:đọc kỹ."),
        (vec![strong("注意："), t("请勿")], "**注意**：请勿"),
        (vec![t("彼は"), em("「古い。」"), t("と言った")], "彼は「*古い*。」と言った"),
        (vec![t("이것은"), strong("'강조'"), t("입니다")], "이것은'**강조**'입니다"),
        (vec![strong("第二步（可选）"), t("检查")], "**第二步（可选**）检查"),
        (vec![Inline::Strong(vec![em("注意："), t("")]), t("请")], "***注意***：请"),
        (vec![t("在"), Inline::Strong(vec![link("东京")]), t("有")], "在[**东京**](https://a.example/)有"),
        (vec![t("a"), strong("!"), t("b")], "a!b"),
        (vec![t("Từ"), strong("đậm"), t("nét")], "Từ**đậm**nét"),
        (vec![t("这是"), strong("强调"), t("文字")], "这是**强调**文字"),
        (vec![strong("“强调”"), t("文字")], "**“强调**”文字"),
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
        (vec![t("a"), Inline::Emphasis(vec![link("b")])], "a[*b*](https://a.example/)"),
        (vec![link_around([strong("a"), t("b")])], "[**a**b](https://a.example/)"),
        (vec![t("x"), Inline::Subscript(vec![t("2")]), Inline::Superscript(vec![t("3")])], "x₂³"),
        (vec![em("1."), t("a")], "*1*.a"),
        (vec![em("1."), em("!"), t("a")], "1.!a"),
    ]);
}

#[test]
fn scripts_and_struck_text_do_not_join_their_neighbours() {
    let (above, below) = (|text| Inline::Superscript(vec![t(text)]), |text| Inline::Subscript(vec![t(text)]));
    let struck = |text| Inline::Deleted(vec![t(text)]);
    assert_inline(vec![
        (vec![t("10"), above("6"), t(" ou CO"), below("2")], "10⁶ ou CO₂"),
        (vec![t("2"), above("n"), t(", x"), below("i")], "2ⁿ, xᵢ"),
        (vec![t("x"), above("n/2"), t("y"), below("i,j")], "x<sup>n/2</sup>y<sub>i,j</sub>"),
        (vec![t("x"), Inline::Subscript(vec![em("k")])], "x<sub>*k*</sub>"),
        (vec![t("1"), above("st"), t(" và M"), above("me"), t(" A"), above("®")], "1st và Mme A®"),
        (vec![t("1"), above("[2]"), Inline::Superscript(vec![link("3")])], "1\\[2\\][3](https://a.example/)"),
        (vec![t("giá "), struck("80 €"), t(" 70 €")], "giá ~~80 €~~ 70 €"),
        (vec![struck("$20"), Inline::Inserted(vec![t("$15")])], "~~$20~~\\$15"),
        (vec![t("un"), struck("important"), t("believable")], "un~~important~~believable"),
        (vec![t("原价"), struck("￥20"), t("现价")], "原价<del>￥20</del>现价"),
        (vec![struck("a"), Inline::Emphasis(vec![struck("b")])], "~~a~~*~~b~~*"),
        (vec![struck("a"), struck("b")], "<del>a</del>~~b~~"),
        (vec![Inline::Deleted(vec![link("a")]), t(" b")], "~~[a](https://a.example/)~~ b"),
    ]);
}

#[test]
fn a_brace_begins_neither_attributes_nor_an_expression() {
    assert_inline(vec![
        (vec![t("a {onclick=x}")], "a \\{onclick=x}"),
        (vec![link("a"), t("{onclick=x}")], "[a](https://a.example/)\\{onclick=x}"),
        (vec![link("{a}")], "[\\{a}](https://a.example/)"),
        (vec![Inline::Image(image("{a}")), t("{onclick=x}")], "![\\{a}](https://a.example/i.png)\\{onclick=x}"),
        (vec![strong("a"), t("{.b}")], "**a**\\{.b}"),
        (vec![Inline::Code("{a}".into()), t("{.b}")], "`{a}`\\{.b}"),
        (vec![Inline::Math("x_{1}".into()), t("{.b}")], "$x_{1}$\\{.b}"),
        (vec![Inline::Math("\\sum_{i=1}^{n}".into())], "$\\sum_{i=1}^{n}$"),
        (vec![Inline::Math("*x*{onfocus=y}".into())], "$*x* {onfocus=y}$"),
        (vec![Inline::Math("_x_{a onfocus = y}".into())], "$_x_ {a onfocus = y}$"),
        (vec![Inline::Math("ftp://a.example/b".into())], "$ftp: //a.example/b$"),
        (vec![t("a"), Inline::LineBreak, t("{: onclick=x}")], "a\\\n\\{: onclick=x}"),
    ]);
    let wide = Cell { columns: 2, ..cell(false, "{a}") };
    assert_markdown(vec![
        (vec![heading(2, "a {#b onclick=x}"), paragraph([t("{.c}")])], "## a \\{#b onclick=x}\n\n\\{.c}"),
        (vec![code("{a}"), paragraph([t("{.b}")])], "```\n{a}\n```\n\n\\{.b}"),
        (vec![Block::Math("x_{1}".into())], "$$\nx_{1}\n$$"),
        (vec![table([["{a}"]])], "|  |\n| --- |\n| \\{a} |"),
        (vec![embed("{a}")], "[![](https://a.example/i.png) \\{a}](https://a.example/)"),
        (
            vec![Block::Callout { kind: CalloutKind::Tip, title: vec![t("{a}")], blocks: item("b") }],
            "> [!TIP]\n> **\\{a}**\n>\n> b",
        ),
        (
            vec![Block::Table(Table { caption: vec![], rows: vec![vec![wide]] })],
            "<table>\n<tbody>\n<tr><td colspan=\"2\">&#123;a}</td></tr>\n</tbody>\n</table>",
        ),
    ]);
}
