//! Checks that the module consists of the crates that were tested. This is necessary because its
//! workspace has a lock file of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

const FILE: &str = "Cargo.lock";

/// Fails if a crate from a registry is in both lock files but the module's version is not in the
/// repository's lock file. A few crates for the boundary are only in the module.
pub fn check(root: &Path, manifest: &Path) -> Result<()> {
    let all = versions(&root.join(FILE))?;
    let of_module = versions(&root.join(manifest).with_file_name(FILE))?;
    ensure!(!of_module.is_empty(), "the lock file beside {} names no crate", manifest.display());
    let known: BTreeMap<&str, &str> = all.iter().map(|(name, version)| (name.as_str(), version.as_str())).collect();
    for (name, version) in of_module.difference(&all) {
        let Some(wanted) = known.get(name.as_str()) else { continue };
        bail!(
            "{name} is {version} in the module and {wanted} elsewhere: \
             run `cargo update --manifest-path {} -p {name} --precise {wanted}`",
            manifest.display()
        );
    }
    Ok(())
}

/// Returns the names and versions of the crates that come from a registry.
fn versions(path: &Path) -> Result<BTreeSet<(String, String)>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lock: toml::Table = toml::from_str(&text).with_context(|| format!("{} has a mistake", path.display()))?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("a lock file lists packages")?;
    let from_registry = packages.iter().filter(|package| package.get("source").is_some());
    let field = |package: &toml::Value, name| package.get(name).and_then(toml::Value::as_str).map(str::to_owned);
    from_registry
        .map(|package| Some((field(package, "name")?, field(package, "version")?)))
        .collect::<Option<_>>()
        .with_context(|| format!("{} has a package without name or version", path.display()))
}
