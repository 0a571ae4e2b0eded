//! Keys on the question that the room sees, in either window. Nothing is listened to anywhere else.

use super::Act;
use gca_session::whole::workshop::present::{Msg, Timed};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// What a key means; it is nobody else's then.
pub(super) fn meant(event: &Event, is_rtl: bool) -> Option<Act> {
    let key: &KeyboardEvent = event.unchecked_ref();
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return None;
    }
    let on_button = || {
        let target = event.composed_path().get(0);
        let name = target.unchecked_into::<Element>().local_name();
        name == "button"
    };
    let act = match &*key.key() {
        "ArrowRight" => Act::Do(turn(!is_rtl)),
        "ArrowLeft" => Act::Do(turn(is_rtl)),
        // Of projectors' remote controls.
        "PageDown" => Act::Do(Msg::Next),
        "PageUp" => Act::Do(Msg::Previous),
        " " if !on_button() => Act::Do(Msg::Turn),
        "t" | "T" => Act::Do(Msg::Ask(Timed::Turn)),
        "f" | "F" => Act::Full,
        "Escape" => Act::Do(Msg::Close),
        _ => return None,
    };
    event.prevent_default();
    event.stop_propagation();
    (!key.repeat()).then_some(act)
}

fn turn(is_forward: bool) -> Msg {
    match is_forward {
        true => Msg::Next,
        false => Msg::Previous,
    }
}
