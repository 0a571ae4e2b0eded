//! Why a number is what it is, step by step down to the answer.

use crate::model::Model;
use crate::view::{answer_words, indicator_number, number, row, Number, Row};
use gca_engine::{
    explain, Answer, Explanation, Goalposts, Mean, Node, Points, QuestionTrace, Rule, Shares, State,
};
use std::rc::Rc;

/// What something is called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Label {
    /// Its number; 0 throughout for the whole.
    pub number: Number,
    /// Title of an area or an indicator, text of a question; empty for the whole.
    pub title: Rc<str>,
}

/// One number explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// What has the number.
    pub node: Node,
    /// Its name.
    pub label: Label,
    /// What it is part of, from the whole down.
    pub above: Vec<(Node, Label)>,
    /// Where it comes from.
    pub what: What,
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq)]
// One at a time is shown; a box round it would only be in the way.
#[allow(clippy::large_enum_variant)]
pub enum What {
    /// A weighted mean.
    Mean(MeanWhy),
    /// An answer.
    Question(QuestionWhy),
}

/// A weighted mean.
#[derive(Clone, Debug, PartialEq)]
pub struct MeanWhy {
    /// The points; `None` if nothing in it applies.
    pub points: Option<Points>,
    /// Its members, in order.
    pub rows: Vec<MeanRow>,
}

/// One member of a mean. What the members add is the headline.
#[derive(Clone, Debug, PartialEq)]
pub struct MeanRow {
    /// Which.
    pub node: Node,
    /// Its name.
    pub label: Label,
    /// Its weight in the group.
    pub weight: f64,
    /// Its points; `None` if it does not apply.
    pub points: Option<Points>,
    /// Its share of what is known in the group, 0–1; `None` if nothing of it is known.
    pub share: Option<f64>,
    /// What it adds to the headline, in points: the share times its headline.
    pub adds: Option<f64>,
}

/// An answer as a number.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionWhy {
    /// The question with its answer.
    pub row: Row,
    /// State after skip logic.
    pub state: State,
    /// What the score comes from.
    pub rule: Option<Rule>,
    /// What was ticked, and what each is worth, 0–1.
    pub ticked: Vec<(Rc<str>, f64)>,
    /// The measured number and its bounds.
    pub measured: Option<(f64, Goalposts)>,
    /// Score 0–1; `None` if not known.
    pub score: Option<f64>,
    /// The shares whose product is the weight in the whole; `None` where it does not apply.
    pub shares: Option<Shares>,
    /// What it adds to the overall headline, in points; `None` if not known.
    pub adds: Option<f64>,
    /// By how much its answer would narrow the range of the overall score, in points; `None` if
    /// known or not applicable.
    pub range: Option<f64>,
}

/// What is being explained; `None` if nothing is.
pub fn why(model: &Model) -> Option<Why> {
    let node = model.asked_why()?;
    let what = match explain(&model.bank, &model.answers, &model.assessment, node)? {
        Explanation::Mean(mean) => What::Mean(mean_why(model, &mean)),
        Explanation::Question(trace) => What::Question(question_why(model, &trace)?),
    };
    let mut above = Vec::new();
    let mut step = node;
    while let Some(parent) = parent(model, step) {
        above.push((parent, label(model, parent)));
        step = parent;
    }
    above.reverse();
    Some(Why {
        node,
        label: label(model, node),
        above,
        what,
    })
}

/// What something is part of.
fn parent(model: &Model, node: Node) -> Option<Node> {
    match node {
        Node::Overall => None,
        Node::Area(_) => Some(Node::Overall),
        Node::Indicator(at) => Some(Node::Area(model.bank.indicators().get(at)?.area)),
        Node::Question(at) => Some(Node::Indicator(model.question(at)?.indicator)),
    }
}

/// What something of the bank that is asked is called.
pub fn label(model: &Model, node: Node) -> Label {
    let found = || match node {
        Node::Overall => None,
        Node::Area(at) => {
            let source = model.bank.areas().get(at)?.source;
            let number = Number {
                area: source + 1,
                ..Number::default()
            };
            Some((number, model.texts.areas.get(source)?.title.clone()))
        }
        Node::Indicator(at) => {
            let source = model.bank.indicators().get(at)?.source;
            let title = model.texts.indicators.get(source)?.0.clone();
            Some((indicator_number(model, source), title))
        }
        Node::Question(at) => {
            let source = model.question(at)?.source;
            let text = model.texts.questions.get(source)?.text.clone();
            Some((number(model, at), text))
        }
    };
    let (number, title) = found().unwrap_or_default();
    Label { number, title }
}

fn mean_why(model: &Model, mean: &Mean) -> MeanWhy {
    let coverage = mean.points.map_or(0.0, |p| p.coverage);
    let rows = mean.children.iter().map(|child| {
        let known = child.part.filter(|part| part.points.coverage > 0.0);
        let of_known = |x: f64| x / coverage;
        MeanRow {
            node: child.node,
            label: label(model, child.node),
            weight: child.weight,
            points: child.part.map(|part| part.points),
            share: known.map(|part| of_known(part.share * part.points.coverage)),
            adds: known.map(|part| of_known(part.share * part.points.low)),
        }
    });
    MeanWhy {
        points: mean.points,
        rows: rows.collect(),
    }
}

fn question_why(model: &Model, trace: &QuestionTrace) -> Option<QuestionWhy> {
    let at = trace.question;
    let question = model.question(at)?;
    let overall = model.assessment.overall.as_ref().map(|o| o.points.coverage);
    let weight = trace.shares.map(|shares| shares.weight());
    let score = trace.value.map(|(score, _)| score);
    let measured = match (trace.rule, trace.answer) {
        (Some(Rule::Goalposts(posts)), Some(Answer::Number(x))) => Some((x, posts)),
        _ => None,
    };
    let ticks = match (trace.rule, trace.answer) {
        (Some(Rule::Ticks), Some(Answer::Ticks(ticks))) => ticks,
        _ => 0,
    };
    let options = question.options.iter().enumerate();
    let ticked = options
        .filter(|(at, _)| ticks >> at & 1 == 1)
        .filter_map(|(option, choice)| {
            let words = answer_words(model, at, Answer::Option(u8::try_from(option).ok()?))?;
            Some((words, choice.score))
        });
    let ticked = ticked.collect();
    Some(QuestionWhy {
        row: row(model, at)?,
        state: trace.state,
        rule: trace.rule,
        ticked,
        measured,
        score,
        shares: trace.shares,
        adds: weight
            .zip(score)
            .zip(overall.filter(|c| *c > 0.0))
            .map(|((weight, score), coverage)| 100.0 * weight * score / coverage),
        range: match score {
            None => weight.map(|weight| 100.0 * weight),
            Some(_) => None,
        },
    })
}
