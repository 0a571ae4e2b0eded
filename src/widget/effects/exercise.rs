//! What the exercise asks of the browser: the time, the printer, a file.

use super::workshop::message;
use super::{download, paper};
use crate::shell::Shell;
use gca_session::marks::plain;
use gca_session::whole::report::{paper as styles, Setting};
use gca_session::whole::workshop::exercise::{markdown_of, pack, Effect, Msg, View};
use gca_session::whole::workshop::{Msg as Workshop, Part};
use gca_session::{Model, Screen};
use gloo_timers::callback::Timeout;
use std::rc::Rc;

/// Does what the exercise asks for.
pub(crate) fn run(shell: &Rc<Shell>, effect: Effect) {
    let now = js_sys::Date::now();
    let msg = match effect {
        Effect::Time(timed) => Some(Msg::Do(timed, now)),
        Effect::Print => {
            print(shell, now);
            None
        }
        Effect::Save => save(shell, now).map(Msg::Saved),
    };
    if let Some(msg) = msg {
        shell.dispatch(message(Workshop::Exercise(msg)));
    }
}

/// What a maker of papers makes of the exercise as it stands.
fn made<T>(shell: &Shell, now: f64, make: fn(&Model, &Setting<'_>) -> Option<T>) -> Option<T> {
    let (formats, direction) = (shell.format.borrow(), shell.direction.borrow());
    let setting = Setting {
        formats: &*formats,
        direction: &direction,
        now,
        unnamed: false,
    };
    make(&shell.model.borrow(), &setting)
}

fn print(shell: &Shell, now: f64) {
    if let Some(report) = made(shell, now, pack) {
        paper::print(&shell.root, &styles(&report), &plain(&report.title));
    }
}

/// Hands the user a file; gives its name.
fn save(shell: &Shell, now: f64) -> Option<String> {
    let (name, text) = made(shell, now, markdown_of)?;
    download::bytes(&name, "text/markdown", text.as_bytes());
    Some(name)
}

/// Called after the page was drawn: while the clock goes and is seen, the page is drawn anew with each minute.
pub(crate) fn drawn(shell: &Rc<Shell>) {
    let wait = {
        let model = shell.model.borrow();
        let workshop = model.workshop();
        let exercise = &workshop.exercise;
        let is_open = model.screen() == Screen::Workshop && workshop.part == Part::Exercise;
        let is_seen = is_open && exercise.view == View::Run;
        let wait = exercise.clock.until_next_minute(js_sys::Date::now());
        wait.filter(|_| is_seen)
    };
    // A moment later, so that the minute is over when the clock is read. The one that waited before is dropped.
    *shell.tick.borrow_mut() = wait.map(|wait| {
        let shell = shell.clone();
        Timeout::new(wait as u32 + 20, move || shell.redraw())
    });
}
