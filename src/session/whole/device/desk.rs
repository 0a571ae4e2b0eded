//! What the effects ask of the storage, done the same way in a browser and in a test.

use super::{Effect, Msg, Row};
use crate::keeper::place::is_kept;
use crate::keeper::{Keeper, Shelf, Stamp, Trouble};
use crate::library::Library;
use crate::snapshot::Snapshot;
use crate::whole::WholeMsg;
use gca_engine::Bank;

/// The assessments of an element, and which of them is open in this page.
#[derive(Clone, Debug)]
pub struct Desk {
    library: Library,
    id: String,
    /// Whether the device knows already which one is open here. A new assessment is not worth
    /// remembering before something is answered.
    is_known: bool,
}

impl Desk {
    /// For a bank and an instance of the element; `place` is where the open assessment is kept.
    pub fn new(bank: &str, instance: &str, place: &str) -> Self {
        let library = Library::new(bank, instance);
        let id = place.strip_prefix(&library.place_of(""));
        let id = id.and_then(|rest| rest.strip_prefix('~'));
        Self {
            id: id.unwrap_or_default().into(),
            library,
            is_known: true,
        }
    }

    /// The keeper of the open assessment, for the id of this open page.
    pub fn keeper(&self, writer: String) -> Keeper {
        self.library.keeper(&self.id, writer)
    }

    /// Where the open assessment is kept: the beginning of its keys.
    pub fn place(&self) -> String {
        self.library.place_of(&self.id)
    }

    /// To be called before each save: another page may have taken the place of a new assessment.
    /// Gives whether it has another place now.
    pub fn settle(&mut self, keeper: &mut Keeper, shelf: &dyn Shelf) -> bool {
        let is_taken = !self.is_known && is_kept(shelf, keeper.place());
        if is_taken {
            let id = self.library.free_id(shelf);
            self.turn_to(id, keeper);
        }
        is_taken
    }

    /// To be called after each save that succeeded.
    pub fn saved(&mut self, shelf: &mut dyn Shelf) {
        if !self.is_known {
            self.library.set_open(shelf, &self.id);
            self.is_known = true;
        }
    }

    /// To be called after the open assessment was removed.
    pub fn forgot(&mut self, shelf: &mut dyn Shelf) {
        let _ = self.library.delete(shelf, &self.id);
        self.is_known = self.id.is_empty();
    }

    /// Does what an effect asks of a storage; gives the message that follows. Effects that ask
    /// something else come to nothing here.
    pub fn run(
        &mut self,
        effect: &Effect,
        keeper: &mut Keeper,
        shelf: Option<&mut dyn Shelf>,
        bank: &Bank,
        now: f64,
    ) -> Option<crate::Msg> {
        let Some(shelf) = shelf else {
            if *effect == Effect::Fresh {
                // Should a storage turn up later, this must not lie where something else lies.
                self.turn_to(unused(now), keeper);
                self.is_known = false;
            }
            return match effect {
                Effect::Add(snapshots) => {
                    let denied = vec![Err(Trouble::Denied); snapshots.len()];
                    Some(crate::Msg::Whole(WholeMsg::Device(Msg::Added(denied))))
                }
                _ => None,
            };
        };
        let msg = match effect {
            Effect::List => Msg::Listed(self.rows(shelf, bank)),
            Effect::Load(id) => {
                self.turn_to(id.clone(), keeper);
                self.library.set_open(shelf, id);
                self.is_known = true;
                let found = keeper.open(shelf, false);
                let snapshot = found.payload.as_deref().and_then(Snapshot::parse);
                return Some(crate::Msg::Opened(found, snapshot));
            }
            Effect::Fresh => {
                let id = self.library.free_id(shelf);
                self.turn_to(id, keeper);
                self.is_known = false;
                return None;
            }
            Effect::Add(snapshots) => {
                let writer = keeper.writer();
                let add = |snapshot| self.add(snapshot, writer, shelf, bank, now);
                Msg::Added(snapshots.iter().map(add).collect())
            }
            Effect::Put(id, snapshot) => {
                let mut other = self.library.keeper(id, keeper.writer().into());
                other.open(shelf, false);
                // What it says about the name is worth no notice of its own if it fails.
                let _ = other.save(shelf, &text(snapshot), stamp(bank, now));
                return None;
            }
            Effect::Remove(id) => {
                let _ = self.library.delete(shelf, id);
                return None;
            }
            Effect::RemoveAll => {
                keeper.forget(shelf);
                self.library.delete_all(shelf);
                self.turn_to(String::new(), keeper);
                self.is_known = true;
                return None;
            }
            Effect::Vacate(_) => {
                keeper.forget(shelf);
                self.forgot(shelf);
                return None;
            }
            _ => return None,
        };
        Some(crate::Msg::Whole(WholeMsg::Device(msg)))
    }

    /// The assessments that are not open here.
    fn rows(&self, shelf: &dyn Shelf, bank: &Bank) -> Vec<Row> {
        let entries = self.library.list(shelf).into_iter();
        entries
            .filter(|entry| entry.id != self.id)
            .map(|e| Row::new(e.id, e.saved_at, &e.payload, e.newer, bank))
            .collect()
    }

    fn add(
        &self,
        snapshot: &Snapshot,
        writer: &str,
        shelf: &mut dyn Shelf,
        bank: &Bank,
        now: f64,
    ) -> Result<String, Trouble> {
        let mut id = self.library.free_id(shelf);
        if id == self.id {
            // The open one has a place, but nothing is in it yet.
            let busy = Occupied(shelf, self.library.keeper(&id, writer.into()));
            id = self.library.free_id(&busy);
        }
        let mut keeper = self.library.keeper(&id, writer.into());
        keeper.save(shelf, &text(snapshot), stamp(bank, now))?;
        Ok(id)
    }

    fn turn_to(&mut self, id: String, keeper: &mut Keeper) {
        *keeper = self.library.keeper(&id, keeper.writer().into());
        self.id = id;
    }
}

/// An id that no other assessment is likely to have, for when the storage cannot be asked.
fn unused(now: f64) -> String {
    let mut n = now as u64 / 100;
    let mut id = String::from("z");
    for _ in 0..5 {
        id.extend(char::from_digit((n % 36) as u32, 36));
        n /= 36;
    }
    id
}

fn text(snapshot: &Snapshot) -> String {
    snapshot.text(&crate::json::number)
}

fn stamp(bank: &Bank, now: f64) -> Stamp<'_> {
    Stamp {
        now,
        version: bank.version(),
        hash: bank.hash(),
    }
}

/// A storage as it would be if something were kept under one more place.
struct Occupied<'a>(&'a dyn Shelf, Keeper);

impl Shelf for Occupied<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, crate::keeper::Denied> {
        match self.1.keys().contains(&key) {
            true => Ok(Some("taken".into())),
            false => self.0.get(key),
        }
    }
    fn set(&mut self, _: &str, _: &str) -> Result<(), crate::keeper::Denied> {
        Err(crate::keeper::Denied)
    }
    fn remove(&mut self, _: &str) {}
    fn keys(&self) -> Vec<String> {
        let mut keys = self.0.keys();
        keys.extend(self.1.keys().map(String::from));
        keys
    }
}
