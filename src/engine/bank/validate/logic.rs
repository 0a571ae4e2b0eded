//! Skip logic and checks: references hold, levels can be reached, nothing waits for itself.

use super::{top_level, Located, Reader};
use crate::bank::spec::BankSpec;
use crate::finding::Finding;
use std::collections::{HashMap, HashSet};

pub(super) fn judge(
    spec: &BankSpec,
    questions: &[Located],
    by_id: &HashMap<&str, &Located>,
    reader: &mut Reader,
) {
    for question in questions {
        let Some(depends) = &question.spec.depends_on else {
            continue;
        };
        let path = question.path("depends_on.question");
        if let Some(needed) = find(by_id, &depends.question.0, path, reader) {
            let path = question.path("depends_on.at_least");
            level(needed, depends.at_least.0, 1, 0, path, reader);
        }
    }
    cycles(questions, by_id, reader);
    if spec.checks.len() > 1000 {
        reader.push(Finding::error(
            "bank.too-many",
            "checks",
            "at most 1000 checks",
        ));
    }
    for (c, check) in spec.checks.iter().enumerate() {
        for (at, condition) in check.all.0.iter().enumerate() {
            let path = |member: &str| format!("checks[{c}].all[{at}]{member}");
            let Some(question) = find(by_id, &condition.question.0, path(".question"), reader)
            else {
                continue;
            };
            match (condition.at_least, condition.at_most) {
                (None, None) if reader.is_sound(&path("")) => {
                    let expected = "at_least or at_most";
                    reader.push(Finding::error("bank.missing-field", path(""), expected));
                }
                (Some(least), Some(most)) if least.0 > most.0 => {
                    let expected = format!("at least {}: no level is both", least.0);
                    let finding = Finding::error("bank.level", path(".at_most"), expected);
                    reader.push(finding.found(most.0.to_string()));
                }
                (least, most) => {
                    if let Some(least) = least {
                        level(question, least.0, 1, 0, path(".at_least"), reader);
                    }
                    if let Some(most) = most {
                        level(question, most.0, 0, 1, path(".at_most"), reader);
                    }
                }
            }
        }
    }
}

fn find<'q>(
    by_id: &HashMap<&str, &'q Located<'q>>,
    id: &str,
    path: String,
    reader: &mut Reader,
) -> Option<&'q Located<'q>> {
    let found = by_id.get(id).copied();
    if found.is_none() && reader.is_sound(&path) {
        let expected = "the id of a question";
        reader.push(Finding::error("bank.unknown-reference", path, expected).found(id));
    }
    found
}

/// A bound that some levels meet and some do not: from `low` up to the top less `spare`.
fn level(question: &Located, given: u16, low: u16, spare: u16, path: String, reader: &mut Reader) {
    let high = top_level(question.spec).saturating_sub(spare);
    let sound = reader.is_sound(&question.path("kind"))
        && reader.is_sound(&question.path("options"))
        && reader.is_sound(&path);
    // A question without levels has findings of its own.
    if sound && low <= high && !(low..=high).contains(&given) {
        let expected = format!("a level of {} from {low} to {high}", question.spec.id.0);
        reader.push(Finding::error("bank.level", path, expected).found(given.to_string()));
    }
}

/// Each cycle is reported once, at its first question.
fn cycles(questions: &[Located], by_id: &HashMap<&str, &Located>, reader: &mut Reader) {
    let next = |id: &str| {
        let question = by_id.get(id)?;
        question.spec.depends_on.as_ref().map(|d| &*d.question.0)
    };
    // Questions whose chain is known to end, or to run into a cycle already reported.
    let mut done: HashSet<&str> = HashSet::new();
    for question in questions {
        let mut chain = Vec::new();
        let mut on_chain = HashSet::new();
        let mut at = Some(&*question.spec.id.0);
        while let Some(id) = at {
            if done.contains(id) {
                break;
            }
            if !on_chain.insert(id) {
                let start = chain.iter().position(|c| *c == id).unwrap_or(0);
                let members = chain.get(start..).unwrap_or(&[]);
                let shown: Vec<_> = members.iter().take(8).copied().collect();
                if let Some(first) = by_id.get(id) {
                    let path = first.path("depends_on");
                    let expected = "a prerequisite that does not depend on the question itself";
                    let finding = Finding::error("bank.cycle", path, expected);
                    reader.push(finding.found(shown.join(" → ")));
                }
                break;
            }
            chain.push(id);
            at = next(id);
        }
        done.extend(chain);
    }
}
