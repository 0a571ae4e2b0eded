//! What a translation was made from, and who has looked at it.

use super::{Finding, Texts};
use crate::files;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Nobody whose language it is has read it as an expert of the field.
    Draft,
    /// Somebody has.
    Reviewed,
}

/// By key the state of a text, and the first eight digits of the SHA-256 of the English it was made from.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Record(BTreeMap<String, (State, String)>);

impl Record {
    /// Notes that texts stand for the English as it is now. The state of a text that changed falls back to draft.
    pub fn note(&mut self, english: &Texts, before: &Texts, after: &Texts) {
        self.0
            .retain(|key, _| after.contains_key(key) && english.contains_key(key));
        for (key, text) in after {
            let Some(source) = english.get(key) else {
                continue;
            };
            let is_new = before.get(key) != Some(text);
            match self.0.get_mut(key) {
                Some(known) if !is_new => known.1 = hash_of(source),
                _ => {
                    self.0.insert(key.clone(), (State::Draft, hash_of(source)));
                }
            }
        }
    }

    /// Texts whose English is another now than when they were made, or is not known.
    pub fn stale(&self, english: &Texts, translated: &Texts) -> Vec<Finding> {
        let stale = translated.keys().filter(|key| {
            let made_from = self.0.get(*key).map(|(_, hash)| hash);
            english
                .get(*key)
                .is_some_and(|now| made_from != Some(&hash_of(now)))
        });
        stale.map(|key| Finding::Stale(key.clone())).collect()
    }

    /// How many texts were reviewed.
    pub fn reviewed(&self) -> usize {
        let states = self.0.values();
        states
            .filter(|(state, _)| *state == State::Reviewed)
            .count()
    }

    /// The state of a text.
    pub fn state(&self, key: &str) -> Option<State> {
        self.0.get(key).map(|(state, _)| *state)
    }

    /// Says that somebody read a text.
    pub fn review(&mut self, key: &str) {
        if let Some(known) = self.0.get_mut(key) {
            known.0 = State::Reviewed;
        }
    }
}

fn hash_of(text: &super::Text) -> String {
    let joined = text.forms().join("\u{1f}");
    files::sha256(joined.as_bytes()).chars().take(8).collect()
}
