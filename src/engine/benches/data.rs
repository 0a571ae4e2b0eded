//! What the benches compute with: the shipped bank and the answers of its exercise, larger banks
//! made of copies of it, and a room full of random responses.

use gca_engine::exchange::AnswersFile;
use gca_engine::{Answer, Answers, Bank, BankSpec, Detail, Kind};
use serde_json::{json, Map, Value};

pub const CORE: &str = include_str!("../../../www/data/banks/gca-core.json");

pub fn core() -> Value {
    serde_json::from_str(CORE).expect("the shipped bank is JSON")
}

pub fn link(bank: &Value) -> Bank {
    let checked = BankSpec::parse(bank.to_string().as_bytes(), Detail::Structure);
    checked
        .expect("a sound bank")
        .spec
        .bank()
        .expect("a sound bank")
}

/// The answers of the exercise: 69 of 70 known.
pub fn reference_file(bank: &Value) -> String {
    let given = bank["exercise"]["reference_answers"]
        .as_object()
        .expect("reference answers");
    let answers: Map<_, _> = given
        .iter()
        .map(|(id, v)| (id.clone(), v["option"].clone()))
        .collect();
    json!({ "answers": answers }).to_string()
}

pub fn reference(bank: &Bank, whole: &Value) -> Answers {
    AnswersFile::parse(bank, reference_file(whole).as_bytes())
        .expect("an answer file")
        .answers
}

/// A bank of `n` copies of every question, all within the same areas and indicators.
pub fn copies(n: usize) -> Value {
    let mut bank = core();
    for list in ["checks", "quick"] {
        bank[list] = json!([]);
    }
    bank.as_object_mut().expect("an object").remove("exercise");
    for area in bank["areas"].as_array_mut().expect("areas") {
        for indicator in area["indicators"].as_array_mut().expect("indicators") {
            let questions = indicator["questions"]
                .as_array()
                .expect("questions")
                .clone();
            let copy = |at: usize| {
                questions.iter().map(move |q| {
                    let mut q = q.clone();
                    let named = |id: &Value| json!(format!("{}.n{at}", id.as_str().unwrap_or("")));
                    q["id"] = named(&q["id"]);
                    if !q["depends_on"].is_null() {
                        q["depends_on"]["question"] = named(&q["depends_on"]["question"]);
                    }
                    q
                })
            };
            indicator["questions"] = (0..n).flat_map(copy).collect();
        }
    }
    bank
}

/// A response that depends on its number alone: nine questions in ten answered.
pub fn response(bank: &Bank, number: u64) -> Answers {
    let mut state = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x0DDB_1A5E_5BAD_5EED;
    let mut next = |n: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % n
    };
    let mut answers = Answers::new(bank);
    for (at, question) in bank.questions().iter().enumerate() {
        let options = question.options.len() as u64;
        let answer = match (next(20), question.kind) {
            (0, _) => Some(Answer::DontKnow),
            (1, _) => None,
            (_, Kind::Single | Kind::YesNo) => Some(Answer::Option(next(options) as u8)),
            (_, Kind::Multi) => Some(Answer::Ticks(1 + next((1 << options) - 1))),
            (_, Kind::Number(g)) => Some(Answer::Number(g.worst)),
        };
        answers.set(at, answer);
    }
    answers
}
