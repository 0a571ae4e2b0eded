//! How the state changes.

use super::coming::{added, files, skip_sealed, take_code, unsealed};
use super::leaving::{focus, go_on, leave, proceed, stay, stop_looking, Next};
use super::{Copied, Dialog, Effect as Do, Msg, Removed, Row, Scope, Spot, Told};
use crate::code::decode;
use crate::details::{Details, Earlier, MAX_NAME};
use crate::model::{Filter, Model, Persist, Saving, Screen};
use crate::msg::{Effect, Event, Focus};
use crate::snapshot::{Given, Snapshot, FORMAT};
use crate::update::{go, keep, renew};
use std::rc::Rc;

/// Changes the state; see [`crate::update()`].
pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Listed(rows) => {
            model.whole_part.device.rows = rows.into();
            vec![]
        }
        Msg::Ask(dialog) => ask(model, dialog),
        Msg::Close => close(model),
        Msg::Confirm => confirm(model),
        Msg::Typed(text) => typed(model, text),
        Msg::Open(id) => {
            model.whole_part.device.told = None;
            leave(model, Next::Load(id))
        }
        Msg::New => leave(model, Next::New),
        Msg::Again(id) => again(model, id.as_deref()),
        Msg::Proceed => proceed(model),
        Msg::Deleted(removed) => {
            model.whole_part.device.told = Some(Told::DeletedAll(removed));
            vec![
                Effect::Device(Do::List),
                Effect::Focus(Focus::Device(Spot::Told)),
            ]
        }
        Msg::Shared(true) if model.is_begun() && matches!(model.saving, Saving::Saved(_)) => {
            ask(model, Dialog::Shared)
        }
        Msg::Shared(true) => share_computer(model),
        Msg::Shared(false) => own_computer(model),
        Msg::ToggleSeal => {
            if let Some(Dialog::Save { seal, .. }) = &mut model.whole_part.device.dialog {
                *seal = !*seal;
            }
            vec![]
        }
        Msg::Choose(chosen) => {
            if let Some(Dialog::Save { scope, .. }) = &mut model.whole_part.device.dialog {
                *scope = chosen;
            }
            vec![]
        }
        Msg::Written(Ok(name)) => written(model, name),
        Msg::Written(Err(reason)) => {
            if let Some(Dialog::Save { is_busy, error, .. }) = &mut model.whole_part.device.dialog {
                (*is_busy, *error) = (false, Some(reason));
            }
            vec![Effect::Focus(Focus::Device(Spot::Field))]
        }
        Msg::Pick => vec![Effect::Device(Do::Pick)],
        Msg::Files(given) => files(model, given),
        Msg::Unsealed(inside) => unsealed(model, inside),
        Msg::Added(results) => added(model, results),
        Msg::CloseTold => {
            model.whole_part.device.told = None;
            vec![Effect::Focus(Focus::Heading)]
        }
        Msg::ShowOpen => {
            let effects = go(model, Screen::Review);
            model.filter = Filter::Open;
            effects
        }
        Msg::StopLooking => {
            let was_saved = model.whole_part.device.behind.as_ref();
            let was_saved = was_saved.is_some_and(|b| matches!(b.saving, Saving::Saved(_)));
            stop_looking(model);
            model.whole_part.device.told = None;
            let mut effects = vec![Effect::Device(Do::List), Effect::Focus(Focus::Heading)];
            if was_saved {
                // Another tab may have written in the meantime.
                effects.insert(0, Effect::Reopen);
            }
            effects
        }
        Msg::Offered(text) => {
            let offer = decode(&model.whole, &text);
            model.whole_part.device.offer = Some(offer);
            vec![]
        }
        Msg::TakeOffer(taken) => match model.whole_part.device.offer.take() {
            Some(Ok((mode, answers))) if taken => take_code(model, mode, answers),
            _ => vec![Effect::Focus(Focus::Heading)],
        },
        Msg::Copy(what) => vec![Effect::Device(Do::Copy(what))],
        Msg::Copied(what, done) => {
            model.whole_part.device.copied = Some((what, done));
            vec![]
        }
    }
}

/// A file was handed to the user. A dialog that only offered one stays.
fn written(model: &mut Model, name: String) -> Vec<Effect> {
    let device = &mut model.whole_part.device;
    match &device.dialog {
        Some(Dialog::Save { .. }) => device.dialog = None,
        Some(_) => return vec![],
        None => {}
    }
    device.told = Some(Told::Written(name));
    vec![Effect::Focus(Focus::Device(Spot::Opener))]
}

fn ask(model: &mut Model, dialog: Dialog) -> Vec<Effect> {
    let has_field = dialog.has_field();
    let device = &mut model.whole_part.device;
    device.copied = None;
    device.dialog = Some(dialog);
    vec![Effect::Focus(if has_field {
        Focus::Device(Spot::Field)
    } else {
        Focus::Dialog
    })]
}

fn close(model: &mut Model) -> Vec<Effect> {
    let closed = model.whole_part.device.dialog.take();
    match closed {
        Some(Dialog::Unseal { .. }) => return skip_sealed(model),
        Some(Dialog::Leave) => {
            stay(model);
            return vec![
                Effect::Device(Do::List),
                Effect::Focus(focus_or_opener(model)),
            ];
        }
        _ => {}
    }
    vec![Effect::Focus(Focus::Device(Spot::Opener))]
}

fn focus_or_opener(model: &Model) -> Focus {
    match focus(model) {
        Focus::Heading => Focus::Device(Spot::Opener),
        told => told,
    }
}

/// The button that does what the dialog is about.
fn confirm(model: &mut Model) -> Vec<Effect> {
    let device = &mut model.whole_part.device;
    match device.dialog.take() {
        Some(Dialog::Delete(id)) => {
            let name = model.row(&id).map(|row| row.name.clone());
            model.whole_part.device.told = Some(Told::Deleted(name.unwrap_or_default()));
            vec![
                Effect::Device(Do::Remove(id)),
                Effect::Device(Do::List),
                Effect::Focus(Focus::Device(Spot::Told)),
            ]
        }
        Some(Dialog::DeleteAll) => delete_all(model),
        Some(Dialog::Leave) => go_on(model),
        Some(Dialog::Shared) => share_computer(model),
        Some(Dialog::Save { scope, seal, .. }) => {
            let snapshots = model.chosen(&scope);
            let all = scope == Scope::All;
            device_of(model).dialog = Some(Dialog::Save {
                scope,
                seal,
                is_busy: true,
                error: None,
            });
            vec![Effect::Device(Do::Write {
                snapshots,
                all,
                seal,
            })]
        }
        Some(Dialog::Unseal { .. }) => {
            let Some((_, sealed)) = device.coming.sealed.front() else {
                return vec![];
            };
            let sealed = sealed.clone();
            device.dialog = Some(Dialog::Unseal {
                is_busy: true,
                has_failed: false,
            });
            vec![Effect::Device(Do::Unseal(sealed))]
        }
        Some(Dialog::Share { .. }) => {
            device.dialog = Some(Dialog::Share { is_made: true });
            vec![Effect::Focus(Focus::Device(Spot::Field))]
        }
        other => {
            device.dialog = other;
            vec![]
        }
    }
}

fn device_of(model: &mut Model) -> &mut super::Device {
    &mut model.whole_part.device
}

/// The form of a dialog was sent.
fn typed(model: &mut Model, text: Rc<str>) -> Vec<Effect> {
    match model.whole_part.device.dialog.take() {
        Some(Dialog::Rename { id, .. }) => {
            let name: Rc<str> = text.trim().into();
            if name.chars().count() > MAX_NAME {
                let is_long = true;
                return ask(model, Dialog::Rename { id, name, is_long });
            }
            rename(model, id, name)
        }
        Some(Dialog::Code { .. }) => match decode(&model.whole, &text) {
            Ok((mode, answers)) => take_code(model, mode, answers),
            Err(error) => ask(
                model,
                Dialog::Code {
                    error: Some(error),
                    typed: text,
                },
            ),
        },
        other => {
            model.whole_part.device.dialog = other;
            vec![]
        }
    }
}

fn rename(model: &mut Model, id: Option<String>, name: Rc<str>) -> Vec<Effect> {
    let mut effects = match id {
        None => {
            model.edit_details(|details| details.name = name);
            if model.is_begun() {
                keep(model)
            } else {
                vec![]
            }
        }
        Some(id) => match model.row(&id).and_then(|row| row.snapshot.clone()) {
            Some(mut snapshot) => {
                let mut details = Details::read(&snapshot.rest);
                details.name = name;
                snapshot.rest = details.write();
                vec![
                    Effect::Device(Do::Put(id, snapshot)),
                    Effect::Device(Do::List),
                ]
            }
            None => vec![],
        },
    };
    effects.push(Effect::Focus(Focus::Device(Spot::Opener)));
    effects
}

/// A new round of an assessment: nothing answered, with the answers of the old one to compare with.
/// It comes as its own assessment, and the old one stays.
pub(crate) fn again(model: &mut Model, id: Option<&str>) -> Vec<Effect> {
    let (snapshot, saved) = match id {
        None => {
            let saved = match model.saving {
                Saving::Saved(at) => at,
                _ => 0.0,
            };
            (Some(model.snapshot()), saved)
        }
        Some(id) => {
            let row = model.row(id);
            let saved = row.map_or(0.0, |row| row.saved_at);
            (row.and_then(|row| row.snapshot.clone()), saved)
        }
    };
    let Some(snapshot) = snapshot else {
        return vec![];
    };
    let Details { name, targets, .. } = Details::read(&snapshot.rest);
    let details = Details {
        name: name.clone(),
        targets,
        earlier: Some(Earlier {
            name,
            saved,
            version: (&*snapshot.version).into(),
            hash: (&*snapshot.hash).into(),
            mode: (&*snapshot.mode).into(),
            answers: snapshot.answers,
        }),
        ..Details::default()
    };
    let round = Snapshot {
        format: FORMAT,
        bank: model.whole.id().into(),
        version: model.whole.version().into(),
        hash: model.whole.hash().into(),
        mode: snapshot.mode,
        answers: Given::default(),
        notes: Given::default(),
        screen: "start".into(),
        indicator: String::new(),
        rest: details.write(),
    };
    model.whole_part.device.told = Some(Told::Round);
    leave(model, Next::Take(Box::new(round)))
}

fn delete_all(model: &mut Model) -> Vec<Effect> {
    let mut removed = Removed::default();
    let rows = model.whole_part.device.rows.clone();
    for row in rows.iter() {
        removed.assessments += 1;
        removed.answers += row.answers;
        removed.notes += row.notes;
    }
    if model.is_begun() {
        removed.assessments += 1;
        removed.answers += model.answer_count();
        removed.notes += model.note_count();
    }
    renew(model);
    model.whole_part.device.told = Some(Told::DeletedAll(removed));
    // A workshop is kept on the device too.
    let mut effects = crate::whole::workshop::forget(model);
    effects.extend([
        Effect::Device(Do::RemoveAll),
        Effect::Emit(Event::Change),
        Effect::Device(Do::List),
        Effect::Focus(Focus::Device(Spot::Told)),
    ]);
    effects
}

/// What was kept of this assessment goes, and nothing more is kept.
fn share_computer(model: &mut Model) -> Vec<Effect> {
    let device = &mut model.whole_part.device;
    let before = *device.shared.get_or_insert(model.config.persist);
    device.rows = Rc::default();
    model.config.persist = Persist::None;
    model.saving = Saving::Memory;
    vec![
        Effect::Device(Do::Vacate(before)),
        Effect::Focus(Focus::Device(Spot::Opener)),
    ]
}

/// Answers are kept as the host wants it again.
fn own_computer(model: &mut Model) -> Vec<Effect> {
    let Some(persist) = model.whole_part.device.shared.take() else {
        return vec![];
    };
    model.config.persist = persist;
    model.saving = match persist {
        Persist::None => Saving::Memory,
        _ => Saving::Idle,
    };
    let mut effects = vec![Effect::Device(Do::Return)];
    if model.is_begun() {
        effects.extend(keep(model));
    }
    effects.push(Effect::Device(Do::List));
    effects
}

impl Model {
    /// An assessment of the device that is not the open one.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.whole_part.device.rows.iter().find(|row| row.id == id)
    }

    /// What a file holds.
    fn chosen(&self, scope: &Scope) -> Vec<Snapshot> {
        let of = |row: &Row| row.snapshot.clone();
        match scope {
            Scope::This => vec![self.snapshot()],
            Scope::Other(id) => self.row(id).and_then(of).into_iter().collect(),
            Scope::All => {
                let mut all = Vec::new();
                if self.is_begun() {
                    all.push(self.snapshot());
                }
                all.extend(self.rows().iter().filter_map(of));
                all
            }
        }
    }
}

impl Copied {
    /// Id of the field that shows it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Link => "link",
            Self::Hand => "hand",
        }
    }
}
