//! What is kept of an assessment, and how it is taken up again.

use super::{Mode, Model};
use crate::snapshot::{Given, Snapshot, FORMAT};
use gca_engine::{Answers, RawAnswer};

impl Model {
    /// What is kept: answers, notes and the place.
    pub fn snapshot(&self) -> Snapshot {
        #[cfg(feature = "whole")]
        if let Some(behind) = &self.whole_part.device.behind {
            return behind.snapshot.clone();
        }
        let mut notes = Vec::new();
        for (question, note) in self.whole.questions().iter().zip(&self.notes) {
            if let Some(note) = note.as_ref().filter(|n| !n.is_empty()) {
                notes.push((question.id.to_string(), RawAnswer::Text(note.to_string())));
            }
        }
        notes.extend(self.kept_notes.iter().cloned());
        Snapshot {
            format: FORMAT,
            bank: self.whole.id().into(),
            version: self.whole.version().into(),
            hash: self.whole.hash().into(),
            mode: self.mode.map_or("", Mode::name).into(),
            answers: Given::collect(&self.whole, &self.answers, &self.kept),
            notes: Given(notes),
            screen: self.screen.name().into(),
            indicator: self
                .bank
                .indicators()
                .get(self.page)
                .map_or("", |i| &i.id)
                .into(),
            rest: self.rest.clone(),
        }
    }

    /// Takes answers and notes from a snapshot; the place stays.
    pub(crate) fn restore(&mut self, snapshot: Snapshot) {
        let (answers, kept) = Answers::read(&self.whole, snapshot.answers.0);
        self.answers = answers;
        self.report_kept = !kept.is_empty();
        self.kept = kept;
        self.trail.clear();
        self.notes = vec![None; self.whole.width()];
        self.kept_notes.clear();
        self.rest = snapshot.rest;
        #[cfg(feature = "whole")]
        {
            self.whole_part.restore(&self.whole, &self.rest);
            self.reweigh();
        }
        for (id, value) in snapshot.notes.0 {
            let slot = self
                .whole
                .question_position(&id)
                .and_then(|at| self.notes.get_mut(at));
            match (slot, value) {
                (Some(slot), RawAnswer::Text(text)) => *slot = Some(text.into()),
                (_, value) => self.kept_notes.push((id, value)),
            }
        }
        if self.config.mode.is_none() {
            if let Some(mode) = Mode::from_name(&snapshot.mode) {
                self.set_mode(mode);
            }
        }
        self.rescore();
    }
}
