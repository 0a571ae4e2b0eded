//! A sensitivity run as a file: what `sensitivity` hands out.

use super::Keyed;
use crate::bank::Bank;
use crate::sensitivity::{Draw, Sensitivity, PERCENTILES};
use serde::Serialize;

/// Headline in points, shares 0–1, ranks from 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SensitivityReport<'a> {
    draws: u32,
    seed: u64,
    delta: f64,
    min: f64,
    max: f64,
    mean: f64,
    sd: f64,
    percentiles: Keyed<u8, f64>,
    stage_share: Keyed<&'a str, f64>,
    stage_stability: f64,
    rank: Keyed<&'a str, Option<usize>>,
    rank_stability: Keyed<&'a str, Option<f64>>,
    weakest_area: &'a str,
    weakest_area_stability: f64,
}

impl<'a> SensitivityReport<'a> {
    /// Writes a run with ids.
    pub fn new(bank: &'a Bank, draw: Draw, run: Sensitivity) -> Self {
        let areas = || bank.areas.iter().map(|a| &*a.id);
        let stages = bank.stages.iter().map(|s| &*s.id);
        Self {
            draws: draw.draws,
            seed: draw.seed,
            delta: draw.delta,
            min: run.min,
            max: run.max,
            mean: run.mean,
            sd: run.sd,
            percentiles: PERCENTILES.into_iter().zip(run.percentiles).collect(),
            stage_share: stages.zip(run.stage_share).collect(),
            stage_stability: run.stage_stability,
            rank: areas().zip(run.rank).collect(),
            rank_stability: areas().zip(run.rank_stability).collect(),
            weakest_area: bank.area_id(run.weakest),
            weakest_area_stability: run.weakest_stability,
        }
    }
}
