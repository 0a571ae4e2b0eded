//! What the room answered.

use super::found::FEWEST;
use super::Effect as Do;
use crate::model::Model;
use crate::msg::Effect;
use crate::view::{number_of, Number};
use gca_engine::{Flag, QuestionWorkshop};
use std::rc::Rc;

/// How many rows come at once.
pub const HANDFUL: usize = 12;

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What the room disagrees on most.
    #[default]
    Disagreement,
    /// The first question.
    Bank,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Show more questions.
    More,
    /// Show them in an order.
    Sort(Order),
    /// Show one area, or all.
    Area(Option<usize>),
    /// Show what reads one way, or all.
    Flag(Option<Flag>),
    /// Show the groups side by side, or not.
    Groups(bool),
    /// Save the numbers as a table.
    Save,
}

/// What is shown. It is not kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Order of the questions.
    pub order: Order,
    /// The area that is shown; all if none.
    pub area: Option<usize>,
    /// How the agreement reads on what is shown; any if none.
    pub flag: Option<Flag>,
    /// Whether groups stand side by side.
    pub by_group: bool,
    more: usize,
}

impl State {
    /// The same, however many rows of it are shown.
    pub fn first(self) -> Self {
        Self { more: 0, ..self }
    }

    /// How many questions are shown at most.
    pub fn shown(&self) -> usize {
        HANDFUL * (self.more + 1)
    }
}

/// How the room answered a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Position in the whole bank.
    pub source: usize,
    /// Number.
    pub number: Number,
    /// The question.
    pub text: Rc<str>,
    /// How it was answered.
    pub told: QuestionWorkshop,
    /// The same by group; empty unless they are shown.
    pub groups: Vec<(Rc<str>, QuestionWorkshop)>,
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let state = &mut model.workshop_mut().answers;
    match msg {
        Msg::More => state.more += 1,
        Msg::Sort(order) => (state.order, state.more) = (order, 0),
        Msg::Area(area) => (state.area, state.more) = (area, 0),
        Msg::Flag(flag) => (state.flag, state.more) = (flag, 0),
        Msg::Groups(on) => state.by_group = on,
        Msg::Save => return vec![Effect::Workshop(Do::Save(super::Paper::Answers))],
    }
    vec![]
}

/// Whether there are enough answers for a distribution.
pub fn is_shown(told: &QuestionWorkshop) -> bool {
    told.numbers.valid >= FEWEST
}

/// Positions of all questions in the whole bank.
pub(super) fn order(model: &Model, order: Order) -> Vec<usize> {
    let mut all: Vec<usize> = (0..model.whole.questions().len()).collect();
    if order == Order::Disagreement {
        let room = model.room();
        let far = |at: &usize| {
            let told = room.all.questions.get(*at);
            let place = match told.and_then(|told| told.flag) {
                Some(Flag::Discuss) => 0,
                Some(Flag::Mixed) => 1,
                Some(Flag::Agree) => 2,
                Some(Flag::Few) | None => 3,
            };
            let consensus = told.filter(|told| is_shown(told));
            (
                place,
                consensus.and_then(|told| told.consensus).unwrap_or(2.0),
            )
        };
        all.sort_by(|a, b| {
            let (a, b) = (far(a), far(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
    }
    all
}

/// What the room disagrees on most; `None` if it agrees, or too few answered.
pub fn most(model: &Model) -> Option<Row> {
    let first = order(model, Order::Disagreement).first().copied()?;
    let row = row(model, first)?;
    let flag = row.told.flag;
    matches!(flag, Some(Flag::Discuss | Flag::Mixed)).then_some(row)
}

/// The questions that are shown, all of them, whatever is on the page at once.
pub fn rows(model: &Model) -> Vec<Row> {
    let state = model.workshop().answers;
    let rows = order(model, state.order).into_iter();
    rows.filter_map(|at| row(model, at))
        .filter(|row| state.area.is_none_or(|area| row.number.area == area + 1))
        .filter(|row| state.flag.is_none() || row.told.flag == state.flag)
        .collect()
}

/// How the room answered the question at a position of the whole bank.
pub fn row(model: &Model, source: usize) -> Option<Row> {
    let room = model.room();
    let told = room.all.questions.get(source)?.clone();
    let groups = match model.workshop().answers.by_group {
        true => room.groups(&model.whole),
        false => &[],
    };
    let groups = groups.iter().filter_map(|group| {
        let told = group.told.questions.get(source)?;
        Some((group.name.clone(), told.clone()))
    });
    let groups = groups.collect();
    Some(Row {
        source,
        number: number_of(model, source),
        text: model.texts.questions.get(source)?.text.clone(),
        told,
        groups,
    })
}
