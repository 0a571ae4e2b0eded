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
    all(vec![
        button.html(),
        nav.el(el("div|rail-in").el(list)).html(),
    ])
}

pub(crate) fn area(ui: &Ui, area: &RailArea) -> Html {
    let button = el("button|rail-a|type=button")
        .flag("aria-expanded", area.open)
        .click(ui.shell, Msg::ToggleArea(area.at))
        .el(el("span|muted").words(&ui.whole(area.number)))
        .el(el("span").words(&area.title))
        .el(count(ui, el("span|count"), area.done, area.total))
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

fn indicator(ui: &Ui, indicator: &RailIndicator) -> El {
    let unknown = || {
        let words = el("span|vh").t(ui, Key::QuestionDontKnow);
        el("span").text(" ?".into()).el(words)
    };
    let count = count(ui, el("span|count"), indicator.done, indicator.total);
    let button = el("button|rail-i muted small|type=button")
        .attr_if(indicator.current, "aria-current", "page")
        .click(ui.shell, Msg::Page(indicator.page))
        .el(el("span").text(ui.numbered(indicator.number, &indicator.title)))
        .el(count.el_if(indicator.dont_know > 0, unknown));
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
