//! The texts of a bank by key.

use super::super::bank::spec::{Bank, Question};
use serde_json::Value;
use std::collections::BTreeMap;

/// Calls `each` with the key of every text that is translated, and the text. Titles of sources are names of documents and stay.
fn walk(bank: &mut Bank, each: &mut impl FnMut(String, &mut String)) {
    each("title".into(), &mut bank.title);
    each("description".into(), &mut bank.description);
    for (n, text) in bank.instructions.iter_mut().enumerate() {
        each(format!("instructions.{n}"), text);
    }
    for stage in &mut bank.stages {
        each(format!("stages.{}.label", stage.id), &mut stage.label);
        each(
            format!("stages.{}.description", stage.id),
            &mut stage.description,
        );
    }
    for area in &mut bank.areas {
        each(format!("areas.{}.title", area.id), &mut area.title);
        if let Some(short) = &mut area.short {
            each(format!("areas.{}.short", area.id), short);
        }
        each(format!("areas.{}.summary", area.id), &mut area.summary);
        for indicator in &mut area.indicators {
            each(
                format!("indicators.{}.title", indicator.id),
                &mut indicator.title,
            );
            each(
                format!("indicators.{}.why", indicator.id),
                &mut indicator.why,
            );
            for question in &mut indicator.questions {
                walk_question(question, each);
            }
        }
    }
    for check in &mut bank.checks {
        each(format!("checks.{}", check.id), &mut check.text);
    }
    if let Some(exercise) = &mut bank.exercise {
        walk_exercise(exercise, each);
    }
}

fn walk_question(question: &mut Question, each: &mut impl FnMut(String, &mut String)) {
    let key = |rest: &str| format!("questions.{}.{rest}", question.id);
    each(key("text"), &mut question.text);
    each(key("help"), &mut question.help);
    if let Some(condition) = &mut question.na_when {
        each(key("na_when"), condition);
    }
    if let Some(unit) = &mut question.unit {
        each(key("unit"), unit);
    }
    for option in &mut question.options {
        each(key(&format!("options.{}", option.id)), &mut option.label);
    }
    for (n, text) in question.evidence.iter_mut().enumerate() {
        each(key(&format!("evidence.{n}")), text);
    }
    for (n, source) in question.sources.iter_mut().enumerate() {
        each(key(&format!("sources.{n}")), &mut source.locator);
    }
    for (n, advice) in question.advice.iter_mut().enumerate() {
        each(key(&format!("advice.{n}")), &mut advice.action);
        for actor in &mut advice.actors {
            each(format!("actors.{actor}"), actor);
        }
    }
}

/// Every text of a bank by its key; empty ones have none.
pub fn texts_of(bank: &mut Bank) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    walk(bank, &mut |key, text| {
        if !text.is_empty() {
            texts.insert(key, text.clone());
        }
    });
    texts
}

/// Puts translated texts in the place of a bank's own; those that are missing stay.
pub fn apply(bank: &mut Bank, texts: &BTreeMap<String, String>) {
    walk(bank, &mut |key, text| {
        if let Some(translated) = texts.get(&key) {
            text.clone_from(translated);
        }
    });
}

/// The texts of a bank's scales by key, from the whole file.
pub fn scale_texts(file: &Value) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for scale in each(&file["scales"]) {
        let mut put = |key: String, value: &Value| {
            if let Some(text) = value.as_str() {
                texts.insert(format!("scales.{}.{key}", id(scale)), text.to_owned());
            }
        };
        put("description".into(), &scale["description"]);
        for (n, level) in each(&scale["levels"]).enumerate() {
            put(format!("levels.{n}"), &level["label"]);
        }
    }
    texts
}

/// The same for an exercise: calls `each` with the key of every text, and the text.
fn walk_exercise(exercise: &mut Value, each: &mut impl FnMut(String, &mut String)) {
    let mut put = |key: String, value: Option<&mut Value>| {
        if let Some(Value::String(text)) = value {
            each(format!("exercise.{key}"), text);
        }
    };
    for name in ["title", "briefing"] {
        put(name.into(), exercise.get_mut(name));
    }
    for (n, point) in list(exercise, "schedule").enumerate() {
        put(format!("schedule.{n}"), point.get_mut("activity"));
    }
    for dossier in list(exercise, "dossier") {
        for fact in list(dossier, "facts") {
            put(format!("facts.{}", id(fact)), fact.get_mut("text"));
        }
    }
    for team in list(exercise, "teams") {
        let key = format!("teams.{}", id(team));
        for name in ["title", "role"] {
            put(format!("{key}.{name}"), team.get_mut(name));
        }
        for (n, task) in list(team, "tasks").enumerate() {
            put(format!("{key}.tasks.{n}"), Some(task));
        }
    }
    for inject in list(exercise, "injects") {
        let key = format!("injects.{}", id(inject));
        for name in ["title", "text"] {
            put(format!("{key}.{name}"), inject.get_mut(name));
        }
        for (n, question) in list(inject, "discussion").enumerate() {
            put(format!("{key}.discussion.{n}"), Some(question));
        }
    }
    for (n, question) in list(exercise, "debrief").enumerate() {
        put(format!("debrief.{n}"), Some(question));
    }
    let answers = exercise.get_mut("reference_answers");
    let answers = answers.and_then(Value::as_object_mut).into_iter().flatten();
    for (question, answer) in answers {
        put(format!("reference.{question}"), answer.get_mut("rationale"));
    }
}

/// The items of a member that is a list.
fn list<'a>(value: &'a mut Value, name: &str) -> impl Iterator<Item = &'a mut Value> {
    let items = value.get_mut(name).and_then(Value::as_array_mut);
    items.into_iter().flatten()
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn id(value: &Value) -> &str {
    value["id"].as_str().unwrap_or_default()
}
