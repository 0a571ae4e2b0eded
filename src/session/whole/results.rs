//! What the results do besides showing numbers: explain them, try other weights, and say how firm
//! they are.

mod earlier;
mod ranked;
mod robust;
mod weights;
mod why;

pub use earlier::{earlier, Earlier};
pub use ranked::{ranked, Ranked, Standout};
pub use robust::{robustness, unevenness, Robustness, Unevenness};
pub use weights::{choices, weighting, WeightRow, Weighting};
pub use why::{label, why, Label, MeanRow, MeanWhy, QuestionWhy, What, Why};

pub(crate) use weights::weighted;

use crate::model::{Model, Screen};
use crate::msg::{Effect, Focus};
use crate::update::changed;
use crate::whole::device::Spot;
use crate::whole::Said;
use gca_engine::{Node, Weights};
use robust::Drawn;
use std::rc::Rc;

/// What can happen to the results.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Msg {
    /// Explain a number, by its place in the bank that is asked.
    Why(Node),
    /// Close the explanation.
    CloseWhy,
    /// Show the earlier round in the charts, or do not.
    ShowEarlier(bool),
    /// Show where weights are changed, or do not.
    ShowWeights(bool),
    /// Show more of the page: what is there so far is painted.
    Unfold,
    /// Draw weights, a portion of them: nobody waits for this.
    Draw,
    /// Let an area or an indicator count this much.
    Weigh(Node, f64),
    /// Back to the weights of the bank; the focus goes there.
    Standard(Focus),
}

impl Msg {
    /// Whether it changes the assessment, not only what is seen of it.
    pub(crate) fn is_change(self) -> bool {
        matches!(self, Self::Weigh(..) | Self::Standard(_))
    }
}

/// Parts in which the results come onto the page, each in a task of its own: all at once they would
/// hold up an old laptop.
pub const PARTS: u8 = BEFORE_DRAWS + 1;
/// Parts of them that come before weights are drawn. What the draws say is above the last part, which would move.
pub const BEFORE_DRAWS: u8 = 12;
/// Portions of what the draws say, beside the first.
pub const TOLD: u8 = 2;
/// Parts in which the next steps come: the list, and what ticked steps bring.
pub const STEPS_PARTS: u8 = 2;
/// Parts in which the comparison comes.
pub const COMPARE_PARTS: u8 = 3;
/// Parts in which the report comes: what is done with it, and its sheets.
pub const REPORT_PARTS: u8 = 2;

/// The state of the results.
#[derive(Clone, Debug, Default)]
pub(crate) struct Results {
    /// Parts that are on the page beside its head, up to [`PARTS`].
    unfolded: u8,
    /// What is being explained.
    why: Option<Node>,
    /// Whether the user does not want to see the earlier round.
    hides_earlier: bool,
    /// What drawn weights gave, and for what.
    drawn: Option<Rc<Drawn>>,
    /// Whether it is shown where weights are changed.
    shows_weights: bool,
    /// How often weights came from elsewhere than the fields that show them.
    weights_set: usize,
    /// How often anything happened that a part of the page may show.
    happened: usize,
    /// How often weights were drawn.
    draws: usize,
    /// How many portions are shown of what they say, beside the first.
    told: u8,
}

/// Changes the state; see [`crate::update()`].
pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let state = &mut model.whole_part.results;
    match msg {
        Msg::Why(node) => {
            state.why = Some(node);
            vec![Effect::Focus(Focus::Why)]
        }
        Msg::CloseWhy => {
            state.why = None;
            vec![Effect::Focus(Focus::Device(Spot::Opener))]
        }
        Msg::ShowEarlier(on) => {
            state.hides_earlier = !on;
            vec![]
        }
        Msg::ShowWeights(on) => {
            state.shows_weights = on;
            vec![]
        }
        Msg::Unfold => {
            if state.unfolded >= BEFORE_DRAWS && state.told < TOLD {
                state.told += 1;
            } else {
                state.unfolded = (state.unfolded + 1).min(PARTS);
            }
            vec![]
        }
        Msg::Draw => {
            robust::draw(model);
            model.whole_part.results.told = 0;
            vec![]
        }
        Msg::Weigh(node, weight) => match weights::set(model, node, weight) {
            true => changed(model),
            false => vec![],
        },
        Msg::Standard(focus) => {
            model.edit_details(|details| details.weights = Weights::default());
            model.whole_part.results.weights_set += 1;
            model.reweigh();
            model.whole_part.say(Said::Standard);
            let mut effects = changed(model);
            effects.push(Effect::Focus(focus));
            effects
        }
    }
}

/// Another page was opened, or other answers came.
pub(crate) fn left(model: &mut Model) {
    let state = &mut model.whole_part.results;
    state.why = None;
    state.unfolded = 0;
    state.told = 0;
}

/// From now on so many parts are on the page; the others come again, each in a task of its own.
pub(crate) fn fold(model: &mut Model, parts: u8) {
    model.whole_part.results.unfolded = parts;
}

impl Results {
    /// That more parts come changes none that is there.
    pub(crate) fn hear(&mut self, msg: &crate::Msg) {
        match msg {
            crate::Msg::Whole(crate::WholeMsg::Results(Msg::Unfold)) => {}
            crate::Msg::Whole(crate::WholeMsg::Results(Msg::Draw)) => self.draws += 1,
            _ => self.happened += 1,
        }
    }

    /// Other weights came with other answers: fields that show them are made anew.
    pub(crate) fn restored(&mut self) {
        self.why = None;
        self.weights_set += 1;
    }
}

impl Model {
    /// What is being explained.
    pub fn asked_why(&self) -> Option<Node> {
        self.whole_part.results.why
    }

    /// Parts of the results, the next steps, the comparison or the report that are on the page beside
    /// its head, 0 to all.
    pub fn unfolded(&self) -> u8 {
        self.whole_part.results.unfolded
    }

    /// Another number whenever a part of the results may look other than before. Drawn weights are seen only in what is
    /// said of them (`of_draws`), which comes in portions.
    pub fn version(&self, of_draws: bool) -> usize {
        let state = &self.whole_part.results;
        match of_draws {
            true => {
                usize::from(TOLD + 1) * (state.happened + state.draws) + usize::from(state.told)
            }
            false => usize::from(TOLD + 1) * state.happened,
        }
    }

    /// What is to be sent once the page is painted: more of it, or weights drawn for answers that are
    /// new.
    pub fn next_part(&self) -> Option<Msg> {
        let parts = match self.screen {
            Screen::Results => PARTS,
            Screen::Steps => STEPS_PARTS,
            Screen::Compare => COMPARE_PARTS,
            Screen::Report => REPORT_PARTS,
            _ => return None,
        };
        if self.config.first {
            return None;
        }
        let state = &self.whole_part.results;
        let is_told = self.screen == Screen::Results && state.unfolded >= BEFORE_DRAWS;
        if is_told && robust::is_due(self) {
            return Some(Msg::Draw);
        }
        (state.unfolded < parts || is_told && state.told < TOLD).then_some(Msg::Unfold)
    }

    /// How many portions are shown of what drawn weights say, beside the first: 0 to [`TOLD`]. Each comes in a task of its own.
    pub fn told_of_draws(&self) -> u8 {
        self.whole_part.results.told
    }

    /// Name of the earlier round; `None` if there is none, empty if it has no name.
    pub fn earlier_name(&self) -> Option<&Rc<str>> {
        Some(&self.whole_part.details.earlier.as_ref()?.name)
    }

    /// Whether the earlier round is shown in the charts; `None` if there is none.
    pub fn earlier_shown(&self) -> Option<bool> {
        let part = &self.whole_part;
        part.earlier.as_ref()?;
        Some(!part.results.hides_earlier)
    }

    /// Whether it is shown where weights are changed.
    pub fn shows_weights(&self) -> bool {
        self.whole_part.results.shows_weights
    }

    /// How often weights came from elsewhere than the fields that show them.
    pub fn weights_set(&self) -> usize {
        self.whole_part.results.weights_set
    }

    /// Whether the assessment is computed with the weights of the bank. Where it is not, every
    /// picture, print and file says so.
    pub fn has_standard_weights(&self) -> bool {
        weights::is_standard(self)
    }
}
