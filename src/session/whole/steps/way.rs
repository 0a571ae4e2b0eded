//! The least-effort way to the goal, in phases; or what stands in the way (METHOD, section 16).

use super::order::{by_key, falling};
use super::phases::phases;
use super::{StepId, Trial};
use crate::details::Aim;
use crate::model::Model;
use crate::view::{number, Number};
use crate::whole::compare::points_of;
use crate::whole::Words;
use gca_engine::{path, Goal, Plan, Rise, State};
use std::rc::Rc;

/// The way to the goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What came of looking for it.
    pub outcome: Outcome,
    /// The highest headline for at most 0, 1, 2, … points of effort (a step of low effort counts 1,
    /// medium 2, high 3), whatever the goal; empty while nothing is known.
    pub frontier: Vec<f64>,
}

/// What came of looking for the way.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// There is no goal yet.
    NoGoal,
    /// Nothing is answered, so nothing can be said.
    Nothing,
    /// The goal is reached by the answers as they stand.
    Reached,
    /// The steps that reach it with the least effort.
    Steps {
        /// In order.
        phases: Vec<Phase>,
        /// Sum of the efforts.
        effort: u32,
        /// The outcome before and after; unknown and implied questions stay as they are.
        trial: Box<Trial>,
    },
    /// It cannot be reached by steps alone.
    Blocked {
        /// The headline after every step there is, in points; `None` if there is none.
        best: Option<f64>,
        /// Conditions that fail even then.
        obstacles: Vec<Obstacle>,
    },
    /// The bank is too large for the search.
    TooLarge,
}

/// What the steps of a phase have in common. A step never comes before another of its own question,
/// so that some stand in a later phase than their effort alone would have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhaseKind {
    /// Other questions wait for them.
    Foundation,
    /// They cost little.
    Low,
    /// They cost more.
    Medium,
    /// They cost much.
    High,
}

impl PhaseKind {
    /// All, in order.
    pub(super) const ALL: [Self; 4] = [Self::Foundation, Self::Low, Self::Medium, Self::High];
}

/// Steps that belong together, most gain for the effort first.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// What they have in common.
    pub kind: PhaseKind,
    /// The steps.
    pub steps: Vec<WayStep>,
    /// Sum of the efforts.
    pub effort: u32,
    /// The headline after this phase and those before it, in points.
    pub score: Option<f64>,
    /// Whether its steps are shown.
    pub is_open: bool,
}

/// What one question asks for in one phase: one step or several in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct WayStep {
    /// The last of the steps.
    pub id: StepId,
    /// Position of the question in the bank that is asked.
    pub at: usize,
    /// Its number.
    pub number: Number,
    /// Title of the indicator.
    pub indicator: Rc<str>,
    /// What to do, in order, each once; empty if the bank advises nothing.
    pub actions: Vec<Rc<str>>,
    /// The statement or value before.
    pub from: Option<Words>,
    /// The statement or value after.
    pub to: Option<Words>,
    /// How many steps these are.
    pub count: usize,
    /// Sum of their efforts.
    pub effort: u32,
    /// Sum of their gains in overall points, 0–100.
    pub gain: f64,
    /// Numbers of the questions that they open.
    pub unlocks: Vec<Number>,
    /// Whether what is told of it is open.
    pub is_open: bool,
}

/// A condition that fails even after every step.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// Number and title of the area; `None` for the whole.
    pub area: Option<(usize, Rc<str>)>,
    /// Points needed.
    pub needed: f64,
    /// Points after every step; `None` if there is no headline.
    pub best: Option<f64>,
    /// Questions to find out, those first that weigh most.
    pub open: Vec<Open>,
    /// Questions that count 0 as their prerequisite is missing.
    pub waiting: Vec<Waiting>,
}

/// A question that is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// Position in the bank that is asked.
    pub at: usize,
    /// Number.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// What its answer may add, in overall points of 0–100.
    pub points: f64,
}

/// A question whose prerequisite is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Its number.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// Number of the question that it waits for.
    pub for_number: Number,
}

/// Finds the way to the targets of the assessment.
pub fn way(model: &Model) -> Way {
    let goal = goal(model);
    let asked = goal.clone().unwrap_or_default();
    let found = path(&model.bank, &model.answers, &model.assessment, &asked);
    let Ok(found) = found else {
        return Way {
            outcome: Outcome::TooLarge,
            frontier: Vec::new(),
        };
    };
    let frontier: Option<Vec<f64>> = found.frontier.iter().copied().collect();
    let outcome = match (goal, found.plan) {
        _ if found.best.is_none() => Outcome::Nothing,
        (None, _) => Outcome::NoGoal,
        (_, Some(plan)) if plan.moves.is_empty() => Outcome::Reached,
        (_, Some(plan)) => Outcome::Steps {
            phases: phases(model, &plan),
            effort: plan.effort,
            trial: Box::new(Trial::between(
                model,
                steps_of(model, &plan).len(),
                plan.assessment,
            )),
        },
        (_, None) => Outcome::Blocked {
            best: found.best,
            obstacles: found
                .obstacles
                .iter()
                .map(|obstacle| explained(model, obstacle))
                .collect(),
        },
    };
    Way {
        outcome,
        frontier: frontier.unwrap_or_default(),
    }
}

/// The targets as a goal of the engine; `None` if there are none. Targets of areas that are not asked
/// are left aside.
fn goal(model: &Model) -> Option<Goal> {
    let mut goal = Goal::default();
    match &model.whole_part.details.targets.overall {
        Some(Aim::Points(points)) => goal.score = Some(*points),
        Some(Aim::Stage(id)) => {
            let mut stages = model.bank.stages().iter();
            goal.stage = stages.position(|stage| *stage.id == **id);
        }
        None => {}
    }
    for area in model.bank.areas() {
        let points = points_of(model, &area.id);
        goal.areas
            .extend(points.map(|points| (area.source, points)));
    }
    let is_set = goal.stage.is_some() || goal.score.is_some() || !goal.areas.is_empty();
    is_set.then_some(goal)
}

/// Every single step of the way, with the position of its question in the bank that is asked.
pub(super) fn rises(model: &Model) -> Vec<(usize, StepId, Rise)> {
    let found = goal(model)
        .and_then(|goal| path(&model.bank, &model.answers, &model.assessment, &goal).ok());
    let plan = found.and_then(|found| found.plan);
    plan.map_or_else(Vec::new, |plan| steps_of(model, &plan))
}

pub(super) fn steps_of(model: &Model, plan: &Plan) -> Vec<(usize, StepId, Rise)> {
    let mut steps = Vec::new();
    for one in &plan.moves {
        let Some(question) = model.question(one.question) else {
            continue;
        };
        for rise in question.rises(one.from) {
            steps.push((one.question, StepId::of_rise(question, &rise), rise));
            if rise.to.answer == one.to {
                break;
            }
        }
    }
    steps
}

fn explained(model: &Model, obstacle: &gca_engine::Obstacle) -> Obstacle {
    let text = |at: usize| {
        let question = model.question(at)?;
        Some(model.texts.questions.get(question.source)?.text.clone())
    };
    let (mut open, mut waiting) = (Vec::new(), Vec::new());
    for &at in &obstacle.questions {
        let Some((text, outcome)) = text(at).zip(model.assessment.questions.get(at)) else {
            continue;
        };
        let number_of = |at| number(model, at);
        match model.question(at).and_then(|q| q.depends_on) {
            Some(needed) if outcome.state == State::Implied => waiting.push(Waiting {
                number: number_of(at),
                text,
                for_number: number_of(needed.question),
            }),
            _ => open.push(Open {
                at,
                number: number_of(at),
                text,
                points: 100.0 * outcome.weight,
            }),
        }
    }
    let open = by_key(open, |one: &Open| falling(one.points));
    let area = obstacle.area.and_then(|source| {
        let texts = model.texts.areas.get(source)?;
        Some((source + 1, texts.title.clone()))
    });
    Obstacle {
        area,
        needed: obstacle.needed,
        best: obstacle.best,
        open,
        waiting,
    }
}
