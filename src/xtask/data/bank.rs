//! Splits a bank into three files by when they are needed: structure and first texts before the first question, the rest after it.
//!
//! The files carry no names where an order says the same. The orders are the questionnaire's and are documented at each part.

pub mod spec;
#[cfg(test)]
mod tests;

use super::translation::{apply, Text, Texts};
use crate::files;
use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Number, Value};
use spec::{Advice, Area, Bank, Check, Condition, Question};

/// What a bank file becomes.
pub struct CompiledBank {
    pub id: String,
    /// Language of the texts.
    pub language: String,
    /// The bank's JSON without texts, and the hash of the whole bank file.
    pub structure: Vec<u8>,
    /// Array of texts: title, description, instructions joined by line feeds; per stage label, description; per area title,
    /// short title, summary, per indicator in it title, why, per question in it text, each option's label, condition for "not
    /// applicable" or "".
    pub texts: Vec<u8>,
    /// `sources` and `checks` as rows, per question help, evidence, sources and advice, and the exercise as it stands in the file.
    pub more: Vec<u8>,
}

/// Compiles the content of a bank file.
///
/// # Errors
/// When the file is not a bank, has a field that this compiler does not know (it would be lost), or names an unknown source or
/// question.
pub fn compile_bank(file: &[u8]) -> Result<CompiledBank> {
    let bank: Bank = serde_json::from_slice(file)?;
    let hash = files::sha256(file).chars().take(16).collect::<String>();
    Ok(CompiledBank {
        structure: serde_json::to_vec(&bank.structure(&hash))?,
        texts: serde_json::to_vec(&bank.texts())?,
        more: serde_json::to_vec(&bank.more()?)?,
        id: bank.id,
        language: bank.language,
    })
}

/// The texts of a bank in another language; those that the translation lacks are the bank's own.
///
/// # Errors
/// As [`compile_bank`].
pub fn compile_texts(file: &[u8], translation: &Texts) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut bank: Bank = serde_json::from_slice(file)?;
    let plain = translation.iter().filter_map(|(key, text)| match text {
        Text::Plain(text) => Some((key.clone(), text.clone())),
        Text::Plural(_) => None,
    });
    apply(&mut bank, &plain.collect());
    Ok((
        serde_json::to_vec(&bank.texts())?,
        serde_json::to_vec(&bank.more()?)?,
    ))
}

#[derive(Serialize)]
struct Structure<'a> {
    id: &'a str,
    version: &'a str,
    language: &'a str,
    hash: &'a str,
    stages: Vec<StageRow<'a>>,
    quick: &'a [String],
    areas: Vec<AreaRow<'a>>,
}

#[derive(Serialize)]
struct StageRow<'a> {
    id: &'a str,
    min: &'a Number,
    max: &'a Number,
}

#[derive(Serialize)]
struct AreaRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'a Number>,
    weight: &'a Number,
    indicators: Vec<IndicatorRow<'a>>,
}

#[derive(Serialize)]
struct IndicatorRow<'a> {
    id: &'a str,
    weight: &'a Number,
    questions: Vec<QuestionRow<'a>>,
}

#[derive(Serialize)]
struct QuestionRow<'a> {
    id: &'a str,
    kind: &'a str,
    weight: &'a Number,
    options: Vec<ChoiceRow<'a>>,
    allow_na: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    worst: Option<&'a Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    best: Option<&'a Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<&'a Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<&'a Number>,
    /// Always there, as is `exclusive`: what is absent would be inherited from a page that adds to Object.prototype.
    depends_on: Option<&'a Value>,
}

#[derive(Serialize)]
struct ChoiceRow<'a> {
    id: &'a str,
    score: &'a Number,
    exclusive: bool,
}

/// Source as a row: id, title, publisher, year, address.
type SourceRow<'a> = (&'a str, &'a Value, &'a Value, &'a Value, &'a Value);

/// Advice as a row: the level below which it holds, action, effort, actors, ids of sources to see.
type AdviceRow<'a> = (&'a Number, &'a str, &'a str, &'a [String], &'a [String]);

/// Contradiction as a row: why the answers do not fit together, and what makes it so.
type CheckRow<'a> = (&'a str, Vec<ConditionRow>);

/// Condition as a row: position of the question in the bank, least level, greatest level.
type ConditionRow = (usize, Option<u8>, Option<u8>);

#[derive(Serialize)]
struct More<'a> {
    sources: Vec<SourceRow<'a>>,
    questions: Vec<MoreOfQuestion<'a>>,
    /// Contradictions are looked for after the first screen, and most of them is text.
    checks: Vec<CheckRow<'a>>,
    /// Nobody plays it before the first screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    exercise: Option<&'a Value>,
}

#[derive(Serialize)]
struct MoreOfQuestion<'a> {
    help: &'a str,
    /// Unit of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    evidence: &'a [String],
    /// Position of the source in `sources`, and the place in it.
    sources: Vec<(usize, &'a str)>,
    advice: Vec<AdviceRow<'a>>,
}

impl Bank {
    fn structure<'a>(&'a self, hash: &'a str) -> Structure<'a> {
        Structure {
            id: &self.id,
            version: &self.version,
            language: &self.language,
            hash,
            stages: self
                .stages
                .iter()
                .map(|stage| StageRow {
                    id: &stage.id,
                    min: &stage.min,
                    max: &stage.max,
                })
                .collect(),
            quick: &self.quick,
            areas: self.areas.iter().map(Area::row).collect(),
        }
    }

    fn texts(&self) -> Vec<String> {
        let mut texts = vec![
            self.title.clone(),
            self.description.clone(),
            self.instructions.join("\n"),
        ];
        for stage in &self.stages {
            texts.extend([stage.label.clone(), stage.description.clone()]);
        }
        for area in &self.areas {
            let short = area.short.as_ref().unwrap_or(&area.title);
            texts.extend([area.title.clone(), short.clone(), area.summary.clone()]);
            for indicator in &area.indicators {
                texts.extend([indicator.title.clone(), indicator.why.clone()]);
                for question in &indicator.questions {
                    texts.push(question.text.clone());
                    texts.extend(question.options.iter().map(|option| option.label.clone()));
                    texts.push(question.na_when.clone().unwrap_or_default());
                }
            }
        }
        texts
    }

    fn more(&self) -> Result<More<'_>> {
        let sources = self
            .sources
            .iter()
            .map(|s| (s.id.as_str(), &s.title, &s.publisher, &s.year, &s.url))
            .collect();
        let questions = self
            .areas
            .iter()
            .flat_map(|area| &area.indicators)
            .flat_map(|indicator| &indicator.questions)
            .map(|question| self.more_of(question).with_context(|| question.id.clone()))
            .collect::<Result<_>>()?;
        Ok(More {
            sources,
            questions,
            checks: self.checks()?,
            exercise: self.exercise.as_ref(),
        })
    }

    fn checks(&self) -> Result<Vec<CheckRow<'_>>> {
        let indicators = self.areas.iter().flat_map(|area| &area.indicators);
        let ids: Vec<&str> = indicators
            .flat_map(|indicator| &indicator.questions)
            .map(|question| question.id.as_str())
            .collect();
        let condition = |one: &Condition| {
            let position = ids.iter().position(|id| *id == one.question);
            let position =
                position.with_context(|| format!("no question has the id {}", one.question))?;
            Ok((position, one.at_least, one.at_most))
        };
        let row = |check: &'_ Check| -> Result<Vec<ConditionRow>> {
            let all = check.all.iter().map(condition).collect::<Result<_>>();
            all.with_context(|| check.id.clone())
        };
        let checks = self.checks.iter();
        checks
            .map(|check| Ok((check.text.as_str(), row(check)?)))
            .collect()
    }

    fn more_of<'a>(&'a self, question: &'a Question) -> Result<MoreOfQuestion<'a>> {
        let position = |id: &str| {
            self.sources
                .iter()
                .position(|source| source.id == id)
                .with_context(|| format!("no source has the id {id}"))
        };
        for id in question.advice.iter().flat_map(|advice| &advice.see) {
            position(id)?;
        }
        Ok(MoreOfQuestion {
            help: &question.help,
            unit: question.unit.as_deref(),
            evidence: &question.evidence,
            sources: question
                .sources
                .iter()
                .map(|source| Ok((position(&source.id)?, source.locator.as_str())))
                .collect::<Result<_>>()?,
            advice: question.advice.iter().map(Advice::row).collect(),
        })
    }
}

impl Area {
    fn row(&self) -> AreaRow<'_> {
        AreaRow {
            id: &self.id,
            number: self.number.as_ref(),
            weight: &self.weight,
            indicators: self
                .indicators
                .iter()
                .map(|indicator| IndicatorRow {
                    id: &indicator.id,
                    weight: &indicator.weight,
                    questions: indicator.questions.iter().map(Question::row).collect(),
                })
                .collect(),
        }
    }
}

impl Question {
    fn row(&self) -> QuestionRow<'_> {
        QuestionRow {
            id: &self.id,
            kind: &self.kind,
            weight: &self.weight,
            options: self
                .options
                .iter()
                .map(|option| ChoiceRow {
                    id: &option.id,
                    score: &option.score,
                    exclusive: option.exclusive,
                })
                .collect(),
            allow_na: self.allow_na,
            worst: self.worst.as_ref(),
            best: self.best.as_ref(),
            min: self.min.as_ref(),
            max: self.max.as_ref(),
            depends_on: self.depends_on.as_ref(),
        }
    }
}

impl Advice {
    fn row(&self) -> AdviceRow<'_> {
        (
            &self.below,
            &self.action,
            &self.effort,
            &self.actors,
            &self.see,
        )
    }
}
