//! What is left to talk about, the disagreement that remains, and how the agreed answers go on.

use super::super::answers::{numbered, percent};
use super::{saved, send};
use crate::dom::{el, El, Kind, Send};
use crate::ui::Ui;
use gca_engine::Answer;
use gca_session::details::MAX_NAME;
use gca_session::view::number_in_bank;
use gca_session::whole::workshop::talk::{left, Fill, Left, Msg};
use gca_session::whole::workshop::{Msg as Any, Paper};
use gca_session::{Key, WholeMsg};
use std::rc::Rc;
use yew::AttrValue;

pub(super) fn end(ui: &Ui) -> El {
    el("div|stack")
        .el(to_do(ui))
        .el(remaining(ui))
        .el(carry(ui))
}

fn to_do(ui: &Ui) -> El {
    let order = ui.model.talk_order();
    let is_done = |at: usize| ui.model.talk(at).is_some_and(|talk| talk.is_done);
    let open: Vec<usize> = order.into_iter().filter(|at| !is_done(*at)).collect();
    let shown = ui.model.workshop().table.shown();
    let part = el("section|section rule stack-s").kid(ui.h(2, "t3", Key::TalkToDo));
    if open.is_empty() {
        return part.el(ui.p("", Key::TalkAllDone));
    }
    let mut list = el("ol|to-do");
    for at in open.iter().take(shown) {
        let texts = ui.model.texts().questions.get(*at);
        let text = texts.map(|texts| texts.text.clone()).unwrap_or_default();
        let button = el("button|link|type=button").click(ui.shell, send(Msg::Open(*at)));
        let words = numbered(ui, number_in_bank(ui.model, *at), &text);
        list = list.el(el("li").el(button.el(words)).key(*at));
    }
    part.el(list)
        .el_if(open.len() > shown, || more(ui, open.len() - shown))
}

fn more(ui: &Ui, n: usize) -> El {
    let words = ui.count(Key::RoomMore, n);
    el("p|after").el(ui.button(send(Msg::More), words))
}

fn remaining(ui: &Ui) -> El {
    let all = left(ui.model);
    let part = el("section|section rule|id=left").kid(ui.h(2, "t3", Key::TalkLeft));
    if all.is_empty() {
        return part.el(ui.p("", Key::TalkLeftNone));
    }
    let shown = ui.model.workshop().table.shown();
    let mut list = el("ul|lefts");
    for each in all.iter().take(shown) {
        list = list.el(one(ui, each).key(each.source));
    }
    let files = [
        (Paper::LeftCsv, Key::TalkSaveCsv),
        (Paper::LeftMarkdown, Key::TalkSaveMarkdown),
    ];
    let mut row = el("div|row after");
    for (paper, key) in files {
        row = row.el(ui.button(send(Msg::Save(paper)), ui.t(key)));
    }
    part.el(ui.p("muted", Key::TalkLeftLead))
        .el(list)
        .el_if(all.len() > shown, || more(ui, all.len() - shown))
        .el(row)
        .el(saved(ui, |paper| paper != Paper::Answers))
}

fn one(ui: &Ui, left: &Left) -> El {
    let mut facts: Vec<AttrValue> = Vec::new();
    for (key, agreement) in [(Key::TalkBefore, left.before), (Key::TalkAfter, left.after)] {
        if agreement.is_some() {
            let values = [("answer", &*ui.t(key)), ("n", &*percent(ui, agreement))];
            facts.push(ui.fill(Key::RoomMany, &values));
        }
    }
    let answer = match left.agreed {
        Some(answer) => answer_words(ui, left.source, answer),
        None => ui.t(Key::TalkNone),
    };
    let agreed = [("answer", &*ui.t(Key::TalkAgreed)), ("n", &*answer)];
    let item = el("li|stack-s")
        .el(el("p|strong").el(numbered(ui, left.number, &left.text)))
        .el(el("p|small muted").text(facts.join(" · ").into()))
        .el(el("p|small").text(ui.fill(Key::RoomMany, &agreed)));
    item.el_if(!left.minority.is_empty(), || {
        el("p|small typed")
            .el(el("span|muted").t(ui, Key::TalkMinority))
            .t(ui, Key::SignColon)
            .el(el("bdi").words(&left.minority))
    })
}

fn answer_words(ui: &Ui, source: usize, answer: Answer) -> AttrValue {
    match answer {
        Answer::Number(x) => ui.format.plain(x).into(),
        Answer::DontKnow => ui.t(Key::RoomDontKnow),
        Answer::NotApplicable => ui.t(Key::RoomNotApplicable),
        answer => {
            let words = ui.model.agreed_words(source, answer);
            words.unwrap_or_default().into()
        }
    }
}

fn carry(ui: &Ui) -> El {
    let room = ui.model.workshop();
    let n = room
        .talks
        .values()
        .filter(|talk| talk.agreed.is_some())
        .count();
    let change: fn(usize, Rc<str>) -> WholeMsg =
        |_, name| WholeMsg::Workshop(Any::Talk(Msg::Name(name)));
    let field = el("input|input|type=text|id=carry-name")
        .attr("maxlength", crate::format::integer(MAX_NAME).into())
        .attr("placeholder", ui.t(Key::TalkName))
        .value(room.table.name.clone().into())
        .on(Kind::Change, ui.shell, Send::Value(0, change));
    let mut fills = el("fieldset|fields-in").el(el("legend|label").t(ui, Key::TalkFill));
    for (fill, key) in [
        (Fill::Open, Key::TalkFillOpen),
        (Fill::Group, Key::TalkFillGroup),
    ] {
        let radio = el("input||type=radio|name=fill")
            .checked(room.table.fill == fill)
            .on(Kind::Change, ui.shell, Send::Msg(send(Msg::Fill(fill))));
        fills = fills.el(el("label|choice").el(radio).el(el("span").t(ui, key)));
    }
    let button = ui.primary(send(Msg::Carry), ui.t(Key::TalkCarry));
    el("section|section rule stack-s")
        .kid(ui.h(2, "t3", Key::TalkCarry))
        .el(el("p").text(ui.count(Key::TalkCarryLead, n)))
        .el(el("label|label aims-name")
            .t(ui, Key::TalkNameLabel)
            .el(field))
        .el(fills)
        .el(el("div|row").el(button.attr_if(room.people.is_empty(), "disabled", "disabled")))
}
