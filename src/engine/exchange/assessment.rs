//! The assessment as a file: what `assess` hands out.

use super::answer::AnswerValue;
use super::Keyed;
use crate::answers::Answers;
use crate::assess::{assess, AreaResult, Assessment, Counts, Outcome, Overall, Points, State};
use crate::bank::Bank;
use crate::display::display_score;
use crate::geometric::geometric;
use crate::roadmap::{roadmap, Roadmap};
use serde::Serialize;

/// A whole assessment: scores, stage, roadmap and what to find out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentReport<'a> {
    /// Id of the bank.
    pub questionnaire: &'a str,
    /// Version of the bank.
    pub version: &'a str,
    /// `full` or `quick`.
    pub mode: &'static str,
    /// Questions by state.
    pub counts: CountsReport,
    /// The overall result; null if nothing is applicable.
    pub overall: Option<OverallReport>,
    /// Areas by id; null if not applicable.
    pub areas: Keyed<&'a str, Option<AreaReport<'a>>>,
    /// Indicators by id; null if not applicable.
    pub indicators: Keyed<&'a str, Option<PointsReport>>,
    /// Questions by id.
    pub questions: Keyed<&'a str, QuestionReport>,
    /// The stage; null if nothing is applicable.
    pub stage: Option<StageReport<'a>>,
    /// Next steps, best first.
    pub roadmap: Vec<StepReport<'a>>,
    /// Unknown questions, heaviest first.
    pub find_out: Vec<FindOutReport<'a>>,
}

/// Questions by state; their sum is the number of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CountsReport {
    answered: usize,
    implied: usize,
    dk: usize,
    na: usize,
    unanswered: usize,
    invalid: usize,
}

/// Points of a node: score and bounds 0–100, coverage 0–1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PointsReport {
    score: Option<f64>,
    low: f64,
    high: f64,
    coverage: f64,
}

/// The overall result, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OverallReport {
    #[serde(flatten)]
    points: PointsReport,
    display: Option<f64>,
    geometric: Option<f64>,
    geometric_low: Option<f64>,
    geometric_high: Option<f64>,
}

/// One area, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AreaReport<'a> {
    #[serde(flatten)]
    points: PointsReport,
    stage: Option<&'a str>,
    display: Option<f64>,
}

/// One question: score 0–1, weight as a share of 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct QuestionReport {
    state: &'static str,
    score: Option<f64>,
    level: Option<u8>,
    weight: Option<f64>,
}

/// Where the overall result stands, by stage ids.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StageReport<'a> {
    stage: Option<&'a str>,
    ungated: Option<&'a str>,
    gated: bool,
    limiting_areas: Vec<&'a str>,
    low: &'a str,
    high: &'a str,
    provisional: bool,
}

/// One step of the roadmap; gain in overall points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StepReport<'a> {
    question: &'a str,
    option: Option<AnswerValue<'a>>,
    gain: f64,
    effort: &'static str,
    priority: f64,
    unlocks: Vec<&'a str>,
    in_limiting_area: bool,
}

/// One unknown question and its weight in overall points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindOutReport<'a> {
    question: &'a str,
    weight_points: f64,
}

/// The scores alone, as a workshop reports them of its group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoresReport<'a> {
    counts: CountsReport,
    overall: Option<OverallReport>,
    areas: Keyed<&'a str, Option<AreaReport<'a>>>,
    stage: Option<StageReport<'a>>,
}

impl<'a> AssessmentReport<'a> {
    /// Assesses answers and writes all that follows with ids. `mode` is what the bank is called:
    /// `quick` if it came from [`Bank::quick`], else `full`.
    pub fn new(bank: &'a Bank, answers: &Answers, mode: &'static str) -> Self {
        let assessment = assess(bank, answers);
        let roadmap = roadmap(bank, answers, &assessment);
        let scores = ScoresReport::new(bank, &assessment);
        let indicators = bank.indicators.iter().zip(&assessment.indicators);
        let questions = bank.questions.iter().zip(&assessment.questions);
        Self {
            questionnaire: &bank.id,
            version: &bank.version,
            mode,
            counts: scores.counts,
            overall: scores.overall,
            areas: scores.areas,
            indicators: indicators
                .map(|(indicator, points)| (&*indicator.id, points.map(PointsReport::from)))
                .collect(),
            questions: questions
                .map(|(question, outcome)| (&*question.id, QuestionReport::from(outcome)))
                .collect(),
            stage: scores.stage,
            roadmap: steps(bank, &roadmap),
            find_out: roadmap
                .find_out
                .iter()
                .map(|f| FindOutReport {
                    question: bank.question_id(f.question),
                    weight_points: f.weight_points,
                })
                .collect(),
        }
    }
}

impl<'a> ScoresReport<'a> {
    /// The scores of an assessment on its bank.
    pub fn new(bank: &'a Bank, assessment: &Assessment) -> Self {
        let areas = bank.areas.iter().zip(&assessment.areas);
        Self {
            counts: assessment.counts.into(),
            overall: assessment
                .overall
                .as_ref()
                .map(|overall| overall_report(bank, assessment, overall)),
            areas: areas
                .map(|(area, result)| (&*area.id, result.map(|r| area_report(bank, r))))
                .collect(),
            stage: assessment.overall.as_ref().map(|o| stage_report(bank, o)),
        }
    }
}

fn overall_report(bank: &Bank, assessment: &Assessment, overall: &Overall) -> OverallReport {
    let score = overall.points.score();
    let geometric = geometric(bank, assessment);
    OverallReport {
        points: overall.points.into(),
        display: score.map(|s| display_score(s, &bank.stages)),
        geometric: geometric.and_then(|g| g.score),
        geometric_low: geometric.map(|g| g.low),
        geometric_high: geometric.map(|g| g.high),
    }
}

fn area_report(bank: &Bank, area: AreaResult) -> AreaReport<'_> {
    let score = area.points.score();
    AreaReport {
        points: area.points.into(),
        stage: area.stage.map(|at| bank.stage_id(at)),
        display: score.map(|s| display_score(s, &bank.stages)),
    }
}

fn stage_report<'a>(bank: &'a Bank, overall: &Overall) -> StageReport<'a> {
    let standing = &overall.standing;
    StageReport {
        stage: standing.stage.map(|at| bank.stage_id(at)),
        ungated: standing.ungated.map(|at| bank.stage_id(at)),
        gated: standing.gated,
        limiting_areas: standing
            .limiting
            .iter()
            .map(|&at| bank.area_id(at))
            .collect(),
        low: bank.stage_id(standing.low),
        high: bank.stage_id(standing.high),
        provisional: standing.provisional,
    }
}

fn steps<'a>(bank: &'a Bank, roadmap: &Roadmap) -> Vec<StepReport<'a>> {
    let steps = roadmap.steps.iter().filter_map(|step| {
        let question = bank.questions.get(step.question)?;
        let option = step.option.and_then(|at| question.options.get(at));
        Some(StepReport {
            question: &question.id,
            option: match option {
                Some(option) => Some(AnswerValue::Id(&option.id)),
                None => AnswerValue::new(question, step.to),
            },
            gain: step.gain,
            effort: step.effort.id(),
            priority: step.priority,
            unlocks: step
                .unlocks
                .iter()
                .map(|&at| bank.question_id(at))
                .collect(),
            in_limiting_area: step.in_limiting_area,
        })
    });
    steps.collect()
}

impl From<Points> for PointsReport {
    fn from(points: Points) -> Self {
        Self {
            score: points.score(),
            low: points.low,
            high: points.high(),
            coverage: points.coverage,
        }
    }
}

impl From<Counts> for CountsReport {
    fn from(counts: Counts) -> Self {
        Self {
            answered: counts.answered,
            implied: counts.implied,
            dk: counts.dont_know,
            na: counts.not_applicable,
            unanswered: counts.unanswered,
            invalid: counts.invalid,
        }
    }
}

impl From<&Outcome> for QuestionReport {
    fn from(outcome: &Outcome) -> Self {
        let known = outcome.state.is_known();
        Self {
            state: outcome.state.id(),
            score: known.then_some(outcome.score),
            level: known.then_some(outcome.level),
            weight: (outcome.state != State::NotApplicable).then_some(outcome.weight),
        }
    }
}
