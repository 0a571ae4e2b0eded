//! What this assessment can be compared with.

use super::Added;
use crate::details::Earlier;
use crate::files::Report;
use crate::model::{Mode, Model};
use crate::snapshot::{Given, Snapshot};
use crate::whole::device::Row;
use gca_engine::{assess, Answers, Assessment, Points};
use std::rc::Rc;

/// An assessment other than the open one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// The round before, which is kept with this assessment.
    Earlier,
    /// One of this device, by its id there.
    Device(String),
    /// One from a file, by a number of its own.
    Added(usize),
}

/// An assessment that can be compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Which.
    pub which: Which,
    /// Its name; may be empty.
    pub name: Rc<str>,
    /// The file it came from; empty if it came from none.
    pub file: Rc<str>,
    /// When it was last saved, in milliseconds since 1970; 0 is not known.
    pub saved: f64,
    /// Whether only the short version was asked.
    pub is_quick: bool,
    /// Its points on the questions that are asked here; `None` if nothing of it applies.
    pub points: Option<Points>,
    /// Whether it is compared with.
    pub is_chosen: bool,
}

/// Everything that can be compared with: the earlier round, what came from files, then what else is
/// on the device, the newest first.
pub fn others(model: &Model) -> Vec<Other> {
    let chosen = chosen(model);
    let list = sources(model).into_iter();
    list.map(|source| {
        let outcome = source.outcome(model);
        Other {
            is_chosen: chosen.as_ref() == Some(&source.which),
            points: outcome.overall.map(|overall| overall.points),
            name: source.name(),
            file: source.file,
            saved: source.saved,
            is_quick: source.mode == Mode::Quick.name(),
            which: source.which,
        }
    })
    .collect()
}

/// The one that is compared with: the choice of the user, else the earlier round, else the last that
/// came from a file.
pub(super) fn chosen(model: &Model) -> Option<Which> {
    let sources = sources(model);
    let is_there = |which: &Which| sources.iter().any(|source| source.which == *which);
    let choice = model.whole_part.compare.chosen.clone().filter(is_there);
    let first = || {
        let first = sources.first().map(|source| source.which.clone());
        first.filter(|which| !matches!(which, Which::Device(_)))
    };
    choice.or_else(first)
}

/// An assessment as it is kept.
pub(super) struct Source<'a> {
    pub(super) which: Which,
    pub(super) file: Rc<str>,
    pub(super) saved: f64,
    mode: &'a str,
    version: &'a str,
    hash: &'a str,
    answers: &'a Given,
    from: From<'a>,
}

enum From<'a> {
    Earlier(&'a Earlier),
    Row(&'a Row),
    Added(&'a Added),
}

/// All of them, in the order in which they are shown.
pub(super) fn sources(model: &Model) -> Vec<Source<'_>> {
    let part = &model.whole_part;
    let mut sources = Vec::new();
    if let Some(earlier) = &part.details.earlier {
        sources.push(Source {
            which: Which::Earlier,
            file: Rc::default(),
            saved: earlier.saved,
            mode: &earlier.mode,
            version: &earlier.version,
            hash: &earlier.hash,
            answers: &earlier.answers,
            from: From::Earlier(earlier),
        });
    }
    for added in part.compare.added.iter().rev() {
        let which = Which::Added(added.id);
        let file = added.file.clone();
        let from = From::Added(added);
        sources.push(Source::new(which, file, added.saved, &added.snapshot, from));
    }
    for row in part.device.rows.iter() {
        let Some(snapshot) = &row.snapshot else {
            continue;
        };
        // The assessment that the earlier round was made from: it would stand here twice.
        let is_same =
            |earlier: &Earlier| earlier.name == row.name && earlier.answers == snapshot.answers;
        if part.details.earlier.as_ref().is_some_and(is_same) {
            continue;
        }
        let which = Which::Device(row.id.clone());
        let from = From::Row(row);
        sources.push(Source::new(
            which,
            Rc::default(),
            row.saved_at,
            snapshot,
            from,
        ));
    }
    sources
}

/// One of them.
pub(super) fn source<'a>(model: &'a Model, which: &Which) -> Option<Source<'a>> {
    let mut sources = sources(model).into_iter();
    sources.find(|source| source.which == *which)
}

impl<'a> Source<'a> {
    fn new(
        which: Which,
        file: Rc<str>,
        saved: f64,
        snapshot: &'a Snapshot,
        from: From<'a>,
    ) -> Self {
        Self {
            which,
            file,
            saved,
            mode: &snapshot.mode,
            version: &snapshot.version,
            hash: &snapshot.hash,
            answers: &snapshot.answers,
            from,
        }
    }

    pub(super) fn name(&self) -> Rc<str> {
        match self.from {
            From::Earlier(earlier) => earlier.name.clone(),
            From::Row(row) => row.name.clone(),
            From::Added(added) => crate::details::Details::read(&added.snapshot.rest).name,
        }
    }

    /// Its answers, as this bank understands them.
    pub(super) fn answers(&self, model: &Model) -> Answers {
        let given = self.answers.0.iter().cloned();
        Answers::read(&model.whole, given).0
    }

    /// What comes of its answers on the questions that are asked here.
    pub(super) fn outcome(&self, model: &Model) -> Assessment {
        assess(&model.bank, &self.answers(model))
    }

    /// What this bank understands of it.
    pub(super) fn report(&self, model: &Model) -> Report {
        let snapshot = Snapshot {
            version: self.version.into(),
            hash: self.hash.into(),
            answers: self.answers.clone(),
            ..Snapshot::default()
        };
        Report::new(&model.whole, &snapshot)
    }
}
