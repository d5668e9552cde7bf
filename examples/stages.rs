//! Prints the result of each stage of the pipeline for a page.
//!
//! ```text
//! cargo run --example stages
//! cargo run --example stages -- page.html
//! ```
//!
//! The special steps for comments, further articles and very short pages are left out, so the
//! result for such a page may differ from its article. Without a file, the page is
//! `examples/stages.html`. docs/how-it-works.md shows the output for that page, and
//! tests/how_it_works.rs compares the two.

use std::error::Error;
use std::fmt::Write;
use unchaff::internals::classify::{self, model::Model, page_type::PageType, threshold};
use unchaff::internals::select::{self, Decided, RuleSet};
use unchaff::internals::tree::{NodeId, Step, Tag, Tree};
use unchaff::internals::{blocks, clean, decode, features, metadata, tree};
use unchaff::url::BaseUrl;
use unchaff::{Options, render};

/// The address of the page.
const ADDRESS: &str = "https://news.example/ferry";

/// How many characters of a text are shown. For blocks of the document, it is [`WIDE`].
const SHORT: usize = 44;
const WIDE: usize = 110;

#[allow(dead_code, reason = "the test that includes this file calls `stages`")]
fn main() -> Result<(), Box<dyn Error>> {
    let page = match std::env::args().nth(1) {
        Some(path) => std::fs::read(path)?,
        None => include_bytes!("stages.html").to_vec(),
    };
    for (stage, values) in stages(&page)? {
        println!("== {stage}\n\n{values}");
    }
    Ok(())
}

/// Returns the name of each stage and its results.
pub fn stages(page: &[u8]) -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let mut shown = Vec::new();

    let source = decode::decode(page, None)?;
    shown.push(("Decode", format!("{} bytes are {} characters\n", page.len(), source.chars().count())));

    let tree = tree::parse(&source)?;
    shown.push(("Tokenize, tree", show_tree(&tree)));

    let base = BaseUrl::new(Some(ADDRESS), None);
    let metadata = metadata::extract(&tree, &base);
    let mut values = String::new();
    for (name, field, value) in [
        ("title", "title", &metadata.title),
        ("byline", "byline", &metadata.byline),
        ("published", "publishedTime", &metadata.published_time),
        ("site", "siteName", &metadata.site_name),
    ] {
        let source = metadata.sources.get(field).map(|source| format!("(from {source})")).unwrap_or_default();
        writeln!(values, "{name:<10} {:<22} {source}", value.as_deref().unwrap_or("none"))?;
    }
    shown.push(("Metadata", values));

    let blocks = blocks::segment(&tree);
    let mut values = String::new();
    for (number, block) in blocks.list.iter().enumerate() {
        writeln!(
            values,
            "{number:>2} <{:<6} {}",
            format!("{}>", tree.name(block.element)),
            shortened(&block.text, SHORT)
        )?;
    }
    shown.push(("Blocks", values));

    let measured = features::measure(&tree, &blocks, metadata.title.as_deref());
    let table = features::table(&tree, &blocks, &measured, metadata.title.as_deref(), metadata.description.as_deref());
    let mut values = String::new();
    for (number, block) in measured.blocks.iter().enumerate() {
        let boilerplate = block.boilerplate.map(|kind| format!("{kind:?}")).unwrap_or_default();
        let prose = if block.prose { "prose" } else { "" };
        let kind = format!("{:?}", block.kind);
        let region = format!("{:?}", block.region);
        let line = format!(
            "{number:>2} {:>2} words  {:>3.0} % in links  {kind:<10} {prose:<5}  {region:<7}  {boilerplate}",
            block.words,
            100.0 * block.link_share
        );
        writeln!(values, "{}", line.trim_end())?;
    }
    writeln!(values, "and {} numbers for each block, such as {}", table.names().len(), names(&table))?;
    shown.push(("Features", values));

    let (predictions, (page_type, confidence)) = classify::judge(Model::bundled(), &table, &blocks, &measured);
    let mut values = String::new();
    for (number, prediction) in predictions.iter().enumerate() {
        let (in_favour, against) = (prediction.in_favour.as_str(), prediction.against.as_str());
        writeln!(values, "{number:>2} {:.2}  if kept: {in_favour:<10}  if not: {against}", prediction.probability)?;
    }
    writeln!(values, "the page is of the type {}: {confidence:.2}", page_type.as_str())?;
    shown.push(("Classify", values));

    let probabilities: Vec<f32> = predictions.iter().map(|prediction| prediction.probability).collect();
    let chosen = threshold::choose(&measured, &probabilities, 1.0);
    let rules = if page_type == PageType::Forum { RuleSet::Thread } else { RuleSet::Article };
    let (selection, verdicts) =
        select::select(&tree, &blocks, &measured, &predictions, &chosen, rules, &Decided::default());
    let mut values = String::new();
    for (number, (block, verdict)) in blocks.list.iter().zip(&verdicts).enumerate() {
        let cut = if chosen[number] { '+' } else { '-' };
        let kept = if verdict.kept { '+' } else { '-' };
        let reason = verdict.reason.as_str();
        writeln!(values, "{number:>2} cut {cut}  rules {kept}  {reason:<10}  {}", shortened(&block.text, SHORT))?;
    }
    shown.push(("Select", values));

    let document = clean::clean(&tree, &selection, &base);
    let mut values = String::new();
    for block in &document.blocks {
        writeln!(values, "{}", shortened(&format!("{block:?}"), WIDE))?;
    }
    shown.push(("Clean", values));

    shown.push(("Render", format!("{}\n{}", render::html(&document), render::markdown(&document))));

    let article = unchaff::clean(page, &Options::new().url(ADDRESS))?;
    let sentences: Vec<&str> = article.summary.iter().map(|sentence| sentence.text.as_str()).collect();
    shown.push(("Summary, keywords", format!("{}\n{}\n", sentences.join("\n"), article.keywords.join(", "))));
    Ok(shown)
}

/// Returns the elements of the body with their attributes and texts.
fn show_tree(tree: &Tree) -> String {
    let (mut depth, mut lines) = (0, String::new());
    for step in tree.walk(tree.body()) {
        match step {
            Step::Enter(id) if tree.tag(id) == Tag::TEXT => {
                if !tree.text(id).trim().is_empty() {
                    lines.push_str(&format!("{}{:?}\n", "  ".repeat(depth), shortened(tree.text(id), SHORT)));
                }
            }
            Step::Enter(id) => {
                lines.push_str(&format!("{}{}\n", "  ".repeat(depth), start_tag(tree, id)));
                depth += 1;
            }
            Step::Leave(id) if tree.tag(id) != Tag::TEXT => depth -= 1,
            Step::Leave(_) => {}
        }
    }
    lines
}

fn start_tag(tree: &Tree, id: NodeId) -> String {
    let attributes: String = tree.attrs(id).map(|(name, value)| format!(" {name}={value:?}")).collect();
    format!("<{}{attributes}>", tree.name(id))
}

/// Returns three names of the classifier's features, from the start, the middle and the end.
fn names(table: &features::FeatureTable) -> String {
    let names = table.names();
    [0, names.len() / 2, names.len() - 1].map(|column| format!("`{}`", names[column])).join(", ")
}

/// Returns the first characters of a text with white space collapsed, and an ellipsis if the text
/// is longer.
fn shortened(text: &str, characters: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
