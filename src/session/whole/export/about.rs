//! What the tables are about.

use super::sheet::{sheet, Sheet, Value};
use crate::whole::report::{report, Words};
use crate::Key;

/// Name, date, question set, coverage, and what must not be missed.
pub(super) fn about(words: &Words) -> Sheet {
    let mut sheet = sheet(
        words,
        Key::ExportAbout,
        &[(Key::ExportWhat, 24), (Key::ExportValue, 60)],
    );
    let report = report(words.model, words.setting);
    let name = (!report.name.is_empty()).then(|| (words.t(Key::ExportName), report.name.clone()));
    let rows = name.into_iter().chain(report.facts);
    let badges = report.badges.into_iter();
    let badges = badges.map(|badge| (words.t(Key::ExportMind), badge));
    for (label, value) in rows.chain(badges) {
        sheet
            .rows
            .push(vec![Value::text(&label), Value::text(&value)]);
    }
    sheet
}
