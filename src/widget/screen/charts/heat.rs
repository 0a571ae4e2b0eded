//! A tile for each indicator, coloured by its stage.

use super::{asks, table, title};
use crate::chart;
use crate::dom::{all, el, text, El};
use crate::format::integer;
use crate::screen::Part;
use crate::svg::pips;
use crate::ui::Ui;
use gca_charts::{heat, Group, Heat, Tile, Words};
use gca_engine::Node;
use gca_session::view::Results;
use gca_session::{Key, Msg};
use yew::{AttrValue, Html};

/// The frame of it; `block` draws the rows and the foot.
pub(crate) fn indicators(ui: &Ui, block: fn(&Ui, u8, Part) -> Html) -> El {
    let levels = levels(ui);
    let n = levels.len();
    let mut swatches = el("ul|swatches xs").attr("aria-label", ui.t(Key::ResultsSwatches));
    for (at, (name, points)) in levels.iter().enumerate() {
        let swatch = el("li").class(level_class("", Some(at))).words(name);
        let range = el("span|num").words(points);
        swatches = swatches.el(swatch.space().el(range).kid(pips(at, n)));
    }
    let mut rows = el("ol|heat");
    // Row after row, and the table after all: together they would hold up an old laptop. A bank with more areas than ours
    // has the others with the last.
    let areas = ui.model.assessment().areas.iter().flatten();
    for area in 0..areas.count() {
        let after = u8::try_from(area).unwrap_or(u8::MAX).min(4) + 3;
        rows = rows.kid(block(ui, after, Part::Tiles(area)));
    }
    let charts = el("div|stack").el(swatches).el(rows);
    let charts = charts.kid(block(ui, 11, Part::TilesFoot));
    el("section|section rule|part=chart")
        .kid(ui.h(1, "t2", Key::ResultsIndicators))
        .el(ui.p("sub muted measure", Key::ResultsIndicatorsSub))
        .el(charts)
}

/// The tiles of an area.
pub(crate) fn tiles(ui: &Ui, results: &Results, area: usize) -> El {
    let row = el("li|heat-row");
    let Some(area) = results.areas.get(area) else {
        return row;
    };
    let n = ui.model.bank().stages().len();
    let mut tiles = el("ul");
    for view in &area.indicators {
        let name = ui.numbered(view.number, &view.title);
        let mut value = el("b").text(ui.headline(view.points));
        if let Some(stage) = view.stage {
            value = value.kid(pips(stage, n));
        }
        let tile = el("button||type=button")
            .class(level_class("tile xs ", view.stage))
            .el(el("span").text(name.clone()))
            .space()
            .el(value);
        let node = Node::Indicator(view.page);
        tiles = tiles.el(el("li").el(asks(ui, tile, node, &name, view.points)));
    }
    let score = el("span|muted num").text(ui.headline(area.points));
    let heading = all(vec![
        text(title(ui, area)),
        text("\u{a0}".into()),
        score.html(),
    ]);
    row.kid(ui.heading(2, "small strong", heading)).el(tiles)
}

/// The tiles as a table and a picture.
pub(crate) fn tiles_foot(ui: &Ui, results: &Results) -> El {
    el("div|foot")
        .el(values(ui, results))
        .el(chart::save(ui, heat(&scene(ui, results, levels(ui)))))
}

/// The same as a table, with ranges and what is open.
fn values(ui: &Ui, results: &Results) -> El {
    let heads = [
        (Key::ResultsIndicator, false),
        (Key::ResultsKeyScore, true),
        (Key::ResultsRangeHead, true),
        (Key::ResultsOpen, true),
    ];
    let mut body = el("tbody");
    for view in results.areas.iter().flat_map(|area| &area.indicators) {
        let name = ui.numbered(view.number, &view.title);
        let row = el("tr")
            .el(el("th||scope=row").el(ui.link(Msg::Page(view.page), name)))
            .el(el("td|n").text(ui.headline(view.points)))
            .el(el("td|n").text(ui.range(view.points)))
            .el(el("td|n").words(&ui.whole(view.open)));
        body = body.el(row);
    }
    table(ui, Key::ResultsIndicators, &heads, body)
}

/// Names of the stages, and from where to where they reach.
fn levels(ui: &Ui) -> Vec<(Words, Words)> {
    let stages = ui.model.bank().stages();
    let each = stages.iter().enumerate().map(|(at, stage)| {
        let high = stages.get(at + 1).map_or(100.0, |s| s.min);
        let (low, high) = (ui.format.plain(stage.min), ui.format.plain(high));
        let range = ui.fill(Key::Range, &[("low", &low), ("high", &high)]);
        (chart::words(&ui.stage(at)), chart::words(&range))
    });
    each.collect()
}

fn scene(ui: &Ui, results: &Results, levels: Vec<(Words, Words)>) -> Heat {
    let areas = results.areas.iter().map(|area| Group {
        label: chart::words(&title(ui, area)),
        value: chart::words(&ui.headline(area.points)),
        tiles: area
            .indicators
            .iter()
            .map(|view| Tile {
                label: chart::words(&ui.numbered(view.number, &view.title)),
                value: chart::words(&ui.headline(view.points)),
                level: view.stage,
            })
            .collect(),
    });
    Heat {
        title: ui.said(Key::ResultsIndicators),
        reading: ui.said(Key::ChartSquares),
        item: ui.said(Key::ResultsIndicator),
        own: ui.said(Key::ResultsKeyScore),
        levels,
        areas: areas.collect(),
        more: Vec::new(),
    }
}

/// The class of a stage's colour. Five colours serve any number of stages.
fn level_class(prefix: &str, stage: Option<usize>) -> AttrValue {
    match stage {
        Some(at) => [prefix, "l", &integer(at.min(4) + 1)].concat().into(),
        None => [prefix, "none"].concat().into(),
    }
}
