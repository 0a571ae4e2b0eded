//! What a room answered, and the disagreement that remains, as files.

use super::super::answers::{is_shown, row};
use super::super::Paper;
use super::left;
use crate::files::named;
use crate::model::Model;
use crate::whole::export::{csv, Column, File, Sheet, Value};
use crate::whole::report::{one_line, Setting, Words};
use crate::Key;
use gca_engine::{Answer, Flag};
use std::rc::Rc;

/// Makes a file.
pub(crate) fn file(model: &Model, setting: &Setting, paper: Paper) -> File {
    let words = &Words { model, setting };
    let (ending, media, text) = match paper {
        Paper::Answers => ("-room.csv", "text/csv", csv(&room(words))),
        Paper::LeftCsv => ("-disagreement.csv", "text/csv", csv(&remaining(words))),
        Paper::LeftMarkdown => (
            "-disagreement.md",
            "text/markdown",
            markdown(words, &remaining(words)),
        ),
    };
    File {
        name: named("", setting.now, ending),
        media,
        bytes: text.into_bytes(),
    }
}

fn sheet(words: &Words, name: Key, heads: &[Key]) -> Sheet {
    let columns = heads.iter().map(|key| Column {
        title: words.t(*key),
        width: 20,
    });
    Sheet {
        name: words.t(name),
        columns: columns.collect(),
        rows: Vec::new(),
    }
}

/// How an agreement reads.
pub(crate) fn flag_key(flag: Flag) -> Key {
    match flag {
        Flag::Few => Key::RoomFew,
        Flag::Agree => Key::RoomHigh,
        Flag::Mixed => Key::RoomMixed,
        Flag::Discuss => Key::RoomLow,
    }
}

/// A row for each question. What fewer than three answered has numbers of people only.
fn room(words: &Words) -> Sheet {
    let model = words.model;
    let mut sheet = sheet(
        words,
        Key::WorkshopAnswers,
        &[
            Key::ExportNumber,
            Key::ReportQuestion,
            Key::RoomValid,
            Key::RoomDontKnow,
            Key::RoomNotApplicable,
            Key::RoomOpen,
            Key::RoomMedian,
            Key::RoomAgreement,
            Key::RoomFlag,
        ],
    );
    let levels = model.whole.questions().iter().map(|q| q.levels()).max();
    for level in 1..=usize::from(levels.unwrap_or_default()) {
        let n = words.whole(level);
        sheet.columns.push(Column {
            title: words.fill(Key::RoomLevel, &[("n", &n)]),
            width: 10,
        });
    }
    let width = sheet.columns.len();
    for source in 0..model.whole.questions().len() {
        let Some(row) = row(model, source) else {
            continue;
        };
        let numbers = row.told.numbers;
        let whole = |n: u32| Value::Whole(usize::try_from(n).unwrap_or(usize::MAX));
        let mut cells = vec![
            Value::Text(words.number(row.number)),
            Value::Text(row.text.clone()),
            whole(numbers.valid),
            whole(numbers.dont_know),
            whole(numbers.not_applicable),
            whole(numbers.unanswered + numbers.skipped),
        ];
        if is_shown(&row.told) {
            cells.push(match row.told.values.and_then(|values| values.median) {
                Some(x) => Value::Exact(x),
                None => row
                    .told
                    .median_level
                    .map_or(Value::Empty, |level| Value::Whole(usize::from(level) + 1)),
            });
            cells.push(row.told.consensus.map_or(Value::Empty, percent));
            let flag = row.told.flag.map(|flag| words.t(flag_key(flag)));
            cells.push(flag.map_or(Value::Empty, Value::Text));
            cells.extend(row.told.counts.iter().map(|n| whole(*n)));
        } else {
            cells.extend([Value::Empty, Value::Empty]);
            cells.push(Value::Text(words.t(Key::RoomFew)));
        }
        cells.resize(width, Value::Empty);
        sheet.rows.push(cells);
    }
    sheet
}

fn percent(share: f64) -> Value {
    Value::Percent((100.0 * share).floor())
}

fn remaining(words: &Words) -> Sheet {
    let mut sheet = sheet(
        words,
        Key::TalkLeft,
        &[
            Key::ExportNumber,
            Key::ReportQuestion,
            Key::TalkBefore,
            Key::TalkAfter,
            Key::TalkAgreed,
            Key::TalkMinority,
        ],
    );
    for left in left(words.model) {
        let agreed = left.agreed.map(|answer| said(words, left.source, answer));
        sheet.rows.push(vec![
            Value::Text(words.number(left.number)),
            Value::Text(left.text.clone()),
            left.before.map_or(Value::Empty, percent),
            left.after.map_or(Value::Empty, percent),
            Value::Text(agreed.unwrap_or_else(|| words.t(Key::TalkNone))),
            Value::Text(left.minority.clone()),
        ]);
    }
    sheet
}

fn said(words: &Words, source: usize, answer: Answer) -> Rc<str> {
    match answer {
        Answer::Number(x) => words.formats().plain(x),
        Answer::DontKnow => words.t(Key::RoomDontKnow),
        Answer::NotApplicable => words.t(Key::RoomNotApplicable),
        answer => words.model.agreed_words(source, answer).unwrap_or_default(),
    }
}

fn markdown(words: &Words, sheet: &Sheet) -> String {
    let mut out = ["# ", &*one_line(&sheet.name), "\n\n"].concat();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for cell in cells {
            out.push_str("| ");
            out.push_str(&cell);
            out.push(' ');
        }
        out.push_str("|\n");
    };
    line(&mut sheet.columns.iter().map(|column| one_line(&column.title)));
    line(&mut sheet.columns.iter().map(|_| "---".to_owned()));
    for row in &sheet.rows {
        line(&mut row.iter().map(|value| match value {
            Value::Text(text) => one_line(text),
            Value::Percent(x) => words.formats().percent(x / 100.0).to_string(),
            _ => String::new(),
        }));
    }
    out
}
