//! Measures the sizes of the package's files and compares them with their limits.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::config::{self, Config, Sizes};

/// Prints the sizes as a table, and returns the table.
///
/// scripts/size.mjs measures them, because Node has gzip and brotli built in.
pub fn print(root: &Path, out: &Path) -> Result<String> {
    let output = Command::new("node")
        .arg(root.join("scripts/size.mjs"))
        .arg(out)
        .stderr(Stdio::inherit())
        .output()
        .context("node cannot be started: is it on the PATH?")?;
    ensure!(output.status.success(), "scripts/size.mjs ended with {}", output.status);
    let table = String::from_utf8(output.stdout).context("scripts/size.mjs answered something else than text")?;
    print!("{table}");
    Ok(table)
}

/// Prints the sizes and fails if a file is over its budget.
pub fn check(root: &Path, out: &Path, config: &Config) -> Result<()> {
    let table = print(root, out)?;
    let sizes: BTreeMap<&str, Sizes> = table.lines().filter_map(row).collect();
    let mut problems = Vec::new();
    for (file, budget) in &config.budget {
        let Some(size) = sizes.get(file.as_str()) else {
            bail!("{} has a budget for {file}, which is not in the package", config::FILE);
        };
        let kinds =
            [("raw", size.raw, budget.raw), ("gzip", size.gzip, budget.gzip), ("brotli", size.brotli, budget.brotli)];
        for (kind, bytes, limit) in kinds.into_iter().filter(|(_, bytes, limit)| bytes > limit) {
            problems.push(format!("{file} has {bytes} bytes ({kind}), {} over its budget of {limit}", bytes - limit));
        }
    }
    ensure!(
        problems.is_empty(),
        "{}. Find what grew, or raise [budget] in {} and say why",
        problems.join("; "),
        config::FILE
    );
    Ok(())
}

/// Reads one line of the table: name, raw, gzip, brotli. Returns `None` for the heading.
fn row(line: &str) -> Option<(&str, Sizes)> {
    let mut fields = line.split_whitespace();
    let name = fields.next()?;
    let mut number = || fields.next()?.parse().ok();
    Some((name, Sizes { raw: number()?, gzip: number()?, brotli: number()? }))
}
