//! Cleans the output again: if our HTML is cleaned a second time, it must stay the same, byte by
//! byte.
//!
//! ```text
//! cargo run --release --example fixed_point -- ../shared/corpora/wcxb_dev.jsonl.gz
//! cargo run --release --example fixed_point -- --show 20 ../shared/corpora/security_payloads.jsonl.gz
//! ```
//!
//! Each file has one JSON object per line, with the page as `html` or `payload`, and may be
//! gzipped. A page is cleaned as an article, and with the option to keep the whole page. The
//! resulting HTML is cleaned again with that option. It is also read by html5ever, which must build
//! one element for each start tag and no others. The exit status is 1 if a page is not a fixed
//! point.

#[path = "../fuzz/checks/html.rs"]
#[allow(dead_code, reason = "the example needs one of its checks")]
mod html;

use std::io::{BufRead, BufReader, Read};
use std::process::ExitCode;
use unchaff::{InputType, Options};

const ADDRESS: &str = "https://site.example/news/story.html";

/// The text around a payload.
const ARTICLE: &str = "The ferry left the harbour at dawn with forty cars and four hundred people aboard, as it had been \
    promised in the spring. Nobody on the quay had slept much, because the storm had taken two roofs and the light.";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut show = 5;
    if let Some(at) = arguments.iter().position(|argument| argument == "--show") {
        show = arguments[at + 1].parse().expect("a number");
        arguments.drain(at..at + 2);
    }
    let mut ok = true;
    for path in arguments {
        match compare_file(&path, show) {
            Ok(same) => ok &= same,
            Err(error) => {
                eprintln!("{path}: {error}");
                ok = false;
            }
        }
    }
    if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn compare_file(path: &str, show: usize) -> Result<bool, Box<dyn std::error::Error>> {
    let file = std::fs::File::open(path)?;
    let reader: Box<dyn Read> =
        if path.ends_with(".gz") { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
    let (mut pages, mut documents, mut different) = (0, 0, 0);
    for line in BufReader::new(reader).lines() {
        let record: serde_json::Value = serde_json::from_str(&line?)?;
        let page = match (record["html"].as_str(), record["payload"].as_str()) {
            (Some(page), _) => page.to_owned(),
            (None, Some(payload)) => {
                format!("<article><h1>The ferry</h1><p>{ARTICLE}</p>{payload}<p>{ARTICLE}</p></article>")
            }
            (None, None) => continue,
        };
        pages += 1;
        for whole in [false, true] {
            let Ok(once) = clean(&page, whole) else { continue };
            documents += 1;
            let twice = clean(&once, true).unwrap_or_default();
            html::check_is_read_as_written(&once);
            if once != twice {
                different += 1;
                if different <= show {
                    println!("{}, whole {whole}:\n{}", record["id"], difference(&once, &twice));
                }
            }
        }
    }
    println!("{path}: {pages} pages, {documents} documents, {different} differ when they are cleaned again");
    Ok(different == 0)
}

fn clean(page: &str, whole: bool) -> Result<String, unchaff::Error> {
    let options = Options::new().whole(whole).input_type(InputType::Html).url(ADDRESS);
    unchaff::clean(page, &options).map(|article| article.html())
}

fn difference(once: &str, twice: &str) -> String {
    let diff = similar::TextDiff::from_lines(once, twice);
    let text = diff.unified_diff().context_radius(1).header("once", "twice").to_string();
    text.chars().take(1500).collect()
}
