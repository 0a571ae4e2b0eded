//! Answers on paper, typed in by numbers.

use crate::dom::{el, El, Kind, Send};
use crate::effects::workshop::people as say;
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_engine::{Answer, Kind as Asked, Question};
use gca_session::whole::workshop::paper::{Msg, Paper};
use gca_session::whole::workshop::people::Msg as People;
use gca_session::whole::workshop::Msg as Room;
use gca_session::{Key, WholeMsg};
use std::rc::Rc;
use yew::AttrValue;

fn tell(msg: Msg) -> gca_session::Msg {
    say(People::Paper(msg))
}

fn whole(msg: Msg) -> WholeMsg {
    WholeMsg::Workshop(Room::People(People::Paper(msg)))
}

pub(super) fn paper(ui: &Ui, paper: &Paper) -> El {
    let bank = ui.model.whole_bank();
    let total = bank.questions().len();
    let name = |id: &'static str, key, value: &Rc<str>, made: fn(usize, Rc<str>) -> WholeMsg| {
        let field = el("input|input|type=text|dir=auto|autocomplete=off|maxlength=120")
            .attr("id", AttrValue::Static(id))
            .attr_if(id == "sheet-group", "list", "groups")
            .value(value.clone().into())
            .on(Kind::Input, ui.shell, Send::Value(0, made));
        el("label|label stack-s").t(ui, key).el(field)
    };
    let who = el("div|cols two")
        .el(name(
            "sheet-name",
            Key::PeopleName,
            &paper.name,
            |_, text| whole(Msg::Name(text)),
        ))
        .el(name(
            "sheet-group",
            Key::PeopleGroup,
            &paper.group,
            |_, text| whole(Msg::Group(text)),
        ));
    let done = paper.answers.len();
    let values = [("n", &*ui.whole(done)), ("total", &*ui.whole(total))];
    let add = ui.primary(tell(Msg::Done), ui.t(Key::PaperDone));
    let add = add.attr_if(done == 0, "disabled", "disabled");
    let question = bank.questions().get(paper.at);
    el("section|section stack")
        .kid(ui.h(1, "t2", Key::PaperTitle))
        .el(ui.p("muted measure", Key::PaperHint))
        .el(who)
        .el_if(question.is_some(), || match question {
            Some(question) => asked(ui, paper, question, total),
            None => el("div"),
        })
        .el_if(question.is_none(), || {
            el("p|strong|id=sheet|tabindex=-1").t(ui, Key::PaperEnd)
        })
        .el(el("p|small muted").text(ui.fill(Key::PaperCount, &values)))
        .el(el("div|row")
            .el(add)
            .el(ui.link(tell(Msg::Drop), ui.t(Key::PaperDrop))))
        .el(crate::screen::hand_in::groups(ui))
}

fn asked(ui: &Ui, paper: &Paper, question: &Question, total: usize) -> El {
    let texts = ui.model.texts().questions.get(question.source).cloned();
    let texts = texts.unwrap_or_default();
    let mut options = el("ol|sheet-options");
    for (at, words) in texts.options.iter().enumerate() {
        let number = el("b|num").words(&ui.whole(at + 1));
        options = options.el(el("li").el(number).space().el(el("span").words(words)));
    }
    let is_bad = paper.wrong.is_some();
    let error = || {
        let typed = paper.wrong.clone().unwrap_or_default();
        let words = ui.fill(Key::PaperWrong, &[("typed", &typed)]);
        el("p|error-text|id=sheet-e|role=alert")
            .kid(icon(Icon::Warn))
            .el(el("span").text(words))
    };
    let field = el("input|input|id=sheet|type=text|dir=ltr|autocomplete=off|spellcheck=false|aria-labelledby=sheet-q")
        .attr_if(is_bad, "aria-invalid", "true")
        .attr_if(is_bad, "aria-describedby", "sheet-e")
        .attr("value", typed(paper.answers.get(question.source), question).into())
        .key(paper.turns);
    let values = [
        ("n", &*ui.whole(paper.at + 1)),
        ("total", &*ui.whole(total)),
    ];
    let back = || ui.button(tell(Msg::Go(paper.at - 1)), ui.t(Key::BarPrevious));
    let send = Send::Typed("#sheet", |text| whole(Msg::Typed(text)));
    el("form|stack panel|novalidate=novalidate")
        .on(Kind::Submit, ui.shell, send)
        // Of a field that comes in the place of one with the focus, Orca says nothing.
        .el(el("div|stack|role=status")
            .el(el("p|muted small num").text(ui.fill(Key::PaperOf, &values)))
            .el(el("p|strong|id=sheet-q").words(&texts.text)))
        .el(options)
        .el_if(is_bad, error)
        .el(field)
        .el(el("div|row")
            .el_if(paper.at > 0, back)
            .el(el("button|btn|type=submit|part=button").t(ui, Key::BarNext)))
}

/// An answer as it was typed.
fn typed(answer: Option<Answer>, question: &Question) -> String {
    use crate::format::integer;
    match answer {
        Some(Answer::DontKnow) => "d".into(),
        Some(Answer::NotApplicable) => "n".into(),
        Some(Answer::Option(at)) => integer(usize::from(at) + 1),
        Some(Answer::Ticks(ticks)) => {
            let all = 0..question.options.len();
            let ticked = all.filter(|at| ticks >> at & 1 == 1);
            ticked
                .map(|at| integer(at + 1))
                .collect::<Vec<_>>()
                .join(" ")
        }
        Some(Answer::Number(x)) if matches!(question.kind, Asked::Number(_)) => x.to_string(),
        _ => String::new(),
    }
}
