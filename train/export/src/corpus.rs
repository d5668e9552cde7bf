//! Reads corpora: gzipped files with one page per line, as JSON.

use flate2::read::GzDecoder;
use serde::Deserialize;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// A page with the text that belongs to its article.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// The id of the page, unique in its corpus.
    pub id: String,
    /// The address of the page.
    pub url: Option<String>,
    /// The kind of the page: `article`, `forum` and so on.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The language tag.
    pub lang: Option<String>,
    /// The HTML source of the page. `None` for a paste.
    pub html: Option<String>,
    /// The pasted text.
    pub paste: Option<String>,
    /// The text of the page's article. Empty if it has none.
    #[serde(rename = "text")]
    pub gold: String,
}

/// Yields the pages of a corpus one at a time, because some corpora are too large for memory.
pub fn pages(path: &Path) -> Result<impl Iterator<Item = Result<Page, Box<dyn Error>>>, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let gzipped = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> = if gzipped { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    Ok(BufReader::new(reader).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

/// Returns the name of a corpus: the name of its file without extensions.
pub fn name(path: &Path) -> &str {
    let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    file.split('.').next().unwrap_or_default()
}
