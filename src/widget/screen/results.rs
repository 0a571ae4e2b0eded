//! The score, with its range, its stage and what it rests on.

mod robust;
mod standout;
mod weights;
mod why;

use super::charts;
use super::review::{contradictions, fact};
use crate::app::Shown;
use crate::dom::{el, text, El, Kind, Send};
use crate::icon::{icon, Icon};
use crate::ui::Ui;
use gca_engine::{Node, Overall};
use gca_session::view::{results as rows, Results};
use gca_session::whole::results::{earlier, Earlier, Msg as Do, PARTS};
use gca_session::{Feature, Key, Mode, Msg, Screen, WholeMsg};
use yew::{AttrValue, Html};

pub(crate) fn message(msg: Do) -> Msg {
    Msg::Whole(WholeMsg::Results(msg))
}

/// A part of the page that is drawn anew only when it may look other than before: each part that comes has the page drawn,
/// and all that is there already would hold up an old laptop.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Part {
    Headline,
    Radar,
    Areas,
    /// The bars of the areas as a table and a picture.
    AreasFoot,
    /// The tiles of an area.
    Tiles(usize),
    /// The tiles as a table and a picture.
    TilesFoot,
    Standout,
    Clashes,
    Firm,
    Weights,
}

pub(crate) fn results(ui: &Ui) -> Html {
    let head = el("div|page-head split").kid(ui.title(ui.t(Key::ResultsTitle)));
    let page = ui
        .page(el("div|page|part=page"))
        .el(head.kid(beside(ui)))
        .kid(weights::badge(ui));
    match known(ui) {
        Some(_) => full(ui, page).html(),
        None => {
            let applies = ui.model.assessment().overall.is_some();
            page.el(empty(ui, applies)).html()
        }
    }
}

/// The result as a whole and its score, if there is any.
fn known<'a>(ui: &Ui<'a>) -> Option<(&'a Overall, f64)> {
    let overall = ui.model.assessment().overall.as_ref()?;
    Some((overall, overall.points.score()?))
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

/// Whether the earlier round is shown too.
fn beside(ui: &Ui) -> Html {
    let (Some(shown), Some(name)) = (ui.model.earlier_shown(), ui.model.earlier_name()) else {
        return Html::default();
    };
    let words = if name.is_empty() {
        ui.t(Key::ResultsEarlier)
    } else {
        ui.fill(Key::ResultsEarlierNamed, &[("name", name)])
    };
    let show = Send::Msg(message(Do::ShowEarlier(!shown)));
    let field = el("input||type=checkbox")
        .checked(shown)
        .on(Kind::Change, ui.shell, show);
    let label = el("label|choice").el(field);
    label.el(el("span|small|dir=auto").text(words)).html()
}

/// The page with the parts that have come so far, each in its place from the beginning.
fn full(ui: &Ui, page: El) -> El {
    let parts = ui.model.unfolded();
    let areas = || {
        el("figure|figure|part=chart")
            .kid(block(ui, 2, Part::Areas))
            .kid(block(ui, 9, Part::AreasFoot))
    };
    let charts = || {
        el("section|section rule cols a57")
            .kid(block(ui, 1, Part::Radar))
            .el_if(parts > 2, areas)
    };
    let weights = match ui.model.is_looking() || ui.model.hides(Feature::Weights) {
        true => Html::default(),
        false => block(ui, PARTS - 1, Part::Weights),
    };
    let page = page
        .kid(block(ui, 0, Part::Headline))
        .el_if(parts > 1, charts)
        .el_if(parts > 3, || charts::indicators(ui, block))
        .kid(block(ui, 8, Part::Standout))
        .kid(block(ui, 9, Part::Clashes))
        .kid(block(ui, 10, Part::Firm))
        .kid(weights)
        .el_if(parts >= PARTS && leads_on(ui), || next(ui))
        .el_if(parts >= PARTS, || super::hand_in::section(ui))
        .el_if(parts < PARTS, || {
            el("div|section rule|aria-hidden=true").el(el("span|skel box"))
        });
    page.kid(why::dialog(ui))
}

/// A part that comes after so many others, or its place.
fn block(ui: &Ui, after: u8, part: Part) -> Html {
    if ui.model.unfolded() <= after {
        return Html::default();
    }
    let version = ui.model.version(part == Part::Firm);
    let key = match part {
        Part::Tiles(area) => area,
        _ => usize::from(after),
    };
    ui.block(Shown::Part(part, version), key)
}

/// What is in a block.
pub(crate) fn part(ui: &Ui, part: Part) -> Html {
    // The page that has no score has no parts; one that is to go may be drawn once more.
    let Some((overall, score)) = known(ui) else {
        return Html::default();
    };
    let (results, earlier) = (rows(ui.model), earlier(ui.model));
    let earlier = earlier.as_ref();
    match part {
        Part::Headline => headline(ui, &results, overall, score, earlier),
        Part::Radar => return charts::radar(ui, &results, earlier),
        Part::Areas => return charts::areas(ui, &results, earlier),
        Part::AreasFoot => charts::areas_foot(ui, &results, earlier),
        Part::Tiles(area) => charts::tiles(ui, &results, area),
        Part::TilesFoot => charts::tiles_foot(ui, &results),
        Part::Standout => standout::section(ui),
        Part::Clashes => clashes(ui),
        Part::Firm => firm(ui),
        Part::Weights => weights::section(ui),
    }
    .html()
}

/// Answers that contradict each other, if any do or nobody could look for them.
fn clashes(ui: &Ui) -> El {
    let found = gca_session::whole::contradictions(ui.model);
    let found = found.as_ref().filter(|found| !found.is_empty());
    let section = || {
        let section = el("div|section rule");
        section.el(contradictions::section(ui, found))
    };
    el("div")
        .el_if(found.is_some(), section)
        .el_if(ui.model.is_more_missing(), || contradictions::missing(ui))
}

fn firm(ui: &Ui) -> El {
    let how = el("details|disc firm-how")
        .el(el("summary").t(ui, Key::ResultsHow))
        .el(el("div|disc-body").el(ui.p("", Key::ResultsHowText)));
    robust::section(ui).el(how)
}

/// Whether there is anything to do with it.
fn leads_on(ui: &Ui) -> bool {
    let all = [Screen::Steps, Screen::Compare, Screen::Report];
    !all.into_iter().all(|screen| ui.model.hides_screen(screen))
}

/// What to do with it.
fn next(ui: &Ui) -> El {
    let mut links = el("div|row");
    for (screen, key) in [
        (Screen::Steps, Key::ResultsNextSteps),
        (Screen::Compare, Key::ResultsNextCompare),
        (Screen::Report, Key::ResultsNextReport),
    ] {
        if ui.model.hides_screen(screen) {
            continue;
        }
        let (msg, words) = (Msg::Go(screen), ui.t(key));
        links = links.el(match screen {
            Screen::Steps => ui.primary(msg, words),
            _ => ui.button(msg, words),
        });
    }
    el("section|section rule onward")
        .kid(ui.h(1, "t2", Key::ResultsNext))
        .el(links)
}

fn headline(
    ui: &Ui,
    results: &Results,
    overall: &Overall,
    score: f64,
    earlier: Option<&Earlier>,
) -> El {
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
            .el(of))
        .el(why::ask(ui, Node::Overall));
    let provisional = || {
        let word = el("strong")
            .t(ui, Key::ResultsProvisional)
            .t(ui, Key::SignStop);
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
        .kid(charts::strip(ui, overall.points, score, stage, earlier))
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
    let count = ui.fill(Key::ResultsCountOf, &[("n", &known), ("total", &total)]);
    let covered = ui.fill(Key::ResultsAnsweredText, &[("percent", &percent)]);
    el("dl|facts")
        .el(fact(ui, Key::ResultsAnswered, covered))
        .el(fact(ui, Key::ResultsCount, count))
        .el(fact(ui, Key::ResultsRangeHead, ui.range(overall.points)))
}
