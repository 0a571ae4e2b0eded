//! From answers to scores: aggregation, interval, stage (METHOD, sections 4 and 6).

mod routing;

pub(crate) use routing::outcomes;
pub use routing::{Outcome, State};

use crate::answers::Answers;
use crate::bank::{Bank, Question};
use crate::stage::{band, standing, Standing};

/// Lower bound and coverage of a group; score and upper bound follow.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Points {
    /// Points if every unknown answer were the worst, 0–100.
    pub low: f64,
    /// Share of the applicable weight that is known, 0–1.
    pub coverage: f64,
}

impl Points {
    /// Points if every unknown answer were the best, 0–100.
    pub fn high(self) -> f64 {
        self.low + 100.0 * (1.0 - self.coverage)
    }

    /// Headline over what is known, 0–100; `None` while nothing is.
    pub fn score(self) -> Option<f64> {
        // Rounding may leave it a hair above.
        (self.coverage > 0.0).then(|| (self.low / self.coverage).min(100.0))
    }
}

/// One area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AreaResult {
    /// Its points.
    pub points: Points,
    /// Stage of its headline, without gate; `None` while nothing is known.
    pub stage: Option<usize>,
}

/// The whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Overall {
    /// Its points.
    pub points: Points,
    /// Where it stands.
    pub standing: Standing,
}

/// How many questions are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Answered with a score.
    pub answered: usize,
    /// Known by skip logic.
    pub implied: usize,
    /// "Don't know".
    pub dont_know: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Not answered.
    pub unanswered: usize,
    /// Answered with something that is no answer.
    pub invalid: usize,
}

impl Counts {
    fn of(questions: &[Outcome]) -> Self {
        let mut counts = Self::default();
        // Most questions are answered; only the others are looked at.
        let mut others = 0;
        for outcome in questions.iter().filter(|o| o.state != State::Answered) {
            others += 1;
            *match outcome.state {
                State::Answered => continue,
                State::Implied => &mut counts.implied,
                State::DontKnow => &mut counts.dont_know,
                State::NotApplicable => &mut counts.not_applicable,
                State::Unanswered => &mut counts.unanswered,
                State::Invalid => &mut counts.invalid,
            } += 1;
        }
        counts.answered = questions.len() - others;
        counts
    }
}

/// The outcome of answers on a bank, by position of questions, indicators and areas in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Questions after skip logic.
    pub questions: Vec<Outcome>,
    /// Indicators; `None` is not applicable.
    pub indicators: Vec<Option<Points>>,
    /// Areas; `None` is not applicable.
    pub areas: Vec<Option<AreaResult>>,
    /// The whole; `None` if nothing is applicable.
    pub overall: Option<Overall>,
    /// Questions by state.
    pub counts: Counts,
}

/// Scores a set of answers. There is always an outcome: what is missing lowers coverage and widens
/// the interval, never the score.
pub fn assess(bank: &Bank, answers: &Answers) -> Assessment {
    let mut questions = Vec::new();
    outcomes(bank, answers, &mut questions);
    aggregate(bank, questions)
}

/// Questions after skip logic alone, by position: a part of the work of [`assess()`]. Their weights are 0.
pub fn routed(bank: &Bank, answers: &Answers) -> Vec<Outcome> {
    let mut questions = Vec::new();
    outcomes(bank, answers, &mut questions);
    questions
}

/// Aggregates questions after skip logic; their weights are set here.
pub(crate) fn aggregate(bank: &Bank, mut questions: Vec<Outcome>) -> Assessment {
    let mut indicators = Vec::with_capacity(bank.indicators.len());
    let mut totals = Vec::with_capacity(bank.indicators.len());
    let mut areas = Vec::with_capacity(bank.areas.len());
    let mut area_totals = Vec::with_capacity(bank.areas.len());
    let mut overall = Sum::default();
    let mut members = bank.questions.iter().zip(&questions);
    for area in &bank.areas {
        let mut sum = Sum::default();
        for indicator in bank.indicators_of(area) {
            let own = indicator_sum(members.by_ref().take(indicator.questions.len()));
            let mean = own.mean();
            if let Some(points) = mean {
                sum.add(indicator.weight, points.low, points.coverage);
            }
            totals.push(own.weight);
            indicators.push(mean);
        }
        let mean = sum.mean();
        if let Some(points) = mean {
            overall.add(area.weight, points.low, points.coverage);
        }
        area_totals.push(sum.weight);
        areas.push(mean.map(|points| AreaResult {
            points,
            stage: points.score().map(|s| band(&bank.stages, s)),
        }));
    }
    // A weight is a product of shares; those of area and indicator are the same for all members.
    let mut members = bank.questions.iter().zip(&mut questions);
    for (indicator, total) in bank.indicators.iter().zip(totals) {
        let at = indicator.area;
        let (Some(area), Some(area_total)) = (bank.areas.get(at), area_totals.get(at)) else {
            continue;
        };
        let share = (area.weight / overall.weight) * (indicator.weight / area_total);
        for (question, outcome) in members.by_ref().take(indicator.questions.len()) {
            if outcome.state != State::NotApplicable {
                outcome.weight = share * (question.weight / total);
            }
        }
    }
    let counts = Counts::of(&questions);
    let overall = overall.mean().map(|points| Overall {
        standing: standing(bank, points, &areas),
        points,
    });
    Assessment {
        questions,
        indicators,
        areas,
        overall,
        counts,
    }
}

/// A running weighted mean of lower bound and coverage.
#[derive(Default)]
struct Sum {
    weight: f64,
    low: f64,
    coverage: f64,
}

impl Sum {
    fn add(&mut self, weight: f64, low: f64, coverage: f64) {
        self.weight += weight;
        self.low += weight * low;
        self.coverage += weight * coverage;
    }

    fn mean(&self) -> Option<Points> {
        (self.weight > 0.0).then(|| Points {
            low: self.low / self.weight,
            coverage: self.coverage / self.weight,
        })
    }
}

/// The overall points alone, without a list of anything: what a workshop asks of each response.
pub(crate) fn overall_points(bank: &Bank, outcomes: &[Outcome]) -> Option<Points> {
    let mut overall = Sum::default();
    let mut members = bank.questions.iter().zip(outcomes);
    for area in &bank.areas {
        let mut sum = Sum::default();
        for indicator in bank.indicators_of(area) {
            let own = members.by_ref().take(indicator.questions.len());
            if let Some(points) = indicator_sum(own).mean() {
                sum.add(indicator.weight, points.low, points.coverage);
            }
        }
        if let Some(points) = sum.mean() {
            overall.add(area.weight, points.low, points.coverage);
        }
    }
    overall.mean()
}

/// The sums of one indicator over its applicable questions.
fn indicator_sum<'a>(members: impl Iterator<Item = (&'a Question, &'a Outcome)>) -> Sum {
    let mut sum = Sum::default();
    for (question, outcome) in members {
        if outcome.state != State::NotApplicable {
            let known = f64::from(u8::from(outcome.state.is_known()));
            sum.add(question.weight, 100.0 * outcome.score * known, known);
        }
    }
    sum
}
