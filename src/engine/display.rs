//! How numbers are rounded for people (METHOD, section 7). Everything else is exact.

use crate::bank::Stage;
use crate::stage::band;

/// A score of 0–100 points rounded half up to one decimal, but never into another stage.
pub fn display_score(points: f64, stages: &[Stage]) -> f64 {
    let rounded = libm::floor(10.0 * points + 0.5 + 1e-9) / 10.0;
    if band(stages, rounded) == band(stages, points) {
        rounded
    } else {
        libm::floor(10.0 * points + 1e-9) / 10.0
    }
}

/// A coverage of 0–1 as whole per cent, rounded down, so that 100 means complete.
pub fn display_coverage(coverage: f64) -> u8 {
    libm::floor(100.0 * coverage + 1e-9) as u8
}
