//! What a chart says and shows, before it has a width or a direction.

use crate::ink::Ink;
use std::rc::Rc;

/// Words as the reader reads them: translated, with numbers of the language.
pub type Words = Rc<str>;

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What kind of chart it is, for names of files.
    pub name: &'static str,
    /// Its heading.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// Every value.
    pub table: Table,
    /// What its signs stand for; only those that occur.
    pub legend: Vec<Entry>,
    /// What is drawn.
    pub body: Body,
}

/// The values of a chart as a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Heads of the columns; the first column names the rows.
    pub heads: Vec<Head>,
    /// Cells, as many in each row as there are heads.
    pub rows: Vec<Vec<Words>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// What stands in the column.
    pub words: Words,
    /// Whether these are numbers, which are set to the end of the column.
    pub is_number: bool,
}

/// An entry of a legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The sign.
    pub sign: Sign,
    /// What it stands for.
    pub words: Words,
}

/// Signs of legends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The own value: a dot.
    Own,
    /// The own values, joined.
    OwnLine,
    /// A possible range, as whiskers.
    Range,
    /// A possible range, as a line up or along a spoke.
    Rod,
    /// A possible range, as a box.
    Box,
    /// The value of another profile: a hollow diamond.
    Other,
    /// The values of another profile, joined by dashes.
    OtherLine,
    /// A target: a short thick bar.
    Target,
    /// The median of many values.
    Median,
    /// The middle half of many values.
    Middle,
}

/// Size of the box in which a [`Sign`] is drawn.
pub const SIGN: (f64, f64) = (24.0, 16.0);

impl Sign {
    /// The sign, in a box of 24 × 16.
    pub fn marks(self) -> Vec<Mark> {
        let across = |ink| Mark::line(ink, (1.0, 8.0), (23.0, 8.0));
        let dot = Mark::circle(Ink::Own, (12.0, 8.0), 5.0);
        let diamond = Mark::diamond((12.0, 8.0), 6.0);
        match self {
            Self::Own => vec![dot],
            Self::OwnLine => vec![across(Ink::OwnLine), dot],
            Self::Range => whiskers((3.0, 21.0), 8.0, 4.0),
            Self::Rod => vec![
                Mark::line(Ink::Range, (12.0, 0.0), (12.0, 16.0)),
                Mark::circle(Ink::Own, (12.0, 8.0), 4.0),
            ],
            Self::Box => vec![Mark::rect(Ink::Box, (2.0, 2.0), (20.0, 12.0))],
            Self::Other => vec![diamond],
            Self::OtherLine => vec![across(Ink::OtherLine), diamond],
            Self::Target => vec![Mark::line(Ink::Target, (12.0, 2.0), (12.0, 14.0))],
            Self::Median => vec![Mark::line(Ink::Range, (12.0, 1.0), (12.0, 15.0))],
            Self::Middle => vec![Mark::rect(Ink::Soft, (2.0, 3.0), (20.0, 10.0))],
        }
    }
}

/// A line with an end across it on both sides.
pub(crate) fn whiskers((low, high): (f64, f64), y: f64, half: f64) -> Vec<Mark> {
    let end = |x| Mark::line(Ink::OwnLine, (x, y - half), (x, y + half));
    let line = Mark::line(Ink::OwnLine, (low, y), (high, y));
    vec![line, end(low), end(high)]
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Rows on one scale. From right to left they are mirrored.
    Rows(Rows),
    /// Tiles in groups.
    Tiles(Tiles),
    /// A drawing of its own, which is never mirrored.
    Round(Drawing),
}

/// Rows that share a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// What stands under them.
    pub scales: Vec<Scale>,
    /// Whether lines at 0, 25, 50, 75 and 100 lie behind the rows.
    pub is_ruled: bool,
}

/// A row. Across, its marks are placed in hundredths of the width, 0–100; down, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about; may be empty.
    pub label: Words,
    /// Whether it only introduces those that follow.
    pub is_heading: bool,
    /// Its value; may be empty.
    pub value: Words,
    /// What is said beside the value; may be empty.
    pub note: Words,
    /// Height of the marks.
    pub height: f64,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// Labels under the rows. Which of them fit beside each other depends on the width: see
/// [`lanes`](crate::lanes()).
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The labels, in order.
    pub labels: Vec<Label>,
}

/// A label on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its place, 0–100.
    pub at: f64,
    /// What it says.
    pub words: Words,
    /// Whether it is the one that counts.
    pub is_strong: bool,
}

/// Tiles in groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiles {
    /// What the levels are called, the lowest first, with the points they stand for.
    pub levels: Vec<(Words, Words)>,
    /// The groups.
    pub groups: Vec<Group>,
}

/// A group of tiles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What it is called.
    pub label: Words,
    /// Its own value.
    pub value: Words,
    /// Its tiles.
    pub tiles: Vec<Tile>,
}

/// A tile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tile {
    /// What it is about.
    pub label: Words,
    /// Its value.
    pub value: Words,
    /// Its level, from 0; none if it has no value.
    pub level: Option<usize>,
}

/// A drawing in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
}

/// A mark: what it is, and by its ink how it looks.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// How it looks.
    pub ink: Ink,
    /// What it is.
    pub form: Form,
}

/// A place: across and down.
pub(crate) type At = (f64, f64);

/// Forms of marks.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Left and top, width and height.
    Rect(At, At),
    /// From, to.
    Line(At, At),
    /// Centre and radius in pixels.
    Circle(At, f64),
    /// Centre and half of the height in pixels.
    Diamond(At, f64),
    /// Corners of a closed shape.
    Polygon(Vec<At>),
    /// Corners of a line.
    Path(Vec<At>),
    /// Place of the base line, which part of the words stands there, words.
    Text(At, Anchor, Words),
}

/// Which part of words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Their left end.
    Left,
    /// Their middle.
    Middle,
    /// Their right end.
    Right,
}

impl Anchor {
    /// As the attribute `text-anchor`, which counts from where the words begin.
    pub fn name(self, rtl: bool) -> &'static str {
        match (self, rtl) {
            (Self::Middle, _) => "middle",
            (Self::Left, false) | (Self::Right, true) => "start",
            (Self::Right, false) | (Self::Left, true) => "end",
        }
    }

    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Middle => Self::Middle,
            Self::Right => Self::Left,
        }
    }
}

impl Mark {
    #[inline(never)]
    pub(crate) fn rect(ink: Ink, at: At, size: At) -> Self {
        let form = Form::Rect(at, size);
        Self { ink, form }
    }

    #[inline(never)]
    pub(crate) fn line(ink: Ink, from: At, to: At) -> Self {
        let form = Form::Line(from, to);
        Self { ink, form }
    }

    pub(crate) fn circle(ink: Ink, at: At, r: f64) -> Self {
        let form = Form::Circle(at, r);
        Self { ink, form }
    }

    /// The sign of another profile.
    pub(crate) fn diamond(at: At, r: f64) -> Self {
        let form = Form::Diamond(at, r);
        Self {
            ink: Ink::Other,
            form,
        }
    }

    #[inline(never)]
    pub(crate) fn text(ink: Ink, at: At, anchor: Anchor, words: &Words) -> Self {
        let form = Form::Text(at, anchor, words.clone());
        Self { ink, form }
    }
}

impl Table {
    /// Adds a column with a cell for each row there is; the first column makes the rows.
    pub(crate) fn column(&mut self, head: &Words, is_number: bool, cells: Vec<Words>) {
        let words = head.clone();
        self.heads.push(Head { words, is_number });
        if self.heads.len() == 1 {
            self.rows = cells.into_iter().map(|cell| vec![cell]).collect();
            return;
        }
        let mut cells = cells.into_iter();
        for row in &mut self.rows {
            row.push(cells.next().unwrap_or_default());
        }
    }
}

impl Scale {
    /// The five ticks of a scale of points.
    pub(crate) fn ticks(words: &[Words; 5]) -> Self {
        let label = |(at, words): (usize, &Words)| Label {
            at: 25.0 * at as f64,
            words: words.clone(),
            is_strong: false,
        };
        Self {
            labels: words.iter().enumerate().map(label).collect(),
        }
    }
}
