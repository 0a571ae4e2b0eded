//! What is acknowledged is found again, and what others wrote is never lost silently.
#![allow(clippy::unwrap_used)]
use super::fake::{Fake, STAMP};
use super::{Keeper, Trouble};

fn keeper(writer: &str) -> Keeper {
    Keeper::new("b", "default", writer.into())
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
fn another_tab_is_never_overwritten_silently() {
    let mut shelf = Fake::default();
    let (mut a, mut b) = (keeper("a"), keeper("b"));
    a.save(&mut shelf, "{a1}", STAMP).unwrap();
    b.open(&shelf, false);
    b.save(&mut shelf, "{b1}", STAMP).unwrap();
    assert_eq!(a.save(&mut shelf, "{a2}", STAMP), Err(Trouble::Elsewhere));
    assert_eq!(
        a.elsewhere(&shelf).unwrap().payload.as_deref(),
        Some("{b1}")
    );
    a.follow(&shelf);
    a.save(&mut shelf, "{a2}", STAMP).unwrap();
    assert_eq!(b.save(&mut shelf, "{b2}", STAMP), Err(Trouble::Elsewhere));
}

#[test]
fn damaged_text_is_moved_aside_before_it_is_overwritten() {
    let mut shelf = Fake::default();
    shelf.put("gca:b:default:a", "junk");
    let mut k = keeper("w");
    assert!(k.open(&shelf, false).damaged);
    k.save(&mut shelf, "{1}", STAMP).unwrap();
    k.save(&mut shelf, "{2}", STAMP).unwrap();
    assert_eq!(shelf.texts.get("gca:b:default:damaged").unwrap(), "junk");
    assert_eq!(k.open(&shelf, false).payload.as_deref(), Some("{2}"));
}

#[test]
fn newer_or_denied_storage_is_left_alone() {
    let mut shelf = Fake::default();
    shelf.put("gca:b:default:b", "gca9 1\n{}");
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
