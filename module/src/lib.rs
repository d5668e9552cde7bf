//! The WebAssembly module: the crate, whose boundary to JavaScript is `src/wasm.rs`.

pub use unchaff::*;
