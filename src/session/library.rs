//! Several assessments on one device, under one bank and one instance of the element.
//!
//! Start with [`Library::list`]. There is no index that could be out of step with what is kept:
//! the keys of the storage are the list. Answers are kept by a [`Keeper`] for each assessment.

use crate::keeper::place::{self, ENDS, OPEN};
use crate::keeper::{Keeper, Shelf};
use crate::slots;

/// The assessments of a bank and an instance. An assessment is known by its id: empty for the
/// first one, a number above 1 in base 36 for the others.
#[derive(Clone, Debug)]
pub struct Library {
    first: String,
}

/// An assessment that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its id; empty for the first one.
    pub id: String,
    /// When it was saved, in milliseconds since 1970; 0 if nothing could be read.
    pub saved_at: f64,
    /// Version of the bank it was answered on; empty if nothing could be read.
    pub version: String,
    /// Hash of that bank; empty if it has none or nothing could be read.
    pub hash: String,
    /// The newest good snapshot as JSON text; empty if nothing could be read.
    pub payload: String,
    /// Whether one of its slots is damaged.
    pub damaged: bool,
    /// Whether one of its slots was written by a newer version of the product.
    pub newer: bool,
}

impl Library {
    /// Of a bank, and an instance of the element.
    pub fn new(bank: &str, instance: &str) -> Self {
        Self {
            first: place::first(bank, instance),
        }
    }

    /// What is kept, saved last first.
    pub fn list(&self, shelf: &dyn Shelf) -> Vec<Entry> {
        let mut ids: Vec<String> = Vec::new();
        for key in self.all_keys(shelf) {
            match self.id_of(&key) {
                Some(id) if !ids.iter().any(|other| other == id) => ids.push(id.to_owned()),
                _ => {}
            }
        }
        let mut list: Vec<Entry> = ids
            .into_iter()
            .filter_map(|id| self.entry(shelf, id))
            .collect();
        // Clocks may go back or stand still; the order is the same each time all the same.
        list.sort_by(|a, b| {
            let ids = || (a.id.len(), &a.id).cmp(&(b.id.len(), &b.id));
            b.saved_at.total_cmp(&a.saved_at).then_with(ids)
        });
        list
    }

    /// The assessment that was open last; if that is not known or gone the one saved last, and if
    /// there is none the first.
    pub fn open_id(&self, shelf: &dyn Shelf) -> String {
        self.pointer(shelf)
            .filter(|id| place::is_kept(shelf, &self.place_of(id)))
            .or_else(|| self.list(shelf).into_iter().next().map(|entry| entry.id))
            .unwrap_or_default()
    }

    /// Remembers which assessment is open. An id that [`Library::free_id`] gave is taken from then
    /// on. If it cannot be written nothing is remembered rather than something else.
    pub fn set_open(&self, shelf: &mut dyn Shelf, id: &str) {
        let key = self.pointer_key();
        let is_ours = id.is_empty() || place::is_id(id);
        if !is_ours || shelf.set(&key, id).is_err() {
            shelf.remove(&key);
        }
    }

    /// Where an assessment is kept: what [`Keeper::at`] wants.
    pub fn place_of(&self, id: &str) -> String {
        place::further(&self.first, id)
    }

    /// The keeper of an assessment, for the id of an open page.
    pub fn keeper(&self, id: &str, writer: String) -> Keeper {
        Keeper::at(self.place_of(id), writer, 0)
    }

    /// An id for another assessment: the lowest that no key has, and that is not open elsewhere
    /// without having been saved. The first one is not given again.
    pub fn free_id(&self, shelf: &dyn Shelf) -> String {
        let mut taken: Vec<String> = self.pointer(shelf).into_iter().collect();
        let keys = self.all_keys(shelf);
        taken.extend(
            keys.iter()
                .filter_map(|key| self.id_of(key))
                .map(str::to_owned),
        );
        let mut n = 2;
        loop {
            let id = base36(n);
            // Without a list of keys the storage is asked for each.
            if !taken.contains(&id) && !place::is_kept(shelf, &self.place_of(&id)) {
                return id;
            }
            n += 1;
        }
    }

    /// Deletes an assessment and what was set aside of it; gives the keys that are gone.
    pub fn delete(&self, shelf: &mut dyn Shelf, id: &str) -> Vec<String> {
        let place = self.place_of(id);
        let mut keys: Vec<String> = ENDS.map(|end| [&*place, end].concat()).into();
        if self.pointer(shelf).as_deref() == Some(id) {
            keys.push(self.pointer_key());
        }
        remove(shelf, keys)
    }

    /// Deletes everything of this bank and instance; gives the keys that are gone.
    pub fn delete_all(&self, shelf: &mut dyn Shelf) -> Vec<String> {
        let keys = self.all_keys(shelf);
        remove(shelf, keys)
    }

    /// Every key under which something of this bank and instance stands: the slots of each
    /// assessment, what was set aside of them, and which one was open.
    pub fn all_keys(&self, shelf: &dyn Shelf) -> Vec<String> {
        let mut keys = shelf.keys();
        // What can be known without a list of keys is found without it.
        let open = self.pointer(shelf).unwrap_or_default();
        for place in [&self.first, &self.place_of(&open)] {
            keys.extend(ENDS.map(|end| [place, end].concat()));
        }
        keys.push(self.pointer_key());
        keys.retain(|key| self.is_ours(key) && matches!(shelf.get(key), Ok(Some(_))));
        keys.sort();
        keys.dedup();
        keys
    }

    fn entry(&self, shelf: &dyn Shelf, id: String) -> Option<Entry> {
        let place = self.place_of(&id);
        let [a, b, ..] = ENDS.map(|end| shelf.get(&[&*place, end].concat()).ok().flatten());
        let reading = slots::choose([a.as_deref(), b.as_deref()]);
        let mut entry = Entry {
            id,
            damaged: reading.damaged,
            newer: reading.newer,
            ..Entry::default()
        };
        match reading.best {
            Some(best) => {
                // A header has a dash where there is nothing.
                let word = |word: &str| if word == "-" { "" } else { word }.to_owned();
                entry.saved_at = best.saved_at;
                entry.version = word(best.bank_version);
                entry.hash = word(best.bank_hash);
                entry.payload = best.payload.to_owned();
            }
            None if !reading.damaged && !reading.newer => return None,
            None => {}
        }
        Some(entry)
    }

    fn pointer_key(&self) -> String {
        [&self.first, OPEN].concat()
    }

    /// What the device says was open last, if it can be an id.
    fn pointer(&self, shelf: &dyn Shelf) -> Option<String> {
        let id = shelf.get(&self.pointer_key()).ok().flatten()?;
        (id.is_empty() || place::is_id(&id)).then_some(id)
    }

    fn is_ours(&self, key: &str) -> bool {
        self.id_of(key).is_some() || key.strip_prefix(&self.first) == Some(OPEN)
    }

    /// The assessment to which a key belongs.
    fn id_of<'a>(&self, key: &'a str) -> Option<&'a str> {
        let rest = key.strip_prefix(&self.first)?;
        let name = ENDS.iter().find_map(|end| rest.strip_suffix(end))?;
        match name.strip_prefix('~') {
            Some(id) => place::is_id(id).then_some(id),
            None => name.is_empty().then_some(name),
        }
    }
}

/// Removes keys; gives those that had been there and are gone.
fn remove(shelf: &mut dyn Shelf, mut keys: Vec<String>) -> Vec<String> {
    keys.retain(|key| matches!(shelf.get(key), Ok(Some(_))));
    for key in &keys {
        shelf.remove(key);
    }
    keys.retain(|key| shelf.get(key) == Ok(None));
    keys
}

fn base36(mut n: u32) -> String {
    let mut digits = Vec::new();
    while n > 0 {
        digits.extend(char::from_digit(n % 36, 36));
        n /= 36;
    }
    digits.into_iter().rev().collect()
}

#[cfg(test)]
mod tests;
