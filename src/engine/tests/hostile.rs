//! Hostile input is refused or understood, and never does harm.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../fuzz/bodies.rs"]
mod bodies;
mod support;

use gca_engine::exchange::AnswersFile;
use gca_engine::{InputError, Json};
use serde_json::{json, Value};
use support::random::Random;
use support::{bank_of, core, engine, example, reference_answers};

#[track_caller]
fn code<T: std::fmt::Debug>(result: Result<T, InputError>) -> String {
    let error = result.unwrap_err();
    let data = serde_json::to_value(&error).unwrap();
    assert!(data["message"].as_str().is_some_and(|m| !m.is_empty()));
    assert!(data["detail"]["expected"]
        .as_str()
        .is_some_and(|m| !m.is_empty()));
    error.first().code.to_owned()
}

#[test]
fn json_is_read_as_the_standard_says() {
    let good = [
        "[]",
        "{}",
        "null",
        "-0",
        "1E22",
        "[1e-2]",
        "\"\\u0061\\uD834\\uDD1E\"",
        " [1] ",
        "\"\u{7f}\"",
        "{\"a\":1,\"a\":2}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "[123.456e78]",
        "{\"\":0}",
        "[\n4]",
        "\u{feff}{}",
        "-1.5e-7",
        "true",
        "\"\u{2028}\"",
        "123456789012345678901234567890",
        "{\"a\\u0000b\":1}",
    ];
    let bad = [
        "",
        "[",
        "]",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "0x1",
        "NaN",
        "Infinity",
        "-",
        "--1",
        "tru",
        "nul",
        "\"",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12\"",
        "[1]]",
        "{}{}",
        "1 2",
        "/*c*/1",
        "[1}",
        "1e999",
        "-1e999",
        "\"\\uD800\"",
        "[1 2]",
        "\u{a0}1",
        "\\u005b1]",
        "{\"a\":1 \"b\":2}",
        "[\"a\":1]",
        "{[]:1}",
        "#1",
        "a",
    ];
    for text in good {
        assert!(Json::parse(text.as_bytes(), 1000).is_ok(), "{text}");
    }
    for text in bad {
        let finding = Json::parse(text.as_bytes(), 1000).unwrap_err();
        assert_eq!(finding.code, "json.syntax", "{text}");
        assert!(finding.found.contains("line"), "{finding}");
    }
    let deep = |n: usize| "[".repeat(n) + &"]".repeat(n);
    assert!(Json::parse(deep(127).as_bytes(), 1000).is_ok());
    for n in [128, 400_000] {
        assert_eq!(
            Json::parse(deep(n).as_bytes(), 1 << 20).unwrap_err().code,
            "json.depth"
        );
    }
    assert_eq!(
        Json::parse(b"\xff\xfe[\0]\0", 99).unwrap_err().code,
        "json.encoding"
    );
}

#[test]
fn answer_file_says_why_it_is_refused() {
    let engine = engine(&example("example-1"));
    let refused = |text: &str| code(engine.assess(text, ""));
    assert_eq!(refused("[]"), "answers.type");
    assert_eq!(refused("{}"), "answers.type");
    assert_eq!(refused(r#"{"answers": []}"#), "answers.type");
    assert_eq!(
        refused(r#"{"format": 2, "answers": {}}"#),
        "import.newer-version"
    );
    assert_eq!(
        refused(r#"{"format": "1", "answers": {}}"#),
        "answers.format"
    );
    assert_eq!(
        refused(r#"{"format": 0.5, "answers": {}}"#),
        "answers.format"
    );
    assert_eq!(refused("<html>"), "json.syntax");
    assert!(engine.assess(r#"{"format": 1, "answers": {}}"#, "").is_ok());
    let options = |text: &str| code(engine.sensitivity(r#"{"answers": {}}"#, text));
    assert_eq!(options(r#"{"mode": "slow"}"#), "options.mode");
    assert_eq!(options(r#"{"draws": 0}"#), "options.draws");
    assert_eq!(options(r#"{"draws": 1e9}"#), "options.draws");
    assert_eq!(options(r#"{"seed": -1}"#), "options.seed");
    assert_eq!(options(r#"{"delta": 1}"#), "options.delta");
    assert_eq!(options(r#"{"colour": 1}"#), "options.unknown");
    assert_eq!(options("7"), "options.type");
    assert!(engine
        .assess(r#"{"answers": {}}"#, r#"{"mode": null}"#)
        .is_ok());
}

#[test]
fn goals_targets_profiles_and_nodes_say_why_they_are_refused() {
    let engine = engine(&example("example-1"));
    let answers = example("example-1.answers");
    let goal = |text: &str| code(engine.path(&answers, text, ""));
    assert_eq!(goal(r#"{"stage": "best"}"#), "goal.unknown-stage");
    assert_eq!(goal(r#"{"stage": 3}"#), "goal.unknown-stage");
    assert_eq!(goal(r#"{"score": "90"}"#), "goal.points");
    assert_eq!(goal(r#"{"areas": {"z": 1}}"#), "goal.unknown-area");
    assert_eq!(goal(r#"{"areas": {"a": null}}"#), "goal.points");
    assert_eq!(goal(r#"{"areas": 5}"#), "goal.type");
    assert_eq!(goal(r#"{"grade": 1}"#), "goal.unknown");
    assert_eq!(goal("null"), "goal.type");
    let target = |text: &str| code(engine.target(&answers, text, ""));
    assert_eq!(target(r#"{"areas": {"z": 1}}"#), "target.unknown-area");
    assert_eq!(target(r#"{"areas": {"a": "85"}}"#), "target.points");
    assert_eq!(target(r#"{"questions": []}"#), "answers.type");
    assert_eq!(target("1"), "target.type");
    let profile = |text: &str| code(engine.profile(&answers, text, ""));
    assert_eq!(profile("{}"), "profile.type");
    assert_eq!(profile(r#"{"areas": {"a": true}}"#), "profile.points");
    assert_eq!(
        code(engine.explain(&answers, "nowhere", "")),
        "explain.unknown-node"
    );
    let workshop = |text: &str| code(engine.workshop(text, ""));
    assert_eq!(workshop("{}"), "responses.type");
    assert_eq!(workshop(r#"{"responses": [7]}"#), "responses.type");
    assert_eq!(
        workshop(r#"{"responses": [{"answers": 7}]}"#),
        "answers.type"
    );
}

#[test]
fn names_that_mean_something_elsewhere_mean_nothing_here() {
    let bank = bank_of(&serde_json::from_str(&example("example-1")).unwrap());
    let text = r#"{"__proto__": {"answers": {"a.i1.q1": "l4"}}, "constructor": 1, "answers":
        {"a.i1.q1": "l1", "__proto__": "l4", "A.I1.Q1": "l4", "a.i1.q1 ": "l4", "a.i1.q1": "l2"}}"#;
    let file = AnswersFile::parse(&bank, text.as_bytes()).unwrap();
    // Of two equal names the last counts, as in JavaScript.
    assert_eq!(file.answers.get(0), Some(gca_engine::Answer::Option(2)));
    assert_eq!(file.answers.len(), 1);
    let kept: Vec<&str> = file.kept.iter().map(|(id, _)| &**id).collect();
    assert_eq!(kept, ["__proto__", "A.I1.Q1", "a.i1.q1 "]);
    assert_eq!(file.others.len(), 2);
}

#[test]
fn unknown_answers_are_kept_and_given_back() {
    let bank = bank_of(&serde_json::from_str(&example("example-1")).unwrap());
    let given = json!({"format": 1, "bank": "another", "answers": {
        "a.i1.q1": "l9", "b.i1.q1": ["m2", "m9"], "gone": {"deep": [1, null]}, "b.i1.q2": "l1"}});
    let file = AnswersFile::parse(&bank, given.to_string().as_bytes()).unwrap();
    let kept: Vec<&str> = file.kept.iter().map(|(id, _)| &**id).collect();
    let mut sorted = kept.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["a.i1.q1", "b.i1.q1", "gone"]);
    let written = serde_json::to_value(file.write(&bank)).unwrap();
    support::same(&written, &given);
}

#[test]
fn every_prefix_of_a_file_is_refused_or_understood() {
    let text = example("example-2.answers");
    for end in 0..text.len() {
        bodies::answers(&text.as_bytes()[..end]);
    }
    let bank = example("example-2");
    for end in (0..bank.len()).step_by(97) {
        bodies::bank(&bank.as_bytes()[..end]);
    }
}

/// One change after another: bytes flipped, cut, doubled, or replaced by telling words.
fn mutate(random: &mut Random, seed: &[u8]) -> Vec<u8> {
    const WORDS: [&str; 16] = [
        "null",
        "-1",
        "1e308",
        "0",
        "[]",
        "{}",
        "\"na\"",
        "\"dk\"",
        "1e-300",
        "\"\"",
        "true",
        ",",
        "\"__proto__\"",
        "[[[[[[[[",
        "9007199254740993",
        "\u{202e}",
    ];
    let mut data = seed.to_vec();
    for _ in 0..random.between(1, 4) {
        let at = random.below(data.len() + 1);
        let end = (at + random.below(24)).min(data.len());
        match random.below(5) {
            0 if at < data.len() => data[at] ^= 1 << random.below(8),
            1 => drop(data.drain(at..end)),
            2 => {
                let part = data[at..end].to_vec();
                data.splice(at..at, part);
            }
            3 => data.truncate(at.max(1)),
            _ => drop(data.splice(at..end, random.pick(&WORDS).bytes())),
        }
    }
    data
}

/// Replaces one value somewhere in a tree, so that the text stays JSON and its members change.
fn graft(random: &mut Random, value: &mut Value) {
    let many = match value {
        Value::Array(items) => items.len(),
        Value::Object(members) => members.len(),
        _ => 0,
    };
    if many > 0 && random.chance(90) {
        let at = random.below(many);
        match value {
            Value::Array(items) if random.chance(8) => drop(items.remove(at)),
            Value::Array(items) => graft(random, &mut items[at]),
            Value::Object(members) => {
                let name = members.keys().nth(at).unwrap().clone();
                if random.chance(5) {
                    members.remove(&name);
                } else {
                    graft(random, &mut members[&name]);
                }
            }
            _ => {}
        }
        return;
    }
    let values = [
        json!(null),
        json!(0),
        json!(-1),
        json!(1),
        json!(2),
        json!(0.3),
        json!(1e300),
        json!(1e-9),
        json!("a.i1.q1"),
        json!("multi"),
        json!("number"),
        json!("none"),
        json!([]),
        json!({}),
        json!(true),
        json!("high"),
        json!("a"),
        json!(1e6),
        json!(63),
    ];
    *value = random.pick(&values).clone();
}

#[test]
fn smoke_run_of_the_fuzz_targets() {
    let mut random = Random(37);
    let bank = example("example-2");
    let tree: Value = serde_json::from_str(&bank).unwrap();
    for _ in 0..400 {
        bodies::bank(&mutate(&mut random, bank.as_bytes()));
        let mut changed = tree.clone();
        for _ in 0..random.between(1, 3) {
            graft(&mut random, &mut changed);
        }
        bodies::bank(changed.to_string().as_bytes());
    }
    let answers = example("example-2.answers");
    let tree: Value = serde_json::from_str(&answers).unwrap();
    for _ in 0..1500 {
        bodies::answers(&mutate(&mut random, answers.as_bytes()));
        let mut changed = tree.clone();
        graft(&mut random, &mut changed);
        bodies::answers(changed.to_string().as_bytes());
    }
    let seeds = [
        answers,
        example("example-3.responses"),
        example("example-3.earlier"),
        example("example-3.target"),
        example("example-3.profile"),
        example("example-4.goal"),
        "overall".to_owned(),
        r#"{"mode": "quick", "draws": 7, "delta": 0.1}"#.to_owned(),
        example("example-3.responses"),
    ];
    for _ in 0..400 {
        for (kind, seed) in seeds.iter().enumerate() {
            let mut data = vec![kind as u8];
            data.extend(mutate(&mut random, seed.as_bytes()));
            bodies::files(&data);
        }
    }
}

#[test]
fn shipped_bank_survives_every_part_going_missing() {
    let mut random = Random(73);
    let tree: Value = serde_json::from_str(&core()).unwrap();
    for _ in 0..20 {
        let mut changed = tree.clone();
        graft(&mut random, &mut changed);
        bodies::bank(changed.to_string().as_bytes());
    }
    assert!(engine(&core())
        .assess(&reference_answers(), r#"{"mode": "quick"}"#)
        .is_ok());
}
