//! Runs the product for training: exports the features of pages, and the answers that a model
//! results in.
//!
//! ```text
//! cargo run --release -p unchaff-train -- features OUT corpus.jsonl.gz…
//! cargo run --release -p unchaff-train -- answers MODEL.bin corpus.jsonl.gz --ids FILE
//! cargo run --release -p unchaff-train -- headlines MODEL.bin corpus.jsonl --ids FILE
//! cargo run --release -p unchaff-train -- bylines MODEL.bin corpus.jsonl --ids FILE
//! cargo run --release -p unchaff-train -- subheadings MODEL.bin corpus.jsonl --ids FILE
//! cargo run --release -p unchaff-train -- presence MODEL.bin corpus.jsonl --ids FILE
//! cargo run --release -p unchaff-train -- sentences | summarize
//! ```
//!
//! `features` writes two files for each corpus. `OUT/<corpus>.f32` has the features of all blocks
//! of all pages, row by row, little-endian. `OUT/<corpus>.blocks.ndjson` has one page per line,
//! with the texts of its blocks in the same order. The names of the features are written to
//! `OUT/names.json`.
//!
//! `answers` cleans the pages whose ids are in FILE, one per line, and prints the answers, one JSON
//! object per line. `headlines` prints the lines of each paste that may be its headline, with their
//! evidence, one paste per line. `bylines` prints the parts of lines that may be names of
//! authors, and `subheadings` the lines that may be subheadings, in the same way. `presence` prints the evidence of each paste on whether it holds an article, and nothing
//! for a paste that is not judged. `sentences` and `summarize` read requests for summaries, and
//! answer each with the features of its sentences, or with its summary.
//!
//! All commands run the product's own stages, so models are trained with the code that is shipped.

mod corpus;
mod summaries;

use serde_json::json;
use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use unchaff::internals::classify::lines::SubheadingCandidate;
use unchaff::internals::classify::{model::Model, presence, subheadings, threshold};
use unchaff::internals::metadata::{BylineCandidate, HeadlineCandidate, byline_evidence, evidence};
use unchaff::internals::pipeline::{self, Page};
use unchaff::{Article, InputType, Length, Options};

const USAGE: &str = "usage: unchaff-train features OUT CORPUS…
       unchaff-train answers MODEL CORPUS --ids FILE
       unchaff-train headlines MODEL CORPUS --ids FILE
       unchaff-train bylines MODEL CORPUS --ids FILE
       unchaff-train subheadings MODEL CORPUS --ids FILE
       unchaff-train presence MODEL CORPUS --ids FILE
       unchaff-train sentences | summarize";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["features", out, ref corpora @ ..] => {
            corpora.iter().try_for_each(|corpus| features(Path::new(out), Path::new(corpus)))
        }
        ["answers", model, corpus, "--ids", ids] => answers(Path::new(model), Path::new(corpus), Path::new(ids)),
        ["headlines", model, corpus, "--ids", ids] => headlines(Path::new(model), Path::new(corpus), Path::new(ids)),
        ["bylines", model, corpus, "--ids", ids] => bylines(Path::new(model), Path::new(corpus), Path::new(ids)),
        ["subheadings", model, corpus, "--ids", ids] => {
            subheadings(Path::new(model), Path::new(corpus), Path::new(ids))
        }
        ["presence", model, corpus, "--ids", ids] => presence(Path::new(model), Path::new(corpus), Path::new(ids)),
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

/// Prepares a page of a corpus, like the product before it judges the blocks.
fn prepare(page: &corpus::Page, options: &Options) -> Result<Page, Box<dyn Error>> {
    let source = page.paste.as_ref().or(page.html.as_ref());
    let source = source.ok_or_else(|| format!("{} has neither html nor paste", page.id))?;
    Ok(Page::prepare(source, options)?)
}

/// Returns the product's options for a page of a corpus.
fn options(page: &corpus::Page) -> Options {
    let options = Options::new().summary_length(Length::Sentences(0)).keywords(false);
    match (&page.paste, &page.url) {
        (Some(_), _) => options.input_type(InputType::Text),
        (None, Some(url)) => options.input_type(InputType::Html).url(url),
        (None, None) => options.input_type(InputType::Html),
    }
}

/// Writes the features and texts of a corpus, and the names of the features.
fn features(out: &Path, corpus: &Path) -> Result<(), Box<dyn Error>> {
    let name = corpus::name(corpus);
    let mut rows = BufWriter::new(File::create(out.join(format!("{name}.f32")))?);
    let mut pages = BufWriter::new(File::create(out.join(format!("{name}.blocks.ndjson")))?);
    let mut names = Vec::new();
    for page in corpus::pages(corpus)? {
        let page = page?;
        let prepared = prepare(&page, &options(&page))?;
        let table = prepared.features();
        let Page { blocks, measured, .. } = prepared;
        names = table.names().to_vec();
        for row in 0..table.rows() {
            for column in 0..table.names().len() {
                rows.write_all(&table.get(row, column).to_le_bytes())?;
            }
        }
        let texts: Vec<&str> = blocks.list.iter().map(|block| block.text.as_str()).collect();
        let words: Vec<usize> = measured.blocks.iter().map(|block| block.words).collect();
        let may_repeat: Vec<bool> = measured.blocks.iter().map(|block| threshold::may_repeat(block.kind)).collect();
        let line = json!({"id": page.id, "url": page.url, "type": page.kind, "lang": page.lang,
            "gold": page.gold, "texts": texts, "words": words, "may_repeat": may_repeat});
        writeln!(pages, "{line}")?;
    }
    std::fs::write(out.join("names.json"), serde_json::to_string(&names)?)?;
    Ok(())
}

/// Prints the lines of each paste from which the headline is chosen.
fn headlines(model: &Path, corpus: &Path, ids: &Path) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(&std::fs::read(model)?).ok_or("no model")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for page in named(corpus, ids)? {
        let page = page?;
        let candidates = prepare(&page, &options(&page))?.headline_candidates(&model);
        let rows = candidates.into_iter().map(|HeadlineCandidate { line, title, evidence }| {
            json!({"line": line, "title": title, "evidence": evidence.as_slice()})
        });
        let line = json!({"id": page.id, "names": evidence::NAMES.as_slice(), "candidates": rows.collect::<Vec<_>>()});
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Prints the parts of each paste's lines among which the byline is sought.
fn bylines(model: &Path, corpus: &Path, ids: &Path) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(&std::fs::read(model)?).ok_or("no model")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for page in named(corpus, ids)? {
        let page = page?;
        let candidates = prepare(&page, &options(&page))?.byline_candidates(&model);
        let rows = candidates
            .into_iter()
            .map(|BylineCandidate { names, evidence }| json!({"names": names, "evidence": evidence.as_slice()}));
        let names = byline_evidence::NAMES.as_slice();
        writeln!(out, "{}", json!({"id": page.id, "names": names, "candidates": rows.collect::<Vec<_>>()}))?;
    }
    Ok(())
}

/// Prints the evidence of each named paste on whether it holds an article.
fn presence(model: &Path, corpus: &Path, ids: &Path) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(&std::fs::read(model)?).ok_or("no model")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for page in named(corpus, ids)? {
        let page = page?;
        let evidence = prepare(&page, &options(&page))?.presence_evidence(&model);
        let line = json!({"id": page.id, "names": presence::evidence::names(), "evidence": evidence.map(Vec::from)});
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Returns the pages of a corpus whose ids are in a file, one per line.
fn named(
    corpus: &Path,
    ids: &Path,
) -> Result<impl Iterator<Item = Result<corpus::Page, Box<dyn Error>>>, Box<dyn Error>> {
    let ids: HashSet<String> = std::fs::read_to_string(ids)?.lines().map(str::to_owned).collect();
    Ok(corpus::pages(corpus)?.filter(move |page| page.as_ref().map_or(true, |page| ids.contains(&page.id))))
}

/// Prints the lines of each named paste that may be subheadings.
fn subheadings(model: &Path, corpus: &Path, ids: &Path) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(&std::fs::read(model)?).ok_or("no model")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for page in named(corpus, ids)? {
        let page = page?;
        let prepared = prepare(&page, &options(&page))?;
        let rows = prepared.subheading_candidates(&model).into_iter().map(
            |SubheadingCandidate { line, chosen, evidence }| {
                json!({"text": prepared.blocks.list[line].text, "chosen": chosen, "evidence": evidence.as_slice()})
            },
        );
        let names = subheadings::evidence::NAMES.as_slice();
        writeln!(out, "{}", json!({"id": page.id, "names": names, "candidates": rows.collect::<Vec<_>>()}))?;
    }
    Ok(())
}

/// Cleans the named pages of a corpus with a model, and prints the fields that the evaluation
/// reads.
fn answers(model: &Path, corpus: &Path, ids: &Path) -> Result<(), Box<dyn Error>> {
    let model = Model::from_bytes(&std::fs::read(model)?).ok_or("no model")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut fits = false;
    for page in named(corpus, ids)? {
        let page = page?;
        let options = options(&page);
        let prepared = prepare(&page, &options)?;
        // The names of the features are the same for all pages.
        if !fits {
            fits = model.fits(&prepared.features());
        }
        if !fits {
            return Err("the model was trained on other features".into());
        }
        let article = match pipeline::article_by(prepared, Some(&model), &options) {
            Err(unchaff::Error::NothingReadable { .. }) => Article::default(),
            article => article?,
        };
        writeln!(out, "{}", answer(&page.id, article))?;
    }
    Ok(())
}

/// Returns the product's answer with the field names that the evaluation reads. All fields are
/// empty if nothing was readable.
fn answer(id: &str, article: Article) -> serde_json::Value {
    let is_heading = |line: &&str| line.starts_with('#');
    let headings: Vec<String> = article.markdown().lines().filter(is_heading).map(str::to_owned).collect();
    let Article { metadata, text, .. } = article;
    json!({"id": id, "title": metadata.title, "byline": metadata.byline, "source": metadata.source,
        "publishedTime": metadata.published_time,
        "textContent": text, "headings": headings})
}
