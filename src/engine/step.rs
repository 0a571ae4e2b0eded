//! The next better answer to one question: what roadmap and path are made of (METHOD, sections 8,
//! 15 and 16).

use crate::answers::{level_of, Answer};
use crate::bank::{Effort, Kind, Question};

/// Gains below this share of a question are no step: the cap of a checklist leaves nothing to win.
const TOLERANCE: f64 = 1e-9;

/// An answer together with what it is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// The answer as it counts.
    pub answer: Answer,
    /// Its score, 0–1.
    pub score: f64,
    /// Its level.
    pub level: u8,
}

/// One step up from a position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Step {
    /// Where it leads.
    pub to: Position,
    /// The option that it chooses or ticks; `None` for a number.
    pub option: Option<usize>,
    /// What it costs.
    pub effort: Effort,
}

/// One step of a way up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rise {
    /// Where it starts.
    pub from: Position,
    /// Where it leads.
    pub to: Position,
    /// The option that it chooses or ticks; `None` for a number.
    pub option: Option<usize>,
    /// What it costs.
    pub effort: Effort,
}

impl Question {
    /// The single steps from an answer to the top, as roadmap and path take them; empty at the top,
    /// and for an answer that has no score.
    pub fn rises(&self, from: Answer) -> Vec<Rise> {
        let mut rises = Vec::new();
        let mut position = self.position(from);
        while let Some((from, step)) = position.and_then(|p| Some((p, self.step(p)?))) {
            rises.push(Rise {
                from,
                to: step.to,
                option: step.option,
                effort: step.effort,
            });
            position = Some(step.to);
        }
        rises
    }

    /// The answer as it counts, with its score and level; `None` for what has no score. Beside
    /// other ticks the exclusive option falls away (METHOD, section 2).
    #[inline]
    pub fn position(&self, answer: Answer) -> Option<Position> {
        let (score, level) = self.value_of(answer)?;
        let answer = match answer {
            Answer::Ticks(ticks) => Answer::Ticks(match ticks & !self.exclusive {
                0 => ticks,
                others => others,
            }),
            other => other,
        };
        Some(Position {
            answer,
            score,
            level,
        })
    }

    /// Effort of the step that starts at a level; medium where the bank says nothing.
    pub(crate) fn effort_from(&self, level: u8) -> Effort {
        let effort = self.efforts.get(usize::from(level));
        effort.copied().unwrap_or(Effort::Medium)
    }

    /// The next step up; `None` at the top.
    // Handing a step over in memory costs a roadmap more than finding it.
    #[inline(always)]
    pub(crate) fn step(&self, from: Position) -> Option<Step> {
        if from.score >= 1.0 {
            return None;
        }
        let (to, option) = match (self.kind, from.answer) {
            (Kind::Single | Kind::YesNo, Answer::Option(at)) => {
                let next = at.checked_add(1)?;
                let option = self.options.get(usize::from(next))?;
                let to = Position {
                    answer: Answer::Option(next),
                    score: option.score,
                    level: next,
                };
                (to, Some(usize::from(next)))
            }
            (Kind::Multi, Answer::Ticks(ticks)) => {
                let (to, at) = self.tick(ticks & !self.exclusive)?;
                (to, Some(at))
            }
            (Kind::Number(posts), Answer::Number(_)) => {
                let score = match from.level {
                    0 | 1 => 0.5,
                    2 => 1.0,
                    _ => return None,
                };
                let value = posts.worst + score * (posts.best - posts.worst);
                let to = Position {
                    answer: Answer::Number(value),
                    score,
                    level: level_of(score),
                };
                (to, None)
            }
            _ => return None,
        };
        (to.score - from.score > TOLERANCE).then(|| Step {
            to,
            option,
            effort: self.effort_from(from.level),
        })
    }

    /// One tick more, and which.
    fn tick(&self, ticks: u64) -> Option<(Position, usize)> {
        let at = self.best_unticked(ticks)?;
        Some((self.position(Answer::Ticks(ticks | 1 << at))?, at))
    }

    /// The unticked option with the highest score, the first of equals.
    fn best_unticked(&self, ticks: u64) -> Option<usize> {
        let mut best: Option<(usize, f64)> = None;
        // Only the open bits are visited; past the last option nothing is found.
        let mut open = !(ticks | self.exclusive);
        loop {
            let at = open.trailing_zeros() as usize;
            let Some(option) = self.options.get(at) else {
                break;
            };
            if best.is_none_or(|(_, score)| option.score > score) {
                best = Some((at, option.score));
            }
            open &= open - 1;
        }
        best.map(|(at, _)| at)
    }
}
