//! Numbers and dates in the language of the page, by the browser's own `Intl`.

use gca_engine::{display_coverage, display_score, Stage};
use js_sys::{Array, Function, Intl, Object};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Formatters of one language.
pub(crate) struct Format {
    score: Function,
    whole: Function,
    percent: Function,
    date: Function,
    list: Option<Function>,
    list_of: JsValue,
    #[cfg(feature = "whole")]
    language: String,
    /// Small whole numbers as already written: a page shows dozens, and each is a call out.
    written: RefCell<Vec<Rc<str>>>,
}

impl Format {
    pub(crate) fn new(language: &str) -> Self {
        // Our English is British: without a region the browser would write dates the American way.
        let language = if language == "en" { "en-GB" } else { language };
        let locales = Array::of1(&language.into());
        let number = |options: &[(&str, JsValue)]| {
            Intl::NumberFormat::new(&locales, &object(options)).format()
        };
        let one = JsValue::from(1);
        let date = object(&[("dateStyle", "long".into()), ("timeStyle", "short".into())]);
        // Not in js-sys under this name: the list formatter of the language, if the browser has it.
        let list_of = crate::config::field(&js_sys::global(), "Intl");
        let list_of = crate::config::field(&list_of, "ListFormat");
        let list_of =
            js_sys::Reflect::construct(&list_of.clone().into(), &Array::of1(&language.into()))
                .unwrap_or_default();
        let list = crate::config::field(&list_of, "format");
        Self {
            score: number(&[
                ("minimumFractionDigits", one.clone()),
                ("maximumFractionDigits", one),
            ]),
            whole: number(&[]),
            percent: number(&[("style", "percent".into())]),
            date: Intl::DateTimeFormat::new(&locales, &date).format(),
            list: wasm_bindgen::JsCast::dyn_into(list).ok(),
            list_of,
            #[cfg(feature = "whole")]
            language: language.to_owned(),
            written: RefCell::default(),
        }
    }

    /// A score with one decimal, by section 7 of the method.
    pub(crate) fn score(&self, points: f64, stages: &[Stage]) -> Rc<str> {
        call(&self.score, display_score(points, stages))
    }

    /// A whole number.
    pub(crate) fn whole(&self, n: usize) -> Rc<str> {
        if n > 100 {
            return call(&self.whole, n as f64);
        }
        let mut written = self.written.borrow_mut();
        while written.len() <= n {
            let next = call(&self.whole, written.len() as f64);
            written.push(next);
        }
        written.get(n).cloned().unwrap_or_default()
    }

    /// A number as it is.
    pub(crate) fn plain(&self, x: f64) -> Rc<str> {
        call(&self.whole, x)
    }

    /// A coverage of 0–1 as whole per cent, rounded down.
    pub(crate) fn percent(&self, coverage: f64) -> Rc<str> {
        call(&self.percent, f64::from(display_coverage(coverage)) / 100.0)
    }

    /// A date with the time of day.
    pub(crate) fn date(&self, milliseconds: f64) -> Rc<str> {
        call(&self.date, milliseconds)
    }

    /// A date alone. Made anew each time: few are shown.
    #[cfg(feature = "whole")]
    pub(crate) fn day(&self, milliseconds: f64) -> Rc<str> {
        let date = object(&[("dateStyle", "long".into())]);
        let locales = Array::of1(&(&*self.language).into());
        call(
            &Intl::DateTimeFormat::new(&locales, &date).format(),
            milliseconds,
        )
    }

    /// A width in points, with one decimal.
    #[cfg(feature = "whole")]
    pub(crate) fn points(&self, points: f64) -> Rc<str> {
        call(&self.score, points)
    }

    /// A list in words.
    pub(crate) fn list(&self, items: &[Rc<str>]) -> Rc<str> {
        let values: Array = items.iter().map(|i| JsValue::from_str(i)).collect();
        let list = self
            .list
            .as_ref()
            .and_then(|f| f.call1(&self.list_of, &values).ok());
        let words = list.and_then(|l| l.as_string());
        words.unwrap_or_else(|| items.join(", ")).into()
    }
}

fn call(function: &Function, x: f64) -> Rc<str> {
    let text = function.call1(&JsValue::UNDEFINED, &x.into());
    text.ok()
        .and_then(|t| t.as_string())
        .unwrap_or_default()
        .into()
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        crate::config::set(&object, name, value);
    }
    object
}

/// A whole number in ASCII digits, for ids and attributes. `format!` would cost 10 KB once.
pub(crate) fn integer(n: usize) -> String {
    let mut digits = Vec::new();
    let mut rest = n;
    loop {
        digits.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    digits.iter().rev().map(|d| char::from(*d)).collect()
}

/// A length with two decimals, for attributes of drawings.
pub(crate) fn decimal(x: f64) -> String {
    let hundredths = (x.abs() * 100.0 + 0.5) as usize;
    let mut text = String::new();
    if x < 0.0 && hundredths > 0 {
        text.push('-');
    }
    text.push_str(&integer(hundredths / 100));
    let rest = hundredths % 100;
    if rest > 0 {
        text.push('.');
        if rest < 10 {
            text.push('0');
        }
        text.push_str(&integer(rest));
    }
    text
}
