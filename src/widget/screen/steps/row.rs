//! One step: what it is, what it brings, and behind a button what is told and decided of it.

use super::{effort, message, plan};
use crate::dom::{el, El, Kind, Send};
use crate::format::integer;
use crate::screen::compare::marks::signed;
use crate::screen::question::reading;
use crate::ui::Ui;
use gca_session::view::Number;
use gca_session::whole::steps::{Msg, Step};
use gca_session::whole::Words;
use gca_session::{Key, Msg as Any};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// An id of the page about a step.
pub(super) fn id(name: &str, step: &Step) -> AttrValue {
    [name, &integer(step.id.code())].concat().into()
}

/// What to do.
pub(super) fn title(ui: &Ui, step: &Step) -> AttrValue {
    match (step.title(), &step.to) {
        (Some(title), _) => title.clone().into(),
        (None, Words::Number(x)) => ui.fill(Key::StepsNumber, &[("value", &ui.format.plain(*x))]),
        (None, _) => step.question.clone().into(),
    }
}

/// A step that can be ticked.
pub(super) fn step(ui: &Ui, step: &Step) -> El {
    let tick = el("input|hit|type=checkbox")
        .attr("id", id("st", step))
        .attr("aria-describedby", id("sm", step))
        .checked(step.is_tried)
        .on(
            Kind::Change,
            ui.shell,
            Send::Msg(message(Msg::Try(step.id, !step.is_tried))),
        );
    let label = el("label|strong")
        .attr("for", id("st", step))
        .text(title(ui, step));
    el("li|step")
        .key(step.id.code())
        .el(tick)
        .el(label)
        .el(gain(ui, step))
        .el(about(ui, step))
        .el(more(ui, step))
}

/// What it brings.
pub(super) fn gain(ui: &Ui, step: &Step) -> El {
    match step.gain {
        Some(gain) => points(ui, gain),
        None => el("span|strong num"),
    }
}

/// A gain in points.
pub(super) fn points(ui: &Ui, gain: f64) -> El {
    let points = signed(ui, gain);
    let spoken = ui.fill(Key::StepsGainOf, &[("points", &points)]);
    el("span|strong num")
        // The sign stays before its number where words run from right to left.
        .el(el("span||dir=ltr|aria-hidden=true").words(&points))
        .el(el("span|vh").text(spoken))
}

/// Effort, place in the questionnaire, actors, and what else there is to know.
pub(super) fn about(ui: &Ui, step: &Step) -> El {
    let mut line = el("div|row small muted meta").attr("id", id("sm", step));
    // Ticks of one checklist may share their advice: what each adds tells them apart.
    if step.is_tick && !step.action.is_empty() {
        line = line.el(el("span|full").text(words(ui, &step.to)));
    }
    if let Some(cost) = step.effort {
        line = line.el(effort(ui, cost));
    }
    line = line.el(el("span").text(ui.numbered(step.number, &step.indicator)));
    if !step.actors.is_empty() {
        let actors = ui.format.list(&step.actors);
        line = line.el(el("span").text(ui.fill(Key::StepsFor, &[("actors", &actors)])));
    }
    let numbers: Vec<Number> = step.unlocks.iter().map(|(_, number)| *number).collect();
    line = line.kid(opens(ui, &numbers));
    line.el_if(step.is_limiting, || {
        el("span|tag limit").t(ui, Key::StepsLimits)
    })
    .kid(plan::chip(ui, step))
}

/// The questions that a step opens.
pub(super) fn opens(ui: &Ui, unlocks: &[Number]) -> Html {
    if unlocks.is_empty() {
        return Html::default();
    }
    let mut numbers: Vec<Rc<str>> = Vec::new();
    for number in unlocks {
        numbers.push((&*ui.number(*number)).into());
    }
    let n = numbers.len();
    let values = [
        ("n", &*ui.whole(n)),
        ("numbers", &*ui.format.list(&numbers)),
    ];
    let words = ui
        .model
        .catalog()
        .fill_plural(Key::StepsUnlocks, n, &values);
    el("span").words(&words).html()
}

/// A statement or value.
pub(super) fn words(ui: &Ui, words: &Words) -> AttrValue {
    match words {
        Words::Chosen(words) => words.clone().into(),
        Words::Number(x) => ui.format.plain(*x).into(),
        Words::DontKnow => ui.t(Key::QuestionDontKnow),
        Words::NotApplicable => ui.t(Key::QuestionNotApplicable),
    }
}

/// A line of what is told.
pub(super) fn line(ui: &Ui, key: Key, words: AttrValue) -> El {
    el("div")
        .el(el("dt|muted").t(ui, key))
        .el(el("dd").text(words))
}

/// The button, and what is behind it once it is open: sixty of them would be a long page.
pub(super) fn more(ui: &Ui, step: &Step) -> El {
    let label = ui.fill(
        Key::StepsDetailsLabel,
        &[("number", &ui.number(step.number))],
    );
    let button = turn(ui, Msg::Open(step.id, !step.is_open), step.is_open);
    el("div|step-more")
        .el(button.attr("aria-label", label).t(ui, Key::StepsDetails))
        .el_if(step.is_open, || told(ui, step))
}

/// A button that opens and closes what comes after it.
pub(super) fn turn(ui: &Ui, msg: Msg, is_open: bool) -> El {
    el("button|link turn|type=button")
        .flag("aria-expanded", is_open)
        .click(ui.shell, message(msg))
}

fn told(ui: &Ui, step: &Step) -> El {
    let question = [&*ui.number(step.number), " ", &*step.question].concat();
    let mut facts = el("dl|told").el(line(ui, Key::StepsQuestion, question.into()));
    if let Some(from) = &step.from {
        facts = facts.el(line(ui, Key::StepsToday, words(ui, from)));
    }
    let after = if step.is_tick {
        Key::StepsBesides
    } else {
        Key::StepsAfter
    };
    facts = facts.el(line(ui, after, words(ui, &step.to)));
    let change = ui.fill(Key::StepsChange, &[("number", &ui.number(step.number))]);
    let mut body = el("div|disc-body stack-s")
        .el(facts)
        .el(ui.link(Any::Jump(step.at), change));
    if !step.reading.is_empty() {
        body = body
            .el(ui.p("strong", Key::StepsReading))
            .el(reading(ui, &step.reading));
    }
    body.el(plan::fields(ui, step))
}
