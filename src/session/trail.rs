//! Changes of answers as numbers: the first program hands them over, so that the whole one can take them back.

use gca_engine::Answer;

/// Position of the question in the whole bank; what kind of answer it had before; its value, and of a checklist the upper half.
pub(crate) type Step = [f64; 4];

/// A change of the answer at a position, by the answer before.
pub(crate) fn step(source: usize, before: Option<Answer>) -> Step {
    let (kind, value, upper) = match before {
        None => (0, 0.0, 0),
        Some(Answer::Option(at)) => (1, at.into(), 0),
        Some(Answer::Ticks(ticks)) => (2, f64::from(ticks as u32), (ticks >> 32) as u32),
        Some(Answer::Number(value)) => (3, value, 0),
        Some(Answer::DontKnow) => (4, 0.0, 0),
        Some(Answer::NotApplicable) => (5, 0.0, 0),
        Some(Answer::Invalid) => (6, 0.0, 0),
    };
    [source as f64, kind.into(), value, upper.into()]
}

/// The change that [`step`] wrote.
#[cfg(feature = "whole")]
pub(crate) fn read([source, kind, value, upper]: Step) -> (usize, Option<Answer>) {
    let ticks = (u64::from(upper as u32) << 32) | u64::from(value as u32);
    let before = match kind as u8 {
        1 => Some(Answer::Option(value as u8)),
        2 => Some(Answer::Ticks(ticks)),
        3 => Some(Answer::Number(value)),
        4 => Some(Answer::DontKnow),
        5 => Some(Answer::NotApplicable),
        6 => Some(Answer::Invalid),
        _ => None,
    };
    (source as usize, before)
}

#[cfg(all(test, feature = "whole"))]
mod tests {
    use super::*;

    #[test]
    fn every_answer_comes_back() {
        for before in [
            None,
            Some(Answer::Option(0)),
            Some(Answer::Option(255)),
            Some(Answer::Ticks(1)),
            Some(Answer::Ticks(u64::MAX)),
            Some(Answer::Ticks(1 << 53 | 1)),
            Some(Answer::Number(-0.25)),
            Some(Answer::DontKnow),
            Some(Answer::NotApplicable),
            Some(Answer::Invalid),
        ] {
            assert_eq!(read(step(69, before)), (69, before));
        }
    }
}
