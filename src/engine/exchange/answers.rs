//! The answer file: a versioned envelope round answers by question id.

use super::AnswerValue;
use crate::answers::{Answers, RawAnswer};
use crate::bank::Bank;
use crate::finding::{Finding, InputError};
use crate::json::Json;

/// Version of the answer file that this engine writes; it reads this one and all before it.
pub const ANSWERS_FORMAT: u32 = 1;

/// Largest answer file, in bytes.
pub const MAX_ANSWERS_BYTES: usize = 16 << 20;

/// An answer file as read on a bank. What this bank or this version does not understand is kept, so
/// that [`AnswersFile::write`] gives it back.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswersFile {
    /// The answers that the bank understands.
    pub answers: Answers,
    /// Answers to unknown questions, and values that are no whole answer to their question.
    pub kept: Vec<(String, Json)>,
    /// Members of the envelope besides `format` and `answers`: bank, version, notes and others.
    pub others: Vec<(String, Json)>,
}

impl AnswersFile {
    /// Parses an answer file.
    ///
    /// # Errors
    /// Those of [`Json::parse`] and [`AnswersFile::read`].
    pub fn parse(bank: &Bank, text: &[u8]) -> Result<Self, InputError> {
        Self::read(bank, &Json::parse(text, MAX_ANSWERS_BYTES)?)
    }

    /// Reads an answer file: `{"format": 1, "answers": {question id: value}}`. A missing format is
    /// the first one. Of a member that stands twice the last one counts.
    ///
    /// # Errors
    /// `answers.type`, `answers.format`, or `import.newer-version`. An answer that is merely invalid
    /// is no error.
    pub fn read(bank: &Bank, file: &Json) -> Result<Self, InputError> {
        let wanted = "an object with the member \"answers\"";
        let Some(members) = file.members() else {
            return Err(Finding::error("answers.type", "", wanted)
                .found(file.kind())
                .into());
        };
        match file.get("format") {
            None | Some(Json::Null) => {}
            Some(Json::Number(n)) if *n > f64::from(ANSWERS_FORMAT) => {
                let expected = format!("at most {ANSWERS_FORMAT}");
                let finding = Finding::error("import.newer-version", "format", expected);
                return Err(finding.found(n.to_string()).into());
            }
            Some(Json::Number(n)) if *n >= 0.0 && n.fract() == 0.0 => {}
            Some(other) => {
                let finding = Finding::error("answers.format", "format", "a whole number");
                return Err(finding.found(other.kind()).into());
            }
        }
        let Some(given) = file.get("answers") else {
            return Err(Finding::error("answers.type", "", wanted).into());
        };
        let others = members
            .into_iter()
            .filter(|(name, _)| !matches!(*name, "format" | "answers"))
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect();
        let (answers, kept) = read_values(bank, given, "answers")?;
        Ok(Self {
            answers,
            kept,
            others,
        })
    }

    /// Writes the file; reading it again on the same bank gives the same.
    pub fn write(&self, bank: &Bank) -> Json {
        let mut values: Vec<(String, Json)> = Vec::new();
        for question in &bank.questions {
            let kept = self.kept.iter().find(|(id, _)| **id == *question.id);
            let value = match (kept, self.answers.get(question.source)) {
                // What was kept holds the understood part too.
                (Some((_, value)), _) => value.clone(),
                (None, Some(answer)) => match AnswerValue::new(question, answer) {
                    Some(value) => value.into(),
                    None => continue,
                },
                (None, None) => continue,
            };
            values.push((question.id.to_string(), value));
        }
        let unknown = self
            .kept
            .iter()
            .filter(|(id, _)| bank.question_position(id).is_none());
        values.extend(unknown.cloned());
        let format = Json::Number(f64::from(ANSWERS_FORMAT));
        let mut members = vec![("format".to_owned(), format)];
        members.extend(self.others.iter().cloned());
        members.push(("answers".to_owned(), Json::Object(values)));
        Json::Object(members)
    }
}

/// Answers by question id, and those that the bank does not wholly understand.
pub(super) fn read_values(
    bank: &Bank,
    given: &Json,
    path: &str,
) -> Result<(Answers, Vec<(String, Json)>), InputError> {
    let Some(members) = given.members() else {
        let finding = Finding::error("answers.type", path, "an object of answers by question id");
        return Err(finding.found(given.kind()).into());
    };
    let mut answers = Answers::new(bank);
    let mut kept = Vec::new();
    for (id, value) in members {
        let at = bank.question_position(id);
        let whole = match at.and_then(|at| bank.questions.get(at)) {
            Some(question) => {
                let (answer, whole) = question.read(&raw(value));
                answers.set(question.source, answer);
                whole
            }
            None => false,
        };
        if !whole {
            // Known questions in questionnaire order, then the unknown ones as they stood.
            let rank = at.unwrap_or(usize::MAX);
            kept.push((rank, (id.to_owned(), value.clone())));
        }
    }
    kept.sort_by_key(|(rank, _)| *rank);
    let kept = kept.into_iter().map(|(_, entry)| entry).collect();
    Ok((answers, kept))
}

/// A value before its question has been asked about it. Entries of a list that are no text can be
/// no option; they stand as a name that no option has.
fn raw(value: &Json) -> RawAnswer {
    match value {
        Json::Null => RawAnswer::Null,
        Json::Text(text) => RawAnswer::Text(text.clone()),
        Json::Number(x) => RawAnswer::Number(*x),
        Json::List(items) => RawAnswer::List(
            items
                .iter()
                .map(|item| match item {
                    Json::Text(text) => text.clone(),
                    _ => String::new(),
                })
                .collect(),
        ),
        Json::Bool(_) | Json::Object(_) => RawAnswer::Other,
    }
}

impl From<AnswerValue<'_>> for Json {
    fn from(value: AnswerValue) -> Self {
        match value {
            AnswerValue::Id(id) => Self::Text(id.to_owned()),
            AnswerValue::Ids(ids) => Self::List(
                ids.into_iter()
                    .map(|id| Self::Text(id.to_owned()))
                    .collect(),
            ),
            AnswerValue::Number(x) => Self::Number(x),
        }
    }
}
