//! Finds the line with the headline, and measures what other lines share with it.

use super::line_kind::{BODY_WORDS, Look};
use super::structure::Lines;
use crate::features::measure::Features;
use crate::features::table::{FeatureTable, share};
use crate::hash::{HashMap, HashMapExt, HashSet};
use crate::terms::terms;
use std::ops::Range;

/// Number of words of a headline.
const HEADLINE_WORDS: std::ops::RangeInclusive<usize> = 3..=30;
/// The distance to a missing title.
const FAR: f32 = -999.0;

/// Finds the headline: the line above the text whose words occur most in the first lines of the
/// text. A word weighs less the more lines contain it, so articles and prepositions hardly count.
/// `text` is the run of lines that is probably the article.
pub(super) fn find(lines: &Lines, features: &[Features], text: &Range<usize>) -> Option<usize> {
    const LINES_BEFORE_TEXT: usize = 40;
    const LEAD_LINES: usize = 6;
    /// The distance from the text, in lines, at which the weight of a headline is halved.
    const HALF_WEIGHT_LINES: f32 = 20.0;
    /// The factor for a line that ends like a sentence. Such a line is more often a standfirst or a
    /// caption than a headline. The opposite is true of a line that is repeated, in the page's path
    /// or as the text of an image.
    const SENTENCE: f32 = 0.5;
    const SAID_AGAIN: f32 = 1.5;
    let Lines { folded, looks, .. } = lines;
    let mut body = text.clone().filter(|&i| lines.is_body(i));
    let first = body.clone().find(|&i| features[i].words >= BODY_WORDS).or_else(|| body.next())?;
    let lead: HashSet<&str> =
        (first..text.end).filter(|&i| lines.is_body(i)).take(LEAD_LINES).flat_map(|i| terms(&folded[i])).collect();
    let mut lines_with: HashMap<&str, usize> = HashMap::new();
    let mut copies: HashMap<&str, usize> = HashMap::new();
    for line in folded {
        if *copies.entry(line).and_modify(|count| *count += 1).or_insert(1) == 1 {
            for word in HashSet::from_iter(terms(line)) {
                *lines_with.entry(word).or_default() += 1;
            }
        }
    }
    let weight = |i: usize| -> f32 {
        let words: HashSet<&str> = terms(&folded[i]).into_iter().collect();
        let mut weights: Vec<f32> = words
            .iter()
            .filter(|word| lead.contains(*word))
            .map(|word| 1.0 / (lines_with[word] as f32).sqrt())
            .collect();
        // The weights are sorted, because the sum of floats depends on the order, and the order of
        // a set is random.
        weights.sort_unstable_by(f32::total_cmp);
        let shared: f32 = weights.iter().sum();
        let near = HALF_WEIGHT_LINES / (HALF_WEIGHT_LINES + (first - i) as f32);
        let sentence = if features[i].ends_sentence { SENTENCE } else { 1.0 };
        let again = if copies[folded[i].as_str()] > 1 { SAID_AGAIN } else { 1.0 };
        shared / (words.len() as f32).sqrt() * near * sentence * again
    };
    let enough = |i: usize| terms(&folded[i]).iter().filter(|word| lead.contains(*word)).count() >= 2;
    let candidates = (first.saturating_sub(LINES_BEFORE_TEXT)..first)
        .filter(|&i| HEADLINE_WORDS.contains(&features[i].words) && enough(i))
        .filter(|&i| matches!(looks[i], Look::Headline | Look::Body | Look::Short | Look::Structured));
    // Of lines with equal weights, the last one wins, because it is nearest to the text.
    let weighed: Vec<(f32, usize)> = candidates.map(|i| (weight(i), i)).collect();
    weighed.into_iter().max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, i)| i)
}

pub(super) fn add_columns(table: &mut FeatureTable, lines: &Lines) {
    let title = lines.title.map_or("", |title| lines.folded[title].as_str());
    let words: HashSet<&str> = terms(title).into_iter().filter(|word| !word.is_empty()).collect();
    let shared: Vec<(f32, f32)> = lines.folded.iter().map(|line| overlap(line, &words)).collect();
    table.add("title_overlap", |i| shared[i].0);
    table.add("overlap_of_title", |i| shared[i].1);
    table.add("is_title", |i| f32::from(lines.title == Some(i)));
    // The line equals the title, or continues after it like many captions.
    table.add("says_title", |i| match lines.folded[i].strip_prefix(title) {
        Some(rest) if !title.is_empty() => 1.0 + f32::from(rest.is_empty()),
        _ => 0.0,
    });
    table.add("after_title", |i| lines.title.map_or(FAR, |title| i as f32 - title as f32));
}

/// Returns the share of a line's words that are in the title, and the share of the title's words that are in the line.
fn overlap(line: &str, title: &HashSet<&str>) -> (f32, f32) {
    const SAMPLE_WORDS: usize = 60;
    let words: Vec<&str> = terms(line).into_iter().take(SAMPLE_WORDS).collect();
    let shared = words.iter().filter(|word| title.contains(*word)).count();
    let different: HashSet<&&str> = words.iter().filter(|word| title.contains(*word)).collect();
    (share(shared as f32, words.len() as f32), share(different.len() as f32, title.len() as f32))
}
