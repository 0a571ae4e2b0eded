//! A small bank, and what it must become.

#![allow(clippy::indexing_slicing)]

use super::super::translation::{english, Text, Texts};
use super::{compile_bank, compile_texts};
use crate::files;
use anyhow::Result;
use serde_json::{json, Value};

fn sample() -> Value {
    let question = json!({
        "id": "a.i.q", "kind": "multi", "scale": "x", "text": "Q", "help": "H",
        "options": [{"id": "x", "label": "X", "score": 1}, {"id": "n", "label": "None", "score": 0, "exclusive": true}],
        "evidence": ["E"], "allow_na": true, "na_when": "never", "weight": 1,
        "sources": [{"id": "s1", "locator": "p. 3"}],
        "advice": [{"below": 1, "action": "Do", "effort": "low", "actors": ["m"], "see": ["s0"]}]
    });
    let indicator =
        json!({"id": "a.i", "title": "I", "why": "W", "weight": 1.5, "questions": [question]});
    json!({
        "id": "b", "version": "1.0.0", "title": "T", "description": "D", "language": "en", "licence": "CC-BY-4.0",
        "instructions": ["one", "two"], "scales": [], "quick": ["a.i.q"],
        "sources": [{"id": "s0", "title": "S0"}, {"id": "s1", "title": "S1", "publisher": "P", "year": 2008, "url": "https://example.org"}],
        "stages": [{"id": "low", "label": "Low", "min": 0, "max": 100, "description": "all"}],
        "areas": [{"id": "a", "number": 1, "title": "A", "summary": "AS", "weight": 2, "indicators": [indicator]}]
    })
}

fn compiled(bank: &Value) -> Result<(Value, Value, Value)> {
    let out = compile_bank(&serde_json::to_vec(bank)?)?;
    Ok((
        serde_json::from_slice(&out.structure)?,
        serde_json::from_slice(&out.texts)?,
        serde_json::from_slice(&out.more)?,
    ))
}

#[test]
fn a_bank_becomes_three_files() -> Result<()> {
    let (structure, texts, more) = compiled(&sample())?;
    let hash = files::sha256(&serde_json::to_vec(&sample())?);
    assert_eq!(
        structure,
        json!({
            "id": "b", "version": "1.0.0", "language": "en", "hash": hash.get(..16),
            "stages": [{"id": "low", "min": 0, "max": 100}], "quick": ["a.i.q"],
            "areas": [{"id": "a", "number": 1, "weight": 2, "indicators": [{"id": "a.i", "weight": 1.5, "questions": [{
                "id": "a.i.q", "kind": "multi", "weight": 1, "allow_na": true,
                "options": [{"id": "x", "score": 1, "exclusive": false}, {"id": "n", "score": 0, "exclusive": true}],
                "depends_on": null
            }]}]}]
        })
    );
    assert_eq!(
        texts,
        json!([
            "T", "D", "one\ntwo", "Low", "all", "A", "A", "AS", "I", "W", "Q", "X", "None", "never"
        ])
    );
    assert_eq!(
        more,
        json!({
            "sources": [["s0", "S0", null, null, null], ["s1", "S1", "P", 2008, "https://example.org"]],
            "questions": [{"help": "H", "evidence": ["E"], "sources": [[1, "p. 3"]], "advice": [[1, "Do", "low", ["m"], ["s0"]]]}],
            "checks": []
        })
    );
    Ok(())
}

#[test]
fn an_exercise_comes_with_the_later_texts_in_the_language_of_the_page() -> Result<()> {
    let mut bank = sample();
    assert_eq!(compiled(&bank)?.2.get("exercise"), None);
    bank["exercise"] = json!({
        "title": "E", "briefing": "B", "duration_minutes": 9,
        "schedule": [{"minute": 0, "activity": "S"}],
        "dossier": [{"area": "a", "facts": [{"id": "F1", "text": "F"}]}],
        "teams": [{"id": "t", "title": "T", "role": "R", "tasks": ["K"]}],
        "injects": [{"id": "i", "minute": 3, "title": "IT", "text": "IX", "discussion": ["ID"]}],
        "debrief": ["D"],
        "reference_answers": {"a.i.q": {"option": ["x"], "rationale": "W"}}
    });
    let (structure, texts, more) = compiled(&bank)?;
    assert_eq!(more["exercise"], bank["exercise"]);
    assert!(
        !structure.to_string().contains("reference") && !texts.to_string().contains("rationale")
    );

    let english = english(&serde_json::to_vec(&bank)?)?;
    let french: Texts = english
        .into_iter()
        .filter(|(key, _)| key.starts_with("exercise.") && key != "exercise.debrief.0")
        .map(|(key, _)| (key.clone(), Text::Plain(format!("fr:{key}"))))
        .collect();
    assert_eq!(french.len(), 11);
    let (_, more) = compile_texts(&serde_json::to_vec(&bank)?, &french)?;
    let more: Value = serde_json::from_slice(&more)?;
    let exercise = &more["exercise"];
    assert_eq!(
        exercise["dossier"][0]["facts"][0]["text"],
        "fr:exercise.facts.F1"
    );
    assert_eq!(
        exercise["teams"][0]["tasks"][0],
        "fr:exercise.teams.t.tasks.0"
    );
    assert_eq!(
        exercise["injects"][0]["discussion"][0],
        "fr:exercise.injects.i.discussion.0"
    );
    assert_eq!(
        exercise["reference_answers"]["a.i.q"]["rationale"],
        "fr:exercise.reference.a.i.q"
    );
    assert_eq!(
        exercise["reference_answers"]["a.i.q"]["option"],
        json!(["x"])
    );
    // What the translation lacks is the bank's own.
    assert_eq!(exercise["debrief"][0], "D");
    Ok(())
}

#[test]
fn a_short_title_stands_after_the_title() -> Result<()> {
    let mut bank = sample();
    bank["areas"][0]["short"] = json!("a");
    let texts = compiled(&bank)?.1;
    assert_eq!([&texts[5], &texts[6], &texts[7]], ["A", "a", "AS"]);
    Ok(())
}

#[test]
fn goalposts_of_a_number_stay_with_the_structure() -> Result<()> {
    let mut bank = sample();
    let question = &mut bank["areas"][0]["indicators"][0]["questions"][0];
    question["unit"] = json!("people");
    question["worst"] = json!(0.5);
    question["max"] = json!(10);
    let (structure, _, more) = compiled(&bank)?;
    let question = &structure["areas"][0]["indicators"][0]["questions"][0];
    assert_eq!(
        [&question["worst"], &question["max"]],
        [&json!(0.5), &json!(10)]
    );
    assert_eq!(question.get("min"), None);
    assert_eq!(more["questions"][0]["unit"], "people");
    Ok(())
}

#[test]
fn checks_come_after_the_first_screen() -> Result<()> {
    let mut bank = sample();
    bank["checks"] = json!([{"id": "c", "text": "Why", "all": [
        {"question": "a.i.q", "at_least": 1}, {"question": "a.i.q", "at_least": 0, "at_most": 2}]}]);
    let (structure, _, more) = compiled(&bank)?;
    assert_eq!(more["checks"], json!([["Why", [[0, 1, null], [0, 0, 2]]]]));
    assert_eq!(structure.get("checks"), None);
    Ok(())
}

#[test]
fn a_check_of_an_unknown_question_is_refused() {
    let mut bank = sample();
    bank["checks"] =
        json!([{"id": "c", "text": "Why", "all": [{"question": "q9", "at_least": 1}]}]);
    let refused = compiled(&bank).map_err(|error| format!("{error:#}"));
    assert!(refused.is_err_and(|text| text.contains("c: no question has the id q9")));
}

#[test]
fn an_unknown_field_is_refused_and_not_lost() {
    let mut bank = sample();
    bank["areas"][0]["colour"] = json!("blue");
    let refused = compiled(&bank).map_err(|error| error.to_string());
    assert!(refused.is_err_and(|text| text.contains("colour")));
}

#[test]
fn an_unknown_source_is_refused() {
    for path in ["sources", "advice"] {
        let mut bank = sample();
        let question = &mut bank["areas"][0]["indicators"][0]["questions"][0];
        match path {
            "sources" => question["sources"][0]["id"] = json!("s9"),
            _ => question["advice"][0]["see"] = json!(["s9"]),
        }
        let refused = compiled(&bank).map_err(|error| format!("{error:#}"));
        assert!(refused.is_err_and(|text| text.contains("a.i.q: no source has the id s9")));
    }
}
