//! Slots that are cut, changed, swapped or full of junk.

use super::{keeper, slot, A, B};
use crate::keeper::fake::{Dice, Fake, STAMP};
use crate::keeper::Keeper;

const ASIDE: [&str; 2] = ["gca:b:default:damaged", "gca:b:default:damaged2"];

/// Two saves, the newer one in the second slot.
fn saved() -> (Fake, Keeper) {
    let mut shelf = Fake::default();
    let mut k = keeper("w");
    for payload in [r#"{"answers":{"old":"é"}}"#, r#"{"answers":{"new":"ü\n"}}"#] {
        k.save(&mut shelf, payload, STAMP).unwrap();
    }
    (shelf, k)
}

fn newest(shelf: &Fake) -> Option<String> {
    keeper("v").open(shelf, false).payload
}

/// A page that opens what is there saves again, and so does the page that was open all the time.
fn check_that_saving_goes_on(shelf: &Fake, open: &Keeper) {
    let mut opened = keeper("v");
    opened.open(shelf, false);
    for mut k in [opened, open.clone()] {
        let mut shelf = shelf.clone();
        for payload in ["{next}", "{last}"] {
            assert_eq!(k.save(&mut shelf, payload, STAMP), Ok(()));
            assert_eq!(newest(&shelf).as_deref(), Some(payload));
        }
        assert!(!keeper("v").open(&shelf, false).damaged);
    }
}

#[test]
fn slot_cut_at_any_byte_leaves_the_other_and_is_set_aside() {
    let (whole, k) = saved();
    for (key, other) in [(A, B), (B, A)] {
        let text = whole.texts[key].clone();
        for part in (0..text.len()).filter_map(|cut| text.get(..cut)) {
            let mut shelf = whole.clone();
            shelf.put(key, part);
            let found = keeper("v").open(&shelf, false);
            let left = whole.texts[other].split_once('\n').unwrap().1;
            assert_eq!(found.payload.as_deref(), Some(left));
            assert_eq!(found.damaged, !part.is_empty());
            check_that_saving_goes_on(&shelf, &k);
            keeper("w").save(&mut shelf, "{}", STAMP).unwrap();
            if !part.is_empty() {
                assert_eq!(shelf.texts[ASIDE[0]], part);
            }
        }
    }
}

#[test]
fn flipped_bits_never_panic_and_a_save_is_found() {
    let (whole, k) = saved();
    let saves = [A, B].map(|key| whole.texts[key].split_once('\n').unwrap().1);
    let mut dice = Dice(7);
    for _ in 0..3000 {
        let mut shelf = whole.clone();
        let hurt = [A, B][dice.below(2)];
        let mut bytes = whole.texts[hurt].clone().into_bytes();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
        shelf.put(hurt, &String::from_utf8_lossy(&bytes));
        // A digit of the format that becomes a higher one is not damage.
        if bytes.starts_with(b"gca1 ") {
            let found = newest(&shelf).unwrap();
            assert!(saves.contains(&&*found), "{found}");
        }
        let head = whole.texts[hurt].find('\n').unwrap();
        if bytes[..=head] == whole.texts[hurt].as_bytes()[..=head] {
            let other = if hurt == A { B } else { A };
            let same = bytes == whole.texts[hurt].as_bytes();
            assert!(same || whole.texts[other].ends_with(&newest(&shelf).unwrap()));
            check_that_saving_goes_on(&shelf, &k);
        }
    }
}

#[test]
fn wrong_checksum_is_damage() {
    let (mut shelf, k) = saved();
    let old = newest(&shelf);
    let text = shelf.texts[B].clone();
    let crc = text.split(' ').nth(2).unwrap();
    shelf.put(B, &text.replace(crc, "00000000"));
    assert_ne!(newest(&shelf), old);
    assert!(keeper("v").open(&shelf, false).damaged);
    check_that_saving_goes_on(&shelf, &k);
}

#[test]
fn swapped_slots_are_the_same_two_saves() {
    let (whole, k) = saved();
    let mut shelf = whole.clone();
    shelf.put(A, &whole.texts[B]);
    shelf.put(B, &whole.texts[A]);
    assert_eq!(newest(&shelf), newest(&whole));
    assert_eq!(k.elsewhere(&shelf), None);
    check_that_saving_goes_on(&shelf, &k);
    // The same save twice is no riddle either.
    shelf.put(B, &whole.texts[B]);
    assert_eq!(newest(&shelf), newest(&whole));
    check_that_saving_goes_on(&shelf, &k);
}

#[test]
fn one_slot_that_vanished_is_written_anew() {
    for key in [A, B] {
        let (mut shelf, k) = saved();
        shelf.texts.remove(key);
        assert_eq!(k.elsewhere(&shelf), None);
        check_that_saving_goes_on(&shelf, &k);
    }
}

#[test]
fn damaged_texts_of_both_slots_are_set_aside() {
    let mut shelf = Fake::default();
    shelf.put(A, "junk");
    shelf.put(B, "more junk");
    let mut k = keeper("w");
    let found = k.open(&shelf, false);
    assert!(found.damaged && found.payload.is_none());
    for payload in ["{1}", "{2}", "{3}"] {
        k.save(&mut shelf, payload, STAMP).unwrap();
    }
    assert_eq!(ASIDE.map(|key| &*shelf.texts[key]), ["junk", "more junk"]);
    assert_eq!(newest(&shelf).as_deref(), Some("{3}"));
    assert_eq!(shelf.texts.len(), k.keys().len());
}

#[test]
fn what_was_set_aside_is_never_overwritten_and_not_kept_twice() {
    let mut shelf = Fake::default();
    let rows = [
        ("first", ["first", ""]),
        ("first", ["first", ""]),
        ("second", ["first", "second"]),
        ("first", ["first", "second"]),
        ("third", ["first", "second"]),
    ];
    for (junk, aside) in rows {
        shelf.put(A, junk);
        keeper("w").save(&mut shelf, "{}", STAMP).unwrap();
        let kept = ASIDE.map(|key| shelf.texts.get(key).map_or("", |text| text));
        assert_eq!(kept, aside);
        shelf.texts.remove(B);
    }
}

#[test]
fn damage_of_what_another_page_wrote_is_set_aside_too() {
    let (mut shelf, mut k) = saved();
    let mut cut = slot(9, "{theirs}");
    cut.pop();
    shelf.put(A, &cut);
    assert_eq!(k.elsewhere(&shelf), None);
    k.save(&mut shelf, "{mine}", STAMP).unwrap();
    assert_eq!(shelf.texts[ASIDE[0]], cut);
}
