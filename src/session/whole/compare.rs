//! This assessment beside others (METHOD, section 11): an earlier round, another assessment of the
//! device, one from a file, a target, a reference profile, several rounds in time.
//!
//! Nothing here changes an answer. What comes from files is kept in memory, and is gone with the page;
//! targets are part of the assessment.

mod aims;
mod change;
mod coming;
mod others;
mod profile;
mod reference;
mod rounds;

pub use aims::{aims, AimRow, Aims, Choice, Reach};
pub use change::{change, AreaChange, Changed, Compared, Comparison, IndicatorChange, Was};
pub use others::{others, Other, Which};
pub use profile::{ProfileError, Reference, MAX_BEHIND, MAX_PROFILE_BYTES, MAX_SOURCE, YEARS};
pub use reference::{reference, Beside, ReferenceRow};
pub use rounds::{rounds, Round};

pub(crate) use aims::points_of;
pub(crate) use coming::{come, is_wanted, take_profile};

use crate::model::{Model, Screen};
use crate::msg::{Effect, Focus};
use crate::snapshot::Snapshot;
use std::rc::Rc;

/// Most assessments from files at a time.
pub const MAX_ADDED: usize = 50;

/// What can happen. Places of targets are 0 for the whole, and from 1 the areas of the bank.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Compare with this one.
    With(Which),
    /// Show an assessment among the rounds, or do not.
    Include(Which, bool),
    /// Take away an assessment that came from a file.
    Remove(usize),
    /// Take away the reference profile.
    RemoveProfile,
    /// The order of the indicators.
    Sort(Order),
    /// What kind of target a place has.
    Aim(usize, Choice),
    /// The points of a target were typed.
    Points(usize, Rc<str>),
    /// The name of the targets was typed.
    Name(Rc<str>),
    /// Take all targets away.
    ClearAims,
}

impl Msg {
    /// Whether it changes what is kept of the assessment.
    pub(crate) fn is_change(&self) -> bool {
        matches!(
            self,
            Self::Aim(..) | Self::Points(..) | Self::Name(_) | Self::ClearAims
        )
    }
}

/// In which order indicators are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the bank, by area.
    #[default]
    Area,
    /// What rose most first.
    Rise,
    /// What fell most first.
    Fall,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The points of a target.
    Points(usize),
    /// The button that adds files.
    Add,
    /// The heading of the targets.
    Aims,
}

/// The part of the state that is about comparing.
#[derive(Clone, Debug, Default)]
pub struct Compare {
    chosen: Option<Which>,
    added: Vec<Added>,
    /// Number of files that ever came: each has an id of its own.
    count: usize,
    reference: Option<Reference>,
    /// Who is among the rounds, where that is not as it would be unasked.
    included: Vec<(Which, bool)>,
    order: Order,
    /// Points that were typed and are none, by place.
    wrong: Vec<(usize, Rc<str>)>,
    /// How often all targets were taken away: their fields begin anew.
    cleared: usize,
}

/// An assessment from a file.
#[derive(Clone, Debug)]
struct Added {
    id: usize,
    file: Rc<str>,
    saved: f64,
    snapshot: Snapshot,
}

/// Changes the state; see [`crate::update()`].
pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let compare = &mut model.whole_part.compare;
    match msg {
        Msg::With(which) => compare.chosen = Some(which),
        Msg::Include(which, on) => {
            compare.included.retain(|(other, _)| *other != which);
            compare.included.push((which, on));
        }
        Msg::Remove(id) => {
            compare.added.retain(|added| added.id != id);
            return vec![Effect::Focus(Focus::Compare(Spot::Add))];
        }
        Msg::RemoveProfile => {
            compare.reference = None;
            return vec![Effect::Focus(Focus::Compare(Spot::Add))];
        }
        Msg::Sort(order) => compare.order = order,
        Msg::Aim(place, choice) => return aims::choose(model, place, choice),
        Msg::Points(place, text) => return aims::typed(model, place, &text),
        Msg::Name(name) => return aims::name(model, &name),
        Msg::ClearAims => return aims::clear(model),
    }
    vec![]
}

impl Compare {
    fn wrong_at(&self, place: usize) -> Option<Rc<str>> {
        let found = self.wrong.iter().find(|(at, _)| *at == place);
        found.map(|(_, text)| text.clone())
    }
}

impl Model {
    /// The order in which indicators are compared.
    pub fn compare_order(&self) -> Order {
        self.whole_part.compare.order
    }

    /// The reference profile.
    pub fn reference(&self) -> Option<&Reference> {
        self.whole_part.compare.reference.as_ref()
    }

    /// How often all targets were taken away.
    pub fn cleared_aims(&self) -> usize {
        self.whole_part.compare.cleared
    }

    /// Whether files that come now are to be compared with, and not opened.
    pub(crate) fn compares_files(&self) -> bool {
        self.screen == Screen::Compare && self.whole_part.device.dialog.is_none()
    }
}
