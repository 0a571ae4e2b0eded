//! The exercise of the bank: running it, comparing with the reference, closing it, and its paper.

mod clock;
mod compare;
mod debrief;
mod events;
mod people;
mod questions;
mod run;
mod sheets;

use crate::dom::{el, El};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::whole::workshop::exercise::{Exercise, Msg, Show, State, View};
use gca_session::whole::workshop::Msg as Workshop;
use gca_session::{Key, Msg as Any, WholeMsg};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// A message about the exercise.
fn message(msg: Msg) -> Any {
    Any::Whole(wrapped(msg))
}

fn wrapped(msg: Msg) -> WholeMsg {
    WholeMsg::Workshop(Workshop::Exercise(msg))
}

/// What every page of the exercise needs at hand.
#[derive(Clone, Copy)]
struct At<'a> {
    ui: &'a Ui<'a>,
    exercise: &'a Exercise,
    state: &'a State,
    /// Now, in milliseconds since 1970.
    now: f64,
}

pub(super) fn exercise(ui: &Ui) -> Html {
    let Some(exercise) = ui.model.exercise().cloned() else {
        return missing(ui);
    };
    let at = At {
        ui,
        exercise: &exercise,
        state: &ui.model.workshop().exercise,
        now: js_sys::Date::now(),
    };
    let head = el("div|stack-s")
        .kid(ui.heading(1, "t2", el("span").words(&exercise.title).html()))
        .el(lead(&at))
        .el(views(&at));
    let page = el("div|stack lantern").el(head);
    // Each page is another element, so that none takes over the state of another.
    match at.state.view {
        View::Run => page.el(run::run(&at).key(1)),
        View::Compare => page.el(compare::compare(&at).key(2)),
        View::Debrief => page.el(debrief::debrief(&at).key(3)),
        View::Paper => page.el(sheets::paper(&at).key(4)),
    }
    .html()
}

/// There is no exercise, or not yet.
fn missing(ui: &Ui) -> Html {
    if ui.model.is_more_missing() {
        let words = el("div|row between")
            .el(ui.p("", Key::ExerciseMissing))
            .el(ui.button(Any::Help, ui.t(Key::NoticeRetry)));
        let notice = el("div|notice warn|part=notice|role=alert").kid(icon(Icon::Warn));
        return notice.el(words).html();
    }
    if ui.model.wants_more() {
        return ui.p("small muted", Key::ExerciseLoading).html();
    }
    el("div|empty")
        .kid(ui.h(1, "t3", Key::ExerciseNone))
        .el(ui.p("measure", Key::ExerciseNoneText))
        .html()
}

fn lead(at: &At) -> El {
    let minutes = at.ui.format.plain(at.exercise.minutes);
    let words = at.ui.fill(Key::ExerciseLead, &[("minutes", &minutes)]);
    el("p|small muted measure").text(words)
}

/// The pages of the exercise.
fn views(at: &At) -> El {
    let ui = at.ui;
    let label = ui.t(Key::ExerciseViews);
    let mut group = el("div|row seg no-print|role=group").attr("aria-label", label);
    for (view, key) in [
        (View::Run, Key::ExerciseRun),
        (View::Compare, Key::ExerciseCompare),
        (View::Debrief, Key::ExerciseDebrief),
        (View::Paper, Key::ExercisePaper),
    ] {
        let button = el("button||type=button")
            .flag("aria-pressed", view == at.state.view)
            .click(ui.shell, message(Msg::View(view)));
        group = group.el(button.t(ui, key));
    }
    group
}

/// A button that is heard with what it is about.
fn named(at: &At, msg: Msg, [seen, heard]: [Key; 2], name: &'static str, about: &str) -> El {
    let heard = at.ui.fill(heard, &[(name, about)]);
    el("button|btn sm|type=button|part=button")
        .attr("aria-label", heard)
        .click(at.ui.shell, message(msg))
        .t(at.ui, seen)
}

/// The button that shows something to the room, or hides it again.
fn show(at: &At, show: Show, what: &Rc<str>) -> El {
    let is_shown = at.state.show == Some(show);
    let (to, keys) = match is_shown {
        true => (None, [Key::ExerciseUnshow, Key::ExerciseUnshowLabel]),
        false => (Some(show), [Key::ExerciseShow, Key::ExerciseShowLabel]),
    };
    let button = named(at, Msg::Show(to), keys, "what", what);
    let is_open = at.ui.model.workshop().present.on.is_some();
    let title = at.ui.t(Key::PresentTitle);
    el("div|row no-print")
        .el(button)
        .el(el("p|small strong|role=status").text(match is_shown {
            true if is_open => at.ui.t(Key::ExerciseIsShown),
            true => at.ui.fill(Key::ExerciseIsReady, &[("title", &title)]),
            false => AttrValue::default(),
        }))
}

/// A heading with what is done to what it stands over.
fn headed(title: Html, tools: El) -> El {
    el("div|row between").kid(title).el(tools)
}

/// A label with a field.
fn label(id: AttrValue, words: AttrValue) -> El {
    el("label|label small").attr("for", id).text(words)
}

/// Short statements in the words of the bank.
fn points(points: &[Rc<str>]) -> El {
    let mut list = el("ul|blist");
    for point in points {
        list = list.el(el("li").words(point));
    }
    list
}
