//! What is left to answer, most telling first (METHOD, section 8).

use crate::model::Model;
use crate::view::{row, Row};
use gca_engine::roadmap;

/// A question whose answer would make the range of the score narrower.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// The question.
    pub row: Row,
    /// Width that it adds to the range, in points of 0–100.
    pub points: f64,
}

/// Every open question, by what its answer would tell.
pub fn left(model: &Model) -> Vec<Left> {
    let roadmap = roadmap(&model.bank, &model.answers, &model.assessment);
    let open = roadmap.find_out.into_iter().filter_map(|open| {
        Some(Left {
            row: row(model, open.question)?,
            points: open.weight_points,
        })
    });
    open.collect()
}
