//! How much room the addresses of an article may take.
//!
//! A page says `<base href>` once and every relative link repeats it; a link that is not closed goes on in each
//! paragraph. So a small page could ask for an article of any size.

use crate::limits::{MAX_ADDRESS_GROWTH, MIN_ADDRESS_BYTES};
use crate::url::SafeUrl;

/// The bytes that are left for addresses.
pub(super) struct Addresses {
    left: usize,
}

impl Addresses {
    pub(super) fn of_page(source_bytes: usize) -> Addresses {
        Addresses { left: source_bytes.saturating_mul(MAX_ADDRESS_GROWTH).saturating_add(MIN_ADDRESS_BYTES) }
    }

    /// Takes room for what is written together; false where it is no longer there.
    pub(super) fn spend<const N: usize>(&mut self, urls: [Option<&SafeUrl>; N]) -> bool {
        let bytes = urls.into_iter().flatten().map(|url| url.as_str().len()).sum();
        let Some(left) = self.left.checked_sub(bytes) else { return false };
        self.left = left;
        true
    }
}
