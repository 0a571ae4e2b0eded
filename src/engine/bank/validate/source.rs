//! References to sources and scales hold, and scales agree with the options they name.

use super::{Located, Reader};
use crate::bank::spec::{BankSpec, ScaleSpec};
use crate::bank::word::KindWord;
use crate::finding::Finding;
use std::collections::{HashMap, HashSet};

pub(super) fn judge(spec: &BankSpec, questions: &[Located], reader: &mut Reader) {
    let sources: HashSet<&str> = spec.sources.iter().map(|s| &*s.id.0).collect();
    let scales: HashMap<&str, &ScaleSpec> = spec.scales.iter().map(|s| (&*s.id.0, s)).collect();
    for (at, scale) in spec.scales.iter().enumerate() {
        for (n, level) in scale.levels.0.iter().enumerate() {
            let path = format!("scales[{at}].levels[{n}].value");
            if usize::from(level.value.0) != n && reader.is_sound(&path) {
                let found = level.value.0.to_string();
                let finding =
                    Finding::error("bank.scale", path, format!("{n}: levels count from 0"));
                reader.push(finding.found(found));
            }
        }
    }
    for question in questions {
        for (at, reference) in question.spec.sources.iter().enumerate() {
            let path = || question.path(&format!("sources[{at}].id"));
            known(&sources, &reference.id.0, path, reader);
        }
        for (at, advice) in question.spec.advice.iter().enumerate() {
            for (n, id) in advice.see.iter().enumerate() {
                known(
                    &sources,
                    &id.0,
                    || question.path(&format!("advice[{at}].see[{n}]")),
                    reader,
                );
            }
        }
        let Some(id) = &question.spec.scale else {
            continue;
        };
        match scales.get(&*id.0) {
            Some(scale) => agree(question, scale, reader),
            // A bank that travels without its texts leaves its scales behind.
            None if spec.scales.is_empty() && !reader.whole => {}
            None => unknown("the id of a scale", &id.0, question.path("scale"), reader),
        }
    }
}

fn known(ids: &HashSet<&str>, id: &str, path: impl Fn() -> String, reader: &mut Reader) {
    let left_behind = ids.is_empty() && !reader.whole;
    if !id.is_empty() && !ids.contains(id) && !left_behind {
        unknown("the id of a source", id, path(), reader);
    }
}

fn unknown(expected: &str, id: &str, path: String, reader: &mut Reader) {
    if reader.is_sound(&path) {
        reader.push(Finding::error("bank.unknown-reference", path, expected).found(id));
    }
}

/// The options of a question have as many levels as its scale, and the same scores.
fn agree(question: &Located, scale: &ScaleSpec, reader: &mut Reader) {
    let options = &question.spec.options;
    if !matches!(question.spec.kind, KindWord::Single | KindWord::YesNo)
        || !reader.is_sound(&question.path("kind"))
        || !reader.is_sound(&question.path("options"))
    {
        return;
    }
    let levels = &scale.levels.0;
    if options.len() != levels.len() {
        let expected = format!(
            "{} options, as scale {} has levels",
            levels.len(),
            scale.id.0
        );
        let found = format!("{} options", options.len());
        reader.push(Finding::error("bank.scale", question.path("options"), expected).found(found));
    }
    for (at, (option, level)) in options.iter().zip(levels).enumerate() {
        let path = question.path(&format!("options[{at}].score"));
        match level.score {
            Some(score) if score.0 != option.score.0 && reader.is_sound(&path) => {
                let expected = format!(
                    "{}, the score of level {at} of scale {}",
                    score.0, scale.id.0
                );
                let found = option.score.0.to_string();
                reader.push(Finding::error("bank.scale", path, expected).found(found));
            }
            _ => {}
        }
    }
}
