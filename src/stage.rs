//! How long each stage of the pipeline takes. Without the feature `bench` there is nothing here but a call that is
//! inlined away; with it, times add up until they are taken.

/// The pipeline's stages, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Bytes to text.
    Decode,
    /// HTML to tokens and a tree, or pasted text to one.
    Tree,
    /// The tree to metadata.
    Metadata,
    /// The tree to text blocks.
    Blocks,
    /// What the rules, and with them the classifier, are told of each block.
    Measure,
    /// What the classifier alone is told.
    Features,
    /// Numbers to probabilities.
    Classify,
    /// Probabilities to what is kept.
    Select,
    /// What is kept to a document.
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
    /// All there are.
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

/// Does a stage's work. Stages lie side by side: one in another would count twice.
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

    /// Sets the clock, which returns milliseconds since some moment. Whoever measures gives it, because each host has
    /// another; the first one stays.
    pub fn set_clock(clock: fn() -> f64) {
        CLOCK.get_or_init(|| clock);
    }

    /// Returns the milliseconds since some moment, or 0 without a clock.
    pub fn now() -> f64 {
        CLOCK.get().map_or(0.0, |clock| clock())
    }

    /// Does a stage's work and adds its time to the stage's.
    pub fn timed<T>(stage: Stage, work: impl FnOnce() -> T) -> T {
        let start = now();
        let result = work();
        let mut times = TIMES.get();
        times[stage as usize] += now() - start;
        TIMES.set(times);
        result
    }

    /// Returns the milliseconds of all stages since they were last taken, in the order of [`Stage::ALL`].
    pub fn take() -> [f64; Stage::ALL.len()] {
        TIMES.replace([0.0; Stage::ALL.len()])
    }
}
