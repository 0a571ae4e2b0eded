//! Files that are handed in.

use super::{arrived, What};
use crate::files::{self, FileError, Reading, Sealed};
use crate::model::Model;
use crate::msg::Effect;
use crate::whole::device::{coming, Coming, Incoming};
use crate::whole::workshop::hand::of_snapshot;
use crate::whole::workshop::{kept, present, Came};
use std::rc::Rc;

/// Files that were chosen or dropped while the workshop is open. Those under a passphrase are asked about once the others are in.
pub(crate) fn files(model: &mut Model, files: Vec<Incoming>) -> Vec<Effect> {
    model.workshop_mut().people_state.arrivals.clear();
    model.whole_part.device.coming = Coming {
        handed_in: true,
        ..Coming::default()
    };
    for Incoming { name, bytes } in files {
        match bytes {
            Some(Ok(bytes)) => {
                if let Some(sealed) = file(model, name.as_str().into(), &bytes) {
                    let queue = &mut model.whole_part.device.coming.sealed;
                    queue.push_back((name, sealed));
                }
            }
            Some(Err(error)) => {
                let workshop = model.workshop_mut();
                workshop.arrive(name.into(), Err(What::File(error)), Came::File);
            }
            None => {
                let workshop = model.workshop_mut();
                workshop.arrive(name.into(), Err(What::Unread), Came::File);
            }
        }
    }
    coming::ask_next(model)
}

/// What was under a passphrase.
pub(crate) fn unsealed(model: &mut Model, name: Rc<str>, inside: &[u8]) {
    if file(model, name.clone(), inside).is_some() {
        let error = FileError::Sealed;
        model
            .workshop_mut()
            .arrive(name, Err(What::File(error)), Came::File);
    }
}

/// Nobody gives the passphrase of this file.
pub(crate) fn skipped(model: &mut Model, name: Rc<str>) {
    model
        .workshop_mut()
        .arrive(name, Err(What::Sealed), Came::File);
}

/// Takes in a file, or gives back what a passphrase is needed for.
fn file(model: &mut Model, name: Rc<str>, bytes: &[u8]) -> Option<Sealed> {
    let (bank, catalog) = (model.whole.clone(), model.catalog.clone());
    let workshop = model.workshop_mut();
    if let Some(opened) = kept::open(&bank, bytes) {
        let is_empty = workshop.people.is_empty() && workshop.talks.is_empty();
        if is_empty {
            workshop.become_another(opened, name);
        } else {
            let what = What::Room(opened.people.len(), bytes.into());
            workshop.arrive(name, Err(what), Came::File);
        }
        return None;
    }
    match files::read(bytes, &bank) {
        Err(error) => workshop.arrive(name, Err(What::File(error)), Came::File),
        Ok(Reading::Sealed(sealed)) => return Some(sealed),
        Ok(Reading::Open(opened)) if opened.newer => {
            workshop.arrive(name, Err(What::Newer), Came::File);
        }
        Ok(Reading::Open(opened)) => {
            for (snapshot, _) in opened.assessments {
                let hand = of_snapshot(&bank, &snapshot).in_words(&catalog);
                let other = !snapshot.version.is_empty() && snapshot.version != bank.version();
                let before = workshop.people.len();
                workshop.arrive(name.clone(), Ok(hand), Came::File);
                if other && workshop.people.len() > before {
                    if let Some(last) = workshop.people_state.arrivals.last_mut() {
                        last.what = What::OtherVersion;
                    }
                }
            }
        }
    }
    None
}

/// All files are in, or will not be.
pub(crate) fn finished(model: &mut Model) -> Vec<Effect> {
    present::recount(model);
    arrived(model)
}
