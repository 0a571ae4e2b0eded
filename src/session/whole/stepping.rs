//! Going back and forth: undo, redo, and the answer of the earlier round.

use super::history::{Change, History};
use super::Said;
use crate::model::Model;
use crate::msg::{Effect, Focus};
use crate::update::{changed, turn};
use crate::view::number_of;

pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    step(model, History::undo, true)
}

pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    step(model, History::redo, false)
}

/// Takes a change back or makes it again, says so, and shows the question that it is about.
fn step(model: &mut Model, take: fn(&mut History) -> Option<Change>, is_back: bool) -> Vec<Effect> {
    let Some(change) = take(&mut model.whole_part.history) else {
        return vec![];
    };
    for one in &change.answers {
        let answer = if is_back { one.before } else { one.after };
        model.answers.set(one.source, answer);
    }
    if is_back {
        model.kept.extend(change.kept);
    } else {
        model.kept.retain(|kept| !change.kept.contains(kept));
    }
    let mut effects = changed(model);
    let [one] = change.answers.as_slice() else {
        let count = change.answers.len();
        let said = if is_back {
            Said::Restored(count)
        } else {
            Said::Cleared(count)
        };
        model.whole_part.say(said);
        effects.push(Effect::Focus(Focus::Heading));
        return effects;
    };
    let number = number_of(model, one.source);
    model.whole_part.say(match (is_back, one.before.is_some()) {
        (true, false) => Said::TakenBack(number),
        (true, true) => Said::ChangedBack(number),
        (false, _) => Said::ChangedAgain(number),
    });
    let mut asked = model.bank.questions().iter();
    // The quick version does not ask every question: then there is no page to show.
    if let Some(at) = asked.position(|q| q.source == one.source) {
        let page = model.question(at).map_or(0, |q| q.indicator);
        effects.extend(turn(model, page));
        effects.pop();
        effects.push(Effect::Focus(Focus::Answer(at)));
    }
    effects
}

/// Answers a question as in the earlier round.
pub(super) fn as_before(model: &mut Model, at: usize) -> Vec<Effect> {
    let source = model.question(at).map(|q| q.source);
    let earlier = model.whole_part.earlier.as_ref();
    let Some(answer) = source.and_then(|source| earlier?.get(source)) else {
        return vec![];
    };
    model.answer(at, Some(answer));
    let mut effects = changed(model);
    effects.push(Effect::Focus(Focus::Answer(at)));
    effects
}
