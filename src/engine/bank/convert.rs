//! From a bank file to what numbers depend on.

use super::spec::{AreaSpec, BankSpec, CheckSpec, QuestionSpec};
use super::structure::{
    AdviceEntry, AreaEntry, CheckEntry, ConditionEntry, DependsEntry, IndicatorEntry, OptionEntry,
    QuestionEntry, StageEntry, Structure,
};

impl From<&BankSpec> for Structure {
    /// What numbers depend on, and the texts of the checks.
    fn from(spec: &BankSpec) -> Self {
        Self {
            id: spec.id.0.clone(),
            version: spec.version.0.clone(),
            hash: spec.hash.as_ref().map_or_else(String::new, |h| h.0.clone()),
            stages: spec
                .stages
                .0
                .iter()
                .map(|s| StageEntry {
                    id: s.id.0.clone(),
                    min: s.min.0,
                })
                .collect(),
            quick: spec.quick.iter().map(|id| id.0.clone()).collect(),
            areas: spec.areas.0.iter().map(area).collect(),
            checks: spec.checks.iter().map(check).collect(),
        }
    }
}

fn area(spec: &AreaSpec) -> AreaEntry {
    AreaEntry {
        id: spec.id.0.clone(),
        weight: spec.weight.0,
        indicators: spec
            .indicators
            .0
            .iter()
            .map(|i| IndicatorEntry {
                id: i.id.0.clone(),
                weight: i.weight.0,
                questions: i.questions.0.iter().map(question).collect(),
            })
            .collect(),
    }
}

fn question(spec: &QuestionSpec) -> QuestionEntry {
    QuestionEntry {
        id: spec.id.0.clone(),
        kind: spec.kind.id().to_owned(),
        weight: spec.weight.0,
        options: spec
            .options
            .iter()
            .map(|o| OptionEntry {
                id: o.id.0.clone(),
                score: o.score.0,
                exclusive: o.exclusive,
            })
            .collect(),
        allow_na: spec.allow_na,
        depends_on: spec.depends_on.as_ref().map(|d| DependsEntry {
            question: d.question.0.clone(),
            at_least: d.at_least.0 as u8,
        }),
        advice: spec
            .advice
            .iter()
            .map(|a| AdviceEntry {
                below: a.below.0 as u8,
                effort: a.effort.id().to_owned(),
            })
            .collect(),
        worst: spec.worst.map(|x| x.0),
        best: spec.best.map(|x| x.0),
        min: spec.min.map(|x| x.0),
        max: spec.max.map(|x| x.0),
    }
}

fn check(spec: &CheckSpec) -> CheckEntry {
    CheckEntry {
        id: spec.id.0.clone(),
        text: spec.text.0.clone(),
        all: spec
            .all
            .0
            .iter()
            .map(|c| ConditionEntry {
                question: c.question.0.clone(),
                at_least: c.at_least.map(|n| n.0 as u8),
                at_most: c.at_most.map(|n| n.0 as u8),
            })
            .collect(),
    }
}
