//! What to do next, and what to find out (METHOD, section 8).

use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, State};
use crate::bank::{Bank, Effort};
use crate::rank::key;
use std::cmp::Reverse;

/// The steps open to the respondent, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roadmap {
    /// Next steps by gain per effort, descending.
    pub steps: Vec<RoadmapStep>,
    /// Unknown questions by weight, descending.
    pub find_out: Vec<FindOut>,
}

/// The next better answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadmapStep {
    /// Position of the question in the bank.
    pub question: usize,
    /// The option to choose or to tick; `None` for a number.
    pub option: Option<usize>,
    /// The whole answer after the step.
    pub to: Answer,
    /// Rise of the lower bound in overall points, 0–100.
    pub gain: f64,
    /// What it costs.
    pub effort: Effort,
    /// Gain per point of effort.
    pub priority: f64,
    /// Questions (positions) that the step opens; they bring no gain until answered.
    pub unlocks: Vec<usize>,
    /// Whether the area of the question limits a gated stage.
    pub in_limiting_area: bool,
}

/// An unknown question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FindOut {
    /// Position of the question in the bank.
    pub question: usize,
    /// Width that it adds to the interval, in overall points, 0–100.
    pub weight_points: f64,
}

/// Ranks the next steps of an assessment, which must be that of these answers on this bank.
///
/// # Example
/// See the front page of the crate.
pub fn roadmap(bank: &Bank, answers: &Answers, assessment: &Assessment) -> Roadmap {
    let standing = assessment.overall.as_ref().map(|o| &o.standing);
    let limiting = standing.map_or(&[][..], |s| &s.limiting);
    let mut steps = Vec::with_capacity(bank.questions.len());
    let mut find_out = Vec::new();
    // Where in `steps` each question has its step, for what the step unlocks.
    let mut place = vec![usize::MAX; bank.questions.len()];
    let mut waiting = Vec::new();
    for (at, (question, outcome)) in bank.questions.iter().zip(&assessment.questions).enumerate() {
        match outcome.state {
            State::NotApplicable => {}
            State::Implied => waiting.extend(question.depends_on.map(|d| (at, d))),
            State::Answered => {
                let answer = answers.get(question.source);
                let Some(from) = answer.and_then(|a| question.position(a)) else {
                    continue;
                };
                let Some(step) = question.step(from) else {
                    continue;
                };
                let gain = 100.0 * outcome.weight * (step.to.score - from.score);
                if let Some(slot) = place.get_mut(at) {
                    *slot = steps.len();
                }
                let area = bank.area_of(question);
                let step = RoadmapStep {
                    question: at,
                    option: step.option,
                    to: step.to.answer,
                    gain,
                    effort: step.effort,
                    priority: gain / f64::from(step.effort.points()),
                    unlocks: Vec::new(),
                    in_limiting_area: area.is_some_and(|area| limiting.contains(&area)),
                };
                steps.push(step);
            }
            State::DontKnow | State::Unanswered | State::Invalid => find_out.push(FindOut {
                question: at,
                weight_points: 100.0 * outcome.weight,
            }),
        }
    }
    for (at, needed) in waiting {
        let step = place.get(needed.question).and_then(|&p| steps.get_mut(p));
        if let (Some(step), Some(prerequisite)) = (step, bank.questions.get(needed.question)) {
            let reached = prerequisite.position(step.to).map(|p| p.level);
            if reached.is_some_and(|level| level >= needed.at_least) {
                step.unlocks.push(at);
            }
        }
    }
    steps.sort_by_cached_key(|s| (Reverse(key(s.priority)), Reverse(key(s.gain)), s.question));
    find_out.sort_by_key(|f| (Reverse(key(f.weight_points)), f.question));
    Roadmap { steps, find_out }
}
