//! Two tabs on the same answers.

use crate::begun_on;
use crate::support::page::{Disk, Page};
use crate::support::small;
use gca_session::keeper::Trouble;
use gca_session::{Config, Effect, Event, Focus, Msg, Saving, Screen};
use serde_json::Value;

#[test]
fn another_tab_stops_saving_until_the_user_chooses() {
    let disk = Disk::default();
    let mut mine = begun_on(&disk);
    mine.choose("law", "some");
    let mut theirs = Page::open(&small(), Config::default(), &disk);
    theirs.choose("law", "full");
    mine.storage_changed();
    assert_eq!(mine.trouble(), Some(Trouble::Elsewhere));
    assert_eq!(mine.told(Event::NotSaved(Trouble::Elsewhere)), 1);
    let before = disk.texts.borrow().clone();
    mine.choose("team", "some");
    mine.send(Msg::Next);
    mine.storage_changed();
    assert_eq!(*disk.texts.borrow(), before, "nothing is overwritten");
    assert_eq!(
        mine.answer("team"),
        "some",
        "both versions are there: mine in this tab"
    );
    let other = theirs.reloaded(&small());
    assert_eq!(other.answer("law"), "full", "and theirs on the disk");
    assert_eq!(mine.told(Event::NotSaved(Trouble::Elsewhere)), 1);
}

#[test]
fn a_tab_that_missed_the_news_does_not_overwrite_either() {
    let disk = Disk::default();
    let mut mine = begun_on(&disk);
    mine.choose("law", "some");
    let mut theirs = Page::open(&small(), Config::default(), &disk);
    theirs.choose("law", "full");
    mine.choose("team", "some");
    assert_eq!(mine.trouble(), Some(Trouble::Elsewhere));
    assert_eq!(theirs.reloaded(&small()).answer("team"), Value::Null);
}

#[test]
fn taking_theirs_shows_their_answers_and_saving_goes_on() {
    let disk = Disk::default();
    let mut mine = begun_on(&disk);
    mine.choose("law", "some");
    let mut theirs = Page::open(&small(), Config::default(), &disk);
    theirs.choose("law", "full");
    theirs.send(Msg::Page(2));
    mine.storage_changed();
    mine.choose("team", "some");
    let effects = mine.send(Msg::TakeTheirs);
    assert_eq!(effects, [Effect::Reopen, Effect::Focus(Focus::Heading)]);
    assert_eq!(mine.kept(), theirs.kept());
    assert!(matches!(mine.model.saving(), Saving::Saved(_)));
    mine.choose("team", "none");
    assert!(matches!(mine.model.saving(), Saving::Saved(_)));
    theirs.storage_changed();
    assert_eq!(
        theirs.trouble(),
        Some(Trouble::Elsewhere),
        "now the other one is asked"
    );
}

#[test]
fn keeping_mine_saves_mine_and_theirs_stays_in_the_older_slot() {
    let disk = Disk::default();
    let mut mine = begun_on(&disk);
    mine.choose("law", "some");
    let mut theirs = Page::open(&small(), Config::default(), &disk);
    theirs.choose("law", "full");
    mine.storage_changed();
    mine.choose("team", "some");
    let effects = mine.send(Msg::KeepMine);
    let heading = Effect::Focus(Focus::Heading);
    assert_eq!(effects, [Effect::Follow, Effect::Save, heading]);
    assert!(matches!(mine.model.saving(), Saving::Saved(_)));
    assert_eq!(mine.reloaded(&small()).kept(), mine.kept());
    let texts = disk.texts.borrow();
    let has_theirs = texts.values().any(|text| text.contains(r#""law":"full""#));
    assert!(has_theirs);
}

#[test]
fn looking_around_in_another_tab_disturbs_nobody() {
    let disk = Disk::default();
    let mut mine = begun_on(&disk);
    mine.choose("law", "some");
    let mut theirs = Page::open(&small(), Config::default(), &disk);
    for msg in [Msg::Next, Msg::Go(Screen::Results), Msg::Page(1)] {
        theirs.send(msg);
        mine.storage_changed();
        assert_eq!(mine.trouble(), None);
    }
    mine.choose("team", "some");
    assert_eq!(mine.trouble(), None);
    assert_eq!(mine.reloaded(&small()).answer("team"), "some");
    theirs.storage_changed();
    assert_eq!(theirs.trouble(), Some(Trouble::Elsewhere));
}
