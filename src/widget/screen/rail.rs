//! The list of areas beside the questions, or above them where there is no room.

use super::share;
use crate::icon::{icon, Icon};
use crate::svg;
use crate::ui::Ui;
use gca_session::view::{rail as areas, RailArea, RailIndicator};
use gca_session::{Key, Msg};
use yew::{html, Html};

pub(crate) fn rail(ui: &Ui) -> Html {
    let areas = areas(ui.model);
    let shares: Vec<f64> = areas.iter().map(|a| share(a.done, a.total)).collect();
    let open = ui.model.rail_is_open();
    let here = areas.iter().find(|a| a.current).map(|a| {
        let of = ui.fill(
            Key::RailAreaOf,
            &[("n", &ui.whole(a.number)), ("total", &ui.whole(areas.len()))],
        );
        html! {
            <>
                <span><span class="muted">{of}</span>{" "}<span class="strong">{a.title.clone()}</span></span>
                <span class="num">{count(ui, a.done, a.total)}{" "}{icon(Icon::Down)}</span>
            </>
        }
    });
    let class = if open { "rail is-open" } else { "rail" };
    html! {
        <>
            <button type="button" class="rail-btn small" aria-expanded={flag(open)} aria-controls="rail"
                onclick={ui.click(Msg::ToggleRail)}>
                {svg::segments(&shares)}{here}
            </button>
            <nav {class} id="rail" part="rail" aria-label={ui.t(Key::RailLabel)}>
                <div class="rail-in"><ol>{for areas.iter().map(|a| area(ui, a))}</ol></div>
            </nav>
        </>
    }
}

pub(crate) fn flag(on: bool) -> &'static str {
    if on {
        "true"
    } else {
        "false"
    }
}

fn area(ui: &Ui, area: &RailArea) -> Html {
    html! {
        <li>
            <button type="button" class="rail-a" aria-expanded={flag(area.open)} onclick={ui.click(Msg::ToggleArea(area.at))}>
                <span class="muted">{ui.whole(area.number)}</span>
                <span>{area.title.clone()}</span>
                <span class="count">{count(ui, area.done, area.total)}</span>
                {svg::progress(share(area.done, area.total))}
            </button>
            if area.open {
                <ul>{for area.indicators.iter().map(|i| indicator(ui, i))}</ul>
            }
        </li>
    }
}

fn indicator(ui: &Ui, indicator: &RailIndicator) -> Html {
    let current = indicator.current.then_some("page");
    let unknown = (indicator.dont_know > 0).then(|| {
        html! { <span title={ui.t(Key::QuestionDontKnow)}>{" ?"}<span class="vh">{ui.t(Key::QuestionDontKnow)}</span></span> }
    });
    html! {
        <li>
            <button type="button" class="rail-i muted small" aria-current={current} onclick={ui.click(Msg::Page(indicator.page))}>
                <span>{ui.numbered(indicator.number, &indicator.title)}</span>
                <span class="count">{count(ui, indicator.done, indicator.total)}{unknown}</span>
            </button>
        </li>
    }
}

/// How many are done; a tick when all are.
fn count(ui: &Ui, done: usize, total: usize) -> Html {
    if done == total {
        return html! { <><span class="vh">{ui.t(Key::RailComplete)}</span>{icon(Icon::Check)}</> };
    }
    let (done, total) = (ui.whole(done), ui.whole(total));
    let words = ui.fill(Key::RailDone, &[("done", &done), ("total", &total)]);
    html! {
        <><span aria-hidden="true">{done}{"/"}{total}</span><span class="vh">{words}</span></>
    }
}
