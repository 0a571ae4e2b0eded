//! The exercise of the bank: a made-up country that teams assess, with what happens to it while they do.
//!
//! The trainer runs it ([`Clock`], events that are released one by one), shows parts of it to the room ([`shown()`]),
//! reveals the reference answers and sees how far everybody is from them ([`comparison()`]). What goes onto paper,
//! the debrief and the pack, are reports ([`pack()`]) and are drawn, printed and saved as any other. Nothing here shows
//! a reference answer before it is revealed, but for the trainer's own notes.

mod alpha;
mod clock;
mod comparison;
mod distance;
mod kept;
mod material;
mod paper;
mod shown;
mod state;
mod teams;

pub use alpha::{alpha, Metric};
pub use clock::{place, Clock, Place};
pub use comparison::{
    comparison, is_prepared, prepare, Agreement, Comparison, Of, ParticipantRow, QuestionRow,
    TeamRow,
};
pub use distance::{distance, step, Distance, Step};
pub use material::{Activity, Dossier, Event, Exercise, Fact, Reference, Team};
pub use paper::{answer_words, markdown_of, pack, Pack};
pub use shown::{shown, Show, Shown};
pub use state::{Released, State, FIRST};
pub use teams::{groups, teams, GroupView, TeamView};

use super::{keep, Effect as Shop};
use crate::model::Model;
use crate::msg::{Effect as Outside, Focus};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Longest name that a trainer gives a team, in characters.
pub const MAX_TEAM_NAME: usize = 120;
/// Longest action, in characters.
pub const MAX_ACTION: usize = 500;
/// Number of actions that each team proposes.
pub const ACTIONS: usize = 3;

/// What can happen. Teams, groups, events and parts of the schedule are positions in their lists.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Show another page of the exercise.
    View(View),
    /// What needs to know the time.
    Ask(Timed),
    /// The same, at this time in milliseconds since 1970.
    Do(Timed, f64),
    /// An event was released by mistake.
    TakeBack(usize),
    /// Show this to the room, or nothing of the exercise.
    Show(Option<Show>),
    /// What a team is called.
    Name(usize, Rc<str>),
    /// The team that a group is; `None` if it is none.
    Assign(usize, Option<usize>),
    /// Ask before the reference answers are shown.
    AskReveal,
    /// Do not show them.
    KeepHidden,
    /// Show them.
    Reveal,
    /// Hide them again.
    Hide,
    /// An action of a team was written: the team, which action, the text.
    Action(usize, usize, Rc<str>),
    /// Show more participants.
    More,
    /// Show all questions.
    AllQuestions,
    /// Put this on the sheets.
    Pack(Pack),
    /// Yes, show the sheets that have the reference answers.
    ShowNotes,
    /// Print what is on the sheets.
    Print,
    /// Save what is on the sheets as Markdown.
    Save,
    /// A file was handed to the user under this name.
    Saved(String),
}

/// What is done at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// Start the clock, or let it go on.
    Start,
    /// Stop it.
    Pause,
    /// Put it to the beginning of a part of the schedule.
    To(usize),
    /// Release an event.
    Release(usize),
}

/// A place that the focus goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The button that asks about the reference answers.
    Reveal,
    /// The heading over them.
    Reference,
    /// The button that prints.
    Print,
    /// The first of the questions that were not listed before.
    Question,
    /// The first button of an event.
    Event(usize),
}

/// What has to be done outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Look at the clock; becomes [`Msg::Do`].
    Time(Timed),
    /// Print what is on the sheets, and nothing else of the page.
    Print,
    /// Make a Markdown file of what is on the sheets; becomes [`Msg::Saved`].
    Save,
}

/// A page of the exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Briefing, schedule, teams, dossiers and events.
    #[default]
    Run,
    /// The reference answers, and how far everybody is from them.
    Compare,
    /// The closing round.
    Debrief,
    /// The printed pack.
    Paper,
}

impl Msg {
    /// Whether it changes what is kept of the workshop.
    pub fn is_change(&self) -> bool {
        matches!(
            self,
            Self::Do(..)
                | Self::TakeBack(_)
                | Self::Name(..)
                | Self::Assign(..)
                | Self::Reveal
                | Self::Hide
                | Self::Action(..)
        )
    }

    /// Whether it is one of many, as somebody types.
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::Name(..) | Self::Action(..))
    }
}

/// Changes the state; see [`crate::update()`].
pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Outside> {
    let is_change = msg.is_change();
    let mut effects = change(model, msg);
    if is_change {
        effects.extend(keep(model));
    }
    effects
}

fn change(model: &mut Model, msg: Msg) -> Vec<Outside> {
    let outside = |effect| vec![Outside::Workshop(Shop::Exercise(effect))];
    let spot = |spot| vec![Outside::Focus(Focus::Exercise(spot))];
    let exercise = model.exercise().cloned();
    let exercise = exercise.unwrap_or_default();
    let team = |model: &Model, at: usize| teams::teams_of(model).get(at).map(|t| t.id.clone());
    match msg {
        Msg::Ask(timed) => return outside(Effect::Time(timed)),
        Msg::Print => return outside(Effect::Print),
        Msg::Save => {
            state(model).saved = None;
            return outside(Effect::Save);
        }
        Msg::Name(at, name) => {
            if let Some(id) = team(model, at) {
                state(model).names.insert(id, name);
            }
        }
        Msg::Assign(at, to) => {
            let id = to.map_or(Some(String::new()), |to| team(model, to));
            let group = groups(model).get(at).map(|group| group.name.to_string());
            if let Some((group, id)) = group.zip(id) {
                state(model).groups.insert(group, id);
            }
        }
        Msg::Action(at, which, text) => {
            if let Some(id) = team(model, at) {
                let mut actions = state(model).actions.remove(&id).unwrap_or_default();
                if let Some(slot) = actions.get_mut(which) {
                    *slot = text;
                }
                let is_empty = |all: &[Rc<str>; ACTIONS]| all.iter().all(|one| one.is_empty());
                put(&mut state(model).actions, id, actions, is_empty);
            }
        }
        msg => {
            let focus = match &msg {
                Msg::AskReveal => vec![Outside::Focus(Focus::Dialog)],
                Msg::KeepHidden | Msg::Hide => spot(Spot::Reveal),
                Msg::Reveal => spot(Spot::Reference),
                Msg::ShowNotes => spot(Spot::Print),
                Msg::AllQuestions => spot(Spot::Question),
                // The button that was pressed is gone.
                Msg::Do(Timed::Release(at), _) | Msg::TakeBack(at) => spot(Spot::Event(*at)),
                _ => vec![],
            };
            state(model).change(&exercise, msg);
            return focus;
        }
    }
    vec![]
}

fn state(model: &mut Model) -> &mut State {
    &mut model.workshop_mut().exercise
}

/// Puts a value into a map, or nothing where it is empty.
fn put<T>(map: &mut BTreeMap<String, T>, id: String, value: T, is_empty: impl Fn(&T) -> bool) {
    if is_empty(&value) {
        map.remove(&id);
    } else {
        map.insert(id, value);
    }
}

impl Model {
    /// The exercise of the bank; `None` if it has none, or while the later texts are not there.
    pub fn exercise(&self) -> Option<&Rc<Exercise>> {
        self.more.as_ref()?.exercise.as_ref()
    }
}
