//! What a participant hands in: a QR code to hold up, the same code to send, and a file.

use crate::dom::{el, El, Kind, Send};
use crate::effects::device::message as device;
use crate::effects::workshop::{message, Hand};
use crate::ui::Ui;
use gca_session::whole::device::{Copied, Msg as Device};
use gca_session::whole::workshop::hand::{write, Msg as Do, GROUPS};
use gca_session::whole::workshop::{qr, Msg};
use gca_session::{Feature, Key, WholeMsg};
use yew::AttrValue;

/// The list of groups for a field that names it; whoever wants another writes it.
pub(crate) fn groups(ui: &Ui) -> El {
    let mut list = el("datalist||id=groups");
    if ui.shell.groups.is_empty() {
        for (_, key) in GROUPS {
            list = list.el(el("option").attr("value", ui.t(key)));
        }
    }
    for name in &ui.shell.groups {
        list = list.el(el("option").attr("value", name.clone().into()));
    }
    list
}

pub(crate) fn section(ui: &Ui) -> El {
    if ui.model.hides(Feature::Workshop) || ui.model.is_looking() || ui.model.answer_count() == 0 {
        return el("div");
    }
    let state = ui.model.hand_in();
    let make = || {
        el("button|btn|type=button|part=button")
            .on(Kind::Click, ui.shell, Send::Hand(Hand::Make))
            .t(ui, Key::HandInMake)
    };
    el("section|section rule no-print")
        .kid(ui.h(1, "t2", Key::HandInTitle))
        .el(ui.p("sub muted measure", Key::HandInText))
        .el(el("div|cols two")
            .el(field(
                ui,
                "hand-name",
                Key::HandInName,
                &state.name,
                |_, text| WholeMsg::Workshop(Msg::Hand(Do::Name(text))),
            ))
            .el(field(
                ui,
                "hand-group",
                Key::HandInGroup,
                &state.group,
                |_, text| WholeMsg::Workshop(Msg::Hand(Do::Group(text))),
            )
            .el(groups(ui))))
        .el(el("div|row after").el_if(!state.is_made, make))
        .el_if(state.is_made, || made(ui))
}

fn field(
    ui: &Ui,
    id: &'static str,
    key: Key,
    value: &std::rc::Rc<str>,
    made: fn(usize, std::rc::Rc<str>) -> WholeMsg,
) -> El {
    let field = match id {
        "hand-name" => "input|input|type=text|dir=auto|autocomplete=name|maxlength=120",
        _ => "input|input|type=text|dir=auto|autocomplete=off|maxlength=120|list=groups",
    };
    let field = el(field)
        .attr("id", AttrValue::Static(id))
        .value(value.clone().into())
        .on(Kind::Input, ui.shell, Send::Value(0, made));
    let label = el("label|label")
        .attr("for", AttrValue::Static(id))
        .t(ui, key)
        .space()
        .el(el("span|muted").t(ui, Key::QuestionOptional));
    el("div|stack-s").el(label).el(field)
}

fn made(ui: &Ui) -> El {
    let code = write(ui.model.whole_bank(), &ui.model.hand());
    let drawn = match qr::qr(&code) {
        Some(found) => drawing(ui, &found),
        None => el("span"),
    };
    let shown = el("input|input|id=hand|type=text|dir=ltr|readonly=readonly|spellcheck=false")
        .value(code.into());
    let said = match ui.model.copied() {
        Some((Copied::Hand, done)) => ui.t(match done {
            true => Key::ShareCopied,
            false => Key::ShareSelected,
        }),
        _ => AttrValue::default(),
    };
    let copy = ui.button(device(Device::Copy(Copied::Hand)), ui.t(Key::ShareCopyCode));
    let file = || {
        el("button|btn|type=button|part=button")
            .on(Kind::Click, ui.shell, Send::Hand(Hand::File))
            .t(ui, Key::HandInFile)
    };
    let hide = ui.link(message(Msg::Hand(Do::Hide)), ui.t(Key::HandInHide));
    let words = el("div|stack")
        .el(ui.p("", Key::HandInQr))
        .el(el("label|label").t(ui, Key::ShareCode).el(shown))
        .el(el("div|row")
            .el(copy)
            .el_if(!ui.model.hides(Feature::Files), file)
            .el(hide)
            .el(el("span|small|role=status").text(said)));
    el("div|cols two after hand").el(drawn).el(words)
}

/// Dark on white in every scheme: many readers know nothing else.
fn drawing(ui: &Ui, code: &qr::Qr) -> El {
    let size = crate::format::integer(code.size.unsigned_abs() as usize);
    el("svg|qr|role=img|shape-rendering=crispEdges")
        .attr("viewBox", ["0 0 ", &size, " ", &size].concat().into())
        .attr("aria-label", ui.t(Key::HandInQrLabel))
        .el(el("rect|qr-light|x=0|y=0")
            .attr("width", size.clone().into())
            .attr("height", size.into()))
        .el(el("path|qr-dark").attr("d", code.path.clone().into()))
}
