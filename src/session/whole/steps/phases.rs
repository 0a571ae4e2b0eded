//! The way in phases: what is carried out together, and in which order.

use super::order::{by_key, falling};
use super::step::{advice, words};
use super::way::{steps_of, Phase, PhaseKind, WayStep};
use super::StepId;
use crate::model::Model;
use crate::view::number;
use gca_engine::{Effort, Plan, Rise, State};
use std::rc::Rc;

/// The steps in phases. Those first that other questions wait for, as their answers may change what
/// is worth doing; then the cheap ones, which are seen soon, and so on.
pub(super) fn phases(model: &Model, plan: &Plan) -> Vec<Phase> {
    let waiting = implied(model);
    let steps = steps_of(model, plan);
    let mut groups: Vec<(PhaseKind, usize, Vec<Rise>)> = Vec::new();
    for of_question in steps.chunk_by(|a, b| a.0 == b.0) {
        // What is waited for, and what comes before it.
        let opens = |rise: &Rise, at: usize| waiting.iter().any(|one| one.opens(at, rise, rise));
        let last = of_question
            .iter()
            .rposition(|(at, _, rise)| opens(rise, *at));
        let mut kind = PhaseKind::Foundation;
        for (n, (at, _, rise)) in of_question.iter().enumerate() {
            if last.is_none_or(|last| n > last) {
                kind = kind.max(match rise.effort {
                    Effort::Low => PhaseKind::Low,
                    Effort::Medium => PhaseKind::Medium,
                    Effort::High => PhaseKind::High,
                });
            }
            match groups.last_mut() {
                Some((last, question, rises)) if *last == kind && question == at => {
                    rises.push(*rise);
                }
                _ => groups.push((kind, *at, vec![*rise])),
            }
        }
    }
    let folded = &model.whole_part.steps.folded;
    let mut phases: Vec<Phase> = Vec::new();
    for kind in PhaseKind::ALL {
        let groups = groups.iter().filter(|(of, ..)| *of == kind);
        let steps = groups.filter_map(|(_, at, rises)| way_step(model, *at, rises, &waiting));
        let steps: Vec<WayStep> = steps.collect();
        if !steps.is_empty() {
            phases.push(Phase {
                kind,
                effort: steps.iter().map(|step| step.effort).sum(),
                steps: by_key(steps, |step| {
                    falling(step.gain / f64::from(step.effort.max(1)))
                }),
                score: None,
                is_open: phases.is_empty() != folded.contains(&kind),
            });
        }
    }
    let points = model.assessment.overall.as_ref().map(|o| o.points);
    let mut gained = 0.0;
    for phase in &mut phases {
        gained += phase.steps.iter().map(|step| step.gain).sum::<f64>();
        phase.score = points.and_then(|p| Some(p.score()? + gained / p.coverage));
    }
    phases
}

/// An implied question, and the level at which it opens.
struct Implied {
    at: usize,
    needs: usize,
    level: u8,
}

impl Implied {
    /// Whether it opens somewhere from one step of a question to another.
    fn opens(&self, question: usize, first: &Rise, last: &Rise) -> bool {
        self.needs == question && first.from.level < self.level && self.level <= last.to.level
    }
}

fn implied(model: &Model) -> Vec<Implied> {
    let mut implied = Vec::new();
    for (at, question) in model.bank.questions().iter().enumerate() {
        if let (State::Implied, Some(needed)) = (model.state(at), question.depends_on) {
            implied.push(Implied {
                at,
                needs: needed.question,
                level: needed.at_least,
            });
        }
    }
    implied
}

fn way_step(model: &Model, at: usize, rises: &[Rise], waiting: &[Implied]) -> Option<WayStep> {
    let question = model.question(at)?;
    let (first, last) = (rises.first()?, rises.last()?);
    let weight = model.assessment.questions.get(at)?.weight;
    let indicator = model.bank.indicators().get(question.indicator)?;
    let mut actions: Vec<Rc<str>> = Vec::new();
    for rise in rises {
        let advice = advice(model, question.source, rise.from.level);
        let action = advice.map(|advice| &advice.action);
        if let Some(action) = action.filter(|action| !actions.contains(action)) {
            actions.push(action.clone());
        }
    }
    let opened = waiting.iter().filter(|one| one.opens(at, first, last));
    let id = StepId::of_rise(question, last);
    Some(WayStep {
        id,
        at,
        number: number(model, at),
        indicator: model.texts.indicators.get(indicator.source)?.0.clone(),
        actions,
        from: words(model, at, first.from.answer),
        to: words(model, at, last.to.answer),
        count: rises.len(),
        effort: rises.iter().map(|rise| rise.effort.points()).sum(),
        gain: 100.0 * weight * (last.to.score - first.from.score),
        unlocks: opened.map(|one| number(model, one.at)).collect(),
        is_open: model.whole_part.steps.open.contains(&id),
    })
}
