//! What training needs of the product: the numbers that it sees of a page, and what it makes of a model.
//!
//! ```text
//! cargo run --release -p unchaff-train -- features OUT corpus.jsonl.gz…
//! cargo run --release -p unchaff-train -- answers MODEL.bin corpus.jsonl.gz --ids FILE
//! cargo run --release -p unchaff-train -- sentences | summarize
//! ```
//!
//! `features` writes two files a corpus: `OUT/<corpus>.f32`, the features of all blocks of all pages, row by row,
//! little-endian; and `OUT/<corpus>.blocks.ndjson`, one page a line, with its blocks' texts in the same order. The
//! features' names go to `OUT/names.json`.
//! `answers` cleans the pages whose ids stand in FILE, one a line, and prints the answers, one JSON object a
//! line. `sentences` and `summarize` read requests for summaries and answer each with the features of its sentences, or
//! with its summary. All run the product's own stages: what is trained on is what is shipped.

mod corpus;
mod summaries;

use corpus::Page;
use serde_json::json;
use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use unchaff::blocks::Blocks;
use unchaff::classify::{self, cut, model::Model};
use unchaff::features::lines::{self, Lines};
use unchaff::features::{Measured, Table};
use unchaff::metadata::Metadata;
use unchaff::tree::{Tag, Tree};
use unchaff::url::BaseUrl;

const USAGE: &str = "usage: unchaff-train features OUT CORPUS…
       unchaff-train answers MODEL CORPUS --ids FILE
       unchaff-train sentences | summarize";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["features", out, ref corpora @ ..] => {
            corpora.iter().try_for_each(|corpus| features(Path::new(out), Path::new(corpus)))
        }
        ["answers", model, corpus, "--ids", ids] => answers(Path::new(model), Path::new(corpus), Path::new(ids)),
        ["sentences"] => summaries::answer(summaries::sentences),
        ["summarize"] => summaries::answer(summaries::summarize),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A page as far as the product goes before it judges the blocks.
struct Prepared {
    tree: Tree,
    base: BaseUrl,
    metadata: Metadata,
    blocks: Blocks,
    measured: Measured,
    table: Table,
    /// What is known of the lines, if the page is a paste.
    lines: Option<Lines>,
}

impl Prepared {
    fn of(page: &Page) -> Result<Prepared, Box<dyn Error>> {
        match (&page.paste, &page.html) {
            (Some(paste), _) => Ok(Prepared::of_paste(paste)),
            (None, Some(html)) => Prepared::of_html(page, html),
            (None, None) => Err(format!("{} has neither html nor paste", page.id).into()),
        }
    }

    fn of_paste(paste: &str) -> Prepared {
        let unchaff::lines::Lines { tree, blank_before } = unchaff::lines::parse(paste);
        let blocks = unchaff::blocks::segment(&tree);
        let measured = unchaff::features::measure(&tree, &blocks, None);
        let lines = lines::read(&blocks, &measured);
        let table = lines::table(&blocks, &measured, &lines, &blank_before);
        let (base, metadata) = (BaseUrl::new(None, None), Metadata::default());
        Prepared { tree, base, metadata, blocks, measured, table, lines: Some(lines) }
    }

    fn of_html(page: &Page, html: &str) -> Result<Prepared, Box<dyn Error>> {
        let tree = unchaff::tree::parse(html)?;
        let base_href = tree.descendants(tree.root(), Tag::BASE).find_map(|base| tree.attr(base, "href"));
        let base = BaseUrl::new(page.url.as_deref(), base_href);
        let metadata = unchaff::metadata::extract(&tree, &base);
        let blocks = unchaff::blocks::segment(&tree);
        let measured = unchaff::features::measure(&tree, &blocks, metadata.title.as_deref());
        let table = unchaff::features::table(&tree, &blocks, &measured, &metadata);
        Ok(Prepared { tree, base, metadata, blocks, measured, table, lines: None })
    }
}

/// Writes a corpus's features and texts, and the features' names beside them.
fn features(out: &Path, corpus: &Path) -> Result<(), Box<dyn Error>> {
    let name = corpus::name(corpus);
    let mut rows = BufWriter::new(File::create(out.join(format!("{name}.f32")))?);
    let mut pages = BufWriter::new(File::create(out.join(format!("{name}.blocks.ndjson")))?);
    let mut names = Vec::new();
    for page in corpus::pages(corpus)? {
        let page = page?;
        let Prepared { blocks, measured, table, .. } = Prepared::of(&page)?;
        names = table.names().to_vec();
        for row in 0..table.rows() {
            for column in 0..table.names().len() {
                rows.write_all(&table.get(row, column).to_le_bytes())?;
            }
        }
        let texts: Vec<&str> = blocks.list.iter().map(|block| block.text.as_str()).collect();
        let words: Vec<usize> = measured.blocks.iter().map(|block| block.words).collect();
        let may_repeat: Vec<bool> = measured.blocks.iter().map(|block| cut::may_repeat(block.kind)).collect();
        let line = json!({"id": page.id, "url": page.url, "type": page.kind, "lang": page.lang,
            "gold": page.gold, "texts": texts, "words": words, "may_repeat": may_repeat});
        writeln!(pages, "{line}")?;
    }
    std::fs::write(out.join("names.json"), serde_json::to_string(&names)?)?;
    Ok(())
}

/// Cleans the named pages of a corpus with a model and prints what the evaluation reads.
fn answers(model: &Path, corpus: &Path, ids: &Path) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(&std::fs::read(model)?).ok_or("no model")?;
    let ids = std::fs::read_to_string(ids)?;
    let ids: HashSet<&str> = ids.lines().collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for page in corpus::pages(corpus)? {
        let page = page?;
        if !ids.contains(page.id.as_str()) {
            continue;
        }
        let page_parts = Prepared::of(&page)?;
        if !model.fits(&page_parts.table) {
            return Err("the model was trained on other features".into());
        }
        writeln!(out, "{}", answer(&page.id, &page_parts, &model))?;
    }
    Ok(())
}

/// What the product makes of a page with a model, by the names that the evaluation reads.
fn answer(id: &str, page: &Prepared, model: &Model) -> serde_json::Value {
    let Prepared { tree, blocks, measured, table, .. } = page;
    let (opinions, chosen, metadata) = if let Some(lines) = &page.lines {
        let judged = classify::lines::judge(model, blocks, measured, lines, table, 1.0);
        let metadata = unchaff::metadata::of_lines(blocks, lines, &judged);
        (judged.opinions, judged.chosen, metadata)
    } else {
        let (opinions, _) = classify::judge(model, table, measured);
        let probabilities: Vec<f32> = opinions.iter().map(|opinion| opinion.probability).collect();
        let mut chosen = cut::choose(measured, &probabilities, 1.0);
        let further = classify::further::further_articles(tree, blocks, measured);
        chosen.iter_mut().zip(further).for_each(|(chosen, further)| *chosen &= !further);
        (opinions, chosen, page.metadata.clone())
    };
    let (selection, _) =
        unchaff::select::select(tree, blocks, measured, &opinions, &chosen, &unchaff::select::ByHand::default());
    let text = unchaff::render::text(&unchaff::clean::clean(tree, &selection, &page.base));
    json!({"id": id, "title": metadata.title, "byline": metadata.byline, "publishedTime": metadata.published_time,
        "textContent": text})
}
