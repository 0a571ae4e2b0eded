//! How far score, stage and order of areas depend on the exact weights (METHOD, section 9).

mod draw;
mod tally;

use crate::assess::assess;
use crate::bank::Bank;
use crate::rank::descending;
use crate::Answers;
use draw::{Draws, LANES};
use tally::Tally;

/// What a run is made with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draw {
    /// Number of draws, at least 1.
    pub draws: u32,
    /// Seed of the generator.
    pub seed: u64,
    /// Largest change of a weight as a share of it, 0 up to less than 1.
    pub delta: f64,
}

impl Default for Draw {
    fn default() -> Self {
        Self {
            draws: 2000,
            seed: 20_080_522,
            delta: 0.25,
        }
    }
}

/// The overall headline, the stage and the order of areas under drawn weights. A statement on
/// weights only: it says nothing about wrong answers and is no confidence interval.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// Smallest headline, in points 0–100.
    pub min: f64,
    /// Largest headline, in points 0–100.
    pub max: f64,
    /// Mean headline, in points 0–100.
    pub mean: f64,
    /// Standard deviation in points, with the number of draws as divisor.
    pub sd: f64,
    /// Percentiles 5, 25, 50, 75 and 95 of the headline, by linear interpolation.
    pub percentiles: [f64; 5],
    /// Share of draws in each stage, 0–1, by position of the stage.
    pub stage_share: Vec<f64>,
    /// Share of draws in the stage that the bank's own weights give, 0–1.
    pub stage_stability: f64,
    /// Rank of each area by its headline, from 1; `None` without a headline.
    pub rank: Vec<Option<usize>>,
    /// Share of draws in which the area keeps that rank, 0–1.
    pub rank_stability: Vec<Option<f64>>,
    /// Position of the area ranked last.
    pub weakest: usize,
    /// Share of draws in which it stays last, 0–1.
    pub weakest_stability: f64,
}

/// The percentiles that are reported.
pub const PERCENTILES: [u8; 5] = [5, 25, 50, 75, 95];

/// Draws weights and assesses anew, each time; `None` at coverage 0. Answers do not influence the
/// random stream, so two sets of answers meet the same weights.
pub fn sensitivity(bank: &Bank, answers: &Answers, draw: Draw) -> Option<Sensitivity> {
    Some(SensitivityRun::new(bank, answers, draw)?.finish())
}

/// The same in portions, for whoever must not be kept waiting by all draws at once.
///
/// ```
/// # use gca_engine::{sensitivity, Answers, Bank, Draw, SensitivityRun};
/// # fn run(bank: &Bank, answers: &Answers) -> Option<()> {
/// let mut run = SensitivityRun::new(bank, answers, Draw::default())?;
/// while run.advance(100) {
///     // Let others have their turn.
/// }
/// assert_eq!(run.finish(), sensitivity(bank, answers, Draw::default())?);
/// # Some(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SensitivityRun {
    draws: Draws,
    tally: Tally,
    /// How many are wanted, at least 1.
    count: usize,
    /// Overall headlines of the draws so far.
    scores: Vec<f64>,
    /// Room for those of the areas.
    areas: Vec<[f64; LANES]>,
    /// Stage by the bank's own weights, its position.
    stage: usize,
    /// Area that is last by them, its position.
    weakest: usize,
}

impl SensitivityRun {
    /// Nothing is drawn yet. `None` at coverage 0.
    pub fn new(bank: &Bank, answers: &Answers, draw: Draw) -> Option<Self> {
        let base = assess(bank, answers);
        let stage = base.overall.as_ref()?.standing.stage?;
        let headlines: Vec<Option<f64>> = base
            .areas
            .iter()
            .map(|area| area.and_then(|a| a.points.score()))
            .collect();
        let order = ranking(&headlines);
        let weakest = *order.last()?;
        let count = draw.draws.max(1) as usize;
        Some(Self {
            draws: Draws::new(bank, &base.questions, draw),
            tally: Tally::new(&bank.stages, order),
            count,
            scores: Vec::with_capacity(count),
            areas: vec![[0.0; LANES]; bank.areas.len()],
            stage,
            weakest,
        })
    }

    /// Makes so many more draws, or a few more: they are made side by side. Whether any are left.
    pub fn advance(&mut self, draws: u32) -> bool {
        let end = self.scores.len().saturating_add(draws as usize);
        let end = self.count.min(end);
        while self.scores.len() < end {
            let overall = self.draws.next(&mut self.areas);
            let left = self.count - self.scores.len();
            self.tally.add(&overall, &self.areas, left);
            self.scores.extend(overall.iter().take(left));
        }
        self.scores.len() < self.count
    }

    /// Makes the draws that are left, and says what all gave.
    pub fn finish(mut self) -> Sensitivity {
        self.advance(u32::MAX);
        let (mut scores, tally) = (self.scores, self.tally);
        let count = self.count as f64;
        let share = |n: u32| f64::from(n) / count;
        let mut rank = vec![None; self.areas.len()];
        let mut rank_stability = vec![None; self.areas.len()];
        for (place, &area) in tally.order().iter().enumerate() {
            if let (Some(rank), Some(stability)) =
                (rank.get_mut(area), rank_stability.get_mut(area))
            {
                *rank = Some(place + 1);
                *stability = Some(share(tally.kept(place)));
            }
        }
        let mean = scores.iter().sum::<f64>() / count;
        let squares: f64 = scores.iter().map(|x| (x - mean) * (x - mean)).sum();
        let (min, max) = scores.iter().fold((f64::INFINITY, 0.0), |(min, max), &x| {
            (f64::min(min, x), f64::max(max, x))
        });
        Sensitivity {
            min,
            max,
            mean,
            sd: (squares / count).sqrt(),
            percentiles: percentiles(&mut scores),
            stage_share: tally.by_stage().iter().map(|&n| share(n)).collect(),
            stage_stability: share(tally.by_stage().get(self.stage).copied().unwrap_or(0)),
            rank,
            rank_stability,
            weakest: self.weakest,
            weakest_stability: share(tally.kept(tally.order().len().saturating_sub(1))),
        }
    }
}

/// Areas with a headline, by it, the highest first; of equals the first in questionnaire order.
fn ranking(headlines: &[Option<f64>]) -> Vec<usize> {
    let present = headlines.iter().enumerate();
    let mut order: Vec<_> = present.filter_map(|(at, h)| Some((at, (*h)?))).collect();
    order.sort_by(|a, b| descending(a.1, b.1));
    order.into_iter().map(|(at, _)| at).collect()
}

/// Percentiles by linear interpolation. Only the two neighbours of each are brought to where a sort
/// would bring them.
fn percentiles(scores: &mut [f64]) -> [f64; PERCENTILES.len()] {
    // No headline is below 0, and of such numbers the bits have the same order.
    let bits = |score: &f64| score.to_bits();
    let last = scores.len().saturating_sub(1) as f64;
    let mut found = [0.0; PERCENTILES.len()];
    let mut rest = scores;
    for (slot, p) in found.iter_mut().zip(PERCENTILES).rev() {
        let h = last * (f64::from(p) / 100.0);
        let below = h.floor() as usize;
        if below >= rest.len() {
            break;
        }
        let (_, &mut x, above) = rest.select_nth_unstable_by_key(below, bits);
        let next = match above.is_empty() {
            true => x,
            false => *above.select_nth_unstable_by_key(0, bits).1,
        };
        *slot = x + (h - below as f64) * (next - x);
        // The lower ones lie among what is left of here.
        let end = rest.len().min(below + 2);
        rest = std::mem::take(&mut rest).get_mut(..end).unwrap_or_default();
    }
    found
}
