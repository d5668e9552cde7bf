//! Runs each example of a data file as a separate test, so that a failure names the example.
//!
//! `cargo test --test constructs tables::` runs the examples whose names contain `tables::`. A test
//! that uses this module is declared in `Cargo.toml` with `harness = false`, so that its `main` is
//! the program.

use libtest_mimic::{Arguments, Trial};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

/// Maximum number of characters of an example's name. This is enough to tell examples apart that
/// are named by their text.
const NAME_LENGTH: usize = 60;

/// Makes the test for an example. Its name is `group::name`, without line breaks and not longer
/// than one line. The group is the name of the file without its extension, or any word. The check
/// returns an error message, or panics.
pub fn example(
    file: impl AsRef<Path>,
    name: &str,
    check: impl FnOnce() -> Result<(), String> + Send + 'static,
) -> Trial {
    let name: Vec<&str> = name.split_whitespace().collect();
    let name: String = name.join(" ").chars().take(NAME_LENGTH).collect();
    Trial::test(format!("{}::{name}", group(file.as_ref())), || check().map_err(Into::into))
}

/// Returns the group of the examples in a file: its name without folder and extension.
pub fn group(file: &Path) -> String {
    file.file_stem().expect("a file has a name").to_string_lossy().into_owned()
}

/// Runs the examples that the command line selects. Panics if there are no examples at all, or if
/// two have the same name.
pub fn run(arguments: &Arguments, examples: Vec<Trial>) -> ExitCode {
    assert!(!examples.is_empty(), "there are no examples");
    let mut names = BTreeSet::new();
    for example in &examples {
        assert!(names.insert(example.name()), "two examples are called {:?}", example.name());
    }
    libtest_mimic::run(arguments, examples).exit_code()
}
