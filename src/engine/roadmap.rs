//! What to do next, and what to find out (METHOD, section 8).

use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, State};
use crate::bank::{Bank, DependsOn, Effort};
use crate::rank::{is_tie, key, place, turn};
use crate::step::{Position, Step};
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
    let count = bank.questions.len();
    let (mut drafts, mut order) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let mut unknown = Vec::new();
    let mut waiting = Vec::new();
    for (at, (question, outcome)) in bank.questions.iter().zip(&assessment.questions).enumerate() {
        match outcome.state {
            State::NotApplicable => {}
            State::Implied => waiting.extend(question.depends_on.map(|d| (at, d))),
            State::DontKnow | State::Unanswered | State::Invalid => {
                unknown.push(place(100.0 * outcome.weight, at));
            }
            State::Answered if outcome.score >= 1.0 => {}
            State::Answered => {
                let from = answers.get(question.source).map(|answer| Position {
                    answer,
                    score: outcome.score,
                    level: outcome.level,
                });
                if let Some(step) = from.and_then(|from| question.step(from)) {
                    let gain = 100.0 * outcome.weight * (step.to.score - outcome.score);
                    let priority = gain / f64::from(step.effort.points());
                    order.push(place(priority, drafts.len()));
                    drafts.push(Draft {
                        question: at,
                        gain,
                        priority,
                        step,
                    });
                }
            }
        }
    }
    // What is sorted is one number each; steps are written once, in their place.
    order.sort_unstable();
    unknown.sort_unstable();
    break_ties(&mut order, &drafts);
    let ranked = order.iter().filter_map(|&place| drafts.get(turn(place)));
    let mut steps: Vec<RoadmapStep> = Vec::with_capacity(order.len());
    steps.extend(ranked.map(|draft| {
        let area = || bank.area_of(bank.questions.get(draft.question)?);
        RoadmapStep {
            question: draft.question,
            option: draft.step.option,
            to: draft.step.to.answer,
            gain: draft.gain,
            effort: draft.step.effort,
            priority: draft.priority,
            unlocks: Vec::new(),
            in_limiting_area: !limiting.is_empty()
                && area().is_some_and(|area| limiting.contains(&area)),
        }
    }));
    if !waiting.is_empty() {
        unlock(bank, &mut steps, &waiting);
    }
    let find_out = unknown.iter().filter_map(|&place| {
        let question = turn(place);
        let outcome = assessment.questions.get(question)?;
        Some(FindOut {
            question,
            weight_points: 100.0 * outcome.weight,
        })
    });
    Roadmap {
        steps,
        find_out: find_out.collect(),
    }
}

/// A step before it has its place.
struct Draft {
    question: usize,
    gain: f64,
    priority: f64,
    step: Step,
}

/// Among steps of equal priority the greater gain comes first, then the earlier question.
fn break_ties(order: &mut [u64], drafts: &[Draft]) {
    let gain = |place: u64| drafts.get(turn(place)).map_or(0.0, |draft| draft.gain);
    // The key of a smaller number is never greater, and most gains are equal or in order.
    let stands = |a: f64, b: f64| a >= b || key(a) >= key(b);
    for equal in order.chunk_by_mut(|a, b| is_tie(*a, *b)) {
        if !equal.is_sorted_by(|a, b| stands(gain(*a), gain(*b))) {
            equal.sort_by_key(|place| Reverse(key(gain(*place))));
        }
    }
}

/// Notes at each step the implied questions that its new level opens.
fn unlock(bank: &Bank, steps: &mut [RoadmapStep], waiting: &[(usize, DependsOn)]) {
    let mut of_question = vec![usize::MAX; bank.questions.len()];
    for (at, step) in steps.iter().enumerate() {
        if let Some(slot) = of_question.get_mut(step.question) {
            *slot = at;
        }
    }
    for &(question, needed) in waiting {
        let at = of_question.get(needed.question).copied();
        let step = at.and_then(|at| steps.get_mut(at));
        if let (Some(step), Some(prerequisite)) = (step, bank.questions.get(needed.question)) {
            let raised = prerequisite.value_of(step.to).map(|(_, level)| level);
            if raised.is_some_and(|level| level >= needed.at_least) {
                step.unlocks.push(question);
            }
        }
    }
}
