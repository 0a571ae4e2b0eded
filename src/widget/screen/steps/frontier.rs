//! What more effort would bring: the highest score for each effort.

use crate::chart;
use crate::dom::{el, El};
use crate::ui::Ui;
use gca_charts::{frontier as stairs, Chosen, Frontier, Scene, Score, Words, WIDTHS};
use gca_session::whole::compare::aims;
use gca_session::whole::steps::{Outcome, Way};
use gca_session::Key;
use yew::{AttrValue, Html};

/// Rows of the table.
const ROWS: usize = 10;
/// Width for which the picture is laid out, in pixels.
const WIDE: f64 = 640.0;

pub(super) fn frontier(ui: &Ui, way: &Way) -> Html {
    let scores = &way.frontier;
    let (Some(last), Some(best)) = (scores.len().checked_sub(1), scores.last()) else {
        return Html::default();
    };
    if last < 2 {
        return Html::default();
    }
    let at = |effort: usize| ui.score(scores.get(effort).copied().unwrap_or_default());
    let (few, some) = (last.div_ceil(4), last.div_ceil(2));
    let finding = ui.fill(
        Key::FrontierFind,
        &[
            ("few", &ui.whole(few)),
            ("a", &at(few)),
            ("some", &ui.whole(some)),
            ("b", &at(some)),
            ("all", &ui.whole(last)),
            ("c", &ui.score(*best)),
        ],
    );
    let caption = el("figcaption")
        .kid(ui.h(1, "t2", Key::FrontierTitle))
        .el(el("p|muted small measure").text(finding.clone()));
    let data = data(ui, way, last, &finding);
    let [narrow, wide] = WIDTHS.map(|width| stairs(&data, width));
    let figure = el("figure|figure|part=chart")
        .el(caption)
        .el(drawing(ui, [&narrow, &wide], &finding))
        .el(chart::legend(&wide.legend))
        .el(chart::foot(ui, stairs(&data, WIDE)));
    el("section|section rule").el(figure).html()
}

fn drawing(ui: &Ui, scenes: [&Scene; 2], finding: &AttrValue) -> El {
    let words = [&*scenes[0].title, &*ui.t(Key::SignStop), finding].concat();
    el("div||role=img")
        .attr("aria-label", words.into())
        .el(chart::pair(scenes))
}

fn data(ui: &Ui, way: &Way, last: usize, finding: &AttrValue) -> Frontier {
    let efforts = [0, last.div_ceil(4), last.div_ceil(2), last];
    let mut rows: Vec<(usize, Words, Words)> = Vec::new();
    for row in 0..=ROWS {
        let effort = last * row / ROWS;
        let is_new = rows.last().is_none_or(|row| row.0 != effort);
        if let Some(score) = way.frontier.get(effort).filter(|_| is_new) {
            rows.push((effort, ui.whole(effort), ui.score(*score)));
        }
    }
    Frontier {
        title: ui.said(Key::FrontierTitle),
        reading: chart::words(finding),
        effort: ui.said(Key::FrontierAxis),
        score: ui.said(Key::FrontierScore),
        ticks: ui.ticks(),
        scores: way.frontier.clone(),
        efforts: efforts.map(|effort| (effort, ui.whole(effort))).into(),
        goal: goal(ui),
        chosen: chosen(ui, way),
        rows,
    }
}

/// The score that is aimed at.
fn goal(ui: &Ui) -> Option<(Words, Score)> {
    let aims = aims(ui.model);
    let points = aims.rows.first()?.target?;
    Some((ui.said(Key::FrontierGoal), ui.mark(points)))
}

/// Where the way to the goal ends.
fn chosen(ui: &Ui, way: &Way) -> Option<Chosen> {
    let Outcome::Steps { effort, trial, .. } = &way.outcome else {
        return None;
    };
    let overall = trial.then.overall.as_ref()?;
    let effort = *effort as usize;
    Some(Chosen {
        name: ui.said(Key::FrontierWay),
        effort,
        words: ui.whole(effort),
        score: ui.mark(overall.points.score()?),
    })
}
