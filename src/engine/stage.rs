//! Stages, the gate and what is provisional (METHOD, section 6).

use crate::assess::{AreaResult, Points};
use crate::bank::{Bank, Stage};

/// Where the score stands among the stages. Positions count from the lowest stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Stage after the gate; `None` at coverage 0.
    pub stage: Option<usize>,
    /// Stage of the headline alone.
    pub ungated: Option<usize>,
    /// Whether the gate lowered it.
    pub gated: bool,
    /// Areas (positions in the bank) whose low stage lowered it; empty unless gated.
    pub limiting: Vec<usize>,
    /// Stage if every unknown answer were the worst.
    pub low: usize,
    /// Stage if every unknown answer were the best.
    pub high: usize,
    /// Whether too little is answered for the stage to be firm.
    pub provisional: bool,
}

/// The highest stage whose lower limit is reached, within 1e-9 points.
pub fn band(stages: &[Stage], points: f64) -> usize {
    stages
        .iter()
        .rposition(|s| s.min <= points + 1e-9)
        .unwrap_or(0)
}

/// The gate: at most one stage above the lowest area.
pub(crate) fn gate(stages: &[Stage], points: f64, areas: impl Iterator<Item = f64>) -> usize {
    let ungated = band(stages, points);
    match areas.map(|a| band(stages, a)).min() {
        Some(lowest) => ungated.min(lowest + 1),
        None => ungated,
    }
}

/// Where points stand, given the areas they are made of.
pub(crate) fn standing(bank: &Bank, points: Points, areas: &[Option<AreaResult>]) -> Standing {
    let stages = &bank.stages;
    let present = || areas.iter().flatten();
    let mut standing = Standing {
        low: gate(stages, points.low, present().map(|a| a.points.low)),
        high: gate(stages, points.high(), present().map(|a| a.points.high())),
        provisional: points.coverage < 0.8 - 1e-9
            || present().any(|a| a.points.coverage < 0.5 - 1e-9),
        ..Standing::default()
    };
    if let Some(score) = points.score() {
        let ungated = band(stages, score);
        let lowest = present().filter_map(|a| a.stage).min();
        let stage = lowest.map_or(ungated, |m| ungated.min(m + 1));
        standing.gated = stage < ungated;
        if standing.gated {
            standing.limiting = areas
                .iter()
                .enumerate()
                .filter(|(_, a)| a.is_some_and(|a| a.stage == lowest))
                .map(|(at, _)| at)
                .collect();
        }
        standing.stage = Some(stage);
        standing.ungated = Some(ungated);
    }
    standing
}
