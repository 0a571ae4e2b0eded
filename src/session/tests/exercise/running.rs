//! The clock, the events, what the room sees, the teams.

use super::*;
use gca_session::whole::workshop::exercise::{
    groups, shown, teams, Effect as Do, Show, Shown, State, View,
};
use gca_session::whole::workshop::{read, write, Effect as Shop};

/// The title of what the room sees.
fn title(page: &Page, minute: f64) -> Option<String> {
    shown(&page.model, NOW + minute * MINUTE).map(|shown: Shown| shown.title.to_string())
}

#[test]
fn the_exercise_is_fetched_only_when_it_is_opened() {
    let mut page = Page::open(&core(), Config::default(), &Disk::default());
    let opened = page.send(Msg::Go(Screen::Workshop));
    assert!(!opened.contains(&Effect::FetchMore), "{opened:?}");
    let part = |part| WholeMsg::Workshop(Workshop::Part(part));
    assert!(!page.whole(part(Part::Answers)).contains(&Effect::FetchMore));
    assert!(page
        .whole(part(Part::Exercise))
        .contains(&Effect::FetchMore));
    page.send(later(&core()));
    assert!(!page
        .whole(part(Part::Exercise))
        .contains(&Effect::FetchMore));
    let exercise = page.model.exercise().unwrap();
    assert_eq!(exercise.reference.len(), 70);
    assert_eq!(exercise.events.len(), 6);
}

#[test]
fn a_bank_without_an_exercise_has_none() {
    let mut page = Page::open(&support::small(), Config::default(), &Disk::default());
    page.send(Msg::Go(Screen::Workshop));
    page.send(later(&support::small()));
    assert_eq!(page.model.exercise(), None);
    // What cannot be meant changes nothing.
    send(&mut page, Exercising::TakeBack(0));
    at(&mut page, Timed::Release(0), 1.0);
    send(&mut page, Exercising::Show(Some(Show::Event(0))));
    assert_eq!(page.model.workshop().exercise.released.len(), 0);
    assert_eq!(shown(&page.model, NOW), None);
}

#[test]
fn the_time_is_asked_for_and_what_changes_is_kept() {
    let mut page = open();
    let asked = send(&mut page, Exercising::Ask(Timed::Start));
    assert_eq!(
        asked,
        [Effect::Workshop(Shop::Exercise(Do::Time(Timed::Start)))]
    );
    let done = send(&mut page, Exercising::Do(Timed::Start, NOW));
    assert!(done.contains(&Effect::Workshop(Shop::Keep)));
    let looked = send(&mut page, Exercising::View(View::Compare));
    assert!(!looked.contains(&Effect::Workshop(Shop::Keep)));
    let clock = page.model.workshop().exercise.clock;
    assert_eq!(clock.minutes(NOW + 61.5 * MINUTE), 61.5);
}

#[test]
fn events_are_released_early_or_late_and_it_is_known_when() {
    let mut page = open();
    at(&mut page, Timed::Start, 0.0);
    at(&mut page, Timed::Release(1), 50.0);
    at(&mut page, Timed::Release(0), 66.0);
    // A second press does not make it later.
    at(&mut page, Timed::Release(0), 70.0);
    let state = &page.model.workshop().exercise;
    assert_eq!(state.released["calls"].minute, 50.0);
    assert_eq!(state.released["water"].minute, 66.0);
    assert_eq!(state.released["water"].at, NOW + 66.0 * MINUTE);
    send(&mut page, Exercising::TakeBack(1));
    assert!(!page
        .model
        .workshop()
        .exercise
        .released
        .contains_key("calls"));
}

#[test]
fn the_room_sees_an_event_only_once_it_is_released() {
    let mut page = open();
    assert_eq!(title(&page, 0.0), None);
    send(&mut page, Exercising::Show(Some(Show::Briefing)));
    assert!(title(&page, 0.0).unwrap().contains("Lumara"));
    send(&mut page, Exercising::Show(Some(Show::Event(2))));
    assert_eq!(title(&page, 0.0), None);
    at(&mut page, Timed::Release(2), 84.0);
    send(&mut page, Exercising::Show(Some(Show::Event(2))));
    let event = shown(&page.model, NOW).unwrap();
    assert_eq!(&*event.title, "Forty-eight hours");
    assert_eq!(event.points.len(), 3);
    assert_eq!(event.teams.len(), 2);
    send(&mut page, Exercising::TakeBack(2));
    assert_eq!(title(&page, 85.0), None);
    // An event that is for everybody names nobody.
    at(&mut page, Timed::Release(5), 120.0);
    send(&mut page, Exercising::Show(Some(Show::Event(5))));
    assert_eq!(shown(&page.model, NOW).unwrap().teams.len(), 0);
    send(&mut page, Exercising::Show(None));
    assert_eq!(title(&page, 120.0), None);
}

#[test]
fn nothing_that_the_room_sees_holds_a_reference_answer() {
    let mut page = open();
    let exercise = page.model.exercise().unwrap().clone();
    reveal(&mut page);
    for n in 0..exercise.events.len() {
        at(&mut page, Timed::Release(n), 100.0);
    }
    let shows = [Show::Briefing, Show::Schedule, Show::Closing].into_iter();
    let shows = shows
        .chain((0..5).map(Show::Dossier))
        .chain((0..6).map(Show::Event));
    let mut seen = 0;
    for show in shows {
        send(&mut page, Exercising::Show(Some(show)));
        let text = format!("{:?}", shown(&page.model, NOW).unwrap());
        seen += 1;
        for reference in &exercise.reference {
            assert!(
                !text.contains(&*reference.why),
                "{show:?}: {}",
                reference.why
            );
        }
    }
    assert_eq!(seen, 14);
}

#[test]
fn the_schedule_that_the_room_sees_follows_the_clock() {
    let mut page = open();
    send(&mut page, Exercising::Show(Some(Show::Schedule)));
    let now = |page: &Page, minute: f64| shown(&page.model, NOW + minute * MINUTE).unwrap().now;
    assert_eq!(now(&page, 90.0), None);
    at(&mut page, Timed::Start, 0.0);
    assert_eq!(now(&page, 20.0), Some(1));
    assert_eq!(now(&page, 150.0), Some(4));
    at(&mut page, Timed::To(3), 20.0);
    assert_eq!(now(&page, 20.0), Some(3));
}

#[test]
fn people_are_in_a_team_by_their_group_or_as_the_trainer_says() {
    let mut page = open();
    let same = |_: &Bank, _: &mut Answers| {};
    for group in [
        "Legal team",
        " LEGAL ",
        "law",
        "Table 4",
        "Table 4",
        "",
        "tech",
    ] {
        add(&mut page, group, same);
    }
    let sizes = |page: &Page| {
        teams(&page.model)
            .iter()
            .map(|t| t.people.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(sizes(&page), [3, 1, 0, 0, 0]);
    let found = groups(&page.model);
    let table = found
        .iter()
        .position(|group| &*group.name == "Table 4")
        .unwrap();
    assert_eq!((found[table].people, found[table].team), (2, None));
    send(&mut page, Exercising::Assign(table, Some(2)));
    assert_eq!(sizes(&page), [3, 1, 2, 0, 0]);
    let law = groups(&page.model)
        .iter()
        .position(|group| &*group.name == "law")
        .unwrap();
    send(&mut page, Exercising::Assign(law, None));
    assert_eq!(sizes(&page), [2, 1, 2, 0, 0]);
    // A team that the trainer calls otherwise is found by that name too.
    send(&mut page, Exercising::Name(4, "Table 9".into()));
    add(&mut page, "table 9", same);
    assert_eq!(sizes(&page), [2, 1, 2, 0, 1]);
    assert_eq!(&*teams(&page.model)[4].name, "Table 9");
    send(&mut page, Exercising::Name(4, " ".into()));
    assert_eq!(&*teams(&page.model)[4].name, "International team");
}

#[test]
fn a_bank_whose_exercise_has_no_teams_has_one_for_each_area() {
    let mut file = core();
    file["exercise"].as_object_mut().unwrap().remove("teams");
    let mut page = Page::open(&file, Config::default(), &Disk::default());
    page.send(Msg::Go(Screen::Workshop));
    page.send(later(&file));
    let teams = teams(&page.model);
    assert_eq!(teams.len(), 5);
    assert_eq!(teams[1].id, "technical");
    assert_eq!(teams[1].area, Some(1));
}

#[test]
fn the_state_comes_back_with_the_workshop() {
    let mut page = open();
    at(&mut page, Timed::Start, 0.0);
    at(&mut page, Timed::Release(0), 61.0);
    send(
        &mut page,
        Exercising::Action(0, 2, "Ask for preservation orders".into()),
    );
    send(&mut page, Exercising::Name(1, "Engineers".into()));
    reveal(&mut page);
    let bank = page.model.whole_bank();
    let kept = read(bank, &write(bank, page.model.workshop())).exercise;
    let now = &page.model.workshop().exercise;
    assert!(kept.is_revealed);
    let only_kept = |state: &State| State::read(&state.write().unwrap());
    assert_eq!(kept, only_kept(now));
    assert_eq!(&*kept.actions["law"][2], "Ask for preservation orders");
    // An action that is taken away leaves nothing.
    send(&mut page, Exercising::Action(0, 2, "".into()));
    assert_eq!(page.model.workshop().exercise.actions.len(), 0);
}
