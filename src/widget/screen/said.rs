//! What was done in the user's name, said aloud.

use crate::dom::el;
use crate::dom::El;
use crate::ui::Ui;
use gca_session::whole::Said;
use gca_session::Key;
use yew::AttrValue;

/// A polite region; the same words a second time are said again.
pub(crate) fn said(ui: &Ui) -> El {
    let place = el("p|vh|role=status");
    match ui.model.said() {
        Some((said, count)) => place.el(el("span").key(count).text(words(ui, said))),
        None => place,
    }
}

pub(super) fn words(ui: &Ui, said: Said) -> AttrValue {
    let (key, number) = match said {
        Said::Cleared(n) => return ui.count(Key::UndoCleared, n),
        Said::Restored(n) => return ui.count(Key::UndoRestored, n),
        Said::Standard => return ui.t(Key::WeightsBack),
        Said::TakenBack(number) => (Key::UndoTaken, number),
        Said::ChangedBack(number) => (Key::UndoBack, number),
        Said::ChangedAgain(number) => (Key::UndoAgain, number),
        Said::Removed(number) => (Key::EvidenceRemoved, number),
        Said::PutBack(number) => (Key::EvidenceReturned, number),
    };
    ui.fill(key, &[("number", &ui.number(number))])
}
