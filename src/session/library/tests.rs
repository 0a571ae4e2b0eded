//! Several assessments side by side, and beside what belongs to others.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod walk;

use super::{base36, Entry, Library};
use crate::keeper::fake::{Fake, STAMP};
use crate::keeper::{place, Stamp};

fn library() -> Library {
    Library::new("b", "default")
}

/// Saves an assessment at a time, as a page that just opened it.
fn save(shelf: &mut Fake, id: &str, payload: &str, now: f64) {
    let mut keeper = library().keeper(id, "w".into());
    keeper.open(shelf, false);
    keeper.save(shelf, payload, Stamp { now, ..STAMP }).unwrap();
}

fn ids(library: &Library, shelf: &Fake) -> Vec<String> {
    library
        .list(shelf)
        .into_iter()
        .map(|entry| entry.id)
        .collect()
}

/// Two further assessments beside the first, saved last first: 3, the first, 2.
fn three() -> Fake {
    let mut shelf = Fake::default();
    save(&mut shelf, "2", "{two}", 10.0);
    save(&mut shelf, "", "{one}", 20.0);
    save(&mut shelf, "3", "{three}", 30.0);
    shelf
}

#[test]
fn list_is_what_the_keys_say_saved_last_first() {
    let mut shelf = three();
    assert_eq!(ids(&library(), &shelf), ["3", "", "2"]);
    let entry = Entry {
        id: "2".into(),
        saved_at: 10.0,
        version: "1".into(),
        hash: "h".into(),
        payload: "{two}".into(),
        ..Entry::default()
    };
    assert_eq!(library().list(&shelf)[2], entry);
    save(&mut shelf, "2", "{two again}", 40.0);
    assert_eq!(ids(&library(), &shelf), ["2", "3", ""]);
    assert_eq!(library().list(&Fake::default()), []);
    shelf.denied = true;
    assert_eq!(library().list(&shelf), []);
}

#[test]
fn first_assessment_keeps_the_keys_it_always_had() {
    let shelf = three();
    let keys: Vec<&str> = shelf.texts.keys().map(|key| &**key).collect();
    assert_eq!(
        keys,
        ["gca:b:default:a", "gca:b:default~2:a", "gca:b:default~3:a"]
    );
    assert_eq!(library().all_keys(&shelf), keys);
}

#[test]
fn damaged_or_newer_assessment_is_still_in_the_list() {
    let mut shelf = three();
    save(&mut shelf, "2", "{two again}", 40.0);
    shelf.put("gca:b:default~2:b", "cut");
    shelf.put("gca:b:default~3:b", "gca9 1\n{}");
    shelf.put("gca:b:default~4:a", "junk");
    shelf.put("gca:b:default~5:a", "");
    shelf.put("gca:b:default~6:damaged", "aside");
    let list = library().list(&shelf);
    let states = list
        .iter()
        .map(|e| (&*e.id, &*e.payload, e.damaged, e.newer));
    let wanted = [
        ("3", "{three}", false, true),
        ("", "{one}", false, false),
        ("2", "{two}", true, false),
        ("4", "", true, false),
    ];
    assert!(states.eq(wanted), "{list:?}");
    // What was set aside is not an assessment, but its id is not given to another one.
    assert_eq!(library().free_id(&shelf), "7");
}

#[test]
fn open_one_is_remembered_unless_it_is_gone() {
    let mut shelf = three();
    let library = library();
    let both = |shelf: &Fake| {
        let id = library.open_id(shelf);
        (
            place::last(shelf, "b", "default") == library.place_of(&id),
            id,
        )
    };
    // The first program does not read a list: without a word it takes the first assessment.
    assert_eq!(both(&shelf), (false, "3".into()));
    for id in ["2", "", "3"] {
        library.set_open(&mut shelf, id);
        assert_eq!(both(&shelf), (true, id.into()));
    }
    library.set_open(&mut shelf, "2");
    library.delete(&mut shelf, "2");
    assert_eq!(both(&shelf).1, "3");
    for stale in ["2", "x:y", "no id", "1", "~", "3:a"] {
        shelf.put("gca:b:default:open", stale);
        assert_eq!(both(&shelf), (false, "3".into()), "{stale}");
    }
    library.set_open(&mut shelf, "no id");
    assert!(!shelf.texts.contains_key("gca:b:default:open"));
    let mut shelf = Fake::default();
    assert_eq!(both(&shelf), (true, String::new()));
    shelf.denied = true;
    assert_eq!(both(&shelf), (true, String::new()));
}

#[test]
fn open_one_that_cannot_be_remembered_is_not_mistaken_for_the_one_before() {
    let mut shelf = three();
    library().set_open(&mut shelf, "2");
    shelf.writes_left = Some(0);
    library().set_open(&mut shelf, "");
    assert_eq!(library().open_id(&shelf), "3");
}

#[test]
fn free_ids_are_short_and_free() {
    let mut shelf = Fake::default();
    assert_eq!(library().free_id(&shelf), "2");
    let mut given = Vec::new();
    for n in 2..80 {
        let id = library().free_id(&shelf);
        assert_eq!(id, base36(n));
        assert!(place::is_id(&id) && !given.contains(&id));
        save(&mut shelf, &id, "{}", f64::from(n));
        given.push(id);
    }
    library().delete(&mut shelf, "z");
    assert_eq!(library().free_id(&shelf), "z");
    // Opened in another tab and not saved yet.
    library().set_open(&mut shelf, "z");
    assert_eq!(library().free_id(&shelf), "28");
}

#[test]
fn deleting_one_leaves_the_others() {
    let mut shelf = three();
    shelf.put("gca:b:default~2:damaged2", "aside");
    library().set_open(&mut shelf, "3");
    let gone = library().delete(&mut shelf, "2");
    assert_eq!(gone, ["gca:b:default~2:a", "gca:b:default~2:damaged2"]);
    assert_eq!(ids(&library(), &shelf), ["3", ""]);
    assert_eq!(library().open_id(&shelf), "3");
    assert_eq!(library().delete(&mut shelf, "2"), [] as [&str; 0]);
    library().delete(&mut shelf, "");
    assert_eq!(ids(&library(), &shelf), ["3"]);
    library().delete(&mut shelf, "3");
    assert!(shelf.texts.is_empty(), "and what was open");
}

#[test]
fn deleting_everything_says_what_is_gone() {
    let mut shelf = three();
    library().set_open(&mut shelf, "3");
    shelf.put("gca:b:default:damaged", "aside");
    shelf.put("gca:b:default~9:damaged2", "aside");
    shelf.put("theirs", "x");
    let keys = library().all_keys(&shelf);
    assert_eq!(keys.len(), 6);
    let mut stubborn = shelf.clone();
    stubborn.denied = true;
    assert_eq!(library().delete_all(&mut stubborn), [] as [&str; 0]);
    assert_eq!(library().delete_all(&mut shelf), keys);
    assert_eq!(shelf.texts.into_keys().collect::<Vec<_>>(), ["theirs"]);
}

#[test]
fn names_that_begin_alike_see_nothing_of_each_other() {
    let names = [
        ("b", "default"),
        ("b", "default-2"),
        ("b", "default~2"),
        ("b", "default%7E2"),
        ("b", "default:a"),
        ("b", "default:open"),
        ("b", "def"),
        ("b", ""),
        ("b:default", "a"),
        ("b:default", "default"),
        ("b~2", "default"),
        ("", "b:default"),
    ];
    let mut shelf = Fake::default();
    for (at, (bank, instance)) in names.into_iter().enumerate() {
        let library = Library::new(bank, instance);
        for id in ["", "2", "a"] {
            let payload = [bank, "/", instance, "/", id].concat();
            let mut keeper = library.keeper(id, "w".into());
            keeper.save(&mut shelf, &payload, STAMP).unwrap();
        }
        library.set_open(&mut shelf, "a");
        assert_eq!(shelf.texts.len(), 4 * (at + 1));
    }
    for (bank, instance) in names {
        let library = Library::new(bank, instance);
        let mut list = library.list(&shelf);
        list.sort_by(|a, b| a.id.cmp(&b.id));
        let found = list.iter().map(|entry| entry.payload.clone());
        let wanted = ["", "2", "a"].map(|id| [bank, "/", instance, "/", id].concat());
        assert!(found.eq(wanted), "{bank} {instance}: {list:?}");
        let before = shelf.texts.len();
        let gone = library.delete_all(&mut shelf);
        assert_eq!((gone.len(), shelf.texts.len()), (4, before - 4));
        assert_eq!(library.list(&shelf), []);
    }
}

#[test]
fn without_a_list_of_keys_what_is_known_is_found() {
    /// As a storage that cannot say what it holds.
    struct Mute(Fake);
    impl crate::keeper::Shelf for Mute {
        fn get(&self, key: &str) -> Result<Option<String>, crate::keeper::Denied> {
            self.0.get(key)
        }
        fn set(&mut self, key: &str, text: &str) -> Result<(), crate::keeper::Denied> {
            self.0.set(key, text)
        }
        fn remove(&mut self, key: &str) {
            self.0.remove(key);
        }
    }
    let mut shelf = Mute(three());
    library().set_open(&mut shelf, "2");
    let found: Vec<String> = library().list(&shelf).into_iter().map(|e| e.id).collect();
    assert_eq!(found, ["", "2"]);
    assert_eq!(library().free_id(&shelf), "4");
    assert_eq!(library().delete_all(&mut shelf).len(), 3);
}
