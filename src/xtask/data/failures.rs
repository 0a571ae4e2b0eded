//! What the element says of failures before any program exists, in other languages than English.
//!
//! The English is in `www/texts.js`, line by line; each language has the same names with the same places.

use anyhow::{bail, Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Names that only developers read, in a console or an event.
const FOR_DEVELOPERS: &[&str] = &["import.", "element.", "attribute.", "storage."];

/// Checks the texts of a language against the English script, and gives them back.
///
/// # Errors
/// All at once: texts that are missing or unknown, and those with other places than the English.
pub fn compile_failures(file: &[u8], script: &str) -> Result<BTreeMap<String, Value>> {
    let texts: BTreeMap<String, Value> = serde_json::from_slice(file)?;
    let english = english(script)?;
    let mut findings = Vec::new();
    for (name, line) in &english {
        match texts.get(name) {
            None => findings.push(format!("{name} is missing")),
            Some(text) if places(&text.to_string()) != places(line) => {
                findings.push(format!("{name} has other places than the English"));
            }
            Some(text) if text.is_array() != line.starts_with('[') => {
                findings.push(format!("{name} is not a title with a text, or is one"));
            }
            Some(_) => {}
        }
    }
    let unknown = texts.keys().filter(|name| !english.contains_key(*name));
    findings.extend(unknown.map(|name| format!("{name} is no text of the script")));
    if !findings.is_empty() {
        bail!("{}", findings.join("; "));
    }
    Ok(texts)
}

/// Names for people with what follows them in the script.
fn english(script: &str) -> Result<BTreeMap<String, String>> {
    let (_, table) = script.split_once("const TEXTS = {").context("no TEXTS")?;
    let (table, _) = table.split_once("\n};").context("TEXTS has no end")?;
    let rows = table.lines().filter_map(|line| {
        let (name, text) = line.trim().strip_prefix('"')?.split_once("\": ")?;
        let is_for_people = !FOR_DEVELOPERS.iter().any(|start| name.starts_with(start));
        is_for_people.then(|| (name.to_owned(), text.to_owned()))
    });
    Ok(rows.collect())
}

/// The places of a text, `{name}`.
fn places(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::compile_failures;

    const SCRIPT: &str = r#"const TEXTS = {
  "lang": "en",

  // A comment.
  "load": [LOAD, "State {status}."],
  "import.no": "For developers {reason}",
};"#;

    #[test]
    fn texts_of_a_language_are_those_of_the_script() {
        let rows = [
            (r#"{"lang": "fr", "load": ["Titre", "État {status}."]}"#, ""),
            (r#"{"lang": "fr"}"#, "load is missing"),
            (
                r#"{"lang": "fr", "load": ["T", "É"]}"#,
                "load has other places than the English",
            ),
            (
                r#"{"lang": "fr", "load": "É {status}"}"#,
                "load is not a title with a text, or is one",
            ),
            (
                r#"{"lang": "fr", "load": ["T", "{status}"], "x": ""}"#,
                "x is no text of the script",
            ),
        ];
        for (file, expected) in rows {
            let found = compile_failures(file.as_bytes(), SCRIPT);
            let found = found
                .err()
                .map_or_else(String::new, |error| error.to_string());
            assert_eq!(found, expected, "{file}");
        }
    }
}
