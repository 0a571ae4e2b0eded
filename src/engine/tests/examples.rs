//! Every worked example of the method, as the engine hands it to JavaScript.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use serde_json::{json, Value};
use support::{engine, example, same};

#[test]
fn assessments_of_examples_one_and_two_come_out_whole() {
    for n in [1, 2] {
        let engine = engine(&example(&format!("example-{n}")));
        let answers = example(&format!("example-{n}.answers"));
        let given: Value = serde_json::from_str(&engine.assess(&answers, "").unwrap()).unwrap();
        let mut expected = support::json(&format!("tests/examples/example-{n}.assessment.json"));
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
        let expected = support::json(&format!("tests/examples/example-{n}.assessment.json"));
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
    same(
        &workshop,
        &support::json("tests/examples/example-3.workshop.json"),
    );
}

#[test]
fn comparison_target_and_profile_of_example_three_come_out() {
    let engine = engine(&example("example-1"));
    let answers = example("example-1.answers");
    let expected = support::json("tests/examples/example-3.comparison.json");
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

#[test]
fn path_of_example_four_comes_out() {
    let engine = engine(&example("example-1"));
    let goal = example("example-4.goal");
    let path = given(engine.path(&example("example-1.answers"), &goal, ""));
    same(&path, &support::json("tests/examples/example-4.path.json"));
}

#[test]
fn path_out_of_reach_says_what_stands_in_the_way() {
    let engine = engine(&example("example-2"));
    let goal = r#"{"areas": {"a": 90}}"#;
    let mut path = given(engine.path(&example("example-2.answers"), goal, ""));
    let frontier = path["frontier"].take();
    same(
        &path,
        &json!({
            "goal": {"stage": null, "score": null, "areas": {"a": 90}}, "reached": false,
            "effort": null, "score": null, "stage": null, "areas": null, "moves": null,
            "bestScore": 75, "frontier": null,
            "obstacles": [{"area": "a", "needed": 90, "best": 62.5,
                "questions": ["a.i1.q2", "a.i1.q3"]}]
        }),
    );
    let scores: Vec<f64> = frontier
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["score"].as_f64().unwrap())
        .collect();
    assert_eq!(scores.len(), 8);
    same(&json!(scores[..3]), &json!([56.25, 56.25, 62.5]));
    same(&json!(scores[7]), &json!(75));
}

#[test]
fn traces_of_the_examples_come_out() {
    let one = engine(&example("example-1"));
    let answers = example("example-1.answers");
    same(
        &given(one.explain(&answers, "a", "")),
        &json!({
            "node": "a", "kind": "area", "rule": "weighted-mean", "score": 800.0 / 9.0,
            "low": 800.0 / 9.0, "high": 800.0 / 9.0, "coverage": 1, "weightSum": 3, "children": [
                {"node": "a.i1", "weight": 2, "share": 2.0 / 3.0, "low": 250.0 / 3.0, "coverage": 1,
                    "lowPart": 500.0 / 9.0, "coveragePart": 2.0 / 3.0},
                {"node": "a.i2", "weight": 1, "share": 1.0 / 3.0, "low": 100, "coverage": 1,
                    "lowPart": 100.0 / 3.0, "coveragePart": 1.0 / 3.0}]
        }),
    );
    same(
        &given(one.explain(&answers, "b.i1.q1", "")),
        &json!({
            "node": "b.i1.q1", "kind": "question", "rule": "ticks", "state": "answered",
            "answer": ["m2"], "terms": [{"option": "m2", "score": 0.25}], "goalposts": null,
            "score": 0.25, "level": 1, "prerequisite": null, "weight": 1.0 / 6.0,
            "shares": {"area": 1.0 / 3.0, "indicator": 1, "question": 0.5}, "points": 25.0 / 6.0
        }),
    );
    let two = engine(&example("example-2"));
    let answers = example("example-2.answers");
    same(
        &given(two.explain(&answers, "a.i1.q2", "")),
        &json!({
            "node": "a.i1.q2", "kind": "question", "rule": "prerequisite", "state": "implied",
            "answer": null, "terms": null, "goalposts": null, "score": 0, "level": 0,
            "prerequisite": {"question": "a.i1.q1", "atLeast": 2, "state": "answered", "level": 1},
            "weight": 0.09375, "shares": {"area": 0.5, "indicator": 0.75, "question": 0.25},
            "points": 0
        }),
    );
    let gone = given(two.explain(&answers, "b.i2", ""));
    assert_eq!(gone["low"], Value::Null);
    assert_eq!(gone["children"][0]["share"], Value::Null);
}

#[test]
fn check_of_the_method_is_raised() {
    let mut bank = support::json("tests/examples/example-1.json");
    bank["checks"] = json!([
        {"id": "a-without-b", "text": "The law is applied, yet nobody can be reached.", "all": [
            {"question": "a.i1.q1", "at_least": 3}, {"question": "b.i1.q2", "at_most": 1}]},
        {"id": "never", "text": "Holds only in part.", "all": [
            {"question": "a.i1.q1", "at_least": 3}, {"question": "b.i1.q2", "at_least": 2}]}
    ]);
    let engine = engine(&bank.to_string());
    same(
        &given(engine.check(&example("example-1.answers"), "")),
        &json!([
            {"id": "a-without-b", "text": "The law is applied, yet nobody can be reached.",
                "questions": [
                    {"question": "a.i1.q1", "level": 3, "atLeast": 3, "atMost": null},
                    {"question": "b.i1.q2", "level": 1, "atLeast": null, "atMost": 1}]}
        ]),
    );
    same(&given(engine.check(r#"{"answers": {}}"#, "")), &json!([]));
}
