//! What benches ask of the module besides: the times of the stages, and how fast lol_html reads a page alone.

use unchaff::internals::lex_alone as lex;
use unchaff::internals::stage::{self, Stage};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The host's clock, in milliseconds.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Gives the core its clock when the module is instantiated.
#[wasm_bindgen(start)]
pub fn start() {
    stage::set_clock(now);
}

/// Lets lol_html alone read a page's text, from a JavaScript string as `clean` takes it; returns the bytes of that text.
#[wasm_bindgen(js_name = lexAlone)]
pub fn lex_alone(html: &str) -> usize {
    lex(html)
}

/// Returns the names of the stages, in the order of [`stage_times`].
#[wasm_bindgen(js_name = stageNames)]
pub fn stage_names() -> Vec<String> {
    Stage::ALL.iter().map(|stage| format!("{stage:?}")).collect()
}

/// Returns the milliseconds of each stage since this was last called.
#[wasm_bindgen(js_name = stageTimes)]
pub fn stage_times() -> Vec<f64> {
    stage::take().to_vec()
}

/// Returns the size of the module's memory in bytes.
#[wasm_bindgen(js_name = memorySize)]
pub fn memory_size() -> usize {
    core::arch::wasm32::memory_size(0) * 65_536
}
