//! The action list: what was decided, for paper and files.

use super::order::by_key;
use super::step::{of_id, of_roadmap};
use super::{Place, Step, StepId};
use crate::details::Progress;
use crate::model::Model;
use gca_engine::roadmap;

/// What the action list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Steps that are in the plan.
    Planned,
    /// These, then all other next steps by rank.
    All,
    /// All next steps by rank, whatever was decided.
    Next,
}

/// The action list. Steps of the plan come first: what is not done by its date, what has no date
/// after that, then what is done; among equals in the order of the bank. Of the report of 2008,
/// the objective is [`Step::to`], the task [`Step::action`] (or [`Step::title`]), and time frame and
/// deliverables are in [`Step::planned`].
///
/// Steps of questions that the version which is asked does not have are left out; they stay in the
/// assessment.
pub fn actions(model: &Model, scope: Scope) -> Vec<Step> {
    let mut steps = match scope {
        Scope::Planned | Scope::All => planned(model),
        Scope::Next => Vec::new(),
    };
    if scope != Scope::Planned {
        let roadmap = roadmap(&model.bank, &model.answers, &model.assessment);
        let next = roadmap.steps.iter();
        let next = next.filter_map(|step| of_roadmap(model, step));
        let next: Vec<Step> = next
            .filter(|step| steps.iter().all(|other| other.id != step.id))
            .collect();
        steps.extend(next);
    }
    steps
}

fn planned(model: &Model) -> Vec<Step> {
    let plan = model.whole_part.details.plan.steps().iter();
    let ids = plan.filter_map(|one| StepId::named(model, &one.question, &one.step));
    let steps: Vec<Step> = ids.filter_map(|id| of_id(model, id)).collect();
    let mut steps = by_key(steps, |step| step.id.code() as u64);
    steps.retain(|step| step.planned.progress.is_some());
    let mut steps = by_key(steps, |step| {
        let is_done = step.planned.progress == Some(Progress::Done);
        (u64::from(is_done) << 32) + day(&step.planned.date)
    });
    fill_gains(model, &mut steps);
    steps
}

/// A day as eight digits; without one, after all that have one.
fn day(date: &str) -> u64 {
    let digits = date.bytes().filter(u8::is_ascii_digit);
    let digits = digits.map(|digit| u64::from(digit - b'0'));
    match date.is_empty() {
        true => 1 << 31,
        false => digits.fold(0, |n, digit| 10 * n + digit),
    }
}

/// What the roadmap knows of a step besides: what it opens, and whether its area limits the stage.
fn fill_gains(model: &Model, steps: &mut [Step]) {
    let roadmap = roadmap(&model.bank, &model.answers, &model.assessment);
    for step in steps.iter_mut().filter(|step| step.place == Place::Next) {
        let ranked = roadmap
            .steps
            .iter()
            .find(|ranked| ranked.question == step.at);
        if let Some(ranked) = ranked {
            step.unlocks = super::step::opened(model, &ranked.unlocks);
            step.is_limiting = ranked.in_limiting_area;
        }
    }
}
