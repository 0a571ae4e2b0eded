//! The worked examples of the method, sections 1–7, and the check values of the full bank.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use gca_engine::{assess, Answers, Assessment, Bank, RawAnswer, Structure};
use serde_json::Value;

fn json(path: &str) -> Value {
    let base = env!("CARGO_MANIFEST_DIR");
    let text = std::fs::read_to_string(format!("{base}/{path}")).expect(path);
    serde_json::from_str(&text).expect(path)
}

fn bank(path: &str) -> Bank {
    let structure: Structure = serde_json::from_value(json(path)).expect(path);
    Bank::new(structure).expect(path)
}

fn raw(value: &Value) -> RawAnswer {
    match value {
        Value::String(s) => RawAnswer::Text(s.clone()),
        Value::Number(n) => RawAnswer::Number(n.as_f64().unwrap()),
        Value::Null => RawAnswer::Null,
        Value::Array(list) => RawAnswer::List(
            list.iter()
                .map(|v| v.as_str().unwrap().to_owned())
                .collect(),
        ),
        _ => RawAnswer::Other,
    }
}

fn answers(bank: &Bank, value: &Value) -> Answers {
    let entries = value.as_object().unwrap();
    Answers::read(bank, entries.iter().map(|(k, v)| (k.clone(), raw(v)))).0
}

#[track_caller]
fn near(a: f64, b: &Value) {
    let b = b.as_f64().unwrap();
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

fn check(bank: &Bank, a: &Assessment, expected: &Value) {
    let overall = a.overall.as_ref().unwrap();
    near(
        overall.points.score().unwrap(),
        &expected["overall"]["score"],
    );
    near(overall.points.low, &expected["overall"]["low"]);
    near(overall.points.high(), &expected["overall"]["high"]);
    near(overall.points.coverage, &expected["overall"]["coverage"]);
    for (area, result) in bank.areas().iter().zip(&a.areas) {
        let expected = &expected["areas"][&*area.id];
        let result = result.unwrap();
        near(result.points.score().unwrap(), &expected["score"]);
        near(result.points.low, &expected["low"]);
        near(result.points.high(), &expected["high"]);
        near(result.points.coverage, &expected["coverage"]);
        assert_eq!(
            *bank.stages()[result.stage.unwrap()].id,
            *expected["stage"].as_str().unwrap()
        );
        near(
            gca_engine::display_score(result.points.score().unwrap(), bank.stages()),
            &expected["display"],
        );
    }
    for (indicator, points) in bank.indicators().iter().zip(&a.indicators) {
        match points {
            None => assert!(expected["indicators"][&*indicator.id].is_null()),
            Some(p) => near(p.low, &expected["indicators"][&*indicator.id]["low"]),
        }
    }
    for (question, outcome) in bank.questions().iter().zip(&a.questions) {
        let expected = &expected["questions"][&*question.id];
        assert_eq!(outcome.state.id(), expected["state"].as_str().unwrap());
        if let Some(weight) = expected["weight"].as_f64() {
            assert!((outcome.weight - weight).abs() < 1e-9);
        }
        if let Some(score) = expected["score"].as_f64() {
            assert!((outcome.score - score).abs() < 1e-9);
            assert_eq!(
                u64::from(outcome.level),
                expected["level"].as_u64().unwrap()
            );
        }
    }
    let stage = &expected["stage"];
    let s = &overall.standing;
    let id = |at: usize| bank.stages()[at].id.to_string();
    assert_eq!(id(s.stage.unwrap()), stage["stage"].as_str().unwrap());
    assert_eq!(id(s.ungated.unwrap()), stage["ungated"].as_str().unwrap());
    assert_eq!(id(s.low), stage["low"].as_str().unwrap());
    assert_eq!(id(s.high), stage["high"].as_str().unwrap());
    assert_eq!(s.gated, stage["gated"].as_bool().unwrap());
    assert_eq!(s.provisional, stage["provisional"].as_bool().unwrap());
    let limiting: Vec<_> = s.limiting.iter().map(|&a| &*bank.areas()[a].id).collect();
    assert_eq!(serde_json::json!(limiting), stage["limitingAreas"]);
}

#[test]
fn examples_one_and_two_come_out() {
    for n in [1, 2] {
        let bank = bank(&format!("tests/examples/example-{n}.json"));
        let given = json(&format!("tests/examples/example-{n}.answers.json"));
        let outcome = assess(&bank, &answers(&bank, &given["answers"]));
        let expected = json(&format!("tests/examples/example-{n}.assessment.json"));
        check(&bank, &outcome, &expected);
    }
}

#[test]
fn reference_answers_give_the_check_values_of_the_full_bank() {
    let whole = json("../../www/data/banks/gca-core.json");
    let bank = bank("../../www/data/banks/gca-core.json");
    assert_eq!(bank.questions().len(), 70);
    let reference = whole["exercise"]["reference_answers"].as_object().unwrap();
    let entries = reference
        .iter()
        .map(|(id, v)| (id.clone(), raw(&v["option"])));
    let (given, kept) = Answers::read(&bank, entries);
    assert_eq!(kept, []);
    let a = assess(&bank, &given);
    let points = a.overall.as_ref().unwrap().points;
    let close = |x: f64, y: f64| assert!((x - y).abs() < 1e-6, "{x} is not {y}");
    close(points.score().unwrap(), 39.528902);
    close(points.low, 39.199495);
    close(points.high(), 40.032828);
    close(points.coverage, 0.991667);
    let areas = [50.0, 37.847222, 41.136364, 31.086957, 37.222222];
    for (area, expected) in a.areas.iter().zip(areas) {
        close(area.unwrap().points.score().unwrap(), expected);
    }
    let quick = bank.quick();
    assert_eq!(quick.questions().len(), 15);
    let short = assess(&quick, &given);
    close(short.overall.unwrap().points.score().unwrap(), 45.952381);
}
