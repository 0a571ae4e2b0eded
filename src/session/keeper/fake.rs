//! A storage for tests, which fails as those of browsers do.

use super::{Denied, Shelf, Stamp};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Texts by key.
#[derive(Default, Clone)]
pub(crate) struct Fake {
    pub(crate) texts: BTreeMap<String, String>,
    /// Nothing can be read or written.
    pub(crate) denied: bool,
    /// The write after this many fails.
    pub(crate) writes_left: Option<usize>,
    /// How many bytes of keys and texts it takes.
    pub(crate) room: Option<usize>,
    /// Any call may fail, some writes half way.
    pub(crate) moody: Option<RefCell<Dice>>,
}

impl Fake {
    pub(crate) fn put(&mut self, key: &str, text: &str) {
        self.texts.insert(key.into(), text.into());
    }

    fn fails(&self, percent: usize) -> bool {
        let mood = self.moody.as_ref();
        mood.is_some_and(|dice| dice.borrow_mut().below(100) < percent)
    }

    fn is_full_with(&self, key: &str, text: &str) -> bool {
        let others = self.texts.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(key, text)| key.len() + text.len()).sum();
        self.room
            .is_some_and(|room| used + key.len() + text.len() > room)
    }
}

impl Shelf for Fake {
    fn get(&self, key: &str) -> Result<Option<String>, Denied> {
        if self.denied || self.fails(8) {
            return Err(Denied);
        }
        Ok(self.texts.get(key).cloned())
    }
    fn set(&mut self, key: &str, text: &str) -> Result<(), Denied> {
        if let Some(left) = &mut self.writes_left {
            *left = left.checked_sub(1).ok_or(Denied)?;
        }
        if self.denied || self.is_full_with(key, text) || self.fails(8) {
            return Err(Denied);
        }
        if self.fails(4) {
            let half: String = text.chars().take(text.chars().count() / 2).collect();
            self.put(key, &half);
            return Err(Denied);
        }
        self.put(key, text);
        Ok(())
    }
    fn remove(&mut self, key: &str) {
        if !self.denied && !self.fails(8) {
            self.texts.remove(key);
        }
    }
    fn keys(&self) -> Vec<String> {
        if self.denied || self.fails(8) {
            return Vec::new();
        }
        self.texts.keys().cloned().collect()
    }
}

/// What saves in tests are labelled with.
pub(crate) const STAMP: Stamp = Stamp {
    now: 1.0,
    version: "1",
    hash: "h",
};

/// Numbers from a seed, so that a failure can be met again.
#[derive(Clone)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}
