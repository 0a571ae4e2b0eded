//! Details from the members that a snapshot handed on, whatever these are.
//!
//! Each part gives back what of its member it did not understand, so that nothing gets lost that
//! another program wrote.

use super::{
    plan, Details, Earlier, Evidence, Targets, MAX_EVIDENCE, MAX_NAME, MAX_WEIGHT, MAX_WEIGHTS,
    MIN_WEIGHT,
};
use crate::json;
use crate::snapshot::{Given, MEMBERS};
use gca_engine::{Json, RawAnswer};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The members that are understood, in the order in which they are written.
pub(super) const NAMES: [&str; 9] = [
    "name", "begun", "evidence", "flagged", "who", "earlier", "targets", "weights", "plan",
];

impl Details {
    /// Reads the text of an object; a text that is none has no details. Names that are too long are
    /// cut, entries that are too many are dropped, and what is of another type goes to
    /// [`Details::others`] unless it holds nothing. What people type is never cut: where it is too
    /// long they are told, and it is there until they have shortened it, as with notes.
    pub fn read(rest: &str) -> Self {
        let mut details = Self::default();
        let Ok(value) = json::parse(rest) else {
            return details;
        };
        for name in NAMES {
            let left = value.get(name).and_then(|value| details.take(name, value));
            details
                .others
                .extend(left.map(|left| (name.to_owned(), left)));
        }
        for (name, value) in value.members().unwrap_or_default() {
            // Members of the snapshot itself have no place here.
            if !NAMES.contains(&name) && !MEMBERS.contains(&name) {
                details.others.push((name.to_owned(), value.clone()));
            }
        }
        details
    }

    /// Reads one member, and gives back what it did not understand.
    fn take(&mut self, name: &str, value: &Json) -> Option<Json> {
        match (name, value) {
            ("name", Json::Text(text)) => {
                self.name = cut(text, MAX_NAME);
                None
            }
            ("begun", Json::Number(ms)) if *ms >= 0.0 => {
                self.begun = *ms;
                None
            }
            ("evidence", Json::Object(_)) => each(value, |id, value| {
                let (entries, left) = evidence(value);
                if !entries.is_empty() {
                    self.evidence.insert(id.to_owned(), entries);
                }
                left
            }),
            ("flagged", Json::List(ids)) => rest_of(ids, |id| match id {
                Json::Text(id) if !id.is_empty() => {
                    self.flagged.insert(id.clone());
                    true
                }
                _ => false,
            }),
            ("who", Json::Object(_)) => each(value, |id, value| match value {
                Json::Text(who) if !who.is_empty() => {
                    self.who.insert(id.to_owned(), who.as_str().into());
                    None
                }
                value => some(value),
            }),
            ("earlier", Json::Object(_)) => match value.get("answers") {
                Some(Json::Object(_)) => {
                    let (earlier, left) = earlier(value);
                    self.earlier = Some(earlier);
                    left
                }
                _ => some(value),
            },
            ("targets", Json::Object(_)) => {
                let (targets, left) = Targets::read(value);
                self.targets = targets;
                left
            }
            ("weights", Json::Object(_)) => each(value, |name, value| match name {
                "areas" => weights(value, &mut self.weights.areas),
                "indicators" => weights(value, &mut self.weights.indicators),
                _ => some(value),
            }),
            ("plan", Json::Object(_)) => plan::read(value, &mut self.plan),
            (_, value) => some(value),
        }
    }
}

/// Weights by id, and what is none that may be.
fn weights(value: &Json, weights: &mut BTreeMap<String, f64>) -> Option<Json> {
    let Json::Object(_) = value else {
        return some(value);
    };
    each(value, |id, value| match value {
        Json::Number(weight)
            if (MIN_WEIGHT..=MAX_WEIGHT).contains(weight) && weights.len() < MAX_WEIGHTS =>
        {
            weights.insert(id.to_owned(), *weight);
            None
        }
        value => some(value),
    })
}

/// The evidence of one question, and what is none.
fn evidence(value: &Json) -> (Vec<Evidence>, Option<Json>) {
    let Json::List(items) = value else {
        return (Vec::new(), some(value));
    };
    let mut entries = Vec::new();
    let left = rest_of(items, |item| match piece(item) {
        Some(entry) => {
            if !entry.is_empty() && entries.len() < MAX_EVIDENCE {
                entries.push(entry);
            }
            true
        }
        None => false,
    });
    (entries, left)
}

/// One piece of evidence; `None` if it has members that nobody here knows, for it is kept whole then.
fn piece(value: &Json) -> Option<Evidence> {
    let mut entry = Evidence::default();
    for (name, value) in value.members()? {
        let slot = match name {
            "text" => &mut entry.text,
            "reference" => &mut entry.reference,
            "link" => &mut entry.link,
            "date" => &mut entry.date,
            _ => return None,
        };
        match value {
            Json::Text(text) => *slot = text.as_str().into(),
            Json::Null => {}
            _ => return None,
        }
    }
    Some(entry)
}

/// An earlier round, and what of it is not understood.
fn earlier(value: &Json) -> (Earlier, Option<Json>) {
    let mut earlier = Earlier::default();
    let left = each(value, |name, value| {
        let slot = match (name, value) {
            ("answers", Json::Object(_)) => return answers(value, &mut earlier.answers),
            ("saved", Json::Number(ms)) if *ms >= 0.0 => {
                earlier.saved = *ms;
                return None;
            }
            ("name", _) => &mut earlier.name,
            ("version", _) => &mut earlier.version,
            ("hash", _) => &mut earlier.hash,
            ("mode", _) => &mut earlier.mode,
            _ => return some(value),
        };
        match value {
            Json::Text(text) => {
                *slot = cut(text, MAX_NAME);
                None
            }
            value => some(value),
        }
    });
    (earlier, left)
}

/// Answers, and the values that are of no type that an answer has.
fn answers(value: &Json, answers: &mut Given) -> Option<Json> {
    *answers = Given::from_json(value);
    answers
        .0
        .retain(|(_, value)| !matches!(value, RawAnswer::Null | RawAnswer::Other));
    each(value, |_, value| match value {
        Json::Text(_) | Json::Number(_) => None,
        Json::List(items) => rest_of(items, |item| matches!(item, Json::Text(_))),
        value => some(value),
    })
}

/// Goes through the members of an object, and gathers what is left of them.
pub(super) fn each(
    value: &Json,
    mut take: impl FnMut(&str, &Json) -> Option<Json>,
) -> Option<Json> {
    let mut left = Vec::new();
    for (name, value) in value.members().unwrap_or_default() {
        left.extend(take(name, value).map(|value| (name.to_owned(), value)));
    }
    (!left.is_empty()).then_some(Json::Object(left))
}

/// Goes through a list, and gathers the items that were not taken and hold something.
fn rest_of(items: &[Json], mut take: impl FnMut(&Json) -> bool) -> Option<Json> {
    let mut left = Vec::new();
    for item in items {
        if !take(item) {
            left.extend(some(item));
        }
    }
    (!left.is_empty()).then_some(Json::List(left))
}

/// The value, unless it holds nothing.
pub(super) fn some(value: &Json) -> Option<Json> {
    let is_empty = match value {
        Json::Null => true,
        Json::Text(text) => text.is_empty(),
        Json::List(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    };
    (!is_empty).then(|| value.clone())
}

/// The first characters of a text.
pub(crate) fn cut(text: &str, max: usize) -> Rc<str> {
    let end = text.char_indices().nth(max).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text).into()
}
