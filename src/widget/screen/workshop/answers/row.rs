//! How the room answered a question.

use crate::chart;
use crate::dom::{el, El};
use crate::ui::Ui;
use gca_charts::{stack, Body, Scene, Vote, Votes};
use gca_engine::{Flag, Numbers, QuestionWorkshop};
use gca_session::view::Number;
use gca_session::whole::workshop::answers::{is_shown, Row};
use gca_session::whole::workshop::Talk;
use gca_session::Key;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// How an agreement reads.
pub(in super::super) fn flag_key(flag: Flag) -> Key {
    match flag {
        Flag::Few => Key::RoomFew,
        Flag::Agree => Key::RoomHigh,
        Flag::Mixed => Key::RoomMixed,
        Flag::Discuss => Key::RoomLow,
    }
}

/// An agreement as whole per cent.
pub(in super::super) fn percent(ui: &Ui, agreement: Option<f64>) -> Rc<str> {
    ui.format.percent(agreement.unwrap_or_default())
}

pub(in super::super) fn numbered(ui: &Ui, number: Number, text: &str) -> El {
    el("span")
        .el(el("span|num muted").text(ui.number(number)))
        .space()
        .el(el("bdi").text(text.to_owned().into()))
}

pub(crate) fn told(ui: &Ui, row: &Row) -> Html {
    let head = el("p|strong").el(numbered(ui, row.number, &row.text));
    let mut item = el("li|dist-row stack-s").el(head);
    if row.groups.is_empty() {
        let all = one(ui, row.source, row.number, &row.told, None);
        return item.el(all).html();
    }
    let everybody = ui.t(Key::RoomEverybody);
    item = item.el(one(ui, row.source, row.number, &row.told, Some(everybody)));
    let mut beside = el("div|sides");
    for (name, told) in &row.groups {
        let name = group_name(ui, name);
        beside = beside.el(one(ui, row.source, row.number, told, Some(name)));
    }
    item.el(beside).html()
}

/// The name of a group, or that these are in none.
pub(super) fn group_name(ui: &Ui, name: &Rc<str>) -> AttrValue {
    match name.is_empty() {
        true => ui.t(Key::RoomNoGroup),
        false => name.clone().into(),
    }
}

/// A distribution with its numbers, of everybody or a group.
fn one(
    ui: &Ui,
    source: usize,
    number: Number,
    told: &QuestionWorkshop,
    name: Option<AttrValue>,
) -> El {
    let mut part = el("div|stack-s");
    if let Some(name) = name {
        part = part.el(el("p|small strong").el(el("bdi").text(name)));
    }
    if !is_shown(told) {
        return part
            .el(ui.p("muted", Key::RoomFew))
            .el(counts(ui, told.numbers));
    }
    let scene = stack(&votes(ui, source, number, told, None));
    part.el(agreement(ui, told.consensus, told.flag))
        .el(bar(&scene))
        .el(el("p|small").text(median(ui, source, told)))
        .el(counts(ui, told.numbers))
        .el(chart::table(ui, &scene.title, &scene.table))
        .el_if(told.ticks.is_some(), || {
            let each = told.ticks.as_deref().unwrap_or_default();
            let scene = gca_charts::votes(&ticks(ui, source, number, told, each));
            chart::table(ui, &scene.title, &scene.table)
        })
}

fn bar(scene: &Scene) -> El {
    let drawn = el("div|aria-hidden=true");
    match &scene.body {
        Body::Rows(rows) => drawn.el(chart::plain(rows)),
        _ => drawn,
    }
}

/// "Agreement 27%", and how it reads.
pub(in super::super) fn agreement(ui: &Ui, consensus: Option<f64>, flag: Option<Flag>) -> El {
    let values = [("percent", &*percent(ui, consensus))];
    let line = el("p").el(el("b").text(ui.fill(Key::RoomAgreementIs, &values)));
    match flag {
        Some(flag) => line
            .text(AttrValue::Static(" · "))
            .el(el("span").t(ui, flag_key(flag))),
        None => line,
    }
}

/// What those in the middle answered.
fn median(ui: &Ui, source: usize, told: &QuestionWorkshop) -> AttrValue {
    if let Some(values) = told.values {
        let say = |x: Option<f64>| ui.format.plain(x.unwrap_or_default());
        let (low, median, high) = (say(values.min), say(values.median), say(values.max));
        let values = [("low", &*low), ("high", &*high), ("median", &*median)];
        return ui.fill(Key::RoomValues, &values);
    }
    let level = told.median_level.map(usize::from).unwrap_or_default();
    let name = level_name(ui, source, level);
    ui.fill(Key::RoomMedianIs, &[("answer", &*name)])
}

/// The numbers of those whose answers are in no bar.
fn counts(ui: &Ui, numbers: Numbers) -> El {
    let mut words: Vec<Rc<str>> = Vec::new();
    for (key, n) in [
        (Key::RoomValid, numbers.valid),
        (Key::RoomDontKnow, numbers.dont_know),
        (Key::RoomNotApplicable, numbers.not_applicable),
        (Key::RoomSkipped, numbers.skipped),
        (Key::RoomUnanswered, numbers.unanswered),
    ] {
        if n > 0 || key == Key::RoomValid || key == Key::RoomDontKnow {
            words.push(say(ui, &ui.t(key), n).as_str().into());
        }
    }
    el("p|small muted").text(words.join(" · ").into())
}

/// "Don't know: 3".
pub(in super::super) fn say(ui: &Ui, what: &str, n: u32) -> AttrValue {
    let n = ui.whole(usize::try_from(n).unwrap_or_default());
    ui.fill(Key::RoomMany, &[("answer", what), ("n", &n)])
}

/// What a level of a question is called: its statement where each level has one.
pub(in super::super) fn level_name(ui: &Ui, source: usize, level: usize) -> AttrValue {
    let labels = ui.model.texts().questions.get(source).map(|q| &q.options);
    let question = ui.model.whole_bank().questions().get(source);
    let is_ladder = question.is_some_and(|question| {
        matches!(
            question.kind,
            gca_engine::Kind::Single | gca_engine::Kind::YesNo
        )
    });
    let label = labels.filter(|_| is_ladder).and_then(|l| l.get(level));
    match label {
        Some(label) => label.clone().into(),
        None => ui.fill(Key::RoomLevel, &[("n", &ui.whole(level + 1))]),
    }
}

/// The votes on a question, with those of a second vote.
pub(in super::super) fn votes(
    ui: &Ui,
    source: usize,
    number: Number,
    told: &QuestionWorkshop,
    talk: Option<&Talk>,
) -> Votes {
    // Where answers stand one under the other, those of a checklist are its options.
    if let (Some(_), Some(each)) = (talk, &told.ticks) {
        return ticks(ui, source, number, told, each);
    }
    let of = |n: u32, all: u32| f64::from(n) / f64::from(all.max(1));
    let words = |n: u32| ui.whole(usize::try_from(n).unwrap_or_default());
    let second = talk.filter(|talk| talk.votes() > 0);
    let levels = second.map(|talk| talk.levels(ui.model, source));
    let all = second.map_or(0, Talk::votes);
    let valid = told.numbers.valid;
    let votes = told.counts.iter().enumerate().map(|(level, n)| Vote {
        name: chart::words(&level_name(ui, source, level)),
        share: of(*n, valid),
        words: words(*n),
        second: levels.as_ref().map(|levels| {
            let n = levels.get(level).copied().unwrap_or_default();
            (of(n, all), words(n))
        }),
    });
    let number = [("number", &*ui.number(number))];
    let head = match second {
        Some(_) => Key::TalkFirst,
        None => Key::RoomGroupPeople,
    };
    Votes {
        title: chart::words(&ui.fill(Key::RoomTo, &number)),
        reading: chart::words(&median(ui, source, told)),
        item: ui.said(Key::RoomAnswer),
        people: ui.said(head),
        second: match second {
            Some(_) => ui.said(Key::TalkSecond),
            None => Rc::default(),
        },
        votes: votes.collect(),
    }
}

/// The ticks of a checklist: how many of those who answered ticked each option.
fn ticks(ui: &Ui, source: usize, number: Number, told: &QuestionWorkshop, ticks: &[u32]) -> Votes {
    let valid = told.numbers.valid;
    let words = |n: u32| ui.whole(usize::try_from(n).unwrap_or_default());
    let labels = ui.model.texts().questions.get(source).map(|q| &q.options);
    let votes = ticks.iter().enumerate().map(|(at, n)| Vote {
        name: labels.and_then(|l| l.get(at)).cloned().unwrap_or_default(),
        share: f64::from(*n) / f64::from(valid.max(1)),
        words: chart::words(&ui.fill(Key::RoomShare, &[("n", &words(*n)), ("all", &words(valid))])),
        second: None,
    });
    let title = ui.fill(Key::RoomTicks, &[("number", &ui.number(number))]);
    Votes {
        reading: chart::words(&title),
        title: chart::words(&title),
        item: ui.said(Key::RoomAnswer),
        people: ui.said(Key::RoomGroupPeople),
        second: Rc::default(),
        votes: votes.collect(),
    }
}

/// That there are too few answers to be shown.
pub(in super::super) fn when_few(ui: &Ui, told: &QuestionWorkshop) -> El {
    ui.p("muted", Key::RoomFew)
        .t(ui, Key::SignStop)
        .el(el("span").text(say(ui, &ui.t(Key::RoomValid), told.numbers.valid)))
}
