//! Converts all pages in a folder to Markdown, on all processors.
//!
//! ```text
//! cargo run --release --example batch -- pages/ articles/
//! ```
//!
//! A page that cannot be cleaned is reported on standard error, and the others are still cleaned.

use rayon::prelude::*;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use unchaff::Options;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [from, to] = arguments.as_slice() else { return Err("usage: batch FOLDER FOLDER".into()) };
    std::fs::create_dir_all(to)?;
    let entries: Vec<PathBuf> =
        std::fs::read_dir(from)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    let pages: Vec<&PathBuf> = entries.iter().filter(|path| path.is_file()).collect();
    let failed: usize = pages
        .par_iter()
        .map(|page| match clean(page, to) {
            Ok(()) => 0,
            Err(error) => {
                eprintln!("{}: {error}", page.display());
                1
            }
        })
        .sum();
    println!("{} of {} pages cleaned", pages.len() - failed, pages.len());
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes a page's article to a folder, under the name of the page.
fn clean(page: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let article = unchaff::clean(std::fs::read(page)?.as_slice(), &Options::new())?;
    let name = page.file_name().ok_or("no file name")?;
    std::fs::write(to.join(name).with_added_extension("md"), article.markdown())?;
    Ok(())
}
