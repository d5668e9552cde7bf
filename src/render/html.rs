//! Document → HTML.
//!
//! Clean, semantic HTML that is safe to insert into a page: a closed list of elements, and of attributes only
//! `href`, `rel`, `src`, `alt`, `loading`, `start` and the `class` of a code block's language. One block a
//! line, so that the source reads well.

use super::{head_rows, is_forbidden, is_language, is_tight};
use crate::document::{Block, Document, Event, Image, Inline, Node};

/// Renders a document as HTML, without `<html>` or `<body>` around it.
///
/// Links carry `rel="noopener noreferrer"`, so that the page they lead to learns nothing of the reader's
/// application. Images load when they come into view. Links inside links are written as their text.
///
/// ```
/// use unchaff::document::{Block, Document, Inline};
/// let document = Document { blocks: vec![Block::Paragraph(vec![Inline::Text("1 < 2".into())])] };
/// assert_eq!(unchaff::render::html(&document), "<p>1 &lt; 2</p>\n");
/// ```
pub fn html(document: &Document) -> String {
    let mut writer = Writer::default();
    for event in document.events() {
        match event {
            Event::Enter(node) => writer.enter(node),
            Event::Leave(node) => writer.leave(node),
        }
    }
    writer.html
}

#[derive(Default)]
struct Writer {
    html: String,
    /// Links around the current place; only the outermost is written.
    links: usize,
    /// Whether the paragraph that comes, or is open, goes without `<p>`.
    bare_paragraph: bool,
    /// The element for the caption of the current table or figure.
    caption: &'static str,
    /// Rows of the current table that are written, and how many rows its head has.
    rows: usize,
    head_rows: usize,
}

impl Writer {
    fn enter(&mut self, node: Node) {
        match node {
            Node::Block(block) => self.enter_block(block),
            Node::Item(blocks) => {
                self.bare_paragraph = matches!(blocks.first(), Some(Block::Paragraph(_))) && is_tight(blocks);
                self.push("<li>");
            }
            Node::Caption(_) => self.open(self.caption),
            Node::Row(_) => {
                if self.rows == 0 && self.head_rows > 0 {
                    self.push("<thead>\n");
                }
                if self.rows == self.head_rows {
                    self.push("<tbody>\n");
                }
                self.push("<tr>");
            }
            Node::Cell(cell) => self.open(if cell.header { "th" } else { "td" }),
            Node::Inline(inline) => self.enter_inline(inline),
        }
    }

    fn leave(&mut self, node: Node) {
        match node {
            Node::Block(block) => self.leave_block(block),
            Node::Item(_) => self.push("</li>\n"),
            Node::Caption(_) => {
                self.close(self.caption);
                self.push("\n");
            }
            Node::Row(_) => {
                self.push("</tr>\n");
                self.rows += 1;
                if self.rows == self.head_rows {
                    self.push("</thead>\n");
                }
            }
            Node::Cell(cell) => self.close(if cell.header { "th" } else { "td" }),
            Node::Inline(inline) => self.leave_inline(inline),
        }
    }

    fn enter_block(&mut self, block: &Block) {
        if matches!(block, Block::Paragraph(_)) && self.bare_paragraph {
            return;
        }
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.push("\n");
        }
        match block {
            Block::Paragraph(_) => self.push("<p>"),
            Block::Heading { level, .. } => self.open(heading(*level)),
            Block::List { start: None, .. } => self.push("<ul>\n"),
            Block::List { start: Some(1), .. } => self.push("<ol>\n"),
            Block::List { start: Some(start), .. } => self.push(&format!("<ol start=\"{start}\">\n")),
            Block::Quote(_) => self.push("<blockquote>\n"),
            Block::Code { language, text } => {
                self.push("<pre><code");
                if let Some(language) = language.as_deref().filter(|name| is_language(name)) {
                    self.attribute("class", &format!("language-{language}"));
                }
                // An HTML parser drops a newline right after `<pre>`, but none after `<code>`.
                self.push(">");
                self.text(text);
                self.push("</code></pre>\n");
            }
            Block::Table(table) => {
                self.caption = "caption";
                self.rows = 0;
                self.head_rows = head_rows(table);
                self.push("<table>\n");
            }
            Block::Figure { images, .. } => {
                self.caption = "figcaption";
                self.push("<figure>\n");
                for image in images {
                    self.image(image);
                    self.push("\n");
                }
            }
            Block::Rule => self.push("<hr>\n"),
        }
    }

    fn leave_block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(_) if self.bare_paragraph => self.bare_paragraph = false,
            Block::Paragraph(_) => self.push("</p>\n"),
            Block::Heading { level, .. } => {
                self.close(heading(*level));
                self.push("\n");
            }
            Block::List { start: None, .. } => self.push("</ul>\n"),
            Block::List { start: Some(_), .. } => self.push("</ol>\n"),
            Block::Quote(_) => self.push("</blockquote>\n"),
            Block::Table(_) => {
                if self.rows > self.head_rows {
                    self.push("</tbody>\n");
                }
                self.push("</table>\n");
            }
            Block::Figure { .. } => self.push("</figure>\n"),
            Block::Code { .. } | Block::Rule => {}
        }
    }

    fn enter_inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Link { url, .. } => {
                if self.links == 0 {
                    self.push("<a");
                    self.attribute("href", url.as_str());
                    self.push(" rel=\"noopener noreferrer\">");
                }
                self.links += 1;
            }
            Inline::Emphasis(_) => self.push("<em>"),
            Inline::Strong(_) => self.push("<strong>"),
            Inline::Subscript(_) => self.push("<sub>"),
            Inline::Superscript(_) => self.push("<sup>"),
            Inline::Code(text) => {
                self.push("<code>");
                self.text(text);
                self.push("</code>");
            }
            Inline::Image(image) => self.image(image),
            Inline::LineBreak => self.push("<br>"),
        }
    }

    fn leave_inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Link { .. } => {
                self.links -= 1;
                if self.links == 0 {
                    self.push("</a>");
                }
            }
            Inline::Emphasis(_) => self.push("</em>"),
            Inline::Strong(_) => self.push("</strong>"),
            Inline::Subscript(_) => self.push("</sub>"),
            Inline::Superscript(_) => self.push("</sup>"),
            Inline::Text(_) | Inline::Code(_) | Inline::Image(_) | Inline::LineBreak => {}
        }
    }

    fn image(&mut self, image: &Image) {
        self.push("<img");
        self.attribute("src", image.url.as_str());
        self.attribute("alt", &image.alt);
        self.push(" loading=\"lazy\">");
    }

    fn open(&mut self, element: &'static str) {
        self.html.extend(["<", element, ">"]);
    }

    fn close(&mut self, element: &'static str) {
        self.html.extend(["</", element, ">"]);
    }

    /// Writes markup of ours. What a page says goes through [`Writer::text`] or [`Writer::attribute`].
    fn push(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        self.html.extend([" ", name, "=\""]);
        for c in value.chars() {
            match c {
                '"' => self.push("&quot;"),
                '\'' => self.push("&#39;"),
                _ => self.character(c),
            }
        }
        self.push("\"");
    }

    fn text(&mut self, text: &str) {
        text.chars().for_each(|c| self.character(c));
    }

    /// `<` and `>` are escaped in attribute values too: a later reader that takes the value for content must
    /// find no tag in it.
    fn character(&mut self, c: char) {
        match c {
            '&' => self.push("&amp;"),
            '<' => self.push("&lt;"),
            '>' => self.push("&gt;"),
            _ if is_forbidden(c) => {}
            _ => self.html.push(c),
        }
    }
}

fn heading(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Table};
    use crate::render::sample::{
        cell, code, em, heading, image, item, link, link_around, list, paragraph, strong, t, table,
    };

    /// Blocks, their HTML.
    fn cases() -> Vec<(Vec<Block>, &'static str)> {
        vec![
            (vec![], ""),
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
                vec![list(
                    Some(7),
                    [vec![paragraph([t("a")]), paragraph([t("b")])], vec![code("c"), paragraph([t("d")])]],
                )],
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
            let document = Document { blocks };
            assert_eq!(html(&document), expected, "{document:?}");
        }
    }
}
