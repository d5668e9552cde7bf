//! encoding_rs without its tables, for the WebAssembly module: they would be an eighth of all that a page loads.
//!
//! lol_html and chardetng name encoding_rs, so `wasm/Cargo.toml` puts this crate in its place. The single-byte
//! encodings have tables of their own here, and the tables of the East Asian ones are read off the host's `TextDecoder`
//! when a page first needs them, see `index.rs`. Only the tables: how bytes become characters, and what is malformed, is
//! decided in `decoder.rs`, the same on every host.
//!
//! What is here is what those two crates and `src/decode.rs` call. Text can be decoded from every encoding of the
//! [Encoding Standard](https://encoding.spec.whatwg.org/); it is encoded as UTF-8 alone.

// The tests compare with the real one, and so run outside of WebAssembly.
#![cfg(any(target_arch = "wasm32", test))]
#![cfg_attr(test, allow(dead_code))]

mod decoder;
mod encoding;
mod host;
mod index;
#[cfg(test)]
mod tests;

pub use decoder::{CoderResult, Decoder, DecoderResult};
pub use encoding::*;
