//! Adds columns about the look of each line, judged by the line alone.

use super::labels::Label;
use super::line_kind::Look;
use super::structure::Lines;
use crate::blocks::Blocks;
use crate::features::measure::Features;
use crate::features::table::FeatureTable;
use crate::text::is_name;

pub(super) fn add_columns(table: &mut FeatureTable, blocks: &Blocks, lines: &Lines, features: &[Features]) {
    let text = |i: usize| blocks.list[i].text.trim_end();
    let column = |test: &dyn Fn(&str) -> bool, i: usize| f32::from(test(text(i)));
    table.add("kind", |i| features[i].kind as u8 as f32);
    table.add("look", |i| lines.looks[i] as u8 as f32);
    for (label, name) in Label::ALL {
        table.add(format!("label_{name}"), |i| match lines.labels[i] {
            Some(found) if found.label == label => 1.0 + f32::from(found.whole),
            _ => 0.0,
        });
    }
    table.add("caption", |i| f32::from(lines.looks[i] == Look::Caption));
    table.add("ellipsis", |i| column(&|t| t.ends_with('…') || t.ends_with(".."), i));
    table.add("question", |i| column(&|t| t.ends_with(['?', '？', '؟', '!', '！']), i));
    table.add("bar", |i| column(&|t| t.ends_with(['|', '>', '»', '›', '→', '▼', '+']), i));
    table.add("pointer", |i| column(&|t| t.starts_with(['>', '»', '›', '→', '▶', '►', '#', '+', '[', '【']), i));
    table.add("bracketed", |i| {
        column(&|t| t.starts_with(['(', '（', '[', '【']) && t.ends_with([')', '）', ']', '】']), i)
    });
    table.add("signed_off", |i| column(&|t| t.ends_with("./.") || t.ends_with('■'), i));
    table.add("quoted", |i| column(&|t| t.starts_with(['"', '“', '«', '„', '「', '『', '‘']), i));
    table.add("starts_digit", |i| column(&|t| t.starts_with(|c: char| c.is_numeric()), i));
    table.add("starts_small", |i| column(&|t| t.starts_with(char::is_lowercase), i));
    table.add("shouted", |i| column(&is_shouted, i));
    table.add("name", |i| column(&is_name, i));
    table.add("colons", |i| text(i).chars().take(200).filter(|c| matches!(c, ':' | '：')).count() as f32);
}

/// Returns `true` if a text has letters and all of them are capitals.
fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}
