//! What is kept in the browser, and how it comes back.

use super::Shell;
use crate::config;
use crate::effects::storage;
use gca_session::keeper::{News, Stamp};
use gca_session::{Model, Msg, Persist, Saving, Snapshot};
use js_sys::Object;
use std::rc::Rc;
use wasm_bindgen::prelude::JsValue;

impl Shell {
    /// What another tab did while nobody looked is seen now, or it would be taken for a conflict.
    pub(super) fn catch_up(&self) {
        if let Some(shelf) = storage::shelf(self.persist()) {
            self.keeper.borrow_mut().catch_up(&shelf);
        }
    }

    /// What another program needs to go on where this one is.
    pub(crate) fn handover(&self) -> JsValue {
        let given = Object::new();
        self.catch_up();
        let keeper = self.keeper.borrow();
        config::set(&given, "writer", &keeper.writer().into());
        config::set(&given, "place", &keeper.place().into());
        config::set(&given, "sequence", &(keeper.sequence() as f64).into());
        config::set(&given, "snapshot", &self.snapshot_text().into());
        let marks = self.model.borrow().marks();
        let marks: js_sys::Array = marks.into_iter().map(JsValue::from).collect();
        config::set(&given, "marks", &marks);
        given.into()
    }

    pub(super) fn reopen(self: &Rc<Self>, older: bool) {
        let persist = self.persist();
        if persist == Persist::None {
            return;
        }
        let found = match storage::shelf(persist) {
            Some(shelf) => self.keeper.borrow_mut().open(&shelf, older),
            None => storage::denied(),
        };
        let snapshot = found.payload.as_deref().and_then(parse);
        self.dispatch(Msg::Opened(found, snapshot));
    }

    pub(super) fn save(self: &Rc<Self>) {
        let text = self.snapshot_text();
        let now = js_sys::Date::now();
        let result = {
            let model = self.model.borrow();
            let stamp = stamp(&model, now);
            match storage::shelf(model.persist()) {
                Some(mut shelf) => {
                    let mut keeper = self.keeper.borrow_mut();
                    #[cfg(feature = "whole")]
                    self.device
                        .settle(&self.host, model.persist(), &mut keeper, &shelf);
                    let saved = keeper.save(&mut shelf, &text, stamp);
                    #[cfg(feature = "whole")]
                    if saved.is_ok() {
                        self.device.saved(&mut shelf);
                    }
                    saved
                }
                None => Err(gca_session::keeper::Trouble::Denied),
            }
        };
        self.change(Msg::Saved(result.map(|()| now)));
    }

    /// Saves a copy nowhere.
    pub(super) fn rehearse_saving(&self, copy: &Model) {
        let text = text(copy);
        let mut keeper = self.keeper.borrow().clone();
        let _ = keeper.save(&mut storage::Nowhere::default(), &text, stamp(copy, 0.0));
    }

    /// Saves if the last change is not kept; the page may be gone in a moment.
    pub(crate) fn save_again(self: &Rc<Self>) {
        let saving = self.model.borrow().saving();
        use gca_session::keeper::Trouble::{Denied, Full};
        if matches!(saving, Saving::Pending | Saving::Failed(Denied | Full)) {
            self.dispatch(Msg::Retry);
        }
    }

    pub(crate) fn storage_changed(self: &Rc<Self>, key: Option<&str>) {
        let keeper = self.keeper.borrow();
        let ours = key.is_none_or(|key| keeper.keys().contains(&key));
        let shelf = storage::shelf(self.persist()).filter(|_| ours);
        let news = shelf.and_then(|shelf| keeper.elsewhere(&shelf));
        drop(keeper);
        match news {
            Some(News::Changed(_)) => self.dispatch(Msg::Elsewhere),
            Some(News::Gone) => self.dispatch(Msg::Vanished),
            None => {}
        }
        #[cfg(feature = "whole")]
        crate::effects::device::list(self);
        #[cfg(feature = "whole")]
        crate::effects::workshop::storage_changed(self, key);
    }

    pub(crate) fn snapshot(&self) -> JsValue {
        js_sys::JSON::parse(&self.snapshot_text()).unwrap_or_default()
    }

    pub(super) fn snapshot_text(&self) -> String {
        text(&self.model.borrow())
    }
}

/// A snapshot as JSON.
fn text(model: &Model) -> String {
    let number = |x| {
        let text = js_sys::Number::from(x).to_string_with_radix(10);
        text.map(String::from).unwrap_or_default()
    };
    model.snapshot_text(&number)
}

fn stamp(model: &Model, now: f64) -> Stamp<'_> {
    let bank = model.bank();
    Stamp {
        now,
        version: bank.version(),
        hash: bank.hash(),
    }
}

fn parse(text: &str) -> Option<Snapshot> {
    let value = js_sys::JSON::parse(text).ok()?;
    value.is_object().then(|| crate::json::read(&value))
}

/// An id for this open page, to tell its saves from those of another tab.
pub(super) fn writer() -> String {
    let n = js_sys::Math::random() * 1e15;
    String::from(
        js_sys::Number::from(n.floor())
            .to_string_with_radix(36)
            .unwrap_or_default(),
    )
}
