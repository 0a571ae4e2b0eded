//! Clearing all answers, which can be taken back.

use super::{One, Said};
use crate::model::Model;
use crate::msg::{Effect, Focus};
use crate::update::changed;

pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    model.whole_part.clearing = true;
    vec![Effect::Focus(Focus::Dialog)]
}

pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    model.whole_part.clearing = false;
    vec![Effect::Focus(Focus::ClearButton)]
}

/// Clears the answers to all questions of the bank, those that the quick version leaves out too.
/// What was kept aside for questions that the bank does not have stays.
pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    let whole = model.whole.clone();
    let mut answers = Vec::new();
    for question in whole.questions() {
        if let Some(before) = model.answers.get(question.source) {
            answers.push(One::new(question.source, Some(before), None));
            model.answers.set(question.source, None);
        }
    }
    let (gone, stays) = std::mem::take(&mut model.kept)
        .into_iter()
        .partition(|kept| whole.question_position(&kept.question).is_some());
    model.kept = stays;
    let count = answers.len();
    model.whole_part.clearing = false;
    model.whole_part.history.remember(answers, gone);
    model.whole_part.say(Said::Cleared(count));
    let mut effects = changed(model);
    effects.push(Effect::Focus(Focus::Heading));
    effects
}
