//! This assessment beside a reference profile: where it is above and below, and no ranking.

use super::marks::{self, direction, legend, signed, size, table, Shape};
use super::message;
use crate::chart;
use crate::dom::{el, El};
use crate::screen::review::fact;
use crate::ui::Ui;
use gca_charts::{dumbbell, radar, Item, Names, Profile};
use gca_session::whole::compare::{reference as beside, Beside, Msg, ReferenceRow};
use gca_session::Key;
use yew::AttrValue;

pub(super) fn reference(ui: &Ui) -> El {
    let section = el("section|section rule").kid(ui.h(1, "t2", Key::ReferenceTitle));
    match beside(ui.model) {
        Some(beside) => full(ui, section, &beside),
        None => section.el(ui.p("sub muted measure", Key::ReferenceNone)),
    }
}

fn full(ui: &Ui, section: El, beside: &Beside) -> El {
    let reference = &beside.reference;
    let label: AttrValue = reference.label.clone().into();
    let heading = el("div|row between")
        .kid(ui.heading(2, "t3", el("bdi").text(label.clone()).html()))
        .el(ui
            .link(message(Msg::RemoveProfile), ui.t(Key::CompareRemove))
            .attr(
                "aria-label",
                ui.fill(Key::CompareRemoveLabel, &[("name", &label)]),
            ));
    let year = year(reference.year);
    let facts = el("dl|facts facts-in")
        .el(fact(
            ui,
            Key::ReferenceSource,
            reference.source.clone().into(),
        ))
        .el(fact(ui, Key::ReferenceYear, year))
        .el(fact(
            ui,
            Key::ReferenceBehind,
            ui.whole(reference.assessments).into(),
        ))
        .el(fact(
            ui,
            Key::ReferenceVersion,
            reference.version.clone().into(),
        ));
    let other = || {
        let own = beside.other_version.clone().unwrap_or_default();
        let values = [("profile", &*reference.version), ("own", &*own)];
        el("p|small").text(ui.fill(Key::ReferenceOther, &values))
    };
    section
        .el(heading)
        .el(facts)
        .el(el("p|measure after").text(finding(ui, beside)))
        .el_if(beside.other_version.is_some(), other)
        .el(drawn(ui, beside, label))
        .el(ui.p("small muted measure after", Key::ReferenceNoRanking))
}

/// A year has no thousands to group.
fn year(year: usize) -> AttrValue {
    crate::format::integer(year).into()
}

fn finding(ui: &Ui, beside: &Beside) -> AttrValue {
    let Some(profile) = &beside.profile else {
        return ui.t(Key::ReferenceNoScore);
    };
    let mean = size(ui, profile.mean);
    let level = match direction(profile.mean) {
        1 => ui.fill(Key::ReferenceAbove, &[("points", &mean)]),
        -1 => ui.fill(Key::ReferenceBelow, &[("points", &mean)]),
        _ => ui.t(Key::ReferenceLevel),
    };
    let values = [
        ("points", &*size(ui, profile.mean_absolute)),
        ("shape", &*size(ui, profile.shape)),
    ];
    [&*level, " ", &*ui.fill(Key::ReferenceShape, &values)]
        .concat()
        .into()
}

fn drawn(ui: &Ui, beside: &Beside, label: AttrValue) -> El {
    let mut rows = el("ol|rows bells");
    let mut body = el("tbody");
    for row in &beside.rows {
        let title: AttrValue = [&*ui.whole(row.number), " ", &*row.title].concat().into();
        let by = row
            .difference
            .map_or_else(|| AttrValue::Static("\u{2013}"), |by| signed(ui, by).into());
        rows = rows.el(el("li")
            .el(el("span|small").text(title.clone()))
            .el(el("span|val small strong").text(words_of(ui, row)))
            .kid(marks::row(row.score, Some(row.reference), None)));
        body = body.el(el("tr")
            .el(el("th||scope=row").text(title))
            .el(el("td|n").text(marks::points(ui, row.score)))
            .el(el("td|n").words(&ui.format.points(row.reference)))
            .el(el("td|n").text(by)));
    }
    let heads = vec![
        (ui.t(Key::ResultsArea), false),
        (ui.t(Key::CompareThis), true),
        (ui.t(Key::ReferenceTitle), true),
        (ui.t(Key::ReferenceDifference), true),
    ];
    let keys = legend(vec![
        (Shape::Own, ui.t(Key::CompareThis)),
        (Shape::Other, label.clone()),
    ]);
    let profile = profile(ui, beside, &label);
    let mut both = el("div|cols a57");
    if beside.rows.len() > 2 {
        let [narrow, wide] = [288.0, 400.0].map(|width| radar(&profile, width));
        both = both.el(chart::around([&narrow, &wide], None));
    }
    let both = both.el(el("div|stack").el(rows.el(marks::axis(ui))));
    el("div|stack after|part=chart")
        .el(keys)
        .el(both)
        .el(el("div|foot")
            .el(table(ui, Key::ReferenceTitle, heads, body))
            .el(chart::save(ui, dumbbell(&profile))))
}

/// How far an area is above or below.
fn words_of(ui: &Ui, row: &ReferenceRow) -> AttrValue {
    let Some(by) = row.difference else {
        return ui.t(Key::ResultsNoneShort);
    };
    let points = size(ui, by);
    match direction(by) {
        1 => ui.fill(Key::ReferenceAreaAbove, &[("points", &points)]),
        -1 => ui.fill(Key::ReferenceAreaBelow, &[("points", &points)]),
        _ => ui.t(Key::ReferenceAreaLevel),
    }
}

/// Both profiles, for pictures.
fn profile(ui: &Ui, beside: &Beside, label: &AttrValue) -> Profile {
    let item = |row: &ReferenceRow| Item {
        name: [&*ui.whole(row.number), " ", &*row.title].concat().into(),
        short: row.short.clone(),
        own: row.score.map(|score| ui.mark(score)),
        other: Some(ui.mark(row.reference)),
        change: row.difference.map(|by| signed(ui, by)).unwrap_or_default(),
        ..Item::default()
    };
    Profile {
        title: ui.said(Key::ReferenceTitle),
        reading: chart::words(&finding(ui, beside)),
        names: Names {
            item: ui.said(Key::ResultsArea),
            own: ui.said(Key::CompareThis),
            other: chart::words(label),
            change: ui.said(Key::ReferenceDifference),
            ..Names::default()
        },
        ticks: ui.ticks(),
        none: ui.said(Key::ResultsNoneShort),
        items: beside.rows.iter().map(item).collect(),
        ..Profile::default()
    }
}
