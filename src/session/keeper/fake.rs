//! A storage for tests, which fails as those of browsers do.

use super::{Denied, Shelf, Stamp};
use std::collections::BTreeMap;

/// Texts by key.
#[derive(Default, Clone)]
pub(crate) struct Fake {
    pub(crate) texts: BTreeMap<String, String>,
    /// Nothing can be read or written.
    pub(crate) denied: bool,
    /// The write after this many fails.
    pub(crate) writes_left: Option<usize>,
}

impl Fake {
    pub(crate) fn put(&mut self, key: &str, text: &str) {
        self.texts.insert(key.into(), text.into());
    }
}

impl Shelf for Fake {
    fn get(&self, key: &str) -> Result<Option<String>, Denied> {
        if self.denied {
            return Err(Denied);
        }
        Ok(self.texts.get(key).cloned())
    }
    fn set(&mut self, key: &str, text: &str) -> Result<(), Denied> {
        if let Some(left) = &mut self.writes_left {
            *left = left.checked_sub(1).ok_or(Denied)?;
        }
        self.put(key, text);
        Ok(())
    }
    fn remove(&mut self, key: &str) {
        self.texts.remove(key);
    }
}

/// What saves in tests are labelled with.
pub(crate) const STAMP: Stamp = Stamp {
    now: 1.0,
    version: "1",
    hash: "h",
};
