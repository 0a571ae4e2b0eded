//! What is kept of a running exercise, and what is open.

use super::{Clock, Event, Exercise, Msg, Pack, Show, Team, Timed, View, ACTIONS};
use gca_engine::Json;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Participants that are listed at first, and how many more each time.
pub const FIRST: usize = 25;

/// When an event was released.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Released {
    /// Minute of the exercise.
    pub minute: f64,
    /// Time, in milliseconds since 1970.
    pub at: f64,
}

/// The part of the workshop that is about the exercise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// How long it has been going on.
    pub clock: Clock,
    /// Events that are released, by id.
    pub released: BTreeMap<String, Released>,
    /// Names that the trainer gave teams, by the id of the team.
    pub names: BTreeMap<String, Rc<str>>,
    /// Ids of the teams that the trainer chose for groups, by group; empty for none.
    pub groups: BTreeMap<String, String>,
    /// Whether the reference answers are shown.
    pub is_revealed: bool,
    /// What each team would do, by the id of the team.
    pub actions: BTreeMap<String, [Rc<str>; ACTIONS]>,
    /// Members that this version does not know.
    pub others: Vec<(String, Json)>,
    /// The page that is open. This and what follows is not kept.
    pub view: View,
    /// What the room is shown.
    pub show: Option<Show>,
    /// Whether the trainer is being asked about the reference answers.
    pub is_asking: bool,
    /// Participants that are listed besides the first.
    pub more: usize,
    /// Whether all questions are listed, and not only those that are farthest off.
    pub has_all_questions: bool,
    /// What is on the sheets.
    pub pack: Pack,
    /// Whether the trainer wants the sheets that have the reference answers.
    pub wants_notes: bool,
    /// Name of the file that was saved last.
    pub saved: Option<String>,
}

impl State {
    /// What only the material of the exercise has to be known for.
    pub(super) fn change(&mut self, exercise: &Exercise, msg: Msg) {
        match msg {
            Msg::View(view) => {
                (self.view, self.is_asking, self.saved) = (view, false, None);
                self.wants_notes = false;
                // The sheets of the debrief are on its own page.
                if view == View::Paper && self.pack == Pack::Debrief {
                    self.pack = Pack::default();
                }
                if view == View::Debrief {
                    self.pack = Pack::Debrief;
                }
            }
            Msg::Do(timed, now) => self.at(exercise, timed, now),
            Msg::TakeBack(at) => {
                if let Some(event) = exercise.events.get(at) {
                    self.released.remove(&event.id);
                    if self.show == Some(Show::Event(at)) {
                        self.show = None;
                    }
                }
            }
            Msg::Show(show) => self.show = show.filter(|show| self.may_show(exercise, *show)),
            Msg::AskReveal => self.is_asking = !self.is_revealed,
            Msg::KeepHidden => self.is_asking = false,
            Msg::Reveal if self.is_asking => (self.is_revealed, self.is_asking) = (true, false),
            Msg::Hide => self.is_revealed = false,
            Msg::More => self.more += FIRST,
            Msg::AllQuestions => self.has_all_questions = true,
            Msg::Pack(pack) => {
                (self.pack, self.wants_notes, self.saved) = (pack, false, None);
            }
            Msg::ShowNotes => self.wants_notes = self.pack == Pack::Notes,
            Msg::Saved(name) => self.saved = Some(name),
            _ => {}
        }
    }

    fn at(&mut self, exercise: &Exercise, timed: Timed, now: f64) {
        match timed {
            Timed::Start => self.clock.start(now),
            Timed::Pause => self.clock.pause(now),
            Timed::To(at) => {
                if let Some(part) = exercise.schedule.get(at) {
                    self.clock.set(part.minute, now);
                }
            }
            Timed::Release(at) => {
                if let Some(event) = exercise.events.get(at) {
                    let released = Released {
                        minute: self.clock.minutes(now),
                        at: now,
                    };
                    self.released.entry(event.id.clone()).or_insert(released);
                }
            }
        }
    }

    /// Whether an event is released.
    pub fn is_released(&self, event: &Event) -> bool {
        self.released.contains_key(&event.id)
    }

    /// Whether the room may see it: an event only once it is released.
    fn may_show(&self, exercise: &Exercise, show: Show) -> bool {
        match show {
            Show::Event(at) => exercise
                .events
                .get(at)
                .is_some_and(|event| self.is_released(event)),
            _ => true,
        }
    }

    /// What a team is called: as the trainer wants it, unless that is nothing.
    pub fn name_of(&self, team: &Team) -> Rc<str> {
        let own = self.names.get(&team.id);
        let own = own.filter(|name| !name.trim().is_empty());
        own.unwrap_or(&team.title).clone()
    }

    /// What a team would do.
    pub fn actions_of(&self, team: &str) -> [Rc<str>; ACTIONS] {
        self.actions.get(team).cloned().unwrap_or_default()
    }
}
