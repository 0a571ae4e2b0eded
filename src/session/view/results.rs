//! The score and what it rests on.

use super::{indicator_number, Number};
use crate::model::Model;
use gca_engine::{band, Points, State};
use std::rc::Rc;

/// The score and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// Areas that apply, in order.
    pub areas: Vec<AreaRow>,
    /// Questions that make the score a range.
    pub open: usize,
    /// Questions that apply and are known.
    pub known: usize,
    /// Questions that apply.
    pub applicable: usize,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaRow {
    /// Number, from 1.
    pub number: usize,
    /// Title.
    pub title: Rc<str>,
    /// A word or two for charts.
    pub short: Rc<str>,
    /// Its points.
    pub points: Points,
    /// Stage of its headline, from 0.
    pub stage: Option<usize>,
    /// Its indicators that apply.
    pub indicators: Vec<IndicatorRow>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRow {
    /// Its page.
    pub page: usize,
    /// Number.
    pub number: Number,
    /// Title.
    pub title: Rc<str>,
    /// Its points.
    pub points: Points,
    /// Stage of its headline, from 0; for colour.
    pub stage: Option<usize>,
    /// Questions in it that are open.
    pub open: usize,
}

/// What the results screen lists; the headline is in [`Model::assessment`].
pub fn results(model: &Model) -> Results {
    let counts = model.assessment.counts;
    let open = counts.unanswered + counts.invalid + counts.dont_know;
    let known = counts.answered + counts.implied;
    let mut areas = Vec::new();
    for (area, result) in model.bank.areas().iter().zip(&model.assessment.areas) {
        let Some(result) = result else { continue };
        let texts = model.texts.areas.get(area.source);
        let pages = area.indicators.clone().zip(model.bank.indicators_of(area));
        areas.push(AreaRow {
            number: area.source + 1,
            title: texts.map_or_else(Rc::default, |t| t.title.clone()),
            short: texts.map_or_else(Rc::default, |t| t.short.clone()),
            points: result.points,
            stage: result.stage,
            indicators: pages
                .filter_map(|(page, indicator)| {
                    let points = (*model.assessment.indicators.get(page)?)?;
                    let title = &model.texts.indicators.get(indicator.source)?.0;
                    let is_open = |at: &usize| {
                        let state = model.state(*at);
                        !state.is_known() && state != State::NotApplicable
                    };
                    Some(IndicatorRow {
                        page,
                        number: indicator_number(model, indicator.source),
                        title: title.clone(),
                        points,
                        stage: points.score().map(|s| band(model.bank.stages(), s)),
                        open: indicator.questions.clone().filter(is_open).count(),
                    })
                })
                .collect(),
        });
    }
    Results {
        areas,
        open,
        known,
        applicable: known + open,
    }
}
