//! Running the exercise: briefing, schedule, events, teams, dossiers.

use super::super::may;
use super::{clock, events, headed, people, points, show, At};
use crate::dom::{el, El};
use gca_session::whole::workshop::exercise::{Dossier, Show};
use gca_session::Key;
use std::rc::Rc;

pub(super) fn run(at: &At) -> El {
    el("div|stack")
        .el(briefing(at))
        .el(clock::schedule(at))
        .el(events::events(at))
        .el_if(may(at.ui, 1), || people::section(at))
        .el_if(may(at.ui, 2), || dossiers(at))
        .el_if(may(at.ui, 2), || closing(at))
}

fn briefing(at: &At) -> El {
    let ui = at.ui;
    let title = ui.h(2, "t3", Key::ExerciseBriefing);
    let tools = show(
        at,
        Show::Briefing,
        &ui.model.catalog().text(Key::ExerciseBriefing),
    );
    el("section|section")
        .el(headed(title, tools))
        .el(el("p|measure").words(&at.exercise.briefing))
}

fn dossiers(at: &At) -> El {
    let mut section = el("section|section rule").kid(at.ui.h(2, "t3", Key::ExerciseDossiers));
    for (n, one) in at.exercise.dossiers.iter().enumerate() {
        section = section.el(dossier(at, n, one));
    }
    section
}

/// What is known of one area; closed, since all of them are long.
fn dossier(at: &At, n: usize, dossier: &Dossier) -> El {
    let bank = at.ui.model.whole_bank();
    let area = bank
        .areas()
        .iter()
        .position(|area| *area.id == *dossier.area);
    let texts = area.and_then(|area| at.ui.model.texts().areas.get(area));
    let title: Rc<str> = texts.map(|texts| texts.title.clone()).unwrap_or_default();
    let mut facts = el("dl|facts-of");
    for fact in &dossier.facts {
        facts = facts.el(el("div")
            .el(el("dt|strong num").words(&fact.id))
            .el(el("dd").words(&fact.text)));
    }
    let body = el("div|disc-body")
        .el(show(at, Show::Dossier(n), &title))
        .el(facts);
    el("details|disc").el(el("summary").words(&title)).el(body)
}

fn closing(at: &At) -> El {
    let ui = at.ui;
    let title = ui.h(2, "t3", Key::ExerciseClosing);
    let tools = show(
        at,
        Show::Closing,
        &ui.model.catalog().text(Key::ExerciseClosing),
    );
    el("section|section rule")
        .el(headed(title, tools))
        .el(points(&at.exercise.debrief))
}
