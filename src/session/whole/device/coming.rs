//! What comes from outside: files and codes.

use super::leaving::{focus, leave, look, Next};
use super::{Device, Dialog, Effect as Do, Line, Outcome, Queue, Spot, Told};
use crate::details::Details;
use crate::files::{read, FileError, Opened, Reading, Report};
use crate::keeper::Trouble;
use crate::model::{Mode, Model};
use crate::msg::{Effect, Focus};
use crate::snapshot::{Given, Snapshot, FORMAT};
use crate::whole::compare;
use crate::whole::workshop::people;
use gca_engine::Answers;
use std::rc::Rc;

/// A file as it was chosen or dropped.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// Its bytes; `None` if the browser could not read them. A file that is too large is not read at
    /// all, and comes with its error.
    pub bytes: Option<Result<Vec<u8>, FileError>>,
}

/// Files on their way.
#[derive(Clone, Debug, Default)]
pub struct Coming {
    pub(crate) lines: Vec<Line>,
    /// Assessments to be put on the device, with the line and the entry of it that they belong to.
    pub(crate) snapshots: Vec<(usize, Snapshot)>,
    /// Of a newer format, with its line.
    pub(crate) newer: Option<(usize, Snapshot)>,
    /// Sealed files that wait for their passphrases.
    pub(crate) sealed: Queue,
    /// Whether they are to be compared with, and nothing is to be opened.
    pub(crate) beside: bool,
    /// Whether they are handed in to the workshop.
    pub(crate) handed_in: bool,
    /// When files were saved, in milliseconds since 1970, by line.
    pub(crate) saved: Vec<(usize, f64)>,
}

/// Reads files that were chosen or dropped.
pub(crate) fn files(model: &mut Model, files: Vec<Incoming>) -> Vec<Effect> {
    if model.screen == crate::Screen::Workshop {
        return people::files(model, files);
    }
    let beside = model.compares_files();
    let device = &mut model.whole_part.device;
    device.told = None;
    device.coming = Coming {
        beside,
        ..Coming::default()
    };
    let bank = model.whole.clone();
    for Incoming { name, bytes } in files {
        if let Some(Ok(bytes)) = bytes.as_ref().filter(|_| beside) {
            if compare::is_wanted(bytes) {
                let outcome = compare::take_profile(model, &name, bytes);
                model.whole_part.device.line(name, outcome);
                continue;
            }
        }
        let device = &mut model.whole_part.device;
        let result = match bytes {
            None => {
                device.line(name, Outcome::Unreadable);
                continue;
            }
            Some(bytes) => bytes.and_then(|bytes| read(&bytes, &bank)),
        };
        match result {
            Ok(Reading::Open(opened)) => device.take(name, opened),
            Ok(Reading::Sealed(sealed)) => device.coming.sealed.push_back((name, sealed)),
            Err(error) => device.line(name, Outcome::Failed(error)),
        }
    }
    ask_next(model)
}

/// A sealed file was tried.
pub(crate) fn unsealed(model: &mut Model, inside: Option<Vec<u8>>) -> Vec<Effect> {
    let bank = model.whole.clone();
    let device = &mut model.whole_part.device;
    let Some(inside) = inside else {
        if let Some(Dialog::Unseal {
            is_busy,
            has_failed,
        }) = &mut device.dialog
        {
            (*is_busy, *has_failed) = (false, true);
        }
        return vec![Effect::Focus(Focus::Device(Spot::Field))];
    };
    let Some((name, _)) = device.coming.sealed.pop_front() else {
        return vec![];
    };
    if device.coming.handed_in {
        people::unsealed(model, name.into(), &inside);
        return ask_next(model);
    }
    match read(&inside, &bank) {
        Ok(Reading::Open(opened)) => device.take(name, opened),
        Ok(Reading::Sealed(_)) => device.line(name, Outcome::Failed(FileError::Sealed)),
        Err(error) => device.line(name, Outcome::Failed(error)),
    }
    ask_next(model)
}

/// The user does not give a passphrase.
pub(crate) fn skip_sealed(model: &mut Model) -> Vec<Effect> {
    let device = &mut model.whole_part.device;
    if let Some((name, _)) = device.coming.sealed.pop_front() {
        if device.coming.handed_in {
            people::skipped(model, name.into());
        } else {
            device.line(name, Outcome::Locked);
        }
    }
    ask_next(model)
}

/// Asks for the passphrase of the next sealed file; after the last, goes on with what was read.
pub(crate) fn ask_next(model: &mut Model) -> Vec<Effect> {
    let device = &mut model.whole_part.device;
    if !device.coming.sealed.is_empty() {
        device.dialog = Some(Dialog::Unseal {
            is_busy: false,
            has_failed: false,
        });
        return vec![Effect::Focus(Focus::Device(Spot::Field))];
    }
    device.dialog = None;
    if std::mem::take(&mut device.coming.handed_in) {
        return people::finished(model);
    }
    come(model)
}

/// Everything was read: it comes onto the device, or into this page.
fn come(model: &mut Model) -> Vec<Effect> {
    let several = model.keeps_several();
    if model.whole_part.device.coming.beside {
        let coming = std::mem::take(&mut model.whole_part.device.coming);
        return compare::come(model, coming);
    }
    let device = &mut model.whole_part.device;
    let Coming {
        mut lines,
        mut snapshots,
        newer,
        ..
    } = std::mem::take(&mut device.coming);
    if !several && snapshots.len() > 1 {
        // One place: the first takes it.
        for (line, _) in snapshots.drain(1..) {
            if let Some(line) = lines.get_mut(line) {
                trim(line);
            }
        }
    }
    if let Some((line, snapshot)) = newer {
        let outcome = if snapshots.is_empty() {
            device.told = None;
            look(model, snapshot);
            Outcome::Looked
        } else {
            Outcome::NotLooked
        };
        if let Some(line) = lines.get_mut(line) {
            line.outcome = outcome;
        }
    }
    let device = &mut model.whole_part.device;
    if lines.is_empty() {
        return vec![Effect::Focus(Focus::Device(Spot::Opener))];
    }
    device.told = Some(Told::Opened(lines));
    let mut all: Vec<Snapshot> = snapshots.iter().map(|(_, s)| s.clone()).collect();
    if all.is_empty() {
        return vec![Effect::Focus(Focus::Device(Spot::Told))];
    }
    if several {
        device.coming.snapshots = snapshots;
        return vec![Effect::Device(Do::Add(all))];
    }
    let first = all.swap_remove(0);
    leave(model, Next::Take(Box::new(first)))
}

/// Of the entries of a file only the first was opened, or none of them.
fn trim(line: &mut Line) {
    let Outcome::Opened {
        assessments,
        left_out,
        ..
    } = &mut line.outcome
    else {
        return;
    };
    if assessments.pop().is_some() {
        *left_out += 1;
    }
    if assessments.is_empty() {
        line.outcome = Outcome::Single;
    }
}

/// Assessments were put on the device: the first is opened.
pub(crate) fn added(model: &mut Model, results: Vec<Result<String, Trouble>>) -> Vec<Effect> {
    let device = &mut model.whole_part.device;
    let coming = std::mem::take(&mut device.coming.snapshots);
    let mut failed = None;
    for ((line, snapshot), result) in coming.into_iter().zip(&results) {
        let Err(error) = result else {
            continue;
        };
        failed.get_or_insert(snapshot);
        if let Some(Told::Opened(lines)) = &mut device.told {
            if let Some(Outcome::Opened { trouble, .. }) =
                lines.get_mut(line).map(|l| &mut l.outcome)
            {
                *trouble = Some(*error);
            }
        }
    }
    let first = results.into_iter().find_map(Result::ok);
    match (first, failed) {
        (Some(id), _) => leave(model, Next::Load(id)),
        (None, Some(snapshot)) => leave(model, Next::Take(Box::new(snapshot))),
        (None, None) => vec![Effect::Focus(focus(model))],
    }
}

/// A code was given: its assessment comes as a file would.
pub(crate) fn take_code(model: &mut Model, mode: Mode, answers: Answers) -> Vec<Effect> {
    let bank = &model.whole;
    let snapshot = Snapshot {
        format: FORMAT,
        bank: bank.id().into(),
        version: bank.version().into(),
        hash: bank.hash().into(),
        mode: mode.name().into(),
        answers: Given::collect(bank, &answers, &[]),
        ..Snapshot::default()
    };
    let report = Report::new(bank, &snapshot);
    let device = &mut model.whole_part.device;
    (device.told, device.dialog) = (None, None);
    device.coming = Coming::default();
    let opened = Opened {
        saved: None,
        newer: false,
        assessments: vec![(snapshot, report)],
        left_out: 0,
    };
    device.take(String::new(), opened);
    come(model)
}

impl Device {
    fn line(&mut self, file: String, outcome: Outcome) {
        self.coming.lines.push(Line { file, outcome });
    }

    /// Takes in what a file holds.
    fn take(&mut self, file: String, opened: Opened) {
        let line = self.coming.lines.len();
        self.coming.saved.extend(opened.saved.map(|at| (line, at)));
        if opened.newer {
            let first = opened.assessments.into_iter().next();
            let outcome = Outcome::NotLooked;
            if let (Some((snapshot, _)), None) = (first, &self.coming.newer) {
                self.coming.newer = Some((line, snapshot));
            }
            return self.line(file, outcome);
        }
        let mut assessments: Vec<(Rc<str>, Report)> = Vec::new();
        for (mut snapshot, report) in opened.assessments {
            // Whoever opens a file wants to see first what it is.
            snapshot.screen = "start".into();
            assessments.push((Details::read(&snapshot.rest).name, report));
            self.coming.snapshots.push((line, snapshot));
        }
        let outcome = Outcome::Opened {
            assessments,
            left_out: opened.left_out,
            trouble: None,
        };
        self.line(file, outcome);
    }
}
