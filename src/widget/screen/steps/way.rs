//! The way to a goal: the goal, then the steps in phases or what stands in the way.

use super::row::{line, opens, points, turn, words};
use super::{empty, frontier, message, panel};
use crate::dom::{el, El};
use crate::screen::compare::aims;
use crate::ui::Ui;
use gca_session::whole::compare::aims as targets;
use gca_session::whole::results::STEPS_PARTS;
use gca_session::whole::steps::{way as found, Msg, Obstacle, Outcome, Phase, PhaseKind, WayStep};
use gca_session::{Key, Msg as Any};
use yew::{AttrValue, Html};

/// Open questions that an obstacle names.
const NAMED: usize = 6;

/// The goal and the way, and what the way would bring.
pub(super) fn way(ui: &Ui) -> (El, Html) {
    let way = found(ui.model);
    let aims = targets(ui.model);
    let goal = el("section|section")
        .kid(ui.h(1, "t2", Key::WayGoal))
        .el(ui.p("sub muted measure", Key::WayGoalHint))
        .el(aims::list(ui, &aims));
    let status = |key: Key| {
        el("section|section rule")
            .kid(ui.h(1, "t2", Key::WayTitle))
            .el(ui.p("measure|role=status", key))
    };
    let is_whole = ui.model.unfolded() >= STEPS_PARTS;
    let mut side = Html::default();
    let body = match &way.outcome {
        Outcome::Nothing => empty(ui),
        Outcome::NoGoal => status(Key::WayNone),
        Outcome::Reached => status(match aims.are_firm() {
            true => Key::WayReached,
            false => Key::WaySoFar,
        }),
        Outcome::TooLarge => status(Key::WayTooLarge),
        Outcome::Steps {
            phases,
            effort,
            trial,
        } => {
            if is_whole {
                side = panel::way(ui, trial).html();
            }
            steps(ui, phases, *effort)
        }
        Outcome::Blocked { best, obstacles } => blocked(ui, *best, obstacles),
    };
    let more = match is_whole {
        true => frontier::frontier(ui, &way),
        false => Html::default(),
    };
    let main = el("div|side-main").el(goal).el(body).kid(more);
    (main, side)
}

fn steps(ui: &Ui, phases: &[Phase], effort: u32) -> El {
    let mut n = 0;
    for phase in phases {
        n += phase.steps.iter().map(|step| step.count).sum::<usize>();
    }
    let values = [
        ("n", &*ui.whole(n)),
        ("effort", &*ui.whole(effort as usize)),
    ];
    let words = ui.model.catalog().fill_plural(Key::WaySteps, n, &values);
    let mut section = el("section|section rule")
        .kid(ui.h(1, "t2", Key::WayTitle))
        .el(el("p|measure|role=status").words(&words))
        .el(ui.p("small muted measure", Key::WayEfforts));
    for (at, view) in phases.iter().enumerate() {
        section = section.el(phase(ui, at + 1, view));
    }
    let adopt = ui.button(message(Msg::PlanWay), ui.t(Key::WayAdopt));
    let adopt = adopt.attr_if(ui.model.is_looking(), "disabled", "disabled");
    section.el(el("div|row after no-print").el(adopt))
}

fn phase(ui: &Ui, n: usize, phase: &Phase) -> El {
    let (name, about) = match phase.kind {
        PhaseKind::Foundation => (Key::WayFoundation, Key::WayFoundationText),
        PhaseKind::Low => (Key::WayLow, Key::WayLowText),
        PhaseKind::Medium => (Key::WayMedium, Key::WayMediumText),
        PhaseKind::High => (Key::WayHigh, Key::WayHighText),
    };
    let values = [("n", &*ui.whole(n)), ("name", &*ui.t(name))];
    let count = phase.steps.iter().map(|step| step.count).sum();
    let effort = ui.whole(phase.effort as usize);
    let size = [("n", &*ui.whole(count)), ("effort", &*effort)];
    let catalog = ui.model.catalog();
    let size = catalog.fill_plural(Key::WayEffortCount, count, &size);
    let button = turn(ui, Msg::Fold(phase.kind), phase.is_open);
    let title = button.text(ui.fill(Key::WayPhase, &values));
    let mut head = el("div|phase-head")
        .kid(ui.heading(2, "t3", title.html()))
        .el(el("span|small muted").words(&size));
    if let Some(score) = phase.score {
        let values = [("score", &*ui.score(score))];
        let words = ui.fill(Key::WayScore, &values);
        head = head.el(el("span|small").text(words));
    }
    let rows = || {
        let mut list = el("ol|moves way");
        for step in &phase.steps {
            list = list.el(row(ui, step));
        }
        list
    };
    el("div|phase")
        .key(phase.kind as usize)
        .el(head)
        .el_if(phase.is_open, || ui.p("small muted", about))
        .el_if(phase.is_open, rows)
}

fn row(ui: &Ui, step: &WayStep) -> El {
    let mut title = el("div|stack-s strong");
    for action in &step.actions {
        title = title.el(el("p").words(action));
    }
    if step.actions.is_empty() {
        title = title.el(el("p").text(
            step.to
                .as_ref()
                .map_or_else(Default::default, |to| words(ui, to)),
        ));
    }
    let effort = ui.whole(step.effort as usize);
    let count = [("n", &*ui.whole(step.count)), ("effort", &*effort)];
    let count = ui
        .model
        .catalog()
        .fill_plural(Key::WayEffortCount, step.count, &count);
    let mut meta = el("div|row small muted meta")
        .el(el("span").words(&count))
        .el(el("span").text(ui.numbered(step.number, &step.indicator)));
    meta = meta.kid(opens(ui, &step.unlocks));
    let label = ui.fill(Key::WayMoreLabel, &[("number", &ui.number(step.number))]);
    let button = turn(ui, Msg::Open(step.id, !step.is_open), step.is_open);
    let more = el("div|step-more")
        .el(button.attr("aria-label", label).t(ui, Key::WayMore))
        .el_if(step.is_open, || told(ui, step));
    el("li|step")
        .key(step.at)
        .el(title)
        .el(points(ui, step.gain))
        .el(meta)
        .el(more)
}

/// From which statement to which.
fn told(ui: &Ui, step: &WayStep) -> El {
    let mut facts = el("dl|told");
    for (key, held) in [(Key::StepsToday, &step.from), (Key::TrialThen, &step.to)] {
        if let Some(held) = held {
            facts = facts.el(line(ui, key, words(ui, held)));
        }
    }
    el("div|disc-body").el(facts)
}

fn blocked(ui: &Ui, best: Option<f64>, obstacles: &[Obstacle]) -> El {
    let mut section = el("section|section rule").kid(ui.h(1, "t2", Key::WayBlocked));
    if let Some(best) = best {
        let values = [("best", &*ui.score(best))];
        let words = ui.fill(Key::WayBlockedBest, &values);
        section = section.el(el("p|measure|role=status").text(words));
    }
    for one in obstacles {
        section = section.el(obstacle(ui, one));
    }
    section
}

fn obstacle(ui: &Ui, one: &Obstacle) -> El {
    let area: AttrValue = match &one.area {
        Some((number, title)) => [&*ui.whole(*number), " ", title].concat().into(),
        None => ui.t(Key::CompareAll),
    };
    let needed = ui.score(one.needed);
    let words = match one.best {
        Some(best) => ui.fill(
            Key::WayNeeds,
            &[
                ("area", &area),
                ("needed", &needed),
                ("best", &ui.score(best)),
            ],
        ),
        None => ui.fill(Key::WayNeedsNone, &[("area", &area), ("needed", &needed)]),
    };
    let mut part = el("div|phase stack-s").kid(ui.heading(2, "t3", crate::dom::text(words)));
    if !one.open.is_empty() {
        let mut list = el("ul|lines");
        for open in one.open.iter().take(NAMED) {
            let label = ui.fill(Key::WayAnswer, &[("number", &ui.number(open.number))]);
            let up_to = [("points", &*ui.format.points(open.points))];
            let row = el("li")
                .el(el("span|stack-s")
                    .el(el("span").words(&open.text))
                    .space()
                    .el(el("span|small muted").text(ui.fill(Key::WayUpTo, &up_to))))
                .el(ui.link(Any::Jump(open.at), label));
            list = list.el(row);
        }
        part = part.el(ui.p("strong", Key::WayFind)).el(list);
        let others = one.open.len().saturating_sub(NAMED);
        if others > 0 {
            part = part.el(el("p|small muted").text(ui.count(Key::WayOthers, others)));
        }
    }
    if !one.waiting.is_empty() {
        let mut list = el("ul|blist small");
        for waiting in one.waiting.iter().take(NAMED) {
            let values = [
                ("number", &*ui.number(waiting.number)),
                ("other", &*ui.number(waiting.for_number)),
                ("text", &*waiting.text),
            ];
            list = list.el(el("li").text(ui.fill(Key::WayWaits, &values)));
        }
        part = part.el(ui.p("strong", Key::WayWaiting)).el(list);
        let others = one.waiting.len().saturating_sub(NAMED);
        if others > 0 {
            part = part.el(el("p|small muted").text(ui.count(Key::WayOthers, others)));
        }
    }
    part
}
