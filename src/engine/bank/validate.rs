//! Reading a bank file with every finding: first the shape, then the rules that join its parts.

mod exercise;
mod ids;
mod logic;
mod question;
mod source;

use super::shape::{object, text, Place, Reader, Shape};
use super::spec::{BankSpec, QuestionSpec};
use super::structure::Structure;
use super::Bank;
use crate::finding::{Finding, InputError, Severity};
use crate::json::Json;
use std::collections::{BTreeMap, HashMap};

/// Largest bank file, in bytes.
pub const MAX_BANK_BYTES: usize = 16 << 20;

/// Most questions in a bank.
pub const MAX_QUESTIONS: usize = 10_000;

/// How much of a bank a file must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// All that people are shown: texts, and advice for every level.
    Whole,
    /// What numbers depend on; texts and advice may be missing.
    Structure,
}

/// A bank file that nothing is wrong with, and the warnings there were.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedBank {
    /// The file.
    pub spec: BankSpec,
    /// Findings that do not keep it from being used.
    pub warnings: Vec<Finding>,
}

impl BankSpec {
    /// Reads a bank file strictly.
    ///
    /// # Errors
    /// Every finding with a stable code, its path and what was expected, at most 1,000; see
    /// `cargo xtask bank check`. Nothing in a text, however broken, makes this panic or take more
    /// than time and memory in proportion to its length.
    pub fn parse(bytes: &[u8], detail: Detail) -> Result<CheckedBank, InputError> {
        let json = Json::parse(bytes, MAX_BANK_BYTES)?;
        Self::read(&json, detail)
    }

    /// Reads a bank from a JSON tree.
    ///
    /// # Errors
    /// As [`BankSpec::parse`].
    pub fn read(json: &Json, detail: Detail) -> Result<CheckedBank, InputError> {
        let mut reader = Reader::new(detail == Detail::Whole);
        let spec = Shape::read(json, &Place::ROOT, &mut reader).unwrap_or_default();
        if reader.is_sound("") {
            judge(&spec, &mut reader);
        }
        let findings = reader.finish();
        let is_error = |f: &&Finding| f.severity == Severity::Error;
        if findings.iter().any(|f| is_error(&f)) {
            // Errors come first: the first of them names the whole.
            let (mut errors, warnings): (Vec<_>, Vec<_>) =
                findings.into_iter().partition(|f| is_error(&f));
            errors.extend(warnings);
            if let Some(error) = InputError::new(errors) {
                return Err(error);
            }
            return Ok(CheckedBank {
                spec,
                warnings: Vec::new(),
            });
        }
        Ok(CheckedBank {
            spec,
            warnings: findings,
        })
    }

    /// Links the bank.
    ///
    /// # Errors
    /// None for a spec that was read; the type allows for specs made by hand.
    pub fn bank(&self) -> Result<Bank, InputError> {
        Bank::new(Structure::from(self)).map_err(|e| {
            InputError::from(Finding::error(
                e.code,
                e.at,
                "a bank that can be computed with",
            ))
        })
    }

    /// The JSON Schema of the bank file (draft 2020-12).
    pub fn schema() -> Json {
        let mut records = BTreeMap::new();
        let root = <Self as Shape>::schema(&mut records);
        let defs = records
            .into_iter()
            .map(|(name, schema)| (name.to_owned(), schema))
            .collect();
        let mut members = vec![
            (
                "$schema".to_owned(),
                text("https://json-schema.org/draft/2020-12/schema"),
            ),
            ("title".to_owned(), text("Question bank of gca-assessment")),
        ];
        if let Json::Object(root) = root {
            members.extend(root);
        }
        let Json::Object(last) = object([("$defs", Json::Object(defs))]) else {
            return Json::Object(members);
        };
        members.extend(last);
        Json::Object(members)
    }
}

/// The rules beyond the shape of single values.
fn judge(spec: &BankSpec, reader: &mut Reader) {
    let questions = locate(spec);
    if questions.len() > MAX_QUESTIONS {
        let expected = format!("at most {MAX_QUESTIONS} questions");
        let found = format!("{} questions", questions.len());
        reader.push(Finding::error("bank.too-many", "areas", expected).found(found));
    }
    ids::judge(spec, &questions, reader);
    source::judge(spec, &questions, reader);
    for located in &questions {
        question::judge(spec, located, reader);
    }
    let by_id: HashMap<&str, &Located> =
        questions.iter().rev().map(|q| (&*q.spec.id.0, q)).collect();
    logic::judge(spec, &questions, &by_id, reader);
    if let Some(exercise) = &spec.exercise {
        exercise::judge(spec, exercise, &by_id, reader);
    }
}

/// A question and where it stands.
struct Located<'a> {
    area: usize,
    indicator: usize,
    question: usize,
    spec: &'a QuestionSpec,
}

impl Located<'_> {
    /// Path of a member of the question; of the question itself for an empty name.
    fn path(&self, member: &str) -> String {
        let Self {
            area,
            indicator,
            question,
            ..
        } = self;
        let dot = if member.is_empty() { "" } else { "." };
        format!("areas[{area}].indicators[{indicator}].questions[{question}]{dot}{member}")
    }
}

fn locate(spec: &BankSpec) -> Vec<Located<'_>> {
    let mut list = Vec::new();
    for (area, a) in spec.areas.0.iter().enumerate() {
        for (indicator, i) in a.indicators.0.iter().enumerate() {
            for (question, spec) in i.questions.0.iter().enumerate() {
                list.push(Located {
                    area,
                    indicator,
                    question,
                    spec,
                });
            }
        }
    }
    list
}

/// Highest level of a question.
fn top_level(spec: &QuestionSpec) -> u16 {
    use super::word::KindWord;
    match spec.kind {
        KindWord::Single | KindWord::YesNo => spec.options.len().saturating_sub(1) as u16,
        KindWord::Multi | KindWord::Number => 3,
    }
}
