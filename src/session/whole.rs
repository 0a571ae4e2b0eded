//! What the whole program does besides asking: undo and redo, and what belongs to answers and to
//! the assessment as such. The first program is built without this; it hands on unread what is kept
//! of it (see [`crate::Snapshot::rest`]).

mod beside;
mod clearing;
pub mod compare;
mod contradictions;
pub mod device;
pub mod export;
mod extras;
mod history;
mod left;
mod mend;
pub mod paper;
pub mod picture;
pub mod report;
pub mod results;
mod said;
mod stepping;
pub mod steps;
pub mod words;
pub mod workshop;

pub use beside::Part;
pub use contradictions::{contradictions, Contradiction};
pub use extras::{Before, Extras, Source, Words};
pub use left::{left, Left};
pub use mend::{wrong, Field, Wrong};
pub use said::Said;

pub(crate) use extras::extras;
pub(crate) use history::One;

use crate::details::Details;
use crate::model::{Model, Screen};
use crate::msg::{Effect, Msg};
use beside::Removed;
use gca_engine::{Answer, Answers, Bank};
use history::History;
use std::rc::Rc;

/// What can happen in the whole program only. Questions are positions in the bank that is asked.
// Messages live for a moment each; a box round the large ones would only be in the way.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq)]
pub enum WholeMsg {
    /// Take back the last change of an answer.
    Undo,
    /// Make the change that was taken back last.
    Redo,
    /// Answer a question as in the earlier round.
    AsBefore(usize),
    /// Open an empty piece of evidence of a question.
    AddEvidence(usize),
    /// A part of a piece of evidence was changed: its question, which piece, which part, the text.
    Evidence(usize, usize, Part, Rc<str>),
    /// Remove a piece of evidence of a question.
    RemoveEvidence(usize, usize),
    /// Put back the piece of evidence that was removed last.
    PutBack,
    /// Come back to a question, or no longer.
    Flag(usize, bool),
    /// Who answered a question.
    Who(usize, Rc<str>),
    /// Go to a field of a question that is to be corrected.
    Mend(usize, Field),
    /// Ask before clearing all answers.
    AskClear,
    /// Do not clear them.
    KeepAnswers,
    /// Clear all answers.
    ClearAll,
    /// What is about the device: several assessments, files, codes.
    Device(device::Msg),
    /// What is about the report and the files that leave.
    Paper(paper::Msg),
    /// What is about comparing with others.
    Compare(compare::Msg),
    /// What is about the results.
    Results(results::Msg),
    /// What is about next steps and the way to a goal.
    Steps(steps::Msg),
    /// What is about a workshop.
    Workshop(workshop::Msg),
}

/// The part of the state that only the whole program has.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    pub(crate) details: Details,
    pub(crate) history: History,
    /// Answers of the earlier round, as this bank understands them.
    earlier: Option<Answers>,
    removed: Option<Removed>,
    said: Option<Said>,
    /// How often something was said: the same words twice are two things to say.
    said_count: usize,
    clearing: bool,
    pub(crate) device: device::Device,
    paper: paper::Paper,
    pub(crate) compare: compare::Compare,
    pub(crate) results: results::Results,
    steps: steps::Steps,
    pub(crate) workshop: workshop::Workshop,
    hand_in: workshop::hand::HandIn,
}

/// Changes the state; see [`crate::update()`].
pub(crate) fn update(model: &mut Model, msg: WholeMsg) -> Vec<Effect> {
    match msg {
        WholeMsg::Undo => stepping::undo(model),
        WholeMsg::Redo => stepping::redo(model),
        WholeMsg::AsBefore(at) => stepping::as_before(model, at),
        WholeMsg::AddEvidence(at) => beside::add(model, at),
        WholeMsg::Evidence(at, entry, part, text) => beside::edit(model, at, entry, part, text),
        WholeMsg::RemoveEvidence(at, entry) => beside::remove(model, at, entry),
        WholeMsg::PutBack => beside::put_back(model),
        WholeMsg::Flag(at, on) => beside::flag(model, at, on),
        WholeMsg::Who(at, who) => beside::who(model, at, who),
        WholeMsg::Mend(at, field) => mend::mend(model, at, field),
        WholeMsg::AskClear => clearing::ask(model),
        WholeMsg::KeepAnswers => clearing::keep(model),
        WholeMsg::ClearAll => clearing::clear(model),
        WholeMsg::Device(msg) => device::update(model, msg),
        WholeMsg::Paper(msg) => paper::update(model, msg),
        WholeMsg::Compare(msg) => compare::update(model, msg),
        WholeMsg::Results(msg) => results::update(model, msg),
        WholeMsg::Steps(msg) => steps::update(model, msg),
        WholeMsg::Workshop(msg) => workshop::update(model, msg),
    }
}

impl WholeMsg {
    /// Whether much is worked out and drawn anew: what a step that is tried would bring, or the way to a goal.
    pub fn redraws_much(&self) -> bool {
        use compare::Msg as Aims;
        use steps::Msg as Steps;
        matches!(
            self,
            Self::Compare(Aims::Aim(..) | Aims::Points(..) | Aims::ClearAims)
                | Self::Steps(Steps::Try(..) | Steps::ClearTrial | Steps::Show(_))
        )
    }

    /// Whether this is one of many, as somebody types.
    pub fn is_typed(&self) -> bool {
        match self {
            Self::Evidence(..) | Self::Who(..) | Self::Steps(steps::Msg::Write(..)) => true,
            Self::Workshop(workshop::Msg::Exercise(msg)) => msg.is_typed(),
            _ => false,
        }
    }
}

impl Whole {
    /// Takes over what was kept. Changes that were made to other answers can not be taken back.
    pub(crate) fn restore(&mut self, bank: &Bank, rest: &str) {
        self.details = Details::read(rest);
        self.history.clear();
        self.removed = None;
        self.results.restored();
        self.steps.restored();
        self.read_earlier(bank);
    }

    fn read_earlier(&mut self, bank: &Bank) {
        let earlier = self.details.earlier.as_ref();
        self.earlier = earlier.map(|earlier| {
            let given = earlier.answers.0.iter().cloned();
            let mut answers = Answers::read(bank, given).0;
            for question in bank.questions() {
                // What this bank does not understand can not be answered again.
                if answers.get(question.source) == Some(Answer::Invalid) {
                    answers.set(question.source, None);
                }
            }
            answers
        });
    }

    /// Whether there is something here that somebody would miss.
    pub(crate) fn holds_something(&self) -> bool {
        let Details {
            evidence,
            flagged,
            who,
            targets,
            weights,
            plan,
            ..
        } = &self.details;
        let is_filled = |entry: &crate::details::Evidence| !entry.is_empty();
        let is_beside = !flagged.is_empty() || !who.is_empty() || !weights.is_empty();
        let wants = !targets.is_empty() || !plan.is_empty();
        is_beside || wants || evidence.values().flatten().any(is_filled)
    }

    /// What was said last is over once something else happens.
    pub(crate) fn hear(&mut self, msg: &Msg) {
        if !matches!(msg, Msg::Saved(_) | Msg::Speak | Msg::More(_)) {
            self.said = None;
        }
        self.results.hear(msg);
    }

    fn say(&mut self, said: Said) {
        self.said = Some(said);
        self.said_count += 1;
    }
}

impl Model {
    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        self.whole_part.history.can_undo()
    }

    /// Whether there is a change that was taken back and can be made again.
    pub fn can_redo(&self) -> bool {
        self.whole_part.history.can_redo()
    }

    /// What has to be said of the last change, and how often something was said so far.
    pub fn said(&self) -> Option<(Said, usize)> {
        Some((self.whole_part.said?, self.whole_part.said_count))
    }

    /// Whether the user is being asked about clearing all answers.
    pub fn is_clearing(&self) -> bool {
        self.whole_part.clearing
    }

    /// Whether the open screen needs texts that are not there: most look for contradictions, steps have
    /// advice, the exercise is one of them.
    pub fn wants_more(&self) -> bool {
        let wants = matches!(
            self.screen,
            Screen::Review | Screen::Results | Screen::Steps | Screen::Report
        );
        let is_exercise = self.workshop().part == workshop::Part::Exercise;
        let wants = wants || self.screen == Screen::Workshop && is_exercise;
        wants && self.more.is_none() && !self.config.first
    }

    /// Whether those texts could not be fetched.
    pub fn is_more_missing(&self) -> bool {
        self.more_failed
    }

    /// What belongs to the answers and to the assessment as such.
    pub fn details(&self) -> &Details {
        &self.whole_part.details
    }

    /// Changes the details; the caller sees to it that they are saved.
    pub(crate) fn edit_details(&mut self, edit: impl FnOnce(&mut Details)) {
        let before = self.whole_part.details.earlier.clone();
        edit(&mut self.whole_part.details);
        if self.whole_part.details.earlier != before {
            self.whole_part.read_earlier(&self.whole);
        }
        self.rest = self.whole_part.details.write();
    }
}
