//! Another assessment takes the place of the open one.

use super::{Behind, Dialog, Effect as Do, Outcome, Spot, Told};
use crate::model::{Mode, Model, Saving, Screen};
use crate::msg::{Effect, Event, Focus};
use crate::snapshot::Snapshot;
use crate::update::{changed, renew};

/// What comes after the open assessment.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// An assessment of the device, where it was left.
    Load(String),
    /// Nothing answered yet.
    New,
    /// One that is on no device.
    Take(Box<Snapshot>),
}

/// Saves the open assessment, and goes on if that succeeds.
pub(crate) fn leave(model: &mut Model, next: Next) -> Vec<Effect> {
    if model.is_looking() {
        stop_looking(model);
    }
    model.whole_part.device.next = Some(next);
    if is_kept(model) {
        return go_on(model);
    }
    let mut effects = crate::update::keep(model);
    effects.push(Effect::Device(Do::Proceed));
    effects
}

/// Whether nothing is lost with this page.
fn is_kept(model: &Model) -> bool {
    !model.is_begun() || matches!(model.saving, Saving::Saved(_))
}

/// The save that leaving asked for was made, or failed: then the user decides.
pub(crate) fn proceed(model: &mut Model) -> Vec<Effect> {
    if is_kept(model) {
        return go_on(model);
    }
    model.whole_part.device.dialog = Some(Dialog::Leave);
    vec![Effect::Focus(Focus::Dialog)]
}

/// Makes room, and lets come what was to come.
pub(crate) fn go_on(model: &mut Model) -> Vec<Effect> {
    let Some(next) = model.whole_part.device.next.take() else {
        return vec![];
    };
    renew(model);
    let device = &mut model.whole_part.device;
    device.dialog = None;
    if matches!(next, Next::New) {
        device.told = None;
    }
    let mut effects = match next {
        Next::Load(id) => vec![
            Effect::Device(Do::Load(id)),
            Effect::Emit(Event::Change),
            Effect::SpeakSoon,
        ],
        Next::New => vec![
            Effect::Device(Do::Fresh),
            Effect::Emit(Event::Change),
            Effect::Device(Do::List),
        ],
        Next::Take(snapshot) => {
            model.open(*snapshot);
            model.screen = Screen::Start;
            let mut effects = vec![Effect::Device(Do::Fresh)];
            effects.extend(changed(model));
            effects.push(Effect::Device(Do::List));
            effects
        }
    };
    effects.push(Effect::Focus(focus(model)));
    effects
}

/// The notice, if there is one to read, else the page.
pub(crate) fn focus(model: &Model) -> Focus {
    match model.told() {
        Some(_) => Focus::Device(Spot::Told),
        None => Focus::Heading,
    }
}

/// The user stays: what was to come does not.
pub(crate) fn stay(model: &mut Model) {
    let device = &mut model.whole_part.device;
    let was_taken = matches!(device.next, Some(Next::Take(_)));
    device.next = None;
    if device.told == Some(Told::Round) {
        device.told = None;
    }
    if let Some(Told::Opened(lines)) = device.told.as_mut().filter(|_| was_taken) {
        for line in lines {
            if matches!(line.outcome, Outcome::Opened { .. }) {
                line.outcome = Outcome::Declined;
            }
        }
    }
}

/// Shows an assessment of a newer format. What was open stays behind it, untouched.
pub(crate) fn look(model: &mut Model, snapshot: Snapshot) {
    if model.is_looking() {
        stop_looking(model);
    }
    let behind = Behind {
        snapshot: model.snapshot(),
        saving: model.saving,
    };
    renew(model);
    model.open(snapshot);
    model.report_kept = false;
    let mode = model.mode.unwrap_or(Mode::Full);
    model.set_mode(mode);
    model.screen = model.allowed(Screen::Results);
    model.saving = Saving::Memory;
    model.whole_part.device.behind = Some(Box::new(behind));
}

/// Back to what was open before.
pub(crate) fn stop_looking(model: &mut Model) {
    let Some(behind) = model.whole_part.device.behind.take() else {
        return;
    };
    renew(model);
    let told = model.report_kept;
    model.open(behind.snapshot);
    model.report_kept = told;
    model.saving = behind.saving;
    model.screen = Screen::Start;
}
