//! The stages on the scale, with the score and its possible range on them.

use crate::ink::Ink;
use crate::number::place;
use crate::profile::{empty, Names, Range, Score};
use crate::scene::{Body, Entry, Label, Mark, Row, Rows, Scale, Scene, Sign, Table, Words};

/// What the strip is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What the values are called; `item` is what the rows of the table are.
    pub names: Names,
    /// The stages, the lowest first.
    pub bands: Vec<Band>,
    /// 100.
    pub end: Words,
    /// The stage of the score, from 0.
    pub stage: usize,
    /// The score.
    pub own: Score,
    /// What it may still become.
    pub range: Range,
    /// The score of another assessment.
    pub other: Option<Score>,
}

/// A stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// Where it begins, 0–100.
    pub from: f64,
    /// The same as it is read.
    pub tick: Words,
    /// Its name.
    pub name: Words,
}

/// Height of the row and of the band in it, in pixels.
const HEIGHT: f64 = 48.0;
const BAND: (f64, f64) = (15.0, 18.0);

/// The stages on the scale.
pub fn strip(data: &Strip) -> Scene {
    let middle = BAND.0 + BAND.1 / 2.0;
    let (mut marks, mut ticks, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for (at, band) in data.bands.iter().enumerate() {
        let next = data.bands.get(at + 1);
        let (from, to) = (
            place(band.from),
            next.map_or(100.0, |next| place(next.from)),
        );
        // A little room on both sides of a border.
        let gap = |at: f64| if at > 0.0 && at < 100.0 { 0.2 } else { 0.0 };
        let left = from + gap(from);
        let size = ((to - gap(to) - left).max(0.0), BAND.1);
        marks.push(Mark::rect(Ink::Level(at), (left, BAND.0), size));
        ticks.push(label(from, &band.tick, false));
        names.push(label((from + to) / 2.0, &band.name, at == data.stage));
    }
    ticks.push(label(100.0, &data.end, false));
    let mut legend = vec![Entry {
        sign: Sign::Own,
        words: said(&data.names.own, &data.own.words),
    }];
    if let Some((low, high)) = data.range.ends() {
        let (at, size) = ((low, 9.0), (high - low, 30.0));
        marks.push(Mark::rect(Ink::Box, at, size));
        legend.push(Entry {
            sign: Sign::Box,
            words: said(&data.names.range, &data.range.words),
        });
    }
    if let Some(other) = &data.other {
        marks.push(Mark::diamond((place(other.at), middle), 7.0));
        legend.push(Entry {
            sign: Sign::Other,
            words: said(&data.names.other, &other.words),
        });
    }
    marks.push(Mark::circle(Ink::Own, (place(data.own.at), middle), 8.0));
    let row = Row {
        label: empty(),
        is_heading: false,
        value: empty(),
        note: empty(),
        height: HEIGHT,
        marks,
    };
    Scene {
        name: "stage",
        title: data.title.clone(),
        reading: data.reading.clone(),
        table: table(data),
        legend,
        body: Body::Rows(Rows {
            rows: vec![row],
            scales: vec![Scale { labels: ticks }, Scale { labels: names }],
            is_ruled: false,
        }),
    }
}

fn label(at: f64, words: &Words, is_strong: bool) -> Label {
    Label {
        at,
        words: words.clone(),
        is_strong,
    }
}

/// A name with its value: "Score 54.2".
pub(crate) fn said(name: &Words, value: &Words) -> Words {
    [&**name, " ", value].concat().into()
}

/// A row for each value, then one for each stage with where it begins.
fn table(data: &Strip) -> Table {
    let names = &data.names;
    let mut rows = vec![(names.own.clone(), data.own.words.clone())];
    if data.range.ends().is_some() {
        rows.push((names.range.clone(), data.range.words.clone()));
    }
    if let Some(other) = &data.other {
        rows.push((names.other.clone(), other.words.clone()));
    }
    for (at, band) in data.bands.iter().enumerate() {
        let next = data.bands.get(at + 1);
        let to = next.map_or(&data.end, |next| &next.tick);
        let words: Words = [&*band.tick, "\u{2013}", to].concat().into();
        rows.push((band.name.clone(), words));
    }
    let (first, second) = rows.into_iter().unzip();
    let mut table = Table::default();
    table.column(&names.item, false, first);
    table.column(&names.own, true, second);
    table
}
