//! What more effort would bring: the best score for each effort, as stairs, since what is not enough for
//! the next step changes nothing.

use crate::ink::{Ink, Tone};
use crate::measure::width as wide;
use crate::number::place;
use crate::profile::Score;
use crate::scene::{Anchor, Entry, Form, Label, Mark, Scale, Scene, Sign, Table, Words};
use crate::timeline::{ruled, spot, tall};

/// What the stairs are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frontier {
    /// Heading of the chart.
    pub title: Words,
    /// What it shows, in a sentence.
    pub reading: Words,
    /// What effort is called, with its unit.
    pub effort: Words,
    /// What the score is called.
    pub score: Words,
    /// 0, 25, 50, 75 and 100.
    pub ticks: [Words; 5],
    /// The best score for each effort, from 0; never falling.
    pub scores: Vec<f64>,
    /// Efforts that are written under the stairs.
    pub efforts: Vec<(usize, Words)>,
    /// What the goal is called, and where it is.
    pub goal: Option<(Words, Score)>,
    /// The way that is chosen.
    pub chosen: Option<Chosen>,
    /// Rows of the table: effort, the same as it is read, and the score.
    pub rows: Vec<(usize, Words, Words)>,
}

/// A way that is chosen: where on the stairs it ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chosen {
    /// What it is called.
    pub name: Words,
    /// Its effort.
    pub effort: usize,
    /// The same as it is read.
    pub words: Words,
    /// The score at its end.
    pub score: Score,
}

/// Where the stairs begin, 0–100.
const START: f64 = 11.0;

/// The stairs, on a drawing that is `width` pixels wide or more.
pub fn frontier(data: &Frontier, width: f64) -> Scene {
    let last = data.scores.len().saturating_sub(1).max(1) as f64;
    // The numbers of the scale stand before the stairs.
    let across =
        |effort: usize| START + place(100.0 * effort as f64 / last) * (1.0 - START / 100.0);
    let mut marks = Vec::new();
    ruled(&data.ticks, &mut marks);
    let mut corners: Vec<(f64, f64)> = Vec::new();
    for (effort, score) in data.scores.iter().enumerate() {
        let (x, y) = spot(across(effort), *score);
        if let Some(before) = corners.last().map(|corner| corner.1) {
            corners.push((x, before));
        }
        corners.push((x, y));
    }
    marks.push(Mark {
        ink: Ink::OwnLine,
        form: Form::Path(corners),
    });
    let mut legend = Vec::new();
    if let Some((words, goal)) = &data.goal {
        let (from, to) = (spot(0.0, goal.at), spot(100.0, goal.at));
        marks.push(Mark::line(Ink::OtherLine, from, to));
        let said = crate::strip::said(words, &goal.words);
        // Where the line begins the stairs are below it. Over it or, at the top, under it.
        let y = if goal.at > 92.0 {
            to.1 + 16.0
        } else {
            to.1 - 5.0
        };
        let ink = Ink::Text(Tone::Quiet);
        marks.push(Mark::text(ink, (START, y), Anchor::Left, &said));
    }
    if let Some(chosen) = &data.chosen {
        let at = spot(across(chosen.effort), chosen.score.at);
        marks.push(Mark::circle(Ink::Own, at, 6.5));
        marks.push(value(at, &chosen.score, width));
        let (sign, words) = (Sign::Own, chosen.name.clone());
        legend.push(Entry { sign, words });
    }
    let efforts = data.efforts.iter().map(|(effort, words)| Label {
        at: across(*effort),
        words: words.clone(),
        is_strong: false,
    });
    let name = Label {
        at: (START + 100.0) / 2.0,
        words: data.effort.clone(),
        is_strong: false,
    };
    let scales = [efforts.collect(), vec![name]];
    let scales = scales.into_iter().map(|labels| Scale { labels });
    Scene {
        name: "effort",
        title: data.title.clone(),
        reading: data.reading.clone(),
        table: table(data),
        legend,
        body: tall(marks, scales.collect()),
    }
}

/// The rows that were asked for, with the chosen way among them, and the goal at the end.
fn table(data: &Frontier) -> Table {
    let mut rows = data.rows.clone();
    if let Some(chosen) = &data.chosen {
        let at = rows.iter().position(|row| row.0 >= chosen.effort);
        let is_there = at
            .and_then(|at| rows.get(at))
            .is_some_and(|row| row.0 == chosen.effort);
        if !is_there {
            let row = (
                chosen.effort,
                chosen.words.clone(),
                chosen.score.words.clone(),
            );
            rows.insert(at.unwrap_or(rows.len()), row);
        }
    }
    if let Some((name, goal)) = &data.goal {
        rows.push((usize::MAX, name.clone(), goal.words.clone()));
    }
    let (first, second) = rows.into_iter().map(|row| (row.1, row.2)).unzip();
    let mut table = Table::default();
    table.column(&data.effort, false, first);
    table.column(&data.score, true, second);
    table
}

/// The score of the chosen way under its dot, beside the stairs; at the ends of the scale it stays inside.
fn value((x, y): (f64, f64), score: &Score, width: f64) -> Mark {
    let ink = Ink::Text(Tone::Strong);
    let half = 50.0 * wide(&score.words, ink.look()) / width.max(1.0);
    let anchor = if x < half {
        Anchor::Left
    } else if x > 100.0 - half {
        Anchor::Right
    } else {
        Anchor::Middle
    };
    Mark::text(ink, (x, y + 22.0), anchor, &score.words)
}
