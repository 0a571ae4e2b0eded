//! Numbers and dates in the language of the page, by the browser's own `Intl`.

use gca_engine::{display_coverage, display_score, Stage};
use js_sys::{Array, Function, Intl, Object};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Formatters of one language. Each is made when it is first asked for, and where digits are all there is to
/// write they are written here: waking the browser's `Intl` takes Chromium 50 ms, as long as all else that
/// the program does before the first page is drawn.
pub(crate) struct Format {
    language: String,
    /// Whether numbers below 1,000 are written as in English: 12, 3.5, 40%.
    is_plain: bool,
    score: OnceCell<Function>,
    whole: OnceCell<Function>,
    percent: OnceCell<Function>,
    date: OnceCell<Function>,
    #[cfg(feature = "whole")]
    share: OnceCell<Function>,
    /// Small whole numbers as already written: a page shows dozens, and each is a call out.
    written: RefCell<Vec<Rc<str>>>,
}

impl Format {
    pub(crate) fn new(language: &str) -> Self {
        // Our English is British: without a region the browser would write dates the American way.
        let language = if language == "en" { "en-GB" } else { language };
        Self {
            is_plain: matches!(primary(language), "en" | "zh"),
            language: language.to_owned(),
            score: OnceCell::new(),
            whole: OnceCell::new(),
            percent: OnceCell::new(),
            date: OnceCell::new(),
            #[cfg(feature = "whole")]
            share: OnceCell::new(),
            written: RefCell::default(),
        }
    }

    fn locales(&self) -> Array {
        Array::of1(&(&*self.language).into())
    }

    fn number(&self, options: &[(&str, JsValue)]) -> Function {
        Intl::NumberFormat::new(&self.locales(), &object(options)).format()
    }

    fn of_score(&self) -> &Function {
        let one = || JsValue::from(1);
        self.score.get_or_init(|| {
            self.number(&[
                ("minimumFractionDigits", one()),
                ("maximumFractionDigits", one()),
            ])
        })
    }

    fn of_whole(&self) -> &Function {
        self.whole.get_or_init(|| self.number(&[]))
    }

    /// A score with one decimal, by section 7 of the method.
    pub(crate) fn score(&self, points: f64, stages: &[Stage]) -> Rc<str> {
        let score = display_score(points, stages);
        if self.is_plain {
            let tenths = (score * 10.0).round() as usize;
            let parts = [&*integer(tenths / 10), ".", &*integer(tenths % 10)];
            return parts.concat().into();
        }
        call(self.of_score(), score)
    }

    /// A whole number.
    pub(crate) fn whole(&self, n: usize) -> Rc<str> {
        if self.is_plain && n < 1000 {
            return integer(n).into();
        }
        if n > 100 {
            return call(self.of_whole(), n as f64);
        }
        let mut written = self.written.borrow_mut();
        while written.len() <= n {
            let next = call(self.of_whole(), written.len() as f64);
            written.push(next);
        }
        written.get(n).cloned().unwrap_or_default()
    }

    /// A number as it is.
    pub(crate) fn plain(&self, x: f64) -> Rc<str> {
        if x.fract() == 0.0 && x >= 0.0 {
            return self.whole(x as usize);
        }
        call(self.of_whole(), x)
    }

    /// A coverage of 0–1 as whole per cent, rounded down.
    pub(crate) fn percent(&self, coverage: f64) -> Rc<str> {
        let coverage = display_coverage(coverage);
        if self.is_plain {
            return [&*integer(coverage as usize), "%"].concat().into();
        }
        let percent = || self.number(&[("style", "percent".into())]);
        let percent = self.percent.get_or_init(percent);
        call(percent, f64::from(coverage) / 100.0)
    }

    /// A date with the time of day.
    pub(crate) fn date(&self, milliseconds: f64) -> Rc<str> {
        let date = self.date.get_or_init(|| {
            let options = object(&[("dateStyle", "long".into()), ("timeStyle", "short".into())]);
            Intl::DateTimeFormat::new(&self.locales(), &options).format()
        });
        call(date, milliseconds)
    }

    /// A time of day. Made anew each time: few are shown.
    #[cfg(feature = "whole")]
    pub(crate) fn time(&self, milliseconds: f64) -> Rc<str> {
        let time = object(&[("timeStyle", "short".into())]);
        call(
            &Intl::DateTimeFormat::new(&self.locales(), &time).format(),
            milliseconds,
        )
    }

    /// A date alone. Made anew each time: few are shown.
    #[cfg(feature = "whole")]
    pub(crate) fn day(&self, milliseconds: f64) -> Rc<str> {
        let date = object(&[("dateStyle", "long".into())]);
        call(
            &Intl::DateTimeFormat::new(&self.locales(), &date).format(),
            milliseconds,
        )
    }

    /// A day of the calendar, given as 2027-03-31; nothing if there is none.
    #[cfg(feature = "whole")]
    pub(crate) fn calendar(&self, day: &str) -> Rc<str> {
        if day.is_empty() {
            return Rc::default();
        }
        // Noon of the day where the reader is: midnight elsewhere may be the day before.
        let noon = [day, "T12:00"].concat();
        let words = self.day(js_sys::Date::parse(&noon));
        match &*words {
            "" => day.into(),
            _ => words,
        }
    }

    /// A width in points, with one decimal.
    #[cfg(feature = "whole")]
    pub(crate) fn points(&self, points: f64) -> Rc<str> {
        call(self.of_score(), points)
    }

    /// A number with two decimals. Made anew each time: few are shown.
    #[cfg(feature = "whole")]
    pub(crate) fn hundredths(&self, x: f64) -> Rc<str> {
        let two = || JsValue::from(2);
        let options = [
            ("minimumFractionDigits", two()),
            ("maximumFractionDigits", two()),
        ];
        call(&self.number(&options), x)
    }

    /// A share of 0–1 as per cent with one decimal at most.
    #[cfg(feature = "whole")]
    pub(crate) fn share(&self, share: f64) -> Rc<str> {
        let made = self.share.get_or_init(|| {
            let percent = object(&[
                ("style", "percent".into()),
                ("maximumFractionDigits", 1.into()),
            ]);
            Intl::NumberFormat::new(&self.locales(), &percent).format()
        });
        call(made, share)
    }

    /// A list in words. Its formatter is made anew each time: few are shown.
    #[cfg(feature = "whole")]
    pub(crate) fn list(&self, items: &[Rc<str>]) -> Rc<str> {
        let words = self.list_of(items);
        words.unwrap_or_else(|| items.join(", ")).into()
    }

    /// Not in js-sys under this name: the list formatter of the language, if the browser has it.
    #[cfg(feature = "whole")]
    fn list_of(&self, items: &[Rc<str>]) -> Option<String> {
        use crate::config::field;
        use wasm_bindgen::JsCast;
        let class = field(&field(&js_sys::global(), "Intl"), "ListFormat");
        let made = js_sys::Reflect::construct(&class.into(), &self.locales()).ok()?;
        let format: Function = field(&made, "format").dyn_into().ok()?;
        let values: Array = items.iter().map(|i| JsValue::from_str(i)).collect();
        format.call1(&made, &values).ok()?.as_string()
    }
}

/// The language of a tag, without region.
fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}

#[cfg(feature = "whole")]
impl gca_session::whole::report::Formats for Format {
    fn score(&self, points: f64, stages: &[Stage]) -> Rc<str> {
        self.score(points, stages)
    }
    fn points(&self, points: f64) -> Rc<str> {
        self.points(points)
    }
    fn whole(&self, n: usize) -> Rc<str> {
        self.whole(n)
    }
    fn plain(&self, x: f64) -> Rc<str> {
        self.plain(x)
    }
    fn percent(&self, coverage: f64) -> Rc<str> {
        self.percent(coverage)
    }
    fn day(&self, ms: f64) -> Rc<str> {
        self.day(ms)
    }
    fn calendar(&self, day: &str) -> Rc<str> {
        self.calendar(day)
    }
    fn list(&self, items: &[Rc<str>]) -> Rc<str> {
        self.list(items)
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
