//! The strongest indicators and the largest gaps.

use super::message;
use crate::dom::{el, El};
use crate::ui::Ui;
use gca_engine::Node;
use gca_session::view::AnswerView;
use gca_session::whole::results::{ranked, Msg as Do, Standout};
use gca_session::Key;
use yew::AttrValue;

pub(super) fn section(ui: &Ui) -> El {
    let found = ranked(ui.model);
    let both = el("div|cols two")
        .el(list(ui, Key::StandoutStrengths, &found.strengths))
        .el(list(ui, Key::StandoutGaps, &found.gaps));
    el("section|section rule")
        .el(both)
        .el_if(found.left_out > 0, || {
            el("p|small muted after").text(ui.count(Key::StandoutLeftOut, found.left_out))
        })
}

fn list(ui: &Ui, title: Key, found: &[Standout]) -> El {
    let part = el("div").kid(ui.h(1, "t2", title));
    if found.is_empty() {
        return part.el(ui.p("muted", Key::StandoutNone));
    }
    let mut list = el("ol|lines");
    for one in found {
        let why = message(Do::Why(Node::Indicator(one.at)));
        let name = ui.link(why, ui.numbered(one.number, &one.title));
        let words = because(ui, one);
        let item = el("li")
            .el(name)
            .el(el("b|num").text(ui.headline(one.points)))
            .el_if(!words.is_empty(), || {
                el("span|small muted").text(words.clone())
            });
        list = list.el(item);
    }
    part.el(list)
}

/// The answer that does most for it, or costs it most, in the words of the questionnaire.
fn because(ui: &Ui, one: &Standout) -> AttrValue {
    let Some(row) = &one.because else {
        return AttrValue::default();
    };
    match &row.answer {
        AnswerView::Given(words, ..) if !words.is_empty() => words.clone().into(),
        AnswerView::Hidden(hidden) => {
            ui.fill(Key::StateImplied, &[("number", &ui.number(hidden.number))])
        }
        _ => row.text.clone().into(),
    }
}
