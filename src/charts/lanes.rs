//! Labels under a scale, in as many lines as they need not to overlap.

use crate::ink::{Ink, Tone};
use crate::measure::width;
use crate::scene::{Anchor, Label};

/// The least space between labels in a lane, in pixels.
const GAP: f64 = 10.0;

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The lane, from 0, which is the nearest to the scale.
    pub lane: usize,
    /// Across, 0–100.
    pub at: f64,
    /// Which part of it stands there.
    pub anchor: Anchor,
}

/// Places the labels of a scale that is `room` pixels wide or more. They stand in the middle of what they
/// name, or at the end of the scale if they would reach further than `beyond` pixels over it.
pub fn lanes(labels: &[Label], room: f64, beyond: f64) -> Vec<Placed> {
    let mut ends: Vec<f64> = Vec::new();
    let mut placed = Vec::new();
    for label in labels {
        let wide = width(&label.words, look(label).look());
        let middle = label.at * room / 100.0;
        let (at, anchor, left) = if middle - wide / 2.0 < -beyond {
            (0.0, Anchor::Left, 0.0)
        } else if middle + wide / 2.0 > room + beyond {
            (100.0, Anchor::Right, room - wide)
        } else {
            (label.at, Anchor::Middle, middle - wide / 2.0)
        };
        let free = ends.iter().position(|end| *end + GAP <= left);
        let lane = free.unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = left + wide,
            None => ends.push(left + wide),
        }
        placed.push(Placed { lane, at, anchor });
    }
    placed
}

/// How a label looks.
pub(crate) fn look(label: &Label) -> Ink {
    Ink::Text(if label.is_strong {
        Tone::Strong
    } else {
        Tone::Small
    })
}
