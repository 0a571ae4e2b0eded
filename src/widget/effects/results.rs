//! Results and what follows from them come onto the page part by part, and weights are drawn last.

use crate::shell::Shell;
use gca_session::whole::results::Msg as Do;
use gca_session::{Msg, WholeMsg};
use gloo_timers::callback::Timeout;
use std::rc::Rc;

/// Time for the browser to paint what was drawn, in milliseconds.
const PAINTED: u32 = 30;

/// Called after the page was drawn. Nobody waits for what follows, so it comes in a task of its own.
pub(crate) fn drawn(shell: &Rc<Shell>) {
    let next = shell.model.borrow().next_part();
    let Some(wanted) = next else {
        return;
    };
    let shell = shell.clone();
    let follow = move || {
        // Whoever has gone on meanwhile does not want it any more, or has it already.
        let next = shell.model.borrow().next_part();
        if next != Some(wanted) {
            return;
        }
        match wanted {
            Do::Draw => draw(&shell),
            _ => shell.dispatch(Msg::Whole(WholeMsg::Results(wanted))),
        }
    };
    Timeout::new(PAINTED, follow).forget();
}

/// Has weights drawn, portion by portion, and shows what was found: each in a task of its own.
fn draw(shell: &Rc<Shell>) {
    if shell.model.borrow().next_part() == Some(Do::Draw) {
        shell.change(Msg::Whole(WholeMsg::Results(Do::Draw)));
        let shell = shell.clone();
        Timeout::new(0, move || draw(&shell)).forget();
    } else {
        shell.redraw();
    }
}
