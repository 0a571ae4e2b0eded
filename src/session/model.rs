//! The state of one assessment.

use crate::catalog::Catalog;
use crate::keeper::Trouble;
use crate::snapshot::{Given, Snapshot, FORMAT};
use crate::texts::Texts;
use gca_engine::{assess, Answers, Assessment, Bank, Kept, Question, RawAnswer, State};
use std::rc::Rc;

/// Which questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// All.
    Full,
    /// The short version of the bank.
    Quick,
}

impl Mode {
    /// Name as in snapshots and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Quick => "quick",
        }
    }

    /// By name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "full" => Some(Self::Full),
            "quick" => Some(Self::Quick),
            _ => None,
        }
    }
}

/// Where answers are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persist {
    /// On the device, until deleted.
    #[default]
    Local,
    /// Until the tab is closed.
    Session,
    /// Nowhere.
    None,
}

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// What it is, and where to begin.
    #[default]
    Start,
    /// One indicator a page.
    Questions,
    /// All answers.
    Review,
    /// The score and what it rests on.
    Results,
}

impl Screen {
    /// Name as in snapshots and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Questions => "questions",
            Self::Review => "review",
            Self::Results => "results",
        }
    }

    /// By name; anything else is the start.
    pub fn from_name(name: &str) -> Self {
        match name {
            "questions" => Self::Questions,
            "review" => Self::Review,
            "results" => Self::Results,
            _ => Self::Start,
        }
    }
}

/// Which answers the review shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Unanswered and "don't know".
    Open,
    /// "Not applicable".
    NotApplicable,
    /// Unanswered.
    Unanswered,
    /// "Don't know".
    DontKnow,
    /// With a note or evidence.
    Noted,
    /// To come back to.
    Flagged,
    /// Part of a contradiction.
    Contradicting,
}

/// Whether the last change is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing has been answered, so there is nothing to keep.
    #[default]
    Idle,
    /// Changed and not written yet.
    Pending,
    /// Kept, since this time in milliseconds since 1970.
    Saved(f64),
    /// Kept in memory only, as the host wants it.
    Memory,
    /// Not kept.
    Failed(Trouble),
}

/// What the host asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// One version only, or `None` for the user to choose.
    pub mode: Option<Mode>,
    /// Where answers are kept.
    pub persist: Persist,
    /// The screen to open on.
    pub start_at: Screen,
    /// Whether each question has a field for who answered it.
    pub ask_who: bool,
    /// Whether this is the first program, which has the start and the questions only: the whole
    /// program is asked for when another screen is opened, and takes over.
    pub first: bool,
}

/// Texts that the first screen does not need, by position of the question in the whole bank.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct More {
    /// Explanation of each question, and the evidence to look for.
    pub questions: Vec<(Rc<str>, Vec<Rc<str>>)>,
    /// What each question rests on.
    #[cfg(feature = "whole")]
    pub sources: Vec<Rc<[crate::whole::Source]>>,
    /// Answers that would contradict each other; questions are positions in the whole bank.
    #[cfg(feature = "whole")]
    pub checks: Vec<gca_engine::Check>,
}

/// The state of one assessment.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) config: Config,
    pub(crate) whole: Rc<Bank>,
    pub(crate) bank: Rc<Bank>,
    pub(crate) texts: Rc<Texts>,
    pub(crate) catalog: Rc<Catalog>,
    pub(crate) more: Option<Rc<More>>,
    pub(crate) more_failed: bool,
    pub(crate) whole_failed: bool,
    pub(crate) mode: Option<Mode>,
    pub(crate) answers: Answers,
    pub(crate) kept: Vec<Kept>,
    /// Notes by position in the whole bank; `Some("")` is open and empty.
    pub(crate) notes: Vec<Option<Rc<str>>>,
    /// Notes to questions that this bank does not have.
    pub(crate) kept_notes: Vec<(String, RawAnswer)>,
    /// Members of the snapshot that are not read here; see [`Snapshot::rest`].
    pub(crate) rest: String,
    #[cfg(feature = "whole")]
    pub(crate) whole_part: crate::whole::Whole,
    pub(crate) assessment: Assessment,
    pub(crate) screen: Screen,
    pub(crate) page: usize,
    pub(crate) area_open: Option<usize>,
    pub(crate) rail_open: bool,
    pub(crate) filter: Filter,
    pub(crate) saving: Saving,
    pub(crate) damaged: bool,
    pub(crate) report_kept: bool,
    pub(crate) deleted: bool,
    pub(crate) deleting: bool,
    pub(crate) returning: bool,
    pub(crate) spoken: bool,
    pub(crate) completed: bool,
}

/// Longest note, in characters.
pub const MAX_NOTE: usize = 2000;

impl Model {
    /// Nothing answered yet.
    pub fn new(config: Config, bank: Rc<Bank>, texts: Rc<Texts>, catalog: Rc<Catalog>) -> Self {
        let answers = Answers::new(&bank);
        let mut model = Self {
            mode: config.mode,
            screen: config.start_at,
            notes: vec![None; bank.width()],
            assessment: assess(&bank, &answers),
            bank: bank.clone(),
            whole: bank,
            texts,
            catalog,
            more: None,
            more_failed: false,
            whole_failed: false,
            answers,
            kept: Vec::new(),
            kept_notes: Vec::new(),
            rest: String::new(),
            #[cfg(feature = "whole")]
            whole_part: Default::default(),
            page: 0,
            area_open: Some(0),
            rail_open: false,
            filter: Filter::All,
            saving: match config.persist {
                Persist::None => Saving::Memory,
                _ => Saving::Idle,
            },
            damaged: false,
            report_kept: false,
            deleted: false,
            deleting: false,
            returning: false,
            spoken: false,
            completed: false,
            config,
        };
        if model.screen != Screen::Start {
            model.set_mode(model.mode.unwrap_or(Mode::Full));
        } else if let Some(mode) = model.mode {
            model.set_mode(mode);
        }
        model
    }

    /// The bank that is asked: the whole one, or its quick version.
    pub fn bank(&self) -> &Bank {
        &self.bank
    }

    /// The outcome of the answers as they stand, on [`Model::bank`].
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// Texts of the interface.
    pub fn catalog(&self) -> &Rc<Catalog> {
        &self.catalog
    }

    /// Texts of the bank.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The open screen.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Whether the last change is kept.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// Where answers are kept.
    pub fn persist(&self) -> Persist {
        self.config.persist
    }

    /// The version that is asked; `None` while not chosen.
    pub fn mode(&self) -> Option<Mode> {
        self.mode
    }

    /// The only version that may be asked; `None` if the user chooses.
    pub fn only_mode(&self) -> Option<Mode> {
        self.config.mode
    }

    /// Whether anything has been answered or noted.
    pub fn is_begun(&self) -> bool {
        #[cfg(feature = "whole")]
        if self.whole_part.holds_something() {
            return true;
        }
        !self.answers.is_empty() || self.note_count() > 0 || !self.kept.is_empty()
    }

    /// Number of questions in the quick version.
    pub fn quick_count(&self) -> usize {
        self.whole.questions().iter().filter(|q| q.quick).count()
    }

    /// Number of questions of the whole bank.
    pub fn whole_count(&self) -> usize {
        self.whole.width()
    }

    /// Number of answers, "don't know" and "not applicable" included.
    pub fn answer_count(&self) -> usize {
        self.answers.len()
    }

    /// Number of notes with text.
    pub fn note_count(&self) -> usize {
        self.notes
            .iter()
            .flatten()
            .filter(|n| !n.is_empty())
            .count()
    }

    /// Whether the list of areas is open where it has no room of its own.
    pub fn rail_is_open(&self) -> bool {
        self.rail_open
    }

    /// Whether the user is being asked about deleting.
    pub fn is_deleting(&self) -> bool {
        self.deleting
    }

    /// Whether the whole program could not be fetched for the open screen.
    pub fn is_whole_missing(&self) -> bool {
        self.whole_failed
    }

    /// Whether a damaged save was found at opening.
    pub fn found_damaged(&self) -> bool {
        self.damaged
    }

    /// Whether everything was deleted, and nothing answered or closed since.
    pub fn is_deleted(&self) -> bool {
        self.deleted
    }

    /// Number of answers kept aside that the user has not been told of; 0 once closed.
    pub fn kept_to_report(&self) -> usize {
        if self.report_kept {
            self.kept.len()
        } else {
            0
        }
    }

    /// What the review shows.
    pub fn filter(&self) -> Filter {
        self.filter
    }

    /// Whether something changed that has been asked to be spoken, and may be now.
    pub fn is_spoken(&self) -> bool {
        self.spoken
    }

    /// What is kept: answers, notes and the place.
    pub fn snapshot(&self) -> Snapshot {
        #[cfg(feature = "whole")]
        if let Some(behind) = &self.whole_part.device.behind {
            return behind.snapshot.clone();
        }
        let mut notes = Vec::new();
        for (question, note) in self.whole.questions().iter().zip(&self.notes) {
            if let Some(note) = note.as_ref().filter(|n| !n.is_empty()) {
                notes.push((question.id.to_string(), RawAnswer::Text(note.to_string())));
            }
        }
        notes.extend(self.kept_notes.iter().cloned());
        Snapshot {
            format: FORMAT,
            bank: self.whole.id().into(),
            version: self.whole.version().into(),
            hash: self.whole.hash().into(),
            mode: self.mode.map_or("", Mode::name).into(),
            answers: Given::collect(&self.whole, &self.answers, &self.kept),
            notes: Given(notes),
            screen: self.screen.name().into(),
            indicator: self
                .bank
                .indicators()
                .get(self.page)
                .map_or("", |i| &i.id)
                .into(),
            rest: self.rest.clone(),
        }
    }

    /// Takes answers and notes from a snapshot; the place stays.
    pub(crate) fn restore(&mut self, snapshot: Snapshot) {
        let (answers, kept) = Answers::read(&self.whole, snapshot.answers.0);
        self.answers = answers;
        self.report_kept = !kept.is_empty();
        self.kept = kept;
        self.notes = vec![None; self.whole.width()];
        self.kept_notes.clear();
        self.rest = snapshot.rest;
        #[cfg(feature = "whole")]
        self.whole_part.restore(&self.whole, &self.rest);
        for (id, value) in snapshot.notes.0 {
            let slot = self
                .whole
                .question_position(&id)
                .and_then(|at| self.notes.get_mut(at));
            match (slot, value) {
                (Some(slot), RawAnswer::Text(text)) => *slot = Some(text.into()),
                (_, value) => self.kept_notes.push((id, value)),
            }
        }
        if self.config.mode.is_none() {
            if let Some(mode) = Mode::from_name(&snapshot.mode) {
                self.set_mode(mode);
            }
        }
        self.rescore();
    }

    /// Asks the whole bank or its quick version; answers to the other questions stay.
    pub(crate) fn set_mode(&mut self, mode: Mode) {
        let open = self.bank.indicators().get(self.page).map(|i| i.source);
        self.mode = Some(mode);
        self.bank = match mode {
            Mode::Full => self.whole.clone(),
            Mode::Quick => Rc::new(self.whole.quick()),
        };
        let same = |source| {
            self.bank
                .indicators()
                .iter()
                .position(|i| i.source == source)
        };
        self.page = open.and_then(same).unwrap_or(0);
        self.show_area();
        self.rescore();
    }

    pub(crate) fn rescore(&mut self) {
        self.assessment = assess(&self.bank, &self.answers);
    }

    /// Opens the area of the current page in the list.
    pub(crate) fn show_area(&mut self) {
        self.area_open = self.bank.indicators().get(self.page).map(|i| i.area);
    }

    /// What the whole program has to know besides the snapshot when it takes over; see
    /// [`Model::take_over`].
    pub fn marks(&self) -> [f64; 7] {
        let (saving, saved_at) = match self.saving {
            Saving::Idle => (0, 0.0),
            Saving::Pending => (1, 0.0),
            Saving::Saved(at) => (2, at),
            Saving::Memory => (3, 0.0),
            Saving::Failed(trouble) => (4 + trouble as u8, 0.0),
        };
        let flag = |on: bool| f64::from(u8::from(on));
        [
            saving.into(),
            saved_at,
            flag(self.damaged),
            flag(self.report_kept),
            flag(self.deleted),
            flag(self.completed),
            flag(self.returning),
        ]
    }

    /// Goes on where another program left off: its snapshot with the place, and its marks.
    pub fn take_over(&mut self, snapshot: Snapshot, marks: [f64; 7]) {
        let [saving, saved_at, damaged, report_kept, deleted, completed, returning] = marks;
        self.open(snapshot);
        self.saving = match saving as u8 {
            0 => Saving::Idle,
            1 => Saving::Pending,
            2 => Saving::Saved(saved_at),
            3 => Saving::Memory,
            code => Saving::Failed(trouble(code - 4)),
        };
        self.damaged = damaged > 0.0;
        self.report_kept = report_kept > 0.0;
        self.deleted = deleted > 0.0;
        self.completed = completed > 0.0;
        self.returning = returning > 0.0;
    }

    /// Changes the language of all texts; answers, place and everything else stay.
    pub fn relabel(&mut self, texts: Rc<Texts>, catalog: Rc<Catalog>) {
        self.texts = texts;
        self.catalog = catalog;
        self.more = None;
        self.more_failed = false;
    }

    /// A question of the bank that is asked.
    pub(crate) fn question(&self, at: usize) -> Option<&Question> {
        self.bank.questions().get(at)
    }

    /// State of a question of the bank that is asked.
    pub(crate) fn state(&self, at: usize) -> State {
        self.assessment
            .questions
            .get(at)
            .map_or(State::Unanswered, |o| o.state)
    }

    pub(crate) fn note(&self, source: usize) -> Option<&Rc<str>> {
        self.notes.get(source).and_then(Option::as_ref)
    }
}

fn trouble(code: u8) -> Trouble {
    use Trouble::{Denied, Elsewhere, Full, Gone, Newer};
    let all = [Denied, Full, Newer, Elsewhere, Gone];
    let found = all.into_iter().find(|trouble| *trouble as u8 == code);
    found.unwrap_or(Full)
}
