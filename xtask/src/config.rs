//! The settings in wasm-pack.toml.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

/// Name of the settings file in the repository's root.
pub const FILE: &str = "wasm-pack.toml";

/// What to build, and the size limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// What to compile and where the result goes.
    pub build: Build,
    /// How it is compiled for publication.
    pub release: Release,
    /// How the module is optimized.
    pub optimize: Optimize,
    /// Files that are copied inside the package: the name of the copy, and the name of the
    /// original.
    #[serde(default)]
    pub copy: BTreeMap<String, String>,
    /// Files that are bundled from others.
    #[serde(default)]
    pub bundle: Vec<Bundle>,
    /// Maximum sizes, by the name of a file in the package or of an entry.
    #[serde(default)]
    pub budget: BTreeMap<String, Sizes>,
}

/// What to compile, and where to put the result. Paths are relative to the root of the repository.
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
    /// Files that are copied beside them.
    #[serde(default)]
    pub extras: Vec<PathBuf>,
}

/// Additional settings for compiling the module for publication.
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
    /// A module to which the compiled WebAssembly is passed.
    Web,
}

/// How the module is optimized.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Optimize {
    /// Path of wasm-opt, a script that Node runs.
    pub tool: PathBuf,
    /// The flags of wasm-opt.
    pub flags: Vec<String>,
}

/// A file that esbuild makes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// The entry in the package.
    pub from: String,
    /// The name of the bundle in the package.
    pub to: String,
    /// Flags for esbuild.
    #[serde(default)]
    pub flags: Vec<String>,
}

/// The sizes of one file in bytes.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// The size on disk.
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
