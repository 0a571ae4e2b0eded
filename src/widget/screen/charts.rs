//! Charts as our own drawings. Each says its finding in words and has a table.

use crate::dom::{all, el, text, El};
use crate::format::integer;
use crate::svg::{self, number, percent, span};
use crate::ui::Ui;
use gca_engine::Points;
use gca_session::view::{AreaRow, Results};
use gca_session::{Key, Msg};
use yew::{AttrValue, Html};

/// Ticks of every axis.
const TICKS: [usize; 5] = [0, 25, 50, 75, 100];

/// The stages on the scale, with the score and its possible range on them.
pub(crate) fn strip(ui: &Ui, points: Points, score: f64, stage: usize) -> Html {
    let stages = ui.model.bank().stages();
    let shown = ui.score(score);
    let range = ui.range(points);
    let exact = points.coverage > 1.0 - 1e-9;
    let title = ui.fill(Key::ResultsStrip, &[("score", &shown)]);
    let description = ui.fill(
        Key::ResultsStripDesc,
        &[
            ("range", &range),
            ("n", &ui.whole(stage + 1)),
            ("total", &ui.whole(stages.len())),
            ("stage", &ui.stage(stage)),
        ],
    );
    let mut strip = el("svg|viz sum mark|role=img|aria-labelledby=sum-t sum-d|height=48")
        .el(el("title||id=sum-t").text(title))
        .el(el("desc||id=sum-d").text(description));
    let mut ticks = el("svg|viz mark xs|height=20|aria-hidden=true");
    let mut names = el("svg|viz mark names xs|height=20|aria-hidden=true");
    for (at, band) in stages.iter().enumerate() {
        let upper = stages.get(at + 1).map_or(100.0, |s| s.min);
        let x = band.min + if at > 0 { 0.2 } else { 0.0 };
        let rect = el("rect||y=16|height=18").class(level_class("lv ", Some(at)));
        strip = strip.el(span(rect, x, upper - x - 0.2));
        let tick = if at == 0 {
            tick("text|end|y=50%")
        } else {
            tick("text||y=50%|text-anchor=middle")
        };
        ticks = ticks.el(tick
            .attr("x", percent(band.min))
            .words(&ui.format.plain(band.min)));
        let name = if at == stage {
            tick_at(
                "text|now|y=50%|text-anchor=middle",
                (band.min + upper) / 2.0,
            )
        } else {
            tick_at("text||y=50%|text-anchor=middle", (band.min + upper) / 2.0)
        };
        names = names.el(name.text(ui.stage(at)));
    }
    let end = tick_at("text|end|y=50%|text-anchor=end", 100.0);
    ticks = ticks.el(end.words(&ui.whole(100)));
    if !exact {
        let rect = el("rect|iv|y=10|height=30|rx=3");
        strip = strip.el(span(rect, points.low, points.high() - points.low));
    }
    strip = strip.el(el("circle|own halo|cy=25|r=8").attr("cx", percent(score)));
    let own = key(el("circle|own|cx=12|cy=8|r=5"));
    let own = own.text(ui.fill(Key::ResultsLegendScore, &[("score", &shown)]));
    let legend = el("ul|row xs muted legend").el(own).el_if(!exact, || {
        let words = ui.fill(Key::ResultsLegendRange, &[("range", &range)]);
        key(el("rect|iv|x=2|y=2|width=20|height=12|rx=2")).text(words)
    });
    all(vec![
        el("div|scale").el(strip).el(ticks).el(names).html(),
        legend.html(),
    ])
}

fn tick(spec: &'static str) -> El {
    el(spec).attr("dominant-baseline", "central".into())
}

fn tick_at(spec: &'static str, x: f64) -> El {
    tick(spec).attr("x", percent(x))
}

/// An entry of a legend, the words still to come.
fn key(shape: El) -> El {
    let svg = el("svg|viz|viewBox=0 0 24 16|aria-hidden=true").el(shape);
    el("li").el(svg).space()
}

/// The areas around a centre, for the shape of the profile.
pub(crate) fn radar(ui: &Ui, results: &Results) -> Html {
    let n = results.areas.len();
    if n < 3 {
        return Html::default();
    }
    let at = |i: usize, points: f64| place(i, n, points);
    let mut svg = el("svg|viz radar|viewBox=0 0 400 332|role=img|aria-labelledby=radar-t radar-d")
        .el(el("title||id=radar-t").t(ui, Key::ResultsRadar))
        .el(el("desc||id=radar-d").text(description(ui, results)));
    for tick in TICKS.iter().skip(1) {
        let mut ring = String::new();
        for i in 0..n {
            point(&mut ring, at(i, *tick as f64));
        }
        svg = svg.el(el("polygon|grid").attr("points", ring.into()));
    }
    let mut shape = String::new();
    let mut marks = Vec::new();
    for (i, area) in results.areas.iter().enumerate() {
        svg = svg.el(line(el("line|grid"), (CENTRE.0, CENTRE.1), at(i, 100.0)));
        let (low, high) = (at(i, area.points.low), at(i, area.points.high()));
        marks.push(line(el("line|rng"), low, high).html());
        if let Some(score) = area.points.score() {
            let (x, y) = at(i, score);
            point(&mut shape, (x, y));
            let dot = el("circle|own halo|r=5.5");
            marks.push(dot.attr("cx", number(x)).attr("cy", number(y)).html());
        }
    }
    svg = svg.el(el("polygon|own-l fillsoft").attr("points", shape.into()));
    for tick in TICKS.iter().skip(1) {
        let y = CENTRE.1 - RADIUS * *tick as f64 / 100.0 + 4.0;
        let label = el("text|tick out|x=208").attr("y", number(y));
        svg = svg.el(label.words(&ui.whole(*tick)));
    }
    svg = svg.kids(marks);
    for (i, area) in results.areas.iter().enumerate() {
        svg = svg.el(label(ui, area, at(i, 108.0)));
    }
    let caption = el("figcaption")
        .kid(ui.h(1, "t2", Key::ResultsProfile))
        .el(el("p|muted small").text(finding(ui, results)));
    el("figure|figure|part=chart").el(caption).el(svg).html()
}

const CENTRE: (f64, f64) = (200.0, 186.0);
const RADIUS: f64 = 140.0;

/// Where a value stands on the spoke of an area; the first points up, the others follow clockwise.
fn place(i: usize, n: usize, points: f64) -> (f64, f64) {
    let angle = core::f64::consts::TAU * (i as f64 / n as f64 - 0.25);
    let r = RADIUS * points / 100.0;
    // The browser's own sine and cosine: drawing needs no more, and they cost no bytes.
    (
        CENTRE.0 + r * js_sys::Math::cos(angle),
        CENTRE.1 + r * js_sys::Math::sin(angle),
    )
}

fn point(path: &mut String, (x, y): (f64, f64)) {
    for (value, end) in [(x, ","), (y, " ")] {
        path.push_str(&number(value));
        path.push_str(end);
    }
}

fn line(line: El, from: (f64, f64), to: (f64, f64)) -> El {
    line.attr("x1", number(from.0))
        .attr("y1", number(from.1))
        .attr("x2", number(to.0))
        .attr("y2", number(to.1))
}

/// Name and score of an area, beside its spoke.
fn label(ui: &Ui, area: &AreaRow, (x, y): (f64, f64)) -> El {
    let score = ui.headline(area.points);
    let name: AttrValue = area.short.clone().into();
    // At the sides there is no room beside the mark: the words start at the edge, in two lines.
    if (x - CENTRE.0).abs() > 110.0 {
        let (place, value) = if x < CENTRE.0 {
            (el("text||x=2"), el("tspan|strong|x=2|dy=1.2em"))
        } else {
            (
                el("text||x=398|text-anchor=end"),
                el("tspan|strong|x=398|dy=1.2em"),
            )
        };
        return place
            .attr("y", number(y - 36.0))
            .text(name)
            .el(value.text(score));
    }
    let y = if y > CENTRE.1 { y + 14.0 } else { y - 2.0 };
    el("text||text-anchor=middle")
        .attr("x", number(x))
        .attr("y", number(y))
        .text(name)
        .space()
        .el(el("tspan|strong").text(score))
}

/// Every value in words, for those who do not see the drawing.
fn description(ui: &Ui, results: &Results) -> AttrValue {
    let mut words = String::new();
    for area in &results.areas {
        for part in [&*area.title, ": ", &*ui.headline(area.points), ". "] {
            words.push_str(part);
        }
    }
    words.into()
}

/// The profile in one sentence.
fn finding(ui: &Ui, results: &Results) -> AttrValue {
    let mut best: Option<(&AreaRow, f64)> = None;
    let mut worst: Option<(&AreaRow, f64)> = None;
    for area in &results.areas {
        if let Some(score) = area.points.score() {
            if best.is_none_or(|b| score > b.1) {
                best = Some((area, score));
            }
            if worst.is_none_or(|w| score < w.1) {
                worst = Some((area, score));
            }
        }
    }
    match (best, worst) {
        (Some(best), Some(worst)) if best.1 - worst.1 > 1e-9 => ui.fill(
            Key::ResultsProfileFind,
            &[("best", &best.0.title), ("worst", &worst.0.title)],
        ),
        // Areas without a score are not equal to anything.
        _ if results.areas.iter().any(|a| a.points.coverage == 0.0) => AttrValue::default(),
        _ => ui.t(Key::ResultsProfileEven),
    }
}

/// A bar for each area, with its possible range.
pub(crate) fn areas(ui: &Ui, results: &Results) -> El {
    let mut widest: Option<&AreaRow> = None;
    let mut rows = el("ol|rows");
    for area in &results.areas {
        let missing = area.points.coverage < 1.0 - 1e-9;
        if missing && widest.is_none_or(|w| area.points.coverage < w.points.coverage) {
            widest = Some(area);
        }
        let value = el("span|val")
            .el(el("b|num").text(ui.headline(area.points)))
            .space()
            .el(el("span|range muted xs num").text(ui.range(area.points)));
        let row = el("li")
            .el(el("span").text(title(ui, area)))
            .el(value)
            .el(el("div|plot").kid(svg::row(area.points)));
        rows = rows.el(row);
    }
    let mut axis = el("div|axis");
    for tick in TICKS {
        axis = axis.el(el("span").words(&ui.whole(tick)));
    }
    rows = rows.el(el("li||aria-hidden=true").el(axis));
    let finding = match widest {
        Some(area) => ui.fill(
            Key::ResultsAreasFind,
            &[("area", &area.title), ("range", &ui.range(area.points))],
        ),
        None => ui.t(Key::ResultsAreasExact),
    };
    let caption = el("figcaption")
        .kid(ui.h(1, "t2", Key::ResultsAreas))
        .el(el("p|muted small").text(finding));
    let legend = el("ul|row xs muted legend")
        .el(key(el("circle|own|cx=12|cy=8|r=5")).t(ui, Key::ResultsKeyScore))
        .el(key(el("path|own-l|d=M3 8h18M3 4v8M21 4v8")).t(ui, Key::ResultsKeyRange));
    el("figure|figure|part=chart")
        .el(caption)
        .el(rows)
        .el(legend)
        .el(area_table(ui, results))
}

fn title(ui: &Ui, area: &AreaRow) -> AttrValue {
    [&*ui.whole(area.number), " ", &*area.title].concat().into()
}

fn area_table(ui: &Ui, results: &Results) -> El {
    let mut body = el("tbody");
    for area in &results.areas {
        let stage = area.stage.map(|s| ui.stage(s)).unwrap_or_default();
        let row = el("tr")
            .el(el("th||scope=row").text(title(ui, area)))
            .el(el("td|n").text(ui.headline(area.points)))
            .el(el("td|n").text(ui.range(area.points)))
            .el(el("td").text(stage))
            .el(el("td|n").words(&ui.format.percent(area.points.coverage)));
        body = body.el(row);
    }
    let heads = [
        (Key::ResultsArea, false),
        (Key::ResultsKeyScore, true),
        (Key::ResultsRangeHead, true),
        (Key::ResultsStage, false),
        (Key::ResultsAnswered, true),
    ];
    table(ui, Key::ResultsAreas, &heads, body)
}

/// A table behind a summary, that can be scrolled by keyboard. Columns of numbers are marked.
fn table(ui: &Ui, title: Key, heads: &[(Key, bool)], body: El) -> El {
    let mut row = el("tr");
    for (key, is_number) in heads {
        let head = el("th||scope=col").attr_if(*is_number, "class", "n");
        row = row.el(head.t(ui, *key));
    }
    let label = ui.fill(Key::TableScroll, &[("title", &ui.t(title))]);
    let table = el("table|tbl")
        .el(el("caption|vh").text(ui.t(title)))
        .el(el("thead").el(row))
        .el(body);
    let scroll = el("div|scroll|tabindex=0|role=group").attr("aria-label", label);
    el("details|disc")
        .el(el("summary").t(ui, Key::ResultsTable))
        .el(scroll.el(table))
}

/// A tile for each indicator, coloured by its stage.
pub(crate) fn indicators(ui: &Ui, results: &Results) -> El {
    let stages = ui.model.bank().stages();
    let mut swatches = el("ul|swatches xs").attr("aria-label", ui.t(Key::ResultsSwatches));
    for (at, stage) in stages.iter().enumerate() {
        let high = stages.get(at + 1).map_or(100.0, |s| s.min);
        let (low, high) = (ui.format.plain(stage.min), ui.format.plain(high));
        let range = ui.fill(Key::Range, &[("low", &low), ("high", &high)]);
        let swatch = el("li").class(level_class("", Some(at))).text(ui.stage(at));
        swatches = swatches.el(swatch.space().el(el("span|num").text(range)));
    }
    let mut heat = el("ol|heat");
    let mut body = el("tbody");
    for area in &results.areas {
        let mut tiles = el("ul");
        for view in &area.indicators {
            let name = ui.numbered(view.number, &view.title);
            let tile = el("li")
                .class(level_class("tile xs ", view.stage))
                .el(el("span").text(name.clone()))
                .el(el("b").text(ui.headline(view.points)));
            tiles = tiles.el(tile);
            let row = el("tr")
                .el(el("th||scope=row").el(ui.link(Msg::Page(view.page), name)))
                .el(el("td|n").text(ui.headline(view.points)))
                .el(el("td|n").text(ui.range(view.points)))
                .el(el("td|n").words(&ui.whole(view.open)));
            body = body.el(row);
        }
        let score = el("span|muted num").text(ui.headline(area.points));
        let heading = all(vec![
            text(title(ui, area)),
            text("\u{a0}".into()),
            score.html(),
        ]);
        let row = el("li|heat-row").kid(ui.heading(2, "small strong", heading));
        heat = heat.el(row.el(tiles));
    }
    let heads = [
        (Key::ResultsIndicator, false),
        (Key::ResultsKeyScore, true),
        (Key::ResultsRangeHead, true),
        (Key::ResultsOpen, true),
    ];
    let charts =
        el("div|stack")
            .el(swatches)
            .el(heat)
            .el(table(ui, Key::ResultsIndicators, &heads, body));
    el("section|section rule")
        .kid(ui.h(1, "t2", Key::ResultsIndicators))
        .el(ui.p("sub muted measure", Key::ResultsIndicatorsSub))
        .el(charts)
}

/// The class of a stage's colour. Five colours serve any number of stages.
fn level_class(prefix: &str, stage: Option<usize>) -> AttrValue {
    match stage {
        Some(at) => [prefix, "l", &integer(at.min(4) + 1)].concat().into(),
        None => [prefix, "none"].concat().into(),
    }
}
