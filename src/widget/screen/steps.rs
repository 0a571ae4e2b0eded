//! What to do next, and the way to a goal.

mod frontier;
mod panel;
mod plan;
mod ranked;
mod row;
mod way;

use crate::dom::{el, El};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_engine::Effort;
use gca_session::whole::steps::{Msg, Pane};
use gca_session::{Feature, Key, Msg as Any, Screen, WholeMsg};
use yew::{AttrValue, Html};

/// A message about steps.
fn message(msg: Msg) -> Any {
    Any::Whole(WholeMsg::Steps(msg))
}

pub(crate) fn steps(ui: &Ui) -> Html {
    let pane = ui.model.steps_pane();
    let overall = ui.model.assessment().overall.as_ref();
    let is_known = overall.is_some_and(|overall| overall.points.coverage > 0.0);
    let lead = match pane {
        Pane::Ranked => Key::StepsLead,
        Pane::Way => Key::WayLead,
        Pane::Plan => Key::PlanLead,
    };
    let head = el("div|page-head")
        .kid(ui.title(ui.t(Key::NavSteps)))
        .el(ui.p("lead", lead))
        .el(parts(ui, pane))
        .kid(advice(ui));
    let page = match pane {
        Pane::Plan => el("div|page|part=page"),
        _ => el("div|page side|part=page"),
    };
    let page = ui.page(page).el(head);
    // The list comes in a task of its own, and what ticked steps bring in another.
    if pane != Pane::Plan && is_known && ui.model.unfolded() == 0 {
        let waiting = el("div|side-main|aria-hidden=true").el(el("span|skel box"));
        return page.el(waiting.key(5)).kid(Html::default()).html();
    }
    // Each part is another element, so that none takes over the state of another.
    match pane {
        Pane::Plan => page.el(plan::plan(ui).key(3)),
        _ if !is_known => page.el(empty(ui).key(4)),
        Pane::Ranked => {
            let (list, panel) = ranked::ranked(ui);
            page.el(list.key(1)).kid(panel)
        }
        Pane::Way => {
            let (list, panel) = way::way(ui);
            page.el(list.key(2)).kid(panel)
        }
    }
    .html()
}

/// The parts of the page.
fn parts(ui: &Ui, open: Pane) -> El {
    let mut group = el("div|row seg no-print|role=group").attr("aria-label", ui.t(Key::StepsParts));
    for (pane, key) in [
        (Pane::Ranked, Key::StepsRanked),
        (Pane::Way, Key::StepsWay),
        (Pane::Plan, Key::StepsPlan),
    ] {
        let button = el("button||type=button")
            .flag("aria-pressed", pane == open)
            .click(ui.shell, message(Msg::Show(pane)));
        group = group.el(button.t(ui, key));
    }
    group
}

/// Whether the advice is on its way, or could not be fetched.
fn advice(ui: &Ui) -> Html {
    if ui.model.is_more_missing() {
        let words = el("div|row between")
            .el(ui.p("", Key::StepsMissing))
            .el(ui.button(Any::Help, ui.t(Key::NoticeRetry)));
        let notice = el("div|notice warn|part=notice|role=alert").kid(icon(Icon::Warn));
        return notice.el(words).html();
    }
    if ui.model.wants_more() {
        return ui.p("small muted", Key::StepsLoading).html();
    }
    Html::default()
}

/// Nothing is known, so nothing can be raised.
fn empty(ui: &Ui) -> El {
    el("div|empty")
        .kid(ui.h(1, "t3", Key::StepsEmpty))
        .el(ui.p("measure", Key::StepsEmptyText))
        .el(ui.primary(Any::Continue, ui.t(Key::ResultsEmptyButton)))
}

/// A sign of the effort, and the words for it.
fn effort(ui: &Ui, effort: Effort) -> El {
    let (key, filled) = match effort {
        Effort::Low => (Key::StepsLow, 1),
        Effort::Medium => (Key::StepsMedium, 2),
        Effort::High => (Key::StepsHigh, 3),
    };
    let mut svg = el("svg|viz|viewBox=0 0 24 14|aria-hidden=true");
    for (n, bar) in [
        "rect||x=1|y=7|width=5|height=6",
        "rect||x=9|y=4|width=5|height=9",
        "rect||x=17|y=1|width=5|height=12",
    ]
    .into_iter()
    .enumerate()
    {
        let class = if n < filled { "ink" } else { "edge" };
        svg = svg.el(el(bar).class(AttrValue::Static(class)));
    }
    el("span|effort nowrap").el(svg).space().t(ui, key)
}

/// The way to where all of it is printed and saved.
fn report(ui: &Ui) -> Html {
    if ui.model.hides(Feature::Report) {
        return Html::default();
    }
    ui.button(Any::Go(Screen::Report), ui.t(Key::PlanReport))
        .html()
}
