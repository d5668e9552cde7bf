//! Corpora: gzipped files with one page a line, as JSON.

use flate2::read::GzDecoder;
use serde::Deserialize;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// A page with the text that belongs to its article.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// Unique in its corpus.
    pub id: String,
    /// Its address.
    pub url: Option<String>,
    /// What kind of page it is: `article`, `forum` and so on.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Language tag.
    pub lang: Option<String>,
    /// Its source; or, for a paste,
    pub html: Option<String>,
    /// the text that was pasted.
    pub paste: Option<String>,
    /// The text of its article; empty where it has none.
    #[serde(rename = "text")]
    pub gold: String,
}

/// The pages of a corpus, one at a time: some are larger than memory should hold at once.
pub fn pages(path: &Path) -> Result<impl Iterator<Item = Result<Page, Box<dyn Error>>>, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let gzipped = path.extension().is_some_and(|extension| extension == "gz");
    let reader: Box<dyn Read> = if gzipped { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    Ok(BufReader::new(reader).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

/// The corpus's name: its file's, without extensions.
pub fn name(path: &Path) -> &str {
    let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    file.split('.').next().unwrap_or_default()
}
