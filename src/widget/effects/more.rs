//! The texts that the first screen does not need.

use crate::config::{field, strings, text};
use gca_session::More;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Reads explanation and evidence of each question.
pub(crate) fn read(value: &JsValue) -> More {
    let list: Array = field(value, "questions").dyn_into().unwrap_or_default();
    More {
        questions: list
            .into_iter()
            .map(|q| {
                (
                    text(&q, "help").into(),
                    strings(&field(&q, "evidence")).collect(),
                )
            })
            .collect(),
    }
}

/// Calls one of two functions when a promise is settled, without the machinery of futures.
pub(crate) fn then(promise: &Promise, come: &JsValue, gone: &JsValue) {
    let then = Reflect::get(promise, &"then".into());
    if let Ok(Ok(then)) = then.map(JsCast::dyn_into::<Function>) {
        let _ = then.call2(promise, come, gone);
    }
}
