//! The question on the table.

use super::super::answers::{agreement, level_name, numbered, percent, say, votes, when_few};
use super::super::may;
use super::send;
use crate::chart;
use crate::dom::{el, El, Kind, Send};
use crate::format::integer;
use crate::ui::Ui;
use gca_charts::{Body, Scene};
use gca_engine::{Answer, Flag, Kind as Asked, QuestionWorkshop};
use gca_session::whole::workshop::answers::{is_shown, row};
use gca_session::whole::workshop::talk::Msg;
use gca_session::whole::workshop::{Msg as Any, Talk};
use gca_session::{Key, WholeMsg};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Questions and levels travel as one number.
const LEVELS: usize = 64;

fn made(msg: Msg) -> WholeMsg {
    WholeMsg::Workshop(Any::Talk(msg))
}

pub(super) fn question(ui: &Ui, source: usize) -> El {
    let none = Talk::default();
    let talk = ui.model.talk(source).unwrap_or(&none);
    let Some(row) = row(ui.model, source) else {
        return el("div");
    };
    let order = ui.model.talk_order();
    let place = order.iter().position(|other| *other == source);
    let place = place.unwrap_or_default();
    let values = [
        ("n", &*ui.whole(place + 1)),
        ("all", &*ui.whole(order.len())),
    ];
    let title = el("span||id=talk-h|tabindex=-1").el(numbered(ui, row.number, &row.text));
    let shown = is_shown(&row.told);
    let mut part = el("section|section rule talk")
        .key(source + 1)
        .el(el("p|small muted num").text(ui.fill(Key::TalkPosition, &values)))
        .kid(ui.heading(2, "t3", title.html()));
    part = part.el_if(!shown, || when_few(ui, &row.told));
    part = part.el_if(shown, || {
        let scene = gca_charts::votes(&votes(ui, source, row.number, &row.told, Some(talk)));
        el("div|stack-s")
            .el(now(ui, source, talk, row.told.consensus, row.told.flag))
            .el(ladder(ui, &scene))
            .el(chart::table(ui, &scene.title, &scene.table))
    });
    part.el(el("p|small muted").text(say(
        ui,
        &ui.t(Key::RoomDontKnow),
        row.told.numbers.dont_know,
    )))
    .el(prompt(ui, &row.told))
    // What is written down follows what is read.
    .el_if(may(ui, 1), || second(ui, source, talk))
    .el_if(may(ui, 1), || agreed(ui, source, talk))
    .el_if(may(ui, 1), || minority(ui, source, talk))
    .el(buttons(ui, source, talk, place, order.len()))
}

/// What to ask the room.
fn prompt(ui: &Ui, told: &QuestionWorkshop) -> El {
    let numbers = told.numbers;
    let key = match told.flag {
        _ if numbers.dont_know > numbers.valid => Key::TalkPromptUnknown,
        Some(Flag::Discuss) => Key::TalkPromptLow,
        Some(Flag::Mixed) => Key::TalkPromptMixed,
        Some(Flag::Agree) => Key::TalkPromptHigh,
        _ => Key::TalkPromptFew,
    };
    el("div|prompt|part=prompt")
        .el(ui.p("strong", Key::TalkPrompt))
        .el(ui.p("", key))
}

/// How far people agree, or agreed before and do after.
fn now(
    ui: &Ui,
    source: usize,
    talk: &Talk,
    before: Option<f64>,
    flag: Option<gca_engine::Flag>,
) -> El {
    // What is to be said is there before it has words.
    let place = el("p|strong|role=status");
    if talk.votes() < 3 {
        return el("div").el(agreement(ui, before, flag)).el(place);
    }
    let (after, _) = talk.agreement(ui.model, source);
    let values = [
        ("before", &*percent(ui, before)),
        ("after", &*percent(ui, after)),
    ];
    let words = place.text(ui.fill(Key::TalkChange, &values));
    el("div").kid(Html::default()).el(words)
}

/// The bars of a scene with names and numbers beside them.
pub(in super::super) fn ladder(ui: &Ui, scene: &Scene) -> El {
    let mut list = el("ol|opts");
    if let Body::Rows(rows) = &scene.body {
        for row in &rows.rows {
            let numbers = match row.note.is_empty() {
                true => row.value.clone(),
                false => [&*row.note, " → ", &*row.value].concat().into(),
            };
            list = list.el(el("li")
                .el(el("bdi|opt-name").words(&row.label))
                .el(chart::row(row))
                .el(el("b|num")
                    .el(el("span|vh").t(ui, Key::PresentChosen).space())
                    .el(el("bdi").words(&numbers))));
        }
    }
    list
}

fn second(ui: &Ui, source: usize, talk: &Talk) -> El {
    let group = el("fieldset|fields-in").el(el("legend|label").t(ui, Key::TalkSecond));
    let question = ui.model.whole_bank().questions().get(source);
    let Some(question) = question else {
        return group;
    };
    match question.kind {
        // Of a checklist the room agrees on a set: there is nothing to count.
        Asked::Multi => el("div"),
        Asked::Number(_) => {
            let words: Vec<String> = talk.values.iter().map(|x| x.to_string()).collect();
            let change: fn(usize, Rc<str>) -> WholeMsg = |at, text| made(Msg::Values(at, text));
            let field = el("input|input|type=text|id=vote|aria-describedby=vote-hint")
                .value(words.join(" ").into())
                .on(Kind::Change, ui.shell, Send::Value(source, change));
            group
                .el(ui
                    .p("hint muted small", Key::TalkValuesHint)
                    .attr("id", "vote-hint".into()))
                .el(el("label|label").t(ui, Key::TalkValues).el(field))
        }
        _ => {
            let mut list = el("ol|vote");
            for level in 0..question.options.len() {
                let n = talk.second.get(level).copied().unwrap_or_default();
                let change: fn(usize, Rc<str>) -> WholeMsg = |at, text| {
                    let n = text.trim().parse().unwrap_or_default();
                    made(Msg::Vote(at / LEVELS, at % LEVELS, n))
                };
                let place = source * LEVELS + level;
                let name = level_name(ui, source, level);
                list = list.el(vote(ui, level, name, n, Send::Value(place, change)));
            }
            let change: fn(usize, Rc<str>) -> WholeMsg =
                |at, text| made(Msg::DontKnow(at, text.trim().parse().unwrap_or_default()));
            let name = ui.t(Key::RoomDontKnow);
            let unknown = Send::Value(source, change);
            list = list.el(vote(ui, LEVELS, name, talk.dont_know, unknown));
            group
                .el(ui.p("hint muted small", Key::TalkSecondHint))
                .el(list)
        }
    }
}

/// A field for a number of people.
fn vote(ui: &Ui, level: usize, name: AttrValue, n: u32, send: Send) -> El {
    let id: AttrValue = ["vote-", &integer(level)].concat().into();
    let value = match n {
        0 => AttrValue::default(),
        n => n.to_string().into(),
    };
    let field = el("input|input few|type=number|min=0|inputmode=numeric")
        .attr("id", id.clone())
        .value(value)
        .on(Kind::Change, ui.shell, send);
    let label = el("label").attr("for", id).el(el("bdi").text(name));
    el("li").el(label).el(field)
}

fn agreed(ui: &Ui, source: usize, talk: &Talk) -> El {
    let mut group = el("fieldset|fields-in").el(el("legend|label").t(ui, Key::TalkAgreed));
    let question = ui.model.whole_bank().questions().get(source);
    let texts = ui.model.texts().questions.get(source);
    let (Some(question), Some(texts)) = (question, texts) else {
        return group;
    };
    let choice = |kind: El, on: bool, msg: Msg, words: AttrValue| {
        el("label|choice")
            .el(kind
                .checked(on)
                .on(Kind::Change, ui.shell, Send::Msg(send(msg))))
            .el(el("span").el(el("bdi").text(words)))
    };
    let radio = || el("input||type=radio|name=agreed");
    match question.kind {
        Asked::Multi => {
            group = group.el(ui.p("hint muted small", Key::TalkAgreedHint));
            for (at, label) in texts.options.iter().enumerate() {
                let on =
                    matches!(talk.agreed, Some(Answer::Ticks(t)) if at < 64 && t >> at & 1 == 1);
                let msg = Msg::Tick(source, at, !on);
                group = group.el(choice(
                    el("input||type=checkbox"),
                    on,
                    msg,
                    label.clone().into(),
                ));
            }
        }
        Asked::Number(_) => {
            let value = match talk.agreed {
                Some(Answer::Number(x)) => x.to_string(),
                _ => String::new(),
            };
            let change: fn(usize, Rc<str>) -> WholeMsg = |at, text| {
                let number = text.trim().replace(',', ".").parse::<f64>().ok();
                let number = number.filter(|x| x.is_finite());
                made(Msg::Agree(at, number.map(Answer::Number)))
            };
            let field = el("input|input few|type=text|inputmode=decimal")
                .attr("aria-label", ui.t(Key::TalkAgreed))
                .value(value.into())
                .on(Kind::Change, ui.shell, Send::Value(source, change));
            group = group.el(field);
        }
        _ => {
            for (at, label) in texts.options.iter().enumerate() {
                let answer = u8::try_from(at).ok().map(Answer::Option);
                let msg = Msg::Agree(source, answer);
                let on = talk.agreed.is_some() && talk.agreed == answer;
                group = group.el(choice(radio(), on, msg, label.clone().into()));
            }
        }
    }
    let mut others = vec![(Some(Answer::DontKnow), Key::RoomDontKnow)];
    if question.allow_na {
        others.push((Some(Answer::NotApplicable), Key::RoomNotApplicable));
    }
    others.push((None, Key::TalkClear));
    for (answer, key) in others {
        let on = talk.agreed == answer;
        group = group.el(choice(radio(), on, Msg::Agree(source, answer), ui.t(key)));
    }
    group
}

fn minority(ui: &Ui, source: usize, talk: &Talk) -> El {
    let change: fn(usize, Rc<str>) -> WholeMsg = |at, text| made(Msg::Minority(at, text));
    let field = el("textarea|input|rows=2|id=minority|aria-describedby=minority-hint")
        .value(talk.minority.clone().into())
        .on(Kind::Change, ui.shell, Send::Value(source, change));
    el("div")
        .el(el("label|label|for=minority").t(ui, Key::TalkMinority))
        .el(ui
            .p("hint muted small", Key::TalkMinorityHint)
            .attr("id", "minority-hint".into()))
        .el(field)
}

fn buttons(ui: &Ui, source: usize, talk: &Talk, place: usize, all: usize) -> El {
    let row = el("div|row");
    let row = match talk.is_done {
        true => row
            .el(el("span|tag").t(ui, Key::TalkIsDone))
            .el(ui.button(send(Msg::Again(source)), ui.t(Key::TalkAgain))),
        false => row
            .el(ui.primary(send(Msg::Done(source)), ui.t(Key::TalkDone)))
            .kid(Html::default()),
    };
    row.el(ui
        .button(send(Msg::Previous), ui.t(Key::TalkPrevious))
        .attr_if(place == 0, "disabled", "disabled"))
        .el(ui.button(send(Msg::Next), ui.t(Key::TalkNext)).attr_if(
            place + 1 >= all,
            "disabled",
            "disabled",
        ))
}
