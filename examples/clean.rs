//! Converts a page to Markdown.
//!
//! ```text
//! cargo run --release --example clean -- page.html
//! curl -s https://example.com/news | cargo run --release --example clean -- - https://example.com/news
//! ```
//!
//! The first argument is a file, or `-` for standard input. The second is the page's address, which
//! relative links need.

use std::error::Error;
use std::io::Read;
use unchaff::Options;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: clean FILE|- [ADDRESS]")?;
    // The page is read as bytes and not as a string, because the page itself states its charset.
    let mut page = Vec::new();
    if path == "-" {
        std::io::stdin().read_to_end(&mut page)?;
    } else {
        page = std::fs::read(path)?;
    }
    let mut options = Options::new();
    if let Some(address) = arguments.next() {
        options = options.url(address);
    }
    let article = unchaff::clean(page.as_slice(), &options)?;
    if let Some(title) = &article.metadata.title {
        println!("# {title}\n");
    }
    print!("{}", article.markdown());
    Ok(())
}
