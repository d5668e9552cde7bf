//! Metadata of pasted text: what its own lines say. There is no publication date among it: the dates in a paste
//! belong to cards, licences and notices as often as to the article.

use super::Metadata;
use super::source::{Source, Sources};
use super::text::{cap, plain};
use crate::blocks::Blocks;
use crate::classify::lines::Lines;
use crate::options::{MAX_NAME_CHARS, MAX_TITLE_CHARS};
use regex::Regex;
use std::sync::LazyLock;

/// Reads title and byline from the lines that were recognised as such.
pub fn of_lines(blocks: &Blocks, lines: &Lines) -> Metadata {
    let text = |line: Option<usize>| line.map(|i| plain(&blocks.list[i].text));
    let title = text(lines.title).map(|title| cap(without_count(&title).to_owned(), MAX_TITLE_CHARS));
    let byline = text(lines.byline).map(|name| cap(name.trim_end_matches(['|', ' ']).to_owned(), MAX_NAME_CHARS));
    let mut sources = Sources::default();
    Metadata {
        title: sources.note("title", title.map(|title| (title, Source::Text))),
        authors: byline.iter().cloned().collect(),
        byline: sources.note("byline", byline.map(|name| (name, Source::Text))),
        sources,
        ..Metadata::default()
    }
}

/// A title without the view count that stands on its line: `Mùa gặt (Lượt xem: 1623)`.
fn without_count(title: &str) -> &str {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r" *[(\[|–-]? *(?:Lượt xem|lượt xem|Lượt đọc|Views|views|Xem) *:? *[0-9][0-9.,]* *[)\]]? *$| *[(\[][0-9.,]+ (?:lượt xem|views)[)\]] *$")
            .expect("a fixed pattern")
    });
    match COUNT.find(title) {
        Some(count) if count.start() > 0 => &title[..count.start()],
        _ => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_count_is_no_part_of_the_title() {
        let cases = [
            ("Mùa gặt sớm ở miền Tây (Lượt xem: 1623)", "Mùa gặt sớm ở miền Tây"),
            ("Mùa gặt sớm - Lượt xem: 1.623", "Mùa gặt sớm"),
            ("Harvest comes early [1,204 views]", "Harvest comes early"),
            ("Năm 2024 nhìn lại", "Năm 2024 nhìn lại"),
            ("Views 2024", "Views 2024"),
        ];
        for (line, title) in cases {
            assert_eq!(without_count(line), title);
        }
    }
}
