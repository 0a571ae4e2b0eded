//! What to do next (METHOD, section 8), what it would bring, and the least-effort way to a goal
//! (section 16).
//!
//! Three things are kept in three places. What somebody tries out with ticks is in memory only and is
//! gone with the page: a trial must never be taken for an answer, nor for a decision. Goals are the
//! [`Targets`](crate::details::Targets) of the assessment, the same that the comparison shows. What
//! was decided about steps is the [`Plan`](crate::details::Plan) and travels in files.

mod list;
mod order;
mod phases;
mod plan;
mod ranked;
mod step;
mod trial;
mod way;

pub use list::{actions, Scope};
pub use plan::Field;
pub use ranked::{ranked, Ranked};
pub use step::{Advice, Place, Step, StepId};
pub use trial::{trial, AreaTrial, Trial};
pub use way::{way, Obstacle, Open, Outcome, Phase, PhaseKind, Waiting, Way, WayStep};

use crate::details::Progress;
use crate::model::Model;
use crate::msg::{Effect, Focus};
use gca_engine::{Answer, Effort};
use std::rc::Rc;

/// Steps that are shown at first, and how many more each time somebody asks for more: all at once
/// would hold up an old laptop.
pub const FIRST: usize = 10;

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Show another part of the page.
    Show(Pane),
    /// Only steps of an area, by its position in the whole bank; `None` for all.
    Area(Option<usize>),
    /// Only steps of at most this effort; `None` for any.
    Effort(Option<Effort>),
    /// Only steps in which this actor takes part; empty for all.
    Actor(Rc<str>),
    /// In another order.
    Sort(Order),
    /// Take back every choice.
    Reset,
    /// Show more steps.
    More,
    /// Open or close a phase of the way.
    Fold(PhaseKind),
    /// Open or close what is told of a step.
    Open(StepId, bool),
    /// See what a step would bring, or no longer.
    Try(StepId, bool),
    /// Try nothing any more.
    ClearTrial,
    /// How far a step is; `None` takes it out of the plan.
    Progress(StepId, Option<Progress>),
    /// A part of what is decided about a step was written.
    Write(StepId, Field, Rc<str>),
    /// Put the steps of the way to the goal into the plan.
    PlanWay,
}

impl Msg {
    /// Whether it changes what is kept of the assessment.
    pub(crate) fn is_change(&self) -> bool {
        matches!(self, Self::Progress(..) | Self::Write(..) | Self::PlanWay)
    }
}

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Steps by rank, to try.
    #[default]
    Ranked,
    /// The way to a goal.
    Way,
    /// What was decided.
    Plan,
}

/// The order of steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Most gain for the effort first, as the method ranks.
    #[default]
    Priority,
    /// Most gain first.
    Gain,
    /// As in the bank.
    Area,
}

/// The part of the state that is about steps.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    pane: Pane,
    area: Option<usize>,
    effort: Option<Effort>,
    actor: Rc<str>,
    order: Order,
    /// Steps that are shown besides the first.
    more: usize,
    /// Phases that are not as they are unasked: the first is open.
    folded: Vec<PhaseKind>,
    open: Vec<StepId>,
    /// Answers that are tried, by position of the question in the whole bank.
    trial: Vec<(usize, Answer)>,
}

impl Steps {
    /// Other answers are there: what was tried on the old ones means nothing on them.
    pub(crate) fn restored(&mut self) {
        self.trial.clear();
        self.open.clear();
        self.more = 0;
    }
}

/// Changes the state; see [`crate::update()`].
pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let steps = &mut model.whole_part.steps;
    match msg {
        Msg::Show(pane) => {
            steps.pane = pane;
            // It comes part by part, as the page did.
            super::results::left(model);
        }
        Msg::Area(area) => steps.area = area,
        Msg::Effort(effort) => steps.effort = effort,
        Msg::Actor(actor) => steps.actor = actor,
        Msg::Sort(order) => steps.order = order,
        Msg::Reset => {
            (steps.area, steps.effort, steps.actor) = Default::default();
            return focus(ranked(model).steps.first());
        }
        Msg::More => {
            let first = FIRST + steps.more;
            steps.more += FIRST;
            return focus(ranked(model).steps.get(first));
        }
        Msg::Fold(kind) => {
            let was = steps.folded.len();
            steps.folded.retain(|folded| *folded != kind);
            if steps.folded.len() == was {
                steps.folded.push(kind);
            }
        }
        Msg::Open(id, on) => {
            steps.open.retain(|open| *open != id);
            steps.open.extend(on.then_some(id));
        }
        Msg::Try(id, on) => trial::set(model, id, on),
        Msg::ClearTrial => {
            steps.trial.clear();
            return focus(ranked(model).steps.first());
        }
        Msg::Progress(id, progress) => return plan::progress(model, id, progress),
        Msg::Write(id, field, text) => return plan::write(model, id, field, text),
        Msg::PlanWay => return plan::adopt(model),
    }
    vec![]
}

fn focus(step: Option<&Step>) -> Vec<Effect> {
    let focus = |step: &Step| Effect::Focus(Focus::Step(step.id));
    step.map(focus).into_iter().collect()
}

/// Lets the engine know what steps cost, as soon as that has come: the first program asks without it.
pub(crate) fn know_efforts(model: &mut Model) {
    let Some(more) = model.more.clone().filter(|more| !more.advice.is_empty()) else {
        return;
    };
    for bank in [&mut model.whole, &mut model.bank] {
        let mut changed = (**bank).clone();
        for (at, question) in bank.questions().iter().enumerate() {
            if let Some(advice) = more.advice.get(question.source) {
                changed.set_efforts(at, advice.iter().map(|a| (a.below, a.effort)));
            }
        }
        *bank = Rc::new(changed);
    }
}

impl Model {
    /// The part of the page of next steps that is open.
    pub fn steps_pane(&self) -> Pane {
        self.whole_part.steps.pane
    }
}
