//! What the page says of its article: title, byline, dates, site, language, lead image and the like.
//!
//! A page says each thing in several places that disagree. Every source is read into plain values first;
//! [`extract`] then holds, field by field, the order in which they are believed, and notes which one it was. The danger is
//! in saying what is not the article's: a date of a related card, the site as its author, a cut title. Where no
//! source is good enough the field is `None`.
//!
//! Files import only files of a level below theirs:
//!
//! ```text
//! source, text, hints, months, name_words, pasted_line
//! json_ld, meta_tags, names, date, headings, byline_zone
//! title, image, credit, published
//! taxonomy, paging, fields, byline, undress
//! headline
//! extract, lines, mail
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
mod lines;
mod mail;
mod meta_tags;
mod months;
mod name_words;
mod names;
mod paging;
mod pasted_line;
mod published;
mod source;
mod taxonomy;
mod text;
mod title;
mod undress;

pub use extract::extract;
pub use fields::Metadata;
pub use headline::{Headline, headline, headline_of_list};
pub use image::LeadImage;
pub use json_ld::parse_scripts as json_ld;
pub use lines::of_lines;
pub use mail::of_mail;
pub use pasted_line::PastedLine;
pub use source::{Source, Sources};
