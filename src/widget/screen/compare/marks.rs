//! Marks, numbers and tables that the parts of the page share.

use crate::chart;
use crate::dom::{el, El};
use crate::svg::number;
use crate::table;
use crate::ui::Ui;
use gca_charts::{dumbbell_row, Item, Score};
use gca_session::Key;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// A difference in points without its sign, rounded half up to one decimal (METHOD, section 7).
fn rounded(by: f64) -> f64 {
    (10.0 * by.abs() + 0.5 + 1e-9).floor() / 10.0
}

/// Whether a difference is up (1), down (−1) or none at one decimal (0).
pub(super) fn direction(by: f64) -> i8 {
    match (rounded(by) > 0.0, by > 0.0) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => -1,
    }
}

/// The size of a difference.
pub(in crate::screen) fn size(ui: &Ui, by: f64) -> Rc<str> {
    ui.format.points(rounded(by))
}

/// A difference with its sign.
pub(in crate::screen) fn signed(ui: &Ui, by: f64) -> Rc<str> {
    let size = size(ui, by);
    // From right to left a mark keeps the sign on the left of its number, where such scripts have it.
    let mark = if ui.direction == "rtl" {
        "\u{200e}"
    } else {
        ""
    };
    match direction(by) {
        1 => [mark, "+", &*size].concat().into(),
        -1 => [mark, "\u{2212}", &*size].concat().into(),
        _ => size,
    }
}

/// A difference with its sign, in bold; a fall has a colour too.
pub(super) fn delta(ui: &Ui, by: f64) -> El {
    let delta = if direction(by) < 0 {
        el("b|num delta fell")
    } else {
        el("b|num delta")
    };
    delta.words(&signed(ui, by))
}

/// The shape that stands for an assessment in all drawings of the page.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Own,
    Other,
    Target,
}

impl Shape {
    /// Alone, beside words.
    pub(super) fn key(self) -> Html {
        let svg = el("svg|viz key|viewBox=0 0 24 16|aria-hidden=true");
        svg.el(match self {
            Self::Own => el("circle|own|cx=12|cy=8|r=5"),
            Self::Other => el("path|cmp|d=M12 2l6 6-6 6-6-6z"),
            Self::Target => el("path|tgt|d=M12 1v14"),
        })
        .html()
    }
}

/// A legend.
pub(super) fn legend(entries: Vec<(Shape, AttrValue)>) -> El {
    let mut list = el("ul|row xs muted legend");
    for (shape, words) in entries {
        list = list.el(el("li").kid(shape.key()).space().el(el("bdi").text(words)));
    }
    list
}

/// A row on the scale of 0–100: this one, another, and a target, as far as they are known.
pub(super) fn row(own: Option<f64>, other: Option<f64>, target: Option<f64>) -> Html {
    let score = |at| Score {
        at,
        ..Score::default()
    };
    let item = Item {
        own: own.map(score),
        other: other.map(score),
        target: target.map(score),
        ..Item::default()
    };
    el("div|plot").el(chart::row(&dumbbell_row(&item))).html()
}

/// The scale under or over such rows.
pub(super) fn axis(ui: &Ui) -> El {
    let mut axis = el("div|axis");
    for tick in [0, 25, 50, 75, 100] {
        axis = axis.el(el("span").words(&ui.whole(tick)));
    }
    el("li||aria-hidden=true").el(axis)
}

/// A table behind a summary, that can be scrolled by keyboard. Columns of numbers are marked.
pub(in crate::screen) fn table(ui: &Ui, title: Key, heads: Vec<(AttrValue, bool)>, body: El) -> El {
    table::folded(ui, ui.t(title), table::heads(heads), body)
}

/// Points, or that there are none.
pub(in crate::screen) fn points(ui: &Ui, points: Option<f64>) -> AttrValue {
    match points {
        Some(points) => ui.score(points).into(),
        None => AttrValue::Static("\u{2013}"),
    }
}

/// A place in a drawing as an attribute.
pub(super) fn at(line: El, names: [&'static str; 2], x: f64, y: f64) -> El {
    line.attr(names[0], number(x)).attr(names[1], number(y))
}
