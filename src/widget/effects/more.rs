//! The texts that the first screen does not need.

use crate::config::{field, strings, text};
use gca_session::More;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Reads what each question is explained by and rests on, and which answers contradict each other.
pub(crate) fn read(value: &JsValue) -> More {
    let list = array(&field(value, "questions"));
    #[cfg(feature = "whole")]
    let sources = rows::sources(value);
    More {
        #[cfg(feature = "whole")]
        sources: list.iter().map(|q| rows::cited(&sources, &q)).collect(),
        #[cfg(feature = "whole")]
        checks: rows::checks(value),
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

fn array(value: &JsValue) -> Array {
    value.clone().dyn_into().unwrap_or_default()
}

/// Calls one of two functions when a promise is settled, without the machinery of futures.
pub(crate) fn then(promise: &Promise, come: &JsValue, gone: &JsValue) {
    let then = Reflect::get(promise, &"then".into());
    if let Ok(Ok(then)) = then.map(JsCast::dyn_into::<Function>) {
        let _ = then.call2(promise, come, gone);
    }
}

/// Rows without names; their orders are documented where the file is made.
#[cfg(feature = "whole")]
mod rows {
    use super::array;
    use crate::config::field;
    use gca_engine::{Check, Condition};
    use gca_session::whole::Source;
    use std::rc::Rc;
    use wasm_bindgen::JsValue;

    fn word(value: &JsValue) -> String {
        match value.as_f64() {
            Some(x) => crate::format::integer(x as usize),
            None => value.as_string().unwrap_or_default(),
        }
    }

    /// A position; one that no list has if it is none.
    fn position(value: &JsValue) -> usize {
        value
            .as_f64()
            .filter(|x| *x >= 0.0)
            .map_or(usize::MAX, |x| x as usize)
    }

    pub(super) fn sources(value: &JsValue) -> Vec<Source> {
        let mut sources = Vec::new();
        for row in array(&field(value, "sources")).iter() {
            let row = array(&row);
            let mut origin = word(&row.get(2));
            let year = word(&row.get(3));
            if !origin.is_empty() && !year.is_empty() {
                origin.push_str(", ");
            }
            origin.push_str(&year);
            sources.push(Source {
                title: word(&row.get(1)).into(),
                origin: origin.into(),
                link: word(&row.get(4)).into(),
                locator: Rc::default(),
            });
        }
        sources
    }

    pub(super) fn cited(sources: &[Source], question: &JsValue) -> Rc<[Source]> {
        let cited = array(&field(question, "sources")).into_iter();
        let cited = cited.filter_map(|row| {
            let row = array(&row);
            let source = sources.get(position(&row.get(0)))?;
            Some(Source {
                locator: word(&row.get(1)).into(),
                ..source.clone()
            })
        });
        cited.collect()
    }

    pub(super) fn checks(value: &JsValue) -> Vec<Check> {
        let mut checks = Vec::new();
        for row in array(&field(value, "checks")).iter() {
            let row = array(&row);
            let level = |value: JsValue| value.as_f64().map(|x| x as u8);
            let all = array(&row.get(1)).into_iter().map(|condition| {
                let condition = array(&condition);
                Condition {
                    question: position(&condition.get(0)),
                    at_least: level(condition.get(1)),
                    at_most: level(condition.get(2)),
                }
            });
            checks.push(Check {
                id: Box::default(),
                text: word(&row.get(0)).into(),
                all: all.collect(),
            });
        }
        checks
    }
}
