//! The profile of the areas: its shape, and a bar for each.

use super::{asks, before, name_of, title};
use crate::chart;
use crate::dom::{all, el, El};
use crate::ui::Ui;
use gca_charts::{bars, radar as around, Body, Column, Item, Names, Profile, Scene};
use gca_engine::Node;
use gca_session::view::{AreaRow, Results};
use gca_session::whole::results::Earlier;
use gca_session::Key;
use yew::{AttrValue, Html};

/// Widths for which the radar is laid out, in pixels.
const WIDTHS: [f64; 2] = [288.0, 400.0];

/// The areas with their scores.
fn profile(ui: &Ui, results: &Results, earlier: Option<&Earlier>) -> Profile {
    let item = |area: &AreaRow| Item {
        name: chart::words(&title(ui, area)),
        short: area.short.clone(),
        own: area.points.score().map(|score| ui.mark(score)),
        range: Some(ui.bounds(area.points)),
        other: before(earlier, area).map(|score| ui.mark(score)),
        ..Item::default()
    };
    Profile {
        names: Names {
            item: ui.said(Key::ResultsArea),
            own: ui.said(Key::ResultsKeyScore),
            range: ui.said(Key::ResultsKeyRange),
            other: name_of(ui, earlier),
            ..Names::default()
        },
        ticks: ui.ticks(),
        none: ui.said(Key::ResultsNoneShort),
        items: results.areas.iter().map(item).collect(),
        ..Profile::default()
    }
}

/// The areas around a centre, for the shape of the profile.
pub(crate) fn radar(ui: &Ui, results: &Results, earlier: Option<&Earlier>) -> Html {
    if results.areas.len() < 3 {
        return Html::default();
    }
    let finding = finding(ui, results);
    let profile = Profile {
        title: ui.said(Key::ResultsProfile),
        reading: chart::words(&finding),
        ..profile(ui, results, earlier)
    };
    let [narrow, wide] = WIDTHS.map(|width| around(&profile, width));
    let description = description(ui, results, earlier);
    let caption = el("figcaption")
        .kid(ui.h(1, "t2", Key::ResultsProfile))
        .el(el("p|muted small").text(finding));
    let said = (&ui.t(Key::ResultsRadar), &description);
    let drawn = chart::around([&narrow, &wide], Some(said));
    // Every value is in the table of the bars beside.
    let foot = el("div|foot")
        .el(chart::legend(&wide.legend))
        .el(chart::save(ui, wide));
    el("figure|figure|part=chart")
        .el(caption)
        .el(drawn)
        .el(foot)
        .html()
}

/// Every value in words, for those who do not see the drawing.
fn description(ui: &Ui, results: &Results, earlier: Option<&Earlier>) -> AttrValue {
    let mut words = String::new();
    let colon = ui.t(Key::SignColon);
    for area in &results.areas {
        for part in [&*area.title, &*colon, &*ui.headline(area.points)] {
            words.push_str(part);
        }
        if let Some(score) = before(earlier, area) {
            let then = ui.t(Key::ResultsKeyEarlier);
            for part in [&*ui.t(Key::SignItem), &*then, &*colon, &*ui.score(score)] {
                words.push_str(part);
            }
        }
        words.push_str(&ui.t(Key::SignStop));
    }
    words.into()
}

/// The profile in one sentence.
fn finding(ui: &Ui, results: &Results) -> AttrValue {
    let mut best: Option<(&AreaRow, f64)> = None;
    let mut worst: Option<(&AreaRow, f64)> = None;
    for area in &results.areas {
        if let Some(score) = area.points.score() {
            if best.is_none_or(|b| score > b.1) {
                best = Some((area, score));
            }
            if worst.is_none_or(|w| score < w.1) {
                worst = Some((area, score));
            }
        }
    }
    match (best, worst) {
        (Some(best), Some(worst)) if best.1 - worst.1 > 1e-9 => ui.fill(
            Key::ResultsProfileFind,
            &[("best", &best.0.title), ("worst", &worst.0.title)],
        ),
        // Areas without a score are not equal to anything.
        _ if results.areas.iter().any(|a| a.points.coverage == 0.0) => AttrValue::default(),
        _ => ui.t(Key::ResultsProfileEven),
    }
}

/// A bar for each area, with its possible range: what its figure holds, before its foot.
pub(crate) fn areas(ui: &Ui, results: &Results, earlier: Option<&Earlier>) -> Html {
    let scene = lengths(ui, results, earlier);
    let mut list = el("ol|rows");
    if let Body::Rows(rows) = &scene.body {
        for (area, row) in results.areas.iter().zip(&rows.rows) {
            let button = el("button|link num strong|type=button").words(&row.value);
            let value = el("span|val")
                .el(asks(ui, button, node(ui, area), &area.title, area.points))
                .space()
                .el(el("span|range muted xs num").words(&row.note));
            list = list.el(el("li")
                .el(el("span").words(&row.label))
                .el(value)
                .el(el("div|plot").el(chart::row(row))));
        }
    }
    let mut axis = el("div|axis");
    for tick in ui.ticks() {
        axis = axis.el(el("span").words(&tick));
    }
    let list = list.el(el("li||aria-hidden=true").el(axis));
    let caption = el("figcaption")
        .kid(ui.h(1, "t2", Key::ResultsAreas))
        .el(el("p|muted small").text(longest(ui, results)));
    let legend = chart::legend(&scene.legend);
    all(vec![caption.html(), list.html(), legend.html()])
}

/// The bars as a table and a picture.
pub(crate) fn areas_foot(ui: &Ui, results: &Results, earlier: Option<&Earlier>) -> El {
    chart::foot(ui, lengths(ui, results, earlier))
}

fn lengths(ui: &Ui, results: &Results, earlier: Option<&Earlier>) -> Scene {
    let stage = |area: &AreaRow| area.stage.map(|at| ui.stage(at)).unwrap_or_default();
    let each = |cell: &dyn Fn(&AreaRow) -> _| results.areas.iter().map(cell).collect();
    bars(&Profile {
        title: ui.said(Key::ResultsAreas),
        reading: chart::words(&longest(ui, results)),
        more: vec![
            Column {
                head: ui.said(Key::ResultsStage),
                is_number: false,
                cells: each(&|area| chart::words(&stage(area))),
            },
            Column {
                head: ui.said(Key::ResultsAnswered),
                is_number: true,
                cells: each(&|area| ui.format.percent(area.points.coverage)),
            },
        ],
        ..profile(ui, results, earlier)
    })
}

/// Whose range is the longest, in a sentence.
fn longest(ui: &Ui, results: &Results) -> AttrValue {
    let mut widest: Option<&AreaRow> = None;
    for area in &results.areas {
        let missing = area.points.coverage < 1.0 - 1e-9;
        if missing && widest.is_none_or(|w| area.points.coverage < w.points.coverage) {
            widest = Some(area);
        }
    }
    match widest {
        Some(area) => ui.fill(
            Key::ResultsAreasFind,
            &[("area", &area.title), ("range", &ui.range(area.points))],
        ),
        None => ui.t(Key::ResultsAreasExact),
    }
}

/// The place of an area in the bank that is asked.
fn node(ui: &Ui, area: &AreaRow) -> Node {
    let areas = ui.model.bank().areas();
    let at = areas.iter().position(|a| a.source + 1 == area.number);
    Node::Area(at.unwrap_or(usize::MAX))
}
