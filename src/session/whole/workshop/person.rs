//! Somebody in the room.

use gca_engine::Answers;
use std::rc::Rc;

/// How answers came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Came {
    /// As a file.
    #[default]
    File,
    /// As a code that was pasted.
    Code,
    /// As a QR code.
    Picture,
    /// On paper, typed in by the trainer.
    Paper,
}

impl Came {
    /// Every way.
    pub const ALL: [Came; 4] = [Came::File, Came::Code, Came::Picture, Came::Paper];

    /// Name as it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Code => "code",
            Self::Picture => "picture",
            Self::Paper => "paper",
        }
    }

    /// By name; anything else is a file.
    pub fn from_name(name: &str) -> Self {
        let found = Self::ALL.into_iter().find(|came| came.name() == name);
        found.unwrap_or_default()
    }
}

/// Somebody who answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Never used twice in a workshop.
    pub id: u32,
    /// Name; may be empty.
    pub name: Rc<str>,
    /// Team or stakeholder group; may be empty.
    pub group: Rc<str>,
    /// Answers on the whole bank.
    pub answers: Answers,
    /// How they came.
    pub came: Came,
    /// Random mark of the assessment that they came from, to tell the same device; may be empty.
    pub mark: Rc<str>,
    /// Whether they count.
    pub is_in: bool,
}
