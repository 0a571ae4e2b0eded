//! The trace of one number as a file: what `explain` hands out.

use super::AnswerValue;
use crate::answers::Answer;
use crate::bank::{Bank, Kind};
use crate::explain::{Child, Explanation, Mean, Node, QuestionTrace, Rule};
use serde::Serialize;

/// One step of the calculation, by ids.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ExplanationReport<'a> {
    /// A weighted mean.
    Mean(MeanReport<'a>),
    /// A question, where the trace ends.
    Question(QuestionReport<'a>),
}

/// A weighted mean: points 0–100, coverage and shares 0–1.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeanReport<'a> {
    pub(super) node: &'a str,
    pub(super) kind: &'static str,
    pub(super) rule: &'static str,
    pub(super) score: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) coverage: Option<f64>,
    pub(super) weight_sum: f64,
    pub(super) children: Vec<ChildReport<'a>>,
}

/// One member of a mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChildReport<'a> {
    pub(super) node: &'a str,
    pub(super) weight: f64,
    pub(super) share: Option<f64>,
    pub(super) low: Option<f64>,
    pub(super) coverage: Option<f64>,
    pub(super) low_part: Option<f64>,
    pub(super) coverage_part: Option<f64>,
}

/// A question: score 0–1, weight and shares 0–1, points of the overall lower bound.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionReport<'a> {
    pub(super) node: &'a str,
    pub(super) kind: &'static str,
    pub(super) rule: Option<&'static str>,
    pub(super) state: &'static str,
    pub(super) answer: Option<AnswerValue<'a>>,
    pub(super) terms: Option<Vec<TermReport<'a>>>,
    pub(super) goalposts: Option<GoalpostsReport>,
    pub(super) score: Option<f64>,
    pub(super) level: Option<u8>,
    pub(super) prerequisite: Option<PrerequisiteReport<'a>>,
    pub(super) weight: Option<f64>,
    pub(super) shares: Option<SharesReport>,
    pub(super) points: Option<f64>,
}

/// An option and what it scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TermReport<'a> {
    pub(super) option: &'a str,
    pub(super) score: f64,
}

/// The values that score 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GoalpostsReport {
    pub(super) worst: f64,
    pub(super) best: f64,
}

/// The capacity without which the question is not asked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PrerequisiteReport<'a> {
    pub(super) question: &'a str,
    pub(super) at_least: u8,
    pub(super) state: &'static str,
    pub(super) level: Option<u8>,
}

/// The shares whose product is the weight.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SharesReport {
    pub(super) area: f64,
    pub(super) indicator: f64,
    pub(super) question: f64,
}

impl<'a> ExplanationReport<'a> {
    /// Writes an explanation with ids.
    pub fn new(bank: &'a Bank, explanation: &Explanation) -> Self {
        match explanation {
            Explanation::Mean(mean) => Self::Mean(mean_report(bank, mean)),
            Explanation::Question(trace) => Self::Question(question_report(bank, trace)),
        }
    }
}

fn id(bank: &Bank, node: Node) -> &str {
    match node {
        Node::Overall => "overall",
        Node::Area(at) => bank.area_id(at),
        Node::Indicator(at) => bank.indicators.get(at).map_or("", |i| &i.id),
        Node::Question(at) => bank.question_id(at),
    }
}

fn mean_report<'a>(bank: &'a Bank, mean: &Mean) -> MeanReport<'a> {
    MeanReport {
        node: id(bank, mean.node),
        kind: match mean.node {
            Node::Overall => "overall",
            Node::Area(_) => "area",
            Node::Indicator(_) => "indicator",
            Node::Question(_) => "question",
        },
        rule: "weighted-mean",
        score: mean.points.and_then(|p| p.score()),
        low: mean.points.map(|p| p.low),
        high: mean.points.map(|p| p.high()),
        coverage: mean.points.map(|p| p.coverage),
        weight_sum: mean.weight_sum,
        children: mean
            .children
            .iter()
            .map(|c| child_report(bank, c))
            .collect(),
    }
}

fn child_report<'a>(bank: &'a Bank, child: &Child) -> ChildReport<'a> {
    let part = child.part;
    ChildReport {
        node: id(bank, child.node),
        weight: child.weight,
        share: part.map(|p| p.share),
        low: part.map(|p| p.points.low),
        coverage: part.map(|p| p.points.coverage),
        low_part: part.map(|p| p.share * p.points.low),
        coverage_part: part.map(|p| p.share * p.points.coverage),
    }
}

fn question_report<'a>(bank: &'a Bank, trace: &QuestionTrace) -> QuestionReport<'a> {
    let question = bank.questions.get(trace.question);
    let weight = trace.shares.map(|s| s.weight());
    let score = trace.value.map(|(score, _)| score);
    let terms = question.zip(trace.answer).and_then(|(question, answer)| {
        let ticks = match (question.kind, answer) {
            (Kind::Single | Kind::YesNo, Answer::Option(at)) => 1 << at,
            (Kind::Multi, Answer::Ticks(ticks)) => ticks,
            _ => return None,
        };
        let options = question.options.iter().enumerate();
        let chosen = options.filter(|(at, _)| ticks >> at & 1 == 1);
        Some(
            chosen
                .map(|(_, o)| TermReport {
                    option: &o.id,
                    score: o.score,
                })
                .collect(),
        )
    });
    QuestionReport {
        node: bank.question_id(trace.question),
        kind: "question",
        rule: trace.rule.map(Rule::id),
        state: trace.state.id(),
        answer: question
            .zip(trace.answer)
            .and_then(|(q, a)| AnswerValue::new(q, a)),
        terms,
        goalposts: match question.map(|q| q.kind) {
            Some(Kind::Number(posts)) => Some(GoalpostsReport {
                worst: posts.worst,
                best: posts.best,
            }),
            _ => None,
        },
        score,
        level: trace.value.map(|(_, level)| level),
        prerequisite: trace
            .prerequisite
            .map(|(at, at_least, state, level)| PrerequisiteReport {
                question: bank.question_id(at),
                at_least,
                state: state.id(),
                level,
            }),
        weight,
        shares: trace.shares.map(|s| SharesReport {
            area: s.area,
            indicator: s.indicator,
            question: s.question,
        }),
        points: weight
            .zip(score)
            .map(|(weight, score)| 100.0 * weight * score),
    }
}
