//! The clipboard, and the address of the page.

use super::{field, message};
use crate::config::{field as member, text};
use crate::effects::more::then;
use crate::shell::Shell;
use gca_session::whole::device::{Copied, Msg};
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen::JsCast;

/// The address of the page without its fragment; `None` where nobody could follow a link to it.
pub(crate) fn page_address() -> Option<String> {
    let href = text(&member(&js_sys::global(), "location"), "href");
    let page = href.split('#').next().unwrap_or_default();
    page.starts_with("http").then(|| page.to_owned())
}

/// What the address of the page has as its code, if it has one.
pub(super) fn code_in_address() -> Option<String> {
    let hash = text(&member(&js_sys::global(), "location"), "hash");
    let has_code = hash.starts_with("#gca=") || hash.contains("&gca=");
    has_code.then_some(hash)
}

/// Copies what a field shows. Where the browser does not allow that, the text is selected.
pub(super) fn copy(shell: &Rc<Shell>, what: Copied) {
    let Some(shown) = field(shell, &["#", what.field()].concat()) else {
        return;
    };
    let clipboard = member(&member(&js_sys::global(), "navigator"), "clipboard");
    let write: Result<Function, _> = member(&clipboard, "writeText").dyn_into();
    let promise = write
        .ok()
        .and_then(|write| write.call1(&clipboard, &shown.value().into()).ok())
        .and_then(|promise| promise.dyn_into::<Promise>().ok());
    let (come, gone) = (shell.clone(), shell.clone());
    let select = move || {
        let _ = shown.focus();
        shown.select();
        gone.dispatch(message(Msg::Copied(what, false)));
    };
    match promise {
        Some(promise) => {
            let come = Closure::once_into_js(move |_: JsValue| {
                come.dispatch(message(Msg::Copied(what, true)));
            });
            let gone = Closure::once_into_js(move |_: JsValue| select());
            then(&promise, &come, &gone);
        }
        None => select(),
    }
}
