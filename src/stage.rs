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
    /// JavaScript's values in and out.
    Boundary,
}

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
pub use crate::tokenize::lex_alone;
#[cfg(feature = "bench")]
pub(crate) use recorder::timed;
#[cfg(feature = "bench")]
pub use recorder::{now, take};

#[cfg(feature = "bench")]
mod recorder {
    use super::Stage;
    use std::cell::Cell;

    type Times = [f64; Stage::ALL.len()];

    thread_local! {
        static TIMES: Cell<Times> = const { Cell::new([0.0; Stage::ALL.len()]) };
    }

    /// Does a stage's work and adds its time to the stage's.
    pub(crate) fn timed<T>(stage: Stage, work: impl FnOnce() -> T) -> T {
        let start = now();
        let result = work();
        let mut times = TIMES.get();
        times[stage as usize] += now() - start;
        TIMES.set(times);
        result
    }

    /// The milliseconds of all stages since they were last taken, in the order of [`Stage::ALL`].
    pub fn take() -> [f64; Stage::ALL.len()] {
        TIMES.replace([0.0; Stage::ALL.len()])
    }

    /// Milliseconds since some moment.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn now() -> f64 {
        use std::sync::LazyLock;
        use std::time::Instant;
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed().as_secs_f64() * 1000.0
    }

    /// Milliseconds since some moment.
    #[cfg(target_arch = "wasm32")]
    pub fn now() -> f64 {
        crate::wasm::bench::now()
    }
}
