//! Tests boilerplate, and content that looks like boilerplate, one kind at a time.
//!
//! `tests/boilerplate` has a folder for each kind (`newsletters`, `pull-quotes`, …), with a page
//! for each language: `vi.html` and its data in `vi.json`. All pages were written for these tests,
//! with the structures that real sites use. Every person, place and site in them is invented. The
//! data lists the snippets that belong to the page's article and those that do not, see
//! [`Expectations`]. Not everything of a kind is boilerplate: the comments of a forum are its
//! content, an infobox is a table of the article, and a review has product cards in its text.
//!
//! The data lists the code's mistakes under `known`. A page fails if a snippet is wrong that is not
//! in this list, and if a snippet in the list is right. `UPDATE=1 cargo test --test boilerplate`
//! rewrites these lists. Read the difference before you commit it.
//!
//! Each page is a separate test: `cargo test --test boilerplate captions::` runs those for
//! captions. `cargo test --test boilerplate -- --nocapture` prints the number of mistakes of each
//! kind and what the code did.

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

/// The data of a page. Snippets are compared with white space collapsed. The page must contain each
/// snippet exactly once, except those in `once`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Expectations {
    /// Snippets that must be in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    kept: Vec<String>,
    /// Snippets that must be neither in the text nor in a caption.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    dropped: Vec<String>,
    /// Snippets that are in the page more than once, and must be in the text once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    once: Vec<String>,
    /// Snippets that must be in the document but not in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    captions: Vec<String>,
    /// The author, if the page tests this.
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<String>,
    /// The time of publication, if the page tests this.
    #[serde(skip_serializing_if = "Option::is_none")]
    published_time: Option<String>,
    /// The current mistakes: the snippet or the name of the field, with the result and the code's
    /// reason.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    known: BTreeMap<String, String>,
}

/// For each kind, the number of wrong snippets and the number of all snippets.
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

/// Returns the snippets of a page that are wrong but not known, and the known ones that are right.
/// With `UPDATE`, writes the list of known ones.
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

/// A snippet that the current code does not treat as the page's data says.
struct Wrong {
    /// The snippet, or the name of the field.
    what: String,
    /// The reason, in words that do not change when the model is trained again.
    why: String,
    /// The predictions for the blocks that contain the snippet.
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
    /// The name of the page's folder.
    kind: String,
    language: String,
    /// The HTML file of the page. The data is in the same folder.
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

/// Returns the words of our own HTML, including captions, without tags and with character
/// references decoded.
fn words(html: &str) -> String {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    htmlize::unescape(texts.collect::<String>()).into_owned()
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
