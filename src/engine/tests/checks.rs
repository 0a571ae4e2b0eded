//! The contradictions of the shipped bank: each can be raised, and sound answers raise none.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::{assess, check, Answer, Answers, Bank, Kind, Question, State};
use serde_json::{json, Value};
use support::{bank_of, core, engine, reference_answers};

fn shipped() -> Bank {
    bank_of(&serde_json::from_str(&core()).unwrap())
}

/// An answer at a level.
fn at_level(question: &Question, level: u8) -> Answer {
    match question.kind {
        Kind::Multi => {
            let all = question.options.iter().enumerate();
            let open: Vec<_> = all
                .filter(|(_, o)| !o.exclusive)
                .map(|(at, _)| at)
                .collect();
            let ticks = (0..=open.len()).map(|n| open[..n].iter().fold(0, |t, at| t | 1 << at));
            let none = question.options.iter().position(|o| o.exclusive).unwrap();
            let answers = ticks.map(|t| Answer::Ticks(if t == 0 { 1 << none } else { t }));
            answers
                .into_iter()
                .find(|a| question.value_of(*a).unwrap().1 == level)
                .unwrap()
        }
        _ => Answer::Option(level),
    }
}

#[test]
fn every_check_joins_indicators_and_is_raised_by_its_answers_alone() {
    let bank = shipped();
    assert!(bank.checks().len() >= 12);
    for (at, rule) in bank.checks().iter().enumerate() {
        let indicators: Vec<_> = rule
            .all
            .iter()
            .map(|c| bank.questions()[c.question].indicator)
            .collect();
        assert!(indicators.windows(2).any(|p| p[0] != p[1]), "{}", rule.id);
        let mut answers = Answers::new(&bank);
        for condition in &rule.all {
            let question = &bank.questions()[condition.question];
            let level = condition.at_least.or(condition.at_most).unwrap();
            answers.set(question.source, Some(at_level(question, level)));
        }
        let assessment = assess(&bank, &answers);
        let raised: Vec<_> = check(&bank, &assessment).iter().map(|r| r.check).collect();
        assert!(raised.contains(&at), "{} cannot be raised", rule.id);
        // One level over a bound, and it is silent.
        for condition in &rule.all {
            let question = &bank.questions()[condition.question];
            let level = match (condition.at_least, condition.at_most) {
                (Some(least), _) => least - 1,
                (_, Some(most)) => most + 1,
                _ => unreachable!("a condition has a bound"),
            };
            let mut answers = answers.clone();
            answers.set(question.source, Some(at_level(question, level)));
            let raised = check(&bank, &assess(&bank, &answers));
            assert!(raised.iter().all(|r| r.check != at), "{}", rule.id);
        }
    }
}

#[test]
fn answers_of_the_exercise_fit_together() {
    let given = engine(&core()).check(&reference_answers(), "").unwrap();
    assert_eq!(given, "[]");
}

#[test]
fn implied_unknown_and_removed_questions_raise_nothing() {
    let bank = json!({
        "id": "b", "version": "1", "stages": [{"id": "all", "min": 0}], "quick": ["q1"],
        "checks": [{"id": "odd", "text": "Odd.", "all": [{"question": "q2", "at_most": 0}]}],
        "areas": [{"id": "a", "weight": 1, "indicators": [{"id": "i", "weight": 1, "questions": [
            {"id": "q1", "kind": "yesno", "weight": 1, "options": [
                {"id": "no", "score": 0}, {"id": "yes", "score": 1}]},
            {"id": "q2", "kind": "yesno", "weight": 1, "options": [
                {"id": "no", "score": 0}, {"id": "yes", "score": 1}],
                "depends_on": {"question": "q1", "at_least": 1}}]}]}]
    });
    let engine = engine(&bank.to_string());
    let raised = |q1: &str, q2: &str, mode: &str| {
        let answers = json!({"answers": {"q1": q1, "q2": q2}}).to_string();
        let list = engine
            .check(&answers, &json!({ "mode": mode }).to_string())
            .unwrap();
        serde_json::from_str::<Value>(&list)
            .unwrap()
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(raised("yes", "no", "full"), 1);
    assert_eq!(raised("yes", "dk", "full"), 0);
    assert_eq!(raised("no", "no", "full"), 0);
    assert_eq!(raised("yes", "no", "quick"), 0);
    let bank = bank_of(&bank);
    let mut answers = Answers::new(&bank);
    answers.set(0, Some(Answer::Option(0)));
    assert_eq!(assess(&bank, &answers).questions[1].state, State::Implied);
}
