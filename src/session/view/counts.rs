//! How many questions there are of each kind.

use crate::model::Model;
use gca_engine::Question;

/// How many questions there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewCounts {
    /// All.
    pub total: usize,
    /// Answered with a score.
    pub answered: usize,
    /// Not answered, or with something that does not fit.
    pub unanswered: usize,
    /// "Don't know".
    pub dont_know: usize,
    /// Not applicable.
    pub not_applicable: usize,
    /// Known by skip logic.
    pub implied: usize,
    /// With a note or evidence.
    pub noted: usize,
}

impl ReviewCounts {
    /// Questions that make the score a range.
    pub fn open(self) -> usize {
        self.unanswered + self.dont_know
    }
}

/// How many questions there are of each kind.
pub fn counts(model: &Model) -> ReviewCounts {
    let counts = model.assessment.counts;
    let noted = |q: &&Question| is_noted(model, q);
    ReviewCounts {
        total: model.bank.questions().len(),
        answered: counts.answered,
        unanswered: counts.unanswered + counts.invalid,
        dont_know: counts.dont_know,
        not_applicable: counts.not_applicable,
        implied: counts.implied,
        noted: model.bank.questions().iter().filter(noted).count(),
    }
}

fn is_noted(model: &Model, question: &Question) -> bool {
    #[cfg(feature = "whole")]
    if let Some(entries) = model.whole_part.details.evidence.get(&*question.id) {
        if entries.iter().any(|entry| !entry.is_empty()) {
            return true;
        }
    }
    model.note(question.source).is_some_and(|n| !n.is_empty())
}
