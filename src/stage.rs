//! Measures the time of each stage of the pipeline. Without the feature `bench`, `timed` is an
//! inlined call without any cost. With it, the times are added up until `take` is called.

/// The stages of the pipeline in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Decodes bytes to text.
    Decode,
    /// Turns HTML, or pasted text, into a tree.
    Tree,
    /// Reads the metadata from the tree.
    Metadata,
    /// Cuts the tree into text blocks.
    Blocks,
    /// Measures the features of each block for the rules and the classifier.
    Measure,
    /// Measures the features of each block for the classifier only.
    Features,
    /// Computes probabilities from the features.
    Classify,
    /// Chooses the kept leaves from the probabilities.
    Select,
    /// Builds the document from the kept leaves.
    Clean,
    /// Renders the document as text, HTML and Markdown.
    Render,
    /// Detects the language of the text, and counts its words and reading time.
    Language,
    /// Makes the summary and keywords from the text.
    Summary,
    /// Converts the values that enter and leave a binding.
    #[cfg(feature = "bench")]
    Boundary,
}

#[cfg(feature = "bench")]
impl Stage {
    /// All stages.
    pub const ALL: [Stage; 13] = [
        Stage::Decode,
        Stage::Tree,
        Stage::Metadata,
        Stage::Blocks,
        Stage::Measure,
        Stage::Features,
        Stage::Classify,
        Stage::Select,
        Stage::Clean,
        Stage::Render,
        Stage::Language,
        Stage::Summary,
        Stage::Boundary,
    ];
}

/// Runs the work of a stage. Stages must not be nested, because the time of an inner stage would be
/// counted twice.
#[cfg(not(feature = "bench"))]
#[inline(always)]
pub(crate) fn timed<T>(_: Stage, work: impl FnOnce() -> T) -> T {
    work()
}

#[cfg(feature = "bench")]
pub use recorder::{now, set_clock, take, timed};

#[cfg(feature = "bench")]
mod recorder {
    use super::Stage;
    use std::cell::Cell;
    use std::sync::OnceLock;

    type Times = [f64; Stage::ALL.len()];

    thread_local! {
        static TIMES: Cell<Times> = const { Cell::new([0.0; Stage::ALL.len()]) };
    }

    static CLOCK: OnceLock<fn() -> f64> = OnceLock::new();

    /// Sets the clock, which returns milliseconds since some fixed moment. The caller provides it,
    /// because every host has a different clock. Only the first call has an effect.
    pub fn set_clock(clock: fn() -> f64) {
        CLOCK.get_or_init(|| clock);
    }

    /// Returns the milliseconds since some fixed moment, or 0 without a clock.
    pub fn now() -> f64 {
        CLOCK.get().map_or(0.0, |clock| clock())
    }

    /// Runs the work of a stage and adds its time to the stage's total.
    pub fn timed<T>(stage: Stage, work: impl FnOnce() -> T) -> T {
        let start = now();
        let result = work();
        let mut times = TIMES.get();
        times[stage as usize] += now() - start;
        TIMES.set(times);
        result
    }

    /// Returns the milliseconds of all stages since the last call, in the order of [`Stage::ALL`].
    pub fn take() -> [f64; Stage::ALL.len()] {
        TIMES.replace([0.0; Stage::ALL.len()])
    }
}
