//! How far score, stage and order of areas depend on the exact weights (METHOD, section 9).

mod draw;

use crate::assess::assess;
use crate::bank::Bank;
use crate::rank::descending;
use crate::stage::band;
use crate::Answers;
use draw::{Draws, LANES};

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
    let base = assess(bank, answers);
    let standing = base.overall.as_ref()?.standing.clone();
    let base_stage = standing.stage?;
    let headlines: Vec<Option<f64>> = base
        .areas
        .iter()
        .map(|area| area.and_then(|a| a.points.score()))
        .collect();
    let order = ranking(&headlines);
    let weakest = *order.last()?;
    let mut draws = Draws::new(bank, &base.questions, draw);
    let count = draw.draws.max(1);
    let mut scores = Vec::with_capacity(count as usize);
    let mut stages = vec![0_u32; bank.stages.len()];
    let mut kept = vec![0_u32; order.len()];
    // In most draws nothing changes places; those are counted at once.
    let mut all_kept = 0_u32;
    let mut lanes = vec![[0.0; LANES]; bank.areas.len()];
    let mut drawn = vec![0.0; bank.areas.len()];
    while scores.len() < count as usize {
        let overall = draws.next(&mut lanes);
        let left = count as usize - scores.len();
        for (lane, &score) in overall.iter().enumerate().take(left) {
            scores.push(score);
            for (headline, lanes) in drawn.iter_mut().zip(&lanes) {
                *headline = lanes.get(lane).copied().unwrap_or(0.0);
            }
            let lowest = lowest(&drawn, &order);
            let stage = band(&bank.stages, score).min(band(&bank.stages, lowest) + 1);
            if let Some(slot) = stages.get_mut(stage) {
                *slot += 1;
            }
            if is_in_order(&drawn, &order) {
                all_kept += 1;
            } else {
                count_kept(&drawn, &order, &mut kept);
            }
        }
    }
    let share = |n: u32| f64::from(n) / f64::from(count);
    let mut rank = vec![None; bank.areas.len()];
    let mut rank_stability = vec![None; bank.areas.len()];
    for (place, (&area, &n)) in order.iter().zip(&kept).enumerate() {
        if let (Some(rank), Some(stability)) = (rank.get_mut(area), rank_stability.get_mut(area)) {
            *rank = Some(place + 1);
            *stability = Some(share(n + all_kept));
        }
    }
    let mean = scores.iter().sum::<f64>() / f64::from(count);
    let squares: f64 = scores.iter().map(|x| (x - mean) * (x - mean)).sum();
    scores.sort_unstable_by(f64::total_cmp);
    Some(Sensitivity {
        min: *scores.first()?,
        max: *scores.last()?,
        mean,
        sd: (squares / f64::from(count)).sqrt(),
        percentiles: PERCENTILES.map(|p| percentile(&scores, f64::from(p) / 100.0)),
        stage_share: stages.iter().map(|&n| share(n)).collect(),
        stage_stability: share(stages.get(base_stage).copied().unwrap_or(0)),
        rank,
        rank_stability,
        weakest,
        weakest_stability: share(kept.last().copied().unwrap_or(0) + all_kept),
    })
}

/// Areas with a headline, by it, the highest first; of equals the first in questionnaire order.
fn ranking(headlines: &[Option<f64>]) -> Vec<usize> {
    let present = headlines.iter().enumerate();
    let mut order: Vec<_> = present.filter_map(|(at, h)| Some((at, (*h)?))).collect();
    order.sort_by(|a, b| descending(a.1, b.1));
    order.into_iter().map(|(at, _)| at).collect()
}

fn headline(drawn: &[f64], at: usize) -> f64 {
    drawn.get(at).copied().unwrap_or(0.0)
}

fn lowest(drawn: &[f64], order: &[usize]) -> f64 {
    order
        .iter()
        .map(|&at| headline(drawn, at))
        .fold(f64::INFINITY, f64::min)
}

/// Whether the areas still stand in this order.
fn is_in_order(drawn: &[f64], order: &[usize]) -> bool {
    order.windows(2).all(|pair| match pair {
        [a, b] => match descending(headline(drawn, *a), headline(drawn, *b)) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Equal => a < b,
            std::cmp::Ordering::Greater => false,
        },
        _ => true,
    })
}

/// Counts the areas whose place in the order is the same.
fn count_kept(drawn: &[f64], order: &[usize], kept: &mut [u32]) {
    let mut now = order.to_vec();
    now.sort_unstable_by(|&a, &b| {
        descending(headline(drawn, a), headline(drawn, b)).then(a.cmp(&b))
    });
    for ((before, after), n) in order.iter().zip(&now).zip(kept) {
        *n += u32::from(before == after);
    }
}

/// Percentile of sorted numbers by linear interpolation.
fn percentile(sorted: &[f64], p: f64) -> f64 {
    let h = (sorted.len().saturating_sub(1)) as f64 * p;
    let below = h.floor();
    let at = |n: usize| sorted.get(n).or(sorted.last()).copied().unwrap_or(0.0);
    let (x, next) = (at(below as usize), at(below as usize + 1));
    x + (h - below) * (next - x)
}
