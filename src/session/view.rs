//! What the screens show, as data: positions, states and texts of the bank. Numbers stay numbers;
//! the shell formats them in the language of the page.

mod counts;
mod question;
mod rail;
mod results;
#[cfg(feature = "whole")]
mod review;

pub use counts::{counts, ReviewCounts};
pub use question::{page, question, Hidden, OptionView, Page, QuestionView};
pub use rail::{bar, rail, Bar, RailArea, RailIndicator};
pub use results::{results, AreaRow, IndicatorRow, Results};
#[cfg(feature = "whole")]
pub use review::{review, AnswerView, Review, ReviewArea, Row};

#[cfg(feature = "whole")]
pub(crate) use question::answer_words;
#[cfg(feature = "whole")]
pub(crate) use review::row;

use crate::model::Model;

/// Number of a question as people read it: area, indicator, question, from 1, in the whole bank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// Area, from 1.
    pub area: usize,
    /// Indicator in the area, from 1.
    pub indicator: usize,
    /// Question in the indicator, from 1.
    pub question: usize,
}

/// Number of a question of the bank that is asked. The quick version keeps the numbers of the whole.
pub fn number(model: &Model, at: usize) -> Number {
    number_of(model, model.question(at).map_or(0, |q| q.source))
}

/// Number of a question by its position in the whole bank.
pub fn number_of(model: &Model, source: usize) -> Number {
    let question = model.whole.questions().get(source);
    let indicator = question.map_or(0, |q| q.indicator);
    let first = model
        .whole
        .indicators()
        .get(indicator)
        .map_or(0, |i| i.questions.start);
    Number {
        question: source - first + 1,
        ..indicator_number(model, indicator)
    }
}

/// Number of a question by its position in the whole bank, whatever is asked of it.
#[cfg(feature = "whole")]
pub fn number_in_bank(model: &Model, source: usize) -> Number {
    number_of(model, source)
}

/// Number of an indicator by its position in the whole bank; its `question` is 0.
pub fn indicator_number(model: &Model, source: usize) -> Number {
    let area = model.whole.indicators().get(source).map_or(0, |i| i.area);
    let first = model
        .whole
        .areas()
        .get(area)
        .map_or(0, |a| a.indicators.start);
    Number {
        area: area + 1,
        indicator: source - first + 1,
        question: 0,
    }
}
