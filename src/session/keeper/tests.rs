//! What is acknowledged is found again, and what others wrote is never lost silently.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod damage;
mod handover;
mod others;

use super::fake::{Fake, STAMP};
use super::{Denied, Keeper, News, Shelf, Stamp, Trouble};
use crate::slots::{self, Slot};

const A: &str = "gca:b:default:a";
const B: &str = "gca:b:default:b";

fn keeper(writer: &str) -> Keeper {
    Keeper::new("b", "default", writer.into())
}

/// A slot that some page wrote.
fn slot(sequence: u64, payload: &str) -> String {
    slots::write(&Slot {
        sequence,
        saved_at: 1.0,
        writer: "x",
        bank_version: "1",
        bank_hash: "h",
        payload,
    })
}

/// What another page wrote, as this keeper is told.
fn theirs(keeper: &Keeper, shelf: &Fake) -> Option<String> {
    match keeper.elsewhere(shelf) {
        Some(News::Changed(found)) => found.payload,
        _ => None,
    }
}

#[test]
fn last_save_is_found_again() {
    let mut shelf = Fake::default();
    let mut k = keeper("w");
    for n in 0..5 {
        k.save(&mut shelf, &format!("{{{n}}}"), STAMP).unwrap();
    }
    assert_eq!(shelf.texts.len(), 2);
    let found = keeper("v").open(&shelf, false);
    assert_eq!(found.payload.as_deref(), Some("{4}"));
    let found = keeper("v").open(&shelf, true);
    assert_eq!(found.payload.as_deref(), Some("{3}"));
}

#[test]
fn a_write_that_fails_at_any_call_leaves_the_last_save() {
    for allowed in 0..6 {
        let mut shelf = Fake::default();
        let mut k = keeper("w");
        k.save(&mut shelf, "{first}", STAMP).unwrap();
        shelf.writes_left = Some(allowed);
        let mut last = "{first}".to_owned();
        for n in 0..6 {
            let payload = format!("{{{n}}}");
            match k.save(&mut shelf, &payload, STAMP) {
                Ok(()) => last = payload,
                Err(trouble) => assert_eq!(trouble, Trouble::Full),
            }
        }
        let found = keeper("v").open(&shelf, false);
        assert_eq!(found.payload, Some(last));
    }
}

#[test]
fn newer_or_denied_storage_is_left_alone() {
    let mut shelf = Fake::default();
    shelf.put(B, "gca9 1\n{}");
    let mut k = keeper("w");
    assert_eq!(k.open(&shelf, false).trouble, Some(Trouble::Newer));
    assert_eq!(k.save(&mut shelf, "{}", STAMP), Err(Trouble::Newer));
    shelf.denied = true;
    assert_eq!(k.open(&shelf, false).trouble, Some(Trouble::Denied));
    assert_eq!(k.save(&mut shelf, "{}", STAMP), Err(Trouble::Denied));
}

#[test]
fn forgetting_removes_every_key() {
    let mut shelf = Fake::default();
    let mut k = keeper("w");
    k.save(&mut shelf, "{1}", STAMP).unwrap();
    k.save(&mut shelf, "{2}", STAMP).unwrap();
    k.forget(&mut shelf);
    assert!(shelf.texts.is_empty());
}

#[test]
fn clock_that_goes_back_changes_nothing() {
    let mut shelf = Fake::default();
    let mut k = keeper("w");
    for (n, now) in [9e12, 5.0, 0.0, -1.0, f64::NAN, f64::INFINITY]
        .into_iter()
        .enumerate()
    {
        k.save(&mut shelf, &n.to_string(), Stamp { now, ..STAMP })
            .unwrap();
        let found = keeper("v").open(&shelf, false);
        assert_eq!(found.payload, Some(n.to_string()));
        assert!(found.saved_at >= 0.0);
    }
}

#[test]
fn write_that_ends_as_something_else_is_not_acknowledged() {
    /// Holds half of what it is given.
    struct Half(Fake);
    impl Shelf for Half {
        fn get(&self, key: &str) -> Result<Option<String>, Denied> {
            self.0.get(key)
        }
        fn set(&mut self, key: &str, text: &str) -> Result<(), Denied> {
            let half: String = text.chars().take(text.len() / 2).collect();
            self.0.set(key, &half)
        }
        fn remove(&mut self, key: &str) {
            self.0.remove(key);
        }
    }
    let mut shelf = Fake::default();
    let mut k = keeper("w");
    k.save(&mut shelf, "{first}", STAMP).unwrap();
    let mut half = Half(shelf);
    for _ in 0..3 {
        assert_eq!(k.save(&mut half, "{second}", STAMP), Err(Trouble::Full));
        let found = keeper("v").open(&half, false);
        assert_eq!(found.payload.as_deref(), Some("{first}"));
    }
    k.save(&mut half.0, "{third}", STAMP).unwrap();
    let found = keeper("v").open(&half, false);
    assert_eq!(found.payload.as_deref(), Some("{third}"));
}

#[test]
fn last_sequence_is_never_taken() {
    let mut shelf = Fake::default();
    shelf.put(A, &slot(slots::LIMIT - 1, "{last}"));
    shelf.put(B, &slot(slots::LIMIT, "{beyond}"));
    let mut k = keeper("w");
    let found = k.open(&shelf, false);
    assert_eq!(found.payload.as_deref(), Some("{last}"));
    assert!(found.damaged);
    // One more could not be read again: that is said, not acknowledged.
    assert_eq!(k.save(&mut shelf, "{}", STAMP), Err(Trouble::Full));
    let mut beyond = Keeper::resume("b", "default", "x".into(), u64::MAX);
    assert_eq!(beyond.save(&mut shelf, "{}", STAMP), Err(Trouble::Full));
    k.forget(&mut shelf);
    assert_eq!(k.save(&mut shelf, "{}", STAMP), Ok(()));
}
