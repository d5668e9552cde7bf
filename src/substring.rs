//! Searches a short text for one of several words. A page needs thousands of such searches, with
//! dozens of words each, in class names and lines. The standard library would prepare every search
//! again.

/// Returns `true` if a text contains one of the parts.
pub(crate) fn contains_any(text: &str, parts: &[impl AsRef<str>]) -> bool {
    find_any(text, parts, |_| true).is_some()
}

/// Returns the first position of one of the parts for which `accepts` returns `true`. No part may
/// be empty.
pub(crate) fn find_any(text: &str, parts: &[impl AsRef<str>], accepts: impl Fn(usize) -> bool) -> Option<usize> {
    let mut firsts = [0u64; 4];
    for first in parts.iter().filter_map(|part| part.as_ref().bytes().next()) {
        firsts[usize::from(first >> 6)] |= 1 << (first & 63);
    }
    let bytes = text.as_bytes();
    (0..bytes.len()).find(|&at| {
        let first = bytes[at];
        firsts[usize::from(first >> 6)] & 1 << (first & 63) != 0
            && parts.iter().any(|part| bytes[at..].starts_with(part.as_ref().as_bytes()))
            && accepts(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_that_is_taken_is_told() {
        let text = "cập nhật, ngày đăng";
        assert_eq!(find_any(text, &["đăng", "ngày"], |_| true), text.find("ngày"));
        assert_eq!(find_any(text, &["đăng", "ngày"], |at| at > 15), text.find("đăng"));
        assert_eq!(find_any(text, &["giờ"], |_| true), None);
        assert!(contains_any("postdate", &["time", "date"]));
        assert!(!contains_any("", &["time"]) && !contains_any("dat", &["date"]));
    }
}
