//! Limits the bytes of all addresses in an article.
//!
//! A page states `<base href>` once, but it becomes part of every relative link. A link without an
//! end tag continues in every paragraph after it. So without a limit, a small page could produce an
//! article of any size.

use crate::limits::{MAX_ADDRESS_GROWTH, MIN_ADDRESS_BYTES};
use crate::url::SafeUrl;

/// The number of bytes that are left for addresses.
pub(super) struct Addresses {
    left: usize,
}

impl Addresses {
    pub(super) fn of_page(source_bytes: usize) -> Addresses {
        Addresses { left: source_bytes.saturating_mul(MAX_ADDRESS_GROWTH).saturating_add(MIN_ADDRESS_BYTES) }
    }

    /// Takes the bytes for addresses that are written together. Returns `false` if too few bytes
    /// are left.
    pub(super) fn spend<const N: usize>(&mut self, urls: [Option<&SafeUrl>; N]) -> bool {
        let bytes = urls.into_iter().flatten().map(|url| url.as_str().len()).sum();
        let Some(left) = self.left.checked_sub(bytes) else { return false };
        self.left = left;
        true
    }
}
