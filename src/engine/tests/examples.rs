//! Every worked example of the method, as the engine hands it to JavaScript.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use serde_json::Value;
use support::{engine, example, json, same};

#[test]
fn assessments_of_examples_one_and_two_come_out_whole() {
    for n in [1, 2] {
        let engine = engine(&example(&format!("example-{n}")));
        let answers = example(&format!("example-{n}.answers"));
        let given: Value = serde_json::from_str(&engine.assess(&answers, "").unwrap()).unwrap();
        let mut expected = json(&format!("tests/examples/example-{n}.assessment.json"));
        expected.as_object_mut().unwrap().remove("sensitivity");
        same(&given, &expected);
    }
}

/// What a call gives on the bank of an example, as JSON.
#[track_caller]
fn given(result: Result<String, gca_engine::InputError>) -> Value {
    serde_json::from_str(&result.unwrap()).unwrap()
}

#[test]
fn sensitivity_of_examples_one_and_two_comes_out() {
    for n in [1, 2] {
        let engine = engine(&example(&format!("example-{n}")));
        let answers = example(&format!("example-{n}.answers"));
        let expected = json(&format!("tests/examples/example-{n}.assessment.json"));
        same(
            &given(engine.sensitivity(&answers, "")),
            &expected["sensitivity"],
        );
    }
}

#[test]
fn first_five_draws_are_those_printed_in_the_method() {
    let engine = engine(&example("example-1"));
    let run = given(engine.sensitivity(&example("example-1.answers"), r#"{"draws": 5}"#));
    let close = |given: &Value, expected: f64| {
        assert!(
            (given.as_f64().unwrap() - expected).abs() < 1e-6,
            "{given} {expected}"
        );
    };
    close(&run["mean"], 69.390934);
    close(&run["sd"], 2.075440);
    for (p, expected) in [
        ("5", 66.269848),
        ("25", 69.266957),
        ("50", 70.205280),
        ("75", 70.339510),
        ("95", 71.365783),
    ] {
        close(&run["percentiles"][p], expected);
    }
    close(
        &given(engine.sensitivity(&example("example-1.answers"), r#"{"draws": 1}"#))["max"],
        69.266957,
    );
}

#[test]
fn workshop_of_example_three_comes_out() {
    let engine = engine(&example("example-1"));
    let workshop = given(engine.workshop(&example("example-3.responses"), "{}"));
    same(&workshop, &json("tests/examples/example-3.workshop.json"));
}

#[test]
fn comparison_target_and_profile_of_example_three_come_out() {
    let engine = engine(&example("example-1"));
    let answers = example("example-1.answers");
    let expected = json("tests/examples/example-3.comparison.json");
    let earlier = example("example-3.earlier");
    same(
        &given(engine.compare(&answers, &earlier, "")),
        &expected["comparison"],
    );
    let target = example("example-3.target");
    same(
        &given(engine.target(&answers, &target, "")),
        &expected["target"],
    );
    let profile = example("example-3.profile");
    same(
        &given(engine.profile(&answers, &profile, "")),
        &expected["profile"],
    );
}
