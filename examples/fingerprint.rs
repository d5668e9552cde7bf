//! Prints one number for the whole output of each page. It shows whether a change affected only
//! speed.
//!
//! ```text
//! cargo run --release --example fingerprint -- [--every N] ../shared/corpora/wcxb_dev.jsonl.gz > before.txt
//! ```
//!
//! Each file has one JSON object per line with `html` or `text`, or both, and may be gzipped. If a
//! page has both, `html` is read as HTML and its gold `text` as a paste. The number is the hash of
//! the article with all its fields, its HTML, Markdown and links. The results of `to_text` and
//! `to_markdown` are also compared with the article.

use std::io::{BufRead, BufReader, Read};
use unchaff::{InputType, Options};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut every = 1;
    if let Some(at) = arguments.iter().position(|argument| argument == "--every") {
        every = arguments.get(at + 1).ok_or("--every wants a number")?.parse()?;
        arguments.drain(at..at + 2);
    }
    for path in arguments {
        let file = std::fs::File::open(&path)?;
        let reader: Box<dyn Read> =
            if path.ends_with(".gz") { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
        for line in BufReader::new(reader).lines().step_by(every) {
            let page: serde_json::Value = serde_json::from_str(&line?)?;
            let id = page["id"].as_str().unwrap_or_default();
            for (field, input_type) in
                [("html", InputType::Html), ("text", InputType::Text), ("input", InputType::Auto)]
            {
                if let Some(source) = page[field].as_str() {
                    let explain = field == "html" && source.len() % 8 == 0;
                    let mut options = Options::new().input_type(input_type).explain(explain);
                    if let Some(url) = page["url"].as_str() {
                        options = options.url(url);
                    }
                    println!("{id} {field} {:016x}", print_of(source, &options));
                }
            }
        }
    }
    Ok(())
}

fn print_of(source: &str, options: &Options) -> u64 {
    let all = match unchaff::clean(source, options) {
        Ok(article) => {
            // `to_text` must return the text of the article.
            assert_eq!(unchaff::to_text(source, options).as_ref(), Ok(&article.text));
            assert_eq!(unchaff::to_markdown(source, options), Ok(article.markdown()));
            format!("{article:?}\n{}\n{}\n{:?}", article.html(), article.markdown(), article.links())
        }
        Err(error) => {
            assert_eq!(unchaff::to_text(source, options).as_ref(), Err(&error));
            format!("{error:?}")
        }
    };
    // FNV-1a.
    all.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
