//! The fields of a bank file, as far as its parts need them.
//!
//! Unknown fields are refused: one that no part carries would be lost without a word. Whether the values make a good bank is the
//! engine's to say. Numbers keep their spelling.

use serde::de::IgnoredAny;
use serde::Deserialize;
use serde_json::{Number, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bank {
    pub id: String,
    pub version: String,
    pub title: String,
    pub description: String,
    pub language: String,
    #[serde(default)]
    pub instructions: Vec<String>,
    #[serde(default)]
    pub sources: Vec<Source>,
    pub stages: Vec<Stage>,
    #[serde(default)]
    pub quick: Vec<String>,
    pub areas: Vec<Area>,
    #[serde(default)]
    pub checks: Vec<Check>,
    // Only the whole bank file carries these two.
    #[serde(rename = "licence")]
    pub _licence: Option<IgnoredAny>,
    #[serde(rename = "scales")]
    pub _scales: Option<IgnoredAny>,
    /// As it stands in the file: the program that plays it reads it by the same names.
    pub exercise: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub title: Value,
    #[serde(default)]
    pub publisher: Value,
    #[serde(default)]
    pub year: Value,
    #[serde(default)]
    pub url: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    pub id: String,
    pub label: String,
    pub min: Number,
    pub max: Number,
    pub description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    pub id: String,
    pub number: Option<Number>,
    pub title: String,
    /// The title in a word or two.
    pub short: Option<String>,
    pub summary: String,
    pub weight: Number,
    pub indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    pub id: String,
    pub title: String,
    pub why: String,
    pub weight: Number,
    pub questions: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub id: String,
    pub kind: String,
    #[serde(rename = "scale")]
    pub _scale: Option<IgnoredAny>,
    pub text: String,
    #[serde(default)]
    pub help: String,
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Unit of a number.
    pub unit: Option<String>,
    /// Goalposts and limits of a number.
    pub worst: Option<Number>,
    pub best: Option<Number>,
    pub min: Option<Number>,
    pub max: Option<Number>,
    #[serde(default)]
    pub evidence: Vec<String>,
    #[serde(default)]
    pub allow_na: bool,
    pub na_when: Option<String>,
    pub weight: Number,
    pub depends_on: Option<Value>,
    #[serde(default)]
    pub sources: Vec<Reference>,
    #[serde(default)]
    pub advice: Vec<Advice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub label: String,
    pub score: Number,
    #[serde(default)]
    pub exclusive: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub id: String,
    #[serde(default)]
    pub locator: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    pub below: Number,
    pub action: String,
    pub effort: String,
    #[serde(default)]
    pub actors: Vec<String>,
    #[serde(default)]
    pub see: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    pub id: String,
    pub text: String,
    pub all: Vec<Condition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub question: String,
    pub at_least: Option<u8>,
    pub at_most: Option<u8>,
}
