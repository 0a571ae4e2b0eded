//! What was done in the user's name and cannot be seen where they look.

use crate::view::Number;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The answer to this question was taken back: it has none now.
    TakenBack(Number),
    /// This question has again the answer that it had before.
    ChangedBack(Number),
    /// The change of this answer was made again.
    ChangedAgain(Number),
    /// So many answers were cleared.
    Cleared(usize),
    /// So many answers are there again.
    Restored(usize),
    /// A piece of evidence of this question was removed.
    Removed(Number),
    /// A piece of evidence of this question was put back.
    PutBack(Number),
    /// The weights are those of the bank again.
    Standard,
}
