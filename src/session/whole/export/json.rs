//! The assessment file with its results.

use crate::details::{Details, Earlier};
use crate::files::write_with_results;
use crate::snapshot::{Given, Snapshot};
use crate::whole::report::Setting;
use crate::{Mode, Model};
use gca_engine::exchange::assessment::AssessmentReport;
use gca_engine::RawAnswer;

/// The text of the file: what the assessment file has, and as `results` what `assess` of the engine
/// gives. Opening it gives the same assessment; its results are worked out anew.
pub fn json(model: &Model, setting: &Setting) -> String {
    let mut snapshot = model.snapshot();
    if setting.unnamed {
        snapshot = unnamed(model, snapshot);
    }
    let mode = model.mode.unwrap_or(Mode::Full).name();
    let results = AssessmentReport::new(&model.bank, &model.answers, mode);
    // A plain tree gives the writer no reason to fail.
    let results = serde_json::to_string(&results).unwrap_or_default();
    write_with_results(&snapshot, setting.now, &results)
}

/// A snapshot without anything that somebody typed, and without what this bank does not understand:
/// there is no telling what that holds.
pub fn unnamed(model: &Model, snapshot: Snapshot) -> Snapshot {
    let details = model.details();
    let kept = Details {
        begun: details.begun,
        flagged: details.flagged.clone(),
        earlier: details.earlier.as_ref().map(|earlier| Earlier {
            name: Default::default(),
            answers: known(model, &earlier.answers),
            ..earlier.clone()
        }),
        ..Details::default()
    };
    let is_known = |id: &String| model.whole.question_position(id).is_some();
    let flagged = kept.flagged.iter().filter(|id| is_known(id));
    let kept = Details {
        flagged: flagged.cloned().collect(),
        ..kept
    };
    Snapshot {
        answers: known(model, &snapshot.answers),
        notes: Given::default(),
        rest: kept.write(),
        ..snapshot
    }
}

/// The answers that the bank understands wholly.
fn known(model: &Model, given: &Given) -> Given {
    let is_known = |(id, value): &&(String, RawAnswer)| {
        let at = model.whole.question_position(id);
        let question = at.and_then(|at| model.whole.questions().get(at));
        question.is_some_and(|question| question.read(value).1)
    };
    Given(given.0.iter().filter(is_known).cloned().collect())
}
