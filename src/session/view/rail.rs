//! The list of areas and the bar at the foot of a page.

use super::{indicator_number, Number};
use crate::model::Model;
use gca_engine::{Indicator, Points, State};
use std::rc::Rc;

/// One area in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct RailArea {
    /// Position in the bank that is asked.
    pub at: usize,
    /// Number, from 1.
    pub number: usize,
    /// Title.
    pub title: Rc<str>,
    /// Questions that need no answer any more.
    pub done: usize,
    /// Questions.
    pub total: usize,
    /// Whether its indicators are listed.
    pub open: bool,
    /// Whether the open page is in it.
    pub current: bool,
    /// Whether there is a question in it to come back to.
    #[cfg(feature = "whole")]
    pub flagged: bool,
    /// Its indicators, if listed.
    pub indicators: Vec<RailIndicator>,
}

/// One indicator in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct RailIndicator {
    /// Its page.
    pub page: usize,
    /// Number.
    pub number: Number,
    /// Title.
    pub title: Rc<str>,
    /// Questions that need no answer any more.
    pub done: usize,
    /// Questions.
    pub total: usize,
    /// Questions answered with "don't know".
    pub dont_know: usize,
    /// Whether there is a question in it to come back to.
    #[cfg(feature = "whole")]
    pub flagged: bool,
    /// Whether its page is open.
    pub current: bool,
}

/// The list of areas.
pub fn rail(model: &Model) -> Vec<RailArea> {
    let bank = &model.bank;
    let here = bank.indicators().get(model.page).map(|i| i.area);
    let mut areas = Vec::new();
    for (at, area) in bank.areas().iter().enumerate() {
        let open = model.area_open == Some(at);
        let mut view = RailArea {
            at,
            number: area.source + 1,
            title: model
                .texts
                .areas
                .get(area.source)
                .map_or_else(Rc::default, |a| a.title.clone()),
            done: 0,
            total: 0,
            open,
            current: here == Some(at),
            #[cfg(feature = "whole")]
            flagged: false,
            indicators: Vec::new(),
        };
        for (page, indicator) in area.indicators.clone().zip(bank.indicators_of(area)) {
            let (done, dont_know) = progress(model, indicator);
            let total = indicator.questions.len();
            view.done += done;
            view.total += total;
            #[cfg(feature = "whole")]
            {
                view.flagged |= is_flagged(model, indicator);
            }
            if open {
                view.indicators.push(RailIndicator {
                    page,
                    number: indicator_number(model, indicator.source),
                    title: title(model, indicator),
                    done,
                    total,
                    dont_know,
                    #[cfg(feature = "whole")]
                    flagged: is_flagged(model, indicator),
                    current: page == model.page,
                });
            }
        }
        areas.push(view);
    }
    areas
}

/// Whether there is a question in it to come back to.
#[cfg(feature = "whole")]
fn is_flagged(model: &Model, indicator: &Indicator) -> bool {
    let flagged = &model.whole_part.details.flagged;
    let is_flagged = |at| model.question(at).is_some_and(|q| flagged.contains(&*q.id));
    !flagged.is_empty() && indicator.questions.clone().any(is_flagged)
}

fn title(model: &Model, indicator: &Indicator) -> Rc<str> {
    let texts = model.texts.indicators.get(indicator.source);
    texts.map_or_else(Rc::default, |t| t.0.clone())
}

/// Questions that need no answer any more, and those among them that are not known.
fn progress(model: &Model, indicator: &Indicator) -> (usize, usize) {
    let (mut done, mut dont_know) = (0, 0);
    for at in indicator.questions.clone() {
        match model.state(at) {
            State::Unanswered | State::Invalid => {}
            state => {
                done += 1;
                dont_know += usize::from(state == State::DontKnow);
            }
        }
    }
    (done, dont_know)
}

/// The bar at the foot of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Number of the area, from 1.
    pub area: usize,
    /// Its points; `None` if nothing in it applies.
    pub points: Option<Points>,
    /// Coverage of the whole, 0–1.
    pub coverage: f64,
    /// Number and title of the page before; `None` on the first.
    pub previous: Option<(Number, Rc<str>)>,
    /// Number and title of the next page; `None` on the last, or while a change leads back.
    pub next: Option<(Number, Rc<str>)>,
}

/// The bar of the open page.
pub fn bar(model: &Model) -> Bar {
    let bank = &model.bank;
    let area = bank.indicators().get(model.page).map_or(0, |i| i.area);
    let near = |page: Option<usize>| {
        let indicator = bank.indicators().get(page?)?;
        Some((
            indicator_number(model, indicator.source),
            title(model, indicator),
        ))
    };
    let assessment = &model.assessment;
    Bar {
        area: bank.areas().get(area).map_or(0, |a| a.source) + 1,
        points: assessment
            .areas
            .get(area)
            .copied()
            .flatten()
            .map(|a| a.points)
            .filter(|_| !model.misses_weights()),
        coverage: assessment
            .overall
            .as_ref()
            .map_or(0.0, |o| o.points.coverage),
        previous: near(model.page.checked_sub(1)),
        next: near((!model.returning).then_some(model.page + 1)),
    }
}
