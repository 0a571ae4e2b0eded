//! The closing round: what each team would do, and all of it on sheets.

use super::{label, sheets, wrapped, At};
use crate::dom::{el, El, Kind, Send};
use crate::format::integer;
use crate::screen::question::limited;
use gca_session::whole::workshop::exercise::{teams, Msg, TeamView, ACTIONS, MAX_ACTION};
use gca_session::Key;
use yew::{AttrValue, Html};

pub(super) fn debrief(at: &At) -> El {
    let ui = at.ui;
    let mut list = el("div|actions");
    for (n, one) in teams(ui.model).iter().enumerate() {
        list = list.el(team(at, n, one));
    }
    let actions = el("section|section")
        .kid(ui.h(2, "t3", Key::ExerciseActions))
        .el(ui.p("small muted measure", Key::ExerciseDebriefLead))
        .el(list);
    el("div|stack")
        .el(actions)
        .el_if(!at.state.is_revealed, || {
            ui.p("small", Key::ExerciseDebriefHidden)
        })
        .kid(match super::super::may(ui, 1) {
            true => sheets::sheets(at, 2),
            false => Html::default(),
        })
}

fn team(at: &At, n: usize, team: &TeamView) -> El {
    let ui = at.ui;
    let values = [("team", &*["\u{2068}", &*team.name, "\u{2069}"].concat())];
    let mut group = el("fieldset|stack-s")
        .el(el("legend|strong").text(ui.fill(Key::ExerciseActionsOf, &values)));
    for (which, text) in at.state.actions_of(&team.id).iter().enumerate() {
        let id = |name: &str| AttrValue::from([name, &*integer(n * ACTIONS + which)].concat());
        let words = ui.fill(Key::ExerciseAction, &[("n", &ui.whole(which + 1))]);
        let field = el("textarea|input|rows=2|dir=auto")
            .attr("id", id("la"))
            .value(text.clone().into())
            .on(
                Kind::Input,
                ui.shell,
                Send::Value(n * ACTIONS + which, |at, text| {
                    wrapped(Msg::Action(at / ACTIONS, at % ACTIONS, text))
                }),
            );
        let place = el("div").el(label(id("la"), words));
        group = group.el(limited(
            ui,
            place,
            field,
            text,
            MAX_ACTION,
            ["".into(), id("lae")],
        ));
    }
    group
}
