//! What is asked: areas, indicators, questions and their ordered options, linked and checked once.

mod convert;
mod efforts;
mod index;
mod link;
mod quick;
mod reweighted;
pub(crate) mod shape;
pub mod spec;
pub mod structure;
mod validate;
pub mod value;
pub mod word;

pub use link::StructureError;
pub use reweighted::Weights;
pub use structure::Structure;
pub use validate::{CheckedBank, Detail, MAX_BANK_BYTES, MAX_QUESTIONS};

use index::Index;
use std::ops::Range;

/// A question bank in the form the engine computes with: flat lists joined by position.
///
/// Made from a [`Structure`] by [`Bank::new`]; every reference inside it is known to hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Bank {
    pub(crate) id: Box<str>,
    pub(crate) version: Box<str>,
    pub(crate) hash: Box<str>,
    pub(crate) areas: Vec<Area>,
    pub(crate) indicators: Vec<Indicator>,
    pub(crate) questions: Vec<Question>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) checks: Vec<Check>,
    /// Positions of the questions by id.
    pub(crate) index: Index,
    /// Positions of the questions, prerequisites before what depends on them.
    pub(crate) order: Vec<usize>,
    /// Number of questions of the bank this one was cut from; answers are stored by those positions.
    pub(crate) width: usize,
}

/// One of the work areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Kebab-case id, unique in the bank.
    pub id: Box<str>,
    /// Weight among the areas, above 0.
    pub weight: f64,
    /// Positions of its indicators in [`Bank::indicators`].
    pub indicators: Range<usize>,
    /// Position of this area in the whole bank; differs from its own only in the quick version.
    pub source: usize,
}

/// What a group of questions measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Id, unique in the bank.
    pub id: Box<str>,
    /// Weight among the indicators of its area, above 0.
    pub weight: f64,
    /// Position of its area in [`Bank::areas`].
    pub area: usize,
    /// Positions of its questions in [`Bank::questions`].
    pub questions: Range<usize>,
    /// Position of this indicator in the whole bank.
    pub source: usize,
}

/// One question with its ordered options.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Id, unique in the bank.
    pub id: Box<str>,
    /// How it is answered.
    pub kind: Kind,
    /// Weight among the questions of its indicator, above 0.
    pub weight: f64,
    /// Options from worst to best; for a checklist in the order of the file. Empty for a number.
    pub options: Vec<Choice>,
    /// Whether "not applicable" may be chosen.
    pub allow_na: bool,
    /// The capacity without which this one cannot exist.
    pub depends_on: Option<DependsOn>,
    /// Position of its indicator in [`Bank::indicators`].
    pub indicator: usize,
    /// Whether the quick version asks it.
    pub quick: bool,
    /// Effort of the next step by level; medium for levels beyond.
    pub efforts: Vec<Effort>,
    /// Position of this question in the whole bank, under which its answer is stored.
    pub source: usize,
    /// Bits of the options that cannot stand beside other ticks.
    pub(crate) exclusive: u64,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// One of several ordered statements.
    Single,
    /// No or yes.
    YesNo,
    /// A checklist: the scores of the ticked options add up, to 1 at most.
    Multi,
    /// A measured number between two goalposts (METHOD, section 15).
    Number(Goalposts),
}

/// Bounds of a quantitative question, in its own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goalposts {
    /// The value that scores 0.
    pub worst: f64,
    /// The value that scores 1; may be the smaller one.
    pub best: f64,
    /// Smallest value that may be entered.
    pub min: f64,
    /// Largest value that may be entered.
    pub max: f64,
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Id, unique in the question.
    pub id: Box<str>,
    /// 0–1.
    pub score: f64,
    /// "None of these": cannot stand beside other ticks.
    pub exclusive: bool,
}

/// Skip logic (METHOD, section 3).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DependsOn {
    /// Position of the prerequisite in [`Bank::questions`].
    pub question: usize,
    /// Level that the prerequisite must have reached.
    pub at_least: u8,
}

/// A named band of the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Id.
    pub id: Box<str>,
    /// Lower limit in points, inclusive.
    pub min: f64,
}

/// Answers that do not fit together: raised when all its conditions hold (METHOD, section 17).
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Id, unique among the checks.
    pub id: Box<str>,
    /// Why the answers do not fit together; empty where texts travel apart.
    pub text: Box<str>,
    /// Conditions; at least one.
    pub all: Vec<Condition>,
}

/// A bound on the level of one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    /// Position of the question in [`Bank::questions`].
    pub question: usize,
    /// Holds from this level on; `None` is no bound.
    pub at_least: Option<u8>,
    /// Holds up to this level; `None` is no bound.
    pub at_most: Option<u8>,
}

/// What a step costs, as far as the bank knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// Counts 1.
    Low,
    /// Counts 2; also where the bank says nothing.
    Medium,
    /// Counts 3.
    High,
}

impl Effort {
    /// The number that ranks and adds up: 1, 2 or 3.
    pub fn points(self) -> u32 {
        match self {
            Self::Low => 1,
            Self::Medium => 2,
            Self::High => 3,
        }
    }

    /// By id; anything else is medium.
    pub fn from_id(id: &str) -> Self {
        match id {
            "low" => Self::Low,
            "high" => Self::High,
            _ => Self::Medium,
        }
    }

    /// Id as in the bank: `low`, `medium` or `high`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl Bank {
    /// Links a structure.
    ///
    /// # Errors
    /// The first thing that keeps it from being computed with. For findings with paths, for people
    /// who write banks, see the bank check.
    pub fn new(structure: Structure) -> Result<Self, StructureError> {
        link::link(structure)
    }

    /// Id of the bank.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Version of the bank.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Hash of the file the bank was made from, as hex digits; empty if unknown.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Areas in questionnaire order.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// Indicators of all areas in questionnaire order.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// Questions of all indicators in questionnaire order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Stages from the lowest.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// Number of questions of the whole bank, so the length of every [`crate::Answers`] on it.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Questions of one indicator.
    pub fn questions_of(&self, indicator: &Indicator) -> &[Question] {
        self.questions
            .get(indicator.questions.clone())
            .unwrap_or(&[])
    }

    /// Indicators of one area.
    pub fn indicators_of(&self, area: &Area) -> &[Indicator] {
        self.indicators.get(area.indicators.clone()).unwrap_or(&[])
    }

    /// Contradictions to look for, in the order of the bank.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// Position of a question by id.
    pub fn question_position(&self, id: &str) -> Option<usize> {
        self.index.find(id, &self.questions)
    }

    /// Id of the area at a position; empty outside the bank.
    pub fn area_id(&self, at: usize) -> &str {
        self.areas.get(at).map_or("", |a| &a.id)
    }

    /// Id of the question at a position; empty outside the bank.
    pub fn question_id(&self, at: usize) -> &str {
        self.questions.get(at).map_or("", |q| &q.id)
    }

    /// Id of the stage at a position; empty outside the bank.
    pub fn stage_id(&self, at: usize) -> &str {
        self.stages.get(at).map_or("", |s| &s.id)
    }

    /// The area that a question belongs to, by position.
    pub(crate) fn area_of(&self, question: &Question) -> Option<usize> {
        self.indicators.get(question.indicator).map(|i| i.area)
    }
}

impl Question {
    /// Number of levels: the options of `single` and `yesno`, four otherwise.
    pub fn levels(&self) -> u8 {
        match self.kind {
            Kind::Single | Kind::YesNo => self.options.len() as u8,
            Kind::Multi | Kind::Number(_) => 4,
        }
    }

    /// Position of an option by id.
    pub fn option_position(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|o| &*o.id == id)
    }
}
