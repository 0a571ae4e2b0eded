//! Keeping answers on the device: which slot to write, when not to, and what to say about it.

mod aside;
mod found;
pub mod place;
mod same;
mod shelf;

pub use found::{Found, News, Trouble};
pub use shelf::{Denied, Shelf};

use crate::slots::{self, Mark, Reading, Slot};
use aside::set_aside;
use same::same_answers;

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
    place: String,
    /// Two slots, and two places for what could not be read.
    keys: [String; 4],
    writer: String,
    /// That of the newest save seen or written; 0 if there was none.
    sequence: u64,
    /// The slot to write next, as long as the marks hold.
    next: usize,
    /// What stood in the slots when they were last looked at; nothing for what is not good.
    marks: [Option<Mark>; 2],
    /// The newest payload seen or written.
    known: String,
    /// Nothing was looked at since another program handed over: only its count is known.
    took_over: bool,
}

impl Keeper {
    /// For a bank, an instance of the element, and the id of this open page.
    pub fn new(bank: &str, instance: &str, writer: String) -> Self {
        Self::resume(bank, instance, writer, 0)
    }

    /// Goes on for another program on the same page, which is not to be mistaken for another tab:
    /// with its writer, and the [`Keeper::sequence`] it had come to.
    pub fn resume(bank: &str, instance: &str, writer: String, sequence: u64) -> Self {
        Self::at(place::first(bank, instance), writer, sequence)
    }

    /// The same for a place as [`place`] names it; the sequence is 0 if this program is the first.
    pub fn at(place: String, writer: String, sequence: u64) -> Self {
        let key = |end| [place.as_str(), end].concat();
        Self {
            keys: place::ENDS.map(key),
            place,
            writer,
            sequence,
            next: 0,
            marks: [None, None],
            known: String::new(),
            took_over: sequence > 0,
        }
    }

    /// Takes note of what stands there, as far as it is no news: a program does so before it hands
    /// over, and the next one when it goes on. Unlike with [`Keeper::open`], other answers that
    /// another page wrote, and a deletion, stay news. Without this call so does every save of
    /// another page, even of the same answers at another place.
    pub fn catch_up(&mut self, shelf: &dyn Shelf) {
        let Ok([a, b]) = self.texts(shelf) else {
            return;
        };
        let texts = [a.as_deref(), b.as_deref()];
        let reading = slots::choose(texts);
        if self.trouble(texts, &reading).is_none() {
            self.learn(texts, &reading);
        }
        self.took_over = false;
    }

    /// The keys under which something may be kept.
    pub fn keys(&self) -> [&str; 4] {
        self.keys.each_ref().map(String::as_str)
    }

    /// Where it is kept: the beginning of the keys.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// The id of this open page.
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// Number of the newest save seen or written, below 2⁵³; 0 if there was none.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// Reads what is there. With `older`, the newest slot is passed over for the one before.
    pub fn open(&mut self, shelf: &dyn Shelf, older: bool) -> Found {
        let Ok([a, b]) = self.texts(shelf) else {
            return Found {
                trouble: Some(Trouble::Denied),
                ..Found::default()
            };
        };
        // The sequence counts on from the newest, even when an older one is shown.
        self.sequence = 0;
        self.known.clear();
        let texts = [a.as_deref(), b.as_deref()];
        let mut reading = slots::choose(texts);
        self.learn(texts, &reading);
        if older {
            reading = match (reading.next, texts) {
                (0, [a, _]) => slots::choose([a, None]),
                (_, [_, b]) => slots::choose([None, b]),
            };
        }
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
        let texts = self.texts(shelf).map_err(|_| Trouble::Denied)?;
        let [a, b] = &texts;
        let slots = [a.as_deref(), b.as_deref()];
        if !self.holds(slots) {
            self.look(shelf, slots)?;
        }
        let sequence = self.sequence.saturating_add(1);
        if sequence >= slots::LIMIT {
            return Err(Trouble::Full);
        }
        let text = slots::write(&Slot {
            sequence,
            saved_at: stamp.now,
            writer: &self.writer,
            bank_version: stamp.version,
            bank_hash: stamp.hash,
            payload,
        });
        let [a, b] = texts;
        let [key_a, key_b, ..] = &self.keys;
        let [mark_a, mark_b] = &mut self.marks;
        let (key, before, mark) = match self.next {
            0 => (key_a, a, mark_a),
            _ => (key_b, b, mark_b),
        };
        let written = shelf.set(key, &text);
        let there = shelf.get(key).unwrap_or_default();
        if written.is_ok() && there.as_deref() == Some(&text) {
            *mark = Some(Mark::of(&text));
            self.sequence = sequence;
            self.next = 1 - self.next;
            payload.clone_into(&mut self.known);
            return Ok(());
        }
        // Written by another page in this very moment: it believes that it is saved.
        if slots::read(there.as_deref()).is_ok_and(|s| there != before && s.writer != self.writer) {
            return Err(Trouble::Elsewhere);
        }
        // A half-written slot would only be found damaged later: put back what stood there.
        match &before {
            Some(before) => {
                let _ = shelf.set(key, before);
            }
            None => shelf.remove(key),
        }
        Err(Trouble::Full)
    }

    /// What another page has done to the kept answers since, if anything.
    pub fn elsewhere(&self, shelf: &dyn Shelf) -> Option<News> {
        let [a, b] = self.texts(shelf).ok()?;
        let texts = [a.as_deref(), b.as_deref()];
        if self.holds(texts) {
            return None;
        }
        let reading = slots::choose(texts);
        match self.trouble(texts, &reading)? {
            Trouble::Gone => Some(News::Gone),
            _ => reading.best.map(|best| {
                News::Changed(Found {
                    payload: Some(best.payload.to_owned()),
                    saved_at: best.saved_at,
                    ..Found::default()
                })
            }),
        }
    }

    /// Goes on from what another page wrote or deleted: the next save is allowed to follow it.
    pub fn follow(&mut self, shelf: &dyn Shelf) {
        let _ = self.open(shelf, false);
    }

    /// Removes everything kept under this key.
    pub fn forget(&mut self, shelf: &mut dyn Shelf) {
        for key in &self.keys {
            shelf.remove(key);
        }
        self.sequence = 0;
        self.took_over = false;
        self.next = 0;
        self.marks = [None, None];
        self.known.clear();
    }

    fn texts(&self, shelf: &dyn Shelf) -> Result<[Option<String>; 2], Denied> {
        let [a, b, ..] = &self.keys;
        Ok([shelf.get(a)?, shelf.get(b)?])
    }

    /// Whether both slots are as they were left.
    ///
    /// Every save asks this first, and nearly always it is so. Headers and lengths answer it: a
    /// header has the number and the writer of the save and the checksum of its payload, and every
    /// page writes one of the two slots with a header of its own. Reading the payloads again would
    /// only find bits that flipped under an open page, in text that this page holds anyway.
    fn holds(&self, texts: [Option<&str>; 2]) -> bool {
        // Nothing where something was is not the same as nothing from the beginning.
        let [a, b] = texts;
        (self.sequence == 0 || a.is_some() || b.is_some())
            && texts.iter().zip(&self.marks).all(|pair| match pair {
                (Some(text), Some(mark)) => mark.is(text),
                (None, None) => true,
                _ => false,
            })
    }

    /// Reads both slots in full: whether they may be written, and what has to be set aside before.
    fn look(&mut self, shelf: &mut dyn Shelf, texts: [Option<&str>; 2]) -> Result<(), Trouble> {
        let reading = slots::choose(texts);
        if reading.newer {
            return Err(Trouble::Newer);
        }
        if let Some(trouble) = self.trouble(texts, &reading) {
            return Err(trouble);
        }
        for (text, good) in texts.into_iter().zip(reading.good) {
            // Whatever it was, it may be all that is left of somebody's work.
            match text {
                Some(text) if !good && !text.is_empty() => set_aside(shelf, &self.keys, text),
                _ => {}
            }
        }
        self.learn(texts, &reading);
        Ok(())
    }

    /// What another page did that must not be passed over.
    ///
    /// A save of the same answers at another place is not: whoever reads in a second tab has not
    /// changed anything.
    fn trouble(&self, texts: [Option<&str>; 2], reading: &Reading) -> Option<Trouble> {
        let Some(best) = &reading.best else {
            let empty = !reading.damaged && !reading.newer;
            return (empty && self.sequence > 0).then_some(Trouble::Gone);
        };
        let [a, b] = texts;
        let text = if reading.next == 0 { b } else { a }.unwrap_or_default();
        let seen = self.marks.iter().flatten().any(|mark| mark.is(text))
            || self.took_over && best.sequence == self.sequence;
        let ours = seen || best.writer == self.writer || same_answers(best.payload, &self.known);
        (!ours).then_some(Trouble::Elsewhere)
    }

    /// Remembers what stands in the slots.
    fn learn(&mut self, texts: [Option<&str>; 2], reading: &Reading) {
        self.took_over = false;
        self.next = reading.next;
        for ((mark, text), good) in self.marks.iter_mut().zip(texts).zip(reading.good) {
            *mark = text.filter(|_| good).map(Mark::of);
        }
        if let Some(best) = &reading.best {
            self.sequence = self.sequence.max(best.sequence);
            best.payload.clone_into(&mut self.known);
        }
    }
}

#[cfg(test)]
pub(crate) mod fake;
#[cfg(test)]
mod tests;
