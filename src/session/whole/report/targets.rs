//! What is to be reached, and how far it is.

use super::standing::{columns_of, plain};
use super::{Block, Table, Words};
use crate::whole::compare::{aims, AimRow, Choice, Reach};
use crate::Key;
use gca_engine::Points;
use std::rc::Rc;

/// The targets that are set, as a table; nothing without any.
pub(super) fn targets(words: &Words) -> Vec<Block> {
    let aims = aims(words.model);
    if !aims.is_set {
        return Vec::new();
    }
    let row = |row: &AimRow| {
        let score = row.points.and_then(Points::score);
        let score = score.map_or_else(|| words.t(Key::ResultsNoneShort), |it| words.score(it));
        let cells = [
            title(words, row),
            score,
            wanted(words, row)?,
            reach(words, row)?,
        ];
        Some(cells.into_iter().map(plain).collect())
    };
    let mut blocks = Vec::new();
    if !aims.name.is_empty() && !words.setting.unnamed {
        // A name in another direction must not carry along what stands around it.
        let isolated = ["\u{2068}", &aims.name, "\u{2069}"].concat();
        blocks.push(Block::Text(isolated.into()));
    }
    blocks.push(Block::Table(Table {
        caption: words.t(Key::AimsTitle),
        columns: columns_of(
            words,
            &[
                (Key::ResultsArea, false),
                (Key::ResultsKeyScore, true),
                (Key::CompareTarget, false),
                (Key::ReportReach, false),
            ],
        ),
        rows: aims.rows.iter().filter_map(row).collect(),
        sums: Vec::new(),
    }));
    blocks
}

fn title(words: &Words, row: &AimRow) -> Rc<str> {
    match row.number {
        0 => words.t(Key::CompareAll),
        n => [&*words.whole(n), " ", &*row.title].concat().into(),
    }
}

/// What is wanted: a stage with its points, or points.
fn wanted(words: &Words, row: &AimRow) -> Option<Rc<str>> {
    let points = words.formats().plain(row.target?);
    Some(match row.choice {
        Choice::Stage(at) => {
            let values = [("stage", &*words.stage(at)), ("points", &*points)];
            words.fill(Key::AimsStage, &values)
        }
        Choice::Points | Choice::None => points,
    })
}

fn reach(words: &Words, row: &AimRow) -> Option<Rc<str>> {
    Some(match row.reach()? {
        Reach::NoScore => words.t(Key::ResultsNoneShort),
        Reach::Gap(gap) => {
            let points = words.formats().points(gap);
            words.fill(Key::AimsGap, &[("points", &points)])
        }
        Reach::Held => words.t(Key::AimsHeldShort),
        Reach::SoFar => words.t(Key::AimsSoFar),
        Reach::Firm => words.t(Key::AimsReached),
    })
}
