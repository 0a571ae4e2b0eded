//! The words that are explained are those that the bank uses, and each is found where it is used.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
#![cfg(feature = "whole")]

mod support;

use gca_session::catalog::{Key, NAMES};
use gca_session::whole::words::{words_of, WORDS};
use std::collections::BTreeSet;
use std::fmt::Write;
use support::core;

/// How the English bank writes each word, in the order of [`WORDS`]; longer ones first where one holds another.
const WRITTEN: &[(&str, &[&str])] = &[
    ("words.csirt", &["CSIRT", "CERT", "response team"]),
    ("words.incident", &["incident"]),
    (
        "words.critical-infrastructure",
        &[
            "critical infrastructure",
            "critical operator",
            "critical sector",
        ],
    ),
    ("words.cybercrime", &["cybercrime"]),
    ("words.core-offence", &["core offence"]),
    ("words.electronic-evidence", &["electronic evidence"]),
    ("words.preservation", &["Expedited preservation"]),
    ("words.traffic-data", &["traffic data"]),
    ("words.proportionality", &["necessity and proportionality"]),
    ("words.personal-data", &["personal data"]),
    ("words.grooming", &["grooming"]),
    ("words.phishing", &["phishing", "Phishing"]),
    ("words.spam", &["spam"]),
    ("words.botnet", &["botnet"]),
    ("words.takedown", &["takedown", "taken down"]),
    ("words.spoofed", &["Spoof", "spoof"]),
    ("words.sim3", &["SIM3"]),
    ("words.constituency", &["constituency"]),
    ("words.feed", &["Data feeds"]),
    ("words.email-authentication", &["DMARC"]),
    (
        "words.certificate",
        &["public key certificate", "valid certificates"],
    ),
    ("words.assurance", &["assurance level"]),
    (
        "words.second-factor",
        &["second factor", "more than one factor", "another factor"],
    ),
    ("words.passkey", &["passkey"]),
    ("words.post-quantum", &["post-quantum"]),
    ("words.biometrics", &["biometrics"]),
    ("words.deepfake", &["deepfake"]),
    (
        "words.baseline",
        &["baseline security", "national baseline", "The baseline"],
    ),
    ("words.penetration-test", &["penetration test"]),
    ("words.threat-modelling", &["threat modelling"]),
    ("words.supply-chain", &["supply-chain"]),
    ("words.dnssec", &["DNSSEC"]),
    ("words.rpki", &["RPKI", "MANRS"]),
    ("words.vulnerability", &["ulnerabilit"]),
    ("words.lead-body", &["lead body"]),
    ("words.terms-of-reference", &["terms of reference"]),
    ("words.partnership", &["partnership"]),
    ("words.sharing-centre", &["information-sharing centre"]),
    ("words.virtual-assets", &["virtual assets"]),
    ("words.handling-rules", &["handling rules"]),
    ("words.norms", &["norms"]),
    ("words.confidence-building", &["confidence-building"]),
    ("words.first", &["FIRST"]),
    ("words.wsis", &["WSIS"]),
];

/// Id and words of every question, in the order of ids: what is asked and its answers, not the help.
fn questions() -> Vec<(String, String)> {
    let bank = core();
    let list = |value: &serde_json::Value, name: &str| value[name].as_array().unwrap().clone();
    let mut found = Vec::new();
    for area in list(&bank, "areas") {
        for indicator in list(&area, "indicators") {
            for question in list(&indicator, "questions") {
                let mut words = vec![question["text"].as_str().unwrap().to_owned()];
                for option in list(&question, "options") {
                    words.push(option["label"].as_str().unwrap().to_owned());
                }
                words.extend(question["na_when"].as_str().map(str::to_owned));
                found.push((
                    question["id"].as_str().unwrap().to_owned(),
                    words.join("\n"),
                ));
            }
        }
    }
    found.sort();
    found
}

fn used(words: &str) -> Vec<u8> {
    let is_in = |form: &&str| words.contains(*form);
    let rows = WRITTEN.iter().enumerate();
    rows.filter(|(_, (_, forms))| forms.iter().any(&is_in))
        .map(|(at, _)| u8::try_from(at).unwrap())
        .collect()
}

#[test]
fn questions_have_the_words_that_they_use() {
    if std::env::var_os("BLESS").is_some() {
        let mut rows = String::new();
        for (id, words) in questions() {
            let used = used(&words);
            if !used.is_empty() {
                writeln!(rows, "    (\"{id}\", &{used:?}),").unwrap();
            }
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/whole/words/places.rs");
        let before = std::fs::read_to_string(path).unwrap();
        let (head, _) = before.split_once("= &[\n").unwrap();
        std::fs::write(path, format!("{head}= &[\n{rows}];\n")).unwrap();
        return;
    }
    for (id, words) in questions() {
        let expected: Vec<Key> = used(&words)
            .into_iter()
            .map(|at| WORDS[usize::from(at)].name)
            .collect();
        let found: Vec<Key> = words_of(&id).map(|word| word.name).collect();
        assert_eq!(found, expected, "{id}: BLESS=1 writes the table anew");
    }
}

#[test]
fn every_word_is_used_by_a_question_and_stands_in_the_list_once() {
    let names: Vec<&str> = WORDS.iter().map(|word| NAMES[word.name as usize]).collect();
    let written: Vec<&str> = WRITTEN.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, written);
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    let used: BTreeSet<u8> = questions()
        .iter()
        .flat_map(|(_, words)| used(words))
        .collect();
    assert_eq!(used.len(), WORDS.len());
    assert!(WORDS.len() >= 40);
}

#[test]
fn every_meaning_belongs_to_its_word_and_is_short() {
    let catalog = support::catalog();
    for word in WORDS {
        let name = NAMES[word.name as usize];
        assert_eq!(NAMES[word.meaning as usize], format!("{name}-text"));
        let meaning = catalog.text(word.meaning);
        assert!(
            meaning.ends_with('.') && meaning.chars().count() <= 170,
            "{name}: {meaning}"
        );
    }
}

#[test]
fn question_of_another_bank_has_no_words() {
    assert_eq!(words_of("port").count(), 0);
    assert_eq!(words_of("").count(), 0);
}
