//! How far answers are from the reference, question by question and as a whole.

use gca_engine::Outcome;

/// How far one answer is from the reference answer of its question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Levels above the reference; below 0 if it is lower.
    pub levels: i16,
    /// Points of the question above the reference: 100 times the difference of the scores, −100 to 100.
    pub points: f64,
}

/// How far a set of answers is from the reference.
///
/// Only questions count whose score is known on both sides, answered or by skip logic: what is not answered,
/// not known or not applicable is not wrong, and neither is anything where the reference itself is "don't know".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distance {
    /// Number of questions compared.
    pub questions: usize,
    /// Mean of the absolute differences in points, 0–100, each question with its weight in the reference
    /// assessment: the most by which the score could be off because of these answers.
    pub points: f64,
    /// Mean of the absolute differences in levels, each question counting the same.
    pub levels: f64,
    /// Mean of the differences in points with their sign, weighted alike: above 0 for answers that are on the
    /// whole higher than the reference.
    pub lean: f64,
}

/// How far one outcome is from that of the reference; `None` if the score of either is not known.
pub fn step(given: &Outcome, reference: &Outcome) -> Option<Step> {
    (given.state.is_known() && reference.state.is_known()).then(|| Step {
        levels: i16::from(given.level) - i16::from(reference.level),
        points: 100.0 * (given.score - reference.score),
    })
}

/// How far outcomes are from those of the reference; `None` if no question can be compared.
pub fn distance(given: &[Outcome], reference: &[Outcome]) -> Option<Distance> {
    let mut sum = Distance {
        questions: 0,
        points: 0.0,
        levels: 0.0,
        lean: 0.0,
    };
    let mut weight = 0.0;
    for (given, reference) in given.iter().zip(reference) {
        let Some(step) = step(given, reference) else {
            continue;
        };
        weight += reference.weight;
        sum.questions += 1;
        sum.points += reference.weight * step.points.abs();
        sum.lean += reference.weight * step.points;
        sum.levels += f64::from(step.levels.abs());
    }
    (weight > 0.0).then(|| Distance {
        points: sum.points / weight,
        lean: sum.lean / weight,
        levels: sum.levels / sum.questions as f64,
        ..sum
    })
}
