//! The exercise refers to areas, teams and questions of its bank, and its answers are answers.

use super::{Located, Reader};
use crate::bank::spec::{BankSpec, ExerciseSpec, QuestionSpec};
use crate::bank::word::KindWord;
use crate::finding::Finding;
use crate::json::Json;
use std::collections::{HashMap, HashSet};

pub(super) fn judge(
    spec: &BankSpec,
    exercise: &ExerciseSpec,
    by_id: &HashMap<&str, &Located>,
    reader: &mut Reader,
) {
    let areas: HashSet<&str> = spec.areas.0.iter().map(|a| &*a.id.0).collect();
    let teams: HashSet<&str> = exercise.teams.iter().map(|t| &*t.id.0).collect();
    for (at, dossier) in exercise.dossier.iter().enumerate() {
        let path = format!("exercise.dossier[{at}].area");
        known(
            areas.contains(&*dossier.area.0),
            "an area",
            &dossier.area.0,
            path,
            reader,
        );
    }
    for (at, team) in exercise.teams.iter().enumerate() {
        if let Some(area) = &team.area {
            let path = format!("exercise.teams[{at}].area");
            known(areas.contains(&*area.0), "an area", &area.0, path, reader);
        }
    }
    for (at, inject) in exercise.injects.iter().enumerate() {
        let path = |rest: String| format!("exercise.injects[{at}].{rest}");
        for (n, id) in inject.teams.iter().enumerate() {
            known(
                teams.contains(&*id.0),
                "a team",
                &id.0,
                path(format!("teams[{n}]")),
                reader,
            );
        }
        for (n, id) in inject.affects.iter().enumerate() {
            let is_known = by_id.contains_key(&*id.0);
            known(
                is_known,
                "a question",
                &id.0,
                path(format!("affects[{n}]")),
                reader,
            );
        }
        for (id, value) in inject.changes.iter().flat_map(|c| &c.0) {
            answer(by_id, id, &value.0, path(format!("changes.{id}")), reader);
        }
    }
    for (id, reference) in &exercise.reference_answers.0 {
        let path = format!("exercise.reference_answers.{id}");
        answer(by_id, id, &reference.option.0, path, reader);
    }
}

fn known(is_known: bool, what: &str, id: &str, path: String, reader: &mut Reader) {
    if !is_known && reader.is_sound(&path) {
        let expected = format!("the id of {what}");
        reader.push(Finding::error("bank.unknown-reference", path, expected).found(id));
    }
}

fn answer(
    by_id: &HashMap<&str, &Located>,
    id: &str,
    value: &Json,
    path: String,
    reader: &mut Reader,
) {
    match by_id.get(id) {
        None => known(false, "a question", id, path, reader),
        Some(question) if reader.is_sound(&path) && !fits(question.spec, value) => {
            let expected = "an answer to the question";
            reader.push(Finding::error("bank.answer", path, expected).found(value.kind()));
        }
        Some(_) => {}
    }
}

/// Whether a value is an answer to a question, as section 2 of the method has it.
fn fits(spec: &QuestionSpec, value: &Json) -> bool {
    let option = |id: &str| spec.options.iter().any(|o| o.id.0 == id);
    match value {
        Json::Text(id) => id == "dk" || (id == "na" && spec.allow_na) || option(id),
        Json::List(ids) => {
            let known = |id: &Json| matches!(id, Json::Text(id) if option(id));
            spec.kind == KindWord::Multi && !ids.is_empty() && ids.iter().all(known)
        }
        Json::Number(x) => {
            spec.kind == KindWord::Number
                && spec.min.is_none_or(|min| *x >= min.0)
                && spec.max.is_none_or(|max| *x <= max.0)
        }
        _ => false,
    }
}
