//! What the element calls. Values that cross are plain JSON values.

use crate::app::{App, Props, Shown};
use crate::config;
use crate::shell::{Host, Shell};
use gca_session::Msg;
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::prelude::{wasm_bindgen, JsValue};
use web_sys::Element;

/// Prepares the module, once: `on_panic(message, location)` is called before a panic stops it.
#[wasm_bindgen]
pub fn setup(on_panic: Function) {
    yew::set_custom_panic_hook(Box::new(move |info| {
        let payload = info.payload();
        let message = payload
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
            .unwrap_or_default();
        let file = info.location().map_or("", |l| l.file());
        let line = info.location().map_or(0, |l| l.line());
        let place = [file, ":", &crate::format::integer(line as usize)].concat();
        let _ = on_panic.call2(&JsValue::NULL, &message.into(), &place.into());
    }));
}

/// Draws the assessment into an element and keeps it going.
///
/// # Errors
/// An `Error` with a `code` if the bank or its texts cannot be read.
#[wasm_bindgen]
pub fn start(root: Element, config: JsValue, host: Host) -> Result<AppHandle, JsValue> {
    let setting = config::read(&config)?;
    let shell = Shell::open(root.clone(), setting, host);
    let props = Props {
        shell: shell.clone(),
        shown: Shown::Page,
        catalog: shell.model.borrow().catalog().clone(),
    };
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    Ok(AppHandle {
        shell,
        app: Some(app),
    })
}

/// A running assessment.
#[wasm_bindgen]
pub struct AppHandle {
    shell: Rc<Shell>,
    app: Option<yew::AppHandle<App>>,
}

#[wasm_bindgen]
impl AppHandle {
    /// Answers, notes and the place, as they are kept.
    #[wasm_bindgen(js_name = exportAnswers)]
    pub fn export_answers(&self) -> JsValue {
        self.shell.snapshot()
    }

    /// Takes answers and notes; what the bank does not know is kept aside.
    ///
    /// # Errors
    /// An `Error` with a `code` if this is not an answers object, or one for another bank or of a
    /// newer format; nothing has changed then.
    #[wasm_bindgen(js_name = importAnswers)]
    pub fn import_answers(&self, value: JsValue) -> Result<JsValue, JsValue> {
        let snapshot = config::snapshot(&value, &self.shell.bank_id())?;
        self.shell.dispatch(Msg::Import(snapshot));
        Ok(self.shell.report())
    }

    /// Deletes answers and notes, here and where they are kept.
    pub fn reset(&self) {
        self.shell.dispatch(Msg::Delete);
    }

    /// The answers alone: question id to value.
    pub fn answers(&self) -> JsValue {
        js_sys::Reflect::get(&self.shell.snapshot(), &"answers".into()).unwrap_or_default()
    }

    /// The outcome of the answers as they stand; null if nothing applies.
    pub fn assessment(&self) -> JsValue {
        self.shell.assessment()
    }

    /// Called when the page is hidden or left: saves again if the last save failed.
    pub fn hidden(&self) {
        self.shell.save_again();
    }

    /// What another program needs to go on where this one is; see the member `handover` of the
    /// configuration.
    pub fn handover(&self) -> JsValue {
        self.shell.handover()
    }

    /// Called when the whole program was asked for and could not be fetched.
    pub fn missing(&self) {
        self.shell.dispatch(Msg::Missing);
    }

    /// Called when another page changed the storage.
    #[wasm_bindgen(js_name = storageEvent)]
    pub fn storage_event(&self, key: Option<String>) {
        self.shell.storage_changed(key.as_deref());
    }

    /// Changes the language of texts and numbers; answers, place and focus stay.
    ///
    /// # Errors
    /// An `Error` with a `code` if the texts do not fit the bank.
    pub fn configure(&self, config: JsValue) -> Result<(), JsValue> {
        self.shell.relabel(config::read(&config)?);
        Ok(())
    }

    /// Stops it and clears the element.
    pub fn destroy(mut self) {
        self.shell.close();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    /// The first two letters of the plural category of every number below `until`.
    #[cfg(feature = "test-hooks")]
    pub fn plurals(&self, language: &str, until: u32) -> String {
        let names = (0..until).map(|n| gca_session::plural::category(language, n).name());
        names
            .map(|name| name.get(..2).unwrap_or_default())
            .collect()
    }

    /// Panics, so that the recovery can be tested.
    #[cfg(feature = "test-hooks")]
    #[allow(clippy::panic)]
    pub fn crash(&self) {
        panic!("forced by a test");
    }
}
