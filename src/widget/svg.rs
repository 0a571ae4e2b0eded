//! Small drawings. Lengths are SVG attributes: a strict policy blocks style attributes.

use crate::dom::{el, El};
use crate::format::decimal;
use gca_engine::Points;
use yew::{AttrValue, Html};

pub(crate) fn percent(x: f64) -> AttrValue {
    let mut text = decimal(x);
    text.push('%');
    text.into()
}

pub(crate) fn number(x: f64) -> AttrValue {
    decimal(x).into()
}

/// Places a shape along the axis, in per cent.
pub(crate) fn span(shape: El, x: f64, width: f64) -> El {
    shape.attr("x", percent(x)).attr("width", percent(width))
}

/// How much is done, 0–1.
pub(crate) fn progress(done: f64) -> Html {
    el("svg|prog mark|aria-hidden=true")
        .el(el("rect|t|width=100%|height=100%|rx=2"))
        .el(span(el("rect|f|height=100%|rx=2"), 0.0, 100.0 * done))
        .html()
}

/// How much of each area is done, side by side.
pub(crate) fn segments(shares: &[f64]) -> Html {
    let width = 100.0 / shares.len().max(1) as f64;
    let mut svg = el("svg|segs mark|aria-hidden=true");
    for (i, share) in shares.iter().enumerate() {
        let (x, inner) = (width * i as f64 + 0.3, width - 0.6);
        svg = svg.el(span(el("rect|t|height=100%"), x, inner)).el(span(
            el("rect|f|height=100%"),
            x,
            inner * share,
        ));
    }
    svg.html()
}

/// The mark of the product: a bar for each area, filled as far as it is done.
pub(crate) fn brand(shares: &[f64]) -> Html {
    let step = 33.0 / shares.len().max(1) as f64;
    let mut svg = el("svg|bars5|viewBox=0 0 33 28|aria-hidden=true");
    for (i, share) in shares.iter().enumerate() {
        let (x, width) = (number(step * i as f64), number(step - 2.0));
        let bar = |rect: El, height: f64| {
            rect.attr("x", x.clone())
                .attr("y", number(26.0 - height))
                .attr("width", width.clone())
                .attr("height", number(height))
        };
        svg = svg
            .el(bar(el("rect|t|rx=1"), 24.0))
            .el(bar(el("rect|f|rx=1"), 24.0 * share));
    }
    svg.html()
}

/// A score in its possible range, very small.
pub(crate) fn meter(points: Points) -> Html {
    let mut svg = el("svg|viz meter mark|aria-hidden=true")
        .el(el("rect|tr|width=100%|height=100%|rx=3"))
        .el(span(
            el("rect|soft|height=100%"),
            points.low,
            points.high() - points.low,
        ));
    if let Some(score) = points.score() {
        svg = svg.el(el("rect|own|width=3|height=100%").attr("x", percent(score * 0.98)));
    }
    svg.html()
}

/// The level of a tile, from 0: squares, filled up to it.
#[cfg(feature = "whole")]
pub(crate) fn pips(level: usize, levels: usize) -> Html {
    let mut svg = el("svg|pips|height=8|aria-hidden=true");
    for n in 0..levels {
        let rect = if n <= level {
            el("rect|on|y=1|width=6|height=6")
        } else {
            el("rect||y=1|width=6|height=6")
        };
        svg = svg.el(rect.attr("x", number(1.0 + 8.0 * n as f64)));
    }
    svg.attr("width", number(8.0 * levels as f64)).html()
}

/// The level of an answer: filled boxes, as many as there are steps.
pub(crate) fn level(level: u8, levels: u8) -> Html {
    let steps = levels.saturating_sub(1).max(1);
    let step = 26.0 / f64::from(steps);
    let mut svg = el("svg|dot|viewBox=0 0 26 12|aria-hidden=true");
    for i in 0..steps {
        let rect = if i < level {
            el("rect|on|y=1.5|height=9")
        } else {
            el("rect||y=1.5|height=9")
        };
        let rect = rect.attr("x", number(1.0 + step * f64::from(i)));
        svg = svg.el(rect.attr("width", number(step - 2.4)));
    }
    svg.html()
}

/// An open question: a ring, with a bar through it for "don't know".
pub(crate) fn ring(dont_know: bool) -> Html {
    let svg = el("svg|dot|viewBox=0 0 26 12|aria-hidden=true");
    if dont_know {
        svg.el(el("circle|dk|cx=13|cy=6|r=5"))
            .el(el("path|dk|d=M10 6h6"))
            .html()
    } else {
        svg.el(el("circle||cx=13|cy=6|r=5")).html()
    }
}
