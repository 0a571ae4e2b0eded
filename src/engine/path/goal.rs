//! What is asked for, and what of it fails.

use super::TOLERANCE;
use crate::assess::{Assessment, Points, State};
use crate::bank::Bank;

/// What is to be reached: all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goal {
    /// At least this stage (position), with the gate.
    pub stage: Option<usize>,
    /// At least this overall headline, in points.
    pub score: Option<f64>,
    /// At least these area headlines: positions in the whole bank ([`crate::Area::source`]), in
    /// order, and points.
    pub areas: Vec<(usize, f64)>,
}

/// A condition that fails even after all moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// Position of the area in the whole bank; `None` for the overall headline.
    pub area: Option<usize>,
    /// Points needed.
    pub needed: f64,
    /// Points after all moves; `None` if there is no headline.
    pub best: Option<f64>,
    /// Unknown and implied questions (positions) of the area or of the whole.
    pub questions: Vec<usize>,
}

/// A goal as conditions on headlines.
pub(super) struct Conditions {
    overall: Option<f64>,
    overall_points: Option<Points>,
    areas: Vec<AreaCondition>,
    /// Conditions on areas that this version of the bank does not have: whole-bank position.
    absent: Vec<(usize, f64)>,
}

#[derive(Clone, Copy)]
struct AreaCondition {
    source: usize,
    needed: Option<f64>,
    points: Option<Points>,
    /// Overall points that one point of lower bound of the area is worth.
    share: f64,
}

impl Conditions {
    pub(super) fn new(bank: &Bank, assessment: &Assessment, goal: &Goal) -> Self {
        let limit = |stage: usize| bank.stages.get(stage).map(|s| s.min);
        let higher = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => Some(f64::max(a, b)),
            (a, b) => a.or(b),
        };
        // The gate lets a stage stand one above the lowest area.
        let gate = goal.stage.and_then(|stage| limit(stage.checked_sub(1)?));
        let applicable = || bank.areas.iter().zip(&assessment.areas);
        let weights: f64 = applicable()
            .filter(|(_, a)| a.is_some())
            .map(|(a, _)| a.weight)
            .sum();
        let target = |source: usize| {
            goal.areas
                .iter()
                .find(|(at, _)| *at == source)
                .map(|(_, points)| *points)
        };
        let known = |source: usize| bank.areas.iter().any(|a| a.source == source);
        Self {
            overall: higher(goal.score, goal.stage.and_then(limit)),
            overall_points: assessment.overall.as_ref().map(|o| o.points),
            areas: applicable()
                .map(|(area, result)| {
                    let points = result.map(|r| r.points);
                    let gate = gate.filter(|_| points.is_some_and(|p| p.score().is_some()));
                    AreaCondition {
                        source: area.source,
                        needed: higher(target(area.source), gate),
                        points,
                        share: area.weight / weights,
                    }
                })
                .collect(),
            absent: goal
                .areas
                .iter()
                .filter(|(at, _)| !known(*at))
                .copied()
                .collect(),
        }
    }

    /// Overall points that the whole must gain; 0 or less if none.
    pub(super) fn overall_gain(&self) -> f64 {
        match (self.overall, self.overall_points) {
            (Some(needed), Some(p)) => gain(needed, p),
            _ => 0.0,
        }
    }

    /// Overall points that an area must gain; 0 or less if none.
    pub(super) fn area_gain(&self, area: usize) -> f64 {
        match self.areas.get(area) {
            Some(AreaCondition {
                needed: Some(needed),
                points: Some(p),
                share,
                ..
            }) => share * gain(*needed, *p),
            _ => 0.0,
        }
    }

    /// The conditions that fail on the assessment after all moves.
    pub(super) fn obstacles(&self, bank: &Bank, top: &Assessment) -> Vec<Obstacle> {
        let mut obstacles = Vec::new();
        let fails = |needed: f64, best: Option<f64>| best.is_none_or(|b| b < needed - TOLERANCE);
        let best = top.overall.as_ref().and_then(|o| o.points.score());
        if let Some(needed) = self.overall.filter(|&needed| fails(needed, best)) {
            obstacles.push(Obstacle {
                area: None,
                needed,
                best,
                questions: open(bank, top, None),
            });
        }
        let mut areas = Vec::new();
        for (at, (condition, result)) in self.areas.iter().zip(&top.areas).enumerate() {
            let best = result.and_then(|r| r.points.score());
            if let Some(needed) = condition.needed.filter(|&needed| fails(needed, best)) {
                areas.push(Obstacle {
                    area: Some(condition.source),
                    needed,
                    best,
                    questions: open(bank, top, Some(at)),
                });
            }
        }
        areas.extend(self.absent.iter().map(|&(source, needed)| Obstacle {
            area: Some(source),
            needed,
            best: None,
            questions: Vec::new(),
        }));
        areas.sort_by_key(|o| o.area);
        obstacles.extend(areas);
        obstacles
    }
}

/// What the lower bound must rise by for a headline to reach some points, tolerance allowed for.
fn gain(needed: f64, points: Points) -> f64 {
    (needed - TOLERANCE) * points.coverage - points.low
}

/// Unknown and implied questions of the whole or of one area.
fn open(bank: &Bank, assessment: &Assessment, area: Option<usize>) -> Vec<usize> {
    let questions = bank.questions.iter().zip(&assessment.questions).enumerate();
    questions
        .filter(|(_, (question, outcome))| {
            let inside = area.is_none() || bank.area_of(question) == area;
            inside && !matches!(outcome.state, State::Answered | State::NotApplicable)
        })
        .map(|(at, _)| at)
        .collect()
}
