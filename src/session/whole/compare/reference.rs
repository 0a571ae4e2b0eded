//! This assessment beside a reference profile.

use super::Reference;
use crate::model::Model;
use gca_engine::{profile, Profile};
use std::rc::Rc;

/// This assessment beside a reference profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The profile.
    pub reference: Reference,
    /// Version of the questions that are asked, where the profile is of another.
    pub other_version: Option<Rc<str>>,
    /// The areas that both have, in order.
    pub rows: Vec<ReferenceRow>,
    /// How they differ on the whole; `None` while no area has a score.
    pub profile: Option<Profile>,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceRow {
    /// Number, from 1.
    pub number: usize,
    /// Title.
    pub title: Rc<str>,
    /// A word or two for charts.
    pub short: Rc<str>,
    /// Points here, 0–100; `None` while nothing is known.
    pub score: Option<f64>,
    /// Points of the profile, 0–100.
    pub reference: f64,
    /// How far above the profile, or below it if negative, in points; `None` without a score.
    pub difference: Option<f64>,
}

/// This assessment beside the reference profile; `None` if there is none.
pub fn reference(model: &Model) -> Option<Beside> {
    let reference = model.reference()?.clone();
    // Areas are positions in the whole bank there, and in the bank that is asked here.
    let mut asked = Vec::new();
    for (source, points) in &reference.areas {
        let areas = model.bank.areas();
        let at = areas.iter().position(|area| area.source == *source);
        asked.extend(at.map(|at| (at, *points)));
    }
    let profile = profile(&model.assessment, &asked);
    let mut rows = Vec::new();
    for (at, points) in &asked {
        let source = model.bank.areas().get(*at).map_or(0, |area| area.source);
        let texts = model.texts.areas.get(source);
        let area = model.assessment.areas.get(*at).copied().flatten();
        let score = area.and_then(|area| area.points.score());
        rows.push(ReferenceRow {
            number: source + 1,
            title: texts.map_or_else(Rc::default, |t| t.title.clone()),
            short: texts.map_or_else(Rc::default, |t| t.short.clone()),
            score,
            reference: *points,
            difference: score.map(|score| score - points),
        });
    }
    let version = model.whole.version();
    Some(Beside {
        other_version: (*reference.version != *version).then(|| version.into()),
        reference,
        rows,
        profile,
    })
}
