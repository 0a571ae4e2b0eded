//! The scores as a table.

use super::sheet::{sheet, Sheet, Value};
use crate::view::{indicator_number, Number};
use crate::whole::report::{has_own_weights, Words};
use crate::Key;
use gca_engine::{band, display_coverage, display_score, Points};

/// The whole, each area, each indicator; what does not apply has no numbers. Points of 0–100 as they
/// are shown, coverage in whole per cent.
pub(super) fn scores(words: &Words) -> Sheet {
    let mut sheet = sheet(
        words,
        Key::ExportScores,
        &[
            (Key::ExportKind, 12),
            (Key::ExportNumber, 9),
            (Key::ExportId, 24),
            (Key::ExportTitle, 50),
            (Key::ResultsKeyScore, 9),
            (Key::ExportLow, 9),
            (Key::ExportHigh, 9),
            (Key::ExportCoverage, 10),
            (Key::ResultsStage, 14),
            (Key::ExportWeights, 16),
        ],
    );
    let model = words.model;
    let (bank, assessment) = (&model.bank, &model.assessment);
    let overall = assessment.overall.as_ref();
    let stage = overall.and_then(|o| o.standing.stage);
    let points = overall.map(|o| o.points);
    let all = [Key::ExportAll, Key::ResultsScore];
    let none = Number::default();
    let rows = &mut sheet.rows;
    let kind = words.t(all[0]);
    let title = words.t(all[1]);
    rows.push(row(words, [&kind, "", &title], none, points, stage));
    for (at, area) in bank.areas().iter().enumerate() {
        let result = assessment.areas.get(at).copied().flatten();
        let title = model.texts.areas.get(area.source);
        let title = title.map(|t| t.title.clone()).unwrap_or_default();
        let number = Number {
            area: area.source + 1,
            ..none
        };
        let texts = [&*words.t(Key::ResultsArea), &*area.id, &*title];
        let stage = result.and_then(|r| r.stage);
        rows.push(row(words, texts, number, result.map(|r| r.points), stage));
    }
    for (at, indicator) in bank.indicators().iter().enumerate() {
        let points = assessment.indicators.get(at).copied().flatten();
        let title = model.texts.indicators.get(indicator.source);
        let title = title.map(|t| t.0.clone()).unwrap_or_default();
        let number = indicator_number(model, indicator.source);
        let texts = [&*words.t(Key::ResultsIndicator), &*indicator.id, &*title];
        let stage = points.and_then(Points::score);
        let stage = stage.map(|score| band(bank.stages(), score));
        rows.push(row(words, texts, number, points, stage));
    }
    sheet
}

fn row(
    words: &Words,
    [kind, id, title]: [&str; 3],
    number: Number,
    points: Option<Points>,
    stage: Option<usize>,
) -> Vec<Value> {
    let stages = words.model.bank.stages();
    let shown =
        |x: Option<f64>| x.map_or(Value::Empty, |x| Value::Points(display_score(x, stages)));
    let weights = match has_own_weights(words.model) {
        true => Key::ReportWeights,
        false => Key::ExportStandard,
    };
    vec![
        Value::text(kind),
        Value::text(&words.number(number)),
        Value::text(id),
        Value::text(title),
        shown(points.and_then(Points::score)),
        shown(points.map(|p| p.low)),
        shown(points.map(Points::high)),
        points.map_or(Value::Empty, |p| {
            Value::Percent(f64::from(display_coverage(p.coverage)) / 100.0)
        }),
        Value::text(&stage.map(|at| words.stage(at)).unwrap_or_default()),
        Value::text(&words.t(weights)),
    ]
}
