//! What happens in the exercise: released one by one, early or late.

use super::{named, points, show, At};
use crate::dom::{el, text, El};
use crate::format::integer;
use gca_session::view::number_of;
use gca_session::whole::workshop::exercise::{teams, Event, Msg, Show, TeamView, Timed};
use gca_session::Key;
use std::rc::Rc;
use yew::AttrValue;

pub(super) fn events(at: &At) -> El {
    let teams = teams(at.ui.model);
    let mut list = el("ol|events");
    for (n, one) in at.exercise.events.iter().enumerate() {
        list = list.el(event(at, n, one, &teams));
    }
    el("section|section rule")
        .kid(at.ui.h(2, "t3", Key::ExerciseEvents))
        .el(list)
}

fn event(at: &At, n: usize, event: &Event, teams: &[TeamView]) -> El {
    let ui = at.ui;
    let is_released = at.state.is_released(event);
    let title: AttrValue = [&*ui.whole(n + 1), ". ", &*event.title].concat().into();
    let tools = match is_released {
        true => {
            let keys = [Key::ExerciseTakeBack, Key::ExerciseTakeBackLabel];
            el("div|row no-print")
                .el(show(at, Show::Event(n), &event.title))
                .el(named(at, Msg::TakeBack(n), keys, "event", &event.title))
                .key(1)
        }
        false => {
            let keys = [Key::ExerciseRelease, Key::ExerciseReleaseLabel];
            let release = Msg::Ask(Timed::Release(n));
            el("div|row no-print")
                .el(named(at, release, keys, "event", &event.title))
                .key(0)
        }
    };
    let material = el("div|disc-body stack-s")
        .el(el("p|measure").words(&event.text))
        .el(el("p|small").text(concerned(at, event, teams)))
        .el(ui.p("small strong", Key::ExerciseDiscuss))
        .el(points(&event.discussion))
        .el_if(!event.affects.is_empty(), || {
            el("p|small muted").text(about(at, event))
        });
    let title = ui.heading(3, "strong", el("span").kid(text(title)).html());
    el("li|event")
        .attr("id", ["le", &*integer(n)].concat().into())
        .el(el("div|row between")
            .el(el("div")
                .kid(title)
                .el(el("p|small muted|role=status").text(when(at, event))))
            .el(tools))
        .el(el("details|disc")
            .el(el("summary").t(ui, Key::ExerciseMaterial))
            .el(material))
}

/// When it was released, or is planned.
fn when(at: &At, event: &Event) -> AttrValue {
    let (ui, planned) = (at.ui, at.ui.format.plain(event.minute));
    match at.state.released.get(&event.id) {
        Some(released) => {
            let minute = ui.whole(released.minute.floor() as usize);
            let time = ui.format.time(released.at);
            let values = [("minute", &*planned), ("at", &*minute), ("time", &*time)];
            ui.fill(Key::ExerciseReleased, &values)
        }
        None => ui.fill(Key::ExercisePlanned, &[("minute", &planned)]),
    }
}

fn concerned(at: &At, event: &Event, teams: &[TeamView]) -> AttrValue {
    let named = teams.iter().filter(|team| event.teams.contains(&team.id));
    // A name that the trainer gave may run the other way.
    let named: Vec<Rc<str>> = named
        .map(|team| ["\u{2068}", &*team.name, "\u{2069}"].concat().into())
        .collect();
    let ui = at.ui;
    let words = match named.is_empty() || named.len() == teams.len() {
        true => ui.model.catalog().text(Key::ExerciseEverybody),
        false => ui.format.list(&named),
    };
    ui.fill(Key::ExerciseConcerns, &[("teams", &words)])
}

/// The numbers of the questions that it is about.
fn about(at: &At, event: &Event) -> AttrValue {
    let (ui, bank) = (at.ui, at.ui.model.whole_bank());
    let places = event
        .affects
        .iter()
        .filter_map(|id| bank.question_position(id));
    let numbers: Vec<Rc<str>> = places
        .map(|place| Rc::from(&*ui.number(number_of(ui.model, place))))
        .collect();
    ui.fill(
        Key::ExerciseAbout,
        &[("questions", &ui.format.list(&numbers))],
    )
}
