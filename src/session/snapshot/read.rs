//! A snapshot from what was kept or handed over, whatever that is.

use super::{Given, Snapshot, MEMBERS};
use crate::json;
use gca_engine::{Json, RawAnswer};

impl Snapshot {
    /// Reads a snapshot as the first program reads it: what is missing or of another type is empty,
    /// of a member that stands twice the last one counts.
    pub fn from_json(value: &Json) -> Self {
        Self::without(value, &[])
    }

    /// The same, with members that are no part of a snapshot left out of its rest.
    pub(crate) fn without(value: &Json, left_out: &[&str]) -> Self {
        let text = |name| match value.get(name) {
            Some(Json::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let given = |name| value.get(name).map(Given::from_json).unwrap_or_default();
        Self {
            format: match value.get("format") {
                Some(Json::Number(format)) => *format as u32,
                _ => 0,
            },
            bank: text("bank"),
            version: text("version"),
            hash: text("hash"),
            mode: text("mode"),
            answers: given("answers"),
            notes: given("notes"),
            screen: text("screen"),
            indicator: text("indicator"),
            rest: rest(value, left_out),
        }
    }

    /// Reads the text of a snapshot; `None` if it is not the text of a JSON object.
    pub fn parse(text: &str) -> Option<Self> {
        let value = json::parse(text).ok()?;
        matches!(value, Json::Object(_)).then(|| Self::from_json(&value))
    }
}

/// The members that are not read, as the text of an object; empty if there are none.
fn rest(value: &Json, left_out: &[&str]) -> String {
    let mut others = Vec::new();
    for (name, value) in value.members().unwrap_or_default() {
        if !MEMBERS.contains(&name) && !left_out.contains(&name) {
            others.push((name.to_owned(), value.clone()));
        }
    }
    if others.is_empty() {
        return String::new();
    }
    json::text(&Json::Object(others))
}

impl Given {
    /// Reads values by question id; nothing if it is no object.
    pub fn from_json(value: &Json) -> Self {
        let members = value.members().unwrap_or_default();
        let read = |(id, value): (&str, &Json)| (id.to_owned(), raw(value));
        Self(members.into_iter().map(read).collect())
    }

    /// The values as an object.
    pub fn to_json(&self) -> Json {
        let list = |ids: &[String]| ids.iter().cloned().map(Json::Text).collect();
        let write = |(id, value): &(String, RawAnswer)| {
            let value = match value {
                RawAnswer::Text(text) => Json::Text(text.clone()),
                RawAnswer::List(ids) => Json::List(list(ids)),
                RawAnswer::Number(x) if x.is_finite() => Json::Number(*x),
                RawAnswer::Number(_) | RawAnswer::Null | RawAnswer::Other => Json::Null,
            };
            (id.clone(), value)
        };
        Json::Object(self.0.iter().map(write).collect())
    }
}

/// One value before its question has been asked about it.
pub(crate) fn raw(value: &Json) -> RawAnswer {
    match value {
        Json::Text(text) => RawAnswer::Text(text.clone()),
        Json::Number(x) => RawAnswer::Number(*x),
        Json::Null => RawAnswer::Null,
        Json::Bool(_) | Json::Object(_) => RawAnswer::Other,
        Json::List(items) => {
            let ids = items.iter().filter_map(|item| match item {
                Json::Text(text) => Some(text.clone()),
                _ => None,
            });
            let ids: Vec<String> = ids.collect();
            // A list with other things in it still has its good ids (METHOD, section 2).
            if ids.is_empty() && !items.is_empty() {
                RawAnswer::Other
            } else {
                RawAnswer::List(ids)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Snapshot;
    use gca_engine::RawAnswer;

    fn answers(text: &str) -> Vec<(String, RawAnswer)> {
        let text = format!("{{\"answers\":{text}}}");
        Snapshot::parse(&text).unwrap().answers.0
    }

    #[test]
    fn foreign_types_are_no_error() {
        let one = |text| answers(&format!("{{\"q\":{text}}}")).remove(0).1;
        for text in ["{}", "[1]", "true", "[[\"a\"]]"] {
            assert_eq!(one(text), RawAnswer::Other, "{text}");
        }
        assert_eq!(one("[1,\"a\"]"), RawAnswer::List(vec!["a".into()]));
        assert_eq!(one("[]"), RawAnswer::List(vec![]));
        for text in ["[]", "5", "\"x\"", "null"] {
            assert_eq!(answers(text), [], "{text}");
        }
    }

    #[test]
    fn of_equal_names_the_last_counts() {
        let list = answers("{\"q\":\"a\",\"r\":\"b\",\"q\":\"c\"}");
        let q = list.iter().find(|(id, _)| id == "q").unwrap();
        assert_eq!((list.len(), &q.1), (2, &RawAnswer::Text("c".into())));
        let twice = "{\"bank\":\"a\",\"x\":1,\"bank\":\"b\",\"x\":{\"__proto__\":2}}";
        let snapshot = Snapshot::parse(twice).unwrap();
        assert_eq!(snapshot.bank, "b");
        assert_eq!(snapshot.rest, "{\"x\":{\"__proto__\":2}}");
    }

    #[test]
    fn what_is_no_object_is_no_snapshot() {
        for text in ["", "[]", "1", "null", "\"answers\"", "{", "{}x"] {
            assert_eq!(Snapshot::parse(text), None, "{text}");
        }
        assert_eq!(Snapshot::parse("{}"), Some(Snapshot::default()));
    }

    #[test]
    fn huge_formats_stay_newer_than_any() {
        for (text, format) in [("1e300", u32::MAX), ("-5", 0), ("\"1\"", 0), ("1.5", 1)] {
            let snapshot = Snapshot::parse(&format!("{{\"format\":{text}}}")).unwrap();
            assert_eq!(snapshot.format, format, "{text}");
        }
    }
}
