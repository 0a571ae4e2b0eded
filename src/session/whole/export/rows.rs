//! The answers as a table.

use super::sheet::{sheet, Sheet, Value};
use crate::view::{row, AnswerView};
use crate::whole::report::{evidence_of, state_of, Words};
use crate::Key;
use gca_engine::State;

/// One row for each question that is asked. Score 0–1; weight in points of 0–100.
pub(super) fn answers(words: &Words) -> Sheet {
    let mut columns = vec![
        (Key::ExportNumber, 9),
        (Key::ExportId, 22),
        (Key::ResultsArea, 24),
        (Key::ResultsIndicator, 30),
        (Key::ReportQuestion, 60),
        (Key::ExportState, 12),
        (Key::ReportAnswer, 60),
        (Key::ExportLevel, 8),
        (Key::ExportTop, 8),
        (Key::ExportScore, 8),
        (Key::ExportWeight, 10),
    ];
    if !words.setting.unnamed {
        let typed = [Key::ReportNote, Key::ReportEvidence, Key::ReportWho];
        columns.extend(typed.map(|key| (key, 40)));
    }
    let mut sheet = sheet(words, Key::ReportAnswers, &columns);
    let count = words.model.bank.questions().len();
    sheet.rows = (0..count).filter_map(|at| values(words, at)).collect();
    sheet
}

fn values(words: &Words, at: usize) -> Option<Vec<Value>> {
    let model = words.model;
    let question = model.question(at)?;
    let outcome = model.assessment.questions.get(at)?;
    let row = row(model, at)?;
    let indicator = model.bank.indicators().get(question.indicator)?;
    let area = model.bank.areas().get(indicator.area)?;
    let area_title = &model.texts.areas.get(area.source)?.title;
    let is_known = outcome.state.is_known();
    let known = |value| if is_known { value } else { Value::Empty };
    let answer = match &row.answer {
        AnswerView::Unanswered => Value::Empty,
        answer => Value::text(&words.answer(at, answer)),
    };
    let mut values = vec![
        Value::text(&words.number(row.number)),
        Value::text(&question.id),
        Value::text(area_title),
        Value::text(&words.indicator_of(at)),
        Value::text(&row.text),
        Value::text(state_of(model, at)),
        answer,
        known(Value::Whole(usize::from(outcome.level))),
        Value::Whole(usize::from(question.levels().saturating_sub(1))),
        known(Value::Exact(outcome.score)),
        match outcome.state {
            State::NotApplicable => Value::Empty,
            _ => Value::Exact(100.0 * outcome.weight),
        },
    ];
    if !words.setting.unnamed {
        let pieces = evidence_of(words.setting, &row.evidence);
        let comma = words.t(Key::SignComma);
        let pieces = pieces.iter().map(|piece| {
            let parts = [&piece.text, &piece.reference, &piece.link, &piece.date];
            let parts = parts.iter().filter(|part| !part.is_empty());
            parts.map(|part| &***part).collect::<Vec<_>>().join(&*comma)
        });
        let evidence = pieces.collect::<Vec<_>>().join("\n");
        values.push(Value::text(&row.note));
        values.push(Value::text(&evidence));
        values.push(Value::text(&row.who));
    }
    Some(values)
}
