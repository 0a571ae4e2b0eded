//! The frame around every screen.

#[cfg(feature = "whole")]
mod charts;
#[cfg(feature = "whole")]
mod device;
mod notices;
mod question;
mod questions;
mod rail;
#[cfg(feature = "whole")]
mod results;
#[cfg(feature = "whole")]
mod review;
#[cfg(feature = "whole")]
mod said;
mod start;
#[cfg(not(feature = "whole"))]
mod wait;

#[cfg(not(feature = "whole"))]
pub(crate) use question::question;
pub(crate) use rail::area;

use crate::dom::el;
use crate::svg;
use crate::ui::Ui;
use gca_session::view::{counts, rail as areas};
use gca_session::{Key, Mode, Msg, Screen};
use yew::Html;

/// The whole widget.
pub(crate) fn root(ui: &Ui) -> Html {
    let page = match ui.model.screen() {
        Screen::Start => start::start(ui),
        Screen::Questions => questions::questions(ui),
        #[cfg(feature = "whole")]
        Screen::Review => review::review(ui),
        #[cfg(feature = "whole")]
        Screen::Results => results::results(ui),
        #[cfg(not(feature = "whole"))]
        screen => wait::wait(ui, screen),
    };
    let frame = el("div|in")
        .kid(header(ui))
        .kid(above(ui))
        .kid(tabs(ui))
        .kid(page)
        .kid(notices::dialog(ui));
    #[cfg(feature = "whole")]
    let frame = frame.el(said::said(ui));
    #[cfg(feature = "whole")]
    let frame = frame.kid(device::dialog(ui));
    el("section|gca|part=root|aria-labelledby=gca-name")
        .attr("lang", ui.model.catalog().language().to_owned().into())
        .attr("dir", ui.direction.to_owned().into())
        .el(frame)
        .html()
}

fn header(ui: &Ui) -> Html {
    let mut shares = Vec::new();
    for area in areas(ui.model) {
        shares.push(share(area.done, area.total));
    }
    let sub = match ui.model.mode() {
        Some(Mode::Quick) => ui.t(Key::AppQuick),
        Some(Mode::Full) if ui.model.is_begun() => ui.t(Key::AppFull),
        _ => ui.fill(
            Key::AppSubtitle,
            &[
                ("areas", &ui.whole(ui.model.bank().areas().len())),
                ("questions", &ui.whole(ui.model.whole_count())),
            ],
        ),
    };
    let words = el("div")
        .el(el("strong|brand-name|id=gca-name").t(ui, Key::AppName))
        .el(el("span|brand-sub small muted").text(sub));
    let brand = el("div|brand").kid(svg::brand(&shares)).el(words);
    let head = el("header|head|part=header").el(brand);
    #[cfg(feature = "whole")]
    let head = head.el(device::tools(ui));
    head.html()
}

/// What must not be missed.
fn above(ui: &Ui) -> Html {
    #[cfg(feature = "whole")]
    return crate::dom::all(vec![device::notices(ui), notices::notices(ui)]);
    #[cfg(not(feature = "whole"))]
    notices::notices(ui)
}

/// A question; one that is only looked at cannot be answered.
#[cfg(feature = "whole")]
pub(crate) fn question(ui: &Ui, question: &gca_session::view::QuestionView) -> Html {
    let block = question::question(ui, question);
    if ui.model.is_looking() {
        el("fieldset||disabled=disabled").kid(block).html()
    } else {
        block
    }
}

/// A share of a whole that may be nothing.
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn tabs(ui: &Ui) -> Html {
    if ui.model.mode().is_none() {
        return Html::default();
    }
    let open = counts(ui.model).open();
    let mut list = el("ul");
    for (screen, key) in [
        (Screen::Start, Key::NavStart),
        (Screen::Questions, Key::NavQuestions),
        (Screen::Review, Key::NavReview),
        (Screen::Results, Key::NavResults),
    ] {
        let count = || {
            let words = el("span|vh").space().t(ui, Key::ReviewOpen);
            el("span|count").space().words(&ui.whole(open)).el(words)
        };
        let counted = screen == Screen::Review && ui.model.is_begun() && open > 0;
        let tab = el("button|tab|type=button")
            .attr_if(ui.model.screen() == screen, "aria-current", "page")
            .click(ui.shell, Msg::Go(screen))
            .t(ui, key)
            .el_if(counted, count);
        list = list.el(el("li").el(tab));
    }
    let nav = el("nav|tabs|part=nav").attr("aria-label", ui.t(Key::NavLabel));
    nav.el(list).html()
}
