//! Two programs: the first asks for the whole one where it needs it, and the whole one goes on where the first left off.

use crate::support::page::{Disk, Page};
use crate::support::small;
use gca_session::{Config, Effect, Mode, Model, Msg, Persist, Saving, Screen, Snapshot, WholeMsg};

const WELCOME: Effect = Effect::Turned { needed: false };
const NEEDED: Effect = Effect::Turned { needed: true };

fn first() -> Config {
    Config {
        first: true,
        ..Config::default()
    }
}

/// The model of the whole program, with what the first one handed over.
fn taken_over(page: &Page) -> Model {
    let config = Config::default();
    let before = &page.model;
    let mut after = Page::open(&small(), config, &Disk::default()).model;
    let snapshot = Snapshot::parse(&page.export()).expect("a snapshot");
    after.take_over(snapshot, &before.marks());
    after
}

#[test]
fn first_program_asks_for_the_whole_where_it_has_no_page() {
    let mut page = Page::open(&small(), first(), &Disk::default());
    for (msg, expected) in [
        (Msg::Start(Mode::Full), WELCOME),
        (Msg::Next, WELCOME),
        (Msg::Go(Screen::Review), NEEDED),
        (Msg::Go(Screen::Questions), WELCOME),
        (Msg::Go(Screen::Results), NEEDED),
        (Msg::FetchWhole, NEEDED),
    ] {
        let effects = page.send(msg.clone());
        assert!(effects.contains(&expected), "{msg:?}: {effects:?}");
    }
    page.choose("law", "some");
    let mut again = Page::open(&small(), first(), &page.disk);
    assert_eq!(again.model.screen(), Screen::Results);
    assert!(
        again.effects.contains(&NEEDED),
        "a reload opens on the same page"
    );
    let effects = again.send(Msg::Answer(0, None));
    assert!(!effects.iter().any(|e| matches!(e, Effect::Turned { .. })));
}

#[test]
fn whole_program_never_asks_for_itself() {
    let mut page = Page::fresh(&small());
    page.send(Msg::Start(Mode::Full));
    page.send(Msg::Go(Screen::Results));
    assert!(!page
        .effects
        .iter()
        .any(|e| matches!(e, Effect::Turned { .. })));
}

#[test]
fn a_program_that_can_not_be_fetched_is_told_until_the_next_try() {
    let mut page = Page::open(&small(), first(), &Disk::default());
    page.send(Msg::Go(Screen::Results));
    page.send(Msg::Missing);
    assert!(page.model.is_whole_missing());
    page.send(Msg::FetchWhole);
    assert!(!page.model.is_whole_missing());
    page.send(Msg::Missing);
    page.send(Msg::Go(Screen::Questions));
    assert!(!page.model.is_whole_missing());
}

#[test]
fn whole_program_goes_on_where_the_first_left_off() {
    let disk = Disk::default();
    let mut page = Page::open(&small(), first(), &disk);
    page.send(Msg::Start(Mode::Full));
    page.choose("law", "some");
    page.send(Msg::Note(page.at("law"), "Act 7".into()));
    page.send(Msg::Page(1));
    let after = taken_over(&page);
    assert_eq!(
        after.snapshot().text(&|x| x.to_string()),
        page.export(),
        "answers, notes and place"
    );
    assert_eq!(after.saving(), page.model.saving());
    assert!(matches!(after.saving(), Saving::Saved(_)));
}

#[test]
fn troubles_and_notices_are_handed_over() {
    for persist in [Persist::Local, Persist::None] {
        let disk = Disk::default();
        let config = Config { persist, ..first() };
        let mut page = Page::open(&small(), config, &disk);
        page.send(Msg::Start(Mode::Quick));
        page.choose("law", "some");
        if persist == Persist::Local {
            page.send(Msg::Elsewhere);
        }
        let after = taken_over(&page);
        assert_eq!(after.saving(), page.model.saving(), "{persist:?}");
        assert_eq!(after.mode(), Some(Mode::Quick));
    }
    let mut page = Page::open(&small(), first(), &Disk::default());
    page.send(Msg::Start(Mode::Full));
    page.choose("law", "some");
    page.send(Msg::Delete);
    assert!(taken_over(&page).is_deleted());
}

#[test]
fn answers_given_before_can_be_taken_back_after() {
    let mut page = Page::open(&small(), first(), &Disk::default());
    page.choose("law", "some");
    page.choose("law", "full");
    page.choose("team", "dk");
    let mut after = taken_over(&page);
    let state = |model: &Model| (model.can_undo(), model.can_redo());
    assert_eq!(state(&after), (true, false));
    let whole = after.snapshot().answers;
    let mut seen = vec![];
    while after.can_undo() {
        gca_session::update(&mut after, Msg::Whole(WholeMsg::Undo));
        seen.push(after.snapshot().answers.0.len());
    }
    assert_eq!(seen, [1, 1, 0], "one change at a time, the last one first");
    while after.can_redo() {
        gca_session::update(&mut after, Msg::Whole(WholeMsg::Redo));
    }
    assert_eq!(after.snapshot().answers, whole);
}
