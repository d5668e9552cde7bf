//! Counts the titles, authors and dates that are right, wrong and missing.
//!
//! ```text
//! cargo run --release --example metadata -- [--wrong] ../shared/corpora/wcxb_dev.jsonl.gz ../shared/corpora/fundus_dev.jsonl.gz
//! ```
//!
//! Each file has one JSON object per line, with `html`, `url` and the gold `title`, `author` and
//! `date`, and may be gzipped. If the pages have types, only articles and news are used. A title
//! agrees with gold if one contains the other and the shorter one has at least three fifths of the
//! length, comparing only letters and digits. An author agrees if one of the gold names is in the
//! byline. A date agrees if the day is the same. `--wrong` lists the values that do not agree, with
//! the place that our value was read from.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use unchaff::Metadata;
use unchaff::internals::metadata;
use unchaff::internals::tree::{self, Tag};
use unchaff::url::BaseUrl;

type Failure = Box<dyn std::error::Error>;

/// The results for one field.
#[derive(Default)]
struct Counts {
    right: usize,
    wrong: usize,
    missing: usize,
    /// We have a value, gold has none.
    extra: usize,
}

fn main() -> Result<(), Failure> {
    let (options, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument == "--wrong");
    for file in files {
        let mut fields: BTreeMap<&str, Counts> = BTreeMap::new();
        for line in lines(&file)? {
            let page: serde_json::Value = serde_json::from_str(&line?)?;
            let text = |name: &str| page[name].as_str().unwrap_or_default();
            if !matches!(text("type"), "" | "article" | "news") {
                continue;
            }
            let found = read(text("html"), page["url"].as_str())?;
            for (name, field, ours, agrees) in [
                ("title", "title", &found.title, titles_agree as fn(&str, &str) -> bool),
                ("author", "byline", &found.byline, authors_agree),
                ("date", "publishedTime", &found.published_time, dates_agree),
            ] {
                let gold = text(name);
                let counts = fields.entry(name).or_default();
                let slot = match ours {
                    Some(_) if gold.is_empty() => &mut counts.extra,
                    None if gold.is_empty() => continue,
                    None => &mut counts.missing,
                    Some(ours) if agrees(ours, gold) => &mut counts.right,
                    Some(ours) => {
                        if !options.is_empty() {
                            let source = found.sources.get(field).map(|source| source.to_string()).unwrap_or_default();
                            println!("{} {name}: {ours:?} ({source}), gold {gold:?}", text("id"));
                        }
                        &mut counts.wrong
                    }
                };
                *slot += 1;
            }
        }
        println!("{file}");
        println!("{:8}{:>8}{:>8}{:>8}{:>8}{:>18}", "", "right", "wrong", "missing", "share", "without gold");
        for (name, counts) in fields {
            let Counts { right, wrong, missing, extra } = counts;
            let share = right as f64 / (right + wrong + missing).max(1) as f64;
            println!("{name:8}{right:8}{wrong:8}{missing:8}{share:8.3}{extra:18}");
        }
    }
    Ok(())
}

fn lines(path: &str) -> Result<impl Iterator<Item = std::io::Result<String>>, Failure> {
    let file = std::fs::File::open(path)?;
    let reader: Box<dyn Read> =
        if path.ends_with(".gz") { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
    Ok(BufReader::new(reader).lines())
}

fn read(html: &str, url: Option<&str>) -> Result<Metadata, Failure> {
    let tree = tree::parse(html)?;
    let base = tree.descendants(tree.root(), Tag::BASE).find_map(|base| tree.attr(base, "href"));
    Ok(metadata::extract(&tree, &BaseUrl::new(url, base)))
}

/// Returns the letters and digits in lower case, with single spaces between words.
fn fold(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn titles_agree(ours: &str, gold: &str) -> bool {
    let (ours, gold) = (fold(ours), fold(gold));
    let (short, long) = if ours.len() < gold.len() { (&ours, &gold) } else { (&gold, &ours) };
    !short.is_empty() && short.chars().count() * 5 >= long.chars().count() * 3 && long.contains(short.as_str())
}

fn authors_agree(ours: &str, gold: &str) -> bool {
    let ours = fold(ours);
    let names = gold.split([';', ',']).flat_map(|part| part.split(" and "));
    names.map(fold).any(|name| !name.is_empty() && ours.contains(&name))
}

fn dates_agree(ours: &str, gold: &str) -> bool {
    gold.len() >= 10 && ours.get(..10) == gold.get(..10)
}
