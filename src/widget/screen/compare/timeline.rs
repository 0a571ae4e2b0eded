//! Several rounds in time, with their possible ranges.

use super::marks::{self, table};
use super::{called, message};
use crate::chart;
use crate::dom::{el, El, Kind, Send};
use crate::ui::Ui;
use gca_charts::{
    bars, timeline as rounds_in_time, Body, Item, Names, Profile, Round as Mark, Scene, Timeline,
    WIDTHS,
};
use gca_engine::Points;
use gca_session::whole::compare::{rounds, Msg, Round};
use gca_session::Key;
use std::rc::Rc;
use yew::{AttrValue, Html};

pub(super) fn timeline(ui: &Ui) -> Html {
    let all = rounds(ui.model);
    if all.len() < 2 {
        return Html::default();
    }
    let shown: Vec<&Round> = all.iter().filter(|round| round.is_shown).collect();
    let mut body = el("tbody");
    for round in &shown {
        body = body.el(line(ui, round));
    }
    let heads = vec![
        (ui.t(Key::RoundsDate), false),
        (ui.t(Key::RoundsName), false),
        (ui.t(Key::ResultsKeyScore), true),
        (ui.t(Key::ResultsRangeHead), true),
        (ui.t(Key::ResultsAnswered), true),
    ];
    let scored = shown.iter().filter(|round| score(round).is_some()).count();
    el("section|section rule|part=chart")
        .kid(ui.h(1, "t2", Key::RoundsTitle))
        .el(el("p|sub muted measure").text(finding(ui, &shown)))
        .el_if(scored > 1, || drawing(ui, &shown))
        .el_if(scored > 1, || list(ui, &shown))
        .el(foot(
            ui,
            &shown,
            scored,
            table(ui, Key::RoundsTitle, heads, body),
        ))
        .el(choice(ui, &all))
        .html()
}

fn foot(ui: &Ui, shown: &[&Round], scored: usize, table: El) -> El {
    el("div|foot")
        .el(table)
        .el_if(scored > 1, || chart::save(ui, scene(ui, shown, WIDE)))
}

/// Width for which the picture is laid out, in pixels.
const WIDE: f64 = 640.0;

fn score(round: &Round) -> Option<f64> {
    round.points.and_then(Points::score)
}

fn day(ui: &Ui, round: &Round) -> AttrValue {
    match round.saved > 0.0 {
        true => ui.format.day(round.saved).into(),
        false if round.which.is_none() => ui.t(Key::RoundsNow),
        false => ui.t(Key::RoundsNoDate),
    }
}

fn name(ui: &Ui, round: &Round) -> AttrValue {
    match (&round.which, &*round.name) {
        (None, "") => ui.t(Key::CompareThis),
        (_, name) => called(ui, name, &round.file),
    }
}

fn finding(ui: &Ui, shown: &[&Round]) -> AttrValue {
    let mut scored = shown.iter().filter(|round| score(round).is_some());
    let (first, last) = (scored.next(), scored.next_back());
    let (Some(first), Some(last)) = (first, last) else {
        return ui.t(Key::RoundsFew);
    };
    let points = |round: &Round| ui.score(score(round).unwrap_or_default());
    ui.fill(
        Key::RoundsFinding,
        &[
            ("first", &*day(ui, first)),
            ("last", &*day(ui, last)),
            ("from", &*points(first)),
            ("to", &*points(last)),
        ],
    )
}

/// The scores with their ranges, placed by date.
fn scene(ui: &Ui, shown: &[&Round], width: f64) -> Scene {
    let each = shown.iter().filter_map(|round| {
        let (points, at) = (round.points?, score(round)?);
        Some(Mark {
            date: chart::words(&day(ui, round)),
            time: round.saved,
            name: match ui.model.is_unnamed() {
                true => Default::default(),
                false => chart::words(&name(ui, round)),
            },
            score: ui.mark(at),
            range: ui.bounds(points),
            is_own: round.which.is_none(),
        })
    });
    rounds_in_time(
        &Timeline {
            title: ui.said(Key::RoundsTitle),
            reading: chart::words(&finding(ui, shown)),
            names: Names {
                item: ui.said(Key::RoundsDate),
                own: ui.said(Key::CompareThis),
                range: ui.said(Key::ResultsKeyRange),
                other: ui.said(Key::RoundsOther),
                ..Names::default()
            },
            score: ui.said(Key::ResultsKeyScore),
            round: ui.said(Key::RoundsName),
            ticks: ui.ticks(),
            rounds: each.collect(),
        },
        width,
    )
}

/// The drawing; its words are in the list under it.
fn drawing(ui: &Ui, shown: &[&Round]) -> El {
    let [narrow, wide] = WIDTHS.map(|width| scene(ui, shown, width));
    el("div|when|aria-hidden=true").el(chart::pair([&narrow, &wide]))
}

/// Each round with its range on the scale, the oldest first.
fn list(ui: &Ui, shown: &[&Round]) -> El {
    let mut rows = el("ol|rows rounds");
    let scored: Vec<(&Round, Points, f64)> = shown
        .iter()
        .filter_map(|round| Some((*round, round.points?, score(round)?)))
        .collect();
    let item = |(_, points, at): &(&Round, Points, f64)| Item {
        own: Some(ui.mark(*at)),
        range: Some(ui.bounds(*points)),
        ..Item::default()
    };
    let scene = bars(&Profile {
        items: scored.iter().map(item).collect(),
        ..Profile::default()
    });
    let Body::Rows(drawn) = &scene.body else {
        return rows;
    };
    for ((round, ..), row) in scored.iter().zip(&drawn.rows) {
        let label = el("span|small")
            .el(el("bdi|strong").text(name(ui, round)))
            .space()
            .el(el("span|muted beside").text(day(ui, round)));
        let value = el("span|val")
            .el(el("b|num").words(&row.value))
            .space()
            .el(el("span|range muted xs num").words(&row.note));
        rows = rows.el(el("li")
            .el(label)
            .el(value)
            .el(el("div|plot").el(chart::row(row))));
    }
    rows.el(marks::axis(ui))
}

fn line(ui: &Ui, round: &Round) -> El {
    let none = || AttrValue::Static("\u{2013}");
    let range = round.points.map_or_else(none, |points| ui.range(points));
    let answered = round.points.map_or_else(none, |points| {
        Rc::clone(&ui.format.percent(points.coverage)).into()
    });
    el("tr")
        .el(el("th||scope=row").text(day(ui, round)))
        .el(el("td").el(el("bdi").text(name(ui, round))))
        .el(el("td|n").text(marks::points(ui, score(round))))
        .el(el("td|n").text(range))
        .el(el("td|n").text(answered))
}

/// Which rounds are shown.
fn choice(ui: &Ui, all: &[Round]) -> El {
    let mut list = el("fieldset").el(el("legend|vh").t(ui, Key::RoundsChoose));
    for round in all {
        let Some(which) = &round.which else {
            continue;
        };
        let msg = message(Msg::Include(which.clone(), !round.is_shown));
        let field = el("input||type=checkbox").checked(round.is_shown).on(
            Kind::Change,
            ui.shell,
            Send::Msg(msg),
        );
        let words = el("span")
            .el(el("bdi").text(name(ui, round)))
            .space()
            .el(el("span|small muted").text(day(ui, round)));
        list = list.el(el("label|choice").el(field).el(words));
    }
    el("details|disc")
        .el(el("summary").t(ui, Key::RoundsChoose))
        .el(el("div|disc-body").el(list))
}
