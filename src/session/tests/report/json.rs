//! The assessment file with results: opened, it is the same assessment.

use crate::support::{bank_of, core, small};
use crate::{page_of, text, typed, NOW};
use gca_engine::exchange::Engine;
use gca_session::files::{read, Reading};
use gca_session::whole::export::Kind;
use gca_session::Snapshot;
use serde_json::{json, Value};

fn round(bank: &Value, snapshot: &Value) -> (Snapshot, Snapshot, Value) {
    let page = page_of(bank, snapshot);
    let written = text(&page.model, Kind::Json, false);
    let Ok(Reading::Open(opened)) = read(written.as_bytes(), &bank_of(bank)) else {
        panic!("the file opens");
    };
    let value = serde_json::from_str(&written).unwrap();
    (
        page.model.snapshot(),
        opened.assessments[0].0.clone(),
        value,
    )
}

#[test]
fn opening_gives_the_same_assessment() {
    for typed_text in crate::naughty() {
        let (before, after, value) = round(&small(), &typed(&typed_text));
        assert_eq!(before, after, "{typed_text:?}");
        assert!(value["results"]["overall"]["score"].is_number());
        assert_eq!(value["saved"], "2023-11-14T22:13:20.000Z");
        assert_eq!(NOW, 1.7e12);
    }
}

#[test]
fn results_are_those_of_the_engine() {
    let reference = core()["exercise"]["reference_answers"].clone();
    let answers = reference.as_object().unwrap().iter();
    let answers: serde_json::Map<_, _> = answers
        .map(|(id, answer)| (id.clone(), answer["option"].clone()))
        .collect();
    let (_, _, value) = round(&core(), &json!({"answers": answers.clone()}));
    let engine = Engine::open(&core().to_string()).unwrap();
    let expected = engine
        .assess(&json!({"answers": answers}).to_string(), "")
        .unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    assert_eq!(value["results"], expected);
}
