//! The list of areas beside the questions, or above them where there is no room.

use super::share;
use crate::app::Shown;
use crate::dom::{all, el, El};
use crate::icon::{icon, Icon};
use crate::svg;
use crate::ui::Ui;
use gca_session::view::{rail as areas, RailArea, RailIndicator};
use gca_session::{Key, Msg};
use std::rc::Rc;
use yew::Html;

pub(crate) fn rail(ui: &Ui) -> Html {
    let areas = areas(ui.model);
    let shares: Vec<f64> = areas.iter().map(|a| share(a.done, a.total)).collect();
    let open = ui.model.rail_is_open();
    let mut button = el("button|rail-btn small|type=button|aria-controls=rail")
        .flag("aria-expanded", open)
        .click(ui.shell, Msg::ToggleRail)
        .kid(svg::segments(&shares));
    if let Some(here) = areas.iter().find(|a| a.current) {
        let of = ui.fill(
            Key::RailAreaOf,
            &[
                ("n", &ui.whole(here.number)),
                ("total", &ui.whole(areas.len())),
            ],
        );
        let words = el("span")
            .el(el("span|muted").text(of))
            .space()
            .el(el("span|strong").words(&here.title));
        let count = count(ui, el("span|num"), here.done, here.total);
        button = button.el(words).el(count.space().kid(icon(Icon::Down)));
    }
    let mut list = el("ol");
    for view in areas {
        let key = view.at;
        list = list.kid(ui.block(Shown::Area(Rc::new(view)), key));
    }
    let nav = if open {
        el("nav|rail is-open|id=rail|part=rail")
    } else {
        el("nav|rail|id=rail|part=rail")
    };
    let nav = nav.attr("aria-label", ui.t(Key::RailLabel));
    let inner = el("div|rail-in").el(list);
    #[cfg(feature = "whole")]
    let inner = inner.el(marks(ui));
    all(vec![button.html(), nav.el(inner).html()])
}

/// What the marks of the list mean.
#[cfg(feature = "whole")]
fn marks(ui: &Ui) -> El {
    let mut list = el("ul|marks");
    for (mark, key) in [
        (Icon::Ring, Key::RailUntouched),
        (Icon::Half, Key::RailPartly),
        (Icon::Check, Key::RailComplete),
        (Icon::Unknown, Key::RailUnknown),
        (Icon::Flag, Key::QuestionFlagged),
    ] {
        list = list.el(el("li").kid(icon(mark)).space().t(ui, key));
    }
    let summary = el("summary").t(ui, Key::RailMarks);
    el("details|disc rail-marks")
        .el(summary)
        .el(el("div|disc-body").el(list))
}

/// The marks of an indicator, each with its words: how far it is, and what is in it.
#[cfg(feature = "whole")]
fn state(ui: &Ui, view: &RailIndicator) -> El {
    let mark = |shown: Icon, key: Key| {
        el("span|state")
            .kid(icon(shown))
            .el(el("span|vh").space().t(ui, key))
    };
    let (done, total) = (view.done, view.total);
    let mut marks = el("span|count");
    if view.flagged {
        marks = marks.el(mark(Icon::Flag, Key::QuestionFlagged));
    }
    if view.dont_know > 0 {
        marks = marks.el(mark(Icon::Unknown, Key::RailUnknown));
    }
    if done == total {
        return marks.el(mark(Icon::Check, Key::RailComplete));
    }
    let progress = if done == 0 {
        mark(Icon::Ring, Key::RailUntouched)
    } else {
        mark(Icon::Half, Key::RailPartly)
    };
    marks
        .el(count(ui, el("span"), done, total).space())
        .el(progress)
}

pub(crate) fn area(ui: &Ui, area: &RailArea) -> Html {
    let button = el("button|rail-a|type=button")
        .flag("aria-expanded", area.open)
        .click(ui.shell, Msg::ToggleArea(area.at))
        .el(el("span|muted").words(&ui.whole(area.number)))
        .el(el("span").words(&area.title))
        .el(area_count(ui, area))
        .kid(svg::progress(share(area.done, area.total)));
    let item = el("li").el(button);
    item.el_if(area.open, || {
        let mut list = el("ul");
        for view in &area.indicators {
            list = list.el(indicator(ui, view));
        }
        list
    })
    .html()
}

fn area_count(ui: &Ui, area: &RailArea) -> El {
    let place = el("span|count");
    #[cfg(feature = "whole")]
    let place = if area.flagged {
        let words = el("span|vh").space().t(ui, Key::QuestionFlagged);
        let flag = el("span|state").kid(icon(Icon::Flag)).el(words);
        place.el(flag).space()
    } else {
        place
    };
    count(ui, place, area.done, area.total)
}

fn indicator(ui: &Ui, indicator: &RailIndicator) -> El {
    #[cfg(feature = "whole")]
    let count = state(ui, indicator);
    #[cfg(not(feature = "whole"))]
    let count = {
        let unknown = || {
            let words = el("span|vh").t(ui, Key::QuestionDontKnow);
            el("span").text(" ?".into()).el(words)
        };
        let count = count(ui, el("span|count"), indicator.done, indicator.total);
        count.el_if(indicator.dont_know > 0, unknown)
    };
    let button = el("button|rail-i muted small|type=button")
        .attr_if(indicator.current, "aria-current", "page")
        .click(ui.shell, Msg::Page(indicator.page))
        .el(el("span").text(ui.numbered(indicator.number, &indicator.title)))
        .el(count);
    el("li").el(button)
}

/// How many are done; a tick when all are.
fn count(ui: &Ui, place: El, done: usize, total: usize) -> El {
    if done == total {
        let words = el("span|vh").t(ui, Key::RailComplete);
        return place.el(words).kid(icon(Icon::Check));
    }
    let (done, total) = (ui.whole(done), ui.whole(total));
    let words = ui.fill(Key::RailDone, &[("done", &done), ("total", &total)]);
    let short = [&*done, "/", &*total].concat();
    place
        .el(el("span||aria-hidden=true").text(short.into()))
        .el(el("span|vh").text(words))
}
