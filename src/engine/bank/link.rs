//! From a structure with ids to a bank with positions.

use super::{
    structure::{QuestionEntry, Structure},
    Area, Bank, Choice, DependsOn, Effort, Goalposts, Indicator, Kind, Question, Stage,
};

/// Why a structure cannot be computed with: the code, and the id it happened at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructureError {
    /// Stable code, such as `bank.unknown-reference`.
    pub code: &'static str,
    /// Id of the area, indicator or question at fault; empty for the bank itself.
    pub at: String,
}

/// More ticks than a checklist may have options.
const MAX_OPTIONS: usize = 64;

pub(super) fn link(structure: Structure) -> Result<Bank, StructureError> {
    let mut bank = Bank {
        id: structure.id.into(),
        version: structure.version.into(),
        hash: structure.hash.into(),
        areas: Vec::new(),
        indicators: Vec::new(),
        questions: Vec::new(),
        stages: Vec::new(),
        order: Vec::new(),
        width: 0,
    };
    let mut prerequisites = Vec::new();
    for area in structure.areas {
        weight(area.weight, &area.id)?;
        let first_indicator = bank.indicators.len();
        for indicator in area.indicators {
            weight(indicator.weight, &indicator.id)?;
            let first = bank.questions.len();
            for entry in indicator.questions {
                prerequisites.push(entry.depends_on.clone());
                let source = bank.questions.len();
                let quick = structure.quick.contains(&entry.id);
                bank.questions
                    .push(question(entry, bank.indicators.len(), source, quick)?);
            }
            let source = bank.indicators.len();
            bank.indicators.push(Indicator {
                id: indicator.id.into(),
                weight: indicator.weight,
                area: bank.areas.len(),
                questions: first..bank.questions.len(),
                source,
            });
        }
        let source = bank.areas.len();
        bank.areas.push(Area {
            id: area.id.into(),
            weight: area.weight,
            indicators: first_indicator..bank.indicators.len(),
            source,
        });
    }
    for stage in structure.stages {
        if !stage.min.is_finite() || bank.stages.last().is_some_and(|s| s.min >= stage.min) {
            return fail("bank.stage-order", stage.id);
        }
        bank.stages.push(Stage {
            id: stage.id.into(),
            min: stage.min,
        });
    }
    if bank.stages.is_empty() || bank.questions.is_empty() {
        return fail("bank.empty", String::new());
    }
    bank.width = bank.questions.len();
    depend(&mut bank, prerequisites)?;
    Ok(bank)
}

fn fail<T>(code: &'static str, at: impl Into<String>) -> Result<T, StructureError> {
    Err(StructureError {
        code,
        at: at.into(),
    })
}

fn weight(value: f64, at: &str) -> Result<(), StructureError> {
    if value.is_finite() && value > 0.0 {
        Ok(())
    } else {
        fail("bank.weight", at)
    }
}

fn question(
    entry: QuestionEntry,
    indicator: usize,
    source: usize,
    quick: bool,
) -> Result<Question, StructureError> {
    weight(entry.weight, &entry.id)?;
    let kind = match &*entry.kind {
        "single" => Kind::Single,
        "yesno" => Kind::YesNo,
        "multi" => Kind::Multi,
        "number" => match (entry.worst, entry.best) {
            (Some(worst), Some(best)) if worst.is_finite() && best.is_finite() && worst != best => {
                Kind::Number(Goalposts {
                    worst,
                    best,
                    min: entry.min.unwrap_or(f64::NEG_INFINITY),
                    max: entry.max.unwrap_or(f64::INFINITY),
                })
            }
            _ => return fail("bank.goalposts", entry.id),
        },
        _ => return fail("bank.kind", entry.id),
    };
    if entry.options.len() > MAX_OPTIONS
        || (entry.options.len() < 2 && !matches!(kind, Kind::Number(_)))
    {
        return fail("bank.options", entry.id);
    }
    let options: Vec<Choice> = entry
        .options
        .into_iter()
        .map(|o| Choice {
            id: o.id.into(),
            score: o.score,
            exclusive: o.exclusive,
        })
        .collect();
    if options.iter().any(|o| !(0.0..=1.0).contains(&o.score)) {
        return fail("bank.option-score", entry.id);
    }
    let mut efforts: Vec<(u8, Effort)> = entry
        .advice
        .iter()
        .map(|a| {
            let effort = match &*a.effort {
                "low" => Effort::Low,
                "high" => Effort::High,
                _ => Effort::Medium,
            };
            (a.below, effort)
        })
        .collect();
    efforts.sort_by_key(|e| e.0);
    Ok(Question {
        id: entry.id.into(),
        kind,
        weight: entry.weight,
        options,
        allow_na: entry.allow_na,
        depends_on: None,
        indicator,
        quick,
        efforts,
        source,
    })
}

/// Resolves prerequisites to positions and orders the questions so that each comes after its own.
fn depend(
    bank: &mut Bank,
    prerequisites: Vec<Option<super::structure::DependsEntry>>,
) -> Result<(), StructureError> {
    let mut links = Vec::with_capacity(prerequisites.len());
    for (at, entry) in prerequisites.into_iter().enumerate() {
        links.push(match entry {
            None => None,
            Some(entry) => match bank.question_position(&entry.question) {
                Some(question) => Some(DependsOn {
                    question,
                    at_least: entry.at_least,
                }),
                None => {
                    let id = bank.questions.get(at).map_or("", |q| &q.id);
                    return fail("bank.unknown-reference", id);
                }
            },
        });
    }
    let mut placed = vec![false; links.len()];
    for start in 0..links.len() {
        let mut chain = Vec::new();
        let mut at = start;
        while placed.get(at) == Some(&false) {
            if chain.contains(&at) {
                let id = bank.questions.get(at).map_or("", |q| &q.id);
                return fail("bank.cycle", id);
            }
            chain.push(at);
            match links.get(at).copied().flatten() {
                Some(link) => at = link.question,
                None => break,
            }
        }
        for &at in chain.iter().rev() {
            if let Some(flag) = placed.get_mut(at) {
                *flag = true;
            }
            bank.order.push(at);
        }
    }
    for (question, link) in bank.questions.iter_mut().zip(links) {
        question.depends_on = link;
    }
    Ok(())
}
