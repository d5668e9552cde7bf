//! Decides whether a string is HTML source or plain text.
//!
//! The first sign is where the words are. In HTML they are inside elements. In text about HTML, in
//! Markdown and in mathematics, most words are outside. But a fragment from a feed or a content
//! management system may have a single tag, and most words outside. So the second sign is how a tag
//! is used. Markup touches the words that it marks (`<p>One`) or has attributes. A text that
//! mentions a tag (`use <p> for paragraphs`) has spaces around it, like around a word. Both
//! mistakes are costly: source read as text shows its tags to the reader, and text read as HTML
//! loses everything that looks like a tag.

/// Maximum number of bytes that are read. The doctype of a page is at its start, and a fragment
/// shows its kind long before this limit.
const WINDOW: usize = 256 * 1024;

/// Elements that show that a text is HTML, sorted for the search. These are the elements that a
/// page needs and those that are pasted often. Names that are also words after a `<` (`var`,
/// `data`, `time`) are left out.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "a", "abbr", "article", "aside", "b", "blockquote", "body", "br", "button", "caption", "center", "cite", "code",
    "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "label", "li", "link", "main",
    "meta", "nav", "noscript", "ol", "p", "picture", "pre", "script", "section", "small", "span", "strong", "style",
    "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "u", "ul", "video",
];

/// Known elements whose end tag may be omitted.
const OPEN_ENDED: &[&str] = &["body", "dd", "dt", "head", "li", "p", "tbody", "td", "th", "thead", "tr"];

/// Known elements without content.
const VOID: &[&str] = &["br", "hr", "img", "input", "link", "meta"];

/// Known elements that are inside a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "button", "cite", "code", "del", "em", "font", "i", "ins", "label", "small", "span", "strong",
    "sub", "sup", "u",
];

/// Attributes that show that a text is HTML. Attributes with a hyphen (`data-id`) show it too.
const ATTRIBUTES: &[&str] = &[
    "align", "alt", "charset", "class", "color", "colspan", "content", "dir", "height", "href", "id", "lang", "name",
    "rel", "src", "style", "target", "title", "type", "width",
];

/// How many bytes around a tag are read to find out how it is used. This is more than a long
/// sentence.
const SURROUNDINGS: usize = 300;

/// Returns `true` if a string is HTML source. Text that only mentions tags, Markdown with some of them, comparisons
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
    let tags: Vec<SeenTag<'_>> = tags(text).collect();
    let starts_with_tag = tags.first().is_some_and(|tag| tag.start == 0);
    if tags.is_empty() {
        return false;
    }
    let is_fenced = || text.lines().any(|line| line.starts_with("```"));
    let (has_markup, has_word) = standings(text, &tags);
    let is_about_tags = has_word && !has_markup;
    (!is_about_tags
        && tags.len() > 1
        && (starts_with_tag || !is_fenced())
        && words_stand_inside(text, &tags, starts_with_tag))
        || (has_markup && !has_word && !text.lines().any(is_markdown))
}

/// Returns `true` if HTML source does not begin like a page. It is then a part of one, like the
/// content of feeds and content management systems.
pub fn is_fragment(html: &str) -> bool {
    const BEGINNINGS: &[&str] = &["<!doctype", "<html", "<head", "<body", "<title", "<meta", "<link"];
    let html = after_prologue(&html[..html.floor_char_boundary(WINDOW)]);
    !BEGINNINGS.iter().any(|beginning| starts_with(html, beginning))
}

/// Returns the problem if a text only states where a page is: an address or the name of a file.
/// Returns `None` for any other text.
pub(crate) fn place(text: &str) -> Option<&'static str> {
    const LONGEST: usize = 2048;
    const ADDRESSES: &[&str] = &["http://", "https://", "file://"];
    const ENDINGS: &[&str] = &[".html", ".htm", ".txt", ".pdf"];
    let text = text.trim();
    if text.len() > LONGEST || text.contains(|c: char| c == '<' || c.is_whitespace()) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if ADDRESSES.iter().any(|scheme| lower.starts_with(scheme)) {
        return Some("it must be a page, got an address. Fetch it first.");
    }
    let is_file = ENDINGS.iter().any(|ending| lower.ends_with(ending));
    is_file.then_some("it must be a page, got the name of a file. Read it first.")
}

/// Returns `true` for a line that only Markdown has: a heading, a fence, a row of a table, a link, strong words.
fn is_markdown(line: &str) -> bool {
    let line = line.trim();
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    ((1..=6).contains(&level) && line[level..].starts_with(' '))
        || line.starts_with("```")
        || (line.len() > 1 && line.starts_with('|') && line.ends_with('|'))
        || line.split(']').skip(1).any(|after| after.starts_with('('))
        || line.split('*').filter(|between| between.is_empty()).count() > 1
}

/// Returns two flags: whether one of the tags is used as markup, and whether one is used as a word.
fn standings(text: &str, tags: &[SeenTag<'_>]) -> (bool, bool) {
    let mut next = [None; KNOWN.len()];
    let (mut has_markup, mut has_word) = (false, false);
    for tag in tags.iter().rev() {
        match standing(text, tag, next[tag.name]) {
            TagUse::Markup => has_markup = true,
            TagUse::Word => has_word = true,
            TagUse::Unclear => {}
        }
        if tag.is_end {
            next[tag.name] = Some(tag.start);
        }
    }
    (has_markup, has_word)
}

/// How a text uses a tag.
enum TagUse {
    /// The tag marks the words that it touches.
    Markup,
    /// The text mentions the tag like a word.
    Word,
    /// Both are possible.
    Unclear,
}

/// Returns how a text uses a tag. `end` is the start of the next end tag with its name.
fn standing(text: &str, tag: &SeenTag<'_>, end: Option<usize>) -> TagUse {
    let name = KNOWN[tag.name];
    let is_void = VOID.contains(&name);
    let before = text[..tag.start].chars().next_back();
    let after = text[tag.end..].chars().next();
    let is_quote =
        |c: char| matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '«' | '»' | '„' | '「' | '」' | '『' | '』');
    if !tag.is_end && before.is_some_and(is_quote) && after.is_some_and(is_quote) {
        return TagUse::Word;
    }
    // The tag is a sample in a text, or a string of a program.
    if tag.is_end || before.is_some_and(|c| is_quote(c) || c == '=') {
        return TagUse::Unclear;
    }
    let line_before = &text[text.floor_char_boundary(tag.start.saturating_sub(SURROUNDINGS))..tag.start];
    let line_start = &line_before[line_before.rfind('\n').map_or(0, |end| end + 1)..];
    let line_after = &text[tag.end..text.ceil_char_boundary((tag.end + SURROUNDINGS).min(text.len()))];
    let line_end = &line_after[..line_after.find('\n').unwrap_or(line_after.len())];
    if is_program(line_start) || is_program(line_end) {
        return TagUse::Unclear;
    }
    let starts_line = line_start.trim().is_empty();
    // A colon announces a sample on a line of its own.
    let is_sample = starts_line && line_before.trim_end().ends_with([':', '：']);
    if let Some(attribute) = tag.attribute {
        let attribute = attribute.to_ascii_lowercase();
        let is_known = ATTRIBUTES.contains(&attribute.as_str()) || attribute.contains('-');
        return if is_known && !is_sample { TagUse::Markup } else { TagUse::Unclear };
    }
    let is_apart_before = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '（'));
    let is_apart_after = after.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '"' | '\'' | '`' | '”' | '、' | '。' | '，' | '）'
            )
    });
    if is_void {
        // Between spaces, `<br>` may be a word or markup.
        return if !is_apart_before || !is_apart_after { TagUse::Markup } else { TagUse::Unclear };
    }
    if is_apart_before && is_apart_after && !(starts_line && after.is_none_or(|c| c == '\n' || c == '\r')) {
        // `<p> Some words </p>` on one line is an element in spite of the spaces.
        let is_closed_here = starts_line && end.is_some_and(|end| line_end.len() > end - tag.end);
        return if is_closed_here { TagUse::Unclear } else { TagUse::Word };
    }
    let starts_text = tag.start == 0;
    match end {
        Some(end) => {
            let has_words = text[tag.end..end].contains(char::is_alphanumeric);
            let stands_alone = starts_line
                && line_end.len() >= end - tag.end
                && !line_end[end - tag.end..].contains(char::is_whitespace);
            let is_mark = starts_text || INLINE.contains(&name) || !stands_alone;
            if has_words && !is_sample && is_mark && !is_apart_after { TagUse::Markup } else { TagUse::Unclear }
        }
        None => {
            let follows = before.is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '>' | '。' | '…'));
            if follows && !is_apart_after { TagUse::Markup } else { TagUse::Unclear }
        }
    }
}

/// Returns `true` for a line of a program. The strings and templates of programs contain tags.
fn is_program(line: &str) -> bool {
    line.split('>').any(|before| before.ends_with('='))
        || line.contains(['{', '}'])
        || line.trim_end().ends_with([';', '\\'])
}

fn starts_with(text: &str, name: &str) -> bool {
    text.as_bytes().get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
}

/// Returns the text without the byte order mark, white space, XML declaration and comments at its
/// start.
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
struct SeenTag<'a> {
    /// The index of the tag's name in [`KNOWN`].
    name: usize,
    is_end: bool,
    start: usize,
    end: usize,
    /// The name of the tag's first attribute.
    attribute: Option<&'a str>,
}

/// Yields the tags of known elements. If a tag has attributes, they must have values: `a <b and c>
/// d` contains no tag.
fn tags(text: &str) -> impl Iterator<Item = SeenTag<'_>> {
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
        let attribute = rest.split_once('=').and_then(|(names, _)| names.split_whitespace().next_back());
        is_tag.then_some(SeenTag { name, is_end, start, end: start + inside.len() + 2, attribute })
    })
}

/// Returns `true` if at least as many characters are inside elements as outside.
fn words_stand_inside(text: &str, tags: &[SeenTag<'_>], starts_with_tag: bool) -> bool {
    // An element counts if it has an end tag. It also counts if its end tag may be omitted and no
    // prose comes before it.
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
