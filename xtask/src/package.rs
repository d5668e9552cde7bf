//! Makes the files of the npm package from a compiled module.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use wasm_bindgen_cli_support::Bindgen;

use crate::config::{Bindings, Config};
use crate::run;

/// The bound module's name in the work folder.
pub const BOUND: &str = "bindings_bg.wasm";
/// The optimised module's name in the work folder.
pub const OPTIMISED: &str = "optimised.wasm";
/// The glue's name in the work folder.
const BOUND_GLUE: &str = "bindings.js";
/// The glue's name in the package.
const GLUE: &str = "lib/bindings.js";
/// The module's name in the package.
const MODULE: &str = "unchaff.wasm";
/// The name of the script with the module as base64 of gzip, for pages that can only load scripts.
const INLINE: &str = "lib/wasm-inline.js";
/// The manifest of the package.
const MANIFEST: &str = "package.json";

/// Writes the glue and the bound module into the work folder.
pub fn bind(compiled: &Path, bindings: Bindings, work: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    match bindings {
        Bindings::Web => bindgen.web(true)?,
    };
    bindgen
        .input_path(compiled)
        .out_name("bindings")
        .typescript(false)
        // Without this, the generated script contains `new URL(…, import.meta.url)`, which bundlers
        // turn into a separate file.
        .omit_default_module_path(true)
        // After a trap the memory is in an unknown state, so the loader creates a new instance.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(work)
        .context("wasm-bindgen failed. Is its version in xtask/Cargo.toml that of wasm-bindgen in wasm/Cargo.toml?")?;
    let glue = work.join(BOUND_GLUE);
    fs::write(&glue, without_work_at_import(&fs::read_to_string(&glue)?)?)?;
    Ok(())
}

/// Objects that the glue creates when it is imported, and their replacements, which are created at
/// first use. Some hosts, such as jsdom in Jest, do not have these classes. A program there may
/// import the package without calling it.
const WORK_AT_IMPORT: [(&str, &str); 3] = [
    (
        "let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\ncachedTextDecoder.decode();\n",
        "let cachedTextDecoder;\n",
    ),
    (
        "    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {\n",
        "    if (!cachedTextDecoder || numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {\n",
    ),
    (
        "const cachedTextEncoder = new TextEncoder();\n",
        "let textEncoder;\nconst cachedTextEncoder = {\n    encode: (text) => (textEncoder ??= new TextEncoder()).encode(text),\n    \
         encodeInto: (text, view) => (textEncoder ??= new TextEncoder()).encodeInto(text, view),\n};\n",
    ),
];

/// Returns the glue changed so that nothing is created when it is imported.
fn without_work_at_import(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (made, lazy) in WORK_AT_IMPORT {
        ensure!(glue.matches(made).count() == 1, "the glue of wasm-bindgen has changed: {made:?} is not in it once");
        glue = glue.replace(made, lazy);
    }
    Ok(glue)
}

/// Assembles the package in `out` from scratch.
pub fn assemble(root: &Path, config: &Config, work: &Path, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("{} cannot be removed", out.display()))?;
    }
    copy_folder(&root.join(&config.build.sources), out)?;
    for extra in &config.build.extras {
        let from = root.join(extra);
        if from.is_dir() {
            copy_folder(&from, &out.join(extra))?;
            continue;
        }
        let name = extra.file_name().with_context(|| format!("{} is no file", extra.display()))?;
        copy(&from, &out.join(name))?;
    }
    check_version(root, out)?;
    copy(&work.join(OPTIMISED), &out.join(MODULE))?;
    copy(&work.join(BOUND_GLUE), &out.join(GLUE))?;
    let packed = packed(&fs::read(out.join(MODULE))?)?;
    fs::write(out.join(INLINE), format!("export default \"{}\";\n", STANDARD.encode(packed)))?;
    for (new, original) in &config.copy {
        copy(&out.join(original), &out.join(new))?;
    }
    for bundle in &config.bundle {
        let mut node = Command::new("node");
        node.current_dir(out).arg(root.join("node_modules/esbuild/bin/esbuild")).arg(&bundle.from);
        node.args(["--bundle", "--log-level=warning"]).arg(format!("--outfile={}", bundle.to)).args(&bundle.flags);
        run(&mut node).with_context(|| format!("esbuild could not make {}", bundle.to))?;
    }
    Ok(())
}

/// Compresses bytes by gzip without a name and a time, so that the same bytes always give the same
/// result.
fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Checks that the crate and the package have the same version, because they are released together.
fn check_version(root: &Path, out: &Path) -> Result<()> {
    let cargo: toml::Table = toml::from_str(&fs::read_to_string(root.join("Cargo.toml"))?)?;
    let package: serde_json::Value = serde_json::from_str(&fs::read_to_string(out.join(MANIFEST))?)?;
    let (ours, theirs) = (cargo["package"]["version"].as_str(), package["version"].as_str());
    ensure!(ours == theirs, "Cargo.toml says version {ours:?} and js/package.json {theirs:?}: make them agree");
    Ok(())
}

/// Copies a folder with its whole content.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))?;
    Ok(())
}
