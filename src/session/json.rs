//! JSON as text and back, as browsers write it.

use gca_engine::Json;
use std::borrow::Cow;

/// Reads a text as a browser would. Nesting deeper than 127 and numbers that a double cannot hold
/// are refused.
pub(crate) fn parse(text: &str) -> Result<Json, serde_json::Error> {
    serde_json::from_str(&mended(text))
}

/// Writes a value.
pub(crate) fn text(value: &Json) -> String {
    // Neither a plain tree nor a string gives the writer a reason to fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// Writes a finite number.
pub(crate) fn number(x: f64) -> String {
    text(&Json::Number(x))
}

/// The text with halves of surrogate pairs replaced: browsers keep them in strings and write them as
/// escapes, and no text in UTF-8 can hold one. The length stays.
fn mended(text: &str) -> Cow<'_, str> {
    if !text.contains("\\ud") && !text.contains("\\uD") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let second = escape.get(6..).and_then(unit);
        let (kept, used) = match (unit(escape), second) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (escape.get(..12), 12),
            (Some(0xd800..=0xdfff), _) => (Some("\\ufffd"), 6),
            _ => {
                let used = 1 + escape.chars().nth(1).map_or(0, char::len_utf8);
                (escape.get(..used), used)
            }
        };
        out.push_str(kept.unwrap_or_default());
        rest = escape.get(used..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The unit of UTF-16 that a text begins with as an escape.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{mended, parse, text};
    use gca_engine::Json;

    #[test]
    fn halves_of_pairs_become_replacement_characters_and_pairs_stay() {
        for (given, read) in [
            (r"\ud83d\ude00", "\u{1f600}"),
            (r"\uD83D\uDE00x", "\u{1f600}x"),
            (r"a\ud83d", "a\u{fffd}"),
            (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
            (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
            (r"\\ud83d", "\\ud83d"),
            (r"\\\ud83d\\", "\\\u{fffd}\\"),
            (r"\ud83dé\u00e9", "\u{fffd}éé"),
        ] {
            let value = parse(&format!("\"{given}\"")).unwrap();
            assert_eq!(value, Json::Text(read.into()), "{given}");
            assert_eq!(mended(given).len(), given.len());
        }
    }

    #[test]
    fn broken_escapes_stay_broken() {
        for given in [
            r#""\ud8"#,
            r#""\ud83"#,
            r#""\ud83d\"#,
            r#""\ud83d\é""#,
            r#"\ud"#,
        ] {
            assert!(parse(given).is_err(), "{given}");
        }
    }

    #[test]
    fn numbers_come_back_to_the_bit() {
        for x in [
            0.1,
            1e300,
            5e-324,
            -0.0,
            1e21,
            9_007_199_254_740_993.0,
            -7.0,
        ] {
            let Json::Number(read) = parse(&text(&Json::Number(x))).unwrap() else {
                unreachable!()
            };
            assert_eq!(read.to_bits(), f64::to_bits(x), "{x}");
        }
    }
}
