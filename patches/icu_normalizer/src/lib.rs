//! icu_normalizer without Unicode's tables, for the WebAssembly module: every host of it has them.
//!
//! Only what `src/decode.rs` calls, where `wasm/Cargo.toml` puts this crate in the place of the real one. The letters of
//! windows-1258 are older than any host, and Unicode never changes how old letters are composed.

#![cfg(target_arch = "wasm32")]

use std::borrow::Cow;

/// Composes letters and the marks that follow them.
#[derive(Debug, Clone, Copy)]
pub struct ComposingNormalizerBorrowed(());

impl ComposingNormalizerBorrowed {
    /// The normalizer to NFC.
    pub const fn new_nfc() -> Self {
        ComposingNormalizerBorrowed(())
    }

    /// The text in NFC.
    pub fn normalize(self, text: &str) -> Cow<'_, str> {
        Cow::Owned(js_sys::JsString::from(text).normalize("NFC").into())
    }
}
