//! Boilerplate and what is mistaken for it, kind by kind.
//!
//! `tests/boilerplate` holds a folder a kind (`newsletters`, `pull-quotes`, …), and in it a page a language:
//! `vi.html` with `vi.json` beside it. All of them were written for these tests, in the structures that real sites
//! use; every person, place and site in them is invented. The data says which snippets of the page belong to its
//! article and which do not, see [`Expectations`]. Not all of a kind is boilerplate: a forum's comments are its
//! content, an infobox is a table of the article, and a review has its product cards in its text.
//!
//! What the code gets wrong is listed in the data under `known`, and the list is always true: a page fails when a
//! snippet goes wrong that is not known to, and when a known one is right. `UPDATE=1 cargo test --test boilerplate`
//! rewrites these lists; the difference is to be read before it is committed.
//!
//! Each page is a test of its own: `cargo test --test boilerplate captions::` runs those of captions.
//! `cargo test --test boilerplate -- --nocapture` counts what goes wrong by kind and says what the code made of it.

#[path = "support/examples.rs"]
mod examples;

use examples::{example, group, run};
use libtest_mimic::Arguments;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use unchaff::{Article, Options};

/// A page's data. Snippets are compared with all white space collapsed; except for those of `once`, the page says each
/// of them a single time.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Expectations {
    /// Stand in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    kept: Vec<String>,
    /// Stand neither in the text nor in a caption.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dropped: Vec<String>,
    /// Stand in the page more than once, in the text once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    once: Vec<String>,
    /// Stand in the document, not in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    captions: Vec<String>,
    /// Who wrote it, where the page is about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<String>,
    /// When it was published, where the page is about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    published_time: Option<String>,
    /// What goes wrong today: the snippet, or the field's name, with what was made of it and the code's reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    known: BTreeMap<String, String>,
}

/// Snippets that go wrong, and all of them, by kind.
static COUNTS: Mutex<BTreeMap<String, (usize, usize)>> = Mutex::new(BTreeMap::new());

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let prints = arguments.nocapture;
    let example_of = |page: Page| example(page.kind.clone(), &page.language.clone(), move || check(&page, prints));
    let code = run(&arguments, pages().into_iter().map(example_of).collect());
    if prints {
        for (kind, (wrong, all)) in COUNTS.lock().expect("no test panics here").iter() {
            println!("{wrong:>3} of {all:>3} wrong  {kind}");
        }
    }
    code
}

/// Returns which snippets of a page go wrong that are not known to, and which known ones are right; or writes which are known.
fn check(page: &Page, prints: bool) -> Result<(), String> {
    let mut expected = page.expectations();
    let wrong = page.wrong(&expected);
    if prints {
        let mut counts = COUNTS.lock().expect("no test panics here");
        let counts = counts.entry(page.kind.clone()).or_default();
        *counts = (counts.0 + wrong.len(), counts.1 + expected.checks());
        for Wrong { what, why, predictions } in &wrong {
            println!("{}/{}: {what:?} {why} {predictions}", page.kind, page.language);
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        expected.known = wrong.into_iter().map(|wrong| (wrong.what, wrong.why)).collect();
        page.write(&expected);
        return Ok(());
    }
    let is_known = |wrong: &&Wrong| expected.known.contains_key(&wrong.what);
    let is_right = |known: &&String| wrong.iter().all(|wrong| wrong.what != **known);
    let unknown = wrong.iter().filter(|wrong| !is_known(wrong)).map(|wrong| format!("{:?} {}", wrong.what, wrong.why));
    let right =
        expected.known.keys().filter(is_right).map(|known| format!("{known:?} is right now, drop it from `known`"));
    let problems: Vec<String> = unknown.chain(right).collect();
    if problems.is_empty() {
        return Ok(());
    }
    Err(format!("{}\nIf this is as good: UPDATE=1 cargo test --test boilerplate", problems.join("\n")))
}

/// A snippet that today's code does not treat as the page's data says.
struct Wrong {
    /// The snippet, or the field's name.
    what: String,
    /// In words that last longer than a model.
    why: String,
    /// What was thought of the blocks it stands in.
    predictions: String,
}

impl Expectations {
    fn checks(&self) -> usize {
        let snippets = self.kept.len() + self.dropped.len() + self.once.len() + self.captions.len();
        snippets + usize::from(self.byline.is_some()) + usize::from(self.published_time.is_some())
    }
}

/// A page of `tests/boilerplate`.
struct Page {
    /// The name of its folder.
    kind: String,
    language: String,
    /// Its HTML file; the data lies beside it.
    html: PathBuf,
}

/// Returns all pages.
fn pages() -> Vec<Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/boilerplate");
    let page = |kind: &Path, html: PathBuf| Page { kind: group(kind), language: group(&html), html };
    let pages_of = |kind: PathBuf| {
        let files = entries(&kind).filter(|file| file.extension().is_some_and(|extension| extension == "html"));
        files.map(|html| page(&kind, html)).collect::<Vec<_>>()
    };
    entries(&root).flat_map(pages_of).collect()
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries.map(|entry| entry.expect("an entry of tests/boilerplate").path())
}

impl Page {
    fn expectations(&self) -> Expectations {
        let json =
            fs::read(self.html.with_extension("json")).unwrap_or_else(|e| panic!("{}: {e}", self.html.display()));
        serde_json::from_slice(&json).unwrap_or_else(|e| panic!("{}: {e}", self.html.display()))
    }

    fn write(&self, expected: &Expectations) {
        let json = serde_json::to_string_pretty(expected).expect("expectations are plain data") + "\n";
        fs::write(self.html.with_extension("json"), json).unwrap_or_else(|e| panic!("{}: {e}", self.html.display()));
    }

    fn wrong(&self, expected: &Expectations) -> Vec<Wrong> {
        let source = fs::read_to_string(&self.html).unwrap_or_else(|e| panic!("{}: {e}", self.html.display()));
        let page = collapse(&source);
        let article = unchaff::clean(source.as_str(), &Options::new());
        let article = article.unwrap_or_else(|e| panic!("{}: {e}", self.html.display()));
        let (text, content) = (collapse(&article.text), collapse(&words(&article.html())));
        let mut wrong = Vec::new();
        let mut check = |what: &String, why: Option<&str>| {
            let copies = page.matches(what.as_str()).count();
            let right = if expected.once.contains(what) { copies > 1 } else { copies == 1 };
            assert!(right, "the page says {what:?} {copies} times");
            if let Some(why) = why {
                wrong.push(Wrong::new(&article, what, why));
            }
        };
        for snippet in &expected.kept {
            check(snippet, (!text.contains(snippet)).then_some("is dropped"));
        }
        for snippet in &expected.dropped {
            check(snippet, content.contains(snippet).then_some("is kept"));
        }
        for snippet in &expected.once {
            let said = text.matches(snippet.as_str()).count();
            check(snippet, (said == 0).then_some("is dropped").or((said > 1).then_some("is kept twice")));
        }
        for snippet in &expected.captions {
            let lost = (!content.contains(snippet)).then_some("is dropped");
            check(snippet, lost.or(text.contains(snippet).then_some("is in the text")));
        }
        let metadata = &article.metadata;
        let fields = [
            ("byline", &expected.byline, &metadata.byline),
            ("publishedTime", &expected.published_time, &metadata.published_time),
        ];
        for (name, right, actual) in fields.into_iter().filter(|(_, right, actual)| right.is_some() && right != actual)
        {
            let why = format!("is {actual:?}, not {right:?}");
            wrong.push(Wrong { what: name.to_owned(), why, predictions: String::new() });
        }
        wrong
    }
}

impl Wrong {
    fn new(article: &Article, snippet: &str, why: &str) -> Wrong {
        let blocks = || article.blocks.iter().filter(|block| collapse(&block.text).contains(snippet));
        let predictions = blocks()
            .map(|b| format!("{}{} {:.2}", if b.kept { '+' } else { '-' }, b.reason.as_str(), b.probability))
            .collect::<Vec<_>>()
            .join(", ");
        let mut reasons: Vec<&str> = blocks().map(|block| block.reason.as_str()).collect();
        reasons.dedup();
        let why = if reasons.is_empty() { why.to_owned() } else { format!("{why}, as {}", reasons.join(" and ")) };
        Wrong { what: snippet.to_owned(), why, predictions }
    }
}

/// The words of our own HTML, captions with them: tags left out, character references read.
fn words(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    htmlize::unescape(texts.collect::<String>()).into_owned()
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
