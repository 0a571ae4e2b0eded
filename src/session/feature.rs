//! Parts of the product that a page may do without.

use crate::model::{Model, Screen};

/// A part of the product that a page may hide. `www/attributes.js` has their names in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// Scores: their screen, and what is said of them while answering.
    Results,
    /// What to do next.
    Steps,
    /// This assessment beside others.
    Compare,
    /// All of it on paper.
    Report,
    /// Notes to questions.
    Notes,
    /// Evidence of answers.
    Evidence,
    /// Other weights.
    Weights,
    /// Everything that is saved as a file or comes from one.
    Files,
    /// Codes that hold answers, and links with them.
    Codes,
    /// Several assessments on one device.
    Several,
    /// Answering in a group.
    Workshop,
    /// The choice of the language.
    Language,
}

impl Model {
    /// Whether the page does without a part.
    #[inline(never)]
    pub fn hides(&self, feature: Feature) -> bool {
        self.config.hidden >> feature as u16 & 1 == 1
    }

    /// Whether the page does without a screen.
    pub fn hides_screen(&self, screen: Screen) -> bool {
        self.hides(match screen {
            Screen::Results => Feature::Results,
            Screen::Steps => Feature::Steps,
            Screen::Compare => Feature::Compare,
            Screen::Report => Feature::Report,
            Screen::Workshop => Feature::Workshop,
            _ => return false,
        })
    }

    /// The screen at which a complete assessment has been told.
    pub(crate) fn end(&self) -> Screen {
        if self.hides(Feature::Results) {
            Screen::Review
        } else {
            Screen::Results
        }
    }

    /// A screen that may be shown: what is hidden goes to the start.
    pub(crate) fn allowed(&self, screen: Screen) -> Screen {
        if self.hides_screen(screen) {
            Screen::Start
        } else {
            screen
        }
    }
}
