//! What can happen, and what has to be done about it outside.

use crate::keeper::{Found, Trouble};
use crate::model::{Filter, Mode, More, Screen};
use crate::snapshot::Snapshot;
use gca_engine::Answer;
use std::rc::Rc;

/// What can happen. Questions, indicators and areas are positions in the bank that is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The storage was read: what was found, and the snapshot in it if it could be understood.
    Opened(Found, Option<Snapshot>),
    /// Begin or go on in a version.
    Start(Mode),
    /// Back to the questions, where they were left.
    Continue,
    /// Open a screen.
    Go(Screen),
    /// Open the page of an indicator.
    Page(usize),
    /// The next page; after the last, the review.
    Next,
    /// The page before.
    Previous,
    /// Open the page of a question with the question in focus; from the review, to change it.
    Jump(usize),
    /// Show or hide the list of areas where it has no room of its own.
    ToggleRail,
    /// Show or hide the indicators of an area in the list.
    ToggleArea(usize),
    /// Answer a question, or clear it.
    Answer(usize, Option<Answer>),
    /// Tick or untick an option of a checklist.
    Tick(usize, usize, bool),
    /// Clear an answer on request: focus goes back to the question.
    Clear(usize),
    /// Open the note of a question.
    OpenNote(usize),
    /// The note of a question was changed.
    Note(usize, Rc<str>),
    /// Help was opened: its texts are needed.
    Help,
    /// The texts that the first screen does not need have come, or have not.
    More(Option<Rc<More>>),
    /// The whole program could not be fetched.
    Missing,
    /// Fetch the whole program again.
    FetchWhole,
    /// What only the whole program knows.
    #[cfg(feature = "whole")]
    Whole(crate::whole::WholeMsg),
    /// Show some of the answers in the review.
    Show(Filter),
    /// A save ended, at this time.
    Saved(Result<f64, Trouble>),
    /// Save again.
    Retry,
    /// Another tab has written.
    Elsewhere,
    /// What was kept has vanished: deleted in another tab, or by the browser.
    Vanished,
    /// Begin afresh, as what was kept has vanished.
    Afresh,
    /// Use what the other tab wrote.
    TakeTheirs,
    /// Keep what is here and let it follow what the other tab wrote.
    KeepMine,
    /// Close the notice about what was found at opening.
    CloseNotice,
    /// Ask before deleting.
    AskDelete,
    /// Do not delete.
    KeepAssessment,
    /// Delete answers and notes, here and in the storage.
    Delete,
    /// Take answers from outside.
    Import(Snapshot),
    /// Save a copy as a file.
    Copy,
    /// It is time to say what changed.
    Speak,
    /// Nothing: what an answer does is done once before there is one.
    Rehearse,
}

/// What the outside has to do, in this order.
// Each lives for a moment.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write the snapshot to the storage, now.
    Save,
    /// Read the storage again and send it back as [`Msg::Opened`].
    Reopen,
    /// Let the next save follow what another tab wrote.
    Follow,
    /// Remove what is kept in the storage.
    Forget,
    /// Move the focus, once the page is drawn.
    Focus(Focus),
    /// Send [`Msg::Speak`] in a second; a later request replaces an earlier one.
    SpeakSoon,
    /// Fetch the texts that the first screen does not need.
    FetchMore,
    /// A page of the first program was turned: the whole program may take over now. It is needed
    /// for the screen that was opened, or would merely be welcome.
    Turned {
        /// Whether nothing can be shown without it.
        needed: bool,
    },
    /// Hand the snapshot to the user as a file.
    Download,
    /// Tell the host.
    Emit(Event),
    /// What is about the device.
    #[cfg(feature = "whole")]
    Device(crate::whole::device::Effect),
    /// What is about the report.
    #[cfg(feature = "whole")]
    Paper(crate::whole::paper::Effect),
    /// What is about a workshop.
    #[cfg(feature = "whole")]
    Workshop(crate::whole::workshop::Effect),
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the page, with the top of the page in view.
    Heading,
    /// The first control of a question.
    Question(usize),
    /// The note of a question.
    Note(usize),
    /// The safe button of the dialog.
    Dialog,
    /// The button that opened the dialog.
    DeleteButton,
    /// The answer of a question; its first control if it has none.
    #[cfg(feature = "whole")]
    Answer(usize),
    /// The first field of a piece of evidence: its question, and which it is.
    #[cfg(feature = "whole")]
    Evidence(usize, usize),
    /// A field of a question.
    #[cfg(feature = "whole")]
    Field(usize, crate::whole::Field),
    /// The button that adds evidence to a question.
    #[cfg(feature = "whole")]
    AddEvidence(usize),
    /// The button that asks about clearing all answers.
    #[cfg(feature = "whole")]
    ClearButton,
    /// A place of the workshop, by its id.
    #[cfg(feature = "whole")]
    Place(&'static str),
    /// The row of a step.
    #[cfg(feature = "whole")]
    Step(crate::whole::steps::StepId),
    /// A place of what is about the device.
    #[cfg(feature = "whole")]
    Device(crate::whole::device::Spot),
    /// A place of what is about comparing.
    #[cfg(feature = "whole")]
    Compare(crate::whole::compare::Spot),
    /// A place of the exercise.
    #[cfg(feature = "whole")]
    Exercise(crate::whole::workshop::exercise::Spot),
    /// The heading of the explanation of a number.
    #[cfg(feature = "whole")]
    Why,
    /// Where weights are changed.
    #[cfg(feature = "whole")]
    Weights,
    /// The button that shows questions to the room.
    #[cfg(feature = "whole")]
    Present,
    /// The heading of the question on the table.
    #[cfg(feature = "whole")]
    Talk,
}

/// What the host is told. No event carries an answer or a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The first screen is there.
    Ready,
    /// An answer or a note changed.
    Change,
    /// The results were opened with no question left unanswered.
    Complete,
    /// Answers are not being saved.
    NotSaved(Trouble),
}
