//! Tests `metadata::extract` with the cases in `tests/metadata/*.json`.
//!
//! A case has a page (`html`), sometimes its address (`url`), and the expected fields (`expect`). A
//! field is a string, or null for no value. Lists are joined by ` / `. `from title` is the source
//! of the title. Fields that a case does not name are not compared. Each case is a separate test:
//! `cargo test --test metadata byline::` runs those for bylines.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use unchaff::Metadata;
use unchaff::internals::{metadata, tree};
use unchaff::language::Direction;
use unchaff::url::{BaseUrl, SafeUrl};

fn field(found: &Metadata, name: &str) -> Option<String> {
    let address = |url: &Option<SafeUrl>| url.as_ref().map(|url| url.as_str().to_owned());
    let image = || found.image.as_ref();
    let list = |names: &[String]| (!names.is_empty()).then(|| names.join(" / "));
    match name {
        "title" => found.title.clone(),
        "byline" => found.byline.clone(),
        "source" => found.source.clone(),
        "published" => found.published_time.clone(),
        "modified" => found.modified_time.clone(),
        "site" => found.site_name.clone(),
        "publisher" => found.publisher.clone(),
        "description" => found.description.clone(),
        "image" => image().map(|image| image.url.as_str().to_owned()),
        "imageSize" => image().and_then(|image| Some(format!("{}x{}", image.width?, image.height?))),
        "imageAlt" => image().and_then(|image| image.alt.clone()),
        "favicon" => address(&found.favicon),
        "nextPage" => address(&found.next_page),
        "authors" => list(&found.authors),
        "section" => found.section.clone(),
        "tags" => list(&found.tags),
        "license" => address(&found.license),
        "free" => found.is_accessible_for_free.map(|free| free.to_string()),
        "url" => address(&found.url),
        "language" => found.language.clone(),
        "direction" => found.direction.map(|d| if d == Direction::Rtl { "rtl" } else { "ltr" }.to_owned()),
        source if source.starts_with("from ") => found.sources.get(&source[5..]).map(|source| source.to_string()),
        other => panic!("no field {other}"),
    }
}

/// Returns the wrong fields of a case's page.
fn check(case: &Value) -> Result<(), String> {
    let page = tree::parse(case["html"].as_str().expect("a page")).expect("a small page");
    let found = metadata::extract(&page, &BaseUrl::new(case["url"].as_str(), None));
    let wrong: Vec<String> = case["expect"]
        .as_object()
        .expect("fields")
        .iter()
        .map(|(name, expected)| (name, field(&found, name), expected))
        .filter(|(_, got, expected)| got.as_deref() != expected.as_str())
        .map(|(name, got, expected)| format!("{name} is {got:?}, expected {expected}"))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// Returns the tests for the cases in a file.
fn examples_of(file: &Path) -> Vec<Trial> {
    let json = fs::read(file).expect("a file of cases");
    let cases: Vec<Value> = serde_json::from_slice(&json).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let example_of = |case: Value| {
        let name = case["name"].as_str().expect("a name").to_owned();
        example(file, &name, move || check(&case))
    };
    cases.into_iter().map(example_of).collect()
}

fn main() -> ExitCode {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/metadata");
    let files = fs::read_dir(folder).expect("tests/metadata").map(|entry| entry.expect("an entry").path());
    run(&Arguments::from_args(), files.flat_map(|file| examples_of(&file)).collect())
}
