//! Several rounds in time.

use super::others::{sources, Which};
use crate::model::{Model, Saving};
use gca_engine::Points;
use std::rc::Rc;

/// One round.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// Which; `None` is the open assessment.
    pub which: Option<Which>,
    /// Its name; may be empty.
    pub name: Rc<str>,
    /// The file it came from; empty if it came from none.
    pub file: Rc<str>,
    /// When it was last saved, in milliseconds since 1970; 0 is not known.
    pub saved: f64,
    /// Its points on the questions that are asked here, with their range; `None` if nothing is known.
    pub points: Option<Points>,
    /// Whether it is shown.
    pub is_shown: bool,
}

/// The open assessment and all others, the oldest first, those without a date before them. Unasked,
/// those are shown that belong to this one: the earlier round, what came from files, and what has
/// the same name.
pub fn rounds(model: &Model) -> Vec<Round> {
    let name = &model.whole_part.details.name;
    let own = model.assessment.overall.as_ref().map(|o| o.points);
    let mut rounds = vec![Round {
        which: None,
        name: name.clone(),
        file: Rc::default(),
        saved: match model.saving {
            Saving::Saved(at) => at,
            _ => 0.0,
        },
        points: own.filter(|points| points.score().is_some()),
        is_shown: true,
    }];
    for source in sources(model) {
        let points = source.outcome(model).overall.map(|overall| overall.points);
        let its_name = source.name();
        let belongs = match source.which {
            Which::Device(_) => its_name == *name,
            Which::Earlier | Which::Added(_) => true,
        };
        let mut included = model.whole_part.compare.included.iter();
        let included = included.find(|(which, _)| *which == source.which);
        let round = Round {
            is_shown: included.map_or(belongs, |(_, on)| *on),
            which: Some(source.which),
            name: its_name,
            file: source.file,
            saved: source.saved,
            points: points.filter(|points| points.score().is_some()),
        };
        // Put in its place at once: there are few, and to sort them would be much code.
        let at = rounds.partition_point(|other| time(other) < time(&round));
        rounds.insert(at, round);
    }
    rounds
}

/// What is open and not saved is of now.
fn time(round: &Round) -> f64 {
    match (&round.which, round.saved) {
        (None, 0.0) => f64::INFINITY,
        (_, saved) => saved,
    }
}
