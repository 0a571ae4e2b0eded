//! The paper of the exercise: what is seen here is what is printed.

use super::{message, At};
use crate::dom::{el, El};
use crate::icon::{icon, Icon};
use crate::screen::report::sheets as draw;
use gca_session::whole::report::Setting;
use gca_session::whole::workshop::exercise::{pack, Msg, Pack};
use gca_session::Key;
use yew::Html;

pub(super) fn paper(at: &At) -> El {
    let ui = at.ui;
    let mut group =
        el("div|row seg no-print|role=group").attr("aria-label", ui.t(Key::ExerciseSheets));
    for (pack, key) in [
        (Pack::Teams, Key::ExercisePackTeams),
        (Pack::Notes, Key::ExercisePackNotes),
    ] {
        let button = el("button||type=button")
            .flag("aria-pressed", pack == at.state.pack)
            .click(ui.shell, message(Msg::Pack(pack)));
        group = group.el(button.t(ui, key));
    }
    let is_closed = at.state.pack == Pack::Notes && !at.state.wants_notes;
    el("div|stack")
        .el(ui.p("small muted measure", Key::ExercisePaperLead))
        .el(group)
        .el_if(is_closed, || warning(at))
        .kid(match super::super::may(ui, 1) {
            true => sheets(at, 1),
            false => Html::default(),
        })
}

/// The trainer's notes come only after a clear choice: whoever looks over the shoulder must not see them.
fn warning(at: &At) -> El {
    let ui = at.ui;
    let words = el("div|row between")
        .el(ui.p("", Key::ExerciseNotesWarn))
        .el(ui.button(message(Msg::ShowNotes), ui.t(Key::ExerciseNotesShow)));
    el("div|notice warn|part=notice")
        .kid(icon(Icon::Warn))
        .el(words)
}

/// The sheets under a heading of this level, with what prints and saves them; nothing where they must not be seen yet.
pub(super) fn sheets(at: &At, level: u8) -> Html {
    let ui = at.ui;
    let setting = Setting {
        formats: ui.format,
        direction: ui.direction,
        now: at.now,
        unnamed: false,
    };
    let Some(report) = pack(ui.model, &setting) else {
        return Html::default();
    };
    let print = el("button|btn primary|type=button|part=button-primary|id=print")
        .click(ui.shell, message(Msg::Print))
        .kid(icon(Icon::Print))
        .space()
        .t(ui, Key::ReportPrint);
    let kind = ui.t(Key::ReportMarkdown);
    let save = ui.button(
        message(Msg::Save),
        ui.fill(Key::ReportSaveAs, &[("what", &kind)]),
    );
    let saved = at.state.saved.as_deref();
    let saved = saved.map(|name| ui.fill(Key::ReportSaved, &[("name", name)]));
    let status = el("p|small saved-as|role=status").text(saved.unwrap_or_default());
    el("div|stack")
        .el(el("div|row no-print").el(print).el(save))
        .el(status)
        .el(draw(ui, &report, level))
        .html()
}
