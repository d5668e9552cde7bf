//! Whether the module is made of what the tests ran on: its workspace has a lock file of its own.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

const FILE: &str = "Cargo.lock";

/// Fails where a crate from a registry has a version in the module's lock file that it has not in the repository's.
pub fn check(root: &Path, manifest: &Path) -> Result<()> {
    let all = versions(&root.join(FILE))?;
    let of_module = versions(&root.join(manifest).with_file_name(FILE))?;
    ensure!(!of_module.is_empty(), "the lock file beside {} names no crate", manifest.display());
    if let Some((name, version)) = of_module.difference(&all).next() {
        let (_, wanted) =
            all.iter().find(|(known, _)| known == name).with_context(|| format!("{FILE} has no {name}"))?;
        bail!(
            "{name} is {version} in the module and {wanted} elsewhere: \
             run `cargo update --manifest-path {} -p {name} --precise {wanted}`",
            manifest.display()
        );
    }
    Ok(())
}

/// Names and versions of the crates that come from a registry.
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
