//! What the room sees of a question, and where the trainer opens it.

mod stage;

use crate::dom::{el, El, Kind, Send};
use crate::effects::workshop::message;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::whole::workshop::exercise::shown;
use gca_session::whole::workshop::present::{seen, Msg, Place, LENGTHS};
use gca_session::whole::workshop::{Msg as Workshop, Part};
use gca_session::{Key, WholeMsg};
use stage::{material, stage};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Where it is opened. A second window is led from here, whichever part is open.
pub(super) fn panel(ui: &Ui) -> Html {
    let workshop = ui.model.workshop();
    let on = workshop.present.on;
    let is_far = on == Some(Place::Window);
    if !is_far && !matches!(workshop.part, Part::Answers | Part::Talk | Part::Exercise) {
        return Html::default();
    }
    let open = |place| message(Workshop::Present(Msg::Open(place)));
    let window = ui.button(open(Place::Window), ui.t(Key::PresentWindow));
    let tools = el("div|row")
        .el(length(ui))
        .el(window.attr("id", AttrValue::Static("present")))
        .el(ui.button(open(Place::Screen), ui.t(Key::PresentScreen)));
    let lead = match is_far {
        true => Key::PresentOn,
        false => Key::PresentLead,
    };
    let is_blocked = workshop.present.is_blocked && on.is_none();
    let section = el("section|section to-room")
        .kid(ui.h(1, "t2", Key::PresentTitle))
        .el(ui.p("", lead))
        .el_if(is_blocked, || blocked(ui))
        .el(tools)
        .el(ui.p("small muted", Key::PresentKeys));
    section
        .kid(match is_far {
            true => content(ui, Place::Window),
            false => Html::default(),
        })
        .html()
}

/// What the room sees: what the exercise shows, or else a question.
fn content(ui: &Ui, place: Place) -> Html {
    if let Some(shown) = shown(ui.model, js_sys::Date::now()) {
        return material(ui, &shown, place).html();
    }
    match seen(ui.model) {
        Some(seen) => stage(ui, &seen, place).html(),
        None => Html::default(),
    }
}

/// On the trainer's own display: a dialog, so that nothing else of the page is in the way of keys and ears.
pub(super) fn dialog(ui: &Ui) -> Html {
    let is_near = ui.model.workshop().present.on == Some(Place::Screen);
    if !is_near {
        return Html::default();
    }
    let close = message(Workshop::Present(Msg::Close));
    el("dialog|to-all")
        .attr("aria-label", ui.t(Key::PresentTitle))
        .on(Kind::Cancel, ui.shell, Send::Msg(close))
        .kid(content(ui, Place::Screen))
        .html()
}

fn blocked(ui: &Ui) -> El {
    el("div|notice warn|role=alert")
        .kid(icon(Icon::Warn))
        .el(ui.p("", Key::PresentBlocked))
}

/// How long each question is discussed.
fn length(ui: &Ui) -> El {
    let chosen = ui.model.workshop().present.timer.minutes;
    let send = Send::Value(0, minutes);
    let mut field = el("select|input").on(Kind::Change, ui.shell, send);
    for minutes in LENGTHS {
        let n = minutes as usize;
        let option = el("option").attr("value", crate::format::integer(n).into());
        field = field.el(option
            .attr_if(minutes == chosen, "selected", "selected")
            .label(ui.count(Key::PresentMinutes, n)));
    }
    el("label|label").t(ui, Key::PresentLength).el(field)
}

fn minutes(_: usize, chosen: Rc<str>) -> WholeMsg {
    let minutes = chosen.parse().unwrap_or(1);
    WholeMsg::Workshop(Workshop::Present(Msg::Minutes(minutes)))
}
