//! Storage that is denied, full, newer, damaged or full of junk.

use crate::support::page::Disk;
use crate::support::small;
use crate::{begun, begun_on};
use gca_session::keeper::Trouble;
use gca_session::{Effect, Event, Msg, Saving};

const A: &str = "gca:small:default:a";
const B: &str = "gca:small:default:b";

#[test]
fn storage_that_is_denied_or_full_is_told_once_and_tried_again() {
    for (trouble, broken) in [
        (Trouble::Denied, |disk: &Disk, on| disk.denied.set(on)),
        (Trouble::Full, |disk: &Disk, on| disk.full.set(on)),
    ] as [(Trouble, fn(&Disk, bool)); 2]
    {
        let mut page = begun();
        page.choose("law", "some");
        broken(&page.disk.clone(), true);
        for option in ["full", "none", "full"] {
            assert_eq!(page.choose("law", option).first(), Some(&Effect::Save));
            assert_eq!(page.trouble(), Some(trouble));
        }
        assert_eq!(page.told(Event::NotSaved(trouble)), 1);
        assert_eq!(page.answer("law"), "full", "it goes on in memory");
        assert_eq!(page.send(Msg::Retry), [Effect::Save]);
        assert_eq!(page.trouble(), Some(trouble));
        assert_eq!(page.send(Msg::Copy), [Effect::Download]);
        broken(&page.disk.clone(), false);
        assert_eq!(
            page.reloaded(&small()).answer("law"),
            "some",
            "the last save stands"
        );
        page.send(Msg::Retry);
        assert_eq!(page.trouble(), None);
        assert_eq!(page.reloaded(&small()).answer("law"), "full");
    }
}

#[test]
fn storage_denied_from_the_start_is_said_at_once() {
    let disk = Disk::default();
    disk.denied.set(true);
    let mut page = begun_on(&disk);
    assert_eq!(page.trouble(), Some(Trouble::Denied));
    page.choose("law", "some");
    assert_eq!(page.told(Event::NotSaved(Trouble::Denied)), 1);
    disk.denied.set(false);
    page.choose("law", "full");
    assert!(
        matches!(page.model.saving(), Saving::Saved(_)),
        "as soon as it works"
    );
}

#[test]
fn a_newer_format_is_left_untouched_whatever_happens() {
    for key in [A, B] {
        let disk = Disk::default();
        disk.put(key, "gca2 9 whatever\n{}");
        let before = disk.texts.borrow().clone();
        let mut page = begun_on(&disk);
        assert_eq!(page.trouble(), Some(Trouble::Newer));
        assert_eq!(
            page.choose("law", "some").first(),
            Some(&Effect::Emit(Event::Change))
        );
        page.send(Msg::Retry);
        page.send(Msg::Next);
        assert_eq!(*disk.texts.borrow(), before);
        assert_eq!(page.trouble(), Some(Trouble::Newer));
    }
}

#[test]
fn a_damaged_slot_falls_back_to_the_other_and_is_set_aside() {
    let mut page = begun();
    page.choose("law", "some");
    page.choose("law", "full");
    let cut = page.disk.texts.borrow()[B][..60].to_owned();
    page.disk.put(B, &cut);
    let mut after = page.reloaded(&small());
    assert!(after.model.found_damaged());
    assert_eq!(after.answer("law"), "some");
    after.send(Msg::CloseNotice);
    assert!(!after.model.found_damaged());
    after.choose("law", "none");
    assert_eq!(after.disk.texts.borrow()["gca:small:default:damaged"], cut);
    assert_eq!(after.reloaded(&small()).answer("law"), "none");
}

#[test]
fn junk_under_the_keys_starts_afresh_and_is_set_aside() {
    let deep = "[".repeat(100_000);
    for junk in [
        "null",
        "[]",
        "{}",
        "\u{0}",
        "gca1",
        "gca1 1 0 0 w v h\n{}",
        &deep,
    ] {
        let disk = Disk::default();
        disk.put(A, junk);
        let mut page = begun_on(&disk);
        assert!(page.model.found_damaged() && !page.model.is_begun());
        page.choose("law", "some");
        page.choose("law", "full");
        assert_eq!(page.reloaded(&small()).answer("law"), "full");
        assert_eq!(disk.texts.borrow()["gca:small:default:damaged"], junk);
    }
}
