//! How the whole program goes on where the first left off.

use super::{Model, Saving};
#[cfg(feature = "whole")]
use crate::keeper::Trouble;
#[cfg(feature = "whole")]
use crate::snapshot::Snapshot;

impl Model {
    /// What the whole program has to know besides the snapshot when it takes over; see
    /// [`Model::take_over`].
    pub fn marks(&self) -> Vec<f64> {
        let (saving, saved_at) = match self.saving {
            Saving::Idle => (0, 0.0),
            Saving::Pending => (1, 0.0),
            Saving::Saved(at) => (2, at),
            Saving::Memory => (3, 0.0),
            Saving::Failed(trouble) => (4 + trouble as u8, 0.0),
        };
        let flag = |on: bool| f64::from(u8::from(on));
        let state = [
            saving.into(),
            saved_at,
            flag(self.damaged),
            flag(self.report_kept),
            flag(self.deleted),
            flag(self.completed),
            flag(self.returning),
        ];
        [&state, &*self.trail].concat()
    }

    /// Goes on where another program left off: its snapshot with the place, and its marks.
    #[cfg(feature = "whole")]
    pub fn take_over(&mut self, snapshot: Snapshot, marks: &[f64]) {
        self.open(snapshot);
        let &[saving, saved_at, damaged, report_kept, deleted, completed, returning, ref trail @ ..] =
            marks
        else {
            return;
        };
        self.whole_part.history.follow(trail, self.answers.clone());
        self.saving = match saving as u8 {
            0 => Saving::Idle,
            1 => Saving::Pending,
            2 => Saving::Saved(saved_at),
            3 => Saving::Memory,
            code => Saving::Failed(trouble(code - 4)),
        };
        self.damaged = damaged > 0.0;
        self.report_kept = report_kept > 0.0;
        self.deleted = deleted > 0.0;
        self.completed = completed > 0.0;
        self.returning = returning > 0.0;
    }
}

#[cfg(feature = "whole")]
fn trouble(code: u8) -> Trouble {
    use Trouble::{Denied, Elsewhere, Full, Gone, Newer};
    let all = [Denied, Full, Newer, Elsewhere, Gone];
    let found = all.into_iter().find(|trouble| *trouble as u8 == code);
    found.unwrap_or(Full)
}
