//! The strongest indicators and the largest gaps, with the answers that make them so.

use crate::model::Model;
use crate::view::{indicator_number, row, Number, Row};
use gca_engine::{Indicator, Points};
use std::rc::Rc;

/// An indicator of which less is known is in neither list: half is also what an area needs for a
/// stage that is not provisional (METHOD, section 6).
const ENOUGH: f64 = 0.5;
/// So many are named at most.
const MOST: usize = 4;

/// Indicators that stand out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranked {
    /// The strongest, the first first. None of them is among the gaps.
    pub strengths: Vec<Standout>,
    /// The largest gaps, the largest first.
    pub gaps: Vec<Standout>,
    /// Indicators that apply and are in neither because too much of them is open.
    pub left_out: usize,
}

/// An indicator that stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct Standout {
    /// Its position in the bank that is asked.
    pub at: usize,
    /// Its number.
    pub number: Number,
    /// Its title.
    pub title: Rc<str>,
    /// Its points; there is a headline.
    pub points: Points,
    /// The question that does most for it, or costs it most, with its answer.
    pub because: Option<Row>,
}

/// The strongest indicators and the largest gaps. Equal ones stand in the order of the bank.
pub fn ranked(model: &Model) -> Ranked {
    let mut known = Vec::new();
    let mut left_out = 0;
    for (at, points) in model.assessment.indicators.iter().enumerate() {
        let Some(points) = points else { continue };
        match points.score() {
            Some(score) if points.coverage >= ENOUGH - 1e-9 => known.push((at, *points, score)),
            _ => left_out += 1,
        }
    }
    // A stable sort keeps the order of the bank; differences of rounding are none.
    let key = |score: f64| (score * 1e6 + 0.5) as i64;
    known.sort_by_key(|(_, _, score)| -key(*score));
    let n = MOST.min(known.len() / 2);
    let least = known.last().map_or(0, |k| key(k.2));
    let most = known.first().map_or(0, |k| key(k.2));
    let stands = |score: f64, other: i64, worst: f64| key(score) != other && score != worst;
    let strengths = known.iter().take(n);
    let strengths = strengths.filter(|k| stands(k.2, least, 0.0));
    // Of equal gaps the first in the bank comes first, so the list is sorted anew from its end.
    let mut low = known.clone();
    low.sort_by_key(|(at, _, score)| (key(*score), *at));
    let gaps = low.iter().take(n);
    let gaps = gaps.filter(|k| stands(k.2, most, 100.0));
    let stand = |good: bool| move |k: &(usize, Points, f64)| standout(model, k.0, k.1, good);
    Ranked {
        strengths: strengths.filter_map(stand(true)).collect(),
        gaps: gaps.filter_map(stand(false)).collect(),
        left_out,
    }
}

fn standout(model: &Model, at: usize, points: Points, good: bool) -> Option<Standout> {
    let indicator = model.bank.indicators().get(at)?;
    Some(Standout {
        at,
        number: indicator_number(model, indicator.source),
        title: model.texts.indicators.get(indicator.source)?.0.clone(),
        points,
        because: because(model, indicator, good),
    })
}

/// The known question that adds most, or that takes most away.
fn because(model: &Model, indicator: &Indicator, good: bool) -> Option<Row> {
    let mut found: Option<(usize, f64)> = None;
    for at in indicator.questions.clone() {
        let outcome = model.assessment.questions.get(at)?;
        if !outcome.state.is_known() {
            continue;
        }
        let part = if good {
            outcome.score
        } else {
            1.0 - outcome.score
        };
        let weight = outcome.weight * part;
        if weight > found.map_or(0.0, |(_, most)| most + 1e-12) {
            found = Some((at, weight));
        }
    }
    row(model, found?.0)
}
