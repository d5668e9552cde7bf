//! Measures the time of each stage of the pipeline. Without the feature `bench`, this is only a call that is inlined
//! away. With it, times add up until they are taken.

/// The stages of the pipeline in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Bytes to text.
    Decode,
    /// HTML to tokens and a tree, or pasted text to a tree.
    Tree,
    /// The tree to metadata.
    Metadata,
    /// The tree to text blocks.
    Blocks,
    /// Features of each block for the rules and the classifier.
    Measure,
    /// Features of each block for the classifier only.
    Features,
    /// Numbers to probabilities.
    Classify,
    /// Probabilities to kept leaves.
    Select,
    /// Kept leaves to a document.
    Clean,
    /// The document to text, HTML and Markdown.
    Render,
    /// The language of the text, its words and its reading time.
    Language,
    /// The text to its summary and keywords.
    Summary,
    /// A binding's values in and out.
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

/// Runs the work of a stage. Stages must not be nested, because time in an inner one would count twice.
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

    /// Sets the clock, which returns milliseconds since some moment. The caller provides it, because every host has a
    /// different one. Only the first call has an effect.
    pub fn set_clock(clock: fn() -> f64) {
        CLOCK.get_or_init(|| clock);
    }

    /// Returns the milliseconds since some moment, or 0 without a clock.
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
