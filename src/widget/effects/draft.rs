//! What is being typed into a field that is read when it is left.
//!
//! Yew gives such a field the value of the state with every draw, and the page is drawn for many reasons while
//! somebody types: an answer is said a second later, a clock goes on, another tab saves.

use crate::config::text;
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, ShadowRoot};

/// The field that is being typed into, with what it holds and where its caret is.
#[derive(Default)]
pub(crate) struct Draft(RefCell<Option<(Element, String, JsValue)>>);

impl Draft {
    /// Something was typed.
    pub(crate) fn keep(&self, field: Option<EventTarget>) {
        let field = field.and_then(|field| field.dyn_into::<Element>().ok());
        *self.0.borrow_mut() = field.map(|field| {
            let caret = Reflect::get(&field, &"selectionStart".into()).unwrap_or_default();
            let value = text(&field, "value");
            (field, value, caret)
        });
    }

    /// The field was read.
    pub(crate) fn read(&self) {
        *self.0.borrow_mut() = None;
    }

    /// Gives the field back what was typed, if it still has the focus, and a draw took it away.
    pub(crate) fn put_back(&self, root: &Element) {
        let draft = self.0.borrow();
        let Some((field, value, caret)) = &*draft else {
            return;
        };
        let shadow: ShadowRoot = root.get_root_node().unchecked_into();
        let is_active = shadow.active_element().as_ref() == Some(field);
        if is_active && text(field, "value") != *value {
            let _ = Reflect::set(field, &"value".into(), &value.as_str().into());
            // Fields of dates and numbers have no caret that can be set.
            if !caret.is_null() {
                let _ = Reflect::set(field, &"selectionStart".into(), caret);
                let _ = Reflect::set(field, &"selectionEnd".into(), caret);
            }
        }
    }
}
