//! Rows of a picture: name, marks and value beside each other where there is room, else the marks below.

use super::{moved, Sheet};
use crate::ink::{Ink, Tone};
use crate::lanes::{lanes, look};
use crate::measure::{width as wide, wrap, LEADING};
use crate::scene::{Anchor, Mark, Row, Rows, Scale};

/// From this width on there is room beside each other, in pixels.
const BESIDE: f64 = 460.0;
/// Between columns.
const GAP: f64 = 14.0;

const LABEL: Ink = Ink::Text(Tone::Plain);
const VALUE: Ink = Ink::Text(Tone::Strong);
const NOTE: Ink = Ink::Text(Tone::Small);

/// The columns: where the marks begin and how wide they are, and where values end.
struct Columns {
    is_beside: bool,
    label: f64,
    left: f64,
    plot: f64,
    value: f64,
}

pub(super) fn rows(sheet: &mut Sheet, rows: &Rows) {
    let columns = columns(sheet, &rows.rows);
    let at = sheet.marks.len();
    let top = sheet.y;
    for each in &rows.rows {
        let from = sheet.y;
        let plot = row(sheet, each, &columns);
        if rows.is_ruled && !columns.is_beside && !each.is_heading {
            // Below each other every row has its own lines, which go behind its marks.
            rule(sheet, at, &columns, plot, plot + each.height);
        }
        if each.is_heading && from > top {
            sheet.y += 2.0;
        }
    }
    if rows.is_ruled && columns.is_beside {
        let bottom = sheet.y;
        rule(sheet, at, &columns, top, bottom);
    }
    for each in &rows.scales {
        scale(sheet, each, &columns);
    }
}

fn columns(sheet: &Sheet, rows: &[Row]) -> Columns {
    let most = |of: fn(&Row) -> &str, ink: Ink| {
        let wides = rows.iter().map(|row| wide(of(row), ink.look()));
        wides.fold(0.0, f64::max)
    };
    let label = most(|row| &row.label, VALUE);
    let value = most(|row| &row.value, VALUE);
    let note = most(|row| &row.note, NOTE);
    let right = sheet.left + sheet.width;
    let beside_value = if note > 0.0 { note + 6.0 } else { 0.0 };
    let values = value + beside_value;
    let is_beside = label > 0.0 && sheet.width >= BESIDE;
    let (left, end, label) = if is_beside {
        let label = label.min(sheet.width * 0.36);
        (sheet.left + label + GAP, right - values - GAP, label)
    } else {
        (sheet.left, right, sheet.width - values - GAP)
    };
    Columns {
        is_beside,
        label,
        left,
        plot: (end - left).max(40.0),
        value: right - beside_value,
    }
}

/// Draws a row; where its marks begin comes back.
fn row(sheet: &mut Sheet, row: &Row, columns: &Columns) -> f64 {
    let ink = if row.is_heading { VALUE } else { LABEL };
    let line = ink.look().size * LEADING;
    let room = if row.is_heading && columns.is_beside {
        columns.value - sheet.left - 60.0
    } else {
        columns.label
    };
    let lines = wrap(&row.label, ink.look(), room);
    let words = line * lines.len() as f64;
    let pad = if row.is_heading { 10.0 } else { 6.0 };
    let is_beside = columns.is_beside && !row.is_heading;
    let (text, plot, end) = if is_beside {
        let high = row.height.max(words + pad);
        let middle = sheet.y + high / 2.0;
        let text = middle - words / 2.0;
        (text, middle - row.height / 2.0, sheet.y + high)
    } else {
        let text = sheet.y + if words > 0.0 { pad } else { 0.0 };
        (text, text + words, text + words + row.height)
    };
    sheet.lines(ink, (sheet.left, text), &lines);
    // Values stand in the middle of the row, or beside the first line of a name that has its own.
    let base = if is_beside {
        plot + row.height / 2.0 + 4.5
    } else {
        text + line * 0.78
    };
    sheet.text(VALUE, (columns.value, base), Anchor::Right, &row.value);
    let note = columns.value + if row.value.is_empty() { 0.0 } else { 6.0 };
    sheet.text(NOTE, (note, base), Anchor::Left, &row.note);
    for mark in &row.marks {
        let mark = moved(mark, (columns.left, plot), columns.plot / 100.0);
        sheet.draw(mark);
    }
    sheet.y = end;
    plot
}

/// The lines at the ticks of the scale, behind what was drawn from `at` on.
fn rule(sheet: &mut Sheet, at: usize, columns: &Columns, top: f64, bottom: f64) {
    let drawn = sheet.marks.split_off(at);
    for tick in 0..5 {
        let x = columns.left + columns.plot * f64::from(tick) / 4.0;
        sheet.draw(Mark::line(Ink::Grid, (x, top), (x, bottom)));
    }
    sheet.marks.extend(drawn);
}

fn scale(sheet: &mut Sheet, scale: &Scale, columns: &Columns) {
    let line = 12.0 * LEADING + 1.0;
    let mut high = 0.0;
    // Beside names and values there is room at both ends.
    let beyond = if columns.is_beside { GAP } else { 0.0 };
    let placed = lanes(&scale.labels, columns.plot, beyond);
    for (label, place) in scale.labels.iter().zip(placed) {
        let x = columns.left + columns.plot * place.at / 100.0;
        let base = sheet.y + line * (place.lane as f64 + 0.82);
        sheet.text(look(label), (x, base), place.anchor, &label.words);
        high = (line * (place.lane as f64 + 1.0)).max(high);
    }
    sheet.y += high;
}
