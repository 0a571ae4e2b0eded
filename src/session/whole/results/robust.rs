//! How firm the result is: weights drawn at random, and the areas averaged the other way (METHOD,
//! sections 5 and 9).

use crate::model::Model;
use gca_engine::{geometric, Bank, Draw, Outcome, Sensitivity, SensitivityRun};
use std::rc::Rc;

/// What drawn weights gave. A statement on weights alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// How they were drawn.
    pub draw: Draw,
    /// What they gave.
    pub result: Sensitivity,
    /// Areas by their place, the first first: position in the bank, and share of the draws in which
    /// it keeps that place, 0–1.
    pub places: Vec<(usize, f64)>,
}

/// What was drawn or is being drawn, and for what.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    bank: Rc<Bank>,
    questions: Vec<Outcome>,
    /// What is not at its end yet.
    run: Option<SensitivityRun>,
    found: Option<Robustness>,
}

impl Drawn {
    fn begin(model: &Model) -> Self {
        Self {
            bank: model.bank.clone(),
            questions: model.assessment.questions.clone(),
            run: SensitivityRun::new(&model.bank, &model.answers, Draw::default()),
            found: None,
        }
    }

    /// Whether it is drawn for the answers and weights as they stand.
    fn fits(&self, model: &Model) -> bool {
        Rc::ptr_eq(&self.bank, &model.bank) && self.questions == model.assessment.questions
    }

    /// Makes a portion of the draws.
    fn advance(&mut self) {
        let portion = PORTION / self.questions.len().max(1);
        let portion = u32::try_from(portion.max(1)).unwrap_or(u32::MAX);
        if let Some(mut run) = self.run.take() {
            match run.advance(portion) {
                true => self.run = Some(run),
                false => self.found = Some(said(run.finish())),
            }
        }
    }
}

/// Questions times draws in one go: an old laptop takes a frame for them, also the first time, when it has to
/// translate the program for it.
const PORTION: usize = 35_000;

fn said(result: Sensitivity) -> Robustness {
    let ranks = result.rank.iter().zip(&result.rank_stability).enumerate();
    let mut places: Vec<_> = ranks
        .filter_map(|(at, (rank, kept))| Some(((*rank)?, at, (*kept)?)))
        .collect();
    places.sort_unstable_by_key(|(rank, ..)| *rank);
    let places = places.into_iter().map(|(_, at, kept)| (at, kept)).collect();
    Robustness {
        draw: Draw::default(),
        result,
        places,
    }
}

/// Whether weights are to be drawn, or to be drawn on.
pub(super) fn is_due(model: &Model) -> bool {
    let drawn = model.whole_part.results.drawn.as_ref();
    !drawn.is_some_and(|drawn| drawn.run.is_none() && drawn.fits(model))
}

/// Draws a portion.
pub(super) fn draw(model: &mut Model) {
    if !is_due(model) {
        return;
    }
    let begun = model.whole_part.results.drawn.take();
    let mut drawn = match begun {
        Some(drawn) if drawn.fits(model) => Rc::unwrap_or_clone(drawn),
        _ => Drawn::begin(model),
    };
    drawn.advance();
    model.whole_part.results.drawn = Some(Rc::new(drawn));
}

/// What drawn weights gave; `None` until they are drawn for the answers as they stand, and where
/// there is no score.
pub fn robustness(model: &Model) -> Option<&Robustness> {
    let drawn = model.whole_part.results.drawn.as_ref()?;
    drawn.found.as_ref().filter(|_| drawn.fits(model))
}

/// The headline beside the average that lets a strong area pay less for a weak one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unevenness {
    /// The headline from the areas alone: the weighted arithmetic mean of their headlines, 0–100.
    /// With open questions it is not the overall headline, which is over questions.
    pub arithmetic: f64,
    /// The geometric alternative over the same headlines, 0–100.
    pub geometric: f64,
    /// Position of the area with the lowest headline.
    pub lowest: usize,
}

impl Unevenness {
    /// By how much strong areas make up for weak ones, in points; at least 0.
    pub fn gap(self) -> f64 {
        (self.arithmetic - self.geometric).max(0.0)
    }
}

/// How uneven the areas are; `None` with fewer than two headlines.
pub fn unevenness(model: &Model) -> Option<Unevenness> {
    let geometric = geometric(&model.bank, &model.assessment)?.score?;
    let (mut weights, mut sum, mut count) = (0.0, 0.0, 0);
    let mut lowest: Option<(usize, f64)> = None;
    let areas = model.bank.areas().iter().zip(&model.assessment.areas);
    for (at, (area, result)) in areas.enumerate() {
        let Some(score) = result.and_then(|r| r.points.score()) else {
            continue;
        };
        weights += area.weight;
        sum += area.weight * score;
        count += 1;
        if lowest.is_none_or(|(_, least)| score < least) {
            lowest = Some((at, score));
        }
    }
    Some(Unevenness {
        arithmetic: sum / weights,
        geometric,
        lowest: lowest.filter(|_| count > 1)?.0,
    })
}
