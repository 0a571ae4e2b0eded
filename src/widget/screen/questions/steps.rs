//! Undo and redo in the bar, and the keys at the foot of the page.

use crate::dom::{el, El};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::{Key, Msg, WholeMsg};

/// Undo and redo, always in reach.
pub(super) fn steps(ui: &Ui) -> El {
    let mut group = el("div|steps|role=group").attr("aria-label", ui.t(Key::UndoLabel));
    for (msg, can, mark, key) in [
        (
            WholeMsg::Undo,
            ui.model.can_undo(),
            Icon::Undo,
            Key::UndoUndo,
        ),
        (
            WholeMsg::Redo,
            ui.model.can_redo(),
            Icon::Redo,
            Key::UndoRedo,
        ),
    ] {
        let button = el("button|btn square|type=button|part=button")
            .attr_if(!can, "disabled", "")
            .attr("title", ui.t(key))
            .click(ui.shell, Msg::Whole(msg))
            .kid(icon(mark))
            .el(el("span|wide").t(ui, key))
            .attr("aria-label", ui.t(key));
        group = group.el(button);
    }
    group
}

/// Which keys do what, for who wants to know.
pub(super) fn keys(ui: &Ui) -> El {
    let mut list = el("dl|keys");
    for (key, words) in [
        (Key::KeysTab, Key::KeysTabText),
        (Key::KeysArrows, Key::KeysArrowsText),
        (Key::KeysSpace, Key::KeysSpaceText),
        (Key::KeysDigits, Key::KeysDigitsText),
        (Key::KeysZero, Key::KeysZeroText),
    ] {
        let row = el("div")
            .el(el("dt|strong").t(ui, key))
            .el(el("dd").t(ui, words));
        list = list.el(row);
    }
    let body = el("div|disc-body stack-s")
        .el(ui.p("", Key::KeysLead))
        .el(list);
    el("details|disc keys-help")
        .el(el("summary").t(ui, Key::KeysTitle))
        .el(body)
}
