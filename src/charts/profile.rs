//! A profile: several things, such as areas, each with a value on the scale, and what may be drawn beside
//! it. As bars with possible ranges, or as dumbbells from then to now; as a shape in [`radar`](crate::radar()).

use crate::ink::Ink;
use crate::number::place;
use crate::scene::{whiskers, Body, Entry, Mark, Row, Rows, Scale, Scene, Sign, Table, Words};

/// What a profile is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What the values are called.
    pub names: Names,
    /// 0, 25, 50, 75 and 100.
    pub ticks: [Words; 5],
    /// What is said where there is no value.
    pub none: Words,
    /// What has values, in order.
    pub items: Vec<Item>,
    /// Further columns of the table.
    pub more: Vec<Column>,
}

/// What the values are called, in the table and in the legend.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// What an item is: "Area".
    pub item: Words,
    /// The own value.
    pub own: Words,
    /// Its possible range.
    pub range: Words,
    /// The other profile.
    pub other: Words,
    /// The target.
    pub target: Words,
    /// The difference between this and the other.
    pub change: Words,
}

/// A column of the table that is not drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: Words,
    /// Whether these are numbers.
    pub is_number: bool,
    /// A cell for each item.
    pub cells: Vec<Words>,
}

/// One of the things that have values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Its name.
    pub name: Words,
    /// Its name in a word or two.
    pub short: Words,
    /// Whether it stands for those that follow, and is a heading where they are rows.
    pub is_group: bool,
    /// The own value.
    pub own: Option<Score>,
    /// What the own value may still become.
    pub range: Option<Range>,
    /// The value of the other profile.
    pub other: Option<Score>,
    /// The target.
    pub target: Option<Score>,
    /// The difference between this and the other, with its sign.
    pub change: Words,
    /// From which value to which, in a few signs: "67 → 83".
    pub from_to: Words,
}

/// A value on the scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    /// Points, 0–100.
    pub at: f64,
    /// The points as they are read.
    pub words: Words,
}

/// What a value may still become.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Range {
    /// The least, 0–100.
    pub low: f64,
    /// The most, 0–100.
    pub high: f64,
    /// Both as they are read, or that the value is exact.
    pub words: Words,
}

impl Range {
    /// From where to where; `None` if the value is exact.
    pub(crate) fn ends(&self) -> Option<(f64, f64)> {
        let (low, high) = (place(self.low), place(self.high));
        (high - low > 1e-9).then_some((low, high))
    }
}

impl Item {
    pub(crate) fn ends(&self) -> Option<(f64, f64)> {
        self.range.as_ref().and_then(Range::ends)
    }
}

/// A bar for each item, with its possible range, and marks of the other profile and of targets.
pub fn bars(profile: &Profile) -> Scene {
    let rows = profile.items.iter().map(|item| {
        let mut marks = Vec::new();
        if let Some(own) = &item.own {
            let bar = Mark::rect(Ink::Soft, (0.0, 8.0), (place(own.at), 12.0));
            marks.push(bar);
        }
        if let Some(ends) = item.ends() {
            marks.extend(whiskers(ends, 14.0, 5.0));
        }
        beside(item, 14.0, &mut marks);
        Row {
            label: item.name.clone(),
            is_heading: false,
            value: words(profile, item.own.as_ref()),
            note: item.range.as_ref().map_or_else(empty, |r| r.words.clone()),
            height: 28.0,
            marks,
        }
    });
    let rows = rows.collect();
    profile.scene("bars", &[Sign::Own, Sign::Range], rows)
}

/// For each item a line from the other value to the own one; groups are headings.
pub fn dumbbell(profile: &Profile) -> Scene {
    let rows = profile.items.iter().map(dumbbell_row);
    profile.scene("change", &[Sign::Own], rows.collect())
}

/// One row of a dumbbell chart.
pub fn dumbbell_row(item: &Item) -> Row {
    let mut marks = Vec::new();
    if !item.is_group {
        if let (Some(own), Some(other)) = (&item.own, &item.other) {
            let (from, to) = (place(other.at), place(own.at));
            marks.push(Mark::line(Ink::Link, (from, 12.0), (to, 12.0)));
        }
        beside(item, 12.0, &mut marks);
    }
    Row {
        label: item.name.clone(),
        is_heading: item.is_group,
        value: item.change.clone(),
        note: item.from_to.clone(),
        height: if item.is_group { 0.0 } else { 24.0 },
        marks,
    }
}

/// The marks of target, other and own value on a row.
fn beside(item: &Item, y: f64, marks: &mut Vec<Mark>) {
    if let Some(target) = &item.target {
        let x = place(target.at);
        marks.push(Mark::line(Ink::Target, (x, y - 9.0), (x, y + 9.0)));
    }
    if let Some(other) = &item.other {
        // A little smaller than the dot with its rim, which hides it where both are the same.
        marks.push(Mark::diamond((place(other.at), y), 5.5));
    }
    if let Some(own) = &item.own {
        marks.push(Mark::circle(Ink::Own, (place(own.at), y), 6.0));
    }
}

fn words(profile: &Profile, score: Option<&Score>) -> Words {
    score.map_or_else(|| profile.none.clone(), |score| score.words.clone())
}

pub(crate) fn empty() -> Words {
    Words::from("")
}

impl Profile {
    fn scene(&self, name: &'static str, signs: &[Sign], rows: Vec<Row>) -> Scene {
        Scene {
            name,
            title: self.title.clone(),
            reading: self.reading.clone(),
            table: self.table(),
            legend: self.legend(signs),
            body: Body::Rows(Rows {
                rows,
                scales: vec![Scale::ticks(&self.ticks)],
                is_ruled: true,
            }),
        }
    }

    /// A column for each kind of value that occurs.
    pub(crate) fn table(&self) -> Table {
        let mut table = Table::default();
        let names = &self.names;
        let each = |cell: &dyn Fn(&Item) -> Words| self.items.iter().map(cell).collect();
        let score = |of: fn(&Item) -> Option<&Score>| each(&|item| words(self, of(item)));
        table.column(&names.item, false, each(&|item| item.name.clone()));
        let has_other = self.has(|item| item.other.is_some());
        let has_change = self.has(|item| !item.change.is_empty());
        let other = |table: &mut Table| {
            table.column(&names.other, true, score(|item| item.other.as_ref()));
        };
        // A change is read from then to now; else the own value comes first.
        if has_other && has_change {
            other(&mut table);
        }
        table.column(&names.own, true, score(|item| item.own.as_ref()));
        if self.has(|item| item.range.is_some()) {
            let range = |item: &Item| item.range.as_ref().map_or_else(empty, |r| r.words.clone());
            table.column(&names.range, true, each(&range));
        }
        if has_change {
            table.column(&names.change, true, each(&|item| item.change.clone()));
        }
        for column in &self.more {
            table.column(&column.head, column.is_number, column.cells.clone());
        }
        if has_other && !has_change {
            other(&mut table);
        }
        if self.has(|item| item.target.is_some()) {
            table.column(&names.target, true, score(|item| item.target.as_ref()));
        }
        table
    }

    /// The signs that occur, of those that stand for the own value, then of the others.
    pub(crate) fn legend(&self, own: &[Sign]) -> Vec<Entry> {
        let names = &self.names;
        let mut legend = Vec::new();
        let mut add = |sign, words: &Words| {
            let words = words.clone();
            legend.push(Entry { sign, words });
        };
        for sign in own {
            match sign {
                Sign::Range | Sign::Rod => {
                    if self.has(|item| item.ends().is_some()) {
                        add(*sign, &names.range);
                    }
                }
                _ => add(*sign, &names.own),
            }
        }
        if self.has(|item| item.other.is_some()) {
            let is_line = own.contains(&Sign::OwnLine);
            let sign = if is_line {
                Sign::OtherLine
            } else {
                Sign::Other
            };
            add(sign, &names.other);
        }
        if self.has(|item| item.target.is_some()) {
            add(Sign::Target, &names.target);
        }
        legend
    }

    fn has(&self, what: impl Fn(&Item) -> bool) -> bool {
        self.items.iter().any(what)
    }
}
