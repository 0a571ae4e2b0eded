//! Where an assessment stands: the score, areas, indicators, and how they come about.

use super::{figures, Block, Cell, Score, Table, Words};
use crate::view::{results, AreaRow, IndicatorRow};
use crate::Key;
use gca_engine::Overall;
use std::rc::Rc;

/// Most indicators that are named as strengths, and as gaps.
const EXTREMES: usize = 4;

/// The score in words and as a picture; only words if there is none.
pub(super) fn headline(words: &Words) -> Vec<Block> {
    let overall = words.model.assessment.overall.as_ref();
    let Some((overall, score)) = overall.and_then(|o| Some((o, o.points.score()?))) else {
        let key = match overall {
            Some(_) => Key::ResultsEmptyText,
            None => Key::ResultsNa,
        };
        return vec![Block::Text(words.t(key))];
    };
    let stage = overall.standing.stage.unwrap_or_default();
    let stages = words.whole(words.model.bank.stages().len());
    let place = [("n", &*words.whole(stage + 1)), ("total", &*stages)];
    let mut blocks = vec![
        Block::Score(Score {
            label: words.t(Key::ResultsScore),
            score: words.score(score),
            of: words.t(Key::ResultsOf),
            stage: words.stage(stage),
            place: words.fill(Key::ResultsStageOf, &place),
        }),
        Block::Figure(figures::scale(words, overall, score, stage)),
    ];
    blocks.extend(range(words, overall).into_iter().map(Block::Text));
    if overall.standing.gated {
        blocks.push(Block::Text(gate(words, overall)));
    }
    if overall.standing.provisional {
        blocks.push(Block::Text(words.t(Key::ReportProvisional)));
    }
    blocks
}

/// How far the score can still move, and whether the stage moves with it.
fn range(words: &Words, overall: &Overall) -> Vec<Rc<str>> {
    let open = results(words.model).open;
    if open == 0 {
        return vec![words.t(Key::ResultsExact)];
    }
    let (standing, points) = (&overall.standing, overall.points);
    let (n, low) = (words.whole(open), words.score(points.low));
    let high = words.score(points.high());
    let values = [("n", &*n), ("low", &*low), ("high", &*high)];
    let catalog = &words.model.catalog;
    let range = catalog.fill_plural(Key::ResultsRange, open, &values);
    let stage = if standing.low == standing.high {
        words.t(Key::ResultsSameStage)
    } else {
        let (low, high) = (words.stage(standing.low), words.stage(standing.high));
        words.fill(Key::ResultsStageRange, &[("low", &low), ("high", &high)])
    };
    vec![range, stage]
}

/// Why the stage is lower than the score alone would have it.
fn gate(words: &Words, overall: &Overall) -> Rc<str> {
    let standing = &overall.standing;
    let title = |at: &usize| {
        let source = words.model.bank.areas().get(*at)?.source;
        Some(words.model.texts.areas.get(source)?.title.clone())
    };
    let areas: Vec<Rc<str>> = standing.limiting.iter().filter_map(title).collect();
    words.fill(
        Key::ResultsGated,
        &[
            (
                "ungated",
                &*words.stage(standing.ungated.unwrap_or_default()),
            ),
            ("stage", &*words.stage(standing.stage.unwrap_or_default())),
            ("areas", &*words.formats().list(&areas)),
        ],
    )
}

/// The areas, drawn and as a table.
pub(super) fn areas(words: &Words) -> Vec<Block> {
    let areas = results(words.model).areas;
    if areas.iter().all(|area| area.points.score().is_none()) {
        return Vec::new();
    }
    let row = |area: &AreaRow| {
        vec![
            plain(area_title(words, area)),
            plain(words.headline(area.points)),
            plain(words.range(area.points)),
            plain(area.stage.map(|at| words.stage(at)).unwrap_or_default()),
            plain(words.formats().percent(area.points.coverage)),
        ]
    };
    let mut blocks = vec![Block::Figure(figures::bars(words, &areas))];
    blocks.push(Block::Table(Table {
        caption: words.t(Key::ResultsAreas),
        columns: columns_of(
            words,
            &[
                (Key::ResultsArea, false),
                (Key::ResultsKeyScore, true),
                (Key::ResultsRangeHead, true),
                (Key::ResultsStage, false),
                (Key::ResultsAnswered, true),
            ],
        ),
        rows: areas.iter().map(row).collect(),
        sums: Vec::new(),
    }));
    blocks
}

/// The strongest and the weakest indicators. No indicator is among both.
pub(super) fn extremes(words: &Words) -> Vec<Block> {
    // Best first; equal ones stay in the order of the bank.
    let mut scored: Vec<(f64, IndicatorRow)> = Vec::new();
    for area in results(words.model).areas {
        for indicator in area.indicators {
            if let Some(score) = indicator.points.score() {
                let place = scored.iter().take_while(|(other, _)| *other >= score);
                scored.insert(place.count(), (score, indicator));
            }
        }
    }
    let count = EXTREMES.min(scored.len() / 2);
    if count == 0 {
        return Vec::new();
    }
    let table = |key, rows: Vec<Vec<Cell>>| {
        let columns = [(Key::ResultsIndicator, false), (Key::ResultsKeyScore, true)];
        Block::Table(Table {
            caption: words.t(key),
            columns: columns_of(words, &columns),
            rows,
            sums: Vec::new(),
        })
    };
    let row = |(_, indicator): &(f64, IndicatorRow)| {
        let mut row = indicator_row(words, indicator);
        row.truncate(2);
        row
    };
    vec![
        Block::Heading(words.t(Key::ReportStrongest)),
        table(
            Key::ReportStrongest,
            scored.iter().take(count).map(row).collect(),
        ),
        Block::Heading(words.t(Key::ReportWeakest)),
        table(
            Key::ReportWeakest,
            scored.iter().rev().take(count).map(row).collect(),
        ),
    ]
}

/// All indicators, under their areas, after the picture of the profile.
pub(super) fn indicators(words: &Words) -> Vec<Block> {
    let areas = results(words.model).areas;
    if areas.iter().all(|area| area.points.score().is_none()) {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    if areas.len() > 2 {
        blocks.push(Block::Figure(figures::radar(words, &areas)));
    }
    let heads = [
        (Key::ResultsIndicator, false),
        (Key::ResultsKeyScore, true),
        (Key::ResultsRangeHead, true),
        (Key::ResultsStage, false),
    ];
    let mut table = Table {
        caption: words.t(Key::ResultsIndicators),
        columns: columns_of(words, &heads),
        ..Table::default()
    };
    for area in &areas {
        let stage = |at: Option<usize>| plain(at.map(|at| words.stage(at)).unwrap_or_default());
        table.sums.push(table.rows.len());
        table.rows.push(vec![
            plain(area_title(words, area)),
            plain(words.headline(area.points)),
            plain(words.range(area.points)),
            stage(area.stage),
        ]);
        for indicator in &area.indicators {
            let mut row = indicator_row(words, indicator);
            row.push(stage(indicator.stage));
            table.rows.push(row);
        }
    }
    blocks.push(Block::Table(table));
    blocks
}

/// How the score is worked out, and what it does not say.
pub(super) fn method(words: &Words) -> Vec<Block> {
    let stages = words.model.bank.stages();
    let line = |(at, stage): (usize, &gca_engine::Stage)| {
        let upper = stages.get(at + 1).map_or(100.0, |next| next.min);
        let (low, high) = (
            words.formats().plain(stage.min),
            words.formats().plain(upper),
        );
        words.fill(
            Key::ReportStageFrom,
            &[
                ("stage", &*words.stage(at)),
                ("low", &*low),
                ("high", &*high),
            ],
        )
    };
    let lines: Vec<Rc<str>> = stages.iter().enumerate().map(line).collect();
    vec![
        Block::Quiet(words.t(Key::ResultsHowText)),
        Block::Quiet(words.formats().list(&lines)),
        Block::Quiet(words.t(Key::ReportLimits)),
    ]
}

pub(super) fn area_title(words: &Words, area: &AreaRow) -> Rc<str> {
    [&*words.whole(area.number), " ", &*area.title]
        .concat()
        .into()
}

fn indicator_row(words: &Words, indicator: &IndicatorRow) -> Vec<Cell> {
    vec![
        plain(words.numbered(indicator.number, &indicator.title)),
        plain(words.headline(indicator.points)),
        plain(words.range(indicator.points)),
    ]
}

#[inline(never)]
pub(super) fn plain(text: Rc<str>) -> Cell {
    Cell(text, Rc::default())
}

#[inline(never)]
pub(super) fn columns_of(words: &Words, heads: &[(Key, bool)]) -> Vec<(Rc<str>, bool)> {
    let heads = heads.iter();
    heads
        .map(|(key, is_number)| (words.t(*key), *is_number))
        .collect()
}
