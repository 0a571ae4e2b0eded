//! A JSON text as a tree that keeps what a strict reader needs: the order of members, members that
//! stand twice, and numbers as doubles.

use crate::finding::Finding;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::collections::HashSet;
use std::fmt;

/// A JSON value. Numbers are finite doubles; what a double cannot hold is refused by the parser.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object; members in the order of the text, a name that stood twice twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Parses a text of at most `max` bytes. A byte order mark at its start is passed over; nesting
    /// deeper than 127 is refused.
    ///
    /// # Errors
    /// `json.size`, `json.encoding`, `json.depth`, or `json.syntax`, with line and column.
    pub fn parse(bytes: &[u8], max: usize) -> Result<Self, Finding> {
        if bytes.len() > max {
            let found = format!("{} bytes", bytes.len());
            return Err(
                Finding::error("json.size", "", format!("at most {max} bytes")).found(found),
            );
        }
        let text = std::str::from_utf8(bytes).map_err(|e| {
            Finding::error("json.encoding", "", "text in UTF-8")
                .found(format!("another byte at {}", e.valid_up_to()))
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        serde_json::from_str(text).map_err(|e| {
            let message = e.to_string();
            // The parser tells its own limit from bad syntax by the message alone.
            let (code, expected) = if message.starts_with("recursion limit exceeded") {
                ("json.depth", "values nested at most 127 deep")
            } else {
                ("json.syntax", "JSON with finite numbers")
            };
            // Where it is comes first: what follows may be cut short.
            let place = format!("line {} column {}: {message}", e.line(), e.column());
            Finding::error(code, "", expected).found(place)
        })
    }

    /// The member of an object; of equal names the last, as JavaScript reads it.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Self::Object(members) = self else {
            return None;
        };
        let member = members.iter().rev().find(|(key, _)| key == name);
        member.map(|(_, value)| value)
    }

    /// The members of an object, of equal names only the last; `None` for other values.
    pub fn members(&self) -> Option<Vec<(&str, &Json)>> {
        let Self::Object(members) = self else {
            return None;
        };
        let mut seen = HashSet::with_capacity(members.len());
        let mut last: Vec<_> = members
            .iter()
            .rev()
            .filter(|(key, _)| seen.insert(key))
            .map(|(key, value)| (&**key, value))
            .collect();
        last.reverse();
        Some(last)
    }

    /// The kind of value, in the words of messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        if value.is_finite() {
            Ok(Json::Number(value))
        } else {
            Err(E::custom("number out of range"))
        }
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Json::Object(members))
    }
}

/// Whole numbers below this are exact as doubles and as integers.
const WHOLE: f64 = 9_007_199_254_740_992.0;

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            // Whole numbers are written as such; the sign of -0 needs the point.
            Self::Number(value) if value.fract() == 0.0 && value.abs() < WHOLE => {
                if *value == 0.0 && value.is_sign_negative() {
                    serializer.serialize_f64(*value)
                } else {
                    serializer.serialize_i64(*value as i64)
                }
            }
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}
