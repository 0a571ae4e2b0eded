//! The page of one indicator, with the list of areas and the bar at its foot.

#[cfg(feature = "whole")]
mod steps;

use super::rail::rail;
use crate::app::Shown;
use crate::dom::{all, el, text, El};
use crate::icon::{icon, Icon};
use crate::svg;
use crate::ui::Ui;
use gca_session::view::{bar as foot, page, Bar, Number};
use gca_session::{keeper::Trouble, Feature, Key, Msg, Persist, Saving};
use std::rc::Rc;
use yew::{AttrValue, Html};

pub(crate) fn questions(ui: &Ui) -> Html {
    let page = page(ui.model);
    let eyebrow = ui.fill(
        Key::QuestionEyebrow,
        &[
            ("n", &ui.whole(page.number.area)),
            ("total", &ui.whole(page.areas)),
            ("area", &page.area),
        ],
    );
    let head = el("div|page-head")
        .el(el("p|eyebrow muted small").text(eyebrow))
        .kid(ui.title(ui.numbered(page.number, &page.title)))
        .el(el("p|lead").words(&page.why));
    let mut body = el("div|page|part=page").el(head);
    for view in page.questions {
        let key = view.at;
        body = body.kid(ui.block(Shown::Question(Rc::new(view)), key));
    }
    #[cfg(feature = "whole")]
    let body = body.el(steps::keys(ui));
    let frame = el("div|with-rail").kid(rail(ui)).el(body);
    all(vec![frame.html(), bar(ui)])
}

fn bar(ui: &Ui) -> Html {
    let bar = foot(ui.model);
    ui.shell.measured.set(bar.points.unwrap_or_default());
    let foot = el("div|bar|part=footer")
        .el(previous(ui, bar.previous.as_ref()))
        .el(el("div|bar-mid").kid(ui.block(Shown::Status, 0)));
    #[cfg(feature = "whole")]
    let foot = foot.el(steps::steps(ui));
    foot.el(next(ui, bar.next.as_ref()))
        .el(el("p|vh|role=status").kid(spoken(ui, &bar, &saving(ui).0)))
        .html()
}

/// The live score, the share that is answered, and whether all is saved.
pub(crate) fn status(ui: &Ui) -> Html {
    let bar = foot(ui.model);
    let area = ui.whole(bar.area);
    let (long, short, good) = saving(ui);
    let mut score = el("span")
        .el(el("span|wide").text(ui.fill(Key::BarAreaSoFar, &[("n", &area)])))
        .el(el("span|short").text(ui.fill(Key::BarArea, &[("n", &area)])))
        .space();
    score = match bar.points.filter(|p| p.coverage > 0.0) {
        Some(points) => {
            let range = ui.fill(Key::SignAside, &[("words", &ui.range(points))]);
            score
                // Drawn with the page: an answer changes the figures beside it in its own frame, which has no room for more.
                .kid(svg::meter(ui.shell.measured.get()))
                .space()
                .el(el("b|num").text(ui.headline(points)))
                .space()
                .el(el("span|num").text(range))
        }
        None => score.t(ui, Key::BarNoScore),
    };
    let shows_score = !ui.model.hides(Feature::Results);
    let percent = el("b|num").words(&ui.format.percent(bar.coverage));
    let answered = ui.model.catalog().text(Key::BarAnswered);
    let answered = ui.rich(&answered, &[("percent", percent.html())]);
    let saved = el("span|nowrap|id=saving")
        .kid(icon(if good { Icon::Check } else { Icon::Warn }))
        .space()
        .el(el("span|wide").text(long))
        .el(el("span|short").text(short));
    let facts = el("div|row between")
        .el_if(shows_score, || score)
        .space()
        .el(el("span").kid(answered))
        .space()
        .el(saved);
    el("div|bar-status muted xs").el(facts).html()
}

/// What is said aloud a second after the last change.
fn spoken(ui: &Ui, bar: &Bar, saved: &str) -> Html {
    let points = bar
        .points
        .filter(|p| p.coverage > 0.0 && ui.model.is_spoken() && !ui.model.hides(Feature::Results));
    let Some(points) = points else {
        return Html::default();
    };
    let words = ui.fill(
        Key::LiveArea,
        &[
            ("n", &ui.whole(bar.area)),
            ("score", &ui.headline(points)),
            ("low", &ui.score(points.low)),
            ("high", &ui.score(points.high())),
            ("percent", &ui.format.percent(bar.coverage)),
        ],
    );
    text([&*words, " ", saved, "."].concat().into())
}

fn previous(ui: &Ui, page: Option<&(Number, Rc<str>)>) -> El {
    let title = match page {
        Some((number, title)) => ui.numbered(*number, title),
        None => ui.t(Key::NavStart),
    };
    el("button|btn|type=button|part=button")
        .attr(
            "aria-label",
            ui.fill(Key::BarPreviousTo, &[("title", &title)]),
        )
        .click(ui.shell, Msg::Previous)
        .kid(icon(Icon::Previous))
        .el(el("span|wide").t(ui, Key::BarPrevious))
}

fn next(ui: &Ui, page: Option<&(Number, Rc<str>)>) -> El {
    let (long, short) = match page {
        Some((number, title)) => {
            let title = ui.numbered(*number, title);
            (
                ui.fill(Key::BarNextTo, &[("title", &title)]),
                ui.t(Key::BarNext),
            )
        }
        None => (ui.t(Key::BarReviewTo), ui.t(Key::BarReview)),
    };
    el("button|btn primary|type=button|part=button-primary")
        .click(ui.shell, Msg::Next)
        .el(el("span|wide").text(long))
        .el(el("span|short").text(short))
        .kid(icon(Icon::Next))
}

/// What happens to the answers, long and short, and whether all is well.
fn saving(ui: &Ui) -> (AttrValue, AttrValue, bool) {
    let kept = match ui.model.persist() {
        Persist::Session => Key::BarSavedTab,
        _ => Key::BarSaved,
    };
    let (long, short, good) = match ui.model.saving() {
        Saving::Saved(_) => (kept, Key::BarSavedShort, true),
        Saving::Idle => (Key::BarIdle, Key::BarIdle, true),
        Saving::Pending => (Key::BarSaving, Key::BarSaving, true),
        Saving::Memory | Saving::Failed(Trouble::Denied) => (Key::BarMemory, Key::BarMemory, false),
        Saving::Failed(_) => (Key::BarUnsaved, Key::BarUnsaved, false),
    };
    (ui.t(long), ui.t(short), good)
}
