//! From a structure with ids to a bank with positions.

use super::{
    efforts::efforts,
    structure::{CheckEntry, DependsEntry, QuestionEntry, Structure},
    Area, Bank, Check, Choice, Condition, DependsOn, Effort, Goalposts, Index, Indicator, Kind,
    Question, Stage,
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
pub(crate) const MAX_OPTIONS: usize = 64;

pub(super) fn link(structure: Structure) -> Result<Bank, StructureError> {
    let mut bank = Bank {
        id: structure.id.into(),
        version: structure.version.into(),
        hash: structure.hash.into(),
        areas: Vec::new(),
        indicators: Vec::new(),
        questions: Vec::new(),
        stages: Vec::new(),
        checks: Vec::new(),
        index: Index::default(),
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
    bank.index = match Index::new(&bank.questions) {
        Ok(index) => index,
        Err(at) => return fail("bank.duplicate-id", bank.question_id(at)),
    };
    depend(&mut bank, prerequisites)?;
    for entry in structure.checks {
        let check = check(&bank, entry)?;
        bank.checks.push(check);
    }
    Ok(bank)
}

fn fail<T>(code: &'static str, at: impl Into<String>) -> Result<T, StructureError> {
    Err(StructureError {
        code,
        at: at.into(),
    })
}

pub(super) fn weight(value: f64, at: &str) -> Result<(), StructureError> {
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
    // Ticks are added up without asking which is exclusive.
    if options.iter().any(|o| o.exclusive && o.score != 0.0) {
        return fail("bank.exclusive", entry.id);
    }
    let exclusive = options.iter().enumerate().filter(|(_, o)| o.exclusive);
    let exclusive = exclusive.fold(0, |bits, (at, _)| bits | 1 << at);
    let advice = entry.advice.iter();
    let efforts = efforts(advice.map(|a| (a.below, Effort::from_id(&a.effort))));
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
        exclusive,
    })
}

/// Resolves prerequisites to positions and orders the questions so that each comes after its own.
fn depend(bank: &mut Bank, prerequisites: Vec<Option<DependsEntry>>) -> Result<(), StructureError> {
    let mut links = Vec::with_capacity(prerequisites.len());
    for (at, entry) in prerequisites.into_iter().enumerate() {
        links.push(match entry {
            None => None,
            Some(entry) => match bank.question_position(&entry.question) {
                Some(question) => Some(DependsOn {
                    question,
                    at_least: entry.at_least,
                }),
                None => return fail("bank.unknown-reference", bank.question_id(at)),
            },
        });
    }
    // Each question is new, then on the chain being followed, then placed.
    const NEW: u8 = 0;
    const CHAINED: u8 = 1;
    const PLACED: u8 = 2;
    let mut marks = vec![NEW; links.len()];
    let mut chain = Vec::new();
    for start in 0..links.len() {
        let mut at = start;
        while let Some(mark) = marks.get_mut(at) {
            match *mark {
                PLACED => break,
                CHAINED => return fail("bank.cycle", bank.question_id(at)),
                _ => *mark = CHAINED,
            }
            chain.push(at);
            match links.get(at).copied().flatten() {
                Some(link) => at = link.question,
                None => break,
            }
        }
        while let Some(at) = chain.pop() {
            if let Some(mark) = marks.get_mut(at) {
                *mark = PLACED;
            }
            bank.order.push(at);
        }
    }
    for (question, link) in bank.questions.iter_mut().zip(links) {
        question.depends_on = link;
    }
    Ok(())
}

fn check(bank: &Bank, entry: CheckEntry) -> Result<Check, StructureError> {
    let mut all = Vec::with_capacity(entry.all.len());
    for condition in entry.all {
        match bank.question_position(&condition.question) {
            Some(question) => all.push(Condition {
                question,
                at_least: condition.at_least,
                at_most: condition.at_most,
            }),
            None => return fail("bank.unknown-reference", entry.id),
        }
    }
    if all.is_empty() {
        return fail("bank.empty", entry.id);
    }
    Ok(Check {
        id: entry.id.into(),
        text: entry.text.into(),
        all,
    })
}
