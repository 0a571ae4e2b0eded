//! Clearing all answers: the button, the question, and what was done.

use crate::dom::{el, El, Kind, Send};
use crate::icon::{icon, Icon};
use crate::screen::said;
use crate::ui::Ui;
use gca_session::whole::Said;
use gca_session::{Key, Msg, WholeMsg};
use yew::Html;

pub(super) fn section(ui: &Ui) -> El {
    let ask = ui.button(Msg::Whole(WholeMsg::AskClear), ui.t(Key::ClearTitle));
    el("section|section rule row between")
        .el(ui.p("small muted", Key::ClearText))
        .el(ask.attr("id", "clear".into()))
}

/// Says that all answers are cleared, or are back, with the way back. Not spoken: the region for
/// that says the same.
pub(super) fn cleared(ui: &Ui) -> Html {
    let (words, msg, key) = match ui.model.said() {
        Some((said @ Said::Cleared(_), _)) => {
            (said::words(ui, said), WholeMsg::Undo, Key::UndoUndo)
        }
        Some((said @ Said::Restored(_), _)) => {
            (said::words(ui, said), WholeMsg::Redo, Key::UndoRedo)
        }
        _ => return Html::default(),
    };
    let words = el("div|row between")
        .el(el("p").text(words))
        .el(ui.button(Msg::Whole(msg), ui.t(key)));
    el("div|notice cleared|part=notice")
        .kid(icon(Icon::Info))
        .el(words)
        .html()
}

/// Asks before clearing; the safe choice has the focus, described by what is asked.
pub(super) fn dialog(ui: &Ui) -> Html {
    if !ui.model.is_clearing() {
        return Html::default();
    }
    let answers = ui.count(Key::DeleteAnswers, ui.model.answer_count());
    let both = ui.model.quick_count() > 0 && ui.model.only_mode().is_none();
    let key = if both {
        Key::ClearAskBoth
    } else {
        Key::ClearAskText
    };
    let words = ui.fill(key, &[("answers", &answers)]);
    let keep = Msg::Whole(WholeMsg::KeepAnswers);
    let clear = el("button|btn danger|type=button").click(ui.shell, Msg::Whole(WholeMsg::ClearAll));
    let safe =
        el("button|btn safe|type=button|aria-describedby=clr-p").click(ui.shell, keep.clone());
    let buttons = el("div|row")
        .el(clear.t(ui, Key::ClearClear))
        .el(safe.t(ui, Key::ClearKeep));
    let body = el("div|stack")
        .el(el("h2|t3|id=clr-h").t(ui, Key::ClearAsk))
        .el(el("p||id=clr-p").text(words))
        .el(buttons);
    el("dialog|dialog|aria-labelledby=clr-h")
        .on(Kind::Cancel, ui.shell, Send::Msg(keep))
        .el(body)
        .html()
}
