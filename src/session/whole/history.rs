//! Undo and redo of answers.

use gca_engine::Answer;

/// Longest memory, in changes. A whole assessment is seventy answers; somebody who wants to go back
/// further than three times that wants another file.
const MAX: usize = 200;

/// One change of one answer.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    /// Position of the question in the whole bank.
    source: usize,
    before: Option<Answer>,
    after: Option<Answer>,
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
    pub(crate) fn remember(
        &mut self,
        source: usize,
        before: Option<Answer>,
        after: Option<Answer>,
    ) {
        if before == after {
            return;
        }
        self.changes.truncate(self.made);
        if self.changes.len() == MAX {
            self.changes.remove(0);
        }
        self.changes.push(Change {
            source,
            before,
            after,
        });
        self.made = self.changes.len();
    }

    /// The question and the answer that it had before the last change.
    pub(crate) fn undo(&mut self) -> Option<(usize, Option<Answer>)> {
        let change = self.changes.get(self.made.checked_sub(1)?)?;
        self.made -= 1;
        Some((change.source, change.before))
    }

    /// The question and the answer that it had before the last undo.
    pub(crate) fn redo(&mut self) -> Option<(usize, Option<Answer>)> {
        let change = self.changes.get(self.made)?;
        self.made += 1;
        Some((change.source, change.after))
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
