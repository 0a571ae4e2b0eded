//! Draws: weights multiplied by random factors, and the scores they give.
//!
//! The stream of numbers is one after another, but what is computed from them need not be: four
//! draws are filled first and then computed side by side, which the compiler turns into vector
//! instructions where there are any. The operations of each draw are the same either way.

use super::Draw;
use crate::assess::{Outcome, State};
use crate::bank::{Area, Bank, Indicator};
use crate::random::Xoshiro;

/// Draws computed side by side.
pub(super) const LANES: usize = 4;

/// One number for each of the draws.
pub(super) type Lanes = [f64; LANES];

/// Everything that a draw needs, laid out in the order in which it is used.
#[derive(Clone, Debug)]
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

/// An area or an indicator. What applies and what is known is the same in every draw.
#[derive(Clone, Debug)]
struct Group {
    weight: f64,
    members: usize,
    /// Whether any of its questions applies.
    applies: bool,
    /// Whether all that applies in it is known.
    complete: bool,
}

/// A question: what it adds per unit of its factor.
#[derive(Clone, Debug)]
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
        let questions: Vec<Item> = items.collect();
        let indicator = |indicator: &Indicator| {
            let own = questions.get(indicator.questions.clone()).unwrap_or(&[]);
            Group {
                weight: indicator.weight,
                members: own.len(),
                applies: own.iter().any(|item| item.weight > 0.0),
                complete: own.iter().all(|item| item.weight == item.coverage),
            }
        };
        let indicators: Vec<Group> = bank.indicators.iter().map(indicator).collect();
        let area = |area: &Area| {
            let own = indicators.get(area.indicators.clone()).unwrap_or(&[]);
            Group {
                weight: area.weight,
                members: own.len(),
                applies: own.iter().any(|group| group.applies),
                complete: own.iter().all(|group| group.complete),
            }
        };
        let areas: Vec<Group> = bank.areas.iter().map(area).collect();
        Self {
            generator: Xoshiro::new(draw.seed),
            least: 1.0 - draw.delta,
            step: 2.0 * draw.delta * Xoshiro::STEP,
            drawn: vec![[0.0; LANES]; areas.len() + indicators.len() + questions.len()],
            areas,
            indicators,
            questions,
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
        let of_indicators = take(&mut drawn, self.indicators.len());
        let mut indicators = self.indicators.iter().zip(of_indicators);
        let mut questions = self.questions.iter().zip(drawn);
        let mut overall = Sums::default();
        for ((area, drawn), headline) in self.areas.iter().zip(of_areas).zip(headlines) {
            let mut area_sums = Sums::default();
            for (indicator, drawn) in indicators.by_ref().take(area.members) {
                let own = questions.by_ref().take(indicator.members);
                let mut sums = Sums::default();
                if indicator.complete {
                    own.for_each(|(item, drawn)| sums.add_complete(item, factor(drawn)));
                    // The same numbers added in the same order.
                    sums.coverage = sums.weight;
                } else {
                    own.for_each(|(item, drawn)| sums.add_item(item, factor(drawn)));
                }
                if indicator.applies {
                    area_sums.add(indicator.weight, factor(drawn), &sums);
                }
            }
            *headline = area_sums.headline();
            if area.applies {
                overall.add(area.weight, factor(drawn), &area_sums);
            }
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
        self.add_complete(item, factor);
        add(&mut self.coverage, factor, [item.coverage; LANES]);
    }

    /// Adds a question of a complete indicator, whose coverage follows from the weight.
    #[inline]
    fn add_complete(&mut self, item: &Item, factor: Lanes) {
        add(&mut self.weight, factor, [item.weight; LANES]);
        add(&mut self.low, factor, [item.low; LANES]);
    }

    /// Adds the mean of a group in which something applies.
    #[inline]
    fn add(&mut self, weight: f64, factor: Lanes, group: &Sums) {
        let weights = factor.map(|f| f * weight);
        add(&mut self.weight, weights, [1.0; LANES]);
        let mut per_unit = weights;
        for (unit, total) in per_unit.iter_mut().zip(group.weight) {
            *unit /= total;
        }
        add(&mut self.low, per_unit, group.low);
        add(&mut self.coverage, per_unit, group.coverage);
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
