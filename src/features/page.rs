//! Adds columns about the page as a whole. They are the same for all its blocks.

use super::parts::Parts;
use super::table::{FeatureTable, share};
use crate::tree::{Tag, Tree};

pub(super) fn add_columns(table: &mut FeatureTable, parts: Parts) {
    let Parts { tree, elements, blocks, shapes, sums } = parts;
    let count = blocks.len() as f32;
    let mean_of = |value: &dyn Fn(usize) -> f32| share((0..blocks.len()).map(value).sum(), count);
    table.add_page("page_blocks", count);
    table.add_page("page_characters", sums.characters[0]);
    table.add_page("page_link_share", sums.link_share(0));
    table.add_page("page_long_share", sums.long_share(0));
    table.add_page("page_mean", share(sums.characters[0], count));
    table.add_page("page_median", median(shapes.iter().map(|s| s.characters).collect()));
    table.add_page("page_paragraphs", mean_of(&|i| f32::from(tree.tag(elements.nodes[blocks[i].owner]) == Tag::P)));
    table.add_page("page_headings", mean_of(&|i| f32::from(blocks[i].heading_level > 0.0)));
    table.add_page("page_dates", mean_of(&|i| shapes[i].date));
    table.add_page("page_prices", mean_of(&|i| shapes[i].price));

    const COUNTED: [(Tag, &str); 12] = [
        (Tag::ARTICLE, "article"),
        (Tag::FORM, "form"),
        (Tag::IMG, "img"),
        (Tag::MAIN, "main"),
        (Tag::H1, "h1"),
        (Tag::H2, "h2"),
        (Tag::TR, "tr"),
        (Tag::PRE, "pre"),
        (Tag::BUTTON, "button"),
        (Tag::LI, "li"),
        (Tag::TIME, "time"),
        (Tag::INPUT, "input"),
    ];
    let mut counts = [0.0; COUNTED.len()];
    for &id in &elements.nodes {
        if let Some(at) = COUNTED.iter().position(|&(tag, _)| tag == tree.tag(id)) {
            counts[at] += 1.0;
        }
    }
    for ((_, name), count) in COUNTED.iter().zip(counts) {
        table.add_page(format!("page_{name}"), count);
    }
    table.add_page("page_og_type", open_graph_type(tree));
    add_json_ld_columns(table, tree);
}

fn median(mut values: Vec<f32>) -> f32 {
    values.sort_unstable_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Returns the type of page that Open Graph states: 1 for an article, 2 for a product, 3 for a
/// website, 4 for another type, 0 for none.
fn open_graph_type(tree: &Tree) -> f32 {
    let named = tree
        .descendants(tree.root(), Tag::META)
        .find(|&meta| tree.attr(meta, "property") == Some("og:type"))
        .and_then(|meta| tree.attr(meta, "content"));
    match named.map(str::to_ascii_lowercase) {
        None => 0.0,
        Some(kind) if kind.contains("article") => 1.0,
        Some(kind) if kind.contains("product") => 2.0,
        Some(kind) if kind.contains("website") => 3.0,
        Some(_) => 4.0,
    }
}

/// Adds columns for the types in the page's JSON-LD. The names of the types cannot be confused with
/// other text, so the JSON is not parsed.
fn add_json_ld_columns(table: &mut FeatureTable, tree: &Tree) {
    const KINDS: [(&str, &[&str]); 2] = [
        (
            "article",
            &["\"Article\"", "\"NewsArticle\"", "\"BlogPosting\"", "\"TechArticle\"", "\"ReportageNewsArticle\""],
        ),
        ("product", &["\"Product\""]),
    ];
    let mut found = [false; KINDS.len()];
    for script in tree.descendants(tree.root(), Tag::SCRIPT) {
        if tree.attr(script, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
            let text = tree.text_content(script);
            for (found, (_, names)) in found.iter_mut().zip(KINDS) {
                *found |= names.iter().any(|name| text.contains(name));
            }
        }
    }
    for ((name, _), found) in KINDS.iter().zip(found) {
        table.add_page(format!("page_json_ld_{name}"), f32::from(found));
    }
}
