//! What the room sees on a projector: one question, large, driven from the trainer's page. It is drawn once, in that
//! page; a second window shows a copy. Nothing of it is kept.

mod order;
mod seen;
mod timer;

pub use seen::{seen, Distribution, Prompt, Row, Seen, Spread};
pub use timer::{Timer, LENGTHS};

use super::found::Found;
use super::Effect as Workshop;
use crate::model::Model;
use crate::msg::{Effect as Outside, Focus};
use std::rc::Rc;

/// Where the room sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A second window, for a second display.
    Window,
    /// The display of the trainer.
    Screen,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Msg {
    /// Show questions to the room.
    Open(Place),
    /// The browser did not open a second window.
    Blocked,
    /// No longer.
    Close,
    /// The next question.
    Next,
    /// The one before.
    Previous,
    /// This question: its position in the whole bank.
    To(usize),
    /// Show what was answered, or hide it.
    Turn,
    /// What needs to know the time.
    Ask(Timed),
    /// The same, at this time in milliseconds since 1970.
    Do(Timed, f64),
    /// How long a question is discussed, in minutes.
    Minutes(u32),
}

/// What is done at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// Start the timer, or stop it.
    Turn,
    /// Put it back to its beginning.
    Reset,
    /// A second has passed.
    Tick,
}

/// What has to be done outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Open a second window; becomes [`Msg::Blocked`] if the browser does not.
    Window,
    /// Close it, and leave full screen.
    Close,
    /// Look at the clock; becomes [`Msg::Do`].
    Time(Timed),
    /// Look at it once a second has passed.
    Soon,
}

/// What the room sees.
#[derive(Clone, Debug, Default)]
pub struct Present {
    /// Where; `None` if nothing is shown.
    pub on: Option<Place>,
    /// Questions in the order in which they come, as positions in the whole bank.
    pub order: Vec<usize>,
    /// Which of them is shown.
    pub at: usize,
    /// Whether the room sees what was answered.
    pub is_open: bool,
    /// The timer.
    pub timer: Timer,
    /// Whether the browser did not open a second window.
    pub is_blocked: bool,
    /// What the room answered, counted once for all questions.
    counted: Option<Rc<Found>>,
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Outside> {
    let outside = |effect| Outside::Workshop(Workshop::Present(effect));
    if let Msg::Open(_) = msg {
        count(model);
    }
    let table = model.talk_at();
    let order = match msg {
        Msg::Open(_) => order::of(model),
        _ => Vec::new(),
    };
    let state = &mut model.workshop_mut().present;
    match msg {
        Msg::Open(place) => {
            state.order = order;
            // Both move together from here on.
            state.to(Some(table));
            state.is_open = false;
            state.is_blocked = false;
            state.timer.stop();
            let before = state.on.replace(place);
            let mut effects = Vec::from_iter(before.map(|_| outside(Effect::Close)));
            effects.push(match place {
                Place::Window => outside(Effect::Window),
                Place::Screen => Outside::Focus(Focus::Dialog),
            });
            effects
        }
        Msg::Blocked => {
            state.on = Some(Place::Screen);
            state.is_blocked = true;
            vec![Outside::Focus(Focus::Dialog)]
        }
        Msg::Close => {
            if state.on.take().is_none() {
                return vec![];
            }
            state.timer.stop();
            state.counted = None;
            vec![outside(Effect::Close), Outside::Focus(Focus::Present)]
        }
        Msg::Next if state.at + 1 < state.order.len() => {
            state.turn(state.at + 1);
            lay(model)
        }
        Msg::Previous if state.at > 0 => {
            state.turn(state.at - 1);
            lay(model)
        }
        Msg::Next | Msg::Previous => vec![],
        Msg::To(question) => {
            if state.question() != Some(question) {
                state.to(Some(question));
                state.is_open = false;
            }
            vec![]
        }
        Msg::Turn => {
            state.is_open = !state.is_open;
            vec![]
        }
        Msg::Ask(timed) => vec![outside(Effect::Time(timed))],
        Msg::Do(timed, now) => {
            match timed {
                Timed::Turn => state.timer.turn(now),
                Timed::Reset => state.timer.reset(),
                Timed::Tick => state.timer.tick(now),
            }
            let goes = state.timer.is_running() && state.on.is_some();
            goes.then(|| outside(Effect::Soon)).into_iter().collect()
        }
        Msg::Minutes(minutes) => {
            state.timer.set(minutes);
            vec![]
        }
    }
}

/// What the room sees is on the trainer's table too.
fn lay(model: &mut Model) -> Vec<Outside> {
    if let Some(question) = model.workshop().present.question() {
        super::talk::lay(model, question);
    }
    vec![]
}

/// A question was put on the table: the room sees it, if it sees any. Its answers are hidden.
pub(super) fn follow(model: &mut Model, question: usize) {
    let state = &mut model.workshop_mut().present;
    let place = state.order.iter().position(|one| *one == question);
    if let Some(place) = place.filter(|place| *place != state.at) {
        state.turn(place);
    }
}

/// The trainer takes the questions in another order, and begins with the first: so does the room, if it sees any.
pub(super) fn reorder(model: &mut Model) {
    if model.workshop().present.on.is_some() {
        let order = order::of(model);
        let state = &mut model.workshop_mut().present;
        state.order = order;
        state.turn(0);
    }
}

/// Counts what the room answered, if the room sees it: called when people or their answers have changed.
pub(super) fn recount(model: &mut Model) {
    if model.workshop().present.on.is_some() {
        count(model);
    }
}

fn count(model: &mut Model) {
    let counted = model.room();
    model.workshop_mut().present.counted = Some(counted);
}

impl Present {
    /// The question that is shown: its position in the whole bank.
    pub fn question(&self) -> Option<usize> {
        self.order.get(self.at).copied()
    }

    /// Another question has its answers hidden, and its time before it.
    fn turn(&mut self, at: usize) {
        self.at = at;
        self.is_open = false;
        self.timer.reset();
    }

    fn to(&mut self, question: Option<usize>) {
        let place = self.order.iter().position(|one| Some(*one) == question);
        self.at = place.unwrap_or(0);
    }
}
