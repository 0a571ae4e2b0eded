//! What is kept of an assessment: the form of slots, of `exportAnswers()` and of answer files.

use gca_engine::{Answer, Answers, Bank, Kept, Kind, RawAnswer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Version of the snapshot format.
pub const FORMAT: u32 = 1;

/// Answers with what belongs to them, by question id, independent of language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Snapshot {
    /// Version of this format; see [`FORMAT`].
    #[serde(default)]
    pub format: u32,
    /// Id of the bank.
    #[serde(default)]
    pub bank: String,
    /// Version of the bank.
    #[serde(default)]
    pub version: String,
    /// Hash of the bank.
    #[serde(default)]
    pub hash: String,
    /// `full` or `quick`; empty while not chosen.
    #[serde(default)]
    pub mode: String,
    /// Answers by question id, those included that this bank does not understand.
    #[serde(default)]
    pub answers: Given,
    /// Notes by question id.
    #[serde(default)]
    pub notes: Given,
    /// The screen that was open.
    #[serde(default)]
    pub screen: String,
    /// The indicator that was open.
    #[serde(default)]
    pub indicator: String,
    /// All other members, as the JSON text of an object; empty if there are none. Whoever does not
    /// know them hands them on unread.
    #[serde(skip)]
    pub rest: String,
}

impl Snapshot {
    /// The JSON text that is kept. Written here rather than by the browser: building an object
    /// there, member by member, took longer than everything else that an answer causes. `number`
    /// writes a finite number: to do that here would bring 10 KB into the first load.
    pub fn text(&self, number: &dyn Fn(f64) -> String) -> String {
        let mut out = String::with_capacity(64 * self.answers.0.len() + 512 + self.rest.len());
        out.push_str("{\"format\":");
        push_digits(&mut out, self.format);
        for (name, value) in [
            ("bank", &self.bank),
            ("version", &self.version),
            ("hash", &self.hash),
            ("mode", &self.mode),
        ] {
            push_name(&mut out, name);
            push_text(&mut out, value);
        }
        for (name, given) in [("answers", &self.answers), ("notes", &self.notes)] {
            push_name(&mut out, name);
            given.push(&mut out, number);
        }
        for (name, value) in [("screen", &self.screen), ("indicator", &self.indicator)] {
            push_name(&mut out, name);
            push_text(&mut out, value);
        }
        let rest = self.rest.trim_start_matches('{');
        if rest.len() > 1 {
            out.push(',');
            out.push_str(rest);
        } else {
            out.push('}');
        }
        out
    }
}

fn push_name(out: &mut String, name: &str) {
    out.push_str(",\"");
    out.push_str(name);
    out.push_str("\":");
}

fn push_digits(out: &mut String, n: u32) {
    if n > 9 {
        push_digits(out, n / 10);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}

/// A JSON string. Only what JSON does not allow in it is escaped.
fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                for digit in [c as u8 >> 4, c as u8 & 15] {
                    out.push(char::from(if digit > 9 { b'a' - 10 } else { b'0' } + digit));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Values by question id, in the order in which they stood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given(pub Vec<(String, RawAnswer)>);

impl Given {
    fn push(&self, out: &mut String, number: &dyn Fn(f64) -> String) {
        out.push('{');
        for (at, (id, value)) in self.0.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            push_text(out, id);
            out.push(':');
            match value {
                RawAnswer::Text(text) => push_text(out, text),
                RawAnswer::Number(x) if x.is_finite() => out.push_str(&number(*x)),
                RawAnswer::Number(_) | RawAnswer::Null | RawAnswer::Other => out.push_str("null"),
                RawAnswer::List(items) => {
                    out.push('[');
                    for (at, item) in items.iter().enumerate() {
                        if at > 0 {
                            out.push(',');
                        }
                        push_text(out, item);
                    }
                    out.push(']');
                }
            }
        }
        out.push('}');
    }

    /// The answers of a bank, and what it did not understand.
    pub fn collect(bank: &Bank, answers: &Answers, kept: &[Kept]) -> Self {
        let mut list = Vec::new();
        for question in bank.questions() {
            let Some(answer) = answers.get(question.source) else {
                continue;
            };
            let option = |at: usize| question.options.get(at).map(|o| o.id.to_string());
            let value = match answer {
                Answer::Option(at) => match option(usize::from(at)) {
                    Some(id) => RawAnswer::Text(id),
                    None => continue,
                },
                Answer::Ticks(ticks) => RawAnswer::List(
                    (0..question.options.len())
                        .filter(|at| ticks >> at & 1 == 1)
                        .filter_map(option)
                        .collect(),
                ),
                Answer::Number(x) => RawAnswer::Number(x),
                Answer::DontKnow => RawAnswer::Text("dk".into()),
                Answer::NotApplicable => RawAnswer::Text("na".into()),
                // The value itself is among what was kept.
                Answer::Invalid => continue,
            };
            // Options that only another version knows stay with the answer they came in.
            let value = match (value, kept.iter().find(|k| *k.question == *question.id)) {
                (
                    RawAnswer::List(mut ids),
                    Some(Kept {
                        value: RawAnswer::List(old),
                        ..
                    }),
                ) => {
                    ids.extend(
                        old.iter()
                            .filter(|id| question.option_position(id).is_none())
                            .cloned(),
                    );
                    RawAnswer::List(ids)
                }
                (value, _) => value,
            };
            list.push((question.id.to_string(), value));
        }
        for old in kept {
            if !list.iter().any(|(id, _)| *id == old.question) {
                list.push((old.question.clone(), old.value.clone()));
            }
        }
        Self(list)
    }
}

/// Whether a question is answered by ticking.
pub(crate) fn is_checklist(kind: Kind) -> bool {
    matches!(kind, Kind::Multi)
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, value) in &self.0 {
            match value {
                RawAnswer::Text(text) => map.serialize_entry(id, text)?,
                RawAnswer::List(list) => map.serialize_entry(id, list)?,
                RawAnswer::Number(x) => map.serialize_entry(id, x)?,
                RawAnswer::Null | RawAnswer::Other => map.serialize_entry(id, &())?,
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Given;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object of answers by question id")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Given, A::Error> {
                let mut list: Vec<(String, RawAnswer)> = Vec::new();
                while let Some((id, Raw(value))) = map.next_entry()? {
                    // The last of two equal keys wins, as JSON.parse has it.
                    list.retain(|(other, _)| *other != id);
                    list.push((id, value));
                }
                Ok(Given(list))
            }
        }
        deserializer.deserialize_map(Map)
    }
}

/// One value of unknown type.
struct Raw(RawAnswer);

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Raw;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an answer")
            }
            fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
                Ok(Raw(RawAnswer::Text(text.into())))
            }
            fn visit_f64<E>(self, x: f64) -> Result<Raw, E> {
                Ok(Raw(RawAnswer::Number(x)))
            }
            fn visit_i64<E>(self, x: i64) -> Result<Raw, E> {
                Ok(Raw(RawAnswer::Number(x as f64)))
            }
            fn visit_u64<E>(self, x: u64) -> Result<Raw, E> {
                Ok(Raw(RawAnswer::Number(x as f64)))
            }
            fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
                Ok(Raw(RawAnswer::Other))
            }
            fn visit_unit<E>(self) -> Result<Raw, E> {
                Ok(Raw(RawAnswer::Null))
            }
            fn visit_none<E>(self) -> Result<Raw, E> {
                Ok(Raw(RawAnswer::Null))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
                while map
                    .next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?
                    .is_some()
                {}
                Ok(Raw(RawAnswer::Other))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
                let mut list = Vec::new();
                let mut whole = true;
                while let Some(Raw(item)) = seq.next_element()? {
                    match item {
                        RawAnswer::Text(text) => list.push(text),
                        _ => whole = false,
                    }
                }
                // A list with other things in it still has its good ids (METHOD, section 2).
                Ok(Raw(if whole || !list.is_empty() {
                    RawAnswer::List(list)
                } else {
                    RawAnswer::Other
                }))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{RawAnswer, Snapshot};

    #[test]
    fn snapshot_comes_back_as_it_was() {
        let text = r#"{"format":1,"bank":"b","version":"1","hash":"","mode":"full","answers":{"q":"x","m":["a","b"],"n":2.5,"z":null},"notes":{"q":"é\n<b>"},"screen":"questions","indicator":"i"}"#;
        let snapshot: Snapshot = serde_json::from_str(text).unwrap();
        assert_eq!(snapshot.text(&|x| x.to_string()), text);
    }

    #[test]
    fn every_text_survives_being_written() {
        let words: String = (0..0x300).filter_map(char::from_u32).collect();
        for words in [&*words, "\u{2028}\"\\/\u{10ffff}", ""] {
            let mut snapshot = Snapshot::default();
            snapshot
                .notes
                .0
                .push((words.into(), RawAnswer::Text(words.into())));
            snapshot.answers.0.push((
                "l".into(),
                RawAnswer::List(vec![words.into(), words.into()]),
            ));
            let text = snapshot.text(&|x| x.to_string());
            assert_eq!(serde_json::from_str::<Snapshot>(&text).unwrap(), snapshot);
        }
    }

    #[test]
    fn members_of_others_are_handed_on() {
        for rest in ["", "{}", r#"{"name":"n","who":{"q":"x"}}"#] {
            let snapshot = Snapshot {
                rest: rest.into(),
                ..Snapshot::default()
            };
            let text = snapshot.text(&|x| x.to_string());
            let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
            let named = rest.contains("name").then_some("n");
            assert_eq!(whole["name"].as_str(), named);
            assert_eq!(whole["indicator"], "");
        }
    }

    #[test]
    fn foreign_types_are_no_error() {
        for value in [
            "{\"q\":{}}",
            "{\"q\":[1]}",
            "{\"q\":true}",
            "{\"q\":[[\"a\"]]}",
        ] {
            let text = format!("{{\"answers\":{value}}}");
            assert!(serde_json::from_str::<Snapshot>(&text).is_ok(), "{value}");
        }
    }
}
