//! Tests the tree with the cases in `tree/cases.txt`, with html5ever's trees of the same pages, at
//! limits, and with hostile pages.

#[path = "tree/oracle.rs"]
mod oracle;

use oracle::{Line, dump, events_of_html5ever, events_of_tree, read_dump};
use std::time::{Duration, Instant};
use unchaff::internals::limits::{BYTES_PER_FORMATTING_COPY, MAX_ATTRIBUTES, MAX_TREE_DEPTH, MIN_FORMATTING_COPIES};
use unchaff::internals::tree::{self, Step, Tag, Tree};

struct Case {
    name: &'static str,
    html: &'static str,
    document: &'static str,
}

/// Reads `tree/cases.txt`. Each case has its name after `#case`, the page after `#data`, and after
/// `#document` its tree in html5lib's format.
fn cases() -> Vec<Case> {
    let read = |case: &'static str| {
        let (name, rest) = case.split_once("\n#data\n")?;
        let (html, document) = rest.split_once("\n#document\n")?;
        Some(Case { name, html, document: document.trim_end() })
    };
    let parts = include_str!("tree/cases.txt").split("#case ").skip(1);
    parts.map(|case| read(case).unwrap_or_else(|| panic!("malformed case: {case}"))).collect()
}

fn parse(html: &str) -> Tree {
    tree::parse(html).expect("the page is small")
}

fn lines(html: &str) -> Vec<Line> {
    dump(&events_of_tree(&parse(html)))
}

fn print(lines: &[Line]) -> String {
    lines.iter().map(|(depth, content)| format!("| {}{content}\n", "  ".repeat(*depth))).collect()
}

fn body_text(tree: &Tree) -> String {
    tree.text_content(tree.body())
}

/// Returns the largest number of elements around a node, including the node.
fn depth(tree: &Tree) -> usize {
    let (mut depth, mut deepest) = (0, 0);
    for step in tree.walk(tree.root()) {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => {}
            Step::Enter(_) => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            Step::Leave(_) => depth -= 1,
        }
    }
    deepest
}

#[test]
fn cases_give_the_tree_written_down() {
    let mut failures = String::new();
    for case in cases() {
        let ours = lines(case.html);
        if ours != read_dump(case.document) {
            failures += &format!("#case {}\n{}\ngives\n{}", case.name, case.html, print(&ours));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn cases_give_the_tree_of_html5ever() {
    // Framesets are left out on purpose.
    for case in cases().iter().filter(|case| !case.html.contains("<frameset")) {
        let theirs = dump(&events_of_html5ever(case.html));
        assert_eq!(print(&lines(case.html)), print(&theirs), "#case {}\n{}", case.name, case.html);
    }
}

#[test]
fn line_ends_and_unseen_characters() {
    for (html, expected) in [
        ("\u{feff}<p>a", "a"),
        ("<p>a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("<pre>\r\na", "a"),
        ("<p>a\0b&#0;", "ab\u{fffd}"),
        ("<p>a\u{feff}b", "a\u{feff}b"),
    ] {
        assert_eq!(body_text(&parse(html)), expected, "{html:?}");
    }
}

#[test]
fn references_count_wherever_a_long_text_is_cut() {
    for length in 1000..1040 {
        let html = format!("<p>{}&eacute;{}&amp;ệ", "a".repeat(length), "ế".repeat(length));
        let expected = format!("{}é{}&ệ", "a".repeat(length), "ế".repeat(length));
        assert_eq!(body_text(&parse(&html)), expected);
    }
}

#[test]
fn after_the_element_that_was_too_deep_for_a_cell_the_rules_of_its_row_hold() {
    for levels in MAX_TREE_DEPTH - 8..MAX_TREE_DEPTH {
        let html = format!("{}<table><tr><td><p>a<div><div><div>b<p>c<p>d<p>e", "<div>".repeat(levels));
        let tree = parse(&html);
        let is_in_row = |&id: &tree::NodeId| {
            tree.parent(id).is_some_and(|parent| matches!(tree.tag(parent), Tag::TABLE | Tag::TBODY | Tag::TR))
        };
        let misplaced = tree.descendants(tree.body(), Tag::DIV).chain(tree.descendants(tree.body(), Tag::P));
        assert!(misplaced.filter(is_in_row).count() <= 1, "{levels}");
    }
}

#[test]
fn elements_past_the_depth_limit_become_siblings_and_nothing_is_lost() {
    let over = MAX_TREE_DEPTH + 100;
    for unit in ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<template><td>", "<svg><foreignObject>", "<math><mi>"]
    {
        let html: String = (0..over).map(|number| format!("{unit}x{number} ")).collect();
        let tree = parse(&html);
        assert_eq!(depth(&tree), MAX_TREE_DEPTH, "{unit}");
        let expected: String = (0..over).map(|number| format!("x{number} ")).collect();
        assert_eq!(tree.text_content(tree.root()), expected, "{unit}");
    }
    let tree = parse(&format!("{}<i>a</i><u>b", "<div>".repeat(over)));
    let i = tree.descendants(tree.body(), Tag::I).next().unwrap();
    let next = tree.next_sibling(i).map(|node| tree.tag(node));
    assert_eq!(next, Some(Tag::U));
}

#[test]
fn attributes_past_the_limit_are_left_out() {
    let attributes: String = (0..2 * MAX_ATTRIBUTES).map(|number| format!(" a{number}=v")).collect();
    let tree = parse(&format!("<p{attributes}>text"));
    let p = tree.descendants(tree.body(), Tag::P).next().unwrap();
    assert_eq!(tree.attrs(p).count(), MAX_ATTRIBUTES);
    assert_eq!(tree.text_content(p), "text");

    let tags: String = (0..2 * MAX_ATTRIBUTES).map(|number| format!("<html a{number}=v>")).collect();
    let tree = parse(&tags);
    assert_eq!(tree.attrs(tree.root()).count(), MAX_ATTRIBUTES);
}

#[test]
fn a_page_past_the_size_limit_is_refused() {
    let html = "a".repeat(unchaff::limits::MAX_INPUT_BYTES + 1);
    let error = tree::parse(&html).unwrap_err();
    assert_eq!(unchaff::Error::from(error).code(), "input-too-large");
    assert!(tree::parse(&html[1..]).is_ok());
}

#[test]
fn one_huge_token_is_within_the_tokenizers_memory() {
    let filler = "a".repeat(unchaff::limits::MAX_INPUT_BYTES - 100);
    for (start, end) in [("<!--", "-->x"), ("<p title='", "'>x"), ("<script>", "</script>x"), ("<!--", ""), ("<p ", "")]
    {
        let tree = parse(&format!("{start}{filler}{end}"));
        assert_eq!(body_text(&tree).is_empty(), end.is_empty(), "{start}");
    }
}

/// Each shape repeats so often that quadratic time would take minutes, but no shape takes half a
/// second. With an unlimited number of copies of formatting elements, the tree would not fit into
/// memory.
#[test]
fn hostile_pages_take_linear_time_and_memory() {
    const TIMES: usize = if cfg!(debug_assertions) { 10_000 } else { 100_000 };
    const TIME_LIMIT: Duration = Duration::from_secs(10);
    let repeated = [
        "<b>",
        "</p>",
        "<ul><li>",
        "<table>",
        "<table><tr><td>",
        "<a>x",
        "<a><div>",
        "<b><p></b>",
        "<b><i><p>x</b>",
        "<dl><dt>a<dd>b",
        "<form><div></form>",
        "<template><td>",
        "<object><b>",
        "<svg><foreignObject>",
        "<math><mi>",
        "<select><option>",
        "<noscript>",
        "<noscript>x</noscript>",
        "<script><!--<script>",
        "<svg><![CDATA[x]]>",
        "<title>",
        "<!--",
        "</",
        "&",
        "<p title=\"",
    ];
    let mut pages: Vec<String> = repeated.iter().map(|unit| unit.repeat(TIMES)).collect();
    let numbered = |unit: &str| (0..TIMES).map(|number| unit.replace('#', &number.to_string())).collect::<String>();
    pages.extend(["<font size=#><p>x", "<html a#=1>", "<x# y#>"].map(numbered));
    pages.push(format!("<p {}>", numbered("a#=1 ")));
    pages.push("<div>".repeat(TIMES) + &"</div>".repeat(TIMES));
    pages.push("<div>".repeat(TIMES) + &"</p>".repeat(TIMES));
    pages.push("<table>".to_owned() + &"<b>x<tr>".repeat(TIMES));
    pages.push("<span>".repeat(500) + &"</i>".repeat(TIMES));
    pages.push("<b><span>".repeat(TIMES) + &"</b>".repeat(TIMES));
    pages.push("<b>".repeat(8) + "<p>" + &"<br>".repeat(TIMES) + &"</b>".repeat(8));
    for html in pages {
        let start = html.chars().take(20).collect::<String>();
        let begin = Instant::now();
        let tree = parse(&html);
        assert!(begin.elapsed() < TIME_LIMIT, "{start}");
        assert!(depth(&tree) <= MAX_TREE_DEPTH, "{start}");
        let copies = html.len() / BYTES_PER_FORMATTING_COPY + MIN_FORMATTING_COPIES;
        assert!(tree.len() <= 10 * TIMES + copies, "{start}: {} nodes", tree.len());
    }
}
