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

    /// A sensitivity run, or `null`. Options are `{mode, draws, seed, delta}`.
    pub fn sensitivity(&self, answers: &str, options: Option<String>) -> Result<String, JsError> {
        give(self.engine.sensitivity(answers, text(&options)))
    }

    /// Many responses brought together; `responses` is the JSON text of `{responses: [{id, answers}]}`.
    pub fn workshop(&self, responses: &str, options: Option<String>) -> Result<String, JsError> {
        give(self.engine.workshop(responses, text(&options)))
    }

    /// Two answer files side by side, or `null`.
    pub fn compare(
        &self,
        now: &str,
        then: &str,
        options: Option<String>,
    ) -> Result<String, JsError> {
        give(self.engine.compare(now, then, text(&options)))
    }

    /// What is missing to a target.
    pub fn target(
        &self,
        answers: &str,
        target: &str,
        options: Option<String>,
    ) -> Result<String, JsError> {
        give(self.engine.target(answers, target, text(&options)))
    }

    /// Differences from a reference profile, or `null`.
    pub fn profile(
        &self,
        answers: &str,
        profile: &str,
        options: Option<String>,
    ) -> Result<String, JsError> {
        give(self.engine.profile(answers, profile, text(&options)))
    }

    /// The least effort to a goal.
    pub fn path(
        &self,
        answers: &str,
        goal: &str,
        options: Option<String>,
    ) -> Result<String, JsError> {
        give(self.engine.path(answers, goal, text(&options)))
    }

    /// The trace of one number; `node` is `overall` or an id, not JSON.
    pub fn explain(
        &self,
        answers: &str,
        node: &str,
        options: Option<String>,
    ) -> Result<String, JsError> {
        give(self.engine.explain(answers, node, text(&options)))
    }

    /// The raised checks.
    pub fn check(&self, answers: &str, options: Option<String>) -> Result<String, JsError> {
        give(self.engine.check(answers, text(&options)))
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
