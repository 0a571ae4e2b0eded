//! The page of the report: what is left out, what is printed, what is saved.

use super::export::Kind;
use crate::model::Model;
use crate::msg::Effect as Outside;

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Leave out what somebody typed, or do not.
    Unnamed(bool),
    /// Print the report.
    Print,
    /// Save a file.
    Save(Kind),
    /// A file was handed to the user under this name.
    Saved(String),
}

/// What has to be done outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Print the report, and nothing else of the page.
    Print,
    /// Make a file and hand it to the user; becomes [`Msg::Saved`].
    Save(Kind),
}

/// The part of the state that is about the report. It is not kept: to leave out names is decided each
/// time.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    unnamed: bool,
    saved: Option<String>,
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Outside> {
    let looking = model.is_looking();
    let paper = &mut model.whole_part.paper;
    match msg {
        Msg::Unnamed(on) => {
            (paper.unnamed, paper.saved) = (on, None);
            vec![]
        }
        Msg::Print => vec![Outside::Paper(Effect::Print)],
        // The file of what is only looked at is there already, and can hold more than is understood.
        Msg::Save(Kind::Json) if looking => vec![],
        Msg::Save(kind) => {
            paper.saved = None;
            vec![Outside::Paper(Effect::Save(kind))]
        }
        Msg::Saved(name) => {
            paper.saved = Some(name);
            vec![]
        }
    }
}

impl Model {
    /// Whether what somebody typed is left out of report and files.
    pub fn is_unnamed(&self) -> bool {
        self.whole_part.paper.unnamed
    }

    /// Name of the file that was saved last from the page of the report.
    pub fn paper_saved(&self) -> Option<&str> {
        self.whole_part.paper.saved.as_deref()
    }
}
