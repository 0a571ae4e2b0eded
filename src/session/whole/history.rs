//! Undo and redo of answers.

use crate::trail;
use gca_engine::{Answer, Answers, Kept};

/// Longest memory, in changes. A whole assessment is seventy answers; somebody who wants to go back
/// further than three times that wants another file.
const MAX: usize = 200;

/// A change of one answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct One {
    /// Position of the question in the whole bank.
    pub(crate) source: usize,
    pub(crate) before: Option<Answer>,
    pub(crate) after: Option<Answer>,
}

impl One {
    pub(crate) fn new(source: usize, before: Option<Answer>, after: Option<Answer>) -> Self {
        Self {
            source,
            before,
            after,
        }
    }
}

/// What was changed in one go.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    /// The answers; one, unless all were cleared.
    pub(crate) answers: Vec<One>,
    /// What was kept aside for these questions until then.
    pub(crate) kept: Vec<Kept>,
}

/// The changes of answers since the assessment was opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    changes: Vec<Change>,
    /// How many of them are made; the others were taken back.
    made: usize,
}

impl History {
    /// Remembers a change. What was taken back before can not be made again after it.
    pub(crate) fn remember(&mut self, mut answers: Vec<One>, kept: Vec<Kept>) {
        answers.retain(|one| one.before != one.after);
        if answers.is_empty() {
            return;
        }
        self.changes.truncate(self.made);
        if self.changes.len() == MAX {
            self.changes.remove(0);
        }
        self.changes.push(Change { answers, kept });
        self.made = self.changes.len();
    }

    /// Remembers what another program changed on the way to these answers (see [`crate::trail`]).
    pub(crate) fn follow(&mut self, trail: &[f64], mut answers: Answers) {
        let mut changes = Vec::new();
        for step in trail.as_chunks().0.iter().rev() {
            let (source, before) = trail::read(*step);
            changes.push(One::new(source, before, answers.get(source)));
            answers.set(source, before);
        }
        for one in changes.into_iter().rev() {
            self.remember(vec![one], Vec::new());
        }
    }

    /// The last change that is made, which from now on is taken back.
    pub(crate) fn undo(&mut self) -> Option<Change> {
        let change = self.changes.get(self.made.checked_sub(1)?)?;
        self.made -= 1;
        Some(change.clone())
    }

    /// The change that was taken back last, which from now on is made.
    pub(crate) fn redo(&mut self) -> Option<Change> {
        let change = self.changes.get(self.made)?;
        self.made += 1;
        Some(change.clone())
    }

    pub(crate) fn can_undo(&self) -> bool {
        self.made > 0
    }

    pub(crate) fn can_redo(&self) -> bool {
        self.made < self.changes.len()
    }

    /// Forgets everything: these changes were made to other answers.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}
