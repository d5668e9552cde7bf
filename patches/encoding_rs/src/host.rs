//! The host's decoder, from which the tables are read.

/// What the host's `TextDecoder` makes of `bytes`, or nothing where it does not know the encoding.
#[cfg(target_arch = "wasm32")]
pub fn decode(label: &str, bytes: &[u8]) -> String {
    let decoded = web_sys::TextDecoder::new_with_label(label).and_then(|decoder| decoder.decode_with_u8_array(bytes));
    decoded.unwrap_or_default()
}

/// In tests the real encoding_rs is the host.
#[cfg(not(target_arch = "wasm32"))]
pub fn decode(label: &str, bytes: &[u8]) -> String {
    let encoding = real::Encoding::for_label(label.as_bytes()).expect("only labels of the standard are asked for");
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
