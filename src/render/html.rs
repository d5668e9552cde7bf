//! Renders documents as HTML.
//!
//! The HTML is semantic and safe to insert into a page. Elements come from a closed list. The only
//! attributes are `href`, `rel`, `src`, `alt`, `loading`, `width`, `height`, `start`, `type`,
//! `colspan`, `rowspan`, `title`, `lang`, `dir`, `datetime`, and `class`, `role` and `id` with
//! values of this crate. Each block is on a line of its own, so that the source is easy to read.
//!
//! Only footnotes and their references have ids, and all ids begin with `unchaff-`. If a page could choose an id, it
//! could shadow a global variable of the page that shows the article.

use super::common::{MAX_POST_LEVELS, head_rows, is_forbidden, is_language, is_tight};
use crate::document::{
    Block, CalloutKind, Cell, Direction, Document, Embed, Event, Image, Inline, Locale, Node, Numbering, PostHeader,
};

/// Renders a document as HTML, without `<html>` or `<body>` around it.
///
/// Links have `rel="noopener noreferrer"`, so that their targets learn nothing about the page that
/// shows the article. Images load when they come into view. A link inside a link is written as its
/// text. Formulas are written in LaTeX between `\(` and `\)` or `\[` and `\]`, the delimiters of
/// MathJax and KaTeX. A post becomes an `article` inside the `article` of the post that it answers.
///
/// ```
/// use unchaff::document::{Block, Document, Inline};
/// let document = Document::from(vec![Block::Paragraph(vec![Inline::Text("1 < 2".into())])]);
/// assert_eq!(unchaff::render::html(&document), "<p>1 &lt; 2</p>\n");
/// ```
pub fn html(document: &Document) -> String {
    let mut writer = HtmlWriter { references: vec![0; document.notes.len()], ..HtmlWriter::default() };
    for event in document.events() {
        match event {
            Event::Enter(node) => writer.enter(node),
            Event::Leave(node) => writer.leave(node),
        }
    }
    writer.close_posts(0);
    writer.html
}

/// Returns only a table, for formats that use HTML for tables that they cannot express.
pub(super) fn table(table: &Block) -> String {
    html(&Document::from(vec![table.clone()]))
}

#[derive(Default)]
struct HtmlWriter {
    html: String,
    /// The number of links around the current place. Only the outermost link is written.
    links: usize,
    /// `true` if the next or open paragraph is written without `<p>`.
    bare_paragraph: bool,
    /// The checkbox of an item, written before the words of its first paragraph. An item without a
    /// paragraph gets no checkbox.
    tick_box: &'static str,
    /// The element for the caption of the current table or figure.
    caption: &'static str,
    /// The number of written rows of the current table. `head_rows` is the number of rows in its head.
    rows: usize,
    head_rows: usize,
    /// The number of references to each footnote so far.
    references: Vec<usize>,
    /// The depths of the posts whose `article` is still open for answers, although their content
    /// has ended.
    posts: Vec<u16>,
    /// The number of blocks around the current place.
    levels: usize,
}

impl HtmlWriter {
    fn enter(&mut self, node: Node) {
        match node {
            Node::Block(block) => self.enter_block(block),
            Node::Item(item) => {
                self.bare_paragraph = begins_bare(&item.blocks);
                self.push("<li>");
                self.tick_box = match (item.checked, item.blocks.first()) {
                    (Some(true), Some(Block::Paragraph(_))) => "☑ ",
                    (Some(false), Some(Block::Paragraph(_))) => "☐ ",
                    _ => "",
                };
            }
            Node::Term(_) => self.push("<dt>"),
            Node::Detail(blocks) => {
                self.bare_paragraph = begins_bare(blocks);
                self.push("<dd>");
            }
            Node::Title(_) => self.push("<p class=\"callout-title\">"),
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
            Node::Cell(cell) => self.enter_cell(cell),
            Node::Inline(inline) => self.enter_inline(inline),
            Node::Notes(_) => {
                self.close_posts(0);
                self.push("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
            }
            Node::Note { index, .. } => self.push(&format!("<li id=\"unchaff-note-{}\">\n", index + 1)),
        }
    }

    fn leave(&mut self, node: Node) {
        match node {
            Node::Block(block) => self.leave_block(block),
            Node::Item(_) => self.push("</li>\n"),
            Node::Term(_) => self.push("</dt>\n"),
            Node::Detail(_) => self.push("</dd>\n"),
            Node::Title(_) => self.push("</p>\n"),
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
            Node::Notes(_) => self.push("</ol>\n</section>\n"),
            Node::Note { index, .. } => {
                let number = index + 1;
                self.push(&format!("<a href=\"#unchaff-ref-{number}\" role=\"doc-backlink\">↩</a></li>\n"));
            }
        }
    }

    fn enter_cell(&mut self, cell: &Cell) {
        self.push(if cell.header { "<th" } else { "<td" });
        for (name, span) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
            if span > 1 {
                self.attribute(name, &span.to_string());
            }
        }
        self.push(">");
    }

    fn enter_block(&mut self, block: &Block) {
        let tick_box = std::mem::take(&mut self.tick_box);
        if self.levels == 0 && !matches!(block, Block::Post { .. }) {
            self.close_posts(0);
        }
        let is_only_entered = matches!(block, Block::Code { .. } | Block::Math(_) | Block::Embed(_) | Block::Rule);
        self.levels += usize::from(!is_only_entered);
        if matches!(block, Block::Paragraph(_)) && self.bare_paragraph {
            return self.push(tick_box);
        }
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.push("\n");
        }
        match block {
            Block::Paragraph(_) => {
                self.push("<p>");
                self.push(tick_box);
            }
            Block::Heading { level, .. } => self.open(heading(*level)),
            Block::List { start: None, .. } => self.push("<ul>\n"),
            Block::List { start: Some(start), numbering, .. } => {
                self.push("<ol");
                if *start != 1 {
                    self.attribute("start", &start.to_string());
                }
                match numbering {
                    Numbering::Decimal => {}
                    Numbering::LowerAlpha => self.attribute("type", "a"),
                    Numbering::UpperAlpha => self.attribute("type", "A"),
                    Numbering::LowerRoman => self.attribute("type", "i"),
                    Numbering::UpperRoman => self.attribute("type", "I"),
                }
                self.push(">\n");
            }
            Block::Definitions(_) => self.push("<dl>\n"),
            Block::Callout { kind, .. } => {
                self.push("<aside");
                self.attribute("class", callout_class(*kind));
                self.push(">\n");
            }
            Block::Section { locale, .. } => {
                self.push("<div");
                self.locale(locale);
                self.push(">\n");
            }
            Block::Post { header, .. } => self.enter_post(header),
            Block::Math(latex) => {
                self.push("<div class=\"math display\">\\[");
                self.text(latex);
                self.push("\\]</div>\n");
            }
            Block::Embed(embed) => self.embed(embed),
            Block::Quote(_) => self.push("<blockquote>\n"),
            Block::Code { language, text } => {
                self.push("<pre><code");
                if let Some(language) = language.as_deref().filter(|name| is_language(name)) {
                    self.attribute("class", &format!("language-{language}"));
                }
                // An HTML parser drops a newline right after `<pre>`, but not one after `<code>`.
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

    /// Opens the `article` of a post, inside that of the post that it answers.
    fn enter_post(&mut self, header: &PostHeader) {
        // A post inside another block is complete. Only at the top level of a document can posts
        // answer each other.
        if self.levels == 1 {
            let depth = header.depth.min(MAX_POST_LEVELS);
            self.close_posts(depth);
            self.posts.push(depth);
        }
        self.push("<article class=\"post\">\n");
        if header.is_silent() {
            return;
        }
        self.push("<p class=\"post-header\">");
        if let Some(author) = &header.author {
            self.push("<strong>");
            self.text(author);
            self.push("</strong>");
        }
        if let Some(time) = header.time() {
            self.push(if header.author.is_some() { " · " } else { "" });
            if let Some(url) = &header.url {
                self.push("<a");
                self.attribute("href", url.as_str());
                self.push(" rel=\"noopener noreferrer\">");
            }
            self.push("<time");
            if let Some(published) = &header.published_time {
                self.attribute("datetime", published);
            }
            self.push(">");
            self.text(time);
            self.push("</time>");
            self.push(if header.url.is_some() { "</a>" } else { "" });
        }
        self.push("</p>\n");
    }

    /// Closes the posts that a post of the given depth does not answer.
    fn close_posts(&mut self, depth: u16) {
        while self.posts.pop_if(|open| *open >= depth).is_some() {
            self.push("</article>\n");
        }
    }

    fn leave_block(&mut self, block: &Block) {
        self.levels -= 1;
        match block {
            Block::Paragraph(_) if self.bare_paragraph => self.bare_paragraph = false,
            Block::Paragraph(_) => self.push("</p>\n"),
            Block::Heading { level, .. } => {
                self.close(heading(*level));
                self.push("\n");
            }
            Block::List { start: None, .. } => self.push("</ul>\n"),
            Block::List { start: Some(_), .. } => self.push("</ol>\n"),
            Block::Definitions(_) => self.push("</dl>\n"),
            Block::Callout { .. } => self.push("</aside>\n"),
            Block::Section { .. } => self.push("</div>\n"),
            Block::Quote(_) => self.push("</blockquote>\n"),
            Block::Table(_) => {
                if self.rows > self.head_rows {
                    self.push("</tbody>\n");
                }
                self.push("</table>\n");
            }
            Block::Figure { .. } => self.push("</figure>\n"),
            Block::Post { .. } if self.levels > 0 => self.push("</article>\n"),
            Block::Post { .. } | Block::Code { .. } | Block::Math(_) | Block::Embed(_) | Block::Rule => {}
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
            Inline::Deleted(_) => self.push("<del>"),
            Inline::Inserted(_) => self.push("<ins>"),
            Inline::Marked(_) => self.push("<mark>"),
            Inline::Abbreviation { title, .. } => {
                self.push("<abbr");
                self.attribute("title", title);
                self.push(">");
            }
            Inline::Span { locale, .. } => {
                self.push("<span");
                self.locale(locale);
                self.push(">");
            }
            Inline::Ruby(_) => self.push("<ruby>"),
            // Browsers without ruby show the reading in parentheses.
            Inline::Reading(_) => self.push("<rp>(</rp><rt>"),
            Inline::Code(text) => {
                self.push("<code>");
                self.text(text);
                self.push("</code>");
            }
            Inline::Keyboard(text) => {
                self.push("<kbd>");
                self.text(text);
                self.push("</kbd>");
            }
            Inline::Math(latex) => {
                self.push("<span class=\"math inline\">\\(");
                self.text(latex);
                self.push("\\)</span>");
            }
            Inline::Note(index) => self.reference(*index),
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
            Inline::Deleted(_) => self.push("</del>"),
            Inline::Inserted(_) => self.push("</ins>"),
            Inline::Marked(_) => self.push("</mark>"),
            Inline::Abbreviation { .. } => self.push("</abbr>"),
            Inline::Span { .. } => self.push("</span>"),
            Inline::Ruby(_) => self.push("</ruby>"),
            Inline::Reading(_) => self.push("</rt><rp>)</rp>"),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Keyboard(_)
            | Inline::Math(_)
            | Inline::Note(_)
            | Inline::Image(_)
            | Inline::LineBreak => {}
        }
    }

    /// Writes a reference to a footnote. The first reference has the id that the note links back
    /// to. The document may lack the note.
    fn reference(&mut self, index: usize) {
        let Some(references) = self.references.get_mut(index) else { return };
        *references += 1;
        let (number, again) = (index + 1, *references);
        let id = if again == 1 { format!("unchaff-ref-{number}") } else { format!("unchaff-ref-{number}-{again}") };
        if self.links > 0 {
            return self.push(&format!("<sup id=\"{id}\">{number}</sup>"));
        }
        self.push(&format!(
            "<sup id=\"{id}\"><a href=\"#unchaff-note-{number}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    fn embed(&mut self, embed: &Embed) {
        self.push("<figure class=\"embed\">\n<a");
        self.attribute("href", embed.url.as_str());
        self.push(" rel=\"noopener noreferrer\">");
        if let Some(thumbnail) = &embed.thumbnail {
            self.push("<img");
            self.attribute("src", thumbnail.as_str());
            self.push(" alt=\"\" loading=\"lazy\">");
        }
        self.text(&embed.title);
        self.push("</a>\n</figure>\n");
    }

    fn locale(&mut self, locale: &Locale) {
        if let Some(language) = &locale.language {
            self.attribute("lang", language.as_str());
        }
        if let Some(direction) = locale.direction {
            self.attribute("dir", if direction == Direction::Rtl { "rtl" } else { "ltr" });
        }
    }

    fn image(&mut self, image: &Image) {
        self.push("<img");
        self.attribute("src", image.url.as_str());
        self.attribute("alt", &image.alt);
        if let Some((width, height)) = image.size {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
        self.push(" loading=\"lazy\">");
    }

    fn open(&mut self, element: &'static str) {
        self.html.extend(["<", element, ">"]);
    }

    fn close(&mut self, element: &'static str) {
        self.html.extend(["</", element, ">"]);
    }

    /// Writes markup of this crate. Text of the page must be written with [`HtmlWriter::text`] or
    /// [`HtmlWriter::attribute`].
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

    /// Writes a character. `<` and `>` are escaped in attribute values too, so that a program that
    /// misreads a value as content finds no tag in it.
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

/// Returns `true` if the first block is a paragraph without `<p>`.
fn begins_bare(blocks: &[Block]) -> bool {
    matches!(blocks.first(), Some(Block::Paragraph(_))) && is_tight(blocks)
}

fn callout_class(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Note => "callout callout-note",
        CalloutKind::Tip => "callout callout-tip",
        CalloutKind::Important => "callout callout-important",
        CalloutKind::Warning => "callout callout-warning",
        CalloutKind::Caution => "callout callout-caution",
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
