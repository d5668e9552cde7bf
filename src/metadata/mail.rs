//! Metadata of a pasted mail, read from the mail's header, and of a pasted conversation.

use super::date::{self, DateOrder};
use super::fields::Metadata;
use super::source::{Source, Sources};
use super::text::cap;
use crate::limits::{MAX_NAME_CHARS, MAX_TITLE_CHARS};
use crate::lines::MailHeader;

/// Returns the metadata of a pasted conversation: its title, if it has one.
pub fn of_conversation(title: Option<&str>) -> Metadata {
    let mut sources = Sources::default();
    let title = title.map(|title| (cap(title.to_owned(), MAX_TITLE_CHARS), Source::Text));
    Metadata { title: sources.note("title", title), sources, ..Metadata::default() }
}

/// Reads title, byline and date from the header of a mail.
pub fn of_mail(header: &MailHeader) -> Metadata {
    let mut sources = Sources::default();
    let mut note = |field, value: Option<String>| sources.note(field, value.map(|value| (value, Source::Text)));
    let title = header.subject.clone().map(|subject| cap(subject, MAX_TITLE_CHARS));
    let byline = header.sender.clone().map(|sender| cap(sender, MAX_NAME_CHARS));
    let date = header.date.as_deref().and_then(|date| date::parse(date, DateOrder::of(None)));
    Metadata {
        title: note("title", title),
        byline: note("byline", byline.clone()),
        published_time: note("publishedTime", date),
        authors: byline.into_iter().collect(),
        sources,
        ..Metadata::default()
    }
}
