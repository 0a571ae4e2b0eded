//! Structures and snapshots from and to plain values, member by member.
//!
//! Deriving this cost 20 KB of the first load, most of it for messages that nobody would read.

use crate::config::{field, text};
use gca_engine::structure::{
    AreaEntry, DependsEntry, IndicatorEntry, OptionEntry, QuestionEntry, StageEntry,
};
use gca_engine::{RawAnswer, Structure};
use gca_session::{Given, Snapshot, MEMBERS};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::{wasm_bindgen, JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// A member of a structure file. Getters, since passing names of members to JavaScript three
    /// thousand times was a fifth of the start.
    type Node;
    #[wasm_bindgen(method, getter, structural)]
    fn id(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn weight(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn min(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn areas(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn indicators(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn questions(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn kind(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn options(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn score(this: &Node) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn exclusive(this: &Node) -> JsValue;
}

/// The members of a list; none if it is no list.
fn list(value: JsValue) -> impl Iterator<Item = Node> {
    let list: Array = value.dyn_into().unwrap_or_default();
    list.into_iter().map(JsCast::unchecked_into)
}

fn word(value: JsValue) -> String {
    value.as_string().unwrap_or_default()
}

fn number(value: &JsValue, name: &str) -> Option<f64> {
    field(value, name).as_f64()
}

/// A weight or score that is missing becomes one that no bank may have.
fn required(value: JsValue) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// A bank without its texts; what is missing is found when the bank is linked.
pub(crate) fn structure(value: &JsValue) -> Structure {
    let mut structure = Structure {
        id: text(value, "id"),
        version: text(value, "version"),
        hash: text(value, "hash"),
        ..Structure::default()
    };
    for stage in list(field(value, "stages")) {
        structure.stages.push(StageEntry {
            id: word(stage.id()),
            min: required(stage.min()),
        });
    }
    for id in list(field(value, "quick")) {
        structure.quick.push(word(id.into()));
    }
    let whole: &Node = value.unchecked_ref();
    for area in list(whole.areas()) {
        let mut indicators = Vec::new();
        for indicator in list(area.indicators()) {
            let mut questions = Vec::new();
            for entry in list(indicator.questions()) {
                questions.push(question(&entry));
            }
            indicators.push(IndicatorEntry {
                id: word(indicator.id()),
                weight: required(indicator.weight()),
                questions,
            });
        }
        structure.areas.push(AreaEntry {
            id: word(area.id()),
            weight: required(area.weight()),
            indicators,
        });
    }
    structure
}

fn question(node: &Node) -> QuestionEntry {
    let mut options = Vec::new();
    for option in list(node.options()) {
        options.push(OptionEntry {
            id: word(option.id()),
            score: required(option.score()),
            exclusive: option.exclusive().is_truthy(),
        });
    }
    let kind = word(node.kind());
    let depends = field(node, "depends_on");
    let mut entry = QuestionEntry {
        id: word(node.id()),
        weight: required(node.weight()),
        options,
        allow_na: field(node, "allow_na").is_truthy(),
        depends_on: depends.is_object().then(|| DependsEntry {
            question: text(&depends, "question"),
            at_least: number(&depends, "at_least").unwrap_or_default() as u8,
        }),
        ..QuestionEntry::default()
    };
    if kind == "number" {
        entry.worst = number(node, "worst");
        entry.best = number(node, "best");
        entry.min = number(node, "min");
        entry.max = number(node, "max");
    }
    entry.kind = kind;
    entry
}

/// A snapshot as it was kept or handed over.
pub(crate) fn read(value: &JsValue) -> Snapshot {
    Snapshot {
        format: number(value, "format").unwrap_or_default() as u32,
        bank: text(value, "bank"),
        version: text(value, "version"),
        hash: text(value, "hash"),
        mode: text(value, "mode"),
        answers: given(&field(value, "answers")),
        notes: given(&field(value, "notes")),
        screen: text(value, "screen"),
        indicator: text(value, "indicator"),
        rest: rest(value),
    }
}

/// The members of a snapshot that are not read above, as the text of an object.
fn rest(value: &JsValue) -> String {
    let others: Object = Object::create(JsValue::NULL.unchecked_ref());
    for entry in Object::entries(value.unchecked_ref()) {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0);
        if !name.as_string().is_some_and(|n| MEMBERS.contains(&&*n)) {
            let _ = js_sys::Reflect::set(&others, &name, &entry.get(1));
        }
    }
    let text = js_sys::JSON::stringify(&others);
    text.map(String::from).unwrap_or_default()
}

fn given(value: &JsValue) -> Given {
    let mut given = Given::default();
    // Values from outside have no prototype, so they are objects, but no `Object`.
    if value.is_object() {
        for entry in Object::entries(value.unchecked_ref()) {
            let entry: Array = entry.unchecked_into();
            let id = entry.get(0).as_string().unwrap_or_default();
            given.0.push((id, raw(&entry.get(1))));
        }
    }
    given
}

fn raw(value: &JsValue) -> RawAnswer {
    if let Some(text) = value.as_string() {
        return RawAnswer::Text(text);
    }
    if let Some(x) = value.as_f64() {
        return RawAnswer::Number(x);
    }
    if value.is_null() || value.is_undefined() {
        return RawAnswer::Null;
    }
    match value.dyn_ref::<Array>() {
        None => RawAnswer::Other,
        Some(items) => {
            let mut ids = Vec::new();
            for item in items.iter() {
                ids.extend(item.as_string());
            }
            // A list with other things in it still has its good ids (METHOD, section 2).
            if ids.is_empty() && items.length() > 0 {
                RawAnswer::Other
            } else {
                RawAnswer::List(ids)
            }
        }
    }
}
