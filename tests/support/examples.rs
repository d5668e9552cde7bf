//! Runs each example of a file of data as a test of its own, so that a failure names its example.
//!
//! `cargo test --test constructs tables::` runs the examples whose names have this in them. A test that uses this module is
//! declared in `Cargo.toml` with `harness = false`, which makes its `main` the program.

use libtest_mimic::{Arguments, Trial};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

/// Characters of an example's name; enough to tell those apart that are named by their text.
const NAME_LENGTH: usize = 60;

/// Makes the test of an example: `group::name`, without line breaks and not longer than a line. The group is the file's
/// name without its ending, or any word. The check returns what is wrong, or panics.
pub fn example(
    file: impl AsRef<Path>,
    name: &str,
    check: impl FnOnce() -> Result<(), String> + Send + 'static,
) -> Trial {
    let name: Vec<&str> = name.split_whitespace().collect();
    let name: String = name.join(" ").chars().take(NAME_LENGTH).collect();
    Trial::test(format!("{}::{name}", group(file.as_ref())), || check().map_err(Into::into))
}

/// Returns the group of the examples in a file: its name without folder and ending.
pub fn group(file: &Path) -> String {
    file.file_stem().expect("a file has a name").to_string_lossy().into_owned()
}

/// Runs the examples that the command line asks for. Panics if there is none at all, or if two have the same name.
pub fn run(arguments: &Arguments, examples: Vec<Trial>) -> ExitCode {
    assert!(!examples.is_empty(), "there are no examples");
    let mut names = BTreeSet::new();
    for example in &examples {
        assert!(names.insert(example.name()), "two examples are called {:?}", example.name());
    }
    libtest_mimic::run(arguments, examples).exit_code()
}
