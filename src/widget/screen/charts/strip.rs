//! The stages on the scale, with the score and its possible range on them.

use super::name_of;
use crate::chart;
use crate::dom::{all, el};
use crate::ui::Ui;
use gca_charts::{strip as scene, Band, Body, Names, Strip};
use gca_engine::Points;
use gca_session::whole::results::Earlier;
use gca_session::Key;
use yew::Html;

pub(crate) fn strip(
    ui: &Ui,
    points: Points,
    score: f64,
    stage: usize,
    earlier: Option<&Earlier>,
) -> Html {
    let stages = ui.model.bank().stages();
    let own = ui.mark(score);
    let title = ui.fill(Key::ResultsStrip, &[("score", &own.words)]);
    let values = [
        ("range", &*ui.range(points)),
        ("n", &*ui.whole(stage + 1)),
        ("total", &*ui.whole(stages.len())),
        ("stage", &*ui.stage(stage)),
    ];
    let reading = ui.fill(Key::ResultsStripDesc, &values);
    let bands = stages.iter().enumerate().map(|(at, band)| Band {
        from: band.min,
        tick: ui.format.plain(band.min),
        name: chart::words(&ui.stage(at)),
    });
    let scene = scene(&Strip {
        title: chart::words(&title),
        reading: chart::words(&reading),
        names: Names {
            item: ui.said(Key::ChartValue),
            own: ui.said(Key::ResultsKeyScore),
            range: ui.said(Key::ResultsKeyRange),
            other: name_of(ui, earlier),
            ..Names::default()
        },
        bands: bands.collect(),
        end: ui.whole(100),
        stage,
        own,
        range: ui.bounds(points),
        other: earlier.and_then(|e| Some(ui.mark(e.overall?.score()?))),
    });
    let drawn = match &scene.body {
        Body::Rows(rows) => chart::plain(rows).html(),
        _ => Html::default(),
    };
    // The picture says its values itself; here they stand around it too.
    let picture = el("div|scale|role=img").attr(
        "aria-label",
        [&*title, &*ui.t(Key::SignStop), &*reading].concat().into(),
    );
    let foot = el("div|foot")
        .el(chart::legend(&scene.legend))
        .el(chart::save(ui, scene));
    all(vec![picture.kid(drawn).html(), foot.html()])
}
