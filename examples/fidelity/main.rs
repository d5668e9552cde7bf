//! Measures how well the HTML and the Markdown of a corpus agree with gold.
//!
//! ```text
//! cargo run --release --example fidelity -- ../shared/corpora/readability.jsonl.gz ../shared/corpora/defuddle.jsonl.gz
//! ```
//!
//! Each file has one JSON object per line, with `html` and either `gold_html` or `gold_md`, and may
//! be gzipped. Every page counts. A page without an answer counts as an empty one. The output and
//! gold are read by the same parsers, html5ever and pulldown-cmark, and compared as multisets
//! ([`sample::Sample`]):
//!
//! - text: the words, except those of formulas, footnote marks and addresses
//! - structure: each heading, list item, quotation, code block, table cell and figure by its kind and its first words,
//!   each image by its file, each link by its address and words
//! - per construct, over the pages whose gold has it: the words and signs in it (footnotes, code, maths, callouts,
//!   tables), or its addresses (embeds)
//!
//! The figures are F1, averaged over pages. Each is given twice: for the product, and with the
//! blocks chosen by the gold text ("given blocks"), which shows the losses of rendering alone.
//! `--worst N` lists the pages that differ most from gold, `--differences` lists how their
//! structure differs with given blocks, and `--write DIR` writes each page's output.

mod sample;

use sample::{CONSTRUCTS, Sample, words};
use std::collections::{BTreeMap, HashSet};
use std::io::{BufRead, BufReader, Read};
use unchaff::internals::selection::Selection;
use unchaff::internals::{blocks, classify, clean, features, metadata, select, tree};
use unchaff::url::BaseUrl;
use unchaff::{Options, render};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (mut worst, mut folder, mut differing, mut files) = (0, None, false, Vec::new());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--worst" => worst = arguments.next().ok_or("--worst needs a number")?.parse()?,
            "--differences" => differing = true,
            "--write" => folder = Some(arguments.next().ok_or("--write needs a folder")?),
            _ => files.push(argument),
        }
    }
    for file in files {
        println!("{file}");
        let mut product = Tally::default();
        let mut given = Tally::default();
        for line in lines(&file)? {
            let page = Page::read(&line?)?;
            let ours = page.product();
            if let Some(folder) = &folder {
                let extension = if page.is_html { "html" } else { "md" };
                std::fs::write(format!("{folder}/{}.{extension}", page.id), &ours)?;
            }
            let gold = page.sample(&page.gold);
            product.add(&page.id, &page.sample(&ours), &gold);
            let rendered = page.sample(&page.with_given_blocks(&gold)?);
            given.add(&page.id, &rendered, &gold);
            if differing {
                print_differences(&page.id, &rendered.structure, &gold.structure);
            }
        }
        println!("{:12} {:>5} {:>8} {:>13}", "", "pages", "product", "given blocks");
        for (name, scores) in &product.scores {
            println!("{name:12} {:5} {:8.3} {:13.3}", scores.len(), mean(scores), mean(&given.scores[name]));
        }
        for (what, tally) in [("product", &product), ("given blocks", &given)] {
            for (name, scores) in tally.scores.iter().filter(|_| worst > 0) {
                let mut scores = scores.clone();
                scores.sort_by(|a, b| a.1.total_cmp(&b.1));
                println!("{what}, {name}: worst");
                scores.iter().take(worst).for_each(|(id, f1)| println!("  {f1:.3} {id}"));
            }
        }
    }
    Ok(())
}

/// Prints the entries that only one of two multisets has.
fn print_differences(id: &str, ours: &BTreeMap<String, usize>, gold: &BTreeMap<String, usize>) {
    let only = |a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>, sign: char| {
        for (item, count) in a.iter().filter(|(item, count)| b.get(*item).unwrap_or(&0) < count) {
            println!("{id} {sign} {} {item}", count - b.get(item).unwrap_or(&0));
        }
    };
    only(ours, gold, '+');
    only(gold, ours, '-');
}

fn lines(path: &str) -> Result<impl Iterator<Item = std::io::Result<String>>, Failure> {
    let file = std::fs::File::open(path)?;
    let reader: Box<dyn Read> =
        if path.ends_with(".gz") { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
    Ok(BufReader::new(reader).lines())
}

struct Page {
    id: String,
    source: String,
    url: Option<String>,
    gold: String,
    /// `true` if the gold is HTML, `false` if it is Markdown.
    is_html: bool,
}

impl Page {
    fn read(line: &str) -> Result<Page, Failure> {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let text = |name: &str| record[name].as_str().map(str::to_owned);
        let is_html = record["gold_html"].is_string();
        Ok(Page {
            id: text("id").ok_or("a page without id")?,
            source: text("html").ok_or("a page without html")?,
            url: text("url"),
            gold: text(if is_html { "gold_html" } else { "gold_md" }).ok_or("a page without gold")?,
            is_html,
        })
    }

    fn sample(&self, output: &str) -> Sample {
        if self.is_html { Sample::of_html(output) } else { Sample::of_markdown(output) }
    }

    /// Returns the address of the page. If the corpus does not give it, returns the first host in
    /// the links of the gold that the source does not contain. Relative links of the page then
    /// resolve to that host.
    fn address(&self) -> String {
        let hosts =
            self.gold.split("https://").skip(1).filter_map(|rest| rest.split(['/', ')', '"', ' ', '\n']).next());
        let resolved = || hosts.clone().find(|host| !host.is_empty() && !self.source.contains(*host));
        self.url.clone().unwrap_or_else(|| format!("https://{}/", resolved().unwrap_or("page.example")))
    }

    fn product(&self) -> String {
        match unchaff::clean(self.source.as_str(), &Options::new().url(self.address())) {
            Ok(article) if self.is_html => article.html(),
            Ok(article) => article.markdown(),
            Err(_) => String::new(),
        }
    }

    /// Renders the page from the blocks for which gold has most of the runs of three words.
    fn with_given_blocks(&self, gold: &Sample) -> Result<String, Failure> {
        let tree = tree::parse(&self.source)?;
        let base = BaseUrl::new(Some(&self.address()), None);
        let title = metadata::extract(&tree, &base).title;
        let blocks = blocks::segment(&tree);
        let measured = features::measure(&tree, &blocks, title.as_deref());
        let runs: HashSet<&[String]> = gold.sequence.windows(RUN).collect();
        let single: HashSet<&String> = gold.sequence.iter().collect();
        let words: Vec<Vec<String>> = blocks.list.iter().map(|block| words(&block.text).collect()).collect();
        let is_found = |words: &Vec<String>| {
            let all = words.windows(RUN);
            all.clone().filter(|run| runs.contains(run)).count() * 2 > all.len()
        };
        let found: Vec<bool> = words.iter().map(|words| words.len() > RUN && is_found(words)).collect();
        // A short block or a formula has no run. It counts if it is near a block that was found.
        let is_near = |at: usize| found[at.saturating_sub(NEAR)..].iter().take(2 * NEAR + 1).any(|&found| found);
        let is_code = |at: usize| tree.tag(blocks.list[at].element) == tree::Tag::PRE;
        let is_short = |at: usize| {
            let known = words[at].iter().filter(|word| single.contains(word)).count();
            is_near(at) && (known == words[at].len() || is_code(at) && known * 2 > words[at].len())
        };
        let chosen: Vec<bool> = (0..words.len()).map(|at| found[at] || is_short(at)).collect();
        let predictions = classify::judge_by_rules(&measured);
        let (selection, _): (Selection, _) = select::select(
            &tree,
            &blocks,
            &measured,
            &predictions,
            &chosen,
            select::RuleSet::Article,
            &select::Decided::default(),
        );
        let document = clean::clean(&tree, &selection, &base);
        Ok(if self.is_html { render::html(&document) } else { render::markdown(&document) })
    }
}

/// Number of successive words with which a block of the page is found in the gold text.
const RUN: usize = 3;

/// How many blocks around a block that was found are searched for short ones.
const NEAR: usize = 3;

/// The F1 of each page, for each figure.
#[derive(Default)]
struct Tally {
    scores: BTreeMap<&'static str, Vec<(String, f64)>>,
}

impl Tally {
    fn add(&mut self, id: &str, ours: &Sample, gold: &Sample) {
        let mut push = |name, f1| self.scores.entry(name).or_default().push((id.to_owned(), f1));
        push("text", f1(&ours.words, &gold.words));
        push("structure", f1(&ours.structure, &gold.structure));
        for name in CONSTRUCTS {
            if let Some(gold) = gold.constructs.get(name) {
                let none = BTreeMap::new();
                push(name, f1(ours.constructs.get(name).unwrap_or(&none), gold));
            }
        }
    }
}

fn mean(scores: &[(String, f64)]) -> f64 {
    scores.iter().map(|(_, f1)| f1).sum::<f64>() / scores.len().max(1) as f64
}

/// Returns the harmonic mean of precision and recall of two multisets. Two empty ones agree.
fn f1(ours: &BTreeMap<String, usize>, gold: &BTreeMap<String, usize>) -> f64 {
    let size = |bag: &BTreeMap<String, usize>| bag.values().sum::<usize>();
    let common: usize = gold.iter().map(|(item, count)| ours.get(item).map_or(0, |ours| *count.min(ours))).sum();
    match size(ours) + size(gold) {
        0 => 1.0,
        all => 2.0 * common as f64 / all as f64,
    }
}
