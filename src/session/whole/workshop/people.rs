//! Who is in the room, and how their answers come in.

mod arrival;
mod files;

pub use arrival::{Arrival, What};
pub(crate) use files::{files, finished, skipped, unsealed};

use super::hand::read as codes;
use super::paper::{self, Paper};
use super::{keep, kept, Came, Effect as Do, Person};
use crate::details::MAX_NAME;
use crate::model::Model;
use crate::msg::{Effect, Focus};
use std::rc::Rc;

/// People that are listed at first, and how many more each time.
pub const SHOWN: usize = 20;

/// Most people of a workshop.
pub const MAX_PEOPLE: usize = 5000;

/// What can happen. People and arrivals are positions in their lists.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Codes were pasted, among other words perhaps.
    Codes(Rc<str>),
    /// The camera saw a QR code with this text.
    Seen(Rc<str>),
    /// Count this arrival too, though it is there already.
    Both(usize),
    /// Put this arrival in the place of what is there.
    Instead(usize),
    /// Forget what came in.
    CloseArrivals,
    /// The name of somebody.
    Name(usize, Rc<str>),
    /// The group of somebody.
    Group(usize, Rc<str>),
    /// Whether somebody counts.
    Count(usize, bool),
    /// Take somebody out of the room.
    Remove(usize),
    /// Take that back.
    PutBack,
    /// Show more people.
    More,
    /// What is about paper.
    Paper(paper::Msg),
    /// Choose files.
    Pick,
    /// Switch the camera on or off.
    Camera(bool),
    /// The camera is on, or why it is not.
    CameraIs(Camera),
    /// Save the workshop as a file.
    Save,
    /// A file was handed to the user under this name.
    Saved(Rc<str>),
    /// Ask before deleting the workshop.
    AskDelete,
    /// Do not delete it.
    KeepAll,
    /// Delete it.
    Delete,
}

/// What the camera does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Camera {
    /// Nothing.
    #[default]
    Off,
    /// It is being asked for.
    Asked,
    /// It looks for codes.
    On,
    /// The user or the page does not allow it.
    Refused,
    /// There is none, or the browser reads no codes.
    Missing,
}

/// What the part shows, and what is not kept.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What came in last.
    pub arrivals: Vec<Arrival>,
    /// People that are shown besides the first.
    pub more: usize,
    /// Who was removed last, and from where.
    pub removed: Option<(usize, Person)>,
    /// Answers on paper that are being typed.
    pub paper: Option<Paper>,
    /// What the camera does.
    pub camera: Camera,
    /// Name of the file that was saved last.
    pub saved: Option<Rc<str>>,
    /// Whether it is asked about deleting.
    pub is_deleting: bool,
    /// How often names came from elsewhere than their fields.
    pub set: usize,
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let (bank, catalog) = (model.whole.clone(), model.catalog.clone());
    let workshop = model.workshop_mut();
    let is_room = matches!(msg, Msg::Instead(at) if workshop.is_room(at));
    let state = &mut workshop.people_state;
    match msg {
        Msg::Codes(text) => {
            state.arrivals.clear();
            for code in codes(&bank, &text) {
                let hand = code.map(|hand| hand.in_words(&catalog));
                workshop.arrive(Rc::default(), hand.map_err(What::Code), Came::Code);
            }
            arrived(model)
        }
        Msg::Seen(text) => {
            for code in codes(&bank, &text) {
                // The camera sees the same picture many times.
                let known = code.as_ref().is_ok_and(|hand| workshop.knows(hand));
                if !known {
                    let hand = code.map(|hand| hand.in_words(&catalog));
                    workshop.arrive(Rc::default(), hand.map_err(What::Code), Came::Picture);
                }
            }
            keep(model)
        }
        Msg::Both(at) => {
            if let Some((_, person)) = workshop.decided(at, What::Added) {
                workshop.add(person);
            }
            arrived(model)
        }
        Msg::Instead(at) if is_room => {
            let arrival = workshop.people_state.arrivals.get(at).cloned();
            if let Some(What::Room(_, bytes)) = arrival.as_ref().map(|a| &a.what) {
                if let Some(opened) = kept::open(&bank, bytes) {
                    let file = arrival.as_ref().map(|a| a.file.clone());
                    workshop.become_another(opened, file.unwrap_or_default());
                }
            }
            super::present::recount(model);
            arrived(model)
        }
        Msg::Instead(at) => {
            if let Some((id, mut person)) = workshop.decided(at, What::Replaced) {
                let slot = workshop.people.iter_mut().find(|one| one.id == id);
                if let Some(slot) = slot {
                    person.id = id;
                    *slot = person;
                } else {
                    workshop.add(person);
                }
            }
            arrived(model)
        }
        Msg::CloseArrivals => {
            state.arrivals.clear();
            vec![Effect::Focus(Focus::Place("people-h"))]
        }
        Msg::Name(at, name) => {
            if let Some(person) = workshop.people.get_mut(at) {
                person.name = cut(&name);
            }
            keep(model)
        }
        Msg::Group(at, group) => {
            if let Some(person) = workshop.people.get_mut(at) {
                person.group = cut(&group);
            }
            keep(model)
        }
        Msg::Count(at, is_in) => {
            if let Some(person) = workshop.people.get_mut(at) {
                person.is_in = is_in;
            }
            keep(model)
        }
        Msg::Remove(at) => {
            if at < workshop.people.len() {
                let person = workshop.people.remove(at);
                state.removed = Some((at, person));
                state.set += 1;
            }
            let mut effects = keep(model);
            effects.push(Effect::Focus(Focus::Place("put-back")));
            effects
        }
        Msg::PutBack => {
            if let Some((at, person)) = state.removed.take() {
                let at = at.min(workshop.people.len());
                workshop.people.insert(at, person);
                state.set += 1;
            }
            let mut effects = keep(model);
            effects.push(Effect::Focus(Focus::Place("people-h")));
            effects
        }
        Msg::More => {
            state.more += SHOWN;
            vec![]
        }
        Msg::Paper(msg) => paper::update(model, msg),
        Msg::Pick => vec![Effect::Workshop(Do::Pick)],
        Msg::Camera(on) => {
            state.camera = if on { Camera::Asked } else { Camera::Off };
            vec![Effect::Workshop(Do::Camera(on))]
        }
        Msg::CameraIs(camera) => {
            // Whoever switched it off meanwhile does not want to hear of it.
            if state.camera != Camera::Off {
                state.camera = camera;
            }
            vec![]
        }
        Msg::Save => vec![Effect::Workshop(Do::SaveAll)],
        Msg::Saved(name) => {
            state.saved = Some(name);
            vec![]
        }
        Msg::AskDelete => {
            state.is_deleting = true;
            vec![Effect::Focus(Focus::Dialog)]
        }
        Msg::KeepAll => {
            state.is_deleting = false;
            vec![Effect::Focus(Focus::Place("delete-room"))]
        }
        Msg::Delete => {
            let mut effects = super::forget(model);
            effects.push(Effect::Focus(Focus::Heading));
            effects
        }
    }
}

/// What came in is said first.
fn arrived(model: &mut Model) -> Vec<Effect> {
    let mut effects = keep(model);
    effects.push(Effect::Focus(Focus::Place("came")));
    effects
}

pub(super) fn cut(text: &str) -> Rc<str> {
    match text.chars().nth(MAX_NAME) {
        None => text.into(),
        Some(_) => text.chars().take(MAX_NAME).collect::<String>().into(),
    }
}
