//! Several rounds in time, with their possible ranges. Of two rounds it is a slope.

use crate::ink::{Ink, Tone};
use crate::measure::width as wide;
use crate::number::place;
use crate::profile::{empty, Names, Range, Score};
use crate::scene::{
    Anchor, Body, Entry, Form, Label, Mark, Row, Rows, Scale, Scene, Sign, Table, Words,
};

/// What the rounds are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What stands for what: `item` is the date, `own` the assessment that is shown, `other` the others.
    pub names: Names,
    /// What the scores are called.
    pub score: Words,
    /// What the name of a round is called in the table.
    pub round: Words,
    /// 0, 25, 50, 75 and 100.
    pub ticks: [Words; 5],
    /// The rounds, the oldest first.
    pub rounds: Vec<Round>,
}

/// A round.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// When it was, as it is read.
    pub date: Words,
    /// When it was, in any unit; rounds are as far apart as these. All alike: evenly apart.
    pub time: f64,
    /// What it is called.
    pub name: Words,
    /// Its score.
    pub score: Score,
    /// What the score may still become.
    pub range: Range,
    /// Whether it is the assessment that is shown; the others have the sign of another profile.
    pub is_own: bool,
}

/// Height of the scale, and the room over it, in pixels.
const HEIGHT: f64 = 180.0;
const TOP: f64 = 24.0;
/// Where the first and the last round stand, 0–100: the scale is written before them.
const ENDS: (f64, f64) = (14.0, 94.0);

fn down(points: f64) -> f64 {
    TOP + HEIGHT * (100.0 - place(points)) / 100.0
}

/// The lines of a scale that goes up, with their numbers.
pub(crate) fn ruled(ticks: &[Words; 5], marks: &mut Vec<Mark>) {
    for (at, words) in ticks.iter().enumerate() {
        let y = down(25.0 * at as f64);
        marks.push(Mark::line(Ink::Grid, (0.0, y), (100.0, y)));
        let ink = Ink::Text(Tone::Small);
        marks.push(Mark::text(ink, (0.0, y - 4.0), Anchor::Left, words));
    }
}

/// A row of that height, with labels under it.
pub(crate) fn tall(marks: Vec<Mark>, scales: Vec<Scale>) -> Body {
    let row = Row {
        label: empty(),
        is_heading: false,
        value: empty(),
        note: empty(),
        height: TOP + HEIGHT + 4.0,
        marks,
    };
    Body::Rows(Rows {
        rows: vec![row],
        scales,
        is_ruled: false,
    })
}

/// The place of points on such a row.
pub(crate) fn spot(at: f64, points: f64) -> (f64, f64) {
    (at, down(points))
}

/// The rounds in time, on a drawing that is `width` pixels wide or more.
pub fn timeline(data: &Timeline, width: f64) -> Scene {
    let places = places(&data.rounds);
    let mut marks = Vec::new();
    ruled(&data.ticks, &mut marks);
    let each = || data.rounds.iter().zip(places.iter().copied());
    for (round, x) in each() {
        if let Some((low, high)) = round.range.ends() {
            marks.push(Mark::line(Ink::Range, spot(x, low), spot(x, high)));
        }
    }
    let corners = each().map(|(round, x)| spot(x, round.score.at));
    marks.push(Mark {
        ink: Ink::OwnLine,
        form: Form::Path(corners.collect()),
    });
    for (round, x) in each() {
        let at = spot(x, round.score.at);
        marks.push(if round.is_own {
            Mark::circle(Ink::Own, at, 6.5)
        } else {
            Mark::diamond(at, 7.0)
        });
    }
    values(&data.rounds, &places, width, &mut marks);
    let labels = each().map(|(round, at)| Label {
        at,
        words: round.date.clone(),
        is_strong: round.is_own,
    });
    let scale = Scale {
        labels: labels.collect(),
    };
    Scene {
        name: "rounds",
        title: data.title.clone(),
        reading: data.reading.clone(),
        table: table(data),
        legend: legend(data),
        body: tall(marks, vec![scale]),
    }
}

fn legend(data: &Timeline) -> Vec<Entry> {
    let has = |what: fn(&Round) -> bool| data.rounds.iter().any(what);
    let names = &data.names;
    let entries = [
        (has(|round| round.is_own), Sign::Own, &names.own),
        (has(|round| !round.is_own), Sign::Other, &names.other),
        (
            has(|round| round.range.ends().is_some()),
            Sign::Rod,
            &names.range,
        ),
    ];
    let shown = entries.into_iter().filter(|(on, ..)| *on);
    let entry = |(_, sign, words): (bool, Sign, &Words)| Entry {
        sign,
        words: words.clone(),
    };
    shown.map(entry).collect()
}

/// Where the rounds stand, 0–100.
fn places(rounds: &[Round]) -> Vec<f64> {
    let (start, end) = ENDS;
    let n = rounds.len().saturating_sub(1).max(1) as f64;
    let first = rounds.first().map_or(0.0, |round| round.time);
    let span = rounds.last().map_or(0.0, |round| round.time) - first;
    let each = rounds.iter().enumerate().map(|(at, round)| {
        let by_time = (round.time - first) / span;
        // Unknown times, or times out of order, say nothing about distances.
        let is_known = span > 0.0 && span.is_finite() && (0.0..=1.0).contains(&by_time);
        let share = if is_known { by_time } else { at as f64 / n };
        start + (end - start) * share
    });
    each.collect()
}

/// The score over each round or under it, as far as there is room: what has none is in the table.
fn values(rounds: &[Round], places: &[f64], width: f64, marks: &mut Vec<Mark>) {
    let ink = Ink::Text(Tone::Strong);
    let high = ink.look().size;
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for (round, x) in rounds.iter().zip(places) {
        let (low, top) = round
            .range
            .ends()
            .unwrap_or((round.score.at, round.score.at));
        let half = wide(&round.score.words, ink.look()) / 2.0;
        let middle = x * width / 100.0;
        let over = down(top.max(round.score.at)) - 11.0;
        let under = down(low.min(round.score.at)) + 11.0 + high;
        let spot = [over, under].into_iter().find(|y| {
            let is_apart = |(from, to, base): &(f64, f64, f64)| {
                middle - half > *to + 4.0 || middle + half < *from - 4.0 || (y - base).abs() > high
            };
            *y < TOP + HEIGHT && taken.iter().all(is_apart)
        });
        if let Some(y) = spot {
            taken.push((middle - half, middle + half, y));
            marks.push(Mark::text(ink, (*x, y), Anchor::Middle, &round.score.words));
        }
    }
}

fn table(data: &Timeline) -> Table {
    let each = |cell: fn(&Round) -> Words| data.rounds.iter().map(cell).collect();
    let mut table = Table::default();
    table.column(&data.names.item, false, each(|round| round.date.clone()));
    table.column(&data.round, false, each(|round| round.name.clone()));
    let score = each(|round| round.score.words.clone());
    table.column(&data.score, true, score);
    let range = each(|round| round.range.words.clone());
    table.column(&data.names.range, true, range);
    table
}
