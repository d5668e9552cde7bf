//! HTML source or plain text?
//!
//! Decided by where the words stand: in HTML they stand inside elements, in text about HTML, in Markdown and in
//! mathematics most stand outside. A wrong answer is costly both ways: source read as text shows its tags to the
//! reader, text read as HTML loses what looks like a tag.

/// Bytes looked at. The doctype of a page stands at its start; a fragment shows its kind long before this.
const WINDOW: usize = 256 * 1024;

/// Elements that tell HTML, in order for the search. Those that a page cannot do without and those that are
/// pasted often; names that are words of their own after a `<` (`var`, `data`, `time`) are left out.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "a", "abbr", "article", "aside", "b", "blockquote", "body", "br", "button", "caption", "center", "cite", "code",
    "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "label", "li", "link", "main",
    "meta", "nav", "noscript", "ol", "p", "picture", "pre", "script", "section", "small", "span", "strong", "style",
    "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "u", "ul", "video",
];

/// Known elements whose end tag may be left out.
const OPEN_ENDED: &[&str] = &["body", "dd", "dt", "head", "li", "p", "tbody", "td", "th", "thead", "tr"];

/// Known elements without content.
const VOID: &[&str] = &["br", "hr", "img", "input", "link", "meta"];

/// Whether a string is HTML source. Text that only mentions tags, Markdown with some of them, comparisons
/// (`a < b`), hearts (`<3`) and addresses in angle brackets are not.
///
/// ```
/// use unchaff::internals::detect::looks_like_html;
/// assert!(looks_like_html("<p>Two paragraphs.<p>No end tags."));
/// assert!(!looks_like_html("Write <p> where a paragraph starts."));
/// ```
pub fn looks_like_html(text: &str) -> bool {
    let text = after_prologue(&text[..text.floor_char_boundary(WINDOW)]);
    if starts_with(text, "<!doctype html") || starts_with(text, "<html") {
        return true;
    }
    let tags: Vec<SeenTag> = tags(text).collect();
    let starts_with_tag = tags.first().is_some_and(|tag| tag.start == 0);
    let is_fenced = || text.lines().any(|line| line.starts_with("```"));
    tags.len() > 1 && (starts_with_tag || !is_fenced()) && words_stand_inside(text, &tags, starts_with_tag)
}

fn starts_with(text: &str, name: &str) -> bool {
    text.as_bytes().get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
}

/// The text without the byte order mark, white space, XML declaration and comments at its start.
fn after_prologue(text: &str) -> &str {
    let mut text = text.trim_start_matches('\u{feff}').trim_start();
    for (start, end) in [("<?xml", "?>"), ("<!--", "-->")].into_iter().cycle() {
        match text.strip_prefix(start).and_then(|rest| rest.split_once(end)) {
            Some((_, rest)) => text = rest.trim_start(),
            None if start == "<!--" => break,
            None => {}
        }
    }
    text
}

/// A start or end tag of a known element.
struct SeenTag {
    /// Index in [`KNOWN`].
    name: usize,
    is_end: bool,
    start: usize,
    end: usize,
}

/// The tags of known elements whose attributes, if any, have values: in `a <b and c> d` nothing is a tag.
fn tags(text: &str) -> impl Iterator<Item = SeenTag> {
    text.match_indices('<').filter_map(|(start, _)| {
        let inside = &text[start + 1..];
        let inside = &inside[..inside.find(['<', '>']).filter(|&end| inside.as_bytes()[end] == b'>')?];
        let named = inside.strip_prefix('/');
        let is_end = named.is_some();
        let named = named.unwrap_or(inside);
        let rest = named.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        let name = named[..named.len() - rest.len()].to_ascii_lowercase();
        let name = KNOWN.binary_search(&name.as_str()).ok()?;
        let is_tag = matches!(rest.trim(), "" | "/") || (rest.starts_with(char::is_whitespace) && rest.contains('='));
        is_tag.then_some(SeenTag { name, is_end, start, end: start + inside.len() + 2 })
    })
}

/// Whether at least as many characters stand inside elements as outside.
fn words_stand_inside(text: &str, tags: &[SeenTag], starts_with_tag: bool) -> bool {
    // An element counts if its end is told, or may be left out and no prose leads up to it.
    let mut counts = [false; KNOWN.len()];
    for tag in tags {
        counts[tag.name] |= tag.is_end || (starts_with_tag && OPEN_ENDED.contains(&KNOWN[tag.name]));
    }
    let mut open = [0_usize; KNOWN.len()];
    let mut depth = 0_usize;
    let (mut inside, mut outside) = (0, 0);
    let mut last_end = 0;
    for tag in tags {
        let letters = text[last_end..tag.start].chars().filter(|c| !c.is_whitespace()).count();
        *if depth > 0 { &mut inside } else { &mut outside } += letters;
        last_end = tag.end;
        if tag.is_end && open[tag.name] > 0 {
            open[tag.name] -= 1;
            depth -= 1;
        } else if !tag.is_end && counts[tag.name] && !VOID.contains(&KNOWN[tag.name]) {
            open[tag.name] += 1;
            depth += 1;
        }
    }
    let letters = text[last_end..].chars().filter(|c| !c.is_whitespace()).count();
    *if depth > 0 { &mut inside } else { &mut outside } += letters;
    inside >= outside
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &[&str] = &[
        "<!DOCTYPE html><title>x</title>",
        "\u{feff}\n <!-- made by hand -->\n<!doctype HTML>\n",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">",
        "<html>",
        "<HTML lang=vi><body>Xin chào",
        "<head><title>Tin tức</title></head>",
        "<meta charset=utf-8><title>Tin</title><p>Mưa lớn ở phía Bắc.",
        "<p>Một đoạn.</p><p>Hai đoạn.</p>",
        "<p>One paragraph.<p>And another.",
        "<ul><li>rau<li>cá</ul>",
        "<div class=\"a > b\"><p>Nested, with a sign in an attribute.</p></div>",
        "Short lead in: <div><p>and then a long paragraph in an element.</p></div>",
        "<h1>Title</h1>\nA line outside.\n<p>A paragraph that is longer than that line.</p>",
        "<b>Lưu ý</b>",
    ];

    const TEXT: &[&str] = &[
        "",
        "Mưa lớn ở phía Bắc.",
        "I <3 you, and 2 < 3 > 1.",
        "if (a <b && c> d) return;",
        "Write to An <an@example.com> or <https://example.com/>.",
        "Use <b> for bold.",
        "The <p> element holds a paragraph, <li> an item of a list.",
        "Xem <a href=\"https://example.com/\">tại đây</a> để biết thêm chi tiết về chương trình.",
        "# Tiêu đề\n\nMột đoạn văn <b>đậm</b> và <i>nghiêng</i>, không phải HTML.",
        "<p align=\"center\"><img src=\"logo.png\"></p>\n\n# Project\n\nA tool that does one thing and does it well.",
        "Example:\n\n```\n<div><p>A long paragraph that stands in a sample of code.</p></div>\n```\n",
        "<Nguyễn Văn An> vào phòng lúc 9 giờ.",
        "<?xml version=\"1.0\"?><rss><channel><item>x</item></channel></rss>",
        "Vec<String> and HashMap<u8, Vec<u8>> are types.",
        "<p và q> nằm trong <b và c> của hình vẽ.",
        "<p",
    ];

    #[test]
    fn html_is_told_from_text() {
        for text in HTML {
            assert!(looks_like_html(text), "{text}");
        }
        for text in TEXT {
            assert!(!looks_like_html(text), "{text}");
        }
    }

    #[test]
    fn known_names_are_in_order() {
        assert!(KNOWN.is_sorted());
    }
}
