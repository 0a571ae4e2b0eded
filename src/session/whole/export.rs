//! Files for other programs: the assessment with its results, tables, a workbook, and the report in
//! its two written forms.
//!
//! [`file()`] makes any of them. What somebody typed is left out of all of them alike, if that is
//! asked for: the tables are made without it, and the rest is a snapshot or a report without it.

mod about;
mod csv;
mod json;
mod notes;
mod roadmap;
mod rows;
mod scores;
mod sheet;
mod xlsx;
mod zip;

pub use csv::csv;
pub use json::{json, unnamed};
pub use sheet::{Column, Sheet, Value};
pub use xlsx::{xlsx, Book};
pub use zip::{crc32, zip};

use super::report::{html, markdown, report, Setting, Words};
use crate::files::named;
use crate::Model;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The report as a web page.
    Html,
    /// The report as Markdown.
    Markdown,
    /// All tables in one workbook.
    Xlsx,
    /// The answers as a table.
    AnswersCsv,
    /// The scores as a table.
    ScoresCsv,
    /// The next steps as a table.
    StepsCsv,
    /// The assessment with its results.
    Json,
}

/// All kinds, in the order in which they are offered.
pub const KINDS: [Kind; 7] = [
    Kind::Html,
    Kind::Markdown,
    Kind::Xlsx,
    Kind::AnswersCsv,
    Kind::ScoresCsv,
    Kind::StepsCsv,
    Kind::Json,
];

impl Kind {
    /// End of the file name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "-report.html",
            Self::Markdown => "-report.md",
            Self::Xlsx => ".xlsx",
            Self::AnswersCsv => "-answers.csv",
            Self::ScoresCsv => "-scores.csv",
            Self::StepsCsv => "-steps.csv",
            Self::Json => ".gca.json",
        }
    }

    /// Media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Markdown => "text/markdown",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::AnswersCsv | Self::ScoresCsv | Self::StepsCsv => "text/csv",
            Self::Json => "application/json",
        }
    }
}

/// A file to hand to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Media type.
    pub media: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Makes a file of the assessment as it stands.
pub fn file(model: &Model, setting: &Setting, kind: Kind) -> File {
    let words = &Words { model, setting };
    let bytes = match kind {
        Kind::Html => html(&report(model, setting)).into_bytes(),
        Kind::Markdown => markdown(&report(model, setting)).into_bytes(),
        Kind::Xlsx => xlsx(&book(words)),
        Kind::AnswersCsv => csv(&rows::answers(words)).into_bytes(),
        Kind::ScoresCsv => csv(&scores::scores(words)).into_bytes(),
        Kind::StepsCsv => csv(&roadmap::steps(words)).into_bytes(),
        Kind::Json => json(model, setting).into_bytes(),
    };
    let name = match setting.unnamed {
        true => "",
        false => &**model.name(),
    };
    File {
        name: named(name, setting.now, kind.ending()),
        media: kind.media(),
        bytes,
    }
}

fn book(words: &Words) -> Book {
    let mut sheets = vec![
        about::about(words),
        rows::answers(words),
        scores::scores(words),
        roadmap::steps(words),
    ];
    if !words.setting.unnamed {
        sheets.push(notes::notes(words));
    }
    Book {
        sheets,
        rtl: words.setting.direction == "rtl",
    }
}
