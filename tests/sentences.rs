//! Tests the boundaries of sentences in `src/summary/sentences.txt`. Each text is a separate test
//! that is named by its language and first characters: `cargo test --test sentences ja::` runs
//! those in Japanese.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;
use unchaff::internals::summary::candidates;

fn main() -> ExitCode {
    let lines = include_str!("../src/summary/sentences.txt").lines().filter(|line| !line.starts_with('#'));
    run(&Arguments::from_args(), lines.map(example_of).collect())
}

/// Returns the test for a line, which has a language, and a text with marks at its boundaries.
fn example_of(line: &'static str) -> Trial {
    let (language, marked) = line.split_once('\t').expect("a tab");
    example(language, marked, move || {
        let text = marked.replace(" | ", " ").replace('|', "");
        let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
        let candidates = candidates(&text, "", Some(language));
        let found: Vec<&str> = candidates.into_iter().map(|candidate| &text[candidate.range]).collect();
        if found == wanted { Ok(()) } else { Err(format!("{found:#?}, not {wanted:#?}")) }
    })
}
