//! What the element hands over, read field by field.

use gca_engine::Bank;
use gca_session::marks::mark;
use gca_session::{Catalog, Config, Mode, Persist, Screen, Snapshot, Texts, FORMAT};
use js_sys::{Array, Float64Array, Object, Reflect};
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
    /// The language of the bank's texts; empty if it is that of the interface.
    pub(crate) tongue: String,
    pub(crate) languages: Vec<(Rc<str>, Rc<str>)>,
    /// The groups that the host suggests instead of ours.
    #[cfg(feature = "whole")]
    pub(crate) groups: Vec<Rc<str>>,
    /// Whether the page is told results.
    pub(crate) is_told: bool,
    pub(crate) storage_key: String,
    /// Start from the save before the newest: after repeated panics on the same data.
    pub(crate) older: bool,
    /// Level of the page's own headings, 2 unless the host says otherwise.
    pub(crate) heading: u8,
    /// What another program hands over; the storage is not asked then.
    pub(crate) handover: Option<Handover>,
}

/// Nobody hands over to the first program.
#[cfg(not(feature = "whole"))]
pub(crate) enum Handover {}

/// Where another program left off.
#[cfg(feature = "whole")]
pub(crate) struct Handover {
    pub(crate) writer: String,
    /// Where the answers are kept.
    pub(crate) place: String,
    pub(crate) sequence: u64,
    pub(crate) snapshot: Snapshot,
    pub(crate) marks: Vec<f64>,
    /// Whether the focus was in it.
    pub(crate) focus: bool,
}

#[cfg(not(feature = "whole"))]
fn handover(_: &JsValue) -> Option<Handover> {
    None
}

#[cfg(feature = "whole")]
fn handover(value: &JsValue) -> Option<Handover> {
    let given = field(value, "handover");
    if !given.is_object() {
        return None;
    }
    let snapshot = js_sys::JSON::parse(&text(&given, "snapshot")).ok()?;
    Some(Handover {
        writer: text(&given, "writer"),
        place: text(&given, "place"),
        sequence: field(&given, "sequence").as_f64().unwrap_or_default() as u64,
        snapshot: crate::json::read(&snapshot),
        marks: Float64Array::new(&field(&given, "marks")).to_vec(),
        focus: field(&given, "focus").is_truthy(),
    })
}

pub(crate) fn read(value: &JsValue) -> Result<Setting, JsValue> {
    let numbers = Float64Array::new(&field(value, "numbers")).to_vec();
    let structure = crate::json::structure(&text(value, "words"), numbers);
    let bank = Bank::new(structure).map_err(|e| error(e.code, &e.at))?;
    let language = text(value, "lang");
    let tongue = text(value, "tongue");
    let texts = words(value, "texts").into_iter();
    let texts = texts.map(|text| spoken(&tongue, text));
    let texts = Texts::read(&bank, texts).ok_or_else(|| error("bank.texts", ""))?;
    Ok(Setting {
        config: Config {
            mode: Mode::from_name(&text(value, "mode")),
            persist: match &*text(value, "persist") {
                "session" => Persist::Session,
                "none" => Persist::None,
                _ => Persist::Local,
            },
            start_at: Screen::from_name(&text(value, "startAt")),
            read_only: cfg!(feature = "whole") && field(value, "readonly").is_truthy(),
            ask_who: cfg!(feature = "whole") && field(value, "askWho").is_truthy(),
            hidden: field(value, "hidden").as_f64().unwrap_or_default() as u16,
            first: cfg!(not(feature = "whole")),
        },
        catalog: Rc::new(Catalog::new(
            &language,
            words(value, "ui").into_iter().collect(),
        )),
        bank: Rc::new(bank),
        texts: Rc::new(texts),
        language,
        direction: text(value, "dir"),
        tongue,
        languages: {
            let words = words(value, "languages");
            let pairs = words.chunks_exact(2);
            pairs
                .filter_map(|pair| Some((pair.first()?.clone(), pair.last()?.clone())))
                .collect()
        },
        #[cfg(feature = "whole")]
        groups: gca_session::whole::workshop::hand::offered(&text(value, "groups")),
        is_told: field(value, "told").is_truthy(),
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

/// Between words that travel as one text: each crossing to JavaScript costs more than taking them apart here.
pub(crate) const BETWEEN: char = '\0';

/// The words of a text.
fn words(value: &JsValue, name: &str) -> Vec<Rc<str>> {
    let text = text(value, name);
    text.split(BETWEEN).map(Rc::from).collect()
}

/// The strings of a list; anything else in it counts as empty.
pub(crate) fn strings(value: &JsValue) -> impl Iterator<Item = Rc<str>> {
    let list: Array = value.clone().dyn_into().unwrap_or_default();
    list.into_iter()
        .map(|item| Rc::from(item.as_string().unwrap_or_default()))
}

/// Words of the bank, whose language is empty if it is that of the interface.
pub(crate) fn spoken(tongue: &str, words: Rc<str>) -> Rc<str> {
    match tongue.is_empty() {
        true => words,
        false => mark(tongue, &words).into(),
    }
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
