//! Discussing and agreeing, one question at a time.

mod carry;
mod left;
mod paper;

pub use left::{left, Left};
pub(crate) use paper::file;

use super::answers::{order, Order, HANDFUL};
use super::{keep, Effect as Do, Paper};
use crate::details::MAX_NAME;
use crate::model::{Model, MAX_NOTE};
use crate::msg::{Effect, Focus};
use gca_engine::{agreement, Answer, Flag, Kind};
use std::rc::Rc;

/// What was said about a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talk {
    /// Second vote: people by level; empty without one.
    pub second: Vec<u32>,
    /// Second vote: people who do not know.
    pub dont_know: u32,
    /// Second vote on a number: the values.
    pub values: Vec<f64>,
    /// The answer that was agreed on.
    pub agreed: Option<Answer>,
    /// What a minority wants noted.
    pub minority: Rc<str>,
    /// Whether the room is done with it.
    pub is_done: bool,
}

/// Most people of a vote: a typing error is no crowd.
const MOST: u32 = 100_000;

impl Talk {
    /// How many gave a valid answer in the second vote.
    pub fn votes(&self) -> u32 {
        let n = self
            .second
            .iter()
            .fold(0_u32, |n, of| n.saturating_add(*of));
        n.saturating_add(u32::try_from(self.values.len()).unwrap_or(MOST))
    }

    /// How far the second vote agrees, and how that reads.
    pub fn agreement(&self, model: &Model, source: usize) -> (Option<f64>, Option<Flag>) {
        match self.values.is_empty() {
            true => agreement(&self.second),
            false => agreement(&self.levels(model, source)),
        }
    }

    /// The second vote by level; of numbers too.
    pub fn levels(&self, model: &Model, source: usize) -> Vec<u32> {
        let question = model.whole.questions().get(source);
        let mut counts = self.second.clone();
        if let Some(question) = question.filter(|_| !self.values.is_empty()) {
            counts = vec![0; usize::from(question.levels())];
            for value in &self.values {
                let level = question.value_of(Answer::Number(*value));
                let level = level.map(|(_, level)| usize::from(level));
                if let Some(count) = level.and_then(|level| counts.get_mut(level)) {
                    *count += 1;
                }
            }
        }
        counts
    }
}

/// What becomes of questions without an agreed answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// They stay open.
    #[default]
    Open,
    /// They get the answer of the group.
    Group,
}

/// What is open here. It is not kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Order of the questions.
    pub order: Order,
    /// Position in the whole bank of the question on the table.
    at: Option<usize>,
    /// What becomes of questions without an agreed answer.
    pub fill: Fill,
    /// What the assessment is to be called.
    pub name: Rc<str>,
    /// The file that was saved last, and its name.
    pub saved: Option<(Paper, String)>,
    more: usize,
}

impl State {
    /// How many rows of a list are shown at most.
    pub fn shown(&self) -> usize {
        HANDFUL * (self.more + 1)
    }
}

/// What can happen. Questions are positions in the whole bank.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Take the questions in an order.
    Sort(Order),
    /// Put a question on the table.
    Open(usize),
    /// The next question.
    Next,
    /// The one before.
    Previous,
    /// Second vote: this many people at a level.
    Vote(usize, usize, u32),
    /// Second vote: this many people do not know.
    DontKnow(usize, u32),
    /// Second vote on a number: the values, as they were typed.
    Values(usize, Rc<str>),
    /// The answer of a question that was agreed on.
    Agree(usize, Option<Answer>),
    /// The same for one option of a checklist.
    Tick(usize, usize, bool),
    /// What a minority wants noted.
    Minority(usize, Rc<str>),
    /// Done with a question; the next one comes.
    Done(usize),
    /// Not done with it after all.
    Again(usize),
    /// Show more of the lists.
    More,
    /// What the new assessment is called.
    Name(Rc<str>),
    /// What becomes of questions without an agreed answer.
    Fill(Fill),
    /// Go on with the agreed answers as an assessment of its own.
    Carry,
    /// Save what remains.
    Save(Paper),
    /// It was saved under this name.
    Saved(Paper, String),
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let state = &mut model.workshop_mut().table;
    match msg {
        Msg::Sort(order) => {
            state.order = order;
            state.at = None;
            super::present::reorder(model);
            return vec![];
        }
        Msg::Open(at) => return open(model, Some(at)),
        Msg::Next => return step(model, 1),
        Msg::Previous => return step(model, -1),
        Msg::More => {
            state.more += 1;
            return vec![];
        }
        Msg::Name(name) => {
            state.name = name.chars().take(MAX_NAME).collect::<String>().into();
            return vec![];
        }
        Msg::Fill(fill) => {
            state.fill = fill;
            return vec![];
        }
        Msg::Carry => return carry::carry(model),
        Msg::Save(paper) => {
            state.saved = None;
            return vec![Effect::Workshop(Do::Save(paper))];
        }
        Msg::Saved(paper, name) => {
            state.saved = Some((paper, name));
            return vec![];
        }
        Msg::Vote(at, level, n) => {
            let Some(question) = model.whole.questions().get(at) else {
                return vec![];
            };
            let levels = usize::from(question.levels());
            edit(model, at, |talk| {
                talk.second.resize(levels, 0);
                if let Some(count) = talk.second.get_mut(level) {
                    *count = n.min(MOST);
                }
                if talk.second.iter().all(|count| *count == 0) {
                    talk.second.clear();
                }
            });
        }
        Msg::DontKnow(at, n) => edit(model, at, |talk| talk.dont_know = n.min(MOST)),
        Msg::Values(at, text) => edit(model, at, |talk| talk.values = values(&text)),
        Msg::Agree(at, answer) => edit(model, at, |talk| talk.agreed = answer),
        Msg::Tick(at, option, on) => tick(model, at, option, on),
        Msg::Minority(at, text) => edit(model, at, |talk| {
            talk.minority = text.chars().take(MAX_NOTE / 2).collect::<String>().into();
        }),
        Msg::Again(at) => edit(model, at, |talk| talk.is_done = false),
        Msg::Done(at) => {
            edit(model, at, |talk| talk.is_done = true);
            let mut effects = keep(model);
            effects.extend(step(model, 1));
            return effects;
        }
    }
    keep(model)
}

fn edit(model: &mut Model, at: usize, change: impl FnOnce(&mut Talk)) {
    let Some(question) = model.whole.questions().get(at) else {
        return;
    };
    let id = question.id.to_string();
    let talks = &mut model.workshop_mut().talks;
    let talk = talks.entry(id.clone()).or_default();
    change(talk);
    if *talk == Talk::default() {
        talks.remove(&id);
    }
}

/// As on the page of a question: an option that excludes the others does so here.
fn tick(model: &mut Model, at: usize, option: usize, on: bool) {
    let Some(question) = model.whole.questions().get(at) else {
        return;
    };
    let mut exclusive = 0_u64;
    for (at, option) in question.options.iter().enumerate().take(64) {
        exclusive |= u64::from(option.exclusive) << at;
    }
    let Some(bit) = u32::try_from(option)
        .ok()
        .and_then(|o| 1_u64.checked_shl(o))
    else {
        return;
    };
    edit(model, at, |talk| {
        let before = match talk.agreed {
            Some(Answer::Ticks(ticks)) => ticks,
            _ => 0,
        };
        let now = match (on, bit & exclusive != 0) {
            (false, _) => before & !bit,
            (true, true) => bit,
            (true, false) => before & !exclusive | bit,
        };
        talk.agreed = (now != 0).then_some(Answer::Ticks(now));
    });
}

/// Numbers as they are typed, between spaces or semicolons; a comma is a decimal point.
fn values(text: &str) -> Vec<f64> {
    let words = text.split(|c: char| c.is_whitespace() || c == ';');
    let words = words.filter(|word| !word.is_empty());
    let values = words.filter_map(|word| word.replace(',', ".").parse::<f64>().ok());
    values.filter(|x| x.is_finite()).take(1000).collect()
}

fn open(model: &mut Model, at: Option<usize>) -> Vec<Effect> {
    model.workshop_mut().table.at = at;
    // What the room sees goes with it.
    if let Some(at) = at {
        super::present::follow(model, at);
    }
    vec![Effect::Focus(Focus::Talk)]
}

/// The room was shown another question: it is on the table too.
pub(super) fn lay(model: &mut Model, at: usize) {
    model.workshop_mut().table.at = Some(at);
}

pub(super) fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    let order = model.talk_order();
    let at = model.talk_at();
    let place = order.iter().position(|other| *other == at).unwrap_or(0);
    let next = place.checked_add_signed(by).and_then(|to| order.get(to));
    match next.copied() {
        Some(next) => open(model, Some(next)),
        None => vec![Effect::Focus(Focus::Talk)],
    }
}

impl Model {
    /// The questions in the order in which they are talked about.
    pub fn talk_order(&self) -> Vec<usize> {
        order(self, self.workshop().table.order)
    }

    /// The question on the table.
    pub fn talk_at(&self) -> usize {
        let at = self.workshop().table.at;
        at.or_else(|| self.talk_order().first().copied())
            .unwrap_or_default()
    }

    /// What was said about a question.
    pub fn talk(&self, source: usize) -> Option<&Talk> {
        let question = self.whole.questions().get(source)?;
        self.workshop().talks.get(&*question.id)
    }

    /// An answer to a question of the whole bank in words; `None` for a number and what is none.
    pub fn agreed_words(&self, source: usize, answer: Answer) -> Option<Rc<str>> {
        let labels = &self.texts.questions.get(source)?.options;
        match answer {
            Answer::Option(at) => labels.get(usize::from(at)).cloned(),
            Answer::Ticks(ticks) => {
                let chosen = labels.iter().enumerate();
                let chosen = chosen.filter(|(at, _)| *at < 64 && ticks >> at & 1 == 1);
                let chosen: Vec<&str> = chosen.map(|(_, label)| &**label).collect();
                Some(chosen.join(&self.catalog.text(crate::Key::SignItem)).into())
            }
            _ => None,
        }
    }

    /// Whether a question is a checklist.
    pub fn is_checklist(&self, source: usize) -> bool {
        let question = self.whole.questions().get(source);
        question.is_some_and(|question| question.kind == Kind::Multi)
    }
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn values_are_read_as_people_type_them() {
        assert_eq!(values(" 3 4,5;\n6.25 x NaN inf "), [3.0, 4.5, 6.25]);
        assert!(values("").is_empty());
    }
}
