//! What changed since another assessment.

use super::others::{chosen, others, source, Other};
use super::Order;
use crate::files::Report;
use crate::model::Model;
use crate::view::{answer_words, indicator_number, number, Number};
use crate::whole::Words;
use gca_engine::{assess, compare, Answer, Answers, Assessment, Change, State};
use std::rc::Rc;

/// The lowest share of the weight that two assessments must both know for a change to speak for the
/// whole, 0–1: that below which a stage is provisional (METHOD, section 6).
const FIRM: f64 = 0.8;

/// This assessment beside the chosen one.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The chosen one.
    pub with: Other,
    /// What this bank understands of it.
    pub report: Report,
    /// Questions that have an answer here and not there.
    pub only_now: usize,
    /// Questions that have an answer there and not here.
    pub only_then: usize,
    /// What changed; `None` if no question is known in both.
    pub compared: Option<Compared>,
    /// Answers that are not the same, by what they contribute, then in the order of the bank.
    pub answers: Vec<Changed>,
}

/// What changed over the questions that both know.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Number of those questions.
    pub questions: usize,
    /// Their share of the applicable weight, 0–1.
    pub coverage: f64,
    /// Whether that share is too small for the change to speak for the whole.
    pub is_thin: bool,
    /// Points of the whole, now and then.
    pub overall: Change,
    /// Areas that apply, in order.
    pub areas: Vec<AreaChange>,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaChange {
    /// Number, from 1.
    pub number: usize,
    /// Title.
    pub title: Rc<str>,
    /// A word or two for charts.
    pub short: Rc<str>,
    /// Points now and then; `None` where no question is known in both.
    pub change: Option<Change>,
    /// Its part of the overall change, in points.
    pub contribution: f64,
    /// Target in points, 0–100.
    pub target: Option<f64>,
    /// Its indicators that apply.
    pub indicators: Vec<IndicatorChange>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorChange {
    /// Position in the bank that is asked.
    pub page: usize,
    /// Number.
    pub number: Number,
    /// Title.
    pub title: Rc<str>,
    /// Points now and then; `None` where no question is known in both.
    pub change: Option<Change>,
}

/// A question whose answer is another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Position in the bank that is asked.
    pub at: usize,
    /// Number.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// What was answered then.
    pub from: Was,
    /// What is answered now.
    pub to: Was,
    /// Part of the overall change, in points; 0 where the score is the same, or known only once.
    pub contribution: f64,
}

/// An answer, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Was {
    /// Answered.
    Answer(Words),
    /// Not answered, or nothing that is understood.
    Open,
    /// Not asked, since another answer rules it out: it counts as nothing in place.
    Implied,
    /// Not asked, since it does not apply.
    Ruled,
}

/// This assessment beside the chosen one; `None` if none is.
pub fn change(model: &Model) -> Option<Comparison> {
    let which = chosen(model)?;
    let with = others(model).into_iter().find(|other| other.is_chosen)?;
    let source = source(model, &which)?;
    let answers = source.answers(model);
    let then = assess(&model.bank, &answers);
    let found = compare(&model.bank, &model.assessment, &then);
    let pairs = || model.assessment.questions.iter().zip(&then.questions);
    let only = |here: fn(State) -> bool, there: fn(State) -> bool| {
        pairs()
            .filter(|(now, then)| here(now.state) && there(then.state))
            .count()
    };
    Some(Comparison {
        only_now: only(State::is_known, is_open),
        only_then: only(is_open, State::is_known),
        answers: changed(model, &answers, &then, found.as_ref()),
        compared: found.map(|found| compared(model, &found)),
        report: source.report(model),
        with,
    })
}

fn is_open(state: State) -> bool {
    !state.is_known() && state != State::NotApplicable
}

fn compared(model: &Model, found: &gca_engine::Comparison) -> Compared {
    let mut areas = Vec::new();
    for (at, area) in model.bank.areas().iter().enumerate() {
        if model.assessment.areas.get(at).copied().flatten().is_none() {
            continue;
        }
        let texts = model.texts.areas.get(area.source);
        let is_in = |question: usize| {
            let question = model.question(question);
            question.is_some_and(|question| area.indicators.contains(&question.indicator))
        };
        let parts = found.changes.iter().filter(|change| is_in(change.question));
        areas.push(AreaChange {
            number: area.source + 1,
            title: texts.map_or_else(Rc::default, |t| t.title.clone()),
            short: texts.map_or_else(Rc::default, |t| t.short.clone()),
            change: found.areas.get(at).copied().flatten(),
            contribution: parts.map(|change| change.contribution).sum(),
            target: super::aims::points_of(model, &area.id),
            indicators: indicators(model, area.indicators.clone(), found),
        });
    }
    Compared {
        questions: found.paired_questions,
        coverage: found.paired_coverage,
        is_thin: found.paired_coverage < FIRM - 1e-9,
        overall: found.overall,
        areas,
    }
}

fn indicators(
    model: &Model,
    range: std::ops::Range<usize>,
    found: &gca_engine::Comparison,
) -> Vec<IndicatorChange> {
    let mut rows = Vec::new();
    for page in range {
        let applies = model.assessment.indicators.get(page).copied().flatten();
        let indicator = model.bank.indicators().get(page);
        let (Some(_), Some(indicator)) = (applies, indicator) else {
            continue;
        };
        let title = model.texts.indicators.get(indicator.source);
        rows.push(IndicatorChange {
            page,
            number: indicator_number(model, indicator.source),
            title: title.map_or_else(Rc::default, |texts| texts.0.clone()),
            change: found.indicators.get(page).copied().flatten(),
        });
    }
    rows
}

impl Compared {
    /// How many indicators rose, fell and stayed the same.
    pub fn counts(&self) -> (usize, usize, usize) {
        let (mut rose, mut fell, mut same) = (0, 0, 0);
        for indicator in self.areas.iter().flat_map(|area| &area.indicators) {
            match indicator.difference() {
                Some(by) if by > 1e-9 => rose += 1,
                Some(by) if by < -1e-9 => fell += 1,
                Some(_) => same += 1,
                None => {}
            }
        }
        (rose, fell, same)
    }

    /// Indicators with a change in the order that is wanted, where that is not the order of the areas.
    pub fn sorted(&self, order: Order) -> Option<Vec<&IndicatorChange>> {
        let sign = match order {
            Order::Area => return None,
            Order::Rise => 1.0,
            Order::Fall => -1.0,
        };
        let by = |one: &IndicatorChange| sign * one.difference().unwrap_or_default();
        let mut sorted: Vec<&IndicatorChange> = Vec::new();
        for one in self.areas.iter().flat_map(|area| &area.indicators) {
            if one.change.is_some() {
                let at = sorted.partition_point(|other| by(other) >= by(one));
                sorted.insert(at, one);
            }
        }
        Some(sorted)
    }
}

impl IndicatorChange {
    fn difference(&self) -> Option<f64> {
        self.change.map(Change::difference)
    }
}

/// Every answer that is another one.
fn changed(
    model: &Model,
    answers: &Answers,
    then: &Assessment,
    found: Option<&gca_engine::Comparison>,
) -> Vec<Changed> {
    let scored = found.map(|found| &*found.changes).unwrap_or_default();
    let contribution = |at: usize| {
        let change = scored.iter().find(|change| change.question == at);
        change.map_or(0.0, |change| change.contribution)
    };
    let mut order: Vec<usize> = scored.iter().map(|change| change.question).collect();
    let rest = 0..model.bank.questions().len();
    order.extend(rest.filter(|at| !scored.iter().any(|change| change.question == *at)));
    let mut list = Vec::new();
    for at in order {
        let from = was(model, at, answers, then);
        let to = was(model, at, &model.answers, &model.assessment);
        let question = model.question(at);
        let text = question.and_then(|question| model.texts.questions.get(question.source));
        let (Some(text), false) = (text, from == to) else {
            continue;
        };
        list.push(Changed {
            at,
            number: number(model, at),
            text: text.text.clone(),
            from,
            to,
            contribution: contribution(at),
        });
    }
    list
}

fn was(model: &Model, at: usize, answers: &Answers, outcome: &Assessment) -> Was {
    let Some(outcome) = outcome.questions.get(at) else {
        return Was::Open;
    };
    if outcome.hidden {
        return match outcome.state {
            State::NotApplicable => Was::Ruled,
            _ => Was::Implied,
        };
    }
    let source = model.question(at).map(|question| question.source);
    let Some(answer) = source.and_then(|source| answers.get(source)) else {
        return Was::Open;
    };
    match answer {
        Answer::Option(_) | Answer::Ticks(_) => answer_words(model, at, answer)
            .map_or(Was::Open, |words| Was::Answer(Words::Chosen(words))),
        Answer::Number(x) => Was::Answer(Words::Number(x)),
        Answer::DontKnow => Was::Answer(Words::DontKnow),
        Answer::NotApplicable => Was::Answer(Words::NotApplicable),
        Answer::Invalid => Was::Open,
    }
}
