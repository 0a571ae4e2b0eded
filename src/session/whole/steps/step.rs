//! One step: from which statement to which, what to do for it, and what was decided.

use crate::details::Planned;
use crate::model::Model;
use crate::view::{answer_words, number, Number};
use crate::whole::{Source, Words};
use gca_engine::{Answer, Effort, Kind, Question, Rise, RoadmapStep, State};
use std::rc::Rc;

/// What the bank advises at one question, for all levels lower than one that no entry before covers.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The level below which it holds.
    pub below: u8,
    /// What to do.
    pub action: Rc<str>,
    /// What it costs.
    pub effort: Effort,
    /// Who takes part.
    pub actors: Rc<[Rc<str>]>,
    /// What to read.
    pub reading: Rc<[Source]>,
}

/// Names a step, whatever is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepId {
    /// Position of the question in the whole bank.
    pub question: usize,
    /// Position of the option that is chosen or ticked; for a number the level that is reached.
    pub step: usize,
}

/// As many as a checklist may have options.
const STEPS: usize = 64;

impl StepId {
    /// As one number, for places of a page.
    pub fn code(self) -> usize {
        self.question * STEPS + self.step
    }

    /// From that number.
    pub fn from_code(code: usize) -> Self {
        Self {
            question: code / STEPS,
            step: code % STEPS,
        }
    }

    /// Id of the question and name of the step, as the plan keeps them; see
    /// [`Plan`](crate::details::Plan).
    pub(super) fn names(self, model: &Model) -> Option<(String, String)> {
        let question = model.whole.questions().get(self.question)?;
        let step = match question.kind {
            Kind::Number(_) => String::from(digit(self.step)),
            _ => question.options.get(self.step)?.id.to_string(),
        };
        Some((question.id.to_string(), step))
    }

    /// The step of those names; `None` if the bank has none.
    pub(super) fn named(model: &Model, question: &str, step: &str) -> Option<Self> {
        let at = model.whole.question_position(question)?;
        let question = model.whole.questions().get(at)?;
        let step = match question.kind {
            Kind::Number(_) => (0..10).find(|level| step.chars().eq([digit(*level)]))?,
            _ => question.option_position(step)?,
        };
        Some(Self { question: at, step })
    }

    fn of(question: &Question, option: Option<usize>, level: u8) -> Self {
        Self {
            question: question.source,
            step: option.unwrap_or(usize::from(level)),
        }
    }

    pub(super) fn of_rise(question: &Question, rise: &Rise) -> Self {
        Self::of(question, rise.option, rise.to.level)
    }
}

/// A level as a digit; no question has more than ten.
fn digit(level: usize) -> char {
    char::from(b'0' + (level % 10) as u8)
}

/// Where a step stands beside the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It can be taken now.
    Next,
    /// Other steps of its question come before it.
    Later,
    /// The answers say that it was taken.
    Reached,
    /// Its question is open or does not apply.
    Open,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which it is.
    pub id: StepId,
    /// Position of its question in the bank that is asked.
    pub at: usize,
    /// Number of its question.
    pub number: Number,
    /// Position of its area in the whole bank.
    pub area: usize,
    /// Title of its indicator.
    pub indicator: Rc<str>,
    /// The question.
    pub question: Rc<str>,
    /// What to do, in the words of the bank; empty if it advises nothing.
    pub action: Rc<str>,
    /// The statement or value that holds now; `None` where that is not known.
    pub from: Option<Words>,
    /// The statement or value that holds after it; of a checklist, what is ticked besides.
    pub to: Words,
    /// Whether it ticks an option of a checklist.
    pub is_tick: bool,
    /// Rise of the lower bound in overall points, 0–100; `None` unless it is ahead.
    pub gain: Option<f64>,
    /// What it costs; `None` unless it is ahead.
    pub effort: Option<Effort>,
    /// Who takes part.
    pub actors: Rc<[Rc<str>]>,
    /// What to read.
    pub reading: Rc<[Source]>,
    /// Questions that it opens: position in the bank that is asked, and number.
    pub unlocks: Vec<(usize, Number)>,
    /// Whether its area holds the stage down.
    pub is_limiting: bool,
    /// Where it stands.
    pub place: Place,
    /// What was decided about it.
    pub planned: Planned,
    /// Whether it is being tried.
    pub is_tried: bool,
    /// Whether what is told of it is open.
    pub is_open: bool,
}

impl Step {
    /// What to do, or what is to hold, if the bank has no words for that; `None` for a number.
    pub fn title(&self) -> Option<&Rc<str>> {
        match &self.to {
            _ if !self.action.is_empty() => Some(&self.action),
            Words::Chosen(words) => Some(words),
            _ => None,
        }
    }
}

/// The step that the roadmap ranks.
pub(super) fn of_roadmap(model: &Model, ranked: &RoadmapStep) -> Option<Step> {
    let question = model.question(ranked.question)?;
    let from = model.answers.get(question.source)?;
    let rise = question.rises(from).into_iter().next()?;
    let mut step = of_rise(model, ranked.question, &rise, Place::Next)?;
    step.gain = Some(ranked.gain);
    step.unlocks = opened(model, &ranked.unlocks);
    step.is_limiting = ranked.in_limiting_area;
    Some(step)
}

pub(super) fn opened(model: &Model, unlocks: &[usize]) -> Vec<(usize, Number)> {
    let unlocks = unlocks.iter();
    unlocks.map(|&at| (at, number(model, at))).collect()
}

/// A step ahead, from its way up.
pub(super) fn of_rise(model: &Model, at: usize, rise: &Rise, place: Place) -> Option<Step> {
    let question = model.question(at)?;
    let id = StepId::of_rise(question, rise);
    let weight = model.assessment.questions.get(at)?.weight;
    let mut step = bare(model, at, id, rise.from.level)?;
    step.from = words(model, at, rise.from.answer);
    step.gain = Some(100.0 * weight * (rise.to.score - rise.from.score));
    step.effort = Some(rise.effort);
    step.place = place;
    Some(step)
}

/// A step by its name alone, wherever it stands; `None` if its question is not asked.
pub(super) fn of_id(model: &Model, id: StepId) -> Option<Step> {
    let mut questions = model.bank.questions().iter();
    let at = questions.position(|q| q.source == id.question)?;
    let question = model.question(at)?;
    let answer = model.answers.get(id.question);
    if let (State::Answered, Some(answer)) = (model.state(at), answer) {
        let rises = question.rises(answer);
        let ahead = rises
            .iter()
            .position(|rise| StepId::of_rise(question, rise) == id);
        if let Some((n, rise)) = ahead.and_then(|n| Some((n, rises.get(n)?))) {
            let place = if n == 0 { Place::Next } else { Place::Later };
            return of_rise(model, at, rise, place);
        }
        let mut step = bare(model, at, id, level_before(question, id))?;
        step.place = Place::Reached;
        return Some(step);
    }
    bare(model, at, id, level_before(question, id))
}

/// The level from which a step starts, as far as its name tells.
fn level_before(question: &Question, id: StepId) -> u8 {
    match question.kind {
        Kind::Multi => 0,
        _ => u8::try_from(id.step.saturating_sub(1)).unwrap_or(u8::MAX),
    }
}

fn bare(model: &Model, at: usize, id: StepId, level: u8) -> Option<Step> {
    let question = model.question(at)?;
    let to = match question.kind {
        Kind::Number(posts) => {
            let share = if id.step < 3 { 0.5 } else { 1.0 };
            Words::Number(posts.worst + share * (posts.best - posts.worst))
        }
        _ => {
            let texts = model.texts.questions.get(question.source)?;
            Words::Chosen(texts.options.get(id.step)?.clone())
        }
    };
    let indicator = model.bank.indicators().get(question.indicator)?;
    let area = model.bank.areas().get(indicator.area)?.source;
    let title = model.texts.indicators.get(indicator.source)?;
    let advice = advice(model, id.question, level);
    let steps = &model.whole_part.steps;
    Some(Step {
        id,
        at,
        number: number(model, at),
        area,
        indicator: title.0.clone(),
        question: model.texts.questions.get(id.question)?.text.clone(),
        action: advice.map_or_else(Rc::default, |a| a.action.clone()),
        from: None,
        to,
        is_tick: question.kind == Kind::Multi,
        gain: None,
        effort: None,
        actors: advice.map_or_else(|| Rc::new([]) as Rc<[_]>, |a| a.actors.clone()),
        reading: advice.map_or_else(|| Rc::new([]) as Rc<[_]>, |a| a.reading.clone()),
        unlocks: Vec::new(),
        is_limiting: false,
        place: Place::Open,
        planned: planned(model, id),
        is_tried: false,
        is_open: steps.open.contains(&id),
    })
}

/// The entry with the smallest `below` greater than a level (METHOD, section 8).
pub(super) fn advice(model: &Model, source: usize, level: u8) -> Option<&Advice> {
    let advice = model.more.as_ref()?.advice.get(source)?;
    let ahead = advice.iter().filter(|advice| advice.below > level);
    ahead.min_by_key(|advice| advice.below)
}

fn planned(model: &Model, id: StepId) -> Planned {
    let plan = &model.whole_part.details.plan;
    // Most assessments have no plan, and names are made anew each time.
    if plan.is_empty() {
        return Planned::default();
    }
    let names = id.names(model);
    let planned = names.and_then(|(question, step)| plan.get(&question, &step));
    planned.cloned().unwrap_or_default()
}

/// An answer in words.
pub(super) fn words(model: &Model, at: usize, answer: Answer) -> Option<Words> {
    Some(match answer {
        Answer::Number(x) => Words::Number(x),
        answer => Words::Chosen(answer_words(model, at, answer)?),
    })
}
