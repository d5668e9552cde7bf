//! What the renderers write: documents and their renderings as data, and any document read back by parsers that are
//! not ours.

mod documents;
mod html_cases;
mod markdown_cases;
mod outline;
mod round_trip;
mod sample;
mod text_cases;
