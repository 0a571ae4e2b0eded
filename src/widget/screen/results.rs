//! The score, with its range, its stage and what it rests on.

use super::charts;
use crate::icon::{icon, Icon};
use crate::ui::{num, strong, Ui};
use gca_engine::{Overall, Points};
use gca_session::view::{results as rows, Results};
use gca_session::{Key, Mode, Msg};
use std::rc::Rc;
use yew::{html, AttrValue, Html};

pub(crate) fn results(ui: &Ui) -> Html {
    let results = rows(ui.model);
    let overall = ui.model.assessment().overall.as_ref();
    let body = match overall.and_then(|o| Some((o, o.points.score()?))) {
        Some((overall, score)) => full(ui, &results, overall, score),
        None => empty(ui, overall.is_some()),
    };
    html! {
        <div class="page" part="page">
            <div class="page-head">{ui.title(ui.t(Key::ResultsTitle))}</div>
            {body}
        </div>
    }
}

fn empty(ui: &Ui, applies: bool) -> Html {
    let text = if applies {
        Key::ResultsEmptyText
    } else {
        Key::ResultsNa
    };
    html! {
        <div class="empty">
            {ui.heading(1, "t3", ui.t(Key::ResultsEmpty).into())}
            <p>{ui.t(text)}</p>
            {ui.button("btn primary", Msg::Continue, ui.t(Key::ResultsEmptyButton))}
        </div>
    }
}

fn full(ui: &Ui, results: &Results, overall: &Overall, score: f64) -> Html {
    html! {
        <>
            {headline(ui, results, overall, score)}
            <section class="section rule cols a57">
                {charts::radar(ui, results)}
                {charts::areas(ui, results)}
            </section>
            {charts::indicators(ui, results)}
            <section class="section rule">
                <details class="disc">
                    <summary>{ui.t(Key::ResultsHow)}</summary>
                    <div class="disc-body"><p>{ui.t(Key::ResultsHowText)}</p></div>
                </details>
            </section>
        </>
    }
}

fn headline(ui: &Ui, results: &Results, overall: &Overall, score: f64) -> Html {
    let standing = &overall.standing;
    let stages = ui.model.bank().stages().len();
    let shown = ui.score(score);
    let stage = standing.stage.unwrap_or_default();
    let of = ui.fill(
        Key::ResultsStageOf,
        &[("n", &ui.whole(stage + 1)), ("total", &ui.whole(stages))],
    );
    let quick = (ui.model.mode() == Some(Mode::Quick)).then(|| {
        let n = ui.whole(ui.model.bank().questions().len());
        let total = ui.whole(ui.model.whole_count());
        html! { <p class="strong">{ui.fill(Key::ResultsQuick, &[("n", &n), ("total", &total)])}</p> }
    });
    html! {
        <section class="headline" part="score">
            <div>
                {ui.heading(1, "muted small", ui.t(Key::ResultsScore).into())}
                <p class="score num">{shown.clone()}<small>{" "}{ui.t(Key::ResultsOf)}</small></p>
                <p class="stage" part="stage">{ui.stage(stage)}{" "}<span class="muted">{of}</span></p>
            </div>
            <div class="stack-s">
                <p class="lead">{range(ui, results, overall)}</p>
                if standing.gated { <p>{gate(ui, overall)}</p> }
                {charts::strip(ui, overall.points, score, stage)}
                {facts(ui, results, overall)}
                if standing.provisional {
                    <p class="small">{icon(Icon::Info)}{" "}<strong>{ui.t(Key::ResultsProvisional)}{". "}</strong>{ui.t(Key::ResultsProvisionalText)}</p>
                }
                {quick}
            </div>
        </section>
    }
}

/// How far the score can still move, and whether the stage moves with it.
fn range(ui: &Ui, results: &Results, overall: &Overall) -> Html {
    let standing = &overall.standing;
    if results.open == 0 {
        return ui.t(Key::ResultsExact).into();
    }
    let points = overall.points;
    let text = ui.model.catalog().plural(Key::ResultsRange, results.open);
    let values = [
        ("n", ui.whole(results.open).into()),
        ("low", strong(ui.score(points.low))),
        ("high", strong(ui.score(points.high()))),
    ];
    let stage = if standing.low == standing.high {
        ui.t(Key::ResultsSameStage)
    } else {
        let (low, high) = (ui.stage(standing.low), ui.stage(standing.high));
        ui.fill(Key::ResultsStageRange, &[("low", &low), ("high", &high)])
    };
    html! { <>{ui.rich(&text, &values)}{" "}{stage}</> }
}

/// Why the stage is lower than the score alone would have it.
fn gate(ui: &Ui, overall: &Overall) -> AttrValue {
    let standing = &overall.standing;
    let title = |at: &usize| {
        let area = ui.model.bank().areas().get(*at)?;
        Some(ui.model.texts().areas.get(area.source)?.title.clone())
    };
    let areas: Vec<Rc<str>> = standing.limiting.iter().filter_map(title).collect();
    ui.fill(
        Key::ResultsGated,
        &[
            ("ungated", &ui.stage(standing.ungated.unwrap_or_default())),
            ("stage", &ui.stage(standing.stage.unwrap_or_default())),
            ("areas", &ui.format.list(&areas)),
        ],
    )
}

fn facts(ui: &Ui, results: &Results, overall: &Overall) -> Html {
    let percent = ui.format.percent(overall.points.coverage);
    let count = ui.fill(
        Key::ReviewOf,
        &[
            ("n", &ui.whole(results.known)),
            ("total", &ui.whole(results.applicable)),
        ],
    );
    let covered = ui.fill(Key::ResultsAnsweredText, &[("percent", &percent)]);
    html! {
        <dl class="facts">
            <div><dt class="xs muted">{ui.t(Key::ResultsAnswered)}</dt><dd class="strong">{covered}</dd></div>
            <div><dt class="xs muted">{ui.t(Key::ResultsCount)}</dt><dd class="strong num">{count}</dd></div>
            <div><dt class="xs muted">{ui.t(Key::ResultsRangeHead)}</dt><dd class="strong">{num(range_words(ui, overall.points))}</dd></div>
        </dl>
    }
}

fn range_words(ui: &Ui, points: Points) -> AttrValue {
    ui.range(points)
}
