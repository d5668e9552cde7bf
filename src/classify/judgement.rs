//! The input of a model and its output.

use super::page_type::PageType;

/// Fills a slice with a page's numbers in one column, starting at a block.
pub type Columns<'a> = dyn Fn(usize, usize, &mut [f32]) + 'a;

/// The verdict of a model on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// For each block, the log odds that it is content.
    pub log_odds: Vec<f32>,
    /// The log odds of each type of page. Only their differences have a meaning. All are equal if
    /// nothing is known.
    pub type_odds: [f32; PageType::ALL.len()],
}

impl Judgement {
    /// Returns for each block the probability that it is content, 0 to 1.
    pub fn probabilities(&self) -> Vec<f32> {
        self.log_odds.iter().map(|&odds| sigmoid(odds)).collect()
    }

    /// Returns the likeliest type of the page and its probability, 0 to 1.
    pub fn page_type(&self) -> (PageType, f32) {
        let mut best = 0;
        for at in 1..PageType::ALL.len() {
            if self.type_odds[at] > self.type_odds[best] {
                best = at;
            }
        }
        let others: f64 = self.type_odds.iter().map(|odds| exp(odds - self.type_odds[best])).sum();
        (PageType::ALL[best], (1.0 / others) as f32)
    }
}

/// Computes 1 / (1 + e^-x).
fn sigmoid(x: f32) -> f32 {
    (1.0 / (1.0 + exp(-x))) as f32
}

/// Computes e^x for x between ±30. Unlike those of the standard library, the results are the same
/// on every platform.
fn exp(x: f32) -> f64 {
    let small = f64::from(x.clamp(-30.0, 30.0)) / 256.0;
    let mut exp = 1.0 + small * (1.0 + small / 2.0 * (1.0 + small / 3.0 * (1.0 + small / 4.0)));
    for _ in 0..8 {
        exp *= exp;
    }
    exp
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_odds_become_probabilities() {
        for (odds, probability) in [(0.0, 0.5), (1.0, 0.731_058_6), (-4.0, 0.017_986_21), (-1000.0, 0.0)] {
            assert!((sigmoid(odds) - probability).abs() < 1e-6, "{odds}: {}", sigmoid(odds));
        }
    }

    #[test]
    fn the_likeliest_type_is_told_with_its_probability() {
        let mut judgement = Judgement { log_odds: Vec::new(), type_odds: [0.0; 7] };
        assert_eq!(judgement.page_type(), (PageType::Article, 1.0 / 7.0));
        judgement.type_odds[1] = 3.0;
        let (page_type, probability) = judgement.page_type();
        assert_eq!(page_type, PageType::Forum);
        assert!((probability - 0.770).abs() < 0.001, "{probability}");
    }
}
