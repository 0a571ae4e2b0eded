//! What belongs to an assessment besides answers and notes: its name, evidence, flags, who answered,
//! an earlier round. It travels as [`Snapshot::rest`](crate::Snapshot::rest).

mod link;
mod plan;
mod read;
mod targets;
mod write;

pub use link::safe_link;
pub use plan::{
    is_date, Plan, Planned, PlannedStep, Progress, MAX_DELIVERABLE, MAX_OWNER, MAX_PLANNED,
    MAX_TIME,
};
pub(crate) use read::cut;
pub use targets::{Aim, Targets, MAX_TARGETS};

use crate::snapshot::Given;
use gca_engine::{Json, Weights};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Longest name of an assessment or of who answered, in characters.
pub const MAX_NAME: usize = 120;
/// Longest text of a piece of evidence, in characters.
pub const MAX_EVIDENCE_TEXT: usize = 500;
/// Longest document reference, in characters.
pub const MAX_REFERENCE: usize = 200;
/// Longest link, in characters.
pub const MAX_LINK: usize = 2000;
/// Longest date, in characters.
pub const MAX_DATE: usize = 40;
/// Most pieces of evidence of one question.
pub const MAX_EVIDENCE: usize = 20;
/// Smallest weight that an area or an indicator may be given.
pub const MIN_WEIGHT: f64 = 0.01;
/// Largest weight that an area or an indicator may be given.
pub const MAX_WEIGHT: f64 = 100.0;
/// Most weights of areas, and of indicators.
pub const MAX_WEIGHTS: usize = 1000;

/// What belongs to an assessment besides answers and notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Name of the assessment; empty if it has none.
    pub name: Rc<str>,
    /// When it was begun, in milliseconds since 1970; 0 is not known.
    pub begun: f64,
    /// Evidence by question id.
    pub evidence: BTreeMap<String, Vec<Evidence>>,
    /// Ids of the questions to come back to.
    pub flagged: BTreeSet<String>,
    /// Who answered, in the respondent's own words, by question id.
    pub who: BTreeMap<String, Rc<str>>,
    /// The round before this one.
    pub earlier: Option<Earlier>,
    /// What the user wants to reach.
    pub targets: Targets,
    /// Weights that the user wants instead of those of the bank; see [`MIN_WEIGHT`].
    pub weights: Weights,
    /// What was decided about steps.
    pub plan: Plan,
    /// What nobody here understands, by the name of its member: written back as it stood. Of a member
    /// that is understood in part, only the other part is here.
    pub others: Vec<(String, Json)>,
}

/// One piece of evidence. Each text may be empty, but not all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// What it shows.
    pub text: Rc<str>,
    /// Where it is found: title, number or page of a document.
    pub reference: Rc<str>,
    /// Address, as it was typed; see [`safe_link`].
    pub link: Rc<str>,
    /// Date, as it was typed; such as 2026-03-12.
    pub date: Rc<str>,
}

/// An earlier round of the same assessment, to compare with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Earlier {
    /// Its name; empty if it had none.
    pub name: Rc<str>,
    /// When it was last saved, in milliseconds since 1970; 0 is not known.
    pub saved: f64,
    /// Version of its bank.
    pub version: Rc<str>,
    /// Hash of its bank.
    pub hash: Rc<str>,
    /// `full` or `quick`; empty while not chosen.
    pub mode: Rc<str>,
    /// Its answers by question id.
    pub answers: Given,
}

impl Evidence {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.text, &self.reference, &self.link, &self.date];
        texts.iter().all(|text| text.is_empty())
    }
}
