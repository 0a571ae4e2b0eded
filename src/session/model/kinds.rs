//! What an assessment can be, each as one word of a few.

use crate::keeper::Trouble;

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
    /// What to do next, and the way to a goal.
    Steps,
    /// This assessment beside others.
    Compare,
    /// All of it on paper and in files.
    Report,
    /// A room that assesses together.
    Workshop,
}

impl Screen {
    /// Name as in snapshots and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Questions => "questions",
            Self::Review => "review",
            Self::Results => "results",
            Self::Steps => "steps",
            Self::Compare => "compare",
            Self::Report => "report",
            Self::Workshop => "workshop",
        }
    }

    /// By name; anything else is the start.
    pub fn from_name(name: &str) -> Self {
        match name {
            "questions" => Self::Questions,
            "review" => Self::Review,
            "results" => Self::Results,
            "steps" => Self::Steps,
            "compare" => Self::Compare,
            "report" => Self::Report,
            "workshop" => Self::Workshop,
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
