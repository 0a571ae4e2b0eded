//! Other pages that write, turn pages or delete.

use super::{keeper, slot, theirs, A};
use crate::keeper::fake::{Fake, STAMP};
use crate::keeper::{Denied, Keeper, News, Shelf, Trouble};

/// A payload as snapshots are written.
pub(super) fn kept(answers: &str, indicator: &str) -> String {
    let parts = [
        "{\"answers\":{",
        answers,
        "},\"notes\":{},\"screen\":\"questions\",\"indicator\":\"",
    ];
    [&parts.concat(), indicator, "\",\"name\":\"n\"}"].concat()
}

/// After the first write, something else stands there.
struct Busy(Fake, Option<String>);
impl Shelf for Busy {
    fn get(&self, key: &str) -> Result<Option<String>, Denied> {
        self.0.get(key)
    }
    fn set(&mut self, key: &str, text: &str) -> Result<(), Denied> {
        let last = self.1.take();
        self.0.set(key, last.as_deref().unwrap_or(text))
    }
    fn remove(&mut self, key: &str) {
        self.0.remove(key);
    }
}

/// A page that opened what is there.
pub(super) fn opened(writer: &str, shelf: &Fake) -> Keeper {
    let mut k = keeper(writer);
    k.open(shelf, false);
    k
}

#[test]
fn another_tab_is_never_overwritten_silently() {
    let mut shelf = Fake::default();
    let (mut a, mut b) = (keeper("a"), keeper("b"));
    a.save(&mut shelf, "{a1}", STAMP).unwrap();
    b.open(&shelf, false);
    b.save(&mut shelf, "{b1}", STAMP).unwrap();
    assert_eq!(a.save(&mut shelf, "{a2}", STAMP), Err(Trouble::Elsewhere));
    assert_eq!(theirs(&a, &shelf).as_deref(), Some("{b1}"));
    a.follow(&shelf);
    a.save(&mut shelf, "{a2}", STAMP).unwrap();
    assert_eq!(b.save(&mut shelf, "{b2}", STAMP), Err(Trouble::Elsewhere));
}

#[test]
fn page_that_never_looked_overwrites_nothing() {
    let mut shelf = Fake::default();
    keeper("a").save(&mut shelf, "{a}", STAMP).unwrap();
    let saved = keeper("b").save(&mut shelf, "{b}", STAMP);
    assert_eq!(saved, Err(Trouble::Elsewhere));
}

#[test]
fn another_tab_that_began_anew_is_noticed_although_it_counts_from_one() {
    for mine in 1..5 {
        for news in 1..5 {
            let mut shelf = Fake::default();
            let mut a = keeper("a");
            for _ in 0..mine {
                a.save(&mut shelf, "{a}", STAMP).unwrap();
            }
            let mut b = opened("b", &shelf);
            b.forget(&mut shelf);
            for _ in 0..news {
                b.save(&mut shelf, "{b}", STAMP).unwrap();
            }
            assert_eq!(theirs(&a, &shelf).as_deref(), Some("{b}"));
            assert_eq!(a.save(&mut shelf, "{}", STAMP), Err(Trouble::Elsewhere));
        }
    }
}

#[test]
fn save_that_vanished_is_asked_about_before_it_is_written_again() {
    for saves in 0..3 {
        let mut shelf = Fake::default();
        keeper("w").save(&mut shelf, "{old}", STAMP).unwrap();
        let mut k = opened("a", &shelf);
        for _ in 0..saves {
            k.save(&mut shelf, "{1}", STAMP).unwrap();
        }
        for empty in [None, Some("")] {
            shelf.texts.clear();
            if let Some(text) = empty {
                shelf.put(A, text);
            }
            assert_eq!(k.elsewhere(&shelf), Some(News::Gone));
            assert_eq!(k.save(&mut shelf, "{2}", STAMP), Err(Trouble::Gone));
        }
        assert_eq!(shelf.texts.len(), 1, "nothing was written");
        k.follow(&shelf);
        assert_eq!(k.elsewhere(&shelf), None);
        k.save(&mut shelf, "{2}", STAMP).unwrap();
        assert_eq!(theirs(&keeper("v"), &shelf).as_deref(), Some("{2}"));
    }
}

#[test]
fn nothing_from_the_beginning_is_not_gone() {
    let mut shelf = Fake::default();
    let mut k = opened("a", &shelf);
    assert_eq!(k.elsewhere(&shelf), None);
    k.save(&mut shelf, "{1}", STAMP).unwrap();
    k.forget(&mut shelf);
    assert_eq!(k.elsewhere(&shelf), None, "this page did it");
    k.save(&mut shelf, "{2}", STAMP).unwrap();
}

#[test]
fn turning_pages_in_another_tab_is_no_conflict() {
    let mut shelf = Fake::default();
    let mut a = keeper("a");
    a.save(&mut shelf, &kept("1", "i"), STAMP).unwrap();
    let mut b = opened("b", &shelf);
    for indicator in ["j", "k", "l"] {
        b.save(&mut shelf, &kept("1", indicator), STAMP).unwrap();
        assert_eq!(a.elsewhere(&shelf), None);
    }
    // Nor is a page turned here in between, on either side.
    a.save(&mut shelf, &kept("1", "m"), STAMP).unwrap();
    assert_eq!(b.elsewhere(&shelf), None);
    b.save(&mut shelf, &kept("1", "n"), STAMP).unwrap();
    a.save(&mut shelf, &kept("2", "m"), STAMP).unwrap();
    let found = keeper("v").open(&shelf, false);
    assert_eq!(found.payload, Some(kept("2", "m")));
    // An answer is: now the other one is told.
    assert_eq!(theirs(&b, &shelf), Some(kept("2", "m")));
    let saved = b.save(&mut shelf, &kept("1", "o"), STAMP);
    assert_eq!(saved, Err(Trouble::Elsewhere));
}

#[test]
fn answer_in_another_tab_is_a_conflict_however_many_pages_follow() {
    let mut shelf = Fake::default();
    let mut a = keeper("a");
    a.save(&mut shelf, &kept("1", "i"), STAMP).unwrap();
    let mut b = opened("b", &shelf);
    for indicator in ["i", "j", "k"] {
        b.save(&mut shelf, &kept("2", indicator), STAMP).unwrap();
        assert_eq!(theirs(&a, &shelf), Some(kept("2", indicator)));
        let saved = a.save(&mut shelf, &kept("1", "z"), STAMP);
        assert_eq!(saved, Err(Trouble::Elsewhere));
    }
}

#[test]
fn answer_that_was_not_saved_is_not_taken_for_theirs() {
    let mut shelf = Fake::default();
    let mut a = keeper("a");
    a.save(&mut shelf, &kept("1", "i"), STAMP).unwrap();
    shelf.writes_left = Some(0);
    let saved = a.save(&mut shelf, &kept("2", "i"), STAMP);
    assert_eq!(saved, Err(Trouble::Full));
    shelf.writes_left = None;
    // Both pages give the same answer: what the first could not save is still a change of theirs.
    let mut b = opened("b", &shelf);
    b.save(&mut shelf, &kept("2", "j"), STAMP).unwrap();
    assert_eq!(theirs(&a, &shelf), Some(kept("2", "j")));
}

#[test]
fn write_of_another_page_in_the_same_moment_is_left_standing() {
    let mut k = keeper("w");
    let mut shelf = Fake::default();
    k.save(&mut shelf, "{1}", STAMP).unwrap();
    let mut busy = Busy(shelf, Some(slot(2, "{theirs}")));
    for _ in 0..2 {
        assert_eq!(k.save(&mut busy, "{2}", STAMP), Err(Trouble::Elsewhere));
        assert_eq!(theirs(&k, &busy.0).as_deref(), Some("{theirs}"));
    }
    k.follow(&busy);
    assert_eq!(k.save(&mut busy, "{2}", STAMP), Ok(()));
}

#[test]
fn write_that_was_cut_is_undone() {
    for saves in 1..4 {
        let mut shelf = Fake::default();
        let mut k = keeper("w");
        for _ in 0..saves {
            k.save(&mut shelf, "{1}", STAMP).unwrap();
        }
        let before = shelf.texts.clone();
        let mut busy = Busy(shelf, Some("gca1 9 0".into()));
        assert_eq!(k.save(&mut busy, "{2}", STAMP), Err(Trouble::Full));
        assert_eq!(busy.0.texts, before);
    }
}

#[test]
fn page_that_opened_the_saves_of_another_writes_over_the_older_one() {
    for saves in 1..5 {
        let mut shelf = Fake::default();
        let mut k = keeper("w");
        for n in 0..saves {
            k.save(&mut shelf, &n.to_string(), STAMP).unwrap();
        }
        let mut v = opened("v", &shelf);
        shelf.writes_left = Some(0);
        assert_eq!(v.save(&mut shelf, "{v}", STAMP), Err(Trouble::Full));
        shelf.writes_left = None;
        v.save(&mut shelf, "{v}", STAMP).unwrap();
        let before = opened("x", &shelf).open(&shelf, true).payload;
        assert_eq!(before, Some((saves - 1).to_string()));
        // What was seen when opening is known, even when it is all that is left.
        shelf.texts.retain(|_, text| !text.ends_with("{v}"));
        assert_eq!(v.elsewhere(&shelf), None);
        v.save(&mut shelf, "{v}", STAMP).unwrap();
    }
}
