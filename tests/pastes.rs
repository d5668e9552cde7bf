//! Pasted texts and what they become: a file for each kind in `tests/pastes`.
//!
//! A case begins with `@@` and its name. The text follows, then `@>`, and the article as Markdown. Lines before it that begin
//! with `title:`, `byline:` or `date:` say what the metadata is; what they do not name is not tested.

use std::fs;
use std::path::Path;
use unchaff::{InputType, Options};

#[test]
fn pasted_texts_become_articles() {
    let mut problems = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pastes");
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let file = fs::read_to_string(&path).expect("a file of cases");
        for case in file.split("@@ ").skip(1) {
            let (name, case) = case.split_once('\n').expect("a name");
            let (text, want) = case.split_once("\n@>\n").expect("a result");
            let article = unchaff::clean(text, &Options::new().input_type(InputType::Text)).expect("an article");
            let mut found = String::new();
            let metadata = &article.metadata;
            for (key, value) in
                [("title: ", &metadata.title), ("byline: ", &metadata.byline), ("date: ", &metadata.published_time)]
            {
                if want.lines().any(|line| line.starts_with(key)) {
                    found.push_str(&format!("{key}{}\n", value.as_deref().unwrap_or("none")));
                }
            }
            found.push_str(article.markdown().trim());
            if found != want.trim() {
                problems.push(format!("{}: {name}\n--- found\n{found}\n--- wanted\n{}", path.display(), want.trim()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}
