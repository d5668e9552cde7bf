//! A small neural network with one hidden layer, for a decision based on a few dozen numbers.

/// The learned weights of a network. Training writes them as a Rust source.
#[derive(Debug)]
pub(crate) struct Perceptron<const HIDDEN: usize> {
    /// For each piece of evidence: its mean, its deviation, and its direct weight.
    pub evidence: &'static [(f32, f32, f32)],
    /// The units of the hidden layer. Each has a weight for each piece of evidence, in multiples of
    /// `unit`.
    pub hidden: [&'static [i8]; HIDDEN],
    pub unit: f32,
    pub bias: [f32; HIDDEN],
    /// The weight of each hidden unit.
    pub out: [f32; HIDDEN],
    pub base: f32,
}

impl<const HIDDEN: usize> Perceptron<HIDDEN> {
    /// Returns the score of this evidence. Above 0 means yes.
    pub(crate) fn score(&self, evidence: &[f32]) -> f32 {
        let mut scaled = evidence.to_vec();
        let mut score = self.base;
        for (value, (mean, deviation, direct)) in scaled.iter_mut().zip(self.evidence) {
            *value = (*value - mean) / deviation;
            score += *value * direct;
        }
        for ((weights, bias), out) in self.hidden.iter().zip(self.bias).zip(self.out) {
            let sum: f32 = weights.iter().zip(&scaled).map(|(&weight, value)| f32::from(weight) * value).sum();
            score += f32::max(0.0, sum * self.unit + bias) * out;
        }
        score
    }

    /// Returns `true` if the network has weights for this number of pieces of evidence.
    #[cfg(test)]
    pub(crate) fn fits(&self, evidence: usize) -> bool {
        self.evidence.len() == evidence && self.hidden.iter().all(|unit| unit.len() == evidence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_the_sum_of_the_hidden_units_and_of_the_evidence() {
        let network = Perceptron {
            evidence: &[(1.0, 2.0, 0.5), (0.0, 1.0, -1.0)],
            hidden: [&[2, 0], &[0, -3]],
            unit: 0.5,
            bias: [0.0, 1.0],
            out: [3.0, 4.0],
            base: 0.25,
        };
        // The evidence is scaled to 2 and 1. The first unit gives 2, the second -0.5, which counts
        // as 0.
        assert_eq!(network.score(&[5.0, 1.0]), 0.25 + 1.0 - 1.0 + 6.0);
        // The evidence is scaled to 0 and 0. Only the bias of the second unit remains.
        assert_eq!(network.score(&[1.0, 0.0]), 4.25);
        assert!(network.fits(2) && !network.fits(3));
    }
}
