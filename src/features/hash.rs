//! Numbers that stand for texts and names, and groups of equal ones.
//!
//! The danger is a page that is made to be slow: hashes that can be foreseen, as these can, make a hash table slow when
//! they collide on purpose. So equal ones are found by sorting.

/// FNV-1a, 64 bits: the same on every platform and in every run, which the standard hasher does not promise. A collision
/// chosen by a page could only make two of its own things count as one.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// One number out of two, in their order.
pub(super) fn combine(a: u64, b: u64) -> u64 {
    (a.rotate_left(5) ^ b).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// For each key the number of its group, in which all keys are equal, and how many groups there are.
pub(super) fn groups<K: Ord + Copy>(keys: impl Iterator<Item = K>) -> (Vec<usize>, usize) {
    let mut sorted: Vec<(K, usize)> = keys.enumerate().map(|(at, key)| (key, at)).collect();
    sorted.sort_unstable();
    let mut numbers = vec![0; sorted.len()];
    let mut group = 0;
    for (place, &(key, at)) in sorted.iter().enumerate() {
        if place > 0 && sorted[place - 1].0 != key {
            group += 1;
        }
        numbers[at] = group;
    }
    let count = if sorted.is_empty() { 0 } else { group + 1 };
    (numbers, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_are_one_group() {
        assert_eq!(groups([7, 3, 7, 9, 3].into_iter()), (vec![1, 0, 1, 2, 0], 3));
        assert_eq!(groups([0_u64; 0].into_iter()), (vec![], 0));
    }
}
