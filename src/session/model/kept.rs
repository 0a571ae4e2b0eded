//! What is kept of an assessment, and how it is taken up again.

use super::{Mode, Model};
use crate::snapshot::{values, Given, Sheet, Snapshot, Value, Values, FORMAT};
use gca_engine::{Answers, RawAnswer};

impl Model {
    /// What is kept: answers, notes and the place.
    pub fn snapshot(&self) -> Snapshot {
        #[cfg(feature = "whole")]
        if let Some(behind) = &self.whole_part.device.behind {
            return behind.snapshot.clone();
        }
        let notes = self.given_notes();
        Snapshot {
            format: FORMAT,
            bank: self.whole.id().into(),
            version: self.whole.version().into(),
            hash: self.whole.hash().into(),
            mode: self.mode.map_or("", Mode::name).into(),
            answers: Given::collect(&self.whole, &self.answers, &self.kept),
            notes: Given::copied(notes),
            screen: self.screen.name().into(),
            indicator: self.indicator().into(),
            rest: self.rest.clone(),
        }
    }

    /// The text of [`Model::snapshot`], without making one; see [`Snapshot::text`].
    pub fn snapshot_text(&self, number: &dyn Fn(f64) -> String) -> String {
        #[cfg(feature = "whole")]
        if let Some(behind) = &self.whole_part.device.behind {
            return behind.snapshot.text(number);
        }
        Sheet {
            format: FORMAT,
            bank: self.whole.id(),
            version: self.whole.version(),
            hash: self.whole.hash(),
            mode: self.mode.map_or("", Mode::name),
            answers: values(&self.whole, &self.answers, &self.kept),
            notes: self.given_notes(),
            screen: self.screen.name(),
            indicator: self.indicator(),
            rest: &self.rest,
        }
        .text(number)
    }

    /// Notes by question id, and after them those that this bank does not understand.
    fn given_notes(&self) -> Values<'_> {
        let notes = self.whole.questions().iter().zip(&self.notes);
        let notes = notes.filter_map(|(question, note)| {
            let note = note.as_deref().filter(|n| !n.is_empty())?;
            Some((&*question.id, Value::Text(note)))
        });
        let kept = self.kept_notes.iter();
        Box::new(notes.chain(kept.map(|(id, value)| (&**id, Value::Raw(value)))))
    }

    /// Id of the indicator that is open.
    fn indicator(&self) -> &str {
        let indicators = self.bank.indicators();
        indicators.get(self.page).map_or("", |i| &i.id)
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
