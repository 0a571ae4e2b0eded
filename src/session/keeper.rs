//! Keeping answers on the device: which slot to write, when not to, and what to say about it.

use crate::slots::{self, Slot};

/// Where texts can be put under keys: the browser's storage, or a list in a test.
pub trait Shelf {
    /// The text under a key.
    ///
    /// # Errors
    /// The storage cannot be used at all.
    fn get(&self, key: &str) -> Result<Option<String>, Denied>;
    /// Puts a text under a key.
    ///
    /// # Errors
    /// No room, or the storage cannot be used; whatever the browser says counts as not saved.
    fn set(&mut self, key: &str, text: &str) -> Result<(), Denied>;
    /// Removes a key; failing to is not told apart from having nothing to remove.
    fn remove(&mut self, key: &str);
}

/// The storage said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied;

/// Why answers are not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Storage is blocked.
    Denied,
    /// Writing failed, or what was read back is not what was written.
    Full,
    /// A newer version of the product wrote what is there.
    Newer,
    /// Another tab wrote since.
    Elsewhere,
}

/// What was found when opening.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The newest good snapshot as JSON text.
    pub payload: Option<String>,
    /// When it was saved, in milliseconds since 1970.
    pub saved_at: f64,
    /// A slot was damaged; the other one was used, if it was good.
    pub damaged: bool,
    /// Why nothing can be saved from now on.
    pub trouble: Option<Trouble>,
}

/// What a write is labelled with.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// Milliseconds since 1970.
    pub now: f64,
    /// Version of the bank.
    pub version: &'a str,
    /// Hash of the bank.
    pub hash: &'a str,
}

/// Keeps one assessment under one key.
#[derive(Clone, Debug)]
pub struct Keeper {
    keys: [String; 2],
    aside: String,
    writer: String,
    sequence: u64,
}

impl Keeper {
    /// For a bank, an instance of the element, and the id of this open page.
    pub fn new(bank: &str, instance: &str, writer: String) -> Self {
        let key = |end| ["gca:", bank, ":", instance, end].concat();
        Self {
            keys: [key(":a"), key(":b")],
            aside: key(":damaged"),
            writer,
            sequence: 0,
        }
    }

    /// Goes on for another program on the same page, which is not to be mistaken for another tab.
    pub fn resume(bank: &str, instance: &str, writer: String, sequence: u64) -> Self {
        Self {
            sequence,
            ..Self::new(bank, instance, writer)
        }
    }

    /// Who writes.
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// The number of the newest write that this keeper knows of.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// The keys under which something may be kept.
    pub fn keys(&self) -> [&str; 3] {
        let [a, b] = &self.keys;
        [a, b, &self.aside]
    }

    /// Reads what is there. With `older`, the newest slot is passed over for the one before.
    pub fn open(&mut self, shelf: &dyn Shelf, older: bool) -> Found {
        let [a, b] = self.texts(shelf);
        let (Ok(mut a), Ok(mut b)) = (a, b) else {
            return Found {
                trouble: Some(Trouble::Denied),
                ..Found::default()
            };
        };
        // The sequence counts on from the newest, even when an older one is shown.
        let newest = slots::choose(a.as_deref(), b.as_deref());
        self.sequence = newest.best.as_ref().map_or(0, |s| s.sequence);
        if older {
            match newest.next {
                0 => b = None,
                _ => a = None,
            }
        }
        let reading = slots::choose(a.as_deref(), b.as_deref());
        Found {
            saved_at: reading.best.as_ref().map_or(0.0, |s| s.saved_at),
            payload: reading.best.map(|s| s.payload.to_owned()),
            damaged: reading.damaged,
            trouble: reading.newer.then_some(Trouble::Newer),
        }
    }

    /// Writes into the older slot and reads it back.
    ///
    /// # Errors
    /// Why it is not saved; what was there before is still there.
    pub fn save(
        &mut self,
        shelf: &mut dyn Shelf,
        payload: &str,
        stamp: Stamp,
    ) -> Result<(), Trouble> {
        let [a, b] = self.texts(shelf);
        let (a, b) = (
            a.map_err(|_| Trouble::Denied)?,
            b.map_err(|_| Trouble::Denied)?,
        );
        let reading = slots::choose(a.as_deref(), b.as_deref());
        if reading.newer {
            return Err(Trouble::Newer);
        }
        if let Some(best) = &reading.best {
            if best.sequence > self.sequence && best.writer != self.writer {
                return Err(Trouble::Elsewhere);
            }
        }
        let (key, present) = match reading.next {
            0 => (self.keys.first(), &a),
            _ => (self.keys.last(), &b),
        };
        let key = key.map_or("", String::as_str);
        if reading.damaged {
            // Whatever it was, it may be all that is left of somebody's work.
            for text in [&a, &b].into_iter().flatten() {
                if slots::read(Some(text)).is_err() {
                    let _ = shelf.set(&self.aside, text);
                }
            }
        }
        let sequence = reading
            .best
            .as_ref()
            .map_or(0, |s| s.sequence)
            .max(self.sequence)
            + 1;
        let text = slots::write(&Slot {
            sequence,
            saved_at: stamp.now,
            writer: &self.writer,
            bank_version: stamp.version,
            bank_hash: stamp.hash,
            payload,
        });
        let written = shelf.set(key, &text);
        if written.is_ok() && shelf.get(key) == Ok(Some(text)) {
            self.sequence = sequence;
            return Ok(());
        }
        // A half-written slot would only be found damaged later: put back what stood there.
        match present {
            Some(before) => {
                let _ = shelf.set(key, before);
            }
            None => shelf.remove(key),
        }
        Err(Trouble::Full)
    }

    /// Whether another page has written since, and what.
    pub fn elsewhere(&self, shelf: &dyn Shelf) -> Option<Found> {
        let [a, b] = self.texts(shelf);
        let (a, b) = (a.ok()?, b.ok()?);
        let best = slots::choose(a.as_deref(), b.as_deref()).best?;
        (best.sequence > self.sequence && best.writer != self.writer).then(|| Found {
            payload: Some(best.payload.to_owned()),
            saved_at: best.saved_at,
            ..Found::default()
        })
    }

    /// Goes on from what another page wrote: the next save is allowed to follow it.
    pub fn follow(&mut self, shelf: &dyn Shelf) {
        let _ = self.open(shelf, false);
    }

    /// Removes everything kept under this key.
    pub fn forget(&mut self, shelf: &mut dyn Shelf) {
        for key in self.keys() {
            shelf.remove(key);
        }
        self.sequence = 0;
    }

    fn texts(&self, shelf: &dyn Shelf) -> [Result<Option<String>, Denied>; 2] {
        let [a, b] = &self.keys;
        [shelf.get(a), shelf.get(b)]
    }
}

#[cfg(test)]
mod fake;
#[cfg(test)]
mod tests;
