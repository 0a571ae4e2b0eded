//! The exercise as a member of what is kept of a workshop.

use super::{Released, State, ACTIONS, MAX_ACTION, MAX_TEAM_NAME};
use crate::details::cut;
use gca_engine::Json;
use std::rc::Rc;

/// Members that are understood here.
const NAMES: [&str; 7] = [
    "minutes", "since", "released", "revealed", "teams", "groups", "actions",
];

impl State {
    /// As JSON; `None` if there is nothing to keep. Members of a later version are among it.
    pub fn write(&self) -> Option<Json> {
        let mut members = Vec::new();
        let mut put = |name: &str, value: Option<Json>| {
            members.extend(value.map(|value| (name.to_owned(), value)));
        };
        put(
            "minutes",
            (self.clock.spent > 0.0).then_some(Json::Number(self.clock.spent)),
        );
        put("since", self.clock.since.map(Json::Number));
        put(
            "released",
            object(self.released.iter().map(|(id, one)| {
                let minute = ("minute".to_owned(), Json::Number(one.minute));
                let at = ("at".to_owned(), Json::Number(one.at));
                (id.clone(), Json::Object(vec![minute, at]))
            })),
        );
        put("revealed", self.is_revealed.then_some(Json::Bool(true)));
        put(
            "teams",
            object(self.names.iter().map(|(id, name)| (id.clone(), text(name)))),
        );
        put(
            "groups",
            object(
                self.groups
                    .iter()
                    .map(|(group, id)| (group.clone(), text(id))),
            ),
        );
        put(
            "actions",
            object(self.actions.iter().map(|(id, actions)| {
                (
                    id.clone(),
                    Json::List(actions.iter().map(|action| text(action)).collect()),
                )
            })),
        );
        members.extend(self.others.iter().cloned());
        (!members.is_empty()).then_some(Json::Object(members))
    }

    /// Reads what was kept. What is not understood is kept as it is; what cannot be is left out.
    pub fn read(value: &Json) -> Self {
        let mut state = Self::default();
        for (name, value) in value.members().unwrap_or_default() {
            match (name, value) {
                ("minutes", Json::Number(x)) if *x >= 0.0 => state.clock.spent = *x,
                ("since", Json::Number(x)) if *x >= 0.0 => state.clock.since = Some(*x),
                ("revealed", Json::Bool(on)) => state.is_revealed = *on,
                ("released", _) => state.released = each(value, released).collect(),
                ("teams", _) => state.names = each(value, |one| word(one, MAX_TEAM_NAME)).collect(),
                ("groups", _) => {
                    let id = |one: &Json| word(one, usize::MAX).map(|id| id.to_string());
                    state.groups = each(value, id).collect();
                }
                ("actions", _) => state.actions = each(value, actions).collect(),
                _ if NAMES.contains(&name) => {}
                _ => state.others.push((name.to_owned(), value.clone())),
            }
        }
        state
    }
}

fn object(members: impl Iterator<Item = (String, Json)>) -> Option<Json> {
    let members: Vec<_> = members.collect();
    (!members.is_empty()).then_some(Json::Object(members))
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

/// The members of an object that are what they should be.
fn each<'a, T: 'a>(
    value: &'a Json,
    read: impl Fn(&Json) -> Option<T> + 'a,
) -> impl Iterator<Item = (String, T)> + 'a {
    let members = value.members().unwrap_or_default().into_iter();
    members.filter_map(move |(name, value)| Some((name.to_owned(), read(value)?)))
}

fn released(value: &Json) -> Option<Released> {
    let number = |name| match value.get(name) {
        Some(Json::Number(x)) if *x >= 0.0 => Some(*x),
        _ => None,
    };
    Some(Released {
        minute: number("minute")?,
        at: number("at")?,
    })
}

fn word(value: &Json, max: usize) -> Option<Rc<str>> {
    match value {
        Json::Text(text) => Some(cut(text, max)),
        _ => None,
    }
}

fn actions(value: &Json) -> Option<[Rc<str>; ACTIONS]> {
    let Json::List(items) = value else {
        return None;
    };
    let mut actions: [Rc<str>; ACTIONS] = Default::default();
    for (slot, item) in actions.iter_mut().zip(items) {
        *slot = word(item, MAX_ACTION).unwrap_or_default();
    }
    Some(actions)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Released, State};
    use crate::json;

    #[test]
    fn what_is_kept_comes_back_with_what_is_not_understood() {
        let mut state = State::default();
        assert_eq!(state.write(), None);
        state.clock.spent = 12.5;
        state.clock.since = Some(1e12);
        state.is_revealed = true;
        state.released.insert(
            "e".into(),
            Released {
                minute: 3.0,
                at: 1e12,
            },
        );
        state.names.insert("law".into(), "Lawyers".into());
        state.groups.insert("Table 4".into(), "law".into());
        state
            .actions
            .insert("law".into(), ["One".into(), "".into(), "Three".into()]);
        state
            .others
            .push(("later".into(), json::parse("[1]").unwrap()));
        let text = json::text(&state.write().unwrap());
        assert_eq!(State::read(&json::parse(&text).unwrap()), state);
    }

    #[test]
    fn what_cannot_be_is_left_out() {
        let text = r#"{"minutes": -4, "since": "x", "revealed": 1, "released": {"a": {"minute": 1}, "b": 3},
            "teams": [], "groups": {"g": null}, "actions": {"t": ["a", 2, "c", "d"], "u": {}}}"#;
        let state = State::read(&json::parse(text).unwrap());
        let mut expected = State::default();
        expected
            .actions
            .insert("t".into(), ["a".into(), "".into(), "c".into()]);
        assert_eq!(state, expected);
        assert_eq!(State::read(&json::parse("[]").unwrap()), State::default());
    }
}
