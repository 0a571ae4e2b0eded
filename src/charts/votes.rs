//! How people voted: a bar for each answer, or all answers side by side in one.

use crate::ink::Ink;
use crate::number::place;
use crate::profile::empty;
use crate::scene::{Body, Label, Mark, Row, Rows, Scale, Scene, Table, Words};

/// What votes are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Votes {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What the rows of the table are: "Answer".
    pub item: Words,
    /// What is counted.
    pub people: Words,
    /// What is counted of the second vote; empty without one.
    pub second: Words,
    /// The answers, in order.
    pub votes: Vec<Vote>,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vote {
    /// What it says.
    pub name: Words,
    /// Share of those who gave it, 0–1.
    pub share: f64,
    /// How many they are, as it is read.
    pub words: Words,
    /// The same of the second vote.
    pub second: Option<(f64, Words)>,
}

impl Votes {
    /// The level of an answer on the scale of five inks: the first has the lightest, the last the darkest.
    fn level(&self, at: usize) -> usize {
        let last = self.votes.len().saturating_sub(1).max(1);
        (at * 4).div_ceil(last).min(4)
    }

    fn table(&self) -> Table {
        let each = |cell: fn(&Vote) -> Words| self.votes.iter().map(cell).collect();
        let mut table = Table::default();
        table.column(&self.item, false, each(|vote| vote.name.clone()));
        table.column(&self.people, true, each(|vote| vote.words.clone()));
        if !self.second.is_empty() {
            let cells = each(|vote| vote.second.as_ref().map_or_else(empty, |(_, w)| w.clone()));
            table.column(&self.second, true, cells);
        }
        table
    }

    fn scene(&self, name: &'static str, rows: Vec<Row>, scales: Vec<Scale>) -> Scene {
        Scene {
            name,
            title: self.title.clone(),
            reading: self.reading.clone(),
            table: self.table(),
            legend: Vec::new(),
            body: Body::Rows(Rows {
                rows,
                scales,
                is_ruled: false,
            }),
        }
    }
}

/// The answers side by side in one bar, each with its pattern and its number under it.
pub fn stack(data: &Votes) -> Scene {
    let (mut marks, mut labels, mut x) = (Vec::new(), Vec::new(), 0.0);
    for (at, vote) in data.votes.iter().enumerate() {
        if vote.share <= 0.0 {
            continue;
        }
        let size = (place(100.0 * vote.share).min(100.0 - x), 16.0);
        let level = data.level(at);
        for ink in [Ink::Level(level), Ink::Hatch(level)] {
            marks.push(Mark::rect(ink, (x, 2.0), size));
        }
        labels.push(Label {
            at: x + size.0 / 2.0,
            words: vote.words.clone(),
            is_strong: true,
        });
        x += size.0;
        if x < 100.0 - 1e-9 {
            marks.push(Mark::line(Ink::Edge, (x, 2.0), (x, 18.0)));
        }
    }
    let row = Row {
        label: empty(),
        is_heading: false,
        value: empty(),
        note: empty(),
        height: 20.0,
        marks,
    };
    data.scene("stack", vec![row], vec![Scale { labels }])
}

/// A bar for each answer; with a second vote, that stands under the first.
pub fn votes(data: &Votes) -> Scene {
    let is_twice = !data.second.is_empty();
    let (height, thick) = if is_twice { (34.0, 12.0) } else { (26.0, 18.0) };
    let rows = data.votes.iter().enumerate().map(|(at, vote)| {
        let level = data.level(at);
        let mut marks = Vec::new();
        let mut bar = |y: f64, share: f64, inks: &[Ink]| {
            marks.push(Mark::rect(Ink::Grid, (0.0, y), (100.0, thick)));
            for ink in inks.iter().filter(|_| share > 0.0) {
                marks.push(Mark::rect(*ink, (0.0, y), (place(100.0 * share), thick)));
            }
        };
        let own = [Ink::Level(level), Ink::Hatch(level)];
        match &vote.second {
            // What was is pale, what is has the ink of its level.
            Some((share, _)) => {
                bar(4.0, vote.share, &[Ink::Soft]);
                bar(18.0, *share, &own);
            }
            None => bar(4.0, vote.share, &own),
        }
        Row {
            label: vote.name.clone(),
            is_heading: false,
            value: vote.second.as_ref().map_or(&vote.words, |(_, w)| w).clone(),
            note: vote
                .second
                .as_ref()
                .map_or_else(empty, |_| vote.words.clone()),
            height,
            marks,
        }
    });
    data.scene("votes", rows.collect(), Vec::new())
}
