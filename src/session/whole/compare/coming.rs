//! Files to compare with: read as any other, and kept in memory only.

use super::profile::meant;
use super::{Added, Reference, Which, MAX_ADDED};
use crate::model::Model;
use crate::msg::{Effect, Focus};
use crate::snapshot::Snapshot;
use crate::whole::device::{Coming, Outcome, Spot, Told};
use std::rc::Rc;

/// Whether a file that comes is to be read as a reference profile.
pub(crate) fn is_wanted(bytes: &[u8]) -> bool {
    meant(bytes).is_some()
}

/// Reads a reference profile; it takes the place of the one before.
pub(crate) fn take_profile(model: &mut Model, file: &str, bytes: &[u8]) -> Outcome {
    let bank = model.whole.clone();
    let Some(value) = meant(bytes) else {
        return Outcome::Unreadable;
    };
    match Reference::read(file, bytes.len(), &value, &bank) {
        Ok(reference) => {
            let (label, passed) = (reference.label.clone(), reference.passed);
            model.whole_part.compare.reference = Some(reference);
            Outcome::Profile { label, passed }
        }
        Err(error) => Outcome::NoProfile(error),
    }
}

/// All files were read: their assessments are compared with, the last of them at once. What is of a
/// newer format is only named: not all of it may have been understood.
pub(crate) fn come(model: &mut Model, coming: Coming) -> Vec<Effect> {
    let Coming {
        mut lines,
        snapshots,
        saved,
        ..
    } = coming;
    if lines.is_empty() {
        return vec![Effect::Focus(Focus::Device(Spot::Opener))];
    }
    for (at, line) in lines.iter_mut().enumerate() {
        let its = snapshots.iter().filter(|(line, _)| *line == at);
        let its: Vec<Snapshot> = its.map(|(_, snapshot)| snapshot.clone()).collect();
        if model.whole_part.compare.added.len() + its.len() > MAX_ADDED {
            line.outcome = Outcome::Many;
            continue;
        }
        let saved = saved.iter().find(|(line, _)| *line == at);
        let saved = saved.map_or(0.0, |(_, saved)| *saved);
        for snapshot in its {
            add(model, (&*line.file).into(), saved, snapshot);
        }
    }
    model.whole_part.device.told = Some(Told::Compared(lines));
    vec![Effect::Focus(Focus::Device(Spot::Told))]
}

fn add(model: &mut Model, file: Rc<str>, saved: f64, snapshot: Snapshot) {
    let compare = &mut model.whole_part.compare;
    compare.count += 1;
    let id = compare.count;
    compare.added.push(Added {
        id,
        file,
        saved,
        snapshot,
    });
    compare.chosen = Some(Which::Added(id));
}
