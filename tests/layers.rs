//! Tests that no module of the crate imports a later stage. Data flows in one direction, so a stage
//! can be understood with only the earlier stages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of `src/` in order. A module imports only modules from earlier lines.
const LAYERS: &[&[&str]] = &[
    &["hash", "input_error", "limits", "perceptron", "script", "stage", "substring", "word_map"],
    &["decode", "detect", "entities", "input", "language", "terms", "text", "url", "words"],
    &["document", "notices", "tokenize"],
    &["tree"],
    &["blocks", "constructs", "lines", "selection"],
    &["features", "metadata", "paths"],
    &["classify", "error"],
    &["mend", "select"],
    &["posts"],
    &["clean"],
    &["render", "rules", "summary"],
    &["options"],
    &["corrections", "links"],
    &["article"],
    &["join", "learn", "pipeline", "readable"],
    &["internals", "lib"],
];

#[test]
fn no_module_imports_a_later_stage() {
    let layer_of: BTreeMap<&str, usize> =
        LAYERS.iter().enumerate().flat_map(|(layer, names)| names.iter().map(move |name| (*name, layer))).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let exports = exports(&fs::read_to_string(root.join("lib.rs")).expect("src/lib.rs"));
    let mut problems = BTreeSet::new();
    for file in sources(&root) {
        let path = file.strip_prefix(&root).expect("it lies in src/");
        let module = path.components().next().expect("a name").as_os_str().to_string_lossy();
        let module = module.trim_end_matches(".rs");
        let Some(&own) = layer_of.get(module) else {
            problems.insert(format!("{module} has no place in LAYERS"));
            continue;
        };
        let source = without_tests(&fs::read_to_string(&file).expect("a source"));
        for name in imports(&source) {
            let imported = exports.get(&name).unwrap_or(&name);
            let is_earlier = layer_of.get(imported.as_str()).is_some_and(|&layer| layer < own);
            if imported != module && !is_earlier {
                problems.insert(format!("{module} imports {imported}, in {}", path.display()));
            }
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn a_type_name_exists_once() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files: BTreeMap<String, BTreeSet<PathBuf>> = BTreeMap::new();
    for file in sources(&root) {
        let source = without_tests(&fs::read_to_string(&file).expect("a source"));
        for line in source.lines() {
            // An associated type has no path of its own and belongs to its trait.
            let is_associated = line.starts_with(' ') && line.trim_start().starts_with("type ");
            let declared = line.split_whitespace().skip_while(|word| word.starts_with("pub")).collect::<Vec<_>>();
            if let ["struct" | "enum" | "trait" | "type", name, ..] = declared[..]
                && !is_associated
            {
                files.entry(head(name).unwrap_or_default()).or_default().insert(file.clone());
            }
        }
    }
    files.retain(|_, files| files.len() > 1);
    assert!(files.is_empty(), "{files:#?}");
}

/// Returns all sources in a folder except those that are only for tests.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut for_tests = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("a source");
            let modules = source.split("#[cfg(test)]\n").skip(1).filter_map(|rest| rest.strip_prefix("mod "));
            for_tests.extend(modules.filter_map(|rest| rest.split_once(';')).map(|(name, _)| name.to_owned()));
            found.push(path);
        }
    }
    found.retain(|path| {
        let inside = path.strip_prefix(folder).expect("it lies in the folder");
        let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
        !for_tests.contains(first.trim_end_matches(".rs"))
    });
    found
}

/// Returns a source without comments and without its test module, which is the last item.
fn without_tests(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    source.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

/// Returns the names after `crate::` in a source, including each name in `crate::{…}`.
fn imports(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in source.match_indices("crate::") {
        let before = source[..at].chars().next_back();
        let rest = &source[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            // `$crate` in a macro is this crate too. `other_crate::` is not.
            _ if before.is_some_and(|c| c.is_alphanumeric() || c == '_') => {}
            Some(group) => found.extend(heads(group)),
            None => found.extend(head(rest)),
        }
    }
    found
}

/// Returns the first name of each path in a group, up to the brace that closes it.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut is_start, mut found) = (0, true, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_start = true,
            _ if is_start && !c.is_whitespace() => {
                found.extend(head(&group[at..]));
                is_start = false;
            }
            _ => {}
        }
    }
    found
}

/// Returns the name that a path begins with.
fn head(path: &str) -> Option<String> {
    let name: String = path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// Returns the module of each name that lib.rs exports. A function with the name of a module counts
/// as the module.
fn exports(lib: &str) -> BTreeMap<String, String> {
    let is_module = |name: &str| LAYERS.iter().any(|names| names.contains(&name));
    let mut found = BTreeMap::new();
    for (path, names) in
        lib.lines().filter_map(|line| line.strip_prefix("pub use ")?.strip_suffix(';')?.rsplit_once("::"))
    {
        let module = head(path).expect("a path begins with a name");
        let names = names.trim_matches(['{', '}']).split(", ").map(str::to_owned);
        found.extend(names.filter(|name| !is_module(name)).map(|name| (name, module.clone())));
    }
    found
}
