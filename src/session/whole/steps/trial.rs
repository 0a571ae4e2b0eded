//! What steps would bring: the assessment of other answers, which are never kept.

use super::StepId;
use crate::model::Model;
use gca_engine::{assess, Answer, Answers, Assessment, State};
use std::rc::Rc;

/// What steps would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// Steps that are tried.
    pub count: usize,
    /// The outcome now.
    pub now: Assessment,
    /// The outcome of the tried answers.
    pub then: Assessment,
    /// Rise of the headline in points; `None` where one of them has none.
    pub rise: Option<f64>,
    /// The areas that apply.
    pub areas: Vec<AreaTrial>,
    /// Questions that the steps would open. They count as not known until they are answered.
    pub opened: usize,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaTrial {
    /// Number, from 1.
    pub number: usize,
    /// Title.
    pub title: Rc<str>,
    /// A word or two.
    pub short: Rc<str>,
    /// Headline now, in points.
    pub now: Option<f64>,
    /// Headline with the steps, in points.
    pub then: Option<f64>,
}

impl Trial {
    /// Compares two outcomes on the bank that is asked.
    pub(super) fn between(model: &Model, count: usize, then: Assessment) -> Self {
        let now = model.assessment.clone();
        let headline = |a: &Assessment| a.overall.as_ref().and_then(|o| o.points.score());
        let score = |a: &Assessment, at: usize| {
            let area = a.areas.get(at).copied().flatten();
            area.and_then(|area| area.points.score())
        };
        let mut areas = Vec::new();
        for (at, area) in model.bank.areas().iter().enumerate() {
            let applies = now.areas.get(at).copied().flatten().is_some();
            let texts = model.texts.areas.get(area.source).filter(|_| applies);
            areas.extend(texts.map(|texts| AreaTrial {
                number: area.source + 1,
                title: texts.title.clone(),
                short: texts.short.clone(),
                now: score(&now, at),
                then: score(&then, at),
            }));
        }
        let states = now.questions.iter().zip(&then.questions);
        Self {
            count,
            rise: headline(&now)
                .zip(headline(&then))
                .map(|(now, then)| then - now),
            areas,
            opened: states
                .filter(|(now, then)| now.state == State::Implied && then.state != State::Implied)
                .count(),
            now,
            then,
        }
    }
}

/// What the ticked steps would bring. With none ticked both outcomes are the same.
pub fn trial(model: &Model) -> Trial {
    let (answers, count) = tried(model);
    let then = if count == 0 {
        model.assessment.clone()
    } else {
        assess(&model.bank, &answers)
    };
    Trial::between(model, count, then)
}

/// The answers with those tried ones that still are the next step of their question, and how many.
fn tried(model: &Model) -> (Answers, usize) {
    let (mut answers, mut count) = (model.answers.clone(), 0);
    for (at, question) in model.bank.questions().iter().enumerate() {
        if let Some(tried) = of(model, at) {
            answers.set(question.source, Some(tried));
            count += 1;
        }
    }
    (answers, count)
}

/// The answer to a question that is tried, if it still is that of its next step.
pub(super) fn of(model: &Model, at: usize) -> Option<Answer> {
    let source = model.question(at)?.source;
    let mut trial = model.whole_part.steps.trial.iter();
    let (_, tried) = trial.find(|(question, _)| *question == source)?;
    next(model, at).filter(|next| next == tried)
}

/// The answer after the next step of a question; `None` if it has none.
fn next(model: &Model, at: usize) -> Option<Answer> {
    let question = model.question(at)?;
    let answer = model.answers.get(question.source)?;
    let rises = (model.state(at) == State::Answered).then(|| question.rises(answer));
    rises?.first().map(|rise| rise.to.answer)
}

/// Tries a step, or does not. Only the next step of a question can be tried.
pub(super) fn set(model: &mut Model, id: StepId, on: bool) {
    let mut questions = model.bank.questions().iter();
    let at = questions.position(|question| question.source == id.question);
    let to = at.and_then(|at| next(model, at)).filter(|_| on);
    let trial = &mut model.whole_part.steps.trial;
    trial.retain(|(question, _)| *question != id.question);
    trial.extend(to.map(|to| (id.question, to)));
}
