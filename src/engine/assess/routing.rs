//! Skip logic: what is known of each question (METHOD, sections 2 and 3).

use crate::answers::{Answer, Answers};
use crate::bank::Bank;

/// What is known of one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Answered with a score.
    Answered,
    /// Known to be 0, because its prerequisite is missing.
    Implied,
    /// "Don't know".
    DontKnow,
    /// Does not apply: said so, or by skip logic.
    NotApplicable,
    /// Not answered.
    Unanswered,
    /// Answered with something that is no answer.
    Invalid,
}

impl State {
    /// Whether a score is known.
    pub fn is_known(self) -> bool {
        matches!(self, Self::Answered | Self::Implied)
    }

    /// Id as in result files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Implied => "implied",
            Self::DontKnow => "dk",
            Self::NotApplicable => "na",
            Self::Unanswered => "unanswered",
            Self::Invalid => "invalid",
        }
    }
}

/// One question after skip logic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// What is known of it.
    pub state: State,
    /// Score 0–1; 0 unless known.
    pub score: f64,
    /// Level; 0 unless known.
    pub level: u8,
    /// Effective weight, a share of 1; 0 if not applicable.
    pub weight: f64,
    /// Whether skip logic removes it from the page: implied, or not applicable with its prerequisite.
    pub hidden: bool,
}

/// States after skip logic, prerequisites first (METHOD, sections 2 and 3).
pub(crate) fn outcomes(bank: &Bank, answers: &Answers, outcomes: &mut Vec<Outcome>) {
    let blank = Outcome {
        state: State::Unanswered,
        score: 0.0,
        level: 0,
        weight: 0.0,
        hidden: false,
    };
    outcomes.clear();
    outcomes.resize(bank.questions.len(), blank);
    for &at in &bank.order {
        let Some(question) = bank.questions.get(at) else {
            continue;
        };
        let gate = question
            .depends_on
            .and_then(|d| Some((outcomes.get(d.question)?, d.at_least)));
        let outcome = match gate {
            Some((p, at_least)) if p.state.is_known() && p.level < at_least => Outcome {
                state: State::Implied,
                hidden: true,
                ..blank
            },
            Some((p, _)) if p.state == State::NotApplicable => Outcome {
                state: State::NotApplicable,
                hidden: true,
                ..blank
            },
            _ => {
                let answer = answers.get(question.source);
                match answer.and_then(|a| question.value_of(a)) {
                    Some((score, level)) => Outcome {
                        state: State::Answered,
                        score,
                        level,
                        ..blank
                    },
                    None => Outcome {
                        state: match answer {
                            None => State::Unanswered,
                            Some(Answer::DontKnow) => State::DontKnow,
                            Some(Answer::NotApplicable) if question.allow_na => {
                                State::NotApplicable
                            }
                            Some(_) => State::Invalid,
                        },
                        ..blank
                    },
                }
            }
        };
        if let Some(slot) = outcomes.get_mut(at) {
            *slot = outcome;
        }
    }
}
