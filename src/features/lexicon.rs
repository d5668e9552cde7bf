//! What boilerplate talks of: words that notices, forms and lists on pages of many kinds have in common, in the languages
//! that most of the web is written in. Articles use these words too; the model weighs how many there are, and where.
//!
//! Phrases are matched as runs of folded tokens, see [`text::fold`].

use super::neighbours::window;
use super::table::{Evidence, FeatureTable};
use crate::hash::{HashMap, HashMapExt};
use crate::text;
use crate::words;
use std::sync::LazyLock;

/// Tokens of a block that are looked at: what a notice is about it says at once.
const SAMPLE_TOKENS: usize = 40;
/// Blocks on each side that count as near.
const NEAR: usize = 4;

/// The subjects of boilerplate. The phrases of one are the section of its name.
const SUBJECTS: [&str; 10] =
    ["consent", "browser", "account", "subscription", "sharing", "rights", "more", "comments", "advertising", "shop"];

/// The tokens of a phrase after the first, and its subject's number.
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

/// How often each subject comes up in a text.
type SubjectCounts = [f32; SUBJECTS.len()];

/// Adds, for each subject, how often it comes up in a block, near it, and in the heading above it; `headings` gives that
/// heading.
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
