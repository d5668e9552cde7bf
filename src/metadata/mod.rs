//! Metadata: what the page says about its article: title, byline, dates, site, language, lead image and so on.
//!
//! A page states each fact in several places, and they may disagree. Every source is first read
//! into plain values. Then [`extract`] takes each field from the most trusted source that has it,
//! and records that source. The danger is in wrong values: the date of a related article's card,
//! the site as the author, a title that was cut too short. If no source is good enough, the field
//! is `None`.
//!
//! Files import only files from lines above their own:
//!
//! ```text
//! source, text, hints, months, name_words, pasted_line
//! json_ld, meta_tags, names, date, headings, byline_zone
//! title, image, credit, published
//! unmarked, paste_zones
//! taxonomy, paging, fields, byline, undress
//! headline
//! pasted_byline
//! extract, lines, mail, ruled
//! ```

mod byline;
mod byline_zone;
mod credit;
mod date;
mod extract;
mod fields;
mod headings;
mod headline;
mod hints;
mod image;
mod json_ld;
mod line_parts;
mod lines;
mod mail;
mod meta_tags;
mod months;
mod name_words;
mod names;
mod paging;
mod paste_zones;
mod pasted_byline;
mod pasted_line;
mod published;
mod ruled;
mod source;
mod taxonomy;
mod text;
mod title;
mod undress;
mod unmarked;

/// Returns the first date of a text in ISO 8601, with the time of day beside it. The language
/// decides the order of day and month.
pub(crate) fn iso_date(text: &str, language: Option<&str>) -> Option<String> {
    date::parse(text, date::DateOrder::of(language))
}

pub use extract::{extract, title_description_and_language};
pub use fields::Metadata;
pub use headline::{Headline, headline, headline_of_list};
#[cfg(feature = "_internals")]
pub use headline::{HeadlineCandidate, evidence, headline_candidates};
pub use image::LeadImage;
pub use json_ld::parse_scripts as json_ld;
pub(crate) use line_parts::is_dateline;
#[cfg(feature = "_internals")]
pub use lines::byline_candidates;
pub use lines::of_lines;
pub use mail::{of_conversation, of_mail};
#[cfg(feature = "_internals")]
pub use pasted_byline::{BylineCandidate, evidence as byline_evidence};
pub use pasted_line::PastedLine;
pub(crate) use ruled::authors_in;
pub use source::{Source, Sources};
