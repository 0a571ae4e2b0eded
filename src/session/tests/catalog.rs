//! The shipped texts of the interface and the keys of the program are the same, in every form.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_session::catalog::{pieces, Piece, KEYS, NAMES};
use gca_session::Key;
use serde_json::Value;
use std::collections::BTreeSet;
use support::{catalog, interface};

/// Every form of every text: name of the key, name of the form ("" for a text without), the text.
fn forms() -> Vec<(String, String, String)> {
    let file = interface();
    let entries = file.as_object().expect("an object of texts");
    let mut forms = Vec::new();
    for (name, text) in entries {
        match text {
            Value::String(text) => forms.push((name.clone(), String::new(), text.clone())),
            Value::Object(plural) => {
                for (form, text) in plural {
                    let text = text.as_str().expect(name).to_owned();
                    forms.push((name.clone(), form.clone(), text));
                }
            }
            other => panic!("{name} is {other}"),
        }
    }
    forms
}

/// Names of the placeholders of a text.
fn slots(text: &str) -> BTreeSet<&str> {
    pieces(text)
        .filter_map(|piece| match piece {
            Piece::Slot(name) => Some(name),
            Piece::Words(_) => None,
        })
        .collect()
}

#[test]
fn file_has_exactly_the_keys_of_the_program() {
    let file = interface();
    let given: BTreeSet<&str> = file
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let wanted: BTreeSet<&str> = NAMES.iter().copied().collect();
    assert_eq!(wanted.len(), NAMES.len(), "a name stands twice");
    let missing: Vec<_> = wanted.difference(&given).collect();
    let unknown: Vec<_> = given.difference(&wanted).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "missing {missing:?}, unknown {unknown:?}"
    );
}

#[test]
fn no_text_is_empty_and_none_starts_or_ends_with_space() {
    for (name, form, text) in forms() {
        // English is what the others are made from, so it is no draft.
        let may_be_empty = name == "language.draft";
        // Signs stand between words, with their spaces.
        let is_sign = name.starts_with("sign.");
        assert!(
            (may_be_empty || !text.is_empty()) && (is_sign || text == text.trim()),
            "{name} {form}"
        );
    }
}

#[test]
fn placeholders_are_well_formed() {
    for (name, form, text) in forms() {
        let bare: String = pieces(&text)
            .map(|piece| match piece {
                Piece::Words(words) => words.to_owned(),
                Piece::Slot(slot) => {
                    let is_name = !slot.is_empty() && slot.bytes().all(|b| b.is_ascii_lowercase());
                    assert!(is_name, "{name} {form}: {{{slot}}}");
                    String::new()
                }
            })
            .collect();
        assert!(!bare.contains(['{', '}']), "{name} {form}: {text}");
    }
}

#[test]
fn plural_texts_have_one_and_other_with_the_same_placeholders() {
    let mut plurals = 0;
    for (name, text) in interface().as_object().unwrap() {
        let Value::Object(plural) = text else {
            continue;
        };
        plurals += 1;
        let names: Vec<&str> = plural.keys().map(String::as_str).collect();
        assert_eq!(names, ["one", "other"], "{name}");
        let [one, other] = ["one", "other"].map(|form| slots(plural[form].as_str().unwrap()));
        assert_eq!(one, other, "{name}");
        assert!(one.contains("n"), "{name} does not say the number");
    }
    assert!(plurals > 5);
}

#[test]
fn compiled_catalog_gives_every_text_under_its_key() {
    let catalog = catalog();
    let file = interface();
    for (key, name) in KEYS.iter().zip(NAMES) {
        let (one, other) = match &file[*name] {
            Value::Object(plural) => (plural["one"].clone(), plural["other"].clone()),
            text => (text.clone(), text.clone()),
        };
        assert_eq!(*catalog.plural(*key, 1), *one.as_str().unwrap(), "{name}");
        assert_eq!(*catalog.plural(*key, 2), *other.as_str().unwrap(), "{name}");
    }
    assert_eq!(&*catalog.text(Key::NavStart), "Start");
}
