//! Tests that docs/how-it-works.md shows the current results of the stages for its page. `UPDATE=1
//! cargo test --test how_it_works` writes the results into the guide. Read the difference before
//! you commit it.

#[path = "../examples/stages.rs"]
mod stages;

use std::fs;

#[test]
fn the_guide_shows_what_the_stages_make_of_its_page() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/how-it-works.md");
    let page = include_bytes!("../examples/stages.html");
    let mut written = fs::read_to_string(path).expect("docs/how-it-works.md");
    let guide = written.clone();
    replace_block(&mut written, "The page", &String::from_utf8_lossy(page));
    for (stage, values) in stages::stages(page).expect("a page with an article") {
        replace_block(&mut written, stage, &values);
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, &written).expect("docs/how-it-works.md can be written");
    } else {
        let hint = "If this is right: UPDATE=1 cargo test --test how_it_works";
        assert!(guide == written, "\n{}\n{hint}", similar::TextDiff::from_lines(&guide, &written).unified_diff());
    }
}

/// Replaces the content of the first block of code under a heading.
fn replace_block(guide: &mut String, heading: &str, content: &str) {
    let after = |text: &str, from: usize| guide[from..].find(text).map(|at| from + at + text.len());
    let place = after(&format!("\n## {heading}\n"), 0)
        .and_then(|at| after("\n```", at))
        .and_then(|at| after("\n", at))
        .and_then(|start| Some((start, after("```", start)? - "```".len())));
    let (start, end) = place.unwrap_or_else(|| panic!("no block of code under {heading}"));
    guide.replace_range(start..end, content);
}
