//! Metadata of pasted text: what the lines around the headline and under the article say.
//!
//! Most dates and names in a paste are not the article's: they belong to cards, comments, licences and notices, and a
//! site's header shows today's date. So a date counts only between headline and text, or right above the headline with a
//! time of day; a name only there or as a signature. Where neither is, the field is `None`.

use super::date::{self, Order};
use super::names::{self, is_capitalized};
use super::published::MODIFIED_WORDS;
use super::source::{Source, Sources};
use super::text::{cap, pattern, plain};
use super::{Metadata, is_month_first};
use crate::blocks::Blocks;
use crate::classify::lines::Judged;
use crate::features::lines::{Label, Lines, is_name};
use crate::language;
use crate::measure;
use crate::options::{LANGUAGE_SAMPLE_BYTES, MAX_NAME_CHARS, MAX_TITLE_CHARS};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Lines after the headline, and after the text, that are looked at.
const LINES_AFTER_TITLE: usize = 8;
const LINES_AFTER_TEXT: usize = 3;
/// Lines right above the headline that may hold its date.
const LINES_ABOVE_TITLE: usize = 2;
/// Longest line with a name or a date, in words: names, a section, a date, a time, a place.
const MAX_LINE_WORDS: usize = 16;

/// Reads title, byline and dates from the lines of a paste.
pub fn of_lines(blocks: &Blocks, lines: &Lines, judged: &Judged) -> Metadata {
    let page = Page { blocks, lines, judged };
    let title = judged.title.map(|i| {
        let title = plain(&blocks.list[i].text);
        cap(page.without_site(without_count(&title)).to_owned(), MAX_TITLE_CHARS)
    });
    let authors = page.authors();
    let byline = (!authors.is_empty()).then(|| cap(authors.join(", "), MAX_NAME_CHARS));
    let (published, modified) = page.dates();
    let mut sources = Sources::default();
    let mut note = |field, value: Option<String>| sources.note(field, value.map(|value| (value, Source::Text)));
    Metadata {
        title: note("title", title),
        byline: note("byline", byline),
        published_time: note("publishedTime", published),
        modified_time: note("modifiedTime", modified),
        authors,
        sources,
        ..Metadata::default()
    }
}

struct Page<'a> {
    blocks: &'a Blocks,
    lines: &'a Lines,
    judged: &'a Judged,
}

impl Page<'_> {
    fn text(&self, i: usize) -> &str {
        &self.blocks.list[i].text
    }

    /// The lines between the headline and the first running text that is kept.
    fn after_title(&self) -> Range<usize> {
        let Some(title) = self.judged.title else { return 0..0 };
        let rest = title + 1..(title + 1 + LINES_AFTER_TITLE).min(self.judged.chosen.len());
        let text = rest.clone().find(|&i| self.judged.chosen[i] && self.lines.is_body(i));
        rest.start..text.unwrap_or(rest.end)
    }

    /// The lines right after the last one that is kept.
    fn after_text(&self) -> Range<usize> {
        let end = self.judged.chosen.iter().rposition(|&chosen| chosen).map_or(0, |last| last + 1);
        end..(end + LINES_AFTER_TEXT).min(self.judged.chosen.len())
    }

    fn is_short(&self, i: usize) -> bool {
        measure::word_count(self.text(i)) <= MAX_LINE_WORDS
    }

    fn has_label(&self, i: usize, label: Label) -> bool {
        self.lines.labels[i].is_some_and(|found| found.label == label)
    }

    /// The names in the first line near the headline, or under the text, that gives any: one that says so, with a word or
    /// a bar, before one that only looks like a name.
    fn authors(&self) -> Vec<String> {
        let near = || self.after_title().chain(self.after_text()).filter(|&i| self.is_short(i));
        let spoken = |i: usize| {
            let text = plain(self.text(i));
            says_author(&text).then(|| authors(&text)).flatten()
        };
        let bare = |i: usize| {
            let whole_label = self.lines.labels[i].is_some_and(|found| found.whole);
            let named = !whole_label && is_name(self.text(i)) && !self.is_mentioned(i);
            named.then(|| authors(&plain(self.text(i)))).flatten()
        };
        near().find_map(spoken).or_else(|| near().find_map(bare)).unwrap_or_default()
    }

    /// Whether the text speaks of what a line says: of places and of the persons of the story, not of its author.
    fn is_mentioned(&self, i: usize) -> bool {
        let name = format!(" {} ", self.lines.folded[i]);
        let kept = (0..self.judged.chosen.len()).filter(|&j| self.judged.chosen[j] && j != i);
        kept.take(LINES_WITH_MENTIONS).any(|j| format!(" {} ", self.lines.folded[j]).contains(&name))
    }

    /// When it was published, and when changed.
    fn dates(&self) -> (Option<String>, Option<String>) {
        let Some(title) = self.judged.title else { return (None, None) };
        let order = if is_month_first(self.language().as_deref()) { Order::MonthFirst } else { Order::DayFirst };
        let (mut published, mut modified) = (None, None);
        let above = (title.saturating_sub(LINES_ABOVE_TITLE)..title).filter(|&i| has_time(self.text(i)));
        for i in self.after_title().chain(above) {
            if !self.is_short(i) || self.has_label(i, Label::Legal) || self.text(i).contains('©') {
                continue;
            }
            let Some(found) = date::parse(self.text(i), order) else { continue };
            let lower = self.text(i).to_lowercase();
            let changed = MODIFIED_WORDS.iter().any(|word| lower.starts_with(word));
            if changed { &mut modified } else { &mut published }.get_or_insert(found);
        }
        (published, modified)
    }

    fn language(&self) -> Option<String> {
        let mut sample = String::new();
        for i in (0..self.judged.chosen.len()).filter(|&i| self.judged.chosen[i]) {
            if sample.len() >= LANGUAGE_SAMPLE_BYTES {
                break;
            }
            sample.push_str(self.text(i));
            sample.push('\n');
        }
        language::settle(None, &sample)
    }

    /// A title without the site's name at its end: a short last part that stands on a line of its own elsewhere.
    fn without_site<'t>(&self, title: &'t str) -> &'t str {
        const SEPARATORS: [&str; 6] = [" | ", " - ", " – ", " — ", " · ", " :: "];
        const NAME_WORDS: usize = 5;
        let cut = SEPARATORS.iter().filter_map(|s| title.rfind(s).map(|at| (at, at + s.len()))).max();
        let Some((end, start)) = cut else { return title };
        let name = measure::fold(&title[start..]);
        let alone = name.split(' ').count() <= NAME_WORDS && self.lines.folded.contains(&name);
        if alone && end > 0 { &title[..end] } else { title }
    }
}

/// Kept lines in which an author's name would be a mention: the first ones name the persons of the story.
const LINES_WITH_MENTIONS: usize = 40;

/// The names in a line, as a byline gives them.
fn authors(line: &str) -> Option<Vec<String>> {
    // Marks of Markdown, and dashes between names.
    let line = line.replace("**", "").replace(" – ", " - ");
    let line = line.trim_matches(|c: char| c.is_whitespace() || "()（）[]【】_*".contains(c));
    let names = line.split(" - ").flat_map(|part| names::shown_names(without_occupation(part), ""));
    let names: Vec<String> = names.filter(|name| is_capitalized(name)).collect();
    (!names.is_empty()).then_some(names)
}

/// A name without the word for a reporter that stands before or after it, with only a space or nothing between.
fn without_occupation(name: &str) -> &str {
    const BEFORE: [&str; 4] = ["記者 ", "记者 ", "Phóng viên ", "PV "];
    const AFTER: [&str; 2] = [" 기자", " 記者"];
    let rest = BEFORE.iter().find_map(|word| name.strip_prefix(word));
    rest.or_else(|| AFTER.iter().find_map(|word| name.strip_suffix(word))).unwrap_or(name)
}

/// Whether a line says that it names the author: with a word, or a bar after the name.
fn says_author(line: &str) -> bool {
    let inside = line.trim_start_matches(['(', '（', '[', '【', '*', '_']).trim_end_matches([')', '）', ']', '】']);
    let spoken = names::strip_prefix(&format!("{inside} "), "").is_some() || without_occupation(inside) != inside;
    spoken || line.ends_with('|') && is_name(line)
}

/// Whether a time of day stands in a line: `19:25`, `19h25`.
fn has_time(text: &str) -> bool {
    static TIME: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[^0-9:])[0-2]?[0-9][:hH][0-5][0-9](?:[^0-9]|$)"));
    TIME.is_match(text)
}

/// A title without the view count that stands on its line: `Mùa gặt (Lượt xem: 1623)`.
fn without_count(title: &str) -> &str {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        const WORDS: &str = "[Ll]ượt xem|[Ll]ượt đọc|[Vv]iews|[Vv]iewed|[Xx]em|[Đđ]ọc|[Aa]ufrufe|[Vv]ues|[Vv]isitas|[Vv]isualizações|[Пп]росмотров|阅读|浏览|閲覧数|조회수?";
        pattern(&format!(
            r" *[(\[|–（-]? *(?:{WORDS}) *[:：]? *[0-9][0-9.,]* *(?:lần)? *[)\]）]? *$| *[(\[（] *[0-9][0-9.,]* *(?:{WORDS}) *[)\]）] *$"
        ))
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
            ("早稻提前收割（阅读：1204）", "早稻提前收割"),
            ("Năm 2024 nhìn lại", "Năm 2024 nhìn lại"),
            ("Views 2024", "Views 2024"),
        ];
        for (line, title) in cases {
            assert_eq!(without_count(line), title);
        }
    }

    #[test]
    fn names_of_several_authors_are_parted() {
        let cases = [
            ("Hải Sâm - Lê Duyệt |", Some("Hải Sâm, Lê Duyệt")),
            ("Bài và ảnh: Thu Nguyệt", Some("Thu Nguyệt")),
            ("By Ana Ruiz | 5 min read", Some("Ana Ruiz")),
            ("By **Orla Finch** | 7 min read", Some("Orla Finch")),
            ("（記者　水無瀬遥）", Some("水無瀬遥")),
            ("In bài viết", None),
        ];
        for (line, byline) in cases {
            assert_eq!(authors(&plain(line)).map(|names| names.join(", ")).as_deref(), byline, "{line}");
        }
    }
}
