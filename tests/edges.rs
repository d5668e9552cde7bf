//! Tests the parts inside an article and at its edges: lists, tables, quotations, figures, sources,
//! questions, and the pointers, cards and comments beside them.
//!
//! `tests/edges` has a file for each language. It begins with numbered paragraphs that its pages
//! share: `{1} <p>…</p>`. A page begins with `=== name in frame`. Then come its title, a line for
//! each text that its Markdown must have (`+`) or must not have (`-`), and the markup of its
//! article. The markup is put into a frame from `tests/edges/frames`, which is a page without an
//! article. Texts are compared without backslashes and with white space collapsed. Everything was
//! written for these tests. Each page is a separate test: `cargo test --test edges en::` runs those
//! in English.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use unchaff::{InputType, Options};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/edges");

struct Page {
    name: String,
    html: String,
    kept: Vec<String>,
    dropped: Vec<String>,
}

fn main() -> ExitCode {
    let entries = fs::read_dir(FOLDER).expect("tests/edges").map(|entry| entry.expect("an entry").path());
    let examples = entries.filter(|path| path.is_file()).flat_map(|file| examples_of(&file));
    run(&Arguments::from_args(), examples.collect())
}

/// Returns the tests of a file's pages.
fn examples_of(file: &Path) -> Vec<Trial> {
    read(file).into_iter().map(|page| example(file, &page.name.clone(), move || check(&page))).collect()
}

/// Returns the texts of a page that are missing, and those that must not be there.
fn check(page: &Page) -> Result<(), String> {
    let options = Options::new().input_type(InputType::Html).url("https://news.example/story/1");
    let markdown =
        unchaff::clean(page.html.as_str(), &options).map_or_else(|e| e.to_string(), |a| plain(&a.markdown()));
    let lost = page.kept.iter().filter(|text| !markdown.contains(&plain(text))).map(|text| format!("lost {text:?}"));
    let kept = page.dropped.iter().filter(|text| markdown.contains(&plain(text))).map(|text| format!("kept {text:?}"));
    let wrong: Vec<String> = lost.chain(kept).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// Returns a text without backslashes and with white space collapsed.
fn plain(text: &str) -> String {
    text.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads the pages of a language.
fn read(path: &Path) -> Vec<Page> {
    let text = fs::read_to_string(path).unwrap();
    let (shared, pages) = text.split_once("=== ").unwrap();
    let shared: BTreeMap<&str, &str> = shared.lines().filter_map(|line| line.split_once(' ')).collect();
    pages.split("\n=== ").map(|page| read_page(page, &shared)).collect()
}

fn read_page(page: &str, shared: &BTreeMap<&str, &str>) -> Page {
    let mut lines = page.lines().peekable();
    let (name, frame) = lines.next().unwrap().split_once(" in ").unwrap();
    let title = lines.next().unwrap();
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    while let Some(line) = lines.next_if(|line| line.starts_with("+ ") || line.starts_with("- ")) {
        let texts = if line.starts_with('+') { &mut kept } else { &mut dropped };
        texts.push(line[2..].to_owned());
    }
    let mut article = lines.collect::<Vec<_>>().join("\n");
    for (number, paragraph) in shared {
        article = article.replace(number, paragraph);
    }
    let frame = fs::read_to_string(format!("{FOLDER}/frames/{frame}.html")).unwrap();
    let html = frame.replace("{title}", title).replace("{article}", &article);
    Page { name: name.to_owned(), html, kept, dropped }
}
