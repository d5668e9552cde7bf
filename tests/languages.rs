//! Tests the detection of the language of short texts in `tests/languages.txt`. Each text is a
//! separate test that is named by its language and first characters: `cargo test --test languages
//! vi::` runs those in Vietnamese.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;
use unchaff::language::detect;

fn main() -> ExitCode {
    let lines = include_str!("languages.txt").lines().filter(|line| !line.starts_with('#'));
    run(&Arguments::from_args(), lines.map(example_of).collect())
}

/// Returns the test for a line, which has a text and its language, or `-` if the language cannot be
/// detected.
fn example_of(line: &'static str) -> Trial {
    let (expected, text) = line.split_once('\t').expect("a tab");
    example(expected, text, move || {
        let found = detect(text).unwrap_or("-");
        if found == expected { Ok(()) } else { Err(format!("{text:?} is said to be {found}")) }
    })
}
