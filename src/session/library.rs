//! Several assessments on one device (stand-in).

use crate::keeper::{Keeper, Shelf};

/// The assessments of one bank and instance.
#[derive(Clone, Debug)]
pub struct Library {
    bank: String,
    instance: String,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// When saved.
    pub saved_at: f64,
    /// Bank version.
    pub version: String,
    /// Bank hash.
    pub hash: String,
    /// Newest good payload.
    pub payload: String,
    /// A slot was damaged.
    pub damaged: bool,
    /// A slot is newer.
    pub newer: bool,
}

impl Library {
    /// For a bank and an instance.
    pub fn new(bank: &str, instance: &str) -> Self {
        Self {
            bank: bank.into(),
            instance: instance.into(),
        }
    }
    fn pointer(&self) -> String {
        ["gca:", &self.bank, ":", &self.instance, ":open"].concat()
    }
    fn ids(&self, shelf: &dyn Shelf) -> Vec<String> {
        let start = ["gca:", &self.bank, ":"].concat();
        let mut ids: Vec<String> = Vec::new();
        for key in shelf.keys() {
            let rest = key
                .strip_prefix(&*start)
                .and_then(|k| k.strip_prefix(&*self.instance));
            let Some(rest) = rest.and_then(|r| r.strip_suffix(":a").or(r.strip_suffix(":b")))
            else {
                continue;
            };
            let id = match rest.strip_prefix('~') {
                Some(id) => id.to_owned(),
                None if rest.is_empty() => String::new(),
                None => continue,
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
    /// All of them, newest first.
    pub fn list(&self, shelf: &dyn Shelf) -> Vec<Entry> {
        let mut all: Vec<Entry> = Vec::new();
        for id in self.ids(shelf) {
            let mut keeper = Keeper::new(&self.bank, &self.instance_of(&id), "list".into());
            let found = keeper.open(shelf, false);
            all.push(Entry {
                id,
                saved_at: found.saved_at,
                version: String::new(),
                hash: String::new(),
                payload: found.payload.unwrap_or_default(),
                damaged: found.damaged,
                newer: found.trouble.is_some(),
            });
        }
        all.sort_by(|a, b| b.saved_at.total_cmp(&a.saved_at).then(a.id.cmp(&b.id)));
        all
    }
    /// The open one.
    pub fn open_id(&self, shelf: &dyn Shelf) -> String {
        let id = shelf.get(&self.pointer()).ok().flatten();
        id.unwrap_or_default()
    }
    /// Remembers the open one.
    pub fn set_open(&self, shelf: &mut dyn Shelf, id: &str) {
        if id.is_empty() {
            shelf.remove(&self.pointer());
        } else {
            let _ = shelf.set(&self.pointer(), id);
        }
    }
    /// The keeper of one.
    pub fn keeper(&self, id: &str, writer: String) -> Keeper {
        Keeper::new(&self.bank, &self.instance_of(id), writer)
    }
    /// Where it is kept.
    pub fn place_of(&self, id: &str) -> String {
        ["gca:", &self.bank, ":", &self.instance_of(id)].concat()
    }
    /// What to give a keeper.
    pub fn instance_of(&self, id: &str) -> String {
        match id {
            "" => self.instance.clone(),
            id => [&self.instance, "~", id].concat(),
        }
    }
    /// An id that is not used.
    pub fn free_id(&self, shelf: &dyn Shelf) -> String {
        let ids = self.ids(shelf);
        let mut n = 2;
        while ids.contains(&n.to_string()) {
            n += 1;
        }
        n.to_string()
    }
    /// Deletes one.
    pub fn delete(&self, shelf: &mut dyn Shelf, id: &str) {
        Keeper::new(&self.bank, &self.instance_of(id), "delete".into()).forget(shelf);
        if self.open_id(shelf) == id {
            shelf.remove(&self.pointer());
        }
    }
    /// Deletes all.
    pub fn delete_all(&self, shelf: &mut dyn Shelf) -> Vec<String> {
        let ids = self.ids(shelf);
        for id in &ids {
            self.delete(shelf, id);
        }
        shelf.remove(&self.pointer());
        ids
    }
}
