//! Plain text → tree: every line that was pasted becomes a block, so that what comes after reads one thing.
//!
//! Text copied from a browser has a paragraph a line, with or without blank lines between; e-mails and text
//! files break their lines at 60 to 90 columns ([`wrap`]); notes have Markdown's marks. The danger is in taking a
//! mark for what it is not: a lone `- ` or `1. ` is a line's own text, not a list. Nothing is lost but the
//! marks that became elements.

mod marks;
mod read;
mod wrap;

use crate::tree::{NodeId, Tag, Tree};
use marks::{Mark, fence, looks_like_code, marker, rule_mark};
use read::Line;

/// A pasted text as a tree.
#[derive(Debug, Clone)]
pub struct Lines {
    /// Paragraphs, headings, lists, quotes, code, tables and breaks, all in `<body>`.
    pub tree: Tree,
    /// For each node ([`NodeId::index`]) the number of blank lines before it: on the elements that hold a line's
    /// text (`p`, `h1` to `h6`, `li`, `pre`, the first `td` of a row) and on `hr`; 0 on all others.
    pub blank_before: Vec<u16>,
}

/// Longest line that a mark makes a heading, in characters. Longer ones are paragraphs above a separator, or
/// comments in a script.
const MAX_HEADING: usize = 120;

/// Columns from which on an indented line can be code, as in Markdown.
const CODE_INDENT: usize = 4;

/// Reads pasted text. Any text can be read; one without words gives a tree with an empty body. Time is linear in
/// its length.
pub fn parse(text: &str) -> Lines {
    let lines = read::lines(text);
    let continues = wrap::continues(&lines);
    let mut builder = Builder {
        tree: Tree::empty(text.len()),
        blank_before: Vec::new(),
        unclosed: [usize::MAX; 2],
        prose: lines.len(),
    };
    let mut at = 0;
    while at < lines.len() {
        let rest = &lines[at..];
        at += builder
            .fence(rest)
            .or_else(|| builder.code(rest))
            .or_else(|| builder.table(rest))
            .or_else(|| builder.quote(rest))
            .or_else(|| builder.heading(rest))
            .or_else(|| builder.rule(rest))
            .or_else(|| builder.list(rest))
            .unwrap_or_else(|| builder.paragraph(builder.tree.body(), rest, &continues[at..]));
    }
    builder.blank_before.resize(builder.tree.len(), 0);
    Lines { tree: builder.tree, blank_before: builder.blank_before }
}

struct Builder {
    tree: Tree,
    blank_before: Vec<u16>,
    /// The shortest fence of backticks, and of tildes, that was looked for to the end of the text and not found:
    /// no longer one need be looked for again.
    unclosed: [usize; 2],
    /// Number of lines left after the last run of indented lines that was looked at and is no code: the lines of
    /// one run are not looked at again.
    prose: usize,
}

/// Each method but the last reads the block of its kind that `lines` starts with, if it does, and tells how many
/// lines it took.
impl Builder {
    fn block(&mut self, parent: NodeId, tag: Tag, blank_before: usize, text: &str) -> NodeId {
        let id = self.tree.append_element(parent, tag, None);
        self.blank_before.resize(self.tree.len(), 0);
        self.blank_before[id.index()] = blank_before.try_into().unwrap_or(u16::MAX);
        if !text.is_empty() {
            self.tree.append_text(id, text);
        }
        id
    }

    /// Code between fences of three or more backticks or tildes.
    fn fence(&mut self, lines: &[Line]) -> Option<usize> {
        let (mark, length, info) = fence(lines[0].trimmed())?;
        let unclosed = &mut self.unclosed[usize::from(mark == '~')];
        if length >= *unclosed {
            return None;
        }
        let closes = |line: &Line| {
            fence(line.trimmed())
                .is_some_and(|(other, count, info)| other == mark && count >= length && info.is_empty())
        };
        let Some(inside) = lines[1..].iter().position(closes) else {
            *unclosed = length;
            return None;
        };
        let language = info.split(char::is_whitespace).next().unwrap_or("");
        self.preformatted(&lines[1..1 + inside], lines[0].blank_before, 0, language);
        Some(inside + 2)
    }

    /// Indented lines of which at least half look like a program's.
    fn code(&mut self, lines: &[Line]) -> Option<usize> {
        if lines.len() > self.prose {
            return None;
        }
        // Blank lines stand in code too.
        let end = lines.iter().position(|line| line.indent() < CODE_INDENT).unwrap_or(lines.len());
        let run = &lines[..end];
        let marked = run.iter().filter(|line| looks_like_code(line.trimmed())).count();
        if marked == 0 || marked * 2 < run.len() {
            self.prose = lines.len() - end;
            return None;
        }
        let indent = run.iter().map(Line::indent).min().unwrap_or(0);
        self.preformatted(run, run[0].blank_before, indent, "");
        Some(end)
    }

    fn preformatted(&mut self, lines: &[Line], blank_before: usize, indent: usize, language: &str) {
        let mut text = String::new();
        for (number, line) in lines.iter().enumerate() {
            if number > 0 {
                text.extend(std::iter::repeat_n('\n', line.blank_before + 1));
            }
            text.push_str(&line.without_indent(indent));
        }
        let body = self.tree.body();
        let pre = self.block(body, Tag::PRE, blank_before, "");
        let class = format!("language-{language}");
        let code =
            self.tree.append_element(pre, Tag::CODE, (!language.is_empty()).then_some(("class", class.as_str())));
        self.tree.append_text(code, &text);
    }

    /// Two rows or more with tabs between their cells, as browsers copy a table.
    fn table(&mut self, lines: &[Line]) -> Option<usize> {
        let rows = follow(lines, |line| line.trimmed().contains('\t'));
        if rows < 2 {
            return None;
        }
        let table = self.tree.append_element(self.tree.body(), Tag::TABLE, None);
        let body = self.tree.append_element(table, Tag::TBODY, None);
        for line in &lines[..rows] {
            let row = self.tree.append_element(body, Tag::TR, None);
            for (column, cell) in line.text.split('\t').enumerate() {
                self.block(row, Tag::TD, if column == 0 { line.blank_before } else { 0 }, cell.trim());
            }
        }
        Some(rows)
    }

    /// Lines that start with `>`, as in e-mails. Quotes of quotes become one.
    ///
    /// A single line must be a sentence after one `>`: `>> Xem thêm` is how news sites mark a link, `> Thời sự`
    /// a part of the path to a page.
    fn quote(&mut self, lines: &[Line]) -> Option<usize> {
        let count = follow(lines, |line| line.trimmed().starts_with('>'));
        let is_sentence =
            |text: &str| text.starts_with("> ") && text.ends_with(['.', '!', '?', '…', '"', '”', '»', '。']);
        if count == 0 || (count == 1 && !is_sentence(lines[0].trimmed())) {
            return None;
        }
        let unmarked = lines[..count].iter().map(|line| line.trimmed().trim_start_matches(['>', ' ']));
        let inside = read::numbered(unmarked, lines[0].blank_before);
        let continues = wrap::continues(&inside);
        let quote = self.tree.append_element(self.tree.body(), Tag::BLOCKQUOTE, None);
        let mut at = 0;
        while at < inside.len() {
            at += self.paragraph(quote, &inside[at..], &continues[at..]);
        }
        Some(count)
    }

    /// `## Heading`, or a line underlined with `===` or `---`.
    fn heading(&mut self, lines: &[Line]) -> Option<usize> {
        let line = &lines[0];
        let text = line.trimmed();
        let title = text.trim_start_matches('#');
        let level = text.len() - title.len();
        let (tag, title, taken) = if level > 0 {
            let title = title.strip_prefix([' ', '\t'])?.trim_end_matches('#').trim();
            (*HEADINGS.get(level - 1)?, title, 1)
        } else {
            let underline = lines.get(1).filter(|line| line.blank_before == 0)?.trimmed();
            let tag = match rule_mark(underline)? {
                '=' => Tag::H1,
                '-' => Tag::H2,
                _ => return None,
            };
            let above = !underline.contains(' ') && !text.ends_with('.') && rule_mark(text).is_none();
            if !above || marker(text).is_some() {
                return None;
            }
            (tag, text, 2)
        };
        if title.is_empty() || title.chars().count() > MAX_HEADING {
            return None;
        }
        self.block(self.tree.body(), tag, line.blank_before, title);
        Some(taken)
    }

    /// A line of three or more `-`, `*`, `_` or `=` and nothing else.
    fn rule(&mut self, lines: &[Line]) -> Option<usize> {
        rule_mark(lines[0].trimmed())?;
        self.block(self.tree.body(), Tag::HR, lines[0].blank_before, "");
        Some(1)
    }

    /// Two items or more with a bullet, or with numbers that go up by one (or are all 1, as Markdown allows).
    /// Lists in lists become one.
    fn list(&mut self, lines: &[Line]) -> Option<usize> {
        let (first, _) = marker(lines[0].trimmed())?;
        let mut items: Vec<(&Line, String)> = Vec::new();
        let mut taken = 0;
        let mut last = first;
        for line in lines {
            let loose = line.blank_before > 1 && taken > 0;
            match marker(line.trimmed()) {
                Some((mark, text)) if !loose && (taken == 0 || mark.follows(last)) => {
                    items.push((line, text.to_owned()));
                    last = mark;
                }
                // The rest of a wrapped item stands under its text.
                None if line.blank_before == 0 && line.indent() > 1 && line.is_plain() => {
                    if let Some((_, text)) = items.last_mut() {
                        wrap::join(text, line.trimmed());
                    }
                }
                _ => break,
            }
            taken += 1;
        }
        if items.len() < 2 {
            return None;
        }
        let list = match first {
            Mark::Bullet => self.tree.append_element(self.tree.body(), Tag::UL, None),
            Mark::Number(1) => self.tree.append_element(self.tree.body(), Tag::OL, None),
            Mark::Number(start) => {
                self.tree.append_element(self.tree.body(), Tag::OL, Some(("start", &start.to_string())))
            }
        };
        for (line, text) in items {
            self.block(list, Tag::LI, line.blank_before, &text);
        }
        Some(taken)
    }

    /// A line, and those that go on with its paragraph.
    fn paragraph(&mut self, parent: NodeId, lines: &[Line], continues: &[bool]) -> usize {
        let mut text = lines[0].trimmed().to_owned();
        let count = 1 + continues[1..].iter().take_while(|&&goes_on| goes_on).count();
        for line in &lines[1..count] {
            wrap::join(&mut text, line.trimmed());
        }
        self.block(parent, Tag::P, lines[0].blank_before, &text);
        count
    }
}

const HEADINGS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];

/// How many lines from the first on are of a kind, without blank lines between.
fn follow(lines: &[Line], kind: impl Fn(&Line) -> bool) -> usize {
    lines.iter().enumerate().take_while(|&(number, line)| kind(line) && (number == 0 || line.blank_before == 0)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Step;

    /// The body as markup, without escapes.
    fn markup(lines: &Lines) -> String {
        let tree = &lines.tree;
        let mut markup = String::new();
        for step in tree.walk(tree.body()) {
            match step {
                Step::Enter(id) if tree.tag(id) == Tag::TEXT => markup.push_str(tree.text(id)),
                Step::Enter(id) => {
                    let attributes: String = tree.attrs(id).map(|(name, value)| format!(" {name}={value}")).collect();
                    markup.push_str(&format!("<{}{attributes}>", tree.name(id)));
                }
                Step::Leave(id) => markup.push_str(&format!("</{}>", tree.name(id))),
            }
        }
        markup.replace("<body>", "").replace("</body>", "").replace("</hr>", "")
    }

    /// What is tested, the text, the body wanted.
    const CASES: &[(&str, &str, &str)] = &[
        ("a line is a paragraph", "Mưa lớn.\nGió mạnh.\n", "<p>Mưa lớn.</p><p>Gió mạnh.</p>"),
        ("all line breaks", "a\r\nb\rc\u{2028}d\u{2029}e\u{c}f", "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p>"),
        ("nothing", "", ""),
        ("nothing to see", "\u{feff} \n\u{a0}\n\u{200b}\n", ""),
        ("what cannot be seen is dropped", "\u{feff}xin\u{ad} ch\u{200b}ào\u{0}", "<p>xin chào</p>"),
        ("joiners and inner no-break spaces stay", "می\u{200c}روم 5\u{a0}%\u{a0}", "<p>می\u{200c}روم 5\u{a0}%</p>"),
        ("headings", "# A\n## B ##\n###### F", "<h1>A</h1><h2>B</h2><h6>F</h6>"),
        ("no headings", "#covid\n####### G\n##", "<p>#covid</p><p>####### G</p><p>##</p>"),
        ("underlined headings", "Tin chính\n===\nTin phụ\n---\n", "<h1>Tin chính</h1><h2>Tin phụ</h2>"),
        ("a separator under a sentence", "Hết chuyện.\n---\nMới.", "<p>Hết chuyện.</p><hr><p>Mới.</p>"),
        ("separators", "***\n\n* * *\n___", "<hr><hr><hr>"),
        ("bullets", "Mua:\n- rau\n- cá", "<p>Mua:</p><ul><li>rau</li><li>cá</li></ul>"),
        ("bullets of other kinds", "• rau\n– cá\n* thịt", "<ul><li>rau</li><li>cá</li><li>thịt</li></ul>"),
        ("a loose list", "- a\n\n- b\n\n\n- c", "<ul><li>a</li><li>b</li></ul><p>- c</p>"),
        ("one bullet is no list", "- Anh đi đâu?\nAnh cười.", "<p>- Anh đi đâu?</p><p>Anh cười.</p>"),
        ("no bullets", "-5 độ\n-7 độ\n**b** c\n**d**", "<p>-5 độ</p><p>-7 độ</p><p>**b** c</p><p>**d**</p>"),
        ("numbers", "1. rau\n2. cá", "<ol><li>rau</li><li>cá</li></ol>"),
        ("numbers from three", "3) rau\n4) cá", "<ol start=3><li>rau</li><li>cá</li></ol>"),
        ("numbers that do not count", "1. A\n5. B", "<p>1. A</p><p>5. B</p>"),
        ("years are no numbers", "2016. A\n2017. B", "<p>2016. A</p><p>2017. B</p>"),
        ("one kind in another", "1. A\n - b\n - c\n2. D", "<p>1. A</p><ul><li>b</li><li>c</li></ul><p>2. D</p>"),
        ("a wrapped item", "- rau và\n  cá\n- thịt", "<ul><li>rau và cá</li><li>thịt</li></ul>"),
        ("a quote", "> Anh nói.\n>\n> > Em nghe.", "<blockquote><p>Anh nói.</p><p>Em nghe.</p></blockquote>"),
        ("a single quote", "> Anh nói.", "<blockquote><p>Anh nói.</p></blockquote>"),
        ("the path to a page", "Trang chủ\n> Thời sự", "<p>Trang chủ</p><p>> Thời sự</p>"),
        ("the mark of a link", ">> Xem thêm: Giá vàng", "<p>>> Xem thêm: Giá vàng</p>"),
        (
            "fenced code",
            "Mã:\n```rust no_run\n\nfn a() {\n\n    b()\n```\nHết.",
            "<p>Mã:</p><pre><code class=language-rust>fn a() {\n\n    b()</code></pre><p>Hết.</p>",
        ),
        ("an open fence", "```\nMột\n~~~\nHai", "<p>```</p><p>Một</p><p>~~~</p><p>Hai</p>"),
        (
            "indented code",
            "Chạy:\n\n    let a = 1;\n\n      b(a)\n\nXong.",
            "<p>Chạy:</p><pre><code>let a = 1;\n\n  b(a)</code></pre><p>Xong.</p>",
        ),
        (
            "indented code with no-break spaces and tabs",
            "\u{a0}\u{a0}\u{a0}\u{a0}x\u{a0}= 1;\n\ty();",
            "<pre><code>x = 1;\ny();</code></pre>",
        ),
        (
            "indented prose",
            "     Trời mưa.\n     Gió = to.\n     Nắng.",
            "<p>Trời mưa.</p><p>Gió = to.</p><p>Nắng.</p>",
        ),
        (
            "a table",
            "\tGiá\tĐổi\nVàng\t90\t\nBạc\t1\t0",
            "<table><tbody><tr><td></td><td>Giá</td><td>Đổi</td></tr><tr><td>Vàng</td><td>90</td></tr>\
             <tr><td>Bạc</td><td>1</td><td>0</td></tr></tbody></table>",
        ),
        ("one row is no table", "Trang chủ\tThời sự\n\nTin", "<p>Trang chủ\tThời sự</p><p>Tin</p>"),
        (
            "wrapped text",
            "Sáng nay nhiều người dân ở phố cổ đã dậy từ rất sớm để dọn dẹp nhà\n\
             cửa sau trận mưa kéo dài suốt hai ngày, trong khi nước trên các\n\
             con đường vẫn chưa rút hết.\n\
             Ở chợ, các quầy rau đã mở cửa trở lại và người bán cho biết giá\n\
             không tăng so với tuần trước.\n\nHết tin.",
            "<p>Sáng nay nhiều người dân ở phố cổ đã dậy từ rất sớm để dọn dẹp nhà \
             cửa sau trận mưa kéo dài suốt hai ngày, trong khi nước trên các \
             con đường vẫn chưa rút hết.</p>\
             <p>Ở chợ, các quầy rau đã mở cửa trở lại và người bán cho biết giá \
             không tăng so với tuần trước.</p><p>Hết tin.</p>",
        ),
        (
            "a wrapped e-mail with a quote",
            "> We would like to know whether the hall by the river is free on\n\
             > Saturday evening, and whether the kitchen can be used for a\n\
             > dinner of about forty guests.\n\n\
             Yes, it is free on Saturday, and the kitchen has been open to all\n\
             guests for the last two years. The key is at the desk, as are the\n\
             lamps.\n\n\
             Please tell us a week before how many of you come, so that the\n\
             chairs are there.",
            "<blockquote><p>We would like to know whether the hall by the river is free on \
             Saturday evening, and whether the kitchen can be used for a \
             dinner of about forty guests.</p></blockquote>\
             <p>Yes, it is free on Saturday, and the kitchen has been open to all \
             guests for the last two years. The key is at the desk, as are the \
             lamps.</p>\
             <p>Please tell us a week before how many of you come, so that the \
             chairs are there.</p>",
        ),
        (
            "headlines are not wrapped text",
            "Hai người bị thương sau vụ va chạm trên cầu vượt ở cửa ngõ phía nam\n\
             Giá rau tăng mạnh sau đợt mưa lớn kéo dài nhiều ngày ở phía bắc\n\
             Đội tuyển trẻ chuẩn bị cho trận đấu quan trọng vào tối chủ nhật\n\
             Thêm ba tuyến xe điện sẽ chạy thử trong quý một của năm sau nữa",
            "<p>Hai người bị thương sau vụ va chạm trên cầu vượt ở cửa ngõ phía nam</p>\
             <p>Giá rau tăng mạnh sau đợt mưa lớn kéo dài nhiều ngày ở phía bắc</p>\
             <p>Đội tuyển trẻ chuẩn bị cho trận đấu quan trọng vào tối chủ nhật</p>\
             <p>Thêm ba tuyến xe điện sẽ chạy thử trong quý một của năm sau nữa</p>",
        ),
        (
            "sentences a line are not wrapped text",
            "12 hộ dân ở chân đồi đã được đưa đến nơi an toàn trong đêm qua.\n\
             40 người của xã bên cạnh cũng phải rời nhà vì nước lên nhanh.\n\
             300 suất ăn đã được chuyển đến trường học, nơi họ ở tạm lúc này.",
            "<p>12 hộ dân ở chân đồi đã được đưa đến nơi an toàn trong đêm qua.</p>\
             <p>40 người của xã bên cạnh cũng phải rời nhà vì nước lên nhanh.</p>\
             <p>300 suất ăn đã được chuyển đến trường học, nơi họ ở tạm lúc này.</p>",
        ),
        (
            "an indented line starts a paragraph",
            "The hall by the river has been closed since the flood, and\n\
             nobody knows when it will open again for the guests of it.\n\
             \u{20}   The kitchen, which stands on higher ground, is in\n\
             service.",
            "<p>The hall by the river has been closed since the flood, and \
             nobody knows when it will open again for the guests of it.</p>\
             <p>The kitchen, which stands on higher ground, is in service.</p>",
        ),
        (
            "a program is not wrapped text",
            "open_window(settings[\"first\"], settings[\"size\"], settings[\"a\"])\n\
             open_window(settings[\"second\"], settings[\"size\"], settings[\"b\"])\n\
             close_window(settings[\"third\"], settings[\"size\"], settings[\"c\"])",
            "<p>open_window(settings[\"first\"], settings[\"size\"], settings[\"a\"])</p>\
             <p>open_window(settings[\"second\"], settings[\"size\"], settings[\"b\"])</p>\
             <p>close_window(settings[\"third\"], settings[\"size\"], settings[\"c\"])</p>",
        ),
        (
            "verses are not wrapped text",
            "gió đưa hàng trúc bên sông\nchiều nghiêng bóng nhỏ đò đông\nai về có nhớ mùa bông xưa",
            "<p>gió đưa hàng trúc bên sông</p><p>chiều nghiêng bóng nhỏ đò đông</p><p>ai về có nhớ mùa bông xưa</p>",
        ),
        (
            "wrapped Chinese",
            "昨天夜里的大雨让城里的几条主要街道都积了水，交通一度\n\
             中断，直到今天早上才慢慢恢复正常，许多居民只好步行去\n\
             上班。",
            "<p>昨天夜里的大雨让城里的几条主要街道都积了水，交通一度\
             中断，直到今天早上才慢慢恢复正常，许多居民只好步行去\
             上班。</p>",
        ),
    ];

    #[test]
    fn every_line_becomes_a_block() {
        for (name, text, want) in CASES {
            assert_eq!(markup(&parse(text)), *want, "{name}");
        }
    }

    #[test]
    fn blank_lines_are_counted() {
        let lines = parse("\nA\n\n\nB\n- c\n\n- d\n\n> e\n>\n> f\n\ng\th\ni\tj\n\n***\n\n```\nk\n```");
        let tree = &lines.tree;
        assert_eq!(lines.blank_before.len(), tree.len());
        let counts: Vec<(&str, u16)> = tree
            .walk(tree.body())
            .filter_map(|step| match step {
                Step::Enter(id) => Some((tree.name(id), lines.blank_before[id.index()])),
                Step::Leave(_) => None,
            })
            .filter(|(name, _)| ["p", "li", "td", "hr", "pre"].contains(name))
            .collect();
        let want = [
            ("p", 1),
            ("p", 2),
            ("li", 0),
            ("li", 1),
            ("p", 1),
            ("p", 1),
            ("td", 1),
            ("td", 0),
            ("td", 0),
            ("td", 0),
            ("hr", 1),
            ("pre", 1),
        ];
        assert_eq!(counts, want);
    }

    #[test]
    fn a_long_line_is_no_heading() {
        let long = "Trời mưa ".repeat(20);
        assert_eq!(markup(&parse(&format!("{long}\n---"))), format!("<p>{}</p><hr>", long.trim()));
        assert_eq!(markup(&parse(&format!("# {long}"))), format!("<p># {}</p>", long.trim()));
    }

    #[test]
    fn a_line_break_of_two_characters_is_one() {
        assert!(parse("A\r\nB\r\nC").blank_before.iter().all(|&count| count == 0));
    }

    #[test]
    fn a_word_broken_at_its_hyphen_has_no_space() {
        let mut text = "well-".to_owned();
        wrap::join(&mut text, "known");
        wrap::join(&mut text, "– and -");
        wrap::join(&mut text, "more");
        assert_eq!(text, "well-known – and - more");
    }
}
