//! One draw after another: weights multiplied by random factors, and the scores they give.

use super::Draw;
use crate::assess::{Outcome, Points, State};
use crate::bank::Bank;
use crate::random::Xoshiro;

/// Everything that a draw needs, laid out in the order in which it is used.
pub(super) struct Draws {
    generator: Xoshiro,
    delta: f64,
    areas: Vec<Group>,
    indicators: Vec<Group>,
    questions: Vec<Item>,
}

/// An area or an indicator: how many members it has.
struct Group {
    weight: f64,
    drawn: f64,
    members: usize,
}

/// A question: what it adds per unit of weight.
struct Item {
    weight: f64,
    /// 1 if applicable, else 0.
    applicable: f64,
    /// 1 if known, else 0.
    known: f64,
    /// Points if known, else 0.
    points: f64,
}

impl Draws {
    pub(super) fn new(bank: &Bank, outcomes: &[Outcome], draw: Draw) -> Self {
        let flag = |is: bool| f64::from(u8::from(is));
        let group = |weight, members: &std::ops::Range<usize>| Group {
            weight,
            drawn: weight,
            members: members.len(),
        };
        Self {
            generator: Xoshiro::new(draw.seed),
            delta: draw.delta,
            areas: bank
                .areas
                .iter()
                .map(|a| group(a.weight, &a.indicators))
                .collect(),
            indicators: bank
                .indicators
                .iter()
                .map(|i| group(i.weight, &i.questions))
                .collect(),
            questions: bank
                .questions
                .iter()
                .zip(outcomes)
                .map(|(question, outcome)| Item {
                    weight: question.weight,
                    applicable: flag(outcome.state != State::NotApplicable),
                    known: flag(outcome.state.is_known()),
                    points: 100.0 * outcome.score,
                })
                .collect(),
        }
    }

    /// Draws all weights once, writes the points of each area, and gives the overall points. The
    /// stream takes areas, then indicators, then questions, whatever their state.
    pub(super) fn next(&mut self, areas: &mut [Points]) -> Points {
        // A local copy lets the state stay in registers.
        let mut generator = self.generator.clone();
        let delta = self.delta;
        let mut factor = || 1.0 + delta * (2.0 * generator.unit() - 1.0);
        for group in self.areas.iter_mut().chain(&mut self.indicators) {
            group.drawn = group.weight * factor();
        }
        let mut indicators = self.indicators.iter();
        let mut questions = self.questions.iter();
        let mut overall = Sums::default();
        for (area, out) in self.areas.iter().zip(areas) {
            let mut area_sums = Sums::default();
            for indicator in indicators.by_ref().take(area.members) {
                let mut sums = Sums::default();
                for question in questions.by_ref().take(indicator.members) {
                    let weight = question.weight * factor();
                    sums.weight += weight * question.applicable;
                    sums.low += weight * question.points;
                    sums.coverage += weight * question.known;
                }
                area_sums.add(indicator.drawn, &sums);
            }
            *out = Points {
                low: area_sums.low,
                coverage: area_sums.coverage,
            };
            overall.add(area.drawn, &area_sums);
        }
        self.generator = generator;
        Points {
            low: overall.low,
            coverage: overall.coverage,
        }
    }
}

/// Running sums; the headline is low by coverage whatever the total weight.
#[derive(Default)]
struct Sums {
    weight: f64,
    low: f64,
    coverage: f64,
}

impl Sums {
    /// Adds the mean of a group; a group in which nothing applies is left out.
    fn add(&mut self, weight: f64, group: &Sums) {
        if group.weight > 0.0 {
            self.weight += weight;
            self.low += weight * (group.low / group.weight);
            self.coverage += weight * (group.coverage / group.weight);
        }
    }
}
