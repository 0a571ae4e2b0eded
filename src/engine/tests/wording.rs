//! A trace in words says the arithmetic that the method prints.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::exchange::explain::ExplanationReport;
use gca_engine::exchange::wording::{Wording, ENGLISH};
use gca_engine::{assess, explain, Node};
use serde_json::Value;
use std::collections::HashSet;
use support::{answers_of, bank_of, example};

/// Six decimals at most, and a catalog that has but one sentence of its own.
struct Test;

impl Wording for Test {
    fn sentence(&self, key: &str) -> Option<&str> {
        (key == "explain.na").then_some("{node}: sans objet.")
    }

    fn number(&self, x: f64) -> String {
        let text = format!("{x:.6}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

fn lines(n: u8, node: &str) -> Vec<String> {
    let value = |name: String| serde_json::from_str::<Value>(&example(&name)).unwrap();
    let bank = bank_of(&value(format!("example-{n}")));
    let answers = answers_of(&bank, &value(format!("example-{n}.answers")));
    let assessment = assess(&bank, &answers);
    let node = Node::find(&bank, node).unwrap();
    let explanation = explain(&bank, &answers, &assessment, node).unwrap();
    ExplanationReport::new(&bank, &explanation).lines(&Test)
}

#[test]
fn trace_of_an_area_says_its_arithmetic() {
    assert_eq!(lines(1, "a"), [
        "a: the weighted mean of its parts; their weights add up to 3.",
        "a.i1: weight 2 of 3 is 0.666667; 0.666667 × 83.333333 = 55.555556 points, 0.666667 × 1 = 0.666667 coverage.",
        "a.i2: weight 1 of 3 is 0.333333; 0.333333 × 100 = 33.333333 points, 0.333333 × 1 = 0.333333 coverage.",
        "Together 88.888889 points at coverage 1.",
        "Score: 88.888889 / 1 = 88.888889.",
    ]);
}

#[test]
fn trace_of_the_whole_says_what_is_not_known() {
    let lines = lines(2, "overall");
    assert_eq!(lines[4], "Score: 42.1875 / 0.75 = 56.25.");
    assert_eq!(
        lines[5],
        "It lies between 42.1875 and 67.1875, whatever the unknown answers are."
    );
}

#[test]
fn trace_of_a_question_ends_at_its_answer() {
    assert_eq!(
        lines(1, "b.i1.q1"),
        [
            "b.i1.q1: m2 (0.25) add up to 0.25, 1 at most.",
            "Its weight is 0.333333 × 1 × 0.5 = 0.166667 of the whole.",
            "It adds 100 × 0.166667 × 0.25 = 4.166667 points to the lower bound.",
        ]
    );
    assert_eq!(
        lines(2, "a.i1.q2")[0],
        "a.i1.q2: 0, because a.i1.q1 has not reached level 2."
    );
    assert_eq!(lines(2, "b.i1.q1")[0], "b.i1.q1: not known (dk).");
    assert_eq!(lines(2, "b.i2"), ["b.i2: sans objet."]);
}

#[test]
fn keys_stand_once() {
    let keys: HashSet<_> = ENGLISH.iter().map(|(key, _)| key).collect();
    assert_eq!(keys.len(), ENGLISH.len());
}
