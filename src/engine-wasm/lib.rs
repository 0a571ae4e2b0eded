//! The engine for JavaScript: JSON texts in, JSON texts out.
//!
//! `engine.js` wraps it; nobody else calls it. An input that breaks a rule throws an `Error` whose
//! message is itself JSON, `{"code", "message", "detail"}`, which the wrapper takes apart.
#![deny(missing_docs)]

use gca_engine::exchange::Engine;
use gca_engine::InputError;
use wasm_bindgen::prelude::{wasm_bindgen, JsError};

/// A bank made ready to compute with.
#[wasm_bindgen]
pub struct EngineBank {
    engine: Engine,
}

#[wasm_bindgen]
impl EngineBank {
    /// Opens a bank: the JSON text of a bank file, whole or without its texts.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<EngineBank, JsError> {
        match Engine::open(json) {
            Ok(engine) => Ok(Self { engine }),
            Err(error) => Err(refused(&error)),
        }
    }

    /// The whole assessment. `answers` is the JSON text of an answer file, `options` that of
    /// `{mode}`; it may be left out.
    pub fn assess(&self, answers: &str, options: Option<String>) -> Result<String, JsError> {
        give(self.engine.assess(answers, text(&options)))
    }
}

fn text(options: &Option<String>) -> &str {
    options.as_deref().unwrap_or("")
}

fn give(result: Result<String, InputError>) -> Result<String, JsError> {
    result.map_err(|error| refused(&error))
}

fn refused(error: &InputError) -> JsError {
    let message = serde_json::to_string(error).unwrap_or_else(|_| error.to_string());
    JsError::new(&message)
}
