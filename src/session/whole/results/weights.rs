//! Other weights than those of the bank, as the user wants to see them.

use super::why::{label, Label};
use crate::details::{MAX_WEIGHT, MIN_WEIGHT};
use crate::model::{Mode, Model};
use gca_engine::{assess, Bank, Node, Points, Weights};
use std::rc::Rc;

/// The weights in use, and what they do.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighting {
    /// Areas of the bank that is asked, with their indicators.
    pub areas: Vec<(WeightRow, Vec<WeightRow>)>,
    /// The whole with these weights; `None` if nothing applies.
    pub now: Option<Points>,
    /// The whole with the weights of the bank.
    pub standard: Option<Points>,
}

/// The weight of an area or an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightRow {
    /// Which.
    pub node: Node,
    /// Its name.
    pub label: Label,
    /// Its weight in its group, above 0.
    pub weight: f64,
    /// The weight that the bank gives it.
    pub standard: f64,
    /// What that makes of its group, 0–1; `None` where it does not apply.
    pub share: Option<f64>,
}

/// The bank with the weights that the user gave, or as it is.
pub(crate) fn weighted(bank: Rc<Bank>, weights: &Weights) -> Rc<Bank> {
    if weights.is_empty() {
        return bank;
    }
    match bank.reweighted(weights) {
        Ok(other) => Rc::new(other),
        // Weights are bounded when they are read and when they are set.
        Err(_) => bank,
    }
}

/// The bank that is asked, with its own weights.
fn standard(model: &Model) -> Rc<Bank> {
    match model.mode {
        Some(Mode::Quick) => Rc::new(model.whole.quick()),
        _ => model.whole.clone(),
    }
}

/// The weights of the bank itself: `None` for what is neither area nor indicator.
fn own(model: &Model, node: Node) -> Option<f64> {
    match node {
        Node::Area(at) => {
            let source = model.bank.areas().get(at)?.source;
            Some(model.whole.areas().get(source)?.weight)
        }
        Node::Indicator(at) => {
            let source = model.bank.indicators().get(at)?.source;
            Some(model.whole.indicators().get(source)?.weight)
        }
        Node::Overall | Node::Question(_) => None,
    }
}

pub(super) fn is_standard(model: &Model) -> bool {
    if model.whole_part.details.weights.is_empty() {
        return true;
    }
    let areas = model.bank.areas().iter().enumerate();
    let indicators = model.bank.indicators().iter().enumerate();
    let mut areas = areas.map(|(at, a)| (Node::Area(at), a.weight));
    let mut indicators = indicators.map(|(at, i)| (Node::Indicator(at), i.weight));
    let is_own = |(node, weight)| own(model, node) == Some(weight);
    areas.all(is_own) && indicators.all(is_own)
}

/// Lets something count this much; says whether that could be done.
pub(super) fn set(model: &mut Model, node: Node, weight: f64) -> bool {
    let id = match node {
        Node::Area(at) => model.bank.areas().get(at).map(|a| &a.id),
        Node::Indicator(at) => model.bank.indicators().get(at).map(|i| &i.id),
        Node::Overall | Node::Question(_) => None,
    };
    let (Some(id), Some(own)) = (id.map(|id| id.to_string()), own(model, node)) else {
        return false;
    };
    let may_be = (MIN_WEIGHT..=MAX_WEIGHT).contains(&weight) || weight == own;
    if !may_be {
        return false;
    }
    model.edit_details(|details| {
        let group = match node {
            Node::Area(_) => &mut details.weights.areas,
            _ => &mut details.weights.indicators,
        };
        if weight == own {
            group.remove(&id);
        } else {
            group.insert(id, weight);
        }
    });
    model.reweigh();
    true
}

/// The weights that may be chosen for a row, ascending: a few, the bank's own, and the one in use.
pub fn choices(row: &WeightRow) -> Vec<f64> {
    let mut all = vec![0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 10.0];
    all.extend([row.weight, row.standard]);
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

/// The weights in use, and what they do.
pub fn weighting(model: &Model) -> Weighting {
    let bank = &model.bank;
    let assessment = &model.assessment;
    let overall =
        |assessment: &gca_engine::Assessment| assessment.overall.as_ref().map(|o| o.points);
    let has_area = |at: usize| assessment.areas.get(at).is_some_and(Option::is_some);
    let has_indicator = |at: usize| assessment.indicators.get(at).is_some_and(Option::is_some);
    let row = |node, weight: f64, applies: bool, sum: f64| WeightRow {
        node,
        label: label(model, node),
        weight,
        standard: own(model, node).unwrap_or(weight),
        share: applies.then(|| weight / sum),
    };
    let areas = bank.areas().iter().enumerate();
    let of_areas: f64 = areas
        .clone()
        .filter(|(at, _)| has_area(*at))
        .map(|(_, a)| a.weight)
        .sum();
    let rows = areas.map(|(at, area)| {
        let own = || area.indicators.clone().zip(bank.indicators_of(area));
        let sum: f64 = own()
            .filter(|(at, _)| has_indicator(*at))
            .map(|(_, i)| i.weight)
            .sum();
        let indicators = own().map(|(at, indicator)| {
            row(
                Node::Indicator(at),
                indicator.weight,
                has_indicator(at),
                sum,
            )
        });
        let area = row(Node::Area(at), area.weight, has_area(at), of_areas);
        (area, indicators.collect())
    });
    let now = overall(assessment);
    Weighting {
        areas: rows.collect(),
        now,
        standard: match is_standard(model) {
            true => now,
            false => overall(&assess(&standard(model), &model.answers)),
        },
    }
}
