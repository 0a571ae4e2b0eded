//! What a picture of a chart is called, and what is written at its foot: away from the page nothing else
//! says what it is about.

use super::report::{has_own_weights, Setting, Words};
use crate::files::named as file_named;
use crate::{Key, Mode, Model};
use std::rc::Rc;

/// Name and foot of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Name of the file.
    pub file: String,
    /// What stands at its foot: name and date, and what must not be missed beside any number.
    pub foot: String,
}

/// Names a picture of the kind `what`, in short ASCII. `ending` begins with a dot.
pub fn named(model: &Model, setting: &Setting, what: &str, ending: &str) -> Named {
    let words = Words { model, setting };
    let name: Rc<str> = match setting.unnamed {
        true => Rc::default(),
        false => model.name().clone(),
    };
    let ending = ["-", what, ending].concat();
    let file = file_named(&name, setting.now, &ending);
    let what = match name.is_empty() {
        true => words.t(Key::AppName),
        // A name in another direction must not carry the date along.
        false => ["\u{2068}", &name, "\u{2069}"].concat().into(),
    };
    let date = setting.formats.day(setting.now);
    let mut feet = vec![words.fill(Key::ReportRunning, &[("what", &what), ("date", &date)])];
    if has_own_weights(model) {
        feet.push(words.t(Key::ReportWeights));
    }
    if model.mode() == Some(Mode::Quick) {
        feet.push(words.t(Key::AppQuick));
    }
    Named {
        file,
        foot: feet.join(" · "),
    }
}
