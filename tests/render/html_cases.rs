//! Documents, and the HTML that is written for them.

use crate::sample::{cell, code, em, heading, image, item, link, link_around, list, paragraph, post, strong, t, table};
use unchaff::document::{Block, Cell, Document, Inline, Table};
use unchaff::render::html;

/// Returns blocks with their HTML.
fn cases() -> Vec<(Vec<Block>, &'static str)> {
    vec![
        (vec![], ""),
        (
            vec![post(0, "An", "a"), post(1, "<b>", "b"), post(0, "", "c"), paragraph([t("d")])],
            "<article class=\"post\">\n<p class=\"post-header\"><strong>An</strong> · <time datetime=\"2024-05-12\">May 12</time></p>\n\
             <p>a</p>\n<article class=\"post\">\n<p class=\"post-header\"><strong>&lt;b&gt;</strong> · \
             <time datetime=\"2024-05-12\">May 12</time></p>\n<p>b</p>\n</article>\n</article>\n<article class=\"post\">\n\
             <p class=\"post-header\"><time datetime=\"2024-05-12\">May 12</time></p>\n<p>c</p>\n</article>\n<p>d</p>\n",
        ),
        (vec![paragraph([t("a & b < c > d \"e\" 'f'")])], "<p>a &amp; b &lt; c &gt; d \"e\" 'f'</p>\n"),
        (vec![paragraph([t("&lt;script&gt;")])], "<p>&amp;lt;script&amp;gt;</p>\n"),
        (
            vec![paragraph([em("a"), strong("b"), Inline::LineBreak, Inline::Code("<c>".into())])],
            "<p><em>a</em><strong>b</strong><br><code>&lt;c&gt;</code></p>\n",
        ),
        (
            vec![paragraph([Inline::Subscript(vec![t("1")]), Inline::Superscript(vec![t("2")])])],
            "<p><sub>1</sub><sup>2</sup></p>\n",
        ),
        (
            vec![paragraph([link_around([t("a"), em("b"), link("c")]), t("d")])],
            "<p><a href=\"https://a.example/\" rel=\"noopener noreferrer\">a<em>b</em>c</a>d</p>\n",
        ),
        (
            vec![paragraph([Inline::Image(image("\"><script>'&"))])],
            "<p><img src=\"https://a.example/i.png\" alt=\"&quot;&gt;&lt;script&gt;&#39;&amp;\" loading=\"lazy\"></p>\n",
        ),
        (
            vec![heading(1, "a"), heading(2, "b"), heading(6, "c"), heading(9, "d"), Block::Rule],
            "<h2>a</h2>\n<h2>b</h2>\n<h6>c</h6>\n<h6>d</h6>\n<hr>\n",
        ),
        (
            vec![list(None, [item("a"), vec![], vec![paragraph([t("b")]), list(Some(1), [item("c")])]])],
            "<ul>\n<li>a</li>\n<li></li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n",
        ),
        (
            vec![list(Some(7), [vec![paragraph([t("a")]), paragraph([t("b")])], vec![code("c"), paragraph([t("d")])]])],
            "<ol start=\"7\">\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n\
             <li>\n<pre><code>c</code></pre>\n<p>d</p>\n</li>\n</ol>\n",
        ),
        (
            vec![Block::Quote(vec![paragraph([t("a")]), Block::Quote(vec![])])],
            "<blockquote>\n<p>a</p>\n<blockquote>\n</blockquote>\n</blockquote>\n",
        ),
        (vec![code("\n\n a\tb\n")], "<pre><code>\n\n a\tb\n</code></pre>\n"),
        (
            vec![Block::Code { language: Some("c++".into()), text: "a<b>".into() }],
            "<pre><code class=\"language-c++\">a&lt;b&gt;</code></pre>\n",
        ),
        (vec![Block::Code { language: Some("x y\"".into()), text: "a".into() }], "<pre><code>a</code></pre>\n"),
        (
            vec![Block::Figure { images: vec![image("")], caption: vec![t("c")] }],
            "<figure>\n<img src=\"https://a.example/i.png\" alt=\"\" loading=\"lazy\">\n\
             <figcaption>c</figcaption>\n</figure>\n",
        ),
        (vec![table([["1", "2"]])], "<table>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n"),
        (
            vec![Block::Table(Table {
                caption: vec![t("c")],
                rows: vec![vec![cell(true, "a"), cell(true, "b")], vec![cell(true, "1"), Cell::default()], vec![]],
            })],
            "<table>\n<caption>c</caption>\n<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n\
             <tbody>\n<tr><th>1</th><td></td></tr>\n<tr></tr>\n</tbody>\n</table>\n",
        ),
        (
            vec![Block::Table(Table { caption: vec![], rows: vec![vec![cell(true, "a")]] })],
            "<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n</table>\n",
        ),
        (vec![paragraph([t("a\0b\r\u{c}c")])], "<p>abc</p>\n"),
    ]
}

#[test]
fn documents_become_html() {
    for (blocks, expected) in cases() {
        let document = Document::from(blocks);
        assert_eq!(html(&document), expected, "{document:?}");
    }
}
