//! Notes and evidence as a table, one row for each.

use super::sheet::{sheet, Sheet, Value};
use crate::details::Evidence;
use crate::view::{row, Row};
use crate::whole::report::Words;
use crate::Key;

/// A row for each note and each piece of evidence, in the order of the questions.
pub(super) fn notes(words: &Words) -> Sheet {
    let mut sheet = sheet(
        words,
        Key::ExportNotes,
        &[
            (Key::ExportNumber, 9),
            (Key::ReportQuestion, 50),
            (Key::ReportWho, 24),
            (Key::ReportNote, 60),
            (Key::ReportEvidence, 40),
            (Key::EvidenceReference, 30),
            (Key::EvidenceLink, 40),
            (Key::EvidenceDate, 14),
        ],
    );
    for at in 0..words.model.bank.questions().len() {
        let Some(found) = row(words.model, at) else {
            continue;
        };
        if !found.note.is_empty() || (!found.who.is_empty() && found.evidence.is_empty()) {
            let none = Evidence::default();
            sheet.rows.push(values(words, &found, &found.note, &none));
        }
        for piece in &found.evidence {
            sheet.rows.push(values(words, &found, "", piece));
        }
    }
    sheet
}

fn values(words: &Words, row: &Row, note: &str, evidence: &Evidence) -> Vec<Value> {
    vec![
        Value::text(&words.number(row.number)),
        Value::text(&row.text),
        Value::text(&row.who),
        Value::text(note),
        Value::text(&evidence.text),
        Value::text(&evidence.reference),
        Value::text(&evidence.link),
        Value::text(&evidence.date),
    ]
}
