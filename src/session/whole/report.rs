//! The report: one description of all that an assessment has to say, drawn on screen and on paper,
//! and written as a web page and as Markdown.
//!
//! [`report`] makes it, [`html()`] and [`markdown()`] write it. What has no place in a report, the
//! files for other programs, is in [`super::export`].

mod answers;
mod build;
mod figures;
mod html;
mod markdown;
mod standing;
mod steps;
mod targets;
mod words;

pub(crate) use build::has_own_weights;
pub use build::report;
pub(crate) use figures::beside;
pub use figures::Figure;
pub use html::{html, paper};
pub use markdown::markdown;
pub(crate) use markdown::one_line;
pub(crate) use steps::{all as all_steps, effort, objective, progress, title};
pub(crate) use words::{evidence_of, state_of, Words};

use crate::catalog::fill;
use crate::details::Evidence;
use gca_engine::Stage;
use std::rc::Rc;

/// How numbers and dates are written in the language of the page.
pub trait Formats {
    /// A score of 0–100 with one decimal, by section 7 of the method.
    fn score(&self, points: f64, stages: &[Stage]) -> Rc<str>;
    /// A difference in points, with one decimal.
    fn points(&self, points: f64) -> Rc<str>;
    /// A whole number.
    fn whole(&self, n: usize) -> Rc<str>;
    /// A number as it is.
    fn plain(&self, x: f64) -> Rc<str>;
    /// A coverage of 0–1 as whole per cent, rounded down.
    fn percent(&self, coverage: f64) -> Rc<str>;
    /// A date, from milliseconds since 1970.
    fn day(&self, ms: f64) -> Rc<str>;
    /// A day of the calendar, given as 2027-03-31.
    fn calendar(&self, day: &str) -> Rc<str>;
    /// A list in words.
    fn list(&self, items: &[Rc<str>]) -> Rc<str>;
}

/// How a report or a file is made.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// How numbers are written.
    pub formats: &'a dyn Formats,
    /// Direction of writing: `ltr` or `rtl`.
    pub direction: &'a str,
    /// Now, in milliseconds since 1970.
    pub now: f64,
    /// Whether everything is left out that somebody typed: notes, names, evidence, plans.
    pub unnamed: bool,
}

/// The report of an assessment. Texts are plain: who writes them escapes them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Language tag.
    pub language: Rc<str>,
    /// Direction of writing: `ltr` or `rtl`.
    pub direction: Rc<str>,
    /// What it is.
    pub title: Rc<str>,
    /// What the assessment is called; empty if it has no name.
    pub name: Rc<str>,
    /// One line for the top of every page: name, date.
    pub running: Rc<str>,
    /// What must not be missed before any number: other weights, the quick version.
    pub badges: Vec<Rc<str>>,
    /// What is said beside the title, as label and value.
    pub facts: Vec<(Rc<str>, Rc<str>)>,
    /// What stands between words that are put together.
    pub signs: Signs,
    /// What follows.
    pub sections: Vec<Section>,
}

/// Signs between words, as the language writes them, with their spaces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signs {
    /// Between the items of a list.
    pub comma: Rc<str>,
    /// Between a label and what it labels.
    pub colon: Rc<str>,
    /// Brackets around `{words}`.
    pub aside: Rc<str>,
}

impl Signs {
    /// Words in brackets.
    pub fn aside(&self, words: &str) -> Rc<str> {
        fill(&self.aside, &[("words", words)])
    }
}

/// A part of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which.
    pub part: Part,
    /// Its heading.
    pub title: Rc<str>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// The parts of a report, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The score, with interval, coverage and stage.
    Headline,
    /// The work areas.
    Areas,
    /// What is to be reached, and how far it is.
    Targets,
    /// The strongest and the weakest indicators.
    Extremes,
    /// All indicators.
    Indicators,
    /// What to do.
    Actions,
    /// Answers that contradict each other.
    Contradictions,
    /// What is not known.
    Open,
    /// How the score is worked out.
    Method,
    /// All answers.
    Answers,
    /// A part of another paper than the report, on a page of its own.
    Page,
    /// A part of another paper that goes on where the last one ended.
    Further,
}

impl Part {
    /// Whether it begins a page on paper.
    pub fn begins_page(self) -> bool {
        matches!(
            self,
            Self::Headline | Self::Indicators | Self::Method | Self::Page
        )
    }
}

/// What a section is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The score itself.
    Score(Score),
    /// A paragraph.
    Text(Rc<str>),
    /// A paragraph that is read when there is time.
    Quiet(Rc<str>),
    /// Several short statements.
    Points(Vec<Rc<str>>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A heading inside the section.
    Heading(Rc<str>),
    /// Questions with their answers.
    Answers(Vec<Entry>),
    /// Lines to sign on, by what is written under them.
    Signatures(Vec<Rc<str>>),
    /// Questions to be answered on paper.
    Asked(Vec<Asked>),
}

/// The score with its stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// What it is the score of.
    pub label: Rc<str>,
    /// The score.
    pub score: Rc<str>,
    /// "of 100".
    pub of: Rc<str>,
    /// The stage.
    pub stage: Rc<str>,
    /// "stage 3 of 5".
    pub place: Rc<str>,
}

/// A table. Its first column names the row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it is, for those who do not see what it stands under.
    pub caption: Rc<str>,
    /// Columns: head, and whether they hold numbers.
    pub columns: Vec<(Rc<str>, bool)>,
    /// Rows, each as wide as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// Positions of the rows that sum up those after them.
    pub sums: Vec<usize>,
}

/// A cell: its words, and smaller ones under them, which may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell(pub Rc<str>, pub Rc<str>);

/// A question to be answered on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Number.
    pub number: Rc<str>,
    /// The question.
    pub question: Rc<str>,
    /// How it is answered, where that is not said for all; may be empty.
    pub how: Rc<str>,
    /// What is marked for each answer, and the answer in words.
    pub options: Vec<(Rc<str>, Rc<str>)>,
    /// What is written under the line for words of one's own.
    pub note: Rc<str>,
}

/// A question with its answer and what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Number.
    pub number: Rc<str>,
    /// The question.
    pub question: Rc<str>,
    /// The answer in words.
    pub answer: Rc<str>,
    /// Whether it is open.
    pub open: bool,
    /// Labelled texts that somebody typed.
    pub typed: Vec<(Rc<str>, Rc<str>)>,
    /// Evidence, under its label.
    pub evidence: Vec<Evidence>,
}

impl Entry {
    /// A piece of evidence in its parts, without the address.
    pub fn parts(evidence: &Evidence) -> impl Iterator<Item = &Rc<str>> {
        let parts = [&evidence.text, &evidence.reference, &evidence.date];
        parts.into_iter().filter(|part| !part.is_empty())
    }
}
