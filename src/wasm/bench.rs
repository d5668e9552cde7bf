//! What benches ask of the module beside what the package does: the limit, and the times of the stages.

use crate::stage::{self, Stage};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The host's clock, in milliseconds.
    #[wasm_bindgen(js_namespace = performance)]
    pub(crate) fn now() -> f64;
}

/// lol_html alone reads a page's text, from a JavaScript string as `clean` takes it; answers the bytes of that text.
#[wasm_bindgen(js_name = lexAlone)]
pub fn lex_alone(html: &str) -> usize {
    stage::lex_alone(html)
}

/// The names of the stages, in the order of [`stage_times`].
#[wasm_bindgen(js_name = stageNames)]
pub fn stage_names() -> Vec<String> {
    Stage::ALL.iter().map(|stage| format!("{stage:?}")).collect()
}

/// The milliseconds of each stage since this was last called.
#[wasm_bindgen(js_name = stageTimes)]
pub fn stage_times() -> Vec<f64> {
    stage::take().to_vec()
}

/// The size of the module's memory in bytes.
#[wasm_bindgen(js_name = memorySize)]
pub fn memory_size() -> usize {
    core::arch::wasm32::memory_size(0) * 65_536
}
