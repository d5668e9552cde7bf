//! Functions of the module that only benchmarks need: the times of the stages, and the time that
//! lol_html alone takes for a page.

use unchaff::internals::lex_alone as lex;
use unchaff::internals::stage::{self, Stage};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Returns the host's time in milliseconds.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

/// Passes the clock to the core when the module is instantiated.
#[wasm_bindgen(start)]
pub fn start() {
    stage::set_clock(now);
}

/// Reads a page's text with lol_html alone. The page is a JavaScript string, as for `clean`.
/// Returns the number of bytes of the text.
#[wasm_bindgen(js_name = lexAlone)]
pub fn lex_alone(html: &str) -> usize {
    lex(html)
}

/// Returns the names of the stages, in the order of [`stage_times`].
#[wasm_bindgen(js_name = stageNames)]
pub fn stage_names() -> Vec<String> {
    Stage::ALL.iter().map(|stage| format!("{stage:?}")).collect()
}

/// Returns the milliseconds of each stage since the last call.
#[wasm_bindgen(js_name = stageTimes)]
pub fn stage_times() -> Vec<f64> {
    stage::take().to_vec()
}

/// Returns the size of the module's memory in bytes.
#[wasm_bindgen(js_name = memorySize)]
pub fn memory_size() -> usize {
    core::arch::wasm32::memory_size(0) * 65_536
}
