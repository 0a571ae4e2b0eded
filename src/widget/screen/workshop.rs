//! A room that assesses together.

mod answers;
mod exercise;
mod people;
mod present;
mod talk;

pub(crate) use answers::told;

use crate::dom::{el, El};
use crate::effects::workshop::message;
use crate::effects::workshop::portion::Place;
use crate::ui::Ui;
use gca_session::whole::workshop::{Msg, Part};
use gca_session::Key;
use yew::Html;

pub(crate) fn workshop(ui: &Ui) -> Html {
    let part = ui.model.workshop().part;
    let view = ui.model.workshop().exercise.view;
    let portions = &ui.shell.workshop.portions;
    portions.view.begin(Place(part, view, None));
    let chosen = ui.model.workshop().answers.first();
    portions.list.begin(Place(part, view, Some(chosen)));
    let head = el("div|page-head split").kid(ui.title(ui.t(Key::NavWorkshop)));
    let page = ui
        .page(el("div|page|part=page"))
        .el(head)
        .el(parts(ui, part));
    let page = page.kid(present::panel(ui));
    // Each part is another element, so that none takes over the state of another.
    let page = match part {
        Part::People => page.el(people::people(ui).key(1)),
        Part::Answers => page.el(answers::answers(ui).key(2)),
        Part::Talk => page.el(talk::talk(ui).key(3)),
        Part::Exercise => page.kid(exercise::exercise(ui)),
    };
    page.kid(present::dialog(ui)).html()
}

/// Whether a portion of the view may be drawn by now, from 1.
fn may(ui: &Ui, portion: usize) -> bool {
    ui.shell.workshop.portions.view.may(portion)
}

/// The parts, of which one is open.
fn parts(ui: &Ui, open: Part) -> El {
    let mut list = el("div|row seg|role=group").attr("aria-label", ui.t(Key::WorkshopParts));
    for (part, key) in [
        (Part::People, Key::WorkshopPeople),
        (Part::Answers, Key::WorkshopAnswers),
        (Part::Talk, Key::WorkshopTalk),
        (Part::Exercise, Key::WorkshopExercise),
    ] {
        let pressed = if part == open { "true" } else { "false" };
        list = list.el(el("button||type=button")
            .attr("aria-pressed", yew::AttrValue::Static(pressed))
            .click(ui.shell, message(Msg::Part(part)))
            .t(ui, key));
    }
    list
}
