//! The action list as a table: the plan first, then all other next steps, best first.

use super::sheet::{sheet, Sheet, Value};
use crate::view::number;
use crate::whole::report::{all_steps, effort, objective, progress, title, Words};
use crate::whole::steps::{actions, Scope, Step};
use crate::Key;

/// Every step. Gain in points of 0–100. What was decided has columns of its own, which are left out
/// with all else that somebody typed.
pub(super) fn steps(words: &Words) -> Sheet {
    let mut columns = vec![
        (Key::ExportRank, 7),
        (Key::ExportNumber, 9),
        (Key::ExportId, 22),
        (Key::ResultsIndicator, 30),
        (Key::ReportQuestion, 50),
        (Key::ReportStep, 60),
        (Key::StepsAfter, 60),
        (Key::StepsActor, 30),
        (Key::ReportEffort, 12),
        (Key::ReportGain, 9),
        (Key::ExportUnlocks, 14),
    ];
    if !words.setting.unnamed {
        columns.extend([
            (Key::PlanProgress, 14),
            (Key::PlanOwner, 30),
            (Key::PlanDate, 12),
            (Key::PlanTime, 24),
            (Key::PlanDeliverable, 40),
        ]);
    }
    let mut sheet = sheet(words, Key::NavSteps, &columns);
    let (planned, next) = all_steps(words);
    // The rank is that of the method, whatever was decided; what it does not rank has none.
    let ranked = actions(words.model, Scope::Next);
    let rank = |step: &Step| ranked.iter().position(|one| one.id == step.id);
    sheet.rows = planned
        .iter()
        .chain(&next)
        .filter_map(|step| row(words, rank(step), step))
        .collect();
    sheet
}

fn row(words: &Words, rank: Option<usize>, step: &Step) -> Option<Vec<Value>> {
    let unlocks = step.unlocks.iter();
    let unlocks = unlocks.map(|(_, number)| words.number(*number).to_string());
    let comma = words.t(Key::SignComma);
    let mut values = vec![
        rank.map_or(Value::Empty, |at| Value::Whole(at + 1)),
        Value::text(&words.number(number(words.model, step.at))),
        Value::text(&words.model.question(step.at)?.id),
        Value::text(&words.indicator_of(step.at)),
        Value::text(&step.question),
        Value::text(&title(words, step)),
        Value::text(&objective(words, step)),
        Value::text(&step.actors.join(&*comma)),
        Value::text(&effort(words, step)),
        step.gain.map_or(Value::Empty, Value::Exact),
        Value::text(&unlocks.collect::<Vec<_>>().join(&*comma)),
    ];
    if !words.setting.unnamed {
        let planned = &step.planned;
        let state = planned.progress.map(|one| progress(words, one));
        values.push(Value::text(&state.unwrap_or_default()));
        values.push(Value::text(&planned.owner));
        values.push(Value::text(&planned.date));
        values.push(Value::text(&planned.time));
        values.push(Value::text(&planned.deliverable));
    }
    Some(values)
}
