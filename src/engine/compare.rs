//! An assessment beside an earlier one, a target, or a reference profile (METHOD, section 11).

use crate::answers::Answers;
use crate::assess::{Assessment, State};
use crate::bank::Bank;
use crate::rank::descending;
use crate::weights::shares;

/// Differences smaller than this are none.
const TOLERANCE: f64 = 1e-9;

/// Now beside then, over the questions known in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Number of questions known in both.
    pub paired_questions: usize,
    /// Their share of the applicable weight, 0–1.
    pub paired_coverage: f64,
    /// The whole.
    pub overall: Change,
    /// Areas by position; `None` where no question is known in both.
    pub areas: Vec<Option<Change>>,
    /// Indicators by position; `None` where no question is known in both.
    pub indicators: Vec<Option<Change>>,
    /// Questions whose score differs, by absolute contribution, descending. Contributions of all
    /// questions add up to the overall change.
    pub changes: Vec<QuestionChange>,
}

/// Points now and then, 0–100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Points now.
    pub now: f64,
    /// Points then.
    pub then: f64,
}

impl Change {
    /// Now less then.
    pub fn difference(self) -> f64 {
        self.now - self.then
    }
}

/// One question whose score differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuestionChange {
    /// Position of the question in the bank.
    pub question: usize,
    /// Score then, 0–1.
    pub from: f64,
    /// Score now, 0–1.
    pub to: f64,
    /// Part of the overall change, in points.
    pub contribution: f64,
}

/// Compares two assessments on the same bank; `None` if no question is known in both. Pairing
/// keeps newly answered questions from looking like progress.
pub fn compare(bank: &Bank, now: &Assessment, then: &Assessment) -> Option<Comparison> {
    let pairs = || now.questions.iter().zip(&then.questions);
    let applicable: Vec<bool> = pairs()
        .map(|(a, b)| a.state != State::NotApplicable && b.state != State::NotApplicable)
        .collect();
    let shares = shares(bank, &applicable);
    let mut overall = Pair::default();
    let mut areas = vec![Pair::default(); bank.areas.len()];
    let mut indicators = vec![Pair::default(); bank.indicators.len()];
    let mut paired_questions = 0;
    let mut changes = Vec::new();
    for (at, ((question, share), (a, b))) in
        bank.questions.iter().zip(&shares).zip(pairs()).enumerate()
    {
        if !a.state.is_known() || !b.state.is_known() {
            continue;
        }
        paired_questions += 1;
        let weight = share.weight();
        overall.add(weight, a.score, b.score);
        if let Some(area) = bank.area_of(question).and_then(|area| areas.get_mut(area)) {
            area.add(weight, a.score, b.score);
        }
        if let Some(indicator) = indicators.get_mut(question.indicator) {
            indicator.add(weight, a.score, b.score);
        }
        if (a.score - b.score).abs() > TOLERANCE {
            changes.push(QuestionChange {
                question: at,
                from: b.score,
                to: a.score,
                contribution: 100.0 * weight * (a.score - b.score),
            });
        }
    }
    let result = overall.change()?;
    for change in &mut changes {
        change.contribution /= overall.weight;
    }
    changes.sort_by(|a, b| descending(a.contribution.abs(), b.contribution.abs()));
    Some(Comparison {
        paired_questions,
        paired_coverage: overall.weight,
        overall: result,
        areas: areas.iter().map(Pair::change).collect(),
        indicators: indicators.iter().map(Pair::change).collect(),
        changes,
    })
}

/// Running sums of two assessments with common weights.
#[derive(Clone, Copy, Default)]
struct Pair {
    weight: f64,
    now: f64,
    then: f64,
}

impl Pair {
    fn add(&mut self, weight: f64, now: f64, then: f64) {
        self.weight += weight;
        self.now += weight * now;
        self.then += weight * then;
    }

    fn change(&self) -> Option<Change> {
        (self.weight > 0.0).then(|| Change {
            now: 100.0 * self.now / self.weight,
            then: 100.0 * self.then / self.weight,
        })
    }
}

/// What is missing to a target.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Gap of each area to its target, in points 0–100 of the area; `None` without a headline. In
    /// the order of the targets given.
    pub areas: Vec<Option<f64>>,
    /// Questions below their target (positions) and their gap in overall points, descending.
    pub questions: Vec<(usize, f64)>,
    /// Distance in overall points: the sum of the gaps of known questions.
    pub total_gap: f64,
    /// What the targets of unknown questions are worth, in overall points.
    pub unknown_gap: f64,
}

/// Measures an assessment against area targets (positions and points) and target answers. Target
/// answers without a score and questions that do not apply are left out.
pub fn target(
    bank: &Bank,
    assessment: &Assessment,
    areas: &[(usize, f64)],
    answers: &Answers,
) -> Target {
    let headline = |at: usize| assessment.areas.get(at).copied().flatten()?.points.score();
    let mut target = Target {
        areas: areas
            .iter()
            .map(|&(at, points)| headline(at).map(|score| f64::max(0.0, points - score)))
            .collect(),
        questions: Vec::new(),
        total_gap: 0.0,
        unknown_gap: 0.0,
    };
    for (at, (question, outcome)) in bank.questions.iter().zip(&assessment.questions).enumerate() {
        let wanted = answers
            .get(question.source)
            .and_then(|a| question.value_of(a));
        let Some((wanted, _)) = wanted else {
            continue;
        };
        if outcome.state.is_known() {
            let gap = 100.0 * outcome.weight * f64::max(0.0, wanted - outcome.score);
            target.total_gap += gap;
            if gap > TOLERANCE {
                target.questions.push((at, gap));
            }
        } else if outcome.state != State::NotApplicable {
            target.unknown_gap += 100.0 * outcome.weight * wanted;
        }
    }
    target.questions.sort_by(|a, b| descending(a.1, b.1));
    target
}

/// How an assessment differs from a published reference profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Headline less reference, in points, in the order of the references given; `None` without a
    /// headline.
    pub differences: Vec<Option<f64>>,
    /// Mean of the differences.
    pub mean: f64,
    /// Mean of their absolute values.
    pub mean_absolute: f64,
    /// Mean distance from the mean: strengths and weaknesses once the level is removed.
    pub shape: f64,
}

/// Compares area headlines with reference points (positions and points); `None` if no area with a
/// headline is among them.
pub fn profile(assessment: &Assessment, reference: &[(usize, f64)]) -> Option<Profile> {
    let headline = |at: usize| assessment.areas.get(at).copied().flatten()?.points.score();
    let differences: Vec<Option<f64>> = reference
        .iter()
        .map(|&(at, points)| headline(at).map(|score| score - points))
        .collect();
    let n = differences.iter().flatten().count();
    if n == 0 {
        return None;
    }
    let mean_of = |f: &dyn Fn(f64) -> f64| {
        differences.iter().flatten().map(|d| f(*d)).sum::<f64>() / n as f64
    };
    let mean = mean_of(&|d| d);
    Some(Profile {
        mean,
        mean_absolute: mean_of(&f64::abs),
        shape: mean_of(&|d| (d - mean).abs()),
        differences,
    })
}
