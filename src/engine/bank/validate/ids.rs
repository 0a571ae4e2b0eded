//! Ids are unique where they are looked up, groups weigh something, stages are in order.

use super::{Located, Reader};
use crate::bank::spec::BankSpec;
use crate::bank::value::Id;
use crate::finding::Finding;
use std::collections::HashMap;

pub(super) fn judge(spec: &BankSpec, questions: &[Located], reader: &mut Reader) {
    // A trace looks a node up among areas, indicators and questions by one name.
    let mut nodes = Names::new("areas, indicators and questions", &["overall"]);
    let mut area_weights = Vec::new();
    for (a, area) in spec.areas.0.iter().enumerate() {
        let path = format!("areas[{a}]");
        nodes.add(&area.id, || format!("{path}.id"), reader);
        area_weights.push(area.weight.0);
        let mut indicator_weights = Vec::new();
        for (i, indicator) in area.indicators.0.iter().enumerate() {
            let path = format!("{path}.indicators[{i}]");
            nodes.add(&indicator.id, || format!("{path}.id"), reader);
            indicator_weights.push(indicator.weight.0);
            let weights: Vec<_> = indicator.questions.0.iter().map(|q| q.weight.0).collect();
            group(&weights, || format!("{path}.questions"), reader);
        }
        group(&indicator_weights, || format!("{path}.indicators"), reader);
    }
    group(&area_weights, || "areas".to_owned(), reader);
    for question in questions {
        nodes.add(&question.spec.id, || question.path("id"), reader);
    }
    let lists = [
        (
            "stages",
            spec.stages.0.iter().map(|s| &s.id).collect::<Vec<_>>(),
        ),
        ("sources", spec.sources.iter().map(|s| &s.id).collect()),
        ("scales", spec.scales.iter().map(|s| &s.id).collect()),
        ("checks", spec.checks.iter().map(|c| &c.id).collect()),
    ];
    for (list, ids) in lists {
        let mut names = Names::new(list, &[]);
        for (at, id) in ids.into_iter().enumerate() {
            names.add(id, || format!("{list}[{at}].id"), reader);
        }
    }
    quick(spec, questions, reader);
    stages(spec, reader);
}

/// Ids met so far, with the path of each.
pub(super) struct Names<'a> {
    among: &'static str,
    reserved: &'static [&'static str],
    seen: HashMap<&'a str, String>,
}

impl<'a> Names<'a> {
    /// No ids yet; some have a meaning of their own and cannot be given.
    pub(super) fn new(among: &'static str, reserved: &'static [&'static str]) -> Self {
        Self {
            among,
            reserved,
            seen: HashMap::new(),
        }
    }

    pub(super) fn add(&mut self, id: &'a Id, path: impl Fn() -> String, reader: &mut Reader) {
        // An id that was missing stands as an empty one, and has its finding.
        if id.0.is_empty() {
            return;
        }
        if self.reserved.contains(&&*id.0) {
            let expected = "another id: this one has a meaning of its own";
            reader.push(Finding::error("bank.reserved-id", path(), expected).found(&id.0));
        }
        match self.seen.get(&*id.0) {
            Some(first) => {
                let expected = format!(
                    "an id unique among {}; it stands at {first} too",
                    self.among
                );
                reader.push(Finding::error("bank.duplicate-id", path(), expected).found(&id.0));
            }
            None => {
                self.seen.insert(&id.0, path());
            }
        }
    }
}

fn group(weights: &[f64], path: impl Fn() -> String, reader: &mut Reader) {
    if !weights.is_empty() && weights.iter().all(|w| *w == 0.0) && reader.is_sound(&path()) {
        let expected = "a group in which something weighs more than 0";
        reader.push(Finding::error("bank.zero-group", path(), expected));
    }
}

fn quick(spec: &BankSpec, questions: &[Located], reader: &mut Reader) {
    let known: HashMap<&str, ()> = questions.iter().map(|q| (&*q.spec.id.0, ())).collect();
    let mut names = Names::new("quick", &[]);
    for (at, id) in spec.quick.iter().enumerate() {
        let path = || format!("quick[{at}]");
        names.add(id, path, reader);
        if !id.0.is_empty() && !known.contains_key(&*id.0) {
            let expected = "the id of a question";
            reader.push(Finding::error("bank.unknown-reference", path(), expected).found(&id.0));
        }
    }
}

fn stages(spec: &BankSpec, reader: &mut Reader) {
    let stages = &spec.stages.0;
    for (at, stage) in stages.iter().enumerate() {
        let path = format!("stages[{at}].min");
        let wrong = match at.checked_sub(1).and_then(|before| stages.get(before)) {
            None => (stage.min.0 != 0.0).then(|| "0: the first stage begins at 0".to_owned()),
            Some(before) => (stage.min.0 <= before.min.0)
                .then(|| format!("more than {}: stages go up", before.min.0)),
        };
        if let (Some(expected), true) = (wrong, reader.is_sound(&path)) {
            let found = stage.min.0.to_string();
            reader.push(Finding::error("bank.stage-order", path, expected).found(found));
        }
        let end = stages.get(at + 1).map_or(100.0, |next| next.min.0);
        let path = format!("stages[{at}].max");
        match stage.max {
            Some(max) if max.0 != end && reader.is_sound(&path) => {
                let expected = format!("{end}: where the next stage begins, or 100");
                let found = max.0.to_string();
                reader.push(Finding::error("bank.stage-order", path, expected).found(found));
            }
            _ => {}
        }
    }
    if stages.len() > 100 {
        reader.push(Finding::error(
            "bank.too-many",
            "stages",
            "at most 100 stages",
        ));
    }
}
