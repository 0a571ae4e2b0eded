//! Structures and snapshots from and to plain values, member by member.
//!
//! Deriving this cost 20 KB of the first load, most of it for messages that nobody would read.

use crate::config::{field, text, BETWEEN};
use gca_engine::structure::{
    AreaEntry, DependsEntry, IndicatorEntry, OptionEntry, QuestionEntry, StageEntry,
};
use gca_engine::{RawAnswer, Structure};
use gca_session::{Given, Snapshot, MEMBERS};
use js_sys::{Array, Object};
use std::str::Split;
use std::vec::IntoIter;
use wasm_bindgen::prelude::{JsCast, JsValue};

/// What a structure travels as: all its words, and all its numbers, in the order of `flat` in `www/bank.js`.
struct Flat<'a> {
    words: Split<'a, char>,
    numbers: IntoIter<f64>,
}

impl Flat<'_> {
    fn word(&mut self) -> String {
        self.words.next().unwrap_or_default().to_owned()
    }

    /// A weight or score that is missing is one that no bank may have.
    fn number(&mut self) -> f64 {
        self.numbers.next().unwrap_or(f64::NAN)
    }

    fn is_so(&mut self) -> bool {
        self.number() > 0.0
    }

    fn list<T>(&mut self, entry: impl Fn(&mut Self) -> T) -> Vec<T> {
        let count = self.number() as usize;
        let mut entries = Vec::new();
        for _ in 0..count {
            entries.push(entry(self));
        }
        entries
    }
}

/// A bank without its texts; what is missing is found when the bank is linked.
pub(crate) fn structure(words: &str, numbers: Vec<f64>) -> Structure {
    let mut flat = Flat {
        words: words.split(BETWEEN),
        numbers: numbers.into_iter(),
    };
    Structure {
        id: flat.word(),
        version: flat.word(),
        hash: flat.word(),
        stages: flat.list(|flat| StageEntry {
            id: flat.word(),
            min: flat.number(),
        }),
        quick: flat.list(Flat::word),
        areas: flat.list(|flat| AreaEntry {
            id: flat.word(),
            weight: flat.number(),
            indicators: flat.list(|flat| IndicatorEntry {
                id: flat.word(),
                weight: flat.number(),
                questions: flat.list(question),
            }),
        }),
        ..Structure::default()
    }
}

fn question(flat: &mut Flat) -> QuestionEntry {
    let id = flat.word();
    let weight = flat.number();
    let kind = flat.word();
    let needed = flat.word();
    let allow_na = flat.is_so();
    let depends = flat.is_so();
    let at_least = flat.number() as u8;
    let limits = [(); 4].map(|()| {
        let limit = flat.number();
        (kind == "number" && !limit.is_nan()).then_some(limit)
    });
    let [worst, best, min, max] = limits;
    QuestionEntry {
        id,
        kind,
        weight,
        worst,
        best,
        min,
        max,
        allow_na,
        depends_on: depends.then_some(DependsEntry {
            question: needed,
            at_least,
        }),
        options: flat.list(|flat| OptionEntry {
            id: flat.word(),
            score: flat.number(),
            exclusive: flat.is_so(),
        }),
        ..QuestionEntry::default()
    }
}

fn number(value: &JsValue, name: &str) -> Option<f64> {
    field(value, name).as_f64()
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
