//! Explains the model's verdicts.

use super::model::Model;
use crate::features::{Evidence, FeatureTable};

/// How far one kind of evidence moved the verdict on a block.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Influence {
    /// The kind of evidence.
    pub evidence: Evidence,
    /// The change that this evidence made to the log odds that the block is content. A positive
    /// value speaks for the block, a negative one against it. A change of 0.7 about doubles the
    /// odds.
    pub pull: f32,
}

/// Influences weaker than this, in log odds, are noise to a reader.
const WEAKEST: f32 = 0.1;

/// Returns the influences on the verdict of each block, the strongest first.
///
/// To measure a kind of evidence, its values on the whole page are replaced by typical values of
/// all pages, and the page is judged again. So the pulls are exact for the shipped model. They do
/// not add up to the log odds, because different kinds of evidence overlap.
pub fn explain(model: &Model, table: &FeatureTable) -> Vec<Vec<Influence>> {
    let with = model.judge(table.rows(), &|column, first, numbers| table.read_column(column, first, numbers)).log_odds;
    let mut influences = vec![Vec::new(); table.rows()];
    for evidence in Evidence::ALL {
        let known = |column, first, numbers: &mut [f32]| {
            if table.evidence(column) == evidence {
                numbers.fill(model.typical(column));
            } else {
                table.read_column(column, first, numbers);
            }
        };
        let without = model.judge(table.rows(), &known).log_odds;
        for ((of_block, with), without) in influences.iter_mut().zip(&with).zip(without) {
            let pull = with - without;
            if pull.abs() >= WEAKEST {
                of_block.push(Influence { evidence, pull });
            }
        }
    }
    for of_block in &mut influences {
        of_block.sort_by(|a, b| b.pull.abs().total_cmp(&a.pull.abs()));
    }
    influences
}

#[cfg(test)]
mod tests {
    use crate::{Options, clean};

    #[test]
    fn strongest_influences_come_first_and_only_when_asked_for() {
        let prose = "<p>Mưa rơi suốt đêm trên đồi và con sông dâng cao thêm hai mét, nước tràn qua cầu và vào nhà, \
            đến sáng thì rút, để lại bùn và cá trên sân trường.</p>";
        let page = format!(
            "<nav><a href=/>Trang chủ</a> <a href=/x>Xã hội</a></nav><main><article><h1>Nước lên</h1>{}</article></main>",
            prose.repeat(4)
        );
        let article = clean(page.as_str(), &Options::new().explain(true)).unwrap();
        for block in &article.blocks {
            assert!(block.influences.is_sorted_by(|a, b| a.pull.abs() >= b.pull.abs()), "{block:?}");
        }
        let pulls = |kept| {
            let block = article.blocks.iter().find(|block| block.kept == kept).unwrap();
            block.influences.iter().map(|influence| influence.pull).sum::<f32>()
        };
        assert!(pulls(true) > 0.0 && pulls(false) < 0.0);
        let silent = clean(page.as_str(), &Options::default()).unwrap();
        assert!(silent.blocks.iter().all(|block| block.influences.is_empty()));
    }
}
