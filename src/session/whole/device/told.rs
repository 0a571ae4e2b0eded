//! What happened, for the notice above the page.

use crate::files::{FileError, Report};
use crate::keeper::Trouble;
use crate::whole::compare::ProfileError;
use std::rc::Rc;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Files or a code were opened, or could not be.
    Opened(Vec<Line>),
    /// A new round has begun.
    Round,
    /// A file was handed to the user.
    Written(String),
    /// An assessment was deleted.
    Deleted(Rc<str>),
    /// Everything was deleted.
    DeletedAll(Removed),
    /// Files were read to be compared with, or could not be.
    Compared(Vec<Line>),
}

/// What came of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Name of the file; empty for a code.
    pub file: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is on the device now, or in this page.
    Opened {
        /// Names of its assessments, with what came of each.
        assessments: Vec<(Rc<str>, Report)>,
        /// Number of its entries that are none.
        left_out: usize,
        /// Why not all of them could be kept on the device.
        trouble: Option<Trouble>,
    },
    /// It is looked at: its format is newer.
    Looked,
    /// Its format is newer, and something else was opened.
    NotLooked,
    /// It is no assessment.
    Failed(FileError),
    /// The browser could not read it.
    Unreadable,
    /// Its passphrase was not given.
    Locked,
    /// It was not opened: this page keeps one assessment only.
    Single,
    /// It was not opened: the user kept what was there.
    Declined,
    /// It is the reference profile now.
    Profile {
        /// What it is called.
        label: Rc<str>,
        /// Number of its areas that this bank does not have.
        passed: usize,
    },
    /// It is no reference profile that can be used.
    NoProfile(ProfileError),
    /// There are as many assessments to compare with as there may be.
    Many,
}

/// What was deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Number of assessments.
    pub assessments: usize,
    /// Number of answers.
    pub answers: usize,
    /// Number of notes.
    pub notes: usize,
}

impl Told {
    /// Whether something failed that the user has to see to.
    pub fn is_bad(&self) -> bool {
        let (Self::Opened(lines) | Self::Compared(lines)) = self else {
            return false;
        };
        lines.iter().any(|line| {
            use Outcome::{Failed, Locked, Many, NoProfile, NotLooked, Single, Unreadable};
            matches!(
                line.outcome,
                Failed(_) | Unreadable | Locked | Single | NotLooked | NoProfile(_) | Many
            )
        })
    }

    /// Whether nothing at all was opened.
    pub fn is_nothing(&self) -> bool {
        let (Self::Opened(lines) | Self::Compared(lines)) = self else {
            return false;
        };
        let opened = |line: &Line| {
            use Outcome::{Looked, Opened, Profile};
            matches!(line.outcome, Opened { .. } | Looked | Profile { .. })
        };
        !lines.iter().any(opened)
    }
}
