//! Tests how each construct of a page is written in HTML and Markdown, with one small document for
//! each.
//!
//! `tests/constructs` has a file for each kind of construct. A document begins with a line `=== `
//! and its name. The source follows, and after the lines `--- html` and `--- markdown` the expected
//! output. All words were written for these tests. All words are kept, because these tests do not
//! cover the selection of blocks. `UPDATE=1 cargo test --test constructs` writes the current
//! output. Read the difference before you commit it.
//!
//! Two properties are checked for all documents. If the HTML is cleaned again, it stays the same,
//! byte by byte. Two Markdown parsers find the words of the HTML in the Markdown. Each document is
//! a separate test: `cargo test --test constructs tables::` runs those for tables.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, group, run};
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use icu_normalizer::ComposingNormalizerBorrowed;
use libtest_mimic::{Arguments, Trial};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Options, Parser};
use similar::TextDiff;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unchaff::document::Document;
use unchaff::internals::clean;
use unchaff::internals::selection::{Role, Selection};
use unchaff::internals::tree::{self, Step};
use unchaff::render;
use unchaff::url::BaseUrl;

struct Case {
    name: String,
    source: String,
    expected: String,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/constructs");
    let entries = fs::read_dir(folder).expect("tests/constructs");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn cases(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).expect("a text file");
    let text = format!("\n{text}");
    text.split("\n=== ")
        .skip(1)
        .map(|case| {
            let (name, rest) = case.split_once('\n').expect("a source after the name");
            let (source, expected) = rest.split_once("\n--- html\n").unwrap_or((rest, ""));
            Case { name: name.into(), source: source.trim_end().into(), expected: expected.trim_end().into() }
        })
        .collect()
}

fn document(source: &str) -> Document {
    let tree = tree::parse(source).expect("a small page");
    let mut selection = Selection::new(tree.len());
    for step in tree.walk(tree.root()) {
        if let Step::Enter(id) = step {
            selection.set(id, Role::Body);
        }
    }
    clean::clean(&tree, &selection, &BaseUrl::new(Some("https://site.example/"), None))
}

fn main() -> ExitCode {
    if std::env::var_os("UPDATE").is_some() {
        files().iter().for_each(|file| update(file));
    }
    run(&Arguments::from_args(), files().iter().flat_map(|file| examples_of(file)).collect())
}

/// Writes the current output of all documents in a file.
fn update(file: &Path) {
    let written: Vec<String> = cases(file)
        .iter()
        .map(|case| format!("=== {}\n{}\n--- html\n{}", case.name, case.source, outputs(&document(&case.source))))
        .collect();
    fs::write(file, format!("{}\n", written.join("\n\n"))).expect("tests/constructs can be written");
}

/// Returns the tests of the documents in a file.
fn examples_of(file: &Path) -> Vec<Trial> {
    let kind = group(file);
    // The second parser does not know GitHub's alerts, and writes formulas and notes in another
    // way.
    let is_known_to_both = !["callouts", "maths", "footnotes"].contains(&kind.as_str());
    let example_of = |case: Case| {
        example(&kind, &case.name.clone(), move || {
            let document = document(&case.source);
            becomes_what_is_expected(&case, &document)?;
            stays_as_it_is_when_cleaned_again(&document)?;
            has_the_words_of_the_html_in_the_markdown(&document, is_known_to_both)
        })
    };
    cases(file).into_iter().map(example_of).collect()
}

/// Returns the HTML and Markdown of a document in the form of the files.
fn outputs(document: &Document) -> String {
    let (html, markdown) = (render::html(document), render::markdown(document));
    format!("{}\n--- markdown\n{}", html.trim_end(), markdown.trim_end()).trim_end().to_owned()
}

fn becomes_what_is_expected(case: &Case, document: &Document) -> Result<(), String> {
    let actual = outputs(document);
    if actual == case.expected {
        return Ok(());
    }
    let diff = TextDiff::from_lines(&case.expected, &actual);
    Err(diff.unified_diff().header("expected", "now").to_string())
}

fn stays_as_it_is_when_cleaned_again(once: &Document) -> Result<(), String> {
    let once = render::html(once);
    let twice = render::html(&document(&once));
    if once == twice { Ok(()) } else { Err(format!("cleaned again\n{once}\nbecomes\n{twice}")) }
}

fn has_the_words_of_the_html_in_the_markdown(document: &Document, is_known_to_both: bool) -> Result<(), String> {
    let expected = words(&render::html(document));
    let source = render::markdown(document);
    let compare = |parser: &str, html: &str| {
        let read = words(html);
        let problem = || format!("{parser} reads\n{read}\nnot\n{expected}\nin\n{source}\nas\n{html}");
        if read == expected { Ok(()) } else { Err(problem()) }
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM;
    let mut html = String::new();
    // In LaTeX, `<` and `>` are written as commands.
    let shown = source.replace("\\lt ", "").replace("\\gt ", "");
    pulldown_cmark::html::push_html(&mut html, Parser::new_ext(&shown, options));
    compare("pulldown-cmark", &html)?;
    if is_known_to_both {
        let mut options = markdown::Options::gfm();
        options.compile.allow_dangerous_html = true;
        compare("markdown-rs", &markdown::to_html_with_options(&source, &options).expect("Markdown has no errors"))?;
    }
    Ok(())
}

/// Returns the letters and digits of an HTML text without spaces. Leaves out what a format adds to
/// notes.
fn words(html: &str) -> String {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut text = String::new();
    let mut waiting = vec![dom.document.clone()];
    while let Some(node) = waiting.pop() {
        match &node.data {
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                let has =
                    |part: &str| attrs.borrow().iter().any(|attribute| attribute.value.to_string().contains(part));
                let is_mark = has("unchaff-ref") || has("footnote-reference") || has("definition-label");
                // In Markdown, the mark of an alert replaces a title that only names the kind.
                if has("callout-title") && KINDS.contains(&title(&node).as_str()) {
                    continue;
                }
                if is_mark && &*name.local == "sup" {
                    continue;
                }
            }
            _ => {}
        }
        waiting.extend(node.children.borrow().iter().rev().cloned());
    }
    // In Markdown, raised digits are separate characters.
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(&text);
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The titles that only name the kind of a callout.
const KINDS: [&str; 5] = ["note", "tip", "important", "warning", "caution"];

/// Returns the text directly in an element, in lower case.
fn title(node: &Handle) -> String {
    let text = |child: &Handle| match &child.data {
        NodeData::Text { contents } => contents.borrow().to_ascii_lowercase(),
        _ => String::new(),
    };
    node.children.borrow().iter().map(text).collect()
}
