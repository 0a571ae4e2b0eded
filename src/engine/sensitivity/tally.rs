//! What is counted over the draws: stages, and areas that keep their place.

use super::draw::{Lanes, LANES};
use crate::bank::Stage;
use crate::rank::{place, turn, APART};

#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// Lower limits of the stages, ascending.
    limits: Vec<f64>,
    /// Areas with a headline, in the order of the bank's own weights.
    order: Vec<usize>,
    /// Draws in each stage.
    by_stage: Vec<u32>,
    /// Draws in which the area at each place of the order keeps it, beside those of `all_kept`.
    kept: Vec<u32>,
    /// Draws in which nothing changes places: most of them, so they are counted at once.
    all_kept: u32,
    /// Room for the order of one draw.
    now: Vec<u64>,
}

impl Tally {
    pub(super) fn new(stages: &[Stage], order: Vec<usize>) -> Self {
        Self {
            limits: stages.iter().map(|stage| stage.min).collect(),
            by_stage: vec![0; stages.len()],
            kept: vec![0; order.len()],
            all_kept: 0,
            now: Vec::with_capacity(order.len()),
            order,
        }
    }

    /// Areas with a headline, in the order of the bank's own weights.
    pub(super) fn order(&self) -> &[usize] {
        &self.order
    }

    /// Counts draws, the first `n` of these, by their overall headlines and those of the areas.
    pub(super) fn add(&mut self, overall: &Lanes, areas: &[Lanes], n: usize) {
        let (lowest, gap) = self.survey(areas);
        let own = reached(&self.limits, overall);
        let least = reached(&self.limits, &lowest);
        for lane in 0..n.min(LANES) {
            let of = |lanes: &[usize; LANES]| lanes.get(lane).map_or(0, |n| n.saturating_sub(1));
            // The gate: at most one above the lowest area.
            if let Some(slot) = self.by_stage.get_mut(of(&own).min(of(&least) + 1)) {
                *slot += 1;
            }
            if gap.get(lane).is_some_and(|gap| *gap > APART) {
                self.all_kept += 1;
            } else {
                self.rank(areas, lane);
            }
        }
    }

    /// The lowest headline, and by how much the least area stands above the next in the order.
    fn survey(&self, areas: &[Lanes]) -> (Lanes, Lanes) {
        let (mut lowest, mut gap) = ([f64::INFINITY; LANES], [f64::INFINITY; LANES]);
        let mut above = [f64::INFINITY; LANES];
        for headlines in self.order.iter().filter_map(|&at| areas.get(at)) {
            lower(&mut lowest, headlines);
            for (above, headline) in above.iter_mut().zip(headlines) {
                *above -= headline;
            }
            lower(&mut gap, &above);
            above = *headlines;
        }
        (lowest, gap)
    }

    /// Counts the areas that keep their place in one draw.
    fn rank(&mut self, areas: &[Lanes], lane: usize) {
        let headline = |at: usize| areas.get(at)?.get(lane).copied();
        let places = self.order.iter();
        self.now.clear();
        self.now
            .extend(places.map(|&at| place(headline(at).unwrap_or(0.0), at)));
        self.now.sort_unstable();
        for ((before, now), n) in self.order.iter().zip(&self.now).zip(&mut self.kept) {
            *n += u32::from(*before == turn(*now));
        }
    }

    /// Draws in each stage, by position of the stage.
    pub(super) fn by_stage(&self) -> &[u32] {
        &self.by_stage
    }

    /// Draws in which the area at a place of the order keeps it.
    pub(super) fn kept(&self, place: usize) -> u32 {
        self.kept.get(place).map_or(0, |n| n + self.all_kept)
    }
}

/// Number of stages whose lower limit is reached; limits ascend.
#[inline]
fn reached(limits: &[f64], points: &Lanes) -> [usize; LANES] {
    let points = points.map(|x| x + 1e-9);
    let mut count = [0; LANES];
    for limit in limits {
        for (n, x) in count.iter_mut().zip(points) {
            *n += usize::from(*limit <= x);
        }
    }
    count
}

/// Keeps the smaller number of each draw.
#[inline]
fn lower(least: &mut Lanes, other: &Lanes) {
    for (least, other) in least.iter_mut().zip(other) {
        // One instruction, where `f64::min` also asks for what is not a number.
        *least = if other < least { *other } else { *least };
    }
}
