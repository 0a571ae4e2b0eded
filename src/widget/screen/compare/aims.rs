//! The target, and how far it is.

use super::marks::{axis, legend, row, size, Shape};
use super::message;
use crate::dom::{el, text, El, Kind, Send};
use crate::format::integer;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_engine::Points;
use gca_session::details::MAX_NAME;
use gca_session::whole::compare::{aims as targets, AimRow, Aims, Choice, Msg, Reach};
use gca_session::{Key, WholeMsg};
use std::rc::Rc;
use yew::AttrValue;

pub(super) fn aims(ui: &Ui) -> El {
    let aims = targets(ui.model);
    let title = el("span||id=aims|tabindex=-1").t(ui, Key::AimsTitle).html();
    let keys = || {
        legend(vec![
            (Shape::Own, ui.t(Key::CompareNow)),
            (Shape::Target, ui.t(Key::CompareTarget)),
        ])
    };
    let clear = || {
        let link = ui.link(message(Msg::ClearAims), ui.t(Key::AimsClear));
        el("div|row after").el(link)
    };
    el("section|section rule")
        .key(1000 + ui.model.cleared_aims())
        .kid(ui.heading(1, "t2", title))
        .el(el("p|sub muted measure").text(finding(ui, &aims)))
        .el_if(ui.model.is_looking(), || ui.p("small", Key::AimsLooking))
        .el_if(aims.is_set, keys)
        .el(list(ui, &aims))
        .el_if(aims.is_set, || name(ui, &aims))
        .el_if(aims.is_set, clear)
}

/// The targets, to be set: of the whole and of each area.
pub(in crate::screen) fn list(ui: &Ui, aims: &Aims) -> El {
    let mut list = el("ol|rows aims");
    for (place, view) in aims.rows.iter().enumerate() {
        list = list.el(aim(ui, place, view));
    }
    list.el(axis(ui))
}

/// What is furthest from its target, or what a target is for.
fn finding(ui: &Ui, aims: &Aims) -> AttrValue {
    if !aims.is_set {
        return ui.t(Key::AimsHint);
    }
    let mut furthest: Option<(&AimRow, f64)> = None;
    for row in &aims.rows {
        if let Some(gap) = row.gap.filter(|gap| *gap > 1e-9) {
            if furthest.is_none_or(|(_, most)| gap > most) {
                furthest = Some((row, gap));
            }
        }
    }
    match furthest {
        Some((row, gap)) => {
            let values = [("area", &*title(ui, row)), ("points", &*size(ui, gap))];
            ui.fill(Key::AimsFurthest, &values)
        }
        None if aims.rows.iter().any(|row| row.is_held) => ui.t(Key::AimsHeld),
        None if aims
            .rows
            .iter()
            .all(|row| row.target.is_none() || row.gap.is_some()) =>
        {
            ui.t(match aims.are_firm() {
                true => Key::AimsAllReached,
                false => Key::AimsAllSoFar,
            })
        }
        None => ui.t(Key::AimsHint),
    }
}

fn title(ui: &Ui, row: &AimRow) -> AttrValue {
    match row.number {
        0 => ui.t(Key::CompareAll),
        n => [&*ui.whole(n), " ", &*row.title].concat().into(),
    }
}

fn aim(ui: &Ui, place: usize, view: &AimRow) -> El {
    let title = title(ui, view);
    let score = view.points.and_then(Points::score);
    let gap = match view.reach() {
        // The dot has its number, or its row would have none.
        None => score.map_or_else(AttrValue::default, |score| ui.score(score).into()),
        Some(Reach::NoScore) => ui.t(Key::ResultsNoneShort),
        Some(Reach::Gap(gap)) => ui.fill(Key::AimsGap, &[("points", &size(ui, gap))]),
        Some(Reach::Held) => ui.t(Key::AimsHeldShort),
        Some(Reach::SoFar) => ui.t(Key::AimsSoFar),
        Some(Reach::Firm) => ui.t(Key::AimsReached),
    };
    let fields = el("div|row aim")
        .el(kind(ui, place, view, &title))
        .el_if(view.choice == Choice::Points, || {
            points(ui, place, view, &title)
        });
    let words = el("div|stack-s")
        .el(el("span|small strong").text(title.clone()))
        .el(fields)
        .el_if(view.wrong.is_some(), || wrong(ui, place, view));
    el("li")
        .el(words)
        .el(el("span|val small").text(gap))
        .kid(row(score, None, view.target))
}

fn kind(ui: &Ui, place: usize, view: &AimRow, title: &str) -> El {
    let label = ui.fill(Key::AimsKind, &[("area", title)]);
    let mut field = el("select|input small")
        .attr("aria-label", label)
        .attr_if(ui.model.is_looking(), "disabled", "disabled")
        .on(
            Kind::Change,
            ui.shell,
            Send::Value(place, |place, value| {
                WholeMsg::Compare(Msg::Aim(place, choice_of(&value)))
            }),
        );
    let mut choices = vec![(Choice::None, ui.t(Key::AimsNone))];
    for (at, stage) in ui.model.bank().stages().iter().enumerate().skip(1) {
        let from = ui.format.plain(stage.min);
        let values = [("stage", &*ui.stage(at)), ("points", &*from)];
        choices.push((Choice::Stage(at), ui.fill(Key::AimsStage, &values)));
    }
    choices.push((Choice::Points, ui.t(Key::AimsPoints)));
    for (choice, words) in choices {
        let option = el("option").attr("value", value_of(choice));
        let option = option.attr_if(view.choice == choice, "selected", "selected");
        field = field.el(option.label(words));
    }
    field
}

fn value_of(choice: Choice) -> AttrValue {
    match choice {
        Choice::None => AttrValue::Static(""),
        Choice::Points => AttrValue::Static("points"),
        Choice::Stage(at) => integer(at).into(),
    }
}

fn choice_of(value: &Rc<str>) -> Choice {
    match &**value {
        "" => Choice::None,
        "points" => Choice::Points,
        digits => {
            let digits = digits.bytes().map(|digit| usize::from(digit - b'0'));
            Choice::Stage(digits.fold(0, |n, digit| 10 * n + digit))
        }
    }
}

fn points(ui: &Ui, place: usize, view: &AimRow, title: &str) -> El {
    let label = ui.fill(Key::AimsPointsLabel, &[("area", title)]);
    let shown: AttrValue = match (&view.wrong, view.target) {
        (Some(wrong), _) => wrong.clone().into(),
        (None, Some(target)) => ui.format.plain(target).into(),
        (None, None) => AttrValue::default(),
    };
    let is_wrong = view.wrong.is_some();
    el("input|input small few|type=text|inputmode=decimal|autocomplete=off|dir=ltr")
        .attr("id", ["aim", &integer(place)].concat().into())
        .attr("aria-label", label)
        .attr_if(is_wrong, "aria-invalid", "true")
        .attr("aria-describedby", error_id(place, is_wrong))
        .attr_if(ui.model.is_looking(), "disabled", "disabled")
        .value(shown)
        .on(
            Kind::Change,
            ui.shell,
            Send::Value(place, |place, value| {
                WholeMsg::Compare(Msg::Points(place, value))
            }),
        )
}

fn error_id(place: usize, is_wrong: bool) -> AttrValue {
    if is_wrong {
        ["aim-error", &integer(place)].concat().into()
    } else {
        AttrValue::default()
    }
}

fn wrong(ui: &Ui, place: usize, view: &AimRow) -> El {
    let typed = view.wrong.clone().unwrap_or_default();
    let words = ui.fill(Key::AimsWrong, &[("typed", &typed)]);
    let words = el("span")
        .el(el("span|vh").t(ui, Key::QuestionError).space())
        .text(words);
    el("p|error-text small|role=alert")
        .attr("id", error_id(place, true))
        .kid(icon(Icon::Warn))
        .el(words)
}

/// What the target is called.
fn name(ui: &Ui, aims: &Aims) -> El {
    let field = el(
        "input|input|id=aims-name|type=text|dir=auto|autocomplete=off|aria-describedby=aims-hint",
    )
    .attr("maxlength", integer(MAX_NAME).into())
    .attr_if(ui.model.is_looking(), "disabled", "disabled")
    .value(aims.name.clone().into())
    .on(
        Kind::Change,
        ui.shell,
        Send::Value(0, |_, value| WholeMsg::Compare(Msg::Name(value))),
    );
    el("div|after aims-name")
        .el(el("label|label small|for=aims-name").kid(text(ui.t(Key::AimsName))))
        .el(el("p|hint xs muted|id=aims-hint").t(ui, Key::AimsNameHint))
        .el(field)
}
