//! Counts words on the subjects of boilerplate. Notices, forms and lists on many kinds of pages use
//! these words, in the most common languages of the web. Articles use them too, so the model weighs
//! their number and position.
//!
//! Phrases are matched as runs of folded tokens, see [`text::fold`].

use super::neighbours::window;
use super::table::{Evidence, FeatureTable};
use crate::hash::{HashMap, HashMapExt};
use crate::text;
use crate::words;
use std::sync::LazyLock;

/// How many tokens of a block are read. A notice names its subject at the start.
const SAMPLE_TOKENS: usize = 40;
/// How many blocks on each side count as near.
const NEAR: usize = 4;

/// The subjects of boilerplate. Each is also the name of the section with its phrases.
const SUBJECTS: [&str; 10] =
    ["consent", "browser", "account", "subscription", "sharing", "rights", "more", "comments", "advertising", "shop"];

/// The tokens of a phrase after the first one, and the number of the phrase's subject.
type SubjectPhrase = (Vec<String>, usize);

/// Phrases by their first token.
static PHRASES: LazyLock<HashMap<String, Vec<SubjectPhrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<String, Vec<SubjectPhrase>> = HashMap::new();
    for (number, subject) in SUBJECTS.iter().enumerate() {
        for phrase in words::list(&format!("subject-{subject}")) {
            let folded = text::fold(phrase);
            let mut tokens = folded.split(' ').map(str::to_owned);
            if let Some(first) = tokens.next() {
                phrases.entry(first).or_default().push((tokens.collect(), number));
            }
        }
    }
    phrases
});

/// The number of occurrences of each subject in a text.
type SubjectCounts = [f32; SUBJECTS.len()];

/// Adds for each subject how often it occurs in a block, near the block, and in the heading above
/// it. `headings` has that heading.
pub(super) fn add_columns(table: &mut FeatureTable, folded: &[String], headings: &[Option<usize>]) {
    let counts: Vec<SubjectCounts> = folded.iter().map(|text| count(text)).collect();
    let mut before = vec![[0.0; SUBJECTS.len()]];
    for of_block in &counts {
        let mut sums = before[before.len() - 1];
        sums.iter_mut().zip(of_block).for_each(|(sum, count)| *sum += count);
        before.push(sums);
    }
    table.tells(Evidence::Label);
    for (subject, name) in SUBJECTS.iter().enumerate() {
        table.add(format!("says_{name}"), |i| counts[i][subject]);
        table.add(format!("near_{name}"), |i| {
            let near = window(i, NEAR, counts.len());
            before[near.end][subject] - before[near.start][subject]
        });
        table.add(format!("heading_{name}"), |i| headings[i].map_or(0.0, |heading| counts[heading][subject]));
    }
}

fn count(folded: &str) -> SubjectCounts {
    let mut counts = [0.0; SUBJECTS.len()];
    let mut tokens = folded.split(' ').take(SAMPLE_TOKENS);
    while let Some(first) = tokens.next() {
        let Some(phrases) = PHRASES.get(first) else { continue };
        for (rest, subject) in phrases {
            if tokens.clone().take(rest.len()).eq(rest.iter().map(String::as_str)) {
                counts[*subject] += 1.0;
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subjects(text: &str) -> Vec<&'static str> {
        let counts = count(&text::fold(text));
        SUBJECTS.iter().zip(counts).filter(|(_, count)| *count > 0.0).map(|(name, _)| *name).collect()
    }

    #[test]
    fn boilerplate_is_known_in_many_languages() {
        let cases: &[(&str, &[&str])] = &[
            ("We use cookies to improve your visit.", &["consent"]),
            ("Trình duyệt của bạn quá cũ", &["browser"]),
            ("Đăng nhập để gửi bình luận", &["account", "comments"]),
            ("Mot de passe oublié ?", &["account"]),
            ("Читайте также", &["more"]),
            ("请先登录后发表评论", &["account", "comments"]),
            ("無断転載を禁じます", &["rights"]),
            ("当サイトではクッキーを使用しています", &["consent"]),
            ("장바구니에 담기", &[]),
            ("장바구니", &["shop"]),
            ("The river rose by two metres.", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(subjects(text), *expected, "{text}");
        }
    }
}
