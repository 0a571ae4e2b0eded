//! Steps by rank, with the choices above them.

use super::{message, panel, report, row};
use crate::dom::{el, El, Kind, Send};
use crate::format::integer;
use crate::ui::Ui;
use gca_engine::Effort;
use gca_session::whole::results::STEPS_PARTS;
use gca_session::whole::steps::{ranked as view, trial, Msg, Order, Ranked, FIRST};
use gca_session::{Key, Msg as Any, Screen, WholeMsg};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The list, and what the ticked steps would bring.
pub(super) fn ranked(ui: &Ui) -> (El, Html) {
    let view = view(ui.model);
    let main = el("div|side-main");
    if view.total == 0 {
        let empty = el("div|empty")
            .kid(ui.h(1, "t3", Key::StepsTop))
            .el(ui.p("measure", Key::StepsTopText));
        let main = main.el(empty).el_if(view.open > 0, || open(ui, view.open));
        return (main, tried(ui));
    }
    let heads = el("p|row between xs muted|aria-hidden=true")
        .el(el("span").t(ui, Key::StepsStep))
        .el(el("span").t(ui, Key::StepsGain));
    let mut list = el("ol|moves").attr("aria-label", ui.t(Key::NavSteps));
    for step in &view.steps {
        list = list.el(row::step(ui, step));
    }
    let hidden = view.fitting - view.steps.len();
    let all = || {
        let words = ui.count(Key::StepsMore, hidden.min(FIRST));
        el("div|row after").el(ui.button(message(Msg::More), words))
    };
    let main = main
        .el(choices(ui, &view))
        .el_if(view.fitting == 0, || none(ui))
        .el_if(view.fitting > 0, || heads)
        .el_if(view.fitting > 0, || list)
        .el_if(hidden > 0, all)
        .el_if(view.open > 0, || open(ui, view.open))
        .el(el("div|row after no-print").kid(report(ui)));
    (main, tried(ui))
}

/// What the ticked steps would bring, once its turn has come.
fn tried(ui: &Ui) -> Html {
    if ui.model.unfolded() < STEPS_PARTS {
        return Html::default();
    }
    panel::tried(ui, &trial(ui.model)).html()
}

/// Questions for which no step is known.
fn open(ui: &Ui, n: usize) -> El {
    let words = el("p|small muted").text(ui.count(Key::StepsOpen, n));
    let go = ui.link(Any::Go(Screen::Review), ui.t(Key::StepsOpenGo));
    el("div|row after").el(words).el(go)
}

fn none(ui: &Ui) -> El {
    el("div|empty")
        .kid(ui.h(1, "t3", Key::StepsNoneFit))
        .el(ui.button(message(Msg::Reset), ui.t(Key::StepsReset)))
}

fn choices(ui: &Ui, view: &Ranked) -> El {
    let mut areas = vec![(
        AttrValue::default(),
        ui.t(Key::StepsAreaAll),
        view.area.is_none(),
    )];
    for (at, number, title) in &view.areas {
        let words = [&*ui.whole(*number), " ", title].concat().into();
        areas.push((integer(*at).into(), words, view.area == Some(*at)));
    }
    let efforts = [
        (None, Key::StepsEffortAny),
        (Some(Effort::Low), Key::StepsEffortLow),
        (Some(Effort::Medium), Key::StepsEffortMedium),
    ];
    let efforts = efforts.map(|(effort, key)| {
        let value = effort.map_or("", Effort::id);
        (AttrValue::Static(value), ui.t(key), view.effort == effort)
    });
    let mut actors = vec![(
        AttrValue::default(),
        ui.t(Key::StepsActorAll),
        view.actor.is_empty(),
    )];
    for actor in &view.actors {
        let value: AttrValue = actor.clone().into();
        actors.push((value.clone(), value, view.actor == *actor));
    }
    let orders = [
        (Order::Priority, "", Key::StepsOrderPriority),
        (Order::Gain, "gain", Key::StepsOrderGain),
        (Order::Area, "area", Key::StepsOrderArea),
    ];
    let orders =
        orders.map(|(order, name, key)| (AttrValue::Static(name), ui.t(key), view.order == order));
    let made = |key: Key, options: Vec<(AttrValue, AttrValue, bool)>, made| {
        choice(ui, ui.t(key), options, made)
    };
    el("div|choices toolbar no-print")
        .el(made(Key::StepsArea, areas, |_, value| {
            message_of(Msg::Area(place(&value)))
        }))
        .el(made(Key::StepsEffort, efforts.into(), |_, value| {
            let effort = (!value.is_empty()).then(|| Effort::from_id(&value));
            message_of(Msg::Effort(effort))
        }))
        .el(made(Key::StepsActor, actors, |_, value| {
            message_of(Msg::Actor(value))
        }))
        .el(made(Key::StepsOrder, orders.into(), |_, value| {
            message_of(Msg::Sort(match &*value {
                "gain" => Order::Gain,
                "area" => Order::Area,
                _ => Order::Priority,
            }))
        }))
        .el(el("p|vh|role=status").text(ui.count(Key::StepsShown, view.fitting)))
}

fn message_of(msg: Msg) -> WholeMsg {
    WholeMsg::Steps(msg)
}

/// A position in digits; none if there are none.
fn place(value: &Rc<str>) -> Option<usize> {
    let digits = value
        .bytes()
        .map(|digit| usize::from(digit.wrapping_sub(b'0')));
    (!value.is_empty()).then(|| digits.fold(0, |n, digit| 10 * n + digit))
}

/// A choice with its label.
fn choice(
    ui: &Ui,
    label: AttrValue,
    options: Vec<(AttrValue, AttrValue, bool)>,
    made: fn(usize, Rc<str>) -> WholeMsg,
) -> El {
    let mut field = el("select|input small").on(Kind::Change, ui.shell, Send::Value(0, made));
    for (value, words, is_chosen) in options {
        let option = el("option").attr("value", value);
        let option = option.attr_if(is_chosen, "selected", "selected");
        field = field.el(option.label(words));
    }
    el("label|small")
        .el(el("span").text(label))
        .kid(Html::default())
        .el(field)
}
