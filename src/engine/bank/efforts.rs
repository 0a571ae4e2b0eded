//! What steps cost, where that comes apart from the rest of a bank.

use super::{Bank, Effort};

impl Bank {
    /// Says what the steps of a question cost: the levels below which each entry of its advice
    /// holds, in the order of the bank file, with its effort. A question that the bank does not have
    /// is left aside. Gains, scores and all else stay; only [`crate::roadmap`] and [`crate::path()`]
    /// ask for efforts.
    pub fn set_efforts(&mut self, question: usize, advice: impl IntoIterator<Item = (u8, Effort)>) {
        if let Some(question) = self.questions.get_mut(question) {
            question.efforts = efforts(advice);
        }
    }
}

/// Efforts by level: each piece of advice is meant for the levels below its own that none before it
/// covers.
pub(super) fn efforts(advice: impl IntoIterator<Item = (u8, Effort)>) -> Vec<Effort> {
    let mut efforts = Vec::new();
    for (below, effort) in advice {
        let levels = usize::from(below).max(efforts.len());
        efforts.resize(levels, effort);
    }
    efforts
}
