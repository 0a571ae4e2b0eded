//! The texts that the first screen does not need.

use crate::config::{field, spoken, strings, text};
use crate::shell::Shell;
use gca_session::More;
use js_sys::{Array, Function, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// Reads what each question is explained by and rests on, and which answers contradict each other.
pub(crate) fn read(shell: &Shell, value: &JsValue) -> More {
    let tongue = shell.tongue.borrow();
    let own = |words: Rc<str>| spoken(&tongue, words);
    #[cfg(feature = "whole")]
    let comma = shell
        .model
        .borrow()
        .catalog()
        .text(gca_session::Key::SignComma);
    let list = array(&field(value, "questions"));
    #[cfg(feature = "whole")]
    let sources = rows::sources(value, &comma, &own);
    More {
        #[cfg(feature = "whole")]
        sources: list
            .iter()
            .map(|q| rows::cited(&sources, &q, &own))
            .collect(),
        #[cfg(feature = "whole")]
        checks: rows::checks(value, &own),
        #[cfg(feature = "whole")]
        exercise: rows::exercise(value).map(|one| Rc::new(one.spoken(&own))),
        #[cfg(feature = "whole")]
        advice: {
            let ids = rows::source_ids(value);
            list.iter()
                .map(|q| rows::advice(&sources, &ids, &q, &own))
                .collect()
        },
        questions: list
            .into_iter()
            .map(|q| {
                (
                    own(text(&q, "help").into()),
                    strings(&field(&q, "evidence")).map(own).collect(),
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
    use crate::config::{field, strings};
    use gca_engine::{Check, Condition, Effort};
    use gca_session::whole::steps::Advice;
    use gca_session::whole::workshop::exercise::Exercise;
    use gca_session::whole::Source;
    use std::rc::Rc;
    use wasm_bindgen::JsValue;

    /// Marks words as of their language.
    type Own<'a> = &'a dyn Fn(Rc<str>) -> Rc<str>;

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

    pub(super) fn sources(value: &JsValue, comma: &str, own: Own) -> Vec<Source> {
        let mut sources = Vec::new();
        for row in array(&field(value, "sources")).iter() {
            let row = array(&row);
            let mut origin = word(&row.get(2));
            let year = word(&row.get(3));
            if !origin.is_empty() && !year.is_empty() {
                origin.push_str(comma);
            }
            origin.push_str(&year);
            sources.push(Source {
                title: own(word(&row.get(1)).into()),
                origin: own(origin.into()),
                link: word(&row.get(4)).into(),
                locator: Rc::default(),
            });
        }
        sources
    }

    /// Ids of the sources, in their order.
    pub(super) fn source_ids(value: &JsValue) -> Vec<String> {
        let rows = array(&field(value, "sources")).into_iter();
        rows.map(|row| word(&array(&row).get(0))).collect()
    }

    /// What is advised at a question.
    pub(super) fn advice(
        sources: &[Source],
        ids: &[String],
        question: &JsValue,
        own: Own,
    ) -> Rc<[Advice]> {
        let rows = array(&field(question, "advice")).into_iter();
        let rows = rows.map(|row| {
            let row = array(&row);
            let reading = strings(&row.get(4)).filter_map(|id| {
                let at = ids.iter().position(|other| **other == *id)?;
                sources.get(at).cloned()
            });
            Advice {
                below: row.get(0).as_f64().map_or(0, |level| level as u8),
                action: own(word(&row.get(1)).into()),
                effort: Effort::from_id(&word(&row.get(2))),
                actors: strings(&row.get(3)).map(own).collect(),
                reading: reading.collect(),
            }
        });
        rows.collect()
    }

    pub(super) fn cited(sources: &[Source], question: &JsValue, own: Own) -> Rc<[Source]> {
        let cited = array(&field(question, "sources")).into_iter();
        let cited = cited.filter_map(|row| {
            let row = array(&row);
            let source = sources.get(position(&row.get(0)))?;
            Some(Source {
                locator: own(word(&row.get(1)).into()),
                ..source.clone()
            })
        });
        cited.collect()
    }

    /// Written out and read again: nothing of it is needed before somebody opens it.
    pub(super) fn exercise(value: &JsValue) -> Option<Exercise> {
        let exercise = field(value, "exercise");
        let text = js_sys::JSON::stringify(&exercise).ok()?.as_string()?;
        Exercise::parse(&text)
    }

    pub(super) fn checks(value: &JsValue, own: Own) -> Vec<Check> {
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
                text: (&*own(word(&row.get(0)).into())).into(),
                all: all.collect(),
            });
        }
        checks
    }
}
