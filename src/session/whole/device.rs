//! Several assessments on one device, and how they come and go: by name, as files, as codes.
//!
//! [`Msg`] is what can happen, [`Effect`] what has to be done outside. Whatever takes the place of
//! the open assessment goes through [`leave`], which saves first.

pub(crate) mod coming;
mod desk;
mod dialog;
mod leaving;
mod row;
mod told;
mod update;

pub use coming::{Coming, Incoming};
pub use desk::Desk;
pub use dialog::{Dialog, NotWritten, Scope, MIN_PASSPHRASE};
pub use leaving::Next;
pub(crate) use leaving::{leave, stop_looking};
pub use row::Row;
pub use told::{Line, Outcome, Removed, Told};
pub(crate) use update::update;

use crate::code::CodeError;
use crate::feature::Feature;
use crate::files::Sealed;
use crate::keeper::Trouble;
use crate::model::{Mode, Model, Persist, Saving};
use crate::snapshot::Snapshot;
use gca_engine::Answers;
use std::collections::VecDeque;
use std::rc::Rc;

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The other assessments on the device were looked through.
    Listed(Vec<Row>),
    /// Open a dialog.
    Ask(Dialog),
    /// Close the dialog and change nothing.
    Close,
    /// Do what the dialog is about.
    Confirm,
    /// The same, with the text of its field.
    Typed(Rc<str>),
    /// Open an assessment of the device.
    Open(String),
    /// Begin another assessment.
    New,
    /// Begin a new round of an assessment of the device, or of the open one, and keep that to compare
    /// with.
    Again(Option<String>),
    /// The open assessment was saved, or could not be: go on, or ask.
    Proceed,
    /// Everything was deleted.
    Deleted(Removed),
    /// Keep nothing of this page, or keep it again.
    Shared(bool),
    /// Protect the file with a passphrase, or do not.
    ToggleSeal,
    /// Which assessments the file holds.
    Choose(Scope),
    /// A file was handed to the user under this name, or could not be.
    Written(Result<String, NotWritten>),
    /// Have a file chosen.
    Pick,
    /// Files were chosen or dropped.
    Files(Vec<Incoming>),
    /// A sealed file was tried: what is inside, or `None` if the passphrase is another.
    Unsealed(Option<Vec<u8>>),
    /// Assessments were put on the device, or could not be.
    Added(Vec<Result<String, Trouble>>),
    /// Close the notice.
    CloseTold,
    /// Show the open questions.
    ShowOpen,
    /// Stop looking at what cannot be changed.
    StopLooking,
    /// The address of the page has a code.
    Offered(String),
    /// Open the assessment of that code, or ignore it.
    TakeOffer(bool),
    /// Put the code or the link on the clipboard.
    Copy(Copied),
    /// That was done, or the text was selected for the user to do it.
    Copied(Copied, bool),
}

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look through the assessments of the device; becomes [`Msg::Listed`].
    List,
    /// Send [`Msg::Proceed`], once what was asked before is done.
    Proceed,
    /// Go on with an assessment of the device; becomes [`crate::Msg::Opened`].
    Load(String),
    /// Go on with an assessment that is nowhere yet.
    Fresh,
    /// Put these on the device, each beside what is there; becomes [`Msg::Added`].
    Add(Vec<Snapshot>),
    /// Write an assessment that is not the open one.
    Put(String, Snapshot),
    /// Delete an assessment that is not the open one.
    Remove(String),
    /// Delete all of them; becomes [`Msg::Deleted`].
    RemoveAll,
    /// Remove the open assessment from where it was kept.
    Vacate(Persist),
    /// Answers are kept again.
    Return,
    /// Hand a file to the user; becomes [`Msg::Written`].
    Write {
        /// What is in it.
        snapshots: Vec<Snapshot>,
        /// Whether all of a device, even if that is one.
        all: bool,
        /// Whether it is sealed with the passphrase in the dialog.
        seal: bool,
    },
    /// Show the browser's choice of files.
    Pick,
    /// Open a sealed file with the passphrase in the dialog; becomes [`Msg::Unsealed`].
    Unseal(Sealed),
    /// Put a text on the clipboard; becomes [`Msg::Copied`].
    Copy(Copied),
}

/// What is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The code alone.
    Code,
    /// An address of this page with the code.
    Link,
    /// The code that is handed in.
    Hand,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The field of the dialog.
    Field,
    /// What the dialog was opened from.
    Opener,
    /// The notice about what happened.
    Told,
}

/// The part of the state that is about the device.
#[derive(Clone, Debug, Default)]
pub struct Device {
    pub(crate) rows: Rc<[Row]>,
    pub(crate) dialog: Option<Dialog>,
    pub(crate) told: Option<Told>,
    /// What comes after the open assessment was saved.
    pub(crate) next: Option<Next>,
    pub(crate) coming: Coming,
    /// What is open besides what is only looked at.
    pub(crate) behind: Option<Box<Behind>>,
    /// What the host wanted before the user said that others use this computer.
    pub(crate) shared: Option<Persist>,
    pub(crate) offer: Option<Offer>,
    /// The code or link that was copied last, and whether it was.
    pub(crate) copied: Option<(Copied, bool)>,
}

/// What comes of a code.
type Offer = Result<(Mode, Answers), CodeError>;

/// The open assessment while something else is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Behind {
    pub(crate) snapshot: Snapshot,
    pub(crate) saving: Saving,
}

impl Model {
    /// The other assessments on this device, the newest first.
    pub fn rows(&self) -> &Rc<[Row]> {
        &self.whole_part.device.rows
    }

    /// The dialog that is open.
    pub fn dialog(&self) -> Option<&Dialog> {
        self.whole_part.device.dialog.as_ref()
    }

    /// What happened and has not been closed.
    pub fn told(&self) -> Option<&Told> {
        self.whole_part.device.told.as_ref()
    }

    /// Whether what is open can only be looked at: it is of a newer format, or the page wants it so.
    pub fn is_looking(&self) -> bool {
        self.config.read_only || self.is_newer()
    }

    /// Whether what is open is of a newer format.
    pub fn is_newer(&self) -> bool {
        self.whole_part.device.behind.is_some()
    }

    /// Whether assessments can be begun, opened, renamed and deleted here.
    pub fn is_kept_here(&self) -> bool {
        !self.config.read_only
    }

    /// Whether the user wants nothing kept on this computer.
    pub fn is_shared(&self) -> bool {
        self.whole_part.device.shared.is_some()
    }

    /// Whether several assessments can be kept.
    pub fn keeps_several(&self) -> bool {
        self.config.persist != Persist::None
    }

    /// Whether the page shows the other assessments.
    pub fn shows_rows(&self) -> bool {
        let shows = matches!(self.screen, crate::Screen::Start | crate::Screen::Compare);
        shows && self.keeps_several()
    }

    /// What the code in the address of the page is: number of answers, or why it is none.
    pub fn offer(&self) -> Option<Result<usize, CodeError>> {
        let offer = self.whole_part.device.offer.as_ref()?;
        Some(offer.as_ref().map(|(_, a)| a.len()).map_err(|e| *e))
    }

    /// The sealed file that waits for its passphrase.
    pub fn sealed_name(&self) -> Option<&str> {
        let (name, _) = self.whole_part.device.coming.sealed.front()?;
        Some(name)
    }

    /// What was copied last, and whether it was or only selected.
    pub fn copied(&self) -> Option<(Copied, bool)> {
        self.whole_part.device.copied
    }

    /// The code of the answers.
    pub fn share_code(&self) -> String {
        let mode = self.mode.unwrap_or(Mode::Full);
        crate::code::encode(&self.whole, mode, &self.answers)
    }

    /// What it is called; empty if it has no name.
    pub fn name(&self) -> &Rc<str> {
        &self.whole_part.details.name
    }
}

/// Sealed files with their names, in the order in which they came.
pub(crate) type Queue = VecDeque<(String, Sealed)>;

/// Whether a message comes to nothing, because what is open can only be looked at.
pub(crate) fn refuses(model: &Model, msg: &crate::Msg) -> bool {
    use crate::msg::Msg as M;
    use crate::whole::WholeMsg;
    let changes = match msg {
        M::Whole(WholeMsg::Device(msg)) => matches!(msg, Msg::Shared(_) | Msg::Typed(_)),
        M::Whole(WholeMsg::Paper(_)) => false,
        M::Whole(WholeMsg::Compare(msg)) => msg.is_change(),
        M::Whole(WholeMsg::Results(msg)) => msg.is_change(),
        M::Whole(WholeMsg::Steps(msg)) => msg.is_change(),
        M::Whole(_) => true,
        M::Answer(..) | M::Tick(..) | M::Clear(_) | M::OpenNote(_) | M::Note(..) => true,
        M::AskDelete | M::Retry | M::Elsewhere | M::TakeTheirs | M::KeepMine => true,
        M::Vanished | M::Afresh => true,
        _ => false,
    };
    is_hidden(model, msg) || changes && model.is_looking()
}

/// Whether a message is about a part that the page does without: a file dropped, a code in the address.
fn is_hidden(model: &Model, msg: &crate::Msg) -> bool {
    use crate::whole::{results, WholeMsg};
    let feature = match msg {
        crate::Msg::Whole(WholeMsg::Device(msg)) => match msg {
            Msg::Pick | Msg::Files(_) => Feature::Files,
            Msg::Ask(Dialog::Open | Dialog::Save { .. }) => Feature::Files,
            Msg::Offered(_) | Msg::Ask(Dialog::Share { .. } | Dialog::Code { .. }) => {
                Feature::Codes
            }
            Msg::New | Msg::Again(_) => Feature::Several,
            _ => return false,
        },
        crate::Msg::Whole(WholeMsg::Results(results::Msg::ShowWeights(_))) => Feature::Weights,
        _ => return false,
    };
    model.hides(feature)
}

/// Looks through the device, if that is to be seen.
pub(crate) fn listed(model: &Model) -> Option<crate::Effect> {
    model
        .shows_rows()
        .then_some(crate::Effect::Device(Effect::List))
}
