//! What the room answered.

mod results;
mod row;

pub(crate) use row::told;
pub(super) use row::{agreement, flag_key, level_name, numbered, percent, say, votes, when_few};

use crate::app::Shown;
use crate::dom::{el, El, Kind, Send};
use crate::effects::workshop::message;
use crate::ui::Ui;
use gca_engine::Flag;
use gca_session::whole::workshop::answers::{most, rows, Msg, Order};
use gca_session::whole::workshop::{Msg as Any, Paper};
use gca_session::{Key, WholeMsg};
use std::rc::Rc;
use yew::AttrValue;

/// The readings that can be chosen from, in the order of the field.
const FLAGS: [Flag; 4] = [Flag::Discuss, Flag::Mixed, Flag::Agree, Flag::Few];

/// Rows that are drawn at first.
const FIRST: usize = 4;

pub(super) fn answers(ui: &Ui) -> El {
    let n = ui.model.room().all.n;
    let page = el("section|section").kid(ui.h(1, "t2", Key::WorkshopAnswers));
    if n == 0 {
        return page.el(ui.p("muted", Key::RoomNone));
    }
    page.el(el("p|lead").text(headline(ui, n)))
        .el(list(ui))
        .el_if(super::may(ui, 1), || results::results(ui))
}

/// How many they are, and what they disagree on most.
fn headline(ui: &Ui, n: usize) -> AttrValue {
    let room = ui.model.room();
    let found = match most(ui.model) {
        Some(row) => ui.fill(
            Key::RoomMost,
            &[
                ("number", &ui.number(row.number)),
                ("percent", &percent(ui, row.told.consensus)),
            ],
        ),
        None if room
            .all
            .questions
            .iter()
            .any(|told| told.numbers.valid >= 3) =>
        {
            ui.t(Key::RoomAgreed)
        }
        None => ui.t(Key::RoomTooFew),
    };
    [&*ui.count(Key::RoomPeople, n), " ", &*found]
        .concat()
        .into()
}

fn list(ui: &Ui) -> El {
    let state = ui.model.workshop().answers;
    let all = rows(ui.model);
    let mut list = el("ol|dists");
    // A few rows fill the display; the others follow.
    let first = if state.by_group { 1 } else { FIRST };
    let shown = state.shown().min(all.len());
    let lane = &ui.shell.workshop.portions.list;
    let further = (1..shown.div_ceil(first)).filter(|n| lane.may(*n)).count();
    let most = shown.min(first * (1 + further));
    let (count, is_empty) = (all.len(), all.is_empty());
    for row in all.into_iter().take(most) {
        let key = row.source;
        list = list.kid(ui.block(Shown::Told(Rc::new(row)), key));
    }
    let left = count.saturating_sub(state.shown());
    let more = || {
        let words = ui.count(Key::RoomMore, left);
        el("p|after").el(ui.button(message(Any::Answers(Msg::More)), words))
    };
    let save = ui.button(message(Any::Answers(Msg::Save)), ui.t(Key::RoomSave));
    el("div|stack")
        .el(fields(ui))
        .el(el("p|small muted|role=status").text(ui.count(Key::RoomCount, count)))
        .el_if(is_empty, || ui.p("", Key::RoomNoMatch))
        .el_if(!is_empty, || ui.p("small muted", Key::RoomBars))
        .el(list)
        .el_if(left > 0, more)
        .el(el("p|after").el(save))
        .el(super::talk::saved(ui, |paper| paper == Paper::Answers))
}

/// A field with a choice.
pub(super) fn field(ui: &Ui, id: &'static str, label: Key, options: Vec<(AttrValue, bool)>) -> El {
    let mut select = el("select|input").attr("id", AttrValue::Static(id));
    for (at, (words, is_on)) in options.into_iter().enumerate() {
        select = select.el(el("option")
            .attr("value", crate::format::integer(at).into())
            .attr_if(is_on, "selected", "selected")
            .label(words));
    }
    select.attr("aria-label", ui.t(label))
}

fn fields(ui: &Ui) -> El {
    let state = ui.model.workshop().answers;
    let orders = [Order::Disagreement, Order::Bank];
    let keys = [Key::RoomByDisagreement, Key::RoomByOrder];
    let order = orders.iter().zip(keys);
    let order = order.map(|(order, key)| (ui.t(key), *order == state.order));
    let mut areas = vec![(ui.t(Key::RoomAllAreas), state.area.is_none())];
    for (at, area) in ui.model.texts().areas.iter().enumerate() {
        let words = [&*ui.whole(at + 1), " ", &*area.title].concat();
        areas.push((words.into(), state.area == Some(at)));
    }
    let mut flags = vec![(ui.t(Key::RoomAllFlags), state.flag.is_none())];
    for flag in FLAGS {
        flags.push((ui.t(flag_key(flag)), state.flag == Some(flag)));
    }
    let labelled = |label: Key, field: El| el("label|label small").t(ui, label).el(field);
    let sort: fn(usize, Rc<str>) -> WholeMsg = |_, value| {
        send(Msg::Sort(match &*value {
            "1" => Order::Bank,
            _ => Order::Disagreement,
        }))
    };
    let area: fn(usize, Rc<str>) -> WholeMsg =
        |_, value| send(Msg::Area(at(&value).checked_sub(1)));
    let flag: fn(usize, Rc<str>) -> WholeMsg = |_, value| {
        let at = at(&value).checked_sub(1);
        send(Msg::Flag(at.and_then(|at| FLAGS.get(at)).copied()))
    };
    let change = |field: El, made| field.on(Kind::Change, ui.shell, Send::Value(0, made));
    let mut row = el("div|row toolbar room-fields")
        .el(labelled(
            Key::RoomSort,
            change(field(ui, "room-sort", Key::RoomSort, order.collect()), sort),
        ))
        .el(labelled(
            Key::RoomArea,
            change(field(ui, "room-area", Key::RoomArea, areas), area),
        ))
        .el(labelled(
            Key::RoomFlag,
            change(field(ui, "room-flag", Key::RoomFlag, flags), flag),
        ));
    let has_groups = ui.model.room().has_groups();
    row = row.el_if(has_groups, || {
        let box_ = el("input||type=checkbox").checked(state.by_group);
        let msg = message(Any::Answers(Msg::Groups(!state.by_group)));
        el("label|choice")
            .el(box_.on(Kind::Change, ui.shell, Send::Msg(msg)))
            .el(el("span").t(ui, Key::RoomByGroup))
    });
    row
}

fn send(msg: Msg) -> WholeMsg {
    WholeMsg::Workshop(Any::Answers(msg))
}

fn at(value: &str) -> usize {
    value.parse().unwrap_or_default()
}
