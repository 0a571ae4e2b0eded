//! Number keys on the answers of a question. Nothing is listened to anywhere else, and nothing while
//! somebody types.

use gca_session::Msg;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

/// What a key does that is pressed inside question `at`. A key that does something, or would if the
/// question had more options, is nobody else's: the shortcuts of the host must not fire as well.
pub(super) fn pressed(event: &Event, at: usize) -> Option<Msg> {
    let key: &KeyboardEvent = event.dyn_ref()?;
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    if !matches!(&*input.type_(), "radio" | "checkbox") {
        return None;
    }
    let digit = digit(key)?;
    event.prevent_default();
    event.stop_propagation();
    if key.repeat() {
        return None;
    }
    let Some(place) = digit.checked_sub(1) else {
        return Some(Msg::Clear(at));
    };
    // A click of its own: the browser sees to what belongs to a group, and the answer comes as ever.
    let question = input.closest("fieldset").ok().flatten()?;
    let options = question
        .query_selector_all(".rung input, .own input")
        .ok()?;
    let option: HtmlElement = options.item(place)?.dyn_into().ok()?;
    let _ = option.focus();
    option.click();
    None
}

/// The digit of a key that is pressed alone. On keyboards where the row of digits has other signs,
/// as in France, the key counts, with or without Shift.
fn digit(key: &KeyboardEvent) -> Option<u32> {
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return None;
    }
    let code = key.code();
    let of_row = || code.strip_prefix("Digit").filter(|_| !key.shift_key());
    single(&key.key()).or_else(|| single(of_row()?))
}

/// The digit that a text is.
fn single(text: &str) -> Option<u32> {
    match text.as_bytes() {
        [digit @ b'0'..=b'9'] => Some((digit - b'0').into()),
        _ => None,
    }
}
