//! Two tabs that do anything in any order on a storage that fails: what was acknowledged is found.

use super::library;
use crate::keeper::fake::{Dice, Fake};
use crate::keeper::{Keeper, Stamp, Trouble};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What others keep, some of it under names that look like ours.
const FOREIGN: [(&str, &str); 14] = [
    ("theirs", "{}"),
    ("gca", ""),
    ("gca:b:default", "gca1 9 0 0 w 1 h\n{}"),
    ("gca:b:default:", "junk"),
    ("gca:b:default:c", "junk"),
    ("gca:b:default:a:a", "junk"),
    ("gca:b:default-2:a", "junk"),
    ("gca:b:default~:a", "junk"),
    ("gca:b:default~1:a", "junk"),
    ("gca:b:default~2", "junk"),
    ("gca:b:default~2:open", "2"),
    ("gca:b:default~2~3:a", "junk"),
    ("gca:b:default%7E2:a", "junk"),
    ("gca:bb:default:b", "junk"),
];

/// Of each assessment the answers acknowledged last, and any that were tried to be saved after.
type Kept = BTreeMap<String, Vec<String>>;

/// A tab: which assessment it has open, and all answers that were ever seen in it.
struct Tab {
    writer: &'static str,
    id: String,
    keeper: Keeper,
    seen: BTreeSet<String>,
}

impl Tab {
    fn new(writer: &'static str, shelf: &Fake) -> Self {
        let mut tab = Self {
            writer,
            id: String::new(),
            keeper: library().keeper("", writer.into()),
            seen: BTreeSet::new(),
        };
        tab.read(shelf);
        tab
    }

    fn open(&mut self, shelf: &mut Fake, id: &str) {
        library().set_open(shelf, id);
        self.keeper = library().keeper(id, self.writer.into());
        self.id = id.into();
        self.read(shelf);
    }

    fn read(&mut self, shelf: &Fake) {
        if self.keeper.open(shelf, false).trouble == Some(Trouble::Denied) {
            return;
        }
        // The save before the last is no news either, should a deletion leave it behind.
        for older in [false, true] {
            let found = self.keeper.clone().open(&calm(shelf), older);
            self.seen.extend(found.payload.as_deref().map(answers));
        }
    }

    /// Another program of the same page goes on, unless there is news that the user is told of.
    fn hand_over(&mut self, shelf: &Fake) {
        let shelf = calm(shelf);
        if self.keeper.elsewhere(&shelf).is_none() {
            self.keeper.catch_up(&shelf);
            let sequence = self.keeper.sequence();
            self.keeper = Keeper::at(self.keeper.place().into(), self.writer.into(), sequence);
            self.keeper.catch_up(&shelf);
        }
    }

    fn save(&mut self, shelf: &mut Fake, kept: &mut Kept, words: &str, step: usize) {
        let before = calm(shelf);
        let list = library().list(&before);
        let was = list.into_iter().find(|entry| entry.id == self.id);
        let was = was.map(|entry| answers(&entry.payload));
        let id = self.id.clone();
        let expected = kept
            .entry(id)
            .or_insert_with(|| vec![was.clone().unwrap_or_default()]);
        let began = self.keeper.sequence() > 0;
        let stamp = Stamp {
            now: 1e12 - step as f64,
            version: "1",
            hash: "",
        };
        self.seen.insert(words.into());
        match self.keeper.save(shelf, &payload(words, step), stamp) {
            Ok(()) => {
                let fine = match &was {
                    Some(words) => words.is_empty() || self.seen.contains(words),
                    None => !began,
                };
                assert!(fine, "{} wrote over {was:?} in step {step}", self.writer);
                *expected = vec![words.into()];
            }
            Err(Trouble::Full) => expected.push(words.into()),
            Err(trouble) => assert_eq!(shelf.texts, before.texts, "{trouble:?}"),
        }
    }
}

fn payload(answers: &str, page: usize) -> String {
    let before = "{\"answers\":{\"q\":";
    let between = "},\"screen\":\"questions\",\"indicator\":\"";
    [before, answers, between, &page.to_string(), "\"}"].concat()
}

fn answers(payload: &str) -> String {
    let rest = payload.split_once("\"q\":").map_or("", |(_, rest)| rest);
    rest.split('}').next().unwrap_or_default().into()
}

/// The storage as it really is.
fn calm(shelf: &Fake) -> Fake {
    Fake {
        moody: None,
        ..shelf.clone()
    }
}

/// Deleting says what is gone, and nothing else.
fn check_gone(before: &Fake, after: &Fake, gone: &[String]) {
    for key in gone {
        assert!(before.texts.contains_key(key) && !after.texts.contains_key(key));
    }
}

/// What was acknowledged is there, and what belongs to others is as it was.
fn check(shelf: &Fake, kept: &Kept, whence: &str) {
    let list = library().list(&calm(shelf));
    for (id, expected) in kept {
        let entry = list.iter().find(|entry| entry.id == *id);
        let found = entry.map_or_else(String::new, |entry| answers(&entry.payload));
        assert!(
            expected.contains(&found),
            "{whence}: {found} of {expected:?}"
        );
    }
    for (key, text) in FOREIGN {
        assert_eq!(shelf.texts[key], text, "{whence}");
    }
}

fn walk(seed: u64) -> usize {
    let mut dice = Dice(seed);
    let mut shelf = Fake::default();
    for (key, text) in FOREIGN {
        shelf.put(key, text);
    }
    for key in ["gca:b:default:b", "gca:b:default~2:a", "gca:b:default:open"] {
        if dice.below(2) == 0 {
            shelf.put(key, "junk");
        }
    }
    shelf.moody = (!seed.is_multiple_of(3)).then(|| RefCell::new(Dice(seed)));
    shelf.room = seed.is_multiple_of(2).then(|| 600 + dice.below(1500));
    let mut tabs = ["x", "y"].map(|writer| Tab::new(writer, &shelf));
    let mut kept = Kept::new();
    let mut acknowledged = 0;
    for step in 0..150 {
        let tab = &mut tabs[dice.below(2)];
        let before = calm(&shelf);
        match dice.below(24) {
            0 => {
                let id = library().free_id(&shelf);
                tab.open(&mut shelf, &id);
            }
            1..=3 => {
                let list = library().list(&shelf);
                let chosen = list.get(dice.below(list.len()));
                tab.open(&mut shelf, chosen.map_or("", |entry| &entry.id));
            }
            4 => {
                let gone = library().delete(&mut shelf, &tab.id);
                check_gone(&before, &shelf, &gone);
                kept.remove(&tab.id);
            }
            5 if dice.below(4) == 0 => {
                let gone = library().delete_all(&mut shelf);
                check_gone(&before, &shelf, &gone);
                kept.clear();
            }
            6 => {
                tab.keeper.forget(&mut shelf);
                kept.remove(&tab.id);
            }
            7..=8 => tab.read(&shelf),
            9 => tab.hand_over(&shelf),
            10..=12 => {
                // Turns a page: what this tab has seen, or has on its screen without knowing better.
                let words = kept.get(&tab.id).and_then(|all| all.last().cloned());
                let words = words.filter(|words| tab.seen.contains(words));
                let own = [tab.writer, "0"].concat();
                tab.save(&mut shelf, &mut kept, &words.unwrap_or(own), step);
            }
            _ => {
                let words = [tab.writer, &step.to_string()].concat();
                tab.save(&mut shelf, &mut kept, &words, step);
            }
        }
        acknowledged += usize::from(kept.values().any(|words| words.len() == 1));
        check(&shelf, &kept, &format!("seed {seed}, step {step}"));
        for tab in &tabs {
            let _ = tab.keeper.elsewhere(&shelf);
            let _ = library().open_id(&shelf);
        }
    }
    acknowledged
}

#[test]
fn whatever_happens_an_acknowledged_save_is_found_and_nothing_of_others_is_touched() {
    let acknowledged: usize = (0..60).map(walk).sum();
    assert!(
        acknowledged > 60 * 50,
        "most of the time there is something to lose"
    );
}
