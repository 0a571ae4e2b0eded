//! The earlier round as it is shown beside this one.

use crate::model::Model;
use gca_engine::{assess, Points};
use std::rc::Rc;

/// The earlier round, on the bank and with the weights of this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// Its name; empty if it has none.
    pub name: Rc<str>,
    /// Its overall points; `None` if nothing applies.
    pub overall: Option<Points>,
    /// Number of each area, from 1, and its headline.
    pub areas: Vec<(usize, f64)>,
}

/// The earlier round, if there is one and the user wants to see it. Numbers of areas as in
/// [`crate::view::AreaRow`].
pub fn earlier(model: &Model) -> Option<Earlier> {
    model.earlier_shown().filter(|shown| *shown)?;
    let part = &model.whole_part;
    let then = assess(&model.bank, part.earlier.as_ref()?);
    let areas = model.bank.areas().iter().zip(&then.areas);
    let scored = areas
        .filter_map(|(area, result)| Some((area.source + 1, result.as_ref()?.points.score()?)));
    Some(Earlier {
        name: part.details.earlier.as_ref()?.name.clone(),
        areas: scored.collect(),
        overall: then.overall.map(|o| o.points),
    })
}
