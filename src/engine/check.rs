//! Answers that do not fit together (METHOD, section 17).

use crate::assess::{Assessment, State};
use crate::bank::{Bank, Check, Condition};

/// A check all of whose conditions hold. It changes no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Raised {
    /// Position of the check in [`Bank::checks`], or in the list that was looked at.
    pub check: usize,
    /// Its conditions and the levels that met them.
    pub conditions: Vec<(Condition, u8)>,
}

/// The checks that the answers raise, in the order of the bank. A condition holds on a question
/// that was answered, neither implied nor unknown, at a level within its bounds.
pub fn check(bank: &Bank, assessment: &Assessment) -> Vec<Raised> {
    raised(&bank.checks, assessment)
}

/// The same for checks that travel apart from their bank. Their questions are positions in the bank
/// of the assessment; a condition on a question beyond its end does not hold.
pub fn raised(checks: &[Check], assessment: &Assessment) -> Vec<Raised> {
    let mut raised = Vec::new();
    for (at, check) in checks.iter().enumerate() {
        let met = |condition: &Condition| {
            let outcome = assessment.questions.get(condition.question)?;
            let level = outcome.level;
            let holds = outcome.state == State::Answered
                && condition.at_least.is_none_or(|least| level >= least)
                && condition.at_most.is_none_or(|most| level <= most);
            holds.then_some((*condition, level))
        };
        if let Some(conditions) = check.all.iter().map(met).collect() {
            raised.push(Raised {
                check: at,
                conditions,
            });
        }
    }
    raised
}
