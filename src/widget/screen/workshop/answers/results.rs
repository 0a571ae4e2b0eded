//! The result of the group beside those of the people, and the profile of the room.

use super::row::group_name;
use crate::chart;
use crate::dom::{el, El};
use crate::table;
use crate::ui::Ui;
use gca_charts::{crowd, crowd_radar, Body, Crowd, Many, Scene};
use gca_engine::Points;
use gca_session::whole::workshop::found::{Found, FEWEST};
use gca_session::Key;
use yew::AttrValue;

/// Widths for which the radar is laid out, in pixels.
const WIDTHS: [f64; 2] = [288.0, 400.0];
/// From this many points on the group result and the mean are far apart.
const FAR: f64 = 5.0;

pub(super) fn results(ui: &Ui) -> El {
    let room = ui.model.room();
    let part = el("section|section rule stack-s").kid(ui.h(1, "t2", Key::RoomScore));
    let spread = room.all.spread;
    let group = room.all.group.overall.as_ref();
    let group = group.and_then(|overall| overall.points.score());
    let (Some(group), Some(mean), Some(low), Some(high), true) = (
        group,
        spread.mean,
        spread.min,
        spread.max,
        spread.n >= FEWEST as usize,
    ) else {
        return part.el(ui.p("muted", Key::RoomNoScores));
    };
    let values = [
        ("group", &*ui.score(group)),
        ("mean", &*ui.score(mean)),
        ("low", &*ui.score(low)),
        ("high", &*ui.score(high)),
    ];
    let gap = (group - mean).abs();
    let meaning = match gap >= FAR {
        true => ui.fill(Key::RoomGapLarge, &[("points", &ui.format.points(gap))]),
        false => ui.t(Key::RoomGapSmall),
    };
    // The scores of all people take as long as all of the above.
    let charts = || {
        let data = data(ui, &room);
        el("div|cols a57").el(radar(ui, &data)).el(rows(ui, &data))
    };
    part.el(el("p").text(ui.fill(Key::RoomScores, &values)))
        .el(el("p").text(meaning))
        .el_if(super::super::may(ui, 2), charts)
        .el_if(room.has_groups() && super::super::may(ui, 3), || {
            groups(ui, &room)
        })
}

fn data(ui: &Ui, room: &Found) -> Crowd {
    let bank = ui.model.whole_bank();
    let texts = &ui.model.texts().areas;
    let each = room.crowd(bank).iter().zip(texts).enumerate();
    let items = each.map(|(at, (many, area))| {
        let own = room.all.group.areas.get(at).and_then(Option::as_ref);
        let group = own.and_then(|area| area.points.score());
        let is_shown = many.middle.is_some();
        Many {
            name: [&*ui.whole(at + 1), " ", &*area.title].concat().into(),
            short: area.short.clone(),
            scores: match is_shown {
                true => many.scores.clone(),
                false => Vec::new(),
            },
            count: ui.whole(many.scores.len()),
            half: many.middle.map(|[low, _, high]| {
                let values = [("low", &*ui.score(low)), ("high", &*ui.score(high))];
                (low, high, chart::words(&ui.fill(Key::Range, &values)))
            }),
            median: many.middle.map(|[_, median, _]| ui.mark(median)),
            group: group.map(|group| ui.mark(group)),
        }
    });
    Crowd {
        title: ui.said(Key::RoomProfile),
        item: ui.said(Key::ResultsArea),
        people: ui.said(Key::RoomGroupPeople),
        half: ui.said(Key::RoomQuarters),
        median: ui.said(Key::RoomMedian),
        group: ui.said(Key::RoomGroupScore),
        ticks: ui.ticks(),
        none: ui.said(Key::ResultsNoneShort),
        items: items.collect(),
        ..Crowd::default()
    }
}

/// Where people differ most, in a sentence.
fn widest(ui: &Ui, data: &Crowd) -> AttrValue {
    let mut widest: Option<(&Many, f64, f64)> = None;
    for many in &data.items {
        if let Some((low, high, _)) = &many.half {
            if widest.is_none_or(|(_, from, to)| high - low > to - from) {
                widest = Some((many, *low, *high));
            }
        }
    }
    let Some((many, low, high)) = widest else {
        return AttrValue::default();
    };
    let values = [
        ("area", &*many.name),
        ("low", &*ui.score(low)),
        ("high", &*ui.score(high)),
    ];
    ui.fill(Key::RoomProfileWidest, &values)
}

fn figure(ui: &Ui, title: Key, finding: AttrValue) -> El {
    let caption = el("figcaption")
        .kid(ui.h(2, "t3", title))
        .el(el("p|muted small").text(finding));
    el("figure|figure|part=chart").el(caption)
}

fn radar(ui: &Ui, data: &Crowd) -> El {
    if data.items.len() < 3 {
        return el("div");
    }
    let finding = widest(ui, data);
    let data = Crowd {
        reading: chart::words(&finding),
        ..data.clone()
    };
    let [narrow, wide] = WIDTHS.map(|width| crowd_radar(&data, width));
    // Every value is in the table of the rows beside.
    let foot = el("div|foot")
        .el(chart::legend(&wide.legend))
        .el(chart::save(ui, wide.clone()));
    figure(ui, Key::RoomProfile, finding)
        .el(chart::around([&narrow, &wide], None))
        .el(foot)
}

fn rows(ui: &Ui, data: &Crowd) -> El {
    let most = data.items.iter().map(|many| many.scores.len()).max();
    let how = match most.unwrap_or_default() > 100 {
        true => ui.t(Key::RoomSpreadMany),
        false => ui.t(Key::RoomSpreadHow),
    };
    let scene: Scene = crowd(&Crowd {
        title: ui.said(Key::RoomSpread),
        reading: chart::words(&how),
        ..data.clone()
    });
    let mut list = el("ol|rows crowd");
    if let Body::Rows(rows) = &scene.body {
        for row in &rows.rows {
            list = list.el(el("li")
                .el(el("span").words(&row.label))
                .el(el("span|val num strong").words(&row.value))
                .el(el("div|plot").el(chart::row(row))));
        }
    }
    let mut axis = el("div|axis");
    for tick in ui.ticks() {
        axis = axis.el(el("span").words(&tick));
    }
    figure(ui, Key::RoomSpread, how)
        .el(list.el(el("li||aria-hidden=true").el(axis)))
        .el(chart::legend(&scene.legend))
        .el(chart::foot(ui, scene))
}

/// The score of each group; of fewer than three people none is shown.
fn groups(ui: &Ui, room: &Found) -> El {
    let mut body = el("tbody");
    for group in room.groups(ui.model.whole_bank()) {
        let overall = group.told.group.overall.as_ref();
        let score = overall
            .map(|overall| overall.points)
            .and_then(Points::score);
        let score: AttrValue = match score {
            _ if group.told.n < FEWEST as usize => ui.t(Key::RoomFew),
            Some(score) => ui.score(score).into(),
            None => ui.t(Key::ResultsNoneShort),
        };
        body = body.el(el("tr")
            .el(el("th||scope=row").el(el("bdi").text(group_name(ui, &group.name))))
            .el(el("td|n").words(&ui.whole(group.told.n)))
            .el(el("td|n").text(score)));
    }
    let heads = [
        (Key::RoomGroup, false),
        (Key::RoomGroupPeople, true),
        (Key::ResultsKeyScore, true),
    ];
    let (title, heads) = (ui.t(Key::RoomGroups), table::named(ui, &heads));
    el("div|stack-s section")
        .kid(ui.h(2, "t3", Key::RoomGroups))
        .el(table::scrolled(ui, el("table|tbl"), title, heads, body))
}
