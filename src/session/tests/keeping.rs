//! What is kept, by whom, and what happens when it cannot be.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use gca_engine::{Answer, Kind};
use gca_session::keeper::Trouble;
use gca_session::{
    Config, Effect, Event, Focus, Mode, Model, Msg, Persist, Saving, Screen, Snapshot,
};
use serde_json::{json, Value};
use support::page::{Disk, Page};
use support::{core, small};

const A: &str = "gca:small:default:a";
const B: &str = "gca:small:default:b";

fn begun_on(disk: &Disk) -> Page {
    let mut page = Page::open(&small(), Config::default(), disk);
    page.send(Msg::Start(Mode::Full));
    page
}

fn begun() -> Page {
    begun_on(&Disk::default())
}

fn snapshot(value: Value) -> Snapshot {
    serde_json::from_value(value).unwrap()
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
            ("port", json!(7.0)),
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

/// Numbers from a seed, good enough to wander about.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % n.max(1)
    }

    /// Something that the screens offer.
    fn message(&mut self, model: &Model) -> Msg {
        let at = self.below(model.bank().questions().len());
        match self.below(14) {
            0..=5 => self.answer(model, at),
            6 => Msg::Answer(at, Some(Answer::DontKnow)),
            7 => Msg::Clear(at),
            8 => Msg::Note(at, ["", "n", "a longer note"][self.below(3)].into()),
            9 => Msg::Start([Mode::Full, Mode::Quick][self.below(2)]),
            10 => Msg::Page(self.below(30)),
            11 => [Msg::Next, Msg::Previous][self.below(2)].clone(),
            12 => Msg::Jump(at),
            _ => Msg::Go([Screen::Start, Screen::Review, Screen::Results][self.below(3)]),
        }
    }

    fn answer(&mut self, model: &Model, at: usize) -> Msg {
        let question = &model.bank().questions()[at];
        if question.allow_na && self.below(4) == 0 {
            return Msg::Answer(at, Some(Answer::NotApplicable));
        }
        let option = self.below(question.options.len());
        match question.kind {
            Kind::Multi => Msg::Tick(at, option, self.below(3) > 0),
            _ => Msg::Answer(at, Some(Answer::Option(option as u8))),
        }
    }
}

#[test]
fn after_any_walk_a_reload_finds_everything_as_it_was() {
    let file = core();
    let mut page = Page::fresh(&file);
    let mut dice = Dice(2026);
    for step in 0..600 {
        let msg = dice.message(&page.model);
        page.send(msg);
        let score = page.score().unwrap_or_default();
        assert!((0.0..=100.0).contains(&score));
        if step % 20 == 0 && page.model.is_begun() {
            let after = page.reloaded(&file);
            assert_eq!(after.kept(), page.kept(), "step {step}");
            assert_eq!(
                after.model.assessment(),
                page.model.assessment(),
                "step {step}"
            );
        }
    }
}
