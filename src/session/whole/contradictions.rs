//! Answers that contradict each other (METHOD, section 17).

use crate::model::Model;
use crate::view::{number, Number};
use gca_engine::{raised, Check, Condition};
use std::rc::Rc;

/// Answers that do not fit together. They change no number.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// Why they do not.
    pub text: Rc<str>,
    /// Their questions: position in the bank that is asked, and number.
    pub questions: Vec<(usize, Number)>,
}

/// The contradictions of the answers as they stand; `None` while the texts for them are not there.
pub fn contradictions(model: &Model) -> Option<Vec<Contradiction>> {
    let more = model.more.as_ref()?;
    let mut place = vec![None; model.whole.width()];
    for (at, question) in model.bank.questions().iter().enumerate() {
        if let Some(slot) = place.get_mut(question.source) {
            *slot = Some(at);
        }
    }
    // A check on a question that the quick version leaves out says nothing.
    let asked = |check: &Check| {
        let moved = |condition: &Condition| {
            let question = place.get(condition.question).copied().flatten()?;
            Some(Condition {
                question,
                ..*condition
            })
        };
        let all = check.all.iter().map(moved).collect::<Option<_>>()?;
        Some(Check {
            all,
            ..check.clone()
        })
    };
    let checks: Vec<Check> = more.checks.iter().filter_map(asked).collect();
    let mut found = Vec::new();
    for raised in raised(&checks, &model.assessment) {
        let Some(check) = checks.get(raised.check) else {
            continue;
        };
        let mut questions: Vec<_> = check.all.iter().map(|c| c.question).collect();
        questions.sort_unstable();
        questions.dedup();
        found.push(Contradiction {
            text: (*check.text).into(),
            questions: questions
                .into_iter()
                .map(|at| (at, number(model, at)))
                .collect(),
        });
    }
    Some(found)
}
