//! What changed, by area and by indicator.

use super::marks::{self, at, delta, legend, points, signed, table, Shape};
use crate::chart;
use crate::dom::{el, El, Kind, Send};
use crate::ui::Ui;
use gca_charts::{dumbbell, Item, Names, Profile, Words};
use gca_engine::Change;
use gca_session::whole::compare::{AreaChange, Compared, IndicatorChange, Msg, Order};
use gca_session::{Key, Msg as Any, WholeMsg};
use std::rc::Rc;
use yew::AttrValue;

/// What is said with pictures of a change.
pub(super) struct About {
    /// What changed, in a sentence.
    pub(super) reading: Words,
    /// What is compared with, and when it was.
    pub(super) other: Words,
}

/// Then and now, side by side for the whole and each area.
pub(super) fn areas(ui: &Ui, compared: &Compared, about: &About) -> El {
    let aims = gca_session::whole::compare::aims(ui.model);
    let whole = aims.rows.first().and_then(|row| row.target);
    let has_target = whole.is_some() || compared.areas.iter().any(|area| area.target.is_some());
    let all = ui.t(Key::CompareAll);
    let mut items = Vec::new();
    let mut minis = el("ul|minis").el(mini(ui, &all, Some(compared.overall), whole));
    let mut body = el("tbody").el(line(
        ui,
        all,
        Some(compared.overall),
        Some(compared.overall.difference()),
        has_target.then_some(whole),
    ));
    for area in &compared.areas {
        minis = minis.el(mini(ui, &area.short, area.change, area.target));
        items.push(Item {
            short: area.short.clone(),
            target: area.target.map(|target| ui.mark(target)),
            ..item(ui, title(ui, area), area.change)
        });
        body = body.el(line(
            ui,
            title(ui, area),
            area.change,
            Some(area.contribution),
            has_target.then_some(area.target),
        ));
    }
    let mut heads = heads(ui, Key::ResultsArea);
    heads.push((ui.t(Key::ComparePart), true));
    if has_target {
        heads.push((ui.t(Key::CompareTarget), true));
    }
    let profile = profile(ui, about, Key::ResultsArea, Key::CompareAreas, items);
    el("section|section|part=chart")
        .kid(ui.h(1, "t2", Key::CompareAreas))
        .el(ui.p("sub muted measure", Key::CompareAreasSub))
        .el(keys(ui, has_target))
        .el(minis)
        .el_if(compared.areas.len() > 2, || around(ui, &profile))
        .el(el("div|foot")
            .el(table(ui, Key::CompareAreas, heads, body))
            .el(chart::save(ui, dumbbell(&profile))))
}

/// Both profiles around a centre, for those who know them by their shape.
fn around(ui: &Ui, profile: &Profile) -> El {
    let profile = Profile {
        title: ui.said(Key::CompareAreas),
        ..profile.clone()
    };
    let [narrow, wide] = [288.0, 400.0].map(|width| gca_charts::radar(&profile, width));
    let drawn = chart::around([&narrow, &wide], None);
    let foot = el("div|foot")
        .el(chart::legend(&wide.legend))
        .el(chart::save(ui, wide));
    el("details|disc")
        .el(el("summary").t(ui, Key::CompareRadar))
        .el(drawn)
        .el(foot)
}

/// An item of a profile with its change.
fn item(ui: &Ui, name: AttrValue, change: Option<Change>) -> Item {
    let said = |change: Change| {
        let (then, now) = (ui.score(change.then), ui.score(change.now));
        let words = ui.fill(Key::CompareFromTo, &[("then", &then), ("now", &now)]);
        (signed(ui, change.difference()), chart::words(&words))
    };
    let (by, from_to) = change.map(said).unwrap_or_default();
    Item {
        name: chart::words(&name),
        own: change.map(|change| ui.mark(change.now)),
        other: change.map(|change| ui.mark(change.then)),
        change: by,
        from_to,
        ..Item::default()
    }
}

fn profile(ui: &Ui, about: &About, item: Key, title: Key, items: Vec<Item>) -> Profile {
    let none = Words::from("\u{2013}");
    Profile {
        title: ui.said(title),
        reading: about.reading.clone(),
        names: Names {
            item: ui.said(item),
            own: ui.said(Key::CompareThis),
            other: about.other.clone(),
            target: ui.said(Key::CompareTarget),
            change: ui.said(Key::CompareChange),
            ..Names::default()
        },
        ticks: ui.ticks(),
        none,
        items,
        ..Profile::default()
    }
}

fn keys(ui: &Ui, has_target: bool) -> El {
    let mut entries = vec![
        (Shape::Other, ui.t(Key::CompareThen)),
        (Shape::Own, ui.t(Key::CompareNow)),
    ];
    if has_target {
        entries.push((Shape::Target, ui.t(Key::CompareTarget)));
    }
    legend(entries)
}

fn heads(ui: &Ui, first: Key) -> Vec<(AttrValue, bool)> {
    vec![
        (ui.t(first), false),
        (ui.t(Key::CompareThen), true),
        (ui.t(Key::CompareNow), true),
        (ui.t(Key::CompareChange), true),
    ]
}

fn title(ui: &Ui, area: &AreaChange) -> AttrValue {
    [&*ui.whole(area.number), " ", &*area.title].concat().into()
}

/// A row of a table; a part of the change and a target if there are columns for them.
fn line(
    ui: &Ui,
    title: AttrValue,
    change: Option<Change>,
    part: Option<f64>,
    target: Option<Option<f64>>,
) -> El {
    let by = change.map_or_else(
        || AttrValue::Static("\u{2013}"),
        |change| signed(ui, change.difference()).into(),
    );
    let mut row = el("tr")
        .el(el("th||scope=row").text(title))
        .el(el("td|n").text(points(ui, change.map(|c| c.then))))
        .el(el("td|n").text(points(ui, change.map(|c| c.now))))
        .el(el("td|n").text(by));
    if let Some(part) = part {
        row = row.el(el("td|n").words(&signed(ui, part)));
    }
    if let Some(target) = target {
        row = row.el(el("td|n").text(points(ui, target)));
    }
    row
}

/// One small slope: then at the left, now in the middle, the target at the right.
fn mini(ui: &Ui, title: &str, change: Option<Change>, target: Option<f64>) -> El {
    let mini =
        el("li|mini").kid(ui.heading(2, "small strong", crate::dom::text(title.to_owned().into())));
    let Some(Change { now, then }) = change else {
        return mini.el(ui.p("small muted", Key::CompareNotBoth));
    };
    let y = |points: f64| 5.0 + 0.9 * (100.0 - points);
    let mut svg = el("svg|viz mark|viewBox=0 0 160 100|aria-hidden=true")
        .el(el("path|grid|d=M0 5H160M0 50H160M0 95H160"))
        .el(between(el("line|own-l"), (14.0, y(then)), (98.0, y(now))));
    if let Some(target) = target {
        svg = svg
            .el(between(
                el("line|own-l dash"),
                (98.0, y(now)),
                (154.0, y(target)),
            ))
            .el(between(
                el("line|tgt"),
                (154.0, y(target) - 8.0),
                (154.0, y(target) + 8.0),
            ));
    }
    let place = at(el("svg||overflow=visible"), ["x", "y"], 14.0, y(then));
    svg = svg.el(place.el(el("path|cmp|d=M0-6 6 0 0 6-6 0Z"))).el(at(
        el("circle|own halo|r=6.5"),
        ["cx", "cy"],
        98.0,
        y(now),
    ));
    let mut values = el("p|mini-v small muted")
        .el(value(ui, Key::CompareThen, el("span|num"), then))
        .el(value(ui, Key::CompareNow, el("b|num"), now));
    values = match target {
        Some(target) => values.el(value(ui, Key::CompareTarget, el("span|num"), target)),
        None => values.el(delta(ui, now - then)),
    };
    mini.el(svg).el(values)
}

/// A value whose word is only heard: the legend shows it.
fn value(ui: &Ui, key: Key, element: El, points: f64) -> El {
    let word = el("span|vh").t(ui, key).space();
    element.el(word).words(&ui.score(points))
}

fn between(line: El, from: (f64, f64), to: (f64, f64)) -> El {
    let line = at(line, ["x1", "y1"], from.0, from.1);
    at(line, ["x2", "y2"], to.0, to.1)
}

/// Then and now of each indicator, on one scale.
pub(super) fn indicators(ui: &Ui, compared: &Compared, about: &About) -> El {
    let mut rows = el("ol|rows bells").el(marks::axis(ui));
    let mut body = el("tbody");
    let mut items = Vec::new();
    let named = |one: &IndicatorChange| item(ui, ui.numbered(one.number, &one.title), one.change);
    match compared.sorted(ui.model.compare_order()) {
        Some(sorted) => {
            for one in sorted {
                items.push(named(one));
                rows = rows.el(row(ui, one));
            }
        }
        None => {
            for area in &compared.areas {
                let heading = ui.heading(2, "strong", crate::dom::text(title(ui, area)));
                let mut head = el("li|rows-h").kid(heading);
                if let Some(change) = area.change {
                    head = head.el(el("span|val").el(delta(ui, change.difference())));
                }
                rows = rows.el(head);
                items.push(Item {
                    is_group: true,
                    from_to: Words::from(""),
                    ..item(ui, title(ui, area), area.change)
                });
                for one in &area.indicators {
                    items.push(named(one));
                    rows = rows.el(row(ui, one));
                }
            }
        }
    }
    for area in &compared.areas {
        for one in &area.indicators {
            let name = ui.numbered(one.number, &one.title);
            body = body.el(line(ui, name, one.change, None, None));
        }
    }
    let head = el("div|row between")
        .kid(ui.h(1, "t2", Key::CompareIndicators))
        .el(order(ui));
    let heads = heads(ui, Key::ResultsIndicator);
    let table = table(ui, Key::CompareIndicators, heads, body);
    let item = Key::ResultsIndicator;
    let scene = dumbbell(&profile(ui, about, item, Key::CompareIndicators, items));
    el("section|section rule|part=chart")
        .el(head)
        .el(keys(ui, false))
        .el(rows)
        .el(el("div|foot").el(table).el(chart::save(ui, scene)))
}

fn row(ui: &Ui, one: &IndicatorChange) -> El {
    let name = ui.numbered(one.number, &one.title);
    let link = ui.link(Any::Page(one.page), name);
    let mut value = el("span|val");
    match one.change {
        Some(change) => {
            let (then, now) = (ui.score(change.then), ui.score(change.now));
            let words = ui.fill(Key::CompareFromTo, &[("then", &then), ("now", &now)]);
            value = value
                .el(el("span|range muted xs num").text(words))
                .space()
                .el(delta(ui, change.difference()));
        }
        None => value = value.el(el("span|muted xs").t(ui, Key::CompareNotBoth)),
    }
    let (now, then) = (one.change.map(|c| c.now), one.change.map(|c| c.then));
    el("li")
        .key(one.page)
        .el(el("span|small").el(link))
        .el(value)
        .kid(marks::row(now, then, None))
}

/// In which order the indicators stand.
fn order(ui: &Ui) -> El {
    let mut field = el("select|input small|id=order").on(
        Kind::Change,
        ui.shell,
        Send::Value(0, |_, value| WholeMsg::Compare(Msg::Sort(order_of(&value)))),
    );
    for (order, key) in ORDERS {
        let option = el("option").attr("value", AttrValue::Static(name(order)));
        let is_chosen = ui.model.compare_order() == order;
        field = field.el(option
            .attr_if(is_chosen, "selected", "selected")
            .label(ui.t(key)));
    }
    el("label|row small|for=order")
        .t(ui, Key::CompareOrder)
        .space()
        .el(field)
}

const ORDERS: [(Order, Key); 3] = [
    (Order::Area, Key::CompareOrderArea),
    (Order::Rise, Key::CompareOrderRise),
    (Order::Fall, Key::CompareOrderFall),
];

fn name(order: Order) -> &'static str {
    match order {
        Order::Area => "area",
        Order::Rise => "rise",
        Order::Fall => "fall",
    }
}

fn order_of(value: &Rc<str>) -> Order {
    let found = ORDERS.iter().find(|(order, _)| name(*order) == &**value);
    found.map_or(Order::Area, |(order, _)| *order)
}
