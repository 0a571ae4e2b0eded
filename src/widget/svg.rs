//! Small drawings. Lengths are SVG attributes: a strict policy blocks style attributes.

use crate::format::decimal;
use gca_engine::Points;
use yew::{html, AttrValue, Html};

pub(crate) fn percent(x: f64) -> AttrValue {
    let mut text = decimal(x);
    text.push('%');
    text.into()
}

pub(crate) fn number(x: f64) -> AttrValue {
    decimal(x).into()
}

/// Where in a row of a chart it stands, from 0 to 100.
fn rect(class: &'static str, x: f64, width: f64, y: &'static str, height: &'static str) -> Html {
    html! { <rect {class} x={percent(x)} width={percent(width)} {y} {height} /> }
}

/// How much is done, 0–1.
pub(crate) fn progress(done: f64) -> Html {
    html! {
        <svg class="prog mark" aria-hidden="true">
            <rect class="t" width="100%" height="100%" rx="2" />
            <rect class="f" width={percent(100.0 * done)} height="100%" rx="2" />
        </svg>
    }
}

/// How much of each area is done, side by side.
pub(crate) fn segments(shares: &[f64]) -> Html {
    let width = 100.0 / shares.len().max(1) as f64;
    let parts = shares.iter().enumerate().map(|(i, share)| {
        let (x, inner) = (width * i as f64 + 0.3, width - 0.6);
        html! { <>{rect("t", x, inner, "0", "100%")}{rect("f", x, inner * share, "0", "100%")}</> }
    });
    html! { <svg class="segs mark" aria-hidden="true">{for parts}</svg> }
}

/// The mark of the product: a bar for each area, filled as far as it is done.
pub(crate) fn brand(shares: &[f64]) -> Html {
    let step = 33.0 / shares.len().max(1) as f64;
    let bars = shares.iter().enumerate().map(|(i, share)| {
        let (x, width) = (number(step * i as f64), number(step - 2.0));
        let height = 24.0 * share;
        html! {
            <>
                <rect class="t" x={x.clone()} y="2" width={width.clone()} height="24" rx="1" />
                <rect class="f" {x} y={number(26.0 - height)} {width} height={number(height)} rx="1" />
            </>
        }
    });
    html! { <svg class="bars5" viewBox="0 0 33 28" aria-hidden="true">{for bars}</svg> }
}

/// A score in its possible range, very small.
pub(crate) fn meter(points: Points) -> Html {
    let score = points.score().map(|s| {
        html! { <rect class="own" x={percent(s * 0.98)} width="3" height="100%" /> }
    });
    html! {
        <svg class="viz meter mark" aria-hidden="true">
            <rect class="tr" width="100%" height="100%" rx="3" />
            {rect("soft", points.low, points.high() - points.low, "0", "100%")}
            {score}
        </svg>
    }
}

/// A row of the area chart: bar, whiskers and dot.
pub(crate) fn row(points: Points) -> Html {
    let (low, high) = (points.low, points.high());
    let line = |x1: f64, x2: f64, y1: &'static str, y2: &'static str| {
        html! { <line class="own-l" x1={percent(x1)} x2={percent(x2)} {y1} {y2} /> }
    };
    let whiskers = (high - low > 1e-9).then(|| {
        html! {
            <>{line(low, high, "50%", "50%")}{line(low, low, "30%", "70%")}{line(high, high, "30%", "70%")}</>
        }
    });
    let score = points.score().map(|s| {
        html! { <circle class="own halo" cx={percent(s)} cy="50%" r="6" /> }
    });
    let bar = points.score().map(|s| rect("soft", 0.0, s, "28%", "44%"));
    html! { <svg class="viz mark" aria-hidden="true">{bar}{whiskers}{score}</svg> }
}

/// The level of an answer: filled boxes, or a ring where there is none.
pub(crate) fn level(level: u8, levels: u8) -> Html {
    let steps = levels.saturating_sub(1).max(1);
    let step = 26.0 / f64::from(steps);
    let boxes = (0..steps).map(|i| {
        let class = (i < level).then_some("on");
        let x = number(1.0 + step * f64::from(i));
        html! { <rect {class} {x} y="1.5" width={number(step - 2.4)} height="9" /> }
    });
    html! { <svg class="dot" viewBox="0 0 26 12" aria-hidden="true">{for boxes}</svg> }
}

/// An open question: a ring, with a bar through it for "don't know".
pub(crate) fn ring(dont_know: bool) -> Html {
    let class = dont_know.then_some("dk");
    html! {
        <svg class="dot" viewBox="0 0 26 12" aria-hidden="true">
            <circle {class} cx="13" cy="6" r="5" />
            if dont_know { <path class="dk" d="M10 6h6" /> }
        </svg>
    }
}
