//! Draws: weights multiplied by random factors, and the scores they give.
//!
//! The stream of numbers is one after another, but what is computed from them need not be: four
//! draws are filled first and then computed side by side, which the compiler turns into vector
//! instructions where there are any. The operations of each draw are the same either way.

use super::Draw;
use crate::assess::{Outcome, State};
use crate::bank::Bank;
use crate::random::Xoshiro;
use std::ops::Range;

/// Draws computed side by side.
pub(super) const LANES: usize = 4;

/// One number for each of the draws.
pub(super) type Lanes = [f64; LANES];

/// Everything that a draw needs, laid out in the order in which it is used.
pub(super) struct Draws {
    generator: Xoshiro,
    /// A factor is `least + step * n` for 53 random bits n, the same as 1 + delta (2 u - 1).
    least: f64,
    step: f64,
    areas: Vec<Group>,
    indicators: Vec<Group>,
    questions: Vec<Item>,
    /// The numbers drawn: areas, indicators, questions.
    drawn: Vec<Lanes>,
}

/// An area or an indicator.
struct Group {
    weight: f64,
    members: usize,
}

/// A question: what it adds per unit of its factor.
struct Item {
    /// Its weight if applicable, else 0.
    weight: f64,
    /// Weight times points if known, else 0.
    low: f64,
    /// Its weight if known, else 0.
    coverage: f64,
}

impl Draws {
    pub(super) fn new(bank: &Bank, outcomes: &[Outcome], draw: Draw) -> Self {
        let group = |weight, members: &Range<usize>| Group {
            weight,
            members: members.len(),
        };
        let items = bank
            .questions
            .iter()
            .zip(outcomes)
            .map(|(question, outcome)| {
                let only = |is: bool, x: f64| if is { x } else { 0.0 };
                let known = outcome.state.is_known();
                Item {
                    weight: only(outcome.state != State::NotApplicable, question.weight),
                    low: only(known, question.weight * (100.0 * outcome.score)),
                    coverage: only(known, question.weight),
                }
            });
        let count = bank.areas.len() + bank.indicators.len() + bank.questions.len();
        Self {
            generator: Xoshiro::new(draw.seed),
            least: 1.0 - draw.delta,
            step: 2.0 * draw.delta * Xoshiro::STEP,
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
            questions: items.collect(),
            drawn: vec![[0.0; LANES]; count],
        }
    }

    /// Makes the next draws, writes the headline of each area (0 where there is none), and gives
    /// the overall ones. The stream takes areas, then indicators, then questions, whatever their
    /// state.
    pub(super) fn next(&mut self, headlines: &mut [Lanes]) -> Lanes {
        self.fill();
        let (least, step) = (self.least, self.step);
        let factor = |drawn: &Lanes| drawn.map(|n| least + step * n);
        let mut drawn = self.drawn.as_slice();
        let of_areas = take(&mut drawn, self.areas.len());
        let mut of_indicators = take(&mut drawn, self.indicators.len());
        let mut of_questions = drawn;
        let (mut indicators, mut questions) = (&*self.indicators, &*self.questions);
        let mut overall = Sums::default();
        for ((area, drawn), headline) in self.areas.iter().zip(of_areas).zip(headlines) {
            let mut area_sums = Sums::default();
            let own = take(&mut indicators, area.members);
            for (indicator, drawn) in own.iter().zip(take(&mut of_indicators, area.members)) {
                let mut sums = Sums::default();
                let own = take(&mut questions, indicator.members);
                for (item, drawn) in own.iter().zip(take(&mut of_questions, indicator.members)) {
                    sums.add_item(item, factor(drawn));
                }
                area_sums.add(indicator.weight, factor(drawn), &sums);
            }
            *headline = area_sums.headline();
            overall.add(area.weight, factor(drawn), &area_sums);
        }
        overall.headline()
    }

    /// Draws all numbers of the next draws, one draw after another.
    fn fill(&mut self) {
        // A local copy lets the state stay in registers.
        let mut generator = self.generator.clone();
        for lane in 0..LANES {
            for slot in self
                .drawn
                .iter_mut()
                .filter_map(|lanes| lanes.get_mut(lane))
            {
                *slot = generator.bits();
            }
        }
        self.generator = generator;
    }
}

/// Takes the next members of a list.
#[inline]
fn take<'a, T>(list: &mut &'a [T], n: usize) -> &'a [T] {
    let (taken, rest) = list.split_at_checked(n).unwrap_or((list, &[]));
    *list = rest;
    taken
}

/// Running sums; the headline is low by coverage whatever the total weight.
#[derive(Default)]
struct Sums {
    weight: Lanes,
    low: Lanes,
    coverage: Lanes,
}

impl Sums {
    #[inline]
    fn add_item(&mut self, item: &Item, factor: Lanes) {
        add(&mut self.weight, factor, [item.weight; LANES]);
        add(&mut self.low, factor, [item.low; LANES]);
        add(&mut self.coverage, factor, [item.coverage; LANES]);
    }

    /// Adds the mean of a group; a group in which nothing applies is left out.
    #[inline]
    fn add(&mut self, weight: f64, factor: Lanes, group: &Sums) {
        // What applies does not depend on the draw: either all lanes have a weight or none.
        if group.weight.iter().all(|w| *w > 0.0) {
            let one = [1.0; LANES];
            let weights = factor.map(|f| f * weight);
            add(&mut self.weight, weights, one);
            let mut per_unit = weights;
            for (unit, total) in per_unit.iter_mut().zip(group.weight) {
                *unit /= total;
            }
            add(&mut self.low, per_unit, group.low);
            add(&mut self.coverage, per_unit, group.coverage);
        }
    }

    #[inline]
    fn headline(&self) -> Lanes {
        let mut headline = self.low;
        for (low, coverage) in headline.iter_mut().zip(self.coverage) {
            // Without coverage low is 0, and so is the headline that nobody reads.
            *low /= if coverage > 0.0 { coverage } else { 1.0 };
        }
        headline
    }
}

#[inline]
fn add(sums: &mut Lanes, a: Lanes, b: Lanes) {
    for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
        *sum += a * b;
    }
}
