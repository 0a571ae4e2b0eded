//! The state of one assessment.

mod kept;
mod kinds;
mod takeover;

pub use kinds::{Filter, Mode, Persist, Saving, Screen};

use crate::catalog::Catalog;
use crate::texts::Texts;
use gca_engine::{assess, Answers, Assessment, Bank, Kept, Question, RawAnswer, State};
use std::rc::Rc;

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
    /// Whether answers can only be looked at.
    pub read_only: bool,
    /// Parts that the page does without: a bit for each [`crate::Feature`].
    pub hidden: u16,
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
    /// What to do next at each question, by the level it is at.
    #[cfg(feature = "whole")]
    pub advice: Vec<Rc<[crate::whole::steps::Advice]>>,
    /// The exercise, if the bank has one.
    #[cfg(feature = "whole")]
    pub exercise: Option<Rc<crate::whole::workshop::exercise::Exercise>>,
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
    /// The changes of answers so far, for [`Model::marks`].
    pub(crate) trail: Vec<f64>,
    /// Notes by position in the whole bank; `Some("")` is open and empty.
    pub(crate) notes: Vec<Option<Rc<str>>>,
    /// Notes to questions that this bank does not have.
    pub(crate) kept_notes: Vec<(String, RawAnswer)>,
    /// Members of the snapshot that are not read here; see [`crate::Snapshot::rest`].
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
            trail: Vec::new(),
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
        model.screen = model.allowed(model.screen);
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

    /// The whole bank with its own weights, whatever is asked of it.
    pub fn whole_bank(&self) -> &Bank {
        &self.whole
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

    /// Asks the whole bank or its quick version; answers to the other questions stay.
    pub(crate) fn set_mode(&mut self, mode: Mode) {
        let open = self.bank.indicators().get(self.page).map(|i| i.source);
        self.mode = Some(mode);
        self.choose_bank();
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

    fn choose_bank(&mut self) {
        self.bank = match self.mode {
            Some(Mode::Quick) => Rc::new(self.whole.quick()),
            _ => self.whole.clone(),
        };
        #[cfg(feature = "whole")]
        {
            let weights = &self.whole_part.details.weights;
            self.bank = crate::whole::results::weighted(self.bank.clone(), weights);
        }
    }

    /// Whether there are weights that the first program does not read: what it computes is not what
    /// the user wants to see.
    pub(crate) fn misses_weights(&self) -> bool {
        let name = b"\"weights\":";
        let mut places = self.rest.as_bytes().windows(name.len());
        self.config.first && places.any(|place| place == name)
    }

    /// Scores with the weights that the user wants now.
    #[cfg(feature = "whole")]
    pub(crate) fn reweigh(&mut self) {
        self.choose_bank();
        self.rescore();
    }

    pub(crate) fn rescore(&mut self) {
        self.assessment = assess(&self.bank, &self.answers);
    }

    /// Opens the area of the current page in the list.
    pub(crate) fn show_area(&mut self) {
        self.area_open = self.bank.indicators().get(self.page).map(|i| i.area);
    }

    /// Changes the language of all texts; answers, place and everything else stay.
    pub fn relabel(&mut self, texts: Rc<Texts>, catalog: Rc<Catalog>) {
        self.texts = texts;
        self.catalog = catalog;
    }

    /// Whether the texts that the first screen does not need are there, in this language or another.
    pub fn has_more(&self) -> bool {
        self.more.is_some()
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
