//! Stages, the gate and what is provisional (METHOD, section 6).

use crate::bank::Stage;

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
