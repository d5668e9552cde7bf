//! Compares the tree with other trees on corpora: with html5ever's on real pages, and with the
//! expected one on html5lib's cases.
//!
//! ```text
//! cargo run --release --example tree_oracle -- ../shared/corpora/wcxb_dev.jsonl.gz
//! ```
//!
//! Each file has one JSON object per line and may be gzipped. An object with `html` and `tree` is
//! an html5lib case: the trees must have equal elements, attributes and text. An object with only
//! `html` is a page: the text and the tag path of each of its text blocks must equal those in
//! html5ever's tree without scripts. Comments and the doctype are left out on both sides, names are
//! compared in lower case, and successive text nodes count as one. Cases for browsers with scripts
//! are counted separately. The exit status is 1 if fewer than 100 % of the pages or 80 % of the
//! cases agree.

#[path = "../tests/tree/oracle.rs"]
mod oracle;

use oracle::{Event, dump, events_of_html5ever, events_of_tree, read_dump};
use std::io::{BufRead, BufReader, Read};
use std::process::ExitCode;
use unchaff::internals::tree;

const WANTED_PAGES: f64 = 1.0;
const WANTED_CASES: f64 = 0.8;
const SHOWN_DIFFERENCES: usize = 5;

fn main() -> ExitCode {
    let mut ok = true;
    for path in std::env::args().skip(1) {
        match compare_file(&path) {
            Ok(file_ok) => ok &= file_ok,
            Err(error) => {
                eprintln!("{path}: {error}");
                ok = false;
            }
        }
    }
    if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[derive(Default)]
struct Tally {
    all: usize,
    equal: usize,
    whole_tree_equal: usize,
    differences: Vec<String>,
}

impl Tally {
    fn add(&mut self, id: &str, difference: Option<String>) {
        self.all += 1;
        match difference {
            None => self.equal += 1,
            Some(difference) if self.differences.len() < SHOWN_DIFFERENCES => {
                self.differences.push(format!("{id}: {difference}"));
            }
            Some(_) => {}
        }
    }

    fn share(&self) -> f64 {
        self.equal as f64 / self.all.max(1) as f64
    }

    fn print(&self, what: &str) {
        println!("{what}: {} compared, {} equal ({:.2} %)", self.all, self.equal, 100.0 * self.share());
        for difference in &self.differences {
            println!("  {difference}");
        }
    }
}

fn compare_file(path: &str) -> Result<bool, Box<dyn std::error::Error>> {
    let file = std::fs::File::open(path)?;
    let reader: Box<dyn Read> =
        if path.ends_with(".gz") { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
    let (mut pages, mut cases, mut script_cases) = (Tally::default(), Tally::default(), Tally::default());
    for line in BufReader::new(reader).lines() {
        let record: serde_json::Value = serde_json::from_str(&line?)?;
        let id = record["id"].as_str().unwrap_or_default();
        let Some(html) = record["html"].as_str() else { continue };
        let tree = tree::parse(html)?;
        if let Some(expected) = record["tree"].as_str() {
            let tally = if record["script"] == "#script-on" { &mut script_cases } else { &mut cases };
            let (ours, expected) = (dump(&events_of_tree(&tree)), read_dump(expected));
            tally.add(id, (ours != expected).then(|| format!("{html:?}\n    ours {ours:?}\n    want {expected:?}")));
        } else {
            let (ours, theirs) = (events_of_tree(&tree), events_of_html5ever(html));
            pages.whole_tree_equal += usize::from(ours == theirs);
            pages.add(id, first_difference(&blocks(&ours), &blocks(&theirs)));
        }
    }
    println!("{path}");
    if pages.all > 0 {
        pages.print("pages, text blocks");
        println!("pages, whole trees: {} equal", pages.whole_tree_equal);
    }
    if cases.all > 0 {
        cases.print("cases");
        script_cases.print("cases for browsers with scripts (not counted)");
    }
    Ok((pages.all == 0 || pages.share() >= WANTED_PAGES) && (cases.all == 0 || cases.share() >= WANTED_CASES))
}

/// A text block: the block-level elements around it, and its text with white space collapsed.
#[derive(Debug, PartialEq)]
struct Block {
    path: String,
    text: String,
}

/// Elements whose text is not part of the page's text.
const UNSEEN: [&str; 10] =
    ["head", "script", "style", "noframes", "template", "textarea", "iframe", "noembed", "title", "svg svg"];

const INLINE: [&str; 40] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
];

fn blocks(events: &[Event]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut path, mut text, mut unseen) = (Vec::new(), String::new(), 0);
    for event in events {
        match event {
            Event::Text(more) if unseen == 0 => text.push_str(more),
            Event::Text(_) => {}
            Event::Enter { name, .. } | Event::Leave { name } => {
                let enter = matches!(event, Event::Enter { .. });
                if UNSEEN.contains(&name.as_str()) {
                    unseen = if enter { unseen + 1 } else { unseen - 1 };
                } else if !INLINE.contains(&name.as_str()) {
                    let words: Vec<_> = text.split_ascii_whitespace().collect();
                    if !words.is_empty() {
                        blocks.push(Block { path: path.join(" "), text: words.join(" ") });
                    }
                    text.clear();
                    if enter {
                        path.push(name.as_str());
                    } else {
                        path.pop();
                    }
                }
            }
        }
    }
    blocks
}

fn first_difference(ours: &[Block], theirs: &[Block]) -> Option<String> {
    let at = (0..ours.len().max(theirs.len())).find(|&index| ours.get(index) != theirs.get(index))?;
    Some(format!("block {at}\n    ours {:?}\n    want {:?}", ours.get(at), theirs.get(at)))
}
