//! Groups of equal keys, found by sorting. Hashing would let a page that chooses its keys make it slow.

/// Returns for each key the number of its group, and the count of groups. A group is a set of equal keys.
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
