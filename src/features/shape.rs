//! The shape of a block's text, in numbers with the same meaning in every script.

use super::measure::Features;
use super::numbers::{says_date, says_price};
use super::table::{Evidence, FeatureTable, share};
use crate::blocks::TextBlock;
use crate::hash::fnv64;
use crate::script::is_unspaced;
use crate::substring::contains_any;
use crate::text;

/// Numbers of one block's text.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    pub characters: f32,
    pub words: f32,
    pub link_share: f32,
    pub commas: f32,
    sentences: f32,
    /// 1 if the text ends like a sentence, 2 if it ends with a colon, otherwise 0.
    pub end: f32,
    pub capitals: f32,
    digits: f32,
    marks: f32,
    different_words: f32,
    small_words: f32,
    short_words: f32,
    word_length: f32,
    unspaced: f32,
    latin: f32,
    lines: f32,
    pub date: f32,
    pub price: f32,
    separators: f32,
    copyright: f32,
    address: f32,
    doubled: f32,
    code_marks: f32,
}

/// How many characters are read to compute shares of characters and words. The kind of a long text
/// does not change after its start.
const SAMPLE_CHARACTERS: usize = 400;
const SAMPLE_WORDS: usize = 200;

impl Shape {
    /// Computes the shape of a block from its text and its measures.
    pub fn of(block: &TextBlock, measured: &Features) -> Shape {
        let text = block.text.as_str();
        let trimmed = text.trim_end();
        let mut shape = Shape {
            characters: block.characters as f32,
            words: measured.words as f32,
            link_share: measured.link_share,
            end: if measured.ends_sentence { 1.0 } else { f32::from(trimmed.ends_with([':', '：'])) * 2.0 },
            ..Shape::default()
        };
        shape.count_characters(text);
        shape.count_words(text);
        let start = &text[..text.char_indices().nth(SAMPLE_CHARACTERS / 2).map_or(text.len(), |(at, _)| at)];
        shape.date = f32::from(says_date(start));
        shape.price = f32::from(says_price(start));
        shape.copyright = f32::from(text.contains('©') || contains_any(text, &["(c)"]));
        shape.address = f32::from(contains_any(text, &["@", "http", "www."]));
        shape
    }

    fn count_characters(&mut self, text: &str) {
        let (mut after_mark, mut sampled, mut digits, mut marks) = (false, 0.0, 0.0, 0.0);
        let (mut letters, mut latin, mut unspaced) = (0.0, 0.0, 0.0);
        for (at, c) in text.chars().enumerate() {
            if c.is_ascii_alphanumeric() {
                // On most pages, nearly all characters are letters of this kind, so they are
                // counted without a lookup.
                after_mark = false;
                if at < SAMPLE_CHARACTERS {
                    sampled += 1.0;
                    let digit = f32::from(c.is_ascii_digit());
                    digits += digit;
                    letters += 1.0 - digit;
                    latin += 1.0 - digit;
                }
                continue;
            }
            let space = c.is_whitespace();
            if matches!(c, ',' | '，' | '、' | ';' | '；' | '،') {
                self.commas += 1.0;
            }
            if matches!(c, '。' | '！' | '？' | '।') || after_mark && space {
                self.sentences += 1.0;
            }
            after_mark =
                matches!(c, '.' | '!' | '?' | '…' | '؟') || after_mark && matches!(c, '"' | '”' | '’' | ')' | '»');
            self.lines += f32::from(c == '\n');
            if at < SAMPLE_CHARACTERS {
                sampled += 1.0;
                let (letter, numeric) = (c.is_alphabetic(), c.is_numeric());
                digits += f32::from(numeric);
                marks += f32::from(!letter && !numeric && !space);
                letters += f32::from(letter);
                latin += f32::from(letter && c < '\u{0250}' || ('\u{1E00}'..'\u{1F00}').contains(&c));
                unspaced += f32::from(is_unspaced(c));
                self.code_marks += f32::from(matches!(c, '{' | '}' | '[' | ']' | '=' | '<' | '>' | '"' | '_' | '\\'));
                self.separators += f32::from(matches!(c, '|' | '·' | '•' | '›' | '»' | '/' | '→'));
            }
        }
        self.sentences += f32::from(after_mark);
        self.digits = share(digits, sampled);
        self.marks = share(marks, sampled);
        self.code_marks = share(self.code_marks, sampled);
        self.latin = share(latin, letters);
        self.unspaced = share(unspaced, letters);
    }

    fn count_words(&mut self, text: &str) {
        let (mut words, mut length) = (0.0, 0.0);
        // Words are compared by their hashes. This is exact enough for a share, and needs no table
        // for each block.
        let mut different = Vec::new();
        for word in text::tokens(text).take(SAMPLE_WORDS) {
            words += 1.0;
            let characters = word.chars().count();
            length += characters as f32;
            self.short_words += f32::from(characters <= 3);
            let capital = word.starts_with(char::is_uppercase);
            self.capitals += f32::from(capital);
            self.small_words += f32::from(word.starts_with(char::is_lowercase));
            different.push(fnv64(word.bytes()));
        }
        different.sort_unstable();
        different.dedup();
        self.different_words = share(different.len() as f32, words);
        self.doubled = f32::from(words >= 8.0 && different.len() as f32 <= words / 2.0);
        for sum in [&mut self.short_words, &mut self.capitals, &mut self.small_words] {
            *sum = share(*sum, words);
        }
        self.word_length = share(length, words);
    }
}

/// The name of a column and its value.
type ShapeColumn = (&'static str, fn(&Shape) -> f32);

pub(super) fn add_columns(table: &mut FeatureTable, shapes: &[Shape]) {
    let columns: [ShapeColumn; 23] = [
        ("characters", |s| s.characters),
        ("words", |s| s.words),
        ("link_share", |s| s.link_share),
        ("commas", |s| s.commas),
        ("sentences", |s| s.sentences),
        ("end", |s| s.end),
        ("capitals", |s| s.capitals),
        ("digits", |s| s.digits),
        ("marks", |s| s.marks),
        ("different_words", |s| s.different_words),
        ("small_words", |s| s.small_words),
        ("short_words", |s| s.short_words),
        ("word_length", |s| s.word_length),
        ("unspaced", |s| s.unspaced),
        ("latin", |s| s.latin),
        ("lines", |s| s.lines),
        ("date", |s| s.date),
        ("price", |s| s.price),
        ("separators", |s| s.separators),
        ("copyright", |s| s.copyright),
        ("address", |s| s.address),
        ("doubled", |s| s.doubled),
        ("code_marks", |s| s.code_marks),
    ];
    for (name, value) in columns {
        table.tells(if name == "link_share" { Evidence::Links } else { Evidence::Text });
        table.add(name, |i| value(&shapes[i]));
    }
}
