//! Fields to correct, each with the way to it.

use crate::dom::{el, El};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_session::whole::{Field, Part, Wrong};
use gca_session::{Key, Msg, WholeMsg};

pub(super) fn section(ui: &Ui, found: &[Wrong]) -> El {
    let count = el("span|count").words(&ui.whole(found.len()));
    let words = el("span").t(ui, Key::ReviewMendTitle).space().el(count);
    let mut list = el("ul|lines clashes");
    for wrong in found {
        let values = [
            ("number", &*ui.number(wrong.number)),
            ("field", &*ui.t(name(wrong.field))),
        ];
        let msg = Msg::Whole(WholeMsg::Mend(wrong.at, wrong.field));
        let why = match wrong.too_long {
            Some((n, max)) => ui.fill(
                Key::QuestionLong,
                &[("max", &*ui.whole(max)), ("n", &*ui.whole(n))],
            ),
            None => ui.t(Key::StateInvalid),
        };
        let words = el("div|stack-s")
            .el(ui.link(msg, ui.fill(Key::ReviewMendField, &values)))
            .el(el("p").text(why));
        list = list.el(el("li").kid(icon(Icon::Warn)).el(words));
    }
    el("section|contradict mend")
        .kid(ui.heading(1, "t2", words.html()))
        .el(list)
}

fn name(field: Field) -> Key {
    match field {
        Field::Answer => Key::ReviewMendAnswer,
        Field::Note => Key::QuestionNote,
        Field::Who => Key::QuestionWho,
        Field::Evidence(_, Part::Text) => Key::EvidenceText,
        Field::Evidence(_, Part::Reference) => Key::EvidenceReference,
        Field::Evidence(_, Part::Link) => Key::EvidenceLink,
        Field::Evidence(_, Part::Date) => Key::EvidenceDate,
    }
}
