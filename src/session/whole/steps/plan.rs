//! What is decided about steps.

use super::way::rises;
use super::{Pane, StepId};
use crate::details::{is_date, Planned, Progress};
use crate::model::Model;
use crate::msg::{Effect, Focus};
use crate::update::changed;
use std::rc::Rc;

/// A part of what is decided about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Who carries it out.
    Owner,
    /// The day by which it is done.
    Date,
    /// The time frame in words.
    Time,
    /// What there is to show for it.
    Deliverable,
}

/// Says how far a step is. Taken out of the plan, what was written about it stays.
pub(super) fn progress(model: &mut Model, id: StepId, progress: Option<Progress>) -> Vec<Effect> {
    edit(model, id, |planned| planned.progress = progress)
}

/// Writes a part. Whoever writes about a step has it in the plan.
pub(super) fn write(model: &mut Model, id: StepId, field: Field, text: Rc<str>) -> Vec<Effect> {
    // A field for dates tells nothing until the whole day is there.
    if field == Field::Date && !text.is_empty() && !is_date(&text) {
        return vec![];
    }
    edit(model, id, |planned| {
        if !text.is_empty() {
            planned.progress.get_or_insert(Progress::Planned);
        }
        let slot = match field {
            Field::Owner => &mut planned.owner,
            Field::Date => &mut planned.date,
            Field::Time => &mut planned.time,
            Field::Deliverable => &mut planned.deliverable,
        };
        *slot = text;
    })
}

fn edit(model: &mut Model, id: StepId, edit: impl FnOnce(&mut Planned)) -> Vec<Effect> {
    if !set(model, id, edit) {
        return vec![];
    }
    changed(model)
}

/// Changes what is decided about a step; whether there is such a step, and room for it.
fn set(model: &mut Model, id: StepId, edit: impl FnOnce(&mut Planned)) -> bool {
    let Some((question, step)) = id.names(model) else {
        return false;
    };
    let plan = &model.whole_part.details.plan;
    let mut planned = plan.get(&question, &step).cloned().unwrap_or_default();
    edit(&mut planned);
    let mut has_room = true;
    model.edit_details(|details| has_room = details.plan.set(&question, &step, planned));
    has_room
}

/// Puts every step of the way to the goal into the plan. What is there stays as it is.
pub(super) fn adopt(model: &mut Model) -> Vec<Effect> {
    let ids: Vec<StepId> = rises(model).into_iter().map(|(_, id, _)| id).collect();
    if ids.is_empty() {
        return vec![];
    }
    for id in ids {
        set(model, id, |planned| {
            planned.progress.get_or_insert(Progress::Planned);
        });
    }
    model.whole_part.steps.pane = Pane::Plan;
    let mut effects = changed(model);
    effects.push(Effect::Focus(Focus::Heading));
    effects
}
