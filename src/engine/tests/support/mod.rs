//! What the tests share: reading data, and comparing results as the method says, within 1e-9.
#![allow(dead_code)]

pub mod random;

use gca_engine::exchange::{AnswersFile, Engine};
use gca_engine::{Answers, Bank, BankSpec, Detail};
use serde_json::Value;

/// Text of a file of the crate or, with `../../`, of the repository.
pub fn text(path: &str) -> String {
    let base = env!("CARGO_MANIFEST_DIR");
    std::fs::read_to_string(format!("{base}/{path}")).expect(path)
}

pub fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).expect(path)
}

pub fn example(name: &str) -> String {
    text(&format!("tests/examples/{name}.json"))
}

pub fn engine(bank: &str) -> Engine {
    Engine::open(bank).expect("the bank opens")
}

/// The bank of a file, whole or without texts.
pub fn bank_of(bank: &Value) -> Bank {
    let checked = BankSpec::parse(bank.to_string().as_bytes(), Detail::Structure);
    checked
        .expect("a sound bank")
        .spec
        .bank()
        .expect("a sound bank")
}

pub fn answers_of(bank: &Bank, file: &Value) -> Answers {
    AnswersFile::parse(bank, file.to_string().as_bytes())
        .expect("an answer file")
        .answers
}

/// The shipped bank.
pub fn core() -> String {
    text("../../www/data/banks/gca-core.json")
}

/// Answers of the exercise as an answer file.
pub fn reference_answers() -> String {
    let bank: Value = serde_json::from_str(&core()).unwrap();
    let given = bank["exercise"]["reference_answers"].as_object().unwrap();
    let answers: serde_json::Map<_, _> = given
        .iter()
        .map(|(id, v)| (id.clone(), v["option"].clone()))
        .collect();
    serde_json::json!({ "answers": answers }).to_string()
}

/// Both hold the same, numbers within 1e-9, members in any order; `""` is the path so far.
#[track_caller]
pub fn same(given: &Value, expected: &Value) {
    let mut differences = Vec::new();
    compare(given, expected, "", &mut differences);
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn compare(given: &Value, expected: &Value, path: &str, out: &mut Vec<String>) {
    match (given, expected) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            if (a - b).abs() > 1e-9 {
                out.push(format!("{path}: {a} is not {b}"));
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                compare(a, b, &format!("{path}[{at}]"), out);
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            for name in a.keys().filter(|name| !b.contains_key(*name)) {
                out.push(format!("{path}.{name} is too many"));
            }
            for (name, b) in b {
                match a.get(name) {
                    Some(a) => compare(a, b, &format!("{path}.{name}"), out),
                    None => out.push(format!("{path}.{name} is missing")),
                }
            }
        }
        (a, b) if a == b => {}
        (a, b) => out.push(format!("{path}: {a} is not {b}")),
    }
}

/// An answer that went through a file: the ticks of a checklist may have changed their order.
#[track_caller]
pub fn same_answer(given: &Value, expected: &Value) {
    let sorted = |v: &Value| {
        let mut list: Vec<String> = v
            .as_array()
            .into_iter()
            .flatten()
            .map(Value::to_string)
            .collect();
        list.sort();
        list
    };
    if given.is_array() {
        assert_eq!(sorted(given), sorted(expected));
    } else {
        same(given, expected);
    }
}
