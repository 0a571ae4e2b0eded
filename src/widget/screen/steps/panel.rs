//! What steps would bring: at the side where there is room, else at the foot of the page.

use super::message;
use crate::dom::{el, text, El};
use crate::icon::{icon, Icon};
use crate::screen::compare::marks::{points, signed};
use crate::svg::{percent, span};
use crate::ui::Ui;
use gca_engine::{Assessment, Overall};
use gca_session::whole::steps::{AreaTrial, Msg, Trial};
use gca_session::Key;
use yew::{AttrValue, Html};

/// What the ticked steps would bring.
pub(super) fn tried(ui: &Ui, trial: &Trial) -> El {
    let title = match trial.count {
        0 => ui.t(Key::TrialNone),
        n => ui.count(Key::TrialTitle, n),
    };
    let clear = || {
        let button = el("button|btn sm|type=button").click(ui.shell, message(Msg::ClearTrial));
        el("div|row").el(button.t(ui, Key::TrialClear))
    };
    let hint = || ui.p("small muted", Key::TrialHint);
    let extra = el("div|stack-s")
        .el_if(trial.count == 0, hint)
        .el_if(trial.count > 0, clear);
    let panel = panel(ui, title, trial, extra);
    let spoken = spoken(ui, trial).filter(|_| trial.count > 0);
    panel
        .attr_if(trial.count == 0, "data-idle", "")
        .el(el("p|vh|role=status").text(spoken.unwrap_or_default()))
}

/// What the whole way would bring.
pub(super) fn way(ui: &Ui, trial: &Trial) -> El {
    panel(ui, ui.t(Key::TrialWay), trial, el("div"))
}

fn panel(ui: &Ui, title: AttrValue, trial: &Trial, extra: El) -> El {
    let mut proj = el("div|proj").kid(ui.heading(1, "muted small", text(title)));
    if let (Some((now, from)), Some((then, to))) = (known(&trial.now), known(&trial.then)) {
        let rise = trial.rise.unwrap_or_default();
        let rise = || {
            let words = ui.fill(Key::TrialRise, &[("points", &signed(ui, rise))]);
            el("span|tag").text(words)
        };
        let (stage, new) = (stage_of(ui, from), stage_of(ui, to));
        let is_new = stage != new;
        let key = if is_new {
            Key::TrialNew
        } else {
            Key::TrialSame
        };
        let numbers = el("p|row proj-n num")
            .el(el("span|muted").words(&ui.score(now)))
            .kid(icon(Icon::Next))
            .el(el("span|vh").t(ui, Key::TrialTo))
            .el(el("b").words(&ui.score(then)))
            .space()
            .el_if(trial.count > 0, rise);
        proj = proj
            .el(numbers)
            .el(el("p|small").text(ui.fill(key, &[("stage", &new)])))
            .el(el("p|small muted num wraps")
                .text(ui.fill(Key::TrialRange, &[("range", &ui.range(to.points))])));
        let opened = || el("p|small").text(ui.count(Key::TrialOpened, trial.opened));
        let more = el("div|proj-more")
            .kid(strip(ui, (now, from), (then, to)))
            .el_if(trial.opened > 0, opened)
            .el(areas(ui, &trial.areas));
        proj = proj.el(more);
    }
    let label = ui.t(Key::TrialNone);
    el("aside|side-panel no-print|part=panel")
        .attr("aria-label", label)
        .el(proj.el(extra))
}

fn known(assessment: &Assessment) -> Option<(f64, &Overall)> {
    let overall = assessment.overall.as_ref()?;
    Some((overall.points.score()?, overall))
}

fn stage_of(ui: &Ui, overall: &Overall) -> AttrValue {
    ui.stage(overall.standing.stage.unwrap_or_default())
}

fn spoken(ui: &Ui, trial: &Trial) -> Option<AttrValue> {
    let (then, overall) = known(&trial.then)?;
    let values = [
        ("score", &*ui.score(then)),
        ("points", &*signed(ui, trial.rise?)),
        ("stage", &*stage_of(ui, overall)),
    ];
    Some(ui.fill(Key::TrialSpoken, &values))
}

/// The stages on the scale, with the score now and then.
fn strip(ui: &Ui, (now, from): (f64, &Overall), (then, to): (f64, &Overall)) -> Html {
    let title = [("now", &*ui.score(now)), ("then", &*ui.score(then))];
    let words = [
        ("now", &*ui.score(now)),
        ("then", &*ui.score(then)),
        ("from", &*stage_of(ui, from)),
        ("stage", &*stage_of(ui, to)),
        ("range", &*ui.range(to.points)),
    ];
    let mut svg = el("svg|viz sum mark|role=img|aria-labelledby=pj-t pj-d|height=48")
        .el(el("title||id=pj-t").label(ui.fill(Key::TrialPicture, &title)))
        .el(el("desc||id=pj-d").label(ui.fill(Key::TrialPictureText, &words)));
    let stages = ui.model.bank().stages();
    for (at, band) in stages.iter().enumerate() {
        let upper = stages.get(at + 1).map_or(100.0, |s| s.min);
        let x = band.min + if at > 0 { 0.2 } else { 0.0 };
        let rect = match at {
            0 => el("rect|lv l1|y=16|height=18"),
            1 => el("rect|lv l2|y=16|height=18"),
            2 => el("rect|lv l3|y=16|height=18"),
            3 => el("rect|lv l4|y=16|height=18"),
            _ => el("rect|lv l5|y=16|height=18"),
        };
        svg = svg.el(span(rect, x, upper - x - 0.2));
    }
    let (low, high) = (to.points.low, to.points.high());
    svg = svg.el_if(high - low > 1e-9, || {
        span(el("rect|iv|y=10|height=30|rx=3"), low, high - low)
    });
    let line = el("line|own-l dash|y1=25|y2=25").attr("x1", percent(now));
    svg = svg
        .el(line.attr("x2", percent(then)))
        .el(el("circle|ring|cy=25|r=8").attr("cx", percent(then)))
        .el(el("circle|own halo|cy=25|r=6").attr("cx", percent(now)));
    let mut axis = el("div|axis|aria-hidden=true");
    for tick in [0, 25, 50, 75, 100] {
        axis = axis.el(el("span").words(&ui.whole(tick)));
    }
    crate::dom::all(vec![svg.html(), axis.html()])
}

fn areas(ui: &Ui, areas: &[AreaTrial]) -> El {
    let mut body = el("tbody");
    for area in areas {
        let rises = match (area.now, area.then) {
            (Some(now), Some(then)) => (then - now).abs() > 1e-9,
            (now, then) => now != then,
        };
        let then = el("td|n");
        let shown = points(ui, area.then);
        let then = if rises {
            then.el(el("b").text(shown))
        } else {
            then.text(shown)
        };
        let row = el("tr")
            .el(el("th||scope=row").words(&area.short))
            .el(el("td|n").text(points(ui, area.now)))
            .el(then);
        body = body.el(row);
    }
    let heads = el("tr")
        .el(el("th||scope=col").t(ui, Key::ResultsArea))
        .el(el("th|n|scope=col").t(ui, Key::CompareNow))
        .el(el("th|n|scope=col").t(ui, Key::TrialThen));
    el("table|tbl")
        .el(el("caption|vh").t(ui, Key::TrialAreas))
        .el(el("thead").el(heads))
        .el(body)
}
