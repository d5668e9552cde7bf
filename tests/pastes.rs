//! Tests the articles of pasted texts. `tests/pastes` has a file for each kind.
//!
//! A case begins with `@@` and its name. The text follows, then `@>`, and the article as Markdown.
//! Lines before the Markdown that begin with `title:`, `byline:`, `date:` or `source:` state the
//! metadata. Other fields are not tested. A paste without an article has the line `error:
//! nothing-readable` in place of the Markdown. Each case is a separate test: `cargo test --test
//! pastes mails::` runs those for mails.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use unchaff::{InputType, Options};

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pastes");
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    run(&Arguments::from_args(), files.flat_map(|file| examples_of(&file)).collect())
}

/// Returns the tests of a file's cases.
fn examples_of(file: &Path) -> Vec<Trial> {
    let cases = fs::read_to_string(file).expect("a file of cases");
    let example_of = |case: &str| {
        let (name, case) = case.split_once('\n').expect("a name");
        let (text, wanted) = case.split_once("\n@>\n").expect("a result");
        let (text, wanted) = (text.to_owned(), wanted.to_owned());
        example(file, name, move || check(&text, wanted.trim()))
    };
    cases.split("@@ ").skip(1).map(example_of).collect()
}

/// Returns how the article of a pasted text differs from the expected one.
fn check(text: &str, wanted: &str) -> Result<(), String> {
    let answer = unchaff::clean(text, &Options::new().input_type(InputType::Text));
    let mut found = String::new();
    let metadata = match &answer {
        Ok(article) => &article.metadata,
        Err(error) => error.metadata().expect("a paste that was read"),
    };
    for (key, value) in [
        ("title: ", &metadata.title),
        ("byline: ", &metadata.byline),
        ("date: ", &metadata.published_time),
        ("source: ", &metadata.source),
    ] {
        if wanted.lines().any(|line| line.starts_with(key)) {
            found.push_str(&format!("{key}{}\n", value.as_deref().unwrap_or("none")));
        }
    }
    match &answer {
        Ok(article) => found.push_str(article.markdown().trim()),
        Err(error) => found.push_str(&format!("error: {}", error.code())),
    }
    if found == wanted { Ok(()) } else { Err(format!("--- found\n{found}\n--- wanted\n{wanted}")) }
}
