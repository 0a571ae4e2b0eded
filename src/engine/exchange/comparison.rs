//! Comparison, target and reference profile as files.

use super::answers::read_values;
use super::Keyed;
use crate::answers::Answers;
use crate::assess::{assess, Assessment};
use crate::bank::Bank;
use crate::compare::{self, Change};
use crate::finding::{Finding, InputError};
use crate::json::Json;
use serde::Serialize;

/// Largest target or profile, in bytes.
const MAX_BYTES: usize = 16 << 20;

/// Now beside then, in points; coverage and scores of questions 0–1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonReport<'a> {
    paired_questions: usize,
    paired_coverage: f64,
    #[serde(flatten)]
    overall: ChangeReport,
    areas: Keyed<&'a str, Option<ChangeReport>>,
    changes: Vec<QuestionReport<'a>>,
}

/// Points now and then, and their difference.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ChangeReport {
    now: f64,
    then: f64,
    change: f64,
}

/// One question whose score differs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct QuestionReport<'a> {
    question: &'a str,
    from: f64,
    to: f64,
    contribution: f64,
}

impl<'a> ComparisonReport<'a> {
    /// Compares two sets of answers; `None` if no question is known in both.
    pub fn new(bank: &'a Bank, now: &Answers, then: &Answers) -> Option<Self> {
        let result = compare::compare(bank, &assess(bank, now), &assess(bank, then))?;
        let areas = bank.areas.iter().zip(&result.areas);
        let changes = result.changes.iter().map(|change| QuestionReport {
            question: bank.question_id(change.question),
            from: change.from,
            to: change.to,
            contribution: change.contribution,
        });
        Some(Self {
            paired_questions: result.paired_questions,
            paired_coverage: result.paired_coverage,
            overall: result.overall.into(),
            areas: areas
                .map(|(area, change)| (&*area.id, change.map(ChangeReport::from)))
                .collect(),
            changes: changes.collect(),
        })
    }
}

impl From<Change> for ChangeReport {
    fn from(change: Change) -> Self {
        Self {
            now: change.now,
            then: change.then,
            change: change.difference(),
        }
    }
}

/// What is missing to a target: area gaps in points of the area, the others in overall points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetReport<'a> {
    areas: Keyed<&'a str, AreaReport>,
    questions: Vec<GapReport<'a>>,
    total_gap: f64,
    unknown_gap: f64,
}

/// One area beside its target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AreaReport {
    target: f64,
    score: Option<f64>,
    gap: Option<f64>,
}

/// One question below its target.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GapReport<'a> {
    question: &'a str,
    gap: f64,
}

impl<'a> TargetReport<'a> {
    /// Measures answers against a target `{areas: {id: points}, questions: {id: answer}}`, of
    /// which either may be missing. `whole` is the bank that ids are known on.
    ///
    /// # Errors
    /// `target.type`, `target.unknown-area`, `target.points`.
    pub fn new(
        whole: &'a Bank,
        bank: &'a Bank,
        answers: &Answers,
        target: &str,
    ) -> Result<Self, InputError> {
        let json = Json::parse(target.as_bytes(), MAX_BYTES)?;
        if json.members().is_none() {
            let finding = Finding::error("target.type", "", "an object");
            return Err(finding.found(json.kind()).into());
        }
        let areas = area_points(whole, json.get("areas"), "target")?;
        let wanted = match json.get("questions") {
            None | Some(Json::Null) => Answers::new(whole),
            Some(given) => read_values(whole, given, "questions")?.0,
        };
        let assessment = assess(bank, answers);
        let positions: Vec<(usize, f64)> = areas
            .iter()
            .map(|&(at, points)| (place(bank, at), points))
            .collect();
        let result = compare::target(bank, &assessment, &positions, &wanted);
        let reports = areas.iter().zip(&positions).zip(&result.areas);
        Ok(Self {
            areas: reports
                .map(|((&(at, target), &(place, _)), &gap)| {
                    let score = headline(&assessment, place);
                    (whole.area_id(at), AreaReport { target, score, gap })
                })
                .collect(),
            questions: result
                .questions
                .iter()
                .map(|&(at, gap)| GapReport {
                    question: bank.question_id(at),
                    gap,
                })
                .collect(),
            total_gap: result.total_gap,
            unknown_gap: result.unknown_gap,
        })
    }
}

/// Differences from a reference profile, in points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfileReport<'a> {
    label: Option<String>,
    differences: Keyed<&'a str, Option<f64>>,
    mean_difference: f64,
    mean_absolute_difference: f64,
    shape_difference: f64,
}

impl<'a> ProfileReport<'a> {
    /// Compares answers with a profile `{label, areas: {id: points}}`; `None` if they share no area
    /// with a headline. Areas that the bank does not have are passed over.
    ///
    /// # Errors
    /// `profile.type`, `profile.points`.
    pub fn new(
        bank: &'a Bank,
        answers: &Answers,
        profile: &str,
    ) -> Result<Option<Self>, InputError> {
        let json = Json::parse(profile.as_bytes(), MAX_BYTES)?;
        let Some(members) = json.get("areas").and_then(Json::members) else {
            let expected = "an object with the object \"areas\"";
            return Err(Finding::error("profile.type", "", expected).into());
        };
        let mut reference = Vec::new();
        for (id, value) in members {
            let points = points(value, "profile", id)?;
            reference.extend(area_position(bank, id).map(|at| (at, points)));
        }
        reference.sort_by_key(|(at, _)| *at);
        let label = match json.get("label") {
            Some(Json::Text(label)) => Some(label.clone()),
            _ => None,
        };
        let result = compare::profile(&assess(bank, answers), &reference);
        Ok(result.map(|result| Self {
            label,
            differences: reference
                .iter()
                .zip(result.differences)
                .map(|(&(at, _), difference)| (bank.area_id(at), difference))
                .collect(),
            mean_difference: result.mean,
            mean_absolute_difference: result.mean_absolute,
            shape_difference: result.shape,
        }))
    }
}

/// Points by area id, in questionnaire order, with positions in the whole bank; `what` begins the
/// codes of findings.
pub(super) fn area_points(
    whole: &Bank,
    given: Option<&Json>,
    what: &'static str,
) -> Result<Vec<(usize, f64)>, InputError> {
    let given = match given {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(given) => given,
    };
    let Some(members) = given.members() else {
        let code = code(what, "type");
        let finding = Finding::error(code, "areas", "an object of points by area id");
        return Err(finding.found(given.kind()).into());
    };
    let mut areas = Vec::with_capacity(members.len());
    for (id, value) in members {
        let Some(at) = area_position(whole, id) else {
            let path = format!("areas.{id:.80}");
            let finding = Finding::error(code(what, "area"), path, "the id of an area");
            return Err(finding.found(id).into());
        };
        areas.push((at, points(value, what, id)?));
    }
    areas.sort_by_key(|(at, _)| *at);
    Ok(areas)
}

fn points(value: &Json, what: &'static str, id: &str) -> Result<f64, InputError> {
    match value {
        Json::Number(points) => Ok(*points),
        other => {
            let path = format!("areas.{id:.80}");
            let finding = Finding::error(code(what, "points"), path, "points, a finite number");
            Err(finding.found(other.kind()).into())
        }
    }
}

fn code(what: &'static str, fault: &'static str) -> &'static str {
    match (what, fault) {
        ("target", "type") => "target.type",
        ("target", "area") => "target.unknown-area",
        ("target", _) => "target.points",
        ("goal", "type") => "goal.type",
        ("goal", "area") => "goal.unknown-area",
        ("goal", _) => "goal.points",
        _ => "profile.points",
    }
}

fn area_position(bank: &Bank, id: &str) -> Option<usize> {
    bank.areas.iter().position(|a| *a.id == *id)
}

/// Where an area of the whole bank stands in one of its versions; outside if it was removed.
pub(super) fn place(bank: &Bank, source: usize) -> usize {
    let found = bank.areas.iter().position(|a| a.source == source);
    found.unwrap_or(usize::MAX)
}

fn headline(assessment: &Assessment, at: usize) -> Option<f64> {
    assessment.areas.get(at).copied().flatten()?.points.score()
}
