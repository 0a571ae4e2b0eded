//! Translations: the texts of a bank or of the interface in another language, and what they were made from.
//!
//! The texts of a bank in a language are a flat file, key → text, in `www/data/texts/<bank>.<language>.json`; the keys are made of
//! ids, so a question that moves keeps its text. Beside each translation stands its record in `www/data/records/`: the state of every
//! text and a hash of the English that it was made from, so a text whose source changed is known.

mod keys;
mod record;
mod room;

pub use keys::apply;
pub use record::{Record, State};
pub use room::long;

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The plural categories that a language distinguishes in whole numbers, in the order of CLDR.
pub fn categories(language: &str) -> &'static [&'static str] {
    let primary = language.split('-').next().unwrap_or_default();
    match primary {
        "ar" => &["zero", "one", "two", "few", "many", "other"],
        "ru" => &["one", "few", "many", "other"],
        "fr" | "es" | "pt" => &["one", "many", "other"],
        "zh" => &["other"],
        _ => &["one", "other"],
    }
}

/// What is wrong with a translation.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// The text is not there; the English is shown.
    Missing(String),
    /// No text has this key.
    Unknown(String),
    /// The English has changed since.
    Stale(String),
    /// The text cannot be used: key, and why.
    Wrong(String, String),
}

/// Compares a translation with the English that it is of.
pub fn check(language: &str, english: &Texts, translated: &Texts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, source) in english {
        match translated.get(key) {
            None => findings.push(Finding::Missing(key.clone())),
            Some(text) => {
                let wrong = wrongs(language, source, text);
                findings.extend(
                    wrong
                        .into_iter()
                        .map(|why| Finding::Wrong(key.clone(), why)),
                );
            }
        }
    }
    findings.extend(misnamed(english, translated));
    let unknown = translated.keys().filter(|key| !english.contains_key(*key));
    findings.extend(unknown.map(|key| Finding::Unknown(key.clone())));
    findings
}

/// Names for those who listen (`…-label`) that lack what is to be read on the button: who says to a computer what they read would
/// not be understood (WCAG 2.5.3). Only pairs that hold in English are looked at.
fn misnamed(english: &Texts, translated: &Texts) -> Vec<Finding> {
    let holds = |texts: &Texts, key: &str| match (
        texts.get(key),
        texts.get(key.trim_end_matches("-label")),
    ) {
        (Some(Text::Plain(name)), Some(Text::Plain(shown))) => {
            Some(name.to_lowercase().contains(&shown.to_lowercase()))
        }
        _ => None,
    };
    let named = english
        .keys()
        .filter(|key| key.ends_with("-label") && holds(english, key) == Some(true));
    let wrong = named.filter(|key| holds(translated, key) == Some(false));
    wrong
        .map(|key| Finding::Wrong(key.clone(), "lacks what is to be read on the button".into()))
        .collect()
}

/// Texts by key: words, or plural forms.
pub type Texts = BTreeMap<String, Text>;

/// A text, or its forms by plural category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    Plain(String),
    Plural(BTreeMap<String, String>),
}

impl Text {
    /// From JSON: a string, or an object of strings.
    pub fn read(value: &Value) -> Option<Self> {
        if let Some(text) = value.as_str() {
            return Some(Self::Plain(text.to_owned()));
        }
        let forms = value.as_object()?.iter();
        let forms = forms.map(|(name, text)| Some((name.clone(), text.as_str()?.to_owned())));
        forms.collect::<Option<_>>().map(Self::Plural)
    }

    /// As JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Plain(text) => text.as_str().into(),
            Self::Plural(forms) => forms
                .iter()
                .map(|(k, v)| (k.clone(), Value::from(&**v)))
                .collect(),
        }
    }

    /// Every form.
    pub fn forms(&self) -> Vec<&str> {
        match self {
            Self::Plain(text) => vec![text],
            Self::Plural(forms) => forms.values().map(|text| &**text).collect(),
        }
    }
}

/// Every text of a bank file that is translated, with those of its scales and its exercise.
///
/// # Errors
/// When the file is not a bank.
pub fn english(file: &[u8]) -> anyhow::Result<Texts> {
    let mut texts = keys::texts_of(&mut serde_json::from_slice(file)?);
    let file: Value = serde_json::from_slice(file)?;
    texts.extend(keys::scale_texts(&file));
    Ok(texts
        .into_iter()
        .map(|(key, text)| (key, Text::Plain(text)))
        .collect())
}

/// A flat file of texts.
///
/// # Errors
/// When it is not JSON, or has a value that is no text.
pub fn read(file: &[u8]) -> anyhow::Result<Texts> {
    let values: BTreeMap<String, Value> = serde_json::from_slice(file)?;
    let text = |(key, value): (String, Value)| match Text::read(&value) {
        Some(text) => Ok((key, text)),
        None => anyhow::bail!("{key} is no text"),
    };
    values.into_iter().map(text).collect()
}

fn wrongs(language: &str, source: &Text, text: &Text) -> Vec<String> {
    let mut wrong = Vec::new();
    match (source, text) {
        (Text::Plain(_), Text::Plural(_)) | (Text::Plural(_), Text::Plain(_)) => {
            return vec!["has plural forms where the other has none".into()];
        }
        (Text::Plural(_), Text::Plural(forms)) => {
            let found: BTreeSet<&str> = forms.keys().map(|name| &**name).collect();
            let wanted: BTreeSet<&str> = categories(language).iter().copied().collect();
            if found != wanted {
                wrong.push(format!("has the plural forms {found:?}, not {wanted:?}"));
            }
        }
        _ => {}
    }
    let wanted = source
        .forms()
        .last()
        .map(|text| placeholders(text))
        .unwrap_or_default();
    for form in text.forms() {
        if placeholders(form) != wanted {
            wrong.push(format!(
                "has the placeholders {:?}, not {wanted:?}",
                placeholders(form)
            ));
        }
        if form.trim().is_empty() {
            wrong.push("is empty".into());
        }
        if form.contains(is_control) {
            wrong.push("has a control character".into());
        }
        if form.contains('<') && form.contains("</") {
            wrong.push("has markup, which is shown as it stands".into());
        }
    }
    wrong
}

fn placeholders(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    let mut names: Vec<&str> = parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect();
    names.sort_unstable();
    names
}

/// Controls of direction too: the program isolates what it fills in, and a stray one turns a page around.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
