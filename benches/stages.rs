//! Measures how long pages take as native code, and how long each stage takes.
//!
//! ```text
//! cargo bench --features bench --bench stages -- [--every N] [--runs N] [CORPUS.jsonl.gz…]
//! cargo bench --features bench --bench stages -- --answer
//! cargo bench --features bench --bench stages -- --once FILE
//! ```
//!
//! A corpus has one JSON object per line with the page's `html`. Without a corpus, the pages of
//! tests/pages are used. The fastest run of each page counts. With `--answer`, pages are read from
//! standard input, one JSON string per line, and the milliseconds of each page are printed at once.
//! This allows a page-by-page comparison with a program in another language. With `--once`, a file
//! is cleaned twice, the second time by [`counted`], for a program that counts instructions.

use std::io::{BufRead, BufReader, Read, Write};
use std::sync::LazyLock;
use std::time::Instant;
use unchaff::internals::lex_alone;
use unchaff::internals::stage::{self, Stage};
use unchaff::{InputType, Options};

type Failure = Box<dyn std::error::Error>;

/// The times of one page in milliseconds.
struct Times {
    characters: usize,
    whole: f64,
    stages: [f64; Stage::ALL.len()],
    /// The time for the text alone.
    text: f64,
    text_stages: [f64; Stage::ALL.len()],
    /// The time for the Markdown alone.
    markdown: f64,
    lexing: f64,
}

/// Returns the milliseconds since the first call.
fn clock() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed().as_secs_f64() * 1000.0
}

fn main() -> Result<(), Failure> {
    stage::set_clock(clock);
    let (mut every, mut runs, mut answers, mut corpora) = (1, 3, false, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || -> Result<usize, Failure> { Ok(arguments.next().ok_or("a number is missing")?.parse()?) };
        match argument.as_str() {
            "--every" => every = number()?,
            "--runs" => runs = number()?,
            "--answer" => answers = true,
            "--once" => return counted_once(&arguments.next().ok_or("a file is missing")?),
            // An argument that cargo adds.
            "--bench" => {}
            _ => corpora.push(argument),
        }
    }
    if answers {
        return answer();
    }
    let pages = if corpora.is_empty() { own_pages()? } else { pages_of(&corpora, every)? };
    let times: Vec<Times> =
        pages.iter().map(|page| (0..runs).map(|_| measure(page)).reduce(quicker).expect("a run")).collect();
    report(&times);
    Ok(())
}

fn answer() -> Result<(), Failure> {
    for line in std::io::stdin().lines() {
        let page: String = serde_json::from_str(&line?)?;
        println!("{}", measure(&page).whole);
        std::io::stdout().flush()?;
    }
    Ok(())
}

fn counted_once(path: &str) -> Result<(), Failure> {
    let page = std::fs::read(path)?;
    // The first call makes everything that is made only once for all pages.
    std::hint::black_box(unchaff::clean(page.as_slice(), &Options::new()).is_ok());
    eprintln!("{}", counted(&page));
    Ok(())
}

/// Cleans a page like a caller, and returns the length of the whole result.
#[inline(never)]
fn counted(page: &[u8]) -> usize {
    let article = unchaff::clean(page, &Options::new());
    article.map_or(0, |article| article.text.len() + article.html().len() + article.markdown().len())
}

fn measure(html: &str) -> Times {
    let options = Options::new().input_type(InputType::Html);
    stage::take();
    let start = stage::now();
    // The page is passed as bytes, as from a server, and everything that a caller can request is
    // made.
    if let Ok(article) = unchaff::clean(html.as_bytes(), &options) {
        std::hint::black_box((article.html(), article.markdown(), article.links()));
    }
    let whole = stage::now() - start;
    let stages = stage::take();
    let start = stage::now();
    std::hint::black_box(unchaff::to_text(html.as_bytes(), &options).is_ok());
    let text = stage::now() - start;
    let text_stages = stage::take();
    let start = stage::now();
    std::hint::black_box(unchaff::to_markdown(html.as_bytes(), &options).is_ok());
    let markdown = stage::now() - start;
    let start = stage::now();
    std::hint::black_box(lex_alone(html));
    let lexing = stage::now() - start;
    Times { characters: html.chars().count(), whole, stages, text, text_stages, markdown, lexing }
}

fn quicker(a: Times, b: Times) -> Times {
    let (markdown, lexing) = (a.markdown.min(b.markdown), a.lexing.min(b.lexing));
    let (whole, stages) = if a.whole <= b.whole { (a.whole, a.stages) } else { (b.whole, b.stages) };
    let (text, text_stages) = if a.text <= b.text { (a.text, a.text_stages) } else { (b.text, b.text_stages) };
    Times { characters: a.characters, whole, stages, text, text_stages, markdown, lexing }
}

fn report(times: &[Times]) {
    let sum = |of: &dyn Fn(&Times) -> f64| times.iter().map(of).sum::<f64>();
    let line = |name: &str, of: &dyn Fn(&Times) -> f64| {
        let mut sorted: Vec<f64> = times.iter().map(of).collect();
        sorted.sort_by(f64::total_cmp);
        let at = |share: f64| sorted[((sorted.len() - 1) as f64 * share) as usize];
        let total = sum(of);
        println!(
            "{name:14}{:10.3}{:10.3}{:10.1}{:9.1} %{:10.1}",
            at(0.5),
            at(0.95),
            total,
            100.0 * total / sum(&|t| t.whole),
            sum(&|t| t.characters as f64) / total / 1000.0,
        );
    };
    println!("{} pages, {:.1} M characters", times.len(), sum(&|t| t.characters as f64) / 1e6);
    println!("{:14}{:>10}{:>10}{:>10}{:>11}{:>10}", "", "median", "95th", "total", "share", "M chars/s");
    line("whole", &|t| t.whole);
    for (at, stage) in Stage::ALL.iter().enumerate() {
        line(&format!("  {stage:?}"), &|t| t.stages[at]);
    }
    line("  (others)", &|t| t.whole - t.stages.iter().sum::<f64>());
    line("text alone", &|t| t.text);
    for (at, stage) in Stage::ALL.iter().enumerate() {
        line(&format!("  {stage:?}"), &|t| t.text_stages[at]);
    }
    line("Markdown alone", &|t| t.markdown);
    line("lol_html alone", &|t| t.lexing);
}

fn pages_of(corpora: &[String], every: usize) -> Result<Vec<String>, Failure> {
    let mut pages = Vec::new();
    for path in corpora {
        let file = std::fs::File::open(path).map_err(|error| format!("{path}: {error}"))?;
        let reader: Box<dyn Read> =
            if path.ends_with(".gz") { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
        for line in BufReader::new(reader).lines().step_by(every) {
            let page: serde_json::Value = serde_json::from_str(&line?)?;
            pages.extend(page["html"].as_str().map(str::to_owned));
        }
    }
    Ok(pages)
}

fn own_pages() -> Result<Vec<String>, Failure> {
    let mut paths: Vec<_> =
        std::fs::read_dir("tests/pages")?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.sort();
    let html = paths.into_iter().map(|path| path.join("source.html")).filter(|path| path.exists());
    Ok(html
        .map(std::fs::read)
        .collect::<Result<Vec<_>, _>>()?
        .iter()
        .map(|b| String::from_utf8_lossy(b).into_owned())
        .collect())
}
