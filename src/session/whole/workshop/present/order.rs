//! In which order questions come.

use crate::model::Model;

/// The order in which the trainer has them, without what nobody answered; all of them while nobody has answered any.
pub(super) fn of(model: &Model) -> Vec<usize> {
    let all = model.talk_order();
    let room = model.workshop().present.counted.as_deref();
    let is_said = |at: &usize| {
        let told = room.and_then(|room| room.all.questions.get(*at));
        told.is_some_and(|told| told.numbers.valid + told.numbers.dont_know > 0)
    };
    let said: Vec<usize> = all.iter().copied().filter(is_said).collect();
    match said.is_empty() {
        true => all,
        false => said,
    }
}
