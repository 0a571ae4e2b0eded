//! Many profiles at once: every person's score in each item, and the middle of them all.

use crate::ink::Ink;
use crate::number::place;
use crate::profile::Score;
use crate::scene::{Body, Entry, Mark, Row, Rows, Scale, Scene, Sign, Table, Words};

/// What a crowd is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crowd {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What the items are, for the table.
    pub item: Words,
    /// What the number of people is called.
    pub people: Words,
    /// What the middle half is called.
    pub half: Words,
    /// What the median is called.
    pub median: Words,
    /// What the score of the group is called.
    pub group: Words,
    /// 0, 25, 50, 75 and 100.
    pub ticks: [Words; 5],
    /// What stands for no value.
    pub none: Words,
    /// The items, in order.
    pub items: Vec<Many>,
}

/// An item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Many {
    /// Its name.
    pub name: Words,
    /// A word or two.
    pub short: Words,
    /// Every person's score, the lowest first.
    pub scores: Vec<f64>,
    /// How many they are.
    pub count: Words,
    /// The middle half, and as it is read; none with too few scores.
    pub half: Option<(f64, f64, Words)>,
    /// The median.
    pub median: Option<Score>,
    /// The score of the group's answers.
    pub group: Option<Score>,
}

/// More people than this are drawn as heaps.
const MOST: usize = 100;
/// Height of a row, and where its line is.
const HEIGHT: f64 = 52.0;
const LINE: f64 = 42.0;
/// Half of the width of a place where dots stand on each other, in points.
const STEP: f64 = 2.5;

impl Crowd {
    pub(crate) fn table(&self) -> Table {
        let each = |cell: &dyn Fn(&Many) -> Words| self.items.iter().map(cell).collect();
        let score = |score: &Option<Score>| {
            let words = score.as_ref().map(|score| score.words.clone());
            words.unwrap_or_else(|| self.none.clone())
        };
        let half = |many: &Many| {
            let words = many.half.as_ref().map(|(_, _, words)| words.clone());
            words.unwrap_or_else(|| self.none.clone())
        };
        let mut table = Table::default();
        table.column(&self.item, false, each(&|many| many.name.clone()));
        table.column(&self.people, true, each(&|many| many.count.clone()));
        table.column(&self.median, true, each(&|many| score(&many.median)));
        table.column(&self.half, true, each(&half));
        table.column(&self.group, true, each(&|many| score(&many.group)));
        table
    }

    pub(crate) fn legend(&self, median: Sign) -> Vec<Entry> {
        let has = |is: fn(&Many) -> bool| self.items.iter().any(is);
        let all = [
            (median, &self.median, has(|many| many.median.is_some())),
            (Sign::Middle, &self.half, has(|many| many.half.is_some())),
            (Sign::Other, &self.group, has(|many| many.group.is_some())),
        ];
        let all = all.into_iter().filter(|(_, _, is_there)| *is_there);
        all.map(|(sign, words, _)| Entry {
            sign,
            words: words.clone(),
        })
        .collect()
    }
}

/// A row for each item: people as dots that stand on each other, the middle half, the median, the group.
pub fn crowd(data: &Crowd) -> Scene {
    let rows = data.items.iter().map(|many| Row {
        label: many.name.clone(),
        is_heading: false,
        value: match &many.median {
            Some(median) => median.words.clone(),
            None => data.none.clone(),
        },
        note: many.count.clone(),
        height: HEIGHT,
        marks: marks(many),
    });
    Scene {
        name: "crowd",
        title: data.title.clone(),
        reading: data.reading.clone(),
        table: data.table(),
        legend: data.legend(Sign::Median),
        body: Body::Rows(Rows {
            rows: rows.collect(),
            scales: vec![Scale::ticks(&data.ticks)],
            is_ruled: true,
        }),
    }
}

fn marks(many: &Many) -> Vec<Mark> {
    let mut marks = vec![Mark::line(Ink::Grid, (0.0, LINE), (100.0, LINE))];
    // Fewer than three are not drawn: they would be known by their places.
    let Some((low, high, _)) = &many.half else {
        return marks;
    };
    let (low, high) = (place(*low), place(*high));
    let size = ((high - low).max(0.4), 8.0);
    marks.push(Mark::rect(Ink::Soft, (low, LINE - 4.0), size));
    if many.scores.len() > MOST {
        heaps(many, &mut marks);
    } else {
        dots(many, &mut marks);
    }
    if let Some(median) = &many.median {
        let x = place(median.at);
        marks.push(Mark::line(Ink::Range, (x, LINE - 7.0), (x, LINE + 7.0)));
    }
    if let Some(group) = &many.group {
        marks.push(Mark::diamond((place(group.at), LINE), 6.0));
    }
    marks
}

/// Dots at their places; those that would cover each other stand on each other, as far as there is room.
fn dots(many: &Many, marks: &mut Vec<Mark>) {
    let mut heap: Option<(f64, usize)> = None;
    for score in &many.scores {
        let x = place(*score);
        let height = match heap {
            Some((from, n)) if x - from < STEP => n + 1,
            _ => 0,
        };
        heap = Some((
            heap.filter(|_| height > 0).map_or(x, |(from, _)| from),
            height,
        ));
        let y = (LINE - 10.0 - 6.0 * height as f64).max(4.0);
        marks.push(Mark::circle(Ink::Own, (x, y), 3.0));
    }
}

/// As many as are in each twentieth of the scale.
fn heaps(many: &Many, marks: &mut Vec<Mark>) {
    let mut bins = [0_usize; 20];
    for score in &many.scores {
        let at = ((place(*score) / 5.0) as usize).min(19);
        if let Some(bin) = bins.get_mut(at) {
            *bin += 1;
        }
    }
    let most = bins.iter().copied().max().unwrap_or_default().max(1);
    for (at, bin) in bins.iter().enumerate().filter(|(_, bin)| **bin > 0) {
        let height = (30.0 * *bin as f64 / most as f64).max(1.0);
        let from = (5.0 * at as f64 + 0.3, LINE - 8.0 - height);
        marks.push(Mark::rect(Ink::Own, from, (4.4, height)));
    }
}
