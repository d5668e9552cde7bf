//! Summarizes a page or a text.
//!
//! ```text
//! cargo run --release --example summarize -- page.html
//! cargo run --release --example summarize -- notes.txt 0.1
//! ```
//!
//! The second argument is the length of the summary as a share of the text. Without it, the length
//! depends on the text.

use std::error::Error;
use unchaff::{Length, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: summarize FILE [SHARE]")?;
    let mut options = Options::new();
    if let Some(share) = arguments.next() {
        options = options.summary_length(Length::Share(share.parse()?));
    }
    let page = std::fs::read(path)?;
    let article = unchaff::clean(page.as_slice(), &options)?;
    for sentence in &article.summary {
        println!("- {}", sentence.text);
    }
    println!("\n{} words, {} min", article.word_count, article.reading_minutes);
    println!("{}", article.keywords.join(", "));
    Ok(())
}
