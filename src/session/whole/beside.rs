//! What stands beside an answer: evidence, the flag, who answered.

use super::Said;
use crate::details::{Evidence, MAX_EVIDENCE};
use crate::model::Model;
use crate::msg::{Effect, Focus};
use crate::update::changed;
use crate::view::number;
use std::rc::Rc;

/// A part of a piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it shows.
    Text,
    /// Where it is found.
    Reference,
    /// Address.
    Link,
    /// Date.
    Date,
}

/// Evidence that was removed and can be put back.
#[derive(Clone, Debug)]
pub(super) struct Removed {
    /// Id of its question.
    pub(super) question: String,
    /// Where it stood.
    place: usize,
    entry: Evidence,
}

fn id(model: &Model, at: usize) -> Option<String> {
    model.question(at).map(|question| question.id.to_string())
}

/// Opens an empty piece, unless there are as many as there may be. Nothing to keep until something
/// is typed.
pub(super) fn add(model: &mut Model, at: usize) -> Vec<Effect> {
    let Some(id) = id(model, at) else {
        return vec![];
    };
    let entries = model.whole_part.details.evidence.entry(id).or_default();
    if entries.len() < MAX_EVIDENCE {
        entries.push(Evidence::default());
    }
    let last = entries.len() - 1;
    vec![Effect::Focus(Focus::Evidence(at, last))]
}

pub(super) fn edit(
    model: &mut Model,
    at: usize,
    entry: usize,
    part: Part,
    text: Rc<str>,
) -> Vec<Effect> {
    let Some(id) = id(model, at) else {
        return vec![];
    };
    model.edit_details(|details| {
        let entries = details.evidence.get_mut(&id);
        if let Some(entry) = entries.and_then(|entries| entries.get_mut(entry)) {
            let slot = match part {
                Part::Text => &mut entry.text,
                Part::Reference => &mut entry.reference,
                Part::Link => &mut entry.link,
                Part::Date => &mut entry.date,
            };
            *slot = text;
        }
    });
    changed(model)
}

/// Removes a piece. One in which something was typed can be put back.
pub(super) fn remove(model: &mut Model, at: usize, place: usize) -> Vec<Effect> {
    let focus = Effect::Focus(Focus::AddEvidence(at));
    let Some(id) = id(model, at) else {
        return vec![];
    };
    let mut gone = None;
    model.edit_details(|details| {
        if let Some(entries) = details.evidence.get_mut(&id) {
            if place < entries.len() {
                gone = Some(entries.remove(place));
            }
            if entries.is_empty() {
                details.evidence.remove(&id);
            }
        }
    });
    match gone {
        Some(entry) if !entry.is_empty() => {
            model.whole_part.removed = Some(Removed {
                question: id,
                place,
                entry,
            });
            let number = number(model, at);
            model.whole_part.say(Said::Removed(number));
            let mut effects = changed(model);
            effects.push(focus);
            effects
        }
        _ => vec![focus],
    }
}

pub(super) fn put_back(model: &mut Model) -> Vec<Effect> {
    let Some(removed) = model.whole_part.removed.take() else {
        return vec![];
    };
    let mut place = 0;
    model.edit_details(|details| {
        let entries = details.evidence.entry(removed.question.clone());
        let entries = entries.or_default();
        place = removed.place.min(entries.len());
        entries.insert(place, removed.entry);
    });
    let mut effects = changed(model);
    if let Some(at) = model.bank.question_position(&removed.question) {
        let number = number(model, at);
        model.whole_part.say(Said::PutBack(number));
        effects.push(Effect::Focus(Focus::Evidence(at, place)));
    }
    effects
}

pub(super) fn flag(model: &mut Model, at: usize, on: bool) -> Vec<Effect> {
    let Some(id) = id(model, at) else {
        return vec![];
    };
    model.edit_details(|details| {
        if on {
            details.flagged.insert(id);
        } else {
            details.flagged.remove(&id);
        }
    });
    changed(model)
}

pub(super) fn who(model: &mut Model, at: usize, who: Rc<str>) -> Vec<Effect> {
    let Some(id) = id(model, at) else {
        return vec![];
    };
    model.edit_details(|details| {
        if who.is_empty() {
            details.who.remove(&id);
        } else {
            details.who.insert(id, who);
        }
    });
    changed(model)
}
