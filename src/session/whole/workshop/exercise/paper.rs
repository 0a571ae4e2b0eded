//! The exercise on paper: what teams get, the trainer's notes, the debrief. Each is a report.

mod debrief;
mod notes;
mod team;

use super::teams::TeamView;
use crate::model::Model;
use crate::view::number_of;
use crate::whole::report::{markdown, Block, Cell, Formats, Part, Report, Section, Setting, Words};
use crate::Key;
use gca_engine::{Answer, Answers};
use std::rc::Rc;

/// What is on the sheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pack {
    /// The dossier and the answer sheet of each team.
    #[default]
    Teams,
    /// Schedule, events and reference answers, for the trainer alone.
    Notes,
    /// Profiles, differences, actions and closing questions.
    Debrief,
}

impl Pack {
    /// Word for the name of a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Teams => "teams",
            Self::Notes => "notes",
            Self::Debrief => "debrief",
        }
    }
}

/// What is on the sheets now; `None` without an exercise, and where the trainer has not yet said that reference
/// answers may be shown.
pub fn pack(model: &Model, setting: &Setting) -> Option<Report> {
    let state = &model.workshop().exercise;
    let exercise = model.exercise()?;
    let words = &Words { model, setting };
    let (title, sections) = match state.pack {
        Pack::Teams => (
            words.t(Key::ExercisePackTeams),
            team::sections(words, exercise),
        ),
        Pack::Notes if !state.wants_notes => return None,
        Pack::Notes => (
            words.t(Key::ExercisePackNotes),
            notes::sections(words, exercise),
        ),
        Pack::Debrief => (
            words.t(Key::ExerciseDebrief),
            debrief::sections(words, exercise),
        ),
    };
    let date = setting.formats.day(setting.now);
    let values = [("what", &*exercise.title), ("date", &*date)];
    Some(Report {
        language: model.catalog().language().into(),
        direction: setting.direction.into(),
        running: words.fill(Key::ReportRunning, &values),
        name: exercise.title.clone(),
        title,
        badges: Vec::new(),
        facts: Vec::new(),
        signs: words.signs(),
        sections,
    })
}

/// The same as Markdown, with the name of its file.
pub fn markdown_of(model: &Model, setting: &Setting) -> Option<(String, String)> {
    let name = ["exercise-", model.workshop().exercise.pack.name(), ".md"].concat();
    Some((name, markdown(&pack(model, setting)?)))
}

/// A section that begins a page of paper.
fn page(title: Rc<str>, blocks: Vec<Block>) -> Section {
    Section {
        part: Part::Page,
        title,
        blocks,
    }
}

/// A section that goes on where the last one ended.
fn more(title: Rc<str>, blocks: Vec<Block>) -> Section {
    Section {
        part: Part::Further,
        title,
        blocks,
    }
}

fn cell(words: impl Into<Rc<str>>) -> Cell {
    Cell(words.into(), Rc::default())
}

/// Number and words of a question of the whole bank.
fn question(words: &Words, at: usize) -> (Rc<str>, Rc<str>) {
    let texts = words.model.texts.questions.get(at);
    let text = texts.map(|texts| texts.text.clone()).unwrap_or_default();
    (words.number(number_of(words.model, at)), text)
}

fn answer(words: &Words, answers: &Answers, at: usize) -> Rc<str> {
    answer_words(words.model, words.formats(), answers, at)
}

/// An answer to a question of the whole bank, in words.
pub fn answer_words(model: &Model, formats: &dyn Formats, answers: &Answers, at: usize) -> Rc<str> {
    let texts = model.texts.questions.get(at);
    let words = |key| model.catalog.text(key);
    let label = |option: usize| texts.and_then(|texts| texts.options.get(option)).cloned();
    match answers.get(at) {
        None => words(Key::StateUnanswered),
        Some(Answer::Option(option)) => label(usize::from(option)).unwrap_or_default(),
        Some(Answer::Ticks(ticks)) => {
            let ticked = (0..64).filter(|at| ticks >> at & 1 == 1).filter_map(label);
            let ticked: Vec<Rc<str>> = ticked.collect();
            ticked.join(&*words(Key::SignItem)).into()
        }
        Some(Answer::Number(x)) => formats.plain(x),
        Some(Answer::DontKnow) => words(Key::QuestionDontKnow),
        Some(Answer::NotApplicable) => words(Key::QuestionNotApplicable),
        Some(Answer::Invalid) => words(Key::StateInvalid),
    }
}

/// Positions of the areas that a team looks at: its own, or all if it has none.
fn areas_of(model: &Model, team: &TeamView) -> Vec<usize> {
    match team.area {
        Some(area) => vec![area],
        None => (0..model.whole.areas().len()).collect(),
    }
}

/// Positions of the questions of an area in the whole bank.
fn questions_of(model: &Model, area: usize) -> Vec<usize> {
    let bank = &model.whole;
    let area = bank.areas().get(area);
    let indicators = area
        .map(|area| bank.indicators_of(area))
        .unwrap_or_default();
    indicators
        .iter()
        .flat_map(|i| i.questions.clone())
        .collect()
}
