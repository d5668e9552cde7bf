//! Turns plain text into a tree. Every pasted line becomes a block, so that later stages read a
//! single kind of input.
//!
//! Text copied from a browser has one paragraph per line, with or without blank lines between.
//! E-mails and text files break their lines at 60 to 90 columns ([`wrap`]). Notes have Markdown's
//! marks. The danger is to misread a mark: a lone `- ` or `1. ` is the line's own text, not a list.
//! Only marks that became elements are removed.

mod builder;
mod hyphen;
mod mail;
mod markdown;
mod marks;
mod program;
mod read;
mod talk;
mod wrap;

use crate::tree::{NodeId, Tree};
use builder::PasteBuilder;
use icu_normalizer::ComposingNormalizerBorrowed;
pub use mail::MailHeader;
pub(crate) use mail::is_attribution;
use read::SourceLine;
pub(crate) use talk::{is_label as is_post_label, is_time as is_post_time};

/// A pasted text as a tree.
#[derive(Debug, Clone)]
pub struct Paste {
    /// Paragraphs, headings, lists, quotes, code, tables and breaks, all in `<body>`.
    pub tree: Tree,
    /// The number of blank lines before each node, by [`NodeId::index`]. It is set on the elements
    /// that hold the text of a line (`p`, `h1` to `h6`, `li`, `pre`, the first `td` of a row) and
    /// on `hr`. It is 0 on all others.
    pub blank_before: Vec<u16>,
    /// The header of a mail.
    pub mail: Option<MailHeader>,
    /// The elements of the lines around a mail's message and of the heads of posts, one element for
    /// each line. See [`mail`].
    pub outside: Vec<NodeId>,
    /// The posts of a conversation, see [`talk`].
    pub posts: Vec<PastedPost>,
}

/// A post of a pasted conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedPost {
    /// The element that holds its lines.
    pub element: NodeId,
    /// The name of its author.
    pub author: Option<String>,
    /// The time as it is written.
    pub time: Option<String>,
    /// The quotation depth of the post.
    pub depth: u16,
}

/// Reads pasted text. Any text is accepted. A text without words results in a tree with an empty
/// body. The time is linear in the length of the text.
///
/// Some programs copy an accented letter as a letter and a combining mark. The two are composed
/// into one character, because the word lists use composed characters.
pub fn parse(text: &str) -> Paste {
    let text = &*ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let lines = read::with_bullets(read::lines(text));
    let continues = wrap::continues(&lines);
    let mut builder = PasteBuilder::new(text.len(), &lines);
    let mail = mail::read(&lines);
    let talk = if mail.header.is_none() { talk::read(&lines) } else { Vec::new() };
    if !talk.is_empty() {
        return conversation(builder, &lines, talk);
    }
    let mut outside = Vec::new();
    let mut start = 0;
    for part in mail.outside.into_iter().chain(std::iter::once(lines.len()..lines.len())) {
        builder.message(&lines[start..part.start], &continues[start..part.start]);
        outside.extend(lines[part.clone()].iter().map(|line| builder.line(line)));
        start = part.end;
    }
    let (tree, blank_before) = builder.finish();
    Paste { tree, blank_before, mail: mail.header, outside, posts: Vec::new() }
}

/// Builds the tree of a conversation: the lines before the first post, then an `article` for each
/// post. The head of a post becomes lines of its `article`, but these are not part of the text.
fn conversation(mut builder: PasteBuilder, lines: &[SourceLine], talk: Vec<talk::TalkPost>) -> Paste {
    let mut outside = Vec::new();
    let mut posts = Vec::new();
    let first =
        talk.first().map_or(0, |post| post.lines.first().map_or(post.head.start, |line| line.0.min(post.head.start)));
    let before = lines.get(..first).unwrap_or_default();
    builder.message(before, &wrap::continues(before));
    for post in talk {
        let element = builder.open_post();
        outside.extend(lines.get(post.head).unwrap_or_default().iter().map(|line| builder.line(line)));
        let own: Vec<SourceLine> = post
            .lines
            .iter()
            .filter_map(|(at, text)| {
                let blank_before = lines.get(*at)?.blank_before;
                Some(SourceLine { text: text.as_ref().into(), blank_before, ends_in_soft_hyphen: false })
            })
            .collect();
        builder.message(&own, &wrap::continues(&own));
        builder.close_post();
        let talk::TalkPost { author, time, depth, .. } = post;
        posts.push(PastedPost { element, author, time, depth });
    }
    let (tree, blank_before) = builder.finish();
    Paste { tree, blank_before, mail: None, outside, posts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Step, Tag};

    /// Returns the body as markup, without escapes.
    fn markup(paste: &Paste) -> String {
        let tree = &paste.tree;
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

    /// The name of the test, the text, and the expected body.
    const CASES: &[(&str, &str, &str)] = &[
        ("a line is a paragraph", "Mưa lớn.\nGió mạnh.\n", "<p>Mưa lớn.</p><p>Gió mạnh.</p>"),
        ("all line breaks", "a\r\nb\rc\u{2028}d\u{2029}e\u{c}f", "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p>"),
        ("nothing", "", ""),
        ("nothing to see", "\u{feff} \n\u{a0}\n\u{200b}\n", ""),
        ("letters with separate marks", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "<p>Tiếng Việt</p>"),
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
        (
            "Markdown's spans",
            "# Đèn *mới*\n**Sáu** giờ_tối, _xem_ [sổ](https://a.example/b_(c) \"Sổ\"), `a*b*`, ~~cũ~~ ***cả hai***.",
            "<h1>Đèn <em>mới</em></h1><p><strong>Sáu</strong> giờ_tối, <em>xem</em> <a href=https://a.example/b_(c)>sổ</a>, \
             <code>a*b*</code>, <s>cũ</s> <strong><em>cả hai</em></strong>.</p>",
        ),
        (
            "marks that Markdown leaves alone",
            "# A\n2 * 3 * 4, a_b_c, \\*b\\*, **c, [sic], 5*6*7 `d`, <b>, ![](",
            "<h1>A</h1><p>2 * 3 * 4, a_b_c, *b*, **c, [sic], 5*6*7 <code>d</code>, <b>, ![](</p>",
        ),
        (
            "spans in spans",
            "## 日本\n日本は**[東京](/t)**です。 **a *b* c** ![Đèn](d.png)",
            "<h2>日本</h2><p>日本は<strong><a href=/t>東京</a></strong>です。 <strong>a <em>b</em> c</strong> \
             <img src=d.png alt=Đèn></img></p>",
        ),
        ("strong text alone is not Markdown", "**Sáu** giờ\n**Bảy** giờ", "<p>**Sáu** giờ</p><p>**Bảy** giờ</p>"),
        ("nor is code alone", "Gõ `ls` rồi `cd`.", "<p>Gõ `ls` rồi `cd`.</p>"),
        ("a link alone is", "Xem [sổ](https://a.example).", "<p>Xem <a href=https://a.example>sổ</a>.</p>"),
        (
            "Markdown's table",
            "| Tháng | Đêm |\n|---|--:|\n| Giêng | **31** |\n| Hai | a \\| b |\nHết.",
            "<table><thead><tr><th>Tháng</th><th>Đêm</th></tr></thead><tbody><tr><td>Giêng</td>\
             <td><strong>31</strong></td></tr><tr><td>Hai</td><td>a | b</td></tr></tbody></table><p>Hết.</p>",
        ),
        ("bars are no table", "Kinh tế | Thể thao\nTrang chủ | Tin", "<p>Kinh tế | Thể thao</p><p>Trang chủ | Tin</p>"),
        (
            "Markdown's notes",
            "## A\nDầu mua[^1] `x`.\n\n[^1]: Ở chợ.",
            "<h2>A</h2><p>Dầu mua<sup><a href=#fn-1>1</a></sup> <code>x</code>.</p><ol><li id=fn-1><p>Ở chợ.</p></li></ol>",
        ),
        ("one kind in another", "1. A\n - b\n - c\n2. D", "<ol><li>A<ul><li>b</li><li>c</li></ul></li><li>D</li></ol>"),
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
            "<pre><code>open_window(settings[\"first\"], settings[\"size\"], settings[\"a\"])\n\
             open_window(settings[\"second\"], settings[\"size\"], settings[\"b\"])\n\
             close_window(settings[\"third\"], settings[\"size\"], settings[\"c\"])</code></pre>",
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

    /// Checks the cases in a file. Each case has `@@` and a name, then the text, then `@>` and a
    /// line for each expected block. A line without tags is a paragraph.
    fn check_cases(file: &str) {
        for case in file.split("@@ ").skip(1) {
            let (name, case) = case.split_once('\n').expect("a name");
            let (text, want) = case.split_once("\n@>\n").expect("a result");
            let block = |line: &str| match line.starts_with('<') {
                true => line.to_owned(),
                false => format!("<p>{line}</p>"),
            };
            let want: Vec<String> = want.lines().filter(|line| !line.is_empty()).map(block).collect();
            let mut found = markup(&parse(text));
            for end in ["p", "ul", "ol", "pre", "blockquote"].map(|name| format!("</{name}>")) {
                found = found
                    .replace(&format!("{end}<"), &format!("{end}\n<"))
                    .replace(&format!("{end}\n</"), &format!("{end}</"));
            }
            assert_eq!(found, want.join("\n"), "{name}");
        }
    }

    #[test]
    fn wrapped_text_becomes_paragraphs() {
        check_cases(include_str!("wrapped.txt"));
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
}
