//! The styles and marks of the text.

use super::{DocumentBuilder, Marks, Style};
use crate::document::Locale;
use crate::url::SafeUrl;

impl DocumentBuilder {
    /// Opens a style. Returns `false` if it is already open or is not allowed here.
    pub(in crate::clean) fn open_style(&mut self, style: Style) -> bool {
        if self.code.is_some() || self.styles.iter().any(|open| open.is_same_kind(style)) {
            return false;
        }
        match (self.styles.last(), style) {
            // Code has no styles inside it. A link goes around the code.
            (Some(verbatim), Style::Link(_)) if verbatim.is_verbatim() => {
                self.styles.insert(self.styles.len() - 1, style);
            }
            (Some(verbatim), _) if verbatim.is_verbatim() => return false,
            _ => self.styles.push(style),
        }
        true
    }

    /// Opens a link as [`DocumentBuilder::open_style`] does.
    pub(in crate::clean) fn open_link(&mut self, url: SafeUrl) -> bool {
        // Two links in a row with the same target are one link.
        if self.meanings.links.last() != Some(&url) {
            self.meanings.links.push(url);
        }
        self.open_style(Style::Link(self.meanings.links.len() - 1))
    }

    /// Opens an abbreviation as [`DocumentBuilder::open_style`] does.
    pub(in crate::clean) fn open_abbreviation(&mut self, title: String) -> bool {
        self.meanings.titles.push(title);
        self.open_style(Style::Abbreviation(self.meanings.titles.len() - 1))
    }

    /// Opens a run in another language as [`DocumentBuilder::open_style`] does.
    pub(in crate::clean) fn open_span(&mut self, locale: Locale) -> bool {
        self.meanings.locales.push(locale);
        self.open_style(Style::Span(self.meanings.locales.len() - 1))
    }

    /// Opens a style with its own number as [`DocumentBuilder::open_style`] does.
    pub(in crate::clean) fn open_numbered(&mut self, style: fn(usize) -> Style) -> bool {
        self.meanings.others += 1;
        self.open_style(style(self.meanings.others))
    }

    /// Returns `true` inside a ruby, where words have a pronunciation.
    pub(in crate::clean) fn is_in_ruby(&self) -> bool {
        self.styles.iter().any(|style| matches!(style, Style::Ruby(_)))
    }

    /// Closes the style of this kind.
    pub(in crate::clean) fn close_style(&mut self, kind: Style) {
        self.styles.retain(|style| !style.is_same_kind(kind));
    }

    pub(in crate::clean) fn open_marks(&mut self, marks: Marks) -> bool {
        if self.code.is_some() {
            return false;
        }
        self.marks.push(marks.open);
        true
    }

    /// Writes the closing mark, if a word followed the opening mark.
    pub(in crate::clean) fn close_marks(&mut self, marks: Marks) {
        if self.marks.pop().is_none() && !self.run.is_empty() {
            self.run.closing_mark(marks.close, &self.styles);
        }
    }
}
