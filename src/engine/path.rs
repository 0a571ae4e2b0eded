//! The least effort that reaches a goal, exactly, and what more effort would buy (METHOD, section
//! 16).
//!
//! Efforts are small whole numbers. Per area, one table holds the most that each exact effort can
//! gain; the areas are then joined the same way. Only points at which an area meets its own
//! conditions take part, so the cheapest point of the joined table that meets the overall one is
//! the optimum, not an estimate. `path/choose.rs` settles ties as the method orders them.

mod choose;
mod goal;
mod moves;
mod table;

use crate::answers::{Answer, Answers};
use crate::assess::{aggregate, Assessment};
use crate::bank::Bank;
use choose::choose;
use goal::Conditions;
use moves::{regions, Region};
use table::{cheapest, frontier, Rows};

pub use goal::{Goal, Obstacle};

/// The cheapest way to a goal, or what stands in the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The moves with the least effort; `None` if the goal cannot be reached.
    pub plan: Option<Plan>,
    /// Overall headline after all moves, in points 0–100; `None` at coverage 0.
    pub best: Option<f64>,
    /// Conditions that fail after all moves; empty if the goal is reached.
    pub obstacles: Vec<Obstacle>,
    /// The highest overall headline for at most 0, 1, 2, … points of effort; `None` at coverage 0.
    pub frontier: Vec<Option<f64>>,
}

/// Moves and what they lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Sum of the efforts.
    pub effort: u32,
    /// In questionnaire order.
    pub moves: Vec<Move>,
    /// The assessment after the moves; unknown and implied questions are as they were.
    pub assessment: Assessment,
}

/// One question raised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// Position of the question in the bank.
    pub question: usize,
    /// The answer as it counts now.
    pub from: Answer,
    /// The answer afterwards.
    pub to: Answer,
    /// Sum of the efforts of its steps.
    pub effort: u32,
    /// Rise of the lower bound, in overall points.
    pub gain: f64,
}

/// The tables would be larger than this engine makes them; a bank for people is far below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// Most cells of all tables together, about 10 bytes each.
const MAX_CELLS: usize = 1 << 25;

/// Headlines closer than this, in points, are equal.
const TOLERANCE: f64 = 1e-9;

/// Finds the least-effort path from an assessment, which must be that of these answers on this
/// bank.
///
/// # Errors
/// [`TooLarge`] beyond some thousand questions in one area.
pub fn path(
    bank: &Bank,
    answers: &Answers,
    assessment: &Assessment,
    goal: &Goal,
) -> Result<Path, TooLarge> {
    let regions = regions(bank, answers, assessment);
    if cells(&regions) > MAX_CELLS {
        return Err(TooLarge);
    }
    let overall = assessment.overall.as_ref().map(|o| o.points);
    let coverage = overall.map_or(0.0, |p| p.coverage);
    let epsilon = TOLERANCE * coverage;
    let rows: Vec<Rows> = regions
        .iter()
        .map(|region| Rows::new(region, epsilon))
        .collect();
    let headline = overall.and_then(|p| p.score());
    let frontier = frontier(&rows)
        .into_iter()
        .map(|gain| Some(headline? + gain / coverage))
        .collect();
    let top = top(bank, assessment, &regions);
    let conditions = Conditions::new(bank, assessment, goal);
    let obstacles = conditions.obstacles(bank, &top);
    let best = top.overall.as_ref().and_then(|o| o.points.score());
    let mut plan = None;
    if obstacles.is_empty() {
        let needs: Vec<f64> = regions
            .iter()
            .map(|r| conditions.area_gain(r.area))
            .collect();
        let effort = cheapest(&rows, &needs, conditions.overall_gain());
        let steps = choose(&regions, &rows, &needs, effort, epsilon);
        plan = Some(carry_out(bank, assessment, &regions, &steps));
    }
    Ok(Path {
        plan,
        best,
        obstacles,
        frontier,
    })
}

fn cells(regions: &[Region]) -> usize {
    let total: usize = regions.iter().map(Region::top).sum();
    let joined = (regions.len() + 1).saturating_mul(total + 1);
    let own = |r: &Region| (r.items.len() + 1).saturating_mul(r.top() + 1);
    regions.iter().map(own).fold(joined, usize::saturating_add)
}

/// The assessment after every move.
fn top(bank: &Bank, assessment: &Assessment, regions: &[Region]) -> Assessment {
    let all = regions
        .iter()
        .map(|r| r.items.iter().map(|i| i.rungs.len()).collect());
    let steps: Vec<Vec<usize>> = all.collect();
    carry_out(bank, assessment, regions, &steps).assessment
}

/// Raises each question by its number of steps, by region and item.
fn carry_out(
    bank: &Bank,
    assessment: &Assessment,
    regions: &[Region],
    steps: &[Vec<usize>],
) -> Plan {
    let mut outcomes = assessment.questions.clone();
    let mut moves = Vec::new();
    for (region, steps) in regions.iter().zip(steps) {
        for (item, &steps) in region.items.iter().zip(steps) {
            let Some(rung) = steps.checked_sub(1).and_then(|n| item.rungs.get(n)) else {
                continue;
            };
            if let Some(outcome) = outcomes.get_mut(item.question) {
                outcome.score = rung.to.score;
                outcome.level = rung.to.level;
            }
            moves.push(Move {
                question: item.question,
                from: item.from,
                to: rung.to.answer,
                effort: rung.effort,
                gain: rung.gain,
            });
        }
    }
    Plan {
        effort: moves.iter().map(|m| m.effort).sum(),
        moves,
        assessment: aggregate(bank, outcomes),
    }
}
