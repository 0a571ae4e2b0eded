//! Many values of which each is as good: how they spread over the scale, and how they share the stages.

use crate::ink::{Ink, Tone};
use crate::number::place;
use crate::profile::{empty, Score};
use crate::scene::{
    whiskers, Anchor, Body, Entry, Label, Mark, Row, Rows, Scale, Scene, Sign, Table, Words,
};

/// What a spread is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What the rows of the table are.
    pub item: Words,
    /// What a value is called.
    pub score: Words,
    /// 0, 25, 50, 75 and 100.
    pub ticks: [Words; 5],
    /// The own value and what it is called.
    pub own: (Words, Score),
    /// What the band from the least to the most is called: "nine of ten".
    pub band: Words,
    /// From where to where that band reaches, as it is read.
    pub ends: Words,
    /// What the middle half is called.
    pub half: Words,
    /// What the median is called.
    pub median: Words,
    /// The 5th, 25th, 50th, 75th and 95th per cent, each with what it is called.
    pub percentiles: [(Words, Score); 5],
}

/// The band of the values: whiskers for nine of ten, a box for the middle half, a line for the median.
pub fn spread(data: &Spread) -> Scene {
    let at = |n: usize| data.percentiles.get(n).map_or(0.0, |(_, p)| place(p.at));
    // The own value stands over the band: inside it would hide a narrow one.
    let (dot, y) = (22.0, 44.0);
    let mut marks = vec![Mark::line(Ink::Grid, (0.0, y), (100.0, y))];
    let (left, right) = (at(1), at(3));
    let size = ((right - left).max(0.0), 16.0);
    marks.push(Mark::rect(Ink::Soft, (left, y - 8.0), size));
    marks.extend(whiskers((at(0), at(4)), y, 8.0));
    let (over, under) = ((at(2), y - 11.0), (at(2), y + 11.0));
    marks.push(Mark::line(Ink::Range, over, under));
    let own = &data.own.1;
    let x = place(own.at);
    marks.push(Mark::circle(Ink::Own, (x, dot), 6.0));
    let anchor = match x {
        x if x < 8.0 => Anchor::Left,
        x if x > 92.0 => Anchor::Right,
        _ => Anchor::Middle,
    };
    let ink = Ink::Text(Tone::Strong);
    marks.push(Mark::text(ink, (x, dot - 10.0), anchor, &own.words));
    let ends = Label {
        at: (at(0) + at(4)) / 2.0,
        words: data.ends.clone(),
        is_strong: false,
    };
    let legend = [
        (Sign::Own, &data.own.0),
        (Sign::Range, &data.band),
        (Sign::Middle, &data.half),
        (Sign::Median, &data.median),
    ];
    let mut rows = vec![(data.own.0.clone(), own.words.clone())];
    for (name, score) in &data.percentiles {
        rows.push((name.clone(), score.words.clone()));
    }
    Scene {
        name: "spread",
        title: data.title.clone(),
        reading: data.reading.clone(),
        table: pairs(&data.item, &data.score, rows),
        legend: legend
            .map(|(sign, words)| Entry {
                sign,
                words: words.clone(),
            })
            .into(),
        body: Body::Rows(Rows {
            rows: vec![bare(58.0, marks)],
            scales: vec![Scale { labels: vec![ends] }, Scale::ticks(&data.ticks)],
            is_ruled: false,
        }),
    }
}

/// What shares are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What has shares: "Stage".
    pub item: Words,
    /// What a share is called.
    pub share: Words,
    /// The shares, in order.
    pub parts: Vec<Share>,
}

/// A share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Share {
    /// What has it.
    pub name: Words,
    /// How much, 0–1; all together make 1.
    pub share: f64,
    /// The same as it is read.
    pub words: Words,
    /// The level whose colour and pattern it has, from 0.
    pub level: usize,
    /// Whether it is the one that counts.
    pub is_own: bool,
}

/// The shares side by side in one bar, each with its pattern.
pub fn shares(data: &Shares) -> Scene {
    let (mut marks, mut labels, mut x) = (Vec::new(), Vec::new(), 0.0);
    for part in data.parts.iter().filter(|part| part.share > 0.0) {
        let size = (place(100.0 * part.share).min(100.0 - x), 28.0);
        for ink in [Ink::Level(part.level), Ink::Hatch(part.level)] {
            marks.push(Mark::rect(ink, (x, 4.0), size));
        }
        labels.push(Label {
            at: x + size.0 / 2.0,
            words: crate::strip::said(&part.name, &part.words),
            is_strong: part.is_own,
        });
        x += size.0;
        if x < 100.0 - 1e-9 {
            marks.push(Mark::line(Ink::Edge, (x, 4.0), (x, 32.0)));
        }
    }
    let parts = data.parts.iter();
    let rows = parts.map(|part| (part.name.clone(), part.words.clone()));
    Scene {
        name: "shares",
        title: data.title.clone(),
        reading: data.reading.clone(),
        table: pairs(&data.item, &data.share, rows.collect()),
        legend: Vec::new(),
        body: Body::Rows(Rows {
            rows: vec![bare(36.0, marks)],
            scales: vec![Scale { labels }],
            is_ruled: false,
        }),
    }
}

fn bare(height: f64, marks: Vec<Mark>) -> Row {
    Row {
        label: empty(),
        is_heading: false,
        value: empty(),
        note: empty(),
        height,
        marks,
    }
}

fn pairs(first: &Words, second: &Words, rows: Vec<(Words, Words)>) -> Table {
    let (names, values) = rows.into_iter().unzip();
    let mut table = Table::default();
    table.column(first, false, names);
    table.column(second, true, values);
    table
}
