//! What is decided about steps: the fields at each, and the list of all that are in the plan.

use super::report;
use super::row::{about, gain, id, more, title};
use crate::dom::{el, El, Kind, Send};
use crate::screen::question::limited;
use crate::ui::Ui;
use gca_session::details::{Progress, MAX_DELIVERABLE, MAX_OWNER, MAX_TIME};
use gca_session::whole::steps::{actions, Field, Msg, Place, Scope, Step, StepId};
use gca_session::{Key, WholeMsg};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Everything that is in the plan.
pub(super) fn plan(ui: &Ui) -> El {
    let steps = actions(ui.model, Scope::Planned);
    if steps.is_empty() {
        return el("div|empty")
            .kid(ui.h(1, "t3", Key::PlanEmpty))
            .el(ui.p("measure", Key::PlanEmptyText));
    }
    let head = el("div|row between toolbar")
        .el(el("p|strong|role=status").text(ui.count(Key::PlanCount, steps.len())))
        .kid(report(ui));
    let mut list = el("ol|moves plan").attr("aria-label", ui.t(Key::StepsPlan));
    for step in &steps {
        list = list.el(planned(ui, step));
    }
    el("div")
        .el(head)
        .el_if(ui.model.is_looking(), || ui.p("small", Key::PlanLooking))
        .el(list)
}

fn planned(ui: &Ui, step: &Step) -> El {
    let words = el("div|stack-s")
        .el(el("p|strong")
            .attr("id", id("st", step))
            .text(title(ui, step)))
        .el(decided(ui, step));
    el("li|step")
        .key(step.id.code())
        .el(words)
        .el(gain(ui, step))
        .el(about(ui, step))
        .el(more(ui, step))
}

/// Who, until when, and what there is to show.
fn decided(ui: &Ui, step: &Step) -> El {
    let planned = &step.planned;
    let mut facts = el("dl|row small decided");
    for (key, words) in [
        (Key::PlanOwner, planned.owner.clone()),
        (Key::PlanDate, ui.format.calendar(&planned.date)),
        (Key::PlanTime, planned.time.clone()),
        (Key::PlanDeliverable, planned.deliverable.clone()),
    ] {
        if !words.is_empty() {
            let fact = el("div")
                .el(el("dt|muted").t(ui, key))
                .el(el("dd||dir=auto").words(&words));
            facts = facts.el(fact);
        }
    }
    facts
}

/// How far a step of the plan is.
pub(super) fn chip(ui: &Ui, step: &Step) -> Html {
    let Some(progress) = step.planned.progress else {
        return Html::default();
    };
    let chip = el("span|tag").t(ui, word(progress));
    let place = match step.place {
        Place::Next => None,
        Place::Later => Some(Key::PlanLater),
        Place::Reached => Some(Key::PlanReached),
        Place::Open => Some(Key::PlanQuestion),
    };
    let place = place.map(|key| el("span").t(ui, key).html());
    crate::dom::all(vec![chip.html(), place.unwrap_or_default()])
}

fn word(progress: Progress) -> Key {
    match progress {
        Progress::Planned => Key::PlanPlanned,
        Progress::UnderWay => Key::PlanUnderWay,
        Progress::Done => Key::PlanDone,
    }
}

/// The fields of the plan at one step.
pub(super) fn fields(ui: &Ui, step: &Step) -> El {
    let planned = &step.planned;
    let done = planned.progress == Some(Progress::Done) && step.place != Place::Reached;
    let fields = el("div|fields")
        .el(progress(ui, step))
        .el(date(ui, step))
        .el(line(ui, step, Line::Owner, &planned.owner))
        .el(line(ui, step, Line::Time, &planned.time))
        .el(line(ui, step, Line::Deliverable, &planned.deliverable));
    el("div|stack-s piece|role=group")
        .attr("aria-label", ui.t(Key::PlanStep))
        .el(ui.p("strong", Key::PlanStep))
        .el(fields)
        .el_if(done, || ui.p("small", Key::PlanUpdate))
}

fn label(ui: &Ui, key: Key, field: AttrValue) -> El {
    el("label|label small").attr("for", field).t(ui, key)
}

fn progress(ui: &Ui, step: &Step) -> El {
    let name = id("pp", step);
    let mut field = el("select|input small")
        .attr("id", name.clone())
        .attr_if(ui.model.is_looking(), "disabled", "disabled")
        .on(
            Kind::Change,
            ui.shell,
            Send::Value(step.id.code(), |code, value| {
                let progress = Progress::from_name(&value);
                WholeMsg::Steps(Msg::Progress(StepId::from_code(code), progress))
            }),
        );
    let chosen = step.planned.progress;
    let none = el("option||value=").attr_if(chosen.is_none(), "selected", "selected");
    field = field.el(none.label(ui.t(Key::PlanOut)));
    for one in Progress::ALL {
        let option = el("option")
            .attr("value", AttrValue::Static(one.name()))
            .attr_if(chosen == Some(one), "selected", "selected");
        field = field.el(option.label(ui.t(word(one))));
    }
    el("div").el(label(ui, Key::PlanProgress, name)).el(field)
}

fn date(ui: &Ui, step: &Step) -> El {
    let name = id("pd", step);
    let field = el("input|input|type=date|max=9999-12-31")
        .attr("id", name.clone())
        .attr_if(ui.model.is_looking(), "disabled", "disabled")
        .value(step.planned.date.clone().into())
        .on(
            Kind::Change,
            ui.shell,
            Send::Value(step.id.code(), |code, value| {
                write(code, Field::Date, value)
            }),
        );
    el("div").el(label(ui, Key::PlanDate, name)).el(field)
}

fn write(code: usize, field: Field, text: Rc<str>) -> WholeMsg {
    WholeMsg::Steps(Msg::Write(StepId::from_code(code), field, text))
}

/// The fields of one line.
#[derive(Clone, Copy)]
enum Line {
    Owner,
    Time,
    Deliverable,
}

fn line(ui: &Ui, step: &Step, line: Line, text: &Rc<str>) -> El {
    let (names, key, max) = match line {
        Line::Owner => (["po", "poh", "poe"], Key::PlanOwner, MAX_OWNER),
        Line::Time => (["pt", "pth", "pte"], Key::PlanTime, MAX_TIME),
        Line::Deliverable => (["pv", "pvh", "pve"], Key::PlanDeliverable, MAX_DELIVERABLE),
    };
    let made: fn(usize, Rc<str>) -> WholeMsg = match line {
        Line::Owner => |at, text| write(at, Field::Owner, text),
        Line::Time => |at, text| write(at, Field::Time, text),
        Line::Deliverable => |at, text| write(at, Field::Deliverable, text),
    };
    let [name, hint, error] = names.map(|name| id(name, step));
    let field = el("input|input|type=text|dir=auto|autocomplete=off")
        .attr("id", name.clone())
        .attr_if(ui.model.is_looking(), "disabled", "disabled")
        .value(text.clone().into())
        .on(Kind::Input, ui.shell, Send::Value(step.id.code(), made));
    let is_time = matches!(line, Line::Time);
    let place = match line {
        Line::Deliverable => el("div|wide-field"),
        _ => el("div"),
    };
    let place = place.el(label(ui, key, name)).el_if(is_time, || {
        ui.p("hint xs muted", Key::PlanTimeHint)
            .attr("id", hint.clone())
    });
    let hint = if is_time { hint } else { AttrValue::default() };
    limited(ui, place, field, text, max, [hint, error])
}
