//! Charts as our own drawings. Each says its finding in words and has a table.

use crate::format::integer;
use crate::svg::{self, number, percent};
use crate::ui::Ui;
use gca_engine::Points;
use gca_session::view::{AreaRow, Results};
use gca_session::{Key, Msg};
use std::rc::Rc;
use yew::{html, AttrValue, Html};

/// Ticks of every axis.
const TICKS: [usize; 5] = [0, 25, 50, 75, 100];

/// The stages on the scale, with the score and its possible range on them.
pub(crate) fn strip(ui: &Ui, points: Points, score: f64, stage: usize) -> Html {
    let stages = ui.model.bank().stages();
    let shown = ui.score(score);
    let upper = |at: usize| stages.get(at + 1).map_or(100.0, |s| s.min);
    let bands = stages.iter().enumerate().map(|(at, s)| {
        let class = level_class("lv ", Some(at));
        let x = s.min + if at > 0 { 0.2 } else { 0.0 };
        html! { <rect {class} x={percent(x)} y="16" width={percent(upper(at) - x - 0.2)} height="18" /> }
    });
    let exact = points.coverage > 1.0 - 1e-9;
    let possible = (!exact).then(|| {
        html! {
            <rect class="iv" x={percent(points.low)} y="10" width={percent(points.high() - points.low)} height="30" rx="3" />
        }
    });
    let title = ui.fill(Key::ResultsStrip, &[("score", &shown)]);
    let range = ui.range(points);
    let description = ui.fill(
        Key::ResultsStripDesc,
        &[
            ("range", &range),
            ("n", &ui.whole(stage + 1)),
            ("total", &ui.whole(stages.len())),
            ("stage", &ui.stage(stage)),
        ],
    );
    let names = stages.iter().enumerate().map(|(at, s)| {
        let class = if at == stage { "now" } else { "" };
        let middle = percent((s.min + upper(at)) / 2.0);
        html! { <text class={class} x={middle} y="50%" text-anchor="middle" dominant-baseline="central">{ui.stage(at)}</text> }
    });
    let borders = stages.iter().map(|s| s.min).chain([100.0]);
    let ticks = borders.map(|at| {
        let anchor = match at as u32 {
            0 => "start",
            100 => "end",
            _ => "middle",
        };
        html! { <text x={percent(at)} y="50%" text-anchor={anchor} dominant-baseline="central">{ui.format.plain(at)}</text> }
    });
    html! {
        <>
            <div class="scale">
                <svg class="viz sum mark" role="img" aria-labelledby="sum-t sum-d" height="48">
                    <title id="sum-t">{title}</title><desc id="sum-d">{description}</desc>
                    {for bands}{possible}
                    <circle class="own halo" cx={percent(score)} cy="25" r="8" />
                </svg>
                <svg class="viz mark ticks xs" height="20" aria-hidden="true">{for ticks}</svg>
                <svg class="viz mark names xs" height="20" aria-hidden="true">{for names}</svg>
            </div>
            <ul class="row xs muted legend">
                <li>
                    <svg class="viz" viewBox="0 0 24 16" aria-hidden="true"><circle class="own" cx="12" cy="8" r="5" /></svg>
                    {ui.fill(Key::ResultsLegendScore, &[("score", &shown)])}
                </li>
                if !exact {
                    <li>
                        <svg class="viz" viewBox="0 0 24 16" aria-hidden="true"><rect class="iv" x="2" y="2" width="20" height="12" rx="2" /></svg>
                        {ui.fill(Key::ResultsLegendRange, &[("range", &range)])}
                    </li>
                }
            </ul>
        </>
    }
}

/// The areas around a centre, for the shape of the profile.
pub(crate) fn radar(ui: &Ui, results: &Results) -> Html {
    let n = results.areas.len();
    if n < 3 {
        return Html::default();
    }
    const CENTRE: (f64, f64) = (200.0, 186.0);
    const RADIUS: f64 = 140.0;
    let at = |i: usize, points: f64| {
        let angle = core::f64::consts::TAU * (i as f64 / n as f64 - 0.25);
        let r = RADIUS * points / 100.0;
        let (sin, cos) = sin_cos(angle);
        (CENTRE.0 + r * cos, CENTRE.1 + r * sin)
    };
    let ring = |points: f64| path((0..n).map(|i| at(i, points)));
    let scored: Vec<(usize, f64)> = results
        .areas
        .iter()
        .enumerate()
        .filter_map(|(i, a)| Some((i, a.points.score()?)))
        .collect();
    let spokes = (0..n).map(|i| {
        let (x, y) = at(i, 100.0);
        html! { <line class="grid" x1="200" y1="186" x2={number(x)} y2={number(y)} /> }
    });
    let rings = TICKS.iter().skip(1).map(|t| {
        html! { <polygon class="grid" points={ring(*t as f64)} /> }
    });
    let ticks = TICKS.iter().skip(1).map(|t| {
        let y = CENTRE.1 - RADIUS * *t as f64 / 100.0 + 4.0;
        html! { <text class="tick out" x="208" y={number(y)}>{ui.whole(*t)}</text> }
    });
    let whiskers = results.areas.iter().enumerate().map(|(i, a)| {
        let ((x1, y1), (x2, y2)) = (at(i, a.points.low), at(i, a.points.high()));
        html! { <line class="rng" x1={number(x1)} y1={number(y1)} x2={number(x2)} y2={number(y2)} /> }
    });
    let dots = scored.iter().map(|(i, s)| {
        let (x, y) = at(*i, *s);
        html! { <circle class="own halo" cx={number(x)} cy={number(y)} r="5.5" /> }
    });
    let shape = path(scored.iter().map(|(i, s)| at(*i, *s)));
    let labels = results
        .areas
        .iter()
        .enumerate()
        .map(|(i, a)| label(ui, a, at(i, 108.0)));
    html! {
        <figure class="figure" part="chart">
            <figcaption>
                {ui.heading(1, "t2", ui.t(Key::ResultsProfile).into())}
                <p class="muted small">{finding(ui, results)}</p>
            </figcaption>
            <svg class="viz radar" viewBox="0 0 400 332" role="img" aria-labelledby="radar-t radar-d">
                <title id="radar-t">{ui.t(Key::ResultsRadar)}</title>
                <desc id="radar-d">{description(ui, results)}</desc>
                {for rings}{for spokes}
                <polygon class="own-l fillsoft" points={shape} />
                {for ticks}{for whiskers}{for dots}{for labels}
            </svg>
        </figure>
    }
}

/// Name and score of an area, beside its spoke.
fn label(ui: &Ui, area: &AreaRow, (x, y): (f64, f64)) -> Html {
    let score = match area.points.score() {
        Some(score) => ui.score(score),
        None => ui.t(Key::ResultsNoneShort).as_str().into(),
    };
    // At the sides there is no room beside the mark: the words start at the edge, in two lines.
    if (x - 200.0).abs() > 110.0 {
        let (x, anchor) = if x < 200.0 {
            ("2", "start")
        } else {
            ("398", "end")
        };
        return html! {
            <text {x} y={number(y - 36.0)} text-anchor={anchor}>
                {area.short.clone()}<tspan class="strong" {x} dy="1.2em">{score}</tspan>
            </text>
        };
    }
    let y = if y > 186.0 { y + 14.0 } else { y - 2.0 };
    html! {
        <text x={number(x)} y={number(y)} text-anchor="middle">
            {area.short.clone()}{" "}<tspan class="strong">{score}</tspan>
        </text>
    }
}

/// Every value in words, for those who do not see the drawing.
fn description(ui: &Ui, results: &Results) -> AttrValue {
    let mut words = String::new();
    for area in &results.areas {
        words.push_str(&area.title);
        words.push_str(": ");
        match area.points.score() {
            Some(score) => words.push_str(&ui.score(score)),
            None => words.push_str(&ui.t(Key::ResultsNoneShort)),
        }
        words.push_str(". ");
    }
    words.into()
}

/// The profile in one sentence.
fn finding(ui: &Ui, results: &Results) -> AttrValue {
    let scored = || {
        results
            .areas
            .iter()
            .filter_map(|a| Some((a, a.points.score()?)))
    };
    let best = scored().fold(None, |best: Option<(&AreaRow, f64)>, next| match best {
        Some(b) if b.1 >= next.1 => Some(b),
        _ => Some(next),
    });
    let worst = scored().fold(None, |worst: Option<(&AreaRow, f64)>, next| match worst {
        Some(w) if w.1 <= next.1 => Some(w),
        _ => Some(next),
    });
    match (best, worst) {
        (Some(best), Some(worst)) if best.1 - worst.1 > 1e-9 => ui.fill(
            Key::ResultsProfileFind,
            &[("best", &best.0.title), ("worst", &worst.0.title)],
        ),
        _ => ui.t(Key::ResultsProfileEven),
    }
}

/// A bar for each area, with its possible range.
pub(crate) fn areas(ui: &Ui, results: &Results) -> Html {
    let widest = results
        .areas
        .iter()
        .fold(None, |widest: Option<&AreaRow>, area| match widest {
            Some(w) if w.points.coverage <= area.points.coverage => Some(w),
            _ => Some(area),
        });
    let finding = match widest.filter(|w| w.points.coverage < 1.0 - 1e-9) {
        Some(area) => ui.fill(
            Key::ResultsAreasFind,
            &[("area", &area.title), ("range", &ui.range(area.points))],
        ),
        None => ui.t(Key::ResultsAreasExact),
    };
    let rows = results.areas.iter().map(|area| {
        html! {
            <li>
                <span>{ui.whole(area.number)}{" "}{area.title.clone()}</span>
                <span class="val"><b class="num">{score(ui, area.points)}</b><span class="range muted xs num">{ui.range(area.points)}</span></span>
                <div class="plot">{svg::row(area.points)}</div>
            </li>
        }
    });
    html! {
        <figure class="figure" part="chart">
            <figcaption>
                {ui.heading(1, "t2", ui.t(Key::ResultsAreas).into())}
                <p class="muted small">{finding}</p>
            </figcaption>
            <ol class="rows">
                {for rows}
                <li aria-hidden="true"><div class="axis">{for TICKS.iter().map(|t| html! { <span>{ui.whole(*t)}</span> })}</div></li>
            </ol>
            <ul class="row xs muted legend">
                <li>
                    <svg class="viz" viewBox="0 0 24 16" aria-hidden="true"><rect class="soft" y="4" width="15" height="8" /><circle class="own" cx="15" cy="8" r="5" /></svg>
                    {ui.t(Key::ResultsKeyScore)}
                </li>
                <li>
                    <svg class="viz" viewBox="0 0 24 16" aria-hidden="true"><path class="own-l" d="M3 8h18M3 4v8M21 4v8" /></svg>
                    {ui.t(Key::ResultsKeyRange)}
                </li>
            </ul>
            {area_table(ui, results)}
        </figure>
    }
}

fn score(ui: &Ui, points: Points) -> Rc<str> {
    match points.score() {
        Some(score) => ui.score(score),
        None => ui.t(Key::ResultsNoneShort).as_str().into(),
    }
}

fn area_table(ui: &Ui, results: &Results) -> Html {
    let rows = results.areas.iter().map(|area| {
        let stage = area.stage.map(|s| ui.stage(s));
        html! {
            <tr>
                <th scope="row">{ui.whole(area.number)}{" "}{area.title.clone()}</th>
                <td class="n">{score(ui, area.points)}</td>
                <td class="n">{ui.range(area.points)}</td>
                <td>{stage}</td>
                <td class="n">{ui.format.percent(area.points.coverage)}</td>
            </tr>
        }
    });
    let heads = [
        (Key::ResultsArea, None),
        (Key::ResultsKeyScore, Some("n")),
        (Key::ResultsRangeHead, Some("n")),
        (Key::ResultsStage, None),
        (Key::ResultsAnswered, Some("n")),
    ];
    table(ui, Key::ResultsAreas, &heads, rows.collect())
}

/// A table behind a summary, that can be scrolled by keyboard.
fn table(ui: &Ui, title: Key, heads: &[(Key, Option<&'static str>)], rows: Html) -> Html {
    let heads = heads.iter().map(|(key, class)| {
        html! { <th scope="col" class={*class}>{ui.t(*key)}</th> }
    });
    let label = ui.fill(Key::TableScroll, &[("title", &ui.t(title))]);
    html! {
        <details class="disc">
            <summary>{ui.t(Key::ResultsTable)}</summary>
            <div class="scroll" tabindex="0" role="group" aria-label={label}>
                <table class="tbl">
                    <caption class="vh">{ui.t(title)}</caption>
                    <thead><tr>{for heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

/// A tile for each indicator, coloured by its stage.
pub(crate) fn indicators(ui: &Ui, results: &Results) -> Html {
    let stages = ui.model.bank().stages();
    let swatches = (0..stages.len()).map(|at| {
        let low = stages.get(at).map_or(0.0, |s| s.min);
        let high = stages.get(at + 1).map_or(100.0, |s| s.min);
        let (low, high) = (ui.format.plain(low), ui.format.plain(high));
        let range = ui.fill(Key::Range, &[("low", &low), ("high", &high)]);
        html! { <li class={level_class("", Some(at))}>{ui.stage(at)}{" "}<span class="num">{range}</span></li> }
    });
    let rows = results.areas.iter().map(|area| {
        let tiles = area.indicators.iter().map(|i| {
            html! {
                <li class={level_class("tile xs ", i.stage)}>
                    <span>{ui.numbered(i.number, &i.title)}</span><b>{score(ui, i.points)}</b>
                </li>
            }
        });
        let heading = html! {
            <>{ui.whole(area.number)}{" "}{area.title.clone()}{"\u{a0}"}<span class="muted num">{score(ui, area.points)}</span></>
        };
        html! { <li class="heat-row">{ui.heading(2, "small strong", heading)}<ul>{for tiles}</ul></li> }
    });
    let body = results.areas.iter().flat_map(|a| &a.indicators).map(|i| {
        html! {
            <tr>
                <th scope="row">
                    <button type="button" class="link" onclick={ui.click(Msg::Page(i.page))}>{ui.numbered(i.number, &i.title)}</button>
                </th>
                <td class="n">{score(ui, i.points)}</td>
                <td class="n">{ui.range(i.points)}</td>
                <td class="n">{ui.whole(i.open)}</td>
            </tr>
        }
    });
    let heads = [
        (Key::ResultsIndicator, None),
        (Key::ResultsKeyScore, Some("n")),
        (Key::ResultsRangeHead, Some("n")),
        (Key::ResultsOpen, Some("n")),
    ];
    html! {
        <section class="section rule">
            {ui.heading(1, "t2", ui.t(Key::ResultsIndicators).into())}
            <p class="sub muted measure">{ui.t(Key::ResultsIndicatorsSub)}</p>
            <div class="stack">
                <ul class="swatches xs" aria-label={ui.t(Key::ResultsSwatches)}>{for swatches}</ul>
                <ol class="heat">{for rows}</ol>
                {table(ui, Key::ResultsIndicators, &heads, body.collect())}
            </div>
        </section>
    }
}

/// The class of a stage's colour. Five colours serve any number of stages.
fn level_class(prefix: &str, stage: Option<usize>) -> AttrValue {
    match stage {
        Some(at) => [prefix, "l", &integer(at.min(4) + 1)].concat().into(),
        None => [prefix, "none"].concat().into(),
    }
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> AttrValue {
    let mut text = String::new();
    for (x, y) in points {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&number(x));
        text.push(',');
        text.push_str(&number(y));
    }
    text.into()
}

/// The browser's own sine and cosine: drawing needs no more, and it costs no bytes.
fn sin_cos(angle: f64) -> (f64, f64) {
    (js_sys::Math::sin(angle), js_sys::Math::cos(angle))
}
