//! Files that translators work on.

pub mod po;
pub mod xliff;

use crate::data::translation::{categories, Finding, Record, State, Text, Texts};

/// One text, or one form of a text with plural forms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unit {
    pub key: String,
    /// The plural category, if the text has forms.
    pub form: Option<String>,
    pub source: String,
    /// Empty if there is none.
    pub target: String,
    pub is_reviewed: bool,
    /// The English has changed since.
    pub is_stale: bool,
}

impl Unit {
    /// Key and form in one.
    pub fn id(&self) -> String {
        match &self.form {
            Some(form) => format!("{}#{form}", self.key),
            None => self.key.clone(),
        }
    }

    pub fn named(id: &str) -> Self {
        let (key, form) = match id.split_once('#') {
            Some((key, form)) => (key, Some(form.to_owned())),
            None => (id, None),
        };
        Self {
            key: key.into(),
            form,
            ..Self::default()
        }
    }

    /// Puts the text in its place; an empty one says nothing.
    pub fn put(&self, texts: &mut Texts) {
        if self.target.is_empty() {
            return;
        }
        match &self.form {
            None => {
                texts.insert(self.key.clone(), Text::Plain(self.target.clone()));
            }
            Some(form) => {
                let entry = texts.entry(self.key.clone());
                let text = entry.or_insert_with(|| Text::Plural(Default::default()));
                if let Text::Plural(forms) = text {
                    forms.insert(form.clone(), self.target.clone());
                }
            }
        }
    }
}

/// Every text with what stands for it in a language.
pub fn units(
    language: &str,
    english: &Texts,
    texts: &Texts,
    record: &Record,
    stale: &[Finding],
) -> Vec<Unit> {
    let unit = |key: &str, form: Option<&str>, source: &str, target: &str| Unit {
        key: key.into(),
        form: form.map(Into::into),
        source: source.into(),
        target: target.into(),
        is_reviewed: record.state(key) == Some(State::Reviewed),
        is_stale: stale
            .iter()
            .any(|finding| matches!(finding, Finding::Stale(other) if other == key)),
    };
    let mut units = Vec::new();
    for (key, source) in english {
        match (source, texts.get(key)) {
            (Text::Plain(source), Some(Text::Plain(target))) => {
                units.push(unit(key, None, source, target))
            }
            (Text::Plain(source), _) => units.push(unit(key, None, source, "")),
            (Text::Plural(forms), translated) => {
                for form in categories(language) {
                    let source = forms.get(*form).or_else(|| forms.get("other"));
                    let target = match translated {
                        Some(Text::Plural(forms)) => forms.get(*form).map_or("", |text| text),
                        _ => "",
                    };
                    units.push(unit(
                        key,
                        Some(form),
                        source.map_or("", |text| text),
                        target,
                    ));
                }
            }
        }
    }
    units
}
