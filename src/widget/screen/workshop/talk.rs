//! What the room agrees on.

mod end;
mod question;

use super::answers::field;
use crate::dom::{el, El, Kind, Send};
use crate::effects::workshop::message;
use crate::ui::Ui;
use gca_session::whole::workshop::answers::Order;
use gca_session::whole::workshop::talk::Msg;
use gca_session::whole::workshop::{Msg as Any, Paper};
use gca_session::{Key, WholeMsg};
use std::rc::Rc;

/// A message about talking.
fn send(msg: Msg) -> gca_session::Msg {
    message(Any::Talk(msg))
}

pub(super) fn talk(ui: &Ui) -> El {
    let page = el("section|section").kid(ui.h(1, "t2", Key::WorkshopTalk));
    if ui.model.room().all.n == 0 {
        return page.el(ui.p("muted", Key::RoomNone));
    }
    page.el(ui.p("lead", Key::TalkLead))
        .el(top(ui))
        .el(question::question(ui, ui.model.talk_at()))
        .el_if(super::may(ui, 2), || end::end(ui))
}

fn top(ui: &Ui) -> El {
    let room = ui.model.workshop();
    let done = room.talks.values().filter(|talk| talk.is_done).count();
    let values = [
        ("done", &*ui.whole(done)),
        ("all", &*ui.whole(ui.model.whole_count())),
    ];
    let orders = [
        (Order::Disagreement, Key::RoomByDisagreement),
        (Order::Bank, Key::RoomByOrder),
    ];
    let orders = orders.map(|(order, key)| (ui.t(key), order == room.table.order));
    let made: fn(usize, Rc<str>) -> WholeMsg = |_, value| {
        WholeMsg::Workshop(Any::Talk(Msg::Sort(match &*value {
            "1" => Order::Bank,
            _ => Order::Disagreement,
        })))
    };
    let order = field(ui, "talk-sort", Key::RoomSort, orders.into());
    let order = order.on(Kind::Change, ui.shell, Send::Value(0, made));
    el("div|row between")
        .el(el("label|label small").t(ui, Key::RoomSort).el(order))
        .el(el("p|num|role=status").text(ui.fill(Key::TalkProgress, &values)))
}

/// The name under which something was saved last.
pub(super) fn saved(ui: &Ui, is_here: fn(Paper) -> bool) -> El {
    let line = el("p|saved-as small|role=status");
    match &ui.model.workshop().table.saved {
        Some((paper, name)) if is_here(*paper) => {
            line.text(ui.fill(Key::TalkSaved, &[("name", name)]))
        }
        _ => line,
    }
}
