//! Questions by id: an open table of positions, small in code because the first module links it.

use super::Question;

/// Positions of questions under the hash of their id; empty slots hold `EMPTY`.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index {
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl Index {
    /// Indexes questions by id.
    ///
    /// # Errors
    /// The position of the first question whose id stood before.
    pub(crate) fn new(questions: &[Question]) -> Result<Self, usize> {
        // At least half of the slots stay empty, so a search meets few others.
        let size = (2 * questions.len()).next_power_of_two().max(2);
        let mut index = Self {
            slots: vec![EMPTY; size],
        };
        for (at, question) in questions.iter().enumerate() {
            let slot = index.slot(&question.id, questions);
            match index.slots.get_mut(slot) {
                Some(free) if *free == EMPTY => *free = at as u32,
                _ => return Err(at),
            }
        }
        Ok(index)
    }

    /// Position of a question.
    pub(crate) fn find(&self, id: &str, questions: &[Question]) -> Option<usize> {
        let at = *self.slots.get(self.slot(id, questions))?;
        (at != EMPTY).then_some(at as usize)
    }

    /// The slot that holds an id, or the empty one where it would go.
    fn slot(&self, id: &str, questions: &[Question]) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash(id) as usize & mask;
        while let Some(&at) = self.slots.get(slot) {
            if at == EMPTY || questions.get(at as usize).is_some_and(|q| *q.id == *id) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// FNV-1a.
fn hash(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
