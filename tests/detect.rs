//! Tests the detection of HTML and text with short inputs from feeds, content management systems
//! and people. Each input is a separate test that is named by its first characters: `cargo test
//! --test detect html::` runs those that are HTML.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use std::process::ExitCode;
use unchaff::internals::detect::looks_like_html;

#[derive(serde::Deserialize)]
struct Inputs {
    html: Vec<String>,
    text: Vec<String>,
}

fn main() -> ExitCode {
    let Inputs { html, text } = serde_json::from_str(include_str!("detect/inputs.json")).expect("two lists of strings");
    run(&Arguments::from_args(), examples_of("html", html, true).chain(examples_of("text", text, false)).collect())
}

/// Returns the tests for inputs that are all HTML, or all text.
fn examples_of(group: &str, inputs: Vec<String>, is_html: bool) -> impl Iterator<Item = Trial> {
    inputs.into_iter().map(move |input| {
        example(group, &input.clone(), move || {
            if looks_like_html(&input) == is_html { Ok(()) } else { Err(format!("taken for the other: {input:?}")) }
        })
    })
}
