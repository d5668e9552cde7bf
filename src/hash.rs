//! Hash maps and sets for words, nodes and addresses of a page, and hashes of texts.
//!
//! The maps use Foldhash, because the standard library's SipHash took 6 % of the instructions for a
//! page. A page can cause collisions with either hasher, because the module has no source of
//! randomness for a key. Nothing depends on the iteration order of such a map.

pub(crate) use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

/// Computes FNV-1a with 64 bits. The result is the same on every platform and in every run. The standard hasher does
/// not guarantee that.
///
/// The danger is a page that is made to be slow. These hashes are predictable, and a hash table is
/// slow if many keys collide. So equal hashes are found by sorting instead. An intended collision
/// can only make two parts of the same page count as one.
pub(crate) fn fnv64(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Combines two numbers into one. The order of the two matters.
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
