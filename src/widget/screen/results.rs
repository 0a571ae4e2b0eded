//! The score, with its range, its stage and what it rests on.

use super::{charts, review::fact};
use crate::dom::{el, text, El};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_engine::Overall;
use gca_session::view::{results as rows, Results};
use gca_session::{Key, Mode, Msg};
use yew::{AttrValue, Html};

pub(crate) fn results(ui: &Ui) -> Html {
    let results = rows(ui.model);
    let page =
        el("div|page|part=page").el(el("div|page-head").kid(ui.title(ui.t(Key::ResultsTitle))));
    let overall = ui.model.assessment().overall.as_ref();
    match overall.and_then(|o| Some((o, o.points.score()?))) {
        Some((overall, score)) => full(ui, page, &results, overall, score).html(),
        None => page.el(empty(ui, overall.is_some())).html(),
    }
}

fn empty(ui: &Ui, applies: bool) -> El {
    let words = if applies {
        Key::ResultsEmptyText
    } else {
        Key::ResultsNa
    };
    el("div|empty")
        .kid(ui.h(1, "t3", Key::ResultsEmpty))
        .el(ui.p("", words))
        .el(ui.primary(Msg::Continue, ui.t(Key::ResultsEmptyButton)))
}

fn full(ui: &Ui, page: El, results: &Results, overall: &Overall, score: f64) -> El {
    let charts = el("section|section rule cols a57")
        .kid(charts::radar(ui, results))
        .el(charts::areas(ui, results));
    let how = el("details|disc")
        .el(el("summary").t(ui, Key::ResultsHow))
        .el(el("div|disc-body").el(ui.p("", Key::ResultsHowText)));
    page.el(headline(ui, results, overall, score))
        .el(charts)
        .el(charts::indicators(ui, results))
        .el(el("section|section rule").el(how))
}

fn headline(ui: &Ui, results: &Results, overall: &Overall, score: f64) -> El {
    let standing = &overall.standing;
    let stage = standing.stage.unwrap_or_default();
    let stages = ui.model.bank().stages().len();
    let values = [("n", &*ui.whole(stage + 1)), ("total", &*ui.whole(stages))];
    let of = ui.fill(Key::ResultsStageOf, &values);
    let of = el("span|muted").text(of);
    let small = el("small").space().t(ui, Key::ResultsOf);
    let number = el("div")
        .kid(ui.h(1, "muted small", Key::ResultsScore))
        .el(el("p|score num").words(&ui.score(score)).el(small))
        .el(el("p|stage|part=stage")
            .text(ui.stage(stage))
            .space()
            .el(of));
    let provisional = || {
        let word = el("strong")
            .t(ui, Key::ResultsProvisional)
            .text(". ".into());
        let words = el("p|small").kid(icon(Icon::Info)).space().el(word);
        words.t(ui, Key::ResultsProvisionalText)
    };
    let quick = || {
        let n = ui.whole(ui.model.bank().questions().len());
        let total = ui.whole(ui.model.whole_count());
        el("p|strong").text(ui.fill(Key::ResultsQuick, &[("n", &n), ("total", &total)]))
    };
    let words = el("div|stack-s")
        .el(el("p|lead").kid(range(ui, results, overall)))
        .el_if(standing.gated, || el("p|measure").text(gate(ui, overall)))
        .kid(charts::strip(ui, overall.points, score, stage))
        .el(facts(ui, results, overall))
        .el_if(standing.provisional, provisional)
        .el_if(ui.model.mode() == Some(Mode::Quick), quick);
    el("section|headline|part=score").el(number).el(words)
}

/// How far the score can still move, and whether the stage moves with it.
fn range(ui: &Ui, results: &Results, overall: &Overall) -> Html {
    let (standing, points) = (&overall.standing, overall.points);
    if results.open == 0 {
        return text(ui.t(Key::ResultsExact));
    }
    let strong = |x: f64| el("strong|num").words(&ui.score(x)).html();
    let words = ui.model.catalog().plural(Key::ResultsRange, results.open);
    let values = [
        ("n", text(ui.whole(results.open).into())),
        ("low", strong(points.low)),
        ("high", strong(points.high())),
    ];
    let stage = if standing.low == standing.high {
        ui.t(Key::ResultsSameStage)
    } else {
        let (low, high) = (ui.stage(standing.low), ui.stage(standing.high));
        ui.fill(Key::ResultsStageRange, &[("low", &low), ("high", &high)])
    };
    crate::dom::all(vec![
        ui.rich(&words, &values),
        text(" ".into()),
        text(stage),
    ])
}

/// Why the stage is lower than the score alone would have it.
fn gate(ui: &Ui, overall: &Overall) -> AttrValue {
    let standing = &overall.standing;
    let mut areas = Vec::new();
    for at in &standing.limiting {
        let source = ui.model.bank().areas().get(*at).map_or(0, |a| a.source);
        if let Some(texts) = ui.model.texts().areas.get(source) {
            areas.push(texts.title.clone());
        }
    }
    ui.fill(
        Key::ResultsGated,
        &[
            ("ungated", &ui.stage(standing.ungated.unwrap_or_default())),
            ("stage", &ui.stage(standing.stage.unwrap_or_default())),
            ("areas", &ui.format.list(&areas)),
        ],
    )
}

fn facts(ui: &Ui, results: &Results, overall: &Overall) -> El {
    let percent = ui.format.percent(overall.points.coverage);
    let (known, total) = (ui.whole(results.known), ui.whole(results.applicable));
    let count = ui.fill(Key::ReviewOf, &[("n", &known), ("total", &total)]);
    let covered = ui.fill(Key::ResultsAnsweredText, &[("percent", &percent)]);
    el("dl|facts")
        .el(fact(ui, Key::ResultsAnswered, covered))
        .el(fact(ui, Key::ResultsCount, count))
        .el(fact(ui, Key::ResultsRangeHead, ui.range(overall.points)))
}
