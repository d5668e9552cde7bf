//! The names of the months, as dates on pages write them.

use crate::word_map::WordMap;
use crate::words;
use std::sync::LazyLock;

const MONTHS: u32 = 12;

/// Returns the names of the months in all languages, each with its number. Each line of a section
/// lists the names of one month.
fn names() -> impl Iterator<Item = (&'static str, u32)> {
    let months = (1..=MONTHS).cycle();
    words::list("months").zip(months).flat_map(|(names, month)| names.split(", ").map(move |name| (name, month)))
}

/// Returns the number of a month from its name in lower case, 1 to 12.
pub(super) fn month(name: &str) -> Option<u32> {
    static NAMES: LazyLock<WordMap<u32>> = LazyLock::new(|| WordMap::new(names()));
    NAMES.get(name).copied()
}

/// Returns the number of a Persian name of the Solar Hijri calendar, 1 to 12.
pub(super) fn persian_month(name: &str) -> Option<u32> {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| words::list("months-persian").collect());
    (1..).zip(NAMES.iter()).find(|(_, own)| **own == name).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::{HashMap, HashMapExt};

    #[test]
    fn a_name_belongs_to_one_month() {
        for (name, number) in names() {
            assert_eq!(month(name), Some(number), "{name}");
        }
        for (name, expected) in [("tháng", None), ("abril", Some(4)), ("des", Some(12)), ("تشرين الثاني", Some(11))]
        {
            assert_eq!(month(name), expected, "{name}");
        }
    }

    #[test]
    fn each_language_names_all_months() {
        let mut months: HashMap<&str, u32> = HashMap::new();
        words::by_language("months").for_each(|(language, _)| *months.entry(language).or_default() += 1);
        assert!(months.values().all(|&count| count == MONTHS), "{months:?}");
    }
}
