//! What came of a file on the bank that is asked now.

use crate::snapshot::Snapshot;
use gca_engine::{Answer, Bank, Kind, Question, RawAnswer};
use std::collections::HashSet;

/// What came of the answers of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Number of questions whose answers were understood, wholly or in part.
    pub carried: usize,
    /// What was not understood; it is kept and given back.
    pub kept_aside: Vec<Aside>,
    /// Positions in the whole bank of the questions without an answer in a file of another version:
    /// those that are new are among them.
    pub new_questions: Vec<usize>,
    /// Version of the bank in the file, if it or its hash is another than the bank's.
    pub other_version: Option<String>,
    /// Number of notes.
    pub notes: usize,
}

/// An answer that was not understood, or only in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Id of the question in the file.
    pub question: String,
    /// What is wrong with it.
    pub why: Why,
}

/// Why an answer was kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The bank has no such question.
    NoQuestion,
    /// The question has no such option; several are parted by commas, and long ones cut.
    NoOption(String),
    /// No value that this question can have.
    WrongType,
    /// "Not applicable" where that is not offered, or a number out of bounds.
    NotAllowed,
}

impl Report {
    /// What comes of the answers of a snapshot on a whole bank.
    pub fn new(bank: &Bank, snapshot: &Snapshot) -> Self {
        let mut report = Self::default();
        let mut given = HashSet::new();
        for (id, value) in &snapshot.answers.0 {
            let at = bank.question_position(id);
            let Some(question) = at.and_then(|at| bank.questions().get(at)) else {
                report.aside(id, Why::NoQuestion);
                continue;
            };
            let (answer, is_whole) = question.read(value);
            if answer.is_some() {
                given.insert(question.source);
            }
            if !matches!(answer, None | Some(Answer::Invalid)) {
                report.carried += 1;
            }
            if !is_whole {
                report.aside(id, why(question, value));
            }
        }
        let differs = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
        if differs(&snapshot.version, bank.version()) || differs(&snapshot.hash, bank.hash()) {
            report.other_version = Some(snapshot.version.clone());
            let questions = 0..bank.questions().len();
            report.new_questions = questions.filter(|at| !given.contains(at)).collect();
        }
        let notes = snapshot.notes.0.iter();
        let has_text = |value: &RawAnswer| matches!(value, RawAnswer::Text(t) if !t.is_empty());
        report.notes = notes.filter(|(_, note)| has_text(note)).count();
        report
    }

    fn aside(&mut self, id: &str, why: Why) {
        let question = id.to_owned();
        self.kept_aside.push(Aside { question, why });
    }
}

/// Why a question did not understand all of a value.
fn why(question: &Question, value: &RawAnswer) -> Why {
    match (value, question.kind) {
        (RawAnswer::Text(text), _) if text == "na" => Why::NotAllowed,
        (RawAnswer::Number(_), Kind::Number(_)) => Why::NotAllowed,
        (RawAnswer::Text(_), Kind::Number(_)) => Why::WrongType,
        (RawAnswer::Text(id), _) => Why::NoOption(shortened(id)),
        (RawAnswer::List(ids), Kind::Multi) => {
            let unknown = ids
                .iter()
                .filter(|id| question.option_position(id).is_none());
            let unknown: Vec<String> = unknown.take(64).map(|id| shortened(id)).collect();
            Why::NoOption(unknown.join(", "))
        }
        _ => Why::WrongType,
    }
}

fn shortened(id: &str) -> String {
    id.chars().take(60).collect()
}
