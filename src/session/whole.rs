//! What the whole program does besides asking: undo and redo, and what belongs to answers and to
//! the assessment as such. The first program is built without this; it hands on unread what is kept
//! of it (see [`crate::Snapshot::rest`]).

pub mod device;
mod history;

use crate::details::Details;
use crate::model::Model;
use crate::msg::{Effect, Focus};
use crate::update::{changed, turn};
use gca_engine::Answer;
use history::History;

/// What can happen in the whole program only.
// Messages live for a moment each; a box round the large ones would only be in the way.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq)]
pub enum WholeMsg {
    /// Take back the last change of an answer.
    Undo,
    /// Make the change that was taken back last.
    Redo,
    /// What is about the device: several assessments, files, codes.
    Device(device::Msg),
}

/// The part of the state that only the whole program has.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    pub(crate) details: Details,
    pub(crate) history: History,
    pub(crate) device: device::Device,
}

/// Changes the state; see [`crate::update()`].
pub(crate) fn update(model: &mut Model, msg: WholeMsg) -> Vec<Effect> {
    match msg {
        WholeMsg::Undo => step(model, History::undo),
        WholeMsg::Redo => step(model, History::redo),
        WholeMsg::Device(msg) => device::update(model, msg),
    }
}

type Step = fn(&mut History) -> Option<(usize, Option<Answer>)>;

/// Takes a change back or makes it again, and shows the question that it is about.
fn step(model: &mut Model, take: Step) -> Vec<Effect> {
    let Some((source, answer)) = take(&mut model.whole_part.history) else {
        return vec![];
    };
    model.answers.set(source, answer);
    let at = model
        .bank
        .questions()
        .iter()
        .position(|q| q.source == source);
    // The quick version does not ask every question: then there is no page to show.
    let mut effects = changed(model);
    if let Some(at) = at {
        let page = model.question(at).map_or(0, |q| q.indicator);
        effects.extend(turn(model, page));
        effects.pop();
        effects.push(Effect::Focus(Focus::Question(at)));
    }
    effects
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

    /// What belongs to the answers and to the assessment as such.
    pub fn details(&self) -> &Details {
        &self.whole_part.details
    }

    /// Changes the details; the caller sees to it that they are saved.
    pub(crate) fn edit_details(&mut self, edit: impl FnOnce(&mut Details)) {
        edit(&mut self.whole_part.details);
        self.rest = self.whole_part.details.write();
    }
}
