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
//! `cargo test --test boilerplate -- --nocapture` counts what goes wrong by kind and says what was thought of it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
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

#[test]
fn only_known_snippets_go_wrong() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut failures = Vec::new();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for page in pages() {
        let mut expected = page.expectations();
        let wrong = page.wrong(&expected);
        for Wrong { what, why, predictions } in &wrong {
            println!("{}: {what:?} {why} {predictions}", page.name);
        }
        let counts = kinds.entry(page.kind()).or_default();
        *counts = (counts.0 + wrong.len(), counts.1 + expected.checks());
        if update {
            expected.known = wrong.into_iter().map(|w| (w.what, w.why)).collect();
            page.write(&expected);
            continue;
        }
        for Wrong { what, why, .. } in wrong.iter().filter(|w| !expected.known.contains_key(&w.what)) {
            failures.push(format!("{}: {what:?} {why}", page.name));
        }
        for right in expected.known.keys().filter(|&known| wrong.iter().all(|w| w.what != *known)) {
            failures.push(format!("{}: {right:?} is right now, drop it from `known`", page.name));
        }
    }
    for (kind, (wrong, all)) in kinds {
        println!("{wrong:>3} of {all:>3} wrong  {kind}");
    }
    assert!(
        failures.is_empty(),
        "\n{}\nIf this is as good: UPDATE=1 cargo test --test boilerplate",
        failures.join("\n")
    );
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
    /// `KIND/LANG`.
    name: String,
    /// Its HTML file; the data lies beside it.
    html: PathBuf,
}

/// All pages, by name.
fn pages() -> Vec<Page> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/boilerplate");
    let mut pages: Vec<Page> = entries(&root)
        .flat_map(|kind| {
            entries(&kind).filter(|file| file.extension().is_some_and(|e| e == "html")).collect::<Vec<_>>()
        })
        .map(|html| {
            let name = html.strip_prefix(&root).expect("a page below the root").with_extension("");
            Page { name: name.to_string_lossy().into_owned(), html }
        })
        .collect();
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    pages
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries.map(|entry| entry.expect("an entry of tests/boilerplate").path())
}

impl Page {
    fn kind(&self) -> String {
        self.name.split(['/', '\\']).next().unwrap_or_default().to_owned()
    }

    fn expectations(&self) -> Expectations {
        let json = fs::read(self.html.with_extension("json")).unwrap_or_else(|e| panic!("{}.json: {e}", self.name));
        serde_json::from_slice(&json).unwrap_or_else(|e| panic!("{}.json: {e}", self.name))
    }

    fn write(&self, expected: &Expectations) {
        let json = serde_json::to_string_pretty(expected).expect("expectations are plain data") + "\n";
        fs::write(self.html.with_extension("json"), json).unwrap_or_else(|e| panic!("{}.json: {e}", self.name));
    }

    fn wrong(&self, expected: &Expectations) -> Vec<Wrong> {
        let source = fs::read_to_string(&self.html).unwrap_or_else(|e| panic!("{}.html: {e}", self.name));
        let page = collapse(&source);
        let article = unchaff::clean(source.as_str(), &Options::new());
        let article = article.unwrap_or_else(|e| panic!("{}: {e}", self.name));
        let (text, content) = (collapse(&article.text), collapse(&words(&article.html())));
        let mut wrong = Vec::new();
        let mut check = |what: &String, why: Option<&str>| {
            let copies = page.matches(what.as_str()).count();
            let right = if expected.once.contains(what) { copies > 1 } else { copies == 1 };
            assert!(right, "{}.html says {what:?} {copies} times", self.name);
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
