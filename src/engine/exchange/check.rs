//! Raised checks as a file.

use crate::bank::Bank;
use crate::check::Raised;
use serde::Serialize;

/// A raised check: why the answers do not fit together, and which they are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckReport<'a> {
    id: &'a str,
    text: &'a str,
    questions: Vec<ConditionReport<'a>>,
}

/// A condition and the level that met it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConditionReport<'a> {
    question: &'a str,
    level: u8,
    at_least: Option<u8>,
    at_most: Option<u8>,
}

impl<'a> CheckReport<'a> {
    /// Writes raised checks with ids.
    pub fn list(bank: &'a Bank, raised: &[Raised]) -> Vec<Self> {
        let reports = raised.iter().filter_map(|raised| {
            let check = bank.checks.get(raised.check)?;
            let questions = raised
                .conditions
                .iter()
                .map(|(condition, level)| ConditionReport {
                    question: bank.question_id(condition.question),
                    level: *level,
                    at_least: condition.at_least,
                    at_most: condition.at_most,
                });
            Some(Self {
                id: &check.id,
                text: &check.text,
                questions: questions.collect(),
            })
        });
        reports.collect()
    }
}
