//! Compiles a catalog of interface texts into an array in the order of the program's keys.

use anyhow::{bail, Result};
use gca_session::catalog::{pieces, Piece};
use gca_session::marks::mark;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Between a plural category and its text; the session splits at it.
const UNIT: &str = "\u{1f}";
/// Between the forms of a plural text.
const RECORD: &str = "\u{1e}";
/// Every category of CLDR, in its order.
const CATEGORIES: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// Compiles the content of a catalog file into one array for each group of keys, in the order of the group. A text that the file
/// lacks is the English one, marked as such; what is filled into it speaks the language of the file.
///
/// # Errors
/// All at once: keys that are missing or unknown, unknown plural categories, plural texts without `other`.
pub fn compile_catalog(
    groups: &[&[&str]],
    language: &str,
    file: &[u8],
    english: &[u8],
) -> Result<Vec<Vec<u8>>> {
    let mut catalog: BTreeMap<String, Text> = serde_json::from_slice(file)?;
    let english: BTreeMap<String, Text> = serde_json::from_slice(english)?;
    for (name, text) in english {
        catalog.entry(name).or_insert_with(|| text.marked(language));
    }
    let mut findings = Vec::new();
    let mut compiled = Vec::new();
    for names in groups {
        let mut texts = Vec::new();
        for name in *names {
            match catalog.remove(*name) {
                Some(text) => texts.push(text.flat(name, &mut findings)),
                None => findings.push(format!("{name} is missing")),
            }
        }
        compiled.push(serde_json::to_vec(&texts)?);
    }
    findings.extend(catalog.keys().map(|name| format!("{name} is not a key")));
    if !findings.is_empty() {
        bail!("{}", findings.join("; "));
    }
    Ok(compiled)
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Plural(BTreeMap<String, String>),
}

impl Text {
    /// English in an interface of another language.
    fn marked(self, language: &str) -> Self {
        let marked = |text: String| {
            let mut words = String::new();
            for piece in pieces(&text) {
                match piece {
                    Piece::Words(text) => words.push_str(text),
                    Piece::Slot(name) => {
                        words.push_str(&mark(language, &format!("{{{name}}}")));
                    }
                }
            }
            // Without words of its own it is a form, such as "{low}–{high}".
            let has_words = pieces(&text).any(
                |piece| matches!(piece, Piece::Words(words) if words.contains(char::is_alphabetic)),
            );
            if has_words {
                mark("en", &words)
            } else {
                text
            }
        };
        match self {
            Text::Plain(text) => Text::Plain(marked(text)),
            Text::Plural(forms) => Text::Plural(
                forms
                    .into_iter()
                    .map(|(form, text)| (form, marked(text)))
                    .collect(),
            ),
        }
    }

    fn flat(self, name: &str, findings: &mut Vec<String>) -> String {
        let mut forms = match self {
            Text::Plain(text) => return text,
            Text::Plural(forms) => forms,
        };
        if !forms.contains_key("other") {
            findings.push(format!("{name} has no form \"other\""));
        }
        let flat = CATEGORIES
            .iter()
            .filter_map(|category| Some(format!("{category}{UNIT}{}", forms.remove(*category)?)))
            .collect::<Vec<_>>()
            .join(RECORD);
        findings.extend(
            forms
                .keys()
                .map(|form| format!("{name} has the unknown form {form:?}")),
        );
        flat
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compiled(names: &[&str], file: &str) -> Result<Vec<String>, String> {
        let out = compile_catalog(&[names], "en", file.as_bytes(), b"{}")
            .map_err(|error| error.to_string())?;
        serde_json::from_slice(&out.concat()).map_err(|error| error.to_string())
    }

    #[test]
    fn texts_come_in_the_order_of_the_keys() {
        let file = r#"{"a": "A {n}", "b": {"other": "{n} Bs", "one": "a B"}}"#;
        let flat = "one\u{1f}a B\u{1e}other\u{1f}{n} Bs";
        assert_eq!(
            compiled(&["b", "a"], file),
            Ok(vec![flat.into(), "A {n}".into()])
        );
    }

    #[test]
    fn a_text_that_is_lacking_is_english_and_says_so_and_what_is_filled_in_is_not() -> Result<()> {
        let english = r#"{"a": "A", "b": "By {name}, {n}", "c": "{low}–{high}", "d": {"one": "a D", "other": "{n} Ds"}}"#;
        let out = compile_catalog(
            &[&["a", "b", "c", "d"]],
            "pt",
            br#"{"a": "Um"}"#,
            english.as_bytes(),
        )?;
        let texts: Vec<String> = serde_json::from_slice(&out.concat())?;
        let slot = |name: &str| mark("pt", name);
        let filled = mark("en", &format!("By {}, {}", slot("{name}"), slot("{n}")));
        let ds = mark("en", &format!("{} Ds", slot("{n}")));
        let plural = format!("one\u{1f}{}\u{1e}other\u{1f}{ds}", mark("en", "a D"));
        assert_eq!(texts, ["Um", &filled, "{low}–{high}", &plural]);
        Ok(())
    }

    #[test]
    fn findings_are_collected() {
        let file = r#"{"a": {"one": "x", "dozens": "y"}, "c": "z"}"#;
        let expected = "b is missing; c is not a key";
        let text = compiled(&["a", "b"], file).err().unwrap_or_default();
        assert!(text.contains(expected), "{text}");
        assert!(text.contains(r#"a has no form "other""#), "{text}");
        assert!(
            text.contains(r#"a has the unknown form "dozens""#),
            "{text}"
        );
    }
}
