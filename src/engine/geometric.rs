//! The geometric alternative across areas: a second opinion on unevenness (METHOD, section 5).

use crate::assess::Assessment;
use crate::bank::Bank;

/// Shifted geometric means of the areas, in points 0–100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometric {
    /// Over the headlines of the areas that have one; `None` while there is none.
    pub score: Option<f64>,
    /// Over the lower bounds of all applicable areas.
    pub low: f64,
    /// Over the upper bounds of all applicable areas.
    pub high: f64,
}

/// The geometric alternative; `None` where no area is applicable. A strong area pays less for a
/// weak one than in the headline. Logarithm and power come from one library on every platform, so
/// the bits are the same everywhere.
pub fn geometric(bank: &Bank, assessment: &Assessment) -> Option<Geometric> {
    let areas = || {
        let pairs = bank.areas.iter().zip(&assessment.areas);
        pairs.filter_map(|(area, result)| Some((area.weight, result.as_ref()?.points)))
    };
    Some(Geometric {
        score: mean(areas().filter_map(|(weight, p)| Some((weight, p.score()?)))),
        low: mean(areas().map(|(weight, p)| (weight, p.low)))?,
        high: mean(areas().map(|(weight, p)| (weight, p.high())))?,
    })
}

/// Weighted geometric mean of points, mapped from 0–100 to 1–100 and back.
fn mean(pairs: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut weights, mut sum) = (0.0, 0.0);
    for (weight, points) in pairs {
        weights += weight;
        sum += weight * libm::log(1.0 + 0.99 * points);
    }
    (weights > 0.0).then(|| ((libm::exp(sum / weights) - 1.0) / 0.99).clamp(0.0, 100.0))
}
