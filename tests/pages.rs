//! Tests the whole pipeline with whole pages.
//!
//! `tests/pages` has one folder for each page. All pages were written for these tests, with the
//! structures that real sites use. Every person, place and site in them is invented.
//!
//! - `source.html` or `source.txt`: the page as bytes, or the text as a reader would paste it
//! - `options.json`, if needed: the page's address and the charset that its server named
//! - `gold.txt`: the article, written by hand: without headline, byline and captions, with
//!   headings, lists, tables, code and quotes. For a forum thread, the posts, each after its
//!   author's name
//! - `gold.json`: the correct title, byline, date, language and direction, and how similar to
//!   `gold.txt` the text must be; or the correct error
//! - `expected.html`, `expected.md`, `expected.json`: the current output of the code, right or
//!   wrong
//!
//! Gold files change only if they were wrong. Expected files change whenever the output changes.
//! `UPDATE=1 cargo test --test pages` rewrites them. Read the difference before you commit it.
//!
//! Each page is a separate test: `cargo test --test pages vi-` runs those in Vietnamese. `cargo
//! test --test pages -- --nocapture` prints the similarity of each page.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, run};
use libtest_mimic::{Arguments, Trial};
use serde::{Deserialize, Serialize};
use similar::TextDiff;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unchaff::language::Direction;
use unchaff::{Article, Error, InputType, Options};

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let prints_measure = arguments.nocapture;
    let example_of = |page: Page| example("pages", &page.name.clone(), move || check(&page, prints_measure));
    let mut examples: Vec<Trial> = pages().into_iter().map(example_of).collect();
    let text_alone_of = |page: Page| example("text-alone", &page.name.clone(), move || check_text_alone(&page));
    examples.extend(pages().into_iter().map(text_alone_of));
    examples.push(example("measure", "f1_counts_words_and_han_characters", || {
        f1_counts_words_and_han_characters();
        Ok(())
    }));
    run(&arguments, examples)
}

/// Compares the results of `to_text` and `to_markdown` with the article. Errors must also be the
/// same, including the page's metadata.
fn check_text_alone(page: &Page) -> Result<(), String> {
    let set: [fn(Options) -> Options; 5] = [
        |options| options,
        |options| options.explain(true).json_ld(true),
        |options| options.whole(true),
        |options| options.beta(4.0).input_type(InputType::Text),
        |options| options.keep(vec![0]).drop(vec![2]),
    ];
    let (source, options) = page.input();
    for set in set {
        let options = set(options.clone());
        let article = unchaff::clean(source.as_slice(), &options);
        let text = article.as_ref().map(|article| article.text.clone()).map_err(Clone::clone);
        let markdown = article.map(|article| article.markdown());
        if unchaff::to_text(source.as_slice(), &options) != text {
            return Err(format!("the text alone is another, with {options:?}"));
        }
        if unchaff::to_markdown(source.as_slice(), &options) != markdown {
            return Err(format!("the Markdown alone is another, with {options:?}"));
        }
    }
    Ok(())
}

/// Compares a page's article with the gold and expected files, or writes the expected files.
fn check(page: &Page, prints_measure: bool) -> Result<(), String> {
    let outcome = page.clean();
    let mut problems = differences_from_gold(page, &outcome, prints_measure);
    let outputs = outputs(&outcome);
    if std::env::var_os("UPDATE").is_some() {
        for (name, output) in outputs {
            write(&page.folder.join(name), output.as_deref());
        }
    } else {
        let differences: String = outputs.iter().map(|(name, output)| difference(page, name, output)).collect();
        if !differences.is_empty() {
            problems.push(format!("{differences}\nIf all of this is right: UPDATE=1 cargo test --test pages"));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// Returns the content of each expected file of a page. `None` if there should be no such file.
fn outputs(outcome: &Result<Article, Error>) -> [(&'static str, Option<String>); 3] {
    let article = outcome.as_ref().ok();
    let json = serde_json::to_string_pretty(&Report::new(outcome)).expect("a report is plain data") + "\n";
    [
        ("expected.html", article.map(Article::html)),
        ("expected.md", article.map(Article::markdown)),
        ("expected.json", Some(json)),
    ]
}

/// Returns the lines in which an output differs from the expected one.
fn difference(page: &Page, name: &str, output: &Option<String>) -> String {
    let expected = fs::read_to_string(page.folder.join(name)).unwrap_or_default();
    let diff = TextDiff::from_lines(&expected, output.as_deref().unwrap_or_default());
    diff.unified_diff().context_radius(1).header(name, "now").to_string()
}

/// Returns the differences between a page's article and gold that are larger than allowed.
fn differences_from_gold(page: &Page, outcome: &Result<Article, Error>, prints_measure: bool) -> Vec<String> {
    let gold = page.gold();
    let mut problems = Vec::new();
    let mut check = |field: &str, actual: Option<&str>, right: &Option<String>| match (
        actual == right.as_deref(),
        gold.exceptions.contains_key(field),
    ) {
        (true, false) | (false, true) => {}
        (true, true) => problems.push(format!("{field} is right now, drop its exception")),
        (false, false) => problems.push(format!("{field} is {actual:?}, not {right:?}")),
    };
    check("error", outcome.as_ref().err().map(Error::code), &gold.error);
    let (Ok(article), None) = (outcome, &gold.error) else { return problems };
    let metadata = &article.metadata;
    check("title", metadata.title.as_deref(), &gold.title);
    check("byline", metadata.byline.as_deref(), &gold.byline);
    check("publishedTime", metadata.published_time.as_deref(), &gold.published_time);
    let second = article.second_article.as_ref().map(|second| second.title.as_str());
    check("secondArticle", second, &gold.second_article);
    check("lang", metadata.language.as_deref(), &gold.lang);
    check("dir", metadata.direction.map(direction_name), &gold.dir);
    let text = fs::read_to_string(page.folder.join("gold.txt")).expect("gold.txt");
    let f1 = bag_f1(&article.text, &text);
    if prints_measure {
        println!("{f1:.3}  {}", page.name);
    }
    if f1 < gold.floor {
        problems.push(format!("F1 is {f1:.3}, the floor {}", gold.floor));
    }
    problems
}

/// A folder of `tests/pages`.
struct Page {
    name: String,
    folder: PathBuf,
}

/// Returns all pages, by name.
fn pages() -> Vec<Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<Page> = fs::read_dir(root)
        .expect("tests/pages")
        .map(|entry| entry.expect("an entry of tests/pages"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| Page { name: entry.file_name().to_string_lossy().into_owned(), folder: entry.path() })
        .collect();
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    pages
}

impl Page {
    fn clean(&self) -> Result<Article, Error> {
        let (source, options) = self.input();
        unchaff::clean(source.as_slice(), &options)
    }

    fn input(&self) -> (Vec<u8>, Options) {
        let source = ["source.html", "source.txt"].iter().find_map(|name| fs::read(self.folder.join(name)).ok());
        let source = source.unwrap_or_else(|| panic!("{} has neither source.html nor source.txt", self.name));
        let given: PageOptions = match fs::read(self.folder.join("options.json")) {
            Ok(json) => serde_json::from_slice(&json).unwrap_or_else(|e| panic!("{}/options.json: {e}", self.name)),
            Err(_) => PageOptions::default(),
        };
        let mut options = Options::new();
        if let Some(url) = given.url {
            options = options.url(url);
        }
        if let Some(charset) = given.charset {
            options = options.charset(charset);
        }
        (source, options)
    }

    fn gold(&self) -> Gold {
        let json = fs::read(self.folder.join("gold.json")).unwrap_or_else(|e| panic!("{}/gold.json: {e}", self.name));
        serde_json::from_slice(&json).unwrap_or_else(|e| panic!("{}/gold.json: {e}", self.name))
    }
}

/// The content of `options.json`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct PageOptions {
    url: Option<String>,
    charset: Option<String>,
}

/// The content of `gold.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Gold {
    /// The code of the error that the page must result in. If it is given, nothing else is checked.
    error: Option<String>,
    title: Option<String>,
    byline: Option<String>,
    published_time: Option<String>,
    /// The title of a second article that must be left out and reported.
    second_article: Option<String>,
    lang: Option<String>,
    dir: Option<String>,
    /// The smallest allowed token F1 of the text compared with `gold.txt`.
    #[serde(default)]
    floor: f64,
    /// Fields that the code is known to get wrong, each with the reason.
    #[serde(default)]
    exceptions: BTreeMap<String, String>,
}

/// The content of `expected.json`: the whole answer except its content. Probabilities are left out,
/// because they change with every model.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Report {
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'static str>,
    #[serde(flatten)]
    article: Option<ArticleReport>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleReport {
    r#type: &'static str,
    title: Option<String>,
    byline: Option<String>,
    dir: Option<&'static str>,
    lang: Option<String>,
    excerpt: Option<String>,
    site_name: Option<String>,
    published_time: Option<String>,
    modified_time: Option<String>,
    image: Option<String>,
    url: Option<String>,
    word_count: usize,
    reading_time: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    second_article: Option<String>,
    summary: Vec<String>,
    keywords: Vec<String>,
    blocks: Vec<String>,
}

impl Report {
    fn new(outcome: &Result<Article, Error>) -> Report {
        match outcome {
            Ok(article) => Report { article: Some(ArticleReport::new(article)), ..Report::default() },
            Err(error) => Report { error: Some(error.code()), ..Report::default() },
        }
    }
}

impl ArticleReport {
    fn new(article: &Article) -> ArticleReport {
        let metadata = &article.metadata;
        ArticleReport {
            r#type: if article.input_type == InputType::Text { "text" } else { "html" },
            title: metadata.title.clone(),
            byline: metadata.byline.clone(),
            dir: metadata.direction.map(direction_name),
            lang: metadata.language.clone(),
            excerpt: metadata.excerpt.clone(),
            site_name: metadata.site_name.clone(),
            published_time: metadata.published_time.clone(),
            modified_time: metadata.modified_time.clone(),
            image: metadata.image.as_ref().map(|image| image.url.as_str().to_owned()),
            url: metadata.url.as_ref().map(|url| url.as_str().to_owned()),
            word_count: article.word_count,
            reading_time: article.reading_minutes,
            second_article: article.second_article.as_ref().map(|second| second.title.clone()),
            summary: article.summary.iter().map(|sentence| sentence.text.clone()).collect(),
            keywords: article.keywords.clone(),
            blocks: article
                .blocks
                .iter()
                .map(|block| {
                    let start: String = block.text.chars().take(60).collect();
                    format!("{} {:<14} {start}", if block.kept { "+" } else { "-" }, block.reason.as_str())
                })
                .collect(),
        }
    }
}

fn direction_name(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

/// Writes an expected file, or removes it if there is no expected output.
fn write(file: &Path, content: Option<&str>) {
    match content {
        Some(content) => fs::write(file, content).unwrap_or_else(|e| panic!("{}: {e}", file.display())),
        None if file.exists() => fs::remove_file(file).unwrap_or_else(|e| panic!("{}: {e}", file.display())),
        None => {}
    }
}

/// Returns the token F1 of a text compared with gold. It is the harmonic mean of two shares: of the
/// text's tokens that are in gold, and of gold's tokens that are in the text. The order is ignored.
/// This is the measure of the Web Content Extraction Benchmark (WCXB).
fn bag_f1(text: &str, gold: &str) -> f64 {
    let (text, gold) = (count(tokens(text)), count(tokens(gold)));
    let common: usize = gold.iter().map(|(token, n)| n.min(text.get(token).unwrap_or(&0))).sum();
    let all: usize = text.values().chain(gold.values()).sum();
    if all == 0 { 1.0 } else { 2.0 * common as f64 / all as f64 }
}

fn count(tokens: Vec<String>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for token in tokens {
        *counts.entry(token).or_default() += 1;
    }
    counts
}

/// Returns the words in lower case. In scripts without spaces, each character is a word.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        let unspaced = is_unspaced(c);
        if !unspaced && (c.is_alphanumeric() || c == '_') {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            tokens.push(std::mem::take(&mut word));
        }
        if unspaced {
            tokens.push(c.to_string());
        }
    }
    tokens
}

/// Returns `true` if the character is Thai, Lao, Burmese, Khmer, kana or Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

fn f1_counts_words_and_han_characters() {
    assert_eq!(tokens("Mưa đêm, 2 giờ. 下雨"), ["mưa", "đêm", "2", "giờ", "下", "雨"]);
    assert_eq!(bag_f1("a b c d", "a b e f"), 0.5);
    assert_eq!(bag_f1("a a a", "a"), 0.5);
    assert_eq!(bag_f1("", "a"), 0.0);
}
