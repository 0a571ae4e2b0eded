//! What the element hands over, read field by field.

use gca_engine::Bank;
use gca_session::{Catalog, Config, Mode, Persist, Screen, Snapshot, Texts, FORMAT};
use js_sys::{Array, Object, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// What the element hands over.
pub(crate) struct Setting {
    pub(crate) config: Config,
    pub(crate) bank: Rc<Bank>,
    pub(crate) texts: Rc<Texts>,
    pub(crate) catalog: Rc<Catalog>,
    pub(crate) language: String,
    pub(crate) direction: String,
    pub(crate) storage_key: String,
    /// Start from the save before the newest: after repeated panics on the same data.
    pub(crate) older: bool,
    /// Level of the page's own headings, 2 unless the host says otherwise.
    pub(crate) heading: u8,
    /// What another program hands over; the storage is not asked then.
    pub(crate) handover: Option<Handover>,
}

/// Where another program left off.
pub(crate) struct Handover {
    pub(crate) writer: String,
    /// Where the answers are kept.
    pub(crate) place: String,
    pub(crate) sequence: u64,
    pub(crate) snapshot: Snapshot,
    pub(crate) marks: [f64; 7],
    /// Whether the focus was in it.
    pub(crate) focus: bool,
}

fn handover(value: &JsValue) -> Option<Handover> {
    let given = field(value, "handover");
    if !given.is_object() {
        return None;
    }
    let snapshot = js_sys::JSON::parse(&text(&given, "snapshot")).ok()?;
    let mut marks = [0.0; 7];
    let list: Array = field(&given, "marks").dyn_into().unwrap_or_default();
    for (mark, value) in marks.iter_mut().zip(list.iter()) {
        *mark = value.as_f64().unwrap_or_default();
    }
    Some(Handover {
        writer: text(&given, "writer"),
        place: text(&given, "place"),
        sequence: field(&given, "sequence").as_f64().unwrap_or_default() as u64,
        snapshot: crate::json::read(&snapshot),
        marks,
        focus: field(&given, "focus").is_truthy(),
    })
}

pub(crate) fn read(value: &JsValue) -> Result<Setting, JsValue> {
    let structure = crate::json::structure(&field(value, "bank"));
    let bank = Bank::new(structure).map_err(|e| error(e.code, &e.at))?;
    let texts = Texts::read(&bank, strings(&field(value, "texts")))
        .ok_or_else(|| error("bank.texts", ""))?;
    let language = text(value, "lang");
    Ok(Setting {
        config: Config {
            mode: Mode::from_name(&text(value, "mode")),
            persist: match &*text(value, "persist") {
                "session" => Persist::Session,
                "none" => Persist::None,
                _ => Persist::Local,
            },
            start_at: Screen::from_name(&text(value, "startAt")),
            ask_who: cfg!(feature = "whole") && field(value, "askWho").is_truthy(),
            first: cfg!(not(feature = "whole")),
        },
        catalog: Rc::new(Catalog::new(
            &language,
            strings(&field(value, "ui")).collect(),
        )),
        bank: Rc::new(bank),
        texts: Rc::new(texts),
        language,
        direction: text(value, "dir"),
        storage_key: text(value, "storageKey"),
        older: field(value, "useOlderSlot").is_truthy(),
        heading: field(value, "headingLevel").as_f64().unwrap_or(2.0) as u8,
        handover: handover(value),
    })
}

/// Reads answers handed over by the host.
pub(crate) fn snapshot(value: &JsValue, bank: &str) -> Result<Snapshot, JsValue> {
    if !field(value, "answers").is_object() {
        return Err(error("import.shape", "answers"));
    }
    let snapshot = crate::json::read(value);
    if snapshot.format > FORMAT {
        return Err(error("import.newer-version", "format"));
    }
    if !snapshot.bank.is_empty() && snapshot.bank != bank {
        return Err(error("import.other-bank", &snapshot.bank));
    }
    Ok(snapshot)
}

/// A member; undefined if there is none.
pub(crate) fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

pub(crate) fn text(value: &JsValue, name: &str) -> String {
    field(value, name).as_string().unwrap_or_default()
}

/// The strings of a list; anything else in it counts as empty.
pub(crate) fn strings(value: &JsValue) -> impl Iterator<Item = Rc<str>> {
    let list: Array = value.clone().dyn_into().unwrap_or_default();
    list.into_iter()
        .map(|item| Rc::from(item.as_string().unwrap_or_default()))
}

/// An `Error` with a stable code, and where it happened.
pub(crate) fn error(code: &str, at: &str) -> JsValue {
    let error = js_sys::Error::new(code);
    set(&error, "code", &code.into());
    set(&error, "detail", &at.into());
    error.into()
}

pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a member of an object of our own does not fail.
    let _ = Reflect::set(object, &name.into(), value);
}
