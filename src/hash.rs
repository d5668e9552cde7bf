//! Hash maps and sets for words, nodes and addresses of a page, and numbers that stand for texts.
//!
//! The maps use Foldhash in place of the standard library's SipHash, which had 6 % of a page's instructions. Neither keeps a
//! page from being made of words that fall together: the module has no randomness to draw a key from. Nothing depends on the
//! order in which such a map is walked.

pub(crate) use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

/// FNV-1a, 64 bits: the same on every platform and in every run, which the standard hasher does not promise.
///
/// The danger is a page that is made to be slow: these hashes can be foreseen, and a hash table is slow where they collide on
/// purpose. So equal ones are found by sorting. A collision that a page chooses can only make two of its own things count as
/// one.
pub(crate) fn fnv64(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Returns one number for two, in their order.
pub(crate) fn combine(a: u64, b: u64) -> u64 {
    (a.rotate_left(5) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_published_test_vectors() {
        for (text, hash) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(fnv64(text.bytes()), hash, "{text}");
        }
    }
}
