//! Runs the checks of the fuzz targets without a fuzzer: on inputs that fuzzing found, on truncated
//! pages, and on pages that are changed at random.
//!
//! `fuzz/regressions` has a folder for each target, with the smallest input of each kind that once
//! broke a check. The random changes come from fixed seeds, so every run tries the same inputs. For
//! longer runs, use `cargo fuzz run TARGET`.

#[path = "../fuzz/checks/mod.rs"]
mod checks;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

type Check = fn(&[u8]);

const TARGETS: [(&str, Check); 7] = [
    ("bytes", checks::bytes),
    ("text", checks::text),
    ("url", checks::url),
    ("markdown", checks::markdown),
    ("reparse", checks::reparse),
    ("metadata", checks::metadata),
    ("summary", checks::summary),
];

/// Number of changed inputs for each target.
const INPUTS: u64 = 100;
/// Longer pages are only tested by the fuzzer, because tests are compiled without optimization.
const MOST_BYTES: usize = 2 * 1024;
/// How many pages are truncated at every byte, and the maximum length of the result.
const CUT_PAGES: usize = 20;
const MOST_CUT_BYTES: usize = 150;

#[test]
fn what_fuzzing_found_is_right_now() {
    let mut replayed = 0;
    for (target, check) in TARGETS.into_iter().chain([("again", checks::again as Check)]) {
        for file in files(&root().join("fuzz/regressions").join(target)) {
            let input = fs::read(&file).expect("a file");
            assert!(catch_unwind(|| check(&input)).is_ok(), "{}", file.display());
            replayed += 1;
        }
    }
    assert!(replayed > 0, "the regressions are found");
}

#[test]
fn pages_changed_at_random_pass_every_check() {
    let (seeds, tokens) = (seeds(), tokens());
    for (target, check) in TARGETS {
        for number in 0..INPUTS {
            let mut random = Random(number * 2 + 1);
            let input = changed(&seeds, &tokens, &mut random);
            assert!(catch_unwind(|| check(&input)).is_ok(), "{target}: {:?}", String::from_utf8_lossy(&input));
        }
    }
}

#[test]
fn a_page_may_end_anywhere() {
    let pages: Vec<Vec<u8>> = seeds().into_iter().filter(|page| page.len() < MOST_CUT_BYTES).collect();
    for page in pages.iter().step_by(pages.len() / CUT_PAGES) {
        for end in 0..page.len() {
            // The first two bytes are options. These keep the whole page and give it an address.
            let cut = [&[0x90, 0], &page[..end]].concat();
            assert!(catch_unwind(|| checks::bytes(&cut)).is_ok(), "{:?}", String::from_utf8_lossy(&cut));
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Returns the files of a folder by name. Returns nothing if there is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

/// Returns small pages of the other tests: the cases of `tests/constructs` and `tests/tree`, and
/// the short pages of `tests/pages`.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for folder in ["tests/constructs", "tests/tree"] {
        for file in files(&root().join(folder)).iter().filter(|file| file.extension().is_some_and(|end| end == "txt")) {
            let cases = fs::read_to_string(file).expect("text");
            let pages = cases.split("\n=== ").filter_map(|case| case.split_once('\n')?.1.split("\n--- ").next());
            seeds.extend(pages.map(|page| page.as_bytes().to_vec()));
        }
    }
    for folder in files(&root().join("tests/pages")) {
        let sources = ["source.html", "source.txt"].map(|name| fs::read(folder.join(name)));
        seeds.extend(sources.into_iter().flatten().filter(|page| page.len() <= MOST_BYTES));
    }
    seeds
}

/// Returns the words of the fuzzer's dictionary.
fn tokens() -> Vec<Vec<u8>> {
    let dictionary = fs::read_to_string(root().join("fuzz/html.dict")).expect("text");
    let quoted = dictionary.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
    quoted.map(unescaped).collect()
}

fn unescaped(token: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = token.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        let byte = match (first, after) {
            (b'\\', [b'x', high, low, after @ ..]) => {
                rest = after;
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).expect("digits");
                u8::from_str_radix(digits, 16).expect("hexadecimal digits")
            }
            (b'\\', [escaped, after @ ..]) => {
                rest = after;
                *escaped
            }
            _ => first,
        };
        bytes.push(byte);
    }
    bytes
}

/// Xorshift, which gives the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end.max(1)
    }
}

/// Returns one of the pages after a few changes like those of a fuzzer.
fn changed(seeds: &[Vec<u8>], tokens: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut page = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(8) {
        let at = random.below(page.len() + 1);
        let end = (at + random.below(64)).min(page.len());
        match random.below(6) {
            0 => drop(page.drain(at..end)),
            1 => {
                let token = tokens[random.below(tokens.len())].iter().copied();
                drop(page.splice(at..at, token));
            }
            2 => {
                let copy = page[at..end].repeat(1 + random.below(8));
                drop(page.splice(end..end, copy));
            }
            3 => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len());
                let part = other[from..].iter().take(200).copied();
                drop(page.splice(at..at, part));
            }
            4 if at < page.len() => page[at] = random.below(256) as u8,
            _ => page.truncate(page.len().max(16) - random.below(16)),
        }
    }
    page
}
