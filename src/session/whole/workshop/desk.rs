//! Where a workshop is kept: two alternating slots like an assessment's, beside those of the device.

use super::{Effect, Msg};
use crate::keeper::{place, Keeper, News, Shelf, Stamp, Trouble};
use crate::model::Model;

/// What the place ends with. It is no id of an assessment, so that none is taken for it.
const PLACE: &str = "~workshop";

/// The keeper of the workshop of a bank and an instance of the element.
#[derive(Clone, Debug)]
pub struct Desk {
    keeper: Keeper,
}

impl Desk {
    /// For a bank, an instance of the element, and the id of this open page.
    pub fn new(bank: &str, instance: &str, writer: String) -> Self {
        let place = [&place::first(bank, instance), PLACE].concat();
        Self {
            keeper: Keeper::at(place, writer, 0),
        }
    }

    /// Does what an effect asks of a storage; gives the message that follows. `text` is what is to
    /// be kept, as [`super::write`] gives it.
    pub fn run(
        &mut self,
        effect: &Effect,
        shelf: Option<&mut dyn Shelf>,
        model: &Model,
        now: f64,
    ) -> Option<Msg> {
        match effect {
            Effect::Open => {
                let Some(shelf) = shelf else {
                    return Some(Msg::Opened(Err(Trouble::Denied)));
                };
                let found = self.keeper.open(shelf, false);
                Some(Msg::Opened(match found.trouble {
                    Some(trouble) => Err(trouble),
                    None => Ok(found.payload),
                }))
            }
            Effect::Keep => {
                let Some(shelf) = shelf else {
                    return Some(Msg::Kept(Err(Trouble::Denied)));
                };
                let bank = model.whole_bank();
                let stamp = Stamp {
                    now,
                    version: bank.version(),
                    hash: bank.hash(),
                };
                let text = super::write(bank, model.workshop());
                Some(Msg::Kept(self.keeper.save(shelf, &text, stamp)))
            }
            Effect::Follow => {
                self.keeper.follow(shelf?);
                None
            }
            Effect::Forget => {
                self.keeper.forget(shelf?);
                None
            }
            _ => None,
        }
    }

    /// The keys under which something may be kept.
    pub fn keys(&self) -> [&str; 4] {
        self.keeper.keys()
    }

    /// What another page did to it, if it did.
    pub fn elsewhere(&self, shelf: &dyn Shelf) -> Option<News> {
        self.keeper.elsewhere(shelf)
    }
}
