//! The settings in wasm-pack.toml.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

/// Name of the settings file in the repository's root.
pub const FILE: &str = "wasm-pack.toml";

/// What to build and how large it may be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// What to compile and where the result goes.
    pub build: Build,
    /// How it is compiled to be published.
    pub release: Release,
    /// How the module is made smaller and faster.
    pub optimize: Optimize,
    /// Files copied inside the package: the copy's name, then the original's.
    #[serde(default)]
    pub copy: BTreeMap<String, String>,
    /// Files bundled from others.
    #[serde(default)]
    pub bundle: Vec<Bundle>,
    /// Largest sizes, by the name of a file in the package or of an entry.
    #[serde(default)]
    pub budget: BTreeMap<String, Sizes>,
}

/// What to compile and where the result goes. Paths are relative to the repository's root.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Build {
    /// The manifest of the crate that becomes the module.
    pub manifest: PathBuf,
    /// Rust's name of the target.
    pub target: String,
    /// Kind of JavaScript glue.
    pub bindings: Bindings,
    /// Folder of the finished package.
    pub out: PathBuf,
    /// Folder of the package's hand-written files.
    pub sources: PathBuf,
    /// Files copied beside them.
    #[serde(default)]
    pub extras: Vec<PathBuf>,
}

/// How the module is compiled to be published, besides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Flags for cargo.
    pub cargo: Vec<String>,
    /// Flags for rustc.
    pub rustflags: Vec<String>,
}

/// Kinds of JavaScript glue that this package can be assembled from.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bindings {
    /// A module that is handed the compiled WebAssembly.
    Web,
}

/// How the module is made smaller and faster.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Optimize {
    /// Path of wasm-opt, a script that Node runs.
    pub tool: PathBuf,
    /// Its flags.
    pub flags: Vec<String>,
}

/// A file that esbuild makes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// Its entry, in the package.
    pub from: String,
    /// Its name, in the package.
    pub to: String,
    /// Flags for esbuild.
    #[serde(default)]
    pub flags: Vec<String>,
}

/// Sizes of one file in bytes.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// As it lies on the disk.
    pub raw: u64,
    /// Compressed by gzip at its best level.
    pub gzip: u64,
    /// Compressed by brotli at its best level.
    pub brotli: u64,
}

/// Reads the settings of the repository at `root`.
pub fn read(root: &Path) -> Result<Config> {
    let path = root.join(FILE);
    let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} has a mistake", path.display()))
}
