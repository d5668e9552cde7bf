//! Tests the posts that are found in pages of forums, questions with answers, chats and comments,
//! and in pasted conversations.
//!
//! Each file in `tests/conversations` has cases. A case has `@@` and a name, then the page, then
//! `@>` and a line for each post: author, time, depth and text, separated by ` | `. `-` stands for
//! an author or a time that the page does not state. The cases in `pages` and `pastes` are
//! conversations. Those in `articles` are articles with comments, whose text must not be part of
//! the article's.
//!
//! For each case, `to_text` and `to_markdown` must also give the text and Markdown of the article.
//! Each case is a separate test: `cargo test --test conversations xenforo` runs those for one kind
//! of forum.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use similar::TextDiff;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unchaff::{InputType, Options, Post};

/// A page and the posts in it.
struct Case {
    name: String,
    input: String,
    posts: String,
}

/// The kind of the cases in a folder.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Page,
    Paste,
    Article,
}

fn main() -> ExitCode {
    let kinds = [("pages", Kind::Page), ("pastes", Kind::Paste), ("articles", Kind::Article)];
    let trials = kinds.into_iter().flat_map(|(folder, kind)| {
        let cases = files(folder).into_iter().flat_map(|file| cases(&file));
        cases.map(move |case| example(folder, &case.name.clone(), move || check(&case, kind))).collect::<Vec<Trial>>()
    });
    run(&Arguments::from_args(), trials.collect())
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations").join(folder);
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
}

fn cases(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).expect("a file of cases");
    let case_of = |case: &str| {
        let (name, case) = case.split_once('\n').expect("a name");
        let (input, posts) = case.split_once("\n@>\n").expect("posts");
        Case { name: name.to_owned(), input: input.to_owned(), posts: posts.trim_end().to_owned() }
    };
    text.split("@@ ").skip(1).map(case_of).collect()
}

fn check(case: &Case, kind: Kind) -> Result<(), String> {
    let input_type = if kind == Kind::Paste { InputType::Text } else { InputType::Html };
    let options = Options::new().url("https://talk.example/t/12").input_type(input_type);
    let input = case.input.as_str();
    let article = unchaff::clean(input, &options.clone().comments(true)).map_err(|error| error.to_string())?;
    let (posts, others) = match kind {
        Kind::Article => (&article.comments, &article.posts),
        _ => (&article.posts, &article.comments),
    };
    is_same(&case.posts, &lines(posts))?;
    is_same("", &lines(others))?;
    is_same(&article.text, &unchaff::to_text(input, &options).map_err(|error| error.to_string())?)?;
    is_same(&article.markdown(), &unchaff::to_markdown(input, &options).map_err(|error| error.to_string())?)?;
    let text = collapse(&article.text);
    let is_leak = |post: &&Post| text.contains(&collapse(&post.text));
    match article.comments.iter().find(is_leak) {
        Some(post) => Err(format!("the text of the article has a comment: {}", post.text)),
        None => Ok(()),
    }
}

/// Returns a line for each post, in the form of the cases.
fn lines(posts: &[Post]) -> String {
    let line = |Post { header, text, .. }: &Post| {
        let time = header.published_time.as_deref().or(header.shown_time.as_deref()).unwrap_or("-");
        format!("{} | {time} | {} | {}", header.author.as_deref().unwrap_or("-"), header.depth, collapse(text))
    };
    posts.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn is_same(expected: &str, actual: &str) -> Result<(), String> {
    if expected == actual {
        return Ok(());
    }
    Err(TextDiff::from_lines(expected, actual).unified_diff().header("expected", "now").to_string())
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
