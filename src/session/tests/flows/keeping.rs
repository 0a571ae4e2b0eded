//! What is kept, found again, kept aside and deleted.

use crate::begun;
use crate::support::page::{Disk, Page};
use crate::support::small;
use gca_session::{Config, Effect, Event, Focus, Mode, Msg, Persist, Saving, Screen, Snapshot};
use serde_json::{json, Value};

fn snapshot(value: Value) -> Snapshot {
    Snapshot::parse(&value.to_string()).unwrap()
}

#[test]
fn nothing_is_stored_before_something_was_answered() {
    let mut page = begun();
    page.send(Msg::Next);
    page.send(Msg::OpenNote(0));
    page.send(Msg::Go(Screen::Results));
    assert_eq!(page.disk.keys(), Vec::<String>::new());
    assert_eq!(page.model.saving(), Saving::Idle);
}

#[test]
fn a_reload_resumes_at_the_same_place_with_everything() {
    for (mode, place, screen) in [
        (Mode::Full, Msg::Page(1), Screen::Questions),
        (Mode::Quick, Msg::Page(1), Screen::Questions),
        (Mode::Full, Msg::Go(Screen::Review), Screen::Review),
        (Mode::Quick, Msg::Go(Screen::Results), Screen::Results),
        (Mode::Full, Msg::Go(Screen::Start), Screen::Start),
    ] {
        let mut page = begun();
        page.send(Msg::Start(mode));
        page.choose("law", "some");
        page.send(Msg::Note(page.at("law"), "Act 7".into()));
        page.send(place.clone());
        let after = page.reloaded(&small());
        assert_eq!(after.kept(), page.kept(), "{mode:?} {place:?}");
        assert_eq!(after.model.screen(), screen);
        assert_eq!(after.model.mode(), Some(mode));
        assert_eq!(after.score(), page.score());
        assert!(matches!(after.model.saving(), Saving::Saved(_)));
    }
}

#[test]
fn a_version_that_the_host_fixed_wins_over_the_one_that_was_kept() {
    let mut page = begun();
    page.choose("court", "some");
    page.send(Msg::Page(1));
    let config = Config {
        mode: Some(Mode::Quick),
        ..Config::default()
    };
    let after = Page::open(&small(), config, &page.disk);
    assert_eq!(after.model.mode(), Some(Mode::Quick));
    assert_eq!(after.answer("court"), "some");
    assert_eq!(
        after.indicator(),
        "a.1",
        "the page that was open is not asked"
    );
}

#[test]
fn what_the_bank_does_not_know_is_kept_aside_told_and_given_back() {
    let mut page = begun();
    let given = json!({
        "format": 1, "bank": "small", "mode": "full",
        "answers": {"law": "some", "gone": "x", "team": "renamed", "ticks": ["x", "old"], "port": 7},
        "notes": {"law": "n", "gone": "m"}});
    let effects = page.send(Msg::Import(snapshot(given)));
    assert_eq!(effects.first(), Some(&Effect::Save));
    assert_eq!(page.model.kept_to_report(), 4);
    let after = page.reloaded(&small());
    for page in [&page, &after] {
        let kept = page.kept();
        for (id, value) in [
            ("law", json!("some")),
            ("gone", json!("x")),
            ("team", json!("renamed")),
            ("ticks", json!(["x", "old"])),
            ("port", json!(7)),
        ] {
            assert_eq!(kept["answers"][id], value, "{id}");
        }
        assert_eq!(kept["notes"], json!({"law": "n", "gone": "m"}));
        let counts = page.model.assessment().counts;
        assert_eq!((counts.answered, counts.invalid), (2, 2));
    }
}

#[test]
fn a_question_answered_anew_drops_what_was_kept_for_it_alone() {
    let mut page = begun();
    let answers = json!({"gone": "x", "team": "renamed", "ticks": ["x", "old"]});
    page.send(Msg::Import(snapshot(json!({ "answers": answers }))));
    page.choose("team", "full");
    assert_eq!(page.answer("team"), "full");
    page.tick("ticks", "y", true);
    assert_eq!(page.answer("gone"), "x");
    assert_eq!(page.model.assessment().counts.invalid, 0);
    page.send(Msg::CloseNotice);
    assert_eq!(page.model.kept_to_report(), 0);
    assert_eq!(page.answer("gone"), "x");
}

#[test]
fn deleting_asks_first_and_then_leaves_nothing() {
    let mut page = begun();
    page.choose("law", "full");
    page.choose("law", "some");
    page.send(Msg::Note(page.at("law"), "n".into()));
    assert_eq!(page.send(Msg::AskDelete), [Effect::Focus(Focus::Dialog)]);
    assert!(page.model.is_deleting());
    let kept = page.kept();
    assert_eq!(
        page.send(Msg::KeepAssessment),
        [Effect::Focus(Focus::DeleteButton)]
    );
    assert_eq!((page.kept(), page.model.is_deleting()), (kept, false));
    page.send(Msg::AskDelete);
    let effects = page.send(Msg::Delete);
    let change = Effect::Emit(Event::Change);
    assert_eq!(
        effects,
        [Effect::Forget, change, Effect::Focus(Focus::Heading)]
    );
    assert_eq!(page.disk.keys(), Vec::<String>::new());
    assert!(!page.model.is_begun() && !page.model.is_deleting());
    assert_eq!(
        (page.model.screen(), page.model.mode()),
        (Screen::Start, None)
    );
    assert_eq!(page.kept()["answers"], json!({}));
    assert_eq!(page.kept()["notes"], json!({}));
    assert!(!page.reloaded(&small()).model.is_begun());
    assert!(page.model.is_deleted(), "and says so");
    page.send(Msg::Start(Mode::Full));
    page.choose("law", "some");
    assert!(!page.model.is_deleted(), "until there is something again");
}

#[test]
fn in_memory_only_nothing_is_ever_asked_of_the_storage() {
    let config = Config {
        persist: Persist::None,
        ..Config::default()
    };
    let mut page = Page::open(&small(), config, &Disk::default());
    page.send(Msg::Start(Mode::Full));
    page.choose("law", "some");
    page.send(Msg::Next);
    let asked = [Effect::Save, Effect::Reopen, Effect::Follow, Effect::Forget];
    assert!(!page.effects.iter().any(|e| asked.contains(e)));
    assert_eq!(page.model.saving(), Saving::Memory);
    assert_eq!(page.answer("law"), "some");
}
