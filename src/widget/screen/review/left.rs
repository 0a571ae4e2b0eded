//! What is left to answer, most telling first.

use super::row::row;
use crate::dom::{el, El};
use crate::ui::Ui;
use gca_session::whole::Left;
use gca_session::Key;
use yew::AttrValue;

/// So many are shown at once.
const FIRST: usize = 10;

pub(super) fn section(ui: &Ui, open: &[Left]) -> El {
    let count = el("span|count").words(&ui.whole(open.len()));
    let words = el("span").t(ui, Key::ReviewLeftTitle).space().el(count);
    let (first, others) = open.split_at(open.len().min(FIRST));
    let more = || {
        let words = ui.count(Key::ReviewLeftMore, others.len());
        el("details|disc more-left")
            .el(el("summary").text(words))
            .el(list(ui, others))
    };
    el("section|left")
        .kid(ui.heading(1, "t2", words.html()))
        .el(ui.p("sub muted", Key::ReviewLeftLead))
        .el(list(ui, first))
        .el_if(!others.is_empty(), more)
}

fn list(ui: &Ui, open: &[Left]) -> El {
    let mut list = el("ol");
    for left in open {
        let points = el("span|gain small num").text(points(ui, left.points));
        list = list.el(row(ui, &left.row).el(points));
    }
    list
}

fn points(ui: &Ui, points: f64) -> AttrValue {
    // Less than what one decimal shows.
    let (key, shown) = if points < 0.05 {
        (Key::ReviewPointsFew, 0.1)
    } else {
        (Key::ReviewPoints, points)
    };
    ui.fill(key, &[("points", &ui.format.points(shown))])
}
