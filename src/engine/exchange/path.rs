//! Goal and path as files.

use super::comparison::area_points;
use super::{AnswerValue, Keyed};
use crate::answers::Answers;
use crate::assess::assess;
use crate::bank::Bank;
use crate::finding::{Finding, InputError};
use crate::json::Json;
use crate::path::{path, Goal, Obstacle, Path, Plan};
use serde::Serialize;

/// Largest goal, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// A path, by ids.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PathReport<'a> {
    goal: GoalReport<'a>,
    reached: bool,
    effort: Option<u32>,
    score: Option<f64>,
    stage: Option<&'a str>,
    areas: Option<Keyed<&'a str, Option<f64>>>,
    moves: Option<Vec<MoveReport<'a>>>,
    best_score: Option<f64>,
    obstacles: Vec<ObstacleReport<'a>>,
    frontier: Vec<FrontierReport>,
}

/// The goal as understood, in points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GoalReport<'a> {
    stage: Option<&'a str>,
    score: Option<f64>,
    areas: Keyed<&'a str, f64>,
}

/// One question raised; gain in overall points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MoveReport<'a> {
    question: &'a str,
    from: Option<AnswerValue<'a>>,
    to: Option<AnswerValue<'a>>,
    effort: u32,
    gain: f64,
}

/// A condition that fails after all moves, in points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObstacleReport<'a> {
    area: Option<&'a str>,
    needed: f64,
    best: Option<f64>,
    questions: Vec<&'a str>,
}

/// The highest overall headline for at most one effort.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FrontierReport {
    effort: usize,
    score: Option<f64>,
}

/// Reads a goal `{stage, score, areas: {id: points}}`, each of which may be missing or null.
///
/// # Errors
/// `goal.type`, `goal.unknown-stage`, `goal.unknown-area`, `goal.points`, `goal.unknown`.
pub fn read_goal(whole: &Bank, text: &str) -> Result<Goal, InputError> {
    let json = Json::parse(text.as_bytes(), MAX_BYTES)?;
    let Some(members) = json.members() else {
        return Err(Finding::error("goal.type", "", "an object")
            .found(json.kind())
            .into());
    };
    let mut goal = Goal::default();
    for (name, value) in members {
        match (name, value) {
            ("stage" | "score", Json::Null) => {}
            ("stage", value) => {
                let id = match value {
                    Json::Text(id) => &**id,
                    other => other.kind(),
                };
                goal.stage = whole.stages.iter().position(|s| *s.id == *id);
                if goal.stage.is_none() {
                    let finding = Finding::error("goal.unknown-stage", name, "the id of a stage");
                    return Err(finding.found(id).into());
                }
            }
            ("score", Json::Number(points)) => goal.score = Some(*points),
            ("score", other) => {
                let finding = Finding::error("goal.points", name, "points, a finite number");
                return Err(finding.found(other.kind()).into());
            }
            ("areas", value) => goal.areas = area_points(whole, Some(value), "goal")?,
            _ => {
                let finding = Finding::error("goal.unknown", name, "one of stage, score, areas");
                return Err(finding.into());
            }
        }
    }
    Ok(goal)
}

impl<'a> PathReport<'a> {
    /// Finds the path of answers to a goal and writes it with ids. `whole` is the bank that the
    /// areas of the goal are known on.
    ///
    /// # Errors
    /// `path.too-large`.
    pub fn new(
        whole: &'a Bank,
        bank: &'a Bank,
        answers: &Answers,
        goal: &Goal,
    ) -> Result<Self, InputError> {
        let assessment = assess(bank, answers);
        let result = path(bank, answers, &assessment, goal).map_err(|_| {
            Finding::error(
                "path.too-large",
                "",
                "fewer questions in one area than this bank has",
            )
        })?;
        let areas = goal
            .areas
            .iter()
            .map(|&(at, points)| (whole.area_id(at), points));
        let goal = GoalReport {
            stage: goal.stage.map(|at| bank.stage_id(at)),
            score: goal.score,
            areas: areas.collect(),
        };
        Ok(Self::written(whole, bank, goal, &result))
    }

    fn written(whole: &'a Bank, bank: &'a Bank, goal: GoalReport<'a>, path: &Path) -> Self {
        let after = path.plan.as_ref().map(|plan| &plan.assessment);
        let overall = after.and_then(|a| a.overall.as_ref());
        let headlines = after.map(|after| {
            let pairs = bank.areas.iter().zip(&after.areas);
            pairs
                .map(|(area, a)| (&*area.id, a.and_then(|a| a.points.score())))
                .collect()
        });
        let frontier = path.frontier.iter().enumerate();
        Self {
            goal,
            reached: path.plan.is_some(),
            effort: path.plan.as_ref().map(|p| p.effort),
            score: overall.and_then(|o| o.points.score()),
            stage: overall
                .and_then(|o| o.standing.stage)
                .map(|at| bank.stage_id(at)),
            areas: headlines,
            moves: path.plan.as_ref().map(|plan| moves(bank, plan)),
            best_score: path.best,
            obstacles: path
                .obstacles
                .iter()
                .map(|o| obstacle(whole, bank, o))
                .collect(),
            frontier: frontier
                .map(|(effort, &score)| FrontierReport { effort, score })
                .collect(),
        }
    }
}

fn moves<'a>(bank: &'a Bank, plan: &Plan) -> Vec<MoveReport<'a>> {
    let moves = plan.moves.iter().filter_map(|m| {
        let question = bank.questions.get(m.question)?;
        Some(MoveReport {
            question: &question.id,
            from: AnswerValue::new(question, m.from),
            to: AnswerValue::new(question, m.to),
            effort: m.effort,
            gain: m.gain,
        })
    });
    moves.collect()
}

fn obstacle<'a>(whole: &'a Bank, bank: &'a Bank, obstacle: &Obstacle) -> ObstacleReport<'a> {
    ObstacleReport {
        area: obstacle.area.map(|at| whole.area_id(at)),
        needed: obstacle.needed,
        best: obstacle.best,
        questions: obstacle
            .questions
            .iter()
            .map(|&at| bank.question_id(at))
            .collect(),
    }
}
