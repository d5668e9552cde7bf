//! Tests the renderers with documents and their renderings as data, and with generated documents
//! that independent parsers read.

mod documents;
mod html_cases;
mod markdown_cases;
mod outline;
mod round_trip;
mod sample;
mod text_cases;
