//! One question, large. A second window shows a copy of this, so nothing in it may depend on where it stands.

use super::blocked;
use crate::dom::{el, El, Kind, Send};
use crate::effects::present::Act;
use crate::icon::{icon, Icon};
use crate::svg;
use crate::ui::Ui;
use gca_engine::{Answer, Flag};
use gca_session::whole::workshop::exercise::Shown;
use gca_session::whole::workshop::present::{
    Distribution, Msg, Place, Prompt, Row, Seen, Spread, Timed,
};
use gca_session::Key;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// From this many lines on, an option having one for each vote, words are smaller.
const MANY: usize = 7;

/// Material with at most so many letters is shown larger than a question; with at most so many as large as one.
const FEW_LETTERS: usize = 500;
const SOME_LETTERS: usize = 900;

pub(super) fn stage(ui: &Ui, seen: &Seen, place: Place) -> El {
    let title = el("span|safe|tabindex=-1").words(&seen.text).html();
    let title = ui.heading(1, "t1", title);
    let prompt = el("div|prompt|part=prompt")
        .el(ui.p("strong", Key::PresentPrompt))
        .el(ui.p("", prompt(seen.prompt)));
    let is_blocked = place == Place::Screen && ui.model.workshop().present.is_blocked;
    let inner = el("div|present-in")
        .el(head(ui, seen))
        .kid(title)
        .el(options(ui, seen))
        .kid(spread(ui, seen.spread))
        .el(counts(ui, seen))
        .el(agreed(ui, seen))
        .el(prompt)
        .el(bar(ui, seen))
        .el_if(is_blocked, || blocked(ui))
        .el(el("p|vh|role=status").text([&*which(ui, seen), " ", &*seen.text].concat().into()))
        .el(said(ui, seen));
    let votes = seen.rows.iter().filter(|row| row.second.is_some()).count();
    let class = match seen.rows.len() + votes >= MANY {
        true => "present many",
        false => "present",
    };
    el("div||part=presenter")
        .class(AttrValue::Static(class))
        .on(Kind::Key, ui.shell, Send::Present(Act::Key))
        .el(inner)
}

/// What the exercise shows to the room.
pub(super) fn material(ui: &Ui, shown: &Shown, place: Place) -> El {
    let title = el("span|safe|tabindex=-1").words(&shown.title).html();
    let title = ui.heading(1, "t1", title);
    let teams = ui.format.list(&shown.teams);
    let mut points = el("ul|blist");
    for (at, point) in shown.points.iter().enumerate() {
        let is_now = shown.now == Some(at);
        let words = el("span").attr_if(is_now, "class", "strong");
        points = points.el(el("li")
            .attr_if(is_now, "aria-current", "step")
            .el(words.words(point)));
    }
    let is_blocked = place == Place::Screen && ui.model.workshop().present.is_blocked;
    let inner = el("div|present-in")
        .el_if(!shown.teams.is_empty(), || {
            let words = ui.fill(Key::ExerciseConcerns, &[("teams", &teams)]);
            el("p|muted").text(words)
        })
        .kid(title)
        .el_if(!shown.text.is_empty(), || el("p").words(&shown.text))
        .el_if(!shown.points.is_empty(), || points)
        .el(ends(ui, el("div|row present-bar").el(el("span|grow"))))
        .el_if(is_blocked, || blocked(ui));
    let all = shown.points.iter().chain([&shown.title, &shown.text]);
    let letters: usize = all.map(|words| words.chars().count()).sum();
    let class = match letters {
        n if n <= FEW_LETTERS => "present large",
        n if n <= SOME_LETTERS => "present",
        _ => "present many",
    };
    el("div||part=presenter")
        .class(AttrValue::Static(class))
        .on(Kind::Key, ui.shell, Send::Present(Act::Key))
        .el(inner)
}

/// Full screen, and the end.
fn ends(ui: &Ui, bar: El) -> El {
    let button = |act| {
        el("button|btn|type=button|part=button").on(Kind::Click, ui.shell, Send::Present(act))
    };
    let full = button(Act::Full).attr("data-full", AttrValue::Static(""));
    bar.el(full.t(ui, Key::PresentFull))
        .el(button(Act::Do(Msg::Close)).t(ui, Key::PresentClose))
}

/// Which question of how many.
fn which(ui: &Ui, seen: &Seen) -> AttrValue {
    ui.fill(
        Key::PresentPlace,
        &[
            ("place", &ui.whole(seen.place)),
            ("total", &ui.whole(seen.total)),
            ("number", &ui.number(seen.number)),
        ],
    )
}

/// What is heard when the answers are shown: how far people agree, or that they are too few.
fn said(ui: &Ui, seen: &Seen) -> El {
    let place = el("p|vh|role=status");
    match seen.answered {
        Distribution::Hidden(_) => place,
        Distribution::Few => place.t(ui, Key::PresentFew),
        Distribution::Shown {
            agreement,
            flag,
            after,
            ..
        } => place.text(agreed_by(ui, agreement, flag, after)),
    }
}

/// How far people agree, or agreed before a second vote and do after it.
fn agreed_by(ui: &Ui, agreement: f64, flag: Flag, after: Option<f64>) -> AttrValue {
    if let Some(after) = after {
        let before = &*ui.format.percent(agreement);
        let values = [("before", before), ("after", &*ui.format.percent(after))];
        return ui.fill(Key::TalkChange, &values);
    }
    let key = match flag {
        Flag::Agree => Key::PresentAgree,
        Flag::Mixed => Key::PresentMixed,
        Flag::Discuss | Flag::Few => Key::PresentDiscuss,
    };
    ui.fill(key, &[("share", &ui.format.percent(agreement))])
}

fn head(ui: &Ui, seen: &Seen) -> El {
    let timer = ui.model.workshop().present.timer;
    let (minutes, seconds) = (timer.seconds() / 60, timer.seconds() % 60);
    let tens = [&*ui.whole(seconds / 10), &*ui.whole(seconds % 10)].concat();
    let time = [&*ui.whole(minutes), ":", &tens].concat();
    let label = ui.fill(Key::PresentLeft, &[("time", &time)]);
    let over = el("span|over").t(ui, Key::PresentOver).space();
    let clock = el("p|timer num|role=timer")
        .attr("aria-label", label)
        .el_if(timer.is_over(), || over)
        .el(el("bdi").text(time.into()));
    let said = el("p|vh|role=status");
    let said = match timer.is_over() {
        true => said.t(ui, Key::PresentOver),
        false => said,
    };
    el("div|row between")
        .el(el("p|muted num").text(which(ui, seen)))
        .el(clock)
        .el(said)
}

fn options(ui: &Ui, seen: &Seen) -> El {
    let most = match seen.answered {
        Distribution::Shown { valid, .. } => valid,
        _ => 0,
    };
    let voted = seen.rows.iter().filter_map(|row| row.second).sum();
    let has_second = seen.rows.iter().any(|row| row.second.is_some());
    let mut list = if has_second {
        el("ol|opts two")
    } else {
        el("ol|opts")
    };
    for row in &seen.rows {
        list = list.el(option(ui, row, [most, voted]));
    }
    let legend = || {
        let swatch = |first| el("span|swatch").kid(piece(1.0, first));
        el("p|row legend-two")
            .el(swatch(true).text(ui.t(Key::PresentFirst)))
            .el(swatch(false).text(ui.t(Key::PresentSecond)))
    };
    el("div|stack-s").el_if(has_second, legend).el(list)
}

/// An option with its people: one bar a vote.
fn option(ui: &Ui, row: &Row, all: [u32; 2]) -> El {
    let is_empty = row.first == Some(0) && row.second.unwrap_or(0) == 0;
    let mut item = el("li")
        .attr_if(is_empty, "class", "muted")
        .el(el("span").words(&row.label));
    let votes = [
        (row.first, Key::PresentFirst),
        (row.second, Key::PresentSecond),
    ];
    let is_second = row.second.is_some();
    for (at, ((people, name), all)) in votes.into_iter().zip(all).enumerate() {
        let Some(people) = people else {
            continue;
        };
        let share = f64::from(people) / f64::from(all.max(1));
        let mut said = el("span|vh");
        if is_second {
            said = said.t(ui, name).space();
        }
        let said = said.t(ui, Key::PresentChosen).space();
        item = item
            .kid(piece(share, at == 0 && is_second))
            .el(el("b").el(said).words(&ui.whole(people as usize)));
    }
    item
}

/// A share of everybody as a bar; the first of two votes is an outline, so that the two differ without colour.
fn piece(share: f64, is_outline: bool) -> Html {
    let bar = match is_outline {
        true => el("rect|outline|height=100%"),
        false => el("rect|own|height=100%"),
    };
    el("svg|viz mark|aria-hidden=true")
        .el(el("rect|tr|width=100%|height=100%"))
        .el(svg::span(bar, 0.0, 100.0 * share))
        .html()
}

/// Values of a question that is answered with a number.
fn spread(ui: &Ui, spread: Option<Spread>) -> Html {
    let Some(spread) = spread else {
        return Html::default();
    };
    let line = |key, [min, middle, max]: [f64; 3]| {
        let words = ui.fill(
            Key::PresentValues,
            &[
                ("min", &ui.format.plain(min)),
                ("middle", &ui.format.plain(middle)),
                ("max", &ui.format.plain(max)),
            ],
        );
        el("p")
            .el(el("b").t(ui, key))
            .t(ui, Key::SignColon)
            .text(words)
    };
    let lines = el("div|stack-s").el(line(Key::PresentFirst, spread.first));
    match spread.second {
        Some(second) => lines.el(line(Key::PresentSecond, second)),
        None => lines,
    }
    .html()
}

fn counts(ui: &Ui, seen: &Seen) -> El {
    let row = el("p|row between");
    match seen.answered {
        Distribution::Hidden(n) => {
            row.el(el("span|muted").text(ui.count(Key::PresentHidden, n as usize)))
        }
        Distribution::Few => row.el(el("span").t(ui, Key::PresentFew)),
        Distribution::Shown {
            agreement,
            flag,
            after,
            valid,
            dont_know,
            ..
        } => {
            let mut people = vec![Rc::from(&*ui.count(Key::PresentValid, valid as usize))];
            if dont_know > 0 {
                let unknown = ui.count(Key::PresentUnknown, dont_know as usize);
                people.push(Rc::from(&*unknown));
            }
            row.el(el("b").text(agreed_by(ui, agreement, flag, after)))
                .el(el("span|muted").text(ui.format.list(&people).into()))
        }
    }
}

fn agreed(ui: &Ui, seen: &Seen) -> El {
    let label = |at: usize| seen.rows.get(at).map(|row| row.label.clone());
    let words: Option<Rc<str>> = seen.agreed.and_then(|answer| match answer {
        Answer::Option(at) => label(at.into()),
        Answer::Ticks(ticks) => {
            let chosen = (0..seen.rows.len()).filter(|at| ticks >> at & 1 == 1);
            let chosen: Vec<Rc<str>> = chosen.filter_map(label).collect();
            Some(ui.format.list(&chosen))
        }
        Answer::Number(x) => Some(ui.format.plain(x)),
        Answer::DontKnow => Some(ui.model.catalog().text(Key::QuestionDontKnow)),
        Answer::NotApplicable => Some(ui.model.catalog().text(Key::QuestionNotApplicable)),
        Answer::Invalid => None,
    });
    let place = el("p|agreed");
    match words {
        Some(words) => place
            .el(el("b").t(ui, Key::PresentAgreed))
            .t(ui, Key::SignColon)
            .el(el("bdi").words(&words)),
        None => place.attr_if(true, "hidden", "hidden"),
    }
}

fn prompt(prompt: Prompt) -> Key {
    match prompt {
        Prompt::Decide => Key::PresentDecide,
        Prompt::Few => Key::PresentTooFew,
        Prompt::Unknown => Key::PresentDoNotKnow,
        Prompt::Apart => Key::PresentApart,
        Prompt::Near => Key::PresentNear,
        Prompt::Agree => Key::PresentTogether,
    }
}

fn bar(ui: &Ui, seen: &Seen) -> El {
    let state = &ui.model.workshop().present;
    let button = |act| {
        el("button|btn|type=button|part=button").on(Kind::Click, ui.shell, Send::Present(act))
    };
    // A button that does nothing keeps the focus: disabled it would lose it.
    let turn = |msg, key, sign, is_end| {
        button(Act::Do(msg))
            .attr("aria-label", ui.t(key))
            .attr_if(is_end, "aria-disabled", "true")
            .kid(icon(sign))
    };
    let (is_first, is_last) = (seen.place == 1, seen.place == seen.total);
    let timer = match state.timer.is_running() {
        true => Key::PresentPause,
        false => Key::PresentStart,
    };
    let answers = match state.is_open {
        true => Key::PresentHide,
        false => Key::PresentShow,
    };
    let bar = el("div|row present-bar")
        .el(turn(
            Msg::Previous,
            Key::PresentPrevious,
            Icon::Previous,
            is_first,
        ))
        .el(turn(Msg::Next, Key::PresentNext, Icon::Next, is_last))
        .el(button(Act::Do(Msg::Turn)).t(ui, answers))
        .el(button(Act::Do(Msg::Ask(Timed::Turn))).t(ui, timer))
        .el(button(Act::Do(Msg::Ask(Timed::Reset))).t(ui, Key::PresentReset))
        .el(el("span|grow"));
    ends(ui, bar)
}
