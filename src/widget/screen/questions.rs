//! The page of one indicator, with the list of areas and the bar at its foot.

use super::{question::question, rail::rail};
use crate::icon::{icon, Icon};
use crate::svg;
use crate::ui::Ui;
use gca_session::view::{bar as foot, page};
use gca_session::{keeper::Trouble, Key, Msg, Persist, Saving};
use yew::{html, AttrValue, Html};

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
    html! {
        <>
            <div class="with-rail">
                {rail(ui)}
                <div class="page" part="page">
                    <div class="page-head">
                        <p class="eyebrow muted small">{eyebrow}</p>
                        {ui.title(ui.numbered(page.number, &page.title))}
                        <p class="lead">{page.why.clone()}</p>
                    </div>
                    {for page.questions.iter().map(|q| question(ui, q))}
                </div>
            </div>
            {bar(ui)}
        </>
    }
}

fn bar(ui: &Ui) -> Html {
    let bar = foot(ui.model);
    let area = ui.whole(bar.area);
    let points = bar.points.filter(|p| p.coverage > 0.0);
    let score = match points {
        Some(points) => {
            let range = ui.range(points);
            html! {
                <>
                    {svg::meter(points)}{" "}<b class="num">{ui.score(points.score().unwrap_or_default())}</b>
                    {" "}<span class="num">{"("}{range}{")"}</span>
                </>
            }
        }
        None => ui.t(Key::BarNoScore).into(),
    };
    let percent = ui.format.percent(bar.coverage);
    let answered = ui.model.catalog().text(Key::BarAnswered);
    let answered = ui.rich(
        &answered,
        &[("percent", html! { <b class="num">{percent.clone()}</b> })],
    );
    let spoken = match points.filter(|_| ui.model.is_spoken()) {
        Some(points) => {
            let words = ui.fill(
                Key::LiveArea,
                &[
                    ("n", &area),
                    ("score", &ui.score(points.score().unwrap_or_default())),
                    ("low", &ui.score(points.low)),
                    ("high", &ui.score(points.high())),
                    ("percent", &percent),
                ],
            );
            html! { <>{words}{" "}{saving(ui).0}</> }
        }
        None => Html::default(),
    };
    let (long, short, good) = saving(ui);
    html! {
        <div class="bar" part="footer">
            {previous(ui, bar.previous)}
            <div class="row between bar-status muted xs">
                <span>
                    <span class="wide">{ui.fill(Key::BarAreaSoFar, &[("n", &area)])}</span>
                    <span class="short">{ui.fill(Key::BarArea, &[("n", &area)])}</span>
                    {" "}{score}
                </span>
                <span>{answered}</span>
                <span class="nowrap" id="saving">
                    {icon(if good { Icon::Check } else { Icon::Warn })}{" "}
                    <span class="wide">{long}</span><span class="short">{short}</span>
                </span>
            </div>
            {next(ui, bar.next)}
            <p class="vh" role="status">{spoken}</p>
        </div>
    }
}

fn previous(ui: &Ui, page: Option<(gca_session::view::Number, std::rc::Rc<str>)>) -> Html {
    let title = match page {
        Some((number, title)) => ui.numbered(number, &title),
        None => ui.t(Key::NavStart),
    };
    let label = ui.fill(Key::BarPreviousTo, &[("title", &title)]);
    html! {
        <button type="button" class="btn" part="button" aria-label={label} onclick={ui.click(Msg::Previous)}>
            {icon(Icon::Previous)}<span class="wide">{ui.t(Key::BarPrevious)}</span>
        </button>
    }
}

fn next(ui: &Ui, page: Option<(gca_session::view::Number, std::rc::Rc<str>)>) -> Html {
    let (long, short) = match page {
        Some((number, title)) => {
            let title = ui.numbered(number, &title);
            (
                ui.fill(Key::BarNextTo, &[("title", &title)]),
                ui.t(Key::BarNext),
            )
        }
        None => (ui.t(Key::BarReviewTo), ui.t(Key::BarReview)),
    };
    html! {
        <button type="button" class="btn primary" part="button-primary" onclick={ui.click(Msg::Next)}>
            <span class="wide">{long}</span><span class="short">{short}</span>{icon(Icon::Next)}
        </button>
    }
}

/// What happens to the answers, long and short, and whether all is well.
fn saving(ui: &Ui) -> (AttrValue, AttrValue, bool) {
    let kept = match ui.model.persist() {
        Persist::Session => Key::BarSavedTab,
        _ => Key::BarSaved,
    };
    let (long, short, good) = match ui.model.saving() {
        // Before the first answer there is nothing to lose.
        Saving::Idle | Saving::Saved(_) => (kept, Key::BarSavedShort, true),
        Saving::Pending => (Key::BarSaving, Key::BarSaving, true),
        Saving::Memory | Saving::Failed(Trouble::Denied) => (Key::BarMemory, Key::BarMemory, false),
        Saving::Failed(_) => (Key::BarUnsaved, Key::BarUnsaved, false),
    };
    (ui.t(long), ui.t(short), good)
}
