//! Finds out whether the package must be made again, by a digest of everything that it is made
//! from.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::config::{self, Config};

const FILE: &str = "target/xtask/stamp";

/// Returns the digest of the compiled module, the settings, the tools and the hand-written files.
pub fn of(root: &Path, config: &Config, compiled: &Path) -> Result<String> {
    let mut files = vec![
        compiled.to_owned(),
        std::env::current_exe()?,
        root.join(config::FILE),
        root.join("Cargo.toml"),
        root.join(&config.build.manifest),
        root.join("package-lock.json"),
    ];
    for extra in config.build.extras.iter().map(|extra| root.join(extra)) {
        if extra.is_dir() { list(&extra, &mut files)? } else { files.push(extra) }
    }
    list(&root.join(&config.build.sources), &mut files)?;
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Returns `true` if the package at `out` was made from the files of this digest.
pub fn matches(root: &Path, out: &Path, stamp: &str) -> bool {
    out.join("package.json").is_file() && fs::read_to_string(root.join(FILE)).is_ok_and(|kept| kept == stamp)
}

/// Removes the digest of the last package, so that an unfinished package is never taken for a
/// complete one.
pub fn forget(root: &Path) {
    // After `cargo clean` the file does not exist, which has the same effect.
    let _ = fs::remove_file(root.join(FILE));
}

/// Stores the digest of the package that was just made.
pub fn write(root: &Path, stamp: &str) -> Result<()> {
    fs::write(root.join(FILE), stamp).with_context(|| format!("{FILE} cannot be written"))
}

/// Adds every file under `folder`.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}
