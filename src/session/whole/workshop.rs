//! A room that assesses together: who is in it, what they answered, what they agreed on, and the
//! exercise. It is kept beside the assessments of the device, under keys of its own ([`Desk`]).

pub mod answers;
mod desk;
pub mod exercise;
pub mod found;
pub mod hand;
mod kept;
pub mod paper;
pub mod people;
mod person;
pub mod present;
pub mod qr;
pub mod talk;

pub use desk::Desk;
pub use kept::{file_name, read, write, write_file};
pub use person::{Came, Person};
pub use talk::Talk;

use crate::keeper::Trouble;
use crate::model::{Model, Persist, Screen};
use crate::msg::{Effect as Outside, Focus};
use crate::whole::export::File;
use crate::whole::report::Setting;
use crate::Mode;
use std::collections::BTreeMap;

/// A part of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Who is in the room, and how their answers come in.
    #[default]
    People,
    /// What they answered.
    Answers,
    /// What they agree on.
    Talk,
    /// The exercise of the bank.
    Exercise,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Open a part.
    Part(Part),
    /// What is kept was read: its text, if there is any, or why it could not be read.
    Opened(Result<Option<String>, Trouble>),
    /// It was written, or not.
    Kept(Result<(), Trouble>),
    /// Use what another tab wrote.
    Theirs,
    /// Let what is here follow what another tab wrote.
    Mine,
    /// What is about handing in.
    Hand(hand::Msg),
    /// What is about people.
    People(people::Msg),
    /// What is about their answers.
    Answers(answers::Msg),
    /// What is about agreeing.
    Talk(talk::Msg),
    /// What is about the exercise.
    Exercise(exercise::Msg),
    /// What is about showing questions to the room.
    Present(present::Msg),
}

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Read what is kept; becomes [`Msg::Opened`].
    Open,
    /// Keep the workshop as it stands; becomes [`Msg::Kept`].
    Keep,
    /// Let the next save follow what another tab wrote.
    Follow,
    /// Remove what is kept.
    Forget,
    /// Hand the workshop to the user as a file; becomes [`people::Msg::Saved`].
    SaveAll,
    /// Let the user choose files.
    Pick,
    /// Switch the camera on or off; becomes [`people::Msg::CameraIs`] and [`people::Msg::Seen`].
    Camera(bool),
    /// What the exercise asks for.
    Exercise(exercise::Effect),
    /// What showing questions to the room asks for.
    Present(present::Effect),
    /// Make a file of the room and hand it to the user.
    Save(Paper),
}

/// A file of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// What was answered, as a table.
    Answers,
    /// The disagreement that remains, as a table.
    LeftCsv,
    /// The same to go on writing with.
    LeftMarkdown,
}

/// A workshop.
#[derive(Clone, Debug, Default)]
pub struct Workshop {
    /// Who is in the room, in the order in which their answers came.
    pub people: Vec<Person>,
    /// What was said about questions, by question id.
    pub talks: BTreeMap<String, Talk>,
    /// The exercise.
    pub exercise: exercise::State,
    /// Id for the next person.
    pub next_id: u32,
    /// People whose answers this version of the bank cannot read: they stay in what is kept.
    pub unread: Vec<gca_engine::Json>,
    /// Members of what is kept that this version does not know.
    pub others: Vec<(String, gca_engine::Json)>,
    /// The part that is open. This and what follows is not kept.
    pub part: Part,
    /// What the room sees.
    pub present: present::Present,
    /// Whether what is kept was read.
    pub is_open: bool,
    /// Why it is not kept, if it is not.
    pub trouble: Option<Trouble>,
    /// What the part about people shows.
    pub people_state: people::State,
    /// What is shown of the answers.
    pub answers: answers::State,
    /// The question on the table.
    pub table: talk::State,
    pub(crate) cache: found::Cache,
}

/// Changes the state; see [`crate::update()`].
pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Outside> {
    match msg {
        Msg::Part(part) => {
            let mut effects = left(model);
            model.workshop_mut().part = part;
            effects.push(Outside::Focus(Focus::Heading));
            // The exercise comes with the later texts.
            if model.wants_more() {
                effects.push(Outside::FetchMore);
            }
            effects
        }
        Msg::Opened(Ok(text)) => {
            let bank = model.whole.clone();
            let (part, set) = (model.workshop().part, model.workshop().people_state.set);
            let read = text.map(|text| read(&bank, &text)).unwrap_or_default();
            *model.workshop_mut() = Workshop {
                part,
                is_open: true,
                ..read
            };
            model.workshop_mut().people_state.set = set + 1;
            vec![]
        }
        Msg::Opened(Err(trouble)) => {
            let workshop = model.workshop_mut();
            workshop.is_open = true;
            workshop.trouble = Some(trouble);
            vec![]
        }
        Msg::Kept(result) => {
            model.workshop_mut().trouble = result.err();
            vec![]
        }
        Msg::Theirs => vec![
            Outside::Workshop(Effect::Open),
            Outside::Focus(Focus::Heading),
        ],
        Msg::Mine => vec![
            Outside::Workshop(Effect::Follow),
            Outside::Workshop(Effect::Keep),
            Outside::Focus(Focus::Heading),
        ],
        Msg::Hand(msg) => hand::update(model, msg),
        Msg::People(msg) => {
            let effects = people::update(model, msg);
            present::recount(model);
            effects
        }
        Msg::Present(msg) => present::update(model, msg),
        Msg::Answers(msg) => answers::update(model, msg),
        Msg::Talk(msg) => talk::update(model, msg),
        Msg::Exercise(msg) => exercise::update(model, msg),
    }
}

/// What follows a change of what is kept.
pub(crate) fn keep(model: &Model) -> Vec<Outside> {
    if model.persist() == Persist::None {
        return vec![];
    }
    vec![Outside::Workshop(Effect::Keep)]
}

/// Another part or another page was opened: whoever goes away is not filmed any longer.
pub(crate) fn left(model: &mut Model) -> Vec<Outside> {
    let state = &mut model.workshop_mut().people_state;
    if state.camera == people::Camera::Off {
        return vec![];
    }
    state.camera = people::Camera::Off;
    vec![Outside::Workshop(Effect::Camera(false))]
}

/// Deletes the workshop, here and on the device.
pub(crate) fn forget(model: &mut Model) -> Vec<Outside> {
    let mut effects = left(model);
    let workshop = model.workshop_mut();
    let (part, is_open) = (workshop.part, workshop.is_open);
    *workshop = Workshop {
        part,
        is_open,
        ..Workshop::default()
    };
    effects.push(Outside::Workshop(Effect::Forget));
    effects
}

/// What the screen needs when it is opened.
pub(crate) fn wanted(model: &Model) -> Option<Outside> {
    let wants = model.screen == Screen::Workshop && !model.config.first;
    (wants && !model.workshop().is_open).then_some(Outside::Workshop(Effect::Open))
}

/// Makes a file of the room.
pub fn file(model: &Model, setting: &Setting, paper: Paper) -> File {
    talk::file(model, setting, paper)
}

impl Model {
    /// The workshop of the device.
    pub fn workshop(&self) -> &Workshop {
        &self.whole_part.workshop
    }

    pub(crate) fn workshop_mut(&mut self) -> &mut Workshop {
        let workshop = &mut self.whole_part.workshop;
        workshop.cache.touch();
        workshop
    }

    /// Whether the page is for a trainer: the host asked for it, or the screen is open, or somebody
    /// is in the room.
    pub fn has_workshop(&self) -> bool {
        self.config.start_at == Screen::Workshop
            || self.screen == Screen::Workshop
            || !self.workshop().people.is_empty()
    }

    /// Whether what is kept of the workshop is to be read.
    pub fn wants_workshop(&self) -> bool {
        wanted(self).is_some()
    }

    /// The code of somebody's answers on the whole bank.
    pub fn code_of(&self, answers: &gca_engine::Answers) -> String {
        crate::code::encode(&self.whole, Mode::Full, answers)
    }
}
