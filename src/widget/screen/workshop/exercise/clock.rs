//! The schedule with its clock.

use super::{headed, message, named, show, At};
use crate::dom::{el, El};
use gca_session::whole::workshop::exercise::{place, Msg, Place, Show, Timed};
use gca_session::Key;
use yew::AttrValue;

pub(super) fn schedule(at: &At) -> El {
    let ui = at.ui;
    let title = ui.h(2, "t3", Key::ExerciseSchedule);
    let tools = show(
        at,
        Show::Schedule,
        &ui.model.catalog().text(Key::ExerciseSchedule),
    );
    let minute = at.state.clock.minutes(at.now);
    let place = place(&at.exercise.schedule, at.exercise.minutes, minute);
    let mut list = el("ol|agenda");
    for n in 0..at.exercise.schedule.len() {
        list = list.el(part(at, n, place));
    }
    el("section|section rule")
        .el(headed(title, tools))
        .el(clock(at, minute, place))
        .el(list)
}

/// What the clock says, and what starts and stops it.
fn clock(at: &At, minute: f64, place: Place) -> El {
    let (ui, clock) = (at.ui, at.state.clock);
    let shown = ui.whole(minute.floor() as usize);
    let total = at.exercise.minutes;
    let words = match total > 0.0 {
        true => {
            let values = [("minute", &*shown), ("total", &*ui.format.plain(total))];
            ui.fill(Key::ExerciseClock, &values)
        }
        false => ui.fill(Key::ExerciseClockOpen, &[("minute", &shown)]),
    };
    let (timed, key) = match (clock.is_running(), clock.is_begun()) {
        (true, _) => (Timed::Pause, Key::ExercisePause),
        (false, true) => (Timed::Start, Key::ExerciseResume),
        (false, false) => (Timed::Start, Key::ExerciseStart),
    };
    let state = match clock.is_running() {
        true => Key::ExerciseRunning,
        false => Key::ExerciseStopped,
    };
    let left = left(at, place).filter(|_| clock.is_begun());
    // Heard are the clock and the part that is on, not each minute.
    let now = place.now.filter(|_| clock.is_begun());
    let now = now.and_then(|now| at.exercise.schedule.get(now));
    let mut said = el("span||role=status").t(ui, state);
    if let Some(part) = now {
        said = said.el(el("span|vh").space().words(&part.text));
    }
    let facts = el("div").el(el("p|t2 num").text(words)).el(el("p|small")
        .el(said)
        .space()
        .text(left.unwrap_or_default()));
    let button = ui.button(message(Msg::Ask(timed)), ui.t(key));
    el("div|row between clock").el(facts).el(button)
}

/// How long the part that is on still takes, or how much longer it takes than planned.
fn left(at: &At, place: Place) -> Option<AttrValue> {
    let left = place.left?;
    Some(match left < 0.0 {
        true => at.ui.count(Key::ExerciseOver, (-left).floor() as usize),
        false => at.ui.count(Key::ExerciseLeft, left.ceil() as usize),
    })
}

fn part(at: &At, n: usize, place: Place) -> El {
    let ui = at.ui;
    let Some(part) = at.exercise.schedule.get(n) else {
        return el("li");
    };
    let is_now = at.state.clock.is_begun() && place.now == Some(n);
    let is_next = at.state.clock.is_begun() && place.next == Some(n);
    let tag = match (is_now, is_next) {
        (true, _) => Some(Key::ExerciseNow),
        (_, true) => Some(Key::ExerciseNext),
        _ => None,
    };
    let words = el("p")
        .el(el("span").words(&part.text))
        .space()
        .el_if(tag.is_some(), || {
            el("span|tag").text(tag.map(|key| ui.t(key)).unwrap_or_default())
        });
    let keys = [Key::ExerciseSet, Key::ExerciseSetLabel];
    let go = Msg::Ask(Timed::To(n));
    el("li")
        .attr_if(is_now, "aria-current", "step")
        .el(el("span|num muted").words(&ui.format.plain(part.minute)))
        .el(words)
        .el(named(at, go, keys, "activity", &part.text))
}
