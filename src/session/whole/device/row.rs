//! An assessment on the device that is not the open one.

use crate::details::Details;
use crate::model::Mode;
use crate::snapshot::Snapshot;
use gca_engine::{assess, Answers, Bank, Points, RawAnswer};
use std::rc::Rc;

/// An assessment on the device that is not the open one.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id on this device.
    pub id: String,
    /// When it was last saved, in milliseconds since 1970.
    pub saved_at: f64,
    /// Its name; empty if it has none, or if it cannot be read.
    pub name: Rc<str>,
    /// What is kept; `None` if it cannot be read.
    pub snapshot: Option<Snapshot>,
    /// Whether a newer version of the product saved it.
    pub newer: bool,
    /// Number of answers.
    pub answers: usize,
    /// Number of notes.
    pub notes: usize,
    /// Share of applicable weight that is answered, 0–1.
    pub coverage: f64,
    /// Its score with range; `None` if there is none.
    pub points: Option<Points>,
    /// Position of its stage.
    pub stage: Option<usize>,
    /// Whether too little is answered for its stage to be firm.
    pub is_provisional: bool,
    /// Whether its score is computed with weights of the user's own.
    pub is_weighted: bool,
}

impl Row {
    /// What a stored payload holds on a whole bank.
    pub fn new(id: String, saved_at: f64, payload: &str, newer: bool, bank: &Bank) -> Self {
        let snapshot = Snapshot::parse(payload).filter(|_| !newer);
        let mut row = Self {
            id,
            saved_at,
            newer,
            name: Default::default(),
            snapshot: None,
            answers: 0,
            notes: 0,
            coverage: 0.0,
            points: None,
            stage: None,
            is_provisional: false,
            is_weighted: false,
        };
        let Some(snapshot) = snapshot else {
            return row;
        };
        let (answers, _) = Answers::read(bank, snapshot.answers.0.iter().cloned());
        let details = Details::read(&snapshot.rest);
        let quick = (snapshot.mode == Mode::Quick.name()).then(|| bank.quick());
        let asked = quick.as_ref().unwrap_or(bank);
        let weights = Some(&details.weights).filter(|weights| !weights.is_empty());
        // They were bounded when they were read, so this does not fail.
        let weighted = weights.and_then(|weights| asked.reweighted(weights).ok());
        let outcome = assess(weighted.as_ref().unwrap_or(asked), &answers);
        row.is_weighted = weighted.is_some();
        row.name = details.name;
        row.answers = answers.len();
        let noted = |n: &&(String, RawAnswer)| matches!(&n.1, RawAnswer::Text(t) if !t.is_empty());
        row.notes = snapshot.notes.0.iter().filter(noted).count();
        if let Some(overall) = &outcome.overall {
            row.coverage = overall.points.coverage;
            row.points = overall.points.score().map(|_| overall.points);
            row.stage = overall.standing.stage;
            row.is_provisional = overall.standing.provisional;
        }
        row.snapshot = Some(snapshot);
        row
    }
}
