//! Reads requests for summaries from standard input, and writes one answer per line to standard
//! output.
//!
//! A request is `{"id", "summarize": {"title", "text", "sentences", "language"}}`, as for the
//! command line of the npm package.

use serde::Deserialize;
use serde_json::{Value, json};
use std::error::Error;
use std::io::{BufWriter, Write, stdin, stdout};
use unchaff::internals::summary;
use unchaff::{Length, SummaryOptions};

#[derive(Deserialize)]
struct Line {
    id: String,
    summarize: Request,
}

/// The request for one text.
#[derive(Deserialize)]
pub struct Request {
    title: Option<String>,
    text: String,
    sentences: usize,
    language: Option<String>,
}

/// Answers all requests.
pub fn answer(to: fn(Request) -> Result<Value, unchaff::Error>) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lines() {
        let Line { id, summarize } = serde_json::from_str(&line?)?;
        let mut answer = to(summarize)?;
        answer["id"] = id.into();
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

/// Returns the sentences of the text with their features, and whether they can be part of a
/// summary.
pub fn sentences(request: Request) -> Result<Value, unchaff::Error> {
    let title = request.title.unwrap_or_default();
    let candidates = summary::candidates(&request.text, &title, request.language.as_deref());
    let rows = candidates.into_iter().map(|candidate| {
        json!({"text": request.text[candidate.range], "good": candidate.good, "features": candidate.features})
    });
    Ok(json!({"names": summary::features::NAMES, "sentences": rows.collect::<Vec<_>>()}))
}

/// Returns the summary of the text.
pub fn summarize(request: Request) -> Result<Value, unchaff::Error> {
    let mut options = SummaryOptions::new().length(Length::Sentences(request.sentences));
    if let Some(title) = request.title {
        options = options.title(title);
    }
    if let Some(language) = request.language {
        options = options.language(language);
    }
    let summary = unchaff::summarize(&request.text, &options)?;
    Ok(json!({"summary": summary.into_iter().map(|sentence| sentence.text).collect::<Vec<_>>()}))
}
