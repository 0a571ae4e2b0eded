//! How firm the result is, in plain sentences.

use crate::chart;
use crate::dom::{el, El};
use crate::svg::{percent, span};
use crate::ui::Ui;
use gca_charts::{Body, Scene, Share, Shares, Spread};
use gca_engine::Node;
use gca_session::whole::results::{label, robustness, unevenness, Robustness, Unevenness, TOLD};
use gca_session::Key;
use std::rc::Rc;
use yew::AttrValue;

pub(super) fn section(ui: &Ui) -> El {
    let firm = match robustness(ui.model) {
        Some(found) => drawn(ui, found),
        None => el("div|stack-s|aria-busy=true").el(ui.p("muted", Key::RobustWait)),
    };
    let mut both = el("div|cols two").el(firm.attr("id", "robust".into()));
    if let Some(found) = unevenness(ui.model) {
        both = both.el(uneven(ui, found));
    }
    el("section|section rule")
        .kid(ui.h(1, "t2", Key::RobustTitle))
        .el(both)
}

fn drawn(ui: &Ui, found: &Robustness) -> El {
    let result = &found.result;
    let holds = ui.format.percent(result.stage_stability);
    let title = ui.fill(Key::RobustHolds, &[("percent", &holds)]);
    let n = ui.whole(usize::try_from(found.draw.draws).unwrap_or(0));
    let delta = ui.format.percent(found.draw.delta);
    let lead = ui.fill(Key::RobustLead, &[("percent", &delta), ("n", &n)]);
    let [low, .., high] = result.percentiles;
    let band = [("low", &*ui.score(low)), ("high", &*ui.score(high))];
    let band = ui.fill(Key::RobustBand, &band);
    let shares = shares(ui, found, &title);
    let half = el("div|stack-s")
        .kid(ui.heading(2, "t3", crate::dom::text(title)))
        .el(el("p|muted").text(lead))
        .el(drawing(&shares))
        .el(el("p").text(stages(ui, &result.stage_share)))
        .el(chart::foot(ui, shares));
    // All at once would hold up an old laptop.
    let told = ui.model.told_of_draws();
    if told == 0 {
        return half.flag("aria-busy", true);
    }
    let spread = spread(ui, found, &band);
    let half = half
        .el(el("p").text(band))
        .el(drawing(&spread))
        .el(chart::legend(&spread.legend))
        .el(chart::foot(ui, spread));
    if told < TOLD {
        return half.flag("aria-busy", true);
    }
    half.el(el("p").text(order(ui, found)))
        .el(places(ui, found))
        .el(ui.p("small muted", Key::RobustLimit))
}

/// The share of each stage, side by side; the sentence has the same.
fn shares(ui: &Ui, found: &Robustness, title: &AttrValue) -> Scene {
    let all = &found.result.stage_share;
    let parts = all.iter().enumerate().map(|(level, share)| Share {
        name: chart::words(&ui.stage(level)),
        share: *share,
        words: match *share > 0.0 {
            true => chart::words(&some_percent(ui, *share)),
            false => ui.format.percent(0.0),
        },
        level,
        is_own: level == base(ui),
    });
    gca_charts::shares(&Shares {
        title: chart::words(title),
        reading: chart::words(&stages(ui, all)),
        item: ui.said(Key::ResultsStage),
        share: ui.said(Key::ChartShare),
        parts: parts.collect(),
    })
}

/// How the scores of all weightings spread.
fn spread(ui: &Ui, found: &Robustness, reading: &AttrValue) -> Scene {
    let percentiles = found.result.percentiles;
    let below = [0.05, 0.25, 0.5, 0.75, 0.95].map(|share| {
        let percent = ui.format.percent(share);
        chart::words(&ui.fill(Key::ChartPercentile, &[("percent", &percent)]))
    });
    let mut named = below.into_iter().zip(percentiles.map(|at| ui.mark(at)));
    let overall = ui.model.assessment().overall.as_ref();
    let own = overall.and_then(|o| o.points.score()).unwrap_or_default();
    let [low, .., high] = percentiles;
    let (low, high) = (ui.score(low), ui.score(high));
    let ends = ui.fill(Key::Range, &[("low", &low), ("high", &high)]);
    gca_charts::spread(&Spread {
        title: ui.said(Key::RobustTitle),
        reading: chart::words(reading),
        item: ui.said(Key::ChartValue),
        score: ui.said(Key::ResultsKeyScore),
        ticks: ui.ticks(),
        own: (ui.said(Key::ResultsKeyScore), ui.mark(own)),
        band: ui.said(Key::ChartMost),
        ends: chart::words(&ends),
        half: ui.said(Key::ChartHalf),
        median: ui.said(Key::ChartMedian),
        percentiles: std::array::from_fn(|_| named.next().unwrap_or_default()),
    })
}

/// A chart of its own, without a caption.
fn drawing(scene: &Scene) -> El {
    let drawn = el("div|aria-hidden=true");
    match &scene.body {
        Body::Rows(rows) => drawn.el(chart::plain(rows)),
        _ => drawn,
    }
}

/// The stage that the bank's own weights give.
fn base(ui: &Ui) -> usize {
    let overall = ui.model.assessment().overall.as_ref();
    overall.and_then(|o| o.standing.stage).unwrap_or_default()
}

/// A share as per cent, rounded down, and never as 0 where there is some.
fn some_percent(ui: &Ui, share: f64) -> AttrValue {
    if share < 0.01 {
        return ui.fill(Key::RobustFew, &[("percent", &ui.format.percent(0.01))]);
    }
    ui.format.percent(share).into()
}

fn stages(ui: &Ui, shares: &[f64]) -> AttrValue {
    let base = base(ui);
    let of_base = shares.get(base).copied().unwrap_or_default();
    let mut others: Vec<Rc<str>> = Vec::new();
    for (at, share) in shares.iter().enumerate() {
        if at != base && *share > 0.0 {
            let values = [
                ("stage", &*ui.stage(at)),
                ("percent", &*some_percent(ui, *share)),
            ];
            others.push(ui.fill(Key::RobustShare, &values).as_str().into());
        }
    }
    let stage = ui.stage(base);
    if others.is_empty() {
        return ui.fill(Key::RobustAll, &[("stage", &stage)]);
    }
    let values = [
        ("stage", &*stage),
        ("percent", &*ui.format.percent(of_base)),
        ("others", &*ui.format.list(&others)),
    ];
    ui.fill(Key::RobustSome, &values)
}

fn area(ui: &Ui, at: usize) -> Rc<str> {
    label(ui.model, Node::Area(at)).title
}

/// Whether the areas keep their order, and which is least sure of its place.
fn order(ui: &Ui, found: &Robustness) -> AttrValue {
    let places = found.places.iter();
    let least = places.min_by(|a, b| a.1.total_cmp(&b.1)).copied();
    let Some((at, kept)) = least.filter(|(_, kept)| *kept < 1.0) else {
        return ui.t(Key::RobustOrderAll);
    };
    let result = &found.result;
    let values = [
        ("area", &*area(ui, at)),
        ("percent", &*ui.format.percent(kept)),
        ("last", &*area(ui, result.weakest)),
        ("kept", &*ui.format.percent(result.weakest_stability)),
    ];
    ui.fill(Key::RobustOrder, &values)
}

fn places(ui: &Ui, found: &Robustness) -> El {
    let mut body = el("tbody");
    for (place, (at, kept)) in found.places.iter().enumerate() {
        let row = el("tr")
            .el(el("th||scope=row").words(&area(ui, *at)))
            .el(el("td|n").words(&ui.whole(place + 1)))
            .el(el("td|n").words(&ui.format.percent(*kept)));
        body = body.el(row);
    }
    let heads = [
        (Key::ResultsArea, false),
        (Key::RobustPlace, true),
        (Key::RobustKeeps, true),
    ];
    crate::screen::charts::table(ui, Key::RobustPlaces, &heads, body)
}

/// Below this many points the two averages are called about the same: the unit in which people
/// read scores.
const LITTLE: f64 = 1.0;

fn uneven(ui: &Ui, found: Unevenness) -> El {
    let (plain, other) = (found.arithmetic, found.geometric);
    let means = [
        ("arithmetic", &*ui.score(plain)),
        ("geometric", &*ui.score(other)),
    ];
    let gap = ui.format.points(found.gap());
    let meaning = if found.gap() < LITTLE {
        ui.fill(Key::RobustSmall, &[("gap", &gap)])
    } else {
        let area = area(ui, found.lowest);
        ui.fill(Key::RobustGap, &[("gap", &gap), ("area", &area)])
    };
    let mut scale = el("svg|viz mark strip|aria-hidden=true");
    scale = scale.el(span(el("rect|tr|y=40%|height=20%"), 0.0, 100.0));
    let low = other.min(plain);
    scale = scale.el(span(el("rect|soft|y=20%|height=60%"), low, found.gap()));
    for (class, x) in [("ring", other), ("own halo", plain)] {
        let dot = el("circle||cy=50%|r=6").class(class.into());
        scale = scale.el(dot.attr("cx", percent(x)));
    }
    el("div|stack-s")
        .kid(ui.h(2, "t3", Key::RobustEvenTitle))
        .el(el("p").text(ui.fill(Key::RobustMeans, &means)))
        .el(scale)
        .el(el("p").text(meaning))
        .el(ui.p("small muted", Key::RobustStage))
}
