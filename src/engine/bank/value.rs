//! The single values of a bank file, each with its own limits.

use super::shape::{object, text, Place, Reader, Shape};
use crate::json::Json;
use std::collections::BTreeMap;

type Records = BTreeMap<&'static str, Json>;

/// An id: words of a–z and 0–9 joined by `-` or `.`, beginning with a letter, at most 120
/// characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Id(pub String);

/// A text of at most `MAX` characters, not empty, without control characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text<const MAX: usize>(pub String);

/// A number between two limits given in thousandths of a thousandth, so that they can stand in a
/// type; both inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounded<const MIN: i64, const MAX: i64>(pub f64);

/// A weight, 1e-6 to 1e6: above 0, and far enough from the ends of a double that no sum of weights
/// overflows and no share vanishes.
pub type Weight = Bounded<1, 1_000_000_000_000>;

/// A share or score, 0 to 1.
pub type Share = Bounded<0, 1_000_000>;

/// Points, 0 to 100.
pub type Points = Bounded<0, 100_000_000>;

/// A value in the unit of a quantitative question, within ±9e12.
pub type Amount = Bounded<-9_000_000_000_000_000_000, 9_000_000_000_000_000_000>;

/// A whole number from 0 to `MAX`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whole<const MAX: u16>(pub u16);

/// An address that begins with `https://` or `http://`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address(pub String);

/// A language tag such as `en` or `pt-BR`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language(pub String);

/// The answer to one question as in an answer file.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerText(pub Json);

const MICRO: f64 = 1e6;
const MAX_ID: usize = 120;
const MAX_ADDRESS: usize = 2000;

impl Shape for Id {
    const EXPECTED: &'static str =
        "an id: words of a-z and 0-9 joined by - or ., beginning with a letter";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let Json::Text(id) = value else {
            return reader.wrong(value, at);
        };
        let word = |w: &str| {
            !w.is_empty()
                && w.bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        let letter = id.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        if id.len() > MAX_ID || !letter || !id.split(['-', '.']).all(word) {
            reader.refuse("bank.id", at, Self::EXPECTED, id);
        }
        Some(Self(id.clone()))
    }

    fn schema(_: &mut Records) -> Json {
        object([
            ("type", text("string")),
            ("pattern", text("^[a-z][a-z0-9]*([.-][a-z0-9]+)*$")),
            ("maxLength", Json::Number(MAX_ID as f64)),
        ])
    }
}

impl<const MAX: usize> Shape for Text<MAX> {
    const EXPECTED: &'static str = "a text";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let Json::Text(given) = value else {
            return reader.wrong(value, at);
        };
        if given.trim().is_empty() && reader.whole {
            reader.refuse(
                "bank.text-empty",
                at,
                "a text that is not empty",
                "an empty text",
            );
        }
        // Bytes are counted first: a text cannot have more characters than bytes.
        if given.len() > MAX {
            let length = given.chars().count();
            if length > MAX {
                let expected = format!("a text of at most {MAX} characters");
                reader.refuse(
                    "bank.text-length",
                    at,
                    &expected,
                    &format!("{length} characters"),
                );
            }
        }
        if given.chars().any(|c| c.is_control() && c != '\n') {
            let expected = "a text without control characters";
            reader.refuse(
                "bank.text-control",
                at,
                expected,
                &given.escape_debug().to_string(),
            );
        }
        Some(Self(given.clone()))
    }

    fn absent(at: &Place, reader: &mut Reader) -> Option<Self> {
        if reader.whole {
            reader.fault("bank.missing-field", at, Self::EXPECTED);
        }
        Some(Self(String::new()))
    }

    fn schema(_: &mut Records) -> Json {
        object([
            ("type", text("string")),
            ("minLength", Json::Number(1.0)),
            ("maxLength", Json::Number(MAX as f64)),
        ])
    }
}

impl<const MIN: i64, const MAX: i64> Bounded<MIN, MAX> {
    const LEAST: f64 = MIN as f64 / MICRO;
    const MOST: f64 = MAX as f64 / MICRO;
    /// Weights have a code of their own: it is the commonest slip.
    const CODE: &'static str = if MIN == 1 {
        "bank.weight"
    } else {
        "bank.range"
    };
}

impl<const MIN: i64, const MAX: i64> Shape for Bounded<MIN, MAX> {
    const EXPECTED: &'static str = "a number";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let Json::Number(x) = value else {
            return reader.wrong(value, at);
        };
        if !(Self::LEAST..=Self::MOST).contains(x) {
            let expected = match Self::CODE {
                "bank.weight" => {
                    format!("a number above 0, from {} to {}", Self::LEAST, Self::MOST)
                }
                _ => format!("a number from {} to {}", Self::LEAST, Self::MOST),
            };
            reader.refuse(Self::CODE, at, &expected, &x.to_string());
        }
        Some(Self(*x))
    }

    fn schema(_: &mut Records) -> Json {
        object([
            ("type", text("number")),
            ("minimum", Json::Number(Self::LEAST)),
            ("maximum", Json::Number(Self::MOST)),
        ])
    }
}

impl<const MAX: u16> Shape for Whole<MAX> {
    const EXPECTED: &'static str = "a whole number";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        match value {
            Json::Number(x) if x.fract() == 0.0 && (0.0..=f64::from(MAX)).contains(x) => {
                Some(Self(*x as u16))
            }
            Json::Number(x) => {
                let expected = format!("a whole number from 0 to {MAX}");
                reader.refuse("bank.range", at, &expected, &x.to_string());
                None
            }
            other => reader.wrong(other, at),
        }
    }

    fn schema(_: &mut Records) -> Json {
        object([
            ("type", text("integer")),
            ("minimum", Json::Number(0.0)),
            ("maximum", Json::Number(f64::from(MAX))),
        ])
    }
}

impl Shape for bool {
    const EXPECTED: &'static str = "true or false";
    const REQUIRED: bool = false;

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        match value {
            Json::Bool(value) => Some(*value),
            other => reader.wrong(other, at),
        }
    }

    fn absent(_: &Place, _: &mut Reader) -> Option<Self> {
        Some(false)
    }

    fn schema(_: &mut Records) -> Json {
        object([("type", text("boolean")), ("default", Json::Bool(false))])
    }
}

impl Shape for Address {
    const EXPECTED: &'static str = "an address that begins with https:// or http://";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let Json::Text(given) = value else {
            return reader.wrong(value, at);
        };
        let rest = given
            .strip_prefix("https://")
            .or_else(|| given.strip_prefix("http://"));
        let plain =
            |c: char| !c.is_control() && !c.is_whitespace() && !matches!(c, '"' | '<' | '>');
        // A host must follow: `https:///x` and `https://?x` name none.
        let host = |r: &str| r.starts_with(|c: char| c.is_alphanumeric());
        if given.len() > MAX_ADDRESS || !rest.is_some_and(|r| host(r) && r.chars().all(plain)) {
            reader.refuse("bank.address", at, Self::EXPECTED, given);
        }
        Some(Self(given.clone()))
    }

    fn schema(_: &mut Records) -> Json {
        object([
            ("type", text("string")),
            ("pattern", text("^https?://[^\\s\"<>]+$")),
            ("maxLength", Json::Number(MAX_ADDRESS as f64)),
        ])
    }
}

impl Shape for Language {
    const EXPECTED: &'static str = "a language tag such as en or pt-BR";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        let Json::Text(tag) = value else {
            return reader.wrong(value, at);
        };
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or("");
        let primary =
            (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
        let sub =
            |p: &str| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric());
        if !primary || !parts.all(sub) {
            reader.refuse("bank.language", at, Self::EXPECTED, tag);
        }
        Some(Self(tag.clone()))
    }

    fn schema(_: &mut Records) -> Json {
        object([
            ("type", text("string")),
            ("pattern", text("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")),
        ])
    }
}

impl Default for AnswerText {
    fn default() -> Self {
        Self(Json::Null)
    }
}

impl Shape for AnswerText {
    const EXPECTED: &'static str = "an option id, a list of them, a number, \"na\" or \"dk\"";

    fn read(value: &Json, at: &Place, reader: &mut Reader) -> Option<Self> {
        match value {
            Json::Text(_) | Json::Number(_) | Json::List(_) => Some(Self(value.clone())),
            other => reader.wrong(other, at),
        }
    }

    fn schema(_: &mut Records) -> Json {
        let items = object([("type", text("string"))]);
        object([
            (
                "type",
                Json::List(vec![text("string"), text("number"), text("array")]),
            ),
            ("items", items),
        ])
    }
}
