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
