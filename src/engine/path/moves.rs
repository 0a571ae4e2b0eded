//! What may be raised, how far, and at what cost.

use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, State};
use crate::bank::Bank;
use crate::step::Position;

/// The questions of one area that can be raised; at least one.
pub(super) struct Region {
    /// Position of the area in the bank.
    pub area: usize,
    /// In questionnaire order.
    pub items: Vec<Item>,
}

/// A question that can be raised.
pub(super) struct Item {
    /// Position of the question in the bank.
    pub question: usize,
    /// The answer as it counts now.
    pub from: Answer,
    /// One step, two steps, …, up to the top.
    pub rungs: Vec<Rung>,
}

/// A question raised by some steps.
pub(super) struct Rung {
    /// Sum of the efforts of the steps.
    pub effort: u32,
    /// Overall points gained at full coverage.
    pub gain: f64,
    /// The answer then.
    pub to: Position,
}

impl Region {
    /// Effort of raising every question to the top.
    pub fn top(&self) -> usize {
        let last = |item: &Item| item.rungs.last().map_or(0, |r| r.effort as usize);
        self.items.iter().map(last).sum()
    }
}

/// The areas in which anything can be raised, in questionnaire order.
pub(super) fn regions(bank: &Bank, answers: &Answers, assessment: &Assessment) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for (at, (question, outcome)) in bank.questions.iter().zip(&assessment.questions).enumerate() {
        if outcome.state != State::Answered {
            continue;
        }
        let start = answers
            .get(question.source)
            .and_then(|a| question.position(a));
        let (Some(start), Some(area)) = (start, bank.area_of(question)) else {
            continue;
        };
        let mut rungs = Vec::new();
        let (mut position, mut effort) = (start, 0);
        while let Some(step) = question.step(position) {
            position = step.to;
            effort += step.effort.points();
            rungs.push(Rung {
                effort,
                gain: 100.0 * outcome.weight * (position.score - start.score),
                to: position,
            });
        }
        if rungs.is_empty() {
            continue;
        }
        if regions.last().is_none_or(|region| region.area != area) {
            let items = Vec::new();
            regions.push(Region { area, items });
        }
        if let Some(region) = regions.last_mut() {
            region.items.push(Item {
                question: at,
                from: start.answer,
                rungs,
            });
        }
    }
    regions
}
